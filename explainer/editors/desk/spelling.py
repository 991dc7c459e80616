"""Words: spelling, names of the registry, and verbs too strong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from explainer.editors.desk.bodies import is_like
from explainer.editors.desk.rule import Context, Hit, Rule, found, seen, swap, words
from explainer.editors.desk.signs import LETTER, NO_LETTER_AFTER, NO_LETTER_BEFORE
from explainer.editors.desk.text_words import letter_words, near_words, words_in_order

PREFIX = f"{NO_LETTER_BEFORE}[وفبلك]{{0,2}}"

_WORD = re.compile(f"{LETTER}+")


MISSPELT = {
    "الى": "إلى", "الي": "إلى", "إلي": "إلى", "فى": "في", "الذى": "الذي", "التى": "التي",
    "حتي": "حتى", "هاذا": "هذا", "هذة": "هذه", "لاكن": "لكن", "لأنة": "لأنه", "انه": None,
    "انها": None, "انهم": None, "أمريكا": "أميركا", "امريكا": "أميركا", "اميركا": "أميركا",
    "أمريكي": "أميركي", "امريكي": "أميركي", "اميركي": "أميركي", "أمريكية": "أميركية",
    "امريكية": "أميركية", "اميركية": "أميركية", "اوروبا": "أوروبا", "اوروبي": "أوروبي",
    "اوروبية": "أوروبية", "ابريل": "أبريل", "إبريل": "أبريل", "اغسطس": "أغسطس",
    "اكتوبر": "أكتوبر", "ايار": "أيار", "ايلول": "أيلول", "اعلن": "أعلن", "اعلنت": "أعلنت",
    "اكد": "أكد", "اكدت": "أكدت", "اوضح": "أوضح", "اوضحت": "أوضحت", "اضاف": "أضاف",
    "اضافت": "أضافت", "اشار": "أشار", "اشارت": "أشارت", "افاد": "أفاد", "افادت": "أفادت",
    "ارسل": "أرسل", "ارسلت": "أرسلت", "اطلق": "أطلق", "اطلقت": "أطلقت", "اجرى": "أجرى",
    "اجرت": "أجرت", "امس": "أمس", "ايام": "أيام", "ايضا": "أيضا", "احداث": "أحداث",
    "اسلحة": "أسلحة", "اعمال": "أعمال", "اكثر": "أكثر", "اول": "أول", "اولى": "أولى",
    "مسئول": "مسؤول", "مسئولة": "مسؤولة", "مسئولو": "مسؤولو", "مسئولي": "مسؤولي",
    "مسئولون": "مسؤولون", "مسئولين": "مسؤولين", "مسئولية": "مسؤولية", "شئون": "شؤون",
    "شئونه": "شؤونه", "شئونها": "شؤونها", "شئونهم": "شؤونهم", "علي الرغم": "على الرغم",
    "أمريكيون": "أميركيون", "أمريكيين": "أميركيين", "سوفيت": "سوفيات", "سوفيتي": "سوفياتي",
    "سوفيتية": "سوفياتية",
}  # fmt: skip
"""A spelling -> the house's, with and without the article; None where it may be one of two."""

_ALONE = {"الي", "فى", "امس", "اول"}
"""Those that with a letter before them are words or names of their own: والي، وفى، لامس، باول."""
MISSPELT_PATTERN = re.compile(
    rf"{NO_LETTER_BEFORE}(?:[وفبل]?((?:ال)?(?:{'|'.join(w for w in MISSPELT if w not in _ALONE)}))|"
    rf"({'|'.join(sorted(_ALONE))})){NO_LETTER_AFTER}"
)

