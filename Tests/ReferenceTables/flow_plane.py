"""Case 1 of Table 2 under the optimal discriminator, by another discretisation than the package's.

Run: python3 Tests/ReferenceTables/flow_plane.py > Tests/ReferenceTables/flow-plane.csv
with NumPy and SciPy installed; some minutes.

∂ₜp = ∇·(p·∇ξ), ξ = log(1 + p/q), by staggered differences of fourth order at points, not means over cells, and SciPy's explicit Runge–Kutta method of order 5 with a tolerance of 1e-9. Values are printed for two meshes;
their difference is the error of the coarser one. A quantity's argument is time|cells a side.
"""

import platform
from importlib.metadata import version

import numpy as np
from scipy.integrate import solve_ivp

REACH, END = 3.0, 0.1
MODES = [(1, 1), (1, -1), (-1, 1), (-1, -1)]


def gaussian(x, y, mean, variance):
    return np.exp(-((x - mean[0]) ** 2 + (y - mean[1]) ** 2) / (2 * variance)) / (
        2 * np.pi * variance)


def outer(a, count):
    """Continued by its border values along the last axis."""
    return np.pad(a, [(0, 0)] * (a.ndim - 1) + [(count, count)], mode="edge")


def divergence(density, potential, step):
    """∂(p·∂ξ) along the last axis, both derivatives staggered and of fourth order."""
    p, f = outer(density, 2), outer(potential, 2)
    mean = (9 * (p[..., 1:-2] + p[..., 2:-1]) - (p[..., :-3] + p[..., 3:])) / 16
    slope = (27 * (f[..., 2:-1] - f[..., 1:-2]) - (f[..., 3:] - f[..., :-3])) / (24 * step)
    flux = mean * slope
    flux[..., 0] = flux[..., -1] = 0
    flux = np.pad(flux, [(0, 0), (1, 1)])
    return (27 * (flux[:, 2:-1] - flux[:, 1:-2]) - (flux[:, 3:] - flux[:, :-3])) / (24 * step)


def solve(cells):
    step = 2 * REACH / cells
    x = (-REACH + step * (np.arange(cells) + 0.5))[None, :]
    y = x.T
    data = sum(gaussian(x, y, m, 0.1) / 4 for m in MODES)

    def rate(_, flat):
        p = flat.reshape(cells, cells)
        # Where p underflows, rounding and the orders above 2 may leave it below 0.
        potential = np.log1p(np.maximum(p / data, -0.5))
        return (divergence(p, potential, step) + divergence(p.T, potential.T, step).T).ravel()

    start = gaussian(x, y, (0, 0), 0.2)
    found = solve_ivp(rate, (0, END), start.ravel(), method="RK45", rtol=1e-9, atol=1e-12)
    assert found.success, found.message
    p = found.y[:, -1].reshape(cells, cells)
    functional = (p + data) * np.log((p + data) / (2 * data))
    # The midpoint's rule is of every order for smooth densities that vanish at the border.
    return [values.sum() * step**2 for values in (p, p * (x**2 + y**2), functional)]


print(f"# Python {platform.python_version()}, numpy {version('numpy')}, scipy {version('scipy')}")
print("quantity,arguments,value")
for cells in (96, 192):
    mass, square, functional = solve(cells)
    print(f"mass,{END}|{cells},{mass:.12g}")
    print(f"meanSquare,{END}|{cells},{square:.12g}")
    print(f"functional,{END}|{cells},{functional:.12g}")
