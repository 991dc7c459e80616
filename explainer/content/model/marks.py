"""What a field of the model means beyond its type: marks that stand in its annotation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a field is for. Every field has one; all that editors are told of it comes from here."""

    label: str
    """What a form or a question calls it."""
    help: str
    """What belongs in it, in a line."""
    en: str
    """The same in English."""
    sample: str
    """What an editor may type after its name."""
    one: str = ""
    """What one item of a list is called; empty where it is chosen from records."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The text is the id of a record of this kind: actor, event, figure, place and so on."""

    kind: str


@dataclass(frozen=True, slots=True)
class ProseMark:
    """The text is prose; `block` prose may hold paragraphs and lists, a narrative subheads too."""

    block: bool = False
    subheads: bool = False


@dataclass(frozen=True, slots=True)
class CopyMark:
    """The text is ours to edit, but no Markdown: a title, a name, a question."""


@dataclass(frozen=True, slots=True)
class AddressMark:
    """The text is the address of a page on the web."""


Mark = Ref | ProseMark | CopyMark | AddressMark


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """The value is one of these codes, each with its Arabic word."""

    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a typed text must look like: the name of its words in `messages`, and a pattern.

    The pattern is as exact as a form in a browser can be; what lies beyond is for `check`.
    """

    words: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Either:
    """The value may be typed in two ways."""

    ways: Literal["one or many", "one or pair", "name or whole"]
