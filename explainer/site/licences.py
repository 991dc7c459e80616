"""What a site carries of others' work, under which licences: licences.txt, published with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from explainer.site.output import File
from explainer.site.pictures.lands import SHAPES_FILE
from explainer.site.typeface import PACKAGE, font_licence

LICENCES = "licences.txt"
ICONS = "material/templates/.icons/material/LICENSE"
"""Within the package that the icons of the frame come from."""


@dataclass(frozen=True, slots=True)
class OthersWork:
    """Somebody else's work in the site: what it is, where it is found there, its licence's text."""

    name: str
    where: str
    licence: str

    def written(self) -> str:
        """Write its part of the list."""
        return f"{self.name}\n{self.where}\n\n{self.licence.strip()}\n"


def others_work() -> Iterator[OthersWork]:
    """List it, with each licence as its package ships it. Raises FileNotFoundError without one."""
    yield OthersWork(
        f"FiraGO, cut and renamed ({_named(PACKAGE)})",
        "assets/fonts/, and drawn in every PNG and SVG that can be taken",
        font_licence(),
    )
    yield OthersWork(
        f"Material Design Icons ({_named('mkdocs-material')})",
        "the buttons of every page",
        Path(str(distribution("mkdocs-material").locate_file(ICONS))).read_text("utf-8"),
    )
    shapes = SHAPES_FILE.parent
    yield OthersWork(
        "Natural Earth (public domain), by way of world-atlas 2.0.2",
        "the lands of every map",
        (shapes / "LICENSE").read_text("utf-8"),
    )
    yield OthersWork(
        "The borders of the United Nations' map, by way of plotly.js 3.7.0",
        "the disputed lands of every map",
        (shapes / "LICENSE-plotly").read_text("utf-8"),
    )


def file() -> File:
    """Make licences.txt."""
    parts = f"\n{'-' * 72}\n\n".join(each.written() for each in others_work())
    return File(LICENCES, f"What this site carries of others' work.\n\n{parts}".encode())


def _named(package: str) -> str:
    return f"{package} {distribution(package).version}"
