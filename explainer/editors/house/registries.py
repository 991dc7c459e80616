"""What hangs on all records together: entries that nothing names, and titles told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from explainer.arabic.fold import fold
from explainer.content.model import Event
from explainer.editors.house.house_rule import Breach, HouseRule, Look
from explainer.messages import say


def orphans(look: Look) -> Iterator[Breach]:
    """Find entries that no record names; where a file is broken nobody can tell."""
    origin = look.origin
    if look.is_whole and origin.id not in look.named.get(origin.kind, ()):
        yield Breach((), say("W911", id=origin.id), at_key=True)


def same_titles(events: Mapping[str, Event]) -> dict[str, str]:
    """Give for each event whose title stands at an earlier one the id of that.

    Marks, hamzas, punctuation and the order of words make no other title.
    """
    first: dict[tuple[str, ...], str] = {}
    found = {}
    for event_id in sorted(events):
        title = tuple(sorted(re.findall(r"\w+", fold(events[event_id].title))))
        other = first.setdefault(title, event_id)
        if other != event_id:
            found[event_id] = other
    return found


def twins(look: Look) -> Iterator[Breach]:
    """Find a title that another event has already."""
    if other := look.titles.get(look.origin.id):
        yield Breach(("title",), say("W912", other=other))


EVENT_RULES = (HouseRule("twins", twins),)
REGISTRY_RULES = (HouseRule("orphans", orphans),)
