"""Which numbers of a figure stand against one another."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from explainer.content.model import Figure, Value


def rivals(figure: Figure, hidden: Collection[str] = ()) -> tuple[Value, ...]:
    """List the latest values of different speakers about one time, where they differ.

    Of several such times the latest is taken. `hidden` are events whose values no reader sees.
    """
    shown = [value for value in figure.values if value.event not in hidden]
    newest = {value.said_by: value for value in sorted(shown, key=_said_at)}
    by_time: dict[tuple[date, date], list[Value]] = {}
    for value in newest.values():
        by_time.setdefault(_about(value), []).append(value)
    standing = [
        time for time, values in by_time.items() if len({_number(value) for value in values}) > 1
    ]
    return tuple(by_time[max(standing)]) if standing else ()


def _about(value: Value) -> tuple[date, date]:
    """Give the bounds of the time that a value is about, the last day first."""
    time = value.for_ or value.as_of
    return time.latest or date.max, time.earliest or date.min


def _said_at(value: Value) -> tuple[date, date]:
    return value.as_of.latest or date.max, value.as_of.earliest or date.min


def _number(value: Value) -> tuple[object, ...]:
    return value.low, value.best, value.high, value.qualifier or "exact"
