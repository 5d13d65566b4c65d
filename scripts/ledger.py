"""Compares the README's table of verdicts with the program's, or rewrites it.

Usage: python3 scripts/ledger.py check|write
"""

import difflib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
RECORD = ROOT / "Sources/Claims/KernelProofs+Table.swift"
OPENING, CLOSING = "<!-- ledger -->", "<!-- /ledger -->"


def output(*arguments: str) -> str:
    """What the command line prints, or an exit that shows what it complains about."""
    program = os.environ.get("STEEPNESS", str(ROOT / ".build/release/steepness"))
    try:
        run = subprocess.run(
            [program, *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
    except OSError as error:
        sys.exit(f"ledger: cannot run {program} ({error.strerror}); build it with 'make release'")
    if run.returncode != 0:
        sys.exit(f"ledger: '{' '.join(arguments)}' ended with {run.returncode}: {run.stderr.strip()}")
    return run.stdout


def readme_with(table: str) -> tuple[str, str]:
    """The README as it is, and as it would be with the table between its markers."""
    present = README.read_text(encoding="utf-8") if README.exists() else ""
    if present.count(OPENING) != 1 or present.count(CLOSING) != 1:
        sys.exit(f"ledger: README.md must hold {OPENING} and {CLOSING} once each")
    before, rest = present.split(OPENING)
    after = rest.split(CLOSING)[1]
    return present, f"{before}{OPENING}\n\n{table.strip()}\n\n{CLOSING}{after}"


def claims_without_entry() -> list[str]:
    """The claim ids of the proof record that the program's ledger does not know."""
    ledger = json.loads(output("claims", "--format", "json"))
    entries = ledger["claims"] if isinstance(ledger, dict) else ledger
    known = {entry["id"] for entry in entries}
    proved = re.findall(r'claim: "([^"]+)"', RECORD.read_text(encoding="utf-8"))
    if not proved:
        sys.exit(f"ledger: {RECORD.relative_to(ROOT)} names no claim")
    return sorted(set(proved) - known)


def main() -> None:
    if sys.argv[1:] not in (["check"], ["write"]):
        sys.exit("usage: python3 scripts/ledger.py check|write")
    present, wanted = readme_with(output("claims", "--format", "markdown"))
    if sys.argv[1] == "write":
        README.write_text(wanted, encoding="utf-8")
        return
    if unknown := claims_without_entry():
        sys.exit(f"ledger: proofs name claims that the ledger does not have: {', '.join(unknown)}")
    if present != wanted:
        lines = (text.splitlines(keepends=True) for text in (present, wanted))
        sys.stdout.writelines(difflib.unified_diff(*lines, "README.md", "steepness claims"))
        sys.exit("ledger: README.md is out of date; run 'make ledger'")


if __name__ == "__main__":
    main()
