"""What is only held for right until a day: the contact of security.txt, renewed in time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from explainer.content.library import Examined, RecordOrigin
from explainer.messages import Message, say
from explainer.messages.problems import Problem
from explainer.system import clock

AHEAD = timedelta(days=30)
"""So long beforehand an editor is told."""
FURTHEST = timedelta(days=366)
"""RFC 9116 asks for less than a year, so that nobody writes to who has left long ago."""
SECURITY_FILE = ".well-known/security.txt"
_EXPIRES = re.compile(r"^expires:[ \t]*(\S.*?)[ \t]*$", re.IGNORECASE | re.MULTILINE)


def expiry_warnings(examined: Examined) -> Iterator[Problem]:
    """Warn of a contact that is no more to be relied on, or will not be soon."""
    newsroom = examined.site.newsroom if examined.site else None
    if newsroom and newsroom.security and (message := _judged(newsroom.security.until)):
        origin = _settings(examined)
        path = (*origin.base, "newsroom", "security", "until")
        yield replace(origin.document.problem(path, message), is_warning=True)
    if examined.library:
        yield from _of_own_file(examined)


def _of_own_file(examined: Examined) -> Iterator[Problem]:
    """Look into the newsroom's own security.txt."""
    static = examined.library.static if examined.library else {}
    if SECURITY_FILE not in static:
        return
    text = static[SECURITY_FILE].read_text("utf-8", errors="replace")
    found = _EXPIRES.search(text)
    at = found.start(1) if found else 0
    if message := _judged(_moment(found[1])) if found else say("W410.none", day=_next_year()):
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        file = (
            _settings(examined).document.file.removesuffix("site.yml") + f"static/{SECURITY_FILE}"
        )
        yield Problem(file, line, column, "Expires", message, is_warning=True)


def _settings(examined: Examined) -> RecordOrigin:
    return next(each for each in examined.origins if each.kind == "site")


def _moment(typed: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _judged(until: datetime | None) -> Message | None:
    if until is None:
        return say("W410.none", day=_next_year())
    left, day = until - clock.now(), f"{until.astimezone(UTC):%Y-%m-%d}"
    if left > FURTHEST:
        return say("W410.long", day=day, right=_next_year())
    if left > AHEAD:
        return None
    return say("W410.over" if left < timedelta() else "W410.soon", day=day, right=_next_year())


def _next_year() -> str:
    return f"{clock.now() + timedelta(days=365):%Y-%m-%d}"
