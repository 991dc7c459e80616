"""What is wrong with the content, and where: a problem a line, all of them together."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Where in a file something stands: ('sources', 0, 'publisher')."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake of an editor.

    `line` and `column` count from 1, in characters; `where` is the field as an editor writes it.
    """

    file: str
    line: int
    column: int
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: error: {self.where}: {self.message}"


class ContentRefused(Exception):  # noqa: N818 - it says what the content is
    """The content has problems; nothing may be built from it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def field_name(path: Path) -> str:
    """Write a path as an editor reads it: ('sources', 0, 'publisher') is sources[0].publisher."""
    name = ""
    for step in path:
        if isinstance(step, int):
            name += f"[{step}]"
        else:
            word = _one_line(step) or "''"
            name += f".{word}" if name else word
    return name or "file"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Find the known word that an editor most likely meant; capitals and spaces do not count."""
    by_sight = {_sight(each): each for each in known}
    near = difflib.get_close_matches(_sight(word), list(by_sight), n=1, cutoff=0.6)
    return by_sight[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the nearest known word, as the end of a message; empty where none is near."""
    near = nearest(word, known)
    return f"; did you mean '{near}'?" if near else ""


def shown(value: object) -> str:
    """Quote what an editor typed, on one line and short enough to read."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "a list"
    return f"'{_one_line(str(value))}'"


def found(value: object) -> str:
    """Begin a message with what an editor typed."""
    return "is empty" if value is None else f"{shown(value)} found"


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:57]}…" if len(line) > 60 else line


def _sight(word: str) -> str:
    return word[:60].casefold().replace(" ", "_")
