"""What lies under the names of a map: lands and borders, routes, nearer maps' frames, the scale."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from math import atan2, degrees

from markupsafe import escape

from explainer.site.pictures.draw import isolated, num
from explainer.site.pictures.geo import FlatPoint, equal_earth, great_circle
from explainer.site.pictures.ground import UNITS, Drawing, Outline, path
from explainer.site.pictures.map_plan import MapPlan, Way
from explainer.site.pictures.map_room import MAP_WIDTHS, Corner, RoomBox, Side, width_of
from explainer.site.pictures.map_sheet import Sheet, tone

TONES = {"land": "x-map__land", "party": "x-map__party", "open": "x-map__open"}
"""How land of each tone is marked."""
NARROW_EM = UNITS / MAP_WIDTHS[0]
"""How many units an em is on the narrowest map."""
CORNERS = tuple(Corner(right, top) for top in (False, True) for right in (False, True))
EQUATOR = "عند خط الاستواء"
AROUND_PLACES = 22.0
"""So many units a frame goes beyond the places of its nearer map."""
LETTER_SIDES = (
    (0, 1, Side("start", 0.35, 1.15)), (2, 1, Side("end", -0.35, 1.15)),
    (0, 3, Side("start", 0.35, -0.5)), (2, 3, Side("end", -0.35, -0.5)),
    (2, 1, Side("start", 0.4, 0.9)), (0, 1, Side("end", -0.4, 0.9)),
    (0, 1, Side("start", 0.1, -0.45)), (0, 3, Side("start", 0.1, 1.2)),
)  # fmt: skip
"""Where a frame's letter is tried: which corner of left, top, right, foot, and how it stands."""


def land(sheet: Sheet) -> str:
    """Draw the lands in their tones, what lies between them, and the edges of disputed ones."""
    tones: dict[str, list[Outline]] = {each: [] for each in TONES}
    for owner, outline in sheet.ground.outlines:
        tones[tone(owner, sheet.colouring)].append(outline)
    drawn = [_globe(sheet.drawing)] if sheet.plan.frame.is_world else []
    drawn += [_path(TONES[each], outlines, is_closed=True) for each, outlines in tones.items()]
    drawn.append(_path("x-map__border", sheet.ground.borders, is_closed=False))
    drawn.append(_path("x-map__edge", sheet.ground.open_edges, is_closed=False))
    return "".join(drawn)


def _path(kind: str, lines: Sequence[Outline], *, is_closed: bool) -> str:
    written = path(lines, is_closed=is_closed)
    return f'<path class="{kind}" d="{written}"/>' if written else ""


def _globe(drawing: Drawing) -> str:
    """Draw the sea of a map of the whole world, which has no corners."""
    east = drawing.frame.lon + 180 - 1e-9
    side = [drawing.place((east, lat)) for lat in range(-90, 91, 3)]
    return _path(
        "x-map__sea", [(*side, *((UNITS - x, y) for x, y in reversed(side)))], is_closed=True
    )


def ways(sheet: Sheet) -> str:
    """Draw routes, with an arrowhead at each stop after the first."""
    return "".join(leg for way in sheet.plan.ways for leg in _legs(sheet, way))


def _legs(sheet: Sheet, way: Way) -> Iterator[str]:
    kind = "x-map__way x-map__way--claimed" if way.is_claimed else "x-map__way"
    legs = list(zip(way.stops, way.stops[1:], strict=False))
    for number, (one, two) in enumerate(legs):
        if (two, one) in legs[:number]:
            continue  # the way back is the same line
        points = [sheet.drawing.place(point) for point in great_circle(one, two, 24)]
        points[0], points[-1] = sheet.ashore(points[0]), sheet.ashore(points[-1])
        for part in (parts := _parted(points)):
            sheet.room.line(part)
        (x1, y1), (x2, y2) = parts[-1][-2:] if len(parts[-1]) > 1 else points[-2:]
        angle = num(degrees(atan2(y2 - y1, x2 - x1)))
        head = f'<path class="x-map__arrow" transform="rotate({angle})" d="M-7 0l-11-5v10z"/>'
        sheet.parts.append(sheet.hung((x2, y2), head))
        yield _path(kind, parts, is_closed=False)