_JOINED = (
    "ست(?!ون|رلين|انبول|اد|يف|يب|ير(?!اد)|وريل|ر\\b)", "بتع", "بتك", "تجاه", "تحاد", "تخاذ",
    "تصال", "تصل", "تفاق", "تفق", "تها", "تهم", "جتم", "حتج", "حتف", "حتل", "حتم", "حتيا", "ختب",
    "ختط", "ختف", "ختل", "ختي", "رتب", "رتف", "رتكا", "شتب", "شتر", "عتب", "عتد", "عتر", "عتق",
    "عتم", "فتتا", "فتتح", "فترا", "قتح", "قتر", "قتص", "كتش", "لتح", "لتز", "لتق", "لتم", "متث",
    "متد", "متل", "متن", "نتخ", "نتش", "نتص", "نتظ", "نتق", "نتم", "نته", "نخف", "نسح", "نضب",
    "نضم", "نطلا", "نطلق", "نعقا", "نعقد", "نفج", "نفصا", "نهار", "نهيا",
)  # fmt: skip
"""Beginnings of words whose first alef has no hamza."""
_NOUNS = (
    "تحاد", "تصال", "تفاق", "تهام", "جتماع", "حتفال", "ختبار", "رتفاع", "ستثمار", "ستخدام",
    "ستقبال", "عتراف", "فتتاح", "قتصاد", "نتخاب", "نتشار", "نتهاء", "نخفاض", "نسحاب", "نضمام",
)  # fmt: skip
"""Those that with a hamza above are no verb of a speaker."""
_BEFORE = f"{NO_LETTER_BEFORE}(?:[وفبلك]{{0,2}}(?:ال)?|[وف]?لل)"
_HAMZA = re.compile(rf"إ(?=(?:{'|'.join(_JOINED)}))|أ(?=(?:{'|'.join(_NOUNS)}))")
_HUNDRED = re.compile(
    rf"{_BEFORE}(?:ثلاث|أربع|خمس|ست|سبع|ثماني?|تسع)?(مائ)(?=ة|ت(?:ا|ي)ن?{NO_LETTER_AFTER})"
)
_PREFIXED = re.compile(f"{_BEFORE}$")


def _near_misspelt(text: str, context: Context) -> Iterator[int]:
    """Look only for those words of the text that are misspelt; it has few different ones."""
    alone = near_words(lambda word: MISSPELT_PATTERN.fullmatch(word) or _HUNDRED.match(word))
    return chain(alone(text, context), found(text, (each for each in MISSPELT if " " in each)))


def _misspelt(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find spellings of a closed list."""
    hits = []
    for each in MISSPELT_PATTERN.finditer(text):
        word = each[1] or each[2]
        article = "" if word in MISSPELT else "ال"
        right = MISSPELT[word.removeprefix(article)]
        start = each.end() - len(word)
        hits.append(Hit(start, each.end(), None if right is None else article + right))
    hits += [Hit(each.start(1), each.end(1), "مئ") for each in _HUNDRED.finditer(text)]
    return hits


def _joining_hamza(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find a hamza on an alef that has none: إستقبال، الأجتماع."""
    return [
        Hit(each.start(), each.end(), "ا")
        for each in _HAMZA.finditer(text)
        if _PREFIXED.search(text, max(0, each.start() - 6), each.start())
    ]


def _near_doubled(text: str, context: Context) -> Iterator[int]:  # noqa: ARG001 - it asks nothing
    listed = words_in_order(text)
    doubled = {one for one, following in pairwise(listed) if one == following}
    return found(text, [f"{word}{space}{word}" for word in doubled for space in " \n"])


LOOKS_ALIKE = 0.75
"""An alias as near as this to the name is another spelling of it, not another name."""


def avoided(people: dict[str, list[str]]) -> dict[str, str]:
    """Give the spellings to be avoided, each with the right one; takes names with their aliases."""
    return {
        alias: name
        for name, aliases in people.items()
        for alias in aliases
        if re.search(LETTER, alias)
        and not any(alias in other or other in alias for other in people)
        and is_like(alias, name, LOOKS_ALIKE)
    }


def names_pattern(names: dict[str, str]) -> re.Pattern[str] | None:
    """Make the search for all spellings that are to be avoided."""
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"{PREFIX}({listed}){NO_LETTER_AFTER}") if names else None


def _near_names(text: str, context: Context) -> Iterator[int]:
    """Look for those names only whose words are in the text; a prefix can hide the first."""
    listed = letter_words(text)
    bare = {word[length:] for word in listed for length in _prefixes(word)}
    return found(text, (name for name in context.names if _may_be_in(name, bare, listed)))


def _prefixes(word: str) -> Iterator[int]:
    """Count the letters before a word that may be a prefix: none, one or two."""
    yield 0
    if word[0] in "وفبلك":
        yield 1
        if word[1:2] in set("وفبلك"):
            yield 2


def _may_be_in(name: str, bare: set[str], listed: frozenset[str]) -> bool:
    first, *rest = _WORD.findall(name) or [""]
    return first in bare and all(word in listed for word in rest)


def _names(text: str, context: Context) -> list[Hit]:
    """Find a name that is not spelt as the registry spells it; its own record may tell of it."""
    pattern = context.name_pattern()
    if pattern is None:
        return []
    return [
        Hit(each.start(1), each.end(1), context.names[each[1]]) for each in pattern.finditer(text)
    ]


