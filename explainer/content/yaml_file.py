"""Read a YAML file as the editor typed it: every value is text, every key has its position.

Only the plain part of YAML is let in: what an editor cannot see at a glance (anchors, tags,
merge keys, invisible characters) is refused with its position. One parser reads all files: libyaml,
as it comes inside the pinned PyYAML.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, NamedTuple

import yaml
from yaml import events as ev
from yaml._yaml import CParser

from explainer.messages import TABLE, Message, say
from explainer.messages.problems import Path, Problem, field_name
from explainer.system.errors import ExplainerError

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

HOLE = "\ufffd"
"""Stands for a character that nobody sees, so that the rest can be read; typed, it is damage."""
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
UNSEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b"
    "\u2028\u2029\u2060-\u2065\u206a-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0d"
    "\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U0010ffff"
)
"""What has no sign of its own, what means something to one program only, and what is no text."""
_BESIDE = "\\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\ufe0f\u2600-\u27bf\U0001f000-\U0001faff"
"""What a joiner may stand between: letters with their marks, and pictures."""
_LONE_JOINER = f"[\u200c\u200d](?![{_BESIDE}])|[\u200c\u200d](?<![{_BESIDE}].)"
FORBIDDEN = re.compile(rf"[{UNSEEN}{BIDI}{HOLE}]|\r(?!\n)|{_LONE_JOINER}")
CONFLICT = re.compile(r"^(?:([<>|])\1{6} |={7}\r?$)", re.MULTILINE)
IS_LINK = say("E108.link")
NULLS = {"", "~", "null", "Null", "NULL"}


class Position(NamedTuple):
    """A place in a file; both count from 1, the column in characters."""

    line: int
    column: int


class TextSpan(NamedTuple):
    """Where a text begins and ends in a file, as indexes of characters, and YAML's sign for it."""

    start: int
    end: int
    style: str


@dataclass(slots=True)
class Document:
    """One file: its data as typed (dict, list, str, None), and where each key and value stands.

    `spoiled` are the paths of which nothing more is to be said: their values could not be read, or
    are refused already. `incomplete` are the groups that may hold more than could be read: nothing
    is missing in them.
    """

    file: str
    data: Any = None
    text: str = ""
    """What was parsed; where a quick reading found no positions, they are found in it on demand."""
    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)
    spans: dict[Path, TextSpan] = field(default_factory=dict)
    placed: bool = False
    spoiled: set[Path] = field(default_factory=set)
    incomplete: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    readable: bool = True

    def problem(self, path: Path, message: Message, *, at_key: bool = False) -> Problem:
        """Make a problem at the place of `path`, or of the nearest thing around it that exists."""
        position = self.position(path, at_key=at_key)
        return Problem(self.file, position.line, position.column, field_name(path), message)

    def position(self, path: Path, *, at_key: bool = False) -> Position:
        """Find where `path` stands; a missing field stands where its parent begins."""
        self.place()
        first, second = (self.keys, self.values) if at_key else (self.values, self.keys)
        while True:
            found = first.get(path) or second.get(path)
            if found or not path:
                return found or Position(1, 1)
            path = path[:-1]

    def place(self) -> None:
        """Find where everything stands, once; a sound file is read without, for speed."""
        if self.placed:
            return
        again = Document(self.file, placed=True)
        _Composer(self.text, again).compose()
        self.keys, self.values, self.spans = again.keys, again.values, again.spans
        self.placed = True

    def index(self, path: Path, offset: int) -> int | None:
        """Find the index in the file of a character of a text; None where it was typed otherwise.

        Folding and indentation are passed over: what is not white follows in the same order.
        """
        self.place()
        span = self.spans.get(path)
        value = _value(self.data, path)
        if span is None or not isinstance(value, str):
            return None
        if span.style == '"' and "\\" in self.text[span.start : span.end]:
            return None
        at = span.start + (1 if span.style else 0)
        if span.style in ("|", ">"):
            at = self.text.index("\n", span.start) + 1
        return _index_as_typed(self.text, at, span.end, value, offset, quoted=span.style == "'")

    def within(self, path: Path, offset: int, message: Message) -> Problem:
        """Make a problem at a character of a text."""
        index = self.index(path, offset)
        if index is None:
            return self.problem(path, message)
        line, column = _line_column(self.text, index)
        return Problem(self.file, line, column, field_name(path), message)

    def is_spoiled(self, path: Path) -> bool:
        """Tell whether `path` is, or lies in, something that could not be read."""
        return bool(self.spoiled) and any(
            path[:length] in self.spoiled for length in range(len(path) + 1)
        )


