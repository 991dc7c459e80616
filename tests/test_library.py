"""What is counted in a library: each thing once."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from explainer.content.library import examine, load
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


def test_events_stand_in_the_order_of_their_days(tmp_path: Path) -> None:
    """Whatever their ids say: the first by name is made the last by day."""
    shutil.copytree(TESTS / "content", tmp_path / "content")
    before = list(load(tmp_path / "content", NOW).events)
    path = next((tmp_path / "content/events").rglob(f"{before[0]}.yml"))
    text = re.sub("(?m)^date:.*$", "date: 2021-12-30", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    assert list(load(tmp_path / "content", NOW).events) == [*before[1:], before[0]]


def test_a_picture_that_is_refused_is_not_missed_as_well(tmp_path: Path) -> None:
    content = shutil.copytree(TESTS / "content", tmp_path / "content")
    (content / "media").mkdir()
    (content / "media/quay.jpg").write_bytes(b"no picture")
    fields = "{file: quay.jpg, alt: رصيف الميناء, credit: مصور أول, licence: CC BY 4.0}"
    path = content / EVENT
    path.write_text(f"{path.read_text('utf-8')}image: {fields}\n", "utf-8")
    [problem] = examine(content, NOW).problems
    assert problem.file.endswith("media/quay.jpg")
