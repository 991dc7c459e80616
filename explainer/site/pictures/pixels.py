"""Pictures as pixels: an SVG file becomes a PNG file, with the site's typeface and no other.

Drawing takes a good part of a second for ten of them: they are kept in a cache folder, by a key of
all that they are made from.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

import resvg_py

from explainer.site.output import File
from explainer.site.typeface import PACKAGE, WEIGHTS, font_data
from explainer.system.kept_files import kept

ZOOM = 2
"""How many pixels one of a picture's own becomes."""


def files(drawn: Iterable[File], cache_folder: Path) -> Iterator[File]:
    """Make a PNG beside each SVG, from the cache where it has it."""
    with tempfile.TemporaryDirectory() as folder:
        fonts: list[str] = []
        for each in drawn:

            def draw(svg: str = each.content.decode()) -> bytes:
                fonts.extend(() if fonts else _fonts(Path(folder)))
                return png(svg, fonts)

            made = kept(cache_folder / f"{_key(each.content)}.png", draw)
            yield File(f"{each.path.removesuffix('.svg')}.png", made)


def png(svg: str, fonts: list[str]) -> bytes:
    """Draw a picture at twice its size."""
    return resvg_py.svg_to_bytes(
        svg_string=svg, zoom=ZOOM, skip_system_fonts=True, font_files=fonts,
        font_family="FiraGO", sans_serif_family="FiraGO",
    )  # fmt: skip


def _fonts(folder: Path) -> list[str]:
    """Write the typeface's files where the renderer can read them."""
    paths = {weight: folder / f"{weight}.otf" for weight in WEIGHTS}
    for weight, path in paths.items():
        path.write_bytes(font_data(weight))
    return [str(path) for path in paths.values()]


def _key(svg: bytes) -> str:
    return hashlib.sha256(_recipe() + svg).hexdigest()[:20]


@cache
def _recipe() -> bytes:
    parts = (ZOOM, *(version(each) for each in (PACKAGE, "resvg-py")))
    return repr(parts).encode()
