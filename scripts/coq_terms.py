"""Hands what the program prints for Coq to `coqc`.

Every term that `steepness show` prints must parse and have the type R; symbols become real arguments, and Phi
and its inverse functions of which nothing is known. Every theorem of `steepness export-coq` must be accepted
with its proof, and be refused where a sign of its statement is changed.

Usage: python3 scripts/coq_terms.py    (after the theories are compiled)
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
# One theorem that says equal, one that gives a factor, and one with exponentials and roots.
MUTATED = ("field_of_ratio_equal", "recurrence_C_5_dimension_1_multiple", "hessian_12_equal")
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


def coqc(text: str) -> subprocess.CompletedProcess:
    """What Coq says of a source file."""
    theories = str(ROOT / "Proofs/theories")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "terms.v"
        file.write_text(text, encoding="utf-8")
        command = ["coqc", "-q", "-w", "-all", "-Q", theories, "Steepness", str(file)]
        return subprocess.run(command, capture_output=True, text=True)


def complaint(text: str, compiled: subprocess.CompletedProcess) -> str:
    """What Coq complains about, with the line before it."""
    line = re.search(r"line (\d+)", compiled.stderr)
    place = text.splitlines()[int(line[1]) - 2 : int(line[1])] if line else []
    return "\n".join([compiled.stderr or compiled.stdout, *place])


def terms(rows: list[dict]) -> list[str]:
    """What is wrong with the terms of the derivations."""
    found = [
        (row["name"], row[column])
        for row in rows
        for column in ("printed in Coq", "derived in Coq")
        if row.get(column)
    ]
    if not rows or len(found) < len(rows):
        return [f"{len(rows)} derivations, but only {len(found)} terms for Coq"]
    text = OPENING + "".join(definition(i, *term) for i, term in enumerate(found)) + "End Terms.\n"
    if (compiled := coqc(text)).returncode != 0:
        return [complaint(text, compiled)]
    print(f"{len(found)} terms of {len(rows)} derivations have the type R in Coq")
    return []


def mutant(theorem: str) -> str:
    """The theorem with the last sum or difference of its statement changed into the other."""
    if not theorem:
        return ""
    statement, proof = theorem.split("\nProof.", 1)
    places = [match.start() + 1 for match in re.finditer(r" [-+] \(", statement)]
    if not places:
        return ""
    place = places[-1]
    other = "+" if statement[place] == "-" else "-"
    return f"{statement[:place]}{other}{statement[place + 1:]}\nProof.{proof}"


def identities(rows: list[dict]) -> list[str]:
    """What is wrong with the theorems of the derivations."""
    run = subprocess.run([PROGRAM, "export-coq"], check=True, capture_output=True, text=True)
    source = run.stdout
    heading, *rest = re.split(r"(?=^Theorem )", source, flags=re.M)
    theorems = {text.split()[1]: text[: text.index("Qed.") + 4] for text in rest}
    equal = [name for name in theorems if name.endswith("_equal")]
    multiple = [name for name in theorems if name.endswith("_multiple")]
    different = [name for name in theorems if name.endswith("_different")]
    if run.stderr:
        print(run.stderr.strip())
    problems = []
    if len(multiple) != len(different):
        problems.append("every factor needs a point at which both sides differ")
    omitted = source.count(" is left out: ")
    if len(equal) + len(multiple) + omitted != len(rows):
        problems.append(f"{len(rows)} derivations, {len(equal)} equal, {len(multiple)} not")
    if (compiled := coqc(source)).returncode != 0:
        problems.append(complaint(source, compiled))
    opening = re.search(r"^From .*$", heading, re.M)[0]
    mutants = [text for name in MUTATED if (text := mutant(theorems.get(name, "")))]
    if len(mutants) != len(MUTATED):
        problems.append(f"no sign to change in one of {', '.join(MUTATED)}")
    for text in mutants:
        if coqc(f"{opening}\n{text}\n").returncode == 0:
            problems.append(f"Coq accepts it with another sign: {text}")
    if not problems:
        print(
            f"{len(equal) + len(multiple)} of {len(rows)} derivations proved by Coq: {len(equal)} equal, "
            f"{len(multiple)} unequal with their factor and a point; {len(mutants)} mutants refused"
        )
    return problems


def main() -> int:
    rows = derivations()
    problems = terms(rows) + identities(rows)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
