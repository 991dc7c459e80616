"""How long a page takes to read, told of the very words that it shows.

A template says where the time is to be read, by marks that no content can hold; it is put in their
place when the page is made. `WHOLE_TIME` is the time of all of its text, drawings, tables and what
has `data-unread` left out, `PART_TIME` that of the elements that have `data-read`.
"""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Final

WHOLE_TIME: Final = "\ufdd2"
PART_TIME: Final = "\ufdd3"

NOT_READ = frozenset({"svg", "table", "script", "style"})
INLINE = frozenset({"a", "abbr", "bdi", "button", "code", "del", "em", "ins", "span", "strong",
                    "time"})  # fmt: skip
"""Elements that may begin and end within a word."""
VOID = frozenset({"br", "hr", "img", "input", "wbr"})


class _Text(HTMLParser):
    """Gathers the text that is read: all of it, and that of the marked elements."""

    def __init__(self) -> None:
        super().__init__()
        self.whole: list[str] = []
        self.part: list[str] = []
        self._open: list[tuple[str, bool, bool]] = []
        """The elements one is within: their name, whether they are read, whether marked."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._between(tag)
        if tag in VOID:
            return
        _, read, marked = self._open[-1] if self._open else ("", True, False)
        named = dict(attrs)
        hidden = tag in NOT_READ or "hidden" in named or "data-unread" in named
        self._open.append((tag, read and not hidden, marked or "data-read" in named))

    def handle_endtag(self, tag: str) -> None:
        self._between(tag)
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        _, read, marked = self._open[-1] if self._open else ("", True, False)
        if read:
            self.whole.append(data)
        if read and marked:
            self.part.append(data)

    def _between(self, tag: str) -> None:
        if tag not in INLINE:
            self.whole.append(" ")
            self.part.append(" ")


def word_counts(html: str) -> tuple[int, int]:
    """Count the words of an article that are read: all of them, and those of its marked part."""
    text = _Text()
    text.feed(html)
    text.close()
    return _number("".join(text.whole)), _number("".join(text.part))


def _number(text: str) -> int:
    return sum(1 for word in text.split() if any(map(str.isalnum, word)))


def timed(html: str, worded: Callable[[int], str]) -> str:
    """Put the times in the place of their marks; `worded` puts a number of words into a time."""
    if WHOLE_TIME not in html and PART_TIME not in html:
        return html
    whole, part = word_counts(html)
    return html.replace(WHOLE_TIME, worded(whole)).replace(PART_TIME, worded(part))
