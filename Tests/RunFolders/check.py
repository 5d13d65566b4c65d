"""Reads what `steepness train` writes with Python's own packages, and gives `steepness inspect` what they write.

Usage: STEEPNESS=path/to/steepness python check.py
"""

import json
import os
import pathlib
import subprocess
import tempfile

import numpy as np
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

PROGRAM = os.environ["STEEPNESS"]
ITERATIONS = 200


def steepness(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True).stdout


def layers(arrays, prefix):
    count = sum(name.startswith(f"{prefix}.") and name.endswith(".weight") for name in arrays)
    return [(arrays[f"{prefix}.{i}.weight"], arrays[f"{prefix}.{i}.bias"]) for i in range(count)]


def forward(network, points):
    """The network's values and Jacobians, in double precision, with rectifiers."""
    values = points.astype(np.float64)
    jacobians = np.broadcast_to(np.eye(points.shape[1]), (len(points), *[points.shape[1]] * 2))
    for index, (weight, bias) in enumerate(network):
        weight = weight.astype(np.float64)
        values = values @ weight.T + bias
        jacobians = weight @ jacobians
        if index < len(network) - 1:
            jacobians = jacobians * (values > 0)[:, :, None]
            values = np.maximum(values, 0)
    return values, jacobians


def check_run(folder):
    run = folder / "run"
    steepness("train", "mixture-3d", "--iterations", str(ITERATIONS), "--seed", "5", "--checkpoint-interval", "50", "-o", str(run))
    config = json.loads((run / "config.json").read_text())
    files = sorted((run / "checkpoints").glob("*.safetensors"))
    assert [int(file.stem) for file in files] == list(range(50, ITERATIONS + 1, 50)), files
    latents = np.load(run / "samples" / "latents.npy")
    for file in files:
        arrays = load_file(file)
        with safe_open(file, "numpy") as opened:
            metadata = opened.metadata()
        assert metadata["iteration"] == str(int(file.stem)), metadata
        assert metadata["generator.activation"] == "relu", metadata
        network = layers(arrays, "generator")
        assert [weight.shape for weight, _ in network] == [(128, 3), (128, 128), (3, 128)]
        assert all(array.dtype == np.float32 for array in arrays.values())
        samples = np.load(run / "samples" / f"{file.stem}.npy")
        values, _ = forward(network, latents)
        # Sums of up to 129 terms in three layers, in single precision.
        assert np.abs(values - samples).max() <= 3 * 129 * 2.0**-24 * np.abs(samples).max()
    lines = [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]
    assert [line["iteration"] for line in lines] == list(range(0, ITERATIONS + 1, 50)), lines
    _, jacobians = forward(network, latents)
    norms = np.linalg.norm(jacobians, 2, axis=(1, 2))
    # A rectifier whose sum is within rounding of 0 may be on for one and off for the other.
    assert abs(norms.mean() - lines[-1]["meanSteepness"]) <= 1e-3 * norms.mean()
    assert config["seed"] == 5 and config["experiment"]["name"] == "mixture-3d"
    return f"{len(files)} checkpoints, {len(lines)} measurements"


def check_inspection(folder):
    generator = np.random.default_rng(7)
    shapes = [(16, 2), (16, 16), (3, 16)]
    network = [(generator.normal(size=shape) / shape[1] ** 0.5, generator.normal(size=shape[0])) for shape in shapes]
    arrays = {}
    for index, (weight, bias) in enumerate(network):
        # Numbered as in a Sequential with activations between.
        arrays[f"net.{2 * index}.weight"] = weight
        arrays[f"net.{2 * index}.bias"] = bias
    save_file(arrays, folder / "elsewhere.safetensors")
    points = generator.normal(size=(5, 2)).round(3)
    at = ";".join(",".join(map(str, point)) for point in points)
    printed = json.loads(steepness("inspect", str(folder / "elsewhere.safetensors"), "--activation", "relu", f"--at={at}", "--format", "json"))
    found = np.array([row["value"] for row in printed["rows"][-len(points):]])
    expected = np.linalg.norm(forward(network, points)[1], 2, axis=(1, 2))
    # Three layers of up to 16 terms in double precision, and the norm's own rounding.
    assert np.abs(found - expected).max() <= 200 * 2.0**-53 * expected.max(), (found, expected)
    check_certificate(folder / "elsewhere.safetensors", network, generator)
    return f"steepness of {len(points)} latents, and its bound over a box"


def check_certificate(file, network, generator):
    printed = json.loads(steepness("certify", str(file), "--activation", "relu", "--box=-1:1,-0.5:2", "--boxes", "2000", "--format", "json"))
    seen, lower, upper, undivided = (row["value"] for row in printed["rows"])
    points = np.stack([generator.uniform(-1, 1, 20000), generator.uniform(-0.5, 2, 20000)], axis=1)
    drawn = np.linalg.norm(forward(network, points)[1], 2, axis=(1, 2)).max()
    # Three layers of up to 16 terms in double precision; the bound has no such excuse.
    assert drawn <= upper * (1 + 200 * 2.0**-53), (drawn, upper)
    assert lower <= seen * (1 + 200 * 2.0**-53) and seen <= upper <= undivided, printed


def check_allocations():
    table = json.loads(steepness("bench", "train", "--repetitions", "3", "--format", "json"))
    counts = [row["allocations"] for row in table["rows"]]
    assert counts == [0] * len(counts), counts
    return "no allocation in the loop"


with tempfile.TemporaryDirectory() as name:
    for check in (check_run, check_inspection):
        print(f"{check.__name__}: {check(pathlib.Path(name))}")
    print(f"check_allocations: {check_allocations()}")
