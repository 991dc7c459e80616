"""Characters that nobody sees in a text: which are taken out, which are damage, where they were.

What paste brings (direction marks, marks of no width, a byte order mark, line ends of old programs)
means nothing, so that a file is read without it and the rest is checked in the same run; each is
still refused, and `check --fix` writes the file as it was read. What may hide a loss stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from explainer.messages import Message, say

HOLE = "\ufffd"
"""Stands for a character that cannot be read, so that the rest can be; typed, it is damage."""
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
WIDTHLESS = "\u00ad\u034f\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\ufe00-\ufe0d\ufeff"
BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""Line breaks of programs that set pages; YAML has another."""
UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f\u115f\u1160\u17b4\u17b5\u2800\u3164\ud800-\uf8ff"
    "\ufdd0-\ufdef\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    f"\U000e0000-\U0010ffff{BREAKS}{WIDTHLESS}"
)
"""What has no sign of its own, what means something to one program only, and what is no text."""
_BESIDE = "\\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\ufe0f\u2600-\u27bf\U0001f000-\U0001faff"
"""What a joiner may stand between: letters with their marks, and pictures."""
_LONE_JOINER = f"[\u200c\u200d](?![{_BESIDE}])|[\u200c\u200d](?<![{_BESIDE}].)"
FORBIDDEN = re.compile(rf"[{UNSEEN}{BIDI}{HOLE}]|\r(?!\n)|{_LONE_JOINER}")
_MEANINGLESS = rf"[{BIDI}{WIDTHLESS}]|{_LONE_JOINER}"
"""What can be taken out of a line, and nothing is lost."""
_DOUBLED = re.compile(r"\r\r+\n")
"""What is left where a line end was made for Windows twice."""
_TAKEN = re.compile(rf"{_MEANINGLESS}| ?[{BREAKS}] ?")


class Unseen(NamedTuple):
    """One character that nobody sees, at a place as typed; `mendable` where its loss is none."""

    line: int
    column: int
    message: Message
    mendable: bool


@dataclass(slots=True)
class ReadableText:
    """A text as it can be read, and what was taken out of it or changed for that.

    `mended` is what may be written: of the same length as `text`, with the damage as it was typed.
    """

    text: str
    mended: str
    found: list[Unseen] = field(default_factory=list)
    columns: dict[int, list[int]] = field(default_factory=dict)
    """Of each line that was changed: for every sign of it, and its end, the column as typed."""

    def column(self, line: int, column: int) -> int:
        """Give the column, counted from 1, at which a sign of a line was typed."""
        typed = self.columns.get(line)
        if not typed:
            return column
        return typed[column - 1] if column <= len(typed) else typed[-1] + column - len(typed)


def readable(typed: str) -> ReadableText:
    """Take out of a text what nobody sees; most have nothing of the kind."""
    if not FORBIDDEN.search(typed):
        return ReadableText(typed, typed)
    is_old = "\n" not in typed and "\r" in typed
    read = ReadableText("", "")
    if doubled := _DOUBLED.search(typed):
        line = typed.count("\n", 0, doubled.start()) + 1
        column = doubled.start() - typed.rfind("\n", 0, doubled.start())
        read.found.append(Unseen(line, column, say("E104.doubled"), mendable=True))
        typed = _DOUBLED.sub("\r\n", typed)
    lines = typed.split("\r" if is_old else "\n")
    if is_old:
        read.found.append(Unseen(1, len(lines[0]) + 1, say("E104.returns"), mendable=True))
    cleaned = [_line(read, number, line) for number, line in enumerate(lines, 1)]
    read.mended = "\n".join(cleaned)
    read.text = FORBIDDEN.sub(HOLE, read.mended)
    return read


def _line(read: ReadableText, number: int, line: str) -> str:
    """Take out of a line what means nothing; notes the first of what nobody sees in it."""
    ending = "\r" if line.endswith("\r") else ""
    body = line.removesuffix("\r")
    if not FORBIDDEN.search(body):
        return line
    read.found += _of_line(number, body)
    kept = list(_kept(body))
    read.columns[number] = [column for _, column in kept] + [len(body) + 1]
    return "".join(sign for sign, _ in kept) + ending


def _of_line(number: int, body: str) -> Iterator[Unseen]:
    """Note the first character of a line that may be taken out, and the first that may not."""
    marks = [(each.start(), each[0]) for each in FORBIDDEN.finditer(body)]
    if number == 1 and marks and marks[0] == (0, "\ufeff"):
        yield Unseen(1, 1, say("E102"), mendable=True)
        marks = marks[1:]
    for mendable in (True, False):
        alike = [each for each in marks if bool(_TAKEN.match(body, each[0])) == mendable]
        if alike:
            more = say("more", number=len(alike) - 1) if len(alike) > 1 else ""
            at, sign = alike[0]
            yield Unseen(number, at + 1, unseen_words(sign, more), mendable)


def _kept(body: str) -> Iterator[tuple[str, int]]:
    """Yield what stays of a line, a sign and its column as typed; a break becomes a space."""
    at = 0
    for each in _TAKEN.finditer(body):
        yield from ((body[index], index + 1) for index in range(at, each.start()))
        if re.search(f"[{BREAKS}]", each[0]):
            yield " ", each.start() + 1
        at = each.end()
    yield from ((body[index], index + 1) for index in range(at, len(body)))


def is_meaningless(sign: str) -> bool:
    """Tell whether a character can be taken out, and nothing is lost."""
    return bool(re.fullmatch(_MEANINGLESS, sign))


def unseen_words(sign: str, more: Message | str = "") -> Message:
    """Say in an editor's words what a character is that nobody sees."""
    if sign == HOLE:
        name = "E106"
    elif re.match(f"[{BIDI}]", sign):
        name = "E105"
    elif sign == "\r" or sign in BREAKS:
        name = "E104.break"
    else:
        name = "E104" if is_meaningless(sign) else "E104.control"
    return say(name, what=f"U+{ord(sign):04X}", more=more)


def as_seen(text: str) -> str:
    """Show each character that nobody sees by its number."""
    return FORBIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
