"""Where each thing is read on the site; an address is made here and nowhere else.

An address is a path from the site's root, such as '/events/x/'. In HTML it is marked by a
character that no content can hold, so that it is known again with certainty, whatever a text says:
an engine puts the way to the root in the mark's place.
"""

from __future__ import annotations

from typing import Final

from markupsafe import Markup, escape

WAY_TO_ROOT: Final = "\ufdd0"
"""Stands for the way from a page to the site's root. No file of content may hold it (E104)."""

SITE: Final = "\ufdd1"
"""Stands for the site's whole address, 'https://host/path', where that is to be read."""


class Address(str):
    """A path from the site's root; begins with '/'."""

    __slots__ = ()

    def __html__(self) -> Markup:
        """Write it as an attribute's value, marked."""
        return Markup(f"{WAY_TO_ROOT}{escape(str(self[1:]))}")  # noqa: S704 - escaped

    @property
    def whole(self) -> str:
        """The same with the site's own address before it, to be read by people and machines."""
        return f"{SITE}{self}"


HOME: Final = Address("/")


def page(name: str) -> Address:
    """Give the address of a page of which there is one: 'timeline'."""
    return Address(f"/{name}/")


def section(section_id: str) -> Address:
    """Give the address of a section's page."""
    return page(section_id)


def section_events(section_id: str) -> Address:
    """Give the address of the timeline with one section's events."""
    return Address(f"/timeline/?section={section_id}")


def event(event_id: str) -> Address:
    """Give the address of an event's page."""
    return Address(f"/events/{event_id}/")


def actor(actor_id: str) -> Address:
    """Give the address of an actor's page."""
    return Address(f"/actors/{actor_id}/")


def figure(figure_id: str) -> Address:
    """Give the address of a figure's page."""
    return Address(f"/figures/{figure_id}/")


def figure_file(figure_id: str, ending: str) -> Address:
    """Give the address of a file that can be taken from a figure's page: of its picture, table."""
    return Address(f"/figures/{figure_id}/{figure_id}.{ending}")


def card(kind: str, record_id: str, *, square: bool = False) -> Address:
    """Give the address of the picture that a record is shared with; the id of home is empty."""
    name = f"{record_id or 'home'}{'-square' if square else ''}"
    return Address(f"/assets/cards/{kind}/{name}.png")


def file_beside(page: Address, name: str, ending: str) -> Address:
    """Give the address of a file that can be taken from a page and lies beside it."""
    return Address(f"{page}{name}.{ending}")


def version(text_hash: str) -> Address:
    """Give the address of one text of a record, as it was published: it never means another."""
    return Address(f"/v/{text_hash}/")


def embed(kind: str, name: str = "") -> Address:
    """Give the address of what stands in pages of others: 'event' and an id, 'map' alone, 'v'."""
    return Address(f"/embed/{kind}/{name}/" if name else f"/embed/{kind}/")


def place(place_id: str) -> Address:
    """Give the address of a place's entry."""
    return Address(f"/places/#{place_id}")


def publisher(publisher_id: str) -> Address:
    """Give the address of a publisher's entry among the sources."""
    return Address(f"/sources/#{publisher_id}")


def term(term_id: str) -> Address:
    """Give the address of a term's entry in the glossary."""
    return Address(f"/glossary/#{term_id}")


def question(number: int) -> Address:
    """Give the address of a question's answer; the first is 1."""
    return Address(f"/questions/#q{number}")


def change(page_name: str, change_id: str) -> Address:
    """Give the address of a change's entry on a page: corrections, or changes of every kind."""
    return Address(f"/{page_name}/#{change_id}")


def feed(path: str, ending: str) -> Address:
    """Give the address of a feed by its path, such as 'sections/money', in one of its formats."""
    return Address(f"/feeds/{path}.{ending}")


def relative(html: str, depth: int) -> str:
    """Turn marked addresses into ones seen from `depth` folders below the site's root."""
    way = "../" * depth
    return (html if way else html.replace(f'{WAY_TO_ROOT}"', './"')).replace(WAY_TO_ROOT, way)


def published(text: str, site_url: str) -> str:
    """Write the site's whole address where a text asks for it."""
    return text.replace(SITE, site_url.rstrip("/"))
