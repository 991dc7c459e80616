"""Slips of the hand for which YAML cannot be read at all, where it is certain what was meant.

A line that stopped the parser is looked at for each slip in turn. Where a repair lets the parser go
on, the rest of the file is checked in the same run, and `check --fix` writes the line so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from explainer.messages import Message, say


class Repair(NamedTuple):
    """A line as it was meant.

    `number` counts from 0, `column` from 1; `typed` are the columns of its signs before the repair.
    """

    number: int
    line: str
    column: int
    message: Message
    typed: list[int]


Found = Iterator[tuple[int, str, Message]]
"""The column of a slip, the line as it was meant, and what is said of it."""

ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
COLONS = ";\u061b\uff1a\ufe55\ufe13\ua789\u2236\u02d0\u05c3"
"""What looks like a colon and is none."""
ODD_LINE = re.compile(rf"^[{ODD_SPACES}]+ *(?:- |[a-z_]+:)", re.MULTILINE)
"""A line that the parser reads, but as another than it looks."""
_LEAD = r"^( *(?:- +)*)"
_KEY = r"([a-z_]{2,30})"


def repairs(lines: Sequence[str], stopped: int) -> Iterator[Repair]:
    """Yield what may have been meant, of the line where the parser stopped and of those near it."""
    before = next((n for n in range(stopped - 1, -1, -1) if lines[n].strip()), stopped)
    for number in dict.fromkeys((stopped, before, min(stopped + 1, len(lines) - 1))):
        for slip in _SLIPS:
            for start, line, message in slip(lines, number):
                yield _repair(number, lines[number], line, start, message)


_PAIRS = {"[": "]", "{": "}"}


def closings(lines: Sequence[str], number: int) -> Iterator[Repair]:
    """Yield a line with what it lacks at its end: what it opened is not closed.

    Only where the next line begins anew: else a text or a list may go on there.
    """
    line = lines[number].rstrip("\r")
    follows = next((each for each in lines[number + 1 :] if each.strip()), "")
    if follows and not _STEP.match(follows.lstrip()):
        return
    start, signs = _left_open(line)
    if signs:
        right = line.rstrip() + signs
        if signs[0] in "'\"" and line.rstrip().endswith(signs[1:]):
            signs, right = signs[0], f"{line.rstrip().removesuffix(signs[1:])}{signs}"
        code = "E205.close" if signs[0] in "'\"" else "E206.close"
        end = lines[number][len(line) :]
        message = say(code, sign=signs, right=_with_end(right))
        yield _repair(number, lines[number], right + end, start + 1, message)


def _left_open(line: str) -> tuple[int, str]:
    """Find what a value opens and does not close: from where on, and the signs that close it."""
    found = re.match(rf"{_LEAD}(?:{_KEY}: +)?", line)
    at = found.end() if found else 0
    opened: list[tuple[int, str]] = []
    begins = True
    while at < len(line):
        sign = line[at]
        if opened and opened[-1][1] in "'\"":
            if sign == opened[-1][1]:
                opened.pop()
        elif begins and sign in "'\"":
            opened.append((at, sign))
        elif sign in _PAIRS and (begins or opened):
            opened.append((at, _PAIRS[sign]))
        elif opened and sign == opened[-1][1]:
            opened.pop()
        begins = sign in "[{," or (sign == " " and line[at - 1] in ":,[{")
        at += 1
    return (opened[0][0], "".join(sign for _, sign in reversed(opened))) if opened else (0, "")


def _with_end(text: str) -> str:
    """Cut a line that stands in a message as what is right, so that its end is seen."""
    line = text.strip()
    return line if len(line) <= 60 else f"…{line[-57:]}"


def odd_indentation(lines: Sequence[str]) -> Repair | None:
    """Give the first line that begins with spaces that only look like YAML's, as it was meant."""
    for number, line in enumerate(lines):
        if ODD_LINE.match(line):
            column, right, message = next(_indentation(lines, number))
            return _repair(number, line, right, column, message)
    return None


def first_field(lines: Sequence[str]) -> Repair | None:
    """Give the first field of a file that is read as one text, with the space that it lacks."""
    for number, line in enumerate(lines):
        for column, right, message in _no_space(lines, number):
            return _repair(number, line, right, column, message)
    return None


