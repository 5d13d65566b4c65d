"""Compares the tables of verdicts in README and CHANGELOG with the program's, or rewrites them.

`check` also judges every claim at the least effort with two seeds, and compares with the record.

Usage: python3 scripts/ledger.py check|write
"""

import difflib
import json
import os
import pathlib
import re
import subprocess
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
CHANGELOG = ROOT / "CHANGELOG.md"
RECORD = ROOT / "Sources/Claims/KernelProofs+Table.swift"
WITNESSES = ROOT / "Tests/Witnesses.json"
SEEDS = (1, 20261124)
HOLDING = {"proved", "certified", "supported"}


def run(*arguments: str) -> subprocess.CompletedProcess:
    """The command line with these arguments."""
    program = os.environ.get("STEEPNESS", str(ROOT / ".build/release/steepness"))
    try:
        return subprocess.run(
            [program, *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
    except OSError as error:
        sys.exit(f"ledger: cannot run {program} ({error.strerror}); build it with 'make release'")


def output(*arguments: str) -> str:
    """What the command line prints, or an exit that shows what it complains about."""
    done = run(*arguments)
    if done.returncode != 0:
        sys.exit(f"ledger: '{' '.join(arguments)}' ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def between(file: pathlib.Path, name: str, text: str) -> tuple[str, str]:
    """The file as it is, and as it would be with the text between its markers."""
    opening, closing = f"<!-- {name} -->", f"<!-- /{name} -->"
    present = file.read_text(encoding="utf-8") if file.exists() else ""
    if present.count(opening) != 1 or present.count(closing) != 1:
        sys.exit(f"ledger: {file.name} must hold {opening} and {closing} once each")
    before, rest = present.split(opening)
    after = rest.split(closing)[1]
    return present, f"{before}{opening}\n\n{text.strip()}\n\n{closing}{after}"


def verdicts(claims: list[dict]) -> str:
    """The ids by verdict, as a list."""
    lines = []
    for verdict in ("proved", "certified", "supported", "refuted", "vacuous", "inconclusive"):
        ids = [claim["id"] for claim in claims if claim["recorded"] == verdict]
        if ids:
            text = f"- {verdict} ({len(ids)}): {', '.join(ids)}."
            lines.append(textwrap.fill(text, 110, subsequent_indent="  ", break_on_hyphens=False))
    return "\n".join(lines)


def generated() -> list[tuple[pathlib.Path, str, str]]:
    """Every file that holds verdicts: as it is, and as it should be."""
    claims = json.loads(output("claims", "--format", "json"))["claims"]
    files = []
    for file, name, text in (
        (README, "ledger", output("claims", "--format", "markdown")),
        (CHANGELOG, "verdicts", verdicts(claims)),
    ):
        files.append((file, *between(file, name, text)))
    return files


def claims_without_entry() -> list[str]:
    """The claim ids of the proof record that the program's ledger does not know."""
    known = {entry["id"] for entry in json.loads(output("claims", "--format", "json"))["claims"]}
    proved = re.findall(r'claim: "([^"]+)"', RECORD.read_text(encoding="utf-8"))
    if not proved:
        sys.exit(f"ledger: {RECORD.relative_to(ROOT)} names no claim")
    return sorted(set(proved) - known)


def problems(seed: int) -> list[str]:
    """What the judge finds, with a seed, that is not on record or not complete."""
    done = run("verify", "--effort", "quick", "--seed", str(seed), "--format", "json")
    if done.returncode not in (0, 1):
        sys.exit(f"ledger: 'verify' ended with {done.returncode}: {done.stderr.strip()}")
    found = []
    claims = json.loads(done.stdout)["claims"]
    if not claims:
        found.append(f"seed {seed}: nothing was judged")
    for claim in claims:
        name, verdict = f"seed {seed}: {claim['id']}", claim["verdict"]
        if verdict != claim["recorded"]:
            found.append(f"{name}: {verdict}, on record {claim['recorded']}")
        if (verdict == "refuted") != (claim.get("witness") is not None):
            found.append(f"{name}: a witness belongs to refutations, and to nothing else")
        if verdict == "refuted" and not claim["amendments"]:
            found.append(f"{name}: refuted, and nothing is put in its place")
        for amendment in claim["amendments"]:
            if amendment["verdict"] not in HOLDING:
                found.append(f"{name}: its {amendment['kind']} form is {amendment['verdict']}")
    print(f"ledger: {len(claims)} claims judged with seed {seed}")
    return found


def unconfirmed() -> list[str]:
    """The stored counterexamples that ball arithmetic alone does not confirm."""
    done = run("verify", "--recheck", str(WITNESSES.relative_to(ROOT)))
    if done.returncode not in (0, 1):
        sys.exit(f"ledger: '--recheck' ended with {done.returncode}: {done.stderr.strip()}")
    lines = done.stdout.splitlines()
    print(f"ledger: {len(lines)} stored counterexamples checked again, without a search")
    return [line for line in lines if not line.startswith("confirmed")]


def main() -> None:
    if sys.argv[1:] not in (["check"], ["write"]):
        sys.exit("usage: python3 scripts/ledger.py check|write")
    if sys.argv[1] == "write":
        for file, _, wanted in generated():
            file.write_text(wanted, encoding="utf-8")
        return
    if unknown := claims_without_entry():
        sys.exit(f"ledger: proofs name claims that the ledger does not have: {', '.join(unknown)}")
    stale = []
    for file, present, wanted in generated():
        if present != wanted:
            lines = (text.splitlines(keepends=True) for text in (present, wanted))
            sys.stdout.writelines(difflib.unified_diff(*lines, file.name, "steepness claims"))
            stale.append(file.name)
    if stale:
        sys.exit(f"ledger: {', '.join(stale)} out of date; run 'make ledger'")
    if broken := unconfirmed():
        sys.exit("\n".join(["ledger: stored counterexamples no longer stand", *broken]))
    if found := [problem for seed in SEEDS for problem in problems(seed)]:
        sys.exit("\n".join(["ledger: the record does not stand", *found]))


if __name__ == "__main__":
    main()
