"""The newsroom's own picture on a record's page, in words and addresses."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from explainer.content.library import Library
from explainer.content.model import Image
from explainer.site.addresses import Address
from explainer.site.media_copies import copies
from explainer.site.views.page_view import PageView
from explainer.site.views.wording import Wording


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as a page shows it; sizes are in pixels."""

    alt: str
    credit: str
    licence: str | None
    caption: Markup | None
    sources: tuple[tuple[Address, int], ...]
    """Copies in WebP, each with its width, the smallest first."""
    fallback: Address
    width: int
    height: int


def photo(view: PageView, words: Wording) -> Photo | None:
    """Find the picture of the record that a page is about."""
    image = _image(words.library, view.record)
    if image is None:
        return None
    several, fallback = copies(image.file, words.library.media[image.file])
    return Photo(
        image.alt,
        image.credit,
        image.licence,
        words.inline(image.caption),
        tuple((Address(f"/{each.path}"), each.width) for each in several),
        Address(f"/{fallback.path}"),
        fallback.width,
        fallback.height,
    )


def _image(library: Library, record: tuple[str, str] | None) -> Image | None:
    match record:
        case ("event", event_id) if event_id and library.events[event_id].publish == "live":
            return library.events[event_id].image
        case ("actor", actor_id) if actor_id:
            return library.actors[actor_id].image
        case ("section", section_id) if section_id:
            return library.sections[section_id].image
        case ("site", _):
            return library.site.image
    return None
