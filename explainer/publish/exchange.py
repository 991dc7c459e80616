"""Put a finished site in the place of the last one in one step, or leave the last one alone."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from explainer.publish.target import NotPublishedError, check_target
from explainer.publish.workplace import LAST, workplace
from explainer.site.output import OUTPUT_MARK, SITE_MARK
from explainer.system import signals

AT_FDCWD = -100
RENAME_EXCHANGE = 2
NO_SUCH_CALL = (errno.ENOSYS, errno.EINVAL)
IN_THE_WAY = (errno.EBUSY, errno.EXDEV)
"""What the system says of a mount, or of a layer of a container's image."""
FOLDER_MODE, FILE_MODE = 0o755, 0o644
"""A web server is another user, whatever the umask of who built."""


@contextmanager
def replacing(out: Path, mark: str = OUTPUT_MARK) -> Iterator[Path]:
    """Give a new empty folder; when the block ends well, it becomes `out`, marked as our own.

    Raises NotPublishedError where `out` is not ours to replace, before the block begins; and where
    it cannot be. If the block raises, `out` is untouched and the new folder is gone.
    """
    out = out.absolute()
    try:
        check_target(out, mark)
        with _parents(out), workplace(out) as place:
            new = place / "new"
            new.mkdir()
            yield new
            (new / SITE_MARK).write_text(mark, "utf-8")
            _open_to_all(new)
            _sync(new)
            with signals.held():
                _exchange(new, out)
            _sync(out.parent)
    except OSError as error:
        raise NotPublishedError(_why(error, out)) from error


@contextmanager
def _parents(out: Path) -> Iterator[None]:
    """Make the folders above; take those away again that end up empty."""
    made = [folder for folder in out.parents if not folder.exists()]
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        with suppress(OSError):
            for folder in made:
                folder.rmdir()


def _open_to_all(new: Path) -> None:
    """Let everybody read the site, and nobody else write it."""
    for folder, _, files in os.walk(new):
        Path(folder).chmod(FOLDER_MODE)
        for name in files:
            Path(folder, name).chmod(FILE_MODE)


def _sync(folder: Path) -> None:
    """Have all that is written in a folder's file system on the disk.

    One call (Linux) for all files: a call for each takes eight times as long. Raises OSError.
    """
    call = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if call is None:
        os.sync()
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if call(opened) != 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    finally:
        os.close(opened)


def _exchange(new: Path, out: Path) -> None:
    """Swap two folders in one step where the system can, else in two with a way back."""
    if not out.exists():
        new.rename(out)
    elif not _swap(new, out):
        _two_steps(new, out)


def _swap(new: Path, out: Path) -> bool:
    """Swap by renameat2(2) (Linux 3.15 and later); False where there is no such call."""
    libc = ctypes.CDLL(None, use_errno=True)
    call = getattr(libc, "renameat2", None)
    if call is None:
        return False
    done = call(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(out), RENAME_EXCHANGE)
    if done == 0:
        return True
    if ctypes.get_errno() in NO_SUCH_CALL:
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _two_steps(new: Path, out: Path) -> None:
    last = new.parent / LAST
    out.rename(last)
    try:
        new.rename(out)
    except OSError:
        last.rename(out)
        raise


def _why(error: OSError, out: Path) -> str:
    """Say what the system refused, and the way out where there is one."""
    named = error.filename2 or error.filename or out  # of a copy, what was written
    where = out if f"/.{out.name}-" in str(named) else named
    told = f"{where}: {error.strerror}"
    if error.errno in IN_THE_WAY:
        return f"{told}; it cannot be replaced here: move it away, or name another folder for --out"
    return told


__all__ = ["SITE_MARK", "NotPublishedError", "replacing"]
