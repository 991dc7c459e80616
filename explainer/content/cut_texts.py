"""A text that YAML ends before its editor did: at a # after a space, which begins a comment."""

from __future__ import annotations

import re
from dataclasses import replace

from explainer.content.yaml_file import Document
from explainer.messages import say
from explainer.messages.problems import Fix, Path, Problem, quoted

_NOTE = re.compile(r"#(?:TODO|FIXME|XXX)\b")


def is_taken_for_nothing(document: Document, path: Path, value: object) -> bool:
    """Tell whether a field is empty only because its text begins with a #."""
    comment = document.comments.get(path)
    return value is None and comment is not None and not document.text[comment.start + 1].isspace()


def _is_no_note(comment: str) -> bool:
    """Tell a word with its sign (#5) from what an editor notes for others (# look at this)."""
    sign = comment.lstrip()
    return len(comment) - len(sign) <= 1 and not sign[1:2].isspace() and not _NOTE.match(sign)


def cut_text(document: Document, path: Path) -> Problem:
    """Make the problem of a text beside a comment; quotes around both are its safe fix."""
    comment, span = document.comments[path], document.spans[path]
    typed = document.text[span.start : comment.end].strip()
    right = "'{}'".format(typed.replace("'", "''"))
    is_one_line = "\n" not in typed
    message = say(
        "E219" if is_one_line else "E219.lines",
        lost=quoted(document.text[comment.start : comment.end]),
        right=" ".join(right.split()),
    )
    start = document.text.index(typed, span.start)
    is_sure = is_one_line and _is_no_note(document.text[span.end : comment.end])
    is_all = start == comment.start  # what was read as nothing becomes a text
    fix = Fix(start, comment.end, right, reshapes=is_all) if is_sure else None
    return replace(document.at(comment.start, path, message), fix=fix)
