"""Who denies what: in the same event, and in another that answers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from explainer.content.model import Claim, Event
from explainer.content.sides import Sides


class Told(NamedTuple):
    """A claim, and the event in whose file it stands."""

    event: str
    claim: Claim


def speakers_of(told: Iterable[Told]) -> tuple[str, ...]:
    """List who makes some claims, each once."""
    return tuple(dict.fromkeys(speaker for each in told for speaker in each.claim.said_by))


class Answer(NamedTuple):
    """How one claim bears on another: it contradicts, confirms or narrows it."""

    by: Told
    to: Told
    kind: str


@dataclass(frozen=True)
class Denials:
    """What denies, contradicts or confirms what, among the events given (by id)."""

    events: Mapping[str, Event]
    sides: Sides

    def answers_to(self, event_id: str) -> tuple[Answer, ...]:
        """List the answers to an event's claims: its own first, then those of other events."""
        return tuple(self._answers_to.get(event_id, ()))

    def answers_by(self, event_id: str) -> tuple[Answer, ...]:
        """List what an event's claims answer, of other events."""
        return tuple(a for a in self._answers_by.get(event_id, ()) if a.to.event != event_id)

    def against(self, event_id: str, said_by: Iterable[str] = ()) -> tuple[Told, ...]:
        """List the claims of another party that deny or contradict one of an event's.

        `said_by` asks for the denials of what these say alone. An event that is nothing but a
        denial is itself not denied.
        """
        wanted = set(said_by)
        found = [
            answer.by
            for answer in self.answers_to(event_id)
            if answer.kind == "contradicts" and self.is_other_party(answer.by, answer.to)
            if not wanted or wanted & set(answer.to.claim.said_by)
        ]
        found += self._of_the_event(event_id, wanted)
        return tuple(dict.fromkeys(found))

    def who_denies(self, event_id: str | None, said_by: Iterable[str] = ()) -> tuple[str, ...]:
        """List the actors of another party that deny an event, or what these say of it."""
        told = self.against(event_id, said_by) if event_id and event_id in self.events else ()
        return speakers_of(each for each in told if each.claim.act == "denies")

    def is_other_party(self, one: Told, other: Told) -> bool:
        """Tell whether two claims are made by different sides."""
        return self._are_other_parties(one.claim.said_by, other.claim.said_by)

    def _are_other_parties(self, some: Iterable[str], others: Iterable[str]) -> bool:
        return not self.sides.of_all(some) & self.sides.of_all(others)

    def _of_the_event(self, event_id: str, wanted: set[str]) -> Iterator[Told]:
        """Give the event's denials of what it tells itself, where no claim says that."""
        event = self.events[event_id]
        said = wanted & set(event.said_by) if wanted else set(event.said_by)
        if not said or any(claim.act != "denies" for claim in event.claims):
            return
        for claim in event.claims:
            if not claim.answers and self._are_other_parties(claim.said_by, said):
                yield Told(event_id, claim)

    @cached_property
    def _answers(self) -> list[Answer]:
        return [
            *(each for event_id in self.events for each in self._denials_in_event(event_id)),
            *(each for event_id in self.events for each in self._named_answers(event_id)),
        ]

    @cached_property
    def _answers_to(self) -> dict[str, list[Answer]]:
        found: dict[str, list[Answer]] = {}
        for answer in self._answers:
            found.setdefault(answer.to.event, []).append(answer)
        return found

    @cached_property
    def _answers_by(self) -> dict[str, list[Answer]]:
        found: dict[str, list[Answer]] = {}
        for answer in self._answers:
            found.setdefault(answer.by.event, []).append(answer)
        return found

    def _denials_in_event(self, event_id: str) -> Iterator[Answer]:
        """Set a denial that names nothing against what other parties say in the same event.

        Of an event with speakers of its own, against what their side says; never against what was
        said later.
        """
        event = self.events[event_id]
        told = [claim for claim in event.claims if claim.act != "denies"]
        ours = [
            claim for claim in told if not self._are_other_parties(claim.said_by, event.said_by)
        ]
        for denial in event.claims:
            if denial.act != "denies" or denial.answers:
                continue
            for claim in ours or told:
                if self._are_other_parties(denial.said_by, claim.said_by) and not _is_after(
                    claim, denial
                ):
                    yield Answer(Told(event_id, denial), Told(event_id, claim), "contradicts")

    def _named_answers(self, event_id: str) -> Iterator[Answer]:
        """Give the answers that claims name, to claims of this event or of another."""
        for claim in self.events[event_id].claims:
            for named in claim.answers:
                target = _claim_of(self.events.get(named.event), named.claim)
                if target:
                    yield Answer(Told(event_id, claim), Told(named.event, target), named.as_)


def _is_after(claim: Claim, denial: Claim) -> bool:
    """Tell whether a claim was certainly made after a denial."""
    said, denied = claim.as_of, denial.as_of
    if said is None or denied is None or said.earliest is None or denied.latest is None:
        return False
    return said.earliest > denied.latest


def _claim_of(event: Event | None, claim_id: str) -> Claim | None:
    claims = event.claims if event else ()
    return next((claim for claim in claims if claim.id == claim_id), None)
