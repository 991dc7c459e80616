"""What is counted in a library: each thing once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from explainer.content.library import load
from tests.conftest import NOW, TESTS

EVENT = "events/2020/2020-03-05-agreement.yml"


@pytest.mark.parametrize("field", ["actors", "places", "sections", "figures"])
def test_what_an_event_names_twice_is_counted_once(field: str, tmp_path: Path) -> None:
    shutil.copytree(TESTS / "content", tmp_path / "content")
    event_id = Path(EVENT).stem
    before = load(tmp_path / "content", NOW)
    named = [*getattr(before.events[event_id], field)] or [next(iter(getattr(before, field)))]
    path = tmp_path / "content" / EVENT
    lines = [
        line for line in path.read_text("utf-8").splitlines() if not line.startswith(f"{field}:")
    ]
    path.write_text("\n".join([*lines, f"{field}: [{', '.join(named * 2)}]\n"]), "utf-8")
    library = load(tmp_path / "content", NOW)
    assert list(getattr(library.events[event_id], field)) == named * 2
    for name in named:
        assert library.events_by(field)[name].count(event_id) == 1
