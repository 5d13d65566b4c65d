"""Records what Coq's kernel has checked, as the Swift table that the ledger reads.

For every theorem of theories/Main.v: the claims that its comment names, what it establishes of
them, and the axioms that `Print Assumptions` lists. Refuses anything left unproved, axioms that
AllowedAxioms.txt does not list, and comments that do not fit the ledger of `steepness claims`.

Usage: python3 Proofs/record.py assumptions|check|write    (after the theories are compiled)
  assumptions   the axioms of each theorem
  check         compares the record with the committed one, and the comments with the ledger
  write         rewrites the record
"""

import difflib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from typing import NamedTuple

PROOFS = pathlib.Path(__file__).resolve().parent
ROOT = PROOFS.parent
MAIN = PROOFS / "theories/Main.v"
RECORD = ROOT / "Sources/Claims/KernelProofs+Table.swift"
ALLOWED = PROOFS / "AllowedAxioms.txt"

ROLES = ("statement", "refutation", "triviality", "step")
AMENDMENT = re.compile(r"(corrected|sharpened|generalised)(?:-([1-9]\d*))?(-step)?")

UNPROVED = re.compile(
    r"\b(Admitted|admit|Axioms?|Parameters?|Conjecture|Abort|give_up|bypass_check)\b"
    r"|\bUnset\s+(Guard|Positivity|Universe)\s+Checking\b"
)
COMMENT = re.compile(r"\(\*(?:(?!\(\*|\*\)).)*\*\)", re.S)
ENTRY = re.compile(r"\(\*\* claim: (?P<words>[^*]+?) \*\)\s*Theorem (?P<name>\w+)\b")
THEOREM = re.compile(r"\bTheorem (\w+)\b.*?\bProof\.\s*(.*?)\s*Qed\.", re.S)


class Entry(NamedTuple):
    """What one theorem says about one claim."""

    claim: str
    role: str
    # The kind and number of the amendment that the theorem is about; none for the claim as printed.
    amendment: tuple[str, int] | None
    theorem: str


def without_comments(text: str) -> str:
    """The text without its comments, nested ones included."""
    while (shorter := COMMENT.sub(" ", text)) != text:
        text = shorter
    return text


def complaints(folder: pathlib.Path = PROOFS) -> list[str]:
    """What in the sources is not a finished proof, and what in Main.v has no claim."""
    found = []
    project = (folder / "_CoqProject").read_text(encoding="utf-8").split()
    for source in sorted((folder / "theories").rglob("*.v")):
        name = str(source.relative_to(folder))
        if name not in project:
            found.append(f"{name} is not in _CoqProject")
        for match in UNPROVED.finditer(without_comments(source.read_text(encoding="utf-8"))):
            found.append(f"{name} holds '{match.group(0)}'")
    main = (folder / "theories/Main.v").read_text(encoding="utf-8")
    named = {match["name"] for match in ENTRY.finditer(main)}
    theorems = re.findall(r"\bTheorem (\w+)", without_comments(main))
    proofs = dict(THEOREM.findall(without_comments(main)))
    for name in theorems:
        if not re.fullmatch(r"exact\b[^;]*\.", proofs.get(name, ""), re.S):
            found.append(f"Main.v: {name} is not closed by one exact")
        if name not in named:
            found.append(f"Main.v: {name} has no claim comment in front of it")
    return found


def entries(text: str) -> list[Entry]:
    """What the comments of Main.v say, in its order."""
    rows = []
    for match in ENTRY.finditer(text):
        *claims, word = match["words"].split()
        role, amendment = word, None
        if place := AMENDMENT.fullmatch(word):
            role = "step" if place[3] else "statement"
            amendment = (place[1], int(place[2] or 1))
        elif word not in ROLES:
            sys.exit(
                f"record: the claim comment of {match['name']} must end in {', '.join(ROLES)}, "
                f"corrected, sharpened, generalised, or one of these with its number and -step, "
                f"not in '{word}'"
            )
        if not claims:
            sys.exit(f"record: the claim comment of {match['name']} names no claim")
        rows += [Entry(claim, role, amendment, match["name"]) for claim in claims]
    if not rows:
        sys.exit("record: Main.v names no claim")
    return rows


def misfits(rows: list[Entry], ledger: list[dict]) -> list[str]:
    """Where the comments do not fit the ledger: unknown claims and amendments, other order."""
    order = {claim["id"]: place for place, claim in enumerate(ledger)}
    amendments = {
        claim["id"]: [amendment["kind"] for amendment in claim["amendments"]] for claim in ledger
    }
    found, latest, seen = [], -1, set()
    for row in rows:
        if row.claim not in order:
            found.append(f"{row.theorem}: the ledger has no claim {row.claim}")
            continue
        if row.amendment:
            kind, number = row.amendment
            count = amendments[row.claim].count(kind)
            if number > count:
                found.append(
                    f"{row.theorem}: {row.claim} has {count} amendments of the kind {kind}, "
                    f"not {number}"
                )
        if row.theorem in seen:
            continue
        seen.add(row.theorem)
        if order[row.claim] < latest:
            found.append(
                f"{row.theorem}: {row.claim} comes before {ledger[latest]['id']} in the ledger, "
                "and must in Main.v"
            )
        latest = max(latest, order[row.claim])
    return found


def ledger() -> list[dict]:
    """The claims with their amendments, in the order of the paper."""
    program = os.environ.get("STEEPNESS", str(ROOT / ".build/release/steepness"))
    try:
        run = subprocess.run(
            [program, "claims", "--format", "json"],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"record: cannot run '{program} claims' ({error}); build it with 'make release'")
    return json.loads(run.stdout)["claims"]


