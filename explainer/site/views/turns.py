"""The turning points that home shows on a line of time: an editor's, or else the weightiest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Final

from explainer.content.library import Library

TURNS: Final = 8
"""At most so many."""
FEWEST: Final = 2
"""Fewer are no course of events."""
LONE: Final = 1 / 3
"""What lies before a gap of so much of the whole time stands apart."""


def turns(library: Library) -> list[str]:
    """List the ids of the turning points, oldest first; none where there are too few.

    Where site.yml names none they are the events of the first importance; of many such, the one
    that is named most in each eighth of them, after those that lie long before the others.
    """
    chosen = {i for i in library.site.turns if i in library.live}
    found = [i for i in library.live if i in chosen] or _weightiest(library)
    return found[:TURNS] if len(found) >= FEWEST else []


def _weightiest(library: Library) -> list[str]:
    first = [i for i, event in library.live.items() if event.importance == 1]
    named = _named(library)
    return [max(run, key=lambda i: (named[i], i)) for run in _runs(_together(first, library))]


def _together(ids: list[str], library: Library) -> list[str]:
    """Leave out what lies long before the others, as long as enough are left."""
    when = {i: library.live[i].when.earliest or library.live[i].when.latest for i in ids}
    days = [day.toordinal() if (day := when[i]) else 0 for i in ids]
    for place in range(len(ids) - TURNS, 0, -1):
        if days[place] - days[place - 1] > LONE * (days[-1] - days[place - 1]):
            return ids[place:]
    return ids


def _runs(ids: Sequence[str]) -> list[Sequence[str]]:
    """Cut a list into as many runs of like length as there are turning points at most."""
    number = min(TURNS, len(ids))
    ends = [len(ids) * n // number for n in range(number + 1)] if number else []
    return [ids[start:end] for start, end in pairwise(ends)]


def _named(library: Library) -> Counter[str]:
    """Count how often key points, questions, what is unknown and other events name an event."""
    site = library.site
    texts = (
        *(point.events for point in site.key_points),
        *(question.events for question in site.questions),
        *(unknown.events for unknown in site.unknowns),
    )
    related = (each.event for event in library.live.values() for each in event.related)
    return Counter(chain(related, *texts))
