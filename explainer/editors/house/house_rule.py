"""A newsroom's rule: what it is called in site.yml, and what it finds in one record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from explainer.content.library import RecordOrigin
from explainer.content.model import House, Record
from explainer.messages import Message
from explainer.messages.problems import Fix, Path


@dataclass(frozen=True, slots=True)
class Look:
    """What a rule is asked about: one record, where it stands, and what it needs of all others."""

    house: House
    origin: RecordOrigin
    record: Any
    named: Mapping[str, set[str]]
    """Kind -> ids that some record names."""
    titles: Mapping[str, str]
    """Id of an event -> id of an earlier one with the same title."""
    is_whole: bool
    """Whether every file is sound, so that what is not found is not there."""


class Breach(NamedTuple):
    """One breach of a rule: the field within the record, the words, and what would mend it."""

    path: Path
    message: Message
    at_key: bool = False
    fix: Fix | None = None


class HouseRule(NamedTuple):
    """One line of the table of rules."""

    name: str
    """The field of `house` in site.yml that sets it."""
    find: Callable[[Look], Iterator[Breach]]

    def is_on(self, house: House) -> bool:
        """Tell whether the newsroom wants it."""
        return getattr(house, self.name) not in (None, "off")


__all__ = ["Breach", "HouseRule", "Look", "Record"]
