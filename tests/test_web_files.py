"""A published site read at its address: whole, within bounds, from that site alone."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from explainer.cli import main
from explainer.publish import web_files
from explainer.publish.last_site import last_site
from explainer.publish.target import NotPublishedError
from explainer.publish.verified import verify_at
from explainer.publish.web_files import FileNotServedError, WebFiles
from explainer.site.manifest import MANIFEST, hash_of

FILES = {
    "index.html": b"home", "events/x/index.html": b"x", "404.html": b"not there",
    "data/a b.json": b"{}", "big.bin": b"x" * 70_000, "zeros.bin": bytes(9_000_000),
}  # fmt: skip


class Host(BaseHTTPRequestHandler):
    """Serves FILES below /site/, each as its path asks for, and what misbehaves below /odd/."""

    protocol_version = "HTTP/1.1"
    asked: list[str] = []  # noqa: RUF012 - one list a server is meant
    listed = b""
    ill = 0
    """How many more answers fail."""

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if Host.ill:
            Host.ill -= 1
            self.say(503, b"")
            return
        path = unquote(urlsplit(self.path).path)
        name = path.removeprefix("/site/")
        if odd := ODD.get(name):
            odd(self)
        elif name == MANIFEST and Host.listed:
            self.say(200, Host.listed)
        elif name in ("404", "404.html"):
            self.say(404, FILES["404.html"])
        elif (body := FILES.get(_file(name))) and path.startswith("/site/"):
            self.say(200, body)
        else:
            self.say(404, b"nothing")

    def say(self, status: int, body: bytes, *, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for key, value in {"Content-Length": str(length or len(body)), **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)
        if length:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _file(name: str) -> str:
    return f"{name}index.html" if name == "" or name.endswith("/") else name


def _slow(host: Host) -> None:
    time.sleep(0.5)
    host.say(200, b"late")


def _dripping(host: Host) -> None:
    host.send_response(200)
    host.send_header("Content-Length", "1000")
    host.end_headers()
    for _ in range(20):
        host.wfile.write(b"x")
        time.sleep(0.05)


ODD: dict[str, Callable[[Host], None]] = {
    "shut": lambda host: host.say(403, b""),
    "gone": lambda host: host.say(410, b""),
    "ill": lambda host: host.say(500, b""),
    "slow": _slow,
    "dripping": _dripping,
    "cut": lambda host: host.say(200, b"half", length=8),
    "packed": lambda host: host.say(200, gzip.compress(b"whole"), Content_Encoding="gzip"),
    "packed-wrongly": lambda host: host.say(200, b"plain", Content_Encoding="gzip"),
    "moved": lambda host: host.say(301, b"", Location="/site/packed"),
    "moved-out": lambda host: host.say(301, b"", Location="/other/packed"),
    "moved-up": lambda host: host.say(302, b"", Location="../packed"),
    "moved-away": lambda host: host.say(301, b"", Location="http://169.254.169.254/latest"),
    "moved-to-a-file": lambda host: host.say(301, b"", Location="file:///etc/passwd"),
    "round": lambda host: host.say(301, b"", Location="/site/round"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _without_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(web_files, "PAUSES", (0.0,))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/site/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (f"{hash_of(content)}  {path}\n" for path, content in FILES.items())
    monkeypatch.setattr(Host, "listed", "".join(lines).encode())


def test_each_file_is_asked_for_as_readers_ask(address: str) -> None:
    Host.asked.clear()
    with WebFiles(address) as files:
        assert {path: files.read(path) for path in FILES} == FILES
    assert [each.partition("?")[0] for each in Host.asked] == [
        "/site/", "/site/events/x/", "/site/404.html", "/site/data/a%20b.json", "/site/big.bin",
        "/site/zeros.bin",
    ]  # fmt: skip
    assert len(set(Host.asked)) == len({each.partition("?")[2] for each in Host.asked})


@pytest.mark.parametrize(
    ("path", "failure", "said"),
    [
        ("none", "missing", "404"), ("gone", "missing", "410"), ("shut", "refused", "403"),
        ("ill", "failed", "500"), ("slow", "late", "in time"), ("cut", "cut", "breaks off"),
        ("packed-wrongly", "cut", "breaks off"),
        ("moved-out", "elsewhere", "/other/packed, which is another site"),
        ("moved-up", "elsewhere", "another site"), ("moved-away", "elsewhere", "169.254"),
        ("moved-to-a-file", "elsewhere", "file:"), ("round", "elsewhere", "circle"),
        ("big.bin", "large", "longer than 50000"), ("events/404.html", "missing", "404"),
    ],
)  # fmt: skip
def test_what_does_not_come_is_told_by_its_kind(
    path: str, failure: str, said: str, address: str
) -> None:
    with WebFiles(address, wait=0.3) as files, pytest.raises(FileNotServedError) as caught:
        files.read(path, most=50_000)
    assert (caught.value.failure, said in str(caught.value)) == (failure, True)


@pytest.mark.parametrize("path", ["packed", "moved"])
def test_what_comes_packed_or_by_a_way_within_the_site_is_whole(path: str, address: str) -> None:
    with WebFiles(address) as files:
        assert files.read(path) == b"whole"


def test_a_file_that_trickles_has_an_end(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_files, "WHOLE_WAIT", 0.1)
    with WebFiles(address) as files, pytest.raises(FileNotServedError, match="in time"):
        files.read("dripping")


def test_a_host_that_is_not_there_is_no_missing_file() -> None:
    with WebFiles("http://nowhere.invalid/") as files, pytest.raises(FileNotServedError) as caught:
        files.read("index.html")
    assert caught.value.failure == "failed"


def test_who_does_not_answer_is_asked_again(address: str) -> None:
    Host.ill = 1
    with WebFiles(address) as files:
        assert files.read("index.html") == b"home"


@pytest.mark.usefixtures("listed")
def test_the_last_publication_is_read_at_its_address(address: str, tmp_path: Path) -> None:
    last = last_site(address.rstrip("/"), tmp_path)
    assert last.paths() == list(FILES)
    assert last.read_many(["index.html", "404.html"]) == {
        path: FILES[path] for path in ("index.html", "404.html")
    }


@pytest.mark.usefixtures("listed")
def test_what_a_host_gives_for_a_file_is_held_to_its_hash(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = last_site(address, tmp_path)
    monkeypatch.setitem(FILES, "index.html", b"hacked")
    with pytest.raises(NotPublishedError, match=r"index\.html is not what files\.sha256 says"):
        last.read("index.html")
    monkeypatch.delitem(FILES, "index.html")
    with pytest.raises(NotPublishedError, match=r"index\.html: the host answered 404; .*--last"):
        last.read("index.html")


def test_where_there_is_no_list_nothing_is_published_yet(
    address: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert not last_site(address, tmp_path)
    assert f"{address} has no files.sha256: nothing to compare with" in caplog.text


@pytest.mark.parametrize("listed", [b"<!doctype html>", b"nonsense\n"])
def test_a_list_that_is_none_is_refused(
    listed: bytes, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of a host that answers every address with its home page."""
    monkeypatch.setattr(Host, "listed", listed)
    with pytest.raises(NotPublishedError, match=r"not as a build wrote it; .*--last none"):
        last_site(address, tmp_path)


