"""axe finds nothing on any kind of page, on a phone and on a desk, in light and in dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.test_site import PATHS

pytestmark = [pytest.mark.browser]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RECORDS = ("/building/", "/events/2021-07-cost/", "/actors/mayor/", "/figures/cost/")


SCREENS = [(320, "dark"), (390, "light"), (768, "dark"), (1280, "light")]


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        pytest.param(width, scheme, marks=pytest.mark.xdist_group(f"axe-{width}"))
        for width, scheme in SCREENS
    ],
)
def test_axe_finds_nothing(browser: Browser, tiny: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    found = []
    for path in (*PATHS, *RECORDS):
        page.goto(tiny + path)
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for only in (
            {"type": "tag", "values": RULES},
            {"type": "rule", "values": ["color-contrast"]},  # all that hangs on the scheme
        ):
            result = Axe().run(page, options={"runOnly": only})
            found += [
                (path, violation["id"], node["html"][:120])
                for violation in result.response["violations"]
                for node in violation["nodes"]
            ]
            page.emulate_media(color_scheme="light" if scheme == "dark" else "dark")
    context.close()
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_open_drawers_and_filters(
    browser: Browser, tiny: str, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    found = []
    for path, opened in (
        ("/", "[popovertarget=menu]"),
        ("/", "[popovertarget=contents]"),
        ("/timeline/", "#filter summary"),
    ):
        page.goto(tiny + path)
        page.locator(opened).first.click()
        result = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        found += [(path, opened, each["id"]) for each in result.response["violations"]]
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
    page.goto(f"{tiny}/disputed/")
    ink, ground = page.locator(".x-status .x-shape").first.evaluate(
        "n => [getComputedStyle(n).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert ink != ground
    drawn = page.locator(".x-status .x-shape").evaluate_all(
        "all => all.map(n => n.getBBox().width)"
    )
    assert drawn
    assert min(drawn) > 10, "a shape of the frame is not there"
    context.close()
