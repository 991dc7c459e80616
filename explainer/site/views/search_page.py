"""The search, what it finds is what the reader types for; and a page that lists all there is.

The list is a page of its own, since whoever asks wants an answer and not the weight of everything.
Words are all here and in the templates; docs/assets/scripts/search.js only places them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from explainer.arabic.isolate import in_language
from explainer.content import source_list
from explainer.content.model import Name
from explainer.site import addresses
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication

RESULT_KINDS = {
    "event": "أحداث",
    "figure": "أرقام",
    "actor": "أشخاص وجهات",
    "place": "أماكن",
    "term": "مصطلحات",
    "section": "أقسام",
    "publisher": "مصادر",
    "question": "أسئلة",
}
"""Kinds of what can be found, as the index names them, in the order in which they are listed."""

KIND_SINGULAR = {
    "event": "حدث",
    "figure": "رقم",
    "actor": "شخص أو جهة",
    "place": "مكان",
    "term": "مصطلح",
    "section": "قسم",
    "publisher": "مصدر",
    "question": "سؤال",
}
"""What one of each kind is called beside its name."""

Line = tuple[str, str, str]
"""An entry of the list: address, name, and a few words beside it."""

Group = tuple[str, str, list[Line]]
"""All of a kind: its code, its title, its entries."""

EVERYTHING: Final = addresses.page("search/all")


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a filter; `hue` is a section's colour, 0 for others."""

    value: str
    name: str
    hue: int = 0


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the search and the list of everything."""
    lines = _lines(publication)
    groups = [(code, title, list(lines[code])) for code, title in RESULT_KINDS.items()]
    yield _search(publication, groups)
    yield PageView(
        kind="everything",
        address=EVERYTHING,
        title="كل ما في الملف",
        description="كل أحداث الملف وأرقامه ومن ورد فيه ومصطلحاته ومصادره، بحسب النوع.",
        data={"groups": [group for group in groups if group[2]]},
    )


def _search(publication: Publication, groups: Sequence[Group]) -> PageView:
    words = publication.words
    return PageView(
        kind="search",
        address=addresses.page("search"),
        title="البحث",
        description="بحث في أحداث الملف وأرقامه ومن ورد فيه ومصطلحاته ومصادره.",
        data={
            "kinds": [
                (code, title, KIND_SINGULAR[code], words.number(len(lines)) if lines else "")
                for code, title, lines in groups
            ],
            "everything": EVERYTHING,
            "statuses": list(words.statuses.values()),
            "facets": _facets(publication),
            "years": _years(publication),
            "forms": words.forms("result"),
            "digits": words.style.digits,
        },
    )


def _facets(publication: Publication) -> list[tuple[str, str, list[Option]]]:
    """List the filters that several values may be chosen of: (name, legend, options)."""
    library, words = publication.library, publication.words
    used: Counter[str] = Counter(event.status for event in library.live.values())
    return [
        ("kind", "النوع", [Option(code, title) for code, title in RESULT_KINDS.items()]),
        ("section", "القسم", [
            Option(i, each.title, words.section(i).hue) for i, each in library.sections.items()
        ]),
        ("status", "الدرجة", [
            Option(code, status.word) for code, status in words.statuses.items() if used[code]
        ]),
    ]  # fmt: skip


def _latin(name: Name) -> str:
    """Give a name in English, marked as such; nothing where there is none."""
    return in_language(name.en, "en") if name.en else ""


def _years(publication: Publication) -> list[int]:
    library, words = publication.library, publication.words
    years = {words.card(i).year for i in library.live}
    return sorted((year for year in years if year), reverse=True)


def _lines(publication: Publication) -> dict[str, Iterable[Line]]:
    library, words = publication.library, publication.words
    cards = words.cards(reversed(list(library.live)))
    figures = publication.figures.cards(tuple(library.figures))
    publishers = source_list.publishers(source_list.used(library))
    return {
        "event": ((card.href, card.title, card.when.compact) for card in cards),
        "figure": ((card.href, card.title, card.text) for card in figures),
        "actor": (
            (addresses.actor(i), actor.name.ar, _latin(actor.name))
            for i, actor in library.actors.items()
        ),
        "place": (
            (addresses.place(i), place.name.ar, _latin(place.name))
            for i, place in library.places.items()
        ),
        "term": ((addresses.term(i), term.term, "") for i, term in library.glossary.items()),
        "section": (
            (addresses.section(i), section.title, section.question or "")
            for i, section in library.sections.items()
        ),
        "publisher": (
            (
                addresses.publisher(i),
                library.publishers[i].name.ar,
                _latin(library.publishers[i].name),
            )
            for i in sorted(publishers)
        ),
        "question": (
            (addresses.question(number), each.question, "")
            for number, each in enumerate(library.site.questions, 1)
        ),
    }
