"""What claims call a source, or another claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explainer.content.model import Event, Source
from explainer.content.record_rules.rule_context import RuleContext, RuleFinding
from explainer.messages import Message, say
from explainer.messages.problems import Path, did_you_mean, quoted


def names_of(event: Event) -> list[str]:
    """List the names by which claims may name the event's sources, each that of one source."""
    found = (
        next((name for name in (each.id, each.publisher) if name and event.named_source(name)), "")
        for each in event.sources
    )
    return [name for name in dict.fromkeys(found) if name]


def source_names(_: str, event: Event, __: RuleContext) -> Iterator[RuleFinding]:
    """Refuse a name in a claim that is not that of one source."""
    ids = [source.id for source in event.sources]
    repeated = {name for name in ids if ids.count(name) > 1}
    for index, claim in enumerate(event.claims):
        for number, name in enumerate(claim.sources):
            if isinstance(name, str) and event.named_source(name) is None and name not in repeated:
                path = ("claims", index, "sources", number)
                yield RuleFinding(path, _not_named(name, event))


def _not_named(name: str, event: Event) -> Message:
    same = [source for source in event.sources if source.publisher == name]
    if len(same) > 1:
        sample = f"id: {name}-2"
        return say("E505.several", what=quoted(name), number=len(same), sample=sample)
    known = names_of(event)
    hint = did_you_mean(name, known)
    names = ", ".join(known) or say("an-id")
    return say("E505.unknown", what=quoted(name), hint=hint, names=names)


def twice(_: str, event: Event, __: RuleContext) -> Iterator[RuleFinding]:
    """Refuse an id that two sources, or two claims, of an event have."""
    sources: list[tuple[Path, str | None]] = [
        (("sources", n), source.id) for n, source in enumerate(event.sources)
    ]
    sources += [
        (("claims", index, "sources", n), each.id)
        for index, claim in enumerate(event.claims)
        for n, each in enumerate(claim.sources)
        if isinstance(each, Source)
    ]
    yield from _repeated("E508.source", sources)
    claims = [(("claims", n), claim.id) for n, claim in enumerate(event.claims)]
    yield from _repeated("E508.claim", claims)


def _repeated(code: str, found: Iterable[tuple[Path, str | None]]) -> Iterator[RuleFinding]:
    seen: set[str] = set()
    for path, name in found:
        if name in seen:
            yield RuleFinding((*path, "id"), say(code, what=quoted(name), right=f"{name}-2"))
        seen |= {name} if name else set()


def answered(_: str, event: Event, context: RuleContext) -> Iterator[RuleFinding]:
    """Refuse an answer to a claim that is not there."""
    for index, claim in enumerate(event.claims):
        for number, answer in enumerate(claim.answers):
            other = context.events.get(answer.event)
            known = [each.id for each in other.claims if each.id] if other else [answer.claim]
            if answer.claim in known:
                continue
            path = ("claims", index, "answers", number, "claim")
            yield RuleFinding(path, _no_claim(answer.event, answer.claim, known))


def _no_claim(event_id: str, claim: str, known: list[str]) -> Message:
    what = quoted(claim)
    if not known:
        return say("E507.none", event=event_id, what=claim)
    hint = did_you_mean(claim, known)
    return say("E507.unknown", event=event_id, what=what, hint=hint, names=", ".join(known))
