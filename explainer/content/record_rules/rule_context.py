"""What a rule is asked with, and what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from explainer.content.denials import Denials
from explainer.content.model import Event
from explainer.content.sides import Sides
from explainer.messages import Message
from explainer.messages.problems import Path


@dataclass(frozen=True)
class RuleContext:
    """All events that are sound, by id, and the sides among the registries."""

    events: Mapping[str, Event]
    sides: Sides
    whole: bool = True
    """Whether nothing is wrong with any event, actor, publisher or the settings: only then can it
    be said that something is nowhere."""

    @cached_property
    def denials(self) -> Denials:
        """Tell how claims answer one another."""
        return Denials(self.events, self.sides)


class RuleFinding(NamedTuple):
    """What a rule found: where in the event, and what to say."""

    path: Path
    message: Message
    is_warning: bool = False
