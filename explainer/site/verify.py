"""Look at what was made before anybody publishes it: links lead somewhere, letters have glyphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from explainer.site import typeface
from explainer.site.addresses import SITE, WAY_TO_ROOT, Address
from explainer.site.output import Output, Page
from explainer.system.errors import ExplainerError

HREF = re.compile(rf' (?:href|src)="([{WAY_TO_ROOT}#][^"]*)"')
"""An address within the site, in a tag: whatever a text says is none."""
LEADS_ELSEWHERE = ("use ", "script ")
"""A shape that is used stands in the frame, a script in docs/."""
WHOLE_ADDRESS = re.compile(rf'="{SITE}(/[^"]*)"')
"""A whole address of the site in a tag."""
QUERY = re.compile(r"\?[^#]*")
"""What a page is asked for: it leads where the page is."""
ID_ATTRIBUTE = re.compile(r' id="([^"]*)"')
TAG_NAME = re.compile(r"[a-z]")


IdCounts = dict[Address, Counter[str]]


class BrokenOutputError(ExplainerError):
    """The pages do not fit together; a mistake of ours or of a template."""


def verify(output: Output) -> None:
    """Check paths, ids and links. Raises BrokenOutputError with a line for each fault."""
    ids = {page.address: Counter(_in_tags(ID_ATTRIBUTE, page.body)) for page in output.pages}
    faults = [
        *_repeated_addresses(output, ids),
        *_broken_links(output, ids),
        *_without_glyph(output),
    ]
    if faults:
        raise BrokenOutputError("\n".join(faults))


def _repeated_addresses(output: Output, ids: IdCounts) -> Iterator[str]:
    paths = Counter([page.address.strip("/") for page in output.pages])
    paths += Counter(file.path for file in output.files)
    for path, number in paths.items():
        if number > 1:
            yield f"/{path}: {number} pages or files have this address"
    for path, names in ids.items():
        for name, number in names.items():
            if number > 1:
                yield f"{path}: the id '{name}' stands {number} times"


def _without_glyph(output: Output) -> Iterator[str]:
    for page in output.pages:
        for char in typeface.missing(page.body.replace(WAY_TO_ROOT, "").replace(SITE, "")):
            yield f"{page.address}: the typeface has no glyph for {char!r} (U+{ord(char):04X})"


def _broken_links(output: Output, ids: IdCounts) -> Iterator[str]:
    """Find addresses of the site that lead nowhere."""
    there = {page.address for page in output.pages} | {f"/{file.path}" for file in output.files}
    there |= {each.removesuffix("index.html") for each in there}
    there |= {f"{page.address}#{name}" for page in output.pages for name in ids[page.address]}
    for page in output.pages:
        for target in _targets(page):
            if QUERY.sub("", target) not in there:
                yield f"{page.address}: link to nowhere: {target}"


def _targets(page: Page) -> set[str]:
    """List where the links of a page lead within the site, and the addresses in its head."""
    found = {
        href.replace(WAY_TO_ROOT, "/") if href[0] == WAY_TO_ROOT else page.address + href
        for href in _in_tags(HREF, f"{page.body}\n{page.head}", LEADS_ELSEWHERE)
    }
    return {unescape(target) for target in found | set(WHOLE_ADDRESS.findall(page.head))}


def _in_tags(attribute: re.Pattern[str], html: str, passed: tuple[str, ...] = ()) -> Iterator[str]:
    """Give the values of an attribute in tags, but for those of some: to look back is quickest."""
    for found in attribute.finditer(html):
        at = html.rfind("<", 0, found.start()) + 1
        is_open = at and html.find(">", at, found.start()) < 0
        if is_open and TAG_NAME.match(html, at) and not (passed and html.startswith(passed, at)):
            yield found[1]