def _value(data: Any, path: Path) -> Any:
    """Find what stands at a path; None where nothing does."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _index_as_typed(
    text: str, at: int, end: int, value: str, offset: int, *, quoted: bool
) -> int | None:
    """Walk through a text as typed and as read, side by side, to the character at `offset`."""
    for number, character in enumerate(value[: offset + 1]):
        if character.isspace() and number < offset:
            continue
        while (
            at < end and text[at] != character and not (character.isspace() and text[at].isspace())
        ):
            at += 1
        if at >= end:
            return None
        if number == offset:
            return at
        at += 2 if quoted and character == "'" else 1
    return None


def read(path: FilePath, shown_as: str) -> Document:
    """Read one file; what is wrong with it is in the document's `problems`, never raised."""
    document = Document(shown_as)
    return _read(_text(path, document), document)


def read_text(text: str, shown_as: str = "") -> Document:
    """Read a text as if it were a file's."""
    return _read(text, Document(shown_as))


def _read(text: str | None, document: Document) -> Document:
    if text is not None:
        text = _report_unseen(text, document)
    if text is None:
        document.readable, document.placed = False, True
        return document
    document.text = text
    try:
        document.data = _plain_data(text)
    except (yaml.YAMLError, _UnusualError):
        document.placed = True
        _Composer(text, document).compose()
    return document


def text_of(path: FilePath, shown_as: str) -> Document:
    """Read a file that is no YAML: its text, or in `problems` why there is none."""
    document = Document(shown_as, placed=True)
    document.text = _text(path, document) or ""
    return document


def not_opened(error: OSError) -> Message:
    """Say in an editor's words why the system does not let a file or folder be read."""
    reason = (error.strerror or "unknown reason").lower()
    return say("E109", reason=say(reason) if reason in TABLE else reason)


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
        message = say("E101", byte=raw[error.start])
        document.problems.append(Problem(document.file, line, column, "file", message))
        return None


def _not_plain(found: os.stat_result) -> Message | None:
    """Say why something is not a plain file of moderate size; None where it is one."""
    if stat.S_ISLNK(found.st_mode):
        return IS_LINK
    if not stat.S_ISREG(found.st_mode):
        return say("E108.special")
    if found.st_size > MAX_BYTES:
        return say("E107", size=found.st_size, most=MAX_BYTES)
    return None


def _report_unseen(text: str, document: Document) -> str | None:
    """Report what nobody sees, and the marks of an unfinished merge.

    Returns the text with a hole for each character that nobody sees, so that the rest is checked in
    the same run; None where a merge is unfinished, for nobody knows which side is meant.
    """
    if text.startswith("\ufeff"):
        document.problems.append(Problem(document.file, 1, 1, "file", say("E102")))
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
            more = say("more", number=len(found) - 1) if len(found) > 1 else ""
            yield Problem(file, number, column, "file", _unseen_words(found[0], more))


def _unseen_words(character: str, more: Message | str = "") -> Message:
    code = "E105" if re.match(f"[{BIDI}]", character) else "E104"
    name = "E106" if character == HOLE else code
    return say(name, what=f"U+{ord(character):04X}", more=more)


