"""The geometry of pictures: which way time runs, how large things are, how much they weigh."""

from __future__ import annotations

import re

import pytest

from explainer.library import Library, load
from explainer.pictures import grid, history, periods
from explainer.pictures.draw import WIDTH, text
from explainer.pictures.grid import Column, Grid, Row
from explainer.pictures.history import Said
from tests.conftest import NOW, ROOT

GRID = Grid("p", "عنوان", "وصف", (Column("2020", "2020"), Column("2021", "2021")),
            (Row("أول", (1, 4)), Row("ثان", (0, 2))))  # fmt: skip


@pytest.fixture(scope="module")
def real() -> Library:
    return load(ROOT / "content", NOW.replace(year=2026))


def test_time_runs_from_the_right_to_the_left() -> None:
    places = [grid.centre(index, 13, WIDTH) for index in range(13)]
    assert places == sorted(places, reverse=True)
    assert 0 < places[-1] < places[0] < WIDTH


def test_the_oldest_label_stands_at_the_right() -> None:
    for drawn in (grid.bars(GRID).svg, grid.squares(GRID).svg):
        x = {m[2]: float(m[1]) for m in re.finditer(r'<text x="([0-9.]+)"[^>]*>(20..)<', drawn)}
        assert x["2020"] > x["2021"]


def test_areas_are_as_the_counts() -> None:
    assert grid.square(4, 16) ** 2 * 4 == pytest.approx(grid.square(16, 16) ** 2)


def test_values_grow_to_the_left() -> None:
    assert history.position(0, 0, 10) == history.RIGHT
    assert history.position(10, 0, 10) == history.LEFT
    assert history.position(5, 0, 10) == (history.LEFT + history.RIGHT) / 2


def test_one_value_is_no_history() -> None:
    said = Said(1, None, 3, "بين 1 و3", "ا", "2020", "claimed")
    assert history.draw("p", "ع", [said]) is None
    picture = history.draw("p", "ع", [said, said])
    assert picture is not None
    assert picture.svg.count("x-p-range") == 2


def test_labels_are_escaped_and_isolated() -> None:
    label = text(1, 2, "<b> 2024")
    assert "<b>" not in label
    assert "\u2067&lt;b&gt; 2024\u2069" in label


def test_the_table_has_the_numbers() -> None:
    assert grid.bars(GRID).rows == (("أول", "1", "4"), ("ثان", "0", "2"))


def test_pictures_are_small_named_and_the_same_twice(real: Library) -> None:
    sections = [(s.title, real.events_by("sections").get(i, [])) for i, s in real.sections.items()]
    actors = [(real.actors[i].name.ar, ids) for i, ids in real.events_by("actors").items()]
    for make, rows in ((periods.by_quarter, sections), (periods.by_year, actors)):
        picture, again = make(real, "p", "عنوان", rows), make(real, "p", "عنوان", rows)
        assert picture is not None
        assert picture == again
        assert len(picture.svg.encode()) < 8_000
        assert 'role="img" viewBox' in picture.svg
        assert 'aria-labelledby="p-t p-d"' in picture.svg


def test_nothing_dated_is_no_picture(library: Library) -> None:
    assert periods.by_quarter(library, "p", "ع", [("قسم", [])]) is None
