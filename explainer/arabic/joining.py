"""Lists of words in Arabic."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile


def join(items: Iterable[str]) -> str:
    """Join items into one list: أ وب وج. The و touches what follows, be it a digit or a quote."""
    return " و".join(items)


def genitive(words: str) -> str:
    """Put a plural or a dual, and its adjectives, after a preposition: مسؤولين أميركيين."""
    first, *others = words.split(" ")
    ending = next((e for e in ("ون", "ان") if first.endswith(e) and len(first) > 4), None)
    if ending is None:
        return words
    same = list(takewhile(lambda word: word.endswith(ending), others))
    changed = [f"{word.removesuffix(ending)}ين" for word in (first, *same)]
    return " ".join([*changed, *others[len(same) :]])


def to(name: str) -> str:
    """Put the preposition ل before a name: لروسيا، للكرملين، لـ“الوكالة”، لـTASS."""
    if name.startswith("ال"):
        return "لل" + name.removeprefix("ال").removeprefix("ل" if name.startswith("الل") else "")
    return f"ل{name}" if "\u0621" <= name[:1] <= "\u064a" else f"لـ{name}"
