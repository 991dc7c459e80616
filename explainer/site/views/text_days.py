"""The days of a record's text: when it came before readers, and when it last changed, if known."""

from __future__ import annotations

from typing import NamedTuple

from explainer.site.versions.told_texts import RecordKey
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
    days = [file.day if file else "", *publication.changed_days.get(RecordKey(kind, record_id), ())]
    published = arrived.isoformat() if arrived else ""
    return TextDays(published, max(published, *days))
