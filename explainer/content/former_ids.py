"""The ids that records had before (`was`): whose each was, and which cannot be anybody's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from explainer.content.model import ID
from explainer.content.reserved import RESERVED_ADDRESSES, id_refusal
from explainer.content.yaml_file import Document
from explainer.messages import Message, say
from explainer.messages.problems import Path, Problem

Known = Mapping[str, Mapping[str, str]]
"""Kind -> id -> the file that has it."""


class FormerId(NamedTuple):
    """An id that a record had before, and where that is said."""

    kind: str
    old: str
    now: str
    document: Document
    path: Path

    @property
    def place(self) -> str:
        """The file and line, for another message."""
        return f"{self.document.file}:{self.document.position(self.path).line}"


class FormerIds:
    """Gathers what records were called before."""

    def __init__(self) -> None:
        self._all: list[FormerId] = []
        self._now: dict[tuple[str, str], str] = {}

    def add(self, kind: str, now: str, document: Document, base: Path) -> None:
        """Note the former ids of a record as typed; what is no id is for the model to refuse."""
        typed = document.value((*base, "was"))
        for index, old in enumerate(typed if isinstance(typed, list) else ()):
            if isinstance(old, str) and ID.fullmatch(old):
                self._all.append(FormerId(kind, old, now, document, (*base, "was", index)))
                self._now.setdefault((kind, old), now)

    def now(self, kind: str, old: str) -> str | None:
        """Tell what is called now what had an id before; None where nothing had it."""
        return self._now.get((kind, old))

    def of(self, kind: str) -> set[str]:
        """List the former ids of records of a kind."""
        return {old for each, old in self._now if each == kind}

    def problems(self, known: Known) -> Iterator[Problem]:
        """Say which cannot lead to their record, and why."""
        first: dict[tuple[str, str], FormerId] = {}
        for each in self._all:
            before = first.setdefault((each.kind, each.old), each)
            if fault := _fault(each, before, known.get(each.kind, {})):
                yield each.document.problem(each.path, fault)


def _fault(each: FormerId, first: FormerId, known: Mapping[str, str]) -> Message | None:
    if each.old == each.now:
        return say("E510.own", id=each.old)
    if each.old in known:
        return say("E510.exists", id=each.old, file=known[each.old], now=each.now)
    if first is not each:
        which = "E510.again" if first.now == each.now else "E510.two"
        return say(which, id=each.old, now=first.now, place=first.place)
    if each.kind == "section" and each.old in RESERVED_ADDRESSES:
        return say("E510.reserved", id=each.old)
    return id_refusal(each.kind, each.old) and say("E510.reserved", id=each.old)


def renamed(kind: str, old: str, now: str) -> Message:
    """Say what a record is called now, to who names it as it was called before."""
    return say("E501.was", kind=say(kind), id=old, right=now)
