"""Links from a text to a page of the same site, or a place on it: /places/, /places/#ID."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from explainer.content.former_ids import FormerIds
from explainer.content.model import Event, Record, Section, Site
from explainer.content.prose_links import HEADING_MARK, heading_title
from explainer.content.reserved import RESERVED_ADDRESSES
from explainer.messages import Message, say
from explainer.messages.problems import did_you_mean, nearest, quoted

LISTED_PAGES = RESERVED_ADDRESSES - {"assets", "embed", "events", "radar", "v"}
"""Pages of every site that a text may lead to, by the names in their addresses."""
LINKED_FILES = frozenset({"licences.txt"})
"""Files of every site that its handwritten pages may lead to."""
PAGES_BY_KIND = {"actors": "actor", "figures": "figure", "events": "event"}
"""The first part of an address -> the kind of record that has pages there."""
_ADDRESS = re.compile(r"/(?:([a-z0-9-]+)/(?:([a-z0-9-]+)/)?)?")
_NEARLY = re.compile(r"/([a-z0-9-]+)(?:/([a-z0-9-]+))?/?(?:index\.html)?(?:[#?].*)?")


Anchors = Mapping[str, Collection[str]]
"""The address of a page -> the ids of the places on it that a text may lead to."""


def inner_link_fault(
    address: str,
    known: Mapping[str, Collection[str]],
    former: FormerIds,
    anchors: Anchors | None,
    typed: str = "",
) -> Message | None:
    """Say why an address leads to no page, or to no place on it.

    `known` has the ids of each kind of record; without `anchors` places are not judged. `typed` is
    what stands in the text, where that is another.
    """
    page, mark, anchor = address.partition("#")
    found = _ADDRESS.fullmatch(page)
    first, record_id = found.groups() if found else ("", "")
    if right := _address_now(first, record_id, former):
        return say("E502.was", what=quoted(address), right=right)
    is_event = first == "events" and bool(record_id) and record_id in known.get("event", ())
    if is_event and not mark:
        return say("E502.event", what=quoted(address), right=f"event:{record_id}")
    if not (is_event or (found and _leads(first, record_id, known))):
        return say("E502.page", what=quoted(address), expected=_expected(address, known))
    if not mark or anchors is None or anchor in anchors.get(page, ()):
        return None
    near = nearest(anchor, anchors.get(page, ()))
    alone = say("or-the-page", word=f"event:{record_id}" if is_event else page)
    expected = say("mean", word=f"{page}#{near}") if near else alone
    return say("E502.anchor", what=quoted(typed or address), expected=expected)


def page_anchors(
    known: Mapping[str, Collection[str]], records: Mapping[str, Mapping[str, Record]], site: Site
) -> Anchors:
    """List the places on the pages that a text may lead to, where all records are sound."""
    listed = {"places": "place", "sources": "publisher", "glossary": "term"}
    return {
        **{f"/{page}/": known.get(kind, ()) for page, kind in listed.items()},
        "/questions/": [f"q{number}" for number, _ in enumerate(site.questions, 1)],
        **{f"/{i}/": _subheads(each) for i, each in records.get("section", {}).items()},
        **{f"/events/{i}/": _parts(each) for i, each in records.get("event", {}).items()},
    }


def _subheads(section: Record) -> list[str]:
    text = section.body or "" if isinstance(section, Section) else ""
    heads = [each for each in HEADING_MARK.finditer(text) if heading_title(each)]
    return [f"h-{number}" for number, _ in enumerate(heads, 1)]


def _parts(event: Record) -> list[str]:
    """List the parts of an event's page that each such page has."""
    is_listed = isinstance(event, Event) and event.publish == "live"
    claims = ["claims"] if isinstance(event, Event) and event.claims else []
    return [*claims, "sources"] if is_listed else []


def _address_now(first: str | None, record_id: str | None, former: FormerIds) -> str:
    """Find what to write for the address of a record that was called otherwise; empty for none."""
    if record_id is None:
        now = former.now("section", first or "")
        return f"/{now}/" if now else ""
    kind = PAGES_BY_KIND.get(first or "", "")
    now = former.now(kind, record_id)
    return (f"event:{now}" if kind == "event" else f"/{first}/{now}/") if now else ""


def _leads(first: str | None, record_id: str | None, known: Mapping[str, Collection[str]]) -> bool:
    if record_id is None:
        return first is None or first in LISTED_PAGES or first in known.get("section", ())
    kind = PAGES_BY_KIND.get(first or "")
    return kind in ("actor", "figure") and record_id in known.get(str(kind), ())


def _expected(address: str, known: Mapping[str, Collection[str]]) -> Message | str:
    """Name the page that was meant, as nearly as can be told."""
    found = _NEARLY.fullmatch(address)
    first, record_id = found.groups() if found else (None, None)
    kind = PAGES_BY_KIND.get(first or "")
    if kind and record_id:
        near = nearest(record_id, known.get(kind, ()))
        right = f"event:{near}" if kind == "event" else f"/{first}/{near}/"
        return say("mean", word=right) if near else say("known", kind=say(kind), some="")
    pages = {f"/{each}/" for each in (*LISTED_PAGES, *known.get("section", ()))}
    return did_you_mean(f"/{first}/" if first else address, sorted(pages)) or say(
        "one-such", word="/timeline/"
    )


_OWN_PAGES = {
    "actor": "/actors/{id}/", "figure": "/figures/{id}/", "event": "/events/{id}/",
    "section": "/{id}/", "place": "/places/", "publisher": "/sources/", "term": "/glossary/",
}  # fmt: skip


def own_page(kind: str, record_id: str) -> str:
    """Give the address of the page on which a record's own texts are read."""
    return _OWN_PAGES.get(kind, "/").format(id=record_id)


def is_inner(address: str) -> bool:
    """Tell whether an address is written from the site's root."""
    return address.startswith("/") and not address.startswith("//")
