"""Every kind of page that is made from data, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.library import Library
from explainer.views import (
    actors,
    changes,
    data,
    disputed,
    event,
    figures,
    glossary,
    home,
    places,
    search,
    section,
    sources,
    timeline,
)
from explainer.views.page import PageView
from explainer.views.wording import Wording

View = Callable[[Library, Wording], Iterator[PageView]]

VIEWS: tuple[View, ...] = (
    home.pages,
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
    data.pages,
    search.pages,
)
