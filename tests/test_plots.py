"""How a number moved, drawn: one line a speaker, round ticks, and words that lie on nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import combinations, pairwise

import pytest

from explainer.content.library import Library, load
from explainer.site.pictures import history, time_axis
from explainer.site.pictures.history import Plot
from explainer.site.pictures.label_room import NARROW_COLUMNS, WIDE_COLUMNS
from explainer.site.pictures.time_axis import TickKind
from explainer.site.pictures.told_numbers import NumberBounds, Series, TimedNumber
from explainer.site.views.figure_pictures import history_picture
from explainer.site.views.publication import Publication
from tests.conftest import LARGE, LATER, TESTS
from tests.plots import Word, strokes_at, ticks_at, words_at

WIDTHS = [("narrow", 21.2 + n / 2) for n in range(38)] + [("wide", 33.0 + n) for n in range(42)]
"""Every width of a column with a plot, closer than the program itself looks."""


def number(year: float, best: float | None, **others: object) -> TimedNumber:
    """Say a number of a time: 2020.5 is the middle of 2020."""
    low, high = (others.pop(end, best) for end in ("low", "high"))
    known: dict[str, object] = {
        "words": f"{best:,g}" if best is not None else "بين 4 و6",
        "when": f"{year:.0f}",
        "time": date(int(year), 1 + int(year % 1 * 12), 1),
        "number": NumberBounds(low, best, high),  # type: ignore[arg-type]
    }
    return TimedNumber(**(known | others))  # type: ignore[arg-type]


def tick_words(time: date, kind: TickKind) -> tuple[str, ...]:
    """Word a tick: a month in two lines, as the house does."""
    return (str(time.year),) if kind == "year" else ("تشرين الثاني", "نوفمبر")


def drawn(*series: Sequence[TimedNumber], names: Sequence[str] = ()) -> str:
    """Draw what speakers said, each with a mark of its own."""
    given = names or [f"القائل {n}" for n in range(1, len(series) + 1)]
    many = [
        Series(n if n <= 6 else 0, name, tuple(values))
        for n, (name, values) in enumerate(zip(given, series, strict=True), 1)
    ]
    plot = history.draw("p", "ع", many, "{:,g}".format, tick_words)
    return _with_room(plot)


def _with_room(plot: Plot | None) -> str:
    """Give a plot's drawing, in which its room beside it is told."""
    return str(plot.svg).replace("<svg ", f'<svg data-room="{plot.room}" ', 1) if plot else ""


def test_values_of_one_time_are_no_history() -> None:
    assert drawn((number(2020, 5),)) == ""
    assert drawn((number(2020, 5),), (number(2020, 9),)) == ""


def test_each_speaker_has_a_line_through_its_own_values_only() -> None:
    svg = drawn((number(2020, 100), number(2021, 200), number(2022, 300)), (number(2022, 50),))
    lines = re.findall(r'class="x-plot__line x-who-(\d)" x1="([\d.]+)%" x2="([\d.]+)%"', svg)
    assert [mark for mark, _, _ in lines] == ["1", "1"]
    assert [x2 for _, _, x2 in lines][:-1] == [x1 for _, x1, _ in lines][1:]


def test_a_line_joins_periods_of_one_length_only(large: Library) -> None:
    publication = Publication(large)
    picture = history_picture(publication, publication.figures.card("passengers"))
    assert picture
    assert picture.plot.svg.count('"x-plot__mark ') == 3
    assert picture.plot.svg.count("x-plot__period") == 3
    assert "x-plot__line" not in picture.plot.svg


def test_time_and_numbers_run_as_the_page_reads() -> None:
    svg = drawn((number(2020, 0), number(2021, 5), number(2022, 10)))
    places = re.findall(r'x="([\d.]+)%" y="([\d.]+)em" overflow="visible"><path', svg)
    x, y = ([float(each[n]) for each in places] for n in (0, 1))
    assert x == sorted(x, reverse=True)
    assert y == sorted(y, reverse=True)


def test_rivals_of_one_time_are_joined_and_stand_side_by_side() -> None:
    early = number(2021, 10)
    apart = drawn((early, number(2022, 350, is_rival=True)), (number(2022, 2000, is_rival=True),))
    assert (apart.count("x-plot__gap "), apart.count('"x-plot__gap"')) == (0, 1)
    assert apart.count("x-plot__band") == 1
    assert "translate" not in apart
    near = drawn((early, number(2022, 1000, is_rival=True)), (number(2022, 1010, is_rival=True),))
    assert re.findall(r"translate\((-?[\d.]+) 0\)", near) == ["7.5", "-7.5"]
    assert "x-plot__gap" not in drawn((early, number(2022, 1)), (number(2022, 2),))


