"""A link to a place in a page leads to that place: years of the timeline, events, terms, sections.

With the motion of a reader who has set nothing. Where one lands is right to the pixel.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import groupby

import pytest
from PIL import Image
from playwright.sync_api import Page, Route

from tests.browser.conftest import Lent, lent_page
from tests.browser.rest import REST, at_rest
from tests.browser.test_accessibility import RECORDS
from tests.browser.test_site import PATHS
from tests.browser.test_timeline import MOVED

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("jumps")]

SIZES = ((390, 844), (1280, 800))
YEARS = [f"y{year}" for year in range(2002, 1989, -1)]
SOME = YEARS[::3]
FEW = YEARS[::4]

PLACE = """(id) => {
  const node = document.getElementById(id), root = document.documentElement;
  const bar = document.querySelector(".x-bar").getBoundingClientRect().bottom;
  const margin = parseFloat(getComputedStyle(node).scrollMarginTop);
  const wanted = parseFloat(getComputedStyle(root).scrollPaddingTop) + margin;
  const top = node.getBoundingClientRect().top;
  const first = scrollY < 1 && top < wanted, last = scrollY > root.scrollHeight - innerHeight - 2;
  if (top < bar - 1 || top > innerHeight) return top - wanted;
  return first || (last && top > wanted) ? 0 : top - wanted;
}"""
"""Gives how far from its place below the bar an anchor stands, in pixels. At the very top or end of
a page, where it can come no nearer, it is enough that it is seen. What stands within a fold asks
for a margin, so that the fold's own line is seen above it."""


@pytest.fixture(params=SIZES, ids=["phone", "desk"])
def page(lent: Lent, request: pytest.FixtureRequest) -> Iterator[Page]:
    with lent_page(lent, *request.param) as opened:
        yield opened


@pytest.fixture
def phone(lent: Lent) -> Iterator[Page]:
    with lent_page(lent, *SIZES[0]) as opened:
        yield opened


def _lengthen(route: Route) -> None:
    """Let the timeline be as a list of more events than LONG has it."""
    answer = route.fetch()
    body = answer.text().replace('<div id="events">', '<div id="events" class="x-long">')
    assert "x-long" in body
    route.fulfill(response=answer, body=body)


@pytest.fixture(params=[False, True], ids=["whole", "long"])
def timeline(page: Page, invented: str, request: pytest.FixtureRequest) -> str:
    """The timeline's address, with a list that is laid out whole, and with a very long one."""
    if request.param:
        page.route("**/timeline/**", _lengthen)
    return f"{invented}/timeline/"


def _off(page: Page, anchor: str) -> float:
    """Give how many pixels from its place the anchor is, once the page is at rest."""
    at_rest(page)
    off: float = page.evaluate(PLACE, anchor)
    return round(off, 1)


def _click(page: Page, year: str) -> None:
    """Follow the year's link from where one is, so that the way back leads there."""
    page.locator(f'a[href$="#{year}"]:visible').first.evaluate("n => n.click()")


def test_the_invented_years_are_those_of_the_page(page: Page, timeline: str) -> None:
    assert page.evaluate("matchMedia('(prefers-reduced-motion: no-preference)').matches")
    page.goto(timeline)
    found = page.locator(".x-year > h2").evaluate_all("all => all.map(n => n.id)")
    assert found == YEARS
    assert page.evaluate("document.documentElement.scrollHeight") > 6_000


def test_a_year_is_where_its_link_and_the_way_back_lead(page: Page, timeline: str) -> None:
    page.goto(timeline)
    off = {}
    for year in YEARS:
        page.locator(f'a[href$="#{year}"]:visible').first.click()
        off["click", year] = _off(page, year)
    page.goto(f"{timeline}#{SOME[0]}")
    for year in SOME[1:]:
        _click(page, year)
        off["link", year] = _off(page, year)
    for way, years in (("back", SOME[-2::-1]), ("forward", SOME[1:])):
        for year in years:
            page.go_back() if way == "back" else page.go_forward()
            assert page.url.endswith(f"#{year}")
            off[way, year] = _off(page, year)
    assert {where: px for where, px in off.items() if abs(px) > 1} == {}


def test_a_year_is_where_its_address_leads(page: Page, timeline: str) -> None:
    off = {}
    for year in SOME:
        page.goto("about:blank")
        page.goto(f"{timeline}#{year}")
        off[year] = _off(page, year)
    assert {where: px for where, px in off.items() if abs(px) > 1} == {}


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?order=oldest",
        "?status=claimed&status=disputed",
        "?section=road&order=oldest&since=1995",
    ],
)
def test_a_year_is_there_on_the_way_back_from_another_page(
    page: Page, invented: str, query: str
) -> None:
    off = {}
    for year in FEW:
        page.goto("about:blank")
        page.goto(f"{invented}/timeline/{query}#{year}")
        off["address", year] = _off(page, year)
        page.goto(f"{invented}/about/")
        page.go_back()
        off["back", year] = _off(page, year)
    assert {where: px for where, px in off.items() if abs(px) > 1} == {}


