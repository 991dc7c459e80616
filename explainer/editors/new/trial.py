"""Try a new text in a copy of the content; write it only where it is sound, over nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from explainer.content import yaml_file
from explainer.editors.check import check, mended
from explainer.editors.schema import schemas
from explainer.editors.schema import written as schema_text
from explainer.messages.problems import Problem
from explainer.system.folders import ROOT

SCHEMAS = ".schemas"
"""The folder of schemas in a content folder outside of the repository; `check` passes it by."""

_MODELINE = "# yaml-language-server: $schema="


@dataclass(frozen=True)
class Tried:
    """A text after a trial: what was mended in it, and what is wrong that was not wrong before."""

    text: str
    mended: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> list[Problem]:
        """The problems with which content is refused."""
        return [each for each in self.problems if not each.is_warning]


def tried(folder: Path, name: str, text: str) -> Tried:
    """Try a text as the file `name` of a content folder, which is left as it is."""
    with tempfile.TemporaryDirectory() as aside:
        copy = Path(aside).resolve() / "content"
        shutil.copytree(folder, copy, symlinks=True)
        found = _new_problems(copy, copy / name, text)
        better, changes = _mended(copy / name, text, found)
        if changes:
            found = _new_problems(copy, copy / name, better)
        shown = tuple(
            replace(each, file=_path_of_file(each, copy, folder), fix=None) for each in found
        )
        return Tried(better, changes, shown)


def _new_problems(copy: Path, path: Path, text: str) -> list[Problem]:
    """Find the problems that the text brings; those that stand without it are not its own.

    Where others have errors already, what is new in their files may only have come to light.
    """
    with _file_with_text(path, text):
        found = check(copy)[1]
    before = {_without_line(each): each for each in check(copy)[1]} if found else {}
    sound = all(each.is_warning for each in before.values())
    news = [each for each in found if _without_line(each) not in before]
    return [each for each in news if sound or each.file == str(path)]


def _mended(
    path: Path, text: str, problems: list[Problem]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Mend what is safe; returns the text, and what became what."""
    fixes = {each.fix for each in problems if each.fix and each.file == str(path)}
    better = mended(text, fixes)
    if better == text:
        return text, ()
    return better, tuple((text[fix.start : fix.end], fix.text) for fix in sorted(fixes))


@contextmanager
def _file_with_text(path: Path, text: str) -> Iterator[None]:
    """Let a file of the copy hold a text for a while."""
    path.parent.mkdir(parents=True, exist_ok=True)
    held = path.read_bytes() if path.exists() else None
    path.write_bytes(text.encode("utf-8"))
    try:
        yield
    finally:
        if held is None:
            path.unlink()
        else:
            path.write_bytes(held)


def _without_line(problem: Problem) -> tuple[Any, ...]:
    """Tell a problem from others wherever its line has gone."""
    return problem.file, problem.where, problem.message


def _path_of_file(problem: Problem, copy: Path, folder: Path) -> str:
    return shown(folder / Path(problem.file).relative_to(copy))


def shown(path: Path) -> str:
    """Write a path as an editor would type it from here."""
    whole, here = Path(os.path.realpath(path)), Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else path).as_posix()


def keeps_the_rest(before: str, after: str, record_id: str) -> bool:
    """Tell whether a registry has the same records as before, and the new one."""
    with tempfile.TemporaryDirectory() as aside:
        was, now = (_data(Path(aside) / "a.yml", text) for text in (before, after))
    if not isinstance(now, dict) or record_id not in now or record_id in (was or {}):
        return False
    return {each: now[each] for each in now if each != record_id} == (was or {})


def keeps_the_others(before: str, after: str, index: int) -> bool:
    """Tell whether a list has the same entries as before, and the new one at an index."""
    with tempfile.TemporaryDirectory() as aside:
        was, now = (_data(Path(aside) / "a.yml", text) for text in (before, after))
    return isinstance(now, list) and [*now[:index], *now[index + 1 :]] == (was or [])


def _data(path: Path, text: str) -> Any:
    path.write_bytes(text.encode("utf-8"))
    return yaml_file.read(path, path.name).data


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises FileExistsError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="") as file:
        file.write(text)


def modeline(folder: Path, name: str, schema: str, *, promised: bool = False) -> str:
    """Write the first line of a file of content: where editors' programs find its schema.

    Empty for a folder outside of the repository that has no schemas of its own, nor is `promised`
    any.
    """
    whole = Path(os.path.realpath(folder))
    own = not whole.is_relative_to(ROOT)
    if own and not promised and not (whole / SCHEMAS).is_dir():
        return ""
    schemas_in = whole / SCHEMAS if own else ROOT / "schemas"
    way = os.path.relpath(schemas_in / f"{schema}.json", (whole / name).parent)
    return f"{_MODELINE}{Path(way).as_posix()}\n"


def write_schemas(folder: Path) -> None:
    """Give a content folder outside of the repository schemas of its own."""
    if Path(os.path.realpath(folder)).is_relative_to(ROOT):
        return
    (folder / SCHEMAS).mkdir(parents=True)
    for name, schema in schemas().items():
        (folder / SCHEMAS / f"{name}.json").write_text(schema_text(schema), "utf-8")
