"""The terms that readers may not know, and the events that use them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from explainer.arabic.alphabet import by_letter
from explainer.arabic.stem import stem
from explainer.arabic.stem import words as words_of
from explainer.content.model import Term
from explainer.site import addresses
from explainer.site.terms import Entry, Lexicon
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Wording


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page, terms in the order of the alphabet without the article."""
    library, words = publication.library, publication.words
    used = _used(publication)
    letters = by_letter(library.glossary, lambda i: library.glossary[i].term)
    yield PageView(
        kind="glossary",
        address=addresses.page("glossary"),
        record=("term", ""),
        title="مسرد المصطلحات",
        description=f"شرح المصطلحات الواردة في هذا الملف: {_count(publication)}.",
        data={
            "count": _count(publication),
            "letters": [
                (f"l-{ord(letter):04x}", letter, [_term(i, used, words) for i in ids])
                for letter, ids in letters
            ],
        },
    )


def _count(publication: Publication) -> str:
    library, words = publication.library, publication.words
    return words.count(len(library.glossary), "term")


def _term(term_id: str, used: Mapping[str, list[str]], words: Wording) -> dict[str, object]:
    term = words.library.glossary[term_id]
    events = used.get(term_id, [])
    return {
        "id": term_id,
        "was": term.was,
        "term": term.term,
        "aliases": _telling(term),
        "definition": words.inline(term.definition),
        "count": words.count(len(events), "event", "genitive"),
        "events": words.cards(reversed(events)),
    }


def _telling(term: Term) -> list[str]:
    """List the other names that are other words, not the same ones in another form."""
    seen, telling = _stems(term.term), []
    for alias in term.aliases:
        if not _stems(alias) <= seen:
            telling.append(alias)
            seen |= _stems(alias)
    return telling


def _stems(text: str) -> set[str]:
    return {stem(word) for _, word in words_of(text)}


def _used(publication: Publication) -> dict[str, list[str]]:
    """List, for each term, the events whose text has it, the oldest first."""
    library, words = publication.library, publication.words
    lexicon = Lexicon(
        (Entry(i, term.term, Markup()), term.aliases) for i, term in library.glossary.items()
    )
    found: dict[str, list[str]] = {}
    for event_id, event in library.live.items() if lexicon.entries else ():
        texts = (event.summary, event.body, *(claim.text for claim in event.claims))
        for term_id in lexicon.named(" ".join(words.plain(text) for text in texts if text)):
            found.setdefault(term_id, []).append(event_id)
    return found
