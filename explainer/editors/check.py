"""All that is looked for in a content folder, in one run; and the mending of what is safe."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from explainer.content import yaml_file
from explainer.content.counted import uncounted
from explainer.content.library import Examined, examine
from explainer.content.unseen import as_seen
from explainer.content.waiting import missed
from explainer.editors import desk, house
from explainer.editors.address_warnings import address_warnings
from explainer.editors.date_warnings import date_warnings
from explainer.editors.doubled_items import doubled_items
from explainer.editors.expiry_warnings import expiry_warnings
from explainer.editors.figure_warnings import figure_warnings
from explainer.editors.text_warnings import text_warnings
from explainer.editors.written_pages import written_pages
from explainer.messages.problems import BY_READING, Fix, Problem

_PASSES = 5
"""Mending one thing may bring another to light; it never takes more than a few rounds."""


class MendedLine(NamedTuple):
    """A line of a file, counted from 1, as it was typed and as it is when mended."""

    file: str
    number: int
    before: str
    after: str


def check(
    folder: Path,
    *,
    docs: Path | None = None,
    drafts: bool = False,
    instead: Mapping[str, str] | None = None,
) -> tuple[Examined, list[Problem]]:
    """Read a folder and the texts in it; returns what is there, and all problems in order.

    `docs` has the pages that are written by hand; without it they are not read. `drafts` takes what
    is not due as if it were, for an editor who looks at it; `instead` has texts that are read in
    the place of files, by the name that problems give these.
    """
    examined = examine(folder, drafts=drafts, instead=instead)
    found = {
        *examined.problems,
        *examined.warnings,
        *desk.read_over(examined),
        *house.breaches(examined),
        *missed(examined),
        *uncounted(examined),
        *figure_warnings(examined),
        *address_warnings(examined),
        *date_warnings(examined),
        *expiry_warnings(examined),
        *text_warnings(examined),
        *doubled_items(examined),
        *(written_pages(docs, examined.records) if docs else ()),
    }
    return examined, sorted(_once(found))


def _once(found: set[Problem]) -> Iterator[Problem]:
    """Leave out that a letter has no glyph where the desk says which letter belongs there."""
    desks = {(each.file, each.line, each.column) for each in found if each.code == "E621"}
    for each in found:
        if each.code != "E127" or (each.file, each.line, each.column) not in desks:
            yield each


def fix(folder: Path, *, dry_run: bool = False) -> list[MendedLine]:
    """Mend what is safe, leaving all else byte for byte; returns the lines that were mended.

    With `dry_run` nothing is written. Raises OSError where a file cannot be written, or is no more
    what it was.
    """
    lines: list[MendedLine] = []
    for file, (before, after) in _mending(folder).items():
        if not dry_run:
            write_over(Path(file), before.encode(), after)
        lines += _lines(file, before, after)
    return lines


def _mending(folder: Path) -> dict[str, tuple[str, str]]:
    """Find what is safe to mend: for each such file its text as it is, and mended."""
    first: dict[str, str] = {}
    now: dict[str, str] = {}
    for _ in range(_PASSES):
        examined, problems = check(folder, instead=now)
        fixes = _fixes(problems)
        before = dict(now)
        for file in sorted(fixes.keys() & examined.documents.keys()):
            document = examined.documents[file]
            better = mended(document.mended, fixes[file])
            if better != document.typed:
                first.setdefault(file, document.typed)
                now[file] = better
        if now == before:
            break
    return {file: (first[file], now[file]) for file in sorted(now)}


def _fixes(problems: Iterable[Problem]) -> dict[str, list[Fix]]:
    """Gather the safe changes of each file."""
    fixes: defaultdict[str, list[Fix]] = defaultdict(list)
    for each in problems:
        if each.fix:
            fixes[each.file].append(each.fix)
    return fixes


def mended(text: str, fixes: Iterable[Fix]) -> str:
    """Make safe changes in the text of a file.

    What would be read otherwise afterwards is left out: all changes, or those that are meant to
    make a list of a text.
    """
    listed = sorted(set(fixes) - {BY_READING}, reverse=True)
    for chosen in (listed, [each for each in listed if not each.reshapes]):
        better = _changed(text, chosen)
        if _is_safe(text, better, reshapes=any(each.reshapes for each in chosen)):
            return better
    return text


def _changed(text: str, fixes: Iterable[Fix]) -> str:
    """Make changes from the last to the first; of two that overlap the later one."""
    limit = len(text) + 1
    for each in fixes:
        if each.end <= limit and (each.end, each.start) != (limit, limit):
            text = text[: each.start] + each.text + text[each.end :]
            limit = each.start
    return text


def _is_safe(before: str, after: str, *, reshapes: bool) -> bool:
    """Tell whether no sign of YAML has come of a change: the same fields, the same lists."""
    was, now = yaml_file.read_text(before), yaml_file.read_text(after)
    if len(now.problems) > len(was.problems):
        return False
    return reshapes or _without_texts(was.data) == _without_texts(now.data)


def _without_texts(data: object) -> object:
    if isinstance(data, dict):
        return {key: _without_texts(value) for key, value in data.items()}
    return [_without_texts(each) for each in data] if isinstance(data, list) else data is None


_LINE_END = re.compile(r"\r*\n|\r")


def _lines(file: str, before: str, after: str) -> list[MendedLine]:
    """List the lines that are no more what they were; mending takes no line away and adds none."""
    pairs = zip(_lines_with_ends(before), _lines_with_ends(after), strict=True)
    return [
        MendedLine(file, number, as_seen(was), as_seen(now))
        for number, (was, now) in enumerate(pairs, 1)
        if was != now
    ]


def _lines_with_ends(text: str) -> list[str]:
    """Split a text into lines; an end is left on only where it is none of today's."""
    lines, at = [], 0
    for each in _LINE_END.finditer(text):
        odd = "" if each[0] in ("\n", "\r\n") else each[0].removesuffix("\n")
        lines.append(text[at : each.start()] + odd)
        at = each.end()
    return [*lines, text[at:]]


def write_over(path: Path, before: bytes, text: str) -> None:
    """Write a file anew, at once or not at all. Raises OSError where it is no more what it was."""
    if path.read_bytes() != before:
        raise FileExistsError(f"{path} was changed meanwhile")
    aside = path.with_name(f".{path.name}.new")
    aside.write_bytes(text.encode("utf-8"))
    shutil.copymode(path, aside)
    aside.replace(path)
