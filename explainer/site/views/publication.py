"""What every view and every export is given: all that is published, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from explainer.content.library import Library
from explainer.site.versions.told_texts import RecordKey
from explainer.site.versions.version_days import changed_days
from explainer.site.versions.version_history import (
    Days,
    LastFiles,
    VersionDay,
    VersionHistory,
)
from explainer.site.views.figure_words import FigureWording
from explainer.site.views.made_changes import MadeChange, made_changes
from explainer.site.views.wording import Wording


@dataclass(frozen=True)
class Publication:
    """A library on its way to readers; `words` words its records, `figures` its numbers."""

    library: Library
    arrivals: Mapping[str, date] = field(default_factory=dict)
    """The day on which an event came before readers, by id, where it is known."""

    day_of: Days | None = None
    """Tells on which day a record last changed; where it is not given, what the data reach."""
    last: LastFiles | None = None
    """The last publication, whose versions are carried over."""

    @cached_property
    def versions(self) -> VersionHistory:
        """All that readers were told of each record, and are told now."""
        reached = VersionDay(self.library.site.as_of.text, is_of_data=True)
        return VersionHistory(self.library, self.day_of or (lambda _: reached), self.last)

    @cached_property
    def words(self) -> Wording:
        """Word the library's records, each once."""
        return Wording(self.library, self.arrivals)

    @cached_property
    def figures(self) -> FigureWording:
        """Word the library's figures, each once."""
        return FigureWording(self.words)

    @cached_property
    def changes(self) -> tuple[MadeChange, ...]:
        """List the changes that readers can see, in the order in which editors wrote them."""
        return made_changes(self.library)

    @cached_property
    def changed_days(self) -> Mapping[RecordKey, list[str]]:
        """List the days on which each record was changed, where they are exact."""
        return changed_days(self.library)

    @cached_property
    def _changes_by_target(self) -> Mapping[tuple[str, str], list[MadeChange]]:
        found: dict[tuple[str, str], list[MadeChange]] = {}
        for made in self.changes:
            found.setdefault(made.target, []).append(made)
        for of_one in found.values():
            of_one.sort(key=lambda made: made.change.date.sort_key, reverse=True)
        return found

    def changes_of(self, kind: str, target_id: str) -> Sequence[MadeChange]:
        """List the changes of an event, a figure or a page, the newest first."""
        return self._changes_by_target.get((kind, target_id), ())

    @property
    def title(self) -> str:
        """Name the explainer, in plain text."""
        return self.library.site.title

    @property
    def description(self) -> str:
        """Tell in plain text what it is about, as short as a search engine shows it."""
        return self.words.description(self.library.site.standfirst)
