"""Words of documents, weighed: for each stem the documents it finds, and how much it says of each.

The weight is BM25F's (Robertson, Zaragoza, Taylor, 2004): fields count by what they are worth, a
word by how rare it is. It is worked out here once, so that the browser has only to add.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from typing import Final

from explainer.arabic import stem
from explainer.arabic.families import RELATED, related
from explainer.site.search.documents import SearchDocument

WORTH: Final[Mapping[str, float]] = {
    "when": 6.0, "facts": 2.2, "lead": 1.6, "text": 0.8, "linked": 0.7,
}  # fmt: skip
"""What a word is worth by where it stands."""
WORTH_OF_NAME: Final = 9.0
"""And in a name, shared by the name's words."""
FIRST: Final = 1.25
"""What the first word of a name is worth beside the others: it says what the thing is."""
SATURATION: Final = 3.0
LENGTH: Final = 0.35
"""BM25's k1, and how far a long text is held against its words (b)."""
KIN: Final = 0.6
"""What a word of the same family is worth beside the word itself."""
MEANT: Final[Mapping[str, int]] = {
    "actor": 63, "place": 60, "section": 56, "question": 20, "term": 40, "publisher": 30,
}  # fmt: skip
"""What is meant by a whole name that several have, the likeliest with the greatest number."""
DAY: Final = (0, 24, 12, 6)
"""How likely an event is meant by its very day, by its importance from 1."""
RETOLD: Final = frozenset({"question"})
"""Kinds that tell again what others tell: their words are no commoner for it."""
PERHAPS: Final = 0.4
"""What a word counts for without a first letter that may be a proclitic or may not."""
SELDOM: Final = 3
"""Words of which the texts have no more than so many may be others with a proclitic."""
STEPS: Final = 63
"""Weights are whole numbers from 1 to this."""

WHOLE_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}000")
THOUSAND: Final = "ألف"

Posting = tuple[int, int]
"""A document's number and the weight of a stem in it."""
CountedWords = Mapping[str, Sequence[tuple[str, str]]]
"""A document's words by field, (written, folded)."""


@dataclass(frozen=True, slots=True)
class Index:
    """The postings by stem, in documents' order, and what goes with them."""

    postings: Mapping[str, Sequence[Posting]]
    kin: Mapping[str, Sequence[str]]
    """For a stem, those of its family that the texts have: what a match may look like."""
    spellings: Mapping[str, tuple[str, int]]
    """For a folded word, how it is written and in how many documents."""


def weigh(documents: Sequence[SearchDocument]) -> Index:
    """Index documents."""
    read = [_read(document) for document in documents]
    stems = _Stems(token for words in read for tokens in words.values() for _, token in tokens)
    own = [
        _worth_of_stems(words, document, stems, norm)
        for words, document, norm in zip(read, documents, _norms(read), strict=True)
    ]
    kin = related({key for worth in own for key in worth})
    seen = {key for worth in own for key in worth}
    return Index(
        _stepped(_weights(own, kin), len(documents)) | _whole_names(documents, stems),
        {key: sorted(others & seen) for key, others in kin.items() if others & seen},
        _spellings(
            [w for w, each in zip(read, documents, strict=True) if each.kind not in RETOLD], stems
        ),
    )


def _read(document: SearchDocument) -> dict[str, list[tuple[str, str]]]:
    """Cut a document's fields into words, without those that say nothing."""
    lead, *rest = document.text or ("",)
    fields = {
        "names": document.names, "when": (document.when,), "facts": (document.facts,),
        "lead": (lead,), "text": rest, "linked": document.linked,
    }  # fmt: skip
    return {
        name: [each for text in texts for each in _words(text)] for name, texts in fields.items()
    }


def _norms(read: Sequence[CountedWords]) -> list[float]:
    """Give each document's length beside the mean, softened."""
    lengths = [sum(map(len, words.values())) for words in read]
    mean = sum(lengths) / max(1, len(lengths))
    return [1 - LENGTH + LENGTH * length / mean for length in lengths]


@lru_cache(4096)
def _words(text: str) -> tuple[tuple[str, str], ...]:
    """Cut a text into words, a whole number of thousands into two; names come many times."""
    return tuple(
        each
        for written, token in stem.words(text)
        if token not in stem.STOP
        for each in ((written, token), *_thousands(token))
    )


def _thousands(token: str) -> tuple[tuple[str, str], ...]:
    if not (token.endswith("000") and WHOLE_THOUSANDS.fullmatch(token)):
        return ()
    return (token[:-3], token[:-3]), (THOUSAND, THOUSAND)


