"""The published sites in a real browser: direction, menu, links, widths, without script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser.conftest import Lent, lent_page
from tests.browser.test_direction import SHOWN

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NARROW, WIDE = 390, 1280
PATHS = (
    "/", "/timeline/", "/actors/", "/places/", "/figures/", "/disputed/", "/sources/",
    "/glossary/", "/questions/", "/changes/", "/corrections/", "/feeds/", "/method/", "/about/",
    "/data/", "/search/",
    "/404.html",
)  # fmt: skip


@pytest.fixture
def page(lent: Lent) -> Iterator[Page]:
    with lent_page(lent, WIDE, 900) as opened:
        yield opened


def test_a_page_runs_from_right_to_left(page: Page, tiny: str) -> None:
    page.goto(f"{tiny}/events/2020-03-05-agreement/")
    assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
    heading = page.locator("h1")
    assert str(heading.evaluate(SHOWN))[::-1] == heading.inner_text()
    box, column = heading.bounding_box(), page.locator("article.x-article").bounding_box()
    assert box
    assert column
    assert abs((box["x"] + box["width"]) - (column["x"] + column["width"])) < 40


def test_sections_stand_in_the_bar_after_the_brand(page: Page, tiny: str) -> None:
    page.goto(f"{tiny}/")
    entry = page.locator('.x-bar__nav a[href="money/"]')
    brand, box = page.locator(".x-brand").bounding_box(), entry.bounding_box()
    assert brand
    assert box
    assert WIDE / 2 < box["x"] < brand["x"]
    entry.click()
    assert page.url == f"{tiny}/money/"
    assert page.locator("h1").inner_text() == "المال"


def test_from_home_to_an_event_to_its_source(page: Page, tiny: str) -> None:
    page.goto(f"{tiny}/")
    page.locator(".x-degree a").first.click()
    assert page.url == f"{tiny}/events/2020-03-05-agreement/"
    assert page.locator(".x-sources a[href='https://wire.example/1']").first.is_visible()
    page.go_back()
    assert page.url == f"{tiny}/"


def test_an_anchor_leads_to_its_place(page: Page, tiny: str) -> None:
    page.goto(f"{tiny}/events/2020-03-05-agreement/")
    page.locator("a", has_text="الرصيف القديم").first.click()
    assert page.url == f"{tiny}/places/#old-quay"
    assert page.locator("#old-quay").bounding_box()


def test_the_menu_opens_and_closes_by_keyboard_on_a_phone(page: Page, tiny: str) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(f"{tiny}/")
    menu = page.locator("#menu")
    assert not menu.is_visible()
    for _ in range(6):
        page.keyboard.press("Tab")
        if _focused(page) == "القائمة":
            break
    assert _focused(page) == "القائمة"
    page.keyboard.press("Enter")
    assert menu.is_visible()
    assert _focused(page) == "أغلق القائمة"
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert _focused(page) == "القائمة"
    page.keyboard.press("Enter")
    menu.locator("a", has_text="التسلسل الزمني").click()
    assert page.url == f"{tiny}/timeline/"


def test_the_closed_menu_is_out_of_the_keyboard_s_way(page: Page, tiny: str) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(f"{tiny}/timeline/")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('.x-drawer')")


def _focused(page: Page) -> str | None:
    label: str | None = page.evaluate("document.activeElement.getAttribute('aria-label')")
    return label


def test_the_menu_opens_without_script(browser: Browser, tiny: str) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": NARROW, "height": 800}
    )
    page = context.new_page()
    page.goto(f"{tiny}/")
    page.locator("button[popovertarget=menu]").first.click()
    page.locator("#menu a", has_text="التسلسل الزمني").click()
    assert page.url == f"{tiny}/timeline/"
    assert not page.locator("#scheme").is_visible()
    context.close()


def test_the_skip_link_leads_to_the_article(page: Page, tiny: str) -> None:
    page.goto(f"{tiny}/timeline/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")


def test_the_scheme_is_chosen_and_kept(page: Page, tiny: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{tiny}/")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.locator("#scheme").click()
    assert page.locator("#scheme").get_attribute("aria-pressed") == "true"
    page.goto(f"{tiny}/timeline/")
    assert page.evaluate(ground) == "rgb(21, 24, 27)"
    page.locator("#scheme").click()
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_the_contents_follow_the_reader(page: Page, large: str) -> None:
    page.goto(f"{large}/")
    page.locator(".x-bar__contents").click()
    page.evaluate("document.getElementById('questions').scrollIntoView({behavior: 'instant'})")
    page.wait_for_selector('#contents a[aria-current][href="#questions"]')


def test_where_nothing_is_the_nearest_is_named(page: Page, tiny: str) -> None:
    missing = page.request.get(f"{tiny}/404.html").body()
    for wrong, meant in (
        ("events/2020-03-05-agrement/", "/events/2020-03-05-agreement/"),
        ("timelin/", "/timeline/"),
        ("figures/costs/", "/figures/cost/"),
    ):
        page.route(f"{tiny}/{wrong}", lambda route: route.fulfill(status=404, body=missing))
        page.goto(f"{tiny}/{wrong}")
        link = page.locator("#meant a").first
        link.wait_for()
        link.click()
        page.wait_for_url(f"{tiny}{meant}")
    page.route(f"{tiny}/zzzz/", lambda route: route.fulfill(status=404, body=missing))
    page.goto(f"{tiny}/zzzz/")
    page.locator("main input[type=search]").fill("جسر")
    assert not page.locator("#meant").is_visible()
    page.locator("main form button").click()
    page.wait_for_url(f"{tiny}/search/?q=*")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(page: Page, tiny: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for path, selectors in (
        ("/disputed/", ("article p", "article a", ".x-shape", "#menu a")),
        ("/figures/cost/", (".x-status", ".x-deny", ".x-pic__sub")),
    ):
        page.goto(f"{tiny}{path}")
        for selector in selectors:
            for node in page.locator(selector).all()[:20]:
                ratio = node.evaluate(CONTRAST)
                assert ratio >= 4.5, (path, selector, ratio)


CONTRAST = """node => {
  const parse = text => text.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(c => {
      c /= 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  let ground = node;
  while (ground && /, 0\\)$|transparent/.test(getComputedStyle(ground).backgroundColor))
    ground = ground.parentElement;
  const back = ground ? light(parse(getComputedStyle(ground).backgroundColor)) : 1;
  const front = light(parse(getComputedStyle(node).color));
  return (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
}"""


def test_everything_is_there_without_script(browser: Browser, tiny: str) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": NARROW, "height": 800}
    )
    page = context.new_page()
    page.goto(f"{tiny}/timeline/")
    entries = page.locator("#events [data-event]")
    assert entries.count() == 3
    entries.first.locator("summary").click()
    entries.first.locator("a[href*='events/']").first.click()
    assert "/events/" in page.url
    assert page.locator(".x-sources li").count() >= 1
    context.close()


@dataclass
class Seen:
    """What was seen on a way through every kind of page, at every width."""

    wide: list[tuple[str, int]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    glued: list[tuple[str, str]] = field(default_factory=list)

    def heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.said.append(message.text)


GLUED = """() => [...document.querySelectorAll("body *")].filter((node) => {
  const parts = [...node.childNodes];
  const isWord = (part) => part?.nodeType === 3 && part.data.trim();
  const isElement = (part) => part?.nodeType === 1 && part.textContent.trim();
  return /flex|grid/.test(getComputedStyle(node).display) && parts.some((part, at) =>
    isWord(part) && ((/\\s$/.test(part.data) && isElement(parts[at + 1]))
      || (/^\\s/.test(part.data) && isElement(parts[at - 1]))));
}).map((node) => node.textContent)"""
"""Finds words beside an element in a row or a grid, which drops the space between them."""


@pytest.fixture(scope="module")
def seen(browser: Browser, large: str) -> Iterator[Seen]:
    found, page = Seen(), browser.new_page()
    page.set_default_timeout(10_000)
    page.on("request", lambda request: found.asked.append(request.url))
    page.on("console", found.heard)
    page.on("pageerror", lambda error: found.said.append(str(error)))
    for path in PATHS:
        page.set_viewport_size({"width": NARROW, "height": 800})
        answer = page.goto(large + path)
        assert answer is not None
        assert answer.ok, path
        found.glued += [(path, text) for text in page.evaluate(GLUED)]
        for width in (NARROW, 320, 768, WIDE):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.wide.append((path, width))
    yield found
    page.close()


def test_no_page_is_wider_than_the_screen(seen: Seen) -> None:
    assert seen.wide == []


def test_no_space_is_lost_between_words(seen: Seen) -> None:
    assert seen.glued == []


def test_nothing_is_asked_of_anyone_else(seen: Seen, large: str) -> None:
    assert len(seen.asked) > len(PATHS)
    assert [url for url in seen.asked if not url.startswith((large, "data:", "blob:"))] == []


def test_no_page_complains_in_the_console(seen: Seen) -> None:
    assert seen.said == []
