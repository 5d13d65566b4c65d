"""Values and derivatives of Table 2's ratios and fields, of Theorem 3.3's right-hand side and of a
mixture in the plane, by SymPy from the definitions.

Run: python3 Tests/ReferenceTables/derivatives.py > Tests/ReferenceTables/derivatives.csv
with SymPy, mpmath and python-flint installed (`pip install sympy mpmath python-flint`).

SymPy differentiates symbols and evaluates the result with mpmath; python-flint expands the same
functions into power series along a line and reads the derivatives from them.
"""

from fractions import Fraction

import sympy as sp

from reference import DIGITS, flint, header, mp, row

X, Y = sp.symbols("x y", real=True)
Q = sp.Rational


def value(expression, point):
    """The number at a rational point, to more digits than are printed."""
    exact = expression.subs({name: Q(text) for name, text in point.items()})
    result = sp.N(exact, DIGITS + 60)
    return mp.mpf(0) if result == 0 else mp.mpf(result._mpf_)


def flint_exact(x):
    x = Fraction(x)
    return flint.arb(x.numerator) / x.denominator


# Table 2: four modes (±a, ±a) of variance 1/10 against a Gaussian or the box [−2, 2]².
CASES = {1: ("1", ("0", "1/5")), 2: ("1", None), 3: ("1", ("1", "1")), 4: ("3", ("3", "3"))}
POINTS = [("1/2", "-1/3"), ("1", "1"), ("-7/4", "5/4"), ("0", "1/7")]


def sympy_ratio(case):
    offset, gaussian = CASES[case]
    a, v = Q(offset), Q(1, 10)
    data = sum(sp.exp(-((X - i * a) ** 2 + (Y - j * a) ** 2) / (2 * v))
               for i in (1, -1) for j in (1, -1)) / (4 * 2 * sp.pi * v)
    if gaussian is None:
        return data * 16
    m, v = map(Q, gaussian)
    return data * 2 * sp.pi * v * sp.exp(((X - m) ** 2 + (Y - m) ** 2) / (2 * v))


def flint_log_ratio(case, x, y):
    """log r of power series."""
    offset, gaussian = CASES[case]
    a = flint_exact(offset)
    # Σ over the signs factors into a product over the axes: 4·cosh cosh.
    def axis(t):
        return ((-5 * (t - a) ** 2).exp() + (-5 * (t + a) ** 2).exp()).log()
    log_data = axis(x) + axis(y) + (5 / (4 * flint.arb.pi())).log()
    if gaussian is None:
        return log_data + flint.arb(16).log()
    m, v = map(flint_exact, gaussian)
    return log_data + ((x - m) ** 2 + (y - m) ** 2) / (2 * v) + (2 * flint.arb.pi() * v).log()


def series(point, direction, order):
    return [flint.arb_series([flint_exact(c), d], order) for c, d in zip(point, direction)]


def second_derivatives(function, point):
    """∂xx, ∂xy, ∂yy of a function of two series, by polarisation."""
    along = lambda d: 2 * function(*series(point, d, 3))[2]
    xx, yy, both = along((1, 0)), along((0, 1)), along((1, 1))
    return {"xx": xx, "xy": (both - xx - yy) / 2, "yy": yy}


header("sympy")
for case in CASES:
    ratio = sympy_ratio(case)
    log_discriminator = sp.log(ratio / (1 + ratio))
    def flint_log_discriminator(x, y):
        return -((-flint_log_ratio(case, x, y)).exp() + 1).log()
    for point in POINTS:
        at = dict(zip((X, Y), point))
        where = f"{case}|{point[0]}|{point[1]}"
        plain = flint_log_ratio(case, *series(point, (0, 0), 1)).exp()
        row("ratio", where, value(ratio, at), plain[0])
        for axis, name, direction in ((0, X, (1, 0)), (1, Y, (0, 1))):
            moving = series(point, direction, 2)
            row("ratioGradient", f"{where}|{axis}", value(sp.diff(ratio, name), at),
                flint_log_ratio(case, *moving).exp()[1])
            row("velocity", f"{where}|{axis}", value(sp.diff(log_discriminator, name), at),
                flint_log_discriminator(*moving)[1])
        second = second_derivatives(flint_log_discriminator, point)
        for key, names in (("xx", (X, X)), ("xy", (X, Y)), ("yy", (Y, Y))):
            row("velocityJacobian", f"{where}|{key}", value(sp.diff(log_discriminator, *names), at),
                second[key])

# Two modes of unlike weight and width in the plane: the Hessian of log p.
WEIGHTS, CENTRES, WIDTHS = ("1/3", "2/3"), (("-1", "1/2"), ("2", "0")), ("1/2", "3/2")
log_density = sp.log(sum(
    Q(w) / (2 * sp.pi * Q(s) ** 2) * sp.exp(-((X - Q(c)) ** 2 + (Y - Q(d)) ** 2) / (2 * Q(s) ** 2))
    for w, (c, d), s in zip(WEIGHTS, CENTRES, WIDTHS)))


def flint_log_density(x, y):
    total = None
    for w, (c, d), s in zip(WEIGHTS, CENTRES, WIDTHS):
        w, c, d, s = map(flint_exact, (w, c, d, s))
        term = (-((x - c) ** 2 + (y - d) ** 2) / (2 * s**2)).exp() * (w / (2 * flint.arb.pi() * s**2))
        total = term if total is None else total + term
    return total.log()


for point in POINTS:
    at, where = dict(zip((X, Y), point)), f"{point[0]}|{point[1]}"
    second = second_derivatives(flint_log_density, point)
    for key, names in (("xx", (X, X)), ("xy", (X, Y)), ("yy", (Y, Y))):
        row("logDensityHessian", f"{where}|{key}", value(sp.diff(log_density, *names), at), second[key])

# Theorem 3.3: (log d)″(0)·k for d = p/(p + q), q the density of k·Z + g·Z³/6 to the second order.
M, S, K, G = sp.symbols("m s k g", real=True)
data = sum(sp.exp(-(X - sign * M) ** 2 / (2 * S**2)) for sign in (1, -1)) / (2 * S)
inverse = X / K - G * X**3 / (6 * K**4)
generated = sp.exp(-inverse**2 / 2) * sp.diff(inverse, X)
rate = sp.diff(sp.log(data / (data + generated)), X, 2).subs(X, 0) * K
printed = ((M**2 - S**2) / S**4 * K**3 + K + G) / (sp.exp(-M**2 / (2 * S**2)) / S * K**3 + K**2)
for point in (("2", "1/2", "3", "-1/3"), ("3/2", "1", "1/10", "2"), ("5", "3/4", "4000", "0")):
    at = dict(zip((M, S, K, G), point))
    m, s, k, g = map(flint_exact, point)
    row("rate33", "|".join(point), value(rate, at),
        ((m**2 - s**2) / s**4 * k**3 + k + g) / ((-m**2 / (2 * s**2)).exp() / s * k**3 + k**2))
    assert abs(value(rate - printed, at)) < mp.mpf(10) ** -(DIGITS + 10)
# Appendix B's f: f″(u) by SymPy and by the closed form 1/(u²(1 + u)).
f = -(X + 1) * sp.log(X / (X + 1)) + X * (1 - 2 * sp.log(2)) - 1
for u in ("1/3", "1", "7"):
    x = flint_exact(u)
    row("divergenceCurvature", u, value(sp.diff(f, X, 2), {X: u}), 1 / (x**2 * (1 + x)))
