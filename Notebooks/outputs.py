"""Compares the stored outputs of a notebook with those of a new run.

Text is compared, images are not. How, a tag of the cell says:

- no tag: character by character, but for the width of blanks;
- `approximate`: words likewise, numbers to one part in a thousand: the program computed them in doubles over
  many steps, whose last bits differ from processor to processor, and the cell shows four digits;
- `this-machine`: only that there still are outputs: weights after thousands of training steps, choices of
  quick mode, and time.
"""

import re

TAGS = ("approximate", "this-machine")
RELATIVE_DIFFERENCE = 1e-3
NUMBER = re.compile(r"(?<![\w.])[-+−]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.]*\w)")


def texts(cell) -> list[str]:
    """All that the cell's outputs say in text, one entry an output and kind of text, blanks narrowed to one."""
    found = []
    for output in cell.outputs:
        if output.output_type == "stream":
            found.append(f"{output.name}: {output.text}")
        elif output.output_type == "error":
            found.append(f"error: {output.ename}: {output.evalue}")
        else:
            found += [f"{kind}: {data}" for kind, data in sorted(output.data.items()) if kind.startswith("text/")]
    return [re.sub(r"\s+", " ", entry).strip() for entry in found]


def is_close(stored: str, new: str) -> bool:
    """Whether the texts differ in nothing but numbers, and in those by no more than one part in a thousand."""
    if NUMBER.split(stored) != NUMBER.split(new):
        return False
    pairs = zip(NUMBER.findall(stored), NUMBER.findall(new), strict=True)
    numbers = [[float(number.replace("−", "-")) for number in pair] for pair in pairs]
    return all(abs(one - other) <= RELATIVE_DIFFERENCE * max(abs(one), abs(other)) for one, other in numbers)


def first_difference(stored: str, new: str) -> str:
    """A few words around the place where the texts part."""
    position = next((i for i, pair in enumerate(zip(stored, new)) if pair[0] != pair[1]), min(len(stored), len(new)))
    window = slice(max(0, position - 30), position + 60)
    return f"stored '…{stored[window]}…', now '…{new[window]}…'"


def difference(stored, new) -> str | None:
    """How the outputs of one code cell differ, or nothing."""
    tags = [tag for tag in stored.metadata.get("tags", []) if tag in TAGS]
    before, after = texts(stored), texts(new)
    if "this-machine" in tags:
        return None if bool(stored.outputs) == bool(new.outputs) else "there are outputs in one of the two runs only"
    if len(before) != len(after):
        return f"{len(before)} texts are stored, now there are {len(after)}"
    for one, other in zip(before, after):
        if one != other and not ("approximate" in tags and is_close(one, other)):
            return first_difference(one, other)
    return None


def warnings(notebook) -> list[str]:
    """What the notebook's cells wrote on standard error."""
    found = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [output.text.strip() for output in found if output.get("name") == "stderr"]


def differences(stored, new) -> list[str]:
    """How the outputs of two runs of one notebook differ, cell by cell; cells are counted from 1."""
    found = []
    for number, (before, after) in enumerate(zip(stored.cells, new.cells, strict=True), start=1):
        if before.cell_type == "code" and (what := difference(before, after)) is not None:
            found.append(f"cell {number}: {what}")
    return found
