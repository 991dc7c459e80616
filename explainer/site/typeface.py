"""The site's typeface: FiraGO from its package, cut to what Arabic pages need, renamed, as woff2.

One family in two weights serves Arabic and Latin alike. Each weight is two files: what nearly
every page needs, and the Latin and Cyrillic letters of names and titles, which a browser loads only
where they occur. Its licence (OFL) reserves the name "Fira", so the cut files have another, and the
licence is published beside them. Cutting takes seconds: the files are kept in a cache folder by a
key of everything that they are made from.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.metadata import distribution, version
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from explainer.site.output import File

FAMILY = "Explainer Text"
WEIGHTS = {400: "FiraGO_Regular", 700: "FiraGO_Bold"}
PACKAGE = "pymupdf-fonts"

Ranges = tuple[tuple[int, int], ...]
TEXT: Ranges = (
    (0x20, 0x7E), (0xA0, 0xA0), (0xAB, 0xAB), (0xB0, 0xB0), (0xB7, 0xB7), (0xBB, 0xBB),
    (0xD7, 0xD7), (0x60C, 0x60C), (0x61B, 0x61B), (0x61F, 0x61F), (0x621, 0x63A), (0x640, 0x652),
    (0x660, 0x66C), (0x670, 0x671), (0x2010, 0x2014), (0x2018, 0x201A), (0x201C, 0x201E),
    (0x2022, 0x2022), (0x2026, 0x2026), (0x2190, 0x2193), (0x2212, 0x2212),
)  # fmt: skip
"""Arabic, plain Latin and the marks between them."""
LETTER_RANGES: Ranges = (
    (0xA1, 0xAA), (0xAC, 0xAF), (0xB1, 0xB6), (0xB8, 0xBA), (0xBC, 0xD6), (0xD8, 0x17F),
    (0x18F, 0x192), (0x1A0, 0x1B0), (0x218, 0x21B), (0x259, 0x259), (0x2B0, 0x2CC),
    (0x400, 0x45F), (0x490, 0x4FF), (0x1E00, 0x1EFF), (0x20A0, 0x20BF), (0x2116, 0x2122),
)  # fmt: skip
"""Other Latin letters, and Cyrillic."""
FONT_PARTS: Mapping[str, Ranges] = {"text": TEXT, "letters": LETTER_RANGES}
FEATURES = (
    "ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "liga", "calt",
    "mark", "mkmk", "kern", "tnum", "lnum",
)  # fmt: skip
"""What shapes Arabic and sets figures in columns; small capitals and sets cost a third more."""


def files(cache_folder: Path) -> Iterator[File]:
    """Make the font files and their licence, from the cache where it has them."""
    for part in FONT_PARTS:
        for weight in WEIGHTS:
            yield File(f"assets/fonts/{part}-{weight}.woff2", _cached(part, weight, cache_folder))
    yield File("assets/fonts/OFL.txt", _licence().encode())


def faces() -> str:
    """Write the `@font-face` rules, with addresses as seen from the stylesheet.

    A page without a letter of `LETTER_RANGES` does not ask for the files that have them.
    """
    rules = [f"{_face('text', weight)}}}" for weight in WEIGHTS]
    letters = ",".join(_range(*each) for each in LETTER_RANGES)
    rules += [f"{_face('letters', weight)};unicode-range:{letters}}}" for weight in WEIGHTS]
    return "".join(rules)


def _face(part: str, weight: int) -> str:
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-display:optional;'
        f'src:url("fonts/{part}-{weight}.woff2") format("woff2")'
    )


def _range(first: int, last: int) -> str:
    """Write code points as CSS does: U+A1-AA, U+259."""
    return f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"


@cache
def covered() -> frozenset[int]:
    """Return every code point that the files have a glyph for."""
    wanted = {code for ranges in FONT_PARTS.values() for code in _codes(ranges)}
    return frozenset(wanted & set(_font(WEIGHTS[400]).getBestCmap()))


def missing(html: str) -> list[str]:
    """List the characters of an article that the typeface lacks.

    Names marked with a language of their own (`lang`) are left to the reader's fonts.
    """
    if not _unknown().search(html):
        return []
    return sorted(set(_unknown().findall(FOREIGN.sub("", html))))


FOREIGN = re.compile(r'<bdi[^>]* lang="[^"]*"[^>]*>[^<]*</bdi>')


@cache
def _unknown() -> re.Pattern[str]:
    """Find what has no glyph and should; white space and isolates need none."""
    known = "".join(re.escape(chr(code)) for code in sorted(covered()))
    return re.compile(f"[^{known}\\s\u2066-\u2069]")


def _cached(part: str, weight: int, folder: Path) -> bytes:
    kept = folder / f"{part}-{weight}-{_key(part, weight)}.woff2"
    if kept.exists():
        return kept.read_bytes()
    made = _cut(part, weight)
    aside = kept.with_suffix(f".{os.getpid()}")  # two builds may cut the same at once
    try:
        folder.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(made)
        aside.replace(kept)
    except OSError:  # a folder that cannot be written costs time, nothing else
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    return made


def _key(part: str, weight: int) -> str:
    parts = (PACKAGE, version(PACKAGE), version("fonttools"), version("brotli"))
    recipe = Path(__file__).read_bytes()
    return hashlib.sha256(repr((*parts, part, weight)).encode() + recipe).hexdigest()[:16]


def _cut(part: str, weight: int) -> bytes:
    """Cut, rename and pack one file; the same bytes every time."""
    font = _font(WEIGHTS[weight])
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    options.desubroutinize = True
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=_codes(FONT_PARTS[part]))
    cutter.subset(font)
    _rename(font, weight)
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed, reorderTables=False)
    return packed.getvalue()


def _rename(font: TTFont, weight: int) -> None:
    style = "Bold" if weight == 700 else "Regular"
    full = f"{FAMILY} {style}"
    names = {1: FAMILY, 2: style, 3: full, 4: full, 6: full.replace(" ", "-"), 16: FAMILY}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]


def _font(module: str) -> TTFont:
    """Load a face out of its package, in which it is a packed Python module."""
    buffer: bytes = import_module(f"pymupdf_fonts.{module}").fontbuffer
    return TTFont(io.BytesIO(buffer), recalcTimestamp=False)


def _licence() -> str:
    for path in distribution(PACKAGE).files or ():
        if path.name.startswith("LICENSE"):
            return path.read_text("utf-8")
    raise FileNotFoundError(f"{PACKAGE} ships no licence")


def _codes(ranges: Ranges) -> list[int]:
    return [code for first, last in ranges for code in range(first, last + 1)]


if __name__ == "__main__":
    for made in files(Path(sys.argv[1])):
        print(made.path, len(made.content))
