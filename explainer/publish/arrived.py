"""See what an engine has written before it is published: all is there, links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from explainer.publish.target import NotPublishedError
from explainer.site.output import Output, Page

LINK_ATTRIBUTE = re.compile(
    r"<[a-z][^<>]*?\s(?:href|src)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I
)
ID_NAMED = re.compile(r"<[a-z][^<>]*?\sid=[\"']?([^\s\"'>]+)", re.I)


def look(output: Output, folder: Path) -> None:
    """See that every page and file arrived, and where pages written by hand lead.

    Links of the other pages are seen to before the engine has them. Raises NotPublishedError.
    """
    wanted = [page.address.lstrip("/") + "index.html" for page in output.pages]
    wanted += [file.path for file in output.files] + ["404.html", "sitemap.xml"]
    missing = [path for path in wanted if not (folder / path).is_file()]
    if missing:
        raise NotPublishedError(f"the engine wrote no {missing[0]}, nor {len(missing) - 1} more")
    lost = [line for page in output.pages for line in _lost(page, folder)]
    if lost:
        raise NotPublishedError("\n".join(lost))


def _lost(page: Page, folder: Path) -> Iterator[str]:
    """Find links of a page of docs/ that lead nowhere, those in HTML that no engine looks at."""
    if not page.meta.get("handwritten"):
        return
    html = _read(folder, page.address)
    for link in dict.fromkeys(unescape("".join(found)) for found in LINK_ATTRIBUTE.findall(html)):
        if not _leads(link, page.address, folder):
            yield f"docs/{page.address.strip('/')}.md: link to nowhere: '{link}'"


def _leads(link: str, address: str, folder: Path) -> bool:
    """Tell whether a link leads somewhere; from the host's root none does under every address."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    if parts.path.startswith("/"):
        return False
    target = unquote(urlsplit(urljoin(address, link)).path)
    if not (folder / _file(target)).is_file():
        return False
    name = unquote(parts.fragment)
    return name in ("", "top") or name in ID_NAMED.findall(_read(folder, target))


def _read(folder: Path, address: str) -> str:
    return (folder / _file(address)).read_text("utf-8")


def _file(address: str) -> str:
    return address.lstrip("/") + ("index.html" if address.endswith("/") else "")
