"""The list of a site's files with their hashes, published with it: anyone can tell it is whole.

It is written as sha256sum writes one, so that `sha256sum -c files.sha256` reads it too.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal

from explainer.site.output import SITE_MARK
from explainer.system.errors import WRONG_USAGE, ExplainerError

MANIFEST = "files.sha256"
NOT_LISTED = frozenset({MANIFEST, SITE_MARK})
"""The list itself, and what marks the folder, which hosts do not take."""
LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What looking into a folder leaves there."""

_LINE = re.compile(r"(?P<hash>[0-9a-f]{64})  (?P<path>[^\x00-\x1f\x7f\\\ufffd]+)")

Difference = Literal["missing", "foreign", "changed"]


class NoManifestError(ExplainerError):
    """A folder has no list of its files, or one that is none."""

    exit_code = WRONG_USAGE


def write(folder: Path) -> None:
    """Write the list of all files of a site into it."""
    lines = [f"{found}  {path}\n" for path, found in made(folder).items()]
    (folder / MANIFEST).write_text("".join(lines), "utf-8")


def made(folder: Path) -> Mapping[str, str]:
    """Make the list of all files of a site: path -> hash."""
    return {path: _hash(folder / path) for path in paths(folder)}


def read(folder: Path) -> Mapping[str, str]:
    """Read a site's list: path -> hash. Raises NoManifestError."""
    try:
        written = (folder / MANIFEST).read_bytes()
    except OSError as error:
        raise NoManifestError(f"{folder} has no {MANIFEST} to compare with") from error
    return parsed(written, str(folder / MANIFEST))


def parsed(written: bytes, where: str) -> Mapping[str, str]:
    """Read a list as it was written. Raises NoManifestError for anything that a build wrote not.

    No path in it leads out of the site, and there is one at least.
    """
    lines = written.decode("utf-8", "replace").removesuffix("\n").split("\n")
    found = [_LINE.fullmatch(line) for line in lines]
    listed = {each["path"]: each["hash"] for each in found if each}
    if len(listed) != len(lines) or not all(map(_is_within, listed)):
        raise NoManifestError(f"{where} is not as a build wrote it")
    return listed


def _is_within(path: str) -> bool:
    return not {"", ".", ".."} & set(path.split("/"))


def paths(folder: Path) -> list[str]:
    """List the files of a site in one order everywhere, without the list itself."""
    return sorted(path for path in _within(folder, "") if path not in NOT_LISTED)


def _within(folder: Path | str, before: str) -> Iterator[str]:
    """List the files of a folder and of those in it; a link is a file, wherever it leads."""
    with suppress(FileNotFoundError, PermissionError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _within(entry.path, f"{before}{entry.name}/")
            elif entry.name not in LEFT_BY_SYSTEMS and (entry.is_symlink() or entry.is_file()):
                yield f"{before}{entry.name}"


def differences(folder: Path) -> Iterator[tuple[Difference, str]]:
    """Compare a site with its own list; gives each path that differs. Raises NoManifestError."""
    listed, there = read(folder), set(paths(folder))
    for path in sorted({*listed, *there}):
        if path not in there:
            yield "missing", path
        elif path not in listed:
            yield "foreign", path
        elif (folder / path).is_symlink() or _hash(folder / path) != listed[path]:
            yield "changed", path


def hash_of(content: bytes) -> str:
    """Give the hash of a file's bytes, as the list has it."""
    return hashlib.sha256(content).hexdigest()


def _hash(file: Path) -> str:
    return hash_of(file.read_bytes())
