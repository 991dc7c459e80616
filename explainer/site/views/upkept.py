"""What stands at the foot of a record's page: its file, how to mend it, when it last changed."""

from __future__ import annotations

from dataclasses import dataclass

from explainer import dates
from explainer.site.upkeep import Upkeep
from explainer.site.views.page_view import PageView
from explainer.site.views.wording import DateWords, Wording

RECORD_LABELS = {
    "event": "عدّل هذا الحدث",
    "section": "عدّل هذا القسم",
    "figure": "عدّل هذا الرقم",
    "actor": "عدّل هذا السجل",
}
ANY = "عدّل هذه الصفحة"


@dataclass(frozen=True, slots=True)
class Upkept:
    """The file behind a page, from the repository's root, in words and addresses."""

    path: str
    label: str
    edit: str | None
    report: str | None
    """To be ended by the page's address."""
    changed: DateWords | None
    day: str
    """The same in ISO 8601; empty where it is not known for certain."""
    at_latest: bool
    """It may have changed on a day before: the history at hand does not reach further back."""


def upkept(view: PageView, words: Wording, upkeep: Upkeep | None) -> Upkept | None:
    """Word what is known of a page's file; None where the page shows no record."""
    if upkeep is None or view.record is None:
        return None
    kind, record_id = view.record
    trace = upkeep.of(kind, record_id, view.title)
    if trace is None:
        return None
    changed = trace.changed
    return Upkept(
        trace.path,
        RECORD_LABELS.get(kind, ANY) if record_id else ANY,
        trace.edit,
        trace.report,
        words.when(dates.parse(changed.day.isoformat())) if changed else None,
        changed.day.isoformat() if changed and not changed.at_latest else "",
        changed.at_latest if changed else False,
    )
