"""Name a copy beside its source: one line more in a file, and every other byte as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from explainer.content import yaml_file
from explainer.content.yaml_file import Document, Position
from explainer.messages.problems import Path
from explainer.system.errors import ExplainerError

_IN_BRACES = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\r?\n[ \t]*(?:#[^\n]*)?)*[,}]")
"""What follows a value in `{publisher: a, url: b}`, and after no value in lines of their own."""
_EMPTY = re.compile(r"archived[ \t]*:(?:[ \t]+(?:null|~))?(?=[ \t]*(?:[,}#\r\n]|\Z))")
_ENDS_IN_BRACES = re.compile(r"[,\[\]{}'\"#]")


class NotNamedError(ExplainerError):
    """A file holds a source in a way in which no line can be put beside it with certainty."""


class _Change(NamedTuple):
    """The characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


def with_copies(document: Document, copies: Mapping[Path, str]) -> str:
    """Write a file's text with `archived` for each source; paths are those of sources.

    Raises NotNamedError where anything else would be read otherwise afterwards.
    """
    document.place()
    text = document.text
    if text != document.typed:
        raise NotNamedError(f"{document.file}: mend it first (check --fix)")
    for change in sorted((_change(document, *each) for each in copies.items()), reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    if yaml_file.read_text(text).data != _expected(document.data, copies):
        raise NotNamedError(f"{document.file}: no line can be added with certainty")
    return text


def _change(document: Document, path: Path, address: str) -> _Change:
    """Put a copy's address where an empty one stands, or behind the source's own."""
    text, own = document.text, (*path, "archived")
    if own in document.keys:
        at = _index(text, document.keys[own])
        if empty := _EMPTY.match(text, at):
            return _Change(at, empty.end(), f"archived: {_flow(address)}")
    span = document.spans.get((*path, "url"))
    if span is None:
        raise NotNamedError(f"{document.file}: no line can be added with certainty")
    if _IN_BRACES.match(text, span.end):
        return _Change(span.end, span.end, f", archived: {_flow(address)}")
    end = text.find("\n", span.end) + 1 or len(text)
    line_end = "\r\n" if "\r\n" in text else "\n"
    before = "" if text[:end].endswith("\n") else line_end
    indent = " " * (document.keys[(*path, "url")].column - 1)
    return _Change(end, end, f"{before}{indent}archived: {address}{line_end}")


def _index(text: str, position: Position) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: position.line - 1]) + position.column - 1


def _flow(address: str) -> str:
    """Write an address so that it is one text within braces too."""
    return f"'{address}'" if _ENDS_IN_BRACES.search(address) else address


def _expected(data: Any, copies: Mapping[Path, str]) -> Any:
    """Give what a file is to hold afterwards."""
    wanted = deepcopy(data)
    for path, address in copies.items():
        source = wanted
        for part in path:
            source = source[part]
        source["archived"] = address
    return wanted
