"""Who bears witness: what independence is, defined once for every page, check and export.

A source's origin is whose text or account it carries. Origins that speak for one side are one.
An origin that is, or speaks for, the side of whoever makes a statement is not independent of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.content.model import Event, Source
from explainer.content.sides import Sides


@dataclass(frozen=True, slots=True)
class Origin:
    """One witness, and the reports that carry what it says."""

    reports: tuple[Source, ...]
    publishers: tuple[str, ...]
    """Whose text or account they carry; several where all speak for one side."""
    voice: str | None
    """The actor for whose side they speak; None where for nobody's."""
    independent: bool
    """Whether it is independent of who makes the statement."""


def carried(source: Source) -> str:
    """Tell whose text or account a source carries: the publisher it names, else its own."""
    return source.via or source.publisher


def origins(sources: Iterable[Source], speakers: Iterable[str], sides: Sides) -> tuple[Origin, ...]:
    """Group sources by origin, in the order of the sources.

    `speakers` are those who make the statement for which the sources stand.
    """
    groups: dict[tuple[str, str], list[Source]] = {}
    for source in sources:
        groups.setdefault(_key(carried(source), sides), []).append(source)
    concerned = sides.of_all(speakers)
    return tuple(
        Origin(
            reports=tuple(reports),
            publishers=tuple(dict.fromkeys(carried(source) for source in reports)),
            voice=voice or None,
            independent=not voice or voice not in concerned,
        )
        for (voice, _), reports in groups.items()
    )


def independent(found: Iterable[Origin]) -> list[Origin]:
    """List the origins that are independent of who makes the statement."""
    return [origin for origin in found if origin.independent]


def of_event(event: Event, sides: Sides) -> tuple[Origin, ...]:
    """Group all of an event's sources.

    Its own are who says that it happened, who takes part, and the parties that tell of it.
    """
    telling = [each for claim in event.claims if claim.act != "denies" for each in claim.said_by]
    parties = [each for each in telling if sides.of_actor(each) in sides.parties]
    return origins(all_sources(event), (*event.said_by, *event.actors, *parties), sides)


def all_sources(event: Event) -> list[Source]:
    """List an event's sources and those of its claims, each once."""
    of_claims = (source for claim in event.claims for source in event.sources_of(claim))
    return list(dict.fromkeys((*event.sources, *of_claims)))


def _key(publisher: str, sides: Sides) -> tuple[str, str]:
    """Give what makes an origin one: the side for which it speaks, else the publisher itself."""
    voice = sides.of_publisher(publisher)
    return (voice, "") if voice else ("", publisher)
