"""What came after a visit is new on the next one, whenever it happened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from explainer.publish import program
from tests.browser.conftest import Lent, _serve, lent_page
from tests.browser.rest import at_rest
from tests.clone import Clone

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("timeline")]

OLD, NEW = "2020-12-01-old", "2020-11-01-new"


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tiny site, founded on 1 January 2025, to which two events of 2020 were added later."""
    root: Path = tmp_path_factory.mktemp("grown")
    clone = Clone(root)
    clone.add("2025-02-01", OLD, importance=3)
    clone.add("2025-03-01", NEW, importance=1)
    program.build_site(clone.content, root / "site")
    yield from _serve(root / "site")


@pytest.fixture
def page(lent: Lent) -> Iterator[Page]:
    with lent_page(lent, 390, 844) as opened:
        yield opened


def _visited(page: Page, address: str, day: str) -> None:
    page.goto(f"{address}/")
    page.evaluate("day => localStorage.visit = JSON.stringify({at: 0, day})", day)


def test_a_first_visit_sees_the_newest_without_a_tap(page: Page, grown: str) -> None:
    page.goto(f"{grown}/")
    lines = page.locator("#since li:visible")
    expect(lines).to_have_count(3)
    expect(lines.first).to_contain_text("حدث 2020-11-01-new")
    expect(lines.first).to_contain_text("1 تشرين الثاني/نوفمبر 2020")
    expect(lines.first).to_contain_text("أُضيف في 1 آذار/مارس 2025")


@pytest.mark.parametrize(
    ("day", "fresh"), [("2025-02-15", [NEW]), ("2025-01-20", [NEW, OLD]), ("2025-03-02", [])]
)
def test_an_old_event_added_after_the_visit_is_new(
    page: Page, grown: str, day: str, fresh: list[str]
) -> None:
    _visited(page, grown, day)
    page.goto(f"{grown}/")
    words = {0: "لا تحديثات", 1: "تحديث واحد", 2: "تحديثان"}[len(fresh)]
    expect(page.locator("#since h2")).to_have_text(f"{words} منذ زيارتك الأخيرة")
    shown = page.locator("#since li:visible a")
    expect(shown).to_have_count(len(fresh) or 3)
    for event_id in fresh:
        expect(page.locator(f"#since a[href*='{event_id}']")).to_be_visible()
    page.goto(f"{grown}/timeline/")
    expect(page.locator(".x-entry .x-new")).to_have_count(len(fresh))
    for event_id in fresh:
        expect(page.locator(f"[data-event='{event_id}'] .x-new")).to_have_text("جديد")


def test_a_visit_before_a_change_sees_the_change(page: Page, grown: str) -> None:
    _visited(page, grown, "2021-09-15")
    page.goto(f"{grown}/")
    expect(page.locator("#since h2")).to_have_text("3 تحديثات منذ زيارتك الأخيرة")
    page.locator("#since summary").click()
    expect(page.locator("#since details li:visible")).to_have_count(1)
    expect(page.locator("#since details li:visible")).to_contain_text("سحب")


def test_where_only_changes_are_new_they_stand_open(page: Page, tiny: str) -> None:
    _visited(page, tiny, "2021-08-15")
    page.goto(f"{tiny}/")
    expect(page.locator("#since > ul")).to_be_hidden()
    expect(page.locator("#since details li:visible")).to_have_count(2)


MOVED = """window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {
  moved += entry.value })).observe({type: 'layout-shift', buffered: true})"""


def test_nothing_moves_before_a_reader_who_comes_back(page: Page, grown: str) -> None:
    _visited(page, grown, "2025-02-15")
    page.add_init_script(MOVED)
    page.goto(f"{grown}/")
    expect(page.locator("#since h2")).to_contain_text("منذ زيارتك الأخيرة")
    expect(page.locator("#since")).to_be_visible()
    at_rest(page)
    assert page.evaluate("moved") < 0.03
