"""The claims of an event as a ledger: the strongest first, a denial beside what it denies.

What one voice says stands together, as the editors wrote it, since they know what weighs most. The
event's own speakers come first, then the other voices by what each says first: what is stated,
confirmed or announced before what is estimated or denied, then what is alleged, then suspected.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from explainer.arabic import vocabulary
from explainer.content import evidence
from explainer.content.denials import Told
from explainer.content.model import Claim, Source
from explainer.site import addresses
from explainer.site.addresses import Address
from explainer.site.views.wording import DateWords, Link, Wording

RANK: Final = {
    "confirms": 0, "announces": 0, "states": 0, "estimates": 1, "denies": 1, "alleges": 2,
    "suspects": 3,
}  # fmt: skip
"""How strong the act is with which a voice begins, the strongest first."""

DENIED: Final = "ما نُفي"


ANSWERED: Final = {"confirms": "تأكيد من", "narrows": "تدقيق من"}
"""How it is said that another claim answers this one."""

ANSWERS: Final = {"confirms": "تأكيد لقول", "narrows": "تدقيق لقول"}
"""How it is said that this one answers another."""


@dataclass(frozen=True, slots=True)
class ClaimBond:
    """What else a claim stands to: words such as تأكيد من, who speaks, where."""

    word: str
    speakers: tuple[Link, ...]
    href: Address | None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim as a reader sees it."""

    text: Markup
    speakers: tuple[Link, ...]
    act: str
    act_code: str
    as_of: DateWords | None
    sources: tuple[int, ...]
    """Numbers in the list of the event's sources."""
    recorded: bool
    """Whether it is recorded which source bears it."""
    elsewhere: Link | None
    """The event that records it, where that is another."""
    bonds: tuple[ClaimBond, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """What is said, and beside it what denies or contradicts it; one of the two may be empty."""

    said: tuple[ClaimLine, ...]
    against: tuple[ClaimLine, ...]
    against_title: str
    question: str = ""
    """On what the two differ, where an editor has put it so."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of an event, the strongest statement first."""

    rows: tuple[LedgerRow, ...]
    count: str

    @property
    def pairs(self) -> tuple[LedgerRow, ...]:
        """The rows of two sides: those that deny what the event records, else what it denies."""
        both = tuple(row for row in self.rows if row.said and row.against)
        return tuple(row for row in both if _is_own(row.said)) or both


def ledger(event_id: str, words: Wording) -> Ledger | None:
    """Word an event's claims; None where it has none."""
    claims = words.library.events[event_id].claims
    return _LedgerMaker(event_id, words).made() if claims else None


class _LedgerMaker:
    """Makes the ledger of one event."""

    def __init__(self, event_id: str, words: Wording) -> None:
        self.id, self.words = event_id, words
        self.event = words.library.events[event_id]
        self.sources: Sequence[Source] = evidence.all_sources(self.event)
        denials = words.library.denials
        self.to, self.by = denials.answers_to(event_id), denials.answers_by(event_id)

    def made(self) -> Ledger:
        count = self.words.count(len(self.event.claims), "saying")
        return Ledger(tuple(self._rows()), count)

    def _rows(self) -> Iterable[LedgerRow]:
        """Put claims that are contradicted together into one row; each claim stands once."""
        against = {claim: self._against(claim) for claim in self.event.claims}
        if self.event.status == "disputed" and not any(against.values()):
            yield from self._others_beside()
            return
        placed = {told.claim for each in against.values() for told in each if told.event == self.id}
        groups: list[tuple[list[Claim], list[Told]]] = []
        for claim in self._ordered():
            if claim in placed and (claim.act == "denies" or not against[claim]):
                continue
            told = [] if claim.act == "denies" else against[claim]
            group = next((g for g in groups if set(g[1]) & set(told)), None)
            if group:
                group[0].append(claim)
                group[1].extend(each for each in told if each not in group[1])
            else:
                groups.append(([claim], list(against[claim])))
        for claims, contradicting in groups:
            yield self._row(claims, contradicting)

    def _others_beside(self) -> Iterable[LedgerRow]:
        """Set what other sides say beside what the event's own speakers say, where none denies."""
        sides = self.words.library.sides
        own = sides.of_all(self.event.said_by)
        said: list[Claim] = []
        others: list[Told] = []
        for claim in self._ordered():
            if set(claim.said_by) & set(self.event.said_by):
                said.append(claim)
            elif not own & sides.of_all(claim.said_by):
                others.append(Told(self.id, claim))
        if said and others:
            yield replace(self._row(said, others), against_title="ما يقوله آخرون")
        for claim in self._ordered():
            if not (said and others) or (claim not in said and Told(self.id, claim) not in others):
                yield self._row([claim], ())

    def _ordered(self) -> list[Claim]:
        """Order the claims by voice; what one voice says stays as the editors wrote it."""
        voices: dict[frozenset[str], list[Claim]] = {}
        for claim in self.event.claims:
            voices.setdefault(frozenset(claim.said_by), []).append(claim)
        return [
            claim
            for voice in sorted(voices, key=lambda v: self._weight(v, voices[v][0]))
            for claim in voices[voice]
        ]

    def _weight(self, voice: frozenset[str], first: Claim) -> tuple[bool, int]:
        """Rank a voice: the event's own first, the others by the act with which they begin."""
        return not voice & set(self.event.said_by), RANK[first.act]

    def _against(self, claim: Claim) -> tuple[Told, ...]:
        """List what contradicts a claim, of this event and of others, and what it contradicts."""
        own = [a.by for a in self.to if a.kind == "contradicts" and a.to.claim == claim]
        others = [a.to for a in self.by if a.kind == "contradicts" and a.by.claim == claim]
        said = {(told.claim.said_by, told.claim.text): told for told in reversed([*own, *others])}
        return tuple(reversed(said.values()))

    def _row(self, claims: Sequence[Claim], against: Sequence[Told]) -> LedgerRow:
        own = tuple(self._line(Told(self.id, claim)) for claim in claims)
        other = tuple(self._line(told) for told in against)
        asked = [claim.question for claim in (*claims, *(told.claim for told in against))]
        question = next(filter(None, asked), "")
        if other and claims[0].act == "denies":
            return LedgerRow(other, own, DENIED, question)
        denied = any(told.claim.act == "denies" for told in against)
        return LedgerRow(own, other, DENIED if denied else "ما يخالفه", question)

    def _line(self, told: Told) -> ClaimLine:
        words, claim, own = self.words, told.claim, told.event == self.id
        bearing = self.event.sources_of(claim) if own else ()
        return ClaimLine(
            text=words.inline(claim.text),
            speakers=words.actors(claim.said_by),
            act=vocabulary.ACT[claim.act],
            act_code=claim.act,
            as_of=words.maybe_when(claim.as_of),
            sources=tuple(sorted({self.sources.index(source) + 1 for source in bearing})),
            recorded=bool(bearing) or not own,
            elsewhere=None if own else _link(told.event, words),
            bonds=tuple(self._bonds(claim)) if own else (),
        )

    def _bonds(self, claim: Claim) -> Iterable[ClaimBond]:
        """Tell what confirms or narrows a claim elsewhere, and what it confirms or narrows."""
        for answer in self.to:
            if answer.to.claim == claim and answer.kind in ANSWERED:
                yield self._bond(ANSWERED[answer.kind], answer.by)
        for answer in self.by:
            if answer.by.claim == claim and answer.kind in ANSWERS:
                yield self._bond(ANSWERS[answer.kind], answer.to)

    def _bond(self, word: str, told: Told) -> ClaimBond:
        href = None if told.event == self.id else addresses.event(told.event)
        return ClaimBond(word, self.words.actors(told.claim.said_by), href)


def _is_own(lines: Iterable[ClaimLine]) -> bool:
    return any(line.elsewhere is None for line in lines)


def _link(event_id: str, words: Wording) -> Link:
    return words.event(event_id)
