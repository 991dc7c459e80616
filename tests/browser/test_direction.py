"""Right to left on the screen: the order of glyphs, measured where Chromium draws them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from explainer.arabic.isolate import isolate

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SHOWN = """node => {
  const glyphs = [];
  const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode;
    for (let i = 0; i < text.data.length; i++) {
      const range = document.createRange();
      range.setStart(text, i);
      range.setEnd(text, i + 1);
      const box = range.getBoundingClientRect();
      if (box.width) glyphs.push([box.left, text.data[i]]);
    }
  }
  return glyphs.sort((a, b) => a[0] - b[0]).map(g => g[1]).join("").trim();
}"""
"""The text of an element as it stands on the screen, from left to right."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.set_content('<html dir="rtl" lang="ar"><body><p id="p" style="font:20px sans-serif">')
    return opened


def _shown(page: Page, html: str) -> str:
    page.eval_on_selector("#p", "(p, html) => { p.innerHTML = html }", html)
    return str(page.eval_on_selector("#p", SHOWN))


ROWS = [
    # what is typed; what stands on the screen, left to right
    ("2024–2025", "2025–2024"),
    ("3–1", "1–3"),
    ("3-1", "1-3"),
    ("2024-2025", "2025-2024"),
    ("10:30–12:00", "12:00–10:30"),
    ("2024-06-19", "2024-06-19"),
    ("+7 495 123-45-67", "+7 495 123-45-67"),
    ("C++", "C++"),
    ("KN-23", "KN-23"),
    ("1200×630", "1200×630"),
    ("https://example.org/a/", "https://example.org/a/"),
    ("(Sputnik)", "(Sputnik)"),
    ("The Moscow Times", "The Moscow Times"),
    ("11,000", "11,000"),
    ("2024", "2024"),
]


@pytest.mark.parametrize(("typed", "shown"), ROWS)
def test_alone(page: Page, typed: str, shown: str) -> None:
    assert _shown(page, isolate(typed)) == shown


@pytest.mark.parametrize(("typed", "shown"), ROWS)
def test_after_arabic(page: Page, typed: str, shown: str) -> None:
    seen = _shown(page, isolate(f"ب {typed}"))
    assert seen.endswith("ب")
    drawn = shown.translate(str.maketrans("()", ")(")) if shown.startswith("(") else shown
    assert seen.removesuffix("ب").strip() == drawn


@pytest.mark.parametrize(("typed", "shown"), [row for row in ROWS if "–" in row[0]])
def test_a_range_after_a_latin_word(page: Page, typed: str, shown: str) -> None:
    assert _shown(page, isolate(f"ب KCNA ت {typed}")).startswith(shown)


def test_without_isolation_the_screen_is_wrong(page: Page) -> None:
    """The measuring works: these are the faults that isolation is for."""
    assert _shown(page, "ب 2024-06-19") != "2024-06-19 ب"
    assert _shown(page, "C++") == "++C"
