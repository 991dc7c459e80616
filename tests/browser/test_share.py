"""Sharing a page in a browser: the device's own sheet, else links; nothing without a click."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

COST = "/events/2021-07-cost/"
BOX = ".x-share:not(.x-share--embed)"
SHEET = """window.shared = [];
navigator.canShare = () => true;
navigator.share = async (what) => {
  shared.push(what);
  if (window.refusing) throw Object.assign(new Error(), { name: window.refusing });
};"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme="dark")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    yield opened
    context.close()


def test_links_and_a_copy_where_there_is_no_sheet(page: Page, tiny: str) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.split("/")[2]))
    page.add_init_script("delete Navigator.prototype.canShare")
    page.goto(f"{tiny}/figures/cost/")
    box = page.locator(BOX)
    box.locator("summary").focus()
    page.keyboard.press("Enter")
    assert box.locator("a:visible").count() == 4
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
    box.locator("button").click()
    page.wait_for_selector(".x-copied:not(:empty)")
    lines = str(page.evaluate("navigator.clipboard.readText()")).split("\n")
    assert lines[0].startswith("كلفة الجسر: ")
    assert lines[-1] == "https://explainer.example/figures/cost/"
    page.keyboard.press("Escape")
    assert box.get_attribute("open") is None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert asked == {tiny.removeprefix("http://")}


def test_the_device_s_own_sheet_comes_first(page: Page, tiny: str) -> None:
    page.add_init_script(SHEET)
    page.goto(tiny + COST)
    box, button = page.locator(BOX), page.locator(f"{BOX} > summary")
    button.click()
    page.wait_for_function("shared.length == 1")
    (what,) = page.evaluate("shared")
    assert what["url"] == f"https://explainer.example{COST}"
    assert what["text"].startswith(f"{what['title']}\n")
    assert "موضع خلاف" in what["text"]
    page.evaluate("window.refusing = 'AbortError'")
    button.click()
    page.wait_for_function("shared.length == 2")
    assert box.get_attribute("open") is None
    page.evaluate("window.refusing = 'NotAllowedError'")
    button.click()
    page.wait_for_selector(f"{BOX}[open]")


@pytest.mark.parametrize("away", ["Escape", "touch"])
def test_the_code_to_embed_lies_over_the_page_until_it_is_left(
    page: Page, tiny: str, away: str
) -> None:
    page.goto(tiny + COST)
    box = page.locator(".x-share--embed")
    box.locator("summary").focus()
    page.keyboard.press("Enter")
    assert box.locator("button:visible").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Escape") if away == "Escape" else page.locator("h1").click()
    assert box.get_attribute("open") is None


def test_without_script_there_are_links_and_on_paper_nothing(browser: Browser, tiny: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(tiny + COST)
    page.locator(f"{BOX} > summary").click()
    assert page.locator(f"{BOX} a:visible").count() == 4
    assert page.locator(".x-share button:visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator(".x-share:visible").count() == 0
    context.close()
