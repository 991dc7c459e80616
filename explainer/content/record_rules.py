"""Rules over whole events: what is said rests on what bears it, and what is confirmed says why.

RULES lists them. A rule is asked of sound events only; what names a record that is not there, or
not sound, is not judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Final, NamedTuple

from explainer.content import evidence
from explainer.content.denials import Denials
from explainer.content.model import Claim, Event, Source
from explainer.content.sides import Sides
from explainer.dates import Date
from explainer.messages import Message, say
from explainer.messages.problems import Path, did_you_mean, quoted

NEWS: Final = frozenset({"wire", "newspaper", "broadcaster", "state_media", "aggregator"})
"""Types of publisher that speak by what they publish; others may speak through anybody's report."""

TWO = 2
"""So many independent origins, or sides, confirm an event."""


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


Rule = Callable[[str, Event, RuleContext], Iterator[RuleFinding]]


def findings(event_id: str, context: RuleContext) -> Iterator[RuleFinding]:
    """Ask every rule about an event."""
    event = context.events[event_id]
    for rule in RULES:
        yield from rule(event_id, event, context)


# Names: what a claim calls a source, or another claim.


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


# What bears a claim.


def _bearing(event: Event, claim: Claim) -> tuple[Source, ...]:
    """Give the sources that may bear a claim: those it names, else all of the event's."""
    return event.sources_of(claim) or (() if claim.sources else event.sources)


def outlets(_: str, event: Event, context: RuleContext) -> Iterator[RuleFinding]:
    """Refuse what an outlet is said to say, where none of the sources is the outlet's.

    Of several outlets that speak together one is enough: a source names one whose text it carries.
    """
    sides = context.sides
    for index, claim in enumerate(event.claims):
        sources = _bearing(event, claim)
        carried = {name for source in sources for name in (source.publisher, source.via) if name}
        own = {speaker: _published_by(speaker, sides) for speaker in claim.said_by}
        speaking = {speaker: names for speaker, names in own.items() if names}
        if not sources or not speaking or any(carried & set(each) for each in speaking.values()):
            continue
        speaker, names = next(iter(speaking.items()))
        found = ", ".join(sorted(carried))
        words = say("E801", who=quoted(speaker), found=found, right=names[0])
        yield RuleFinding(("claims", index, "said_by"), words)


def _published_by(speaker: str, sides: Sides) -> list[str]:
    """List the news media that an actor is; empty for who is none."""
    return [i for i in sides.publishers_of(speaker) if sides.publishers[i].type in NEWS]


def too_late(_: str, event: Event, __: RuleContext) -> Iterator[RuleFinding]:
    """Refuse a claim made after every source that it rests on; by a day, clocks may explain it."""
    for index, claim in enumerate(event.claims):
        sources = _bearing(event, claim)
        dates = [source.date for source in sources if source.date]
        if not claim.as_of or not dates or len(dates) < len(sources):
            continue
        late = _days_after(claim.as_of, dates)
        if late < 1:
            continue
        last = max(dates, key=lambda date: date.sort_key).text
        path, said = ("claims", index, "as_of"), claim.as_of.text
        if late == 1:
            yield RuleFinding(path, say("W808", said=said, last=last), is_warning=True)
        else:
            sample = "sources: [{publisher: daily-news, …}]"
            yield RuleFinding(path, say("E802", said=said, last=last, sample=sample))


def _days_after(said: Date, dates: Iterable[Date]) -> int:
    """Count the days from the last that any date may mean to the first that `said` may mean.

    Zero where that is not certain: a bound is open, or a date is approximate or uncertain.
    """
    all_dates = [said, *dates]
    lasts = [date.latest for date in all_dates[1:] if date.latest]
    vague = any(date.approximate or date.uncertain for date in all_dates)
    if vague or said.earliest is None or len(lasts) < len(all_dates) - 1:
        return 0
    return (said.earliest - max(lasts)) // timedelta(days=1)


def unrecorded(_: str, event: Event, __: RuleContext) -> Iterator[RuleFinding]:
    """Warn of a claim that names none of several sources."""
    number = len(event.sources)
    for index, claim in enumerate(event.claims):
        if number > 1 and not claim.sources:
            sample = next(iter(names_of(event)), "daily-news")
            words = say("W803", number=number, sample=sample)
            yield RuleFinding(("claims", index), words, is_warning=True)


# Why an event is confirmed.


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
    confirms it in another.
    """
    sides = denials.sides
    ours = _sides_of(event, sides)
    claims = [claim for claim in event.claims if claim.act != "denies"]
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


RULES: Final[tuple[Rule, ...]] = (
    source_names, twice, answered, outlets, too_late, unrecorded, basis,
)  # fmt: skip
