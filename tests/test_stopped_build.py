"""A build that is stopped, killed or short of room leaves the last site, and soon nothing else."""

from __future__ import annotations

import fcntl
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from explainer.cli import main
from explainer.publish import exchange
from explainer.publish import workplace as work
from explainer.publish.exchange import NotPublishedError, replacing
from explainer.publish.workplace import LAST, LOCK, workplace
from explainer.site.output import SITE_MARK
from tests.conftest import ROOT, TESTS

PATIENCE = 60


def _site(folder: Path, text: str) -> Path:
    with replacing(folder) as aside:
        (aside / "index.html").write_text(text, "utf-8")
    return folder


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _building(out: Path) -> subprocess.Popen[str]:
    """Start a build, and wait until it has its folder."""
    command = [sys.executable, "build.py", "build", "--content", str(TESTS / "content")]
    was = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # who runs us by nohup leaves it ignored
    try:
        process = subprocess.Popen(
            [*command, "--out", str(out)], cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
    finally:
        signal.signal(signal.SIGHUP, was)
    deadline = time.monotonic() + PATIENCE
    while not list(out.parent.glob(f".site-*/{LOCK}")):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return process


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_a_build_in_one_line(number: signal.Signals, tmp_path: Path) -> None:
    out = _site(tmp_path / "site", "old")
    process = _building(out)
    process.send_signal(number)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 128 + number
    assert said == f"stopped by {number.name}\n"
    assert (out / "index.html").read_text("utf-8") == "old"
    assert _names(tmp_path) == ["site"]


def test_a_killed_build_is_cleared_away_by_the_next_and_a_living_one_is_not(tmp_path: Path) -> None:
    out = _site(tmp_path / "site", "old")
    process = _building(out)
    process.kill()
    process.communicate(timeout=PATIENCE)
    assert len(_names(tmp_path)) == 2
    with workplace(out) as living:
        (living / "new").mkdir()
        assert _names(tmp_path) == [living.name, "site"]
        _site(out, "new")
        assert _names(tmp_path) == [living.name, "site"]
        assert (living / "new").is_dir()
    assert _names(tmp_path) == ["site"]
    assert (out / "index.html").read_text("utf-8") == "new"


def _dead(out: Path, *, lock: bool = True) -> Path:
    """Make what a killed build leaves."""
    place = out.parent / f".{out.name}-abcd_123"
    place.mkdir()
    if lock:
        (place / LOCK).touch()
    return place


def test_a_site_that_had_left_its_place_is_put_back(tmp_path: Path) -> None:
    """Killed between the two steps, where there is no exchange in one."""
    out = _site(tmp_path / "site", "old")
    out.rename(_dead(out) / LAST)
    with pytest.raises(ZeroDivisionError), replacing(out):
        raise ZeroDivisionError
    assert (out / "index.html").read_text("utf-8") == "old"
    assert _names(tmp_path) == ["site"]


def test_what_a_killed_build_had_not_begun_is_cleared_away(tmp_path: Path) -> None:
    _dead(tmp_path / "site", lock=False)
    _site(tmp_path / "site", "new")
    assert _names(tmp_path) == ["site"]


def test_folders_of_others_are_left_alone(tmp_path: Path) -> None:
    """Ours are told by their lock, not by their name alone."""
    (_dead(tmp_path / "site", lock=False) / "thesis.txt").write_text("years of work", "utf-8")
    (tmp_path / ".site-notes").mkdir()
    (tmp_path / ".site-notes" / LOCK).touch()
    (tmp_path / ".other-abcd_123").mkdir()
    (tmp_path / ".other-abcd_123" / LOCK).touch()
    (tmp_path / ".site-linked__").symlink_to(_dead(tmp_path / "elsewhere"))
    before = _names(tmp_path)
    _site(tmp_path / "site", "new")
    assert _names(tmp_path) == sorted([*before, "site"])


def test_a_folder_that_is_cleared_away_too_soon_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another build looks between the making of a folder and its lock."""
    lock = work._lock
    tried: list[Path] = []

    def late(place: Path, flags: int) -> int | None:
        tried.append(place)
        if len(tried) == 1:
            place.rmdir()
        return lock(place, flags)

    monkeypatch.setattr(work, "_lock", late)
    _site(tmp_path / "site", "new")
    assert len(tried) == 2
    assert _names(tmp_path) == ["site"]


def test_where_there_are_no_locks_a_site_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(38, "Function not implemented")

    place = _dead(tmp_path / "site")
    monkeypatch.setattr(fcntl, "flock", none)
    _site(tmp_path / "site", "new")
    assert _names(tmp_path) == [place.name, "site"]


def test_a_signal_waits_until_the_exchange_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = _site(tmp_path / "site", "old")
    swap = exchange._swap
    done: list[bool] = []

    def interrupted(new: Path, there: Path) -> bool:
        os.kill(os.getpid(), signal.SIGINT)
        done.append(swap(new, there))
        return done[0]

    monkeypatch.setattr(exchange, "_swap", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _site(out, "new")
    assert done == [True]
    assert (out / "index.html").read_text("utf-8") == "new"
    assert _names(tmp_path) == ["site"]


@contextmanager
def _short_of_room(blocks: int) -> Iterator[None]:
    """Let no file be longer than so many blocks of 1024 bytes: as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (blocks * 1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _limited(out: Path, blocks: int) -> int:
    with _short_of_room(blocks):
        return main(["build", "--content", str(TESTS / "content"), "--out", str(out)])


@pytest.mark.parametrize("blocks", [0, 8, 40])
def test_a_disk_without_room_is_3_and_one_line(
    blocks: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = _site(tmp_path / "deep/site", "old")
    assert _limited(out, blocks) == 3
    assert capsys.readouterr().err == f"not published: {out}: File too large\n"
    assert (out / "index.html").read_text("utf-8") == "old"
    assert _names(out.parent) == ["site"]


def test_nothing_is_left_of_a_first_site_that_there_is_no_room_for(tmp_path: Path) -> None:
    assert _limited(tmp_path / "deep/er/site", 8) == 3
    assert _names(tmp_path) == []


def test_a_folder_beside_which_nothing_may_be_written_is_told_before_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_: object) -> str:
        raise PermissionError(13, "Permission denied", str(tmp_path / ".site-abcd_123"))

    monkeypatch.setattr(tempfile, "mkdtemp", refused)
    began: list[bool] = []
    with (
        pytest.raises(NotPublishedError, match=f"{tmp_path}/site: Permission denied"),
        replacing(tmp_path / "site"),
    ):
        began.append(True)
    assert began == []


def test_bare_mkdocs_makes_a_folder_that_is_ours(bare_site: Path, tmp_path: Path) -> None:
    shutil.copytree(bare_site, tmp_path / "site")
    assert (tmp_path / "site" / SITE_MARK).is_file()
    _site(tmp_path / "site", "new")
