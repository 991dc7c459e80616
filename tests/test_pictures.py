"""Counts over time as a grid, and the marks of speakers."""

from __future__ import annotations

import pytest

from explainer.content.library import Library, load
from explainer.site.pictures.grid import SHADES, Column, Grid, Row
from explainer.site.pictures.told_numbers import MARK_PATHS
from explainer.site.views import periods, speaker_marks
from tests.conftest import LARGE, LATER, ROOT

GRID = Grid("p", "عنوان", "وصف", (Column("2020"), Column("2021")),
            (Row("أول", (1, 4)), Row("ثان", (0, 2))))  # fmt: skip


@pytest.fixture(scope="module")
def large() -> Library:
    return load(LARGE, LATER)


def test_shades_grow_with_the_count() -> None:
    shades = [GRID.shade(count) for count in range(GRID.most + 1)]
    assert shades == sorted(shades)
    assert (shades[0], shades[-1]) == (0, SHADES)
    assert GRID.shade(1) > 0, "one event is seen"


def test_every_shade_has_its_rule() -> None:
    css = (ROOT / "templates/styles/pictures.css").read_text("utf-8")
    assert all(f".x-matrix__n--{n} " in css for n in range(1, SHADES + 1))


def test_marks_are_as_many_as_colours() -> None:
    css = (ROOT / "templates/styles/tokens.css").read_text("utf-8")
    marks = 1 + speaker_marks.SPEAKER_MARKS + speaker_marks.GUEST_MARKS
    assert len(MARK_PATHS) == len(set(MARK_PATHS)) == marks == css.count(".x-who-")


def test_a_side_s_mark_stands_for_nobody_else_on_the_site(large: Library) -> None:
    people = [i for i, actor in large.actors.items() if actor.type == "person"][:4]
    wanted = {**speaker_marks.wanted_marks(large)}
    for person, mark in zip(people, (1, 2, 3, 1), strict=True):
        wanted[large.sides.of_actor(person)] = mark
    groups = [frozenset({person}) for person in people]
    for order in (groups, groups[::-1]):
        marks = speaker_marks.marks_of(large, wanted, order)
        assert sorted(marks.values())[:3] == [1, 2, 3]
        assert max(marks.values()) >= speaker_marks.SPEAKER_MARKS


def test_an_event_counts_once_in_each_row(large: Library) -> None:
    rows = [(large.actors[i].name.ar, ids) for i, ids in large.events_by("actors").items()]
    counted = periods.by_year(large, "p", "عنوان", rows)
    assert counted == periods.by_year(large, "p", "عنوان", rows)
    assert counted
    named = dict(rows)
    for row in counted.rows:
        dated = [i for i in named[row.name] if large.live[i].when.earliest]
        assert len(row.counts) == len(counted.columns)
        assert sum(row.counts) == len(dated), row.name


def test_nothing_dated_is_no_picture(library: Library) -> None:
    assert periods.by_year(library, "p", "ع", [("قسم", [])]) is None
