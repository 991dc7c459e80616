"""Publishing never harms the last good site."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from explainer.cli import main
from explainer.editors.cms import form_page
from explainer.publish import exchange, target
from explainer.publish.exchange import NotPublishedError, replacing
from explainer.site.output import SITE_MARK
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
    assert {path.name for path in out.iterdir()} == {"index.html", SITE_MARK}
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


def test_all_that_killed_builds_left_is_cleared_away(tmp_path: Path) -> None:
    for name in "abcdef":
        (tmp_path / f".site-{name * 8}").mkdir()
    _site(tmp_path / "site", "new")
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


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777], ids=oct)
def test_modes_are_the_same_whatever_the_umask(mask: int, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with replacing(tmp_path / "site") as aside:
            os.umask(mask & 0o377)
            (aside / "a").mkdir(mode=0o700)
            (aside / "a/index.html").write_text("x", "utf-8")
            (aside / "a/index.html").chmod(0o777)
    finally:
        os.umask(before)
    modes = {
        path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "site").rglob("*")
    }
    assert modes == {"a": 0o755, "index.html": 0o644, SITE_MARK: 0o644}


def test_a_site_is_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, rename = exchange._sync, Path.rename

    def synced(folder: Path) -> None:
        steps.append(folder.name)
        sync(folder)

    def renamed(self: Path, target: Path) -> Path:
        steps.append("in")
        return rename(self, target)

    monkeypatch.setattr(exchange, "_sync", synced)
    monkeypatch.setattr(Path, "rename", renamed)
    _site(tmp_path / "site", "x")
    assert steps == ["new", "in", tmp_path.name]


@pytest.mark.parametrize("call", [-1, None], ids=["failing", "none"])
def test_a_disk_that_cannot_hold_it_is_told(
    call: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system has no call for one file system, all of them are written."""

    class System:
        if call:

            @staticmethod
            def syncfs(_: int) -> int:
                ctypes.set_errno(errno.ENOSPC)
                return -1

    asked: list[bool] = []
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: System())
    monkeypatch.setattr(os, "sync", lambda: asked.append(True))
    if call is None:
        _site(tmp_path / "site", "x")
        assert asked
        return
    with pytest.raises(NotPublishedError, match="No space left on device"):
        _site(tmp_path / "site", "x")
    assert list(tmp_path.iterdir()) == []


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


class _Exchange:
    """A system that can exchange two folders, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, bytes, int, bytes, int]] = []

    def renameat2(self, *asked: Any) -> int:
        self.asked.append(asked)
        _, new, _, out, _ = asked
        for source, end in ((new, new + b"-aside"), (out, new), (new + b"-aside", out)):
            Path(os.fsdecode(source)).rename(os.fsdecode(end))
        return 0


def test_where_the_system_can_exchange_one_step_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = _site(tmp_path / "site", "old")
    system = _Exchange()
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: system)
    monkeypatch.setattr(exchange, "_two_steps", lambda *_: pytest.fail("in two steps"))
    _site(out, "new")
    assert (out / "index.html").read_text("utf-8") == "new"
    ((here, new, there, replaced, flag),) = system.asked
    assert (here, there, flag) == (-100, -100, 2)  # AT_FDCWD and RENAME_EXCHANGE of Linux
    assert (Path(os.fsdecode(new)).name, replaced) == ("new", os.fsencode(out))
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


def _spoilt_mark(folder: Path, mark: str) -> None:
    """Put something into the mark's place."""
    if mark == "a folder":
        (folder / SITE_MARK).mkdir()
    elif mark == "a link":
        (folder / SITE_MARK).symlink_to(_site(folder.parent / "ours", "x") / SITE_MARK)
    else:
        (folder / SITE_MARK).write_text(mark, "utf-8")


