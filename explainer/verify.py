"""Look at what was made before anybody publishes it: every link within the site leads somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, urlsplit

from explainer.output import Output, Page

HREF = re.compile(r'\bhref="([^"]*)"')
ID = re.compile(r'\bid="([^"]*)"')


class BrokenOutput(Exception):
    """The pages do not fit together; a mistake of ours or of a template."""


def verify(output: Output) -> None:
    """Check paths, ids and links. Raises BrokenOutput with a line for each fault."""
    faults = [*_twice(output), *_lost(output)]
    if faults:
        raise BrokenOutput("\n".join(faults))


def _twice(output: Output) -> Iterator[str]:
    paths = [page.path for page in output.pages] + [file.path for file in output.files]
    for path in sorted({path for path in paths if paths.count(path) > 1}):
        yield f"{path}: two pages have this path"
    for page in output.pages:
        ids = ID.findall(page.body)
        if len(ids) != len(set(ids)):
            yield f"{page.path}: an id stands twice: {sorted(i for i in ids if ids.count(i) > 1)[0]}"


def _lost(output: Output) -> Iterator[str]:
    anchors = {page.address: set(ID.findall(page.body)) for page in output.pages}
    files = {f"/{file.path}" for file in output.files}
    for page in output.pages:
        if page.meta.get("handwritten"):
            continue
        for href in set(HREF.findall(page.body)):
            if not _leads_somewhere(unescape(href), page, anchors, files):
                yield f"{page.path}: link to nowhere: {href}"


def _leads_somewhere(
    href: str, page: Page, anchors: dict[str, set[str]], files: set[str]
) -> bool:
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return True
    target = posixpath.normpath(posixpath.join(page.address, unquote(parts.path)))
    target = "/" if target in ("/", ".") else target
    if parts.path.endswith("/") and target != "/":
        target += "/"
    if not parts.path:
        target = page.address
    if target in files:
        return True
    return target in anchors and (not parts.fragment or parts.fragment in anchors[target])
