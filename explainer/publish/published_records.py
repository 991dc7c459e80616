"""Which records the last publication had, by the addresses that it gave them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from explainer.content.inner_links import PAGES_BY_KIND
from explainer.content.model import ID
from explainer.content.reserved import RESERVED_ADDRESSES
from explainer.publish.last_site import LastSite
from explainer.publish.target import NotPublishedError
from explainer.site.moved import FILE_OF_RECORD

PublishedRecord = tuple[str, str]
"""A kind of record and its id."""

LEADS_ON = re.compile(rb'<meta http-equiv="refresh" content="0; url=[^">]*?([a-z0-9-]+)/">')
"""What stands in a page that only leads to another, and the id that it leads to."""
DATA = "data/explainer.json"
"""The file that has all records of a site."""
ANCHORED = {
    "places": ("places", "place"),
    "publishers": ("sources", "publisher"),
    "glossary": ("glossary", "term"),
}
"""Name in the data -> the page on which each record has its anchor, and its kind."""
_KINDS_ANCHORED = dict(ANCHORED.values())


def record_of(address: str) -> PublishedRecord | None:
    """Tell whose a page's file, or an anchor such as 'places/#x', is; None where it is nobody's."""
    match address.split("/"):
        case [folder, record_id, "index.html"] if folder in PAGES_BY_KIND:
            return PAGES_BY_KIND[folder], record_id
        case [section, "index.html"] if section not in RESERVED_ADDRESSES:
            return "section", section
        case [page, anchor] if page in _KINDS_ANCHORED and anchor.startswith("#"):
            return _KINDS_ANCHORED[page], anchor[1:]
    return None


def owner_of(path: str) -> PublishedRecord | None:
    """Tell to whose page a file belongs, the page's own file too; None where to nobody's.

    It lies elsewhere under the record's id, or beside the page.
    """
    if found := FILE_OF_RECORD.fullmatch(path):
        return found["kind"], found["id"]
    folder = path.rpartition("/")[0]
    return record_of(path) or (record_of(f"{folder}/index.html") if folder else None)


def anchors(data: bytes) -> Iterator[str]:
    """List the anchors of records that have no page, former ones too, by a site's data."""
    try:
        kinds = json.loads(data)
    except ValueError:
        return
    for name, (page, _) in ANCHORED.items():
        for record_id, fields in kinds.get(name, {}).items():
            for each in (record_id, *fields.get("was", ())):
                if ID.fullmatch(each):
                    yield f"{page}/#{each}"


def anchors_of(last: LastSite) -> list[str]:
    """List those of the last publication; none where its data are not to be had."""
    try:
        return list(anchors(last.read(DATA))) if DATA in last.hashes else []
    except NotPublishedError:
        return []


def leads_to(path: str, last: LastSite) -> str:
    """Give the id of the record that a page of the last site only leads to; empty for others."""
    if not path.endswith("/index.html"):
        return ""
    try:
        found = LEADS_ON.search(last.read(path))
    except NotPublishedError:
        return ""
    return found[1].decode() if found else ""
