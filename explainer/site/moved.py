"""Where the pages of records were before: old address -> the one they have now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from explainer.content.library import Library
from explainer.content.model import Actor, Event, Figure, Section
from explainer.site import addresses
from explainer.site.addresses import Address

FILE_OF_RECORD = re.compile(
    r"(?P<before>.+/(?P<kind>event|section|actor|figure)s?/)(?P<id>[a-z0-9-]+?)"
    r"(?P<after>(?:-square)?\.[a-z]+|/(?:index\.html|oembed\.json))"
)
"""A file that belongs to a page and lies elsewhere: feeds/sections/ID.xml, cards/event/ID.png,
embed/event/ID/index.html."""


class Moved(NamedTuple):
    """A page whose record had another id."""

    kind: str
    old: Address
    new: Address
    title: str
    """What is read there, as plain text; empty of an event that was withdrawn."""


def moved(library: Library) -> list[Moved]:
    """List the former addresses of pages that are published, in one order everywhere.

    A host that reads a list of redirects (`_redirects`) is to be given these.
    """
    found = [
        *_of("event", library.events, addresses.event),
        *_of("section", library.sections, addresses.section),
        *_of("actor", library.actors, addresses.actor),
        *_of("figure", library.figures, addresses.figure),
    ]
    return sorted(found)


def _of(
    kind: str,
    records: Mapping[str, Event | Section | Actor | Figure],
    address: Callable[[str], Address],
) -> Iterator[Moved]:
    for record_id, record in records.items():
        for old in record.was:
            yield Moved(kind, address(old), address(record_id), _title(record))


def _title(record: Event | Section | Actor | Figure) -> str:
    if isinstance(record, Actor):
        return record.name.ar
    is_withdrawn = isinstance(record, Event) and record.publish == "withdrawn"
    return "" if is_withdrawn else record.title
