"""What other tools need for the work that `steepness bench scalars` times, in one run.

Run: make peers
"""

import json
import os
import statistics
import subprocess
import time

import jax
import jax.numpy as jnp
import numba
import numpy as np
from flint import arb, ctx
from scipy.special import ndtr, ndtri

jax.config.update("jax_enable_x64", True)


def median_seconds(work, repetitions=9):
    work()
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


# Case 1 of Table 2: four modes of variance 1/10 at (±1, ±1), particles N(0, 1/5).
MODES = np.array([[1.0, 1], [1, -1], [-1, 1], [-1, -1]])
SIDE = 1000
AXIS = np.linspace(-4, 4, SIDE)
X, Y = (axis.ravel() for axis in np.meshgrid(AXIS, AXIS, indexing="ij"))


def ratio_field(xp, x, y):
    """∇r/(r·(1 + r)), mode by mode over whole arrays."""
    r = slope_x = slope_y = 0.0
    for mode_x, mode_y in MODES:
        dx, dy = mode_x - x, mode_y - y
        term = 0.5 * xp.exp(2.5 * (x * x + y * y) - 5 * (dx * dx + dy * dy))
        r = r + term
        slope_x = slope_x + term * (10 * dx + 5 * x)
        slope_y = slope_y + term * (10 * dy + 5 * y)
    share = 1 / (r * (1 + r))
    return slope_x * share, slope_y * share


@numba.njit(parallel=True)
def numba_field(xs, ys, modes, result):
    for i in numba.prange(xs.shape[0]):
        x, y = xs[i], ys[i]
        r = sx = sy = 0.0
        for k in range(modes.shape[0]):
            dx, dy = modes[k, 0] - x, modes[k, 1] - y
            term = 0.5 * np.exp(2.5 * (x * x + y * y) - 5 * (dx * dx + dy * dy))
            r += term
            sx += term * (10 * dx + 5 * x)
            sy += term * (10 * dy + 5 * y)
        result[i, 0] = sx / (r * (1 + r))
        result[i, 1] = sy / (r * (1 + r))


def mixture_field(points, modes, variance):
    """The field of a mixture against N(0, I), with matrix products and a shift."""
    squares = (points**2).sum(1)[:, None] - 2 * points @ modes.T + (modes**2).sum(1)
    exponent = -squares / (2 * variance)
    greatest = exponent.max(1, keepdims=True)
    shares = np.exp(exponent - greatest)
    total = shares.sum(1, keepdims=True)
    dimension = points.shape[1]
    log_data = greatest[:, 0] + np.log(total[:, 0] / len(modes)) - dimension / 2 * np.log(variance)
    score = (shares @ modes / total - points) / variance + points
    return score / (1 + np.exp(log_data + (points**2).sum(1) / 2))[:, None]


def scipy_sums(modes, sigma, slopes):
    middle = (modes[:, 1:] + modes[:, :-1]) / 2
    below = ndtr((middle[:, :, None] - modes[:, None, :]) / sigma).mean(-1)
    anchor = ndtri(below)
    reach = (np.diff(modes, axis=1) - 6 * sigma) / (2 * slopes[:, None])
    return (ndtr(anchor + reach) - ndtr(anchor - reach)).sum(1)


def flint_sum():
    """The same sum for ten modes as a ball, to 50 digits."""
    modes = [arb(7 * k + k * k // 9) for k in range(10)]
    root = arb(2).sqrt()

    def cdf(x):
        return (-x / root).erfc() / 2

    total = arb(0)
    for left, right in zip(modes, modes[1:]):
        middle = (left + right) / 2
        below = sum((cdf(middle - mode) for mode in modes), arb(0)) / 10
        anchor = root * (2 * below - 1).erfinv()
        reach = (right - left - 6) / 20
        total += cdf(anchor + reach) - cdf(anchor - reach)
    return total


def main():
    ctx.prec = 192
    rng = np.random.default_rng(1)
    sets = 20_000
    gaps = 7 + (np.arange(sets) % 13) / 13
    modes = np.arange(10) * gaps[:, None]
    slopes = 1.0 + np.arange(sets) % 101
    jax_field = jax.jit(lambda x, y: ratio_field(jnp, x, y))
    device_points = jnp.asarray(X), jnp.asarray(Y)
    result = np.empty((SIDE**2, 2))
    many = {n: (rng.uniform(-3, 3, (20_000, n)), rng.uniform(-3, 3, (100, n))) for n in (2, 64)}
    peers = {
        "field of case 1, grid, all cores": {
            "NumPy": (lambda: ratio_field(np, X, Y), SIDE**2),
            "numba": (lambda: numba_field(X, Y, MODES, result), SIDE**2),
            "JAX": (lambda: jax.block_until_ready(jax_field(*device_points)), SIDE**2),
        },
        "field of 100 modes in 2-D, one core": {
            "NumPy": (lambda: mixture_field(*many[2], 0.5), 20_000),
        },
        "field of 100 modes in 64-D, one core": {
            "NumPy": (lambda: mixture_field(*many[64], 0.5), 20_000),
        },
        "Theorem 3.4's sum for 10 modes, all cores": {
            "SciPy": (lambda: scipy_sums(modes, 1.0, slopes), sets),
        },
        "Theorem 3.4's sum for 10 modes to 50 digits, one core": {
            "python-flint": (flint_sum, 1),
        },
    }
    peers["the same, scattered"] = peers["field of case 1, grid, all cores"]
    program = os.environ.get("STEEPNESS", "steepness")
    printed = subprocess.run(
        [program, "bench", "scalars", "--format", "json"], check=True, capture_output=True, text=True
    )
    ours = {row["what"]: row["time"] for row in json.loads(printed.stdout)["rows"]}
    print(f"{'what':56} {'peer':13} {'peer [ns]':>11} {'ours [ns]':>11} {'ratio':>7}")
    for what, entries in peers.items():
        for name, (work, count) in entries.items():
            peer = median_seconds(work) / count * 1e9
            print(f"{what:56} {name:13} {peer:11.4g} {ours[what]:11.4g} {peer / ours[what]:7.3g}")


if __name__ == "__main__":
    main()
