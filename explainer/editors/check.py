"""All that is looked for in a content folder, in one run; and the mending of what is safe."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from explainer.content import yaml_file
from explainer.content.counted import uncounted
from explainer.content.library import Examined, examine
from explainer.content.waiting import missed
from explainer.content.yaml_file import Document
from explainer.editors import desk, house
from explainer.editors.address_warnings import address_warnings
from explainer.editors.figure_warnings import figure_warnings
from explainer.messages.problems import Fix, Problem

_PASSES = 5
"""Mending one thing may bring another to light; it never takes more than a few rounds."""


class MendedLine(NamedTuple):
    """A line of a file, counted from 1, as it was typed and as it is when mended."""

    file: str
    number: int
    before: str
    after: str


def check(
    folder: Path, *, drafts: bool = False, instead: Mapping[str, str] | None = None
) -> tuple[Examined, list[Problem]]:
    """Read a folder and the texts in it; returns what is there, and all problems in order.

    `drafts` takes what is not due as if it were, for an editor who looks at it; `instead` has texts
    that are read in the place of files, by the name that problems give these.
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
        texts = {each.document.file: each.document for each in examined.texts}
        before = dict(now)
        for file in sorted(fixes.keys() & texts.keys()):
            text = texts[file].text
            better = mended(text, fixes[file]) if file in now or _is_all(texts[file]) else text
            if better != text:
                first.setdefault(file, text)
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


def _is_all(document: Document) -> bool:
    """Tell whether a file holds just the text that was read: no sign that nobody sees."""
    return Path(document.file).read_bytes() == document.text.encode()


def mended(text: str, fixes: Iterable[Fix]) -> str:
    """Make safe changes in the text of a file.

    A text that holds signs that nobody sees, or that would be read otherwise afterwards, is
    returned as it is.
    """
    better, limit = text, len(text) + 1
    for each in sorted(set(fixes), reverse=True):
        if each.end <= limit and (each.end, each.start) != (limit, limit):
            better = better[: each.start] + each.text + better[each.end :]
            limit = each.start
    document = yaml_file.read_text(text)
    is_same = document.text == text and _shape(document) == _shape(yaml_file.read_text(better))
    return better if is_same else text


def _shape(document: Document) -> object:
    """Tell what is in a file apart from its texts, so that no sign of YAML can come of a fix."""
    return len(document.problems), _without_texts(document.data)


def _without_texts(data: object) -> object:
    if isinstance(data, dict):
        return {key: _without_texts(value) for key, value in data.items()}
    return [_without_texts(each) for each in data] if isinstance(data, list) else data is None


def _lines(file: str, before: str, after: str) -> list[MendedLine]:
    """List the lines that are no more what they were; mending takes no line away and adds none."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [
        MendedLine(file, number, was.removesuffix("\r"), now.removesuffix("\r"))
        for number, (was, now) in enumerate(pairs, 1)
        if was != now
    ]


def write_over(path: Path, before: bytes, text: str) -> None:
    """Write a file anew, at once or not at all. Raises OSError where it is no more what it was."""
    if path.read_bytes() != before:
        raise FileExistsError(f"{path} was changed meanwhile")
    aside = path.with_name(f".{path.name}.new")
    aside.write_bytes(text.encode("utf-8"))
    shutil.copymode(path, aside)
    aside.replace(path)
