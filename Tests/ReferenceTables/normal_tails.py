"""The normal distribution in its tails: values, logarithms, hazards, quantiles.

Run: python3 Tests/ReferenceTables/normal_tails.py > Tests/ReferenceTables/normal-tails.csv
with mpmath and python-flint installed (`pip install mpmath python-flint`).
"""

from reference import ball, flint, flint_log_quantile, flint_log_tail, header, log_quantile
from reference import log_tail, mp, number, row

header()
SHORT = ["1/4", "1/2", "1", "3/2", "2", "3", "5", "8", "20", "37"]
FAR = ["40", "100", "1000", "100000", "100000000", "10000000000"]

for z in SHORT + ["40"]:
    x, y = number(z), ball(z)
    row("density", z, mp.npdf(x), (-y * y / 2).exp() / (2 * flint.arb.pi()).sqrt())
    row("upperTail", z, mp.erfc(x / mp.sqrt(2)) / 2, flint_log_tail(y).exp())
    row("lowerTail", z, mp.ncdf(x), 1 - flint_log_tail(y).exp())
for z in SHORT + FAR:
    for text in (z, "-" + z):
        row("logUpperTail", text, log_tail(number(text)), flint_log_tail(ball(text)))
    x, y = number(z), ball(z)
    # Hazard φ/(1 − Φ), which is nearly z, and how much larger it is than z.
    hazard = mp.exp(-x * x / 2 - mp.log(2 * mp.pi) / 2 - log_tail(x))
    check = (-y * y / 2 - (2 * flint.arb.pi()).log() / 2 - flint_log_tail(y)).exp()
    row("hazard", z, hazard, check)
    row("hazardExcess", z, hazard - x, check - y)

# The quantile at 10^−k: in the lower tail −z, in the upper tail z.
for k in (1, 2, 5, 17, 100, 300, 5000, 100_000_000):
    target, exact = -k * mp.log(10), -k * flint.arb(10).log()
    z = log_quantile(target)
    row("upperQuantile", f"1e-{k}", z, flint_log_quantile(z, exact))

# The quantile at 1/2 + 2^−k, by the error function and by a Newton step on Φ.
for k in (2, 10, 30, 60, 200):
    z = mp.sqrt(2) * mp.erfinv(mp.mpf(2) ** (1 - k))
    y = ball(z)
    excess = (y / flint.arb(2).sqrt()).erf() / 2 - flint.arb(2) ** -k
    row("middleQuantile", f"{k}", z, y - excess * (2 * flint.arb.pi()).sqrt() * (y * y / 2).exp())
