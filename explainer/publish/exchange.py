"""Put a finished site in the place of the last one in one step, or leave the last one alone."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from explainer.system.errors import ExplainerError

AT_FDCWD = -100
RENAME_EXCHANGE = 2
SITE_MARK = ".explainer-site"
"""A file in every site that we published: only such a folder, or an empty one, is replaced."""


class NotPublishedError(ExplainerError):
    """The new site could not take its place; the last one stands as it was."""


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Give a new empty folder beside `out`; when the block ends well, it becomes `out`.

    Raises NotPublishedError where `out` is not ours to replace, or cannot be. If the block raises,
    `out` is untouched and the new folder is gone.
    """
    out = out.absolute()
    _check_ours(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise NotPublishedError(f"cannot write beside {out}: {error.strerror}") from error
    try:
        yield aside
        _exchange(aside, out)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _check_ours(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise NotPublishedError(f"{out} is not a folder; name a folder for --out")
    if out.is_dir() and any(out.iterdir()) and not _ours(out):
        raise NotPublishedError(
            f"{out} holds files that this program did not make; name another folder"
        )


def _ours(out: Path) -> bool:
    return (out / SITE_MARK).exists() or (
        (out / "sitemap.xml").exists() and (out / "404.html").exists()
    )


def _exchange(new: Path, out: Path) -> None:
    """Swap two folders in one step where the system can, else in two with a way back."""
    try:
        (new / SITE_MARK).write_text("explainer\n", "utf-8")
        new.chmod(0o755)
        if not out.exists():
            new.rename(out)
        elif not _swap(new, out):
            _two_steps(new, out)
    except OSError as error:
        raise NotPublishedError(f"cannot replace {out}: {error.strerror}") from error


def _swap(new: Path, out: Path) -> bool:
    """Swap by renameat2(2) (Linux 3.15 and later); False where there is no such call."""
    libc = ctypes.CDLL(None, use_errno=True)
    call = getattr(libc, "renameat2", None)
    if call is None:
        return False
    done = call(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(out), RENAME_EXCHANGE)
    if done == 0:
        return True
    if ctypes.get_errno() in (errno.ENOSYS, errno.EINVAL):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _two_steps(new: Path, out: Path) -> None:
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    out.rename(old)
    try:
        new.rename(out)
    except OSError:
        old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