_MARK = re.compile(r"(---|\.\.\.)[ \t\r]*")
_TOP_FIELD = re.compile(r"['\"]?([^\s#'\"-][^\s:'\"]*)['\"]? ?:(?=\s|$)")


def stray_mark(lines: Sequence[str]) -> Repair | None:
    """Give the first mark of a document's end or beginning amid the fields of one, taken away.

    Where a field stands before and after it, there may be two documents indeed.
    """
    for number, line in enumerate(lines):
        if _MARK.fullmatch(line):
            before, after = _top_fields(lines[:number]), _top_fields(lines[number + 1 :])
            rest = any(each.strip() and each[0] != "#" for each in lines[number + 1 :])
            if before and rest and not before & after:
                message = say("E213.mark", mark=line.strip())
                return _repair(number, line, "\r" if line.endswith("\r") else "", 1, message)
    return None


def _top_fields(lines: Sequence[str]) -> set[str]:
    """List the fields that stand at the margin."""
    return {found[1] for line in lines if (found := _TOP_FIELD.match(line))}


def _repair(number: int, before: str, after: str, column: int, message: Message) -> Repair:
    """Note for each sign of the line as it was meant where it was typed."""
    same_end = 0
    limit = min(len(before), len(after))
    same_start = next((n for n in range(limit) if before[n] != after[n]), limit)
    while same_end < limit - same_start and before[-1 - same_end] == after[-1 - same_end]:
        same_end += 1
    new = len(after) - same_start - same_end
    typed = [
        *range(1, same_start + 1),
        *(min(same_start + 1 + n, len(before) - same_end + 1) for n in range(new)),
        *range(len(before) - same_end + 1, len(before) + 2),
    ]
    return Repair(number, after, column, message, typed)


def _indentation(lines: Sequence[str], number: int) -> Found:
    """Know spaces that only look like YAML's, and tabs, before a line."""
    line = lines[number]
    found = re.match(rf"[ \t{ODD_SPACES}]*[\t{ODD_SPACES}][ \t{ODD_SPACES}]*", line)
    if not found:
        return
    tab = "\t" in found[0]
    message = say("E201" if tab else "E201.space")
    column = 1 if tab else re.search(f"[{ODD_SPACES}]", line).start() + 1  # type: ignore[union-attr]
    spaced = re.sub(f"[{ODD_SPACES}]", " ", found[0])
    above = next((each for each in reversed(lines[:number]) if each.strip()), "")
    widths = [spaced.replace("\t", "  "), spaced.replace("\t", "    ")]
    widths += [re.match(" *", above)[0], spaced.replace("\t", "")]  # type: ignore[index]
    for width in dict.fromkeys(widths):
        yield column, width + line[found.end() :], message


def _odd_space(lines: Sequence[str], number: int) -> Found:
    """Know a space that only looks like YAML's after a colon or a dash."""
    line = lines[number]
    found = re.match(rf"{_LEAD}(?:{_KEY}:|-)[ {ODD_SPACES}]*([{ODD_SPACES}])[ {ODD_SPACES}]*", line)
    if found:
        right = re.sub(f"[{ODD_SPACES}]", " ", found[0])
        yield found.start(3) + 1, right + line[found.end() :], say("E201.space")


def _colon(lines: Sequence[str], number: int) -> Found:
    """Know a colon of another alphabet after a field's name."""
    line = lines[number]
    if found := re.match(rf"{_LEAD}{_KEY} ?([{COLONS}]) *", line):
        right = f"{found[1]}{found[2]}: {line[found.end() :]}"
        yield found.start(3) + 1, right, say("E217", sign=found[3], right=shortened(right))


def _no_space(lines: Sequence[str], number: int) -> Found:
    """Know a colon of a field without a space after it."""
    line = lines[number]
    if found := re.match(rf"{_LEAD}{_KEY}:(?=[^\s:/])", line):
        right = f"{found[0]} {line[found.end() :]}"
        yield found.end(2) + 1, right, say("E207.space", right=shortened(right))


def _no_dash_space(lines: Sequence[str], number: int) -> Found:
    """Know a dash of a list without a space after it."""
    line = lines[number]
    if found := re.match(r"^( *)-(?=[^\s-])", line):
        right = f"{found[0]} {line[found.end() :]}"
        yield found.end(1) + 1, right, say("E208.dash", right=shortened(right))


