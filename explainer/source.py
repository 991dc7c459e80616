"""Read a YAML file as the editor typed it: every value is text, every key has its position.

Only the plain part of YAML is let in: what an editor cannot see at a glance (anchors, tags,
merge keys, invisible characters) is refused with its position. One parser reads all files: libyaml,
as it comes inside the pinned PyYAML.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, NamedTuple

import yaml
from yaml import events as ev

from explainer.problems import Path, Problem, field_name

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

HOLE = "\ufffd"
"""Stands for a character that nobody sees, so that the rest can be read; typed, it is damage."""
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
UNSEEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u2060\ufeff\ufffe\uffff"
FORBIDDEN = re.compile(rf"[{UNSEEN}{BIDI}{HOLE}]|\r(?!\n)")
CONFLICT = re.compile(r"^(?:([<>|])\1{6} |={7}\r?$)", re.MULTILINE)
IS_LINK = "is a link; expected a plain file or folder, such as a copy of what it links to"
NULLS = {"", "~", "null", "Null", "NULL"}


class Position(NamedTuple):
    """A place in a file; both count from 1, the column in characters."""

    line: int
    column: int


@dataclass(slots=True)
class Document:
    """One file: its data as typed (dict, list, str, None), and where each key and value stands.

    `spoiled` are the paths of which nothing more is to be said: their values could not be read, or
    are refused already. `incomplete` are the groups that may hold more than could be read: nothing
    is missing in them.
    """

    file: str
    data: Any = None
    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)
    spoiled: set[Path] = field(default_factory=set)
    incomplete: set[Path] = field(default_factory=set)
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
        return any(path[:length] in self.spoiled for length in range(len(path) + 1))


def read(path: FilePath, shown_as: str) -> Document:
    """Read one file; what is wrong with it is in the document's `problems`, never raised."""
    document = Document(shown_as)
    text = _text(path, document)
    if text is not None:
        text = _seen(text, document)
    if text is None:
        document.readable = False
    else:
        _Composer(text, document).compose()
    return document


def not_opened(error: OSError) -> str:
    """Say in an editor's words why the system does not let a file or folder be read."""
    reason = (error.strerror or "unknown reason").lower()
    return f"cannot be read ({reason}); expected read access, such as 'chmod u+rX' gives"


def _text(path: FilePath, document: Document) -> str | None:
    """Read the bytes of a regular file of moderate size as UTF-8."""
    try:
        found = path.lstat()
        message = _not_plain(found)
        raw = b"" if message else path.read_bytes()
    except OSError as error:
        message = not_opened(error)
    if message:
        document.problems.append(document.problem((), message))
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8")
        line, column = _line_column(good, len(good))
        message = (
            f"byte 0x{raw[error.start]:02x} found, which is not UTF-8; expected a file saved as "
            "UTF-8, such as 'Save with encoding: UTF-8' makes"
        )
        document.problems.append(Problem(document.file, line, column, "file", message))
        return None


def _not_plain(found: os.stat_result) -> str | None:
    """Say why something is not a plain file of moderate size; None where it is one."""
    if stat.S_ISLNK(found.st_mode):
        return IS_LINK
    if not stat.S_ISREG(found.st_mode):
        return "is a special file; expected a plain file, such as a text editor saves"
    if found.st_size > MAX_BYTES:
        return f"is {found.st_size:,} bytes long; expected at most {MAX_BYTES:,}, such as two files"
    return None


def _seen(text: str, document: Document) -> str | None:
    """Report what nobody sees, and the marks of an unfinished merge.

    Returns the text with a hole for each character that nobody sees, so that the rest is checked in
    the same run; None where a merge is unfinished, for nobody knows which side is meant.
    """
    if text.startswith("\ufeff"):
        message = "byte order mark U+FEFF found; expected 'UTF-8' without it; save the file again"
        document.problems.append(Problem(document.file, 1, 1, "file", message))
        text = text[1:]
    document.problems.extend(_unseen(text, document.file))
    conflicts = list(_conflicts(text, document.file))
    document.problems.extend(conflicts)
    return None if conflicts else FORBIDDEN.sub(HOLE, text)


