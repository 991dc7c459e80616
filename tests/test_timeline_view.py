"""What the timeline's page is told of its list."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from explainer.content.library import Library, load
from explainer.site.search.documents import documents
from explainer.site.views import timeline
from explainer.site.views.publication import Publication
from tests.conftest import LARGE, LATER, NOW, TINY


@pytest.mark.parametrize(("more", "long"), [(0, False), (-1, True)])
def test_only_a_list_of_more_than_so_many_is_long(
    library: Library, monkeypatch: pytest.MonkeyPatch, *, more: int, long: bool
) -> None:
    monkeypatch.setattr(timeline, "LONG", len(library.live) + more)
    [page] = timeline.pages(Publication(library))
    assert page.data["long"] is long


@pytest.mark.parametrize(
    ("date", "code", "name"),
    [
        ("20XX", "20xx", "القرن الحادي والعشرون"),
        ("20XX~", "20xx", "القرن الحادي والعشرون"),
        ("201X", "201x", "العقد الثاني من القرن الحادي والعشرين"),
        ("199X/2020", "199x", "تسعينيات القرن العشرين"),
        ("XXXX-03", "x", "تاريخ غير معروف"),
        ("2020-03-XX", "2020", "2020"),
    ],
)
def test_what_is_no_single_year_is_headed_as_what_it_is(
    date: str, code: str, name: str, tmp_path: Path
) -> None:
    content = Path(shutil.copytree(TINY, tmp_path / "content"))
    path = content / "events/2020/2020-03-05-agreement.yml"
    text = path.read_text("utf-8").replace("\ndate: 2020-03-05", f"\ndate: {date}")
    path.write_text(text, "utf-8")
    publication = Publication(load(content, NOW))
    card = publication.words.card("2020-03-05-agreement")
    assert card.period == (code, name)
    assert card.year == (int(code) if code.isdecimal() else None)
    [page] = timeline.pages(publication)
    facets: Any = page.data["facets"]
    years = {option[0] for facet, _, options in facets if facet == "year" for option in options}
    assert ("2020" in years) is (code == "2020")
    assert not years & {"2000", "2010", "1990"}
    headed: Any = page.data["years"]
    assert (code, name) in [each[0] for each in headed]


def test_the_list_stands_in_the_order_of_the_search() -> None:
    """By their order a browser knows the search's events again."""
    publication = Publication(load(LARGE, LATER))
    [page] = timeline.pages(publication)
    listed = [c.id for _, _, months in page.data["years"] for month in months for c in month]
    found = [each.id for each in documents(publication) if each.kind == "event"]
    assert listed == found
    assert len(listed) == len(publication.library.live)


def test_a_year_keeps_the_order_of_its_events(library: Library) -> None:
    words = Publication(library).words
    card = words.card(next(iter(library.live)))
    cards = [replace(card, id=i, month=month) for i, month in (("a", "آب"), ("b", ""), ("c", "آب"))]
    [(_, count, months)] = timeline.by_year(cards, words)
    assert [each.id for month in months for each in month] == ["a", "b", "c"]
    assert count == "3 أحداث"
