"""The content folder read whole: every record typed, every reference resolved, or all problems."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, NamedTuple, TypeVar, cast

from pydantic import ValidationError

from explainer.arabic import counts, vocabulary
from explainer.content import guard, record_rules, yaml_file
from explainer.content.cut_texts import cut_text, is_taken_for_nothing
from explainer.content.denials import Denials
from explainer.content.former_ids import FormerIds, renamed
from explainer.content.glyphs import is_to_read_closely, letter_problems
from explainer.content.inner_links import (
    Anchors,
    inner_link_fault,
    is_inner,
    own_page,
    page_anchors,
)
from explainer.content.meant_values import meant_choice
from explainer.content.media_files import MEDIA_FOLDER, MediaFile, read_media, unused
from explainer.content.missing_records import MissingRecords
from explainer.content.model import (
    ID,
    IS_MEDIA_NAME,
    Actor,
    AddressMark,
    Change,
    Event,
    Figure,
    Mark,
    Noun,
    Place,
    ProseMark,
    Publisher,
    Record,
    Ref,
    Section,
    Site,
    Term,
    Value,
    as_id,
    free_texts,
    marked_texts,
)
from explainer.content.named_by_mistake import certain_ids, no_id_words
from explainer.content.prose_links import (
    HEADING_MARK,
    STRAY_MARK,
    WEB_LINK,
    TypedLink,
    citations,
    heading_title,
    links,
)
from explainer.content.record_names import Names
from explainer.content.refusals import example, no_choice, refusals
from explainer.content.reserved import RESERVED_ADDRESSES, id_refusal
from explainer.content.sides import Sides
from explainer.content.static_files import STATIC_FOLDER, read_static
from explainer.content.web_addresses import refusing_fault
from explainer.content.yaml_file import Document
from explainer.messages import Message, say
from explainer.messages.problems import (
    ContentRefused,
    Fix,
    Path,
    Problem,
    did_you_mean,
    found,
    nearest,
    quoted,
)
from explainer.system import clock

R = TypeVar("R", bound=Record)

REGISTRIES: Mapping[str, tuple[str, type[Record]]] = {
    "actors.yml": ("actor", Actor),
    "places.yml": ("place", Place),
    "publishers.yml": ("publisher", Publisher),
    "figures.yml": ("figure", Figure),
    "glossary.yml": ("term", Term),
    "nouns.yml": ("noun", Noun),
}
"""A file with many records by id, the kind of record, and its model."""

REGISTRY_FILES = {kind: name for name, (kind, _) in REGISTRIES.items()}

NAMED_KINDS = ("actor", "place", "publisher")
"""Kinds whose names are no words of ours: they are not counted as copied from a source."""

SINGLE = ("site.yml", "changes.yml", *REGISTRIES)
EXPECTED = "sections/ID.yml, events/YEAR/ID.yml, " + ", ".join(SINGLE)

ENDINGS = {".yaml", ".yml", ".txt"}
"""Endings that a file of content is given by mistake."""

_ARABIC_WORDS = re.compile(r"[\u0621-\u063a\u0641-\u0652]+( [\u0621-\u063a\u0641-\u0652]+)*")
"""A noun in Arabic letters, or several words with one space between them."""

EVENT_LINK = re.compile(r"event:\S+")
BROKEN_CITATION = re.compile(r"\[@(?![a-z0-9-]+\])[^\]\n]*\]?|\[[^\[\]\n]*\]\(\s*\)")


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
    nouns: Mapping[str, counts.CountedNoun] = field(default_factory=dict)
    """The counted nouns of this explainer's own, by their singular."""
    unpublished: frozenset[str] = frozenset()
    """Ids of events that are drafts or not yet due; nothing of them may reach a page."""
    waiting: Mapping[str, Event] = field(default_factory=dict)
    """Of the events shown, those that readers will not see yet, as typed; only an editor may ask
    for them."""
    files: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(kind, id) of an event or section -> its file within the content folder."""
    static: Mapping[str, FilePath] = field(default_factory=dict)
    """Address within the site -> a file that is published as it is."""
    media: Mapping[str, MediaFile] = field(default_factory=dict)
    """Name -> a picture of content/media/."""

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The kinds of events with their words: those of every explainer, and those of this one."""
        return {**vocabulary.KIND, **self.site.kinds}

    @cached_property
    def sides(self) -> Sides:
        """Tell who is on whose side."""
        return Sides(self.actors, self.publishers, frozenset(self.site.parties))

    @cached_property
    def denials(self) -> Denials:
        """Tell what denies what, among the events that are listed."""
        return Denials(self.live, self.sides)

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


