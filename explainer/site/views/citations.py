"""What is known of each record's newest text, and of the whole explainer, to cite it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from explainer.site import addresses, cite_page
from explainer.site.addresses import Address
from explainer.site.cite_formats import FORMATS, Cited
from explainer.site.cite_page import Citation
from explainer.site.versions.told_texts import RecordKey
from explainer.site.versions.version_history import Version, VersionDay
from explainer.site.views.publication import Publication
from explainer.site.views.wording import WITHDRAWN_TITLE, Link, Wording

WHOLE = "explainer"
"""The key by which the whole explainer is cited."""


@dataclass(frozen=True, slots=True)
class CitePanel:
    """All that a page offers to whoever cites it."""

    citations: tuple[Citation, ...]
    files: tuple[tuple[str, Address], ...]
    """The same for reference managers: the name of the format, and where its file is."""
    permanent: Address | None = None
    """Where the text stands as it is now, whatever becomes of the page; None for a whole site."""
    earlier: tuple[Link, ...] = ()
    """The texts before it, the latest first."""


def panel_of(publication: Publication, kind: str, record_id: str) -> CitePanel | None:
    """Offer what readers are told of a record now; None where that is nothing."""
    key = RecordKey(kind, record_id)
    newest, cited = publication.versions.newest(key), cited_record(publication, key)
    if newest is None or cited is None:
        return None
    earlier = reversed(publication.versions.of(key)[:-1])
    links = tuple(Link(day_words(each.day, publication.words), each.address) for each in earlier)
    files = _files(page_of(key), record_id)
    return CitePanel(cite_page.styles(cited), files, newest.address, links)


def panel_of_whole(publication: Publication) -> CitePanel:
    """Offer the whole explainer."""
    files = _files(addresses.page("data"), WHOLE)
    return CitePanel(cite_page.styles(cited_whole(publication)), files)


def citable(publication: Publication) -> Iterator[tuple[Address, Cited]]:
    """List all that can be cited, each with the page on which it is read.

    What was withdrawn is among it, so that its files say so to whoever comes for them again.
    """
    yield addresses.page("data"), cited_whole(publication)
    for key in publication.versions.keys:
        if cited := cited_record(publication, key):
            yield page_of(key), cited
    for event_id, event in publication.library.events.items():
        if event.publish == "withdrawn":
            yield addresses.event(event_id), _cited_withdrawn(event_id, publication)


def page_of(key: RecordKey) -> Address:
    """Give the page on which a record stands."""
    to: Mapping[str, Callable[[str], Address]] = {
        "event": addresses.event,
        "figure": addresses.figure,
        "section": addresses.section,
    }
    return to[key.kind](key.id)


def _files(page: Address, name: str) -> tuple[tuple[str, Address], ...]:
    return tuple(
        (label, addresses.file_beside(page, name, ending)) for ending, (label, _) in FORMATS.items()
    )


def cited_version(version: Version, title: str, words: Wording) -> Cited:
    """Tell what is known of one text of a record."""
    return _cited(version.key.id, title, version.address.whole, version.day, words)


def cited_record(publication: Publication, key: RecordKey) -> Cited | None:
    """Tell what is known of what readers are told of a record now; None where it is nothing."""
    version = publication.versions.newest(key)
    if version is None or version.text is None:
        return None
    return cited_version(version, str(version.text["title"]), publication.words)


def _cited_withdrawn(event_id: str, publication: Publication) -> Cited:
    day = VersionDay(publication.library.site.as_of.text, is_of_data=True)
    address = addresses.event(event_id).whole
    return _cited(event_id, WITHDRAWN_TITLE, address, day, publication.words)


def cited_whole(publication: Publication) -> Cited:
    """Tell what is known of the explainer, which has one address whatever changes in it."""
    site = publication.library.site
    day = VersionDay(site.as_of.text, is_of_data=True)
    return _cited(WHOLE, site.title, addresses.HOME.whole, day, publication.words)


def day_words(day: VersionDay, words: Wording) -> str:
    """Word the day of a text: نسخة 1 آب/أغسطس 2021، بيانات حتى 2021."""
    label = words.label(day.edtf)
    return f"بيانات حتى {label}" if day.is_of_data else f"نسخة {label}"


def _cited(key: str, title: str, address: str, day: VersionDay, words: Wording) -> Cited:
    site = words.library.site
    author = site.newsroom.name if site.newsroom else site.title
    known = "" if day.is_of_data else day.edtf
    return Cited(key, site.title, author, title, address, day_words(day, words), known)