def test_filters_order_and_open_details_lead_nobody_astray(page: Page, invented: str) -> None:
    page.goto(f"{invented}/timeline/")
    page.locator("#filter summary").click()
    page.locator(".x-entry").evaluate_all("all => all.forEach(n => { n.open = true })")
    off: dict[tuple[str, ...], float] = {}
    for chosen in ("[name=status] >> nth=0", "[value=oldest]", "[name=status] >> nth=0"):
        page.locator(chosen).click()
        for year in FEW:
            _click(page, year)
            off[chosen, year] = _off(page, year)
        for year in FEW[-2::-1]:
            page.go_back()
            off[chosen, "back", year] = _off(page, year)
    assert {where: px for where, px in off.items() if abs(px) > 1} == {}


def test_the_drawer_s_years_lead_to_their_place(phone: Page, invented: str) -> None:
    phone.goto(f"{invented}/timeline/")
    for year in FEW:
        phone.locator("[popovertarget=contents]").first.click()
        phone.locator(f'#contents a[href$="#{year}"]').click()
        assert abs(_off(phone, year)) <= 1


def test_an_event_is_where_its_address_leads(page: Page, timeline: str) -> None:
    for event in ("e-event-0", "e-event-77", "e-event-178"):
        page.goto("about:blank")
        page.goto(f"{timeline}#{event}")
        assert abs(_off(page, event)) <= 1


LINKS = """all => all.filter(a => a.host === location.host && a.hash.length > 1)
  .map(a => [a.pathname, decodeURIComponent(a.hash.slice(1))])"""


FOLLOWED = """(rest, place) => async anchors => {
  const places = [];
  for (const anchor of anchors) {
    location.hash = encodeURIComponent(anchor);
    await rest();
    places.push(place(anchor));
  }
  return places;
}"""
"""Goes to one anchor of a page after another; gives how far from its place each stands."""


def test_every_link_into_a_page_leads_to_its_place(phone: Page, tiny: str) -> None:
    links: set[tuple[str, str]] = set()
    for path in (*PATHS, *RECORDS, "/events/2020-03-05-agreement/"):
        phone.goto(tiny + path)
        links |= {(to, anchor) for to, anchor in phone.locator("a").evaluate_all(LINKS)}
    assert len(links) > 80
    astray = []
    for path, group in groupby(sorted(links), lambda link: link[0]):
        anchors = [anchor for _, anchor in group]
        phone.goto("about:blank")
        phone.goto(f"{tiny}{path}#{anchors[0]}")
        places = phone.evaluate(f"({FOLLOWED})({REST}, {PLACE})", anchors)
        astray += [(path, a, off) for a, off in zip(anchors, places, strict=True) if abs(off) > 1]
    assert astray == []


# Nothing is left out: not in a picture of the whole page, not on paper


def _blank(picture: bytes, edge: int = 40) -> int:
    """Give the height of the longest stretch without a dark point, in pixels."""
    grey = Image.open(io.BytesIO(picture)).convert("L")
    inner = grey.crop((edge, 0, grey.width - edge, grey.height))
    width, points = inner.width, inner.tobytes()
    rows = (min(points[at : at + width]) < 128 for at in range(0, len(points), width))
    return max(len(list(group)) for dark, group in groupby(rows) if not dark)


def _picture(page: Page) -> bytes:
    return page.screenshot(full_page=True, type="jpeg", quality=60)


@pytest.mark.parametrize("path", ["/timeline/", "/search/", "/road/", "/sources/"])
def test_a_picture_of_the_whole_page_has_no_hole(phone: Page, invented: str, path: str) -> None:
    phone.goto(invented + path)
    assert _blank(_picture(phone)) < 300


def test_a_list_that_was_turned_is_whole_again(phone: Page, invented: str) -> None:
    phone.goto(f"{invented}/timeline/")
    phone.locator("[value=oldest]").click()
    phone.wait_for_function("() => !document.querySelector('.x-month:not(.x-laid)')")
    assert _blank(_picture(phone)) < 300


def test_a_long_list_is_whole_on_paper(page: Page, timeline: str) -> None:
    page.goto(timeline)
    page.emulate_media(media="print")
    skipped = (
        """all => all.filter(n => !n.checkVisibility({ contentVisibilityAuto: true })).length"""
    )
    assert page.locator(".x-entry__title, .x-entry__summary").evaluate_all(skipped) == 0


def test_what_is_filtered_out_takes_no_room_and_is_not_read_out(phone: Page, invented: str) -> None:
    phone.goto(f"{invented}/timeline/?year=1990")
    assert phone.locator(".x-year:visible").count() == 1
    left = phone.locator(".x-entry:not([hidden])").count()
    assert phone.locator(".x-entry > summary:visible").count() == left
    assert phone.locator("#events").aria_snapshot().count("- group") == left
    assert phone.evaluate("document.documentElement.scrollHeight") < 8_000


@pytest.mark.parametrize("address", ["#y1996", "?order=oldest#y1996", "?section=road#y1994"])
def test_nothing_moves_where_an_address_names_a_year(
    phone: Page, invented: str, address: str
) -> None:
    phone.goto(f"{invented}/about/")  # scripts and typeface are there: a slow machine is no reader
    at_rest(phone)
    phone.add_init_script(MOVED)
    phone.goto(f"{invented}/timeline/{address}")
    _off(phone, "y1996")
    assert phone.evaluate("moved") < 0.03
