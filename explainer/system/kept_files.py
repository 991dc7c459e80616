"""Files that took long to make, kept in a cache folder by names that say what they are made of."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def kept(path: Path, make: Callable[[], bytes]) -> bytes:
    """Read a file, or make it and keep it there, whole: two builds may make the same at once.

    A folder that cannot be read or written costs time, nothing else.
    """
    with suppress(OSError):
        return path.read_bytes()
    made = make()
    aside = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(made)
        aside.replace(path)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    return made
