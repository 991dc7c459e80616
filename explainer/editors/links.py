"""Whether the pages that sources point to still answer: asked politely, told in a table.

A page that refuses a machine is not a dead page: what cannot be told is not reported as dead.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from itertools import groupby
from socket import gaierror
from typing import Any, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import (
    HTTPRedirectHandler,
    OpenerDirector,
    Request,
    build_opener,
)

from explainer.content.evidence import used
from explainer.content.library import Library

State = Literal["answers", "moved", "gone", "unsure"]

GONE = frozenset({404, 410})
"""Answers that mean it; 401, 403, 429 and a server's own failure may be meant for machines."""

FOR_GOOD = frozenset({301, 308})
AT_ONCE = 8
"""Hosts asked at a time; each host is asked one thing after another."""

AGENT = "Mozilla/5.0 (compatible; explainer-links/1.0; asks each source once a night)"
SAFE = "/:?#[]@!$&'()*+,;=%~-._"


@dataclass(frozen=True, slots=True)
class SourceAddress:
    """A page that events rest on; `archived` is the kept copy that the content knows of."""

    url: str
    events: tuple[str, ...] = ()
    archived: str | None = None
    year: str = ""
    """The year of the source's date, or nothing."""

    @property
    def host(self) -> str:
        """The machine that is asked."""
        return urlsplit(self.url).netloc

    @property
    def copy(self) -> str:
        """Where a kept copy is, or is to be looked for: one as near to the source's date as is."""
        return self.archived or f"https://web.archive.org/web/{self.year or '2'}/{self.url}"


@dataclass(frozen=True, slots=True)
class Response:
    """What an address said: its state, and the status or the failure in a few words."""

    address: SourceAddress
    state: State
    said: str
    moved_to: str = ""


class _Redirects(HTTPRedirectHandler):
    """Follows where it is led, and remembers whether it was for good."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(self, *told: Any) -> Request | None:
        """Note the redirect's status, the third of what is told; then do as every client does."""
        self.codes.append(told[2])
        return super().redirect_request(*told)


def addresses(library: Library) -> list[SourceAddress]:
    """List the addresses of all published sources, each once, in the order of their hosts."""
    found: dict[str, SourceAddress] = {}
    for source, events in used(library).items():
        if source.url is None:
            continue
        before = found.get(source.url, SourceAddress(source.url))
        found[source.url] = SourceAddress(
            source.url,
            tuple(dict.fromkeys((*before.events, *events))),
            before.archived or source.archived,
            before.year or (source.date.text[:4] if source.date else ""),
        )
    return sorted(found.values(), key=lambda address: (address.host, address.url))


def ask(
    asked: Iterable[SourceAddress], *, wait: float, pause: float = 1.0, at_once: int = AT_ONCE
) -> list[Response]:
    """Ask each address; `wait` and `pause` are seconds, for an answer and between two of a host."""
    hosts = [list(group) for _, group in groupby(asked, key=lambda address: address.host)]
    with ThreadPoolExecutor(at_once) as pool:
        answers = pool.map(lambda group: _ask_host(group, wait, pause), hosts)
        return [answer for group in answers for answer in group]


def _ask_host(group: list[SourceAddress], wait: float, pause: float) -> list[Response]:
    answers = []
    for number, address in enumerate(group):
        if number:
            time.sleep(pause)
        answers.append(_ask(address, wait))
    return answers


def _ask(address: SourceAddress, wait: float) -> Response:
    """Ask for the head, and for the page where that is not answered well."""
    answer = _try(address, "HEAD", wait)
    return answer if answer.state in ("answers", "moved") else _try(address, "GET", wait)


def _try(address: SourceAddress, method: str, wait: float) -> Response:
    redirects = _Redirects()
    opener: OpenerDirector = build_opener(redirects)
    try:
        request = Request(  # noqa: S310 - the model lets http and https through
            quote(address.url, safe=SAFE), method=method, headers={"User-Agent": AGENT}
        )
        with opener.open(request, timeout=wait) as response:
            for_good = bool(redirects.codes) and set(redirects.codes) <= FOR_GOOD
            state: State = "moved" if for_good else "answers"
            return Response(address, state, str(response.status), response.url if for_good else "")
    except HTTPError as error:
        error.close()
        return Response(address, "gone" if error.code in GONE else "unsure", str(error.code))
    except (URLError, OSError, HTTPException, ValueError) as error:
        return _failure(address, error)


def _failure(address: SourceAddress, error: Exception) -> Response:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, gaierror):
        return Response(address, "gone", "no such host")
    if isinstance(reason, TimeoutError):
        return Response(address, "unsure", "no answer in time")
    if isinstance(reason, ssl.SSLError):
        return Response(address, "unsure", "certificate")
    return Response(address, "unsure", type(reason).__name__)


def text(answers: list[Response]) -> str:
    """Write a line for each address that is gone or moved, and how many there are of each."""
    shown = [answer for answer in answers if answer.state in ("gone", "moved")]
    lines = [f"{a.state} {a.said}: {a.address.url}{_aim(a)}" for a in shown]
    return "\n".join([*lines, ", ".join(f"{state} {n}" for state, n in _counts(answers).items())])


def _aim(answer: Response) -> str:
    return f" -> {answer.moved_to}" if answer.moved_to else f" ({' '.join(answer.address.events)})"


def markdown(answers: list[Response]) -> str:
    """Write the report of the night in Arabic; nothing where every page is there."""
    gone = [answer for answer in answers if answer.state == "gone"]
    if not gone:
        return ""
    rows = [
        f"| {_cell(a.address.url)} | {SAID.get(a.said, a.said)} | {' '.join(a.address.events)} "
        f"| {_cell(a.address.copy)} |"
        for a in gone
    ]
    counts = _counts(answers)
    return "\n".join(
        [
            "هذه صفحات استندت إليها أحداث ولم تعد موجودة. إذا وُجدت نسخة محفوظة، فأضفها إلى المصدر "
            "في الحقل `archived`، ولا تحذف المصدر.",
            "",
            "| الصفحة | الجواب | الأحداث | نسخة محفوظة محتملة |",
            "|---|---|---|---|",
            *rows,
            "",
            *(f"- {STATES[state]}: {number}" for state, number in counts.items()),
            "",
        ]
    )


STATES: Mapping[State, str] = {
    "answers": "تجيب",
    "moved": "انتقلت نهائيا إلى عنوان آخر",
    "gone": "لم تعد موجودة",
    "unsure": "لا يمكن الجزم بشأنها (رفضت برنامجا أو لم تجب الليلة)",
}

SAID = {"404": "404، لا صفحة", "410": "410، أُزيلت", "no such host": "لا موقع بهذا الاسم"}

LINK_FORMATS: Mapping[str, Callable[[list[Response]], str]] = {"text": text, "markdown": markdown}


def _counts(answers: list[Response]) -> dict[State, int]:
    found = {state: sum(a.state == state for a in answers) for state in STATES}
    return {state: number for state, number in found.items() if number}


def _cell(url: str) -> str:
    """Put an address into a table's cell, as text that links."""
    return f"<{quote(url, safe=SAFE)}>"
