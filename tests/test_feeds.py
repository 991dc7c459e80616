"""Feeds: read by a strict grammar and a lenient reader, whole with their archives, true to day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree
from markupsafe import Markup
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from explainer.arabic import vocabulary
from explainer.content.library import Library, load
from explainer.site import feeds
from explainer.site.addresses import SITE
from explainer.site.feeds.archives import CHUNK, parted
from explainer.site.feeds.entries import FeedEntry, FeedWords
from explainer.site.head import discovery
from explainer.site.views import actors, corrections, section, subscriptions
from explainer.site.views.publication import Publication
from tests.conftest import FOLDERS, LARGE, LATER, ROOT, TESTS

ATOM = {"a": "http://www.w3.org/2005/Atom", "fh": "http://purl.org/syndication/history/1.0"}
HOST = "https://explainer.example"
GRAMMAR = etree.RelaxNG(etree.parse(str(TESTS / "cases/atom.rng")))
"""RFC 4287, Appendix B."""


class _Strict(BaseModel):
    """A part of JSON Feed 1.1; names that begin with _ are a publisher's own."""

    model_config = ConfigDict(extra="forbid", strict=False)


class _Author(_Strict):
    name: str = Field(min_length=1)
    url: str


class _Item(_Strict):
    id: str = Field(pattern="^https://")
    url: str = Field(pattern="^https://")
    title: str = Field(min_length=1)
    content_html: str = Field(min_length=1)
    summary: str
    date_published: AwareDatetime | None = None
    date_modified: AwareDatetime
    tags: list[str]


class _JsonFeed(_Strict):
    version: str = Field(pattern=r"^https://jsonfeed\.org/version/1\.1$")
    title: str = Field(min_length=1)
    home_page_url: str = Field(pattern="^https://")
    feed_url: str = Field(pattern="^https://")
    next_url: str | None = Field(default=None, pattern="^https://")
    language: str
    authors: list[_Author]
    items: list[_Item]


def _files(library: Library, **arrived: date) -> dict[str, bytes]:
    publication = Publication(library, {k.replace("_", "-"): v for k, v in arrived.items()})
    return {file.path: file.published(HOST) for file in feeds.files(publication)}


@pytest.fixture(scope="module")
def large() -> Library:
    return load(LARGE, LATER)


@pytest.fixture(scope="module")
def large_feeds(large: Library) -> dict[str, bytes]:
    return _files(large)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_feed_is_valid_and_both_formats_say_the_same(folder: Path) -> None:
    made = _files(load(folder, LATER))
    assert {path.rpartition(".")[0] for path in made if path.endswith(".json")} == {
        path.rpartition(".")[0] for path in made if path.endswith(".xml")
    }
    for path in (path for path in made if path.endswith(".xml")):
        assert GRAMMAR.validate(etree.fromstring(made[path])), (path, GRAMMAR.error_log)
        read = feedparser.parse(made[path], sanitize_html=False)
        assert not read.bozo, (path, read.get("bozo_exception"))
        items = _items(made[path.replace(".xml", ".json")])
        assert [entry.id for entry in read.entries] == [item["id"] for item in items]
        assert [entry.title for entry in read.entries] == [item["title"] for item in items]
        assert [entry.updated for entry in read.entries] == [i["date_modified"] for i in items]
        assert len({item["id"] for item in items}) == len(items), path
        assert len(items) < 2 * CHUNK, path


def _items(content: bytes) -> list[dict[str, Any]]:
    """Read a JSON Feed strictly; what is a publisher's own stands under one name."""
    data = json.loads(content)
    bare = [{k: v for k, v in item.items() if k != "_explainer"} for item in data["items"]]
    _JsonFeed.model_validate({**data, "items": bare})
    items: list[dict[str, Any]] = data["items"]
    return items


def test_a_wrong_feed_is_no_valid_one(large_feeds: dict[str, bytes]) -> None:
    tree = etree.fromstring(large_feeds["feeds/all.xml"])
    tree.remove(tree.find("a:id", ATOM))
    assert not GRAMMAR.validate(tree)


