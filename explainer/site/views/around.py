"""What stands around an event: before and after in time and in its sections, and its chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explainer.arabic import vocabulary
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Card, Link


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The nearest event on one side; `sections` are those in which it is the nearest."""

    card: Card
    sections: tuple[Link, ...]


class EventNeighbours:
    """The order of events, and each section's, with every event's place in them."""

    def __init__(self, publication: Publication) -> None:
        """Index the orders once for all events."""
        library, words = publication.library, publication.words
        self.words = words
        self.library = library
        by_section = library.events_by("sections")
        self._orders: dict[str | None, list[str]] = {
            None: list(library.live),
            **{i: by_section[i] for i in by_section},
        }
        self._places = {
            track: {event_id: index for index, event_id in enumerate(order)}
            for track, order in self._orders.items()
        }

    def before(self, event_id: str) -> tuple[Neighbour, ...]:
        """List the events that came last before this one, the nearest first."""
        return self._near(event_id, -1)

    def after(self, event_id: str) -> tuple[Neighbour, ...]:
        """List the events that came first after this one, the nearest first."""
        return self._near(event_id, 1)

    def related(self, event_id: str) -> list[tuple[str, Card]]:
        """List what the event points to and what points to it, the oldest first, each in words.

        Two that contradict each other are listed once, whichever editors wrote it of.
        """
        pointed = [(r.as_, r.event) for r in self.library.live[event_id].related]
        found = [(vocabulary.RELATION[relation], other) for relation, other in pointed]
        found += [
            (vocabulary.RELATION_REVERSED[relation], other)
            for other, relation in self.library.reverse_related.get(event_id, [])
            if relation != "contradicts" or (relation, other) not in pointed
        ]
        listed = [(word, i) for word, i in found if i in self.library.live]
        listed.sort(key=lambda pair: self._place(pair[1]))
        return [(word, self.words.card(i)) for word, i in listed]

    def _near(self, event_id: str, step: int) -> tuple[Neighbour, ...]:
        found: dict[str, list[str]] = {}
        for track in (None, *self.library.live[event_id].sections):
            index = self._places[track][event_id] + step
            if 0 <= index < len(self._orders[track]):
                sections = found.setdefault(self._orders[track][index], [])
                sections += [track] if track else []
        ordered = sorted(found, key=lambda i: abs(self._place(i) - self._place(event_id)))
        return tuple(self._neighbour(i, found[i]) for i in ordered)

    def _place(self, event_id: str) -> int:
        return self._places[None][event_id]

    def _neighbour(self, event_id: str, sections: Sequence[str]) -> Neighbour:
        return Neighbour(self.words.card(event_id), tuple(map(self.words.section, sections)))
