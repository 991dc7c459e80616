"""Files that took long to make, kept in a cache folder by names that say what they are made of.

A folder that cannot be read or written costs time, nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def kept(path: Path, make: Callable[[], bytes]) -> bytes:
    """Read a file, or make it and keep it there."""
    found = read_kept(path)
    if found is not None:
        return found
    made = make()
    write_kept(path, made)
    return made


def read_kept(path: Path) -> bytes | None:
    """Read a file; None where there is none to be read."""
    with suppress(OSError):
        return path.read_bytes()
    return None


def write_kept(path: Path, content: bytes) -> None:
    """Keep a file, whole: two builds may make the same at once."""
    aside = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(content)
        aside.replace(path)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