def _chain(made: dict[str, bytes], path: str) -> Iterator[Any]:
    """Follow a feed to its oldest archive."""
    while path:
        tree = etree.fromstring(made[path])
        yield tree
        found = tree.xpath("a:link[@rel='prev-archive']/@href", namespaces=ATOM)
        path = str(found[0]).removeprefix(f"{HOST}/") if found else ""


def test_every_event_is_reached_through_the_archives(
    large: Library, large_feeds: dict[str, bytes]
) -> None:
    documents = list(_chain(large_feeds, "feeds/all.xml"))
    assert len(documents) > 1
    assert not documents[0].findall("fh:archive", ATOM)
    assert all(len(d.findall("fh:archive", ATOM)) == 1 for d in documents[1:])
    found = {str(i) for d in documents for i in d.xpath("a:entry/a:id/text()", namespaces=ATOM)}
    assert {f"{HOST}/events/{event_id}/" for event_id in large.events} <= found
    newer = json.loads(large_feeds["feeds/all.json"])
    older = json.loads(large_feeds[newer["next_url"].removeprefix(f"{HOST}/")])
    assert {item["id"] for each in (newer, older) for item in each["items"]} == found


def test_a_feed_without_archives_says_that_it_is_complete(large_feeds: dict[str, bytes]) -> None:
    for path, content in large_feeds.items():
        if path.endswith(".xml"):
            tree = etree.fromstring(content)
            whole = bool(tree.findall("fh:complete", ATOM))
            kept = bool(tree.xpath("a:link[@rel='prev-archive']", namespaces=ATOM))
            assert whole + kept + bool(tree.findall("fh:archive", ATOM)) >= 1, path
            assert not (whole and kept), path


