"""The geometry of pictures: which way time runs, how large things are, how much they weigh."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from explainer.content.library import Library, load
from explainer.site.pictures import grid, history, plot
from explainer.site.pictures.draw import DRAWING_WIDTH, Picture, text
from explainer.site.pictures.grid import Column, Grid, Row
from explainer.site.pictures.history import Series, TimedNumber
from explainer.site.pictures.told_numbers import MARK_PATHS
from explainer.site.views import figures, periods, speaker_marks
from explainer.site.views.publication import Publication
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


def _number(year: int, best: float, **others: object) -> TimedNumber:
    known = {"low": best, "high": best, "words": f"{best:g}", "when": str(year)} | others
    return TimedNumber(time=date(year, 7, 1), best=best, **known)  # type: ignore[arg-type]


def _history(*series: tuple[TimedNumber, ...]) -> str:
    many = [Series(mark, values) for mark, values in enumerate(series, 1)]
    picture = history.draw("p", "ع", many, "{:,g}".format)
    return str(picture.svg) if picture else ""


def test_one_value_is_no_history() -> None:
    assert _history((_number(2020, 5),)) == ""


def test_each_speaker_has_a_line_through_its_own_values_only() -> None:
    drawn = _history(
        (_number(2020, 100), _number(2021, 200), _number(2022, 300)), (_number(2022, 50),)
    )
    lines = re.findall(r'class="x-plot__line x-who-(\d)" x1="([\d.]+)%" x2="([\d.]+)%"', drawn)
    assert [mark for mark, _, _ in lines] == ["1", "1"]
    assert [x2 for _, _, x2 in lines][:-1] == [x1 for _, x1, _ in lines][1:]


def test_a_line_joins_periods_of_one_length_only(large: Library) -> None:
    passengers = next(
        page for page in figures.pages(Publication(large)) if page.title == "ركاب الخط في السنة"
    )
    assert str(passengers.data["picture"]).count("x-plot__mark") == 3
    assert "x-plot__line" not in str(passengers.data["picture"])


def test_a_long_time_is_named_by_its_year() -> None:
    quarter = "تشرين الأول/أكتوبر – كانون الأول/ديسمبر 2023"
    drawn = _history((_number(2022, 1), _number(2023, 2, when=quarter)))
    assert f">\u2067{quarter}" not in drawn
    assert ">2023<" in drawn


def test_time_and_numbers_run_as_the_page_reads() -> None:
    scale = plot.plot_scale([date(2020, 1, 1), date(2022, 1, 1)], [1, 10])
    assert scale.x(date(2020, 1, 1)) > scale.x(date(2021, 1, 1)) > scale.x(date(2022, 1, 1))
    assert scale.y(0) == plot.FOOT
    assert scale.y(scale.most) == pytest.approx(plot.TOP)
    assert scale.most >= 10


@pytest.mark.parametrize(
    ("numbers", "ticks"),
    [
        ([350, 2000], ["0", "500", "1,000", "1,500", "2,000"]),
        ([8], ["0", "2", "4", "6", "8"]),
        ([-300, 20], ["-300", "-200", "-100", "0", "100"]),
        ([0], ["0"]),
        ([54.5], ["0", "20", "40", "60"]),
    ],
)
def test_ticks_are_round_and_few(numbers: list[float], ticks: list[str]) -> None:
    scale = plot.plot_scale([date(2020, 1, 1)], numbers)
    drawn = "".join(plot.grid(scale, "{:,g}".format))
    found = re.findall(r">\u2067?([\d,.-]+)\u2069?<", drawn)
    assert [float(n.replace(",", "")) for n in found][: len(ticks)] == [
        float(n.replace(",", "")) for n in ticks
    ]
    assert len(found) <= 6


def test_rivals_of_one_day_are_joined_and_stand_side_by_side() -> None:
    apart = _history((_number(2022, 350, is_rival=True),), (_number(2022, 2000, is_rival=True),))
    assert apart.count("x-plot__gap") == 1
    assert "translate" not in apart
    near = _history((_number(2022, 1000, is_rival=True),), (_number(2022, 1010, is_rival=True),))
    assert re.findall(r"translate\((-?[\d.]+) 0\)", near) == ["7.5", "-7.5"]
    assert "x-plot__gap" not in _history((_number(2022, 1),), (_number(2022, 2),))


def test_open_ends_are_drawn_open_and_ranges_thick() -> None:
    least, most = _number(2020, 5, high=None), _number(2021, 5, low=None)
    drawn = _history((least, most))
    up, down = re.findall(r'x-plot__open[^>]* y1="([\d.]+)em" y2="([\d.]+)em"', drawn)
    assert float(up[1]) < float(up[0])
    assert float(down[1]) > float(down[0])
    assert drawn.count("x-plot__arrow") == 2
    assert "x-plot__range" not in drawn
    assert _history((_number(2020, 5, low=4, high=6), _number(2021, 6))).count("x-plot__range") == 1


def test_labels_never_lie_on_one_another_on_a_phone() -> None:
    room = plot.LabelRoom([(50, 8)], [])
    placed = [room.place((50, 8), "نحو 2,000") for _ in range(12)]
    assert placed[0] is not None
    assert placed[-1] is None
    sides = [side for side in placed if side]
    assert len(set(sides)) == len(sides)


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
