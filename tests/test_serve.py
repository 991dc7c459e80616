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

from tests.conftest import ROOT, TESTS

PATIENCE = 40
EVENT = "content/events/2020/2020-03-05-agreement.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the program with the tiny content."""
    for name in ("build.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("explainer", "templates", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copytree(TESTS / "content", tmp_path / "content")
    if (ROOT / ".cache/fonts").exists():
        shutil.copytree(ROOT / ".cache/fonts", tmp_path / ".cache/fonts")
    return tmp_path


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "build.py", "serve", "--address", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield f"http://127.0.0.1:{port}"
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
