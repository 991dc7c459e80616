"""Which figures the home page shows: those that editors chose, or else the weightiest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from explainer.content import rivals
from explainer.content.library import Library
from explainer.content.model import Figure

HOME_FIGURES = 6
"""So many are shown where editors chose none; more only where there are more sections."""

LEAST_WEIGHT = 4
"""The weight of a figure of no live event, below every importance."""


def key_figures(library: Library) -> list[str]:
    """List the ids of the figures for the home page.

    Where site.yml names none, each section gives its weightiest in turn: those of the most
    important events first, then those in dispute, then those of which most is said.
    """
    if library.site.figures:
        return [i for i in library.site.figures if i in library.figures]
    by_section: defaultdict[str | None, list[str]] = defaultdict(list)
    events = events_of(library)
    for figure_id in sorted(library.figures, key=lambda i: _weight(library, i, events)):
        by_section[library.figures[figure_id].section].append(figure_id)
    sections: list[str | None] = [*library.sections, None]
    ordered = [by_section[each] for each in sections if each in by_section]
    rounds = max(map(len, ordered), default=0)
    in_turn = [ids[turn] for turn in range(rounds) for ids in ordered if turn < len(ids)]
    return in_turn[: max(HOME_FIGURES, len(ordered))]


def events_of(library: Library) -> Mapping[str, set[str]]:
    """Index the live events of each figure: those that name it, and those of its values."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for figure_id, figure in library.figures.items():
        found[figure_id].update(library.events_by("figures").get(figure_id, ()))
        found[figure_id].update(
            v.event for v in figure.values if v.event and v.event in library.live
        )
    return found


def _weight(
    library: Library, figure_id: str, events: Mapping[str, set[str]]
) -> tuple[int, bool, int]:
    """Rank a figure, the weightiest lowest."""
    figure: Figure = library.figures[figure_id]
    importance = min((library.live[i].importance for i in events[figure_id]), default=LEAST_WEIGHT)
    return importance, not rivals.rivals(figure), -len(figure.values)
