"""The versions of every record: what was published before is carried over, what is new joins it.

A version is written once, when its text has another hash than all before it. Its text goes where
its record is withdrawn or gone, or where a retraction takes it back; its address stays.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal, NamedTuple, Protocol

from explainer.content.library import Library
from explainer.content.model import Event, Figure, Section
from explainer.site import addresses
from explainer.site.addresses import Address
from explainer.site.output import File
from explainer.site.versions.told_texts import RecordKey, ToldText, ToldTexts, version_hash
from explainer.system.errors import ExplainerError

VERSIONS = "v/"
"""Where all versions are; what was there once stays there."""
INDEX = f"{VERSIONS}index.json"

Gone = Literal["withdrawn", "removed", "retracted"]


class StrangeVersionError(ExplainerError):
    """What was carried over from the last publication is not what its address says."""


class LastFiles(Protocol):
    """The files of the last publication."""

    def paths(self, under: str = "") -> list[str]:
        """List the files, those of a folder such as 'v/' where that is given."""

    def read_many(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Read files that are listed."""


class VersionDay(NamedTuple):
    """When a text was published, as far as is known without a clock, in EDTF."""

    edtf: str
    is_of_data: bool = False
    """Whether it is only what the data reached by then, since no day of the record is known."""


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a record, as it was published."""

    key: RecordKey
    hash: str
    day: VersionDay
    text: ToldText | None
    """None where it was taken back, and why is in `gone`."""
    gone: Gone | None = None

    @property
    def address(self) -> Address:
        """Where it is read."""
        return addresses.version(self.hash)


Days = Callable[[RecordKey], VersionDay]


class VersionHistory:
    """All versions of all records: what the last publication had, joined by what is told now.

    Raises StrangeVersionError where a text carried over is not the one of its address.
    """

    def __init__(self, library: Library, day_of: Days, last: LastFiles | None = None) -> None:
        self._library = library
        self._day_of = day_of
        self._told = ToldTexts(library)
        self._before: dict[RecordKey, tuple[Version, ...]] = {}
        self._former: dict[RecordKey, tuple[str, ...]] = {}
        if last:
            self._read(last)
        self._made: dict[RecordKey, tuple[Version, ...]] = {}

    @cached_property
    def moved(self) -> Mapping[RecordKey, RecordKey]:
        """The record that stands now where another id stood before."""
        library = self._library
        kinds: Mapping[str, Mapping[str, Event | Figure | Section]] = {
            "event": library.events, "figure": library.figures, "section": library.sections,
        }  # fmt: skip
        return {
            RecordKey(kind, old): RecordKey(kind, record_id)
            for kind, records in kinds.items()
            for record_id, record in records.items()
            for old in record.was
        }

    @cached_property
    def keys(self) -> tuple[RecordKey, ...]:
        """Every record that has, or had, a text."""
        before = (self.moved.get(key, key) for key in self._before)
        return tuple(dict.fromkeys((*self._told.keys, *before)))

    def of(self, key: RecordKey) -> tuple[Version, ...]:
        """List the versions of a record, the newest last."""
        if key not in self._made:
            self._made[key] = self._joined(key)
        return self._made[key]

    def former(self, key: RecordKey) -> tuple[RecordKey, ...]:
        """List the keys under which a record was read before, that of one that is gone too."""
        if key in self._told.keys or key in self.moved.values():
            return tuple(old for old, new in self.moved.items() if new == key)
        return tuple(RecordKey(key.kind, old) for old in self._former.get(key, ()))

    def newest(self, key: RecordKey) -> Version | None:
        """Give what readers are told of a record now; None where nothing is."""
        return self.of(key)[-1] if key in self._told.keys else None

    def _joined(self, key: RecordKey) -> tuple[Version, ...]:
        ids = (*(old for old, new in self.moved.items() if new == key), key)
        before = [replace(each, key=key) for old in ids for each in self._before.get(old, ())]
        if key not in self._told.keys:
            event = self._library.events.get(key.id) if key.kind == "event" else None
            gone: Gone = "withdrawn" if event and event.publish == "withdrawn" else "removed"
            return tuple(_taken_back(each, gone) for each in before)
        text = self._told.text(key)
        own = version_hash(text)
        newest = _told_before(text, own, before) or Version(key, own, self._day_of(key), text)
        kept = (each for each in before if each.hash != newest.hash)
        return (*(_unless_retracted(each, newest) for each in kept), newest)

    def _read(self, last: LastFiles) -> None:
        """Read what the last publication had: of what tells the same as ever only the list."""
        if INDEX not in last.paths(VERSIONS):
            return
        for name, versions in json.loads(last.read_many([INDEX])[INDEX]).items():
            key = RecordKey(*name.split("/", 1))
            known = (Version(key, each["hash"], _day(each), None) for each in versions)
            self._before[key] = tuple(known)
        wanted = [k for k, each in self._before.items() if not _is_same(k, each, self._told)]
        written = last.read_many(_path(key) for key in wanted)
        for key in wanted:
            told = json.loads(written[_path(key)])
            self._before[key] = tuple(_versions(key, told["versions"]))
            self._former[key] = tuple(told.get("was", ()))


def _told_before(text: ToldText, own: str, before: Iterable[Version]) -> Version | None:
    """Find a text among those before; of a record with another id it is still the same text."""
    known = list(before)
    for each in known:
        if each.hash == own:
            return replace(each, text=text, gone=None)
    same = (each for each in known if each.text and {**each.text, "record": text["record"]} == text)
    return next(same, None)


def _unless_retracted(version: Version, newest: Version) -> Version:
    """Take a text back that a retraction after it is about."""
    if version.text is None or not newest.text:
        return version
    since = changes_since(version.text, newest.text)
    is_retracted = any(change["type"] == "retraction" for change in since)
    return _taken_back(version, "retracted") if is_retracted else version


def _taken_back(version: Version, gone: Gone) -> Version:
    return replace(version, text=None, gone=version.gone or gone)


def changes_since(old: ToldText, new: ToldText) -> list[Mapping[str, Any]]:
    """List what changes.yml tells of a record since a text of it, the latest first."""
    known = old.get("changes", [])
    return sorted(
        (change for change in new.get("changes", []) if change not in known),
        key=lambda change: str(change["date"]),
        reverse=True,
    )


# As files: one that lists all, and one a record with its texts.


def files(history: VersionHistory) -> Iterator[File]:
    """Write the list of all versions, and the texts of each record, under its former ids too."""
    records = {key: history.of(key) for key in history.keys}
    listed = {str(key): [_named(each) for each in found] for key, found in records.items()}
    yield _json(INDEX, dict(sorted(listed.items())))
    for key, versions in records.items():
        former = history.former(key)
        told = {
            "record": str(key),
            **({"was": [old.id for old in former]} if former else {}),
            "versions": [_plain(version) for version in versions],
        }
        yield from (_json(_path(each), told) for each in (key, *former))


def _plain(version: Version) -> Mapping[str, Any]:
    what = {"text": version.text} if version.text is not None else {"gone": version.gone}
    return {**_named(version), **what}


def _named(version: Version) -> Mapping[str, str]:
    return {"hash": version.hash, "as_of" if version.day.is_of_data else "day": version.day.edtf}


def _day(named: Mapping[str, str]) -> VersionDay:
    is_of_data = "as_of" in named
    return VersionDay(named["as_of" if is_of_data else "day"], is_of_data)


def _json(path: str, data: Any) -> File:
    return File(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def _path(key: RecordKey) -> str:
    return f"{VERSIONS}{key}.json"


def _is_same(key: RecordKey, versions: tuple[Version, ...], told: ToldTexts) -> bool:
    """Tell whether a record has had one text only, the one that it has now."""
    return key in told.keys and [each.hash for each in versions] == [version_hash(told.text(key))]


def _versions(key: RecordKey, told: Iterable[Mapping[str, Any]]) -> Iterator[Version]:
    for each in told:
        text = each.get("text")
        if text is not None and version_hash(text) != each["hash"]:
            raise StrangeVersionError(f"{_path(key)}: the text of {each['hash']} is another one")
        yield Version(key, each["hash"], _day(each), text, each.get("gone"))
