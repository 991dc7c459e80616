"""Where a record's own file is, how a reader or an editor gets to mend it, when it last changed."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from explainer.content import yaml_file
from explainer.content.library import REGISTRY_FILES, Library
from explainer.site.arrivals import entered
from explainer.system.git import Changed, GitError, History
from explainer.system.repository import Repository, from_environment, mail

log = logging.getLogger("explainer")

REGISTRY_PATHS = {"site": "site.yml", "change": "changes.yml", **REGISTRY_FILES}
"""Kind of record -> the file in which all of that kind stand."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Of one record: its file as seen from the repository's root, and what can be done about it."""

    path: str
    edit: str | None
    report: str | None
    """An address of the host, to be ended by the page's own."""
    changed: Changed | None


class Upkeep:
    """Knows the files behind the records of one content folder.

    Without a repository there is no address to edit at; without a history nothing is said of days.
    """

    def __init__(
        self,
        folder: Path,
        library: Library,
        repository: Repository | None = None,
        history: History | None = None,
    ) -> None:
        self._folder = folder
        self._library = library
        self._repository = repository
        self._history = history
        self._prefix = history.prefix if history else f"{folder.resolve().name}/"
        self._spans = cache(self._read_spans)

    def of(self, kind: str, record_id: str, title: str) -> Trace | None:
        """Trace a record, or with an empty id all of a kind; None where they have no file.

        `title` is the page's.
        """
        path = self._library.files.get((kind, record_id)) or REGISTRY_PATHS[kind]
        if not (self._folder / path).is_file():
            return None
        span = self._spans(path).get(record_id) if path in REGISTRY_FILES.values() else None
        whole = f"{self._prefix}{path}"
        host = self._repository
        return Trace(
            whole,
            host.edit(whole, span.start if span else None) if host else None,
            self.report(title),
            self._changed(path, span),
        )

    def report(self, title: str) -> str | None:
        """Give where readers report a mistake on a page, to be ended by the page's address.

        It is the repository's host, else the newsroom's mail; None where there is neither.
        """
        newsroom = self._library.site.newsroom
        if self._repository:
            return self._repository.report(title)
        return mail(newsroom.email, title) if newsroom and newsroom.email else None

    @cached_property
    def entered(self) -> Mapping[str, date]:
        """The day on which each event came in, by id, where git tells it."""
        return entered(self._library, self._history)

    def _changed(self, path: str, span: range | None) -> Changed | None:
        if self._history is None:
            return None
        if span is None:
            return self._history.file(path)
        lines = self._blame(path)[span.start - 1 : span.stop - 1]
        known = [each for each in lines if each]
        if not known or len(known) < len(lines):
            return None
        return max(known, key=lambda each: (each.day, not each.at_latest))

    @cached_property
    def _blamed(self) -> dict[str, list[Changed | None]]:
        return {}

    def _blame(self, path: str) -> list[Changed | None]:
        if path not in self._blamed and self._history:
            try:
                self._blamed[path] = self._history.lines(path)
            except GitError as error:
                log.warning("entries of %s do not tell when they last changed: %s", path, error)
                self._blamed[path] = []
        return self._blamed[path]

    def _read_spans(self, path: str) -> Mapping[str, range]:
        """Find the lines of each record of a registry, counted from 1."""
        document = yaml_file.read(self._folder / path, path)
        if not isinstance(document.data, dict):
            return {}
        starts = [document.position((each,), at_key=True).line for each in document.data]
        ends = [*starts[1:], len(document.text.splitlines()) + 1]
        return dict(zip(document.data, map(range, starts, ends), strict=True))


def upkeep_of(folder: Path, library: Library) -> tuple[Upkeep, str]:
    """Ask git and the environment about a content folder; with it, what could not be known.

    Raises WrongEnvironmentError for a wrong REPO_URL.
    """
    history, lacking = history_of(folder)
    return Upkeep(folder, library, from_environment(), history), lacking


def history_of(folder: Path) -> tuple[History | None, str]:
    """Find the history of a folder; where there is none, or not all of it, say so in words."""
    try:
        history = History(folder)
        history.file("")
    except GitError as error:
        return None, f"pages do not tell when they last changed: {error}"
    if history.is_shallow:
        return history, "the clone is shallow: days of the last change are told as 'or before'"
    return history, ""
