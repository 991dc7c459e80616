"""The words in a plot: each number beside its mark, each speaker once, none on another.

Two layouts are made, one for a phone's column and one for a wide one; what is alike in both is
written once. A number for which there is no room is left to the table below the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from explainer.site.pictures.label_room import (
    NARROW_COLUMNS,
    WIDE_COLUMNS,
    LabelLine,
    LabelRoom,
    PlotLine,
    PlotPoint,
)
from explainer.site.pictures.plot import PlotScale, block, hung
from explainer.site.pictures.shaping import broken, text_width
from explainer.site.pictures.told_numbers import Series, TimedNumber

VALUE_SIZE = 1.11
"""The size of a number, in em of the drawing: the page's own on a wide screen."""
NAME_ROOMS = {"narrow": (7.2, 5.0), "wide": (14.0, 8.0)}
"""How wide a line of a speaker's name is at most, in em: first one that needs fewer lines."""
VALUE_ROOM = {"narrow": 7.5, "wide": 11.0}
DISPUTE = ("خلاف في", "الوقت نفسه")
"""What a line between rivals of one time says."""


def plot_labels(
    scale: PlotScale,
    series: Sequence[Series],
    marks: Sequence[PlotPoint],
    lines: Sequence[PlotLine],
    disputes: Sequence[PlotLine],
) -> Iterator[str]:
    """Write the labels of a narrow and of a wide column."""
    layouts = {}
    for width, columns in (("narrow", NARROW_COLUMNS), ("wide", WIDE_COLUMNS)):
        inner = [column - scale.room for column in columns]
        room = LabelRoom(inner, scale.foot, [*lines, *disputes], list(marks))
        layouts[width] = list(_layout(scale, series, disputes, room, width))
    narrow, wide = layouts["narrow"], layouts["wide"]
    yield from (hung(at, drawn) for at, drawn in narrow if (at, drawn) in wide)
    for kind, own, other in (("x-narrow", narrow, wide), ("x-wide", wide, narrow)):
        yield from (hung(at, drawn, kind) for at, drawn in own if (at, drawn) not in other)


def _layout(
    scale: PlotScale,
    series: Sequence[Series],
    disputes: Sequence[PlotLine],
    room: LabelRoom,
    width: str,
) -> Iterator[tuple[PlotPoint, str]]:
    """Place the speakers' names with a number first, then the other numbers, then the disputes."""
    numbered: set[int] = set()
    for each in sorted(series, key=lambda one: -text_width(one.name)):  # what is largest goes first
        if found := _naming(scale, each, room, width):
            value, placed = found
            numbered.add(id(value))
            yield placed
    for each in series:
        for value in _in_turn(each.values):
            if id(value) not in numbered and (
                number := _placed(scale, value, _number(value, width), room, each.colour)
            ):
                yield number
    for dispute in disputes:
        if words := _dispute(dispute, room):
            yield words


def _naming(
    scale: PlotScale, series: Series, room: LabelRoom, width: str
) -> tuple[TimedNumber | None, tuple[PlotPoint, str]] | None:
    """Name the speakers beside one of their numbers; beside a mark alone if there is no room."""
    for with_number in (True, False):
        for value, name in product(_in_turn(series.values), _names(series, width)):
            lines = [*(_number(value, width) if with_number else ()), *name]
            if placed := _placed(scale, value, lines, room, series.colour):
                return (value if with_number else None), placed
    return None


def _in_turn(values: Sequence[TimedNumber]) -> list[TimedNumber]:
    """Order a speaker's values as they are named: the rival, the last, the first, the new ones."""
    last, first = values[-1], values[0]
    rank = {id(value): number for number, value in enumerate(reversed(values))}
    return sorted(
        values, key=lambda v: (not v.is_rival, v is not last, v is not first, rank[id(v)])
    )


def _placed(
    scale: PlotScale, value: TimedNumber, lines: list[LabelLine], room: LabelRoom, colour: str
) -> tuple[PlotPoint, str] | None:
    """Find a side of one of a value's marks."""
    places = [(scale.x(value.time), scale.y(n)) for n in value.number.marks]
    if value.number.is_range:
        places.insert(0, (scale.x(value.time), scale.y(value.number.at)))
    for at in places:
        if side := room.place(at, lines):
            return at, block(lines, side, colour)
    return None


def _dispute(dispute: PlotLine, room: LabelRoom) -> tuple[PlotPoint, str] | None:
    """Say beside a line between rivals what it is, where it is long enough."""
    lines = [LabelLine(words, 1.0, "x-plot__gapname") for words in DISPUTE]
    (x, y1), (_, y2) = dispute
    for share in (0.5, 0.35, 0.65):
        at = (x, y1 + (y2 - y1) * share)
        if abs(y2 - y1) > 5 and (side := room.place(at, lines)):
            return at, block(lines, side, "")
    return None


def _number(value: TimedNumber, width: str) -> list[LabelLine]:
    room = VALUE_ROOM[width] / VALUE_SIZE
    return [
        LabelLine(words, VALUE_SIZE, "x-plot__value", bold=True)
        for words in broken(value.words, room, bold=True)
    ]


def _names(series: Series, width: str) -> list[list[LabelLine]]:
    """Give the ways to set a speaker's name, without those that say the same."""
    ways = dict.fromkeys(broken(series.name, room) for room in NAME_ROOMS[width])
    return [[LabelLine(words, 1.0, "x-plot__who") for words in way] for way in ways]
