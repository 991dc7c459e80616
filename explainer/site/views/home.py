"""The home page: the whole explainer in three minutes, its key points in thirty seconds."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.content import source_list
from explainer.site import addresses
from explainer.site.views import atlas, evidence_words, news, periods
from explainer.site.views.key_figures import key_figures
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication

HOME_LEADING = 3
"""So many events stand open at the top: the weightiest of the newest."""
HOME_NEWS = 12
"""So many events and changes are listed in all; the others are counted."""
HOME_ACTORS = 12
SECTION_EVENTS = 3
UNKNOWNS = 4


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page."""
    library, words = publication.library, publication.words
    site = library.site
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
            "parties": words.actors(site.parties),
            "key_points": [
                (words.inline(point.text), words.cards(point.events), words.weakest(point))
                for point in site.key_points
            ],
            "since": news.box(publication, HOME_LEADING, HOME_NEWS),
            "figures": publication.figures.cards(key_figures(library)),
            "picture": periods.by_quarter(
                library,
                "p-quarters",
                "الأحداث بحسب القسم في كل ربع سنة",
                [
                    (section.title, library.events_by("sections").get(i, []))
                    for i, section in library.sections.items()
                ],
            ),
            "milestones": _milestones(publication),
            "sections": _sections(publication),
            "questions": [
                (index, question.question, words.block(question.answer))
                for index, question in enumerate(site.questions, 1)
            ],
            "maps": atlas.home_maps(publication),
            "who": _main_actors(publication),
            "unknowns": [words.inline(unknown.text) for unknown in site.unknowns[:UNKNOWNS]],
            "disputed": _disputed(publication),
            "method": words.block(site.method),
        },
    )


def _counts(publication: Publication) -> list[str]:
    library, words = publication.library, publication.words
    return [
        words.count(len(library.live), "event"),
        evidence_words.spread(source_list.used(library), words),
    ]


def _milestones(publication: Publication) -> list[tuple[int | None, tuple[object, ...]]]:
    """Group the events of the first importance by year, oldest first."""
    library, words = publication.library, publication.words
    years: dict[int | None, list[str]] = {}
    for event_id, event in library.live.items():
        if event.importance == 1:
            years.setdefault(words.card(event_id).year, []).append(event_id)
    return [(year, words.cards(ids)) for year, ids in years.items()]


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
                "hue": words.section(section_id).hue,
                "title": section.title,
                "question": section.question,
                "summary": words.inline(section.summary),
                "count": words.count(len(ids), "event"),
                "events": words.cards(newest[:SECTION_EVENTS]),
            }
        )
    return blocks


def _main_actors(publication: Publication) -> list[tuple[object, str]]:
    """List the parties first, then whoever takes part in most events."""
    library, words = publication.library, publication.words
    by_actor = library.events_by("actors")
    busiest = sorted(by_actor, key=lambda actor: (-len(by_actor[actor]), actor))
    chosen = list(dict.fromkeys([*library.site.parties, *busiest]))[:HOME_ACTORS]
    return [
        (words.actor(actor), words.count(len(by_actor.get(actor, [])), "event")) for actor in chosen
    ]


def _disputed(publication: Publication) -> str:
    library, words = publication.library, publication.words
    number = sum(1 for event in library.live.values() if event.status != "confirmed")
    return words.count(number, "event")
