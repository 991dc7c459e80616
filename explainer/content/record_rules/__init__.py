"""Rules over whole events: what is said rests on what bears it, and what is confirmed says why.

A rule is asked of sound events only; what names a record that is not there, or not sound, is not
judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from explainer.content.model import Event
from explainer.content.record_rules.basis_rules import acknowledges, acknowledging, basis
from explainer.content.record_rules.bearing_rules import outlets, too_late, unrecorded
from explainer.content.record_rules.name_rules import answered, source_names, twice
from explainer.content.record_rules.relation_rules import to_itself
from explainer.content.record_rules.rule_context import RuleContext, RuleFinding

Rule = Callable[[str, Event, RuleContext], Iterator[RuleFinding]]
"""Takes an event's id, the event, and all the rest."""

RECORD_RULES: Final[tuple[Rule, ...]] = (
    source_names,
    twice,
    answered,
    to_itself,
    outlets,
    too_late,
    unrecorded,
    basis,
)


def findings(event_id: str, context: RuleContext) -> Iterator[RuleFinding]:
    """Ask every rule about an event."""
    event = context.events[event_id]
    for rule in RECORD_RULES:
        yield from rule(event_id, event, context)


__all__ = [
    "RULES",
    "Rule",
    "RuleContext",
    "RuleFinding",
    "acknowledges",
    "acknowledging",
    "findings",
]