def load(folder: FilePath, now: datetime | None = None, *, drafts: bool = False) -> Library:
    """Read a content folder.

    Raises ContentRefused with every problem of every file. `now` decides what is due; it is the
    clock's where not given. `drafts` lets an editor see what is not due, among the rest.
    """
    examined = examine(folder, now, drafts=drafts)
    if examined.library is None:
        raise ContentRefused(examined.problems)
    return examined.library


class TypedText(NamedTuple):
    """A text of ours as an editor typed it: in which file, where, what, and in what record."""

    document: Document
    path: Path
    text: str
    record: Any
    """The data of the whole record, as typed."""
    mark: Mark


class TypedAddress(NamedTuple):
    """A web address as an editor typed it: in which file, in which text, from where in it on."""

    document: Document
    path: Path
    text: str
    start: int = 0


class RecordOrigin(NamedTuple):
    """Where a record stands: its kind and id, its file, and its path within that file."""

    kind: str
    id: str
    document: Document
    base: Path


@dataclass(frozen=True)
class Examined:
    """A content folder and all that was found in it. `library` is None where it has problems."""

    library: Library | None
    problems: list[Problem]
    texts: list[TypedText]
    addresses: list[TypedAddress]
    """Those of sources, and those that texts link to."""
    records: Mapping[str, Mapping[str, Record]]
    """Kind -> id -> record, of those that are sound."""
    origins: list[RecordOrigin]
    """Where the settings, each event, section and entry of a registry stand."""
    named: Mapping[str, set[str]]
    """Kind -> ids that some record names."""
    unsound: frozenset[str]
    """Kinds of which something is wrong in a file: what hangs on all of their records, or on the
    settings, is not to be judged."""
    site: Site | None
    """The settings, whatever is wrong elsewhere; None where site.yml itself is not sound."""
    kinds: Mapping[str, str]
    """The kinds of events with their words."""
    warnings: list[Problem]
    """What wants a look and refuses nothing."""
    documents: Mapping[str, Document] = field(default_factory=dict)
    """Every file in YAML as it was read, by the name that problems give it."""

    @cached_property
    def nouns(self) -> Mapping[str, counts.CountedNoun]:
        """The counted nouns of this explainer's own, by their singular."""
        return _inflected(self.records.get("noun", {}))


def examine(
    folder: FilePath,
    now: datetime | None = None,
    *,
    drafts: bool = False,
    instead: Mapping[str, str] | None = None,
) -> Examined:
    """Read a content folder and refuse nothing: what is wrong is in the `problems`.

    `instead` has texts that are read in the place of files, by the name that problems give these.
    """
    reader = _Reader(folder, instead or {})
    reader.read_all()
    reader.resolve()
    reader.weigh()
    library = None if reader.problems else reader.library(now or clock.now(), drafts=drafts)
    return Examined(
        library,
        sorted(set(reader.problems)),
        reader.texts,
        reader.addresses,
        reader.records,
        reader.stands(),
        reader.named,
        frozenset(reader.unsound | reader.blind),
        None if "site" in reader.unsound else reader.site,
        reader.kinds,
        sorted(set(reader.warnings)),
        reader.documents,
    )


