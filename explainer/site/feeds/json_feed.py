"""A feed as JSON (version 1.1), with pages that follow in place of archives."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from explainer.arabic.isolate import isolate_plain
from explainer.site.addresses import HOME, Address
from explainer.site.feeds.atom import DAWN
from explainer.site.feeds.entries import FeedEntry, FeedWords
from explainer.site.output import File
from explainer.site.views.subscriptions import Feed

VERSION = "https://jsonfeed.org/version/1.1"
JSON_FEED_TYPE = "application/feed+json"
OWN_NAME = "_explainer"
"""Under this name stands what only we have: status, speakers, changes. Readers pass it over."""


def current(feed: Feed, entries: Sequence[FeedEntry], archives: int, words: FeedWords) -> File:
    """Write what a feed holds now."""
    return _file(feed.json, feed, entries, archives, words)


def archive(feed: Feed, entries: Sequence[FeedEntry], number: int, words: FeedWords) -> File:
    """Write an older page; the oldest has number 1."""
    return _file(archived(feed, number), feed, entries, number - 1, words)


def archived(feed: Feed, number: int) -> Address:
    """Give the address of an older page of a feed."""
    return Address(f"/feeds/{feed.path}/{number}.json")


def _file(
    address: Address, feed: Feed, entries: Sequence[FeedEntry], older: int, words: FeedWords
) -> File:
    publication = words.publication
    data: dict[str, Any] = {
        "version": VERSION,
        "title": isolate_plain(f"{publication.title}: {feed.title}"),
        "home_page_url": feed.page.whole,
        "feed_url": address.whole,
        "language": "ar",
        "authors": [{"name": words.author, "url": HOME.whole}],
    }
    if older:
        data["next_url"] = archived(feed, older).whole
    head = json.dumps(data, ensure_ascii=False)[:-1]
    items = ",\n".join(item(each) for each in entries)
    text = f'{head}, "items": [\n{items}\n]}}\n'
    return File(address.lstrip("/"), text.encode(), has_addresses=True)


@lru_cache(maxsize=4096)
def item(each: FeedEntry) -> str:
    """Write an item, once for all feeds that hold it."""
    data: dict[str, Any] = {
        "id": each.id,
        "url": each.id,
        "title": isolate_plain(each.title),
        "content_html": f'<div lang="ar" dir="rtl">{each.content}</div>',
        "summary": each.summary,
        **({"date_published": f"{each.published}{DAWN}"} if each.published else {}),
        "date_modified": f"{each.updated}{DAWN}",
        "tags": [*(title for _, title in each.sections), *filter(None, each.status[1:])],
        OWN_NAME: _own(each),
    }
    return json.dumps(data, ensure_ascii=False)


def _own(each: FeedEntry) -> dict[str, Any]:
    changes = [
        {name: getattr(told, name) for name in ("day", "type", "was", "now", "why")}
        for told in each.changes
    ]
    return {
        **({"status": each.status[0]} if each.status[0] else {}),
        **({"said_by": list(each.said_by)} if each.said_by else {}),
        **({"changes": [{k: v for k, v in c.items() if v} for c in changes]} if changes else {}),
    }