def _conflicts(text: str, file: str) -> Iterator[Problem]:
    """Find the first mark of each conflict, and marks left over from one."""
    inside = False
    lines = text.split("\n") if CONFLICT.search(text) else []
    for number, line in enumerate(lines, 1):
        mark = CONFLICT.match(line)
        if mark and not inside:
            yield Problem(file, number, 1, "file", say("E103", mark=line[:7]))
        if mark:
            inside = line[0] == "<" or (inside and line[0] != ">")


def _line_column(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1


class _UnusualError(ExplainerError):
    """The file holds something that has to be looked at event by event."""


def _plain_data(text: str) -> Any:
    """Read a file in which nothing is unusual: the same data as the composer's, in half the time.

    Raises YAMLError or _UnusualError where the composer has something to say.
    """
    if HOLE in text or "\\" in text:
        raise _UnusualError
    parser = CParser(text)
    data, documents = None, 0
    while (event := parser.get_event()) is not None:
        if isinstance(event, ev.DocumentStartEvent):
            documents += 1
            if documents > 1 or event.version or event.tags:
                raise _UnusualError
        elif isinstance(event, ev.NodeEvent):
            data = _plain_node(parser.get_event, event, 0)
    return data


def _plain_node(following: Callable[[], Any], event: Any, depth: int) -> Any:
    kind = type(event)
    if kind is ev.AliasEvent or event.anchor or event.tag is not None:
        raise _UnusualError
    if kind is ev.ScalarEvent:
        value = event.value
        return None if value in NULLS and event.style == "" else value
    if depth > MAX_DEPTH:
        raise _UnusualError
    if kind is ev.SequenceStartEvent:
        items = []
        while type(event := following()) is not ev.SequenceEndEvent:
            items.append(_plain_node(following, event, depth + 1))
        return items
    fields: dict[str, Any] = {}
    while type(event := following()) is not ev.MappingEndEvent:
        if type(event) is not ev.ScalarEvent or event.anchor or event.tag is not None:
            raise _UnusualError
        key = event.value.strip()
        if key in fields or key == "<<":
            raise _UnusualError
        fields[key] = _plain_node(following, following(), depth + 1)
    return fields


class _Composer:
    """Turns the parser's events into data, position by position."""

    def __init__(self, text: str, document: Document) -> None:
        self.text = text
        self.document = document
        self.parser = CParser(text)
        self.documents = 0
        self.holes = {problem.line for problem in document.problems}
        self.quoted: Any = None
        """The last text in quotation marks."""

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
            self._refuse(event, (), say("E213"))
        elif event.version or event.tags:
            self._refuse(event, (), say("E210"))

    def _node(self, event: Any, path: Path, depth: int) -> Any:
        is_nothing = not path and event.start_mark.index == event.end_mark.index
        self.document.values[path] = Position(1, 1) if is_nothing else _position(event)
        if depth > MAX_DEPTH:
            raise _TooDeepError(event)
        if isinstance(event, ev.AliasEvent):
            self._refuse(event, path, say("E211.alias", text=event.anchor), spoil=True)
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
            sign = f"&{event.anchor}"
            self._refuse(event, path, say("E211.decoration", what=f"anchor {sign}", text=sign))
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, path, say("E211.decoration", what=f"tag {tag}", text=tag))
        return event.anchor is not None or event.tag is not None

    def _scalar(self, event: Any, path: Path, *, decorated: bool) -> str | None:
        start, end = event.start_mark.index, event.end_mark.index
        self.document.spans[path] = TextSpan(start, end, event.style or "")
        if event.style in ("'", '"'):
            self.quoted = event
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
            message = _unseen_words(found[0], say("escaped"))
            begin, end = event.start_mark.index, event.end_mark.index
            typed = re.compile(rf"\\[xuU]0*{ord(found[0]):x}", re.IGNORECASE)
            place = typed.search(self.text, begin, end)
            line, column = _line_column(self.text, place.start() if place else begin)
            self.document.problems.append(
                Problem(self.document.file, line, column, field_name(path), message)
            )
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
            self._refuse(event, (*path, key), say("E212", line=first.line))
            return
        self.document.incomplete.add(path)
        if isinstance(event, ev.ScalarEvent):
            self._refuse(event, (*path, "<<"), say("E211.merge"))
        else:
            self._refuse(event, path, say("E215"))
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

    def _refuse(self, event: Any, path: Path, message: Message, *, spoil: bool = False) -> None:
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
        if mark and (opened := self._quote_before(mark.index)):
            said, mark = "unexpected end of stream", opened
        lines = self.text.rstrip().split("\n")
        line, column = (mark.line, mark.column) if mark else (0, 0)
        if line >= len(lines):
            line, column = len(lines) - 1, len(lines[-1])
        message = _syntax_words(said, lines, line, column)
        problem = Problem(self.document.file, line + 1, column + 1, "yaml", message)
        if problem.line not in self.holes:
            self.document.problems.append(problem)

    def _quote_before(self, index: int) -> Any:
        """Find where a quoted text begins that ends right before `index`, on a line further down.

        Its closing quotation mark is missing then, and that of another text was taken for it.
        """
        last = self.quoted
        if last is None or last.end_mark.index != len(self.text[:index].rstrip()):
            return None
        return last.start_mark if last.start_mark.line < last.end_mark.line else None


