"""What every view and every export is given: all that is published, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from explainer.content.library import Library
from explainer.site.views.figure_words import FigureWording
from explainer.site.views.wording import Wording


@dataclass(frozen=True)
class Publication:
    """A library on its way to readers; `words` words its records, `figures` its numbers."""

    library: Library
    arrivals: Mapping[str, date] = field(default_factory=dict)
    """The day on which an event came before readers, by id, where it is known."""

    @cached_property
    def words(self) -> Wording:
        """Word the library's records, each once."""
        return Wording(self.library, self.arrivals)

    @cached_property
    def figures(self) -> FigureWording:
        """Word the library's figures, each once."""
        return FigureWording(self.words)

    @property
    def title(self) -> str:
        """Name the explainer, in plain text."""
        return self.library.site.title

    @property
    def description(self) -> str:
        """Tell in plain text what it is about, as short as a search engine shows it."""
        return self.words.description(self.library.site.standfirst)
