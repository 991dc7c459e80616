"""How many witnesses there are: sources that carry one agency's text are one."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.model import Event, Source


def origin(source: Source) -> str:
    """Tell whose report a source carries: the agency's where it names one, else its own."""
    return source.via or source.publisher


def independent(sources: Iterable[Source]) -> dict[str, list[Source]]:
    """Group sources by origin; the number of groups is the number of independent sources."""
    groups: dict[str, list[Source]] = {}
    for source in sources:
        groups.setdefault(origin(source), []).append(source)
    return groups


def all_sources(event: Event) -> list[Source]:
    """List an event's sources and those of its claims, each address once."""
    found: list[Source] = []
    for source in (*event.sources, *(s for claim in event.claims for s in claim.sources)):
        if source not in found:
            found.append(source)
    return found
