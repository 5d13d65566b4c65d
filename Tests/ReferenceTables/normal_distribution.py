"""Reference values for NormalDistribution and SpecialFunctions, by mpmath.

Run in this folder: python3 normal_distribution.py > normal-distribution.csv

A row is function, argument, value. Arguments are doubles in C's hexadecimal form, so that both
sides mean the same number; values have 20 digits, or are left out where they leave the normal
range of doubles.
"""
from fractions import Fraction

import mpmath as mp

mp.mp.dps = 60


def exact(x):
    return mp.mpf(Fraction(x).numerator) / Fraction(x).denominator


def log_tail(z):
    """log(1 - Phi(z)), also where the tail itself is smaller than mpmath's erfc likes."""
    if z < 30:
        return mp.log(mp.erfc(z / mp.sqrt(2)) / 2)
    # Continued fraction of Mills' ratio, from far enough down.
    ratio = mp.mpf(0)
    for k in range(500, 0, -1):
        ratio = k / (z + ratio)
    return -z * z / 2 - mp.log(mp.sqrt(2 * mp.pi)) - mp.log(z + ratio)


def quantile(p):
    guess = mp.mpf(0) if p == mp.mpf(1) / 2 else mp.findroot(
        lambda z: mp.log(mp.ncdf(z)) - mp.log(p), -mp.sqrt(-2 * mp.log(p)) + 1, tol=1e-90)
    return guess


FUNCTIONS = {
    "density": lambda z: mp.npdf(z),
    "cumulative": lambda z: mp.erfc(-z / mp.sqrt(2)) / 2,
    "upperTail": lambda z: mp.erfc(z / mp.sqrt(2)) / 2,
    "logCumulative": lambda z: log_tail(-z) if z < 0 else mp.log1p(-mp.erfc(z / mp.sqrt(2)) / 2),
    "hazard": lambda z: mp.exp(-z * z / 2 - mp.log(mp.sqrt(2 * mp.pi)) - log_tail(z)),
    "quantile": quantile,
    "relativeExponential": lambda x: mp.expm1(x) / x if x else mp.mpf(1),
    "logComplementaryError": lambda x: log_tail(x * mp.sqrt(2)) + mp.log(2),
}

# Short numbers, whose squares are exact, and long ones, whose squares are not.
WIDE = [k / 4 for k in range(-150, 151, 2)] + [k * 0.3337 for k in range(-112, 113)] + [k / 16 for k in range(-32, 33)]
FAR = [-(10.0 ** k) for k in range(2, 9)] + [-(10.0 ** k) for k in (20, 100, 150)] + [-38.5, -50.25, -77.125, -97531.2468]
ARGUMENTS = {
    "density": WIDE,
    "cumulative": WIDE,
    "upperTail": WIDE,
    "logCumulative": WIDE + FAR,
    "hazard": [k / 4 for k in range(-150, 1000, 7)] + [k * 0.3337 for k in range(-112, 300, 3)],
    "quantile": [2.0 ** -k for k in range(1, 1000, 13)] + [k / 64 for k in range(1, 32)]
    + [0.5 - 2.0 ** -k for k in range(4, 50, 3)],
    "relativeExponential": [s * 2.0 ** k for k in range(-60, 8) for s in (-1, 1)] + [0.0],
    "logComplementaryError": [k / 8 for k in range(-40, 200)] + [10.0 ** k for k in [*range(2, 9), 20, 100, 150]],
}

if __name__ == "__main__":
    print("function,argument,value")
    for name, function in FUNCTIONS.items():
        for x in ARGUMENTS[name]:
            value = function(exact(x))
            if value == 0 or 2.3e-308 < abs(value) < 1.7e308:
                print(f"{name},{x.hex()},{mp.nstr(value, 20)}")
