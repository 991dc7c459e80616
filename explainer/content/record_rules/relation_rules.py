"""What an event is to others: never to itself."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.content.model import Event
from explainer.content.record_rules.rule_context import RuleContext, RuleFinding
from explainer.messages import say


def to_itself(event_id: str, event: Event, _: RuleContext) -> Iterator[RuleFinding]:
    """Refuse an event that is related to itself, and a claim that answers itself."""
    for number, related in enumerate(event.related):
        if related.event == event_id:
            yield RuleFinding(("related", number, "event"), say("E509.event", id=event_id))
    for index, claim in enumerate(event.claims):
        for number, answer in enumerate(claim.answers):
            if answer.event == event_id and claim.id and answer.claim == claim.id:
                path = ("claims", index, "answers", number, "claim")
                yield RuleFinding(path, say("E509.claim", id=claim.id))
