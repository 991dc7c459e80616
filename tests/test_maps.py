"""Maps: what a frame holds, whose land is whose, and how far a kilometre goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from explainer.arabic import vocabulary
from explainer.content.library import Library, load
from explainer.content.model import Land, Sea
from explainer.site.pictures import geo, lands, map_land, map_plan
from explainer.site.pictures import map as maps
from explainer.site.pictures.geo import MapFrame
from explainer.site.pictures.ground import UNITS, Drawing, ground
from explainer.site.pictures.lands import GeoPoint
from explainer.site.pictures.map_plan import MapPlan, Spot, Way
from explainer.site.pictures.map_sheet import Colouring
from explainer.site.pictures.terrain import ashore, is_ashore, terrain
from explainer.site.render import environment
from explainer.site.views import atlas
from explainer.site.views.publication import Publication
from tests.conftest import LARGE, LATER, ROOT

MOSCOW, PYONGYANG, VLADIVOSTOK = (37.62, 55.75), (125.75, 39.03), (131.89, 43.12)
COASTS = {
    "Vladivostok": (131.89, 43.12), "Rason": (130.29, 42.24), "Alexandria": (29.89, 31.2),
    "Doha": (51.53, 25.29), "Beirut": (35.51, 33.9), "Istanbul": (28.97, 41.01),
    "Tangier": (-5.81, 35.78), "Port Said": (32.3, 31.26), "Singapore": (103.85, 1.29),
    "Copenhagen": (12.58, 55.68), "Manama": (50.58, 26.22), "New York": (-74.0, 40.71),
    "Suva": (178.44, -18.14), "Valletta": (14.51, 35.9), "Aden": (45.03, 12.78),
    "Gaza": (34.45, 31.52), "Latakia": (35.77, 35.53), "Djibouti": (43.15, 11.59),
}  # fmt: skip
"""Towns on a coast, or on both sides of a strait."""


@pytest.fixture(scope="module")
def large() -> Library:
    return load(LARGE, LATER)


def _spot(name: str, lon: float, lat: float, events: int = 1, country: str = "") -> Spot:
    return Spot(name, name, (lon, lat), events, f"{events}", country)


def _plan(*spots: Spot) -> MapPlan:
    plan = map_plan.story(spots)
    assert plan is not None
    return plan


def _frame(*points: GeoPoint, least: float = 60) -> MapFrame:
    return geo.frame(points, least=least, low=0.5, high=0.8)


def _owner(frame: MapFrame, point: GeoPoint) -> str:
    drawing = Drawing(frame)
    return terrain(ground(frame, {})).at(*drawing.place(point))


@pytest.mark.parametrize(
    ("one", "two", "kilometres"),
    [((0, 0), (1, 0), 111.2), ((179.5, 0), (-179.5, 0), 111.2), (MOSCOW, PYONGYANG, 6420)],
)
def test_distance(one: GeoPoint, two: GeoPoint, kilometres: float) -> None:
    assert geo.distance(one, two) == pytest.approx(kilometres, rel=0.01)


@pytest.mark.parametrize(
    "points",
    [
        [(10, 50), (20, 45)],
        [(178, -17), (-176, -14)],
        [(0, 88), (90, 80)],
        [VLADIVOSTOK, (-149.9, 61.2), (178.4, -18.1)],
        [(0, 89), (20, -89)],
        [(-74, 40.7), (31.2, 30), (151.2, -33.9), (-46.6, -23.5)],
    ],
    ids=["land", "antimeridian", "pole", "pacific", "both poles", "four continents"],
)
def test_every_place_lies_on_its_map(points: Sequence[GeoPoint]) -> None:
    frame = _frame(*points)
    assert all(frame.holds(point) for point in points)


def test_four_continents_are_a_map_of_the_world() -> None:
    frame = _frame((-74, 40.7), (31.2, 30), (151.2, -33.9), (-46.6, -23.5))
    assert frame.is_world
    assert not _frame(VLADIVOSTOK, (-149.9, 61.2)).is_world
    assert abs(abs(_frame(VLADIVOSTOK, (-149.9, 61.2)).lon) - 180) < 25


def test_the_world_is_cut_where_no_place_lies() -> None:
    pacific = geo.world([(140, 35), (-155, 20), (174, -41), (-75, -12)])
    cut = (pacific.lon + 360) % 360 - 180
    assert min(abs((cut - lon + 180) % 360 - 180) for lon in (140, -155, 174, -75)) > 50


def test_north_is_up_and_east_is_at_the_right() -> None:
    frame = _frame((10, 50), least=100)
    east, north = frame.project((11, 50)), frame.project((10, 51))
    assert east[0] > 0
    assert north[1] < 0
    assert east[0] == pytest.approx(geo.distance((10, 50), (11, 50)), rel=0.01)


def test_land_does_not_reach_far_beyond_its_frame() -> None:
    land = ground(_frame((127, 39), (132, 43)), {})
    points = [point for _, outline in land.outlines for point in outline]
    assert len(land.outlines) > 2
    assert all(-10 <= x <= UNITS + 10 and -10 <= y <= land.height + 10 for x, y in points)


@pytest.mark.parametrize("wide", [60, 150, 450, 1500, 4000])
@pytest.mark.parametrize("name", COASTS)
def test_no_town_on_a_coast_lies_in_the_sea(name: str, wide: float) -> None:
    plan = map_plan.together([_spot(name, *COASTS[name])], wide)
    frame = MapFrame(plan.frame.lat, plan.frame.lon, wide, wide * 0.6)
    land, drawing = ground(frame, {}), Drawing(frame)
    at = drawing.place(COASTS[name])
    moved = ashore(land, at, min(15 / drawing.kilometres, 9))
    assert is_ashore(land, moved)
    assert abs(moved[0] - at[0]) + abs(moved[1] - at[1]) < 14


def test_a_place_at_sea_stays_there() -> None:
    frame = _frame((130.5, 37.9), least=300)
    at = Drawing(frame).place((131.5, 38.4))
    assert ashore(ground(frame, {}), at, 9) == at


@pytest.mark.parametrize(
    ("land", "point"),
    [
        ("crimea", (34.2, 45.3)), ("golan", (35.8, 33.0)), ("western-sahara", (-13, 25)),
        ("kashmir", (75, 34.2)), ("kashmir", (74.5, 36)), ("aksai-chin", (79.3, 35.1)),
        ("arunachal", (94.2, 28.1)), ("halaib", (35.4, 22.4)), ("bir-tawil", (33.7, 21.9)),
        ("abyei", (28.4, 9.8)), ("ilemi", (35.1, 4.75)), ("kurils", (147.8, 45.0)),
        ("northern-cyprus", (33.5, 35.3)), ("somaliland", (45, 9.6)), ("TW", (121, 23.8)),
        ("XK", (20.9, 42.6)), ("PS", (35.2, 32.0)), ("PS", (34.36, 31.4)), ("FK", (-58.9, -51.8)),
        ("RU", (38, 52)), ("UA", (34.0, 47.0)), ("IL", (34.9, 31.0)), ("MA", (-6, 32)),
    ],
)  # fmt: skip
def test_whose_land_is_whose(land: str, point: GeoPoint) -> None:
    assert _owner(_frame(point, least=120), point) == land
    assert lands.is_disputed(land) == (land not in {"RU", "UA", "IL", "MA"})


def test_a_disputed_land_has_no_tone_and_a_dashed_edge_until_an_editor_says() -> None:
    plan = map_plan.together([_spot("a", 34.2, 45.3)], 300)
    drawn = maps.draw("m", "م", plan, Colouring(frozenset({"RU", "UA"})))
    assert 'class="x-map__open"' in drawn.svg
    assert 'class="x-map__edge"' in drawn.svg
    given = maps.draw("m", "م", plan, Colouring(frozenset({"UA"}), {"crimea": "UA"}))
    assert 'class="x-map__open"' not in given.svg
    assert 'class="x-map__edge"' not in given.svg


def test_no_disputed_land_is_named_by_default(large: Library) -> None:
    names = atlas.colouring(Publication(large)).names
    assert not [land for land in names if lands.is_disputed(land)]
    assert names["KP"] == "كوريا الشمالية"


def test_a_crowd_gets_a_nearer_map_and_a_frame() -> None:
    crowd = [_spot(f"p{n}", 10 + n / 10, 50) for n in range(4)]
    plan = _plan(*crowd, _spot("q", 38, 50))
    assert [len(each.spots) for each in plan.nearer] == [4]
    drawn = maps.draw("m", "م", plan, Colouring(), letters="أ")
    assert 'class="x-map__near"' in drawn.svg
    assert 'class="x-map__letter"' in drawn.svg


def test_few_far_places_do_not_make_the_map_small() -> None:
    near = [_spot(f"p{n}", 100 + n, 40, 30) for n in range(5)]
    plan = _plan(*near, _spot("far", -74, 40, 1))
    assert [spot.id for spot in plan.beyond] == ["far"]
    assert "far" in maps.draw("m", "م", plan, Colouring()).svg
    assert _plan(*near, _spot("far", -74, 40, 60)).beyond == ()


@pytest.mark.parametrize("kilometres", [0.4, 1.0, 3.0, 7.7, 50.0, 13_000.0])
def test_the_scale_is_round_and_not_too_long(kilometres: float) -> None:
    length = map_land.round_length(kilometres)
    assert length <= max(kilometres, 1)
    assert re.fullmatch("[125]0*", f"{length:.0f}")


def test_the_scale_is_true_in_the_middle() -> None:
    plan = map_plan.together([_spot("a", 30, 60)], 500)
    drawn = maps.draw("m", "م", plan, Colouring())
    found = re.search(r'x1="([\d.]+)%" x2="([\d.]+)%".*?>\u2067([\d,]+) كم', drawn.svg)
    assert found
    units = (float(found[2]) - float(found[1])) / 100 * UNITS
    degrees = float(found[3].replace(",", "")) / geo.distance((30, 60), (31, 60))
    x, _ = Drawing(plan.frame).place((30 + degrees, 60))
    assert x - UNITS / 2 == pytest.approx(units, rel=0.02)


def test_every_place_is_told_to_who_cannot_see(large: Library) -> None:
    drawn = atlas.story_maps(Publication(large))
    whole = str(drawn[0].svg)
    assert 'role="group"' in whole
    for place, ids in large.events_by("places").items():
        if large.places[place].lat is not None and ids:
            assert large.places[place].name.ar in whole


def test_nowhere_is_no_map() -> None:
    assert map_plan.story([]) is None


def test_the_lands_that_editors_may_name_are_those_of_the_shapes() -> None:
    codes = set(vocabulary.DISPUTED_LAND) | lands.DISPUTED_STATES
    assert {land for land in lands.all_lands() if lands.is_disputed(land)} == codes
    guide = (ROOT / "docs/guide.md").read_text("utf-8")
    assert all(f"`{land}`" in guide for land in codes)


def test_a_route_is_one_line_there_and_back() -> None:
    ports = {"a": (130.29, 42.24), "b": (133.08, 42.75), "c": (132.35, 42.88)}
    way = Way(tuple(ports[stop] for stop in "abac"), is_claimed=True)
    spots = [_spot(name, *point) for name, point in ports.items()]
    plan = replace(map_plan.together(spots, 60), ways=(way,))
    drawn = str(maps.draw("m", "م", plan, Colouring()).svg)
    assert drawn.count("x-map__way--claimed") == 2
    assert drawn.count("x-map__arrow") == 2
    sure = replace(plan, ways=(Way(way.stops, is_claimed=False),))
    assert "--claimed" not in maps.draw("m", "م", sure, Colouring()).svg


def test_editors_name_colour_and_leave_out_lands(library: Library) -> None:
    said = [
        Land(id="XK", name="كوسوفو"),
        Land(id="golan", tone="SY"),
        Land(id="IL", label="none"),
        Land(id="FR", tone="none"),
    ]
    seas = [Sea(name="البحر المتوسط", lat="34.5", lon="18.5")]
    site = library.site.model_copy(update={"lands": tuple(said), "seas": tuple(seas)})
    tones = atlas.colouring(Publication(replace(library, site=site)))
    assert tones.names["XK"] == "كوسوفو"
    assert "IL" not in tones.names
    assert tones.owners == {"golan": "SY"}
    assert "FR" not in tones.parties
    assert tones.seas == (("البحر المتوسط", (18.5, 34.5)),)


@pytest.mark.parametrize(
    ("spots", "has"),
    [
        ((_spot("Kherson", 32.6, 46.6), _spot("Sochi", 39.7, 43.6)), True),
        ((_spot("Lisbon", -9.1, 38.7), _spot("Porto", -8.6, 41.1)), False),
    ],
)
def test_a_dashed_edge_is_told_of_where_there_is_one(spots: tuple[Spot, ...], has: bool) -> None:
    made = maps.draw("m", "خريطة", _plan(*spots), Colouring())
    assert ("x-map__edge" in made.svg) == made.has_disputed == has
    note: Any = environment(ROOT / "templates").get_template("parts/map.html").module
    assert ("بحد متقطع" in note.map_note(has)) == has