def _unseen(text: str, file: str) -> Iterator[Problem]:
    """Find the characters that nobody sees: the first of every line."""
    lines = text.split("\n") if FORBIDDEN.search(text) else []
    for number, line in enumerate(lines, 1):
        found = FORBIDDEN.findall(line.removesuffix("\r"))
        if found:
            column = line.index(found[0]) + 1
            more = f" (and {len(found) - 1} more on this line)" if len(found) > 1 else ""
            yield Problem(file, number, column, "file", _unseen_words(found[0], more))


def _unseen_words(character: str, more: str = "") -> str:
    code = f"U+{ord(character):04X} found{more}"
    if character == HOLE:
        return f"damaged character {code}; expected what stood there; type it again"
    if re.match(f"[{BIDI}]", character):
        return f"direction mark {code}; expected none, as the site sets them; delete it"
    return f"invisible character {code}; expected only what can be seen; delete it"


def _conflicts(text: str, file: str) -> Iterator[Problem]:
    """Find the first mark of each conflict, and marks left over from one."""
    inside = False
    lines = text.split("\n") if CONFLICT.search(text) else []
    for number, line in enumerate(lines, 1):
        mark = CONFLICT.match(line)
        if mark and not inside:
            message = (
                f"merge conflict mark {line[:7]} found; expected one side only; delete the marks"
            )
            yield Problem(file, number, 1, "file", message)
        if mark:
            inside = line[0] == "<" or (inside and line[0] != ">")


