"""Punctuation and letters: what is typed wrong whatever the words mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from explainer.editors.desk.rule import Context, Hit, Rule, seen, swap, words

LETTER = "[\u0621-\u063a\u0641-\u064a]"
IN_WORD = "[\u0621-\u063a\u0641-\u0652]"
"""A letter, the lengthening stroke or a vowel mark: none of them ends a word."""
NO_LETTER_BEFORE, NO_LETTER_AFTER = f"(?<!{IN_WORD})", f"(?!{IN_WORD})"

_ANY_IN_WORD = re.compile(IN_WORD)


def at_words(
    pattern: re.Pattern[str], text: str, proclitics: str = "وف"
) -> Iterator[re.Match[str]]:
    """Find a pattern where a word begins, or after one of the letters that may stand before it.

    A pattern that begins with letters is found far sooner than one that begins with a condition.
    """
    for each in pattern.finditer(text):
        at = each.start()
        if at and text[at - 1] in proclitics:
            at -= 1
        if not _ANY_IN_WORD.match(text, at - 1) or at == 0:
            yield each


_LATIN_MARKS = {",": "،", ";": "؛", "?": "؟"}
_ENTITY = re.compile(r"&#?\w+$")


def _in_arabic(mark: re.Match[str]) -> str | None:
    """Give the Arabic mark; none for what ends a name of a sign in HTML."""
    is_entity = mark[0] == ";" and _ENTITY.search(mark.string, 0, mark.start())
    return None if is_entity else _LATIN_MARKS[mark[0]]


_LOOK_ALIKE = str.maketrans({
    "\u06cc": "ي", "\u06a9": "ك", "\u06aa": "ك", "\u06be": "ه", "\u06c1": "ه", "\u06d5": "ه",
    "\u06c0": "ة", "\u06c3": "ة", "\u06d2": "ي",
})  # fmt: skip


def _pairs(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Give straight quotes their direction in turn, where they come in pairs."""
    places = [each.start() for each in re.finditer('"', text)]
    even = len(places) % 2 == 0
    return [Hit(at, at + 1, "“”"[n % 2], safe=even) for n, at in enumerate(places)]


_OPENS = {"“": "”", "(": ")", "«": "»", "{": "}"}
_CLOSES = {close: opener for opener, close in _OPENS.items()}


_NUMBERED = re.compile(r"(?:^|(?<=[\sو]))\d{1,2}$")
"""Before the bracket of a numbered item, which has no other half: 1) and 2)."""
_HALF = re.compile(r"[“”()«»{}]|\n\s*\n")


