"""What the site's typeface can draw, known without opening it; and what texts hold beside that.

A text whose language is given is the reader's own fonts' to draw. Of every other text a page is
made whole in one typeface, so that a letter without a glyph is found before anything is built.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from explainer.arabic.isolate import is_foreign
from explainer.content.garbled import GARBLED, garbled
from explainer.content.yaml_file import Document
from explainer.messages import Message, say
from explainer.messages.problems import Path, Problem, quoted

Ranges = tuple[tuple[int, int], ...]
TEXT_RANGES: Ranges = (
    (0x20, 0x7E), (0xA0, 0xA0), (0xAB, 0xAB), (0xB0, 0xB0), (0xB7, 0xB7), (0xBB, 0xBB),
    (0xD7, 0xD7), (0x60C, 0x60C), (0x61B, 0x61B), (0x61F, 0x61F), (0x621, 0x63A), (0x640, 0x652),
    (0x660, 0x66C), (0x670, 0x671), (0x67E, 0x67E), (0x686, 0x686), (0x698, 0x698), (0x6A4, 0x6A4),
    (0x6A9, 0x6A9), (0x6AF, 0x6AF), (0x6CC, 0x6CC), (0x2010, 0x2014), (0x2018, 0x201A),
    (0x201C, 0x201E), (0x2022, 0x2022), (0x2026, 0x2026), (0x2190, 0x2193), (0x2212, 0x2212),
)  # fmt: skip
"""Arabic with the letters of Persian and of names (پ, چ, ڤ, گ), plain Latin, marks."""
LETTER_RANGES: Ranges = (
    (0xA1, 0xAA), (0xAC, 0xAF), (0xB1, 0xB6), (0xB8, 0xBA), (0xBC, 0xD6), (0xD8, 0x17F),
    (0x18F, 0x192), (0x1A0, 0x1B0), (0x218, 0x21B), (0x259, 0x259), (0x2B0, 0x2B2), (0x2B4, 0x2B4),
    (0x2B7, 0x2BC), (0x2BF, 0x2C0), (0x2C6, 0x2C8), (0x2CA, 0x2CC), (0x400, 0x45F), (0x490, 0x4FF),
    (0x1E02, 0x1E05), (0x1E0A, 0x1E0F), (0x1E12, 0x1E13), (0x1E1E, 0x1E1F), (0x1E24, 0x1E25),
    (0x1E2E, 0x1E2F), (0x1E36, 0x1E37), (0x1E3C, 0x1E41), (0x1E44, 0x1E47), (0x1E4A, 0x1E4D),
    (0x1E50, 0x1E57), (0x1E5A, 0x1E5B), (0x1E60, 0x1E63), (0x1E6A, 0x1E71), (0x1E78, 0x1E79),
    (0x1E80, 0x1E85), (0x1E92, 0x1E93), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9), (0x2015, 0x2015),
    (0x2020, 0x2021), (0x2030, 0x2030), (0x2039, 0x203A), (0x2044, 0x2044), (0x2070, 0x2070),
    (0x2074, 0x208E), (0x20A1, 0x20A1), (0x20A6, 0x20A6), (0x20A9, 0x20AC), (0x20AF, 0x20AF),
    (0x20B4, 0x20B4), (0x20B9, 0x20BA), (0x20BD, 0x20BE), (0x2116, 0x2116), (0x2122, 0x2122),
    (0x2153, 0x215E), (0x2194, 0x2199), (0x2202, 0x2202), (0x2205, 0x2206), (0x220F, 0x220F),
    (0x2211, 0x2211), (0x2215, 0x2215), (0x2219, 0x221A), (0x221E, 0x221E), (0x222B, 0x222B),
    (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x22C5, 0x22C5),
)  # fmt: skip
"""Other Latin letters, Cyrillic, and signs of money and mathematics."""
ARABIC_RANGES: Ranges = (
    (0x609, 0x609), (0x60B, 0x60B), (0x60D, 0x60D), (0x615, 0x615), (0x620, 0x620), (0x653, 0x656),
    (0x658, 0x658), (0x65A, 0x65B), (0x65D, 0x65D), (0x65F, 0x65F), (0x66D, 0x66F), (0x672, 0x67D),
    (0x67F, 0x685), (0x687, 0x697), (0x699, 0x6A3), (0x6A5, 0x6A8), (0x6AA, 0x6AE), (0x6B0, 0x6CB),
    (0x6CD, 0x6D5), (0x6EE, 0x6EE), (0x6F0, 0x6FF),
)  # fmt: skip
"""Letters and marks of Urdu, Kurdish and others that are written in Arabic letters."""
GLYPH_RANGES = {"text": TEXT_RANGES, "letters": LETTER_RANGES, "arabic": ARABIC_RANGES}

NEEDS_NONE = "\\s\u200c\u200d\u2066-\u2069"
"""White space, what joins and parts letters, and the isolates that the site sets."""


@cache
def without_glyph() -> re.Pattern[str]:
    """Find what has no glyph and should have one."""
    ranges = (each for part in GLYPH_RANGES.values() for each in part)
    known = "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in ranges)
    return re.compile(f"[^{known}{NEEDS_NONE}]")


_ADDRESS = "address"
"""Stands in the place of a language: an address is followed, not read."""


class _Typed(NamedTuple):
    path: Path
    text: str
    language: str
    """Empty where it is that of the site."""


def letter_problems(document: Document, base: Path, data: Any) -> Iterator[Problem]:
    """Find in a record as typed what cannot be read: the first of every field."""
    for each in _texts(data, base, ""):
        damaged = next(garbled(each.text), None) if GARBLED.search(each.text) else None
        if damaged and each.language != _ADDRESS and not document.is_spoiled(each.path):
            name = "E132" if damaged.right else "E132.lost"
            words = say(name, what=quoted(damaged.wrong), right=damaged.right)
            yield document.within(each.path, damaged.start, words)
            continue
        found = without_glyph().search(each.text)
        if found and not _is_left_to_reader(each) and not document.is_spoiled(each.path):
            yield document.within(each.path, found.start(), _words(each, found[0]))


def _is_left_to_reader(typed: _Typed) -> bool:
    return typed.language == _ADDRESS or is_foreign(typed.text, typed.language)


def is_to_read_closely(document: Document) -> bool:
    """Tell at little cost whether a file may hold what cannot be read, comments and all."""
    text = document.text
    return "\\" in text or bool(without_glyph().search(text) or GARBLED.search(text))


def _texts(data: Any, path: Path, language: str) -> Iterator[_Typed]:
    """Walk everything that is typed, each text with the language that is given for it."""
    if isinstance(data, str):
        yield _Typed(path, data, language)
    for name, value in _items(data):
        yield from _texts(value, (*path, name), _language(data, path, name))


def _items(data: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(data, dict):
        yield from data.items()
    elif isinstance(data, list):
        yield from enumerate(data)


def _language(group: Any, path: Path, name: str | int) -> str:
    """Tell which language a field of a group is given in, where that is not the site's."""
    if path[-1:] == ("name",):
        return "" if name == "ar" else str(name)
    if name in ("url", "archived"):
        return _ADDRESS
    given = group.get("lang") if isinstance(group, dict) and name in ("title", "quote") else None
    return given if isinstance(given, str) else ""


