"""What took long to make is made once, and never stands half in its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.system.kept_files import kept


def test_a_file_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "new/folder/a.woff2"
    assert kept(path, lambda: b"one") == b"one"
    assert kept(path, lambda: pytest.fail("made again")) == b"one"
    assert [each.name for each in path.parent.iterdir()] == ["a.woff2"]


def test_a_folder_that_cannot_be_had_costs_time_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert kept(tmp_path / "file/a.png", lambda: b"made") == b"made"
    assert kept(tmp_path / "file/a.png", lambda: b"anew") == b"anew"


def test_what_cannot_be_put_in_its_place_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    assert kept(tmp_path / "a.png", lambda: b"made") == b"made"
    assert [each.name for each in tmp_path.iterdir()] == ["a.png"]
