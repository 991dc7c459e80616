"""The places, each with its events."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.arabic import cldr
from explainer.site import addresses
from explainer.site.views import atlas
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication


def pages(publication: Publication) -> Iterator[PageView]:
    """Make the one page."""
    library, words = publication.library, publication.words
    by_place = library.events_by("places")
    ids = sorted(library.places, key=lambda i: (-len(by_place.get(i, [])), i))
    yield PageView(
        kind="places",
        address=addresses.page("places"),
        record=("place", ""),
        title="الأماكن",
        description=f"{words.count(len(ids), 'place')} جرت فيها أحداث هذا الملف.",
        data={
            "count": words.count(len(ids), "place"),
            "maps": atlas.story_maps(publication),
            "places": [
                {
                    "id": place_id,
                    "was": library.places[place_id].was,
                    "name": library.places[place_id].name.ar,
                    "names": library.places[place_id].name.others(),
                    "country": cldr.country(country)
                    if (country := library.places[place_id].country)
                    else "",
                    "count": words.count(len(by_place.get(place_id, [])), "event"),
                    "events": words.cards(reversed(by_place.get(place_id, []))),
                }
                for place_id in ids
            ],
        },
    )
