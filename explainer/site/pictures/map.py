"""Maps of where things happened: land in two tones, names in the page's size, places to touch.

Two layers: the land stretches with its column, names and dots do not. Maps are never mirrored:
east is at the right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from explainer.site.pictures import land_names, map_land
from explainer.site.pictures.draw import isolated, num
from explainer.site.pictures.ground import UNITS, Drawing, ground
from explainer.site.pictures.map_places import Places
from explainer.site.pictures.map_plan import MapPlan
from explainer.site.pictures.map_room import MapRoom
from explainer.site.pictures.map_sheet import Colouring, ListedPlaces, Sheet
from explainer.site.pictures.terrain import terrain

LEADING = 4
"""So many places are named before the parties' countries, all others after them."""


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map, ready for the page."""

    id: str
    title: str
    svg: Markup
    listed: tuple[ListedPlaces, ...]
    has_disputed: bool
    """Whether a dashed edge on it needs a word."""


def draw(
    name: str,
    title: str,
    plan: MapPlan,
    colouring: Colouring,
    *,
    letters: Sequence[str] = (),
    is_linked: bool = True,
) -> MapPicture:
    """Draw a map; `letters` name the frames of its nearer maps, in their order."""
    land = ground(plan.frame, colouring.owners)
    room = MapRoom(land.height)
    sheet = Sheet(plan, colouring, Drawing(plan.frame), land, terrain(land), room, is_linked)
    places = Places(sheet)
    under = [map_land.land(sheet), map_land.ways(sheet), map_land.frames(sheet, letters)]
    map_land.scale_bar(sheet)
    places.draw(LEADING)
    wanted = frozenset(spot.country for spot in plan.spots)
    _names(sheet, colouring.parties, colouring.parties)
    places.draw()
    for spot in plan.beyond:
        places.beyond(spot)
    _seas(sheet)
    _names(sheet, frozenset(colouring.names) - colouring.parties, wanted)
    svg = Markup(_lower(sheet, under) + _upper(name, title, sheet))  # noqa: S704 - escaped there
    return MapPicture(name, title, svg, tuple(sheet.listed), bool(land.open_edges))


def _lower(sheet: Sheet, under: Sequence[str]) -> str:
    shape = f'viewBox="0 0 {num(UNITS)} {num(sheet.ground.height)}"'
    return (
        f'<svg class="x-map__ground" {shape} direction="ltr" aria-hidden="true">'
        f"{''.join(under)}</svg>"
    )


def _upper(name: str, title: str, sheet: Sheet) -> str:
    """MapFrame what stands above the land; what it shows is told in words."""
    listed = "، ".join(f"{s.name} ({s.words})" for s in (*sheet.plan.spots, *sheet.plan.beyond))
    role = "group" if sheet.is_linked else "img"
    return (
        f'<svg class="x-map__names" direction="ltr" role="{role}"'
        f' aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(isolated(title))}'
        f'</title><desc id="{name}-d">{escape(isolated(f"الشمال في الأعلى. {listed}."))}</desc>'
        f"{''.join(sheet.parts)}</svg>"
    )


def _seas(sheet: Sheet) -> None:
    for words, point in sheet.colouring.seas:
        if sheet.plan.frame.holds(point, 0.06):
            at = sheet.drawing.place(point)
            if placed := sheet.room.place(at, words, land_names.AROUND):
                sheet.parts.append(sheet.text(placed, words, "x-map__waters"))


def _names(sheet: Sheet, lands: frozenset[str], wanted: frozenset[str]) -> None:
    """Name lands where there is room: those wanted first, the others where they are large."""
    names = {land: words for land, words in sheet.colouring.names.items() if land in lands}
    for named in land_names.named_lands(sheet.terrain, sheet.room, names, wanted):
        is_party = named.land in sheet.colouring.parties
        kind = "x-map__country" + (" x-map__country--party" if is_party else "")
        if named.leader:
            (x1, y1), (x2, y2) = sheet.percent(named.placed.at), sheet.percent(named.leader)
            sheet.parts.append(
                f'<line class="x-map__leader" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'
            )
        sheet.parts.append(sheet.text(named.placed, named.words, kind))
