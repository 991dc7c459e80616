"""Whether the pages that sources point to still answer: asked politely, told in a table.

A page that refuses a machine is not a dead page: what cannot be told is not reported as dead.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from socket import gaierror
from typing import Literal
from urllib.parse import quote

import httpx

from explainer.content.library import Library
from explainer.content.source_list import used
from explainer.content.web_addresses import host_of
from explainer.editors.public_network import OWN_NETWORK_SAID, keep_to_public
from explainer.messages import MessageLanguage

State = Literal["answers", "moved", "gone", "unsure"]

GONE = frozenset({404, 410})
"""Answers that mean it; 401, 403, 429 and a server's own failure may be meant for machines."""

FOR_GOOD = frozenset({301, 308})
HOSTS_AT_ONCE = 8
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
        return host_of(self.url)

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
    asked: Iterable[SourceAddress],
    *,
    wait: float,
    pause: float = 1.0,
    at_once: int = HOSTS_AT_ONCE,
    own_network: bool = False,
) -> list[Response]:
    """Ask each address; `wait` and `pause` are seconds, for an answer and between two of a host.

    Nothing of one's own network is asked, but with `own_network`.
    """
    hosts = [list(group) for _, group in groupby(asked, key=lambda address: address.host)]
    with ThreadPoolExecutor(at_once) as pool:
        answers = pool.map(
            lambda group: _ask_host(group, wait, pause, own_network=own_network), hosts
        )
        return [answer for group in answers for answer in group]


def _ask_host(
    group: list[SourceAddress], wait: float, pause: float, *, own_network: bool
) -> list[Response]:
    """Ask one host one thing after another, over one connection where it keeps that."""
    answers = []
    headers = {"User-Agent": AGENT}
    with httpx.Client(headers=headers, timeout=wait, follow_redirects=True) as client:
        if not own_network:
            keep_to_public(client)
        for number, address in enumerate(group):
            if number:
                time.sleep(pause)
            answers.append(_ask(address, client))
    return answers


def _ask(address: SourceAddress, client: httpx.Client) -> Response:
    """Ask for the head, and for the page where that is not answered well."""
    answer = _ask_with(address, "HEAD", client)
    return answer if answer.state in ("answers", "moved") else _ask_with(address, "GET", client)


def _ask_with(address: SourceAddress, method: str, client: httpx.Client) -> Response:
    try:
        with client.stream(method, address.url) as answer:  # a page's body is never fetched
            return _judged(address, answer)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        return Response(address, *_failure(error))


def _judged(address: SourceAddress, answer: httpx.Response) -> Response:
    said = str(answer.status_code)
    if answer.is_error:
        return Response(address, "gone" if answer.status_code in GONE else "unsure", said)
    if answer.history and all(each.status_code in FOR_GOOD for each in answer.history):
        return Response(address, "moved", said, str(answer.url))
    return Response(address, "answers", said)


def _failure(error: Exception) -> tuple[State, str]:
    """Tell a host that is not there from one that did not answer this time."""
    if isinstance(error, httpx.TimeoutException):
        return "unsure", "no answer in time"
    if str(error) == OWN_NETWORK_SAID:
        return "unsure", OWN_NETWORK_SAID
    causes = list(_causes(error))
    if any(isinstance(each, gaierror) for each in causes):
        return "gone", "no such host"
    if any(isinstance(each, ssl.SSLError) for each in causes):
        return "unsure", "certificate"
    return "unsure", type(error).__name__


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__ or error.__context__


def text(answers: list[Response], language: MessageLanguage = "en") -> str:
    """Write a line for each address that is gone or moved, and how many there are of each."""
    shown = [answer for answer in answers if answer.state in ("gone", "moved")]
    lines = [
        f"{_state(a.state, language)} {_said(a.said, language)}: {a.address.url}{_target(a)}"
        for a in shown
    ]
    counts = _counts(answers).items()
    separator = "، " if language == "ar" else ", "
    ending = separator.join(f"{_state(state, language)} {number}" for state, number in counts)
    return "\n".join([*lines, ending])


def _state(state: State, language: MessageLanguage) -> str:
    return STATES[state] if language == "ar" else state


def _said(said: str, language: MessageLanguage) -> str:
    return SAID.get(said, said) if language == "ar" else said


def _target(answer: Response) -> str:
    return f" -> {answer.moved_to}" if answer.moved_to else f" ({' '.join(answer.address.events)})"


def markdown(answers: list[Response], language: MessageLanguage = "ar") -> str:  # noqa: ARG001
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

SAID = {
    "no answer in time": "لم تجب في الوقت",
    "certificate": "شهادتها لا تصح",
    "404": "404، لا صفحة",
    "410": "410، أُزيلت",
    "no such host": "لا موقع بهذا الاسم",
    OWN_NETWORK_SAID: "في شبكة خاصة، فلم يُسأل",
}

LINK_FORMATS: Mapping[str, Callable[[list[Response], MessageLanguage], str]] = {
    "text": text,
    "markdown": markdown,
}


def _counts(answers: list[Response]) -> dict[State, int]:
    found = {state: sum(a.state == state for a in answers) for state in STATES}
    return {state: number for state, number in found.items() if number}


def _cell(url: str) -> str:
    """Put an address into a table's cell, as text that links."""
    return f"<{quote(url, safe=SAFE)}>"
