"""`serve` shows edits as they are saved, says what is wrong with them, and survives it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.cli import main
from explainer.live.preview import Preview
from explainer.messages import MessageLanguage
from tests.conftest import ROOT, TINY, copy_program

PATIENCE = 40
EVENT = "content/events/2020/2020-03-05-agreement.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the program with the tiny content."""
    return copy_program(tmp_path, TINY)


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "build.py", "serve", "--address", f"127.0.0.1:{port}"]
    with (project / "terminal.txt").open("wb") as terminal:
        process = subprocess.Popen(command, cwd=project, stdout=terminal, stderr=terminal)
    yield f"http://127.0.0.1:{port}"
    assert process.poll() is None, (project / "terminal.txt").read_text("utf-8")
    process.terminate()
    process.wait(10)


def _wait_for(url: str, words: str) -> None:
    """Ask for a page until it has these words."""
    seen = "nothing"
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own
                seen = answer.read().decode()
        except urllib.error.HTTPError as error:
            seen = error.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            seen = "no answer"
        if words in seen:
            return
        time.sleep(0.2)
    pytest.fail(f"{url} never had {words!r}, but {seen[:300]}")


def test_edits_of_content_and_templates_are_seen_and_mistakes_shown(
    project: Path, address: str
) -> None:
    page = f"{address}/events/2020-03-05-agreement/"
    _wait_for(page, "المدينتان توقعان")
    sound = (project / EVENT).read_text("utf-8")
    (project / EVENT).write_text(sound.replace("المدينتان توقعان", "المدينتان تمزقان"), "utf-8")
    _wait_for(page, "المدينتان تمزقان")
    (project / EVENT).write_text(sound.replace("importance: 1", "importance: 9"), "utf-8")
    _wait_for(page, "2020-03-05-agreement.yml:13")
    (project / EVENT).write_text(sound, "utf-8")
    _wait_for(page, "المدينتان توقعان")
    template = project / "templates/pages/event.html"
    template.write_text(template.read_text("utf-8") + "<p>كلمة من المصمم</p>", "utf-8")
    _wait_for(page, "كلمة من المصمم")
    template.write_text("{{ nobody.knows }}", "utf-8")
    _wait_for(page, "templates/pages/event.html")
    shutil.copy(ROOT / "templates/pages/event.html", template)
    _wait_for(page, "المدينتان توقعان")


def test_what_the_desk_finds_is_shown_above_the_new_page(project: Path, address: str) -> None:
    page = f"{address}/events/2020-03-05-agreement/"
    _wait_for(page, "المدينتان توقعان")
    sound = (project / EVENT).read_text("utf-8")
    wrong = sound.replace("المدينتان توقعان", "المدينتان تقصدان الى النهر")
    (project / EVENT).write_text(wrong, "utf-8")
    _wait_for(page, "المدينتان تقصدان الى النهر اتفاق بناء الجسر")
    _wait_for(page, "[E631]")
    (project / EVENT).write_text(sound, "utf-8")
    _wait_for(page, "المدينتان توقعان")
    said = (project / "terminal.txt").read_text("utf-8")
    assert "[E631]" in said
    assert said.rstrip().endswith("no problems")


def test_no_state_of_the_content_ends_it(project: Path, address: str) -> None:
    page = f"{address}/events/2020-03-05-agreement/"
    _wait_for(page, "المدينتان توقعان")
    content = project / "content"
    sound = (project / EVENT).read_bytes()
    for broken in (sound[: len(sound) // 2], b"\xff\xfe\x00", b"", b"title: [" * 9999):
        (project / EVENT).write_bytes(broken)
        _wait_for(page, "2020-03-05-agreement.yml:")
    content.rename(project / "away")
    _wait_for(page, "[E110]")
    (project / "away").rename(content)
    (project / EVENT).unlink()
    _wait_for(page, "[E501]")
    (project / EVENT).write_bytes(sound)
    _wait_for(f"{address}/nowhere/", "الصفحة غير موجودة")
    for path, words in (
        ("/", "<main"), ("/about/", "<main"), ("/assets/explainer.css", "@layer"),
        ("/assets/scripts/frame-whole.js", ""), ("/_live/version", ""),
        ("/_live/reload.js", "fetch"),
    ):  # fmt: skip
        _wait_for(address + path, words)


def test_it_serves_no_file_from_elsewhere(project: Path, address: str) -> None:
    (project / "secret.txt").write_text("سر", "utf-8")
    _wait_for(f"{address}/about/", "<main")
    for path in ("/../secret.txt", "/%2e%2e/secret.txt", "//etc/passwd", "/about.md/../x"):
        with pytest.raises(urllib.error.HTTPError) as error:
            urllib.request.urlopen(address + path, timeout=20)  # noqa: S310 - our own
        assert error.value.code == 404
        error.value.close()


@pytest.mark.parametrize(
    ("language", "side", "last"), [("ar", "rtl", "لا مسائل"), ("en", "ltr", "no problems")]
)
def test_problems_are_read_from_the_side_of_their_language(
    language: MessageLanguage, side: str, last: str, project: Path
) -> None:
    said: list[str] = []
    sound = (project / EVENT).read_text("utf-8")
    preview = Preview(project, project / "content", "http://x/", language=language, say=said.append)
    page = preview.answer("/about/")[2].decode()
    assert "x-problems" not in page
    (project / EVENT).write_text(sound.replace("importance: 1", "importance: ٩"), "utf-8")
    page = preview.answer("/about/")[2].decode()
    assert f'<ul dir="{side}"><li><bdi dir="ltr">' in page
    assert "2020-03-05-agreement.yml:13:13</bdi>: " in page
    (project / EVENT).write_text(sound, "utf-8")
    assert "x-problems" not in preview.answer("/about/")[2].decode()
    assert said[-1] == last


def test_of_very_many_problems_the_rest_is_counted(project: Path) -> None:
    lines = "".join(f"f{number}: x\n" for number in range(60))
    preview = Preview(project, project / "content", "http://x/", language="ar", say=print)
    preview.refresh()
    (project / EVENT).write_text((project / EVENT).read_text("utf-8") + lines, "utf-8")
    page = preview.answer("/about/")[2].decode()
    assert page.count("[E301]") == 50
    assert "ومسائل أخرى عددها 10." in page


@pytest.mark.parametrize("address", ["127.0.0.1:99999", "nowhere", "127.0.0.1:x", "8000", ":8000"])
def test_an_address_where_nobody_can_listen_is_a_line(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--address", address]) == 2
    assert "cannot listen" in capsys.readouterr().err


def test_an_editor_reads_the_guide_beside_the_site(address: str) -> None:
    _wait_for(f"{address}/guide/", "دليل المحررين")
    _wait_for(f"{address}/problems/", "E301")
