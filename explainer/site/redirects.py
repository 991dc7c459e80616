"""Pages at the addresses that records had before: they lead on, without script; and their files.

What was taken from a page that moved, its picture or its table, is there under its old name too; so
are its feeds and cards, which others have put into pages and programs of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import Environment

from explainer.site.addresses import relative
from explainer.site.moved import FILE_OF_RECORD, Moved
from explainer.site.output import File
from explainer.site.render import part


def pages(moves: Iterable[Moved], env: Environment) -> Iterator[File]:
    """Make a page for each move."""
    for move in moves:
        yield File(f"{_folder(move.old)}index.html", _page(move, env), has_addresses=True)


def copies(moves: Iterable[Moved], made: Iterable[File]) -> Iterator[File]:
    """Copy the files of pages that moved, `made` already."""
    listed = list(moves)
    for file in made if listed else ():
        for move in listed:
            if path := _old_path(file.path, move):
                yield file.at(path)


def _page(move: Moved, env: Environment) -> bytes:
    html = part("parts/moved.html", env, move=move)
    return relative(html, move.old.count("/") - 1).encode()


def _old_path(path: str, move: Moved) -> str:
    """Name a file of a page as it was named before; empty for files that are not of the page.

    They lie below it, or where `FILE_OF_RECORD` finds them.
    """
    old, new = _id(move.old), _id(move.new)
    if path.startswith(_folder(move.new)):
        rest = path.removeprefix(_folder(move.new))
        return _folder(move.old) + re.sub(rf"^{re.escape(new)}(?=\.)", old, rest)
    found = FILE_OF_RECORD.fullmatch(path)
    if found is None or (found["kind"], found["id"]) != (move.kind, new):
        return ""
    return f"{found['before']}{old}{found['after']}"


def _folder(address: str) -> str:
    return address.lstrip("/")


def _id(address: str) -> str:
    return address.strip("/").rpartition("/")[2]
