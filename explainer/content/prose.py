"""Prose that editors write: a narrow Markdown becomes safe HTML.

Known: emphasis, links, lists, paragraphs, and citations of events: `[text](event:ID)` links to an
event, `[@ID]` cites it by its date; in a narrative, `## ` begins a subhead. Everything else, HTML
above all, stays the text that it is.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring

import markdown
import nh3
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from explainer.arabic.isolate import isolate, spans
from explainer.content.prose_links import HEADING_MARK, WEB_LINK, heading_title
from explainer.content.web_addresses import as_network_writes

LIST_MARK = re.compile(r"^([0-9]*)([-+*.](?= ))")
PLAIN_TEXT = re.compile(r"[^*_\[\]<>&\\`\n]*")
PAIRS = (("[", "]"), ("(", ")"), ("“", "”"))
TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "bdi", "br", "h2"}
ATTRIBUTES = {"a": {"href", "class"}, "bdi": {"dir"}, "h2": {"id"}}

Cite = Callable[[str], tuple[str, str] | None]
"""Given an event id, or the path of a page of the site: (address, words for a citation), or None
where there is no page to link to."""


def inline(text: str, cite: Cite) -> Markup:
    """Turn one paragraph of prose into HTML without a paragraph around it."""
    text = " ".join(text.split())
    if PLAIN_TEXT.fullmatch(text):
        return isolate(text)
    html = _html(LIST_MARK.sub(r"\1\\\2", text), cite)
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))  # noqa: S704 - nh3 cleaned it


def block(text: str, cite: Cite) -> Markup:
    """Turn prose of several paragraphs and lists into HTML."""
    return Markup(_html(text.strip(), cite))  # noqa: S704 - nh3 cleaned it


def narrative(text: str, cite: Cite) -> Markup:
    """Turn prose with subheads into HTML; a subhead's id is its number in the text: h-1, h-2."""
    return Markup(_html(text.strip(), cite, subheads=True))  # noqa: S704 - nh3 cleaned it


def plain(text: str, cite: Cite) -> str:
    """Turn prose into plain words, for titles and descriptions; a subhead leaves its words."""
    if PLAIN_TEXT.fullmatch(text):
        return " ".join(text.split())
    text = HEADING_MARK.sub(lambda each: heading_title(each) or each[0], text)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", _html(text, cite))).split())


def sentences(text: str) -> tuple[str, str]:
    """Cut prose after its first sentence, never within a link, emphasis or quotation."""
    text = " ".join(text.split())
    for end in re.finditer(r"[.؟!](?= )", text):
        first = text[: end.end()]
        if all(first.count(a) == first.count(b) for a, b in PAIRS) and first.count("*") % 2 == 0:
            return first, text[end.end() + 1 :]
    return text, ""


_local = threading.local()


def _html(text: str, cite: Cite, *, subheads: bool = False) -> str:
    if not hasattr(_local, "converter"):
        _local.converter = _narrow()
    converter = _local.converter
    converter.cite = cite
    converter.subheads = subheads
    html = converter.reset().convert(text)
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https"}, link_rel=None
    )


def _narrow() -> Any:
    """Build a Markdown converter that knows only what the module's docstring lists."""
    converter: Any = markdown.Markdown(extensions=[_Narrow()])
    return converter


