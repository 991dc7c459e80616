"""What stands around an event: what editors joined to it, and the nearest in its sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explainer.arabic import vocabulary
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Card

ENOUGH = 2
"""So many on one side are enough: only a side with fewer is filled up with the nearest in time."""

SHOWN_BESIDE = 3
"""So many of a side are shown before the rest is asked for."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An event on one side; `relation` says what it is to this one, empty if it is only near."""

    card: Card
    relation: str


@dataclass(frozen=True, slots=True)
class SideInTime:
    """What stands before an event, or after it: shown at once, and folded, with its number."""

    title: str
    shown: tuple[Neighbour, ...]
    folded: tuple[Neighbour, ...]
    number: str


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

    def sides(self, event_id: str) -> list[SideInTime]:
        """Give both sides, what is more than a few of one folded, but not for a single one."""
        both = (("قبله", self.before(event_id)), ("بعده", self.after(event_id)))
        return [self._folded(title, all_) for title, all_ in both if all_]

    def _folded(self, title: str, all_: tuple[Neighbour, ...]) -> SideInTime:
        few = SHOWN_BESIDE if len(all_) > SHOWN_BESIDE + 1 else len(all_)
        number = self.words.number(len(all_) - few)
        return SideInTime(title, all_[:few], all_[few:], number)

    def before(self, event_id: str) -> tuple[Neighbour, ...]:
        """List the events before this one, the nearest first, each once."""
        return self._side(event_id, -1)

    def after(self, event_id: str) -> tuple[Neighbour, ...]:
        """List the events after this one, the nearest first, each once."""
        return self._side(event_id, 1)

    def _side(self, event_id: str, step: int) -> tuple[Neighbour, ...]:
        here = self._place(event_id)
        found = {
            other: word
            for other, word in self._related(event_id).items()
            if (self._place(other) - here) * step > 0
        }
        for other in self._nearest(event_id, step):
            if len(found) >= ENOUGH:
                break
            found.setdefault(other, "")
        ordered = sorted(found, key=lambda i: abs(self._place(i) - here))
        return tuple(Neighbour(self.words.card(i), found[i]) for i in ordered)

    def _related(self, event_id: str) -> dict[str, str]:
        """Word what the event points to and what points to it; its own word goes before."""
        live = self.library.live
        found = {
            other: vocabulary.RELATION_REVERSED[relation]
            for other, relation in self.library.reverse_related.get(event_id, [])
        }
        found |= {r.event: vocabulary.RELATION_FORTH[r.as_] for r in live[event_id].related}
        return {i: word for i, word in found.items() if i in live and i != event_id}

    def _nearest(self, event_id: str, step: int) -> Sequence[str]:
        """List the next event of all and in each of its sections, the nearest first."""
        found = []
        for track in (None, *self.library.live[event_id].sections):
            index = self._places[track][event_id] + step
            if 0 <= index < len(self._orders[track]):
                found.append(self._orders[track][index])
        here = self._place(event_id)
        return sorted(dict.fromkeys(found), key=lambda i: abs(self._place(i) - here))

    def _place(self, event_id: str) -> int:
        return self._places[None][event_id]
