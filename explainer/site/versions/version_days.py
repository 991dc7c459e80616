"""On which day a record's text came to be what it is: the last that changes.yml or git tell."""

from __future__ import annotations

from explainer.content.library import Library
from explainer.dates import Precision
from explainer.site.upkeep import Upkeep
from explainer.site.versions.told_texts import RecordKey
from explainer.site.versions.version_history import Days, VersionDay


def version_days(library: Library, upkeep: Upkeep | None) -> Days:
    """Tell of any record the last day on which it changed; else what the data reach."""
    changed = changed_days(library)

    def day_of(key: RecordKey) -> VersionDay:
        days = [*changed.get(key, []), *_by_git(key, upkeep)]
        if days:
            return VersionDay(max(days))
        return VersionDay(library.site.as_of.text, is_of_data=True)

    return day_of


def changed_days(library: Library) -> dict[RecordKey, list[str]]:
    """List the days in ISO 8601 on which each record was changed, where changes.yml has the day."""
    found: dict[RecordKey, list[str]] = {}
    for change in library.changes:
        if change.date.precision is not Precision.DAY or not change.date.earliest:
            continue
        day = change.date.earliest.isoformat()
        for kind, named in (
            ("event", change.event),
            ("figure", change.figure),
            ("section", change.page),
        ):
            if named:
                found.setdefault(RecordKey(kind, named), []).append(day)
    return found


def _by_git(key: RecordKey, upkeep: Upkeep | None) -> list[str]:
    """Give the day that git is certain of, or none."""
    trace = upkeep.of(key.kind, key.id, "") if upkeep else None
    changed = trace.changed if trace else None
    return [changed.day.isoformat()] if changed and not changed.at_latest else []
