"""What a value that is refused was most likely meant to be: a number, a code, a list."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from babel import Locale

from explainer.arabic.fold import fold


class MeantValue(NamedTuple):
    """What was meant; `certain` where nothing is lost by writing it so."""

    right: str
    certain: bool
    words: str = ""
    """The name of the words for it, where it is not the value alone."""


_NUMBER = r"-?\d+(?:\.\d+)?"
_ABOUT = re.compile(rf"(?:~|≈|نحو|حوالي|قرابة|تقريبا|about|ca?\.?|approx\.?) ?({_NUMBER})")
_RANGE = re.compile(rf"(?:من )?({_NUMBER}) ?(?:[-–—]|إلى|الى|to) ?({_NUMBER})")
_NUMBERS = (
    (re.compile(rf"({_NUMBER})"), "", "{}"),
    (re.compile(r"(-?\d+),(\d+)"), "", "{}.{}"),
    (_ABOUT, "E308.about", "{}"),
    (_RANGE, "E308.range", "low: {}, high: {}"),
    (re.compile(rf"[$€£]?({_NUMBER}) ?[^\d\s.-][^\d]*|[$€£]({_NUMBER})"), "E308.unit", "{}"),
)
"""The shape of a number as it is often typed; the name of the words for it; what is right."""


def meant_number(text: str) -> MeantValue | None:
    """Tell which number was meant by a text that is none; None where that cannot be told."""
    plain = _in_plain_digits(text)
    if re.fullmatch(_NUMBER, plain):
        return MeantValue(plain, certain=True)
    whole = re.sub(r"(?<=\d)[,' \u00a0\u202f](?=\d{3}(?!\d))", "", plain)
    for shape, words, written in _NUMBERS:
        if found := shape.fullmatch(whole):
            return MeantValue(written.format(*found.groups()), certain=False, words=words)
    return None


def meant_degrees(text: str) -> MeantValue | None:
    """Tell which degrees were meant: those south and west are less than nothing."""
    found = re.fullmatch(rf"({_NUMBER}) ?°? ?([NSEWشجغق])?", _in_plain_digits(text), re.IGNORECASE)
    if not found:
        return meant_number(text)
    is_below = (found[2] or "").upper() in ("S", "W", "ج", "غ")
    return MeantValue(f"-{found[1]}" if is_below else found[1], certain=False)


def _in_plain_digits(text: str) -> str:
    """Write digits as 0-9, Arabic signs of a number as those of a plain one."""
    digits = "".join(str(unicodedata.decimal(each, each)) for each in text.strip())
    signs = digits.replace("\u066b", ".").replace("\u2212", "-").removeprefix("+")
    return re.sub(r"(?<=\d)\u066c(?=\d)", "", signs)


_NEAR = 0.72


def meant_choice(text: str, choices: Mapping[str, str]) -> MeantValue | None:
    """Tell which code was meant by a code, a word for one or what is like them."""
    spellings = {_as_seen(code): code for code in choices}
    spellings |= {fold(word): code for code, word in choices.items() if fold(word)}
    typed = fold(text)
    if found := spellings.get(typed) or spellings.get(_as_seen(text)):
        return MeantValue(found, certain=True)
    within = {code for words, code in spellings.items() if f" {typed} " in f" {words} "}
    if len(within) == 1:
        return MeantValue(within.pop(), certain=False)
    cutoff = _NEAR if re.search("[ء-ي]", text) else 0.6
    near = difflib.get_close_matches(_as_seen(text), spellings, n=1, cutoff=cutoff)
    return MeantValue(spellings[near[0]], certain=False) if near else None


def _as_seen(word: str) -> str:
    digits = "".join(str(unicodedata.decimal(each, each)) for each in word[:60])
    return digits.casefold().strip("\"'“”‘’«»`.,،؛;؟?! ").replace(" ", "_").replace("-", "_")


def meant_items(text: str) -> list[str]:
    """Take a text apart into the items of a list that was meant; one where it is no list."""
    bare = text.strip().strip("[]()")
    return [each.strip() for each in re.split(r"[,،;؛\n]| و | and ", bare) if each.strip()]


def meant_code(text: str, shape: str) -> MeantValue | None:
    """Tell which address, country, language or number of Wikidata was meant."""
    typed = text.strip().strip("<>\"'“”")
    if shape == "web-address":
        meant = _address(typed)
        return None if meant is None or meant.right == text else meant
    if shape == "q-number":
        found = re.search(r"(?:^|/|:)[Qq]?(\d+)$", typed)
        return MeantValue(f"Q{found[1]}", certain=False) if found else None
    if shape == "two-capitals":
        codes = _codes("territories", re.compile("[A-Z]{2}"))
    elif shape == "language-code":
        codes = _codes("languages", re.compile("[a-z]{2,3}"))
    else:
        return None
    names = {fold(name): code for name, code in codes}
    known = {code.lower(): code for _, code in codes}
    folded = fold(typed).replace("اللغه ", "")
    right = (
        known.get(typed.lower())
        or names.get(folded)
        or names.get(f"ال{folded}")
        or names.get(f"ال{folded}ه")
    )
    return MeantValue(right, certain=False) if right else None


def _address(typed: str) -> MeantValue | None:
    """Write an address with what it lacks: https, and no spaces within."""
    right = re.sub(r"^(https?):/*(?=[^/])", r"\1://", re.sub(r"\s", "%20", typed))
    if not re.match(r"https?://", right):
        if not re.match(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/|$)", right):
            return None
        right = f"https://{right}"
    return MeantValue(right, certain=False)


def _codes(names: str, shape: re.Pattern[str]) -> list[tuple[str, str]]:
    """List the names that CLDR has, in Arabic and English, with their codes."""
    return [
        (str(name), code)
        for locale in ("en", "ar")
        for code, name in getattr(Locale(locale), names).items()
        if shape.fullmatch(code)
    ]