class _TooDeepError(ExplainerError, yaml.YAMLError):
    """Nesting that no content needs."""

    def __init__(self, event: Any) -> None:
        self.problem = "too deep"
        self.problem_mark = event.start_mark
        super().__init__(self.problem)


OPENED = (
    "unexpected end of stream", "find expected ':'", "expected ',' or", "document indicator",
    "alphabetic or numeric", "directive",
)  # fmt: skip
"""Where one of these is said, the mistake is where the parser began, not where it gave up."""

SYNTAX_WORDS = (
    ("too deep", say("E214", most=MAX_DEPTH)),
    ("mapping values are not allowed", say("E203")),
    ("mapping keys are not allowed", say("E204", right="'? a'")),
    ("cannot start any token", say("E204", right="'@name'")),
    ("did not find expected alphabetic or numeric character", say("E204", right="'*a* b'")),
    ("did not find expected whitespace or line break", say("E204", right="'!a'")),
    ("did not find expected tag URI", say("E204", right="'!a'")),
    ("did not find expected '!'", say("E204", right="'!a'")),
    ("found undefined tag handle", say("E204", right="'!a'")),
    ("end of stream", say("E205")),
    ("document indicator", say("E205.document")),
    ("expected <document start>", say("E202.column")),
    ("did not find expected key", say("E202.column")),
    ("could not find expected ':'", say("E207")),
    ("did not find expected '-' indicator", say("E208.item")),
    ("',' or ']'", say("E206.list")),
    ("',' or '}'", say("E206.group")),
    ("did not find expected node content", say("E206.nothing")),
    ("block sequence entries are not allowed", say("E208.beside")),
    ("did not find expected comment or line break", say("E216")),
    ("indentation indicator", say("E216")),
    ("found a tab", say("E201")),
    ("escape", say("E209")),
    ("hexdecimal", say("E209")),
    ("directive", say("E210")),
    ("incompatible YAML", say("E210")),
    ("version number", say("E210")),
)
"""What the parser says (a part of it) -> what an editor is told; the first that fits."""


def _syntax_words(said: str, lines: list[str], line: int, column: int) -> Message:
    """Say in an editor's words what the parser could not read."""
    if re.match(r" *\t", lines[line]):
        return say("E201")
    if "mapping values" in said and ": " not in lines[line][:column]:
        return say("E202.in")
    for words, hint in SYNTAX_WORDS:
        if words in said:
            return hint
    return say("E202.column")


def _position(event: Any) -> Position:
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1)


__all__ = ["MAX_BYTES", "MAX_DEPTH", "Document", "Position", "not_opened", "read", "read_text"]
