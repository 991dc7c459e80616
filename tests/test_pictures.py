"""The geometry of pictures: which way time runs, how large things are, how much they weigh."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from explainer.content.library import Library, load
from explainer.site.pictures import geo, grid, history
from explainer.site.pictures import map as maps
from explainer.site.pictures.draw import DRAWING_WIDTH, Picture, text
from explainer.site.pictures.grid import Column, Grid, Row
from explainer.site.pictures.history import HistoryRow
from explainer.site.pictures.map import Spot
from explainer.site.views import atlas, periods
from explainer.site.views.publication import Publication
from tests.conftest import LARGE, LATER

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


def test_values_grow_to_the_left() -> None:
    assert history.position(0, 0, 10) == history.RIGHT
    assert history.position(10, 0, 10) == history.LEFT
    assert history.position(5, 0, 10) == (history.LEFT + history.RIGHT) / 2


def test_one_value_is_no_history() -> None:
    said = HistoryRow(1, None, 3, "بين 1 و3", "ا", "2020", "claimed")
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
    said = HistoryRow(1, 2, 3, f"بين 1 و3 {name}", f"{name} {name}", "2020", "claimed")
    drawn = history.draw("p", "ع", [said, said])
    assert drawn is not None
    long = Grid("p", "ع", "و", GRID.columns, (Row(name, (1, 4)), Row(f"{name} {name}", (0, 2))))
    for picture in (drawn, grid.bars(long), grid.squares(long)):
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
