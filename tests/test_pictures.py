"""The geometry of pictures: which way time runs, how large things are, how much they weigh."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from explainer.content.library import Library, load
from explainer.site.pictures import geo, grid, history, plot
from explainer.site.pictures import map as maps
from explainer.site.pictures.draw import DRAWING_WIDTH, Picture, text
from explainer.site.pictures.grid import Column, Grid, Row
from explainer.site.pictures.history import Series, TimedNumber
from explainer.site.pictures.map import Spot
from explainer.site.pictures.told_numbers import MARK_PATHS
from explainer.site.views import atlas, figures, periods, speaker_marks
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


def _spot(name: str, lon: float, lat: float, events: int = 1) -> Spot:
    return Spot(name, name, (lon, lat), events, f"{events}")


@pytest.mark.parametrize(
    ("one", "two", "kilometres"),
    [
        ((0, 0), (1, 0), 111.2),
        ((179.5, 0), (-179.5, 0), 111.2),
        ((37.62, 55.75), (125.75, 39.03), 6420),
    ],
)
def test_distance(one: geo.MapPoint, two: geo.MapPoint, kilometres: float) -> None:
    assert geo.distance(one, two) == pytest.approx(kilometres, rel=0.01)


@pytest.mark.parametrize("points", [[(10, 50), (20, 45)], [(178, -17), (-176, -14)], [(0, 88)]])
def test_every_place_lies_in_its_window(points: list[geo.MapPoint]) -> None:
    piece = geo.window(points, least=60, margin=0.18, shape=1.0)
    for point in points:
        x, y = piece.project(point)
        assert abs(x) <= piece.half_width
        assert abs(y) <= piece.half_height


def test_north_is_up_and_east_is_at_the_right() -> None:
    piece = geo.window([(10, 50)], least=100, margin=0, shape=0.5)
    east, north = piece.project((11, 50)), piece.project((10, 51))
    assert east[0] > 0
    assert north[1] < 0
    assert east[0] == pytest.approx(geo.distance((10, 50), (11, 50)), rel=0.01)


def test_land_stays_within_its_window() -> None:
    piece = geo.window([(127, 39), (132, 43)], least=60, margin=0.18, shape=1.0)
    rings = list(geo.land(piece))
    assert len(rings) > 2
    for x, y in (point for ring in rings for point in ring):
        assert abs(x) <= piece.half_width + 1e-6
        assert abs(y) <= piece.half_height + 1e-6


def test_places_that_lie_together_share_a_map() -> None:
    far = [_spot("a", 10, 50, 3), _spot("b", 12, 50), _spot("c", 120, 40, 9), _spot("d", 121, 40)]
    drawn = maps.maps([*far, _spot("e", -70, -30)])
    assert [picture.caption for picture in drawn] == ["c وما حولها", "a وما حولها"]
    assert [spot.id for spot in maps.alone([*far, _spot("e", -70, -30)])] == ["e"]


def test_a_crowd_gets_a_closer_map() -> None:
    crowd = [_spot(f"p{n}", 10 + n / 10, 50) for n in range(4)]
    assert len(maps.maps([*crowd, _spot("q", 18, 50)])) == 2
    assert len(maps.maps(crowd)) == 1


@pytest.mark.parametrize("spots", [[], [_spot("a", 1, 1)]])
def test_one_place_or_none_is_no_map(spots: list[Spot]) -> None:
    assert maps.maps(spots) == []


def test_names_stand_inside_the_map_and_not_on_one_another() -> None:
    spots = [_spot(f"مكان {n}", 20 + n * 0.9, 45 + n % 3, n + 1) for n in range(14)]
    for picture in maps.maps(spots):
        high = float(re.search(r'viewBox="0 0 360 ([0-9.]+)"', picture.svg)[1])  # type: ignore[index]
        places = re.findall(r'<text x="([0-9.]+)" y="([0-9.]+)"[^>]*x-p-place', picture.svg)
        assert places
        assert all(0 < float(x) < DRAWING_WIDTH and 0 < float(y) < high for x, y in places)


def test_areas_of_places_are_as_their_events() -> None:
    drawn = maps.maps([_spot("a", 10, 50, 100), _spot("b", 12, 50, 25)])[0].svg
    large, small = sorted(map(float, re.findall(r' r="([0-9.]+)"', drawn)), reverse=True)
    assert large / small == pytest.approx(2)


def test_every_linked_place_is_told_to_a_screen_reader(large: Library) -> None:
    drawn = maps.maps(atlas.spots(Publication(large)))
    text_ = "".join(picture.svg for picture in drawn)
    for place, ids in large.events_by("places").items():
        if large.places[place].lat is not None and f"#{place}" in text_:
            assert large.places[place].name.ar in text_
            assert ids
    assert 'role="group"' in text_
    assert sum(len(picture.svg) for picture in drawn) < 40_000


def test_small_maps_are_small(large: Library) -> None:
    around = atlas.SpotMaps(Publication(large))
    assert len(around) > 5
    assert {
        name: len(p.svg.encode()) for name, p in around.items() if len(p.svg.encode()) > 3000
    } == {}
