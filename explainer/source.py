"""Read a YAML file as the editor typed it: every value is text, every key has its position.

Only the plain part of YAML is let in: what an editor cannot see at a glance (anchors, tags,
merge keys, invisible characters) is refused with its position. One parser reads all files: libyaml,
as it comes inside the pinned PyYAML.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import yaml
from yaml import events as ev

from explainer.problems import Path, Problem, field_name

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
FORBIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff{BIDI}]")
CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)
NULLS = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file; both count from 1, the column in characters."""

    line: int
    column: int


@dataclass(slots=True)
class Document:
    """One file: its data as typed (dict, list, str, None), and where each key and value stands.

    `spoiled` are the paths whose value could not be read; nothing more is to be said of them.
    """

    file: str
    data: Any = None
    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)
    spoiled: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    readable: bool = True

    def problem(self, path: Path, message: str, *, at_key: bool = False) -> Problem:
        """Make a problem at the place of `path`, or of the nearest thing around it that exists."""
        position = self.position(path, at_key=at_key)
        return Problem(self.file, position.line, position.column, field_name(path), message)

    def position(self, path: Path, *, at_key: bool = False) -> Position:
        """Find where `path` stands; a missing field stands where its parent begins."""
        first, second = (self.keys, self.values) if at_key else (self.values, self.keys)
        while True:
            found = first.get(path) or second.get(path)
            if found or not path:
                return found or Position(1, 1)
            path = path[:-1]

    def is_spoiled(self, path: Path) -> bool:
        """Tell whether `path` is, or lies in, something that could not be read."""
        return any(path[: len(bad)] == bad for bad in self.spoiled)


def read(path: FilePath, shown_as: str) -> Document:
    """Read one file; what is wrong with it is in the document's `problems`, never raised."""
    document = Document(shown_as)
    text = _text(path, document)
    if text is None:
        document.readable = False
        return document
    document.problems.extend(_unseen(text, document))
    if document.problems:
        document.readable = False
        return document
    _Composer(text, document).compose()
    return document


def _text(path: FilePath, document: Document) -> str | None:
    """Read the bytes of a regular file of moderate size as UTF-8."""
    mode = path.lstat()
    if not stat.S_ISREG(mode.st_mode):
        kind = "link" if stat.S_ISLNK(mode.st_mode) else "special file"
        document.problems.append(
            document.problem((), f"is a {kind}; expected a plain file, such as a copy of it")
        )
        return None
    if mode.st_size > MAX_BYTES:
        message = (
            f"is {mode.st_size:,} bytes long; expected at most {MAX_BYTES:,}, such as two files"
        )
        document.problems.append(document.problem((), message))
        return None
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8")
        line, column = _line_column(good, len(good))
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        document.problems.append(Problem(document.file, line, column, "file", message))
        return None


def _unseen(text: str, document: Document) -> Iterator[Problem]:
    """Find characters that nobody sees, and the marks of an unfinished merge."""
    for match in FORBIDDEN.finditer(text):
        line, column = _line_column(text, match.start())
        code = f"U+{ord(match[0]):04X}"
        message = f"invisible character {code} found; delete it (the site sets directions itself)"
        yield Problem(document.file, line, column, "file", message)
    for match in CONFLICT.finditer(text):
        line, column = _line_column(text, match.start())
        message = f"merge conflict mark {match[0].strip()!r} found; keep one side, delete the marks"
        yield Problem(document.file, line, column, "file", message)