def _numbered(number: int) -> list[FeedEntry]:
    days = [date.fromordinal(738_000 + at // 2).isoformat() for at in range(number)]
    return [
        FeedEntry(f"e{at:04}", "t", day, "", day, "s", Markup("c")) for at, day in enumerate(days)
    ]


@pytest.mark.parametrize("number", [0, 1, 29, 30, 31, 59, 60, 61, 90, 200])
def test_archives_stay_as_they_are_and_no_entry_is_lost(number: int) -> None:
    current, archives = parted(_numbered(number))
    ids = {entry.id for entry in (*current, *(e for each in archives for e in each))}
    assert len(ids) == number
    assert len(current) < 2 * CHUNK
    assert [entry.updated for entry in current] == sorted(
        (e.updated for e in current), reverse=True
    )
    assert all(len(each) == CHUNK for each in archives)
    for more in (1, 17, 45):
        assert parted(_numbered(number + more))[1][: len(archives)] == archives


def test_what_is_corrected_comes_first_again_and_keeps_its_place_in_the_archive() -> None:
    entries = _numbered(100)
    entries[3] = replace(entries[3], updated="2099-01-01")
    current, archives = parted(entries)
    assert current[0] is entries[3]
    assert archives[0][3] is entries[3]
    assert archives[1:] == parted(_numbered(100))[1][1:]


def test_a_corrected_event_tells_what_was_and_what_is(library: Library) -> None:
    made = {item["id"]: item for item in _items(_files(library)["feeds/all.json"])}
    item = made[f"{HOST}/events/2021-07-cost/"]
    assert item["date_modified"] == "2021-08-01T00:00:00Z"
    assert "date_published" not in item
    assert item["title"].startswith("تصحيح: الشرقية تقدر الكلفة")
    for said in ("كان: كانت الكلفة 11 مليونا", "صار: الكلفة نحو 12.5 مليون", "السبب: صححت الصحيفة"):
        assert said in item["content_html"]
    assert item["_explainer"]["status"] == "disputed"
    assert item["_explainer"]["said_by"] == ["east-city"]
    assert item["_explainer"]["changes"][0]["was"] == "كانت الكلفة 11 مليونا"
    assert item["tags"] == ["المال", vocabulary.STATUS["disputed"]]


@pytest.mark.parametrize(
    ("title", "named"),
    [("عنوان", "تصحيح: عنوان"), ("موسكو: تعذر ذلك", "تصحيح – موسكو: تعذر ذلك")],
)
def test_no_title_has_two_colons(title: str, named: str, library: Library) -> None:
    [change] = [each for each in library.changes if each.type == "correction"]
    assert change.event
    event = library.events[change.event].model_copy(update={"title": title})
    made = replace(library, events={**library.events, change.event: event})
    assert corrections.called(change, made).text == named


def test_a_withdrawn_event_says_so_and_nothing_else(library: Library) -> None:
    made = _files(library)
    item = next(i for i in _items(made["feeds/all.json"]) if "withdrawn" in i["id"])
    assert item["title"] == "حدث سُحب"
    assert "تبين أن المصدر نفسه سحب الخبر" in item["content_html"]
    assert "status" not in item["_explainer"]
    for content in made.values():
        assert library.events["2020-05-withdrawn"].title not in content.decode()
        assert "2021-11-draft" not in content.decode()


def test_an_event_is_dated_by_its_coming_where_that_is_known(library: Library) -> None:
    made = _files(library, **{"2020_03_05_agreement": date(2021, 11, 3)})
    items = {item["id"]: item for item in _items(made["feeds/all.json"])}
    came = items[f"{HOST}/events/2020-03-05-agreement/"]
    assert (came["date_published"], came["date_modified"]) == ("2021-11-03T00:00:00Z",) * 2


def test_what_stands_in_a_section_stands_in_its_feed(large: Library) -> None:
    words = FeedWords(Publication(large))
    for feed in subscriptions.feeds(words.publication):
        if feed.path.startswith("sections/"):
            ids = {entry.id for entry in words.entries(feed)}
            section_id = feed.path.partition("/")[2]
            listed = large.events_by("sections")[section_id]
            assert {f"{SITE}/events/{event_id}/" for event_id in listed} <= ids
        elif "/" in feed.path:
            assert len(feed.events) >= 5, feed.path


def test_a_feed_does_not_vanish_where_an_event_is_withdrawn(large: Library) -> None:
    actor_id, ids = next(
        (actor_id, ids) for actor_id, ids in large.events_by("actors").items() if len(ids) == 5
    )
    gone = large.events[ids[0]].model_copy(update={"publish": "withdrawn"})
    left = replace(large, events={**large.events, ids[0]: gone})
    assert subscriptions.has_feed(left, "actor", actor_id)
    path = f"feeds/actors/{actor_id}.xml"
    assert f"{HOST}/events/{ids[0]}/".encode() in _files(left)[path]


def test_a_page_leads_to_its_own_feed_first(large: Library) -> None:
    publication = Publication(large)
    views = [*section.pages(publication), *actors.pages(publication)]
    own = 0
    for view in views:
        lines = list(discovery.lines(view, publication, None))
        kind, record_id = view.record or ("", "")
        if subscriptions.has_feed(large, kind, record_id):
            own += 1
            assert f"feeds/{subscriptions.own_path(kind, record_id)}.xml" in lines[0]
        assert any("feeds/all.json" in line for line in lines)
        assert any("feeds/corrections.xml" in line for line in lines)
    assert own > len(large.sections)


def test_a_stylesheet_of_the_site_shows_a_feed_in_a_browser(large_feeds: dict[str, bytes]) -> None:
    """The way to it is relative, and what it styles are elements of Atom; XSLT is not needed."""
    for path, content in large_feeds.items():
        if path.endswith(".xml"):
            way = "../" * path.count("/") + "assets/explainer.css"
            assert f'<?xml-stylesheet type="text/css" href="{way}"?>'.encode() in content
            assert b"text/xsl" not in content
    assert "feed > title" in (ROOT / "templates/styles/feed.css").read_text("utf-8")