def test_open_ends_are_drawn_open_and_ranges_thick() -> None:
    svg = drawn((number(2020, 5, high=None), number(2021, 5, low=None)))
    up, down = re.findall(r'x-plot__open[^>]* y1="([\d.]+)em" y2="([\d.]+)em"', svg)
    assert float(up[1]) < float(up[0])
    assert float(down[1]) > float(down[0])
    assert svg.count("x-plot__arrow") == 2
    assert "x-plot__range" not in svg
    ranged = drawn((number(2020, None, low=4, high=6), number(2021, 6)))
    assert ranged.count("x-plot__range") == 1
    assert ranged.count('"x-plot__mark ') == 3, "a range is marked at both ends"


def test_a_day_not_known_is_a_dashed_line_and_an_open_mark() -> None:
    unsure = number(2021, 5, span=(date(2020, 6, 1), date(2021, 6, 1)))
    svg = drawn((number(2019, 4), unsure))
    assert svg.count("x-plot__unsure") == 1
    assert svg.count("x-plot__mark--open") == 1
    assert svg.count("x-plot__period") == 0


def test_a_number_lies_on_no_day_after_it_was_said(large: Library) -> None:
    publication = Publication(large)
    values = large.figures["cost"].values
    assert any(value.for_ for value in values)
    picture = history_picture(publication, publication.figures.card("cost"))
    assert picture
    assert "بين العامين 2016 و2023" in picture.sub


# Ticks of time.


@pytest.mark.parametrize(
    ("first", "last", "kinds"),
    [
        ("2025-01-03", "2025-01-20", {"day"}),
        ("2025-01-13", "2025-09-02", {"month"}),
        ("2023-10-13", "2025-05-29", {"month", "year"}),
        ("2016-04-18", "2024-10-15", {"year"}),
        ("1400-01-01", "2025-01-01", {"year"}),
    ],
)
def test_ticks_are_few_and_stand_apart(first: str, last: str, kinds: set[str]) -> None:
    seen: list[TickKind] = []

    def words(time: date, kind: TickKind) -> tuple[str, ...]:
        seen.append(kind)
        return tick_words(time, kind)

    ends = [date.fromisoformat(first), date.fromisoformat(last)]
    ticks = time_axis.time_ticks(ends, words, apart=0.4)
    assert 2 <= len(ticks) <= 5
    assert {*seen} <= kinds | {"year"}
    span = (ends[1] - ends[0]).days
    gaps = [(b.time - a.time).days / span for a, b in pairwise(ticks)]
    assert all(gap >= 0.4 for gap in gaps)


def test_a_year_stands_under_the_first_month_of_each() -> None:
    ends = [date(2024, 11, 1), date(2025, 3, 1)]
    ticks = time_axis.time_ticks(ends, tick_words, apart=0.2)
    assert next(tick.lines[2:] for tick in ticks) == ("2024",)
    assert sum(len(tick.lines) == 3 for tick in ticks) == len({t.time.year for t in ticks})


# Words lie on nothing, at any width.

LONG = "لجنة حكومية مشتركة للتعاون التجاري والاقتصادي"
EXTREMES = {
    "two of one speaker": [[number(2020, 1), number(2020.1, 1_000_000)]],
    "a number at zero": [[number(2020, 0), number(2021, 0)], [number(2020.5, 0)]],
    "one number by many": [[number(2020 + n / 4, 1000)] for n in range(8)],
    "eight speakers in one year": [
        [number(2024 + n / 12, 100 * n + 30), number(2025, 90 * n + 400)] for n in range(8)
    ],
    "twenty values": [[number(2005 + n, (n * 37) % 11) for n in range(20)]],
    "very large beside very small": [[number(2020, 3)], [number(2021, 9_800_000_000)]],
    "open ends and ranges": [
        [number(2020, 5, high=None), number(2021, None, low=2, high=9)],
        [number(2020.5, 7, low=None), number(2021, 7.2)],
    ],
    "rivals of one day": [
        [number(2020, 5), number(2022, 5, is_rival=True)],
        [number(2022, 7, is_rival=True)],
        [number(2022, 7.1, is_rival=True)],
    ],
    "below zero": [[number(2020, -300), number(2021, 20)], [number(2020.5, -20)]],
    "days not known": [
        [number(2020.5, 5, span=(date(2020, 1, 1), date(2020, 12, 31)))],
        [number(2021.5, 6, span=(date(2021, 1, 1), date(2021, 12, 31))), number(2022, 4)],
    ],
}


def figures(folder: str) -> list[str]:
    """Draw the plots of a folder of content."""
    publication = Publication(load(TESTS / folder, LATER))
    cards = publication.figures.cards(list(publication.library.figures))
    pictures = (history_picture(publication, card) for card in cards)
    return [_with_room(picture.plot) for picture in pictures if picture]


