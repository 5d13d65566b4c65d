"""Tests of the check itself: an error of LaTeX stops it and names the table, and what does not fit is listed.

Usage: python3 check_test.py
"""

import pathlib
import tempfile
import unittest

import check

TABLE = "% \\usepackage{booktabs}\n\\begin{table}\n\\begin{tabular}{l}\n\\toprule\nCELL \\\\\n\\bottomrule\n\\end{tabular}\n\\end{table}\n"


class Typesetting(unittest.TestCase):
    def log(self, *cells: str) -> str:
        tables = [(f"table {index}", TABLE.replace("CELL", cell)) for index, cell in enumerate(cells)]
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "tables.tex").write_text(check.document(tables), encoding="utf-8")
            return check.typeset("tables", folder)

    def test_what_compiles_and_fits(self):
        self.assertEqual(check.unfit(self.log("a", "b")), [])

    def test_an_error_names_its_table(self):
        for cell in ("a_1", "☃", "\\undefined"):
            with self.subTest(cell), self.assertRaisesRegex(SystemExit, "does not compile\nTABLE table 1\n"):
                self.log("a", cell)

    def test_what_is_too_wide(self):
        found = check.unfit(self.log("a", "\\rule{500pt}{1pt}"))
        self.assertEqual(len(found), 1)
        self.assertRegex(found[0], r"^table 1: \d+ pt too wide$")

    def test_formulas_must_fit(self):
        self.assertTrue(check.must_fit("show ratio-: 569 pt too wide"))
        self.assertFalse(check.must_fit("table 3.1: 569 pt too wide"))

    def test_what_is_too_high(self):
        self.assertRegex(check.unfit(self.log("\\rule{1pt}{900pt}"))[0], r"^table 0: \d+ pt too high$")


if __name__ == "__main__":
    unittest.main()
