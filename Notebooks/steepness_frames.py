"""Runs the program `steepness` and hands over what it prints: tables as pandas frames, the rest as plain objects.

The program is the one that the environment variable STEEPNESS names, or the release build of this repository.
With STEEPNESS_QUICK=1 in the environment notebooks take the shorter way where they have one.
"""

import json
import os
import pathlib
import subprocess

import IPython.display
import matplotlib.pyplot
import pandas

ROOT = pathlib.Path(__file__).resolve().parent.parent
IS_QUICK = os.environ.get("STEEPNESS_QUICK") == "1"
# Okabe and Ito's colours, which stay apart for colour-blind eyes.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")


class SteepnessError(RuntimeError):
    """The program refused or failed; the message is its own last line on standard error."""

    def __init__(self, arguments: tuple[str, ...], status: int, complaint: str):
        super().__init__(complaint or f"'steepness {' '.join(arguments)}' ended with status {status}")
        self.arguments = arguments
        self.status = status


def text(*arguments, statuses: tuple[int, ...] = (0,)) -> str:
    """What `steepness ARGUMENTS` prints.

    Raises `SteepnessError` where the program ends with another status than `statuses`, and where it is not there.
    """
    words = tuple(str(argument) for argument in arguments)
    program = os.environ.get("STEEPNESS", str(ROOT / ".build/release/steepness"))
    try:
        run = subprocess.run([program, *words], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")
    except OSError as error:
        raise SteepnessError(
            words, 127, f"{program}: {error.strerror}; run 'make release', or name the program in STEEPNESS"
        ) from None
    if run.returncode not in statuses:
        raise SteepnessError(words, run.returncode, (run.stderr.strip().splitlines() or [""])[-1])
    return run.stdout


def answer(*arguments, statuses: tuple[int, ...] = (0,)) -> dict:
    """What `steepness ARGUMENTS --format json` prints, as Python objects."""
    return json.loads(text(*arguments, "--format", "json", statuses=statuses))


def frame(*arguments) -> pandas.DataFrame:
    """The table that `steepness ARGUMENTS` prints.

    Missing entries are NaN and infinite ones infinite; certified digits stay text, since no double holds them.
    `attrs` has the table's title, its metadata as a dictionary, and its note.
    """
    table = answer(*arguments)
    names = [column["name"] for column in table["columns"]]
    rows = pandas.DataFrame(table["rows"], columns=names)
    for name in names:
        if all(isinstance(entry, (int, float, type(None))) or entry in ("inf", "-inf") for entry in rows[name]):
            rows[name] = pandas.to_numeric(rows[name])
    rows.attrs = {"title": table["title"], "metadata": table["metadata"], "note": table.get("note", "")}
    return rows


def metrics(run_folder) -> pandas.DataFrame:
    """One row a measured iteration of a run folder of `train`; quantiles are in columns such as `steepness.median`."""
    lines = (pathlib.Path(run_folder) / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    return pandas.json_normalize([json.loads(line) for line in lines])


def show(rows: pandas.DataFrame) -> None:
    """Displays a frame as a table without its index, a dash for what is missing."""
    looks = {"index": False, "na_rep": "–"}
    both = {"text/html": rows.to_html(border=0, **looks), "text/plain": rows.to_string(**looks)}
    IPython.display.display(both, raw=True)


def set_style() -> None:
    """Numbers with four significant digits, whole texts, and pictures in one style."""
    pandas.options.display.float_format = "{:.4g}".format
    pandas.options.display.max_colwidth = None
    pandas.options.display.max_rows = None
    matplotlib.pyplot.rcParams.update({
        "figure.figsize": (6.4, 3.6),
        "figure.dpi": 90,
        "figure.constrained_layout.use": True,
        "axes.prop_cycle": matplotlib.cycler(color=COLOURS),
        "axes.grid": True,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "grid.color": "#dddddd",
        "legend.frameon": False,
    })
