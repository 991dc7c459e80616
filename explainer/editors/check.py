"""All that is looked for in a content folder, in one run; and the mending of what is safe."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from explainer.content import yaml_file
from explainer.content.library import Examined, examine
from explainer.content.waiting import missed
from explainer.editors import desk
from explainer.messages.problems import Problem

_PASSES = 5
"""Mending one thing may bring another to light; it never takes more than a few rounds."""


def check(folder: Path, *, drafts: bool = False) -> tuple[Examined, list[Problem]]:
    """Read a folder and the texts in it; returns what is there, and all problems in order.

    `drafts` takes what is not due as if it were, for an editor who looks at it.
    """
    examined = examine(folder, drafts=drafts)
    found = {*examined.problems, *desk.read_over(examined), *missed(examined)}
    return examined, sorted(found)


def fix(folder: Path) -> int:
    """Mend what is safe, leaving all else byte for byte; returns how many places were mended."""
    mended = 0
    for _ in range(_PASSES):
        examined, problems = check(folder)
        texts = {each.document.file: each.document.text for each in examined.texts}
        done = sum(mend(Path(file), text, problems) for file, text in texts.items())
        mended += done
        if not done:
            break
    return mended


def mend(path: Path, seen: str, problems: Iterable[Problem]) -> int:
    """Mend one file in place; returns in how many places.

    A file that is not what was read, or would be read otherwise afterwards, is left alone.
    """
    fixes = sorted({p.fix for p in problems if p.fix and p.file == str(path)}, reverse=True)
    raw = path.read_bytes().decode("utf-8") if fixes else ""
    if not fixes or raw != seen:
        return 0
    mended, limit, text = 0, len(raw) + 1, raw
    for each in fixes:
        if each.end <= limit and (each.end, each.start) != (limit, limit):
            text = text[: each.start] + each.text + text[each.end :]
            limit, mended = each.start, mended + 1
    aside = path.with_name(f".{path.name}.mending")
    aside.write_bytes(text.encode("utf-8"))
    if _shape(aside) != _shape(path):
        aside.unlink()
        return 0
    aside.replace(path)
    return mended


def _shape(path: Path) -> object:
    """Tell what is in a file apart from its texts, so that no sign of YAML can come of a fix."""
    document = yaml_file.read(path, "")
    return len(document.problems), _without_texts(document.data)


def _without_texts(data: object) -> object:
    if isinstance(data, dict):
        return {key: _without_texts(value) for key, value in data.items()}
    return [_without_texts(each) for each in data] if isinstance(data, list) else data is None
