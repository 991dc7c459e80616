"""What differs between two texts of a record, in words: what was, and what is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

from explainer.arabic import amounts
from explainer.arabic.amounts import Amount
from explainer.arabic.units import unit
from explainer.content.model import ProseMark, Record, RecordField, Value, record_fields
from explainer.site.versions.told_texts import MODELS, ToldText
from explainer.site.views.wording import Wording

LONGEST_SHOWN = 600
"""Letters of what was, and of what is; who wants more has both texts."""

NOT_COMPARED = frozenset({"record", "changes", "part"})
"""The record's kind and id, the reasons that are told beside, and what is told with the date."""

ALIKE: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "claims": (("text",), ("said_by", "act"), ("said_by",)),
    "sources": (("url",), ("publisher", "title"), ("publisher", "date")),
    "figures": (("title", "as_of", "for", "said_by"), ("title", "for", "said_by")),
    "values": (("as_of", "for", "said_by"), ("for", "said_by")),
}
"""By which fields an item of a list is known again after one of its others has changed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was; `was` is empty for what is new, `now` for what is gone."""

    label: str
    was: str = ""
    now: str = ""


ORDER_ALONE = Difference("الترتيب", now="تغيّر ترتيب بعض ما فيه")
"""Where two texts tell the same in another order."""


def differences(old: ToldText, new: ToldText, words: Wording) -> list[Difference]:
    """Tell all that differs between two texts of a record, but for what changes.yml tells."""
    model = MODELS[str(new["record"]).split("/")[0]]
    found = list(_Comparing(words, str(new.get("unit", ""))).records(model, old, new))
    apart = {"changes": (), "record": ""}
    is_told_elsewhere = {**old, **apart} == {**new, **apart}
    return found or ([] if is_told_elsewhere else [ORDER_ALONE])


class _Comparing:
    def __init__(self, words: Wording, unit_of_record: str) -> None:
        self._words = words
        self._unit = unit_of_record

    def records(
        self, model: type[Record], old: ToldText, new: ToldText, within: str = ""
    ) -> Iterator[Difference]:
        """Compare two records field by field, in the model's order."""
        fields = record_fields(model)
        for name in [*fields, *(n for n in (*old, *new) if n not in fields)]:
            was, now = _whole(name, old), _whole(name, new)
            if was != now and name not in NOT_COMPARED:
                label = fields[name].meaning.label if name in fields else name
                for each in self._field(name, fields.get(name), was, now):
                    told = f"{label}، {each.label}" if each.label else label
                    yield replace(each, label=f"{within}: {told}" if within else told)

    def _field(
        self, name: str, field: RecordField | None, was: Any, now: Any
    ) -> Iterator[Difference]:
        if isinstance(was or now, list):
            yield from self._lists(name, field, was or [], now or [])
        elif isinstance(was, Mapping) and isinstance(now, Mapping) and field and field.record:
            yield from self.records(field.record, was, now)
        elif field and isinstance(field.mark, ProseMark):
            yield _prose(self._words.plain(was), self._words.plain(now))
        else:
            yield Difference("", self._said(name, field, was), self._said(name, field, now))

    def _said(self, name: str, field: RecordField | None, value: Any) -> str:
        """Word one value."""
        if isinstance(value, tuple):
            return self._date(*value)
        if isinstance(value, Mapping):
            return self._line(name, value)
        if value and field and field.shape and field.shape.words == "a-date":
            return self._date(value)
        own = self._words.library.kinds if name == "kind" else field.choices if field else {}
        return str(own.get(value, value)) if value else ""

    def _date(self, text: str | None, part: Any = None) -> str:
        return self._words.label(text, part) if text else ""

    # Lists

    def _lists(
        self, name: str, field: RecordField | None, was: Sequence[Any], now: Sequence[Any]
    ) -> Iterator[Difference]:
        old = [each for each in was if each not in now]
        new = [each for each in now if each not in was]
        if name in ALIKE and all(isinstance(each, Mapping) for each in (*old, *new)):
            for one, other in _pairs(ALIKE[name], old, new):
                yield from self._changed_item(name, field, one, other)
        for each in old:
            yield Difference("", was=self._said(name, None, each))
        for each in new:
            yield Difference("", now=self._said(name, None, each))

    def _changed_item(
        self, name: str, field: RecordField | None, was: ToldText, now: ToldText
    ) -> Iterator[Difference]:
        same = {field: value for field, value in now.items() if was.get(field) == value}
        within = self._line(name, same)
        model = field.record if field else None
        if name in ("figures", "values"):
            model = Value
            lines = self._line(name, was), self._line(name, now)
            if lines[0] != lines[1]:
                yield Difference("", *lines)
            rest = {"low", "best", "high", "qualifier", "said_by", "as_of", "for"}
            was, now = ({k: v for k, v in each.items() if k not in rest} for each in (was, now))
        if model:
            yield from self.records(model, was, now, within)

    def _line(self, name: str, item: ToldText) -> str:
        """Tell an item of a list in a line."""
        match name:
            case "claims":
                pieces = [_quoted(self._words.plain(item.get("text"))), self._speakers(item)]
            case "sources":
                named = item.get("publisher", ""), item.get("title", "")
                pieces = [*named, self._date(item.get("date"))]
            case "figures" | "values":
                number = number_words(item, self._words, self._unit)
                pieces = [number, self._speakers(item), self._date(item.get("as_of"))]
            case _:
                pieces = list(map(str, item.values()))
        return "، ".join(each for each in pieces if each)

    def _speakers(self, item: ToldText) -> str:
        return " و".join(item.get("said_by", ()))


def _quoted(text: str) -> str:
    return f"“{text}”" if text else ""


def _whole(name: str, text: ToldText) -> Any:
    """Give a field's value; of a date, the part that is meant too."""
    if name == "date" and name in text:
        return text["date"], text.get("part")
    return text.get(name)


def number_words(item: ToldText, words: Wording, unit_of_record: str) -> str:
    """Word a number with its unit, after what it is a number of where that is told."""
    low, best, high = (Decimal(item[n]) if n in item else None for n in ("low", "best", "high"))
    if low is best is high is None:
        return str(item.get("title", ""))
    amount = Amount(low, best, high, item.get("qualifier"))
    measured = unit(item.get("unit", unit_of_record), words.library.nouns)
    said = amounts.worded(amount, measured, words.style)
    return f"{item['title']}: {said}" if "title" in item else said


def _pairs(
    alike: Sequence[tuple[str, ...]], old: list[ToldText], new: list[ToldText]
) -> Iterator[tuple[ToldText, ToldText]]:
    """Take out of both lists what is one thing in two states."""
    for names in alike:
        for one in list(old):
            own = [one.get(name) for name in names]
            other = next((each for each in new if [each.get(n) for n in names] == own), None)
            if other is not None and any(own):
                old.remove(one)
                new.remove(other)
                yield one, other


def _prose(was: str, now: str) -> Difference:
    """Give the sentences that are not the same."""
    old, new = _sentences(was), _sentences(now)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    gone = [" ".join(old[a:b]) for tag, a, b, _, _ in blocks if tag != "equal" and b > a]
    came = [" ".join(new[c:d]) for tag, _, _, c, d in blocks if tag != "equal" and d > c]
    return Difference("", _shortly(" … ".join(gone)), _shortly(" … ".join(came)))


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.؟!])\s+", text) if text else []


def _shortly(text: str, most: int = LONGEST_SHOWN) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"