@dataclass
class _Reader:
    """Reads the files one by one; keeps what is known of each kind, and what is wrong."""

    folder: FilePath
    instead: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    records: dict[str, dict[str, Record]] = field(default_factory=lambda: defaultdict(dict))
    known: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """Every id met, sound or not, with its file: who names a broken record makes no mistake."""
    meant: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Ids that records would have, were their files well named: not missed a second time."""
    met: set[str] = field(default_factory=set)
    """Kinds of which there is a file, however broken."""
    blind: set[str] = field(default_factory=set)
    """Kinds of which a file could not be read: references to them are not judged."""
    unsound: set[str] = field(default_factory=set)
    """Kinds of which something is wrong in a file, be it in one record."""
    origins: list[tuple[Document, Path, type[Record], Any]] = field(default_factory=list)
    texts: list[TypedText] = field(default_factory=list)
    addresses: list[TypedAddress] = field(default_factory=list)
    named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    kept: list[guard.Kept] = field(default_factory=list)
    static: Mapping[str, FilePath] = field(default_factory=dict)
    media: Mapping[str, MediaFile] = field(default_factory=dict)
    site: Site | None = None
    kinds: dict[str, str] = field(default_factory=lambda: dict(vocabulary.KIND))
    changes: tuple[Change, ...] = ()
    documents: dict[str, Document] = field(default_factory=dict)
    names: dict[str, Names] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.missing = MissingRecords(self.folder)
        self.former = FormerIds()
        shown = _shown_folder(self.folder).as_posix()
        self._before = () if shown == "." else (shown.rstrip("/"),)

    def read_all(self) -> None:
        if not _is_folder(self.folder):
            self._file_problem(self.folder, say("E110"))
            return
        for path, parts in self._walk(self.folder):
            self._read(path, parts)
        for each in self.stands():
            self.former.add(*each)
        self.problems.extend(self.former.problems(self.known))
        self._static()
        self._media()
        if not self.met & {"site", "unreadable folder"}:
            self._file_problem(self.folder / "site.yml", say("E111.site", sample=example(Site)))

    def _walk(self, folder: FilePath, *parts: str) -> Iterator[tuple[FilePath, tuple[str, ...]]]:
        """List the files in one order everywhere; hidden and backup files are left alone.

        With each come the parts of its path within the content folder.
        """
        try:
            entries = sorted(os.scandir(folder), key=lambda each: each.name)
        except OSError as error:
            self._file_problem(folder, yaml_file.not_opened(error))
            self.met.add("unreadable folder")
            self.blind |= {"event", "section"}
            return
        for entry in entries:
            if entry.name.startswith(".") or entry.name.endswith("~"):
                continue
            is_registry = not parts and entry.name in REGISTRIES  # be it a folder of that name
            if entry.is_dir(follow_symlinks=False) and not is_registry:
                if not parts and entry.name in (STATIC_FOLDER, MEDIA_FOLDER):
                    continue
                yield from self._walk(folder / entry.name, *parts, entry.name)
            else:
                yield folder / entry.name, (*parts, entry.name)

    def _static(self) -> None:
        """Look at the files that are published as they are."""
        folder = self.folder / STATIC_FOLDER
        if folder.is_dir() and not folder.is_symlink():
            found = read_static(folder, {*self.known["section"], *self.former.of("section")})
            self.static = found.files
            for path, message in found.problems:
                self._file_problem(path, message)

    def _media(self) -> None:
        """Look at the pictures."""
        folder = self.folder / MEDIA_FOLDER
        if folder.is_dir() and not folder.is_symlink():
            found = read_media(folder)
            self.media = found.files
            self.known["media"] = {name: name for name in found.files}
            self.meant["media"] = {path.name for path, _ in found.problems}
            for path, message in found.problems:
                self._file_problem(path, message)
            for path, message in found.warnings:
                self._file_warning(path, message)

    def _read(self, path: FilePath, parts: tuple[str, ...]) -> None:
        kind = _kind(parts)
        if kind is None:
            self._misplaced(path, FilePath(*parts))
            return
        self.met.add(kind)
        before = len(self.problems)
        if kind == "guard":
            self._guard(path, parts)
        else:
            self._records(kind, path, self._document(path, parts))
        if len(self.problems) > before:
            self.unsound.add(kind)

    def _document(self, path: FilePath, parts: tuple[str, ...]) -> Document:
        shown = self._shown_path(parts)
        text = self.instead.get(shown)
        read = yaml_file.read(path, shown) if text is None else yaml_file.read_text(text, shown)
        self.documents[shown] = read
        return read

    def _records(self, kind: str, path: FilePath, document: Document) -> None:
        self.problems.extend(document.problems)
        if kind in ("event", "section"):
            self._read_record(kind, path, document)
        elif not document.readable or document.is_spoiled(()):
            self.blind.add(kind)
        elif kind == "site":
            self._site(document)
        elif kind == "change":
            self._changes(document)
        else:
            self._read_registry(kind, document, REGISTRIES[path.name][1])

    def _site(self, document: Document) -> None:
        self.site = self._model(document, (), Site, document.data)
        own = document.data.get("kinds") if isinstance(document.data, dict) else None
        if isinstance(own, dict):
            self.kinds |= {code: str(word) for code, word in own.items()}
        elif document.is_spoiled(("kinds",)) or () in document.incomplete:
            self.blind.add("kind")

    def _guard(self, path: FilePath, parts: tuple[str, ...]) -> None:
        kept, document = guard.read(path, self._shown_path(parts))
        self.problems.extend(document.problems)
        if kept:
            self.kept.append(kept)

    def _misplaced(self, path: FilePath, relative: FilePath) -> None:
        """Refuse a file where none is expected; what it was meant to be is not missed elsewhere."""
        right = relative.with_name(relative.name.split(".")[0] + ".yml")
        near = nearest(right.stem, [name.removesuffix(".yml") for name in SINGLE])
        kind = _kind(right.parts) or (_kind((f"{near}.yml",)) if near else None)
        if kind in ("event", "section", None):
            self.meant["event"].add(path.stem)
            self.meant["section"].add(path.stem)
        else:
            self.met.add(kind)
            self.blind.add(kind)
        if path.is_symlink():
            message = yaml_file.IS_LINK
        elif _kind(right.parts) and path.suffix.lower() in ENDINGS:
            message = say("E113", ending=path.suffix, right=right.name)
        else:
            hint = say("mean", word=f"{near}.yml") if near else ""
            message = say("E112", expected=EXPECTED, hint=hint)
        self._file_problem(path, message)

    def _read_record(self, kind: str, path: FilePath, document: Document) -> None:
        """Read a file that is one record; its name is the id."""
        record_id = path.stem
        first = self.known[kind].setdefault(record_id, document.file)
        for message in self._name_problems(kind, path, None if first == document.file else first):
            self.problems.append(document.problem((), message))
        if document.readable:
            model = Event if kind == "event" else Section
            record = self._model(document, (), model, document.data)
            if record and first == document.file:
                self.records[kind][record_id] = record

    def _name_problems(self, kind: str, path: FilePath, first: str | None) -> Iterator[Message]:
        """Say what is wrong with a file's name; `first` is the file that has the id already."""
        record_id = path.stem
        if not ID.fullmatch(record_id):
            right = as_id(record_id) or "2024-06-19-treaty"
            self.meant[kind].add(right)
            yield say("E114", what=quoted(path.name), right=f"{right}.yml")
        elif refusal := id_refusal(kind, record_id):
            yield refusal
        if kind == "section" and record_id in RESERVED_ADDRESSES:
            yield say("E115", id=record_id)
        if first:
            yield say("E116", id=record_id, first=first)

    def _read_registry(self, kind: str, document: Document, model: type[Record]) -> None:
        """Read a file of records by id."""
        if not isinstance(document.data, dict):
            some = "سفينة" if kind == "noun" else "some-id"
            sample = f"{some}: {{{example(model)}}}"
            message = say("E118.records", found=found(document.data), sample=sample)
            self.problems.append(document.problem((), message))
            self.blind.add(kind)
            return
        for record_id, data in document.data.items():
            self.known[kind][record_id] = document.file
            wrong = self._id_problem(kind, record_id)
            if wrong:
                self.problems.append(document.problem((record_id,), wrong, at_key=True))
            record = self._model(document, (record_id,), model, data)
            if record and not wrong:
                self.records[kind][record_id] = record
            if isinstance(record, Figure):
                self._preferred(document, record_id, record)
        if () in document.incomplete:
            self.blind.add(kind)

    def _id_problem(self, kind: str, record_id: str) -> Message | None:
        """Say what is wrong with the id of an entry of a registry; a noun's is its singular."""
        if kind == "noun":
            is_noun = _ARABIC_WORDS.fullmatch(record_id)
            return None if is_noun else say("E117.noun", what=quoted(record_id))
        if ID.fullmatch(record_id):
            return id_refusal(kind, record_id)
        right = as_id(record_id) or "some-id"
        self.meant[kind].add(right)
        return say("E117", what=quoted(record_id), right=right)

    def _preferred(self, document: Document, figure_id: str, figure: Figure) -> None:
        """Check that a number that an editor puts first is one that somebody gave."""
        given = _numbers(figure.values)
        if figure.preferred and figure.preferred.value not in given:
            known = ", ".join(f"{number:f}" for number in sorted(given))
            message = say("E521", number=figure.preferred.value, known=known)
            self.problems.append(document.problem((figure_id, "preferred", "value"), message))

    def _changes(self, document: Document) -> None:
        if not isinstance(document.data, list):
            message = say("E118.changes", found=found(document.data), sample=example(Change))
            self.problems.append(document.problem((), message))
            return
        changes = [
            self._model(document, (index,), Change, data)
            for index, data in enumerate(document.data)
        ]
        self.changes = tuple(change for change in changes if change)

    def _model(self, document: Document, base: Path, model: type[R], data: Any) -> R | None:
        """Give what was typed its types; None where that cannot be, with the reasons noted."""
        if document.is_spoiled(base):
            return None
        self.origins.append((document, base, model, data))
        for path in free_texts(model, data, base) if document.comments else ():
            if is_taken_for_nothing(document, path, document.value(path)):
                self.problems.append(cut_text(document, path))
                document.spoiled.add(path)
        try:
            return model.model_validate(data)
        except ValidationError as error:
            self.problems.extend(refusals(error, model, data, document, base))
            return None

    def stands(self) -> list[RecordOrigin]:
        """List where the settings are, and the records that have an id."""
        kinds = {Site: "site", Event: "event", Section: "section"}
        kinds |= {model: kind for kind, model in REGISTRIES.values()}
        return [
            RecordOrigin(
                kinds[model], str(base[0]) if base else _id_of_file(document.file), document, base
            )
            for document, base, model, _ in self.origins
            if model in kinds
        ]

    def resolve(self) -> None:
        """Check every reference of every record, and every citation and link in prose."""
        for document, base, model, data in self.origins:
            for path, mark, text in marked_texts(model, data, base):
                if document.is_spoiled(path):
                    continue
                if isinstance(mark, Ref):
                    self._named(document, path, mark.kind, text)
                    continue
                if isinstance(mark, AddressMark):
                    self.addresses.append(TypedAddress(document, path, text))
                    continue
                self.texts.append(TypedText(document, path, text, data, mark))
                if "#" in text:
                    self._headings(document, path, mark, text)
                if isinstance(mark, ProseMark):
                    self._prose(document, path, text)
        self.problems.extend(self.missing.problems())
        if not self.unsound | self.blind:
            for file, message in unused(self.media, self.named["media"]):
                self._file_warning(file, message)
        if self.kept and not (self.unsound | self.blind) & set(NAMED_KINDS):
            ours = (guard.GuardedText(each.document, each.path, each.text) for each in self.texts)
            self.problems.extend(guard.copied(ours, self.kept, self._names()))
        self._letters()
        self._cut_texts()

    def _cut_texts(self) -> None:
        """Find the texts that end at a sign of a comment: no reader sees the rest."""
        for document, base, model, data in self.origins:
            for path in free_texts(model, data, base) if document.comments else ():
                if path in document.comments and not document.is_spoiled(path):
                    self.problems.append(cut_text(document, path))

    def _letters(self) -> None:
        """See that the site can show every letter that is typed."""
        files = {id(each.document): each.document for each in self.texts}
        odd = {key for key, document in files.items() if is_to_read_closely(document)}
        for document, base, _, data in self.origins if odd else ():
            if id(document) in odd:
                self.problems.extend(letter_problems(document, base, data))

    def weigh(self) -> None:
        """Look at whole events: whether what is said rests on what bears it."""
        context = record_rules.RuleContext(
            cast(dict[str, Event], self.records["event"]),
            Sides(
                cast(dict[str, Actor], self.records["actor"]),
                cast(dict[str, Publisher], self.records["publisher"]),
                frozenset(self.site.parties if self.site else ()),
            ),
            whole=not {"site", "event", "actor", "publisher"} & (self.unsound | self.blind),
        )
        for kind, record_id, document, _ in self.stands():
            if kind != "event" or record_id not in context.events:
                continue
            for path, message, is_warning in record_rules.findings(record_id, context):
                problem = replace(document.problem(path, message), is_warning=is_warning)
                (self.warnings if is_warning else self.problems).append(problem)

    def _names(self) -> Iterator[str]:
        """List the names that a registry gives, and the offices."""
        for kind in NAMED_KINDS:
            for record in self.records[kind].values():
                named = cast(Actor, record)
                yield from (named.name.ar, *getattr(named, "aliases", ()))
                yield from (post.title for post in getattr(named, "posts", ()))

    def _no_id(self, document: Document, path: Path, kind: str, text: str) -> None:
        """Refuse what is no id where one belongs, with the id that was meant."""
        if not text.strip():
            return  # the model refuses it
        problem = document.problem(path, no_id_words(kind, text, self._names_of(kind)))
        fix = None
        if right := certain_ids(text, self._names_of(kind)):
            is_list = len(right) > 1
            if not is_list:
                fix = document.value_fix(path, right[0])
            elif document.is_in_brackets(path):
                fix = document.value_fix(path, ", ".join(right))
                fix = replace(fix, reshapes=True) if fix else None
            elif isinstance(path[-1], str):
                fix = document.list_fix(path, f"[{', '.join(right)}]")
        self.problems.append(replace(problem, fix=fix))

    def _names_of(self, kind: str) -> Names:
        """Give the names of the records of a kind, by id."""
        if kind not in self.names:
            known = {i: record for i, record in self.records[kind].items() if ID.fullmatch(i)}
            self.names[kind] = Names(cast(Any, known))
        return self.names[kind]

    def _reference(
        self, document: Document, path: Path, kind: str, text: str, offset: int | None = None
    ) -> None:
        """Check one reference; `offset` is where it stands within prose."""
        self.named[kind].add(text)
        if kind == "kind":
            self._kind_of_event(document, path, text)
            return
        known = self.known[kind]
        if kind in self.blind or text in known or text in self.meant[kind]:
            return
        if now := self.former.now(kind, text):
            self._renamed(document, path, renamed(kind, text, now), now, offset)
            return
        if kind in REGISTRY_FILES and kind not in self.met:
            self._no_registry(document, path, kind, text)
            return
        right = sorted(filter(ID.fullmatch, known))
        some = "" if right else say("add")
        expected = self._near(kind, text, right) or say("known", kind=say(kind), some=some)
        message = say("E501", kind=say(kind), what=quoted(text), expected=expected)
        self.missing.add(
            kind,
            text,
            document.problem(path, message)
            if offset is None
            else document.within(path, offset, message),
        )

    def _renamed(
        self, document: Document, path: Path, message: Message, now: str, offset: int | None
    ) -> None:
        """Refuse an id that a record had before, and mend it where it is all that is typed."""
        if offset is not None:
            self.problems.append(document.within(path, offset, message))
            return
        problem = document.problem(path, message)
        self.problems.append(replace(problem, fix=document.value_fix(path, now)))

    def _named(self, document: Document, path: Path, kind: str, text: str) -> None:
        """Check what a field names: a record, a picture, a kind of event."""
        if kind == "media":
            self._picture(document, path, text)
        elif kind == "kind" or ID.fullmatch(text):
            self._reference(document, path, kind, text)
        else:
            self._no_id(document, path, kind, text)

    def _picture(self, document: Document, path: Path, name: str) -> None:
        """Check that a record's picture is there, and that its name can be one."""
        self.named["media"].add(name)
        known = self.known["media"]
        if name in known or name in self.meant["media"]:
            return
        if not IS_MEDIA_NAME.fullmatch(name):
            right = min(known, default="harbour.jpg")
            wrong = say("E307", found=found(name), what=say("media-name"), sample=right)
            self.problems.append(document.problem(path, wrong))
            return
        some = say("such", word=min(known)) if known else say("add")
        expected = did_you_mean(name, known) or say("known", kind=say("media"), some=some)
        message = say("E501", kind=say("media"), what=quoted(name), expected=expected)
        self.problems.append(document.problem(path, message))

    def _near(self, kind: str, text: str, ids: list[str]) -> Message | str:
        """Suggest the record whose id, or one of whose names, is most like what was typed."""
        if hint := did_you_mean(text, ids):
            return hint
        if other := next((each for each in NAMED_KINDS if text in self.known[each]), None):
            return say("of-another-kind", kind=say(f"a-{other}"))
        near = self._names_of(kind).near(text)
        return say("mean", word=near[0]) if near else ""

    def _kind_of_event(self, document: Document, path: Path, text: str) -> None:
        if text not in self.kinds and not {"kind", "site"} & self.blind:
            problem = document.problem(path, no_choice(text, self.kinds))
            meant = meant_choice(text, self.kinds)
            fix = document.value_fix(path, meant.right) if meant and meant.certain else None
            self.problems.append(replace(problem, fix=fix))

    def _no_registry(self, document: Document, path: Path, kind: str, text: str) -> None:
        """Report a registry that is not there, once for all that is named from it."""
        self.blind.add(kind)
        name = REGISTRY_FILES[kind]
        message = say(
            "E111.registry",
            file=document.file,
            kind=say(kind),
            what=quoted(text),
            line=document.position(path).line,
            sample=f"{text}: {{{example(REGISTRIES[name][1])}}}",
        )
        self._file_problem(self.folder / name, message)

    def _headings(self, document: Document, path: Path, mark: Mark, text: str) -> None:
        """Refuse marks of headings, but for a subhead's in a text that may have some."""
        may_have = isinstance(mark, ProseMark) and mark.subheads
        name = "E526.subhead" if may_have else "E526"
        wrong = [(each.start(), each[0].strip(), "") for each in STRAY_MARK.finditer(text)]
        for each in HEADING_MARK.finditer(text):
            title = heading_title(each)
            if not (may_have and each[1] == "##" and title):
                wrong.append((each.start(1), each[0].strip(), title))
        for place, typed, title in wrong:
            message = say(name, what=quoted(typed), title=title or "عنوان فرعي")
            self.problems.append(document.within(path, place, message))

    def _prose(self, document: Document, path: Path, text: str) -> None:
        if "[" not in text:
            return
        typed = links(text)
        cited = [each.address[6:] for each in typed if EVENT_LINK.fullmatch(each.address)]
        for event_id in dict.fromkeys([*citations(text), *cited]):
            if event_id:
                self._reference(document, path, "event", event_id, text.index(event_id))
        broken = [
            (each.start(), say("E502", what=quoted(each[0])))
            for each in BROKEN_CITATION.finditer(text)
        ]
        for each in typed:
            if each.address.startswith("#"):
                self._place_without_page(document, path, each)
            elif fault := self._link_fault(each.address):
                broken.append((each.start, fault))
        for place, message in broken:
            self.problems.append(document.within(path, place, message))
        self.addresses += [
            TypedAddress(document, path, each.address, each.start)
            for each in typed
            if WEB_LINK.match(each.address)
        ]

    def _link_fault(self, address: str) -> Message | None:
        """Say why a link of a text leads nowhere; None where it leads somewhere."""
        if is_inner(address):
            anchors = self.anchors if "#" in address else None
            return self._inner_link_fault(address, anchors)
        if WEB_LINK.fullmatch(address):
            fault = refusing_fault(address)
            return fault and say(fault.name, found=found(address), right=fault.right)
        return None if EVENT_LINK.fullmatch(address) else say("E502", what=quoted(address))

    def _inner_link_fault(
        self, address: str, anchors: Anchors | None, typed: str = ""
    ) -> Message | None:
        """Judge a link within the site, where all that it may lead to could be read."""
        if self.blind:
            return None
        return inner_link_fault(address, self.known, self.former, anchors, typed)

    def _place_without_page(self, document: Document, path: Path, link: TypedLink) -> None:
        """Refuse a link to a place of no page: a text is read on several, so it names one."""
        kind = self._kind_at(document)
        record_id = str(path[0]) if kind in REGISTRY_FILES else _id_of_file(document.file)
        right = f"{own_page(kind, record_id)}{link.address}"
        fault = self._inner_link_fault(right, self.anchors, link.address)
        if fault:
            self.problems.append(document.within(path, link.start, fault))
            return
        message = say("E502.whole", what=quoted(link.address), right=right)
        at = document.index(path, link.start)
        fix = None if at is None else Fix(at, at + len(link.address), right)
        self.problems.append(replace(document.within(path, link.start, message), fix=fix))

    def _kind_at(self, document: Document) -> str:
        """Tell what kind of record a file holds."""
        return _kind(tuple(document.file.split("/"))[len(self._before) :]) or "site"

    @cached_property
    def anchors(self) -> Anchors | None:
        """The places on pages that a text may lead to; None where not all is sound."""
        if self.unsound or self.site is None:
            return None
        return page_anchors(self.known, self.records, self.site)

    def _shown_path(self, parts: Iterable[str]) -> str:
        """Write a path in the folder as an editor would type it from here, on one line."""
        shown_path = "/".join((*self._before, *parts))
        return (
            shown_path
            if shown_path.isprintable()
            else "".join(c if c.isprintable() else "?" for c in shown_path)
        )

    def _file_problem(self, path: FilePath, message: Message) -> None:
        self.problems.append(self._of_file(path, message))

    def _file_warning(self, path: FilePath, message: Message) -> None:
        self.warnings.append(replace(self._of_file(path, message), is_warning=True))

    def _of_file(self, path: FilePath, message: Message) -> Problem:
        """Make a problem of a whole file."""
        shown = self._shown_path(path.relative_to(self.folder).parts) or "."
        return Problem(shown, 1, 1, "file", message)

    def _files(self) -> dict[tuple[str, str], str]:
        """List where the records are that have a file of their own, by kind and id."""
        depth = {Event: ("event", 3), Section: ("section", 2)}
        return {
            (kind, _id_of_file(document.file)): "/".join(document.file.split("/")[-parts:])
            for document, _, model, _ in self.origins
            if model in depth
            for kind, parts in [depth[model]]
        }

    def library(self, now: datetime, *, drafts: bool) -> Library:
        """Put the records together; called only where nothing is wrong."""
        events = cast(dict[str, Event], self.records["event"])
        ordered = dict(sorted(events.items(), key=lambda item: (item[1].when.sort_key, item[0])))
        waiting = {i: event for i, event in ordered.items() if not _is_due(event, now)}
        shown = {
            i: event.model_copy(update={"publish": "live"}) if i in waiting else event
            for i, event in ordered.items()
            if drafts or i not in waiting
        }
        sections = cast(dict[str, Section], self.records["section"])
        unpublished = frozenset(set(ordered) - set(shown))
        figures = _published_figures(cast(dict[str, Figure], self.records["figure"]), unpublished)
        return Library(
            site=_without_hidden_figures(cast(Site, self.site), figures),
            sections=dict(sorted(sections.items(), key=lambda item: (item[1].order, item[0]))),
            events={i: _without_hidden_figures(event, figures) for i, event in shown.items()},
            actors=cast(dict[str, Actor], self.records["actor"]),
            places=cast(dict[str, Place], self.records["place"]),
            publishers=cast(dict[str, Publisher], self.records["publisher"]),
            figures=figures,
            glossary=cast(dict[str, Term], self.records["term"]),
            nouns=_inflected(self.records["noun"]),
            changes=tuple(
                change
                for change in sorted(self.changes, key=lambda c: c.date.sort_key, reverse=True)
                if change.figure is None or change.figure in figures
            ),
            unpublished=unpublished,
            waiting=waiting if drafts else {},
            files=self._files(),
            static=self.static,
            media=self.media,
        )