def _no_indent(lines: Sequence[str], number: int) -> Found:
    """Know a paragraph that stands at the margin, below a field whose text goes on below it."""
    line = lines[number]
    if not re.match(r"[^\s#\-a-zA-Z_%&*!|>'\"{}\[\]]", line):
        return
    for above in reversed(lines[:number]):
        if re.match(rf"{_KEY}: *[|>][-+]? *\r?$", above):
            field = above.partition(":")[0]
            yield 1, f"  {line}", say("E207.block", field=field)
        if above.strip() and not above.startswith((" ", "\t")):
            return


def _second_colon(lines: Sequence[str], number: int) -> Found:
    """Know a text with ': ' in it, and no quotation marks around."""
    line = lines[number]
    found = re.match(rf"{_LEAD}{_KEY}: +(?=[^\s'\"\[{{|>&*!%@`#])", line)
    if not found:
        return
    text = line[found.end() :].rstrip()
    at = text.find(": ")
    follows = lines[number + 1] if number + 1 < len(lines) else ""
    deeper = len(follows) - len(follows.lstrip()) > len(found[1])
    if at < 1 or " #" in text or re.search(r"[A-Za-z_]: ", text) or (deeper and follows.strip()):
        return
    right = "'" + text.replace("'", "''") + "'"
    curly = text[0] in "“”‘’«" and text[-1] in "“”‘’»"
    if curly:
        right = "'" + text[1:-1].replace("'", "''") + "'"
    message = say("E203.curly" if curly else "E203.text", right=shortened(right))
    ending = "\r" if line.endswith("\r") else ""
    yield found.end() + at + 1, line[: found.end()] + right + ending, message


_MARKDOWN_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)\s*$")


def _link(lines: Sequence[str], number: int) -> Found:
    """Know a link of Markdown: its address where one belongs, else a text that begins with it."""
    line = lines[number]
    found = re.match(rf"{_LEAD}{_KEY}: +(?=\[[^\]]*\]\()", line)
    if not found:
        return
    text = line[found.end() :].rstrip()
    link = _MARKDOWN_LINK.fullmatch(text)
    right = link[1] if link and found[2] in ("url", "archived") else _in_quotes(text)
    yield found.end() + 1, _with_value(line, found, right), say("E204.text", right=shortened(right))


def _reserved(lines: Sequence[str], number: int) -> Found:
    """Know a text that begins with a sign of YAML's, or has quotation marks at its beginning."""
    line = lines[number]
    found = re.match(
        rf"{_LEAD}{_KEY}: +(?=[@`%!*][^\s]|\[[^\[\]]*\] *[^\s#,\]]|"
        rf"\"[^\"]*\" *[^\s#\"]|'[^']*' *[^\s#'])",
        line,
    )
    if not found:
        return
    text = line[found.end() :].rstrip()
    if " #" in text or ": " in text:
        return
    right = _in_quotes(text)
    yield found.end() + 1, _with_value(line, found, right), say("E204.text", right=shortened(right))


