"""Texts far longer than their fields are for: pasted whole, or into the wrong field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from explainer.content.library import Examined
from explainer.content.model import CopyMark, Mark, ProseMark
from explainer.messages import say
from explainer.messages.problems import Problem

LONGEST_LINE = 250
"""Letters of a title, a name or a question."""
LONGEST_PARAGRAPH = 1500
LONGEST_BODY = 20_000


def text_warnings(examined: Examined) -> Iterator[Problem]:
    """Ask about each."""
    for typed in examined.texts:
        most = _longest(typed.mark)
        if len(typed.text) > most:
            message = say("W335", number=len(typed.text), most=most)
            yield replace(typed.document.problem(typed.path, message), is_warning=True)


def _longest(mark: Mark) -> int:
    if isinstance(mark, CopyMark):
        return LONGEST_LINE
    return LONGEST_BODY if isinstance(mark, ProseMark) and mark.block else LONGEST_PARAGRAPH
