"""Pages on paper, and dates that no line parts: counted and measured in Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from explainer.arabic.date_words import MONTH_NAMES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

HOME_AT_MOST, EVENT_AT_MOST = 8, 3
LONG_EVENTS = 3
"""So many of the longest events are printed."""

BREAKS = """months => {
  const found = [];
  const parted = new RegExp(`(${months.join("|").replaceAll(" ", "\\\\s")})|[0-9]–[0-9]`, "gu");
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node; (node = words.nextNode());) {
    if (node.parentElement.closest("svg, script, template, pre")) continue;
    for (const match of node.data.matchAll(parted)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1) found.push(match[0]);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 320, "height": 640})
    yield opened
    opened.close()


def _sheets(page: Page) -> int:
    """Count the pages that Chromium prints, whose objects stand in its PDF uncompressed."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def _longest(site: Path) -> list[str]:
    pages = sorted((site / "events").glob("*/index.html"), key=lambda path: -path.stat().st_size)
    return [path.parent.name for path in pages[:LONG_EVENTS]]


def test_home_fits_on_few_sheets(page: Page, large: str) -> None:
    page.goto(large)
    assert 1 <= _sheets(page) <= HOME_AT_MOST


def test_the_longest_events_fit_on_few_sheets(page: Page, large: str, large_site: Path) -> None:
    for event in _longest(large_site):
        page.goto(f"{large}/events/{event}/")
        assert 1 <= _sheets(page) <= EVENT_AT_MOST, event


@pytest.mark.parametrize("address", ["", "figures/cost/", "events/2021-21-works/", "disputed/"])
def test_paper_has_nothing_to_press_and_no_heading_alone(
    page: Page, tiny: str, address: str
) -> None:
    page.goto(f"{tiny}/{address}")
    page.emulate_media(media="print")
    for useless in (".x-copy", ".x-file", ".x-letters", ".x-jump", "figure details"):
        assert page.locator(f"{useless}:visible").count() == 0, useless
    assert "content/" not in page.locator("main").inner_text()
    loose = page.evaluate(
        "[...document.querySelectorAll('main :is(h1, h2, h3, .x-block__head)')]"
        ".filter(head => getComputedStyle(head).breakAfter !== 'avoid').map(head => head.outerHTML)"
    )
    page.emulate_media(media="screen")
    assert loose == []


KINDS = ("", "timeline/", "disputed/", "changes/", "sources/", "figures/cost/", "actors/mayor/")


@pytest.mark.parametrize("width", [320, 390])
def test_no_line_parts_a_date(
    page: Page, tiny: str, large: str, large_site: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    addresses = [f"{tiny}/{kind}" for kind in KINDS]
    addresses += [f"{tiny}/events/2021-07-cost/", f"{large}/timeline/"]
    addresses += [f"{large}/events/{event}/" for event in _longest(large_site)]
    for address in addresses:
        page.goto(address)
        assert page.evaluate(BREAKS, list(MONTH_NAMES["dual"])) == [], address
