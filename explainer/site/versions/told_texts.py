"""What a record tells its readers, as plain data: names in the place of ids, nothing of the page.

A version's hash is made of this and nothing else, so that no template and no word of the program
makes a new version, and the same content has the same hash anywhere.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, cached_property
from typing import Any, NamedTuple

from explainer.content import evidence
from explainer.content.library import Library
from explainer.content.model import (
    Claim,
    Event,
    Figure,
    Mark,
    ProseMark,
    Record,
    Ref,
    Section,
    Source,
    Value,
    record_fields,
)
from explainer.content.prose_links import without
from explainer.dates import Date

ToldText = Mapping[str, Any]
"""What a record tells: the model's fields in plain data, without those that are empty."""

HASH_LETTERS = 12
"""Of a version's address: two of 100,000 texts have one hash once in 56,000 sites."""

NOT_TOLD: Mapping[type[Record], frozenset[str]] = {
    Event: frozenset({
        "publish", "publish_at", "review_by", "added", "importance", "sections", "related",
        "figures", "image", "was",
    }),
    Claim: frozenset({"id", "answers"}),
    Source: frozenset({"id"}),
    Figure: frozenset({"section", "was"}),
    Value: frozenset({"event"}),
    Section: frozenset({"order", "image", "was"}),
}  # fmt: skip
"""Fields that are no statement of the record: what editors need, where it stands, its neighbours.
A field that is new in the model is told."""

CHANGED: Mapping[str, str] = {"event": "event", "figure": "figure", "page": "section"}
"""What an entry of changes.yml may name, and the kind of record that it is."""

MODELS: Mapping[str, type[Record]] = {"event": Event, "figure": Figure, "section": Section}
"""The kinds of records whose texts are kept."""


class RecordKey(NamedTuple):
    """A record's kind and id."""

    kind: str
    id: str

    def __str__(self) -> str:
        """Write it as files name it: 'event/2024-06-19-treaty'."""
        return f"{self.kind}/{self.id}"


def version_hash(text: ToldText) -> str:
    """Give the hash that names a text."""
    written = json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:HASH_LETTERS]


@cache
def _told_fields(model: type[Record]) -> tuple[tuple[str, str, Mark | None], ...]:
    """List a model's fields that are told: attribute, name as typed, mark."""
    fields, left_out = record_fields(model), NOT_TOLD.get(model, frozenset())
    named = ((attribute, info.alias or attribute) for attribute, info in model.model_fields.items())
    return tuple((a, name, fields[name].mark) for a, name in named if name not in left_out)


class ToldTexts:
    """What those records of one library tell that readers can cite; each when it is asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._names: Mapping[str, Mapping[str, Any]] = {
            "actor": library.actors, "place": library.places, "publisher": library.publishers,
        }  # fmt: skip

    @cached_property
    def keys(self) -> Mapping[RecordKey, Record]:
        """The records that are told, in the library's order; nothing that is hidden."""
        kinds = (
            ("event", self._library.live),
            ("figure", self._library.figures),
            ("section", self._library.sections),
        )
        return {RecordKey(kind, i): each for kind, records in kinds for i, each in records.items()}

    def text(self, key: RecordKey) -> ToldText:
        """Tell a record. Raises KeyError for one that readers cannot see."""
        if key not in self._texts:
            record = self.keys[key]
            told = (
                self._of_event(key.id, record)
                if isinstance(record, Event)
                else self._record(record)
            )
            changes = {"changes": self._changes[key]} if key in self._changes else {}
            self._texts[key] = {"record": str(key), **told, **changes}
        return self._texts[key]

    @cached_property
    def _texts(self) -> dict[RecordKey, ToldText]:
        return {}

    @cached_property
    def _changes(self) -> dict[RecordKey, list[ToldText]]:
        """What changes.yml tells of each record."""
        found: dict[RecordKey, list[ToldText]] = {}
        for change in self._library.changes:
            told = {n: v for n, v in self._record(change).items() if n not in CHANGED}
            for kind in CHANGED:
                if named := getattr(change, kind):
                    found.setdefault(RecordKey(CHANGED[kind], named), []).append(told)
        return found

    def _of_event(self, event_id: str, event: Event) -> ToldText:
        """Tell an event, with the sources of its claims and the numbers that are from it."""
        numbers = [
            {"title": figure.title, "unit": figure.unit, **self._record(value, {"sources"})}
            for figure, value in self._values.get(event_id, ())
        ]
        claims = [
            {**self._record(claim, {"sources"}), **self._bearing(event, claim)}
            for claim in event.claims
        ]
        told = {
            "sources": [self._record(source) for source in evidence.all_sources(event)],
            "claims": claims,
            "figures": numbers,
        }
        own = self._record(event, {"sources", "claims"})
        return {**own, **{name: value for name, value in told.items() if value}}

    @cached_property
    def _values(self) -> dict[str | None, list[tuple[Figure, Value]]]:
        """The values of all figures, by the event that each is from."""
        found: dict[str | None, list[tuple[Figure, Value]]] = {}
        for figure in self._library.figures.values():
            for value in figure.values:
                found.setdefault(value.event, []).append((figure, value))
        return found

    def _bearing(self, event: Event, claim: Claim) -> ToldText:
        """Name those whose texts bear a claim, where it names any."""
        found = event.sources_of(claim) if claim.sources else ()
        names = [self._named("publisher", source.publisher) for source in found]
        return {"sources": names} if names else {}

    def _record(self, record: Record, left_out: set[str] | None = None) -> ToldText:
        told = {}
        for attribute, name, mark in _told_fields(type(record)):
            value = getattr(record, attribute)
            if (value or isinstance(value, Decimal)) and not (left_out and name in left_out):
                told[name] = self._value(value, mark)
        return told

    def _value(self, value: Any, mark: Mark | None) -> Any:
        if isinstance(value, str):
            return self._text(value, mark)
        if isinstance(value, Date):
            return value.text
        if isinstance(value, tuple):
            return [self._value(each, mark) for each in value]
        return self._record(value) if isinstance(value, Record) else str(value)

    def _text(self, text: str, mark: Mark | None) -> str:
        if isinstance(mark, Ref):
            return self._named(mark.kind, text)
        return without(text, self._library.unpublished) if isinstance(mark, ProseMark) else text

    def _named(self, kind: str, record_id: str) -> str:
        """Name a record as readers know it; by its id where it has no name."""
        record = self._names.get(kind, {}).get(record_id)
        return str(record.name.ar) if record else record_id
