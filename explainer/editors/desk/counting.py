"""Numbers in words and the nouns they count: ثلاثة ضباط، خمس سفن، ألفا جندي، 5.5 مليار."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from explainer.editors.desk.lexicon import Reading, read
from explainer.editors.desk.numbers import LARGE_NUMBERS, is_count
from explainer.editors.desk.rule import Context, Hit, Rule
from explainer.editors.desk.signs import LETTER, NO_LETTER_AFTER, at_words

ReadNoun = Callable[[str], Reading | None]
"""Read a word as a noun that is counted."""

_UNITS = {
    "ثلاثة": "ثلاث", "أربعة": "أربع", "خمسة": "خمس", "ستة": "ست", "سبعة": "سبع",
    "ثمانية": "ثماني", "تسعة": "تسع",
}  # fmt: skip
"""From three to nine: what a masculine noun asks for -> what a feminine one does."""
_FOR_FEMININE = {short: long for long, short in _UNITS.items()}
_ANY_UNIT = "|".join((*_UNITS, *_FOR_FEMININE))
_TENS = "عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع"
_HUNDREDS = "ثلاث|أربع|خمس|ست|سبع|ثمان|تسع"
_BEFORE = "وفبلك"
_NOUN = rf"({LETTER}+\u064b?){NO_LETTER_AFTER}"

_FEW = re.compile(rf"({_ANY_UNIT}|عشرة|عشر) {_NOUN}")
_TEEN = re.compile(rf"({_ANY_UNIT}|أحد|إحدى|اثنا|اثني|اثنتا|اثنتي) (عشرة|عشر) {_NOUN}")
_ANY_TEN = "|".join(f"{ten}{ending}" for ten in _TENS.split("|") for ending in ("ون", "ين"))
_AND_TEN = "|".join(f"{unit} و(?:{_ANY_TEN})" for unit in _ANY_UNIT.split("|"))
_TENS_OF = re.compile(rf"({_AND_TEN}|{_ANY_TEN}) {_NOUN}")
"""Where every alternative begins with a letter, a pattern is found ten times as fast."""
_SCALES = "|".join(f"{hundred}مئة" for hundred in _HUNDREDS.split("|")) + (
    "|مئة|مئت[اي]|ألف|ألف[اي]|آلاف|مليون|مليون[اي]|ملايين|مليار|مليار[اي]|مليارات"
)
_SCALED = re.compile(rf"(?:{_SCALES}) {_NOUN}")
_DUAL = re.compile(rf"((?:مئت|ألف|مليون|مليار)(?:ين|ان)) {_NOUN}")
_DECIMAL = re.compile(rf"(\d(?<![\d.,].)[\d,]*\.\d+) {_NOUN}")
_DIGITS = re.compile(rf"(\d[\d,]*) {_NOUN}")
_ONE_OF = re.compile(rf"(أحد|إحدى) ال{_NOUN}")
_BOTH = re.compile(rf"(كلا|كلتا|كلتي) ال{_NOUN}")


def _few(text: str, read: ReadNoun) -> Iterator[Hit]:
    """From three to ten: the noun in the plural, the number of the other gender."""
    for each in at_words(_FEW, text, _BEFORE):
        number, reading = each[1], read(each[2])
        if reading is None or _ends_a_number(text, each.start(1)):
            continue
        right = _unit(number, is_feminine=reading.is_feminine)
        if number.startswith("عشر"):
            right = "عشر" if reading.is_feminine else "عشرة"
        yield from _replaced(each, f"{right} {reading.noun.few}")


def _ends_a_number(text: str, start: int) -> bool:
    """Tell whether a word before makes this one the end of a longer number: خمس عشرة."""
    return bool(_NUMBER_BEFORE.search(text, max(0, start - _LONGEST), start))


_NUMBER_BEFORE = re.compile(rf"(?:{_ANY_UNIT}|أحد|إحدى|اثن[اتي]+|القرن|المادة|رقم) $")
_LONGEST = 20
"""Letters of a number and a space, at most."""


def _unit(number: str, *, is_feminine: bool) -> str:
    long = _FOR_FEMININE.get(number, number)
    return _UNITS.get(long, long) if is_feminine else long


def _teen(text: str, read: ReadNoun) -> Iterator[Hit]:
    """From eleven to nineteen: the noun in the accusative, its gender on the ten."""
    for each in at_words(_TEEN, text, _BEFORE):
        reading = read(each[3])
        if reading is None or reading.form == "dual":
            continue
        ten = "عشرة" if reading.is_feminine else "عشر"
        unit = _unit(each[1], is_feminine=reading.is_feminine)
        for one, other in (("أحد", "إحدى"), ("اثنا", "اثنتا"), ("اثني", "اثنتي")):
            if each[1] in (one, other):
                unit = other if reading.is_feminine else one
        yield from _replaced(each, f"{unit} {ten} {reading.noun.many}")


def _tens(text: str, read: ReadNoun) -> Iterator[Hit]:
    """From twenty to ninety-nine: the noun in the accusative."""
    for each in at_words(_TENS_OF, text, _BEFORE):
        reading = read(each[2])
        if reading is None or reading.form == "dual":
            continue
        unit, joined, ten = each[1].rpartition(" و")
        right = f"{_unit(unit, is_feminine=reading.is_feminine)}{joined}{ten}"
        yield from _replaced(each, f"{right} {reading.noun.many}")


def _scaled(text: str, read: ReadNoun) -> Iterator[Hit]:
    """After hundreds, thousands, millions: the noun in the singular."""
    for each in at_words(_SCALED, text, _BEFORE):
        reading = read(each[1])
        if reading and reading.form in ("plural", "accusative"):
            yield from _replaced(each, reading.noun.other)


def _dual(text: str, read: ReadNoun) -> Iterator[Hit]:
    """Take the nun from a dual before what it counts: ألفا جندي."""
    for each in at_words(_DUAL, text, _BEFORE):
        reading = read(each[2])
        if reading and reading.form != "dual":
            yield from _replaced(each, f"{each[1][:-1]} {reading.noun.other}")


def _decimal(text: str, read: ReadNoun) -> Iterator[Hit]:
    """After decimals: the singular."""
    for each in _DECIMAL.finditer(text):
        right = _SINGULAR_OF_LARGE.get(each[2])
        reading = read(each[2])
        if reading and reading.form != "singular":
            right = reading.noun.other
        if right and is_count(text, each, Decimal(each[1].replace(",", ""))):
            yield Hit(each.start(2), each.end(2), right)


_SINGULAR_OF_LARGE = {
    form: word
    for word, plural in LARGE_NUMBERS.items()
    for form in (plural, f"{word}ا", f"{word}ين", f"{word}ان")
}


def _digits(text: str, context: Context) -> Iterator[Hit]:
    """After digits, where the noun is none of the site's own; nothing where these are not known."""
    for each in _DIGITS.finditer(text) if context.nouns else ():
        reading = read(each[2])
        number = int(each[1].replace(",", ""))
        if each[2] in context.nouns or reading is None:
            continue
        if number > 2 and is_count(text, each, Decimal(number)):
            tail = number % 100
            noun = reading.noun
            right = noun.few if 3 <= tail <= 10 else noun.many if tail > 10 else noun.other
            if right != each[2]:
                yield Hit(each.start(2), each.end(2), right)


