"""Signs of other markups, which readers would see as they are typed: HTML, tables, pictures."""

from __future__ import annotations

import re

from explainer.editors.desk.rule import Context, Find, Hit, Rule, seen, words

_MARKS = "[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
MOST_MARKS = 3
"""On one letter: a shadda, a vowel and a small alef are the most that Arabic has."""


def _found(pattern: str) -> Find:
    compiled = re.compile(pattern, re.MULTILINE)

    def find(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
        return [Hit(each.start(), each.end()) for each in compiled.finditer(text)]

    return find


def _too_many_marks(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find letters under a stack of marks; the first of every kind may stay."""
    return [
        Hit(each.start(), each.end(), "".join(dict.fromkeys(each[0]))[:MOST_MARKS], safe=False)
        for each in _STACK.finditer(text)
    ]


_STACK = re.compile(f"{_MARKS}{{{MOST_MARKS + 1},}}|({_MARKS})\\1+")
_HTML = r"</?[A-Za-z][^<>\n]*>|<!--|-->|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]+);"
_RULE = r"[ \t]*:?-{3,}:?[ \t]*"
_TABLE = rf"^[ \t]*\|.*\|[ \t]*$|^{_RULE}(?:\|{_RULE})+$"

MARKUP_RULES = (
    Rule("E650", _found(_HTML),
         near=words("<", ">", "&")),
    Rule("E651", _found(_TABLE),
         near=words("|")),
    Rule("E652", _found(r"!\[[^\[\]\n]*\]?"), near=words("![")),
    Rule("E653", _found(r"^[ \t]*>[ \t]?(?=\S)|^[ \t]*(?:```|~~~).*$|`[^`]*`|~~(?=\S)|"
                        r"^[ \t]*(?:-{3,}|={3,}|\*{3,}|_{3,})[ \t]*$|\]\[[^\[\]\n]*\]"),
         near=seen(r"[>`~=*_-]|\]\[")),
    Rule("E654", _too_many_marks, near=seen(f"{_MARKS}{_MARKS}")),
)  # fmt: skip
