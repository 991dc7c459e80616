"""Publishing never harms the last good site."""

from __future__ import annotations

import ctypes
import errno
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.publish import exchange
from explainer.publish.exchange import NotPublishedError, replacing
from tests.conftest import ROOT, TESTS


def _site(folder: Path, text: str) -> Path:
    with replacing(folder) as aside:
        (aside / "index.html").write_text(text, "utf-8")
    return folder


def test_a_site_is_replaced_whole(tmp_path: Path) -> None:
    out = _site(tmp_path / "site", "old")
    (out / "left-over.html").write_text("x", "utf-8")
    _site(out, "new")
    assert (out / "index.html").read_text("utf-8") == "new"
    assert not (out / "left-over.html").exists()
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_crash_leaves_the_last_site(tmp_path: Path) -> None:
    out = _site(tmp_path / "site", "old")
    with pytest.raises(ZeroDivisionError):
        _crash(out)
    assert (out / "index.html").read_text("utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def _crash(out: Path) -> None:
    with replacing(out) as aside:
        (aside / "index.html").write_text("half", "utf-8")
        raise ZeroDivisionError


@pytest.fixture
def in_two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_swap", lambda _new, _out: False)


@pytest.mark.usefixtures("in_two_steps")
def test_two_steps_replace_a_site_whole(tmp_path: Path) -> None:
    out = _site(tmp_path / "site", "old")
    (out / "left-over.html").write_text("x", "utf-8")
    _site(out, "new")
    assert {path.name for path in out.iterdir()} == {"index.html", exchange.SITE_MARK}
    assert (out / "index.html").read_text("utf-8") == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@pytest.mark.usefixtures("in_two_steps")
def test_two_steps_put_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second step fails, and the last site has left its place already."""
    out = _site(tmp_path / "site", "old")
    steps: list[str] = []
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        steps.append("away" if self == out else "back" if len(steps) > 1 else "in")
        if steps[-1] == "in":
            assert not out.exists()
            raise OSError(errno.EIO, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(NotPublishedError, match="Input/output error"):
        _site(out, "new")
    assert steps == ["away", "in", "back"]
    assert (out / "index.html").read_text("utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@pytest.mark.usefixtures("in_two_steps")
def test_a_neighbour_is_never_taken_for_an_old_site(tmp_path: Path) -> None:
    (tmp_path / ".site-old").mkdir()
    (tmp_path / ".site-old/thesis.txt").write_text("years of work", "utf-8")
    _site(_site(tmp_path / "site", "old"), "new")
    assert (tmp_path / ".site-old/thesis.txt").exists()


def test_a_site_can_be_read_by_everybody(tmp_path: Path) -> None:
    """A web server is another user; a temporary folder is its maker's alone."""
    out = tmp_path / "site"
    for text in ("first", "second"):
        _site(out, text)
        assert stat.S_IMODE(out.stat().st_mode) == 0o755


class _System:
    """A system whose call to exchange two folders fails."""

    def __init__(self, number: int) -> None:
        self.number = number

    def renameat2(self, *_: object) -> int:
        ctypes.set_errno(self.number)
        return -1


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL], ids=errno.errorcode.get)
def test_where_the_system_cannot_exchange_two_steps_do(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Old systems, and folders of the network."""
    out = _site(tmp_path / "site", "old")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: _System(number))
    _site(out, "new")
    assert (out / "index.html").read_text("utf-8") == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_where_the_system_knows_of_no_exchange_two_steps_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = _site(tmp_path / "site", "old")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    _site(out, "new")
    assert (out / "index.html").read_text("utf-8") == "new"


def test_where_the_exchange_fails_the_last_site_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = _site(tmp_path / "site", "old")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: _System(errno.EACCES))
    with pytest.raises(NotPublishedError, match="Permission denied"):
        _site(out, "new")
    assert (out / "index.html").read_text("utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", "utf-8")
    with pytest.raises(NotPublishedError, match="did not make"), replacing(tmp_path):
        pass
    assert (tmp_path / "thesis.txt").exists()


def test_a_file_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", "utf-8")
    with pytest.raises(NotPublishedError, match="not a folder"), replacing(tmp_path / "site"):
        pass


def _build(content: Path, out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "build.py", "build", "--content", str(content), "--out", str(out)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_refused_content_leaves_the_last_site_and_exits_1(tmp_path: Path) -> None:
    out = _site(tmp_path / "site", "old")
    content = tmp_path / "content"
    shutil.copytree(TESTS / "content", content)
    (content / "site.yml").write_text("title: س\n", "utf-8")
    done = _build(content, out)
    assert done.returncode == 1
    assert "site.yml:1:1: error: standfirst: is missing" in done.stderr
    assert "Traceback" not in done.stderr
    assert (out / "index.html").read_text("utf-8") == "old"


def test_a_folder_that_cannot_be_replaced_exits_3(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", "utf-8")
    done = _build(TESTS / "content", tmp_path)
    assert done.returncode == 3
    assert "not published" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_good_build_exits_0(tmp_path: Path) -> None:
    done = _build(TESTS / "content", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").exists()
