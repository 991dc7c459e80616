"""Whose side somebody is on: for whom a publisher speaks, and who speaks for one state.

A side is an actor. People, bodies, forces, parties and unnamed officials of a country are on the
side of the state of that country, where the registry has it. Three things are not drawn in: a
party of the explainer is always a side of its own; an outlet is on the side of the actor for which
it speaks, else on its own; a company is on its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from explainer.content.model import Actor, Name, Publisher

GOVERNED: Final = frozenset({"person", "organisation", "armed_force", "party", "unnamed"})
"""Types of actor that are on the side of their country's state."""


@dataclass(frozen=True)
class Sides:
    """The sides among the actors and publishers of an explainer."""

    actors: Mapping[str, Actor]
    publishers: Mapping[str, Publisher]
    parties: frozenset[str] = frozenset()

    def of_actor(self, actor_id: str) -> str:
        """Give the actor on whose side this one is; itself where it is on nobody's."""
        if actor_id not in self._sides:
            self._sides[actor_id] = self._side(actor_id)
        return self._sides[actor_id]

    def of_publisher(self, publisher_id: str) -> str | None:
        """Give the side of the actor whose voice a publisher is; None where it is nobody's."""
        voice = self.voice(publisher_id)
        return self.of_actor(voice) if voice else None

    def of_all(self, actors: Iterable[str]) -> set[str]:
        """Give the sides of several actors."""
        return {self.of_actor(actor) for actor in actors}

    def voice(self, publisher_id: str) -> str | None:
        """Give the actor whose voice a publisher is: as its record says, else the one it is."""
        publisher = self.publishers.get(publisher_id)
        if publisher and publisher.speaks_for:
            return publisher.speaks_for
        return self._actor_of.get(publisher_id)

    def publishers_of(self, actor_id: str) -> tuple[str, ...]:
        """List the publishers that are this actor: of one id, or of one name in a language."""
        return self._publishers_of.get(actor_id, ())

    def is_outlet(self, actor_id: str) -> bool:
        """Tell whether an actor is a publisher that is on its own side alone."""
        return self.of_actor(actor_id) == actor_id and bool(self.publishers_of(actor_id))

    @cached_property
    def _sides(self) -> dict[str, str]:
        return {}

    def _side(self, actor_id: str) -> str:
        actor = self.actors.get(actor_id)
        if actor is None or actor_id in self.parties:
            return actor_id
        outlets = [i for i in self.publishers_of(actor_id) if self._is_private(i)]
        if outlets:
            voices = (self.publishers[outlet].speaks_for for outlet in outlets)
            return next((voice for voice in voices if voice), actor_id)
        if actor.type in GOVERNED and actor.country:
            return self._states.get(actor.country, actor_id)
        return actor_id

    def _is_private(self, publisher_id: str) -> bool:
        return self.publishers[publisher_id].type != "government"

    @cached_property
    def _states(self) -> dict[str, str]:
        """The state of each country; of two, a party of the explainer, else the first."""
        states = [i for i, actor in self.actors.items() if actor.type == "state"]
        ordered = sorted(states, key=lambda i: i not in self.parties)
        found: dict[str, str] = {}
        for state in ordered:
            country = self.actors[state].country
            if country:
                found.setdefault(country, state)
        return found

    @cached_property
    def _publishers_of(self) -> dict[str, tuple[str, ...]]:
        by_name: dict[tuple[str, str], list[str]] = {}
        for publisher_id, publisher in self.publishers.items():
            for name in _names(publisher.name):
                by_name.setdefault(name, []).append(publisher_id)
        found = {}
        for actor_id, actor in self.actors.items():
            same = [each for name in _names(actor.name) for each in by_name.get(name, ())]
            own = [actor_id] if actor_id in self.publishers else []
            if same or own:
                found[actor_id] = tuple(dict.fromkeys([*own, *same]))
        return found

    @cached_property
    def _actor_of(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for actor, publishers in self._publishers_of.items():
            for publisher in publishers:
                found.setdefault(publisher, actor)
        return found


def _names(name: Name) -> list[tuple[str, str]]:
    """List a record's names with their languages, as they are compared."""
    return [
        (language, " ".join(words.casefold().split()))
        for language, words in (("ar", name.ar), *name.others())
    ]