def _words(typed: _Typed, character: str) -> Message:
    plain = unicodedata.normalize("NFKC", character)
    what = {"what": _shown(character)}
    if not without_glyph().search(plain):
        return say("E127.plain", **what, right=plain)
    if language := _likely_language(character):
        name = "E127.language" if typed.path[-1] in ("title", "quote") else "E127.letter"
        return say(name, **what, language=language)
    return say("E127", **what)


def _shown(character: str) -> str:
    """Write a character with its number; what cannot stand alone by its number only."""
    number = f"U+{ord(character):04X}"
    stands_alone = character.isprintable() and not unicodedata.combining(character)
    return f"{character} ({number})" if stands_alone else number


LIKELY_LANGUAGES = {
    "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "GREEK": "el", "HEBREW": "he",
    "ARMENIAN": "hy", "GEORGIAN": "ka", "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta",
    "THAI": "th", "ETHIOPIC": "am", "SYRIAC": "syr", "TIFINAGH": "zgh", "KHMER": "km",
    "MYANMAR": "my", "LAO": "lo", "SINHALA": "si", "TELUGU": "te", "MALAYALAM": "ml",
}  # fmt: skip
"""How Unicode calls a script -> the code of a language that is written in it."""


def _likely_language(character: str) -> str | None:
    return LIKELY_LANGUAGES.get(unicodedata.name(character, "").partition(" ")[0])
