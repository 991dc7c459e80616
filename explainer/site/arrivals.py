"""The day on which each event came before readers: what makes it new, whenever it happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from explainer.content.library import Library
from explainer.content.model import Event
from explainer.system.git import History

FOUNDING = timedelta(days=7)
"""What comes in within the first week of a history is what the explainer begins with: no news."""
EVENTS_FOLDER = "events"


def arrivals(library: Library, entered: Mapping[str, date]) -> dict[str, date]:
    """Give the day of each event that came later than the explainer itself, by id.

    An editor's `added` counts before anything else; else the day on which its text was let in
    (`entered`, by id), but not before its `publish_at`. What the explainer began with has no day,
    and what git does not know neither, so that these are new by when they happened.
    """
    founded = min(entered.values(), default=date.max)
    return dict(_arrivals(library, entered, founded))


def _arrivals(
    library: Library, entered: Mapping[str, date], founded: date
) -> Iterator[tuple[str, date]]:
    for event_id, event in library.events.items():
        if declared := _declared(event):
            yield event_id, declared
            continue
        known = entered.get(event_id)
        if known and known - founded < FOUNDING:
            known = None
        due = event.publish_at.date() if event.publish_at else None
        if days := [day for day in (known, due) if day]:
            yield event_id, max(days)


def _declared(event: Event) -> date | None:
    return (event.added.latest or event.added.earliest) if event.added else None


def entered(library: Library, history: History | None) -> dict[str, date]:
    """Ask git on which day each event came in, or left being a draft, by id.

    Nothing is known of what the oldest commit of a shallow clone holds already.
    """
    if history is None:
        return {}
    came, shown = (
        history.entries(EVENTS_FOLDER),
        history.last_match(EVENTS_FOLDER, r"^publish: *[\"']?draft"),
    )
    found = {}
    for (kind, event_id), path in library.files.items():
        if kind != "event" or path not in came or came[path].at_latest:
            continue
        opened = shown.get(path)
        found[event_id] = max(came[path].day, opened.day if opened else date.min)
    return found
