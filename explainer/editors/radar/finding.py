"""One thing to look at: where it stands, what it is, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.messages import Message


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One finding of a rule. `line` counts from 1."""

    file: str
    line: int
    rule: str
    record: str
    what: Message
    todo: Message
