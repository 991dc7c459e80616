"""Places on a map: dots to touch, names beside them, numbers where these have no room."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees

from markupsafe import escape

from explainer.site import addresses
from explainer.site.pictures.draw import isolated, num
from explainer.site.pictures.geo import FlatPoint
from explainer.site.pictures.ground import UNITS
from explainer.site.pictures.map_plan import ONE_DOT, TOUCH, Joined, Spot, joined
from explainer.site.pictures.map_room import BESIDE, FARTHER, LEADER_RISE, NEVER, Placed
from explainer.site.pictures.map_sheet import ListedPlaces, Sheet

DOT = 0.55
"""Half the room of a dot, in em."""
SMALL_DOT = 0.3
TOUCH_PIXELS = 12
"""Half of what a finger needs."""
EDGE_SHARE = 0.955
"""How near to the edge the arrow to a place beyond it stands."""


class Places:
    """The places of a map: those that cannot be touched apart share a target, the busiest first."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._nearer = {spot.id for plan in sheet.plan.nearer for spot in plan.spots}
        places = [
            (spot, sheet.ashore(sheet.drawing.place(spot.point))) for spot in sheet.plan.spots
        ]
        self._groups = [_dots(members) for _, members in joined(places, TOUCH)]
        for group in self._groups:
            for index, each in enumerate(group):
                sheet.room.dot(each.at, SMALL_DOT if index else DOT)
        self._drawn = 0

    def draw(self, count: int | None = None) -> None:
        """Draw the next so many groups, or all that are left."""
        end = len(self._groups) if count is None else self._drawn + count
        for group in self._groups[self._drawn : end]:
            self._draw(group)
        self._drawn = end

    def _draw(self, group: Sequence[Joined]) -> None:
        """Draw a target: its first dot and name, and the lesser ones around it."""
        first, *others = group
        placed, written = self._named(first, far=True)
        step = placed.step if placed else NEVER
        if not step or self._is_nearer(first):
            drawn = self._sheet.dot(first.at) + written
        else:
            drawn = self._with_number(first, step, written)
        small = "".join(self._sheet.dot(each.at, 3, "x-map__member") for each in others)
        self._write(group, small + drawn + self._others(first, others))

    def _is_nearer(self, dot: Joined) -> bool:
        return all(spot.id in self._nearer for spot in dot.spots)

    def _named(self, dot: Joined, *, far: bool) -> tuple[Placed | None, str]:
        """Write the name of a dot where there is room, else farther away with a leader."""
        sheet = self._sheet
        words = dot.spots[0].name if self._is_nearer(dot) else called(dot.spots)
        room = sheet.room
        placed = room.place(dot.at, words, BESIDE, most=0)
        if far and not placed:
            placed = room.place(dot.at, words, FARTHER, most=0)
        if far and not placed and self._is_nearer(dot):
            placed = room.place(dot.at, words, BESIDE, most=0, over_lines=True)
        placed = placed or room.place(dot.at, words, BESIDE, least=1)
        if placed is None:
            return None, ""
        leader = ""
        if placed.side.is_far:
            end = f'x2="{placed.side.dx:g}em" y2="{placed.side.dy - LEADER_RISE:g}em"'
            leader = sheet.hung(dot.at, f'<line class="x-map__leader" {end}/>')
        return placed, leader + sheet.place_name(placed, words)

    def _others(self, first: Joined, others: Sequence[Joined]) -> str:
        """Name the lesser dots of a target; a list beneath the map names those without room."""
        written, steps = [], []
        for each in others:
            if self._is_nearer(each):
                continue
            placed, name = self._named(each, far=False)
            written.append(name)
            steps.append((placed.step if placed else NEVER, each.spots))
        unnamed = [spot for step, spots in steps if step for spot in spots]
        if unnamed:
            below = max(step for step, _ in steps)
            self._sheet.listed.append(ListedPlaces(first.spots[0].name, tuple(unnamed), below))
        return "".join(written)

    def _with_number(self, dot: Joined, step: int, name: str) -> str:
        sheet = self._sheet
        number = 1 + sum(each.head.isdigit() for each in sheet.listed)
        sheet.listed.append(ListedPlaces(str(number), dot.spots, step))
        x, y = sheet.percent(dot.at)
        drawn = (
            f'<g class="x-map--below{step}">{sheet.dot(dot.at, 9.5)}'
            f'<text class="x-map__number" x="{x}" y="{y}" dy="0.35em" text-anchor="middle">'
            f"{number}</text></g>"
        )
        return drawn + (
            f'<g class="x-map--from{step}">{sheet.dot(dot.at)}</g>{name}' if name else ""
        )

    def _write(self, group: Sequence[Joined], drawn: str) -> None:
        """Put dots and names into one target, told whole to whoever asks."""
        spots = [spot for dot in group for spot in dot.spots]
        told = "، ".join(f"{spot.name}: {spot.words}" for spot in spots)
        inner = f"<title>{escape(isolated(told))}</title>{drawn}"
        if not self._sheet.is_linked:
            self._sheet.parts.append(f"<g>{inner}</g>")
            return
        target = self._sheet.dot(group[0].at, TOUCH_PIXELS, "x-map__touch")
        address = addresses.place(spots[0].id).__html__()
        self._sheet.parts.append(f'<a href="{address}">{inner}{target}</a>')

    def beyond(self, spot: Spot) -> None:
        """Point from the edge to a place that lies beyond the frame."""
        sheet, frame = self._sheet, self._sheet.plan.frame
        x, y = frame.project(spot.point)
        shrink = min(
            frame.half_width * EDGE_SHARE / max(abs(x), 1),
            frame.half_height * EDGE_SHARE / max(abs(y), 1),
        )
        scale = UNITS / 2 / frame.half_width
        at = UNITS / 2 + x * shrink * scale, sheet.ground.height / 2 + y * shrink * scale
        if not (placed := sheet.room.place(at, spot.name, BESIDE)):
            return
        sheet.room.dot(at, DOT)
        turned = f"rotate({num(degrees(atan2(y, x)))})"
        arrow = f'<path class="x-map__beyond" transform="{turned}" d="M7 0l-11-6v12z"/>'
        name = sheet.place_name(placed, spot.name)
        self._write([Joined((spot,), at)], sheet.hung(at, arrow) + name)


def _dots(members: Sequence[tuple[Spot, FlatPoint]]) -> list[Joined]:
    """Draw places that lie on one another as one dot."""
    return [Joined(tuple(spot for spot, _ in each), at) for at, each in joined(members, ONE_DOT)]


def called(spots: Sequence[Spot]) -> str:
    """Call places that one dot stands for."""
    if len(spots) > 2:
        return f"{spots[0].name} وما حولها"
    return " و".join(spot.name for spot in spots)