def _inflected(records: Mapping[str, Record]) -> dict[str, counts.CountedNoun]:
    nouns = cast(Mapping[str, Noun], records)
    return {singular: counts.inflected(singular, **dict(noun)) for singular, noun in nouns.items()}


def _published_figures(
    figures: Mapping[str, Figure], unpublished: frozenset[str]
) -> dict[str, Figure]:
    """Leave out the values of events that readers do not see, and figures that have no other."""
    shown = {}
    for figure_id, figure in figures.items():
        values = tuple(value for value in figure.values if value.event not in unpublished)
        if len(values) == len(figure.values):
            shown[figure_id] = figure
        elif values:
            preferred = figure.preferred
            kept = preferred if preferred and preferred.value in _numbers(values) else None
            shown[figure_id] = figure.model_copy(update={"values": values, "preferred": kept})
    return shown


def _numbers(values: Iterable[Value]) -> set[Decimal]:
    """List all numbers that are given."""
    return {n for v in values for n in (v.low, v.best, v.high) if n is not None}


F = TypeVar("F", Site, Event)


def _without_hidden_figures(record: F, figures: Mapping[str, Figure]) -> F:
    """Leave out of a record the figures that readers do not see."""
    shown = tuple(each for each in record.figures if each in figures)
    return record if shown == record.figures else record.model_copy(update={"figures": shown})


