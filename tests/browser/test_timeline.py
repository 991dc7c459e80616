"""Filters of the timeline in a real browser: they combine, count, keep to the address, announce."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from explainer.arabic.counts import NOUNS, count
from explainer.content.library import Library, load
from explainer.content.model import Event
from tests.browser.axe import violations
from tests.browser.conftest import Lent, lent_page
from tests.browser.rest import after_frame, at_rest
from tests.conftest import LARGE, LATER, TESTS, read_yaml

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("timeline")]

Passes = Callable[[Event], bool]


@pytest.fixture(scope="module")
def library() -> Library:
    return load(LARGE, LATER)


@pytest.fixture
def page(lent: Lent) -> Iterator[Page]:
    with lent_page(lent, 1280, 900) as opened:
        yield opened


def _shown(page: Page) -> set[str]:
    shown = page.locator(".x-entry:not([hidden])")
    return set(shown.evaluate_all("all => all.map(n => n.dataset.event)"))


def _expect(page: Page, library: Library, passes: Passes) -> None:
    """See that the list is what the content says, and that its number is told in words."""
    wanted = {event_id for event_id, event in library.live.items() if passes(event)}
    expect(page.locator("#found[role=status]")).to_have_text(count(len(wanted), NOUNS["event"]))
    assert _shown(page) == wanted


def _in_safety(event: Event) -> bool:
    return "safety" in event.sections


def _disputed(event: Event) -> bool:
    return _in_safety(event) and event.status == "disputed"


def _year(event: Event) -> int | None:
    return event.when.earliest.year if event.when.earliest else None


def _everything(_: Event) -> bool:
    return True


def test_filters_combine_and_the_back_button_undoes_them(
    page: Page, large: str, library: Library
) -> None:
    page.goto(f"{large}/timeline/")
    _expect(page, library, _everything)
    page.locator("#filter summary").click()
    page.locator("[name=section][value=safety]").check()
    page.locator("[name=status][value=disputed]").check()
    assert page.url == f"{large}/timeline/?section=safety&status=disputed"
    _expect(page, library, _disputed)
    page.go_back()
    _expect(page, library, _in_safety)
    assert not page.locator("[name=status][value=disputed]").is_checked()
    page.go_back()
    _expect(page, library, _everything)
    page.go_forward()
    _expect(page, library, _in_safety)


@pytest.mark.parametrize(
    ("query", "passes"),
    [
        ("?section=safety&section=money", lambda e: {"safety", "money"} & {*e.sections}),
        ("?status=disputed&status=suspected", lambda e: e.status in {"disputed", "suspected"}),
        ("?importance=1&actor=rail-authority",
         lambda e: e.importance == 1 and "rail-authority" in e.actors),
        ("?year=2024&year=1998", lambda e: _year(e) in {2024, 1998}),
        ("?actor=nobody&new=1", _everything),
        ("?section=nothing", _everything),
    ],
)  # fmt: skip
def test_an_address_brings_its_filter_back(
    page: Page, large: str, library: Library, query: str, passes: Passes
) -> None:
    page.goto(f"{large}/timeline/{query}")
    _expect(page, library, passes)


def test_counts_say_what_would_remain(page: Page, large: str, library: Library) -> None:
    page.goto(f"{large}/timeline/?section=safety&year=2024")
    live = library.live.values()
    in_2024 = [event for event in live if _year(event) == 2024]
    for name, value, number in (
        ("status", "disputed", sum(_disputed(e) for e in in_2024)),
        ("section", "environment", sum("environment" in e.sections for e in in_2024)),
        ("section", "safety", sum(_in_safety(e) for e in in_2024)),
        ("year", "2025", sum(_in_safety(e) and _year(e) == 2025 for e in live)),
    ):  # fmt: skip
        option = page.locator(".x-option", has=page.locator(f"[name={name}][value='{value}']"))
        expect(option.locator(".x-option__count")).to_have_text(str(number))
    authority = sum(_in_safety(e) and "rail-authority" in e.actors for e in in_2024)
    expect(page.locator("option[value=rail-authority]")).to_have_text(
        re.compile(rf"\({authority}\)$")
    )


def test_what_is_chosen_can_be_taken_away(page: Page, large: str, library: Library) -> None:
    page.goto(f"{large}/timeline/?section=safety&status=disputed&actor=rail-authority&order=oldest")
    chips = page.locator(".x-chip")
    expect(chips).to_have_count(2)  # what is chosen in the open shows it itself
    expect(chips.first).to_have_accessible_name("أزل الشرط: السلامة والعمال")
    page.locator("[name=status]:checked").uncheck()
    page.wait_for_url(lambda url: "status" not in url)
    chips.first.click()
    expect(chips).to_have_count(1)
    assert "section" not in page.url
    expect(chips.first).to_be_focused()
    page.locator(".x-filter__found [data-clear]").click()
    _expect(page, library, _everything)
    assert page.url == f"{large}/timeline/?order=oldest"


def test_words_are_found_in_any_spelling(page: Page, large: str, library: Library) -> None:
    page.goto(f"{large}/timeline/")
    search, found = page.locator("main [name=q]"), []
    for typed in ("معاهدة", "معاهده", "مُعاهدة"):
        search.fill(typed)
        expect(page).to_have_url(f"{large}/timeline/?q={quote(typed)}")
        expect(page.locator("#filter")).to_have_attribute("data-shown", typed)
        found.append(_shown(page))
    assert found[0]
    assert found[0] == found[1] == found[2]
    page.go_back()
    expect(page.locator("#found")).to_contain_text(str(len(library.live)))
    assert search.input_value() == ""


WORDS = (
    "المعاهدات", "معاهدةة", "القطارات", "لقطار", "عامل", "Rimal", "سكك", "ايلول 2024", "قذائف",
)  # fmt: skip
"""Other forms than the texts have, a slip, a name in Latin, a month, and a word of no event."""


@pytest.mark.parametrize("typed", WORDS)
def test_the_word_box_finds_what_the_search_finds(page: Page, large: str, typed: str) -> None:
    page.goto(f"{large}/search/?kind=event&q={quote(typed)}")
    at_rest(page)
    expect(page.locator("#results")).to_have_attribute("aria-busy", "false")
    expect(page.locator("#results details[open]:not(:has(li))")).to_have_count(0)
    for more in page.locator("#results button:visible").all():
        more.click()
    links = page.locator("#results .x-hit__title a")
    expect(page.locator("#results button:visible")).to_have_count(0)
    wanted = set(links.evaluate_all("all => all.map(n => n.pathname.split('/').at(-2))"))
    assert bool(wanted) == (typed != "قذائف")
    page.goto(f"{large}/timeline/?q={quote(typed)}")
    expect(page.locator("#filter")).to_have_attribute("data-shown", typed)
    assert _shown(page) == wanted
    page.goto(f"{large}/timeline/")
    page.locator("main [name=q]").press_sequentially(typed)
    expect(page.locator("#filter")).to_have_attribute("data-shown", typed)
    assert _shown(page) == wanted
    assert page.locator("#instead").is_visible() == (typed == "معاهدةة")


def test_the_index_is_loaded_when_somebody_types(page: Page, large: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{large}/timeline/?section=safety")
    at_rest(page)
    page.locator("[name=status]").first.check()
    after_frame(page)
    assert not [url for url in asked if "/search/" in url]
    page.locator("main [name=q]").fill("قطار")
    expect(page.locator("#filter")).to_have_attribute("data-shown", "قطار")
    assert [url for url in asked if url.endswith("/search/index.json")]


def test_without_the_index_words_are_found_in_the_texts(
    page: Page, large: str, library: Library
) -> None:
    page.route("**/search/*.json*", lambda route: route.abort())
    page.goto(f"{large}/timeline/?q=قطار")
    expect(page.locator("#filter")).to_have_attribute("data-shown", "قطار")
    wanted = {i for i, e in library.live.items() if "قطار" in f"{e.title} {e.summary}"}
    assert wanted
    assert wanted <= _shown(page)


def test_a_section_s_name_in_the_strip_chooses_it(page: Page, large: str, library: Library) -> None:
    page.goto(f"{large}/timeline/")
    name = page.locator(".x-density a[data-section=safety]")
    name.click()
    _expect(page, library, _in_safety)
    assert page.url == f"{large}/timeline/?section=safety"
    expect(name).to_have_attribute("aria-current", "true")
    page.go_back()
    _expect(page, library, _everything)


def test_a_year_of_the_strip_is_wide_enough_for_a_finger(page: Page, large: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{large}/timeline/")
    sizes = page.locator(".x-density :is(a)").evaluate_all(
        "all => all.map(n => n.getBoundingClientRect()).map(r => [r.width, r.height])"
    )
    assert min(min(size) for size in sizes) >= 24


@pytest.mark.parametrize("script", [True, False])
def test_a_link_to_an_event_opens_it(browser: Browser, large: str, *, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{large}/timeline/")
    event = page.locator(".x-entry").nth(20).get_attribute("data-event")
    page.goto(f"{large}/timeline/#e-{event}")
    expect(page.locator(f"[data-event='{event}'] .x-entry__summary")).to_be_visible()
    assert page.locator(".x-entry[open]").count() == 1
    context.close()


def test_on_paper_every_entry_is_open(page: Page, large: str, library: Library) -> None:
    page.goto(f"{large}/timeline/")
    assert page.locator(".x-entry__summary:visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator(".x-entry__summary:visible").count() == len(library.live)


def test_an_actor_s_events_are_found_by_the_name(page: Page, large: str, library: Library) -> None:
    page.goto(f"{large}/timeline/?q={library.actors['jad-rimal'].name.ar}")
    wanted = {i for i, e in library.live.items() if "jad-rimal" in e.actors}
    assert wanted <= _shown(page)


def test_nothing_found_says_so_and_has_a_way_out(page: Page, large: str, library: Library) -> None:
    page.goto(f"{large}/timeline/?q=لايوجدهذا")
    expect(page.locator("#found")).to_have_text("لا أحداث")
    assert not page.locator(".x-year:visible").count()
    page.locator("#nothing [data-clear]").click()
    _expect(page, library, _everything)
    assert not page.locator("#nothing").is_visible()


TURNED = """wanted =>
  [...document.querySelectorAll(".x-entry")].map(n => n.dataset.event).join() === wanted.join()"""


def test_the_order_turns(page: Page, large: str) -> None:
    page.goto(f"{large}/timeline/")
    cards, years = page.locator(".x-entry"), page.locator(".x-year__name")
    ids = "all => all.map(n => n.dataset.event)"
    newest = cards.evaluate_all(ids)
    page.locator("[value=oldest]").check()
    expect(cards.first).to_have_attribute("data-event", newest[-1])
    page.wait_for_function(TURNED, arg=newest[::-1])
    assert cards.evaluate_all(ids) == newest[::-1]
    assert page.url.endswith("?order=oldest")
    expect(years.first).to_have_text(re.compile("^ستينيات القرن العشرين "))


def test_the_filter_works_by_keyboard(page: Page, large: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{large}/timeline/")
    summary = page.locator("#filter summary")
    expect(page.locator("[name=section]").first).not_to_be_visible()
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".x-chip")).to_have_count(1)
    assert "?section=" in page.url


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing_with_the_filter_open(
    page: Page, tiny: str, width: int, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{tiny}/timeline/?since=2021&section=building")
    if not page.locator("[name=section]").first.is_visible():
        page.locator("#filter summary").click()
    page.locator("[name=status]").first.check()
    assert violations(page) == []


MOVED = """window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {
  moved += entry.value })).observe({type: 'layout-shift', buffered: true})"""


@pytest.mark.parametrize(
    "path", ["/timeline/", "/timeline/?section=safety&year=2024", "/?since=2025"]
)
def test_nothing_moves_while_the_page_loads(page: Page, large: str, path: str) -> None:
    page.add_init_script(MOVED)
    page.goto(large + path)
    at_rest(page)
    assert page.evaluate("moved") < 0.03


def test_without_script_all_is_there_and_no_dead_form(
    browser: Browser, large: str, library: Library
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{large}/timeline/?section=safety")
    assert page.locator(".x-entry:visible").count() == len(library.live)
    assert not page.locator("#filter").is_visible()
    page.locator("main a:visible", has_text="2019").first.evaluate("n => n.click()")
    assert page.url.endswith("#y2019")
    entry = page.locator(".x-entry").first
    expect(entry.locator(".x-entry__summary")).to_be_hidden()
    entry.locator("summary").click()
    expect(entry.locator(".x-entry__summary")).to_be_visible()
    context.close()


CASES = read_yaml(TESTS / "fold.yml")


def test_the_browser_folds_as_the_build_does(page: Page, tiny: str) -> None:
    page.goto(f"{tiny}/timeline/")
    folded = page.evaluate(
        "async ([base, all]) => { const { fold } = await import(base + '/assets/scripts/fold.js');"
        " return all.map(fold) }",
        [tiny, [case[0] for case in CASES]],
    )
    assert folded == [case[1] for case in CASES]
