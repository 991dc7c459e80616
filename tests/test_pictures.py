"""The geometry of pictures: which way time runs, how large things are, how much they weigh."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from explainer.content.library import Library, load
from explainer.site.pictures import grid
from explainer.site.pictures.draw import DRAWING_WIDTH, Picture, text
from explainer.site.pictures.grid import Column, Grid, Row
from explainer.site.pictures.told_numbers import MARK_PATHS
from explainer.site.views import periods, speaker_marks
from tests.conftest import LARGE, LATER, ROOT

Rows = list[tuple[str, list[str]]]
GRID = Grid("p", "عنوان", "وصف", (Column("2020", "2020"), Column("2021", "2021")),
            (Row("أول", (1, 4)), Row("ثان", (0, 2))))  # fmt: skip


@pytest.fixture(scope="module")
def large() -> Library:
    return load(LARGE, LATER)


def test_time_runs_from_the_right_to_the_left() -> None:
    places = [grid.centre(index, 13, DRAWING_WIDTH) for index in range(13)]
    assert places == sorted(places, reverse=True)
    assert 0 < places[-1] < places[0] < DRAWING_WIDTH


def test_the_oldest_label_stands_at_the_right() -> None:
    for drawn in (grid.bars(GRID).svg, grid.squares(GRID).svg):
        x = {m[2]: float(m[1]) for m in re.finditer(r'<text x="([0-9.]+)"[^>]*>(20..)<', drawn)}
        assert x["2020"] > x["2021"]


def test_areas_are_as_the_counts() -> None:
    assert grid.square(4, 16) ** 2 * 4 == pytest.approx(grid.square(16, 16) ** 2)


def test_marks_are_as_many_as_colours() -> None:
    css = (ROOT / "templates/styles/tokens.css").read_text("utf-8")
    assert len(MARK_PATHS) == speaker_marks.SPEAKER_MARKS + 1 == css.count(".x-who-")


def test_labels_are_escaped_and_isolated() -> None:
    label = text(1, 2, "<b> 2024")
    assert "<b>" not in label
    assert "\u2067&lt;b&gt; 2024\u2069" in label


def test_the_table_has_the_numbers() -> None:
    assert grid.bars(GRID).rows == (("أول", "1", "4"), ("ثان", "0", "2"))


def _counted(large: Library) -> Iterator[tuple[Callable[..., Picture | None], Rows]]:
    """Yield what draws events by time, with rows of events for it."""
    by_section, by_actor = large.events_by("sections"), large.events_by("actors")
    yield periods.by_quarter, [(s.title, by_section.get(i, [])) for i, s in large.sections.items()]
    yield periods.by_year, [(large.actors[i].name.ar, ids) for i, ids in by_actor.items()]


def test_pictures_are_small_named_and_the_same_twice(large: Library) -> None:
    for make, rows in _counted(large):
        picture, again = make(large, "p", "عنوان", rows), make(large, "p", "عنوان", rows)
        assert picture is not None
        assert picture == again
        assert len(picture.svg.encode()) < 8_000
        assert 'role="img" viewBox' in picture.svg
        assert 'aria-labelledby="p-t p-d"' in picture.svg


def test_a_long_label_is_whole_on_several_lines() -> None:
    name = "لجنة حكومية مشتركة للتعاون التجاري والاقتصادي والعلمي والتقني"
    long = Grid("p", "ع", "و", GRID.columns, (Row(name, (1, 4)), Row(f"{name} {name}", (0, 2))))
    for picture in (grid.bars(long), grid.squares(long)):
        words = re.sub(
            "[\u2067\u2069]", "", " ".join(re.findall(r"<text[^>]*>([^<]*)<", picture.svg))
        )
        assert name in words
        assert "…" not in words


def test_what_is_drawn_is_what_the_table_says(large: Library) -> None:
    for make, rows in _counted(large):
        picture = make(large, "p", "عنوان", rows)
        assert picture is not None
        table = sorted(int(n) for _, *numbers in picture.rows for n in numbers if n != "0")
        axis = {mark for mark in picture.head if mark.isdigit()}
        drawn = re.findall(r"<text[^>]*>(\d+)<", picture.svg)
        if make is periods.by_quarter:
            axis = {n for n in drawn if re.fullmatch("20[0-9][0-9]", n)}
        assert sorted(int(n) for n in drawn if n not in axis) == table
        named = {name: len(ids) for name, ids in rows}
        counted = {name: sum(map(int, numbers)) for name, *numbers in picture.rows}
        for name, number in counted.items():
            assert number == named[name], name


def test_nothing_dated_is_no_picture(library: Library) -> None:
    assert periods.by_quarter(library, "p", "ع", [("قسم", [])]) is None
