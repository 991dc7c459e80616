"""What git knows of the folder one works in: what a branch changed, when each file came and did."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from explainer.system.errors import REFUSED, ExplainerError

PLAIN_SETTINGS = (
    "log.showSignature=false", "log.showRoot=true", "log.follow=false", "color.ui=false",
    "diff.relative=false",
    "blame.markIgnoredLines=false", "blame.markUnblamableLines=false", "core.quotePath=false",
)  # fmt: skip
"""What a user may have set otherwise, and what would then be read wrongly."""

DIFF = ("--no-ext-diff", "--no-textconv", f"-O{os.devnull}")
"""The same for what lists files, as options."""


class GitError(ExplainerError):
    """Git is not there, or did not understand what it was asked."""

    exit_code = REFUSED


class Changed(NamedTuple):
    """The day (UTC) on which something last changed, as it was committed.

    `at_latest`: the clone is shallow and its oldest commit holds it already, so that it may have
    changed on any day before.
    """

    day: date
    at_latest: bool


def changed_since(ref: str, folder: Path | None = None) -> frozenset[str]:
    """List the files under a folder (the current one) changed since the branch left `ref`.

    Addresses are as seen from that folder, with `/`. Raises GitError.
    """
    names = ["--relative", "--name-only", "-z", "--merge-base", "--end-of-options"]
    return frozenset(_run(folder, "diff", *DIFF, *names, ref, "--").split("\0")) - {""}


class History:
    """When the files under a folder last changed. Raises GitError where there is no history."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        inside = _run(folder, "rev-parse", "--show-prefix", "--git-path", "shallow", "HEAD")
        self.prefix, shallow, _ = inside.split("\n")[:3]
        """Where the folder lies in the repository: '' or 'content/'."""
        self._oldest = _lines(folder / shallow)

    @property
    def is_shallow(self) -> bool:
        """Tell whether the clone was cut off, so that old files show too late a day."""
        return bool(self._oldest)

    @cached_property
    def _unsaved(self) -> frozenset[str]:
        names = _run(
            self._folder, "diff", *DIFF, "--relative", "--name-only", "-z", "HEAD", "--", "."
        )
        return frozenset(names.split("\0"))

    @cached_property
    def _files(self) -> Mapping[str, Changed]:
        """Read the history from the newest commit on; the first that names a file changed it."""
        form = "--format=%x01%H %ct"
        told = ["-z", "--name-only", "--no-renames", "--relative", form, "--", "."]
        found: dict[str, Changed] = {}
        commit, when = "", ""
        for piece in _run(self._folder, "log", *DIFF, *told).split("\0"):
            if piece.startswith("\x01"):
                commit, when = _commit(piece[1:])
            elif name := piece.removeprefix("\n"):
                found.setdefault(name, self._changed(commit, when))
        return found

    def file(self, path: str) -> Changed | None:
        """Tell when a file last changed; None where git does not know it as it stands."""
        return None if path in self._unsaved else self._files.get(path)

    def entries(self, under: str) -> dict[str, Changed]:
        """Tell when each file under a folder first came in, by its path now; renames are followed.

        What came with a merge came on the day of the merge.
        """
        pieces = self._main_line("--name-status", "--find-renames", "--diff-filter=AR", under=under)
        found: dict[str, Changed] = {}
        now: dict[str, str] = {}
        """A path as the commits before know it -> the path today."""
        for changed, names in pieces:
            before = dict(now)
            for status, path, *target in _steps(names):
                if status == "A":
                    found.setdefault(before.get(path, path), changed)
                else:
                    now[path] = before.get(target[0], target[0])
        return found

    def last_match(self, under: str, pattern: str) -> dict[str, Changed]:
        """Tell when a line that a pattern matches was last added to each file, or taken out."""
        found: dict[str, Changed] = {}
        for changed, names in self._main_line("--name-only", f"-G{pattern}", under=under):
            for name in names:
                found.setdefault(name, changed)
        return found

    def _main_line(self, *options: str, under: str) -> Iterator[tuple[Changed, list[str]]]:
        """Yield the commits of the main line, newest first, each with what it names."""
        form = ["--first-parent", "--diff-merges=first-parent", "--format=%x01%H %ct"]
        told = ["log", "-z", "--relative", *form, *options, "--", under]
        changed: Changed | None = None
        names: list[str] = []
        for piece in _run(self._folder, *told).split("\0"):
            if piece.startswith("\x01"):
                if changed:
                    yield changed, names
                changed, names = self._changed(*piece[1:].split()), []
            elif name := piece.removeprefix("\n"):
                names.append(name)
        if changed:
            yield changed, names

    def lines(self, path: str) -> list[Changed | None]:
        """Tell when each line of a file last changed, in order; None for what is not committed."""
        if path not in self._files:
            return []
        return list(
            self._blamed(
                _run(self._folder, "blame", "--no-textconv", "--line-porcelain", "--", path)
            )
        )

    def _blamed(self, porcelain: str) -> Iterator[Changed | None]:
        commit, when = "", ""
        for line in porcelain.split("\n"):
            word, _, rest = line.partition(" ")
            if len(word) >= 40 and not line.startswith("\t"):
                commit = word
            elif word == "committer-time":
                when = rest
            elif line.startswith("\t"):
                yield self._changed(commit, when) if commit.strip("0") else None

    def _changed(self, commit: str, seconds: str) -> Changed:
        if not seconds:
            raise GitError("git told of a change without its commit")
        return Changed(datetime.fromtimestamp(int(seconds), UTC).date(), commit in self._oldest)


