"""A record that is gone is told once, with its places and what git knows of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from explainer.content.library import examine
from tests.conftest import TESTS

EVENT = "2020-03-05-agreement"
PATH = f"events/2020/{EVENT}.yml"


def _git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TESTS / "content", tmp_path / "content")
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "Begin")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


def _told(content: Path, code: str = "E501") -> list[str]:
    return [str(each) for each in examine(content).problems if each.code == code]


def _committed(content: Path) -> str:
    _git(content, "add", "-A", ".")
    _git(content, "commit", "-qm", "Change")
    return _git(content, "log", "-1", "--format=%h of %cs")


@pytest.mark.parametrize("committed", [False, True], ids=["not committed", "committed"])
def test_a_deleted_event_is_one_message(committed: bool, content: Path) -> None:
    (content / PATH).unlink()
    when = f"in commit {_committed(content)}" if committed else "since the last commit"
    (told,) = _told(content)
    assert f"event '{EVENT}' was deleted {when}, and is still named in places: " in told
    assert "content/sections/building.yml:4" in told
    assert "did you mean" not in told


@pytest.mark.parametrize("committed", [False, True], ids=["not committed", "committed"])
def test_a_deleted_entry_of_a_registry_is_one_message(committed: bool, content: Path) -> None:
    path = content / "actors.yml"
    text = path.read_text("utf-8")
    begin, end = text.index("mayor:"), text.index("builder:")
    path.write_text(text[:begin] + text[end:], "utf-8")
    when = f"in commit {_committed(content)}" if committed else "since the last commit"
    (told,) = _told(content)
    assert f"actor 'mayor' was deleted {when}, and is still named in places: " in told


def test_a_renamed_event_is_told_with_its_new_id(content: Path) -> None:
    new = (content / PATH).with_name("2020-03-05-accord.yml")
    (content / PATH).rename(new)
    _committed(content)
    (told,) = _told(content)
    assert f"event '{EVENT}' was renamed: write 2020-03-05-accord; places that name it: " in told


def test_without_git_many_places_are_one_message(content: Path) -> None:
    shutil.rmtree(content.parent / ".git")
    (content / PATH).unlink()
    (told,) = _told(content)
    assert f"there is no event '{EVENT}', and " in told
    assert "was it deleted or renamed?" in told


def test_a_slip_in_one_place_is_told_there_with_what_is_near(content: Path) -> None:
    path = content / "sections/building.yml"
    path.write_text(path.read_text("utf-8").replace("agreement", "agreemnt"), "utf-8")
    (told,) = _told(content)
    assert told.endswith(f"there is no event '2020-03-05-agreemnt'; did you mean '{EVENT}'? [E501]")
