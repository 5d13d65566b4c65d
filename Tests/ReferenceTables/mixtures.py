"""Mixtures on the line with wide gaps, light modes and many modes: densities, scores, both tails,
latent points and steepness.

Run: python3 Tests/ReferenceTables/mixtures.py > Tests/ReferenceTables/mixtures.csv
with mpmath and python-flint installed (`pip install mpmath python-flint`).

Arguments are mixture and point. `100 6` has 100 modes 0, 6, …, 594 of weight 1/100 with σ = 1; others
are lists of weight:mean:deviation.
"""

from fractions import Fraction

from reference import ball, flint, flint_log_quantile, flint_log_tail, header, log_quantile
from reference import log_tail, mp, number, row

# A term below this share of the sum, e^−1200 < 10^−520, cannot change the 240 digits that are carried;
# nor can 1 − Φ(z) be told from 1 for z < −50.
NEGLIGIBLE = 1200
NEARLY_ALL = -50


def components(text):
    if ":" not in text:
        count, gap = map(int, text.split())
        return [(Fraction(1, count), Fraction(i * gap), Fraction(1)) for i in range(count)]
    return [tuple(map(Fraction, part.split(":"))) for part in text.split(";")]


def exact(x):
    return mp.mpf(x.numerator) / x.denominator


def flint_exact(x):
    return flint.arb(x.numerator) / x.denominator


def total(logarithms):
    """Σ exp tᵢ of an iterable of (upper bound of t, t as a function)."""
    ordered = sorted(logarithms, key=lambda pair: -pair[0])
    result, greatest = mp.mpf(0), None
    for bound, term in ordered:
        if greatest is not None and bound < greatest - NEGLIGIBLE:
            break
        value = term()
        greatest = value if greatest is None else max(greatest, value)
        result += mp.exp(value)
    return result


def tail(parts, y, side):
    """P(side·Y > side·y) in mpmath."""
    def pair(weight, mean, deviation):
        z = exact(side * (y - mean) / deviation)
        share = mp.log(exact(weight))
        if z < NEARLY_ALL:
            return (0, lambda: share)
        return (-max(float(z), 0) ** 2 / 2, lambda: share + log_tail(z))
    return total([pair(*part) for part in parts])


def flint_tail(parts, y, side):
    result, error = flint.arb(0), flint.arb(-NEGLIGIBLE).exp()
    arguments = [side * (y - mean) / deviation for _, mean, deviation in parts]
    nearest = max(min(arguments), 0)
    for z, (weight, _, _) in zip(arguments, parts):
        if z < NEARLY_ALL:
            result += flint_exact(weight) * flint.arb(1, error)
        elif z**2 / 2 - nearest**2 / 2 < 2 * NEGLIGIBLE or z < 0:
            result += flint_exact(weight) * flint_log_tail(flint_exact(z)).exp()
        else:  # the tail is at most exp(−z²/2)
            result += flint.arb(0, (-flint_exact(z) ** 2 / 2).exp())
    return result


def rows(text, point):
    parts, y = components(text), Fraction(point)
    where = f"{text}|{point}"
    # Density and score.
    density, slope, size = mp.mpf(0), mp.mpf(0), mp.mpf(0)
    for weight, mean, deviation in parts:
        z = exact((y - mean) / deviation)
        term = mp.exp(-z * z / 2) * exact(weight / deviation) / mp.sqrt(2 * mp.pi)
        density += term
        slope -= term * exact((y - mean) / deviation**2)
        size += term * exact(abs(y - mean) / deviation**2)
    # In flint as a power series in t: log p(y + t).
    series, shift = None, flint.arb_series([flint_exact(y), 1], 2)
    peak = max(-flint_exact(((y - m) / s) ** 2) / 2 for _, m, s in parts)
    for weight, mean, deviation in parts:
        z = (shift - flint_exact(mean)) / flint_exact(deviation)
        term = (-z * z / 2 - peak).exp() * flint_exact(weight / deviation)
        series = term if series is None else series + term
    series = (series / (2 * flint.arb.pi()).sqrt()).log() + peak
    row("logDensity", where, mp.log(density), series[0])
    if abs(slope) > size * mp.mpf(10) ** -60:  # otherwise it is 0, or nothing but cancellation
        row("score", where, slope / density, series[1])
    # Both tails; the larger through the smaller.
    lower, upper = tail(parts, y, -1), tail(parts, y, 1)
    flint_lower, flint_upper = flint_tail(parts, y, -1), flint_tail(parts, y, 1)
    if lower < upper:
        row("logCDF", where, mp.log(lower), flint_lower.log())
        row("logUpperTail", where, mp.log1p(-lower), (-flint_lower).log1p())
    else:
        row("logCDF", where, mp.log1p(-upper), (-flint_upper).log1p())
        row("logUpperTail", where, mp.log(upper), flint_upper.log())
    is_central = abs(lower - mp.mpf(1) / 2) < mp.mpf(10) ** -60
    if is_central:  # z is 0, or nothing but cancellation
        z, check = mp.mpf(0), flint.arb(0)
    elif lower < upper:
        z = -log_quantile(mp.log(lower))
        check = -flint_log_quantile(-z, flint_lower.log())
    else:
        z = log_quantile(mp.log(upper))
        check = flint_log_quantile(z, flint_upper.log())
    if not is_central:
        row("latent", where, z, check)
    log_phi = -z * z / 2 - mp.log(2 * mp.pi) / 2
    flint_log_phi = -check * check / 2 - (2 * flint.arb.pi()).log() / 2
    row("logSteepness", where, log_phi - mp.log(density), flint_log_phi - series[0])


header()
for gap in (3, 6, 60, 1000):
    for count in (2, 3, 10):
        last = (count - 1) * gap
        for point in (f"{gap}/2", f"{gap}/3", f"{last}", "-5/2", f"{2 * last - gap}/2", f"{last + 7}"):
            rows(f"{count} {gap}", point)
for count, gap, points in [
    (1000, 6, ["3", "2997", "17981/3", "-10"]), (1000, 1000, ["500", "499500", "1000/3"]),
    (10000, 3, ["3/2", "15000", "30010"]), (10000, 60, ["30", "1000/3", "599970"]),
]:
    for point in points:
        rows(f"{count} {gap}", point)
UNEQUAL = [
    "1/3:-1:1/2;2/3:4:2",
    "1/1000000000000:0:1;999999999999/1000000000000:10:1",
    "999999999999/1000000000000:0:1;1/1000000000000:60:1/10",
    "1/2:0:1/1000;1/4:1:10;1/4:2:1",
    "1/10:-1000:1;3/10:0:5;6/10:1000:1/4",
]
for text in UNEQUAL:
    for point in ("-3", "0", "1/3", "5", "12", "500", "60"):
        rows(text, point)
