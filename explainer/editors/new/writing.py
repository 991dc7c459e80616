"""YAML as the house writes it, so that a text is read as it was typed."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

LINE_WIDTH = 100
"""Characters in a line."""

_LIKE_A_NUMBER = re.compile(r"[-+.\d][-+.\d_:,a-fox tz]*", re.IGNORECASE)
_LIKE_A_WORD = re.compile(r"y|n|yes|no|on|off|true|false|null", re.IGNORECASE)
_NEEDS_QUOTES = re.compile(r"[^\w“(]|.*(: |:$| #|\t)", re.DOTALL)
_NEEDS_QUOTES_WITHIN = re.compile(r".*[\[\]{},:#]", re.DOTALL)
_DATE = re.compile(r"\d{3,4}X?(-[-\d~?%X]+)?[~?%]?(/[-\d~?%X.]*)?")


def one_line(text: str) -> str:
    """Write a text on one line, with single spaces."""
    return " ".join(text.split())


def scalar(text: str, *, within: bool = False) -> str:
    """Write a text, quoted where it would be read as something else; `within` brackets or not."""
    wrong = (
        not text
        or _LIKE_A_NUMBER.fullmatch(text)
        or _LIKE_A_WORD.fullmatch(text)
        or _NEEDS_QUOTES.match(text)
        or (within and _NEEDS_QUOTES_WITHIN.match(text))
    )
    return "'{}'".format(text.replace("'", "''")) if wrong else text


def date(text: str) -> str:
    """Write a date; one that YAML might take for something else is quoted."""
    return text if _DATE.fullmatch(text) else scalar(text)


def listed(items: Iterable[str]) -> str:
    """Write a list on one line."""
    return f"[{', '.join(scalar(item, within=True) for item in items)}]"


def field(name: str, text: str, indent: int = 0) -> str:
    """Write a field with a text: beside its name, or folded below it where it is long."""
    pad = " " * indent
    beside = f"{pad}{name}: {scalar(text)}\n"
    return beside if len(beside) <= LINE_WIDTH + 1 else folded(name, text, indent)


def folded(name: str, text: str, indent: int = 0) -> str:
    """Write a field with a text below its name, in lines."""
    pad = " " * (indent + 2)
    lines = textwrap.wrap(
        text, LINE_WIDTH - len(pad), break_long_words=False, break_on_hyphens=False
    )  # what has no space cannot be parted
    return f"{' ' * indent}{name}: >-\n" + "".join(f"{pad}{line}\n" for line in lines)


def comment(text: str, indent: int = 0) -> str:
    """Write an explanation on a line of its own, or on several."""
    pad = " " * indent + "# "
    return "".join(f"{pad}{line}\n" for line in textwrap.wrap(text, LINE_WIDTH - len(pad)))
