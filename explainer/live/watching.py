"""Tell whether any file below some folders has changed, by what the system keeps of each.

A program may set a file's time back and leave its size (rsync -t); the time at which that was done
(ctime) it cannot set.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

FileState = tuple[str, int, int, int, int]
"""Path, time of the content and of any change (nanoseconds), size, number on the disk."""
FolderState = frozenset[FileState]
"""What the folders held when looked at."""


def look(folders: Iterable[Path]) -> FolderState:
    """Look at every file of the folders; one that is not there holds nothing."""
    return frozenset(entry for folder in folders for entry in _files(str(folder)))


def _files(folder: str) -> Iterable[FileState]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(entry.path)
                elif not entry.name.startswith("."):
                    found = entry.stat(follow_symlinks=False)
                    times = found.st_mtime_ns, found.st_ctime_ns
                    yield entry.path, *times, found.st_size, found.st_ino
    except OSError:
        return
