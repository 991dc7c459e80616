"""Names in the order of the Arabic alphabet, and the letters that a list of them jumps to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from explainer.arabic.fold import fold

T = TypeVar("T")


def key(name: str) -> str:
    """Give what a name is sorted by: without its article, hamzas as their bearers."""
    return fold(name.removeprefix("ال").lstrip("“”"))


def by_letter(items: Iterable[T], name: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Sort items by name and group them by first letter; what is not Arabic comes last as #."""
    groups: dict[str, list[T]] = {}
    for item in sorted(items, key=lambda each: _place(name(each))):
        groups.setdefault(_initial(name(item)), []).append(item)
    return list(groups.items())


def _initial(name: str) -> str:
    first = key(name)[:1]
    return first if "\u0621" <= first <= "\u064a" else "#"


def _place(name: str) -> tuple[bool, str, str]:
    return _initial(name) == "#", key(name), name
