"""Runs every example of the help texts and every command in the code blocks of README and the articles.

An example must end with status 0 and leave something: text on standard output, and each file or folder that it
names. It runs in bash as a reader would type it, in a temporary folder that starts with FIXTURES alone; README
comes first, so that later examples find the runs that its examples leave. What takes minutes is shortened by
SHORTENED or, where it cannot be, left out by LEFT_OUT, and a line says so. `make` targets are looked up, not run.

Usage: STEEPNESS=path/to/steepness python3 check.py [FOLDER]
The folder keeps what the examples leave; without one they run in a temporary folder.
"""

import dataclasses
import json
import os
import pathlib
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("STEEPNESS", str(ROOT / ".build/release/steepness"))
LIMIT = 300  # seconds for one example

# Patterns and what stands in their place: short runs of the same names, fewer curves, less search.
SHORTENED = [
    (r"\bsteepness train (?!--resume)(\S+)", r"steepness train \1 --iterations 200 --checkpoint-interval 100"),
    (r"runs/a/checkpoints/000012000", "runs/a/checkpoints/000000200"),
    (r"runs/line/checkpoints/000010000", "runs/line/checkpoints/000000200"),
    (r"^steepness (figure 20 .*--noised-run (\S+) .*)$",
     r"steepness train mixture-3d --iterations 200 --checkpoint-interval 100 --discriminator-noise 0.1 -o \2"
     r" && steepness \1"),
    (r"--seeds 1:100\b", "--seeds 1:2 --settings gaussian-2d"),
    (
        r"^(steepness compare levels .*) --until \S+ --judge quick$",
        r"\1 --until 0.02 --steps-first 20 --steps-each 2 --iterations 10 --particles 20 --judge quick",
    ),
    (r"^(steepness compare levels (?!.*--iterations).*)$", r"\1 --iterations 50"),
    (r"^(steepness flow particles .*--rates number.*) --until 0\.2\b", r"\1 --until 0.02"),
    (r"^(steepness figure 5 --seed 1) ", r"\1 --iterations 1000 "),
    (r"^(steepness figure flow --seed 1) ", r"\1 --iterations 200 "),
    (r"--effort standard", "--effort quick"),
    (r"^(steepness ode .*--compare)( --order \d+)?$", r"\1 --order 3 --until 0.5"),
    (r"--cells 256\b", "--cells 64"),
    (r"\bdata-set --until 2\b", "data-set --until 0.5"),
    (r"^steepness bench (\S+)( --repetitions .*)?$", r"steepness bench \1 --repetitions 1"),
    (r"^steepness report --errata", "steepness report --effort quick --errata"),
    (r"^steepness flow growth( --laws)?( |$).*?( --figure \S+)?$", r"steepness flow growth\1 --ratios 2 --slopes 1\3"),
    (
        r"^steepness report -o report$",
        "mkdir report && steepness train gaussian-1d --iterations 200 -o report/gaussian-1d-seed-1"
        " && steepness report --effort quick -o report",
    ),
]

# What cannot be shortened, with the reason.
LEFT_OUT = {
    "steepness compare levels --modes='1,1;1,-1;-1,1;-1,-1' --sigma 0.2 --until 0.1 --judge quick":
        "the judge that the example on the line tries, for most of a minute",
    "steepness bench flow-plane": "five flows on 256 × 256 cells, a minute at the least",
}

# Options whose value is a file or folder that the command makes.
OUTPUTS = {"-o", "--output", "--figure", "--animation", "--state", "--array", "--density"}


@dataclasses.dataclass
class Example:
    command: str
    places: list[str]

    @property
    def run(self) -> str:
        command = self.command
        for pattern, replacement in SHORTENED:
            command = re.sub(pattern, replacement, command)
        return command


def commands(help_tree: dict, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], dict]]:
    """Every command of the program below its root, with its path."""
    found = []
    for command in help_tree.get("subcommands", []):
        if command["commandName"] != "help":
            here = (*path, command["commandName"])
            found += [(here, command), *commands(command, here)]
    return found


