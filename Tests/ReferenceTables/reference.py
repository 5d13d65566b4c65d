"""What the scripts of this folder share: rows of 55 digits on which two tools agree.

mpmath computes every value; python-flint's balls compute it again by another formula, and a row is
printed only where the two agree in all its digits. The first line of a table names the versions.
"""

import platform
from importlib.metadata import version

import flint
import mpmath as mp

DIGITS = 55
mp.mp.dps = 160
flint.ctx.prec = 800


def header(*tools):
    tools = ("mpmath", "python-flint") + tools
    print("# Python " + platform.python_version() + ", "
          + ", ".join(f"{tool} {version(tool)}" for tool in tools))
    print("quantity,arguments,value")


def ball(value):
    """The ball of an integer, a fraction 'p/q', a decimal or an mpmath number, in flint."""
    if isinstance(value, flint.arb):
        return value
    if isinstance(value, str) and "/" in value:
        top, bottom = value.split("/")
        return flint.arb(top) / flint.arb(bottom)
    if isinstance(value, mp.mpf):
        sign, mantissa, exponent, _ = value._mpf_
        return flint.arb((-1) ** sign * mantissa) * flint.arb(2) ** exponent
    return flint.arb(str(value))


def number(value):
    """The same in mpmath."""
    if isinstance(value, str) and "/" in value:
        top, bottom = value.split("/")
        return mp.mpf(top) / mp.mpf(bottom)
    return mp.mpf(value)


def row(quantity, arguments, value, check):
    """One line; `check` is the ball of the other route. What is 0 in both is left out."""
    if value == 0:
        assert abs(check) < flint.arb(10) ** -100, (quantity, arguments, check)
        return
    text = mp.nstr(value, DIGITS, strip_zeros=False, min_fixed=0, max_fixed=0)
    half_unit = abs(ball(value)) * flint.arb(10) ** (1 - DIGITS)
    assert abs(ball(value) - check) < half_unit / 1000, (quantity, arguments, text, check.str(60))
    print(f"{quantity},{arguments},{text}")


def log_tail(z):
    """log(1 − Φ(z)) in mpmath: by erfc, and by Mills' continued fraction where erfc would underflow."""
    if z < 0:
        return mp.log1p(-mp.exp(log_tail(-z)))
    if z < 50:
        return mp.log(mp.erfc(z / mp.sqrt(2)) / 2)
    ratio = mp.mpf(0)
    for k in range(3000, 0, -1):
        ratio = k / (z + ratio)
    return -z * z / 2 - mp.log(2 * mp.pi) / 2 - mp.log(z + ratio)


def flint_log_tail(z):
    """log(1 − Φ(z)) in flint, by Tricomi's U: 1 − Φ(z) = exp(−z²/2)·U(1/2, 1/2, z²/2)/(2√π)."""
    if z < 0:
        return (-flint_log_tail(-z).exp()).log1p()
    if z == 0:
        return -flint.arb(2).log()
    half = z * z / 2
    tricomi = half.hypgeom_u(flint.arb("0.5"), flint.arb("0.5"))
    return -half - (2 * flint.arb.pi().sqrt()).log() + tricomi.log()


def log_quantile(log_tail_value):
    """The z > 0 with log(1 − Φ(z)) given, below log(1/2): Newton's method in mpmath, and one more
    step in flint from there."""
    z = mp.sqrt(-2 * log_tail_value)
    for _ in range(200):
        value = log_tail(z)
        step = (value - log_tail_value) / mp.exp(-z * z / 2 - mp.log(2 * mp.pi) / 2 - value)
        z += step
        if abs(step) < abs(z) * mp.mpf(10) ** -150:
            break
    return z


def flint_log_quantile(z, log_tail_value):
    """The same: a Newton step from a number that is nearly it already."""
    z = ball(z)
    value = flint_log_tail(z)
    hazard = (-z * z / 2 - (2 * flint.arb.pi()).log() / 2 - value).exp()
    return z + (value - log_tail_value) / hazard