def _in_quotes(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _with_value(line: str, found: re.Match[str], value: str) -> str:
    """Put another value in the place of one; the line keeps its end."""
    return line[: found.end()] + value + ("\r" if line.endswith("\r") else "")


def _bullet(lines: Sequence[str], number: int) -> Found:
    """Know a bullet in the place of a dash."""
    line = lines[number]
    if found := re.match(r"( *)([*•·▪–—])( +)(?=\S)", line):
        right = f"{found[1]}-{found[3]}{line[found.end() :]}"
        yield found.start(2) + 1, right, say("E208.bullet", sign=found[2], right=shortened(right))


def _no_colon(lines: Sequence[str], number: int) -> Found:
    """Know a field without a colon after its name."""
    line = lines[number]
    if found := re.match(rf"{_LEAD}{_KEY} *(=| )(?! *[:=]) *(?=[^\s:#])", line):
        right = f"{found[1]}{found[2]}: {line[found.end() :]}"
        yield found.start(2) + 1, right, say("E207.colon", right=shortened(right))


def _off_column(lines: Sequence[str], number: int) -> Found:
    """Know a field beside whose column those above and below it stand."""
    column = _column_of_field(lines[number])
    if column is None or lines[number].lstrip().startswith("- "):
        return
    above = [c for c in map(_column_of_field, reversed(lines[:number])) if c is not None]
    follows = next((line for line in lines[number + 1 :] if line.strip()), "")
    if re.match(r" *- ", follows):  # the list of this field: the field is not further in
        meant = next((each for each in above if each <= _margin(follows)), None)
    else:
        below = next((c for c in map(_column_of_field, lines[number + 1 :]) if c is not None), None)
        meant = below if above[:1] in ([below], []) else None
    if meant not in (None, column):
        message = say("E202.off", column=meant)
        yield column + 1, " " * (meant or 0) + lines[number].lstrip(), message


def _off_dash(lines: Sequence[str], number: int) -> Found:
    """Know a dash that stands not in the column of the others, or not before its item's fields."""
    line = lines[number]
    if not re.match(r" *- +\S", line):
        return
    column = _margin(line)
    around = [*reversed(lines[:number]), *lines[number + 1 :]]
    beside = [_margin(each) for each in around if re.match(r" *- ", each)]
    own = _column_of_field(lines[number + 1]) if number + 1 < len(lines) else None
    if own is not None and own >= 2 and _column_of_field(line) is not None:
        beside.insert(0, own - 2)
    for meant in dict.fromkeys(beside):
        if meant != column:
            yield column + 1, " " * meant + line.lstrip(), say("E208.off", column=meant)


def _missing_dash(lines: Sequence[str], number: int) -> Found:
    """Know the first field of an item that has no dash, while the next stands where it would."""
    line = lines[number]
    column = _column_of_field(line)
    below = _column_of_field(lines[number + 1]) if number + 1 < len(lines) else None
    if column is None or "- " in line[:column] or below != column + 2:
        return
    right = f"{' ' * column}- {line.lstrip()}"
    yield column + 1, right, say("E208.missing", right=shortened(right))


def _double_dash(lines: Sequence[str], number: int) -> Found:
    """Know two dashes before a field: a list in a list, which no field takes."""
    if found := re.match(rf"( *- )(?:- )+(?={_KEY}:)", lines[number]):
        right = found[1] + lines[number][found.end() :]
        yield found.end(1) + 1, right, say("E208.double", right=shortened(right))


def _column_of_field(line: str) -> int | None:
    """Give the column, counted from 0, of the field on a line; None where none begins there."""
    found = re.match(rf"{_LEAD}{_KEY}:(?=\s|$)", line)
    return len(found[1]) if found else None


_SLIPS = (
    _indentation,
    _odd_space,
    _colon,
    _no_space,
    _no_dash_space,
    _no_indent,
    _second_colon,
    _link,
    _reserved,
    _bullet,
    _off_column,
    _off_dash,
    _double_dash,
    _missing_dash,
    _no_colon,
)


def shortened(text: str) -> str:
    """Cut a line that stands in a message as what is right."""
    line = text.strip()
    return line if len(line) <= 60 else f"{line[:57]}…"


_STEP = re.compile(r"(- +|-$)|['\"]?([a-z_][a-z_0-9-]*)['\"]? ?:(?=\s|$)")


def field_by_lines(lines: Sequence[str], number: int) -> tuple[str | int, ...]:
    """Tell from the lines alone in which field a line lies, where they cannot be read."""
    path: list[str | int] = []
    limit = len(lines[number]) + 1 if _steps(lines[number]) else _margin(lines[number])
    items: tuple[int, int] | None = None
    """Of the list that is being counted: the column of its dashes, and how many came before."""
    passed = 0
    for at in range(number, -1, -1):
        for column, step, holds in reversed(_steps(lines[at])):
            if items and (column, step) == (items[0], "-"):
                items = column, items[1] + 1
            elif column < limit and (holds or at == number):
                path[:0] = [items[1]] if items else [passed - 1] if passed else []
                items = (column, 0) if step == "-" else None
                path[:0] = [] if items else [step]
                limit, passed = (column + 1 if items else column), 0
            else:
                passed += step == "-"
    return (items[1], *path) if items else tuple(path)


def _steps(line: str) -> list[tuple[int, str, bool]]:
    """List the dashes that a line begins with, and its field, each with its column.

    Beside them stands whether something can lie in them on the lines below.
    """
    at = _margin(line)
    steps: list[tuple[int, str, bool]] = []
    while found := _STEP.match(line.rstrip(), at):
        holds = bool(found[1]) or not line[found.end() :].strip(" \r\t|>-+")
        steps.append((at, "-" if found[1] else found[2], holds))
        at = found.end()
        if found[2]:
            break
    return steps


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())
