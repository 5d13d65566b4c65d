"""The greatest slope of g = Ψ⁻¹∘Φ, by mpmath with 60 digits. Independent of the package.

A fine scan over y, dense around every mode and between neighbours, starts a root finder on the
derivative of log g′ at every local maximum of the scan; the greatest wins. A scan proves nothing:
it is a second opinion.

Run: python3 Tests/ReferenceTables/steepest.py > Tests/ReferenceTables/steepest.csv
"""

import mpmath as mp

mp.mp.dps = 60
print("weights,means,deviations,output,latent,log_steepness")


def tail(x):
    return mp.erfc(x / mp.sqrt(2)) / 2


def latent(mixture, y):
    """z with Φ(z) = Ψ(y), by Newton's method on the logarithm of the smaller tail."""
    lower = sum(w * tail((m - y) / s) for w, m, s in mixture)
    upper = sum(w * tail((y - m) / s) for w, m, s in mixture)
    target, sign = (mp.log(lower), -1) if lower < upper else (mp.log(upper), 1)
    x = mp.sqrt(-2 * target) if target < -5 else mp.mpf(1)
    for _ in range(200):
        step = (mp.log(tail(x)) - target) / (mp.npdf(x) / tail(x))
        x += step
        if abs(step) < mp.mpf(10) ** -58 * (1 + abs(x)):
            break
    return sign * x


def density(mixture, y):
    return sum(w * mp.npdf(y, m, s) for w, m, s in mixture)


def log_steepness(mixture, y):
    return mp.log(mp.npdf(latent(mixture, y)) / density(mixture, y))


def slope(mixture, y):
    p = density(mixture, y)
    score = sum(w * mp.npdf(y, m, s) * (m - y) / s**2 for w, m, s in mixture) / p
    z = latent(mixture, y)
    return -z * p / mp.npdf(z) - score


def narrow(mixture, a, b):
    """Around the place between a and b where their modes are equally dense: the maximum there is as
    narrow as σ²/gap."""
    left, right = ([c for c in mixture if c[1] == m][0] for m in (a, b))

    def difference(y):
        return sum(sign * (mp.log(w / s) - ((y - m) / s) ** 2 / 2)
                   for sign, (w, m, s) in ((1, left), (-1, right)))

    if not difference(a) > 0 > difference(b):
        return set()
    tip = mp.findroot(difference, (a, b), solver="anderson")
    width = min(left[2], right[2]) ** 2 / (b - a)
    return {tip + width * mp.mpf(k) / 16 for k in range(-64, 65)}


def scan(mixture):
    widest = max(s for _, _, s in mixture)
    points = set()
    for _, m, s in mixture:
        points |= {m + s * mp.mpf(k) / 8 for k in range(-64, 65)}
    means = sorted({m for _, m, _ in mixture})
    for a, b in zip(means, means[1:]):
        points |= {a + (b - a) * mp.mpf(k) / 64 for k in range(65)}
        points |= narrow(mixture, a, b)
    points |= {means[0] - widest * mp.mpf(k) / 4 for k in range(64)}
    points |= {means[-1] + widest * mp.mpf(k) / 4 for k in range(64)}
    return sorted(points)


def steepest(mixture):
    mp.mp.dps = 30
    points = scan(mixture)
    heights = [log_steepness(mixture, y) for y in points]
    tops = [k for k in range(1, len(points) - 1)
            if heights[k] >= heights[k - 1] and heights[k] >= heights[k + 1]]
    greatest = max(heights)
    mp.mp.dps = 60
    candidates = []
    for k in tops:
        if heights[k] > greatest - 2:
            y = mp.findroot(lambda y: slope(mixture, y), (points[k - 1], points[k + 1]),
                            solver="anderson", tol=mp.mpf(10) ** -50, verify=False, maxsteps=200)
            candidates.append((log_steepness(mixture, y), y))
    return max(candidates)


CASES = [
    ("1/2 1/2", "-2 2", "1/2 1/2"),
    ("1/2 1/2", "0 3", "1 1"),
    ("1/2 1/2", "0 1", "1 1"),
    ("1/2 1/2", "0 1000", "1 1"),
    ("1/3 1/3 1/3", "-8 0 10", "1 1 1"),
    ("1/4 1/4 1/4 1/4", "0 3 7 12", "1 1 1 1"),
    ("1/3 2/3", "0 5", "1 2"),
    ("1/4 3/4", "0 2", "1 1"),
    ("1/5 3/10 1/2", "-3 0 4", "1/2 1/10 2"),
    ("1/1000000 999999/1000000", "0 4", "1 1"),
    ("1/1000 999/1000", "0 1000", "1 3"),
    ("1/2 1/2", "0 0", "1 1/100"),
    ("1/10 1/5 3/10 2/5", "-40 -10 30 35", "2 1 1/2 3"),
]
for weights, means, deviations in CASES:
    columns = [[mp.mpf(int(t.split("/")[0])) / int((t + "/1").split("/")[1]) for t in text.split()]
               for text in (weights, means, deviations)]
    height, y = steepest(list(zip(*columns)))
    z = latent(list(zip(*columns)), y)
    y, z = (mp.mpf(0) if abs(v) < mp.mpf(10) ** -50 else v for v in (y, z))
    print(",".join([weights, means, deviations] + [
        mp.nstr(v, digits, strip_zeros=v == 0).removesuffix(".0")
        for v, digits in ((y, 25), (z, 25), (height, 40))]), flush=True)
