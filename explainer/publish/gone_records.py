"""Records that had a page and have none now: what became of each, and what an editor writes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Literal, NamedTuple

from explainer.content.library import REGISTRY_FILES, Examined, Library
from explainer.content.model import Record
from explainer.content.yaml_file import Document
from explainer.messages import Message, say
from explainer.messages.problems import Path, Problem
from explainer.publish.last_site import LastSite
from explainer.publish.published_records import (
    PublishedRecord,
    anchors_of,
    leads_to,
    record_of,
)
from explainer.system import git

_ASKED = 20
"""Of so many records it is asked what became of them."""
_LIKE = 0.6
"""How like an id must be to another, to be taken for it: 1 is the same."""


class GoneRecord(NamedTuple):
    """A record that was published; `now` is its id, and what keeps its address is said there."""

    kind: str
    id: str
    became: Literal["renamed", "hidden", "deleted"]
    now: str = ""


def gone_records(
    gone: Iterable[str], last: LastSite, examined: Examined, folder: FilePath
) -> list[GoneRecord]:
    """Tell what became of the records that had these addresses; the first twenty of them."""
    asked = {each: address for address in gone if (each := record_of(address))}
    had = {each for path in (*last.paths(), *anchors_of(last)) if (each := record_of(path))}
    return [
        _became(each, leads_to(address, last), examined, folder, had)
        for each, address in list(asked.items())[:_ASKED]
    ]


def _became(
    record: PublishedRecord,
    led_to: str,
    examined: Examined,
    folder: FilePath,
    had: set[PublishedRecord],
) -> GoneRecord:
    """Find what a record is now; `led_to` is the id that it had last, where its page led to it."""
    kind, old = record
    named = examined.records.get(kind, {})
    former = {each: now for now, known in named.items() for each in getattr(known, "was", ())}
    if now := old if old in named else former.get(old):
        return GoneRecord(kind, old, "hidden", now)
    last_id = led_to or old
    for now in (last_id, former.get(last_id), _by_git(kind, last_id, named, folder)):
        if now and now in named:
            return GoneRecord(kind, old, "renamed", now)
    new = [each for each in named if (kind, each) not in had]
    like = difflib.get_close_matches(last_id, new, 1, _LIKE)
    return GoneRecord(kind, old, "renamed", like[0]) if like else GoneRecord(kind, old, "deleted")


def _by_git(kind: str, old: str, named: Mapping[str, object], folder: FilePath) -> str:
    """Follow the renames of a record's file; empty where git knows of none."""
    seen: set[str] = set()
    while kind not in REGISTRY_FILES and old not in named and old not in seen:
        seen.add(old)
        try:
            gone = git.file_gone(folder, f"{old}.yml")
        except git.GitError:
            break
        old = gone.renamed if gone and gone.renamed else old
    return old


def missed(
    last: LastSite, examined: Examined, folder: FilePath, docs: FilePath
) -> Iterator[Problem]:
    """Ask about records that were published and have no page now; nothing where content is unsound.

    Pages of `docs` are no records.
    """
    if examined.library is None:
        return
    there = set(_with_addresses(examined.library))
    there |= {("section", path.stem) for path in docs.glob("*.md")}
    had = (*last.paths(), *anchors_of(last))
    gone = [each for each in had if (record := record_of(each)) and record not in there]
    yield from problems(gone, last, examined, folder)


def _with_addresses(library: Library) -> Iterator[PublishedRecord]:
    """List the records that are published, by every id that they have or had."""
    kinds: Mapping[str, Mapping[str, Record]] = {
        "event": library.events, "section": library.sections, "actor": library.actors,
        "figure": library.figures, "place": library.places, "publisher": library.publishers,
        "term": library.glossary,
    }  # fmt: skip
    for kind, records in kinds.items():
        for record_id, record in records.items():
            yield from ((kind, each) for each in (record_id, *getattr(record, "was", ())))


def problems(
    gone: Iterable[str], last: LastSite, examined: Examined, folder: FilePath
) -> Iterator[Problem]:
    """Say of each record whose address is gone what to write, and where."""
    found = gone_records(gone, last, examined, folder)
    for each in found:
        names = [other.id for other in found if (other.kind, other.now) == (each.kind, each.now)]
        yield replace(_problem(each, names, examined), is_warning=True)


def _problem(gone: GoneRecord, names: list[str], examined: Examined) -> Problem:
    """Say what to write, at the record's place; of one that is deleted at its kind's."""
    message = _what_to_write(gone, names, examined)
    for kind, record_id, document, base in examined.origins:
        if (kind, record_id) == (gone.kind, gone.now):
            return document.problem((*base, *_field(gone, document, base)), message)
    place = REGISTRY_FILES.get(gone.kind, f"{gone.kind}s")
    folder = next(file for file in examined.documents if f"/{file}".endswith("/site.yml"))
    shown = f"{folder.removesuffix('site.yml')}{place}"
    return Problem(shown, 1, 1, "file", message)


def _field(gone: GoneRecord, document: Document, base: Path) -> Path:
    """Name the field that is to be written."""
    if gone.became == "renamed":
        return ("was",)
    if gone.kind != "event":
        return ("values",)
    return ("publish",) if document.value((*base, "publish")) else ("publish_at",)


def _what_to_write(gone: GoneRecord, names: list[str], examined: Examined) -> Message:
    """Say what keeps a record's address; `names` are all that it was published by and lost."""
    values = {"id": gone.id, "kind": say(gone.kind)}
    if gone.became == "deleted":
        return say("W511.deleted", **values)
    if gone.became == "hidden":
        return say("W511.hidden" if gone.kind == "event" else "W511.values", **values)
    before = getattr(examined.records[gone.kind][gone.now], "was", ())
    right = f"was: [{', '.join((*before, *names))}]"
    return say("W511.renamed", right=right, now=gone.now, **values)
