"""A map while it is drawn, and how words and marks are written on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import escape

from explainer.site.pictures.draw import isolated
from explainer.site.pictures.geo import FlatPoint
from explainer.site.pictures.ground import UNITS, Drawing, Ground
from explainer.site.pictures.lands import GeoPoint, is_disputed
from explainer.site.pictures.map_plan import MapPlan, Spot
from explainer.site.pictures.map_room import MapRoom, Placed, width_of
from explainer.site.pictures.terrain import Terrain, ashore

COAST_ERROR = 15.0
"""A place in the sea is moved ashore from so many kilometres at most."""
COAST_UNITS = 9.0
"""And over so many units at most."""
USUAL_WIDTH = 30.0
"""A map's width in em by which the ground under a name is told."""


@dataclass(frozen=True, slots=True)
class Colouring:
    """What an explainer's editors say of lands: whose tone, which names."""

    parties: frozenset[str] = frozenset()
    """Countries in the parties' tone."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """Disputed lands that an editor gives to a country."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What lands are called; one without a name has none."""
    seas: tuple[tuple[str, GeoPoint], ...] = ()
    """Names of seas, and where they stand."""


@dataclass(frozen=True, slots=True)
class ListedPlaces:
    """Places that a list beneath a map names where their names have no room on it."""

    head: str
    """The number that stands for them on the map, else the place that they lie by."""
    spots: tuple[Spot, ...]
    below: int
    """The step of width from which the map names them itself."""


@dataclass(slots=True)
class Sheet:
    """A map while it is drawn: what lies where, what room is left, what is written so far."""

    plan: MapPlan
    colouring: Colouring
    drawing: Drawing
    ground: Ground
    terrain: Terrain
    room: MapRoom
    is_linked: bool
    parts: list[str] = field(default_factory=list)
    """The upper layer."""
    listed: list[ListedPlaces] = field(default_factory=list)

    def percent(self, at: FlatPoint) -> tuple[str, str]:
        """Write a place in units as shares of the map."""
        x, y = at[0] / UNITS * 100, at[1] / self.ground.height * 100
        return f"{x:.2f}%", f"{y:.2f}%"

    def hung(self, at: FlatPoint, inner: str) -> str:
        """Hang something on a place, so that its own measures begin there."""
        x, y = self.percent(at)
        return f'<svg x="{x}" y="{y}" overflow="visible">{inner}</svg>'

    def text(self, placed: Placed, words: str, kind: str) -> str:
        """Write words where they were found room."""
        x, y = self.percent(placed.at)
        side = placed.side
        anchor = "" if side.anchor == "start" else f' text-anchor="{side.anchor}"'
        moved = "".join(
            f' {name}="{value:g}em"' for name, value in (("dx", side.dx), ("dy", side.dy)) if value
        )
        return (
            f'<text class="{kind}{from_step(placed.step)}" x="{x}" y="{y}"{moved}{anchor}>'
            f"{escape(isolated(words))}</text>"
        )

    def place_name(self, placed: Placed, words: str) -> str:
        """Write a place's name, with a halo of what it stands on."""
        side = placed.side
        shift = {"start": 1, "middle": 0, "end": -1}[side.anchor] * width_of(words) / 2
        unit = UNITS / USUAL_WIDTH
        owner = self.terrain.at(
            placed.at[0] + (side.dx + shift) * unit, placed.at[1] + (side.dy - 0.3) * unit
        )
        on = tone(owner, self.colouring) if owner else "sea"
        return self.text(placed, words, f"x-map__place x-map__place--{on}")

    def dot(self, at: FlatPoint, radius: float = 5, kind: str = "x-map__dot") -> str:
        """Draw a dot; `radius` in pixels."""
        x, y = self.percent(at)
        return f'<circle class="{kind}" cx="{x}" cy="{y}" r="{radius:g}"/>'

    def ashore(self, at: FlatPoint) -> FlatPoint:
        """Move a place that only the coarse coast leaves in the sea."""
        reach = min(COAST_ERROR / self.drawing.kilometres, COAST_UNITS)
        return ashore(self.ground, at, reach)


def tone(owner: str, colouring: Colouring) -> str:
    """Say which tone a land has: a party's, another's, or none."""
    if owner in colouring.parties:
        return "party"
    return "open" if is_disputed(owner) else "land"


def from_step(step: int) -> str:
    """Write the mark of what is shown from a step of width on."""
    return f" x-map--from{step}" if step else ""
