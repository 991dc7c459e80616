"""What is new since the last visit: kept on the device, marked in words, named by a link too."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from explainer.arabic.counts import NOUNS, count
from explainer.content.library import Library, load
from explainer.site.views.wording import Wording
from tests.browser.conftest import Lent, lent_page
from tests.conftest import LARGE, LATER

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("timeline")]

HOUR = 3600e3


@pytest.fixture(scope="module")
def library() -> Library:
    return load(LARGE, LATER)


@pytest.fixture
def page(lent: Lent) -> Iterator[Page]:
    with lent_page(lent, 390, 844) as opened:
        yield opened


def _new(library: Library, since: str) -> set[str]:
    words = Wording(library)
    return {i for i in library.live if words.card(i).day >= since}


def _visited(page: Page, day: str, hours: float) -> None:
    """Pretend a visit of that day, so many hours ago."""
    page.evaluate(
        "([day, ago]) => localStorage.visit = JSON.stringify({at: Date.now() - ago, day})",
        [day, hours * HOUR],
    )


def test_a_link_lists_what_is_new(page: Page, large: str, library: Library) -> None:
    page.goto(f"{large}/?since=2024-09-01")
    fresh = _new(library, "2024-09-01")
    changes = [change for change in library.changes if change.date.text >= "2024-09-01"]
    assert changes
    updates = count(len(fresh) + len(changes), NOUNS["update"])
    box = page.locator("#since")
    expect(box.locator("details")).to_have_attribute("open", "")
    expect(box.locator("h2")).to_have_text(f"{updates} منذ 1 أيلول/سبتمبر 2024")
    assert not box.locator(".x-since__own").is_visible()
    box.locator(".x-since__more a").click()
    page.wait_for_url(f"{large}/timeline/?since=2024-09-01&new=1")
    expect(page.locator("#found")).to_have_text(count(len(fresh), NOUNS["event"]))
    page.locator("[name=order][value=oldest]").check()
    expect(page).to_have_url(re.compile(r"since=2024-09-01"))


def test_marks_are_words(page: Page, large: str, library: Library) -> None:
    page.goto(f"{large}/timeline/?since=2025-10-01")
    fresh = _new(library, "2025-10-01")
    expect(page.locator(".x-entry .x-new")).to_have_count(len(fresh))
    expect(page.locator(".x-new").first).to_have_text("جديد")
    page.goto(f"{large}/events/{max(fresh)}/?since=2025-10-01")
    expect(page.locator(".x-event__line .x-new")).to_have_text("جديد")


def test_what_was_changed_is_marked_as_changed(page: Page, tiny: str) -> None:
    page.goto(f"{tiny}/timeline/?since=2021-08")
    expect(page.locator("[data-event='2021-07-cost'] .x-new")).to_have_text("عُدّل")
    expect(page.locator(".x-new")).to_have_count(1)
    page.goto(f"{tiny}/timeline/?since=2021-07")
    expect(page.locator("[data-event='2021-07-cost'] .x-new")).to_have_text("جديد")


@pytest.mark.parametrize("since", ["yesterday", "2025-13", "20251001", ""])
def test_a_day_that_is_none_is_no_link(page: Page, tiny: str, since: str) -> None:
    page.goto(f"{tiny}/?since={since}")
    expect(page.locator("#since h2")).to_have_text("الجديد في الملف")
    expect(page.locator("#since li").first).to_be_visible()
    expect(page.locator("#since details li").first).to_be_hidden()
    assert page.locator(".x-new").count() == 0


def test_a_first_visit_marks_nothing_and_a_later_one_says_so(page: Page, large: str) -> None:
    page.goto(f"{large}/")
    heading = page.locator("#since h2")
    expect(heading).to_have_text("الجديد في الملف")
    page.reload()
    expect(heading).to_have_text("الجديد في الملف")
    _visited(page, "2025-09-10", hours=7)
    page.reload()
    expect(heading).to_contain_text("منذ زيارتك الأخيرة")
    page.goto(f"{large}/timeline/")
    expect(page.locator(".x-entry .x-new")).not_to_have_count(0)
    page.goto(f"{large}/")
    expect(heading).to_contain_text("منذ زيارتك الأخيرة")  # still the same visit
    own = page.locator(".x-since__own")
    expect(own).to_contain_text("10 أيلول/سبتمبر 2025. لا يُحفظ تاريخها إلا على جهازك")
    own.locator("button").click()
    expect(own).to_have_text("نُسي تاريخ زيارتك.")
    assert page.evaluate("localStorage.getItem('visit')") is None
    page.reload()
    expect(heading).to_have_text("الجديد في الملف")


def test_without_script_the_newest_are_there_by_date(browser: Browser, large: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{large}/?since=2024-09-01")
    page.locator("#since summary").click()
    assert page.locator("#since li:visible").count() == 12
    assert not page.locator(".x-since__own, .x-since__more").first.is_visible()
    page.goto(f"{large}/changes/")
    days = page.locator("li[data-day]").evaluate_all("all => all.map(n => n.dataset.day)")
    assert days == sorted(days, reverse=True)
    assert len(days) > 12
    context.close()