def allowed(text: str) -> dict[str, str]:
    """The axioms that are allowed, with the reason of each; `Module.*` stands for a whole module."""
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, _, reason = line.partition(": ")
            if not reason.strip():
                sys.exit(f"record: AllowedAxioms.txt gives no reason for {name}")
            found[name] = reason
    return found


def grouped(names: list[str], known: dict[str, str]) -> tuple[list[str], list[str]]:
    """The entries of AllowedAxioms.txt that cover the names, and the names that none covers."""
    covered, strangers = set(), []
    for name in names:
        group = name.rpartition(".")[0] + ".*"
        entry = name if name in known else group
        if entry in known:
            covered.add(entry)
        else:
            strangers.append(name)
    return sorted(covered), sorted(strangers)


def assumptions(answer: str) -> list[str] | None:
    """The axioms in what `Print Assumptions` has said; none where it cannot be read."""
    if "Closed under the global context" in answer:
        return []
    if "Axioms:\n" not in answer:
        return None
    listed = answer.split("Axioms:\n")[1]
    return re.findall(r"^([A-Za-z_][\w.']*)(?=\s*$|\s+:)", listed, re.M)


def axioms(theorems: list[str]) -> dict[str, list[str]]:
    """What the kernel says that each theorem rests on, as entries of AllowedAxioms.txt."""
    with tempfile.TemporaryDirectory() as folder:
        query = pathlib.Path(folder) / "Assumptions.v"
        lines = ["From Steepness Require Import Main."]
        for theorem in theorems:
            lines += [f"Check {theorem}.", f"Print Assumptions {theorem}."]
        query.write_text("\n".join(lines) + "\n", encoding="utf-8")
        run = subprocess.run(
            ["coqc", "-q", "-w", "-all", "-Q", str(PROOFS / "theories"), "Steepness", str(query)],
            stdin=subprocess.DEVNULL, capture_output=True, text=True,
        )
    if run.returncode != 0:
        sys.exit(f"record: coqc failed; run 'make proofs'\n{run.stderr.strip()}")
    known = allowed(ALLOWED.read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {}
    positions = []
    for theorem in theorems:
        match = re.search(rf"^{theorem}\s*$|^{theorem}\s*:", run.stdout, re.M)
        if not match:
            sys.exit(f"record: coqc says nothing of {theorem}")
        positions.append(match.start())
    for theorem, start, end in zip(theorems, positions, positions[1:] + [len(run.stdout)]):
        names = assumptions(run.stdout[start:end])
        if names is None:
            sys.exit(f"record: cannot read what {theorem} rests on:\n{run.stdout[start:end]}")
        found[theorem], strangers = grouped(names, known)
        if strangers:
            sys.exit(
                f"record: {theorem} rests on {', '.join(strangers)}, "
                "which AllowedAxioms.txt does not list"
            )
    return found


def table(rows: list[Entry], found: dict[str, list[str]]) -> str:
    """The Swift source, formatted as the project's formatter wants it."""
    text = [
        "// Generated by Proofs/record.py from Proofs/theories/Main.v and Coq's Print Assumptions.",
        "// Do not edit; `make proofs-record` rewrites it.",
        "",
        "import ClaimKit",
        "",
    ]
    sets = sorted({tuple(found[row.theorem]) for row in rows} - {()})
    names = {axioms: f"axiomSet{number}" for number, axioms in enumerate(sets, 1)}
    for axioms in sets:
        text.append(f"private let {names[axioms]} = [")
        text += [f'  "{axiom}",' for axiom in axioms]
        text += ["]", ""]
    text += [
        "/// The theorems that Coq's kernel has checked, with the claims that they judge.",
        "let kernelProofTable: [KernelProof] = [",
    ]
    for row in rows:
        text += ["  KernelProof(", f'    claim: "{row.claim}",']
        if row.amendment:
            text.append("    amendment: .init(.{}, {}),".format(*row.amendment))
        text += [
            f"    establishes: .{row.role},",
            f'    theorem: "{row.theorem}",',
            '    file: "Proofs/theories/Main.v",',
            f"    axioms: {names.get(tuple(found[row.theorem]), '[]')}),",
        ]
    return "\n".join(text + ["]", ""])


def main() -> None:
    if len(sys.argv) != 2 or sys.argv[1] not in ("assumptions", "check", "write"):
        sys.exit("usage: python3 Proofs/record.py assumptions|check|write")
    if found := complaints():
        sys.exit("record: " + "\nrecord: ".join(found))
    rows = entries(MAIN.read_text(encoding="utf-8"))
    theorems = list(dict.fromkeys(row.theorem for row in rows))
    rests_on = axioms(theorems)
    if sys.argv[1] == "assumptions":
        for theorem in theorems:
            print(f"{theorem}: {', '.join(rests_on[theorem]) or 'no axiom'}")
        return
    if found := misfits(rows, ledger()):
        sys.exit("record: " + "\nrecord: ".join(found))
    wanted = table(rows, rests_on)
    if sys.argv[1] == "write":
        RECORD.write_text(wanted, encoding="utf-8")
    else:
        present = RECORD.read_text(encoding="utf-8") if RECORD.exists() else ""
        if present != wanted:
            sys.stdout.writelines(
                difflib.unified_diff(
                    present.splitlines(keepends=True), wanted.splitlines(keepends=True),
                    str(RECORD.relative_to(ROOT)), "Coq",
                )
            )
            sys.exit("record: the record of the proofs is out of date; run 'make proofs-record'")
    print(f"proofs: {len(theorems)} theorems on {len({row.claim for row in rows})} claims")


if __name__ == "__main__":
    main()
