"""The days of a record's text: when it came before readers, and when it last changed, if known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from explainer.content.model import Change
from explainer.dates import Precision
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.upkept import Upkept


class TextDays(NamedTuple):
    """Two days in ISO 8601; empty where they are not known for certain."""

    published: str
    modified: str


def text_days(view: PageView, publication: Publication, file: Upkept | None) -> TextDays:
    """Give the days of what a page shows.

    It last changed on the day of its file's last commit, or of its last change in changes.yml,
    or of its coming, whichever is later; what the explainer began with has no day of its own.
    """
    kind, record_id = view.record or ("", "")
    arrived = publication.arrivals.get(record_id) if kind == "event" else None
    days = [file.day if file else "", *_changed(publication, kind, record_id)]
    published = arrived.isoformat() if arrived else ""
    return TextDays(published, max(published, *days))


def _changed(publication: Publication, kind: str, record_id: str) -> Iterator[str]:
    """Give the days on which a record was changed, where changes.yml tells them to the day."""
    for change in publication.library.changes:
        first = change.date.earliest
        if _is_of(change, kind, record_id) and first and change.date.precision is Precision.DAY:
            yield first.isoformat()


def _is_of(change: Change, kind: str, record_id: str) -> bool:
    named = {"event": change.event, "figure": change.figure}.get(kind)
    return bool(record_id) and named == record_id
