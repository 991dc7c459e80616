"""The pages of docs/ as `check` reads them: what would stop a build, at its place in the file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from explainer.content.glyphs import without_glyph
from explainer.content.inner_links import LINKED_FILES, LISTED_PAGES
from explainer.content.model import ID, as_id
from explainer.content.reserved import id_refusal
from explainer.messages import Message, say
from explainer.messages.problems import Problem, did_you_mean, quoted

_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`|<!--.*?-->", re.MULTILINE | re.DOTALL)
_LINK = re.compile(
    r"""(?<!\\)\[[^\[\]]*\]\(\s*<?([^)\s>]+)|^[ ]{0,3}\[[^\[\]\n]+\]:[ ]*<?([^\s>]+)"""
    r"""|<a\s[^<>]*?\bhref=["']([^"']*)|<img\s[^<>]*?\bsrc=["']([^"']*)""",
    re.MULTILINE,
)
"""An address in the text, below it under a name, or in a tag."""
_PART = re.compile(r"<!-- explainer:([a-z-]+) -->")
DATA_PARTS = ("method", "behind")
"""The parts made from data that a page may have."""
_BY_HAND = {"about", "guide", "method", "problems"}
"""Of the pages that every site has, those that are written by hand."""
_ANCHOR = re.compile(r"\{[^}\n]*#([\w-]+)[^}\n]*\}|\bid=[\"']([^\"']+)")
_FRONT = re.compile(r"\A---\n.*?^---\n", re.MULTILINE | re.DOTALL)
_FRONT_FIELDS = {"title", "description"}


def written_pages(docs: Path, ids: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Read every page; `ids` has those of the records of each kind."""
    texts = {file.name: _text(file) for file in sorted(docs.glob("*.md"))}
    for name, text in texts.items():
        shown = f"{docs.name}/{name}"
        if wrong := _name_fault(name, ids.get("section", ())):
            yield Problem(shown, 1, 1, "file", wrong)
        if text is None:
            yield Problem(shown, 1, 1, "file", say("E133.encoding"))
            continue
        if not _fields(text) >= _FRONT_FIELDS:
            yield Problem(shown, 1, 1, "file", say("E133.front"))
        yield from _of_text(shown, text, texts, docs, ids)


def _name_fault(name: str, sections: Collection[str]) -> Message | None:
    """Say why a page cannot have a name: its address is another's, or not to be typed."""
    stem = name.removesuffix(".md")
    if not ID.fullmatch(stem):
        return say("E114", what=quoted(name), right=f"{as_id(stem) or 'terms'}.md")
    if refusal := id_refusal("section", stem):
        return refusal
    taken = (LISTED_PAGES - _BY_HAND) | {"events", "assets", "radar"} | set(sections)
    return say("E133.name", id=stem) if stem in taken else None


def _text(file: Path) -> str | None:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _fields(text: str) -> set[str]:
    front = _FRONT.match(text)
    return set(re.findall(r"^(\w+): *\S", front[0], re.MULTILINE)) if front else set()


def _of_text(
    shown: str,
    text: str,
    texts: Mapping[str, str | None],
    docs: Path,
    ids: Mapping[str, Collection[str]],
) -> Iterator[Problem]:
    if found := without_glyph().search(text):
        what = f"U+{ord(found[0]):04X}"
        yield _problem(shown, text, found.start(), say("E127", what=what))
    prose = _CODE.sub(lambda code: " " * len(code[0]), text)
    for link in _LINK.finditer(prose):
        at = link.lastindex or 0
        if wrong := _fault(link[at], Path(shown).name, texts, docs, ids):
            yield _problem(shown, text, link.start(at), wrong)
    for part in _PART.finditer(text):
        if part[1] not in DATA_PARTS:
            hint = did_you_mean(part[1], DATA_PARTS)
            words = say("E133.part", what=quoted(part[1]), names=", ".join(DATA_PARTS), hint=hint)
            yield _problem(shown, text, part.start(1), words)


def _fault(
    link: str,
    own: str,
    texts: Mapping[str, str | None],
    docs: Path,
    ids: Mapping[str, Collection[str]],
) -> Message | None:
    """Say why a link of a page leads nowhere; None where it leads somewhere, or out of the site."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", link, re.IGNORECASE):
        return None
    path, _, anchor = unquote(link).partition("#")
    path = path.partition("?")[0]
    target = posixpath.normpath(path) if path else own
    if not (target in texts or _is_made(target, ids) or (docs / target).is_file()):
        known = [*texts, *(f"{each}.md" for each in LISTED_PAGES)]
        return say("E133.link", what=quoted(link), hint=did_you_mean(target, known))
    text = texts.get(target)
    if anchor and target not in texts and _is_made(target, ids):
        return say("E133.made", what=quoted(link), right=target)
    if not anchor or text is None or anchor in _anchors(text) or "explainer:" in text:
        return None
    return say("E133.anchor", what=quoted(link), hint=did_you_mean(anchor, _anchors(text)))


def _is_made(target: str, ids: Mapping[str, Collection[str]]) -> bool:
    """Tell whether it is made from data: index.md, timeline.md, events/ID.md, licences.txt."""
    if target in LINKED_FILES:
        return True
    stem = target.removesuffix(".md")
    kind, _, record_id = stem.partition("/")
    if not record_id:
        return stem == "index" or stem in LISTED_PAGES or stem in ids.get("section", ())
    return kind in ("events", "actors", "figures") and record_id in ids.get(kind[:-1], ())


@lru_cache(64)
def _anchors(text: str) -> list[str]:
    return [first or second for first, second in _ANCHOR.findall(text)]


def _problem(shown: str, text: str, at: int, message: Message) -> Problem:
    line = text.count("\n", 0, at) + 1
    return Problem(shown, line, at - text.rfind("\n", 0, at), "page", message)
