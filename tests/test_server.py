"""The local server answers its own editor, and nobody else's page."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.live import server as serving
from explainer.live.local_names import LocalNames
from explainer.live.preview import Preview
from explainer.live.server import LocalServer
from explainer.live.watching import look
from tests.conftest import ROOT, TESTS

PAGE = "/events/2020-03-05-agreement/"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tiny content, somewhere on this machine."""
    folder = tmp_path_factory.mktemp("machine") / "content"
    shutil.copytree(TESTS / "content", folder)
    return folder


@pytest.fixture(scope="module")
def preview(content: Path) -> Preview:
    return Preview(
        ROOT, content, "http://127.0.0.1/", language="en", say=lambda _: None, drafts=True
    )


def _running(preview: Preview, host: str = "127.0.0.1") -> Iterator[int]:
    server = LocalServer(host, 0, preview)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def port(preview: Preview) -> Iterator[int]:
    yield from _running(preview)


def _ask(
    port: int, path: str = "/", method: str = "GET", body: bytes | None = None, **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    connection.request(method, path, body=body, headers=named)
    answer = connection.getresponse()
    read = answer.read()
    connection.close()
    return answer, read


def _raw(port: int, *lines: str) -> bytes:
    """Send lines as they are, and give all that comes back."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall("".join(f"{line}\r\n" for line in lines).encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


LOCAL = [
    "localhost", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8000", "localhost.",
]  # fmt: skip
OTHERS = [
    "rebound.example", "rebound.example:8000", "127.0.0.1.rebound.example", "localhost.example",
    "192.168.0.7:8000", "[::2]:8000", "0.0.0.1", "a@localhost", "localhost:8000@rebound.example",
    "localhost:x", "", " ", "[localhost]", "127.0.0.1:8000:8000",
]  # fmt: skip


@pytest.mark.parametrize("host", LOCAL)
def test_a_name_of_this_machine_is_answered(host: str, port: int) -> None:
    assert _ask(port, PAGE, Host=host)[0].status == 200


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "BREW"])
@pytest.mark.parametrize("host", OTHERS)
def test_a_name_that_another_gave_this_machine_is_refused(
    host: str, method: str, port: int
) -> None:
    answer, read = _ask(port, PAGE, method, Host=host)
    assert answer.status == 421
    assert "المدينتان".encode() not in read


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (("GET / HTTP/1.1", "Host: localhost", "Host: rebound.example", ""), 421),
        (("GET / HTTP/1.1", ""), 421),
        (("GET / HTTP/1.0", ""), 421),
        (("GET http://rebound.example/ HTTP/1.1", "Host: localhost", ""), 421),
        (("GET http://localhost/ HTTP/1.1", "Host: localhost", "Connection: close", ""), 200),
        (("GET http://[::1 HTTP/1.1", "Host: localhost", ""), 421),
        (("GET //rebound.example/ HTTP/1.1", "Host: localhost", "Connection: close", ""), 404),
        (("nonsense", ""), 400),
        (("GET / HTTP/9.9", ""), 505),
        (("GET /" + "a" * 70_000 + " HTTP/1.1", ""), 414),
        (("GET / HTTP/1.1", *(f"X-{n}: 1" for n in range(200)), ""), 431),
    ],
)
def test_a_request_by_hand_gets_its_status(lines: tuple[str, ...], status: int, port: int) -> None:
    said = _raw(port, *lines)
    assert re.match(rb"HTTP/1.1 %d " % status, said)
    assert "المدينتان توقعان".encode() not in said or status == 200


def test_a_server_for_the_whole_network_answers_to_numbers_alone() -> None:
    everywhere, named = LocalNames("0.0.0.0"), LocalNames("studio.example")  # noqa: S104
    assert everywhere.meant("/", ["192.168.0.7:8000"])
    assert everywhere.meant("/", ["[fe80::1]"])
    assert not everywhere.meant("/", ["rebound.example"])
    assert named.meant("/", ["studio.example:8000"])
    assert not named.meant("/", ["192.168.0.7"])


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_is_changed_by_a_request(method: str, port: int) -> None:
    answer, _ = _ask(port, "/", method, body=b"x" * 1000, Host="localhost")
    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD"


def test_a_method_that_nobody_knows_is_501(port: int) -> None:
    assert _ask(port, "/", "BREW", Host="localhost")[0].status == 501


PATHS = [
    "/", PAGE, "/about/", "/assets/explainer.css", "/data/explainer.json", "/nowhere/",
    "/_live/reload.js", "/_live/version",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_the_head_is_that_of_the_whole(path: str, port: int) -> None:
    began = time.monotonic()
    (head, nothing), (whole, read) = _ask(port, path, "HEAD"), _ask(port, path)
    assert nothing == b""
    assert head.status == whole.status
    assert int(head.headers["Content-Length"]) == len(read)
    for answer in (head, whole):
        del answer.headers["Date"]
    assert head.headers.items() == whole.headers.items()
    assert time.monotonic() - began < 20


def test_the_head_of_the_version_waits_for_no_edit(preview: Preview, port: int) -> None:
    began = time.monotonic()
    assert _ask(port, f"/_live/version?seen={preview.version}", "HEAD")[0].status == 200
    assert time.monotonic() - began < serving.PATIENCE / 2


@pytest.mark.parametrize("path", PATHS)
def test_nothing_may_be_kept_and_a_condition_changes_nothing(path: str, port: int) -> None:
    since = "Fri, 01 Jan 2100 00:00:00 GMT"
    answer, read = _ask(port, path, If_None_Match="*", If_Modified_Since=since, Range="bytes=0-1")
    assert answer.status in (200, 404)
    assert read
    assert answer.headers["Cache-Control"] == "no-store"
    assert not {"ETag", "Last-Modified"} & set(answer.headers)


def test_a_second_request_is_not_read_out_of_the_body_of_the_first(port: int) -> None:
    inner = "GET /about/ HTTP/1.1"
    said = _raw(
        port, "GET / HTTP/1.1", "Host: localhost", f"Content-Length: {len(inner)}", "", inner
    )
    assert said.count(b"HTTP/1.1 200") == 1


@pytest.mark.parametrize(
    "path",
    [
        "/%00", "/a%00b/", "/" + "a" * 300, "/" + "a/" * 2000, "/.hidden", "/about.md", "/assets",
        "/assets/%2e%2e/%2e%2e/pyproject.toml", "/%ff%fe", "/%F0%9F", "/a\\..\\b",
    ],
)  # fmt: skip
def test_no_path_is_more_than_nothing_there(path: str, port: int) -> None:
    answer, read = _ask(port, path)
    assert answer.status == 404
    assert b"Error" not in read


def test_no_answer_tells_where_things_lie_on_this_machine(
    content: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = content / "events/2020/2020-03-05-agreement.yml"
    sound = event.read_text("utf-8")
    try:
        event.write_text(sound.replace("importance: 1", "importance: 9"), "utf-8")
        read = _ask(port, "/")[1]
        assert b"2020-03-05-agreement.yml:" in read
        assert str(content.parent).encode() not in read
    finally:
        event.write_text(sound, "utf-8")

    def broken(*_: object) -> None:
        raise OSError(2, "No such file", str(ROOT / "templates/x.html"), None, str(content))

    monkeypatch.setattr(Preview, "_page", broken)
    answer, read = _ask(port, "/")
    assert answer.status == 500
    assert b"templates/x.html" in read
    for folder in (ROOT, content.parent, Path.home()):
        assert f"{folder}/".encode() not in read


def test_a_slow_request_is_not_waited_for(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A byte now and then, which no time-out of a single read ends."""
    monkeypatch.setattr(serving, "READING", 0.5)
    for port in _running(preview):
        with socket.create_connection(("127.0.0.1", port), timeout=20) as slow:
            began = time.monotonic()
            while time.monotonic() - began < 10:
                try:
                    slow.sendall(b"G")
                except OSError:
                    break
                time.sleep(0.1)
        assert time.monotonic() - began < 8
        assert _ask(port)[0].status == 200


def test_who_asks_nothing_is_not_waited_for(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "READING", 0.5)
    for port in _running(preview):
        with socket.create_connection(("127.0.0.1", port), timeout=20) as idle:
            assert idle.recv(1) == b""


def test_connections_are_bounded_and_free_again(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "CONNECTIONS", 5)
    for port in _running(preview):
        before = threading.active_count()
        held = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(20)]
        assert sum(each.recv(1) == b"" for each in held[5:]) == 15
        assert threading.active_count() <= before + 5
        for each in held:
            each.close()
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                assert _ask(port)[0].status == 200
                break
            except (ConnectionError, http.client.HTTPException):
                time.sleep(0.05)
        else:
            pytest.fail("no connection was free again")


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="no IPv6 here")
def test_it_listens_at_an_address_of_the_sixth_version(preview: Preview) -> None:
    for port in _running(preview, "::1"):
        connection = http.client.HTTPConnection("::1", port, timeout=20)
        connection.request("GET", "/")
        assert connection.getresponse().status == 200
        connection.close()


def _renamed_over(file: Path, text: bytes) -> None:
    """Write as rsync and most editors do: another file takes the name."""
    aside = file.with_name(".aside")
    aside.write_bytes(text)
    os.utime(aside, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    aside.replace(file)


def _in_place(file: Path, text: bytes) -> None:
    before = file.stat()
    file.write_bytes(text)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("edit", [_renamed_over, _in_place])
def test_an_edit_that_keeps_size_and_time_is_noticed(edit: object, tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"one")
    before, kept = look([tmp_path]), file.stat()
    time.sleep(0.05)
    edit(file, b"two")  # type: ignore[operator]
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (kept.st_size, kept.st_mtime_ns)
    assert look([tmp_path]) != before
    assert look([tmp_path]) == look([tmp_path])
