"""Why an event is confirmed, and whether it can be so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from explainer.content import evidence
from explainer.content.denials import Denials
from explainer.content.model import Claim, Event
from explainer.content.record_rules.rule_context import RuleContext, RuleFinding
from explainer.content.sides import Sides
from explainer.messages import Message, say

TWO = 2
"""So many independent origins, or sides, confirm an event."""


def basis(event_id: str, event: Event, context: RuleContext) -> Iterator[RuleFinding]:
    """Ask why an event is confirmed, and look whether it can be so."""
    path = ("basis",)
    if event.status != "confirmed":
        if event.basis:
            yield RuleFinding(path, say("E807", status=event.status))
        return
    if not _is_known(event, context.sides):
        return
    speaking = acknowledging(event_id, event, context.denials)
    witnesses = evidence.of_event(event, context.sides)
    number = len(evidence.independent(witnesses))
    if event.basis is None and event.publish != "withdrawn":
        fits = "both_sides" if len(speaking) >= TWO else "independent" if number >= TWO else ""
        hint = say("fits", basis=fits) if fits else ""
        yield RuleFinding(("status",), say("W804", hint=hint), is_warning=True)
    elif event.basis == "both_sides" and len(speaking) < TWO and context.whole:
        yield RuleFinding(path, _one_side(event, speaking, context.sides))
    elif event.basis == "independent" and number < TWO:
        words = say("E806", number=number, found=_counted(witnesses))
        yield RuleFinding(path, words)


def acknowledging(event_id: str, event: Event, denials: Denials) -> dict[str, list[str]]:
    """List the sides that acknowledge an event, each with those who speak for it.

    The sides are the parties of the explainer, where two of them take part; else all who take part.
    Who says that it happened speaks, who claims something about it and does not deny it, and who
    confirms it in another. What was said before it happened acknowledges nothing.
    """
    sides = denials.sides
    ours = _sides_of(event, sides)
    claims = [claim for claim in event.claims if acknowledges(claim, event)]
    answers = [a for a in denials.answers_to(event_id) if a.kind == "confirms"]
    speakers = [
        *event.said_by,
        *(each for claim in claims for each in claim.said_by),
        *(each for answer in answers for each in answer.by.claim.said_by),
    ]
    found: dict[str, list[str]] = {}
    for speaker in dict.fromkeys(speakers):
        if sides.of_actor(speaker) in ours and not sides.is_outlet(speaker):
            found.setdefault(sides.of_actor(speaker), []).append(speaker)
    return found


def acknowledges(claim: Claim, event: Event) -> bool:
    """Tell whether a claim can acknowledge an event: no denial, nor certainly made before it."""
    said, began = claim.as_of and claim.as_of.latest, event.when.earliest
    return claim.act != "denies" and not (said and began and said < began)


def _sides_of(event: Event, sides: Sides) -> set[str]:
    present = sides.of_all(event.actors)
    parties = present & sides.parties
    return parties if len(parties) >= TWO else present | sides.parties


def _one_side(event: Event, speaking: Mapping[str, list[str]], sides: Sides) -> Message:
    found = ", ".join(f"{side} ({', '.join(who)})" for side, who in speaking.items())
    wanted = sorted(_sides_of(event, sides), key=lambda side: (side not in sides.parties, side))
    missing = next((each for each in wanted if each not in speaking), "some-actor")
    return say("E805", found=found or say("nobody"), missing=missing)


def _counted(witnesses: Iterable[evidence.Origin]) -> str:
    return ", ".join(
        f"{'/'.join(each.publishers)}{'' if each.independent else f' = {each.voice}'}"
        for each in witnesses
    )


def _is_known(event: Event, sides: Sides) -> bool:
    """Tell whether everybody whom the judgement needs is in the registries."""
    publishers = {evidence.carried(source) for source in evidence.all_sources(event)}
    speakers = {each for claim in event.claims for each in claim.said_by}
    actors = {*event.actors, *event.said_by, *speakers}
    return publishers <= set(sides.publishers) and actors <= set(sides.actors)
