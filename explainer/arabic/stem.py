"""A text's words as a search compares them: folded, without article, proclitics and endings.

`RULES` is the one table. It is published beside the index, and `docs/assets/scripts/normalise.js`
reads it from there; `tests/stem.yml` holds both readers to the same cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from explainer.arabic.fold import fold

RULES: Final[Mapping[str, Any]] = {
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
    "stop": fold(
        "من في على الى عن مع بين عند لدى منذ حتى بعد قبل خلال حول ضد نحو او ام ثم لكن"
        " بل لا ما لم لن ليس هل اين متى كيف لماذا كم عدد اي هذا هذه ذلك تلك الذي التي"
        " الذين اللذين هو هي هم كان كانت يكون تكون ان انه انها انهم قد لقد كل بعض غير"
        " سوى اذا عام سنه شهر يوم منه منها فيه فيها به بها له لها لهم بانه بان وفق وفقا"
        " بحسب عبر دون كما ايضا حين حيث مما اليه اليها عليه عليها the of in and to و"
    ).split(),
    "asks": ["كم", "عدد"],
}  # fmt: skip
"""`articles` are taken off where `least` letters stay, the longest first; each of `endings` once
where the number of letters beside it stay, with the ت that a ة had become where more than `opened`
letters stood; then each of `last`; words of `stop` are passed over, and
`asks` are those that ask for a number."""

ARABIC = re.compile("[\u0621-\u064a]")
WORD = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
THOUSANDS = re.compile(r"(?<=\d)[,٬،](?=\d{3}(?!\d))")
POINT = re.compile(r"(?<=\d)٫(?=\d)")
STOP: Final = frozenset(RULES["stop"])


def words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word as (written, folded), numbers without their thousands' commas."""
    plain = POINT.sub(".", THOUSANDS.sub("", text))
    for written in _split(plain):
        if folded := fold(written):
            yield written, folded


def _split(text: str) -> list[str]:
    """Cut a text into words; a mark within a word belongs to it."""
    return WORD.findall(_MARK.sub("", text))


_MARK = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640'’ʼʻ‘`]")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Take article and endings off a folded word; words of other alphabets stay as they are."""
    return ended(bare(word)) if ARABIC.match(word) else word


def bare(word: str) -> str:
    """Take off the article with what is joined to it: وبالمعاهده is معاهده."""
    for article in RULES["articles"]:
        if word.startswith(article) and len(word) - len(article) >= RULES["least"]:
            return word[len(article) :]
    return word


def ended(word: str) -> str:
    """Take off the endings of number, gender, owner and case."""
    for ending, least in RULES["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            if word.endswith("ت") and ending != "ات" and len(word) > RULES["opened"]:
                word = word[:-1]
            break
    for ending, least in RULES["last"]:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
    return word


def readings(word: str) -> list[str]:
    """List the stems that a folded word may have, the likeliest first: as it is, then shorter.

    What begins with و or ب may have a proclitic there; only a list of known words can tell.
    """
    found = [stem(word)]
    if not ARABIC.match(word):
        return found
    for proclitic in RULES["proclitics"]:
        if word.startswith(proclitic) and len(word) - len(proclitic) >= RULES["least"]:
            found.append(stem(word[len(proclitic) :]))
    return list(dict.fromkeys(found))
