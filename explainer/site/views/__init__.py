"""Every kind of page that is made from data, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.site.views import (
    actors,
    changes,
    corrections,
    data,
    disputed,
    event,
    figures,
    glossary,
    home,
    places,
    reader_questions,
    search_page,
    section,
    sources,
    subscriptions,
    timeline,
)
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication

View = Callable[[Publication], Iterator[PageView]]

VIEWS: tuple[View, ...] = (
    home.pages,
    reader_questions.pages,
    section.pages,
    timeline.pages,
    event.pages,
    actors.pages,
    places.pages,
    figures.pages,
    disputed.pages,
    sources.pages,
    glossary.pages,
    changes.pages,
    corrections.pages,
    subscriptions.pages,
    data.pages,
    search_page.pages,
)
