"""Tests of record.py: each thing that it refuses is tried once. Usage: python3 Proofs/record_test.py"""

import pathlib
import tempfile
import unittest

import record

LEDGER = [
    {"id": "lemma-1", "amendments": []},
    {"id": "lemma-2", "amendments": [{"kind": k} for k in ("corrected", "sharpened", "sharpened")]},
]
SOUND = """
(** claim: lemma-1 statement *)
Theorem first : True.
Proof. exact I. Qed.

(** claim: lemma-2 lemma-1 sharpened-2-step *)
Theorem second : True.
Proof. exact I. Qed.
"""


class Comments(unittest.TestCase):
    def test_roles_are_read(self):
        self.assertEqual(
            record.entries(SOUND),
            [
                ("lemma-1", "statement", None, "first"),
                ("lemma-2", "step", ("sharpened", 2), "second"),
                ("lemma-1", "step", ("sharpened", 2), "second"),
            ],
        )

    def test_other_words_are_refused(self):
        for word in ("correction", "sharpened-0", "sharpened-2-steps", "statement-2", "step-2"):
            with self.assertRaises(SystemExit):
                record.entries(SOUND.replace("sharpened-2-step", word))

    def misfits(self, text: str) -> list[str]:
        return record.misfits(record.entries(text), LEDGER)

    def test_what_fits_the_ledger_passes(self):
        self.assertEqual(self.misfits(SOUND.replace("lemma-2 lemma-1", "lemma-2")), [])

    def test_an_unknown_claim_is_named(self):
        self.assertIn("no claim lemma-3", self.misfits(SOUND.replace("lemma-1 st", "lemma-3 st"))[0])

    def test_an_amendment_that_the_claim_lacks_is_named(self):
        (found,) = self.misfits(SOUND)
        self.assertIn("lemma-1 has 0 amendments of the kind sharpened, not 2", found)
        (found,) = self.misfits(SOUND.replace("lemma-1 sharpened-2", "corrected-2"))
        self.assertIn("lemma-2 has 1 amendments of the kind corrected, not 2", found)

    def test_another_order_is_named(self):
        swapped = SOUND.replace("lemma-1 statement", "lemma-2 refutation")
        swapped = swapped.replace("lemma-2 lemma-1 sharpened-2-step", "lemma-1 statement")
        (found,) = self.misfits(swapped)
        self.assertIn("second: lemma-1 comes before lemma-2", found)


class Sources(unittest.TestCase):
    def complaints(self, main: str, other: str = "", project: str = "theories/Main.v") -> list[str]:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "theories/Missing").mkdir(parents=True)
            (folder / "_CoqProject").write_text(project)
            (folder / "theories/Main.v").write_text(main)
            if other:
                (folder / "theories/Missing/Other.v").write_text(other)
            return record.complaints(folder)

    def test_sound_sources_pass(self):
        self.assertEqual(self.complaints(SOUND), [])

    def test_each_defect_is_named(self):
        both = "theories/Main.v theories/Missing/Other.v"
        for main, other, words in (
            (SOUND, "Lemma a : False. Admitted.", "holds 'Admitted'"),
            (SOUND, "Lemma a : False. (* c *) Proof. admit. Abort.", "holds 'admit'"),
            (SOUND, "Axiom a : False.", "holds 'Axiom'"),
            (SOUND, "Unset Guard Checking.", "holds 'Unset Guard Checking'"),
            (SOUND.replace("exact I", "trivial"), "", "first is not closed by one exact"),
            (SOUND.replace("exact I. Qed", "exact I. Defined"), "", "first is not closed"),
            (SOUND.replace("** claim", "* claim", 1), "", "first has no claim comment"),
        ):
            found = self.complaints(main, other, both)
            self.assertTrue(any(words in line for line in found), f"{words}: {found}")

    def test_a_file_outside_of_the_project_is_named(self):
        self.assertEqual(
            self.complaints(SOUND, "Definition a := 1."),
            ["theories/Missing/Other.v is not in _CoqProject"],
        )

    def test_a_word_in_a_comment_is_no_defect(self):
        self.assertEqual(self.complaints(SOUND + "(* no (* Axiom *) here *)"), [])


class Axioms(unittest.TestCase):
    ANSWER = """first
     : True
Axioms:
Classical_Prop.classic : forall P : Prop, P \\/ ~ P
FunctionalExtensionality.functional_extensionality_dep
  : forall (A : Type) (B : A -> Type) (f g : forall x : A, B x),
    (forall x : A, f x = g x) -> f = g
stranger : False
"""

    def test_names_are_read(self):
        self.assertEqual(
            record.assumptions(self.ANSWER),
            [
                "Classical_Prop.classic",
                "FunctionalExtensionality.functional_extensionality_dep",
                "stranger",
            ],
        )
        self.assertEqual(record.assumptions("Closed under the global context"), [])
        self.assertIsNone(record.assumptions("Error"))

    def test_what_is_not_listed_is_a_stranger(self):
        known = record.allowed("# why\nClassical_Prop.classic: reason\nModule.*: reason\n")
        self.assertEqual(
            record.grouped(["Classical_Prop.classic", "Module.a", "Module.b", "Other.a"], known),
            (["Classical_Prop.classic", "Module.*"], ["Other.a"]),
        )

    def test_a_reason_is_required(self):
        with self.assertRaises(SystemExit):
            record.allowed("Classical_Prop.classic:")


if __name__ == "__main__":
    unittest.main()
