"""Runs every notebook of this folder headless, and compares what it says with what is stored in it.

Usage: python run.py check [NAME…]   fails on the first error of each notebook and on outputs that are out of date
       python run.py write [NAME…]   stores the outputs

STEEPNESS names the program. With STEEPNESS_QUICK=1 notebooks train less; what that changes is in cells that are not
compared. The module outputs says what is compared and how nearly.
"""

import copy
import importlib
import os
import pathlib
import re
import sys
import tempfile
import time

import nbclient
import nbformat

import outputs

FOLDER = pathlib.Path(__file__).resolve().parent
CELL_LIMIT = 900  # seconds


def executed(notebook):
    """The notebook with the outputs of a new run.

    Raises an error of nbclient where a cell fails or takes too long.
    """
    content = copy.deepcopy(notebook)
    nbclient.NotebookClient(
        content, timeout=CELL_LIMIT, kernel_name="python3", record_timing=False, resources={"metadata": {"path": FOLDER}}
    ).execute()
    content.metadata = notebook.metadata
    return content


def complaint(path: pathlib.Path, is_written: bool) -> str | None:
    """What is wrong with the notebook, or nothing."""
    stored = nbformat.read(path, as_version=4)
    if not any(cell.cell_type == "code" for cell in stored.cells):
        return "it has no code"
    try:
        new = executed(stored)
    except (nbclient.exceptions.CellExecutionError, nbclient.exceptions.CellTimeoutError) as error:
        return re.sub(r"\x1b\[[0-9;]*m", "", str(error))
    if warnings := outputs.warnings(new):
        return "\n".join(["it writes on standard error", *warnings])
    if is_written:
        nbformat.write(new, path)
        return None
    found = outputs.differences(stored, new)
    return "\n".join(["its outputs are out of date; store new ones with 'make notebooks-record'", *found]) if found else None


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in ("check", "write"):
        sys.exit(__doc__)
    known = {path.stem: path for path in sorted(FOLDER.glob("*.ipynb"))}
    wanted = sys.argv[2:] or list(known)
    if not known or not set(wanted) <= set(known):
        sys.exit(f"notebooks: there are {', '.join(known) or 'none'}")
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        # The kernel writes its history, connection files and list of fonts there, not to the home directory.
        os.environ.update(
            JUPYTER_PLATFORM_DIRS="1", IPYTHONDIR=folder, JUPYTER_RUNTIME_DIR=folder, MPLCONFIGDIR=folder
        )
        # The list of fonts is made here, lest the first notebook tell of it.
        importlib.import_module("matplotlib.font_manager")
        for name in wanted:
            started = time.monotonic()
            found = complaint(known[name], is_written=sys.argv[1] == "write")
            failed += found is not None
            print(f"{name}: {'FAILED' if found else 'ran'}, {time.monotonic() - started:.0f} s", flush=True)
            if found:
                print(found, file=sys.stderr)
    print(f"notebooks: {len(wanted) - failed} ran, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
