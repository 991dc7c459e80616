"""Left-to-right runs and number ranges inside Arabic text, found and kept in their own order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from markupsafe import Markup, escape

Direction = Literal["ltr", "rtl"]

_LETTER: Final = (
    r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"  # Latin
    r"\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff"  # Greek, Cyrillic
    r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"  # Hangul
    r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # kana, Chinese characters
)
_ARABIC_LETTERS: Final = r"\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc"
"""Letters and marks that run from right to left, ، ؛ ؟ among them."""

_START: Final = rf"[{_LETTER}0-9]"
_INK: Final = (
    rf"[{_LETTER}0-9\u0300-\u036f\u00b2\u00b3\u00b9\u2070-\u209f\u00bc-\u00be\u2150-\u215e]"
)
"""What a word or a number is written with, raised and lowered signs and fractions too: CO₂, 2½."""

_JOINERS: Final = r"-./:'’@_&+=?#%,×~–—^*÷°′″$€£\\\u2011\u2212"
"""What stands between two pieces of one word or number: 25°C, C:\\a, 10^5, US$5."""

_BEFORE: Final = r"(?:(?<![^\s(\[“«\"])|(?<=\s[وفبلك]))"
"""A word begins here: nothing stands before it that it belongs to, or a letter joined to it."""

_TOKEN: Final = re.compile(
    rf"""
      (?P<address> https?://[^\s،؛؟<>“”«»"]+
        | [A-Za-z0-9.-]+\.[A-Za-z]{{2,}} / (?![{_ARABIC_LETTERS}]) [!#-;=?-~]* )
    | (?P<phone> \+[0-9](?:[ ()-]*[0-9])+ )
    | (?P<path> {_BEFORE} (?: ~ | \.{{1,2}} )? (?:/{_START}{_INK}*(?:[-._~+@%=]+{_INK}+)*)+ /? )
    | (?: [A-Z]\. ){{2,}}
    | (?: {_BEFORE} (?: --? | [#@~] | \.(?=[A-Za-z]) ) | (?<!{_INK}) [\u2212+$€£¥₩₽°] )?
      {_START} {_INK}*
      (?: (?: [{_JOINERS}]+ | [ ]×[ ] ) {_INK}+ )*
      (?: [+#]+(?!{_INK}) | [%‰°′″®™©] )?
    """,
    re.VERBOSE,
)
"""Ink without spaces: a word, a number, a code, an address."""

_HAS_LETTER: Final = re.compile(rf"[{_LETTER}]")
_HAS_ARABIC: Final = re.compile(rf"[{_ARABIC_LETTERS}]")
_ARABIC_WORD_NEXT: Final = re.compile(rf"[ ]*(?![،؛؟])[{_ARABIC_LETTERS}]")
_NEEDS_CARE: Final = re.compile(
    rf"[{_LETTER}\u00b2\u00b3\u00b9\u2070-\u209f]|[0-9][ ]?[-–—×^*÷=\u2011\u2212]"
    r"|[-+\u2212$€£¥₩₽][0-9]"
    r"|[0-9][\u00bc-\u00be\u2150-\u215e′″°‰®™©]"
)

_NUMBER: Final = r"[0-9]+(?:[.,:/][0-9]+)*%?"
_ISO_DATE: Final = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?")
_NUMBER_RANGE: Final = re.compile(rf"{_NUMBER}(?:-{_NUMBER}|(?:[–—\u2011]{_NUMBER})+)")
_PLAIN: Final = re.compile(_NUMBER)
_NAMES_A_NUMBER: Final = re.compile(
    r"(?:هاتف|الهاتف|هاتفه|هاتفها|تلفون|التلفون|جوال|الجوال|محمول|المحمول|نقال|النقال|فاكس|الفاكس|رقم|الرقم|"
    r"رقمه|رقمها|برقم|بالرقم|أرقام|الأرقام|رمز|الرمز|طراز|نموذج|الرحلة|رحلة|الملف|ملف|حساب|الحساب|لوحة|اللوحة)"
    r"[: ]+$"
)
"""Words after which two numbers with a hyphen are one number's two pieces, no range."""

_BRACKETS: Final = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}
_BRACKET: Final = re.compile(r"[()\[\]{}“”«»]")
_FINAL_MARKS: Final = ".,;:!?…'’"


def has_ltr(text: str) -> bool:
    """Return whether the text may hold something to isolate: a quick look before `spans`.

    It may say yes to a text that needs nothing; it never says no to one that does.
    """
    return _NEEDS_CARE.search(text) is not None


def spans(text: str) -> list[tuple[str, Direction | None]]:
    """Cut the text into runs with their direction; None where the paragraph's will do.

    The runs joined are the text. Left-to-right words with only spaces and punctuation
    between them are one run; the brackets in it are whole, and what ends a sentence
    stays outside. A text without any Arabic is one run, its question mark and all.
    """
    if not has_ltr(text):
        return [(text, None)] if text else []
    pieces: list[tuple[str, Direction | None]] = []
    done = 0
    for start, end, direction in _runs(text):
        if start > done:
            pieces.append((text[done:start], None))
        pieces.append((text[start:end], direction))
        done = end
    if done < len(text):
        pieces.append((text[done:], None))
    return pieces


@lru_cache(8192, typed=True)  # what is marked up already is not escaped again
def isolate(text: str) -> Markup:
    """Escape the text for HTML, each run that needs it in `<bdi dir>`; `lang` is the caller's."""
    if not has_ltr(text):
        return escape(text)
    pieces = (_in_bdi(str(escape(piece)), way) for piece, way in spans(text))
    return Markup("".join(pieces))  # noqa: S704 - every piece is escaped


@lru_cache(8192, typed=True)  # what is marked up already is not escaped again
def isolate_plain(text: str) -> str:
    """Return the text for a place without markup, each run that needs it between isolates."""
    if not has_ltr(text):
        return text
    return "".join(_in_marks(piece, way) for piece, way in spans(text))


_FROM_THE_RIGHT = frozenset(
    {"ar", "fa", "ur", "ps", "ckb", "ku", "sd", "ug", "ks", "he", "yi", "dv", "syr"}
)
"""Languages that are written from the right; Kurdish (`ku`) and some others also from the left."""
_EITHER_WAY = frozenset({"ku", "ks", "sd", "az", "uz", "kk", "pa", "ms"})
_ARABIC_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")


def is_foreign(text: str, language: str | None) -> bool:
    """Tell whether a text is in another language than the site's, so that it is marked as such.

    What is said to be in a language of other letters, and is in Arabic ones, is a translation.
    """
    base = (language or "ar").partition("-")[0].lower()
    translated = base not in _FROM_THE_RIGHT | _EITHER_WAY and _ARABIC_LETTER.search(text)
    return base != "ar" and not translated


def in_language(text: str, language: str | None) -> Markup:
    """Escape a text of a given language for HTML, marked with that language and its direction."""
    if not is_foreign(text, language):
        return isolate(text)
    base = str(language).partition("-")[0].lower()
    from_the_right = "rtl" if base in _FROM_THE_RIGHT else "ltr"
    way = "auto" if base in _EITHER_WAY else from_the_right
    marked = f'<bdi dir="{way}" lang="{escape(language)}">{escape(text)}</bdi>'
    return Markup(marked)  # noqa: S704 - every piece is escaped


_LRI: Final = "\N{LEFT-TO-RIGHT ISOLATE}"
_RLI: Final = "\N{RIGHT-TO-LEFT ISOLATE}"
_PDI: Final = "\N{POP DIRECTIONAL ISOLATE}"

# A hyphen between two digits makes one left-to-right number of them (rule W4 of the Unicode
# algorithm), whatever the direction around: 3-1 would still read as 1-3. An en dash does not.
# Hence the hyphen of a range stands in an isolate of its own.


def _in_bdi(piece: str, way: Direction | None) -> str:
    if way is None:
        return piece
    inner = piece.replace("-", '<bdi dir="rtl">-</bdi>') if way == "rtl" else piece
    return f'<bdi dir="{way}">{inner}</bdi>'


def _in_marks(piece: str, way: Direction | None) -> str:
    if way is None:
        return piece
    inner = piece.replace("-", f"{_RLI}-{_PDI}") if way == "rtl" else piece
    return f"{_LRI if way == 'ltr' else _RLI}{inner}{_PDI}"


# How runs are found.

_Run = tuple[int, int, Direction]


def _runs(text: str) -> Iterator[_Run]:
    """Yield start, end and direction of every run, in order."""
    if whole := _foreign(text):
        yield whole
        return
    tokens = [(match.start(), _token_end(match)) for match in _TOKEN.finditer(text)]
    first = 0
    while first < len(tokens):
        last = _last_of_phrase(text, tokens, first)
        if last is None:
            start, end = tokens[first]
            if direction := _direction_of_number(text, start, end):
                yield start, end, direction
            first += 1
        else:
            yield from _whole_brackets(text, tokens[first : last + 1])
            first = last + 1


def _foreign(text: str) -> _Run | None:
    """Return the one run of a text that has letters, none of them Arabic, and whole brackets."""
    if _HAS_ARABIC.search(text) or not _HAS_LETTER.search(text):
        return None
    if any(text.count(closing) != text.count(opening) for closing, opening in _BRACKETS.items()):
        return None
    start = len(text) - len(text.lstrip())
    return start, len(text.rstrip().rstrip(".,;:")), "ltr"


def _token_end(match: re.Match[str]) -> int:
    """Return where the token ends, the marks after an address left outside."""
    if not match["address"]:
        return match.end()
    address = match[0].rstrip(_FINAL_MARKS)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(_FINAL_MARKS)
    return match.start() + len(address)


def _last_of_phrase(text: str, tokens: list[tuple[int, int]], first: int) -> int | None:
    """Return the last token of the left-to-right phrase that begins here; None if none does.

    A phrase begins with a word, or with numbers joined to one (152 mm). It takes the
    numbers between its words, and those after it that no Arabic word follows: 600 in
    “NIS 600 جندي” counts the soldiers.
    """
    last = None
    for i in range(first, len(tokens)):
        start, end = tokens[i]
        if i > first:
            gap = text[tokens[i - 1][1] : start]
            if _HAS_ARABIC.search(gap) or (last is None and gap not in (" ", "\N{NO-BREAK SPACE}")):
                break
        if _HAS_LETTER.search(text, start, end) or (
            last == i - 1
            and _PLAIN.fullmatch(text, start, end)
            and not _ARABIC_WORD_NEXT.match(text, end)
        ):
            last = i
    return last


def _direction_of_number(text: str, start: int, end: int) -> Direction | None:
    """Return the direction of a token without letters; None for a plain number."""
    token = text[start:end]
    if _PLAIN.fullmatch(token):
        return None
    if _is_range(token) and not _NAMES_A_NUMBER.search(text, max(0, start - 12), start):
        return "rtl"
    return "ltr"


def _is_range(token: str) -> bool:
    """Tell whether numbers that a dash joins can be a range, a season or a score: 10–12, 3-1.

    Those of which one has a zero in front (555-0199), or of which a hyphen leads to a smaller one
    (747-400), are the pieces of one number.
    """
    if not _NUMBER_RANGE.fullmatch(token) or _ISO_DATE.fullmatch(token):
        return False
    parts = re.split(r"[-–—\u2011]", token)
    if "-" not in token or ":" in token:
        return not any(re.match(r"0[0-9]{2}", part) for part in parts)
    first, second = (re.sub(r"[,%]", "", part) for part in parts)
    if any(re.match(r"0[0-9]", part) for part in (first, second)):
        return False
    if re.fullmatch(r"[0-9]{4}", first) and re.fullmatch(r"[0-9]{2}", second):
        return int(second) > int(first[2:])
    return _value(first) < _value(second) or max(_value(first), _value(second)) < 100


def _value(number: str) -> float:
    """Read a number of a token, 3, 2.5 or 1/2, for comparing: its first piece counts."""
    return float(re.match(r"[0-9]+(?:\.[0-9]+)?", number)[0])  # type: ignore[index]


def _whole_brackets(text: str, tokens: list[tuple[int, int]]) -> Iterator[_Run]:
    """Yield the phrase as one run, or as several where a bracket opens or closes outside it."""
    start, end = tokens[0][0], tokens[-1][1]
    opened: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        i, mark = match.start(), match[0]
        if any(first <= i < last for first, last in tokens):  # part of an address
            continue
        if mark not in _BRACKETS:
            opened.append(i)
        elif opened and text[opened[-1]] == _BRACKETS[mark]:
            opened.pop()
        elif not opened and start > 0 and text[start - 1] == _BRACKETS[mark]:
            start -= 1
        else:
            yield from _split(text, tokens, i)
            return
    while opened and end < len(text) and _BRACKETS.get(text[end]) == text[opened[-1]]:
        opened.pop()
        end += 1
    if text.count('"', start, end) % 2 and text[end : end + 1] == '"':
        end += 1
    if opened:
        yield from _split(text, tokens, opened[-1])
    else:
        yield start, end, "ltr"


def _split(text: str, tokens: list[tuple[int, int]], at: int) -> Iterator[_Run]:
    """Yield the runs on both sides of a bracket that has no partner."""
    before = [token for token in tokens if token[1] <= at]
    after = [token for token in tokens if token[0] > at]
    for side in (before, after):
        if side:
            yield from _phrase_or_number(text, side)


def _phrase_or_number(text: str, tokens: list[tuple[int, int]]) -> Iterator[_Run]:
    if any(_HAS_LETTER.search(text, start, end) for start, end in tokens):
        yield from _whole_brackets(text, tokens)
        return
    for start, end in tokens:
        if direction := _direction_of_number(text, start, end):
            yield start, end, direction
