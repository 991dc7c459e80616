"""axe finds nothing on any kind of page, on a phone and on a desk, in light and in dark."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import COLOURS, EVERYTHING, LAYOUT, Only, violations
from tests.browser.test_site import PATHS

pytestmark = [pytest.mark.browser]

RECORDS = ("/building/", "/events/2021-07-cost/", "/actors/mayor/", "/figures/cost/")


Scheme = Literal["light", "dark"]
LOOKS: dict[str, list[tuple[int, Scheme, Only]]] = {
    "phone": [
        (390, "light", EVERYTHING), (390, "dark", COLOURS),
        (320, "dark", EVERYTHING), (320, "light", COLOURS),
    ],
    "desk": [
        (1280, "light", EVERYTHING), (1280, "dark", COLOURS),
        (768, "dark", EVERYTHING), (768, "light", COLOURS),
    ],
}  # fmt: skip
"""At each width every rule in one scheme, and in the other what hangs on the scheme."""


@pytest.mark.parametrize(
    "layout", [pytest.param(each, marks=pytest.mark.xdist_group(f"axe-{each}")) for each in LOOKS]
)
def test_axe_finds_nothing(browser: Browser, tiny: str, tiny_site: Path, layout: str) -> None:
    page = browser.new_page()
    version = next(tiny_site.glob("v/[0-9a-f]*/index.html")).parent.relative_to(tiny_site)
    found: list[tuple[str | int, ...]] = []
    for path in (*PATHS, *RECORDS, f"/{version}/"):
        page.set_viewport_size({"width": LOOKS[layout][0][0], "height": 900})
        page.goto(tiny + path)
        for width, scheme, rules in LOOKS[layout]:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found += [(path, width, scheme, *each) for each in violations(page, rules)]
    page.close()
    assert found == []


BAD = """<!doctype html><html lang="ar"><title>x</title><body>
<p style="color: #ccc">نص باهت</p><img src="data:,"><main><h1>عنوان</h1></main>
<div aria-hidden="true"><button>زر</button></div></body></html>"""


def test_axe_would_find_something(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(BAD)
    everything, colours, layout = (
        {rule for rule, _ in violations(page, only)} for only in (EVERYTHING, COLOURS, LAYOUT)
    )
    page.close()
    assert everything >= {"color-contrast", "image-alt", "region", "aria-hidden-focus"}
    assert colours == {"color-contrast"}
    assert layout == {"color-contrast", "region", "aria-hidden-focus"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_open_drawers_and_filters(
    browser: Browser, tiny: str, scheme: Scheme
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    found = []
    for path, opened in (
        ("/", "[popovertarget=menu]"),
        ("/", "[popovertarget=contents]"),
        ("/timeline/", "#filter summary"),
    ):
        page.goto(tiny + path)
        page.locator(opened).first.click()
        found += [(path, opened, *each) for each in violations(page)]
    context.close()
    assert found == []


def test_text_may_be_four_times_as_large(browser: Browser, tiny: str) -> None:
    """400 % on a screen of 1280 pixels is a page 320 wide: nothing may stick out or overlap."""
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    wide = []
    for path in (*PATHS, *RECORDS):
        page.goto(tiny + path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    context.close()
    assert wide == []


def test_forced_colours_leave_marks_visible(browser: Browser, tiny: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{tiny}/timeline/")
    ink, ground = page.locator("article .x-shape").first.evaluate(
        "n => [getComputedStyle(n).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert ink != ground
    drawn = page.locator("article .x-shape").evaluate_all("all => all.map(n => n.getBBox().width)")
    assert drawn
    assert min(drawn) > 10, "a shape of the frame is not there"
    context.close()
