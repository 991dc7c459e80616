"""Every source by publisher, and the balance of sources by kind and country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from explainer import evidence
from explainer.arabic import vocabulary
from explainer.library import Library
from explainer.model import Source
from explainer.views.page import PageView
from explainer.views.wording import Card, Wording

Used = dict[Source, list[str]]


def pages(library: Library, words: Wording) -> Iterator[PageView]:
    """Make the one page."""
    used = evidence.used(library)
    publishers = _publishers(library, used)
    yield PageView(
        kind="sources",
        path="sources.md",
        title="المصادر",
        description=(
            f"{words.count(len(used), 'source')} من {words.count(len(publishers), 'publisher')}"
            " يقوم عليها هذا الملف."
        ),
        data={
            "count": words.count(len(used), "source"),
            "publishers_count": words.count(len(publishers), "publisher"),
            "types": _balance(library, used, words, "type"),
            "countries": _balance(library, used, words, "country"),
            "publishers": [
                {
                    "id": publisher,
                    "name": library.publishers[publisher].name.ar,
                    "names": library.publishers[publisher].name.others(),
                    "type": vocabulary.PUBLISHER_TYPE[library.publishers[publisher].type],
                    "country": vocabulary.country(country)
                    if (country := library.publishers[publisher].country)
                    else "",
                    "sources": [
                        (words.source(source), _cards(used[source], words)) for source in sources
                    ],
                }
                for publisher, sources in publishers.items()
            ],
        },
    )


def _publishers(library: Library, used: Used) -> dict[str, list[Source]]:
    """Group sources by publisher, those with most first; agencies only carried come last."""
    groups: dict[str, list[Source]] = {}
    for source in used:
        groups.setdefault(source.publisher, []).append(source)
    ordered = dict(
        sorted(groups.items(), key=lambda g: (-len(g[1]), library.publishers[g[0]].name.ar))
    )
    carried = sorted(evidence.publishers(used) - set(ordered))
    return {**ordered, **{agency: [] for agency in carried}}


def _balance(
    library: Library, used: Used, words: Wording, by: str
) -> list[tuple[str, str, str, float]]:
    """Count sources by a field of their publisher.

    Gives (words, counted, share in percent, length of its bar from 0 to 100).
    """
    numbers = Counter(getattr(library.publishers[source.publisher], by) for source in used)
    table = vocabulary.PUBLISHER_TYPE if by == "type" else {}
    rows = sorted(numbers.items(), key=lambda item: (-item[1], str(item[0])))
    return [
        (
            table.get(code) or (vocabulary.country(code) if code else "غير محدد"),
            words.count(number, "source"),
            _share(number, len(used)),
            round(100 * number / rows[0][1], 1),
        )
        for code, number in rows
    ]


def _share(part: int, whole: int) -> str:
    """Word a share in percent; a small one is not rounded to nothing."""
    percent = round(100 * part / whole)
    return f"{percent}%" if percent else "أقل من 1%"


def _cards(ids: list[str], words: Wording) -> tuple[Card, ...]:
    return words.cards(ids)
