"""Maps as they were drawn, kept in a cache folder by all that they are made from.

A map takes some hundredths of a second, and a page of an event has one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from markupsafe import Markup

from explainer.site.pictures import map as maps
from explainer.site.pictures.map import MapPicture
from explainer.site.pictures.map_plan import MapPlan, Spot
from explainer.site.pictures.map_sheet import Colouring, ListedPlaces
from explainer.system.folders import ROOT
from explainer.system.kept_files import read_kept, write_kept
from explainer.system.program_state import program_folder

MAPS = ROOT / ".cache/maps"


def draw(
    name: str,
    title: str,
    plan: MapPlan,
    colouring: Colouring,
    *,
    letters: Sequence[str] = (),
    is_linked: bool = True,
) -> MapPicture:
    """Take a map from the cache, or draw it (`map.draw`) and keep it."""
    told = (name, title, plan, *_told(colouring), tuple(letters), is_linked)
    key = hashlib.sha256(repr(told).encode()).hexdigest()[:32]

    path = program_folder(MAPS) / f"{key}.json"
    with suppress(ValueError, KeyError, TypeError):  # a file that was cut short
        if there := read_kept(path):
            return _picture(json.loads(there))
    made = maps.draw(name, title, plan, colouring, letters=letters, is_linked=is_linked)
    write_kept(path, json.dumps(asdict(made), ensure_ascii=False).encode())
    return made


def _told(colouring: Colouring) -> tuple[object, ...]:
    """Tell all of a colouring, in an order that is the same in every run."""
    lands = (sorted(colouring.owners.items()), sorted(colouring.names.items()))
    return sorted(colouring.parties), *lands, colouring.seas


def _picture(data: dict[str, Any]) -> MapPicture:
    """Read a picture back."""
    listed = (
        ListedPlaces(each["head"], tuple(map(_spot, each["spots"])), each["below"])
        for each in data["listed"]
    )
    svg = Markup(data["svg"])  # noqa: S704 - as it was drawn
    return MapPicture(data["id"], data["title"], svg, tuple(listed), data["has_disputed"])


def _spot(data: dict[str, Any]) -> Spot:
    lon, lat = data["point"]
    return Spot(**(data | {"point": (lon, lat)}))
