"""The paper's bounds and recurrences at numbers: Theorems 3.1, 3.2, 3.4, 3.3's right-hand side, C.5.

Run: python3 Tests/ReferenceTables/bounds.py > Tests/ReferenceTables/bounds.csv
with mpmath and python-flint installed (`pip install mpmath python-flint`).

Arguments are separated by |. Modes on the line are `count gap`, with σ = 1 in what follows them, or a
list `a;b;c`; points of the plane or of space are `x y z;x y z`.
"""

from fractions import Fraction

from reference import ball, flint, flint_log_quantile, flint_log_tail, header, log_quantile
from reference import log_tail, mp, number, row


def exact(x):
    x = Fraction(x)
    return mp.mpf(x.numerator) / x.denominator


def flint_exact(x):
    x = Fraction(x)
    return flint.arb(x.numerator) / x.denominator


def line(text):
    if " " in text:
        count, gap = map(int, text.split())
        return [Fraction(i * gap) for i in range(count)]
    return [Fraction(part) for part in text.split(";")]


def line_bound(text, deviation):
    """Theorem 3.1: min σ·exp(gap²/8σ²)·exp(−q²); sharpened: max and exp(−q²/2)."""
    modes, deviation = line(text), Fraction(deviation)
    gaps = {b - a for a, b in zip(modes, modes[1:])}
    if len(modes) == 2:
        q, check = mp.mpf(0), flint.arb(0)
    else:
        target = -mp.log(len(modes))
        q = log_quantile(target)
        check = flint_log_quantile(q, -flint.arb(len(modes)).log())
    least, most = ((x / deviation) ** 2 / 8 for x in (min(gaps), max(gaps)))
    where = f"{text}|{deviation}"
    log, flint_log = mp.log(exact(deviation)), flint_exact(deviation).log()
    row("logPrinted31", where, log + exact(least) - q**2, flint_log + flint_exact(least) - check**2)
    row("logSharpened31", where, log + exact(most) - q**2 / 2,
        flint_log + flint_exact(most) - check**2 / 2)


def space_bound(text, deviation, radius):
    """Theorem 3.2: log M with the maximum over λ in [0, 2] by a scan and golden sections in mpmath, and
    exactly, over the ends and the crossings of the parabolas, in fractions."""
    modes = [[Fraction(x) for x in mode.split()] for mode in text.split(";")]
    axes = range(len(modes[0]))
    centre = [sum(mode[k] for mode in modes) / len(modes) for k in axes]

    def least(scale, convert):
        return min(sum((scale * convert(c) - convert(x)) ** 2 for c, x in zip(centre, mode))
                   for mode in modes)

    crossings = [Fraction(0), Fraction(2)]
    for i, first in enumerate(modes):
        for second in modes[i + 1:]:
            slope = sum(2 * c * (a - b) for c, a, b in zip(centre, first, second))
            if slope:
                crossing = sum(a * a - b * b for a, b in zip(first, second)) / slope
                if 0 < crossing < 2:
                    crossings.append(crossing)
    best = max(least(scale, Fraction) for scale in crossings)
    grid = [mp.mpf(k) / 500 for k in range(1001)]
    top = max(grid, key=lambda scale: least(scale, exact))
    low, high = max(top - mp.mpf(1) / 500, 0), min(top + mp.mpf(1) / 500, 2)
    for _ in range(1200):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        if least(a, exact) < least(b, exact):
            low = a
        else:
            high = b
    found = max(least(low, exact), least(top, exact), least(high, exact))
    deviation, radius = Fraction(deviation), Fraction(radius)
    scale = 2 * len(modes[0]) * deviation**2
    row("logPrinted32", f"{text}|{deviation}|{radius}",
        mp.log(exact(deviation)) - exact(radius**2 / 2) + found / exact(scale),
        flint_exact(deviation).log() + flint_exact(best / scale - radius**2 / 2))


def mixture_bound(text, slope):
    """Theorem 3.4's sum with σ = 1, printed (clearance 3σ) and corrected (6σ)."""
    modes, slope = line(text), Fraction(slope)
    for clearance in (3, 6):
        total, check = mp.mpf(0), flint.arb(0)
        for left, right in zip(modes, modes[1:]):
            middle, reach = (left + right) / 2, (right - left - clearance) / (2 * slope)
            lower = sum(mp.exp(log_tail(exact(mode - middle))) for mode in modes) / len(modes)
            flint_lower = sum(flint_log_tail(flint_exact(mode - middle)).exp() for mode in modes)
            flint_lower /= len(modes)
            if sum(modes) == middle * len(modes):
                anchor, flint_anchor = mp.mpf(0), flint.arb(0)
            elif middle * len(modes) < sum(modes):
                anchor = -log_quantile(mp.log(lower))
                flint_anchor = -flint_log_quantile(-anchor, flint_lower.log())
            else:
                anchor = log_quantile(mp.log1p(-lower))
                flint_anchor = flint_log_quantile(anchor, (-flint_lower).log1p())
            total += mp.ncdf(anchor + exact(reach)) - mp.ncdf(anchor - exact(reach))
            ends = [(flint_anchor + s * flint_exact(reach)) / flint.arb(2).sqrt() for s in (1, -1)]
            check += (ends[0].erf() - ends[1].erf()) / 2
        row("mixture34", f"{text}|{slope}|{clearance}", total, check)


