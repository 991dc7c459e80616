"""The claims of an event as a ledger: who says what, who denies what, and where it was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from explainer.arabic import vocabulary
from explainer.content import evidence
from explainer.content.model import Claim, Event, Source
from explainer.site.views.wording import DateWords, Link, Wording


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim; `sources` are numbers in the event's list, none where all of it stands behind."""

    text: Markup
    act: str
    act_code: str
    as_of: DateWords | None
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What the same speakers say."""

    speakers: tuple[Link, ...]
    says: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The voices of an event, those who deny on a side of their own."""

    said: tuple[Voice, ...]
    denied: tuple[Voice, ...]
    count: str
    rests_on_all: bool
    """Whether a claim names no source of its own."""
    cites: bool
    """Whether a claim names one."""


@dataclass(frozen=True, slots=True)
class OriginNote:
    """Why some reports are one witness: words, the reports' numbers, words."""

    before: str
    numbers: tuple[int, ...]
    after: str


def ledger(event: Event, words: Wording) -> Ledger | None:
    """Word an event's claims; None where it has none."""
    if not event.claims:
        return None
    sources = evidence.all_sources(event)
    denials = [claim for claim in event.claims if claim.act == "denies"]
    others = [claim for claim in event.claims if claim.act != "denies"]
    return Ledger(
        said=_voices(event, others, sources, words),
        denied=_voices(event, denials, sources, words),
        count=words.count(len(event.claims), "saying"),
        rests_on_all=not all(event.sources_of(claim) for claim in event.claims),
        cites=any(event.sources_of(claim) for claim in event.claims),
    )


def _voices(
    event: Event, claims: Iterable[Claim], sources: Sequence[Source], words: Wording
) -> tuple[Voice, ...]:
    """Put the claims of the same speakers together, in the order in which editors wrote them."""
    groups: dict[tuple[str, ...], list[Statement]] = {}
    for claim in claims:
        groups.setdefault(claim.said_by, []).append(
            _said(claim, event.sources_of(claim), sources, words)
        )
    return tuple(Voice(words.actors(ids), tuple(says)) for ids, says in groups.items())


def _said(
    claim: Claim, bearing: Iterable[Source], sources: Sequence[Source], words: Wording
) -> Statement:
    return Statement(
        text=words.inline(claim.text),
        act=vocabulary.ACT[claim.act],
        act_code=claim.act,
        as_of=words.maybe_when(claim.as_of),
        sources=tuple(sorted({sources.index(source) + 1 for source in bearing})),
    )


REPORTS = ("التقرير", "التقريرين", "التقارير")
"""After a preposition: one, two, more."""


def origins(sources: Sequence[Source], words: Wording) -> tuple[OriginNote, ...]:
    """Say which reports carry whose text; nothing where there is but one report.

    Reports that carry an agency's text come first, then those that stand for themselves.
    """
    if len(sources) < 2:
        return ()
    carried: list[OriginNote] = []
    own: list[int] = []
    for agency, reports in evidence.independent(sources).items():
        numbers = tuple(sources.index(report) + 1 for report in reports)
        if len(reports) == 1 and reports[0].via is None:
            own += numbers
            continue
        name = words.library.publishers[agency].name.ar
        same = "، فهي مصدر مستقل واحد" if len(numbers) > 1 else ""
        carried.append(OriginNote(f"نص {name} في {_reports(numbers)}", numbers, same))
    return (*carried, *_own(tuple(own)))


def _own(numbers: tuple[int, ...]) -> tuple[OriginNote, ...]:
    if not numbers:
        return ()
    if len(numbers) == 1:
        return (OriginNote(_reports(numbers), numbers, "، لا يُعرف أنه منقول عن غير ناشره"),)
    return (OriginNote(f"كل من {_reports(numbers)}", numbers, "، لا يُعرف أنه منقول عن غير ناشره"),)


def _reports(numbers: Sequence[int]) -> str:
    return REPORTS[min(len(numbers), 3) - 1]
