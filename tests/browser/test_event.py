"""An event's page in a browser: the ledger, terms in place, copying, paper, without script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.axe import violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WORKS, COST = "/events/2021-21-works/", "/events/2021-07-cost/"
TERM = 'a.x-term[href$="#abutment"]'
SAID = "جزء من الجسر يسند طرفه على الضفة."


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900}, has_touch=True)
    opened.grant_permissions(["clipboard-read", "clipboard-write"])
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


def _ready(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(f"{TERM}[aria-expanded]")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_term_is_explained_by_keyboard(page: Page, tiny: str, key: str) -> None:
    _ready(page, tiny + WORKS)
    term, box = page.locator(TERM), page.locator("#gloss")
    assert term.count() == 1
    term.focus()
    page.keyboard.press(key)
    assert box.is_visible()
    assert box.locator(".x-gloss__text").inner_text() == SAID
    assert term.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.id") == "gloss"
    page.keyboard.press("Escape")
    assert not box.is_visible()
    page.wait_for_selector(f'{TERM}[aria-expanded="false"]')
    assert page.evaluate("document.activeElement.textContent") == term.inner_text()


def test_a_term_is_explained_by_touch(page: Page, tiny: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    _ready(page, tiny + WORKS)
    term, box = page.locator(TERM), page.locator("#gloss")
    term.tap()
    assert box.is_visible()
    place = box.bounding_box()
    assert place
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 320
    assert place["y"] + place["height"] <= 641
    term.tap()
    assert not box.is_visible()
    term.tap()
    box.locator("button").tap()
    assert not box.is_visible()
    assert page.url == tiny + WORKS


def test_a_term_leads_to_the_glossary_without_script(browser: Browser, tiny: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(tiny + WORKS)
    assert not page.locator("#gloss").is_visible()
    assert not page.locator(".x-copy").first.is_visible()
    assert page.locator("#cite-house").is_visible()
    page.locator(TERM).click()
    assert page.url == f"{tiny}/glossary/#abutment"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_a_term_is_explained(page: Page, tiny: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    _ready(page, tiny + WORKS)
    page.locator(TERM).click()
    assert page.locator("#gloss").is_visible()
    assert violations(page) == []


@pytest.mark.parametrize(
    ("target", "copied"),
    [
        ("cite-house", "“بدء العمل في الجسر”، "),
        ("cite-bibtex", "@online{2021-21-works,\nauthor = {{"),
        ("address", "https://explainer.example/events/2021-21-works/"),
    ],
)
def test_a_citation_is_copied(page: Page, tiny: str, target: str, copied: str) -> None:
    page.goto(tiny + WORKS)
    if target == "cite-bibtex":
        page.locator(".x-cite__forms > summary").click()
    page.locator(f'.x-copy[data-copy="{target}"]:visible').press("Enter")
    page.wait_for_selector(".x-copied:not(:empty)")
    assert page.locator("[role=status].x-copied").inner_text() == "نُسخ"
    clipboard: str = page.evaluate("navigator.clipboard.readText()")
    assert clipboard.startswith(copied)
    assert clipboard == clipboard.strip()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_ledger_is_whole_and_its_sides_stand_opposed(page: Page, tiny: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(tiny + COST)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    pair = page.locator(".x-pair").first
    said = pair.locator(".x-pair__side").first.bounding_box()
    denied = pair.locator(".x-pair__side--against").bounding_box()
    assert said
    assert denied
    for side in (said, denied):
        assert side["x"] >= 0
        assert side["x"] + side["width"] <= width
    if width == 1280:
        assert said["x"] > denied["x"] + denied["width"] - 1
        assert said["y"] == denied["y"]
    else:
        assert denied["y"] >= said["y"] + said["height"]
        assert (denied["x"], denied["width"]) == (said["x"], said["width"])
    pair.locator(".x-pair__side--against", has_text="ما نُفي").wait_for()


def test_a_claim_s_number_leads_to_its_source(page: Page, tiny: str) -> None:
    page.goto(f"{tiny}/events/2020-03-05-agreement/")
    page.locator("#claims ~ .x-ledger .x-ref").last.click()
    assert page.url.endswith("#s-4")
    assert "كم يكلف الجسر؟" in page.locator("li:target").inner_text()


def test_paper_has_every_address_and_no_button(page: Page, tiny: str) -> None:
    page.goto(tiny + WORKS)
    page.emulate_media(media="print")
    assert page.locator(".x-copy:visible").count() == 0
    assert not page.locator("#gloss").is_visible()
    after = page.locator("a.x-source__title").first.evaluate(
        "node => getComputedStyle(node, '::after').content"
    )
    assert "(" in after
    assert page.locator(".x-glossed dd").first.bounding_box()
    page.emulate_media(media="screen")
