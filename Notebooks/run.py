"""Runs every notebook of this folder headless and fails on the first error of each.

Outputs go to a temporary folder; the notebooks in the repository hold none, which is checked.
"""

import os
import pathlib
import re
import sys
import tempfile
import time

import nbclient
import nbformat

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent
CELL_LIMIT = 900  # seconds


def complaint(notebook: pathlib.Path, results: pathlib.Path) -> str | None:
    """What is wrong with the notebook, or nothing."""
    content = nbformat.read(notebook, as_version=4)
    cells = [cell for cell in content.cells if cell.cell_type == "code"]
    if not cells:
        return "it has no code"
    if any(cell.outputs or cell.execution_count for cell in cells):
        return "it is stored with outputs; clear them"
    client = nbclient.NotebookClient(
        content, timeout=CELL_LIMIT, kernel_name="python3", resources={"metadata": {"path": ROOT}}
    )
    try:
        client.execute()
    except (nbclient.exceptions.CellExecutionError, nbclient.exceptions.CellTimeoutError) as error:
        return re.sub(r"\x1b\[[0-9;]*m", "", str(error))
    finally:
        nbformat.write(content, results / notebook.name)
    return None


def main() -> None:
    os.environ.setdefault("STEEPNESS", str(ROOT / ".build/release/steepness"))
    notebooks = sorted(FOLDER.glob("*.ipynb"))
    if not notebooks:
        sys.exit("notebooks: there are none")
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        # The kernel writes its history and connection files there too, not to the home directory.
        os.environ.update(JUPYTER_PLATFORM_DIRS="1", IPYTHONDIR=folder, JUPYTER_RUNTIME_DIR=folder)
        for notebook in notebooks:
            started = time.monotonic()
            found = complaint(notebook, pathlib.Path(folder))
            failed += found is not None
            print(f"{notebook.name}: {'FAILED' if found else 'ran'}, {time.monotonic() - started:.0f} s")
            if found:
                print(found, file=sys.stderr)
    print(f"notebooks: {len(notebooks) - failed} ran, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
