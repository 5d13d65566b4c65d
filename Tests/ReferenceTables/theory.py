"""Reference values for GANTheory, by mpmath with 60 digits. Independent of the package.

Run: python3 Tests/ReferenceTables/theory.py > Tests/ReferenceTables/theory.csv
"""

import mpmath as mp

mp.mp.dps = 60
print("quantity,arguments,value")


def show(quantity, arguments, value):
    print(f"{quantity},{arguments},{mp.nstr(value, 25)}")


def density(modes, sigma, y):
    return sum(mp.npdf(y, m, sigma) for m in modes) / len(modes)


def cdf(modes, sigma, y):
    return sum(mp.erfc((m - y) / (sigma * mp.sqrt(2))) / 2 for m in modes) / len(modes)


def tail(modes, sigma, y):
    return sum(mp.erfc((y - m) / (sigma * mp.sqrt(2))) / 2 for m in modes) / len(modes)


def quantile(p):
    return mp.sqrt(2) * mp.erfinv(2 * p - 1)


MIXTURES = [([-2, 2], mp.mpf("0.5")), ([-8, 8], mp.mpf(1)), ([-3, 0, 5], mp.mpf("0.4"))]
for modes, sigma in MIXTURES:
    name = ";".join(map(str, modes)) + " " + mp.nstr(sigma, 3)
    for y in [mp.mpf(k) / 4 for k in (-14, -7, -1, 0, 3, 9, 18)]:
        where = f"{name} {mp.nstr(y, 5)}"
        show("logDensity", where, mp.log(density(modes, sigma, y)))
        show("logCDF", where, mp.log(cdf(modes, sigma, y)))
        show("logUpperTail", where, mp.log(tail(modes, sigma, y)))
        lower, upper = cdf(modes, sigma, y), tail(modes, sigma, y)
        z = quantile(lower) if lower < upper else -quantile(upper)
        show("latent", where, z)
        show("logSteepness", where, mp.log(mp.npdf(z)) - mp.log(density(modes, sigma, y)))
    q = quantile(1 - mp.mpf(1) / len(modes))
    gaps = [b - a for a, b in zip(modes, modes[1:])]
    show(
        "logPrinted31",
        name,
        min(mp.log(sigma) + mp.mpf(g) ** 2 / (8 * sigma**2) for g in gaps) - q**2,
    )
    for k in (1, 10, 100):
        for clearance in (3, 6):
            total = mp.mpf(0)
            for a, b in zip(modes, modes[1:]):
                middle = mp.mpf(a + b) / 2
                c = quantile(cdf(modes, sigma, middle))
                h = (b - a - clearance * sigma) / (2 * k)
                total += mp.ncdf(c + h) - mp.ncdf(c - h)
            show("mixture34", f"{name} {k} {clearance}", total)

# Theorem 3.2: the maximum over λ by a fine scan and golden-section polish.
for modes, sigma, radius in [
    ([(1, 1), (1, -1), (-1, 1), (-1, -1)], mp.mpf("0.3"), 3),
    ([(2, 1), (3, -1), (1, 4)], mp.mpf("0.5"), 2),
]:
    centre = [mp.mpf(sum(m[k] for m in modes)) / len(modes) for k in range(2)]

    def least(scale):
        return min(sum((scale * c - x) ** 2 for c, x in zip(centre, m)) for m in modes)

    grid = [mp.mpf(k) / 2000 for k in range(4001)]
    best = max(grid, key=least)
    low, high = max(best - mp.mpf(1) / 2000, 0), min(best + mp.mpf(1) / 2000, 2)
    for _ in range(400):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        if least(a) < least(b):
            low = a
        else:
            high = b
    value = mp.log(sigma) - mp.mpf(radius) ** 2 / 2 + max(least(low), least(best)) / (4 * sigma**2)
    name = ";".join(f"{x} {y}" for x, y in modes)
    show("logPrinted32", f"{name}|{mp.nstr(sigma, 3)}|{radius}", value)
