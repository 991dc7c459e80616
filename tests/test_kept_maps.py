"""A map is taken from the cache only where it is the very same map."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.site.pictures import kept_maps, map_plan
from explainer.site.pictures import map as maps
from explainer.site.pictures.map import MapPicture
from explainer.site.pictures.map_plan import Spot
from explainer.site.pictures.map_sheet import Colouring
from explainer.system import program_state

SPOTS = [Spot(f"p{n}", f"مكان {n}", (100 + n / 50, 40.0), 1, "حدث") for n in range(9)]
PLAN = map_plan.together(SPOTS, 60)
TONES = Colouring(frozenset({"CN", "MN"}), {}, {"CN": "الصين"}, (("بحر", (120.0, 30.0)),))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept_maps, "MAPS", tmp_path / "maps")
    return tmp_path / "maps"


def _drawn(title: str = "خريطة", tones: Colouring = TONES) -> MapPicture:
    return kept_maps.draw("m", title, PLAN, tones, is_linked=False)


def test_a_map_is_drawn_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = maps.draw("m", "خريطة", PLAN, TONES, is_linked=False)
    assert drawn.listed
    assert _drawn() == drawn
    monkeypatch.setattr(maps, "draw", lambda *_, **__: pytest.fail("drawn again"))
    assert _drawn() == drawn
    assert len(list(folder.rglob("*.json"))) == 1


def test_another_map_is_drawn_anew(folder: Path) -> None:
    other = Colouring(TONES.parties, {}, {"CN": "بلد آخر"}, TONES.seas)
    assert len({_drawn().svg, _drawn("أخرى").svg, _drawn(tones=other).svg}) == 3
    assert len(list(folder.rglob("*.json"))) == 3


@pytest.mark.parametrize("broken", [b"", b"{", b"{}", b'["a"]', b"\xff\xfe"])
def test_a_broken_file_is_made_anew(folder: Path, broken: bytes) -> None:
    whole = _drawn()
    (path,) = folder.rglob("*.json")
    kept = path.read_bytes()
    path.write_bytes(broken)
    assert _drawn() == whole
    assert path.read_bytes() == kept


def test_another_program_takes_nothing_and_clears_the_cache(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "another").mkdir(parents=True)
    _drawn()
    assert not (folder / "another").exists()
    monkeypatch.setattr(program_state, "program_state", lambda: "b" * 64)
    program_state.program_folder.cache_clear()
    _drawn()
    assert [path.parent.name for path in folder.rglob("*.json")] == ["b" * 20]
    program_state.program_folder.cache_clear()