def _lines(path: Path) -> frozenset[str]:
    return frozenset(path.read_text("ascii").split()) if path.is_file() else frozenset()


def _commit(told: str) -> tuple[str, str]:
    """Read a commit's name and its seconds. Raises GitError for anything else."""
    if not re.fullmatch(r"[0-9a-f]{40,64} [0-9]+", told):
        raise GitError(f"git told of a commit as {told[:80]!r}")
    commit, when = told.split()
    return commit, when


def _run(folder: Path | None, *arguments: str) -> str:
    """Ask git, in its own English, and let it write nothing. Raises GitError."""
    plain = [word for setting in PLAIN_SETTINGS for word in ("-c", setting)]
    command = ["git", "--no-optional-locks", *plain, *arguments]
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - fixed commands; a name cannot become an option
            command, cwd=folder, capture_output=True, check=True, env=environment
        )
    except OSError as error:
        raise GitError(f"git cannot be run: {error}") from error
    except subprocess.CalledProcessError as error:
        words = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(words[0] if words else f"git returned {error.returncode}") from error
    return done.stdout.decode("utf-8", "surrogateescape")


def _steps(names: list[str]) -> Iterator[tuple[str, ...]]:
    """Read `--name-status`: a letter and a path, or for a rename a letter, the old and the new."""
    rest = iter(names)
    for status in rest:
        paths = 2 if status[0] == "R" else 1
        yield (status[0], *(next(rest) for _ in range(paths)))


class Gone(NamedTuple):
    """What became of something: in which commit it went, or '' where that is not committed yet."""

    commit: str
    day: str
    renamed: str = ""
    """What it is called now, where that is known."""


def line_gone(folder: Path, file: str, beginning: str) -> Gone | None:
    """Find the commit that took out the line of a file that begins so; None where none did.

    Raises GitError where there is no history.
    """
    pattern = f"^{re.escape(beginning)}"
    try:
        if re.search(pattern, _run(folder, "show", f"HEAD:./{file}"), re.MULTILINE):
            return Gone("", "")
    except GitError:  # the file is not committed, or there is no commit
        pass
    told = _run(folder, "log", "-1", *DIFF, f"-G{pattern}", "--format=%h %cs", "--", file).split()
    return Gone(told[0], told[1]) if told else None


def file_gone(folder: Path, name: str) -> Gone | None:
    """Find the commit that took out a file of this name, wherever it lay; None where none did.

    Raises GitError where there is no history.
    """
    anywhere = f":(glob)**/{name}"
    now = _run(folder, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", ".").split("\0")
    if any(each.rpartition("/")[2] == name for each in now):
        return Gone("", "")
    form = ["--format=%h %cs", "--diff-filter=D", "--no-renames"]
    told = _run(folder, "log", "-1", *DIFF, *form, "--", anywhere).split()
    if not told:
        return None
    status = ["show", *DIFF, "-z", "--format=", "--name-status", "--find-renames", told[0]]
    pieces = _run(folder, *status).strip("\0\n").split("\0")
    for letter, *paths in _steps(pieces):
        if letter[0] == "R" and paths[0].rpartition("/")[2] == name:
            return Gone(told[0], told[1], paths[1].rpartition("/")[2].removesuffix(".yml"))
    return Gone(told[0], told[1])
