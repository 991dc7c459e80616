"""A rule of the copy desk: a code, what it looks for, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Hit(NamedTuple):
    """A place in a text, from `start` to `end`, and what should stand there instead.

    `right` is None where only an editor can say; `safe` is False where an editor must look first.
    """

    start: int
    end: int
    right: str | None = None
    safe: bool = True
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know beside the text: the house's choices, and the record it stands in."""

    months: str = "dual"
    digits: str = "latn"
    names: Mapping[str, str] = field(default_factory=dict)
    """A spelling to be avoided -> the registry's."""
    name_pattern: re.Pattern[str] | None = None
    path: tuple[str | int, ...] = ()
    record: Any = None


Find = Callable[[str, Context], "list[Hit]"]
"""Look for one kind of mistake in a text, in which addresses and citations are blanked out."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the desk's table."""

    code: str
    find: Find
    fields: tuple[str, ...] = ()
    """The fields of a record that it reads, where it must know the record; else it reads all."""


def swap(pattern: str, right: str | Callable[[re.Match[str]], str | None] | None = None) -> Find:
    """Make a search for a pattern; `right` is what belongs there, None where nobody can tell."""
    compiled = re.compile(pattern)

    def find(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - not all rules ask
        return [
            Hit(each.start(), each.end(), right(each) if callable(right) else right)
            for each in compiled.finditer(text)
        ]

    return find
