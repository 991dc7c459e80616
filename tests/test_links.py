"""The link check: what is gone, what moved, what cannot be told; politely."""

from __future__ import annotations

import itertools
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from explainer.content.library import Library
from explainer.editors import public_network
from explainer.editors.links import Response, SourceAddress, addresses, ask, markdown, text
from explainer.editors.public_network import OWN_NETWORK_SAID, is_public_address

ANSWERS = {
    "/here": 200, "/gone": 404, "/removed": 410, "/shut": 403, "/busy": 429, "/ill": 500,
    "/moved": 301, "/lent": 302, "/no-head": 200, "/عربي": 200, "/endless": 200, "/astray": 301,
    "/moved-twice": 301, "/moved-and-lent": 301, "/round": 301, "/moved-away": 301,
}  # fmt: skip
LOCATIONS = {
    "/moved-twice": "/moved", "/moved-and-lent": "/lent", "/round": "/round",
    "/astray": "http://nowhere.invalid/", "/moved-away": "/gone",
}  # fmt: skip


class Host(BaseHTTPRequestHandler):
    """Answers as its table says, and remembers what it was asked."""

    asked: list[tuple[str, str, float]] = []  # noqa: RUF012 - one list a server is meant

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        self.asked.append((self.command, self.path, time.monotonic()))
        if self.path == "/slow":
            time.sleep(1)
        status = ANSWERS.get(self.path, 200)
        if self.path == "/no-head" and self.command == "HEAD":
            status = 404
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", LOCATIONS.get(self.path, "/here"))
        self.send_header("Content-Length", "1000000" if self.path == "/endless" else "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(autouse=True)
def _without_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _ask(url: str, wait: float = 5) -> Response:
    return ask([SourceAddress(url)], wait=wait, pause=0, own_network=True)[0]


@pytest.mark.parametrize(
    ("path", "state", "said"),
    [
        ("/here", "answers", "200"), ("/gone", "gone", "404"), ("/removed", "gone", "410"),
        ("/shut", "unsure", "403"), ("/busy", "unsure", "429"), ("/ill", "unsure", "500"),
        ("/moved", "moved", "200"), ("/lent", "answers", "200"), ("/no-head", "answers", "200"),
        ("/moved-twice", "moved", "200"), ("/moved-and-lent", "answers", "200"),
        ("/moved-away", "gone", "404"), ("/round", "unsure", "TooManyRedirects"),
        ("/astray", "gone", "no such host"), ("/endless", "answers", "200"),
    ],
)  # fmt: skip
def test_a_page_is_judged_by_its_answer(host: str, path: str, state: str, said: str) -> None:
    answer = _ask(host + path)
    assert (answer.state, answer.said) == (state, said)
    assert answer.moved_to == (f"{host}/here" if state == "moved" else "")


def test_an_address_is_asked_as_the_network_writes_it(host: str) -> None:
    _ask(f"{host}/عربي?س=1")
    assert ("HEAD", "/%D8%B9%D8%B1%D8%A8%D9%8A?%D8%B3=1") in [each[:2] for each in Host.asked]


def test_a_name_in_arabic_is_no_name_that_is_missing(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The network knows names by ASCII only; a proxy, as a machine may have one, is asked here."""
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", host)
    assert _ask("http://مثال.إختبار/here").state == "answers"
    assert ("HEAD", "http://xn--mgbh0fb.xn--kgbechtv/here") in [each[:2] for each in Host.asked]


def test_a_host_that_is_not_there_is_gone_and_one_that_is_slow_is_not(host: str) -> None:
    assert _ask("http://nowhere.invalid/").state == "gone"
    assert _ask(f"{host}/slow", wait=0.2).said == "no answer in time"


def test_one_host_is_asked_one_thing_after_another(host: str) -> None:
    Host.asked.clear()
    ask([SourceAddress(f"{host}/{n}") for n in range(3)], wait=5, pause=0.1, own_network=True)
    times = [when for _, _, when in Host.asked]
    assert len(times) == 3
    assert min(b - a for a, b in itertools.pairwise(times)) >= 0.09


def test_the_report_names_events_and_a_copy_to_look_for() -> None:
    dead = SourceAddress("https://example.org/a|b", ("2021-01-01-x",), year="2021")
    report = markdown(
        [Response(dead, "gone", "404"), Response(SourceAddress("https://x.org"), "unsure", "403")]
    )
    assert "| <https://example.org/a%7Cb> | 404، لا صفحة | 2021-01-01-x |" in report
    assert "<https://web.archive.org/web/2021/https://example.org/a%7Cb>" in report
    assert "لا يمكن الجزم بشأنها (رفضت برنامجا أو لم تجب الليلة): 1" in report


def test_where_nothing_is_gone_there_is_no_report() -> None:
    answers = [Response(SourceAddress("https://x.org"), "answers", "200")]
    assert markdown(answers) == ""
    assert text(answers) == "answers 1"


def test_every_published_source_is_asked_once(library: Library) -> None:
    found = addresses(library)
    assert len({address.url for address in found}) == len(found) > 3
    assert all(address.events or address.year for address in found)


# What is never asked.


OWN = ["127.0.0.1", "10.0.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "::1", "fe80::1%eth0",  # noqa: S104
       "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1"]  # fmt: skip


@pytest.mark.parametrize("number", OWN)
def test_no_number_of_an_own_network_is_public(number: str) -> None:
    assert not is_public_address(number)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_a_number_of_the_public_network_is_public(number: str) -> None:
    assert is_public_address(number)


def _means(monkeypatch: pytest.MonkeyPatch, names: dict[str, str]) -> None:
    """Let names mean these numbers."""
    look_up = socket.getaddrinfo

    def mean(host: str, *rest: Any, **more: Any) -> Any:
        return look_up(names.get(host, host), *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", mean)


def test_nothing_of_an_own_network_is_asked(host: str) -> None:
    Host.asked.clear()
    port = host.rpartition(":")[2]
    asked = [host, f"http://localhost:{port}", f"http://[::1]:{port}", f"http://2130706433:{port}",
             f"http://0x7f000001:{port}", "http://[::1"]  # fmt: skip
    answers = ask([SourceAddress(each) for each in asked], wait=5, pause=0)
    assert {answer.state for answer in answers} == {"unsure"}
    assert [answer.said for answer in answers].count(OWN_NETWORK_SAID) >= len(asked) - 1
    assert Host.asked == []


def test_a_name_that_means_a_machine_of_an_own_network_is_not_asked(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Host.asked.clear()
    _means(monkeypatch, {"news.example": "127.0.0.1"})
    [answer] = ask([SourceAddress(host.replace("127.0.0.1", "news.example"))], wait=5, pause=0)
    assert (answer.state, answer.said) == ("unsure", OWN_NETWORK_SAID)
    assert Host.asked == []


def test_a_redirect_into_an_own_network_is_not_followed(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first host is public here, by what the test says; where it leads is not."""
    Host.asked.clear()
    monkeypatch.setitem(LOCATIONS, "/moved", f"{host.replace('127.0.0.1', 'inner.example')}/here")
    monkeypatch.setattr(public_network, "is_public_address", lambda number: number == "127.0.0.1")
    _means(monkeypatch, {"news.example": "127.0.0.1", "inner.example": "127.0.0.2"})
    [answer] = ask(
        [SourceAddress(f"{host.replace('127.0.0.1', 'news.example')}/moved")], wait=5, pause=0
    )
    assert answer.said == OWN_NETWORK_SAID
    assert {path for _, path, _ in Host.asked} == {"/moved"}
