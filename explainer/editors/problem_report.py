"""Problems as lines for people, as JSON, or as annotations on the lines of a proposed change."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from explainer.messages import Message, MessageLanguage, say
from explainer.messages.problems import Problem

Format = Literal["text", "json", "github"]

_IN_VALUES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_VALUES, ":": "%3A", ",": "%2C"}


SHOWN_LINES = 200
"""So many problems are shown as lines; of the rest it is told how many there are, and where."""


def report(problems: Iterable[Problem], form: Format, language: MessageLanguage) -> str:
    """Write problems in one of the formats; nothing where a format says nothing of none."""
    return PROBLEM_FORMATS[form](list(problems), language)


def for_terminal(line: str) -> str:
    """Isolate the Arabic words after the place of a problem, so that a terminal turns them whole.

    Without it the place, which is Latin, would make all of the line run from the left.
    """
    place, colon, words = line.partition(": ")
    return f"{place}{colon}\u2067{words}\u2069" if re.search("[ء-ي]", words) else line


def _text(problems: list[Problem], language: MessageLanguage) -> str:
    lines = [problem.text(language) for problem in problems[:SHOWN_LINES]]
    if rest := problems[SHOWN_LINES:]:
        lines.append(getattr(_not_shown(rest), language))
    return "\n".join(lines)


def _not_shown(rest: list[Problem]) -> Message:
    """Count what is not shown, by code and by file, the most first."""
    return say(
        "run.more",
        number=len(rest),
        codes=_counted(problem.code for problem in rest),
        files=_counted(problem.file for problem in rest),
    )


def _counted(names: Iterable[str]) -> Message:
    counts = sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))
    listed = [f"{name} {number}" for name, number in counts[:_COUNTED]]
    over = sum(number for _, number in counts[_COUNTED:])
    more = [say("run.others", number=over)] if over else []
    return Message(
        "",
        ", ".join([*listed, *(each.en for each in more)]),
        "، ".join([*listed, *(each.ar for each in more)]),
    )


_COUNTED = 10


def _json(problems: list[Problem], language: MessageLanguage) -> str:
    return json.dumps([_fields(each, language) for each in problems], ensure_ascii=False, indent=1)


def _fields(problem: Problem, language: MessageLanguage) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "field": problem.where,
        "severity": problem.severity,
        "code": problem.code,
        "message": getattr(problem.message, language),
        "fixable": problem.fix is not None,
    }


def _github(problems: list[Problem], language: MessageLanguage) -> str:
    return "\n".join(_annotation(problem, language) for problem in problems)


def _annotation(problem: Problem, language: MessageLanguage) -> str:
    """Write one workflow command; nothing that an editor typed can end it or begin another."""
    properties = {
        "file": problem.file,
        "line": problem.line,
        "col": problem.column,
        "title": f"{problem.code} {problem.where}",
    }
    listed = ",".join(f"{key}={_escaped(v, _IN_PROPERTIES)}" for key, v in properties.items())
    words = getattr(problem.message, language)
    return f"::{problem.severity} {listed}::{_escaped(f'{problem.where}: {words}', _IN_VALUES)}"


def _escaped(value: object, signs: Mapping[str, str]) -> str:
    """Escape what a workflow command reads as its own, and what a terminal takes for a line end."""
    lines = "".join(c if c.isprintable() or c in signs else " " for c in str(value))
    return "".join(signs.get(character, character) for character in lines)


PROBLEM_FORMATS: Mapping[Format, Callable[[list[Problem], MessageLanguage], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
