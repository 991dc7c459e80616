"""Whether a folder may be replaced: told before any work is done for it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from explainer.messages.problems import Problem
from explainer.site.output import SITE_MARK
from explainer.system.errors import ExplainerError

MOUNTS = Path("/proc/self/mountinfo")
HOSTS_OWN = frozenset(
    {
        "CNAME", ".well-known", ".nojekyll", ".htaccess", "_headers", "_redirects", "robots.txt",
        "ads.txt", "security.txt", "favicon.ico", "BingSiteAuth.xml",
    }
)  # fmt: skip
"""What hosts and search engines ask to lie in a site's folder."""
PROOF = re.compile(r"(google|yandex_|pinterest-|baidu_verify_)[\w-]*\.html")
"""Files by which a search engine knows a site's owner."""


class NotPublishedError(ExplainerError):
    """The new site could not take its place; the last one stands as it was.

    `problems` are those of the content that have to do with it, if any.
    """

    def __init__(self, said: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(said)
        self.problems = tuple(problems)


def check_target(out: Path, mark: str) -> None:
    """See that a folder is empty, or was published by us as what `mark` names.

    Raises NotPublishedError, with the way out, for anything else and for a mount.
    """
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise NotPublishedError(f"{out} is not a folder; name a folder for --out")
    if mounted := next(_mounts(out), None):
        raise NotPublishedError(
            f"{mounted} is a mount, which cannot be replaced in one step; name a folder "
            f"within it, such as --out {mounted / 'site'}, and let the server read that"
        )
    names = sorted(os.listdir(out)) if out.is_dir() else []  # noqa: PTH208 - names are wanted
    if names and not is_marked(out, mark):
        raise NotPublishedError(_of_others(out, names))


def is_marked(out: Path, mark: str) -> bool:
    """Tell whether a folder carries our own mark; what it looks like does not count."""
    file = out / SITE_MARK
    return file.is_file() and not file.is_symlink() and file.read_bytes() == mark.encode()


def _of_others(out: Path, names: list[str]) -> str:
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    told = f"{out} holds files that this program did not make ({shown}); name another folder"
    kept = [name for name in names if name in HOSTS_OWN or PROOF.fullmatch(name)]
    return f"{told}. {belongs(kept)}" if kept else told


def belongs(names: list[str]) -> str:
    """Say where files belong that a host wants to find in the folder."""
    return f"Put what a host is to find there ({', '.join(names)}) into content/static/"


def _mounts(out: Path) -> Iterator[Path]:
    """List the mounts at a folder and within it: nothing of them may be moved or deleted."""
    real = Path(os.path.realpath(out))
    if os.path.ismount(real):
        yield out
    for point in _mount_points():
        if point == real or real in point.parents:
            yield out / point.relative_to(real)


def _mount_points() -> Iterator[Path]:
    """List what the system has mounted where, as far as it says (Linux)."""
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        written = line.split(b" ")[4]
        yield Path(os.fsdecode(re.sub(rb"\\([0-7]{3})", lambda c: bytes([int(c[1], 8)]), written)))
