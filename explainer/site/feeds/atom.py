"""A feed in Atom (RFC 4287), with its archives (RFC 5005).

Texts are XHTML, so that links can be followed where a browser shows the file with a stylesheet;
no script and no XSLT is needed, which browsers are giving up. The files end in .xml: served as
application/xml or text/xml they are shown so, as application/atom+xml only as source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from explainer.arabic.isolate import isolate_plain
from explainer.site.addresses import HOME, Address
from explainer.site.feeds.entries import FeedEntry, FeedWords
from explainer.site.output import File
from explainer.site.stylesheet import PATH as STYLES
from explainer.site.views.subscriptions import Feed

ATOM_TYPE = "application/atom+xml"
XHTML = "http://www.w3.org/1999/xhtml"
DAWN = "T00:00:00Z"
"""What follows a day where a time is wanted: it begins at UTC."""
DEGREES = Address("/method/")
"""The scheme of the categories that say how sure an event is."""


def current(feed: Feed, entries: Sequence[FeedEntry], archives: int, words: FeedWords) -> File:
    """Write what a feed holds now; where nothing is kept beside it, it says that it is complete."""
    kept = [_link("prev-archive", archived(feed, archives))] if archives else ["<fh:complete/>"]
    return _file(feed.atom, feed, entries, kept, words)


def archive(feed: Feed, entries: Sequence[FeedEntry], number: int, words: FeedWords) -> File:
    """Write an archive; the first has number 1."""
    links = ["<fh:archive/>", _link("current", feed.atom)]
    if number > 1:
        links.append(_link("prev-archive", archived(feed, number - 1)))
    return _file(archived(feed, number), feed, entries, links, words)


def archived(feed: Feed, number: int) -> Address:
    """Give the address of an archive of a feed."""
    return Address(f"/feeds/{feed.path}/{number}.xml")


def _file(
    address: Address,
    feed: Feed,
    entries: Sequence[FeedEntry],
    links: Iterable[str],
    words: FeedWords,
) -> File:
    lines = [*_head(address, feed, entries, links, words), *map(entry, entries)]
    text = "\n".join([*lines, "</feed>", ""])
    return File(address.lstrip("/"), text.encode(), has_addresses=True)


def _head(
    address: Address,
    feed: Feed,
    entries: Sequence[FeedEntry],
    links: Iterable[str],
    words: FeedWords,
) -> Iterator[str]:
    """Say what the feed is, where it stands and what it is of."""
    publication = words.publication
    styles = "../" * (address.count("/") - 1) + STYLES
    licence = publication.library.site.licence
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<?xml-stylesheet type="text/css" href="{styles}"?>'
    yield (
        '<feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="ar">'
    )
    yield f"<id>{escape(feed.atom.whole)}</id>"
    yield _text("title", f"{publication.title}: {feed.title}")
    yield xhtml("subtitle", _explained(feed))
    yield f"<updated>{max((e.updated for e in entries), default=words.day)}{DAWN}</updated>"
    yield f"<author>{_text('name', words.author)}<uri>{escape(HOME.whole)}</uri></author>"
    yield _link("self", address)
    yield _link("alternate", feed.page, "text/html")
    yield from links
    if licence:
        yield _text("rights", licence)


def _explained(feed: Feed) -> str:
    """Tell a person who opens the file what it is, with a link that can be followed."""
    page, feeds = escape(feed.page.whole), escape(Address("/feeds/").whole)
    return (
        "<p>هذا موجز. انسخ عنوانه من شريط العنوان وأضفه في قارئ الموجزات لديك ليصلك الجديد. "
        f'<a href="{page}">الصفحة على الموقع</a>، <a href="{feeds}">كل الموجزات</a></p>'
    )


@lru_cache(maxsize=4096)
def entry(each: FeedEntry) -> str:
    """Write an entry, once for all feeds that hold it."""
    lines = [
        f"<id>{escape(each.id)}</id>",
        _text("title", each.title),
        f'<link rel="alternate" type="text/html" href={quoteattr(each.id)}/>',
        *([f"<published>{each.published}{DAWN}</published>"] if each.published else []),
        f"<updated>{each.updated}{DAWN}</updated>",
        *_categories(each),
        _text("summary", each.summary),
        xhtml("content", each.content),
    ]
    return "\n".join(["<entry>", *lines, "</entry>"])


def _categories(each: FeedEntry) -> Iterator[str]:
    for section_id, title in each.sections:
        yield f"<category term={quoteattr(section_id)} label={quoteattr(title)}/>"
    if each.status[0]:
        scheme = quoteattr(DEGREES.whole)
        code, word = map(quoteattr, each.status)
        yield f"<category term={code} scheme={scheme} label={word}/>"


def _link(relation: str, address: Address, kind: str = ATOM_TYPE) -> str:
    return f'<link rel="{relation}" type="{kind}" href={quoteattr(address.whole)}/>'


def _text(name: str, text: str) -> str:
    return f"<{name}>{escape(isolate_plain(text))}</{name}>"


def xhtml(name: str, content: str) -> str:
    """Write a text of Atom that is XHTML."""
    return f'<{name} type="xhtml"><div xmlns="{XHTML}" dir="rtl">{content}</div></{name}>'
