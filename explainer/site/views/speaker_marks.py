"""The mark and colour of each speaker of a figure: one side has the same in every figure.

The sides take turns: the parties in their order, then those who speak of most figures. Outlets,
and whoever comes later, have the last of their marks. Where two of a figure's speakers would have
one mark, the second has one that is no side's, in the press's grey; who is left when none is free
shares none with a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import Final

from explainer.content.library import Library

SPEAKER_MARKS: Final = 6
"""So many speakers of a figure have a mark and a colour of their own; others share one."""

GUEST_MARKS: Final = 2
"""So many further marks are for those whose own mark another speaker of the figure has."""

Speaking = frozenset[str]
"""Those who say something together."""


def wanted_marks(library: Library) -> Mapping[str, int]:
    """Give each side that speaks of a figure its mark, from 1 to SPEAKER_MARKS."""
    side = library.sides.of_actor
    spoken: Counter[str] = Counter()
    for figure in library.figures.values():
        spoken.update({side(i) for value in figure.values for i in value.said_by})
    busiest = sorted(spoken, key=lambda i: (-spoken[i], i))
    ordered = dict.fromkeys([*library.site.parties, *busiest])
    own = [i for i in ordered if not library.sides.is_outlet(i)][: SPEAKER_MARKS - 1]
    return {i: own.index(i) + 1 if i in own else SPEAKER_MARKS for i in ordered}


def marks_of(
    library: Library, wanted: Mapping[str, int], groups: Sequence[Speaking]
) -> dict[Speaking, int]:
    """Give each group of speakers of one figure a mark; 0 where none is left."""
    found: dict[Speaking, int] = {}
    for group in groups:
        if (mark := _wanted(library, wanted, group)) not in found.values():
            found[group] = mark
    owned = {mark for mark in wanted.values() if mark < SPEAKER_MARKS}
    for group in groups:
        found.setdefault(group, _free({*owned, *found.values()}))
    return {group: found[group] for group in groups}


def _wanted(library: Library, wanted: Mapping[str, int], group: Speaking) -> int:
    """Give the mark of the side for which most of a group speak."""
    sides = Counter(library.sides.of_actor(i) for i in sorted(group))
    return wanted[min(sides, key=lambda i: (-sides[i], wanted[i]))]


def _free(taken: Set[int]) -> int:
    """Give a mark that is nobody's on the site and not taken: the greys first."""
    greys = range(SPEAKER_MARKS, SPEAKER_MARKS + GUEST_MARKS + 1)
    return next((n for n in (*greys, *range(SPEAKER_MARKS - 1, 0, -1)) if n not in taken), 0)
