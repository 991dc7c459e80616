"""Letters that are mistaken for one another: no hamza where one belongs, ه for ة, ى for ي.

Each word is judged by itself, so that a spelling which another word has too is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from explainer.editors.desk.rule import Context, Hit, Rule, found
from explainer.editors.desk.signs import LETTER, NO_LETTER_AFTER, NO_LETTER_BEFORE
from explainer.editors.desk.spelling import MISSPELT_PATTERN
from explainer.editors.desk.text_words import often

ARABIC_WORD = re.compile(f"{NO_LETTER_BEFORE}{LETTER}+{NO_LETTER_AFTER}")
"""A word without vowel marks: one that has some was written with care."""
WORDS = Path(__file__).with_name("words.txt")

_ON_ALEF = str.maketrans("أإآ", "ااا")
_PROCLITICS = re.compile(
    r"[وف]?(?:[بك]?ال|لل)(?=..)|[وف]?[بلك](?=.{5})|[وف](?=.{4})|و(?=(?:اذا|اكد|اخر|اول)$)|"
)
"""What stands before a word's own letters: the article with what may precede it, or a letter."""
SHORT_WORD = 4
"""A word of so few letters may, with a letter before it, be quite another: ف before قرات."""
_WORDS_OF_THEIR_OWN = frozenset(
    ("باعدوا", "فاخرين", "لازمات", "لازمتها", "قاضى", "جارى", "هادى", "محلى", "واجلت", "باركان")
)
"""They look like one of the words with a letter before it."""
_ENDINGS = ("هما", "ها", "هم", "نا", "ه")

_END_IN_HA = re.compile(
    r"(?:[وف]?[بك]?ال|[وف]?لل)(?:"
    r"اله|إله|آله|وجه|أوجه|شبه|أشباه|فقه|كنه|سفه|شره|نزه|عته|بله|أبله|كره|أكره|مره|أمره|جاه|جباه|"
    r"مياه|شفاه|أفواه|رفاه|ملاه|فواكه|منبه|مكروه|مكره|مشوه|مشبوه|معتوه|مموه|موجه|متوجه|مواجه|"
    r"متشابه|مشابه|مشتبه|منتزه|متنزه|نزيه|سفيه|شبيه|فقيه|كريه|نبيه|بديه|وجيه|تافه|مرفه|متأله|"
    r"تنبيه|توجيه|تشبيه|تمويه|ترفيه|تشويه|تنزيه|تأليه|اتجاه|انتباه|اشتباه|إكراه|تشابه|توجه|تكره|"
    r"تنزه|تنبه|تشوه|تواجه|باه|ده|طه|نه|إنه)"
)
"""Words whose own last letter is a ha; all others with the article end in ة."""
_LAM_VERBS = re.compile(r"[وف]?الت(?:ق[اطي]|مس|زم|هم|حق|فت|بس)")
"""Verbs that begin as if with the article: التقاه."""
_ACCUSATIVE = re.compile("[وف]?(?:جاءا|شاءا|ساءا|أساءا|أضاءا)")
"""Verbs of two people; all other words in اءا have an alef too many."""
_PLURAL_OF_WHOM = re.compile(
    r"(?:مسؤول|مهندس|ممثل|موظف|مراقب|محلل|مقاتل|معلم|محرر|مفاوض|متحدث|مواطن|مدرب|مندوب|مبعوث|"
    r"صحافي|دبلوماسي|لاعب|مزارع)وا"
)
"""Plurals that have lost their nun to what follows; theirs is no waw of a verb."""


@cache
def _lists() -> dict[str, list[str]]:
    """Read words.txt: the name of each list -> its lines."""
    lists: dict[str, list[str]] = {}
    name = ""
    for line in WORDS.read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line[1:].partition("]")[0]
        elif line and not line.startswith("#"):
            lists.setdefault(name, []).append(line)
    return lists


def listed_lines(name: str) -> list[str]:
    """Give the lines of one list of words.txt."""
    return _lists()[name]


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(" ".join(_lists()[name]).split())


@cache
def _bare() -> dict[str, tuple[str, bool]]:
    """Give each word's spelling with no hamza, or another -> the right one, and if it is safe.

    It is not where two words share the wrong spelling; then it is the one that the list has first.
    """
    right: dict[str, tuple[str, bool]] = {}
    listed = list(dict.fromkeys(" ".join(_lists()["hamza"]).split()))
    for word in listed:
        bare = word.translate(_ON_ALEF)
        right[bare] = (right[bare][0], False) if bare in right else (word, True)
    for word in listed:
        other = {"أ": "إ", "إ": "أ"}.get(word[0], "")
        wrong = other + word[1:]
        if other and wrong not in listed and _has_one_hamza(word):
            right.setdefault(wrong, (word, True))
    return right


_BROKEN_PLURAL = re.compile("[أإ]..ا.")
_EITHER = frozenset(("أخوة", "أمام", "أمان", "أنه", "أنها", "أنهم"))


def _has_one_hamza(word: str) -> bool:
    """Tell whether a word with its hamza on the other side of the alef is none: إسبوع، أطلاق."""
    if len(word) < 4 or word in _EITHER:
        return False
    return word in _listed("masdars") if word[0] == "إ" else not _BROKEN_PLURAL.fullmatch(word)


@cache
def _others() -> dict[str, str]:
    return dict(line.split(" = ") for line in _lists()["others"])


Right = tuple[str, bool]
"""A right spelling, and whether it may be put in without a look."""


