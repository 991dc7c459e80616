"""Links from a text to a page of the same site, written from its root: /places/, /actors/ID/."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from explainer.content.reserved import RESERVED_ADDRESSES
from explainer.messages import Message, say
from explainer.messages.problems import did_you_mean, nearest, quoted

LISTED_PAGES = RESERVED_ADDRESSES - {"assets", "events", "radar"}
"""Pages of every site that a text may lead to, by the names in their addresses."""
LINKED_FILES = frozenset({"licences.txt"})
"""Files of every site that its handwritten pages may lead to."""
PAGES_BY_KIND = {"actors": "actor", "figures": "figure", "events": "event"}
"""The first part of an address -> the kind of record that has pages there."""
_ADDRESS = re.compile(r"/(?:([a-z0-9-]+)/(?:([a-z0-9-]+)/)?)?")
_NEARLY = re.compile(r"/([a-z0-9-]+)(?:/([a-z0-9-]+))?/?(?:index\.html)?(?:[#?].*)?")


def inner_link_fault(address: str, known: Mapping[str, Collection[str]]) -> Message | None:
    """Say why an address leads to no page; `known` has the ids of each kind of record."""
    found = _ADDRESS.fullmatch(address)
    first, record_id = found.groups() if found else ("", "")
    if first == "events" and record_id and record_id in known.get("event", ()):
        return say("E502.event", what=quoted(address), right=f"event:{record_id}")
    if found and _leads(first, record_id, known):
        return None
    return say("E502.page", what=quoted(address), expected=_expected(address, known))


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


def is_inner(address: str) -> bool:
    """Tell whether an address is written from the site's root."""
    return address.startswith("/") and not address.startswith("//")
