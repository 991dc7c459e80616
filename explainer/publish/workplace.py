"""The hidden folder beside a site in which the next one is built: held while the build lives.

A build that is killed leaves its folder; the next one sees by the lock that nobody holds it any
more, and clears it away.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK = ".explainer-building"
"""The file in each such folder that its build holds locked; no other folder is cleared away."""
LAST = "last"
"""Within it: the last site, for the moment in which it has left its place."""


@contextmanager
def workplace(out: Path) -> Iterator[Path]:
    """Give a new folder beside `out`, gone when the block ends; first clear away what died there.

    Raises OSError where none can be made.
    """
    _clear(out)
    place, lock = _made(out)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        os.close(lock)


def _made(out: Path) -> tuple[Path, int]:
    """Make a folder and hold it; another build may clear it away before it is held."""
    while True:
        place = Path(tempfile.mkdtemp(prefix=_prefix(out), dir=out.parent))
        lock = _lock(place, os.O_CREAT)
        if lock is not None:
            return place, lock


def _clear(out: Path) -> None:
    """Clear away the folders of builds that have died."""
    for place in _others(out):
        with suppress(OSError):
            place.rmdir()  # empty: it died, or will see, before it had a lock
            continue
        lock = _lock(place, 0)
        if lock is None:
            continue
        if (place / LAST).is_dir() and not out.exists():
            (place / LAST).rename(out)
        shutil.rmtree(place, ignore_errors=True)
        os.close(lock)


def _others(out: Path) -> list[Path]:
    """List the folders beside `out` that are named as ours are, and belong to this user."""
    named = re.compile(re.escape(_prefix(out)) + "[a-z0-9_]{8}")
    if not out.parent.is_dir():
        return []
    with os.scandir(out.parent) as entries:
        return [
            Path(entry.path)
            for entry in entries
            if named.fullmatch(entry.name)
            and entry.is_dir(follow_symlinks=False)
            and entry.stat(follow_symlinks=False).st_uid == os.geteuid()
        ]


def _prefix(out: Path) -> str:
    return f".{out.name}-"


def _lock(place: Path, flags: int) -> int | None:
    """Hold a folder's lock, for as long as the returned file is open; None where another does.

    Where the system knows of no locks a new folder is taken, and none is ever cleared away.
    """
    try:
        lock = os.open(place / LOCK, flags | os.O_RDWR, 0o600)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        held = os.fstat(lock).st_nlink > 0
    except BlockingIOError:
        held = False
    except OSError:
        held = bool(flags & os.O_CREAT)
    if held:
        return lock
    os.close(lock)
    return None
