"""A new explainer on another topic: a small invented content that builds at once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from explainer.editors.check import check, fix
from explainer.editors.new import writing
from explainer.editors.new.trial import modeline, write_schemas
from explainer.messages.problems import Problem

EXAMPLE = Path(__file__).with_name("example")

_TITLE = "title: عنوان الملف\n"


def begin(folder: Path, title: str) -> list[Problem]:
    """Write a new explainer into a folder that is empty or not there.

    Returns the problems with the title for which nothing was written. Raises FileExistsError.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    with tempfile.TemporaryDirectory() as aside:
        copy = Path(aside) / "content"
        for name, text in files(folder, title):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes(text.encode("utf-8"))
        fix(copy)
        _, problems = check(copy)
        if any(not each.is_warning for each in problems):
            return problems
        write_schemas(folder)
        shutil.copytree(copy, folder, dirs_exist_ok=True)
    return []


def files(folder: Path, title: str) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each file of a new explainer."""
    for path in sorted(EXAMPLE.rglob("*.yml")):
        name = path.relative_to(EXAMPLE).as_posix()
        text = path.read_text("utf-8").replace(_TITLE, writing.field("title", title), 1)
        yield name, modeline(folder, name, _schema(name), promised=True) + text


def _schema(name: str) -> str:
    """Name the schema of a file by where it lies: events/2024/ID.yml is an event."""
    first = name.partition("/")[0]
    return first.removesuffix(".yml") if first == name else first.removesuffix("s")
