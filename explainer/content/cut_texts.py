"""A text that YAML ends before its editor did: at a # after a space, which begins a comment."""

from __future__ import annotations

from dataclasses import replace

from explainer.content.yaml_file import Document
from explainer.messages import say
from explainer.messages.problems import Fix, Path, Problem, quoted


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
    fix = Fix(start, comment.end, right) if is_one_line else None
    return replace(document.at(comment.start, path, message), fix=fix)
