"""The site's typeface: FiraGO from its package, cut to what Arabic pages need, renamed, as woff2.

One family in two weights serves Arabic and Latin alike. Each weight is three files: what nearly
every page needs, the Latin and Cyrillic letters of names and titles, and the Arabic letters of
other languages; a browser loads the latter two only where they occur. Its licence (OFL) reserves
the name "Fira", so the cut files have another, and the licence is published beside them. Cutting
takes seconds: the files are kept in a cache folder by a key of everything that they are made from.
"""

from __future__ import annotations

import hashlib
import io
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import distribution, version
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.content.glyphs import GLYPH_RANGES, Ranges, without_glyph
from explainer.site.output import File
from explainer.system.kept_files import kept

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FAMILY = "Explainer Text"
WEIGHTS = {400: "FiraGO_Regular", 700: "FiraGO_Bold"}
PACKAGE = "pymupdf-fonts"

FEATURES = (
    "ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "liga", "calt",
    "mark", "mkmk", "kern", "tnum", "lnum",
)  # fmt: skip
"""What shapes Arabic and sets figures in columns; small capitals and sets cost a third more."""


def files(cache_folder: Path) -> Iterator[File]:
    """Make the font files and their licence, from the cache where it has them."""
    for part in GLYPH_RANGES:
        for weight in WEIGHTS:
            yield File(f"assets/fonts/{part}-{weight}.woff2", _cached(part, weight, cache_folder))
    yield File("assets/fonts/OFL.txt", font_licence().encode())


def faces() -> str:
    """Write the `@font-face` rules, with addresses as seen from the stylesheet.

    A page without a letter of a part does not ask for the files that have it; every page has some
    of the text's.
    """
    rules = []
    for part, ranges in GLYPH_RANGES.items():
        letters = ",".join(_range(*each) for each in ranges)
        only = "" if part == "text" else f";unicode-range:{letters}"
        rules += [f"{_face(part, weight)}{only}}}" for weight in WEIGHTS]
    return "".join(rules)


def _face(part: str, weight: int) -> str:
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-display:optional;'
        f'src:url("fonts/{part}-{weight}.woff2") format("woff2")'
    )


def _range(first: int, last: int) -> str:
    """Write code points as CSS does: U+A1-AA, U+259."""
    return f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"


def missing(html: str) -> list[str]:
    """List the characters of an article that the typeface lacks.

    Texts marked with a language of their own (`lang`) are left to the reader's fonts; addresses are
    not shown.
    """
    unknown = without_glyph()
    if not unknown.search(html):
        return []
    return sorted(set(unknown.findall(NOT_DRAWN.sub("", html))))


NOT_DRAWN = re.compile(r'<bdi[^>]* lang="[^"]*"[^>]*>[^<]*</bdi>|(?<= )href="[^"]*"')


def _cached(part: str, weight: int, folder: Path) -> bytes:
    return kept(folder / f"{part}-{weight}-{_key(part, weight)}.woff2", lambda: _cut(part, weight))


@cache
def _key(part: str, weight: int) -> str:
    parts = (PACKAGE, version(PACKAGE), version("fonttools"), version("brotli"))
    recipe = Path(__file__).read_bytes()
    return hashlib.sha256(
        repr((*parts, part, weight, GLYPH_RANGES[part])).encode() + recipe
    ).hexdigest()[:16]


def _cut(part: str, weight: int) -> bytes:
    """Cut, rename and pack one file; the same bytes every time."""
    from fontTools import subset  # a fifth of what a build loads, for files that are kept

    face = font(weight)
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    options.desubroutinize = True
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=_codes(GLYPH_RANGES[part]))
    cutter.subset(face)
    _rename(face, weight)
    face.flavor = "woff2"
    packed = io.BytesIO()
    face.save(packed, reorderTables=False)
    return packed.getvalue()


def _rename(font: TTFont, weight: int) -> None:
    style = "Bold" if weight == 700 else "Regular"
    full = f"{FAMILY} {style}"
    names = {1: FAMILY, 2: style, 3: full, 4: full, 6: full.replace(" ", "-"), 16: FAMILY}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]


def font(weight: int) -> TTFont:
    """Load a face out of its package, in which it is a packed Python module."""
    from fontTools.ttLib import TTFont  # for files that are kept, as in `_cut`

    buffer = font_data(weight)
    return TTFont(io.BytesIO(buffer), recalcTimestamp=False)


def font_data(weight: int) -> bytes:
    """Give the uncut font of a weight, as its package has it."""
    data: bytes = import_module(f"pymupdf_fonts.{WEIGHTS[weight]}").fontbuffer
    return data


def font_licence() -> str:
    """Give the licence of the typeface. Raises FileNotFoundError where its package has none."""
    for path in distribution(PACKAGE).files or ():
        if path.name.startswith("LICENSE"):
            return path.read_text("utf-8")
    raise FileNotFoundError(f"{PACKAGE} ships no licence")


def _codes(ranges: Ranges) -> list[int]:
    return [code for first, last in ranges for code in range(first, last + 1)]


if __name__ == "__main__":
    for made in files(Path(sys.argv[1])):
        print(made.path, len(made.content))
