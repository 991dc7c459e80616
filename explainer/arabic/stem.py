"""A text's words as a search compares them: folded, without article, proclitics and endings.

`STEM_RULES` is the one table. It is published beside the index, where
`docs/assets/scripts/normalise.js` reads it; `tests/stem.yml` holds both readers to the same cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from explainer.arabic.fold import fold

_STOP = fold(
    "من في على الى عن مع بين عند لدى منذ حتى بعد قبل خلال حول ضد نحو او ام ثم لكن"
    " بل لا ما لم لن ليس هل اين متى كيف لماذا كم عدد اي هذا هذه ذلك تلك الذي التي"
    " الذين اللذين هو هي هم كان كانت يكون تكون ان انه انها انهم قد لقد كل بعض غير"
    " سوى اذا عام سنه شهر يوم منه منها فيه فيها به بها له لها لهم بانه بان وفق وفقا"
    " بحسب عبر دون كما ايضا حين حيث مما اليه اليها عليه عليها the of in and to و"
    " وفي ومن وعلى والى وعن ومع وهو وهي وان وانه وانها وقد وكان وكانت وما ولا ولم فيما بدون"
    " بلغ بلغت يبلغ تبلغ"
).split()

STEM_RULES: Final[dict[str, Any]] = {
    "articles": [
        "وبال", "وكال", "فبال", "فكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "ال", "لل",
    ],
    "proclitics": ["وب", "ول", "وك", "فب", "فل", "و", "ف", "ب", "ل", "ك"],
    "endings": [
        ["هما", 4], ["هم", 4], ["هن", 4], ["ها", 4], ["نا", 4], ["ات", 3], ["ون", 4], ["ين", 4],
        ["ان", 4], ["ه", 3],
    ],
    "last": [["ا", 3], ["ي", 3]],
    "least": 3,
    "opened": 4,
    "stop": [*_STOP, "ألي", "أليه", "أليها", "وألي"],
    "asks": ["كم", "عدد"],
}  # fmt: skip
"""`articles` are taken off where `least` letters stay, the longest first; each of `endings` once
where the number of letters beside it stay, with the ت that a ة had become where more than `opened`
letters stood; then each of `last`; words of `stop` are passed over, and
`asks` are those that ask for a number. `words` are those with a stem of their own
(`_stems_of_their_own`)."""

_ARTICLES: Final = tuple(STEM_RULES["articles"])
_JOINED: Final = tuple(STEM_RULES["proclitics"])

FAMILIES: Final = tuple(
    tuple(line.split())
    for line in Path(__file__).with_name("families.txt").read_text("utf-8").splitlines()
)
"""Words of one family that endings do not show, a family a line: see families.py."""

ARABIC = re.compile("[\u0621-\u064a]")
WORD_OR_NUMBER = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
DATE = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(?=\d{4}(?!\d))")
"""A date in digits, such as 19.6.2024, which is no decimal."""
NO_ARTICLE = re.compile("^([وفبلك]?[بلك]?)[أإآ](?=ل)")
"""A word that begins with a hamza and ل, such as ألمانيا: its ال is no article."""
THOUSANDS_SEPARATOR = re.compile(r"(?<=\d)[,٬،](?=\d{3}(?!\d))")
POINT = re.compile(r"(?<=\d)٫(?=\d)")
STOP: Final = frozenset(STEM_RULES["stop"])


def words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word as (written, folded), numbers without their thousands' commas."""
    plain = POINT.sub(".", THOUSANDS_SEPARATOR.sub("", DATE.sub(r"\1 \2 ", text)))
    for written in _split(plain):
        if folded := compared(written):
            yield written, folded


@lru_cache(maxsize=200_000)
def compared(written: str) -> str:
    """Fold one word as it is compared: أ stays where an article would be seen, 06 is 6."""
    folded = fold(written)
    if folded[:1] == "0" and folded.isdigit():
        return folded.lstrip("0") or "0"
    begins = NO_ARTICLE.match(written)
    if begins:
        at = len(begins[1])
        return f"{folded[:at]}أ{folded[at + 1 :]}"
    return folded


def _split(text: str) -> list[str]:
    """Cut a text into words; a mark within a word belongs to it."""
    return WORD_OR_NUMBER.findall(_MARK.sub("", text))


_MARK = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640'’ʼʻ‘`]")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Take article and endings off a word as compared; those of other alphabets stay whole."""
    if not ARABIC.match(word):
        return word
    left = bare(word)
    return str(STEM_RULES["words"].get(left, "")) or ended(left)


def bare(word: str) -> str:
    """Take off the article with what is joined to it: وبالمعاهده is معاهده."""
    if not word.startswith(_ARTICLES):
        return word
    for article in STEM_RULES["articles"]:
        if word.startswith(article) and len(word) - len(article) >= STEM_RULES["least"]:
            return word[len(article) :]
    return word


def ended(word: str) -> str:
    """Take off the endings of number, gender, owner and case."""
    for ending, least in STEM_RULES["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            if word.endswith("ت") and ending != "ات" and len(word) > STEM_RULES["opened"]:
                word = word[:-1]
            break
    for ending, least in STEM_RULES["last"]:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
    return word


def readings(word: str) -> list[str]:
    """List the stems that a folded word may have, the likeliest first: as it is, then shorter.

    What begins with و or ب may have a proclitic there; only a list of known words can tell.
    """
    return list(dict.fromkeys([stem(word), *(rest for _, rest in parted(word))]))


def parted(word: str) -> Iterator[tuple[str, str]]:
    """Yield each proclitic that a folded word may begin with, and the stem of the rest."""
    if not word.startswith(_JOINED):
        return
    for proclitic in STEM_RULES["proclitics"]:
        if word.startswith(proclitic) and len(word) - len(proclitic) >= STEM_RULES["least"]:
            yield proclitic, stem(word[len(proclitic) :])


def _stems_of_their_own() -> dict[str, str]:
    """Give a stem of their own to words of families whose ending leaves another family's stem.

    عملاء is no عمل, and أسرة no أسير. A stem belongs to the family whose first word it is; a `=` in
    families.txt tells of a word whose ending leaves a word of no family, as رؤساء that of روسيا.
    """
    owners: dict[str, set[int]] = {}
    heads: dict[str, int] = {}
    for number, family in enumerate(FAMILIES):
        for place, word in enumerate(family):
            key = ended(_bare_word(word))
            owners.setdefault(key, set()).add(number)
            if place == 0:
                heads.setdefault(key, number)
    return {
        _bare_word(word): f"{_bare_word(word)}="
        for number, family in enumerate(FAMILIES)
        for word in family
        for key in [ended(_bare_word(word))]
        if word.endswith("=") or (len(owners[key]) > 1 and heads.get(key) != number)
    }


def _bare_word(word: str) -> str:
    return bare(compared(word.rstrip("=")))


STEM_RULES["words"] = _stems_of_their_own()
