"""The search in a real browser: what is typed finds, by keyboard, from the address, offline."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Response, Route, expect

from explainer.arabic.fold import fold
from explainer.arabic.stem import STEM_RULES, readings, words
from explainer.content.library import Library, load
from explainer.site.search.documents import documents
from explainer.site.views.publication import Publication
from explainer.site.views.search_page import RESULT_KINDS
from tests.browser.axe import violations
from tests.browser.conftest import Lent, _serve, lent_page
from tests.browser.rest import at_rest
from tests.conftest import LARGE, LATER, TESTS, read_yaml
from tests.queries import ASK, queries, score, tops
from tests.test_search import TEXTS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("search")]


@pytest.fixture(scope="module")
def library() -> Library:
    return load(LARGE, LATER)


@pytest.fixture
def page(lent: Lent) -> Iterator[Page]:
    with lent_page(lent, 1280, 900) as opened:
        yield opened


def _type(page: Page, text: str) -> None:
    """Put a text into the box and wait until all that it finds is drawn."""
    page.locator("#q").fill(text)
    page.locator(f'#search[data-shown="{text}"]').wait_for()
    page.locator('#results[aria-busy="false"]').wait_for(state="attached")


def _titles(page: Page) -> list[str]:
    return page.locator("#results .x-hit__title > a").all_inner_texts()


# The same words at build and in the browser


NORMALISE = """async ([base, rules, typed, texts]) => {
  const { normaliser, words } = await import(`${base}/assets/scripts/normalise.js`);
  const { fold } = await import(`${base}/assets/scripts/fold.js`);
  const { readings } = normaliser(rules);
  const cut = (text) => words(text).map(({ folded }) => folded);
  return [typed.map((word) => readings(fold(word))), texts.map(cut)];
}"""
STEMS = read_yaml(TESTS / "stem.yml")


def test_the_browser_reads_words_as_the_build_does(
    page: Page, large: str, library: Library
) -> None:
    page.goto(f"{large}/search/")
    every = [text for each in documents(Publication(library)) for text in (*each.names, *each.text)]
    found = sorted({word for text in every for _, word in words(text)})
    typed = [case[0] for case in STEMS]
    texts = [case[0] for case in TEXTS] + every
    stems, cut = page.evaluate(NORMALISE, [large, STEM_RULES, typed + found, texts])
    assert stems[: len(STEMS)] == [case[1] for case in STEMS]
    assert cut[: len(TEXTS)] == [case[1] for case in TEXTS]
    assert stems[len(STEMS) :] == [readings(fold(word)) for word in found]
    assert cut[len(TEXTS) :] == [[word for _, word in words(text)] for text in every]


def test_what_is_asked_for_is_among_the_first_three(
    page: Page, large: str, library: Library
) -> None:
    page.goto(f"{large}/search/")
    asked = queries(library, TESTS / "cases/queries.yml")
    got = score(asked, tops(asked, page.evaluate(ASK, [large, [query.text for query in asked]])))
    assert got.found >= 0.97
    assert got.false <= 0.03


# Typing


def test_typing_finds_and_marks_what_matched_as_it_is_written(page: Page, large: str) -> None:
    page.goto(f"{large}/search/")
    _type(page, "معاهده")
    assert "معاهدة" in page.locator("#results mark").all_inner_texts()
    expect(page.locator("#all")).to_be_hidden()
    assert page.url == f"{large}/search/?q={quote('معاهده')}"
    expect(page.locator("[role=status] #found")).to_have_text(re.compile(r"\d+ نتيجة|\d+ نتائج"))
    event = page.locator("#results [data-kind=event]").first
    assert event.locator(".x-hit__kind").inner_text() == "حدث"
    expect(event.locator(".x-hit__line")).to_be_visible()
    expect(event.locator(".x-status")).to_be_visible()
    expect(event.locator(".x-hit__text")).to_be_visible()


def test_after_the_nearest_each_kind_is_folded_and_the_rest_behind_a_button(
    page: Page, large: str
) -> None:
    page.goto(f"{large}/search/?q={quote('السكة')}")
    expect(page.locator("#results")).to_have_attribute("aria-busy", "false")
    heads = page.locator("#results h2").all_inner_texts()
    assert heads[0] == "الأقرب"
    assert set(heads[1:]) <= set(RESULT_KINDS.values())
    group = page.locator(".x-hits", has=page.locator("h2", has_text=RESULT_KINDS["event"]))
    all_ = int(group.locator("summary span").inner_text())
    group.locator("summary").click()
    button = group.locator("button")
    expect(button).to_be_visible()
    number = group.locator(".x-hit").count()
    assert f"({all_ - number})" in button.inner_text()
    button.click()
    expect(group.locator(".x-hit").nth(number).locator("a").first).to_be_focused()
    assert not group.locator("button").count()
    assert group.locator(".x-hit").count() == all_


def test_the_keyboard_is_enough(page: Page, large: str) -> None:
    page.goto(f"{large}/method/")
    page.keyboard.press("/")
    expect(page.locator("input[data-search]")).to_be_focused()
    page.keyboard.type("الكرمي")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{large}/search/?q={quote('الكرمي')}")
    box = page.locator("#q")
    page.locator('#results[aria-busy="false"]').wait_for()
    page.keyboard.press("/")
    expect(box).to_be_focused()
    links = page.locator("#results a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    expect(page.locator("#all")).to_be_visible()
    page.keyboard.type("الكرمي")
    page.locator('#search[data-shown="الكرمي"]').wait_for()
    page.keyboard.press("Enter")
    expect(links.first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{large}/actors/hadi-karmi/")


def test_a_narrow_page_goes_to_the_search_by_the_key(page: Page, large: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{large}/method/")
    page.keyboard.press("/")
    page.wait_for_url(f"{large}/search/#q")
    expect(page.locator("#q")).to_be_focused()


# Filters and the address


def test_filters_count_what_they_leave_and_stand_in_the_address(page: Page, large: str) -> None:
    page.goto(f"{large}/search/?q={quote('الكرمي')}")
    page.locator('#results[aria-busy="false"]').wait_for()
    page.locator("#search summary").click()
    option = page.locator(".x-option", has=page.locator("[name=kind][value=event]"))
    number = option.locator(".x-option__count").inner_text()
    option.locator("input").check()
    expect(page.locator("#found")).to_contain_text(number)
    assert page.url.endswith(f"?q={quote('الكرمي')}&kind=event")
    page.locator("[name=year]").select_option("2024")
    expect(page.locator(".x-chip")).to_have_count(2)
    page.go_back()
    expect(page.locator(".x-chip")).to_have_count(1)
    expect(page.locator("#found")).to_contain_text(number)
    page.locator(".x-chip").click()
    expect(page.locator(".x-chip")).to_have_count(0)
    assert page.locator("#results [data-kind=actor]").count()


def test_filters_alone_list_everything_that_passes(
    page: Page, large: str, library: Library
) -> None:
    page.goto(f"{large}/search/?kind=term")
    expect(page.locator("#found")).to_contain_text(str(len(library.glossary)))


# Answers


@pytest.mark.parametrize("asked", ["كم قُتل", "القتلى", "كم عدد القتلى"])
def test_a_figure_answers_with_its_range_and_who_says_it(
    page: Page, large: str, library: Library, asked: str
) -> None:
    page.goto(f"{large}/search/?q={quote(asked)}")
    answer = page.locator("#results .x-hit--answer").first
    expect(answer.locator("a")).to_have_attribute("href", f"{large}/figures/dead/")
    card = Publication(library).figures.card("dead")
    expect(answer).to_contain_text(card.text)
    assert len(card.rivals) > 1
    assert card.beside, "an editor prefers one of them"
    expect(answer).to_contain_text(card.beside)
    for value in card.rivals:
        expect(answer).to_contain_text(value.text)
        expect(answer).to_contain_text(value.according)


@pytest.mark.parametrize("asked", ["إريك لوند", "Erik Lund", "ايريك لوند"])
def test_a_name_shows_its_card(page: Page, large: str, library: Library, asked: str) -> None:
    page.goto(f"{large}/search/?q={quote(asked)}")
    answer = page.locator("#results .x-hit--answer").first
    expect(answer.locator("a")).to_have_text(library.actors["erik-lund"].name.ar)
    expect(answer.locator(".x-hit__answer p")).not_to_have_count(0)


# Where words are not found


def test_a_slip_is_understood_and_said(page: Page, large: str) -> None:
    page.goto(f"{large}/search/?q={quote('معاهذة الربط')}")
    expect(page.locator("#instead strong")).to_have_text("معاهدة الربط")
    assert _titles(page)


def test_nothing_found_says_what_to_do(page: Page, large: str) -> None:
    page.goto(f"{large}/search/")
    _type(page, "بطاطا شوكولاتة")
    expect(page.locator("[role=status] #none")).to_have_text("لا نتائج لـ“بطاطا شوكولاتة”.")
    expect(page.locator("#unknown")).to_contain_text("شوكولاتة")
    expect(page.locator("#nothing a[href$='/timeline/']")).to_be_visible()
    page.goto(f"{large}/search/?q={quote('الكرمي')}&kind=term&year=1998")
    expect(page.locator("#outside")).to_contain_text("من دونها")
    expect(page.locator("#advice")).to_be_hidden()
    page.locator("#drop button").click()
    expect(page.locator("#nothing")).to_be_hidden()
    assert page.url == f"{large}/search/?q={quote('الكرمي')}"


def test_what_has_a_part_of_the_words_is_offered_and_says_what_it_lacks(
    page: Page, large: str
) -> None:
    page.goto(f"{large}/search/")
    _type(page, "الكرمي شوكولاتة")
    expect(page.locator("[role=status] #partly")).to_be_visible()
    assert _titles(page)[0] == "هادي الكرمي"
    lacking = page.locator(".x-hit__lacks strong")
    assert {each.inner_text() for each in lacking.all()} == {"شوكولاتة"}
    assert page.locator(".x-hit--answer").count() == 0
    _type(page, "الكرمي")
    expect(page.locator("#partly")).to_be_hidden()
    assert page.locator(".x-hit__lacks:visible").count() == 0


def test_recent_searches_stay_on_the_device_until_wiped(page: Page, large: str) -> None:
    page.goto(f"{large}/search/")
    expect(page.locator("#recent")).to_be_hidden()
    _type(page, "العنبر")
    page.keyboard.press("Enter")
    page.goto(f"{large}/search/")
    expect(page.locator("#recent a")).to_have_text("العنبر")
    assert page.context.cookies() == []
    page.locator("#recent button").click()
    expect(page.locator("#recent")).to_be_hidden()
    assert page.evaluate("localStorage.getItem('searches')") is None


# Where it runs


@pytest.mark.parametrize("asked", ["السكة", "كم عدد القتلى", "معاهدة الربط"])
def test_a_query_with_its_page_is_light(page: Page, large: str, asked: str) -> None:
    loaded: list[Response] = []

    def note(response: Response) -> None:
        loaded.append(response)

    page.on("response", note)
    page.goto(f"{large}/search/?q={quote(asked)}")
    page.locator('#results[aria-busy="false"]').wait_for()
    at_rest(page)
    assert len(loaded) <= 12, [each.url for each in loaded]
    assert sum(map(_on_its_way, loaded)) <= 90_000, asked


def _on_its_way(response: Response) -> int:
    """Count a body's bytes as a host of pages sends them: texts compressed."""
    body = response.body()
    return len(body) if response.url.endswith(".woff2") else len(gzip.compress(body, 6))


