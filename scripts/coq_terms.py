"""Hands every term that `steepness show` prints for Coq to `coqc`: each must parse and have the type R.

Symbols become real arguments, and Phi and its inverse functions of which nothing is known.

Usage: python3 scripts/coq_terms.py
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("STEEPNESS", str(ROOT / ".build/release/steepness"))
APPLIED = set("Phi Phi_inv PI R Rpower asin atan cos exp ln sin sqrt tan".split())
OPENING = """Require Import Reals.
Open Scope R_scope.
Section Terms.
Variables Phi Phi_inv : R -> R.
"""


def shown(*arguments: str) -> str:
    """What `steepness show` prints."""
    command = [PROGRAM, "show", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def derivations() -> list[dict]:
    """The rows of all beginnings of names that the help lists."""
    families = re.findall(r"'([a-z]+-)'", shown("--help"))
    return [
        row for family in families for row in json.loads(shown(family, "--format", "json"))["rows"]
    ]


def definition(number: int, name: str, term: str) -> str:
    """A definition of the term as a function of its symbols."""
    symbols = sorted(set(re.findall(r"[A-Za-z_][A-Za-z0-9_']*", term)) - APPLIED)
    arguments = f" ({' '.join(symbols)} : R)" if symbols else ""
    return f"(* {name} *)\nDefinition term{number}{arguments} : R := {term}.\n"


def main() -> int:
    rows = derivations()
    terms = [
        (row["name"], row[column])
        for row in rows
        for column in ("printed in Coq", "derived in Coq")
        if row.get(column)
    ]
    if not rows or len(terms) < len(rows):
        print(f"{len(rows)} derivations, but only {len(terms)} terms for Coq")
        return 1
    text = OPENING + "".join(definition(i, *term) for i, term in enumerate(terms)) + "End Terms.\n"
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "terms.v"
        file.write_text(text)
        compiled = subprocess.run(["coqc", str(file)], capture_output=True, text=True)
    if compiled.returncode != 0:
        print(compiled.stderr or compiled.stdout)
        line = re.search(r"line (\d+)", compiled.stderr)
        if line:
            print("\n".join(text.splitlines()[int(line[1]) - 2 : int(line[1])]))
        return 1
    print(f"{len(terms)} terms of {len(rows)} derivations have the type R in Coq")
    return 0


if __name__ == "__main__":
    sys.exit(main())