class _Stems:
    """Tells a word's stem: with its first letter, or without where that is a proclitic.

    It is one where the rest is a word of the texts as well, and not a rarer one, or of a family, or
    where two proclitics stand before it. `perhaps` are the rests of which nobody can tell.
    """

    def __init__(self, tokens: Iterable[str]) -> None:
        counted = Counter(tokens)
        self.number: Counter[str] = Counter()
        self.begins: defaultdict[str, set[str]] = defaultdict(set)
        for token, number in counted.items():
            self.number[stem.stem(token)] += number
            for proclitic, rest in stem.parted(token):
                self.begins[rest].add(proclitic)
        self.of = cache(self._of)
        self.perhaps = cache(self._perhaps)

    def _of(self, token: str) -> str:
        own, *others = stem.readings(token)
        if own in RELATED:
            return own
        least = max(1, self.number[own])
        shorter = (
            o for o in others
            if self.number[o] >= least
            or o in RELATED
            or (self.number[own] <= SELDOM and _are_two(self.begins[o]))
        )  # fmt: skip
        return next(shorter, own)

    def _perhaps(self, token: str) -> list[str]:
        own, *others = stem.readings(token)
        if self.of(token) != own or own in RELATED or self.number[own] > SELDOM:
            return []
        return others


def _are_two(proclitics: set[str]) -> bool:
    """Tell whether two stand before a word, neither of which is the other with one more before."""
    return any(
        not one.endswith(other) and not other.endswith(one)
        for one, other in combinations(sorted(proclitics), 2)
    )


def _worth_of_stems(
    words: CountedWords, document: SearchDocument, stems: _Stems, norm: float
) -> dict[str, float]:
    """Add up what each stem is worth in a document, in its names and in its texts."""
    worth: defaultdict[str, float] = defaultdict(float)
    of, perhaps = stems.of, stems.perhaps
    for name, tokens in words.items():
        sure, unsure = WORTH.get(name, 0) / norm, PERHAPS * WORTH.get(name, 0) / norm
        for _, token in tokens:
            worth[of(token)] += sure
            for other in perhaps(token):
                worth[other] += unsure
    for key, share in _named(document, stems).items():
        worth[key] += share * document.prior
    return dict(worth)


def _named(document: SearchDocument, stems: _Stems) -> dict[str, float]:
    """Say what each stem is worth in the name in which it is worth most."""
    shares: dict[str, float] = {}
    for name in document.names:
        keys = [stems.of(token) for _, token in _words(name)]
        for place, key in enumerate(keys):
            share = WORTH_OF_NAME / math.sqrt(len(keys)) * (1 if place else FIRST)
            shares[key] = max(shares.get(key, 0), share)
    return shares


def _whole_names(documents: Sequence[SearchDocument], stems: _Stems) -> dict[str, list[Posting]]:
    """Tell whose whole name some stems are: كور_جنوب_ is that of a state, and of nobody else."""
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, document in enumerate(documents):
        likely = MEANT.get(document.kind, 0)
        if document.kind == "actor":
            likely = round(likely * (document.prior / 1.5) ** 4)
        for name in (*document.names, *document.called) if likely else ():
            keys = [stems.of(token) for _, token in _words(name)]
            if keys:
                found["_".join(keys) + "_"][number] = likely
        for day in document.dates:
            keys = [stems.of(token) for _, token in _words(day)]
            found["_".join(keys) + "_"].setdefault(number, DAY[document.importance])
    return {key: sorted(meant.items()) for key, meant in found.items()}


def _weights(
    own: Sequence[Mapping[str, float]], kin: Mapping[str, frozenset[str]]
) -> dict[str, list[tuple[int, float]]]:
    """Weigh each stem in each document: what is worth much adds little in the end."""
    found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, worth in enumerate(own):
        for key, value in _with_kin(worth, kin).items():
            found[key].append((number, value / (SATURATION + value)))
    return found


def _with_kin(worth: Mapping[str, float], kin: Mapping[str, frozenset[str]]) -> dict[str, float]:
    every = dict(worth)
    for key, value in worth.items():
        for other in kin.get(key, ()):
            every[other] = max(every.get(other, 0), KIN * value)
    return every


def _stepped(
    found: Mapping[str, Sequence[tuple[int, float]]], every: int
) -> dict[str, list[Posting]]:
    """Turn weights into small whole numbers, those of rare words above those of common ones."""
    rare = {key: math.log1p(every / len(hits)) for key, hits in found.items()}
    step = STEPS / max((rare[k] * max(v for _, v in hits) for k, hits in found.items()), default=1)
    steps = {key: step * each for key, each in rare.items()}
    return {
        key: [(n, max(1, round(steps[key] * value))) for n, value in hits]
        for key, hits in found.items()
    }


def _spellings(read: Sequence[CountedWords], stems: _Stems) -> dict[str, tuple[str, int]]:
    """Say how each word is written, without what is joined to it: for "did you mean"."""
    number: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    in_texts = Counter(
        each for words in read for each in {each for tokens in words.values() for each in tokens}
    )
    for (spelt, token), texts in in_texts.items():
        bare = stem.bare(token)
        if stems.of(token) == stem.stem(token) and len(bare) > stem.STEM_RULES["least"]:
            number[bare] += texts
            written.setdefault(bare, Counter())[spelt[len(spelt) - len(bare) :]] += texts
    return {
        bare: (min(forms, key=lambda form: (-forms[form], form)), number[bare])
        for bare, forms in written.items()
        if not bare[0].isdigit()
    }