def test_an_address_that_fails_is_refused_with_the_way_out(address: str, tmp_path: Path) -> None:
    Host.ill = 2
    with pytest.raises(NotPublishedError, match=r"files\.sha256: the host answered 503; .*none"):
        last_site(address, tmp_path)


@pytest.mark.usefixtures("listed")
def test_a_site_is_verified_at_its_address(
    address: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["verify", address.rstrip("/")]) == 0
    assert f"{len(FILES)} files, all as they were published" in capsys.readouterr().out
    more = {
        "moved-away": "", "gone": "", "shut": "", "cut": "", "packed": "whole", "_headers": "",
        "packed-wrongly": "", "data/a b.json": "[]",
    }  # fmt: skip
    lines = "".join(f"{hash_of(text.encode())}  {path}\n" for path, text in more.items())
    monkeypatch.setattr(Host, "listed", lines.encode())
    assert main(["verify", address]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "not read: moved-away (redirects to http://169.254.169.254/latest, which is another site)",
        "missing: gone (the host answered 410)", "not read: shut (the host answered 403)",
        "not read: cut (the answer breaks off)", "not read: packed-wrongly (the answer breaks off)",
        "changed: data/a b.json",
    ]  # fmt: skip


def test_a_host_that_answers_nothing_is_asked_a_few_times_alone(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(f"{'a' * 64}  x/{number}\n" for number in range(60))
    monkeypatch.setattr(Host, "listed", lines.encode())
    monkeypatch.setitem(web_files.STATUSES, 404, "failed")
    Host.asked.clear()
    files, found = verify_at(address)
    assert (files, len(found)) == (60, 60)
    assert {each.why for each in found[-20:]} == {"not asked: too many did not come"}
    assert len(Host.asked) < 60


def test_a_site_that_is_not_there_cannot_be_verified(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "HTTP://nowhere.invalid"]) == 2
    assert "does not give files.sha256: no connection" in capsys.readouterr().err
    assert main(["verify", "http://nowhere.invalid/", "--lang", "ar"]) == 2
    assert "لا يعطي http://nowhere.invalid/ الملف files.sha256: لا اتصال" in capsys.readouterr().err