_VERBS = (
    "أكد", "أكدت", "أكدا", "أكدوا", "يؤكد", "تؤكد", "يؤكدون", "تأكد", "تأكدت", "أثبت", "أثبتت",
    "أثبتوا", "يثبت", "تثبت", "ثبت", "ثبتت", "كشف", "كشفت", "كشفوا", "يكشف", "تكشف", "برهن",
    "برهنت",
)  # fmt: skip
_WITH_THAT = ("تبين", "يتبين", "اتضح", "يتضح", "مؤكدا", "مؤكدة", "مؤكدين")
_STEMS = (
    "أكد", "أكّ", "أكَ", "ؤكد", "ؤكّ", "ؤكَ", "ثبت", "ثبّ", "ثبَ", "كشف", "كشّ", "كشَ", "برهن",
    "تبين", "تبيّ", "تبيَ", "تضح", "تّض",
)  # fmt: skip
_MARKED = "[\u064b-\u0652]*"
_SURE = re.compile(
    rf"{PREFIX}((?:{'|'.join(_MARKED.join(verb) for verb in _VERBS)}){_MARKED}|"
    rf"(?:{'|'.join(_MARKED.join(word) for word in _WITH_THAT)}){_MARKED}(?= أن)){NO_LETTER_AFTER}"
)


def _too_sure(text: str, context: Context) -> list[Hit]:
    """Find a verb that vouches for what only one side says, in an event's own title or summary."""
    if context.path not in (("title",), ("summary",)) or not isinstance(context.record, dict):
        return []
    if context.record.get("status") not in ("claimed", "suspected"):
        return []
    return [
        Hit(each.start(1), each.end(1))
        for each in _SURE.finditer(text)
        if not _leaves_open(text, each)
    ]


_CLAUSE = re.compile(r"[،؛.؟!:…“”()\n]")
_TAKEN_BACK = re.compile(
    rf"(?<!{LETTER})(?:[وف]?(?:لم|لا|لن|ما|غير|إذا|هل|لو)|"
    rf"(?:يكون|تكون|يكونوا)(?: {LETTER}+){{0,3}}|"
    rf"(?:إن|إذا) كانت?|عن|في|على|إلى|من|بعد|قبل|دون)$"
)
"""Right before a verb of whatever time, they take from it what it vouches for: لم تثبت."""
_WISHED = re.compile(rf"(?<!{LETTER})[وفبل]?(?:أن|كي|حتى|قد|ربما|أن [يت].+ أو)$")
"""Right before a verb in the present: رفض أن يؤكد، قد تثبت، أن ينفي أو يؤكد."""
_OPEN = re.compile(
    rf"(?<!{LETTER})[وفبل]?(?:لم|لا|لن|ليس|ليست|دون|بلا|هل|عدم|غياب|إذا|لو|رفض|رفضت|يرفض|ترفض|"
    rf"امتنع|امتنعت|تعذر|يتعذر|يصعب){NO_LETTER_AFTER}"
)
"""Earlier in the clause, before a verb in the present: لا دليل يؤكد."""
_FEW_WORDS = 6
_PRESENT = re.compile("ي|ت(?!\u064e?[أب])")


def _leaves_open(text: str, verb: re.Match[str]) -> bool:
    """Tell whether what the verb would vouch for is denied, asked, wished or only possible."""
    clause = _CLAUSE.split(text[: verb.start()])[-1]
    before = " ".join(clause.split()[-_FEW_WORDS:])
    if _TAKEN_BACK.search(before):
        return True
    begins_anew = text[verb.start() : verb.start(1)][:1] in ("و", "ف")
    if begins_anew or not _PRESENT.match(verb[1]):
        return False
    return bool(_WISHED.search(before) or _OPEN.search(before))


SPELLING_RULES = (
    Rule("E630", swap("\u064b(?=ا)|(?<=ا)\u064b", ""), near=words("\u064b")),
    Rule("E631", _misspelt, near=_near_misspelt),
    Rule("E631", _joining_hamza, near=seen(_HAMZA.pattern)),
    Rule("E632", swap(rf"(?:(?<=\sو)|(?<=^و)) +(?={LETTER})", ""), near=words(" و ", "\nو ")),
    Rule(
        "W633",
        swap(
            rf"{NO_LETTER_BEFORE}(في|من|عن|أن|هذا|كما|مما|فيما|{LETTER}{{2,}}[ء-آإ-ئب-ي])"
            rf"[ \n]\1{NO_LETTER_AFTER}"
        ),
        near=_near_doubled,
    ),
    Rule("E640", _names, near=_near_names),
    Rule("E641", _too_sure, near=words(*_STEMS)),
)
"""In the order of their codes."""
