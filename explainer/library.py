"""The content folder read whole: every record typed, every reference resolved, or all problems."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from explainer import clock, source
from explainer.model import (
    ID,
    Actor,
    Change,
    Event,
    Figure,
    Place,
    ProseMark,
    Publisher,
    Record,
    Ref,
    Section,
    Site,
    Term,
    marked_texts,
)
from explainer.problems import ContentRefused, Path, Problem, did_you_mean, shown
from explainer.prose import citations, links
from explainer.refusals import refusals
from explainer.source import Document

R = TypeVar("R", bound=Record)

REGISTRIES: Mapping[str, tuple[str, type[Record]]] = {
    "actors.yml": ("actor", Actor),
    "places.yml": ("place", Place),
    "publishers.yml": ("publisher", Publisher),
    "figures.yml": ("figure", Figure),
    "glossary.yml": ("term", Term),
}
"""A file with many records by id, the kind of record, and its model."""

RESERVED = frozenset(
    {
        "about", "actors", "assets", "changes", "data", "disputed", "events", "figures",
        "glossary", "guide", "method", "places", "search", "sources", "timeline",
    }
)  # fmt: skip
"""Addresses that pages of every explainer have; a section cannot have them too."""

EXPECTED = "site.yml, sections/ID.yml, events/YEAR/ID.yml, changes.yml, " + ", ".join(REGISTRIES)


@dataclass(frozen=True)
class Library:
    """All of the content. `events` holds the live and the withdrawn ones, oldest first."""

    site: Site
    sections: Mapping[str, Section]
    events: Mapping[str, Event]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    publishers: Mapping[str, Publisher]
    figures: Mapping[str, Figure]
    glossary: Mapping[str, Term]
    changes: tuple[Change, ...]
    unpublished: frozenset[str] = frozenset()
    """Ids of events that are drafts or not yet due; nothing of them may reach a page."""

    @cached_property
    def live(self) -> Mapping[str, Event]:
        """The events that are listed, oldest first."""
        return {i: event for i, event in self.events.items() if event.publish == "live"}

    def events_by(self, name: str) -> Mapping[str, list[str]]:
        """Index live events by one of their fields: sections, actors, places, figures."""
        return self._indexes[name]

    @cached_property
    def _indexes(self) -> dict[str, Mapping[str, list[str]]]:
        names = ("sections", "actors", "places", "figures")
        indexes: dict[str, defaultdict[str, list[str]]] = {n: defaultdict(list) for n in names}
        for event_id, event in self.live.items():
            for name in names:
                for target in dict.fromkeys(getattr(event, name)):
                    indexes[name][target].append(event_id)
        return {name: dict(index) for name, index in indexes.items()}

    @cached_property
    def reverse_related(self) -> Mapping[str, list[tuple[str, str]]]:
        """For each event, the (event, relation) that point to it."""
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for event_id, event in self.live.items():
            for related in event.related:
                found[related.event].append((event_id, related.as_))
        return dict(found)


def load(folder: FilePath, now: datetime | None = None) -> Library:
    """Read a content folder.

    Raises ContentRefused with every problem of every file. `now` decides what is due; it is the
    clock's where not given.
    """
    reader = _Reader(folder)
    reader.read_all()
    reader.resolve()
    if reader.problems:
        raise ContentRefused(reader.problems)
    return reader.library(now or clock.now())


@dataclass
class _Reader:
    """Reads the files one by one; keeps what is known of each kind, and what is wrong."""

    folder: FilePath
    problems: list[Problem] = field(default_factory=list)
    records: dict[str, dict[str, Record]] = field(default_factory=lambda: defaultdict(dict))
    known: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """Every id met, sound or not, with its file: a reference to a broken record is no second error."""
    blind: set[str] = field(default_factory=set)
    """Kinds of which a file could not be read: references to them are not judged."""
    origins: list[tuple[Document, Path, Record]] = field(default_factory=list)
    site: Site | None = None
    changes: tuple[Change, ...] = ()

    def read_all(self) -> None:
        if not self.folder.is_dir():
            self._file_problem(self.folder, "is not a folder; expected one with site.yml in it")
            return
        for path in _walk(self.folder):
            self._read(path)
        if not (self.folder / "site.yml").exists():
            self._file_problem(
                self.folder / "site.yml", "is missing; expected title, standfirst, as_of"
            )

    def _read(self, path: FilePath) -> None:
        relative = path.relative_to(self.folder)
        kind = _kind(relative)
        if kind is None:
            hint = did_you_mean(relative.name, ["site.yml", "changes.yml", *REGISTRIES])
            self._file_problem(path, f"does not belong here; expected {EXPECTED}{hint}")
            return
        document = source.read(path, display(path))
        self.problems.extend(document.problems)
        if not document.readable:
            self._unread(kind, path)
        elif kind == "site":
            self.site = self._model(document, (), Site, document.data)
        elif kind == "change":
            self._changes(document)
        elif kind in ("event", "section"):
            self._one(kind, path, document)
        else:
            self._many(kind, document, REGISTRIES[relative.name][1])

    def _unread(self, kind: str, path: FilePath) -> None:
        if kind in ("event", "section"):
            self.known[kind][path.stem] = display(path)
        else:
            self.blind.add(kind)

    def _one(self, kind: str, path: FilePath, document: Document) -> None:
        """A file that is one record; its name is the id."""
        record_id = path.stem
        if not ID.fullmatch(record_id):
            message = f"file name {shown(path.name)} found; expected an id of small Latin letters, digits and hyphens, such as 2024-06-19-treaty.yml"
            self.problems.append(document.problem((), message))
        if kind == "section" and record_id in RESERVED:
            message = (
                f"the address /{record_id}/ is another page's; expected another file name, "
                f"such as {record_id}-ties.yml"
            )
            self.problems.append(document.problem((), message))
        if record_id in self.known[kind]:
            first = self.known[kind][record_id]
            message = f"duplicate id '{record_id}', first in {first}; expected another file name"
            self.problems.append(document.problem((), message))
            return
        self.known[kind][record_id] = document.file
        record = self._model(document, (), Event if kind == "event" else Section, document.data)
        if record:
            self.records[kind][record_id] = record

    def _many(self, kind: str, document: Document, model: type[Record]) -> None:
        """A file of records by id."""
        if not isinstance(document.data, dict):
            message = f"{shown(document.data)} found; expected records by id, such as some-id: …"
            self.problems.append(document.problem((), message))
            self.blind.add(kind)
            return
        for record_id, data in document.data.items():
            self.known[kind][record_id] = document.file
            if not ID.fullmatch(record_id):
                message = f"id {shown(record_id)} found; expected small Latin letters, digits and hyphens, such as kim-jong-un"
                self.problems.append(document.problem((record_id,), message, at_key=True))
            if record := self._model(document, (record_id,), model, data):
                self.records[kind][record_id] = record

    def _changes(self, document: Document) -> None:
        if not isinstance(document.data, list):
            message = f"{shown(document.data)} found; expected a list of changes, such as - date: 2026-01-31"
            self.problems.append(document.problem((), message))
            return
        found = [
            self._model(document, (index,), Change, data)
            for index, data in enumerate(document.data)
        ]
        self.changes = tuple(change for change in found if change)

    def _model(self, document: Document, base: Path, model: type[R], data: Any) -> R | None:
        if document.is_spoiled(base):
            return None
        try:
            record = model.model_validate(data)
        except ValidationError as error:
            self.problems.extend(refusals(error, model, document, base))
            return None
        self.origins.append((document, base, record))
        return record

    def resolve(self) -> None:
        """Check every reference of every record, and every citation and link in prose."""
        for document, base, record in self.origins:
            for path, mark, text in marked_texts(record, base):
                if isinstance(mark, Ref):
                    self._reference(document, path, mark.kind, text)
                else:
                    self._prose(document, path, mark, text)

    def _reference(self, document: Document, path: Path, kind: str, text: str) -> None:
        if kind in self.blind or text in self.known[kind] or document.is_spoiled(path):
            return
        hint = did_you_mean(text, self.known[kind])
        expected = hint or f"; expected the id of a known {kind}{_some(self.known[kind])}"
        self.problems.append(document.problem(path, f"there is no {kind} '{text}'{expected}"))

    def _prose(self, document: Document, path: Path, _mark: ProseMark, text: str) -> None:
        for event_id in citations(text):
            self._reference(document, path, "event", event_id)
        for address in links(text):
            if not re.match(r"(https?://|event:|/)", address):
                message = f"link to {shown(address)} found; expected a web address or an event, such as [text](https://example.org/) or [text](event:2024-06-19-treaty)"
                self.problems.append(document.problem(path, message))

    def _file_problem(self, path: FilePath, message: str) -> None:
        self.problems.append(Problem(display(path), 1, 1, "file", message))

    def library(self, now: datetime) -> Library:
        """Put the records together; called only where nothing is wrong."""
        events = cast(dict[str, Event], self.records["event"])
        ordered = dict(sorted(events.items(), key=lambda item: (item[1].when.sort_key, item[0])))
        due = {i: event for i, event in ordered.items() if _is_due(event, now)}
        sections = cast(dict[str, Section], self.records["section"])
        return Library(
            site=cast(Site, self.site),
            sections=dict(sorted(sections.items(), key=lambda item: (item[1].order, item[0]))),
            events=due,
            actors=cast(dict[str, Actor], self.records["actor"]),
            places=cast(dict[str, Place], self.records["place"]),
            publishers=cast(dict[str, Publisher], self.records["publisher"]),
            figures=cast(dict[str, Figure], self.records["figure"]),
            glossary=cast(dict[str, Term], self.records["term"]),
            changes=tuple(sorted(self.changes, key=lambda change: change.date.sort_key, reverse=True)),
            unpublished=frozenset(set(ordered) - set(due)),
        )


def _is_due(event: Event, now: datetime) -> bool:
    if event.publish == "draft":
        return False
    return event.publish_at is None or event.publish_at <= now


def _walk(folder: FilePath) -> Iterator[FilePath]:
    """List the files of a folder in one order everywhere; hidden and backup files are left alone."""
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        path = FilePath(entry.path)
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path)
        else:
            yield path


def _kind(relative: FilePath) -> str | None:
    """Tell what a file holds by where it lies."""
    parts = relative.parts
    if relative.suffix != ".yml":
        return None
    if len(parts) == 1:
        if parts[0] in REGISTRIES:
            return REGISTRIES[parts[0]][0]
        return {"site.yml": "site", "changes.yml": "change"}.get(parts[0])
    if parts[0] == "sections" and len(parts) == 2:
        return "section"
    return "event" if parts[0] == "events" and len(parts) <= 3 else None


def display(path: FilePath) -> str:
    """Write a path as an editor would type it from here."""
    try:
        return path.resolve(strict=False).parent.relative_to(FilePath.cwd()).joinpath(path.name).as_posix()
    except ValueError:
        return path.as_posix()


def _some(known: Iterable[str]) -> str:
    first = sorted(known)[:1]
    return f", such as {first[0]}" if first else ""


__all__ = ["Library", "display", "load"]