def _one_of(text: str, read: ReadNoun) -> Iterator[Hit]:
    """أحد الضباط، إحدى السفن، كلا الضابطين، كلتا السفينتين."""
    for pattern, forms, masculine, feminine in (
        (_ONE_OF, ("plural",), "أحد", "إحدى"),
        (_BOTH, ("dual",), "كلا", "كلتا"),
    ):
        for each in at_words(pattern, text, _BEFORE):
            reading = read(each[2])
            right = feminine if reading and reading.is_feminine else masculine
            if reading and reading.form in forms and right != each[1]:
                yield Hit(each.start(1), each.end(1), right)


def _replaced(each: re.Match[str], right: str) -> Iterator[Hit]:
    start = each.start(1)
    if each[0][start - each.start() :] != right:
        yield Hit(start, each.end(), right)


_KINDS: tuple[Callable[[str, ReadNoun], Iterator[Hit]], ...] = (
    _few, _teen, _tens, _scaled, _dual, _decimal, _one_of,
)  # fmt: skip


def _counted(text: str, context: Context) -> list[Hit]:
    """Find numbers and nouns that do not go together; each place once.

    An explainer may inflect a noun in its own way: where its nouns are not known, nothing is found.
    """
    if not context.nouns:
        return []

    def own(word: str) -> Reading | None:
        reading, counted = read(word), context.nouns.get(word)
        return None if reading and counted and counted != reading.noun else reading

    hits: dict[int, Hit] = {}
    for found in (*(kind(text, own) for kind in _KINDS), _digits(text, context)):
        for hit in found:
            hits.setdefault(hit.end, hit)
    return list(hits.values())


COUNTING_RULES = (Rule("E636", _counted),)
"""In the order of their codes."""