class _Narrow(Extension):
    """Takes away what is not wanted and adds citations and isolation."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        for name in ("html_block",):
            md.preprocessors.deregister(name)
        for name in ("code", "hashheader", "setextheader", "hr", "quote", "reference", "indent"):
            md.parser.blockprocessors.deregister(name, strict=False)
        for name in (
            "backtick", "reference", "image_link", "image_reference", "short_reference",
            "short_image_ref", "autolink", "automail", "html", "entity", "linebreak",
        ):  # fmt: skip
            md.inlinePatterns.deregister(name, strict=False)
        md.parser.blockprocessors.register(_Subhead(md), "subhead", 70)
        md.inlinePatterns.register(_Citation(r"\[@([a-z0-9-]+)\]", md), "citation", 185)
        md.treeprocessors.register(_Finish(md), "finish", -1)  # after all signs are text again


def _typed(text: str | None) -> str | None:
    """Let what looks like a character of HTML, such as &lt;, be read as it was typed."""
    return text and re.sub(r"&(?=#?\w+;)", "&amp;", text)


class _Subhead(BlockProcessor):
    """`## Words` on a line of its own, where the text is a narrative."""

    def __init__(self, md: Any) -> None:
        super().__init__(md.parser)
        self.md = md

    def test(self, parent: Element, block: str) -> bool:
        """Take a block that begins with a subhead or has one; none stands in a list."""
        at_top = parent.tag == "div"
        return bool(self.md.subheads and at_top and _subhead(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the subhead, with its number for an id; what stands around it is for others."""
        block = blocks.pop(0)
        found = _subhead(block)
        assert found  # noqa: S101 - test has looked
        if before := block[: found.start()].strip():
            self.parser.parseBlocks(parent, [before])
        number = 1 + len(parent.findall("h2"))
        head = SubElement(parent, "h2", {"id": f"h-{number}"})
        head.text = heading_title(found)
        if after := block[found.end() :].lstrip("\n"):
            blocks.insert(0, after)


def _subhead(block: str) -> re.Match[str] | None:
    found = HEADING_MARK.finditer(block)
    return next((each for each in found if each[1] == "##" and heading_title(each)), None)


class _Citation(InlineProcessor):
    """`[@ID]`: the event's date in brackets, linked to the event."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str, int, int]:  # type: ignore[override]  # noqa: N802, ARG002
        md: Any = self.md
        target = md.cite(m[1])
        if target is None:
            return "", m.start(0), m.end(0)
        element = Element("a", {"href": target[0], "class": "cite"})
        element.text = f"({target[1]})"
        return element, m.start(0), m.end(0)


class _Finish(Treeprocessor):
    """Gives cited events their addresses, and every left-to-right run its direction."""

    def run(self, root: Element) -> None:
        self._links(root)
        self._isolate(root)
        for element in root.iter():
            element.text, element.tail = _typed(element.text), _typed(element.tail)

    def _links(self, root: Element) -> None:
        md: Any = self.md
        for element in root.iter("a"):
            address = "" if element.get("class") else element.get("href", "")
            if WEB_LINK.fullmatch(address):
                element.set("href", as_network_writes(address))
                continue
            if not address.startswith(("event:", "/")):
                continue
            target = md.cite(address.removeprefix("event:"))
            if target is None:
                element.tag = "span"
                element.attrib.clear()
            else:
                element.set("href", target[0])

    def _isolate(self, parent: Element) -> None:
        children = list(parent)
        for child in reversed(children):
            if child.tag != "bdi":
                self._isolate(child)
            if child.tail:
                self._split(parent, child.tail, list(parent).index(child) + 1, child)
        if parent.text:
            self._split(parent, parent.text, 0, None)

    @staticmethod
    def _split(parent: Element, text: str, index: int, before: Element | None) -> None:
        """Replace a text node by text and `bdi` elements."""
        pieces = spans(text)
        if all(direction is None for _, direction in pieces):
            return
        if before is None:
            parent.text = ""
        else:
            before.tail = ""
        last = before
        for piece, direction in pieces:
            if direction == "rtl":
                # isolate() knows that a hyphen between digits needs an isolate of its own
                last = fromstring(str(isolate(piece)))  # noqa: S314 - our own markup
                parent.insert(index, last)
                index += 1
            elif direction:
                last = Element("bdi", {"dir": direction})
                last.text = piece
                parent.insert(index, last)
                index += 1
            elif last is None:
                parent.text = (parent.text or "") + piece
            else:
                last.tail = (last.tail or "") + piece


__all__ = ["Cite", "block", "inline", "narrative", "plain", "sentences"]