def steepness_rate(offset, deviation, slope, third):
    """Theorem 3.3's right-hand side in mpmath, and (log d)″(0)·k from the densities in flint, with
    g(z) = k·z + g‴·z³/6."""
    m, s, k, g = map(exact, (offset, deviation, slope, third))
    value = ((m**2 - s**2) / s**4 * k**3 + k + g) / (mp.exp(-m**2 / (2 * s**2)) / s * k**3 + k**2)
    m, s, k, g = map(flint_exact, (offset, deviation, slope, third))
    x = flint.arb_series([0, 1], 4)
    data = (-(x - m) ** 2 / (2 * s**2)).exp() + (-(x + m) ** 2 / (2 * s**2)).exp()
    inverse = x / k - g / (6 * k**4) * x**3
    generated = (-inverse**2 / 2).exp() * inverse.derivative()
    ratio = data / (2 * s) / generated
    log_discriminator = -((1 / ratio + 1).log())
    where = f"{offset}|{deviation}|{slope}|{third}"
    row("rate33", where, value, 2 * log_discriminator[2] * k)


def recurrence(dimension, slope, optimal, step, square):
    """One step of the slope of a single mode at x = k·x₀, ‖x₀‖² given: printed and from log d."""
    k, o, s, q = map(exact, (slope, optimal, step, square))
    height = mp.exp(q * (1 - (k / o) ** 2) / 2)
    printed, ratio = k / o * height, (k / o) ** dimension * height
    pull = 1 / k**2 - 1 / o**2
    where = f"{dimension}|{slope}|{optimal}|{step}|{square}"
    k, o, s2, q2 = map(flint_exact, (slope, optimal, step, square))
    length = q2.sqrt()
    radius = flint.arb_series([k * length, 1], 2)
    log_ratio = (-(radius / o) ** 2 + (radius / k) ** 2) / 2 + dimension * (k / o).log()
    log_discriminator = -((-log_ratio).exp() + 1).log()
    row("recurrenceRatio", where, ratio, log_ratio[0].exp())
    row("recurrenceNext", where, exact(slope) + s * exact(slope) * pull / (1 + ratio),
        k + s2 * log_discriminator[1] / length)
    flint_printed = (log_ratio[0] - (dimension - 1) * (k / o).log()).exp()
    row("recurrencePrintedRatio", where, printed, flint_printed)
    row("recurrencePrintedNext", where, exact(slope) + s * pull / (1 + printed),
        k + s2 * (o - k) * (o + k) / (k * o) ** 2 / (1 + flint_printed))


header()
for count in (2, 3, 10, 100, 1000, 10000):
    for gap in (3, 6, 60, 1000):
        line_bound(f"{count} {gap}", "1")
line_bound("0;7;20;27", "1")
line_bound("-3;0;5", "2/5")
line_bound("-1;0;1;1000", "1/3")
for text, deviation, radius in [
    ("1 1;1 -1;-1 1;-1 -1", "3/10", "3"), ("2 1;3 -1;1 4", "1/2", "2"), ("1 0 0;0 1 0;0 0 1", "1/10", "4"),
    ("1 2 3;-2 1 0;4 4 -1;0 0 5", "1/4", "3"), ("10 0 0;0 0 0", "1/100", "5"), ("1;4;9", "1/5", "1"),
    ("3 0 0 0;0 3 0 0;0 0 3 0;0 0 0 3;1 1 1 2", "1/3", "5/2"), ("100 100;101 100", "1/50", "6"),
]:
    space_bound(text, deviation, radius)
for text in ("2 16", "3 16", "5 8", "10 7", "10 60", "0;8;40", "-20;-11;0;9"):
    for slope in ("1", "5/2", "10", "100", "1000"):
        mixture_bound(text, slope)
for offset, deviation in (("2", "1/2"), ("1", "1"), ("8", "1"), ("30", "1")):
    for slope, third in (("1/10", "0"), ("1", "-1/3"), ("30", "2"), ("4000", "-7")):
        steepness_rate(offset, deviation, slope, third)
for dimension in (1, 2, 64):
    for slope, optimal, step, square in (
        ("1/2", "3", "1/2", "2"), ("5", "3", "1/10", "1/3"), ("3", "3", "1", "1"), ("2", "5/2", "1", "64")
    ):
        recurrence(dimension, slope, optimal, step, square)
