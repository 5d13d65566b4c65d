"""Tests of outputs.py, of steepness_frames.py and of how notebooks are stored: each refusal is tried once.

Usage: STEEPNESS=path/to/steepness python outputs_test.py
"""

import os
import pathlib
import unittest
from unittest import mock

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import outputs
import steepness_frames as steepness


def cell(text: str, tags: tuple[str, ...] = (), kind: str = "text/plain"):
    made = new_code_cell("x", outputs=[new_output("display_data", {kind: text})])
    made.metadata["tags"] = list(tags)
    return made


def found(stored: str, new: str, *tags: str, kind: str = "text/plain") -> list[str]:
    """The differences between two notebooks of one title and one cell with these texts."""
    notebooks = [new_notebook(cells=[new_markdown_cell("t"), cell(text, tags, kind)]) for text in (stored, new)]
    return outputs.differences(*notebooks)


class Comparison(unittest.TestCase):
    def test_equal_outputs_pass(self):
        self.assertEqual(found("rate 0.25", "rate   0.25\n"), [])

    def test_a_changed_digit_is_caught_and_its_cell_named(self):
        (what,) = found("rate 0.2501", "rate 0.2502")
        self.assertIn("cell 2", what)
        self.assertIn("0.2502", what)

    def test_a_changed_digit_is_caught_in_html_and_markdown(self):
        for kind in ("text/html", "text/markdown"):
            self.assertEqual(len(found("<td>0.25</td>", "<td>0.26</td>", kind=kind)), 1)

    def test_a_changed_word_is_caught_whatever_the_numbers(self):
        for tags in ((), ("approximate",)):
            self.assertEqual(len(found("refuted 1", "supported 1", *tags)), 1)

    def test_approximate_numbers_may_differ_by_one_part_in_a_thousand(self):
        self.assertEqual(found("slope −1.000e-3, 7", "slope −1.001e-3, 7", "approximate"), [])

    def test_approximate_numbers_may_not_differ_by_more(self):
        for stored, new in (("1.000", "1.002"), ("1e5", "1e6"), ("0.5", "-0.5"), ("0", "1e-9"), ("3", "−3")):
            self.assertEqual(len(found(stored, new, "approximate")), 1, (stored, new))

    def test_an_approximate_number_may_not_go_missing(self):
        self.assertEqual(len(found("1.0 2.0", "1.0", "approximate")), 1)
        self.assertEqual(len(found("1.0 2.0", "1.0 NaN", "approximate")), 1)

    def test_images_are_not_compared_but_their_cells_are(self):
        self.assertEqual(found("aaaa", "bbbb", kind="image/png"), [])

    def test_what_depends_on_the_machine_need_only_be_there(self):
        self.assertEqual(found("12 s", "15 s", "this-machine"), [])
        empty = new_notebook(cells=[new_markdown_cell("t"), new_code_cell("x")])
        full = new_notebook(cells=[new_markdown_cell("t"), cell("12 s", ("this-machine",))])
        self.assertEqual(len(outputs.differences(full, empty)), 1)

    def test_a_cell_that_is_stored_without_outputs_is_caught(self):
        empty = new_notebook(cells=[new_code_cell("x")])
        self.assertEqual(len(outputs.differences(empty, new_notebook(cells=[cell("1")]))), 1)

    def test_what_was_printed_is_compared(self):
        printed = [new_code_cell("x", outputs=[new_output("stream", name="stdout", text=t)]) for t in ("1", "2")]
        self.assertIsNotNone(outputs.difference(*printed))

    def test_warnings_are_found(self):
        streams = [new_output("stream", name=name, text=f"{name}\n") for name in ("stdout", "stderr")]
        self.assertEqual(outputs.warnings(new_notebook(cells=[new_code_cell("x", outputs=streams)])), ["stderr"])


class Frames(unittest.TestCase):
    def test_the_programs_own_line_is_the_error(self):
        with self.assertRaises(steepness.SteepnessError) as caught:
            steepness.frame("table", "3.1", "--modes=0;8", "--sigma=-1")
        self.assertEqual(caught.exception.status, 2)
        self.assertIn("--sigma: '-1' must be > 0", str(caught.exception))
        self.assertNotIn("\n", str(caught.exception))

    def test_a_missing_program_is_named_with_a_way_out(self):
        with mock.patch.dict(os.environ, STEEPNESS="/nowhere/steepness"):
            with self.assertRaisesRegex(steepness.SteepnessError, "/nowhere/steepness: .*make release"):
                steepness.text("claims")

    def test_numbers_are_numbers_and_missing_ones_are_not_a_number(self):
        table = steepness.frame("table", "3.1", "--sweep=gap=8,10", "--with=count=3", "--sigma=1")
        self.assertEqual(table["gap"].tolist(), [8.0, 10.0])
        self.assertTrue(table["log10 corrected"].isna().all())
        self.assertEqual(table.attrs["metadata"]["count"], "3")

    def test_certified_digits_stay_text(self):
        table = steepness.frame("table", "3.1", "--modes=0;8", "--sigma=1", "--digits=30")
        self.assertEqual(len(table["value"].iloc[0].replace(".", "").lstrip("0")), 30)


class StoredNotebooks(unittest.TestCase):
    def test_each_has_five_to_fifteen_cells_and_known_tags(self):
        paths = sorted(pathlib.Path(__file__).resolve().parent.glob("*.ipynb"))
        self.assertTrue(paths)
        for path in paths:
            cells = nbformat.read(path, as_version=4).cells
            self.assertTrue(5 <= len(cells) <= 15, f"{path.name}: {len(cells)} cells")
            tags = {tag for cell in cells for tag in cell.metadata.get("tags", [])}
            self.assertLessEqual(tags, set(outputs.TAGS), path.name)


if __name__ == "__main__":
    unittest.main()
