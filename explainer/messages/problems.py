"""What is wrong with the content, and where: a problem a line, all of them together."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from explainer.messages import Message, MessageLanguage, say
from explainer.system.errors import REFUSED, ExplainerError

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
    message: Message
    is_warning: bool = False
    fix: Fix | None = field(default=None, compare=False)

    @property
    def code(self) -> str:
        """The stable name of this kind of problem, as docs/problems.md lists it."""
        return self.message.code

    @property
    def severity(self) -> str:
        """Tell what refuses the content from what only wants a look: error or warning."""
        return "warning" if self.is_warning else "error"

    def text(self, language: MessageLanguage = "en") -> str:
        """Write the problem on one line, its code at the end."""
        words = getattr(self.message, language)
        kind = self.severity if language == "en" else ("تنبيه" if self.is_warning else "خطأ")
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {kind}: {self.where}: {words} [{self.code}]"

    def __str__(self) -> str:
        return self.text()


@dataclass(frozen=True, order=True, slots=True)
class Fix:
    """A safe change of a file: the characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str
    reshapes: bool = False
    """Whether the file holds other than texts otherwise afterwards: a list where a text was."""


BY_READING = Fix(0, 0, "")
"""Nothing more is to be changed: the file was read as it was meant, and is written so."""


class ContentRefused(ExplainerError):  # noqa: N818 - it says what the content is
    """The content has problems; nothing may be built from it."""

    exit_code = REFUSED

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
    by_sight = {_as_seen(each): each for each in known}
    near = difflib.get_close_matches(_as_seen(word), list(by_sight), n=1, cutoff=0.6)
    return by_sight[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> Message | str:
    """Suggest the nearest known word, as the end of a message; empty where none is near."""
    near = nearest(word, known)
    return say("mean", word=near) if near else ""


def shown(value: object) -> Message | str:
    """Quote what an editor typed, on one line and short enough to read."""
    if value is None:
        return say("nothing")
    if isinstance(value, dict):
        return say("group")
    if isinstance(value, Sequence) and not isinstance(value, str):
        return say("list")
    return quoted(str(value))


def quoted(text: str) -> str:
    """Quote a text, on one line and short enough to read."""
    return f"'{_one_line(text)}'"


def found(value: object) -> Message:
    """Begin a message with what an editor typed."""
    return say("empty") if value is None else say("found", what=shown(value))


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:57]}…" if len(line) > 60 else line


def _as_seen(word: str) -> str:
    return word[:60].casefold().replace(" ", "_")
