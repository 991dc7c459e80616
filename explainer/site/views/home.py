"""The front page: what happened, what is new, what is disputed and who says what, in a minute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from explainer.content import prose, source_list
from explainer.site import addresses
from explainer.site.pictures.pins import Pin, line_of_time
from explainer.site.views import atlas, evidence_words, news
from explainer.site.views.cast import cast
from explainer.site.views.degrees import degrees
from explainer.site.views.key_figures import key_figures
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.reader_questions import questions
from explainer.site.views.rival_pictures import rival_pictures
from explainer.site.views.turns import turns
from explainer.site.views.wording import StatusWords

HOME_LEADING = 3
"""So many events stand open at the top: the weightiest of the newest."""
HOME_NEWS = 12
"""So many events and changes are listed in all; the others are counted."""
HOME_QUESTIONS = 6
"""So many questions; the others are on their own page."""
HOME_RIVALS = 3
"""So many figures in dispute are drawn."""
HOME_NUMBERS = 4
"""So many of the others are told in a line."""
SECTION_EVENTS = 2
UNKNOWNS = 4


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page."""
    library, words = publication.library, publication.words
    site = library.site
    shown, others = degrees(site.key_points, words)
    course = turns(library)
    asked = questions(publication)
    chosen = key_figures(library)
    rivals = rival_pictures(publication, chosen)[:HOME_RIVALS]
    yield PageView(
        kind="home",
        address=addresses.HOME,
        record=("site", ""),
        title=site.title,
        reading=words.reading_time,
        description=words.description(site.standfirst),
        data={
            "standfirst": words.inline(site.standfirst),
            "as_of": words.when(site.as_of),
            "counts": _counts(publication),
            "since": news.box(publication, HOME_LEADING, HOME_NEWS),
            "degrees": shown,
            "more_degrees": others,
            "rivals": rivals,
            "figures": [card for card in publication.figures.cards(chosen) if not card.rivals][
                :HOME_NUMBERS
            ],
            "turns": words.cards(course),
            "turns_line": _line(course, publication),
            "questions": asked[:HOME_QUESTIONS],
            "asked": words.count(len(asked), "question") if len(asked) > HOME_QUESTIONS else "",
            "sections": _sections(publication),
            "maps": atlas.home_maps(publication),
            "cast": cast(publication),
            "unknowns": _unknowns(publication),
            "how": _how(publication),
        },
    )


def _counts(publication: Publication) -> list[str]:
    library, words = publication.library, publication.words
    return [
        words.count(len(library.live), "event"),
        evidence_words.spread(source_list.used(library), words),
    ]


def _line(course: Sequence[str], publication: Publication) -> Markup | None:
    """Draw the turning points on a line of time; none where one of them has no time."""
    library, words = publication.library, publication.words
    pins = [
        Pin(words.number(number), day, library.live[i].status)
        for number, i in enumerate(course, 1)
        if (day := _day(i, publication))
    ]
    if len(pins) < len(course) or not pins:
        return None
    return line_of_time(pins, lambda year: words.number(year).replace(",", ""))


def _day(event_id: str, publication: Publication) -> date | None:
    when = publication.library.live[event_id].when
    return when.earliest or when.latest


def _sections(publication: Publication) -> list[dict[str, object]]:
    """Give each section the newest of its most important events."""
    library, words = publication.library, publication.words
    blocks: list[dict[str, object]] = []
    for section_id, section in library.sections.items():
        ids = library.events_by("sections").get(section_id, [])
        newest = list(reversed(ids))
        newest.sort(key=lambda i: library.live[i].importance)
        blocks.append(
            {
                "id": section_id,
                "link": words.section(section_id),
                "question": section.question,
                "count": words.count(len(ids), "event"),
                "events": words.cards(newest[:SECTION_EVENTS]),
            }
        )
    return blocks


def _unknowns(publication: Publication) -> list[tuple[str, Markup]]:
    """Give what nobody has established: what it is about, if a colon says so, and a sentence."""
    words = publication.words
    found = []
    for unknown in publication.library.site.unknowns[:UNKNOWNS]:
        first, _ = prose.sentences(unknown.text)
        about, colon, rest = first.partition(": ")
        found.append((about, words.inline(rest)) if colon else ("", words.inline(first)))
    return found


def _how(publication: Publication) -> list[tuple[StatusWords, str]]:
    """Give each degree, and how many events have it."""
    words = publication.words
    numbers = Counter(event.status for event in publication.library.live.values())
    return [
        (status, words.count(numbers[code], "event"))  # type: ignore[index]
        for code, status in words.statuses.items()
    ]
