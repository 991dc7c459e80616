"""Read a YAML file as the editor typed it: every value is text, every key has its position.

Only the plain part of YAML is let in: what an editor cannot see at a glance (anchors, tags,
merge keys, invisible characters) is refused with its position. One parser reads all files: libyaml,
as it comes inside the pinned PyYAML.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any, NamedTuple

import yaml
from yaml import events as ev
from yaml._yaml import CParser

from explainer.content.unseen import (
    FORBIDDEN,
    HOLE,
    ReadableText,
    is_meaningless,
    readable,
    unseen_words,
)
from explainer.content.yaml_slips import (
    ODD_LINE,
    Repair,
    closings,
    field_by_lines,
    first_field,
    odd_indentation,
    repairs,
    stray_mark,
)
from explainer.messages import TABLE, Message, say
from explainer.messages.problems import BY_READING, Fix, Path, Problem, field_name
from explainer.system.errors import ExplainerError

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

CONFLICT = re.compile(r"^(?:([<>|])\1{6} |={7}\r?$)", re.MULTILINE)
SHORT_ESCAPES = {
    "\0": "0", "\a": "a", "\b": "b", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e", "\x85": "N",
    "\u2028": "L", "\u2029": "P",
}  # fmt: skip
"""What YAML has a letter for, of what nobody sees."""
COMMENT = re.compile(r"([ \t]*(?:\r?\n[ \t]*)?)(#[^\r\n]*[^\s])")
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
    mended: str = ""
    """What may be written in the place of the file: what was parsed, with its damage as typed."""
    typed: str = ""
    """What the file holds."""
    columns: dict[int, list[int]] = field(default_factory=dict)
    """Of each line that was read otherwise than typed: the column at which each sign was typed."""
    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)
    spans: dict[Path, TextSpan] = field(default_factory=dict)
    placed: bool = False
    comments: dict[Path, TextSpan] = field(default_factory=dict)
    """A value that ends where a comment begins -> the comment: one text may be meant."""
    spoiled: set[Path] = field(default_factory=set)
    incomplete: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    slips: list[Problem] = field(default_factory=list)
    """Those of lines that were read as they were meant."""
    readable: bool = True

    def problem(self, path: Path, message: Message, *, at_key: bool = False) -> Problem:
        """Make a problem at the place of `path`, or of the nearest thing around it that exists."""
        position = self.position(path, at_key=at_key)
        return self._problem_at(position.line, position.column, field_name(path), message)

    def _problem_at(self, line: int, column: int, where: str, message: Message) -> Problem:
        """Make a problem at a place of what was parsed; it is shown where that was typed."""
        return Problem(self.file, line, self.typed_column(line, column), where, message)

    def typed_column(self, line: int, column: int) -> int:
        """Give the column at which a sign of a line was typed."""
        typed = self.columns.get(line)
        if not typed:
            return column
        return typed[column - 1] if column <= len(typed) else typed[-1] + column - len(typed)

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
        self.keys, self.values, self.spans = _places(self.text)
        self.placed = True

    def begin_again(self) -> None:
        """Forget what was read: the text is another."""
        self.data, self.keys, self.values, self.spans = None, {}, {}, {}
        self.spoiled, self.incomplete, self.problems = set(), set(), []

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
        return self.problem(path, message) if index is None else self.at(index, path, message)

    def at(self, index: int, path: Path, message: Message) -> Problem:
        """Make a problem of a field at a character of the file."""
        line, column = _line_column(self.text, index)
        return self._problem_at(line, column, field_name(path), message)

    def value(self, path: Path) -> Any:
        """Give what stands at a path; None where nothing does."""
        return _value(self.data, path)

    def value_fix(self, path: Path, right: str) -> Fix | None:
        """Make the change that puts another value in the place of one; its signs around stay.

        None where what was typed is not the very value, as with escapes.
        """
        value = _value(self.data, path)
        if not isinstance(value, str) or not value.strip():
            return None
        bare = value.strip()
        start = self.index(path, value.index(bare[0]))
        span = self.spans.get(path)
        if start is None or span is None or self.text[start : start + len(bare)] != bare:
            return None
        return Fix(start, start + len(bare), right)

    def list_fix(self, path: Path, right: str) -> Fix | None:
        """Make the change that puts a list in the place of a text; None for one of many lines."""
        self.place()
        span = self.spans.get(path)
        if span is None or span.style in ("|", ">") or "\n" in self.text[span.start : span.end]:
            return None
        return Fix(span.start, span.end, right, reshapes=True)

    def is_in_brackets(self, path: Path) -> bool:
        """Tell whether a value is an item of a list in [ ]."""
        self.place()
        place = self.values.get(path[:-1])
        if place is None:
            return False
        return self.text.split("\n")[place.line - 1][place.column - 1] == "["

    def field_on(self, line: int, column: int) -> str | None:
        """Name the field that stands on a line, or whose text goes on there; None for none."""
        self.place()
        begun = [
            (place, len(path), path)
            for places in (self.values, self.keys)
            for path, place in places.items()
            if place.line == line and path
        ]
        if begun:
            here = [each for each in begun if each[0].column <= column]
            return field_name(max(here or begun[-1:], key=lambda each: each[:2])[2])
        held = [
            path
            for path, span in self.spans.items()
            if path and self._line_of(span.start) <= line <= self._line_of(span.end - 1)
        ]
        if held:
            return field_name(max(held, key=lambda path: self.spans[path].start))
        lines = self.text.split("\n")
        found = field_by_lines(lines, line - 1) if line <= len(lines) else ()
        return field_name(found) if found else None

    def _line_of(self, index: int) -> int:
        return self.text.count("\n", 0, index) + 1

    def is_spoiled(self, path: Path) -> bool:
        """Tell whether `path` is, or lies in, something that could not be read."""
        return bool(self.spoiled) and any(
            path[:length] in self.spoiled for length in range(len(path) + 1)
        )


_Places = tuple[dict[Path, Position], dict[Path, Position], dict[Path, TextSpan]]


@lru_cache(64)
def _places(text: str) -> _Places:
    """Find where the keys and values of a text stand; nobody changes what is found."""
    document = Document("", placed=True, text=text)
    _Composer(document).compose()
    return document.keys, document.values, document.spans


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


def _read(typed: str | None, document: Document) -> Document:
    document.typed = typed or ""
    if typed is None or not _is_one_side(typed, document):
        document.readable, document.placed = False, True
        return document
    read = readable(typed)
    document.text, document.mended, document.columns = read.text, read.mended, read.columns
    try:
        document.data = _plain_data(read.text)
        if isinstance(document.data, str):
            raise _UnusualError  # no file of content is one text
    except (yaml.YAMLError, _UnusualError):
        document.placed = True
        _compose(document, {each.line for each in read.found if not each.mendable})
        document.problems += [_in_its_field(each, document) for each in document.slips]
    document.problems += _unseen(read, document)
    return document


def _compose(document: Document, damaged: set[int]) -> None:
    """Read event by event; where a slip stops the parser, as it was meant."""
    for _ in range(_REPAIRS):
        lines = document.text.split("\n")
        repair = odd_indentation(lines) or stray_mark(lines)
        repair = repair or _Composer(document, damaged).compose()
        if repair is None and isinstance(document.data, str):
            repair = first_field(lines)
        if repair is None:
            return
        _apply(repair, document)


_REPAIRS = 60
"""A file with more slips than this is not read on."""


def _apply(repair: Repair, document: Document) -> None:
    """Read a line as it was meant; what was found so far is found again."""
    line = repair.number + 1
    column = document.typed_column(line, repair.column)
    typed = [document.typed_column(line, each) for each in repair.typed]
    for name in ("text", "mended"):
        lines = getattr(document, name).split("\n")
        lines[repair.number] = repair.line
        setattr(document, name, "\n".join(lines))
    document.columns[line] = typed
    document.begin_again()
    document.slips.append(
        Problem(document.file, line, column, "yaml", repair.message, fix=BY_READING)
    )


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


def _is_one_side(text: str, document: Document) -> bool:
    """Report the marks of an unfinished merge: nobody knows which side is meant."""
    conflicts = list(_conflicts(text, document.file))
    document.problems.extend(conflicts)
    return not conflicts


_OF_THE_WHOLE = (say("E102"), say("E104.returns"), say("E104.doubled"))
"""What is said of a file, not of a field in it."""


def _unseen(read: ReadableText, document: Document) -> Iterator[Problem]:
    """Report the characters that nobody sees, each in the field that it stands in."""
    for each in read.found:
        fix = BY_READING if each.mendable else None
        problem = Problem(document.file, each.line, each.column, "file", each.message, fix=fix)
        is_whole = each.message in _OF_THE_WHOLE
        yield problem if is_whole else _in_its_field(problem, document)


def _in_its_field(problem: Problem, document: Document) -> Problem:
    """Name the field that stands where something was found, if one does."""
    typed = document.columns.get(problem.line)
    column = 1 + sum(at < problem.column for at in typed[:-1]) if typed else problem.column
    return replace(problem, where=document.field_on(problem.line, column) or problem.where)


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


@lru_cache(1024)
def _plain_data(text: str) -> Any:
    """Read a file in which nothing is unusual: the same data as the composer's, in half the time.

    Who mends or watches a folder reads most files again as they were: nobody changes the data.
    Raises YAMLError or _UnusualError where the composer has something to say.
    """
    if HOLE in text or "\\" in text or " #" in text or "\t#" in text or ODD_LINE.search(text):
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

    def __init__(self, document: Document, damaged: Container[int] = ()) -> None:
        self.text = document.text
        self.document = document
        self.parser = CParser(self.text)
        self.documents = 0
        self.damaged = damaged
        """Lines with damage, which may be why they cannot be read."""
        self.quoted: Any = None
        """The last text in quotation marks."""

    def compose(self) -> Repair | None:
        """Read the text; where a slip stops that, say how it was meant."""
        try:
            self._stream()
        except yaml.YAMLError as error:
            if repair := self._repair(error):
                return repair
            self._syntax(error)
            self.document.readable = False
        finally:
            self.parser.dispose()
        return None

    def _repair(self, error: yaml.YAMLError) -> Repair | None:
        """Find the reading of a line near the stop with which the parser gets to the end.

        Where none brings it there, it is the first with which it gets further.
        """
        stop = _place_of_stop(error)
        if stop is None or isinstance(error, _TooDeepError):
            return None
        lines = self.text.split("\n")
        further: Repair | None = None
        last = len(lines) - 1
        opened = self._opened(error)
        found: list[Repair] = [*closings(lines, min(opened.line, last))] if opened else []
        for repair in (*found, *repairs(lines, min(stop[0], last))):
            meant = "\n".join((*lines[: repair.number], repair.line, *lines[repair.number + 1 :]))
            again = _stop_of(meant)
            if again is None:
                return repair
            if further is None and again > self._moved(stop, repair, lines):
                further = repair
        return further

    @staticmethod
    def _moved(stop: tuple[int, int], repair: Repair, lines: list[str]) -> tuple[int, int]:
        """Give the place of a stop when a line has been repaired."""
        line, column = stop
        longer = len(repair.line) - len(lines[repair.number])
        return line, column + (longer if line == repair.number else 0)

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
        elif not event.style and (comment := self._comment_after(end, path)):
            self.document.comments[path] = comment
        text = self._visible(event, path)
        is_null = event.style == "" and text in NULLS
        if text != event.value or (is_null and decorated):
            self.document.spoiled.add(path)
        return None if is_null else text

    def _comment_after(self, end: int, path: Path) -> TextSpan | None:
        """Find the comment beside a value, or further in on the next line, where a text goes on."""
        found = COMMENT.match(self.text, end)
        if found is None:
            return None
        key = self.document.keys.get(path)
        is_beside = "\n" not in found[1]
        goes_on = key and len(found[1].rpartition("\n")[2]) >= key.column
        return TextSpan(found.start(2), found.end(2), "#") if is_beside or goes_on else None

    def _visible(self, event: Any, path: Path) -> str:
        """Take out what nobody sees; what was typed as an escape is reported only now."""
        found = FORBIDDEN.search(event.value)
        if found is None:
            return str(event.value)
        begin, end = event.start_mark.index, event.end_mark.index
        short = SHORT_ESCAPES.get(found[0], "0{9}")
        typed = re.compile(rf"\\(?:[xuU]0*(?i:{ord(found[0]):x})|{short})")
        if place := typed.search(self.text, begin, end):
            line, column = _line_column(self.text, place.start())
            message = unseen_words(found[0], say("escaped"))
            fix = Fix(place.start(), place.end(), "") if is_meaningless(found[0]) else None
            problem = self._problem(line, column, field_name(path), message)
            self.document.problems.append(replace(problem, fix=fix))
        return FORBIDDEN.sub("", event.value)

    def _problem(self, line: int, column: int, where: str, message: Message) -> Problem:
        column = self.document.typed_column(line, column)
        return Problem(self.document.file, line, column, where, message)

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
        self.document.problems.append(self._problem(position.line, position.column, where, message))
        if spoil:
            self.document.spoiled.add(path)

    def _syntax(self, error: yaml.YAMLError) -> None:
        """Report where the reading stopped, unless a hole in that line may be the cause."""
        said = _said(error)
        mark = self._opened(error) or getattr(error, "problem_mark", None)
        if mark and mark is self._opened_quote(error):
            said = "unexpected end of stream"
        lines = self.text.rstrip().split("\n")
        line, column = (mark.line, mark.column) if mark else (0, 0)
        if "mapping values" in said and line and _is_no_field(lines[line - 1 : line + 1]):
            said, line, column = "could not find expected ':'", line - 1, 0
        if line >= len(lines):
            line, column = len(lines) - 1, len(lines[-1])
        message = _syntax_words(said, lines, line, column)
        where = self.document.field_on(line + 1, column + 1) or "yaml"
        if isinstance(error, _TooDeepError):
            where = where.partition("[")[0]
        if line + 1 not in self.damaged:
            self.document.problems.append(self._problem(line + 1, column + 1, where, message))

    def _opened(self, error: yaml.YAMLError) -> Any:
        """Find where that was opened which the parser saw no end of; None where nothing was."""
        if quote := self._opened_quote(error):
            return quote
        is_open = any(words in _said(error) for words in OPENED)
        return getattr(error, "context_mark", None) if is_open else None

    def _opened_quote(self, error: yaml.YAMLError) -> Any:
        mark = getattr(error, "problem_mark", None)
        if any(words in _said(error) for words in OPENED):
            mark = getattr(error, "context_mark", None) or mark
        return self._quote_before(mark.index) if mark else None

    def _quote_before(self, index: int) -> Any:
        """Find where a quoted text begins that ends right before `index`, on a line further down.

        Its closing quotation mark is missing then, and that of another text was taken for it.
        """
        last = self.quoted
        if last is None or last.end_mark.index != len(self.text[:index].rstrip()):
            return None
        return last.start_mark if last.start_mark.line < last.end_mark.line else None


def _said(error: yaml.YAMLError) -> str:
    """Give what the parser says is wrong."""
    return str(getattr(error, "problem", None) or error)


def _is_no_field(lines: list[str]) -> bool:
    """Tell whether the first of two lines at the margin is words, and the second a field."""
    words, field_line = lines
    return not re.match(r"[\s#\-]|.*:(\s|$)", words) and bool(re.match(r"[a-z_]+:", field_line))


def _place_of_stop(error: yaml.YAMLError) -> tuple[int, int] | None:
    """Give the line and the column at which the parser stopped, counted from 0."""
    mark = getattr(error, "problem_mark", None)
    return (mark.line, mark.column) if mark else None


def _stop_of(text: str) -> tuple[int, int] | None:
    """Find where the parser would stop in a text; None where it reads all of it."""
    parser = CParser(text)
    try:
        while parser.get_event() is not None:
            pass
    except yaml.YAMLError as error:
        return _place_of_stop(error) or (0, 0)
    finally:
        parser.dispose()
    return None


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
