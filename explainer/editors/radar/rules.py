"""The rules of the radar, one function each; RULES is the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from explainer.arabic.counts import NOUNS, count
from explainer.arabic.date_words import label
from explainer.content import evidence, rivals
from explainer.content.library import Library, RecordOrigin
from explainer.content.model import Event
from explainer.editors.radar.finding import Finding
from explainer.messages import Message, say


class RadarSubject(NamedTuple):
    """What a rule is asked about: one record, where it stands, all the rest, and the time."""

    library: Library
    origin: RecordOrigin
    now: datetime

    @property
    def event(self) -> Event:
        """The record, where it is an event."""
        return self.library.events[self.origin.id]


RadarRule = Callable[[RadarSubject], Iterator[Finding]]

FAR_APART = 2
"""Rivals are far apart where one is more than so many times another."""

ONE_SIDED = 3
"""From so many sources on, all of one kind or one country are one-sided."""


def _finding(
    origin: RecordOrigin, rule: str, what: Message, todo: Message, *path: str | int
) -> Finding:
    line = origin.document.position((*origin.base, *path), at_key=True).line
    return Finding(origin.document.file, line, rule, origin.id, what, todo)


def single_source(look: RadarSubject) -> Iterator[Finding]:
    """Find claims that rest on one independent source, or on none."""
    event = look.event
    for index, claim in enumerate(event.claims):
        witnesses = evidence.origins(
            event.sources_of(claim) or event.sources, claim.said_by, look.library.sides
        )
        if len(evidence.independent(witnesses)) <= 1:
            what, todo = _thin("claim", witnesses), say("radar.do.source")
            yield _finding(look.origin, "single-source", what, todo, "claims", index)


def key_event(look: RadarSubject) -> Iterator[Finding]:
    """Find events of importance 1 with one independent source, or none."""
    event = look.event
    witnesses = evidence.of_event(event, look.library.sides)
    if event.importance == 1 and len(evidence.independent(witnesses)) <= 1:
        what, todo = _thin("event", witnesses), say("radar.do.weight")
        yield _finding(look.origin, "key-event", what, todo, "sources")


def _thin(what: str, witnesses: tuple[evidence.Origin, ...]) -> Message:
    return say(f"radar.{what}.{'one' if evidence.independent(witnesses) else 'none'}")


def overdue(look: RadarSubject) -> Iterator[Finding]:
    """Find events whose day of review is past."""
    review = look.event.review_by
    if review and review.latest and review.latest < look.now.date():
        what = say("radar.review", day=Message("", review.text, label(review)))
        yield _finding(look.origin, "overdue", what, say("radar.do.review"), "review_by")


def no_archive(look: RadarSubject) -> Iterator[Finding]:
    """Find events with sources on the web of which no kept copy is named."""
    sources = evidence.all_sources(look.event)
    if missing := sum(1 for source in sources if source.url and not source.archived):
        number = Message("", str(missing), count(missing, NOUNS["source"]))
        what = say("radar.unkept", number=number)
        yield _finding(look.origin, "no-archive", what, say("radar.do.archive"), "sources")


def one_sided(look: RadarSubject) -> Iterator[Finding]:
    """Find events whose publishers are all state media or all of one country."""
    publishers = [
        look.library.publishers[each]
        for each in dict.fromkeys(map(evidence.carried, evidence.all_sources(look.event)))
    ]
    if len(publishers) < ONE_SIDED:
        return
    if all(each.type in ("state_media", "government") for each in publishers):
        what = say("radar.official")
    elif publishers[0].country and len({each.country for each in publishers}) == 1:
        what = say("radar.one-country")
    else:
        return
    yield _finding(look.origin, "one-sided", what, say("radar.do.side"), "sources")


def far_apart(look: RadarSubject) -> Iterator[Finding]:
    """Find figures whose standing rivals are far apart."""
    against = rivals.rivals(look.library.figures[look.origin.id])
    numbers = [n for value in against for n in rivals.numbers(value) if n is not None]
    if numbers and max(numbers) > FAR_APART * min(numbers):
        what = say("radar.apart", least=f"{min(numbers):,}", most=f"{max(numbers):,}")
        yield _finding(look.origin, "far-apart", what, say("radar.do.same"), "values")


def empty(look: RadarSubject) -> Iterator[Finding]:
    """Find sections without a live event."""
    if not look.library.events_by("sections").get(look.origin.id):
        yield _finding(look.origin, "empty", say("radar.no-events"), say("radar.do.section"))


def nameless(look: RadarSubject) -> Iterator[Finding]:
    """Find actors and places with neither a Latin name nor a variant."""
    library, name = look.library, look.origin.id
    record = library.actors[name] if look.origin.kind == "actor" else library.places[name]
    if not record.name.en and not record.aliases:
        yield _finding(look.origin, "nameless", say("radar.no-name"), say("radar.do.name"))


RADAR_RULES: Mapping[str, tuple[RadarRule, ...]] = {
    "event": (single_source, key_event, overdue, no_archive, one_sided),
    "figure": (far_apart,),
    "section": (empty,),
    "actor": (nameless,),
    "place": (nameless,),
}
"""Kind of record -> what is asked about it."""
