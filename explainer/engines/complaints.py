"""What MkDocs has against a page of docs/: in lines that name the file, the place and the link."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ABOUT_LINK = re.compile(
    r"Doc file '(?P<file>.*?)' contains an?(?: absolute| unrecognized relative)? link(?: to)? "
    r"'(?P<link>.*?)'(?P<why>[ ,].*)"
)
"""How MkDocs words it. What is worded otherwise is passed on as it is."""
SUGGESTED = re.compile(r"Did you mean '(.*?)'\?")


class Complaints(logging.Handler):
    """Keeps what an engine warns of, in the place of its own log."""

    def __init__(self, docs: Path) -> None:
        super().__init__(logging.WARNING)
        self._docs = docs
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning as a line for people."""
        self.lines.append(self._told(record.getMessage()))

    def _told(self, said: str) -> str:
        found = ABOUT_LINK.match(said)
        if found is None:
            return f"MkDocs: {said}"
        meant = SUGGESTED.search(found["why"])
        right = f"; did you mean '{meant[1]}'?" if meant else ""
        place = _place(self._docs / found["file"], found["link"])
        return f"docs/{found['file']}{place}: link to nowhere: '{found['link']}'{right}"


@contextmanager
def complaints(docs: Path) -> Iterator[list[str]]:
    """List what MkDocs warns of within the block, which it then says nowhere else."""
    log, kept = logging.getLogger("mkdocs"), Complaints(docs)
    propagates, log.propagate = log.propagate, False
    log.addHandler(kept)
    try:
        yield kept.lines
    finally:
        log.removeHandler(kept)
        log.propagate = propagates


def _place(file: Path, link: str) -> str:
    """Find a link in a file, ':12:5'; nothing where it is not written there letter by letter."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    for number, line in enumerate(lines, 1):
        at = re.search(rf"(?<![^(\"'<\s]){re.escape(link)}(?![^)\"'>\s])", line)
        if at:
            return f":{number}:{at.start() + 1}"
    return ""
