"""Tell whether any file below some folders has changed, by names, sizes and times."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

FolderState = frozenset[tuple[str, int, int]]
"""What the folders held when looked at: (path, time in nanoseconds, size)."""


def look(folders: Iterable[Path]) -> FolderState:
    """Look at every file of the folders; one that is not there holds nothing."""
    return frozenset(entry for folder in folders for entry in _files(str(folder)))


def _files(folder: str) -> Iterable[tuple[str, int, int]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(entry.path)
                elif not entry.name.startswith("."):
                    found = entry.stat(follow_symlinks=False)
                    yield entry.path, found.st_mtime_ns, found.st_size
    except OSError:
        return