def _line_column(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1


class _Composer:
    """Turns the parser's events into data, position by position."""

    def __init__(self, text: str, document: Document) -> None:
        self.text = text
        self.document = document
        self.parser = yaml.CBaseLoader(text)
        self.documents = 0

    def compose(self) -> None:
        try:
            self._stream()
        except yaml.YAMLError as error:
            self._syntax(error)
            self.document.readable = False
        finally:
            self.parser.dispose()

    def _stream(self) -> None:
        while True:
            event = self.parser.get_event()
            match event:
                case None | ev.StreamEndEvent():
                    break
                case ev.DocumentStartEvent():
                    self._document_start(event)
                case ev.NodeEvent():
                    self._top(event)
        if not self.documents:
            self._add((), "is empty; expected fields, such as title: …")
            self.document.readable = False

    def _document_start(self, event: ev.DocumentStartEvent) -> None:
        self.documents += 1
        if event.version or event.tags:
            self._refuse(event, (), "a YAML directive (%) found; delete the line")
        if self.documents > 1:
            self._refuse(event, (), "a second document (---) found; expected one a file")

    def _top(self, event: ev.NodeEvent) -> None:
        if self.documents == 1:
            self.document.data = self._node(event, (), 0)
        else:
            self._node(event, ("---", self.documents), 0)

    def _node(self, event: Any, path: Path, depth: int) -> Any:
        self.document.values.setdefault(path, _position(event))
        if depth > MAX_DEPTH:
            raise _TooDeep(event)
        if isinstance(event, ev.AliasEvent):
            self._refuse(event, path, f"alias *{event.anchor} found; write the value out again")
            return None
        self._decoration(event, path)
        match event:
            case ev.ScalarEvent():
                plain_null = event.style == "" and event.value in NULLS
                return None if plain_null else event.value
            case ev.SequenceStartEvent():
                return self._list(path, depth)
            case _:
                return self._mapping(path, depth)

    def _decoration(self, event: Any, path: Path) -> None:
        if event.anchor:
            self._refuse(event, path, f"anchor &{event.anchor} found; delete it", spoil=False)
        if event.tag is not None:
            self._refuse(event, path, f"tag {event.tag} found; delete it", spoil=False)

    def _list(self, path: Path, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self.parser.get_event(), ev.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        while not isinstance(event := self.parser.get_event(), ev.MappingEndEvent):
            key = self._key(event, path, depth)
            inner = (*path, key)
            if key in fields or key == "<<":
                self._bad_key(event, inner)
                self._node(self.parser.get_event(), (*inner, "again"), depth + 1)
                continue
            self.document.keys[inner] = _position(event)
            fields[key] = self._node(self.parser.get_event(), inner, depth + 1)
        return fields

    def _key(self, event: Any, path: Path, depth: int) -> str:
        if isinstance(event, ev.ScalarEvent):
            self._decoration(event, (*path, event.value))
            return str(event.value)
        self._refuse(event, path, "a list or group found as a field's name; expected a word")
        self._node(event, (*path, "?"), depth + 1)
        return f"?{_position(event)}"

    def _bad_key(self, event: Any, path: Path) -> None:
        if path[-1] == "<<":
            self._refuse(event, path, "merge key found; write the fields out")
            return
        first = self.document.keys[path]
        message = f"the field stands twice, first on line {first.line}; keep one"
        self._refuse(event, path, message, spoil=False)

    def _refuse(self, event: Any, path: Path, message: str, *, spoil: bool = True) -> None:
        position = _position(event)
        where = field_name(tuple(step for step in path if step != "again"))
        self.document.problems.append(
            Problem(self.document.file, position.line, position.column, where, message)
        )
        if spoil:
            self.document.spoiled.add(path)

    def _add(self, path: Path, message: str) -> None:
        self.document.problems.append(self.document.problem(path, message))

    def _syntax(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = _syntax_words(error, self.text, line)
        self.document.problems.append(
            Problem(self.document.file, line, column, "yaml", message)
        )


class _TooDeep(yaml.YAMLError):
    """Nesting that no content needs."""

    def __init__(self, event: Any) -> None:
        self.problem_mark = event.start_mark
        super().__init__("too deep")


SYNTAX_HINTS = (
    ("mapping values are not allowed", "a second ': ' on the line; put the text in quotes, such as title: 'a: b'"),
    ("cannot start any token", "a character that cannot begin a value; put the text in quotes, such as '@name'"),
    ("found unexpected end of stream", "a quotation mark is opened and never closed"),
    ("did not find expected key", "the indentation or quotes do not match the lines before; fields of one group stand in one column"),
    ("could not find expected ':'", "expected 'field: value'; a colon is missing, or a long text needs '>-' and indentation"),
    ("did not find expected '-' indicator", "the items of a list must begin in one column with '- '"),
    ("did not find expected ',' or ']'", "a list in [ ] is not closed, or a comma is missing"),
    ("did not find expected ',' or '}'", "a group in { } is not closed, or a comma is missing"),
    ("block sequence entries are not allowed", "'- ' is not allowed here; begin the list on a new line"),
    ("found undefined tag handle", "a tag (!) found; delete it or put the text in quotes"),
    ("found unknown escape character", "unknown \\ escape in double quotes; use single quotes"),
)


def _syntax_words(error: yaml.YAMLError, text: str, line: int) -> str:
    """Say in an editor's words what the parser could not read."""
    if isinstance(error, _TooDeep):
        return f"more than {MAX_DEPTH} levels of nesting; expected flat fields"
    lines = text.splitlines()
    if line <= len(lines) and re.match(r"\s*\t", lines[line - 1]):
        return "a tab in the indentation; use spaces"
    said = str(getattr(error, "problem", None) or error)
    for words, hint in SYNTAX_HINTS:
        if words in said:
            return hint
    return f"the file cannot be read here: {said}"


def _position(event: Any) -> Position:
    return Position(event.start_mark.line + 1, event.start_mark.column + 1)


__all__ = ["MAX_BYTES", "MAX_DEPTH", "Document", "Position", "read"]
