"""Who is who on home: the people, the bodies and the countries that take part in most events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from explainer.arabic import cldr
from explainer.content.model import Actor
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Link

CAST_LISTS: Final = (
    ("أشخاص", ("person",)),
    ("هيئات وقوات وشركات", ("organisation", "armed_force", "company", "party")),
    ("دول", ("state",)),
)
"""What heads a list, and the types of actors in it."""
CAST_NAMES: Final = 4
"""So many names in a list."""


@dataclass(frozen=True, slots=True)
class CastName:
    """A name, and under it a post, a country or a number of events."""

    name: Link
    post: str


def cast(publication: Publication) -> list[tuple[str, list[CastName]]]:
    """Give each list that is not empty: its head, and its names, the busiest first."""
    made = ((head, list(_names(types, publication))) for head, types in CAST_LISTS)
    return [(head, names) for head, names in made if names]


def _names(types: tuple[str, ...], publication: Publication) -> Iterator[CastName]:
    """List the parties first, then whoever takes part in most events."""
    library, words = publication.library, publication.words
    by_actor = library.events_by("actors")
    busiest = sorted(by_actor, key=lambda actor: (-len(by_actor[actor]), actor))
    ranked = dict.fromkeys([*library.site.parties, *busiest])
    for actor_id in [i for i in ranked if library.actors[i].type in types][:CAST_NAMES]:
        number = words.count(len(by_actor.get(actor_id, ())), "event")
        yield CastName(words.actor(actor_id), _post(library.actors[actor_id]) or number)


def _post(actor: Actor) -> str:
    """Name the office that somebody holds, else the last one; of a body its country."""
    held = [post for post in actor.posts if post.to is None] or actor.posts
    if held:
        return held[-1].title
    return cldr.country(actor.country) if actor.country and actor.type != "state" else ""
