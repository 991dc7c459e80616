"""Feeds in Atom and as JSON: what is new comes to whoever subscribed, and so does its correction.

`entries` words what a feed holds, `archives` parts it into what is current and what is kept,
`atom` and `json_feed` write it.
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.site.feeds import atom, json_feed
from explainer.site.feeds.archives import parted
from explainer.site.feeds.entries import FeedWords
from explainer.site.output import File
from explainer.site.views.publication import Publication
from explainer.site.views.subscriptions import feeds


def files(publication: Publication) -> Iterator[File]:
    """Make every feed with its archives."""
    words = FeedWords(publication)
    for feed in feeds(publication):
        current, archives = parted(words.entries(feed))
        yield atom.current(feed, current, len(archives), words)
        yield json_feed.current(feed, current, len(archives), words)
        for number, entries in enumerate(archives, 1):
            yield atom.archive(feed, entries, number, words)
            yield json_feed.archive(feed, entries, number, words)
