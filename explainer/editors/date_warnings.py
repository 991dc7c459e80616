"""Dates that can hardly be meant: far from the event's folder or id, after all that is covered."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

from explainer import dates
from explainer.content.hijri import gregorian_of
from explainer.content.library import Examined, RecordOrigin
from explainer.content.model import Event
from explainer.messages import Message, say
from explainer.messages.problems import Path, Problem

FAR_FROM_ID = dt.timedelta(days=31)
"""An id may tell the day on which an event became known."""
_ID = re.compile(r"(\d{4})(?:-(\d\d)(?!\d)(?:-(\d\d)(?!\d))?)?(?:-|$)")
_HIJRI = re.compile(r"1[34]\d\d(?:-\d\d){0,2}")
"""A year of the Hijri calendar in which newsrooms write, or one of the Middle Ages."""
_MODERN = 1800
_DATED = frozenset({"date", "as_of", "for", "from", "to", "review_by", "added"})


def date_warnings(examined: Examined) -> Iterator[Problem]:
    """Ask about the date of each event, and years elsewhere that are of another calendar."""
    for origin in examined.origins:
        event = examined.records.get("event", {}).get(origin.id) if origin.kind == "event" else None
        found = [*_of_event(origin, cast(Event, event), examined)] if event else []
        yield from found
        if not found:
            yield from _of_another_calendar(origin, examined)


def _of_event(origin: RecordOrigin, event: Event, examined: Examined) -> Iterator[Problem]:
    first, last = event.date.earliest or event.date.latest, event.date.latest or dt.date.max
    if first is None:
        return
    for message in (
        _far_from_folder(origin, event, first, last)
        or _far_from_id(origin, event, first, last)
        or _after_all(event, first, examined)
    ):
        yield _warning(origin, ("date",), message)


def _far_from_folder(
    origin: RecordOrigin, event: Event, first: dt.date, last: dt.date
) -> list[Message]:
    folder = origin.document.file.split("/")[-2]
    if not folder.isdecimal() or first.year <= int(folder) <= last.year:
        return []
    if _is_hijri(event.date.text, int(folder)):
        return [asked_of_hijri(event.date.text)]
    return [say("W408.folder", date=event.date.text, folder=folder, year=first.year)]


def _far_from_id(
    origin: RecordOrigin, event: Event, first: dt.date, last: dt.date
) -> list[Message]:
    found = _ID.match(origin.id)
    meant = _span("-".join(filter(None, found.groups()))) or _span(found[1]) if found else None
    if (
        found is None
        or meant is None
        or (meant[0] - FAR_FROM_ID <= last and first - FAR_FROM_ID <= meant[1])
    ):
        return []
    return [say("W408.id", date=event.date.text, id=origin.id)]


def _span(text: str) -> tuple[dt.date, dt.date] | None:
    try:
        date = dates.parse(text)
    except dates.NotADateError:
        return None
    return (date.earliest, date.latest) if date.earliest and date.latest else None


def _after_all(event: Event, first: dt.date, examined: Examined) -> list[Message]:
    covered = examined.site.as_of if examined.site else None
    is_shown = event.publish == "live" and event.publish_at is None
    if not covered or not covered.latest or not is_shown or first <= covered.latest:
        return []
    return [say("W408.as-of", date=event.date.text, as_of=covered.text)]


def _of_another_calendar(origin: RecordOrigin, examined: Examined) -> Iterator[Problem]:
    """Find years of another calendar in a record of a topic of our time."""
    covered = examined.site.as_of.earliest if examined.site else None
    if not covered or covered.year < _MODERN or not _HIJRI.search(origin.document.text):
        return
    for path, text in _dates(_value(origin), ()):
        if _is_hijri(text, covered.year):
            yield _warning(origin, path, asked_of_hijri(text))


def _is_hijri(text: str, near: int) -> bool:
    return near >= _MODERN and bool(_HIJRI.fullmatch(text))


def asked_of_hijri(text: str) -> Message:
    """Ask whether a date is the one of the Gregorian calendar that it would be."""
    right = gregorian_of(f"{text} ه")
    return say("W408.hijri-of", date=text, right=right) if right else say("W408.hijri", date=text)


def _value(origin: RecordOrigin) -> Any:
    value = origin.document.data
    for step in origin.base:
        value = value[step]
    return value


def _dates(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Walk a record for what is typed where dates stand."""
    if isinstance(data, str) and path[-1:] and path[-1] in _DATED:
        yield path, data
    for name, value in _items(data):
        yield from _dates(value, (*path, name))


def _items(data: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(data, dict):
        return data.items()
    return enumerate(data) if isinstance(data, list) else ()


def _warning(origin: RecordOrigin, path: Path, message: Message) -> Problem:
    return replace(origin.document.problem((*origin.base, *path), message), is_warning=True)
