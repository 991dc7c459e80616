"""Every source that is published, and who published it."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.content.evidence import all_sources
from explainer.content.library import Library
from explainer.content.model import Source


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
    """Name everybody who published a source, and every one whose account a source carries."""
    return {name for source in sources for name in (source.publisher, source.via) if name}