def _is_due(event: Event, now: datetime) -> bool:
    if event.publish == "draft":
        return False
    return event.publish_at is None or event.publish_at <= now


def _id_of_file(file: str) -> str:
    """Give the id that a file's name is; pathlib would take a tenth of a check for it."""
    return file.rpartition("/")[2].removesuffix(".yml")


def _is_folder(path: FilePath) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _kind(parts: tuple[str, ...]) -> str | None:
    """Tell what a file holds by where it lies."""
    match parts:
        case [name]:
            single = {"site.yml": "site", "changes.yml": "change"}
            return single.get(name) or REGISTRIES.get(name, (None,))[0]
        case ["sections", name] if name.endswith(".yml"):
            return "section"
        case ["events", year, name] if re.fullmatch("[0-9]{4}", year) and name.endswith(".yml"):
            return "event"
        case [guard.FOLDER, name] if name.endswith(".txt"):
            return "guard"
    return None


def _shown_folder(folder: FilePath) -> FilePath:
    """Write a folder as an editor would type it from here."""
    whole = FilePath(os.path.realpath(folder))  # a link to itself is no error here
    return whole.relative_to(FilePath.cwd()) if whole.is_relative_to(FilePath.cwd()) else folder


__all__ = ["Examined", "Library", "RecordOrigin", "TypedAddress", "TypedText", "examine", "load"]
