"""What SciPy needs for the work that `steepness bench flow` times, in one run.

The flow of g on the line between two modes at ±5 with σ = 1 from g(z) = z, at nodes that move with the particles: the same
unknowns, of order two in space, with the Jacobian as a sparse matrix of analytic entries.

Run: make peers
"""

import json
import os
import subprocess
import time

import numpy as np
from scipy.integrate import solve_ivp
from scipy.sparse import csc_array, diags_array

MODE = 5.0
COUNT = 401
REACH = 5.5
END = 20.0


def nodes():
    """Latent points, dense around 0: even in asinh(z/a) + z."""
    length = np.exp(-MODE**2 / 2) / MODE
    ends = np.arcsinh(REACH / length) + REACH
    targets = np.linspace(0, ends, COUNT // 2 + 1)
    low, high = np.zeros_like(targets), np.full_like(targets, np.arcsinh(REACH / length))
    for _ in range(80):
        middle = (low + high) / 2
        below = middle + length * np.sinh(middle) < targets
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    half = length * np.sinh((low + high) / 2)
    half[0] = 0
    return np.concatenate([-half[:0:-1], half])


Z = nodes()
MIDDLES = (Z[1:] + Z[:-1]) / 2
LOG_PRIOR = -(MIDDLES**2) / 2 + np.log(np.diff(Z))


def cells(x):
    """log(p_data/p_g) between nodes, its slope in the middle, and the gaps."""
    gaps = np.diff(x)
    middle = (x[1:] + x[:-1]) / 2
    log_data = -(middle**2 + MODE**2) / 2 + np.logaddexp(MODE * middle, -MODE * middle) - np.log(2)
    return log_data - LOG_PRIOR + np.log(gaps), MODE * np.tanh(MODE * middle) - middle, gaps


def velocity(_, x):
    ratio, _, _ = cells(x)
    potential = -np.logaddexp(0, -ratio)
    inner = 2 * np.diff(potential) / (x[2:] - x[:-2])
    low = inner[0] + (inner[0] - inner[1]) * (x[0] - x[1]) / (x[1] - x[2])
    high = inner[-1] + (inner[-1] - inner[-2]) * (x[-1] - x[-2]) / (x[-2] - x[-3])
    return np.concatenate([[low], inner, [high]])


def jacobian(_, x):
    ratio, score, gaps = cells(x)
    weight = 0.5 * (1 - np.tanh(ratio / 2))
    left, right = weight * (score / 2 - 1 / gaps), weight * (score / 2 + 1 / gaps)
    width = x[2:] - x[:-2]
    pull = 2 * np.diff(-np.logaddexp(0, -ratio)) / width**2
    below = -2 * left[:-1] / width + pull
    own = 2 * (left[1:] - right[:-1]) / width
    above = 2 * right[1:] / width - pull
    matrix = diags_array(
        [np.append(below, 0), np.concatenate([[0], own, [0]]), np.insert(above, 0, 0)],
        offsets=[-1, 0, 1],
    ).tolil()
    # The ends follow the two nodes beside them.
    low = (x[0] - x[1]) / (x[1] - x[2])
    high = (x[-1] - x[-2]) / (x[-2] - x[-3])
    matrix[0, :4] = (1 + low) * matrix[1, :4].toarray() - low * matrix[2, :4].toarray()
    matrix[-1, -4:] = (1 + high) * matrix[-2, -4:].toarray() - high * matrix[-3, -4:].toarray()
    return csc_array(matrix)


def main():
    gaps = np.diff(Z)
    least = np.minimum(np.append(gaps, gaps[-1]), np.insert(gaps, 0, gaps[0]))
    start = time.perf_counter()
    solution = solve_ivp(
        velocity, (0, END), Z, method="BDF", jac=jacobian, rtol=1e-8, atol=1e-8 * least
    )
    peer = time.perf_counter() - start
    middle = COUNT // 2
    reached = np.log((solution.y[middle + 1, -1] - solution.y[middle, -1]) / (Z[middle + 1] - Z[middle]))
    program = os.environ.get("STEEPNESS", "steepness")
    printed = subprocess.run(
        [program, "bench", "flow", "--format", "json"], check=True, capture_output=True, text=True
    )
    rows = json.loads(printed.stdout)["rows"]
    # What SciPy's tolerance is in the units of the program's: a gap is an error of one in log g'.
    reached_gaps = np.diff(solution.y[:, -1])
    narrower = np.minimum(np.append(reached_gaps, reached_gaps[-1]), np.insert(reached_gaps, 0, reached_gaps[0]))
    shares = 1e-8 * (np.abs(solution.y[:, -1]) + least) / narrower
    norm = np.sqrt(np.mean(shares**2))
    print(f"1e-8 of |g| is {norm:.2g} of a gap (root mean square over nodes, at the end)")
    print(f"SciPy's BDF at 1e-8 of |g|: {peer:.3g} s, {solution.t.size} steps, status {solution.status}, "
          f"log g'(0) = {reached:.6f} at t = {solution.t[-1]:g}")
    for row in rows:
        if row["what"].startswith("flow"):
            print(f"{row['what']} of a gap: {row['time']:.3g} s, {row['steps']} steps, "
                  f"log g'(0) = {12.5 - row['error']:.6f}, ratio {peer / row['time']:.3g}")


if __name__ == "__main__":
    main()
