"""Checks the pages that `steepness report` writes: their structure, and how a browser shows them.

In a browser: nothing in the console, nothing fetched, no sideways scrolling from 1280 down to 400 pixels, every
control reached and operated by keyboard with the focus in sight, the landmarks that assistive programs look for; on
paper nothing folded away, and nothing so wide that all the rest is made smaller.

Usage: python3 check.py [--structure-only] [--pictures FOLDER] PAGE…
"""

import argparse
import pathlib
import sys

import browser
import structure

WIDTHS = (1280, 800, 400)
# A4 at 96 pixels an inch, less the browser's margins.
PRINTED_WIDTH = 717
ROLES = ("banner", "navigation", "main", "contentinfo")

# The element that sticks out farthest to the right and cannot be scrolled by itself.
WIDEST = """(() => {
  const inside = e => { for (; e; e = e.parentElement) if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(e).overflowX)) return true; return false };
  let worst = null, edge = innerWidth;
  for (const e of document.body.querySelectorAll('*'))
    if (e.getBoundingClientRect().right > edge && !inside(e)) { edge = e.getBoundingClientRect().right; worst = e }
  return worst ? worst.outerHTML.slice(0, 120) : '';
})()"""

# What Tab must reach: the visible controls, one for each group of buttons of which one is chosen.
CONTROLS = """(() => {
  const found = [...document.querySelectorAll('a[href], summary, input, button, select, [tabindex="0"]')]
    .filter(e => e.checkVisibility() && !(e.type === 'radio' && !e.checked));
  found.forEach((e, i) => e.dataset.stop = i);
  return found.map(e => e.outerHTML.slice(0, 90));
})()"""

# What is folded away and stays so on paper.
UNPRINTED = """(() => {
  const found = [...document.querySelectorAll('details:not([open]) > :not(summary)')].find(e => !e.checkVisibility());
  return found ? found.outerHTML.slice(0, 90) : '';
})()"""

FOCUS = """(() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  return { stop: e.dataset.stop ?? null, tag: e.tagName, text: e.outerHTML.slice(0, 90), href: e.getAttribute('href'),
    isMarked: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
    isInSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
})()"""


def keyboard(page: browser.Browser) -> list[str]:
    """What a person without a mouse misses."""
    found = []
    controls = page.value(CONTROLS)
    reached = []
    for press in range(len(controls) + 5):
        page.press("Tab", 9)
        focus = page.value(FOCUS)
        if focus["tag"] == "BODY" or press > 0 and focus["stop"] == reached[0]:
            break
        reached.append(focus["stop"])
        if press == 0 and focus["href"] != "#content":
            found.append(f"the first stop is no link to the content: {focus['text']}")
        if not focus["isMarked"]:
            found.append(f"the focus is not marked on {focus['text']}")
        if not focus["isInSight"]:
            found.append(f"the focus is out of sight on {focus['text']}")
    missed = set(map(str, range(len(controls)))) - set(reached)
    found += [f"Tab does not reach {controls[int(stop)]}" for stop in sorted(missed, key=int)]
    order = [int(stop) for stop in reached if stop is not None]
    if order != sorted(order):
        found.append("Tab does not follow the order of the page")
    if page.value("document.querySelector('summary') !== null"):
        page.value("document.querySelector('summary').focus()")
        page.press("Enter", 13, "\r")
        if not page.value("document.querySelector('summary').parentElement.open"):
            found.append("Enter does not unfold what is folded away")
    if page.value("document.querySelectorAll('input[type=radio]').length > 1"):
        page.value("document.querySelector('input[type=radio]').focus()")
        page.press("ArrowDown", 40)
        if page.value("document.querySelector('input[type=radio]').checked"):
            found.append("an arrow does not choose the next button")
    return found


def in_browser(path: str, file: pathlib.Path, pictures: pathlib.Path | None) -> list[str]:
    """What is wrong with a page as it is shown."""
    found = []
    with browser.Browser(path) as page:
        page.resize(WIDTHS[0], 900)
        page.open(file)
        for width in WIDTHS:
            page.resize(width, 900)
            if pictures:
                page.screenshot(pictures / f"{file.stem}-{width}.png")
            excess = page.value("document.documentElement.scrollWidth - innerWidth")
            if excess > 0:
                found.append(f"at {width} pixels the page scrolls sideways by {excess}: {page.value(WIDEST)}")
        # Before a key is pressed, which unfolds and chooses.
        page.send("Emulation.setEmulatedMedia", media="print")
        if hidden := page.value(UNPRINTED):
            found.append(f"not printed: {hidden}")
        page.resize(PRINTED_WIDTH, 900)
        excess = page.value("document.documentElement.scrollWidth - innerWidth")
        if excess > 0:
            found.append(f"on paper all is made smaller for what is {excess} pixels too wide: {page.value(WIDEST)}")
        if pictures:
            page.print(pictures / f"{file.stem}.pdf")
        page.send("Emulation.setEmulatedMedia", media="")
        page.resize(WIDTHS[0], 900)
        found += keyboard(page)
        roles = page.roles()
        found += [f"there is {roles.count(role) or 'no'} landmark '{role}'" for role in ROLES if roles.count(role) != 1]
        found += [f"the console says: {text}" for text in page.complaints]
        found += [f"the page fetches {url}" for url in page.requests if not url.startswith(("file:", "data:", "about:"))]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--structure-only", action="store_true", help="do without a browser")
    parser.add_argument("--pictures", type=pathlib.Path, help="a folder for screenshots and PDFs")
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    path = browser.program()
    if not path and not options.structure_only:
        sys.exit("report: there is no Chromium; install it, or give --structure-only")
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    failed = 0
    for file in options.pages:
        found = structure.problems(file.read_text(encoding="utf-8"))
        if not options.structure_only:
            found += in_browser(path, file, options.pictures)
        failed += len(found)
        print(f"{file.name}: {len(found)} problems" if found else f"{file.name}: in order")
        for problem in found:
            print(f"  {problem}", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
