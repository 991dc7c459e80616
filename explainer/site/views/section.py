"""A section's page: its question, the answer in prose, its events and figures."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.site import addresses
from explainer.site.views.citations import panel_of
from explainer.site.views.corrections import told_of
from explainer.site.views.density import density
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.timeline import by_year

SECTION_FIGURES = 3
"""So many of a section's figures are shown at once, the first in the editors' order."""


def pages(publication: Publication) -> Iterator[PageView]:
    """Make a page a section."""
    library, words = publication.library, publication.words
    for section_id, section in library.sections.items():
        ids = library.events_by("sections").get(section_id, [])
        figures = [i for i, figure in library.figures.items() if figure.section == section_id]
        yield PageView(
            kind="section",
            address=addresses.section(section_id),
            record=("section", section_id),
            title=section.title,
            reading=words.reading_time,
            description=words.description(section.summary or section.question or section.title),
            data={
                "all_events": addresses.section_events(section_id),
                "own": words.section(section_id),
                "question": section.question,
                "summary": words.inline(section.summary),
                "body": words.narrative(section.body),
                "count": words.count(len(ids), "event"),
                "density": density(words, {section_id: ids}),
                "years": by_year(words.cards(reversed(ids)), words),
                "figures": publication.figures.cards(figures[:SECTION_FIGURES]),
                "more_figures": publication.figures.cards(figures[SECTION_FIGURES:]),
                "cite": panel_of(publication, "section", section_id),
                "changes": told_of(publication, "page", section_id),
                "more": words.count(max(0, len(figures) - SECTION_FIGURES), "figure"),
            },
        )