@pytest.fixture(scope="module")
def large() -> Library:
    return load(LARGE, LATER)


@pytest.fixture(scope="module")
def plots() -> list[str]:
    names = [f"{LONG} {n}" for n in range(8)]
    extreme = [drawn(*each) for each in EXTREMES.values()]
    long = [drawn(*each, names=names[: len(each)]) for each in EXTREMES.values()]
    found = [*figures("large"), *figures("content"), *extreme, *long]
    assert len(found) > 30
    return found


def _inner(svg: str, column: float) -> float:
    """Give the width of the drawing in a column, beside the numbers of its axis."""
    return column - float(svg.split('data-room="')[1].split('"', maxsplit=1)[0])


def overlap(one: Word, other: Word) -> bool:
    """Tell whether two boxes overlap; lines of one label stand as near as lines of text."""
    (a, b, c, d), (e, f, g, h) = one.box, other.box
    return a < g - 0.02 and e < c - 0.02 and b < h - 0.12 and f < d - 0.12


@pytest.mark.parametrize("layout", ["narrow", "wide"])
def test_no_word_lies_on_another_or_leaves_the_drawing(plots: list[str], layout: str) -> None:
    for svg in plots:
        for column in (width for name, width in WIDTHS if name == layout):
            words = words_at(svg, inner := _inner(svg, column), layout)
            ticks = ticks_at(svg, inner, layout)
            bad = [(a.words, b.words) for a, b in combinations(words, 2) if overlap(a, b)]
            bad += [(a.words, b.words) for a in words for b in ticks if overlap(a, b)]
            bad += [(a.words, b.words) for a, b in combinations(ticks, 2) if overlap(a, b)]
            assert bad == [], f"at {column} em"
            out = [w.words for w in words if w.box[0] < -0.3 or w.box[2] > inner + 0.6]
            assert out == [], f"at {column} em"


@pytest.mark.parametrize("layout", ["narrow", "wide"])
def test_no_line_goes_through_a_word(plots: list[str], layout: str) -> None:
    for svg in plots:
        for column in (width for name, width in WIDTHS if name == layout):
            strokes = list(strokes_at(svg, inner := _inner(svg, column)))
            for word in words_at(svg, inner, layout):
                crossing = [s.kind for s in strokes if _goes_through(s.start, s.end, word.box)]
                assert crossing == [], f"{word.words} at {column} em"


def _beside(one: float, other: float, near: float, far: float) -> bool:
    """Tell whether all between two numbers lies on one side of what is between two others."""
    return max(one, other) <= near or min(one, other) >= far


def _goes_through(
    start: tuple[float, float], end: tuple[float, float], box: tuple[float, float, float, float]
) -> bool:
    """Look at places along a line, near enough for no letter to be missed."""
    left, top, right, foot = box[0] + 0.1, box[1] + 0.3, box[2] - 0.1, box[3] - 0.25
    if _beside(start[0], end[0], left, right) or _beside(start[1], end[1], top, foot):
        return False
    steps = 200
    for n in range(steps + 1):
        x = start[0] + (end[0] - start[0]) * n / steps
        y = start[1] + (end[1] - start[1]) * n / steps
        if left < x < right and top < y < foot:
            return True
    return False


@pytest.mark.parametrize("layout", ["narrow", "wide"])
def test_every_speaker_is_named_once(layout: str) -> None:
    for svg in [*figures("large"), *figures("content")]:
        named = {
            words.get("class")
            for words in _texts(svg, layout)
            if "x-plot__who" in str(words.get("class"))
        }
        drawn_marks = set(re.findall(r'x-plot__mark(?:--open)? (x-who-\d)"', svg))
        assert {str(each).split()[1] for each in named} == drawn_marks


def _texts(svg: str, layout: str) -> list[dict[str, str]]:
    shown = re.sub(rf'<svg class="x-(?!{layout})[a-z]+".*?</svg>', "", svg)
    return [{"class": found} for found in re.findall(r'<text class="([^"]+)"', shown)]


def test_most_numbers_are_written_beside_their_marks() -> None:
    for svg in figures("large"):
        marks = svg.count('"x-plot__mark ') + svg.count("x-plot__mark--open ")
        assert len(words_at(svg, 45, "wide")) >= marks


def test_both_layouts_are_looked_at_at_their_ends() -> None:
    assert NARROW_COLUMNS[0] <= 21.2
    assert NARROW_COLUMNS[-1] >= 39.7
    assert WIDE_COLUMNS[0] <= 33.75
    assert WIDE_COLUMNS[-1] >= 74.2
