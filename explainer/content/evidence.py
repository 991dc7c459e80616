"""How many witnesses there are: sources that carry one agency's text are one."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.content.library import Library
from explainer.content.model import Event, Source


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
    for source in (*event.sources, *(s for claim in event.claims for s in event.sources_of(claim))):
        if source not in found:
            found.append(source)
    return found


def used(library: Library) -> dict[Source, list[str]]:
    """List every source that is published, once, each with the events that rest on it."""
    found: dict[Source, list[str]] = {}
    for event_id, event in library.live.items():
        for source in all_sources(event):
            found.setdefault(source, []).append(event_id)
    for figure in library.figures.values():
        for value in figure.values:
            if value.event in library.unpublished:
                continue
            for source in value.sources:
                events = found.setdefault(source, [])
                if value.event and value.event in library.live and value.event not in events:
                    events.append(value.event)
    return found


def publishers(sources: Iterable[Source]) -> set[str]:
    """Name everybody who published a source, and every agency whose text one carries."""
    return {name for source in sources for name in (source.publisher, source.via) if name}