def _line_column(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1


class _Composer:
    """Turns the parser's events into data, position by position."""

    def __init__(self, text: str, document: Document) -> None:
        self.text = text
        self.document = document
        self.parser = yaml.CBaseLoader(text)
        self.documents = 0
        self.holes = {problem.line for problem in document.problems}

    def compose(self) -> None:
        try:
            self._stream()
        except yaml.YAMLError as error:
            self._syntax(error)
            self.document.readable = False
        finally:
            self.parser.dispose()

    def _stream(self) -> None:
        """Read the one document; an empty file leaves the data None."""
        while True:
            event = self.parser.get_event()
            match event:
                case None | ev.StreamEndEvent():
                    break
                case ev.DocumentStartEvent():
                    self._document_start(event)
                case ev.NodeEvent() if self.documents > 1:
                    self._skip(event)
                case ev.NodeEvent():
                    self.document.data = self._node(event, (), 0)

    def _document_start(self, event: ev.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self._refuse(event, (), "a second document (---) found; expected one in each file")
        elif event.version or event.tags:
            self._refuse(event, (), "a YAML directive (%) found; expected none; delete the line")

    def _node(self, event: Any, path: Path, depth: int) -> Any:
        self.document.values[path] = _position(event)
        if depth > MAX_DEPTH:
            raise _TooDeep(event)
        if isinstance(event, ev.AliasEvent):
            message = (
                f"alias *{event.anchor} found; expected the value written out, or text in quotes, "
                f"such as '*{event.anchor}'"
            )
            self._refuse(event, path, message, spoil=True)
            return None
        decorated = self._decoration(event, path)
        match event:
            case ev.ScalarEvent():
                return self._scalar(event, path, decorated=decorated)
            case ev.SequenceStartEvent():
                return self._list(path, depth)
            case _:
                return self._mapping(path, depth)

    def _decoration(self, event: Any, path: Path) -> bool:
        """Refuse what YAML lets stand before a value; tells whether something did."""
        if event.anchor:
            message = (
                f"anchor &{event.anchor} found; expected the value alone, or text in quotes, "
                f"such as '&{event.anchor}'"
            )
            self._refuse(event, path, message)
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = (
                f"tag {tag} found; expected the value alone, or text in quotes, such as '{tag}'"
            )
            self._refuse(event, path, message)
        return event.anchor is not None or event.tag is not None

    def _scalar(self, event: Any, path: Path, *, decorated: bool) -> str | None:
        text = self._visible(event, path)
        is_null = event.style == "" and text in NULLS
        if text != event.value or (is_null and decorated):
            self.document.spoiled.add(path)
        return None if is_null else text

    def _visible(self, event: Any, path: Path) -> str:
        """Take out what nobody sees; what was typed as an escape is reported only now."""
        found = FORBIDDEN.search(event.value)
        if found is None:
            return str(event.value)
        lines = range(event.start_mark.line + 1, event.end_mark.line + 2)
        if self.holes.isdisjoint(lines):
            self._refuse(event, path, _unseen_words(found[0], " (typed as an escape)"))
        return FORBIDDEN.sub("", event.value)

    def _list(self, path: Path, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self.parser.get_event(), ev.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        while not isinstance(event := self.parser.get_event(), ev.MappingEndEvent):
            key = self._key(event, path)
            if key is None or key in fields:
                self._unwanted(event, path, key)
                self._skip(self.parser.get_event())
                continue
            inner = (*path, key)
            self.document.keys[inner] = _position(event)
            fields[key] = self._node(self.parser.get_event(), inner, depth + 1)
        return fields

    def _key(self, event: Any, path: Path) -> str | None:
        """Read a field's name; None where it is none."""
        if not isinstance(event, ev.ScalarEvent):
            return None
        self._decoration(event, (*path, event.value))
        key = self._visible(event, path).strip()
        return None if key == "<<" and event.style == "" else key

    def _unwanted(self, event: Any, path: Path, key: str | None) -> None:
        """Refuse a field whose name stands twice, or is none; nothing is said of its value."""
        if key is not None:
            first = self.document.keys[(*path, key)]
            message = f"the field stands twice, first on line {first.line}; expected it once"
            self._refuse(event, (*path, key), message)
            return
        self.document.incomplete.add(path)
        if isinstance(event, ev.ScalarEvent):
            message = "merge key found; expected the fields written out, such as title: 'a'"
            self._refuse(event, (*path, "<<"), message)
        else:
            message = "a list or group found as a field's name; expected a word, such as title"
            self._refuse(event, path, message)
            self._skip(event)

    def _skip(self, event: Any) -> None:
        """Pass over a value of which nothing more is to be said."""
        depth = 0
        while True:
            depth += isinstance(event, ev.CollectionStartEvent)
            depth -= isinstance(event, ev.CollectionEndEvent)
            if depth == 0:
                return
            event = self.parser.get_event()

    def _refuse(self, event: Any, path: Path, message: str, *, spoil: bool = False) -> None:
        where, position = field_name(path), _position(event)
        self.document.problems.append(
            Problem(self.document.file, position.line, position.column, where, message)
        )
        if spoil:
            self.document.spoiled.add(path)

    def _syntax(self, error: yaml.YAMLError) -> None:
        """Report where the reading stopped, unless a hole in that line may be the cause."""
        said = str(getattr(error, "problem", None) or error)
        mark = getattr(error, "problem_mark", None)
        if any(words in said for words in OPENED):
            mark = getattr(error, "context_mark", None) or mark
        lines = self.text.rstrip().split("\n")
        line, column = (mark.line, mark.column) if mark else (0, 0)
        if line >= len(lines):
            line, column = len(lines) - 1, len(lines[-1])
        message = _syntax_words(said, lines, line, column)
        problem = Problem(self.document.file, line + 1, column + 1, "yaml", message)
        if problem.line not in self.holes:
            self.document.problems.append(problem)


class _TooDeep(yaml.YAMLError):
    """Nesting that no content needs."""

    def __init__(self, event: Any) -> None:
        self.problem = "too deep"
        self.problem_mark = event.start_mark
        super().__init__(self.problem)


OPENED = ("unexpected end of stream", "find expected ':'", "expected ',' or", "document indicator")
"""Where one of these is said, the mistake is where the parser began, not where it gave up."""

TAB = "a tab found in the indentation; expected spaces, such as two for each level"
INDENTED = (
    "a field found further in than the line before; expected the fields of a group in one column, "
    "or quotes around a text with ': ' in it, such as 'a: b'"
)
ONE_COLUMN = (
    "the line does not fit those before it; expected the fields of a group in one column, and "
    "quotes that close at the end of a text, such as title: 'a'"
)
TEXT_BELOW = (
    "text found beside | or >-; expected it on the next line, indented, or without the sign, such "
    "as summary: text"
)
QUOTES = "a sign found that YAML keeps for itself; expected quotes around the text, such as "
NOT_OURS = "a YAML directive (%) found; expected none; delete the line"
ESCAPE = "an unknown \\ escape found in double quotes; expected single quotes, such as 'a\\b'"

SYNTAX_WORDS = (
    ("too deep", f"more than {MAX_DEPTH} levels of nesting found; expected few, such as sources"),
    (
        "mapping values are not allowed",
        "a second ': ' found on the line; expected quotes around such a text, such as 'a: b'",
    ),
    ("mapping keys are not allowed", QUOTES + "'? a'"),
    ("cannot start any token", QUOTES + "'@name'"),
    ("did not find expected alphabetic or numeric character", QUOTES + "'*a* b'"),
    ("did not find expected whitespace or line break", QUOTES + "'!a'"),
    ("did not find expected tag URI", QUOTES + "'!a'"),
    ("did not find expected '!'", QUOTES + "'!a'"),
    ("found undefined tag handle", QUOTES + "'!a'"),
    ("end of stream", "an opening quotation mark found alone; expected its pair, such as 'a'"),
    (
        "document indicator",
        "--- found within quotes; expected the closing quotation mark before it",
    ),
    ("expected <document start>", ONE_COLUMN),
    ("did not find expected key", ONE_COLUMN),
    (
        "could not find expected ':'",
        "a line without a field's name found; expected a field and its value, such as title: text",
    ),
    (
        "did not find expected '-' indicator",
        "a line found that is neither an item of the list before it nor a field of its last item; "
        "expected it in the column of one of them, such as '- a' under '- b'",
    ),
    (
        "',' or ']'",
        "a list in [ ] is not closed or lacks a comma; expected it whole, such as [a, b]",
    ),
    (
        "',' or '}'",
        "a group in { } is not closed or lacks a comma; expected it whole, such as {ar: a}",
    ),
    (
        "did not find expected node content",
        "neither a value nor a closing bracket found; expected one of them, such as [a, b]",
    ),
    (
        "block sequence entries are not allowed",
        "'- ' found beside a field's name; expected the list on the next line, or quotes around a "
        "text, such as '- a'",
    ),
    ("did not find expected comment or line break", TEXT_BELOW),
    ("indentation indicator", TEXT_BELOW),
    ("found a tab", TAB),
    ("escape", ESCAPE),
    ("hexdecimal", ESCAPE),
    ("directive", NOT_OURS),
    ("incompatible YAML", NOT_OURS),
    ("version number", NOT_OURS),
)
"""What the parser says (a part of it) -> what an editor is told; the first that fits."""


def _syntax_words(said: str, lines: list[str], line: int, column: int) -> str:
    """Say in an editor's words what the parser could not read."""
    if re.match(r" *\t", lines[line]):
        return TAB
    if "mapping values" in said and ": " not in lines[line][:column]:
        return INDENTED
    for words, hint in SYNTAX_WORDS:
        if words in said:
            return hint
    return ONE_COLUMN


def _position(event: Any) -> Position:
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1)


__all__ = ["MAX_BYTES", "MAX_DEPTH", "Document", "Position", "not_opened", "read"]
