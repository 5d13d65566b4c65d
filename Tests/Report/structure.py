"""What can be said of a page without a browser: its elements, names, links, headings and descriptions."""

import html.parser
import re

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LANDMARKS = ("header", "nav", "main", "footer")


class Page(html.parser.HTMLParser):
    """The elements of a page, as far as the checks below need them."""

    def __init__(self, text: str):
        super().__init__()
        self.ids: list[str] = []
        self.references: list[str] = []
        self.addresses: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.landmarks: list[str] = []
        self.problems: list[str] = []
        self.title = ""
        self.language = None
        self._open: list[str] = []
        self._labelled = 0
        self.feed(text)
        self.close()
        if self._open:
            self.problems.append(f"<{self._open[-1]}> is not closed")

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self._open.append(tag)
        self._element(tag, dict(attributes))

    def handle_startendtag(self, tag, attributes):
        self._element(tag, dict(attributes))

    def handle_endtag(self, tag):
        if not self._open or self._open[-1] != tag:
            self.problems.append(f"</{tag}> closes <{self._open[-1] if self._open else 'nothing'}>")
        else:
            self._open.pop()

    def handle_data(self, data):
        if not self._open:
            return
        if self._open[-1] == "title" and "svg" not in self._open:
            self.title += data
        if re.fullmatch(r"h[1-6]", self._open[-1]) and self.headings:
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)
        if self._open[-1] == "style":
            self.addresses += re.findall(r"url\(\s*['\"]?([^#'\")][^'\")]*)", data)
            self.addresses += re.findall(r"@import\s+['\"]?([^'\";]+)", data)

    def _element(self, tag, attributes):
        where = f"<{tag}{' id=' + attributes['id'] if attributes.get('id') else ''}>"
        if attributes.get("id"):
            self.ids.append(attributes["id"])
        for name, value in attributes.items():
            value = value or ""
            if name in ("href", "src", "xlink:href", "action", "data", "poster", "srcset"):
                (self.references if value.startswith("#") else self.addresses).append(value)
            self.references += ["#" + found for found in re.findall(r"url\(\s*['\"]?#([^'\")]+)", value)]
            if name in ("aria-labelledby", "aria-describedby", "for"):
                self.references += ["#" + found for found in value.split()]
            if name.startswith("on"):
                self.problems.append(f"{where} runs a script by {name}")
        if tag == "html":
            self.language = attributes.get("lang")
        if tag == "script":
            self.problems.append("there is a script")
        if tag in LANDMARKS and "svg" not in self._open:
            self.landmarks.append(tag)
        if tag == "img" and not (attributes.get("alt") or "").strip():
            self.problems.append(f"{where} has no alternative text")
        if tag == "svg" and not (
            attributes.get("aria-hidden") == "true"
            or attributes.get("role") == "img" and (attributes.get("aria-label") or "").strip()
        ):
            self.problems.append(f"{where} is not described")
        if tag == "input" and "label" not in self._open and not attributes.get("aria-label"):
            self.problems.append(f"{where} has no label")
        if tag == "div" and attributes.get("tabindex") == "0" and not (attributes.get("role") and attributes.get("aria-label")):
            self.problems.append(f"{where} takes the focus and has no name")
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))


def problems(text: str) -> list[str]:
    """What is wrong with a page."""
    page = Page(text)
    found = list(page.problems)
    if not page.language:
        found.append("the page does not say its language")
    if not page.title.strip():
        found.append("the page has no title")
    found += [f"the id {name} stands {page.ids.count(name)} times" for name in repeated(page.ids)]
    missing = sorted({name for name in page.references if name != "#" and name[1:] not in set(page.ids)})
    found += [f"{name} leads nowhere" for name in missing]
    found += [f"the page fetches {address}" for address in page.addresses if not address.startswith("data:")]
    found += [f"there is {page.landmarks.count(name) or 'no'} <{name}>" for name in LANDMARKS if page.landmarks.count(name) != 1]
    levels = [level for level, _ in page.headings]
    if levels.count(1) != 1 or levels[:1] != [1]:
        found.append("the page does not begin with its one <h1>")
    for (before, _), (after, heading) in zip(page.headings, page.headings[1:]):
        if after > before + 1:
            found.append(f"the heading '{heading.strip()}' skips from level {before} to {after}")
    found += [f"a heading of level {level} is empty" for level, heading in page.headings if not heading.strip()]
    return found


def repeated(names: list[str]) -> list[str]:
    """The names that stand more than once, in order."""
    seen, twice = set(), []
    for name in names:
        if name in seen and name not in twice:
            twice.append(name)
        seen.add(name)
    return twice
