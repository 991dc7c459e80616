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
from explainer.messages import Message, say
from explainer.messages.problems import Problem, did_you_mean, quoted

_CODE = re.compile(r"^```.*?^```|`[^`\n]*`|<!--.*?-->", re.MULTILINE | re.DOTALL)
_MARKDOWN_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_ANCHOR = re.compile(r"\{[^}\n]*#([\w-]+)[^}\n]*\}|\bid=[\"']([^\"']+)")
_FRONT = re.compile(r"\A---\n.*?^---\n", re.MULTILINE | re.DOTALL)
_FRONT_FIELDS = {"title", "description"}


def written_pages(docs: Path, ids: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Read every page; `ids` has those of the records of each kind."""
    texts = {file.name: _text(file) for file in sorted(docs.glob("*.md"))}
    for name, text in texts.items():
        shown = f"{docs.name}/{name}"
        if text is None:
            yield Problem(shown, 1, 1, "file", say("E133.encoding"))
            continue
        if not _fields(text) >= _FRONT_FIELDS:
            yield Problem(shown, 1, 1, "file", say("E133.front"))
        yield from _of_text(shown, text, texts, docs, ids)


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
    for link in _MARKDOWN_LINK.finditer(prose):
        if wrong := _fault(link[1], Path(shown).name, texts, docs, ids):
            yield _problem(shown, text, link.start(1), wrong)


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
    target = posixpath.normpath(path) if path else own
    if not (target in texts or _is_made(target, ids) or (docs / target).is_file()):
        known = [*texts, *(f"{each}.md" for each in LISTED_PAGES)]
        return say("E133.link", what=quoted(link), hint=did_you_mean(target, known))
    text = texts.get(target)
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
