"""Pastes every kind of table that `--format latex` prints into one document, and runs pdfLaTeX on it and on errata.

The document has nothing but the packages that the tables' own comments name. An error of LaTeX fails; boxes that
are too wide or too high are listed with their tables, and fail where `show` prints formulas, which break into lines.
A command that prints tables and has none here fails too.

Usage: STEEPNESS=path/to/steepness python3 check.py ERRATA.tex [FOLDER]
The folder keeps the documents and the PDFs; without one they go to a temporary folder.
"""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("STEEPNESS", str(ROOT / ".build/release/steepness"))

# What tables of a run are made from.
PREPARATION = "train gaussian-1d --seed 3 --iterations 200 --checkpoint-interval 200 -o line"

TABLES = [
    "claims",
    "show theorem-4.2",
    "show field-",
    "show ratio-",
    "verify theorem-3.4 theorem-4.2 assumption-4.1 --effort quick",
    "power theorem-3.4 --effort quick",
    "field --case 3 --grid=-1:1:3",
    "field --case 4 --points '1/3,2' --digits 30",
    "table 3.1 --modes '-8;0;10' --sigma 1",
    "table 3.1 --modes '-8;8' --sigma 0.1 --digits 20",
    "table 3.1 --sweep gap=6:40:5 --with count=3 --sigma 1",
    "table 3.2 --modes '1,1;1,-1;-1,1;-1,-1' --sigma 0.3 --radius 3",
    "table 3.4 --modes '-8;8' --sigma 1 --slopes 1,10,100",
    "table 3.4 --modes '-8;8' --sigma 1 --slopes 10 --digits 30",
    "table 3.4 --sigma 1 --sweep gap=7,10,20 --sweep slope=1:100:5:log --quantity tightness",
    "table 4.2 --sigma 1 --sweep distance=0.1:2:20 --with step=0.5",
    "table C.5 --sigma 1 --sweep dimension=1,2,3,10 --with steepness=0.5 --with step=0.1",
    "map --modes '-2;2' --sigma 0.5 --at=-2:2:9",
    "map --modes '-8;0;10' --sigma 1 --at='-1;0;1/3' --digits 30",
    "ode --mu 2 --sigma 0.5 --initial 1 --until 1",
    "flow line --modes '-3;3' --sigma 1 --until 1",
    "flow line-particles --modes '-3;3' --sigma 1 --until 0.1",
    "flow growth --ratios 3 --slopes 1",
    "flow plane case-1 --until 0.1 --cells 24",
    "flow radial --dimension 3 --until 0.1 --shells 32",
    "flow particles case-1 --count 100 --until 0.1",
    "inspect line/checkpoints/000000200.safetensors --at 0",
    "compare run line --at=-2:2:5",
    "compare levels --modes '-2;2' --sigma 0.5 --until 0.05 --iterations 20",
    "compare levels --modes '-2;2' --sigma 0.5 --until 0.05 --iterations 20 --part steps",
    "certify line/checkpoints/000000200.safetensors --box=-3:3 --modes '-2;2' --sigma 0.5",
    "experiment early-stopping --seeds 1:2 --settings gaussian-2d -o trial",
    "experiment early-stopping --evaluate --table sensitivity -o trial",
    "stop line",
    "bench field --repetitions 1",
    "doctor",
]


def output(command: str, folder: pathlib.Path) -> str:
    """What the program prints in the folder."""
    done = subprocess.run(
        [PROGRAM, *shlex.split(command)], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if done.returncode != 0:
        sys.exit(f"latex: '{command}' ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def without_table() -> list[str]:
    """The commands that have `--format` and no table here."""
    found = []

    def visit(command: dict, path: str) -> None:
        options = {name["name"] for option in command.get("arguments", []) for name in option.get("names") or []}
        if "format" in options and not any(f"steepness {table} ".startswith(f"{path} ") for table in TABLES):
            found.append(path)
        for inner in command.get("subcommands", []):
            visit(inner, f"{path} {inner['commandName']}")

    visit(json.loads(output("--experimental-dump-help", ROOT))["command"], "steepness")
    return found


def document(tables: list[tuple[str, str]]) -> str:
    """One document with every table, and a line in LaTeX's log before each."""
    packages = sorted({line for _, table in tables for line in re.findall(r"^% (\\usepackage.*)$", table, re.MULTILINE)})
    lines = [r"\documentclass{article}", *packages, r"\begin{document}"]
    for command, table in tables:
        lines += [rf"\typeout{{TABLE {re.sub(r'[^A-Za-z0-9 .:=/-]', '', command)}}}", table, r"\clearpage"]
    return "\n".join([*lines, r"\end{document}", ""])


def typeset(name: str, folder: pathlib.Path) -> str:
    """LaTeX's log of a document in the folder, or an exit with its first error."""
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-file-line-error", f"{name}.tex"],
        cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, env={**os.environ, "max_print_line": "10000"},
    )
    log = done.stdout.decode("utf-8", errors="replace")
    if done.returncode != 0 or not (folder / f"{name}.pdf").exists():
        lines = log.splitlines()
        place = next((i for i, line in enumerate(lines) if re.match(r"(\./)?[^ ]+:\d+: |!", line)), len(lines) - 8)
        inside = [line for line in lines[:place] if line.startswith("TABLE ")][-1:]
        sys.exit("\n".join([f"latex: {name}.tex does not compile", *inside, *lines[place : place + 6]]))
    return log


def unfit(log: str) -> list[str]:
    """What LaTeX says is too wide or too high, once for each table with the worst of it."""
    table, worst = "document", {}
    for line in log.splitlines():
        if line.startswith("TABLE "):
            table = line[6:]
        found = re.search(r"Overfull \\hbox \(([\d.]+)pt too (wide)|Float too (large) for page by ([\d.]+)pt", line)
        if found:
            key = (table, "wide" if found[2] else "high")
            worst[key] = max(worst.get(key, 0), float(found[1] or found[4]))
    return [f"{table}: {points:.0f} pt too {way}" for (table, way), points in worst.items()]


def must_fit(complaint: str) -> bool:
    """Whether a table that does not fit is one of formulas, which are broken where they are too wide."""
    return complaint.startswith("show ") and complaint.endswith("wide")


def check(errata: pathlib.Path, folder: pathlib.Path) -> None:
    if missing := without_table():
        sys.exit(f"latex: no table of {', '.join(missing)}")
    shutil.rmtree(folder / "line", ignore_errors=True)
    output(PREPARATION, folder)
    tables = [(command, output(f"{command} --format latex", folder)) for command in TABLES]
    for command, table in tables:
        if r"\begin{tabular}" not in table and r"\begin{longtable}" not in table and "show" not in command:
            sys.exit(f"latex: '{command}' prints no table")
    (folder / "tables.tex").write_text(document(tables), encoding="utf-8")
    shutil.copyfile(errata, folder / "errata.tex")
    for name in ("tables", "errata"):
        log = typeset(name, folder)
        pages = re.search(r"Output written on .*?\((\d+) pages?", log)
        print(f"{name}.tex: {pages[1] if pages else 'no'} pages")
        complaints = unfit(log)
        for line in complaints:
            print(f"  {line}")
        if any(map(must_fit, complaints)):
            sys.exit("latex: a formula is too wide")
    print(f"latex: {len(tables)} tables and the errata compile")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: check.py ERRATA.tex [FOLDER]")
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else name).resolve()
        place.mkdir(parents=True, exist_ok=True)
        check(pathlib.Path(sys.argv[1]).resolve(), place)
