"""The list of a site's files with their hashes, published with it: anyone can tell it is whole.

It is written as sha256sum writes one, so that `sha256sum -c files.sha256` reads it too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from explainer.site.output import SITE_MARK
from explainer.system.errors import WRONG_USAGE, ExplainerError

MANIFEST = "files.sha256"
NOT_LISTED = frozenset({MANIFEST, SITE_MARK})
"""The list itself, and what marks the folder, which hosts do not take."""
LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What looking into a folder leaves there."""

Difference = Literal["missing", "foreign", "changed"]


class NoManifestError(ExplainerError):
    """A folder has no list of its files, or one that is none."""

    exit_code = WRONG_USAGE


def write(folder: Path) -> None:
    """Write the list of all files of a site into it."""
    lines = [f"{_hash(folder / path)}  {path}\n" for path in paths(folder)]
    (folder / MANIFEST).write_text("".join(lines), "utf-8")


def read(folder: Path) -> Mapping[str, str]:
    """Read a site's list: path -> hash. Raises NoManifestError."""
    try:
        lines = (folder / MANIFEST).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NoManifestError(f"{folder} has no {MANIFEST} to compare with") from error
    pairs = [line.partition("  ") for line in lines]
    if not all(len(found) == 64 and path for found, _, path in pairs):
        raise NoManifestError(f"{folder / MANIFEST} is not as a build wrote it")
    return {path: found for found, _, path in pairs}


def paths(folder: Path) -> list[str]:
    """List the files of a site in one order everywhere, without the list itself."""
    files = (path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    found = {path.relative_to(folder).as_posix(): path.name for path in files}
    return sorted(p for p, n in found.items() if p not in NOT_LISTED and n not in LEFT_BY_SYSTEMS)


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


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
