"""The key points by degree: what is confirmed, what one side says, what another disputes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from explainer.content.model import KeyPoint
from explainer.site.views.wording import Card, StatusWords, Wording

POINTS: Final = 7
"""So many sentences are read at once; the others open."""
SURE_OF_EACH: Final = 2
"""So many of each degree are shown, whatever their place in the editors' order."""

DEGREE_HEADS: Final[Mapping[str, str]] = {
    "confirmed": "المؤكد",
    "claimed": "ما يقوله طرف واحد",
    "suspected": "ما يُشتبه به",
    "disputed": "ما يقوله طرف ويخالفه آخر",
}
"""What stands above the points of a degree, in the order in which they are read."""


@dataclass(frozen=True, slots=True)
class PointWords:
    """A key point in words; `events` only where its text leads to none of them itself."""

    text: Markup
    events: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Degree:
    """The key points of one degree under its head."""

    status: StatusWords
    head: str
    points: tuple[PointWords, ...]


def degrees(points: Sequence[KeyPoint], words: Wording) -> tuple[list[Degree], list[Degree]]:
    """Group key points by degree: those that are shown, and the others.

    A point is left out where no reader can see any of its events.
    """
    sure = [(point, status) for point in points if (status := words.weakest(point))]
    first = _leading([status.code for _, status in sure])
    shown = [each for place, each in enumerate(sure) if place in first]
    others = [each for place, each in enumerate(sure) if place not in first]
    return _grouped(shown, words), _grouped(others, words)


def _leading(codes: Sequence[str]) -> set[int]:
    """Choose the places of the points shown: the first of each degree, then the first of all."""
    places = range(len(codes))
    of_each = [
        place for code in DEGREE_HEADS
        for place in [p for p in places if codes[p] == code][:SURE_OF_EACH]
    ]  # fmt: skip
    return set(list(dict.fromkeys([*of_each, *places]))[:POINTS])


def _grouped(points: Iterable[tuple[KeyPoint, StatusWords]], words: Wording) -> list[Degree]:
    found: dict[str, list[tuple[KeyPoint, StatusWords]]] = {code: [] for code in DEGREE_HEADS}
    for point, status in points:
        found[status.code].append((point, status))
    return [
        Degree(group[0][1], DEGREE_HEADS[code], tuple(_worded(point, words) for point, _ in group))
        for code, group in found.items()
        if group
    ]


def _worded(point: KeyPoint, words: Wording) -> PointWords:
    text = words.inline(point.text)
    return PointWords(text, () if "<a " in text else words.cards(point.events))
