"""Units of figures that are nouns whose forms nobody gave: an editor is asked for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from explainer.arabic.units import unit
from explainer.content.library import Examined
from explainer.content.model import Figure
from explainer.messages import say
from explainer.messages.problems import Problem


def uncounted(examined: Examined) -> Iterator[Problem]:
    """Find units that cannot be put after any number: 7 of them would be wrong Arabic.

    Where the file of nouns is broken, nobody can tell.
    """
    if "noun" in examined.unsound:
        return
    figures = examined.records.get("figure", {})
    for origin in examined.origins:
        figure = cast(Figure | None, figures.get(origin.id) if origin.kind == "figure" else None)
        counted = unit(figure.unit, examined.nouns) if figure else None
        if counted and not counted.is_known:
            plural = counted.likely or say("plural-of", noun=counted.name)
            words = say("W506", noun=counted.name, plural=plural)
            yield replace(origin.document.problem((*origin.base, "unit"), words), is_warning=True)
