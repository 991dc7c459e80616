"""Look at what was made before anybody publishes it: every link within the site leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, urlsplit

from explainer.output import Output, Page

HREF = re.compile(r'\bhref="([^"]*)"')
ID = re.compile(r'\bid="([^"]*)"')


class BrokenOutputError(Exception):
    """The pages do not fit together; a mistake of ours or of a template."""


def verify(output: Output) -> None:
    """Check paths, ids and links. Raises BrokenOutputError with a line for each fault."""
    faults = [*_twice(output), *_lost(output)]
    if faults:
        raise BrokenOutputError("\n".join(faults))


def _twice(output: Output) -> Iterator[str]:
    paths = [page.path for page in output.pages] + [file.path for file in output.files]
    for path in sorted({path for path in paths if paths.count(path) > 1}):
        yield f"{path}: two pages have this path"
    for page in output.pages:
        ids = ID.findall(page.body)
        if len(ids) != len(set(ids)):
            again = min(i for i in ids if ids.count(i) > 1)
            yield f"{page.path}: the id '{again}' stands twice"


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
    target = unquote(parts.path) or page.address
    if target in files:
        return True
    return target in anchors and (not parts.fragment or parts.fragment in anchors[target])
