"""What bears a claim: whose sources they are, when they were published, whether any is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from explainer.content.model import Claim, Event, Source
from explainer.content.record_rules.name_rules import names_of
from explainer.content.record_rules.rule_context import RuleContext, RuleFinding
from explainer.content.sides import Sides
from explainer.dates import Date
from explainer.messages import say
from explainer.messages.problems import quoted

NEWS: Final = frozenset({"wire", "newspaper", "broadcaster", "state_media", "aggregator"})
"""Types of publisher that speak by what they publish; others may speak through anybody's report."""


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
