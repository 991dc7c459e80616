"""Filters of the timeline in a real browser: they combine, count, keep to the address, announce."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from explainer.arabic.counts import NOUNS, count
from explainer.library import Library, load
from tests.conftest import NOW, ROOT, TESTS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("timeline")]


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT / "content", NOW.replace(year=2026))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    yield opened
    context.close()


def _shown(page: Page) -> set[str]:
    nodes = page.locator(".x-card:not([hidden])").evaluate_all("all => all.map(n => n.id)")
    return {node.removeprefix("e-") for node in nodes}


def _military_disputed(library: Library) -> set[str]:
    return {
        i for i, e in library.live.items() if "military" in e.sections and e.status == "disputed"
    }


def test_filters_combine_and_keep_to_the_address(page: Page, real: str, library: Library) -> None:
    page.goto(f"{real}/timeline/")
    assert _shown(page) == set(library.live)
    page.locator("#filter summary").click()
    page.locator("[name=section][value=military]").check()
    page.locator("[name=status][value=disputed]").check()
    assert page.url == f"{real}/timeline/?section=military&status=disputed"
    wanted = _military_disputed(library)
    assert wanted
    assert _shown(page) == wanted
    page.go_back()
    assert not page.locator("[name=status][value=disputed]").is_checked()
    assert _shown(page) == {i for i, e in library.live.items() if "military" in e.sections}
    page.go_back()
    assert _shown(page) == set(library.live)


def test_an_address_brings_its_filter_back(page: Page, real: str, library: Library) -> None:
    page.goto(f"{real}/timeline/?section=military&status=disputed&actor=kim-jong-un")
    assert page.locator("[name=section][value=military]").is_checked()
    wanted = {i for i in _military_disputed(library) if "kim-jong-un" in library.live[i].actors}
    assert _shown(page) == wanted
    assert page.locator(".x-chip").count() == 3
    page.locator(".x-chip", has_text="موضع خلاف").click()
    assert "status" not in page.url
    page.locator(".x-filter__found [data-clear]").click()
    assert page.url == f"{real}/timeline/"
    assert _shown(page) == set(library.live)


def test_counts_say_what_would_remain(page: Page, real: str, library: Library) -> None:
    page.goto(f"{real}/timeline/?section=military")
    option = page.locator(".x-option", has=page.locator("[value=disputed]"))
    expect(option.locator(".x-option__count")).to_have_text(str(len(_military_disputed(library))))


def test_words_are_found_in_any_spelling(page: Page, real: str) -> None:
    page.goto(f"{real}/timeline/")
    found = []
    for typed in ("معاهدة", "معاهده", "المُعاهدة"[2:]):
        page.locator("[name=q]").fill(typed)
        page.wait_for_timeout(250)
        found.append(_shown(page))
    assert found[0]
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize(
    ("query", "said"),
    [("?q=لايوجدهذا", "لا أحداث"), ("?year=1945", None), ("", None)],
)
def test_results_are_announced_in_words(
    page: Page, real: str, query: str, said: str | None
) -> None:
    page.goto(f"{real}/timeline/{query}")
    number = len(_shown(page))
    expect(page.locator("#found[role=status]")).to_have_text(said or count(number, NOUNS["event"]))
    assert page.locator("#nothing").is_visible() == (number == 0)
    assert bool(number) == (said is None)


def test_the_order_turns(page: Page, real: str) -> None:
    page.goto(f"{real}/timeline/")
    years = "all => all.map(n => n.textContent.trim())"
    newest = page.locator(".x-year > h2").evaluate_all(years)
    page.locator("[value=oldest]").check()
    assert page.locator(".x-year > h2").evaluate_all(years) == newest[::-1]
    assert page.url.endswith("?order=oldest")
    first = page.locator(".x-year").first
    assert first.evaluate("n => n.firstElementChild.tagName") == "H2"


def test_the_filter_works_by_keyboard(page: Page, real: str) -> None:
    page.goto(f"{real}/timeline/")
    page.locator("#filter summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?section="))


def test_without_script_all_is_there_and_no_dead_form(browser: Browser, real: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real}/timeline/")
    assert page.locator(".x-card").count() == 161
    assert not page.locator("#filter").is_visible()
    page.locator(".x-jump a", has_text="2019").click()
    assert page.url.endswith("#y2019")
    context.close()


CASES = yaml.safe_load((TESTS / "fold.yml").read_text("utf-8"))


def test_the_browser_folds_as_the_build_does(page: Page, tiny: str) -> None:
    page.goto(f"{tiny}/timeline/")
    folded = page.evaluate(
        "async ([base, all]) => { const { fold } = await import(base + '/assets/scripts/fold.js');"
        " return all.map(fold) }",
        [tiny, [case[0] for case in CASES]],
    )
    assert folded == [case[1] for case in CASES]


def test_new_since_a_link(page: Page, real: str, library: Library) -> None:
    page.goto(f"{real}/?since=2026-02-01")
    fresh = [
        i for i, e in library.live.items()
        if e.when.earliest and e.when.earliest.isoformat() > "2026-02-01"
    ]  # fmt: skip
    box = page.locator("#since")
    assert box.get_attribute("open") is not None
    assert box.locator("li:visible").count() == len(fresh) + len(library.changes)
    assert "منذ 1 شباط/فبراير 2026" in box.locator("summary").inner_text()
    page.goto(f"{real}/timeline/?since=2026-02-01")
    assert page.locator(".x-card .x-new").count() == len(fresh)


def test_a_first_visit_marks_nothing_and_a_later_one_says_so(page: Page, real: str) -> None:
    page.goto(f"{real}/")
    summary = page.locator("#since summary")
    expect(summary).to_have_text("الأحدث في الملف")
    page.evaluate(
        "localStorage.setItem('visit', JSON.stringify({at: Date.now() - 7 * 3600e3,"
        " day: '2026-03-10', before: '2020-01-01'}))"
    )
    page.reload()
    expect(summary).to_contain_text("منذ زيارتك الأخيرة في 10 آذار/مارس 2026")
    page.reload()
    expect(summary).to_contain_text("10 آذار/مارس 2026")
    summary.click()
    page.locator(".x-since__own button").click()
    assert page.evaluate("localStorage.getItem('visit')") is None