def right_spelling(word: str, own: Mapping[str, str]) -> Right | None:
    """Give the right spelling of a word that is misspelt.

    `own` has spellings that the texts themselves and the registries' names tell to be wrong. What
    the list of spelling.py has is left to it.
    """
    right = None if word in _WORDS_OF_THEIR_OWN else _right_spelling(word, own)
    return right if right and not MISSPELT_PATTERN.fullmatch(word) else None


def _right_spelling(word: str, own: Mapping[str, str]) -> Right | None:
    if word in _others() or word in own:
        return _others().get(word) or own[word], word in _others()
    before = _PROCLITICS.match(word)
    cut = before.end() if before else 0
    for start in (cut, 0) if cut else (0,):
        prefix, core = word[:start], word[start:]
        if right := _with_hamza(core, own) or _other_spelling(core, prefix):
            return prefix + right[0], right[1]
    return _right_ending(word)


def _with_hamza(core: str, own: Mapping[str, str]) -> Right | None:
    """Find a word that lacks its first hamza or has another, a pronoun at its end or not."""
    if core[:1] not in ("ا", "أ", "إ"):
        return None
    known = _bare()
    if core in known:
        return known[core]
    if core in own:
        return own[core], False
    for ending in _ENDINGS if core[0] == "ا" else ():
        stem = core.removesuffix(ending)
        if stem == core or len(stem) < 4:
            continue
        if right := known.get(stem):
            return right[0] + ending, right[1]
        if stem[-1] == "ت" and (right := known.get(f"{stem[:-1]}ة")):
            return f"{right[0][:-1]}ت{ending}", right[1]
    return None


def _other_spelling(core: str, prefix: str) -> Right | None:
    """Find a word that is spelt one way only, or a last letter that only looks right."""
    if core in _others() and (len(core) > SHORT_WORD or prefix[-2:] in ("ال", "لل")):
        return _others()[core], True
    last, stem = core[-1:], core[:-1]
    if last == "ى" and f"{stem}ي" in _listed("nisba"):
        return f"{stem}ي", True
    if last == "ه" and prefix[-2:] not in ("ال", "لل") and f"{stem}ة" in _listed("ta marbuta"):
        return f"{stem}ة", False
    if last == "ا" and _PLURAL_OF_WHOM.fullmatch(core):
        return stem, True
    return None


def _right_ending(word: str) -> Right | None:
    if _ends_in_ha(word):
        return f"{word[:-1]}ة", True
    if word.endswith("اءا") and not _ACCUSATIVE.fullmatch(word):
        return f"{word[:-1]}\u064b", False
    return None


def _ends_in_ha(word: str) -> bool:
    """Tell whether a word with the article ends in a ha that should be a ta marbuta."""
    if word[-1] != "ه" or not re.match(r"(?:[وف]?[بك]?ال|[وف]?لل)...", word):
        return False
    return not (_END_IN_HA.fullmatch(word) or _LAM_VERBS.match(word))


def _near(text: str, context: Context) -> Iterator[int]:
    wrong = [w for w in often(text) if w == "ان" or right_spelling(w, context.spelt)]
    return found(text, wrong)


_SAYING = "قال|قالت|قالا|قالوا|يقول|تقول|قائلا|قائلة"
_SAID = re.compile(rf"(?:^|[^{LETTER[1:-1]}])[وف]?(?:(?:{_SAYING})(?: {LETTER}+){{0,4}}|حيث|إذ) $")
_TOLD = re.compile(
    rf"(?:^|[^{LETTER[1:-1]}])[وف]?[أا](?:كد|كدت|علن|علنت|فاد|فادت|ضاف|ضافت|وضح|وضحت|شار|شارت)"
    rf"(?: {LETTER}+){{0,3}} (?:إلى )?$"
)


def _misspelt(text: str, context: Context) -> list[Hit]:
    """Find words with a letter that is not theirs."""
    hits = []
    for each in ARABIC_WORD.finditer(text):
        if each[0] == "ان":
            hits.append(Hit(each.start(), each.end(), _that(text[: each.start()]), safe=False))
        elif right := right_spelling(each[0], context.spelt):
            hits.append(Hit(each.start(), each.end(), right[0], right[1]))
    return hits


def _that(before: str) -> str | None:
    """Tell أن from إن by the verb before; None where no verb tells."""
    return "إن" if _SAID.search(before) else "أن" if _TOLD.search(before) else None


def names_words(names: Iterable[str]) -> dict[str, str]:
    """Give the longer words of names that begin with a hamza, each without it -> with it."""
    listed = {word for name in names for word in ARABIC_WORD.findall(name)}
    right = {w.translate(_ON_ALEF): w for w in listed if w[0] in "أإآ" and len(w) > SHORT_WORD}
    return {bare: word for bare, word in right.items() if bare not in listed}


OFTENER = 3
"""So many times as often as another spelling a word must stand to be the right one."""


def rare_spellings(text: str) -> dict[str, str]:
    """Give each word of a long text whose last ى stands elsewhere, and far oftener, as a ي."""
    times = often(text)
    pairs = (
        (word, f"{word[:-1]}ي") for word in times if word[-1] == "ى" and len(word) > SHORT_WORD
    )
    return {w: right for w, right in pairs if times[right] >= OFTENER * times[w]}


LETTER_RULES = (Rule("E631", _misspelt, near=_near),)
"""In the order of their codes."""