def _unbalanced(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find the quotes and brackets without their other half; a paragraph at a time."""
    alone, waiting = [], []
    for each in _HALF.finditer(text):
        sign, at = each[0], each.start()
        if sign in _OPENS:
            waiting.append((sign, at))
        elif sign not in _CLOSES:  # a paragraph ends
            alone += [place for _, place in waiting]
            waiting = []
        elif waiting and waiting[-1][0] == _CLOSES[sign]:
            waiting.pop()
        elif sign != ")" or not _NUMBERED.search(text, max(0, at - 4), at):
            alone.append(at)
    return [Hit(at, at + 1) for at in (*alone, *(place for _, place in waiting))]


_RAW_RANGE = re.compile(
    r"(?<![A-Za-z\d-])(?<![A-Za-z] )(?<![A-Za-z] \()"
    r"(\d(?:[\d.,]*\d)?)\s*[-–—]\s*(\d(?:[\d.,]*\d)?)(?![\d-])"
)
_YEAR_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


def _ranges(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find ranges in digits; what runs down is a score or a name, what is a month is a date."""
    return [
        Hit(each.start(), each.end())
        for each in _RAW_RANGE.finditer(text)
        if not _YEAR_MONTH.fullmatch(each[0])
        and (len(each[1]) == 4 or _value(each[1]) < _value(each[2]))
    ]


def _value(digits: str) -> float:
    return float("".join(re.findall(r"\d|\.(?=\d+$)", digits)))


def _eastern_digits(text: str, context: Context) -> list[Hit]:
    """Find digits of the other kind, where the site prints 0–9."""
    if context.digits != "latn":
        return []
    found = re.finditer("[\u0660-\u0669\u06f0-\u06f9]", text)
    return [Hit(each.start(), each.end(), str(unicodedata.digit(each[0]))) for each in found]


SIGN_RULES = (
    Rule("E601", swap(rf"[,;?](?:(?<={LETTER}[,;?])(?!\d)|(?<={LETTER} [,;?])|(?= ?{LETTER}))",
                      _in_arabic)),
    Rule("E602", swap(r"(?<=\S) +(?=[،؛؟!:)](?![)[])|”(?:[\s،؛؟.!:)]|$)|\.(?![\d.]))", ""),
         near=words(" ،", " ؛", " ؟", " !", " :", " ”", " )", " .")),
    Rule("E603", swap(rf"(?<=[،؛؟])(?={LETTER}|[“(])", " "), near=seen(rf"[،؛؟](?={LETTER}|[“(])")),
    Rule("E603", swap(rf"(?<=[،؛؟])(?<!\d[،؛؟])(?=\d)|"
                      rf"(?<={LETTER}{{3}}[.!])(?={LETTER}{{2}})", " "),
         near=seen(rf"[،؛؟.!](?=\d|{LETTER})")),
    Rule("E603", swap(rf"(?<={LETTER}:)(?={LETTER}|“)", " ", safe=False),
         near=seen(rf":(?={LETTER}|“)")),
    Rule("E604", _pairs, near=words('"')),
    Rule("E605", swap(r"”(?<![^\s(ـ]”)(?=[^\s،؛؟.!:)”])", "“")),
    Rule("E605", swap(r"“(?<=[^\s(ـ]“)(?=[\s،؛؟.!:)]|$)", "”")),
    Rule("E606", _unbalanced),
    Rule("W607", swap("[«»]", lambda m: "“" if m[0] == "«" else "”")),
    Rule("E608", swap(r"\.{3,}", "…")),
    Rule("E608", swap(r"(?<!\.)\.\.(?!\.)|::+", lambda m: m[0][0], safe=False),
         near=words("..", "::")),
    Rule("E608", swap(r"([،؛؟!])\1+", lambda m: m[1])),
    Rule("E609", swap(r"(?:(?<=\()|(?<=[\s(ـ]“)) +(?=\S)", ""), near=words("( ", "“ ")),
    Rule("E610", _ranges, near=seen(r"[-–—](?=\s*\d)")),
    Rule("E611", swap(r"(?<=\d)(?:\s*٪|\s+%)", "%"), near=seen(r"٪|%(?<!\d%)")),
    Rule("W612", swap(r"—(?!\s*\d)"), near=words("—")),
    Rule("E620", swap("[\u06aa\u06a9\u06be\u06c0\u06c1\u06c3\u06d2\u06d5]|\u06cc(?=[ء-ي])",
                      lambda m: m[0].translate(_LOOK_ALIKE)),
         near=seen("[\u06aa\u06a9\u06be\u06c0\u06c1\u06c3\u06d2\u06d5\u06cc]")),
    Rule("E620", swap("\u06cc(?![ء-ي])")),
    Rule("E621", swap("[\ufb50-\ufd3d\ufd40-\ufdff\ufe70-\ufefc]",
                      lambda m: unicodedata.normalize("NFKC", m[0]))),
    Rule("E622", swap(f"ـ+(?={LETTER})", ""), near=seen(f"ـ(?={LETTER})")),
    Rule("E623", _eastern_digits),
    Rule("E624", swap(f"(?:(?<={IN_WORD}{LETTER})|(?<=(?![وفبلك]){LETTER}))[A-Za-z\u0400-\u04ff]|"
                      f"(?<=[A-Za-z\u0400-\u04ff]){LETTER}"), near=seen("[A-Za-z\u0400-\u04ff]+")),
    Rule("E624", swap(rf"(?<={IN_WORD}{LETTER})(?<![وفبلك][بلك])(?<!ال)(?=\d)|"
                      rf"(?<=\d)(?<![-–]\d)(?<![-–]\d\d)(?<![-–]\d\d\d)(?={LETTER})", " "),
         near=seen(rf"\d(?:(?={LETTER})|(?<={LETTER}\d))")),
    Rule("E625", swap("[اويه][\u0653-\u0655]", lambda m: unicodedata.normalize("NFC", m[0])),
         near=seen("[\u0653-\u0655]")),
    Rule("E626", swap("[\u00a0\u2000-\u200a\u202f\u3000](?!#)", " ")),
    Rule("E626", swap("[\u00a0\u2000-\u200a\u202f\u3000](?=#)")),
    Rule("E626", swap(r"(?<=\S) {2,}(?=\S)", " "), near=words("  ")),
)  # fmt: skip
"""In the order of their codes."""
