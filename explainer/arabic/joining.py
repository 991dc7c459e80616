"""Lists of words in Arabic."""

from __future__ import annotations

from collections.abc import Iterable


def join(items: Iterable[str]) -> str:
    """Join items into one list: أ وب وج. The و touches what follows, be it a digit or a quote."""
    return " و".join(items)


def to(name: str) -> str:
    """Put the preposition ل before a name: لروسيا، للكرملين، لـ“الوكالة”، لـTASS."""
    if name.startswith("ال"):
        return "لل" + name.removeprefix("ال").removeprefix("ل" if name.startswith("الل") else "")
    return f"ل{name}" if "\u0621" <= name[:1] <= "\u064a" else f"لـ{name}"
