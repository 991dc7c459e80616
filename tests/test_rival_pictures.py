"""Numbers that differ as lines from zero: one scale, open ends open, everybody in words."""

from __future__ import annotations

import re

import pytest

from explainer.content.library import Library, load
from explainer.site.pictures.number_line import number_lines
from explainer.site.pictures.steps import round_steps
from explainer.site.pictures.told_numbers import NumberBounds
from explainer.site.render import environment
from explainer.site.views.publication import Publication
from explainer.site.views.rival_pictures import rival_picture, rival_pictures
from tests.conftest import LARGE, LATER, ROOT

ONE = NumberBounds(350, 350, 350)
OTHER = NumberBounds(2000, 2000, 2000)


@pytest.fixture(scope="module")
def large() -> Library:
    return load(LARGE, LATER)


@pytest.mark.parametrize(
    ("numbers", "ticks"),
    [
        ([350, 2000], (0, 1000, 2000)),
        ([17, 17.3, 20], (0, 10, 20)),
        ([4e6, 6.5e6], (0, 2.5e6, 5e6, 7.5e6)),
        ([11_000], (0, 5000, 10_000, 15_000)),
        ([1], (0, 1)),
        ([0.9], (0, 0.5, 1)),
        ([0], (0, 1)),
        ([-300, 20], (-400, -200, 0, 200)),
    ],
)
def test_steps_are_round_few_and_end_near(numbers: list[float], ticks: tuple[float, ...]) -> None:
    assert round_steps(numbers, 3).ticks == ticks


@pytest.mark.parametrize("steps", [3, 4])
@pytest.mark.parametrize("most", [0.03, 1, 7, 99, 101, 12_345, 3_333_333, 9.99e12])
def test_steps_hold_every_number(most: float, steps: int) -> None:
    found = round_steps([most], steps)
    assert found.most >= most
    assert 2 <= len(found.ticks) <= steps + 1


def test_numbers_run_from_the_right_to_one_scale() -> None:
    lines = number_lines([ONE, OTHER])
    assert lines.x(0) == 100
    assert lines.x(0) > lines.x(350) > lines.x(2000) > 0
    assert lines.x(1000) == pytest.approx((lines.x(0) + lines.x(2000)) / 2)


def test_an_open_end_is_dots_with_an_arrow_and_a_range_has_two_marks() -> None:
    least, most = NumberBounds(5, 5, None), NumberBounds(None, 5, 5)
    between = NumberBounds(4, None, 6)
    lines = number_lines([least, most, between])
    for number in (least, most):
        drawn = lines.drawn(number, 1)
        assert (drawn.count("x-plot__open"), drawn.count("x-plot__arrow")) == (1, 1)
    assert "x-line__way" not in lines.drawn(most, 1), "nothing is said of what lies below"
    assert lines.drawn(between, 1).count("x-plot__mark") == 2
    assert lines.drawn(between, 1).count("x-plot__range") == 1
    assert lines.drawn(ONE, 1).count("x-plot__mark") == 1


def test_a_line_stretches_and_its_text_does_not(large: Library) -> None:
    publication = Publication(large)
    for picture in rival_pictures(publication, large.figures):
        for drawn in (picture.scale, *(each.line for each in picture.lines)):
            assert "viewBox" not in drawn
            places = [float(x) for x in re.findall(r' x[12]?="([\d.]+)%"', drawn)]
            assert all(0 <= x <= 100 for x in places)


def test_a_figure_without_rivals_has_no_such_picture(library: Library) -> None:
    publication = Publication(library)
    assert rival_picture(publication, "workers") is None
    assert [each.id for each in rival_pictures(publication, library.figures)] == ["cost", "length"]


def test_the_day_is_told_once_where_it_is_one(library: Library) -> None:
    length, cost = (rival_picture(Publication(library), i) for i in ("length", "cost"))
    assert length
    assert cost
    assert "منذ العام 2020" in length.sub
    assert [each.when for each in length.lines] == [None, None]
    assert all(each.when for each in cost.lines)


def test_who_denies_it_from_outside_the_picture_is_named(library: Library) -> None:
    length, cost = (rival_picture(Publication(library), i) for i in ("length", "cost"))
    assert length
    assert cost
    assert length.denial == ""
    assert cost.denial == "", "the western city has a line of its own there"


def test_the_words_stand_in_the_page(library: Library) -> None:
    env = environment(ROOT / "templates")
    page = '{% import "parts/pictures.html" as p %}{{ p.rivals_together(pictures) }}'
    pictures = rival_pictures(Publication(library), library.figures)
    html = env.from_string(page).render(pictures=pictures)
    assert html.count("<figure") == 2
    for words in ("المدينة الشرقية", "ما لا يقل عن 15 مليونا", "20 تموز/يوليو 2021"):
        assert words in html