def help_tree() -> dict:
    """The program's own description of all its commands."""
    done = subprocess.run([PROGRAM, "--experimental-dump-help"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)["command"]


def of_help(tree: dict) -> list[Example]:
    """The examples of all help texts."""
    found = []
    for path, command in commands(tree):
        for line in (command.get("discussion") or "").splitlines():
            if line.strip().startswith("EXAMPLE:"):
                found.append(Example(line.split("EXAMPLE:", 1)[1].strip(), [" ".join(path) + " --help"]))
    return found


def without_example(tree: dict) -> list[str]:
    """The commands whose help has no example."""
    return [
        " ".join(path) for path, command in commands(tree) if "EXAMPLE:" not in (command.get("discussion") or "")
    ]


def of_text(text: str, place: str) -> list[Example]:
    """The commands in a Markdown text's code blocks that name no language, or `sh`."""
    found = []
    for language, block in re.findall(r"^```([^\n]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        if language.strip() not in ("", "sh"):
            continue
        for line in block.replace("\\\n", " ").splitlines():
            command = re.sub(r"\s+#\s.*$", "", line).strip()
            if re.match(r"(make|steepness)\s", command):
                found.append(Example(command, [place]))
    return found


def merged(examples: list[Example]) -> list[Example]:
    """Each command once, where it first stands, with all its places."""
    known: dict[str, Example] = {}
    for example in examples:
        known.setdefault(example.command, Example(example.command, [])).places.extend(example.places)
    return list(known.values())


def write_fixtures(folder: pathlib.Path) -> None:
    """What examples call a file of the reader's own: a network, and a log of training under two sets of names."""
    arrays = {"net.0.weight": (4, 2), "net.0.bias": (4,), "net.2.weight": (3, 4), "net.2.bias": (3,)}
    header, data = {}, b""
    for name, shape in arrays.items():
        count = shape[0] * (shape[1] if len(shape) == 2 else 1)
        values = struct.pack(f"<{count}f", *((-1) ** i * (i + 1) / 8 for i in range(count)))
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + len(values)]}
        data += values
    text = json.dumps(header).encode()
    (folder / "generator.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + data)
    rows = ["iteration,gradient,steepness,grad_q,S"]
    rows += [f"{100 * i},{2 + 0.2 * i},{5 - 0.04 * i},{2 + 0.2 * i},{5 - 0.04 * i}" for i in range(100)]
    (folder / "log.csv").write_text("\n".join(rows) + "\n")


def leavings(command: str) -> list[str]:
    """The files and folders that a command says it makes."""
    words = shlex.split(command, comments=True)
    named = [after for before, after in zip(words, words[1:]) if before in OUTPUTS]
    return named + [word.split("=", 1)[1] for word in words if word.split("=", 1)[0] in OUTPUTS and "=" in word]


def is_there(path: pathlib.Path) -> bool:
    """Whether a file with contents is there, or a folder with such a file, or one of that name with a suffix."""
    candidates = [path, *path.parent.glob(path.name + ".*")]
    files = [file for found in candidates for file in ([found] if found.is_file() else found.rglob("*"))]
    return any(file.is_file() and file.stat().st_size > 0 for file in files)


def complaint(example: Example, folder: pathlib.Path, path: str) -> str | None:
    """What is wrong with an example, or nothing."""
    if example.command.startswith("make "):
        words = [word for word in shlex.split(example.command)[1:] if "=" not in word]
        done = subprocess.run(["make", "-n", *words], cwd=ROOT, capture_output=True, text=True)
        return None if done.returncode == 0 else f"make knows no such target: {done.stderr.strip()}"
    try:
        done = subprocess.run(
            ["bash", "-c", example.run], cwd=folder, env={**os.environ, "PATH": path}, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=LIMIT,
        )
    except subprocess.TimeoutExpired:
        return f"takes more than {LIMIT} s"
    if done.returncode != 0:
        return f"ends with {done.returncode}: {done.stderr.strip()}"
    made = leavings(example.run)
    if missing := [name for name in made if not is_there(folder / name)]:
        return f"does not make {', '.join(missing)}"
    if not made and not done.stdout.strip():
        return "prints nothing and makes nothing"
    return None


def failures(examples: list[Example], folder: pathlib.Path) -> int:
    """Runs examples in order in a folder, and counts those that fail."""
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        tools = pathlib.Path(name)
        (tools / "steepness").symlink_to(pathlib.Path(PROGRAM).resolve())
        write_fixtures(folder)
        for example in examples:
            if reason := LEFT_OUT.get(example.command):
                print(f"left out     {example.command}: {reason}")
                continue
            started = time.monotonic()
            found = complaint(example, folder, f"{tools}:{os.environ['PATH']}")
            seconds = time.monotonic() - started
            print(f"{'FAILED' if found else 'ran'} {seconds:5.1f} s  {example.command}", flush=True)
            if example.run != example.command:
                print(f"   shortened: {example.run}")
            if found:
                failed += 1
                print(f"   {found} ({'; '.join(example.places)})", file=sys.stderr, flush=True)
    return failed


def main() -> None:
    tree = help_tree()
    articles = sorted((ROOT / "Sources").glob("*/*.docc/**/*.md"))
    examples = []
    for file in (ROOT / "README.md", *articles):
        examples += of_text(file.read_text(encoding="utf-8"), str(file.relative_to(ROOT)))
    examples = merged(examples + of_help(tree))
    if not examples:
        sys.exit("examples: there are none")
    silent = without_example(tree)
    for name in silent:
        print(f"{name} --help has no example", file=sys.stderr)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else name).resolve()
        if folder != pathlib.Path(name).resolve():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        failed = failures(examples, folder)
    left_out = sum(example.command in LEFT_OUT for example in examples)
    print(
        f"examples: {len(examples) - failed - left_out} ran, {failed} failed, {left_out} left out, "
        f"{len(silent)} commands without one"
    )
    sys.exit(1 if failed or silent else 0)


if __name__ == "__main__":
    main()
