"""Tests of the checks themselves: a page that is in order passes, and each defect is found.

Those of the browser are left out where there is none.
"""

import pathlib
import tempfile
import unittest

import browser
import check
import structure

GOOD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title><style>p { margin: 0 }
@media print { details:not([open])::details-content { content-visibility: visible } }</style></head>
<body><a href="#content">Skip</a><header><h1>A page</h1></header><nav aria-label="Contents"><a href="#one">One</a></nav>
<main id="content" tabindex="-1"><section id="one"><h2>One</h2><p>Text</p>
<svg role="img" aria-label="A line" width="10" height="10"><path d="M0 0"/></svg>
<label><input type="radio" name="a" id="a" checked> a</label><label><input type="radio" name="a" id="b"> b</label>
<details><summary>More</summary><p>More</p></details></section></main><footer>End</footer></body></html>
"""

BROKEN = {
    "the id one stands 2 times": ('id="content"', 'id="one"'),
    "#one leads nowhere": ('id="one"', 'id="two"'),
    "skips from level 1 to 3": ("h2>", "h3>"),
    "is not described": (' aria-label="A line"', ""),
    "has no name": ("<p>Text</p>", '<div tabindex="0">Text</div>'),
    "has no label": ("<label><input", "<label></label><input"),
    "no <main>": ("main", "div"),
    "the page fetches": ("p { margin: 0 }", "p { background: url(https://example.org/a.png) }"),
    "there is a script": ("<p>Text</p>", "<script></script>"),
    "does not say its language": (' lang="en"', ""),
    "closes": ("<p>Text</p>", "<p>Text</section>"),
}

BROKEN_IN_BROWSER = {
    "scrolls sideways": ("<p>Text</p>", '<p style="width: 700px">Text</p>'),
    "the console says": ("<p>Text</p>", "<script>console.error('no')</script>"),
    "no link to the content": ('<a href="#content">Skip</a>', ""),
    "the focus is not marked": ("p { margin: 0 }", "summary { outline: none }"),
    "Tab does not reach": ("<p>Text</p>", '<a href="#one" tabindex="-1">hidden</a>'),
    "Tab does not follow": ('<a href="#one">', '<a href="#one" tabindex="5">'),
    "on paper all is made smaller": ("p { margin: 0 }", "@media print { p { width: 900px } }"),
    "not printed": ("@media print", "@media speech"),
    "no landmark 'contentinfo'": ("footer>", "div>"),
}


class Structure(unittest.TestCase):
    def test_a_page_in_order(self):
        self.assertEqual(structure.problems(GOOD), [])

    def test_each_defect(self):
        for words, (old, new) in BROKEN.items():
            with self.subTest(words):
                found = structure.problems(GOOD.replace(old, new))
                self.assertTrue(any(words in problem for problem in found), found)


@unittest.skipUnless(browser.program(), "there is no Chromium")
class InBrowser(unittest.TestCase):
    def problems(self, text: str) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "page.html"
            file.write_text(text, encoding="utf-8")
            return check.in_browser(browser.program(), file, None)

    def test_a_page_in_order(self):
        self.assertEqual(self.problems(GOOD), [])

    def test_each_defect(self):
        for words, (old, new) in BROKEN_IN_BROWSER.items():
            with self.subTest(words):
                found = self.problems(GOOD.replace(old, new))
                self.assertTrue(any(words in problem for problem in found), found)


if __name__ == "__main__":
    unittest.main()
