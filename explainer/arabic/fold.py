"""One spelling of a text for comparing: what a reader may type for what an editor wrote.

`docs/assets/scripts/fold.js` is the same function in the browser; `tests/fold.yml` holds both.
"""

from __future__ import annotations

import re
import unicodedata

SAME = str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ی": "ي", "ې": "ي",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ک": "ك", "ڪ": "ك", "گ": "ك", "ڤ": "ف", "پ": "ب",
    "چ": "ج", "ژ": "ز", "ё": "е", "й": "и", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss",
})  # fmt: skip
"""Letters that are written for one another, and those that other alphabets lend."""
LOST = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u0621"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'’ʼʻ‘`]"
)
"""Marks, the lengthening stroke, a bare hamza, invisible characters, apostrophes."""
DIGIT = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
SLIP = re.compile("ا([أإآ])ل")
"""The key of لأ pressed in the wrong order: األوروبي."""
SEAT = re.compile("(?<=[\u0621-\u0652])[\u0621\u0626](?=[\u064b-\u0652]*\u0648)")
"""A hamza before و has two seats in print: مسئول and مسؤول, شئون and شؤون."""


def fold(text: str) -> str:
    """Fold a text: hamzas to their bearers, ة to ه, ى to ي, no marks, small letters, 0–9."""
    whole = SEAT.sub("ؤ", SLIP.sub(r"ال\1", unicodedata.normalize("NFKC", text)))
    small = whole.lower().translate(SAME)
    bare = unicodedata.normalize("NFC", LOST.sub("", unicodedata.normalize("NFD", small)))
    return DIGIT.sub(lambda digit: str(ord(digit[0]) & 15), bare)
