"""What is new, by date: events by when they happened, and what was changed after publication."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.arabic import vocabulary
from explainer.library import Library
from explainer.model import Change
from explainer.views.wording import Link, When, Wording


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news: its day in ISO 8601, what it is, and where it leads."""

    day: str
    when: When
    kind: str
    target: Link


def latest(library: Library, words: Wording, most: int) -> list[News]:
    """List the latest events and changes, newest first."""
    found = [
        News(
            (event.when.earliest or event.when.latest).isoformat(),  # type: ignore[union-attr]
            words.when(event.when),
            vocabulary.KIND[event.kind],
            Link(event.title, f"/events/{event_id}/"),
        )
        for event_id, event in library.live.items()
        if event.when.earliest or event.when.latest
    ]
    found += [
        News(
            (change.date.latest or change.date.earliest).isoformat(),  # type: ignore[union-attr]
            words.when(change.date),
            vocabulary.CHANGE_TYPE[change.type],
            target(change, library),
        )
        for change in published(library)
        if change.date.latest or change.date.earliest
    ]
    return sorted(found, key=lambda news: news.day, reverse=True)[:most]


def published(library: Library) -> list[Change]:
    """List the changes of what readers can see, as the library has them."""
    return [change for change in library.changes if change.event not in library.unpublished]


def target(change: Change, library: Library) -> Link:
    """Link to what was changed."""
    if change.event and change.event in library.events:
        event = library.events[change.event]
        title = "حدث سُحب" if event.publish == "withdrawn" else event.title
        return Link(title, f"/events/{change.event}/")
    if change.figure:
        return Link(library.figures[change.figure].title, f"/figures/{change.figure}/")
    return _page(change.page or "", library)


def _page(name: str, library: Library) -> Link:
    """Link to a page by its address without slashes: index, a section's id; else as it is typed."""
    if name == "index":
        return Link(library.site.title, "/")
    if name in library.sections:
        return Link(library.sections[name].title, f"/{name}/")
    return Link(name)
