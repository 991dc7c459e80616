"""JSON-LD: held to schema.org's own vocabulary, and to the record: nothing in it is made up."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest

from explainer import dates
from explainer.content import evidence
from explainer.content.library import Library, load
from explainer.site.addresses import HOME, SITE, Address
from explainer.site.head import structured
from explainer.site.linked_data import graph
from explainer.site.linked_data.nodes import day, ends
from explainer.site.views import VIEWS
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from tests.conftest import FOLDERS, LARGE, LATER, NOW, TINY
from tests.schema_org import above, faults, kinds, nodes, table

HELD = 40_000
"""Bytes that the block of no page of the large site may weigh."""


@cache
def _graphs(folder: str) -> dict[str, list[dict[str, Any]]]:
    """Make the nodes of every page of a folder, by address."""
    path = next(each for each in FOLDERS if each.name == folder)
    publication = Publication(load(path, NOW if path == TINY else LATER))
    views = [view for make in VIEWS for view in make(publication)]
    views.append(PageView("handwritten", Address("/about/"), "عن الموقع", "وصف"))
    return {str(view.address): graph(view, publication) for view in views}


def used() -> tuple[set[str], set[str]]:
    """List the types and properties that stand anywhere."""
    found = [n for f in FOLDERS for page in _graphs(f.name).values() for n in nodes(page)]
    types = {kind for node in found for kind in kinds(node)}
    return types, {name for node in found for name in node if name[0] != "@"}


@pytest.mark.parametrize("folder", [folder.name for folder in FOLDERS])
def test_every_type_and_property_is_used_as_the_vocabulary_has_it(folder: str) -> None:
    pages = _graphs(folder)
    found = {a: [f for n in nodes(page) for f in faults(n)] for a, page in pages.items()}
    assert {address: told for address, told in found.items() if told} == {}


def test_the_table_holds_what_is_used_and_no_more() -> None:
    types, properties = used()
    assert set(table()["properties"]) == properties
    assert set(table()["types"]) == set().union(*(above(kind) for kind in types))


@pytest.mark.parametrize(
    ("node", "told"),
    [
        ({"@type": "Evnt"}, "no such type"),
        ({"@type": "Event", "titel": "x"}, "no such property"),
        ({"@type": "Event", "headline": "x"}, "of ['CreativeWork'] only"),
        ({"@type": "Event", "startDate": "2021-07"}, "is none of"),
        ({"@type": "Event", "location": {"@type": "Person"}}, "is none of"),
        ({"@type": "Person", "sameAs": "no address"}, "is none of"),
        ({"@type": "Person", "name": " "}, "is none of"),
    ],
)
def test_what_breaks_a_rule_is_told(node: dict[str, Any], told: str) -> None:
    assert told in " ".join(faults(node))


def test_every_page_says_what_it_is_and_the_way_to_it() -> None:
    for address, page in _graphs("large").items():
        assert page[0]["@id"] == f"{SITE}{address}"
        assert page[0]["inLanguage"] == "ar"
        assert [node["@type"] for node in page[1:] if "@id" not in node] == (
            [] if address == HOME else ["BreadcrumbList"]
        )


def _article(folder: str, event_id: str) -> dict[str, Any]:
    return _graphs(folder)[f"/events/{event_id}/"][0]


def test_what_an_event_s_page_says_is_in_the_record(library: Library) -> None:
    found = _article("content", "2020-03-05-agreement")
    event = library.events["2020-03-05-agreement"]
    assert found["@type"] == "BackgroundNewsArticle"
    assert found["headline"] == event.title
    assert found["temporalCoverage"] == event.date.text
    read = evidence.all_sources(event)
    assert [each.get("url") for each in found["citation"]] == [source.url for source in read]
    assert [each.get("name") for each in found["citation"]] == [source.title for source in read]
    happened = found["about"]
    assert (happened["@type"], happened["startDate"]) == ("Event", "2020-03-05")
    assert "endDate" not in happened
    assert [each["@id"] for each in happened["location"]] == [
        f"{SITE}/places/#{place}" for place in event.places
    ]
    assert "datePublished" not in found
    assert "dateModified" not in found


def test_what_is_not_confirmed_is_no_event_but_a_claim_of_who_says_so() -> None:
    for event_id, event in load(LARGE, LATER).live.items():
        found = _article("large", event_id)
        if event.status == "confirmed":
            assert found["about"]["@type"] == "Event"
        else:
            assert "about" not in found
            assert found["mentions"][0]["@type"] == "Claim"
            assert found["mentions"][0]["name"] == event.title


def test_a_correction_says_what_was_and_what_is() -> None:
    found = _article("content", "2021-07-cost")
    assert found["dateModified"] == "2021-08-01"
    assert found["correction"] == [
        {
            "@type": "CorrectionComment",
            "@id": f"{SITE}/corrections/#2021-08-01-2021-07-cost",
            "text": "كان: كانت الكلفة 11 مليونا؛ صار: الكلفة نحو 12.5 مليون؛ "
            "السبب: صححت الصحيفة الرقم",
            "datePublished": "2021-08-01",
        }
    ]
    assert _graphs("content")["/corrections/"][0]["hasPart"][1] == found["correction"][0]


def test_a_withdrawn_event_says_why_and_nothing_else() -> None:
    page = _graphs("content")["/events/2020-05-withdrawn/"][0]
    assert page["creativeWorkStatus"] == "Withdrawn"
    assert [each["text"] for each in page["correction"]] == ["السبب: تبين أن المصدر نفسه سحب الخبر"]
    assert not page.keys() & {"headline", "about", "mentions", "citation", "temporalCoverage"}


def test_an_unnamed_source_is_nobody(library: Library) -> None:
    unnamed = {f"{SITE}/actors/{i}/" for i, a in library.actors.items() if a.type == "unnamed"}
    unnamed |= {
        f"{SITE}/actors/{i}/" for i, a in load(LARGE, LATER).actors.items() if a.type == "unnamed"
    }
    for folder in ("content", "large"):
        for address, page in _graphs(folder).items():
            ids = {node.get("@id") for node in nodes(page) if node["@type"] != "WebPage"}
            own = {f"{SITE}{address}"}
            assert not (ids - own) & unnamed, address


def test_no_claim_is_reviewed_by_us() -> None:
    assert not {"ClaimReview", "Rating"} & used()[0]


@pytest.mark.parametrize(
    ("typed", "exact", "bounds"),
    [
        ("2020-03-05", "2020-03-05", ("2020-03-05", None)),
        ("2020-03-05~", None, (None, None)),
        ("2020-03-05?", None, (None, None)),
        ("2020-03", None, (None, None)),
        ("2020-03-XX", None, (None, None)),
        ("2020-03-05/2020-03-09", None, ("2020-03-05", "2020-03-09")),
        ("2020-03-05/2020-04", None, ("2020-03-05", None)),
        ("2020-03-05/..", None, ("2020-03-05", None)),
        ("[2020-03-05,2020-03-06]", None, (None, None)),
    ],
)  # fmt: skip
def test_a_day_is_told_only_where_it_is_known(
    typed: str, exact: str | None, bounds: tuple[str | None, str | None]
) -> None:
    date = dates.parse(typed)
    assert (day(date), ends(date)) == (exact, bounds)


def test_the_block_is_compact_and_reads_as_it_was_made(library: Library) -> None:
    for address, page in _graphs("large").items():
        assert len(json.dumps(page, ensure_ascii=False, separators=(",", ":")).encode()) < HELD, (
            address
        )
    view = PageView("timeline", Address("/timeline/"), "</script><b>&\u2028", "x")
    (line,) = structured.lines(view, Publication(library), None)
    data = re.fullmatch(r'<script type="application/ld\+json">([^<>&\u2028]*)</script>', line)
    assert data
    assert json.loads(data[1])["@graph"] == graph(view, Publication(library))