@pytest.mark.parametrize("mark", ["", "another program\n", "a folder", "a link"])
def test_what_a_folder_looks_like_does_not_make_it_ours(mark: str, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    names = ("404.html", "sitemap.xml", "index.html", "thesis.docx")
    for name in names:
        (out / name).write_text(name, "utf-8")
    if mark:
        _spoilt_mark(out, mark)
    with pytest.raises(NotPublishedError, match="did not make"):
        _site(out, "new")
    assert {path.name for path in out.iterdir()} >= set(names)


def test_a_form_takes_no_sites_place(tmp_path: Path) -> None:
    out = _site(tmp_path / "site", "old")
    with (
        pytest.raises(NotPublishedError, match="did not make"),
        replacing(out, form_page.FORM_MARK),
    ):
        pass
    assert (out / "index.html").read_text("utf-8") == "old"


@pytest.mark.parametrize(
    "name", ["CNAME", ".well-known", "google0123456789abcdef.html", "yandex_0123.html", ".htaccess"]
)
def test_what_a_host_wants_there_is_told_its_place(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("x", "utf-8")
    with pytest.raises(NotPublishedError) as caught, replacing(tmp_path):
        pass
    assert f"({name}) into content/static/" in str(caught.value)


@pytest.mark.parametrize(
    ("names", "told"),
    [("abc", "a, b, c"), ("abcd", "a, b, c and 1 more"), ("abcde", "a, b, c and 2 more")],
)
def test_what_is_no_hosts_is_told_no_such_place(names: str, told: str, tmp_path: Path) -> None:
    for name in names:
        (tmp_path / name).write_text("x", "utf-8")
    with pytest.raises(NotPublishedError) as caught, replacing(tmp_path):
        pass
    assert str(caught.value).endswith(f"({told}); name another folder")


MOUNTINFO = """\
22 1 0:21 / / rw - overlay overlay rw
35 22 0:33 / {} rw,relatime shared:1 - tmpfs tmpfs rw
36 22 8:1 /data {}/el\\040se rw - ext4 /dev/sda1 rw
"""


@pytest.mark.parametrize("where", ["{out}", "{out}/deep/er"])
def test_a_mount_is_told_before_the_build(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A container's volume, be it of the same file system, and one within the site."""
    out = _site(tmp_path / "s ite", "old")
    listed = tmp_path / "mountinfo"
    point = where.format(out=out).replace(" ", "\\040")
    listed.write_text(MOUNTINFO.format(point, tmp_path), "utf-8")
    monkeypatch.setattr(target, "MOUNTS", listed)
    began = []
    with pytest.raises(NotPublishedError, match="is a mount") as caught, replacing(out):
        began.append(True)
    assert not began
    assert f"--out {where.format(out=out)}/site" in str(caught.value)
    with replacing(tmp_path / "el se not"):
        pass


def test_a_mount_is_known_where_the_system_lists_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = _site(tmp_path / "site", "old")
    monkeypatch.setattr(target, "MOUNTS", tmp_path / "nowhere")
    _site(out, "new")
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == out)
    with pytest.raises(NotPublishedError, match="is a mount"):
        _site(out, "newer")
    assert (out / "index.html").read_text("utf-8") == "new"


def _mounting() -> list[str] | None:
    """Begin a command that may mount: as root, or in a namespace of its own."""
    for begin in ([], ["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"]):
        with tempfile.TemporaryDirectory() as here:
            line = f"mount -t tmpfs tmpfs {here} && umount {here}"
            tried = subprocess.run([*begin, "sh", "-c", line], capture_output=True, check=False)
        if tried.returncode == 0:
            return begin
    return None


BUILDS = """
import sys
from explainer.cli import main
for out in sys.argv[2:]:
    print(main(["build", "--content", sys.argv[1], "--out", out]))
"""


@pytest.mark.skipif(_mounting() is None, reason="this machine lets nobody mount anything")
@pytest.mark.parametrize("kind", ["-t tmpfs tmpfs", "--bind {tmp}/kept"])
def test_a_real_mount_is_refused_and_a_folder_within_it_taken(kind: str, tmp_path: Path) -> None:
    (tmp_path / "volume").mkdir()
    (tmp_path / "kept").mkdir()
    volume = tmp_path / "volume"
    build = f"{sys.executable} -c '{BUILDS}' {TESTS / 'content'} {volume} {volume}/site"
    line = f"mount {kind.format(tmp=tmp_path)} {volume}; {build}; ls -A {volume}; umount {volume}"
    begin = _mounting() or []
    done = subprocess.run(
        [*begin, "sh", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "is a mount" in done.stderr
    assert done.stdout.splitlines()[0] == "3"
    assert done.stdout.splitlines()[-2:] == ["0", "site"]


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV], ids=errno.errorcode.get)
def test_where_something_is_in_the_way_the_way_out_is_told(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = _site(tmp_path / "site", "old")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: _System(number))
    with pytest.raises(NotPublishedError, match="move it away, or name another folder"):
        _site(out, "new")
    assert (out / "index.html").read_text("utf-8") == "old"


def test_a_file_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", "utf-8")
    with pytest.raises(NotPublishedError, match="not a folder"), replacing(tmp_path / "site"):
        pass


def _build(content: Path, out: Path) -> int:
    return main(["build", "--content", str(content), "--out", str(out)])


def test_refused_content_leaves_the_last_site_and_exits_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = _site(tmp_path / "site", "old")
    content = tmp_path / "content"
    shutil.copytree(TESTS / "content", content)
    (content / "site.yml").write_text("title: س\n", "utf-8")
    assert _build(content, out) == 1
    said = capsys.readouterr().err
    assert "site.yml:1:1: error: standfirst: is missing" in said
    assert "Traceback" not in said
    assert (out / "index.html").read_text("utf-8") == "old"


def test_a_folder_that_cannot_be_replaced_exits_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", "utf-8")
    assert _build(TESTS / "content", tmp_path) == 3
    said = capsys.readouterr().err
    assert "not published" in said
    assert "Traceback" not in said


def test_a_good_build_exits_0(tmp_path: Path) -> None:
    assert _build(TESTS / "content", tmp_path / "site") == 0
    assert (tmp_path / "site" / "index.html").exists()
