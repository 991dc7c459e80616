"""Items that stand twice in one list: typed again, or pasted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from explainer.content.library import Examined
from explainer.messages import say
from explainer.messages.problems import Path, Problem, quoted


def doubled_items(examined: Examined) -> Iterator[Problem]:
    """Ask about each, where it stands again; a route may come back to a place."""
    for origin in examined.origins:
        for path, text in _again(origin.document.value(origin.base), origin.base):
            if not origin.document.is_spoiled(path):
                problem = origin.document.problem(path, say("W337", what=quoted(text)))
                yield replace(problem, is_warning=True)


def _again(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Find the texts of every list that stood in it before."""
    if isinstance(data, dict):
        for name, value in data.items():
            if isinstance(value, dict | list):
                yield from _again(value, (*path, name))
    elif isinstance(data, list):
        texts = [item if isinstance(item, str) else "" for item in data]
        for number, item in enumerate(data):
            before = (
                texts[max(0, number - 1) : number] if path[-1:] == ("route",) else texts[:number]
            )
            if texts[number] and texts[number] in before:
                yield (*path, number), item
            yield from _again(item, (*path, number))