def test_without_script_everything_is_listed_by_kind(
    browser: Browser, large: str, library: Library
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{large}/search/?q=1")
    expect(page.locator("#search")).to_be_hidden()
    page.locator("noscript a").click()
    assert page.locator(".x-all h2").all_text_contents() == list(RESULT_KINDS.values())
    assert page.locator(".x-all li a").count() == len(list(documents(Publication(library))))
    assert page.locator("#all-event + ul li").count() == len(library.live)
    context.close()


def test_it_works_below_a_path_under_its_policy_and_what_came_stays_offline(
    page: Page, tiny_site: Path
) -> None:
    said: list[str] = []
    asked: set[str] = set()
    failed: set[str] = set()
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda request: failed.add(request.url.rpartition("/")[2]))
    page.on("request", lambda request: asked.add(request.url))
    for base in _serve(tiny_site.parent):
        page.goto(f"{base}/{tiny_site.name}/search/")
        _type(page, "جسر")
        page.locator('#results[aria-busy="false"]').wait_for()
        href = page.locator("#results a").first.get_attribute("href") or ""
        assert href.startswith(f"{base}/{tiny_site.name}/")
        page.context.set_offline(True)
        _type(page, "")
        _type(page, "جسر")
        expect(page.locator("#failed")).to_be_hidden()
        assert {url.split("/")[2] for url in asked} == {base.removeprefix("http://")}
    assert failed <= {"icon.svg"}, "the browser looks for it again whenever the address changes"
    assert [text for text in said if "Failed to load resource" not in text] == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_the_results(page: Page, large: str, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    for query in ("معاهذة الربط", "القتلى", "شوكولاتة الكرمي", ""):
        page.goto(
            f"{large}/search/?q={quote(query)}&kind=figure&kind=event"
            if query
            else f"{large}/search/"
        )
        if query:
            page.locator("#search[data-shown]:not([data-shown=''])").wait_for()
            page.locator('#results[aria-busy="false"]').wait_for(state="attached")
        assert violations(page) == [], query
    page.goto(f"{large}/search/all/")
    assert violations(page) == []


# What goes wrong, and in what order


NETWORK = "Object.defineProperty(navigator, 'connection', { value: { %s } })"
"""Keeps the page from fetching the whole index."""


def test_an_endless_word_stays_in_the_page_and_is_capped(page: Page, large: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{large}/search/?q={'a' * 300}&year=1900&kind=nonsense")
    page.locator("#none").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.url == f"{large}/search/?q={'a' * 200}"
    page.goto(f"{large}/search/?q={quote('<script>alert</script>')}&kind=term")
    expect(page.locator("#unknown strong")).to_have_text("script، alert")


def test_enter_waits_for_what_was_typed(page: Page, large: str) -> None:
    page.goto(f"{large}/search/?q={quote('السكة')}")
    page.locator('#results[aria-busy="false"]').wait_for()
    for text, key, first in (
        ("الكرمي", "Enter", "هادي الكرمي"),
        ("العنبر", "ArrowDown", "سلمى العنبر"),
    ):
        page.evaluate(PRESS, [text, key])
        expect(page.locator("#results a").first).to_be_focused()
        expect(page.locator("#results a").first).to_have_text(first)
    page.locator('#results[aria-busy="false"]').wait_for()
    at_rest(page)
    expect(page.locator("#results a").first).to_be_focused()
    assert page.evaluate("localStorage.getItem('searches')") == '["الكرمي"]'


PRESS = """([text, key]) => {
  const box = document.getElementById("q");
  box.focus();
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  if (key === "Enter") box.form.requestSubmit();
  else box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}"""


def test_a_word_half_typed_finds_nothing_only_after_a_pause(page: Page, large: str) -> None:
    page.goto(f"{large}/search/")
    _type(page, "الكرمي")
    page.evaluate(WATCH)
    said, first = page.evaluate(HALF_TYPED, "غغ شوكو")
    assert said == []
    assert first == "هادي الكرمي"
    expect(page.locator("#none")).to_be_visible()
    assert not _titles(page)
    assert len(page.evaluate("said")) == 1


HALF_TYPED = """async (text) => {
  const box = document.getElementById("q");
  for (const letter of text) {
    box.value += letter;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(done));
  }
  return [[...said], document.querySelector("#results a")?.textContent];
}"""
"""Types a letter a frame: no pause, however busy the machine is. Gives what was said, and the first
result as it then stands."""
WATCH = """() => {
  window.said = [];
  const region = document.querySelector("[role=status]");
  new MutationObserver(() => said.push(region.innerText)).observe(region, {
    attributes: true, childList: true, characterData: true, subtree: true,
  });
}"""


def test_a_slow_index_is_said_and_a_lost_one_asked_for_again(page: Page, large: str) -> None:
    page.goto(f"{large}/search/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile(r"/search/index\.json"), hold)
    page.locator("#q").fill("الكرمي")
    expect(page.locator("[role=status] #found")).to_have_text("يجري البحث…")
    held[0].continue_()
    expect(page.locator("#found")).to_contain_text(re.compile("نتيجة|نتائج"))
    page.unroute_all()
    page.route(re.compile(r"/search/(found|words|spellings)"), lambda route: route.abort())
    page.goto(f"{large}/search/?q={quote('العنبر')}")
    expect(page.locator("[role=status] #failed")).to_be_visible()
    expect(page.locator("#all")).to_be_visible()
    page.unroute_all()
    page.locator("#again").click()
    expect(page.locator("#results a").first).to_have_text("سلمى العنبر")
    expect(page.locator("#failed")).to_be_hidden()


def test_what_is_drawn_stays_when_a_file_is_lost(page: Page, large: str) -> None:
    page.add_init_script(NETWORK % "effectiveType: '3g'")
    page.goto(f"{large}/search/")
    _type(page, "الكرمي")
    page.route(re.compile(r"/search/words"), lambda route: route.abort())
    page.locator("#q").fill("وزيرة")
    expect(page.locator("#failed")).to_be_visible()
    expect(page.locator("#listed")).to_be_hidden()
    assert _titles(page)[0] == "هادي الكرمي"


def test_a_page_opened_before_a_publication_reads_the_new_index(page: Page, large: str) -> None:
    page.add_init_script(NETWORK % "saveData: true")

    def older(route: Route) -> None:
        index = route.fetch().json()
        route.fulfill(json={**index, "version": "older", "words": ["a"], "found": [0]})

    page.route(re.compile(r"/search/index\.json"), older, times=1)
    page.goto(f"{large}/search/")
    _type(page, "الكرمي")
    assert _titles(page)[0] == "هادي الكرمي"


def test_back_returns_to_the_query_before(page: Page, large: str) -> None:
    page.goto(f"{large}/search/")
    _type(page, "الكرمي")
    page.keyboard.press("Enter")
    page.keyboard.press("/")
    _type(page, "العنب")
    _type(page, "العنبر")
    page.go_back()
    expect(page.locator("#q")).to_have_value("الكرمي")
    expect(page.locator("#results a").first).to_have_text("هادي الكرمي")
    page.go_forward()
    expect(page.locator("#q")).to_have_value("العنبر")


def test_arrows_pass_the_button_and_the_arabic_key_goes_to_the_box(page: Page, large: str) -> None:
    page.goto(f"{large}/search/?q={quote('السكة')}")
    page.locator('#results[aria-busy="false"]').wait_for()
    group = page.locator(".x-hits", has=page.locator("h2", has_text=RESULT_KINDS["event"]))
    group.locator("summary").click()
    button = group.locator("button")
    expect(button).to_be_visible()
    button.focus()
    page.keyboard.press("ArrowUp")
    expect(group.locator("a").last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(button).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(button).not_to_be_focused()
    expect(page.locator("#results a").first).not_to_be_focused()
    for key, focused in (("-", False), ("ظ", True)):
        page.evaluate(SLASH, key)
        assert page.evaluate("document.activeElement.id === 'q'") == focused


SLASH = """(key) => document.body.dispatchEvent(
  new KeyboardEvent("keydown", { key, code: "Slash", bubbles: true }))"""


def test_filters_alone_have_their_own_words(page: Page, large: str) -> None:
    page.goto(f"{large}/search/?kind=term")
    expect(page.locator("#results h2").first).to_have_text("أول النتائج")
    page.goto(f"{large}/search/?kind=term&status=disputed")
    expect(page.locator("#narrow")).to_have_text("لا نتائج بهذه الشروط.")
    expect(page.locator("#none")).to_be_hidden()
    expect(page.locator("#advice")).to_be_hidden()
    page.locator("#drop button").click()
    expect(page.locator("#all")).to_be_visible()
