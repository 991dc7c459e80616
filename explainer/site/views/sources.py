"""Every source by publisher, and the balance of sources by kind and country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from explainer.arabic import cldr, vocabulary
from explainer.arabic.alphabet import by_letter
from explainer.content import evidence, source_list
from explainer.content.library import Library
from explainer.content.model import Source
from explainer.site import addresses
from explainer.site.views import evidence_words
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Card, Link, SourceWords, Wording

Used = dict[Source, list[str]]
BalanceRow = tuple[str, str, str, float]
"""Words, counted, share in percent, length of its bar from 0 to 100."""
NAMED = 3
"""So many publishers of a letter are named on its line."""
MOST = 12
"""So many publishers with the most texts are named above the letters."""
SEVERAL = 3
"""A publisher with fewer texts than this is not named there."""
COUNTRIES = 10
"""So many countries stand in the first table, the rest on request."""


@dataclass(frozen=True, slots=True)
class PublisherEntry:
    """A publisher with what was taken from it, each text with the events that rest on it."""

    id: str
    name: str
    was: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    """Its names in other languages: (language, name)."""
    type: str
    country: str
    voice: Link | None
    """The actor for whom it speaks."""
    count: str
    number: str
    sources: tuple[tuple[SourceWords, tuple[Card, ...]], ...]


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page."""
    library, words = publication.library, publication.words
    used = source_list.used(library)
    publishers = _publishers(used)
    entries = {i: _entry(i, sources, used, words) for i, sources in publishers.items()}
    yield PageView(
        kind="sources",
        address=addresses.page("sources"),
        record=("publisher", ""),
        title="المصادر",
        description=(
            f"{words.count(len(used), 'source')} من {words.count(len(publishers), 'publisher')}"
            " يقوم عليها هذا الملف."
        ),
        data={
            "spread": evidence_words.spread(used, words),
            "publishers_count": words.count(len(publishers), "publisher"),
            "types": _balance(library, used, words, "type"),
            "countries": _balance(library, used, words, "country"),
            "voices": _sources_by_side(library, used, words),
            "shown": COUNTRIES,
            "letters": _publishers_by_letter(entries, words),
            "most": _with_most(entries.values()),
        },
    )


def _publishers(used: Used) -> dict[str, list[Source]]:
    """Group sources by publisher; an agency that others carry may have none of its own."""
    groups: dict[str, list[Source]] = {name: [] for name in sorted(source_list.publishers(used))}
    for source in used:
        groups[source.publisher].append(source)
    return groups


def _publishers_by_letter(
    entries: dict[str, PublisherEntry], words: Wording
) -> list[tuple[str, str, list[PublisherEntry], str, str]]:
    """List publishers by letter: (anchor, letter, entries, how many, the first by name)."""
    found = []
    for letter, ids in by_letter(entries, lambda i: words.library.publishers[i].name.ar):
        told = [entries[i] for i in ids]
        names = [entry.name for entry in told[:NAMED]] + ["…"] * (len(told) > NAMED)
        count = words.count(len(told), "publisher")
        found.append((f"l-{ord(letter):04x}", letter, told, count, "، ".join(names)))
    return found


def _with_most(entries: Iterable[PublisherEntry]) -> list[PublisherEntry]:
    """List the publishers with the most texts."""
    several = [entry for entry in entries if len(entry.sources) >= SEVERAL]
    return sorted(several, key=lambda entry: (-len(entry.sources), entry.name))[:MOST]


def _entry(publisher_id: str, sources: list[Source], used: Used, words: Wording) -> PublisherEntry:
    publisher = words.library.publishers[publisher_id]
    return PublisherEntry(
        id=publisher_id,
        name=publisher.name.ar,
        was=publisher.was,
        names=tuple(publisher.name.others()),
        type=vocabulary.PUBLISHER_TYPE[publisher.type],
        country=cldr.country(publisher.country) if publisher.country else "",
        voice=words.actor(publisher.speaks_for) if publisher.speaks_for else None,
        count=words.count(len(sources), "source"),
        number=words.number(len(sources)),
        sources=tuple((words.source(source), words.cards(used[source])) for source in sources),
    )


def _balance(library: Library, used: Used, words: Wording, by: str) -> list[BalanceRow]:
    """Count sources by a field of their publisher, those where it is not known last."""
    numbers = Counter(getattr(library.publishers[source.publisher], by) for source in used)
    table = vocabulary.PUBLISHER_TYPE if by == "type" else {}
    return _rows(numbers, lambda code: table.get(code) or cldr.country(code), words)


def _sources_by_side(library: Library, used: Used, words: Wording) -> list[BalanceRow]:
    """Count sources by the side for which their origin speaks; nothing where none does."""
    sides = library.sides
    numbers = Counter(sides.of_publisher(evidence.carried(source)) for source in used)
    if set(numbers) == {None}:
        return []
    return _rows(numbers, lambda code: library.actors[code].name.ar, words, "لا أحد غيره")


def _rows(
    numbers: Counter[Any], name: Callable[[Any], str], words: Wording, unknown: str = "غير محدد"
) -> list[BalanceRow]:
    rows = sorted(numbers.items(), key=lambda item: (item[0] is None, -item[1], str(item[0])))
    return [
        (
            name(code) if code else unknown,
            words.number(number),
            _share(number, numbers.total()),
            round(100 * number / max(numbers.values()), 1),
        )
        for code, number in rows
    ]


def _share(part: int, whole: int) -> str:
    """Word a share in percent; a small one is not rounded to nothing."""
    percent = round(100 * part / whole)
    return f"{percent}%" if percent else "أقل من 1%"
