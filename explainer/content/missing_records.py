"""References to records that are not there: told one by one, or once where a record is gone.

Who deletes or renames a record that many name gets one message with its places, and what git knows
of it; a guess at another id would lead to a false link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path as FilePath

from explainer.messages import Message, say
from explainer.messages.problems import Problem, quoted
from explainer.system import git

MANY = 3
"""So many places that name one record which is not there are told in one message."""
_ASKED = 20
"""Of so many records git is asked."""
_SHOWN = 12

_FILES = {
    "actor": "actors.yml",
    "place": "places.yml",
    "publisher": "publishers.yml",
    "figure": "figures.yml",
    "term": "glossary.yml",
}


class MissingRecords:
    """Gathers the references to what is not there."""

    def __init__(self, folder: FilePath) -> None:
        self._folder = folder
        self._found: defaultdict[tuple[str, str], list[Problem]] = defaultdict(list)

    def add(self, kind: str, record_id: str, problem: Problem) -> None:
        """Note one reference, and what would be said of it alone."""
        self._found[kind, record_id].append(problem)

    def problems(self) -> Iterator[Problem]:
        """Tell of each record once where it is gone or many name it, else place by place."""
        for number, ((kind, record_id), places) in enumerate(sorted(self._found.items())):
            gone = self._gone(kind, record_id) if number < _ASKED else None
            if gone is None and len(places) < MANY:
                yield from places
                continue
            first = min(places)
            yield replace(first, message=_words(kind, record_id, sorted(places), gone))

    def _gone(self, kind: str, record_id: str) -> git.Gone | None:
        """Ask git what became of a record; None where it does not know, or is not there."""
        try:
            if kind in _FILES:
                return git.line_gone(self._folder, _FILES[kind], f"{record_id}:")
            return git.file_gone(self._folder, f"{record_id}.yml")
        except git.GitError:
            return None


def _words(kind: str, record_id: str, places: list[Problem], gone: git.Gone | None) -> Message:
    listed = ", ".join(f"{each.file}:{each.line}" for each in places[:_SHOWN])
    more = say("places-more", number=len(places) - _SHOWN) if len(places) > _SHOWN else ""
    values = {
        "kind": say(kind),
        "what": quoted(record_id),
        "number": len(places),
        "places": Message("", listed, listed),
        "more": more,
    }
    if gone is None:
        return say("E501.many", **values)
    if gone.renamed:
        return say("E501.renamed", right=gone.renamed, **values)
    when = say("gone-in", commit=gone.commit, day=gone.day) if gone.commit else say("gone-now")
    return say("E501.deleted", when=when, **values)
