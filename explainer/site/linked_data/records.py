"""Records as things of schema.org: who acts, where, what happened, who says what."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.content import evidence
from explainer.content.library import Library
from explainer.content.model import Actor, Claim, Event, Place, Source
from explainer.site import addresses
from explainer.site.linked_data.nodes import Node, day, ends, node
from explainer.site.views.wording import Wording

ACTOR_TYPES: dict[str, str | list[str]] = {
    "person": "Person",
    "state": ["Country", "Organization"],
    "organisation": "Organization",
    "armed_force": "Organization",
    "company": "Organization",
    "party": "PoliticalParty",
}
"""Type of actor -> type of thing. A state is a place and speaks. Who is unnamed is nobody known."""
WIKIDATA = "https://www.wikidata.org/wiki/"


def actors(ids: Iterable[str], library: Library) -> list[Node]:
    """Name actors, each once; those that are unnamed are left out."""
    return [
        node(ACTOR_TYPES[actor.type], id=addresses.actor(i).whole, name=actor.name.ar)
        for i in dict.fromkeys(ids)
        if (actor := library.actors[i]).type in ACTOR_TYPES
    ]


def actor(actor_id: str, found: Actor, words: Wording) -> Node | None:
    """Tell of an actor at length; None of one that is unnamed."""
    kind = ACTOR_TYPES.get(found.type)
    if kind is None:
        return None
    posts = [post.title for post in found.posts if post.to is None]
    address = addresses.actor(actor_id).whole
    return node(
        kind,
        id=address,
        url=address,
        name=found.name.ar,
        alternateName=[*(name for _, name in found.name.others()), *found.aliases],
        description=words.plain(found.summary),
        jobTitle=posts if found.type == "person" else None,
        sameAs=f"{WIKIDATA}{found.wikidata}" if found.wikidata else None,
    )


def place(place_id: str, found: Place) -> Node:
    """Tell of a place, with its point where that is known."""
    point = None
    if found.lat is not None and found.lon is not None:
        point = node("GeoCoordinates", latitude=float(found.lat), longitude=float(found.lon))
    return node(
        "Place",
        id=addresses.place(place_id).whole,
        name=found.name.ar,
        alternateName=[name for _, name in found.name.others()],
        geo=point,
    )


def happened(event: Event, words: Wording) -> Node | None:
    """Tell of what happened; None where that is not confirmed: then there is only who says so."""
    if event.status != "confirmed":
        return None
    library = words.library
    start, end = ends(event.when)
    return node(
        "Event",
        name=event.title,
        startDate=start,
        endDate=end,
        location=[
            node("Place", id=addresses.place(i).whole, name=library.places[i].name.ar)
            for i in dict.fromkeys(event.places)
        ],
        about=actors(event.actors, library),
    )


def said(event: Event, words: Wording) -> list[Node]:
    """Tell who says what: the claims of an event; of one that is not confirmed, it is one too."""
    library = words.library
    whole = []
    if event.status != "confirmed":
        whole.append(node("Claim", name=event.title, author=actors(event.said_by, library)))
    return [*whole, *(_claim(claim, words) for claim in event.claims)]


def _claim(claim: Claim, words: Wording) -> Node:
    return node(
        "Claim",
        text=words.plain(claim.text),
        author=actors(claim.said_by, words.library),
        datePublished=day(claim.as_of),
    )


def citations(event: Event, library: Library) -> list[Node]:
    """List where it was read; what kind of text a source is, is not recorded."""
    return [_source(source, library) for source in evidence.all_sources(event)]


def _source(source: Source, library: Library) -> Node:
    return node(
        "CreativeWork",
        name=source.title,
        url=source.url,
        datePublished=day(source.date),
        inLanguage=source.lang,
        publisher=node("Organization", name=library.publishers[source.publisher].name.ar),
    )