def _parted(points: list[FlatPoint]) -> list[Outline]:
    """Part a route where the map of the world is cut."""
    parts: list[list[FlatPoint]] = [[points[0]]]
    for before, point in itertools.pairwise(points):
        if abs(point[0] - before[0]) > UNITS / 2:
            parts.append([])
        parts[-1].append(point)
    return [tuple(part) for part in parts]


def frames(sheet: Sheet, letters: Sequence[str]) -> str:
    """Draw where nearer maps lie, each with its letter where there are letters."""
    drawn = []
    for number, nearer in enumerate(sheet.plan.nearer):
        box = _frame_box(sheet, nearer)
        left, top, right, foot = box
        corners = ((left, top), (right, top), (right, foot), (left, foot))
        sheet.room.line((*corners, corners[0]), 0.12)
        drawn.append(_path("x-map__near", [corners], is_closed=True))
        if number < len(letters):
            _letter(sheet, box, letters[number])
    return "".join(drawn)


def _frame_box(sheet: Sheet, nearer: MapPlan) -> RoomBox:
    """Find a frame, upright and within the map: as large as the nearer one and with its places."""
    frame, drawing = nearer.frame, sheet.drawing
    x, y = drawing.place((frame.lon, frame.lat))
    wide, high = frame.half_width / drawing.kilometres, frame.half_height / drawing.kilometres
    places = [drawing.place(spot.point) for spot in nearer.spots]
    reach = AROUND_PLACES
    return (
        max(min(x - wide, *(px - reach for px, _ in places)), 3),
        max(min(y - high, *(py - reach for _, py in places)), 3),
        min(max(x + wide, *(px + reach for px, _ in places)), UNITS - 3),
        min(max(y + high, *(py + reach for _, py in places)), sheet.ground.height - 3),
    )


def _letter(sheet: Sheet, box: RoomBox, letter: str) -> None:
    for x, y, side in LETTER_SIDES:
        if placed := sheet.room.place((box[x], box[y]), letter, [side], most=0):
            sheet.parts.append(sheet.text(placed, letter, "x-map__letter"))
            return


def scale_bar(sheet: Sheet) -> None:
    """Draw a length of 1, 2 or 5 times a power of ten, at most a fifth of the width.

    It is true in the middle of a map, on one of the world along the equator.
    """
    per_unit = sheet.drawing.kilometres
    if sheet.plan.frame.is_world:
        per_unit /= equal_earth(1, 0)[0]
    length = round_length(UNITS / 5 * per_unit)
    words = f"{length:,.0f} كم" + (f" {EQUATOR}" if sheet.plan.frame.is_world else "")
    units = length / per_unit
    corner = _free_corner(sheet, max(units, width_of(words) * NARROW_EM))
    sheet.room.corner(width_of(words), units, 2.4, corner)
    share = units / UNITS * 100
    start, end = (98.5 - share, 98.5) if corner.is_right else (1.5, 1.5 + share)
    anchor, x = ("end", end) if corner.is_right else ("start", start)
    line, text, y = (26, 20, "0") if corner.is_top else (-8, -14, "100%")
    sheet.parts.append(
        f'<svg class="x-map__scale" y="{y}" overflow="visible">'
        f'<line x1="{num(start)}%" x2="{num(end)}%" y1="{line}" y2="{line}"/>'
        f'<text x="{num(x)}%" y="{text}" text-anchor="{anchor}">'
        f"{escape(isolated(words))}</text></svg>"
    )


def round_length(most: float) -> float:
    """Choose a round length that is not longer."""
    power = 10.0 ** (len(str(int(most))) - 1)
    return max((n * power for n in (1, 2, 5) if n * power <= most), default=1.0)


def _free_corner(sheet: Sheet, wide: float) -> Corner:
    """Find a corner where neither a place nor a frame's corner lies, a lower one if there is."""
    places = [sheet.drawing.place(spot.point) for spot in sheet.plan.spots]
    for left, top, right, foot in (_frame_box(sheet, nearer) for nearer in sheet.plan.nearer):
        places += [(left, top), (right, top), (left, foot), (right, foot)]
    reach, high = wide + NARROW_EM, 3 * NARROW_EM
    for corner in CORNERS:
        if not any(
            (UNITS - x if corner.is_right else x) < reach
            and (y if corner.is_top else sheet.ground.height - y) < high
            for x, y in places
        ):
            return corner
    return CORNERS[0]
