"""What can be subscribed to: a feed of everything, of corrections, of a section, of who recurs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from explainer.content.library import Library
from explainer.content.model import Actor, Event, Place
from explainer.site import addresses
from explainer.site.addresses import Address
from explainer.site.views.corrections import corrections
from explainer.site.views.made_changes import MadeChange
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication

ENOUGH_EVENTS = 5
"""An actor or a place with so many events has a feed."""
OF_EVERYTHING = "all"
OF_CORRECTIONS = "corrections"
OWN_FEEDS = {"section": "sections", "actor": "actors", "place": "places"}
"""Kinds of records that have feeds -> the folder of these, and the field of an event."""
GROUPS = {"": "الملف", "sections": "الأقسام", "actors": "الأشخاص والجهات", "places": "الأماكن"}
"""Folder -> what its feeds are about."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: events, withdrawn ones among them, and changes that are entries of their own."""

    path: str
    """Its address without /feeds/ and ending: 'all', 'sections/money'."""
    title: str
    """What it is about, in plain text, without the explainer's name."""
    page: Address
    """The page that it follows."""
    events: tuple[str, ...] = ()
    changes: tuple[MadeChange, ...] = ()

    @property
    def atom(self) -> Address:
        """Give its address in Atom."""
        return addresses.feed(self.path, "xml")

    @property
    def json(self) -> Address:
        """Give its address as a JSON Feed."""
        return addresses.feed(self.path, "json")


def feeds(publication: Publication) -> Iterator[Feed]:
    """List every feed, the general ones first."""
    library = publication.library
    beside = [made for made in publication.changes if not made.change.event]
    yield Feed(OF_EVERYTHING, "كل جديد", addresses.HOME, tuple(library.events), tuple(beside))
    yield Feed(
        OF_CORRECTIONS, "التصحيحات", addresses.page("corrections"),
        changes=tuple(corrections(publication)),
    )  # fmt: skip
    for section_id, section in library.sections.items():
        changed = [made for made in beside if _section(made, library) == section_id]
        yield Feed(
            own_path("section", section_id), section.title, addresses.section(section_id),
            _events(library.events, "sections", section_id), tuple(changed),
        )  # fmt: skip
    yield from _of_names(library, "actor", addresses.actor, library.actors)
    yield from _of_names(library, "place", addresses.place, library.places)


def _of_names(
    library: Library,
    kind: str,
    address: Callable[[str], Address],
    records: Mapping[str, Actor] | Mapping[str, Place],
) -> Iterator[Feed]:
    """List the feeds of actors or of places, those with most events first."""
    field = OWN_FEEDS[kind]
    numbers = {i: len(ids) for i, ids in library.events_by(field).items()}
    for record_id in sorted(records, key=lambda i: -numbers.get(i, 0)):
        if has_feed(library, kind, record_id):
            yield Feed(
                own_path(kind, record_id),
                records[record_id].name.ar,
                address(record_id),
                _events(library.events, field, record_id),
            )


def own_path(kind: str, record_id: str) -> str:
    """Give the path of the feed of a section, an actor or a place."""
    return f"{OWN_FEEDS[kind]}/{record_id}"


def has_feed(library: Library, kind: str, record_id: str) -> bool:
    """Tell whether a record has a feed of its own: every section, and who has enough events.

    Those that were withdrawn count too: a feed that somebody subscribed to does not vanish.
    """
    if kind not in OWN_FEEDS or not record_id:
        return False
    field = OWN_FEEDS[kind]
    number = len(library.events_by(field).get(record_id, []))
    if kind == "section" or number >= ENOUGH_EVENTS:
        return True
    gone = (event for event in library.events.values() if event.publish == "withdrawn")
    return number + sum(record_id in getattr(event, field) for event in gone) >= ENOUGH_EVENTS


def _events(events: Mapping[str, Event], field: str, record_id: str) -> tuple[str, ...]:
    return tuple(i for i, event in events.items() if record_id in getattr(event, field))


def _section(made: MadeChange, library: Library) -> str | None:
    """Give the section that a change belongs to which is no event's."""
    if made.change.figure:
        return library.figures[made.change.figure].section
    return made.change.page


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the page that lists them."""
    listed = list(feeds(publication))
    yield PageView(
        kind="feeds",
        address=addresses.page("feeds"),
        title="متابعة الملف",
        description="موجزات بصيغتي Atom وJSON تحمل الجديد والتصحيحات إلى قارئ الموجزات لديك.",
        data={
            "groups": [
                {"title": title, "code": code or "file", "feeds": list(_in(code, listed))}
                for code, title in GROUPS.items()
                if any(_in(code, listed))
            ],
            "enough": publication.words.count(ENOUGH_EVENTS, "event"),
        },
    )


def _in(folder: str, listed: Iterable[Feed]) -> Iterator[Feed]:
    return (feed for feed in listed if feed.path.rpartition("/")[0] == folder)
