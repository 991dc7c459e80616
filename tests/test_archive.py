"""Kept copies: asked of a stand-in for the archive, named in files, every other byte as it was."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, get_args
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from explainer.cli import main
from explainer.content import yaml_file
from explainer.content.library import examine
from explainer.editors.archive import kept_copies
from explainer.editors.archive.kept_copies import Unkept, look, report, unkept
from explainer.editors.archive.naming import NotNamedError, with_copies
from explainer.editors.archive.wayback import Patience, Reason, Wayback
from explainer.system.environment import ArchiveAccess
from tests.conftest import NOW, TESTS

QUICK = Patience(busy=(0.01, 0.01), pause=0, job=0.2)
PAGE = "https://paper.example/story?a=1"


class Archive(ThreadingHTTPServer):
    """Answers as told by page: a list of answers that follow one another, the last for good."""

    daemon_threads = True

    def __init__(self) -> None:
        self.copies: dict[str, list[Any]] = {}
        self.jobs: dict[str, Any] = {}
        self.asked: list[tuple[str, str, str]] = []
        super().__init__(("127.0.0.1", 0), Answer)


class Answer(BaseHTTPRequestHandler):
    server: Archive

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        sent = parse_qs(parts.query)
        if parts.path.startswith("/save/status/"):
            self.send(self.server.jobs[parts.path.rpartition("/")[2]])
            return
        url = sent["url"][0]
        self.server.asked.append(("GET", url, sent.get("timestamp", [""])[0]))
        answers = self.server.copies.get(url, [{}])
        self.send(answers.pop(0) if len(answers) > 1 else answers[0])

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        url = parse_qs(body)["url"][0]
        self.server.asked.append(("POST", url, self.headers.get("Authorization", "")))
        self.send(self.server.jobs.get(f"start {url}", {"message": "error:failed"}))

    def send(self, answer: Any) -> None:
        if answer == "silent":
            threading.Event().wait(0.5)
            answer = {}
        status, data = answer if isinstance(answer, tuple) else (200, answer)
        text = data if isinstance(data, str) else json.dumps(data)
        self.send_response(status)
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[Archive]:
    with Archive() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def archive(server: Archive) -> Archive:
    server.copies, server.jobs, server.asked = {}, {}, []
    return server


def _address(archive: Archive) -> str:
    return f"http://127.0.0.1:{archive.server_port}"


def _wayback(archive: Archive, key: str = "") -> Wayback:
    client = httpx.Client(timeout=0.2, trust_env=False)
    return Wayback(client, ArchiveAccess(key, _address(archive)), QUICK)


def _closest(stamp: str, url: str = PAGE, status: str = "200") -> dict[str, Any]:
    copy = {
        "available": True, "url": f"http://web.archive.org/web/{stamp}/{url}",
        "timestamp": stamp, "status": status,
    }  # fmt: skip
    return {"archived_snapshots": {"closest": copy}}


def _job(archive: Archive, told: dict[str, Any], url: str = PAGE) -> None:
    archive.jobs |= {f"start {url}": {"job_id": "j"}, "j": told}


DAY = date(2024, 6, 19)
NO_COPY: dict[str, Any] = {"archived_snapshots": {}}
NEAREST: dict[str, tuple[Any, str]] = {
    "the same day": (_closest("20240619080000"), "20240619080000"),
    "a day before, as clocks differ": (_closest("20240618230000"), "20240618230000"),
    "long after, where none can be made": (_closest("20260101000000"), "20260101000000"),
    "before it was published": (_closest("20230101000000"), "none"),
    "none": (NO_COPY, "none"),
    "of an error": (_closest("20240619080000", status="404"), "none"),
    "of another page": (_closest("20240619080000", "https://paper.example/other"), "strange"),
    "at another host": (
        {"archived_snapshots": {"closest": {
            "available": True, "status": "200", "url": "https://evil.example/web/1/x"}}},
        "strange",
    ),
    "no JSON": ("<html>", "strange"),
    "a list": (["x"], "strange"),
    "forbidden": ((403, {}), "forbidden"),
    "too many": ((429, {}), "busy"),
    "ill": ((500, {}), "failed"),
    "away": ((503, {}), "busy"),
    "silent": ("silent", "time"),
}  # fmt: skip


@pytest.mark.parametrize("case", NEAREST)
def test_a_copy_is_of_that_page_and_of_its_time(archive: Archive, case: str) -> None:
    answer, right = NEAREST[case]
    archive.copies[PAGE] = [answer]
    [outcome] = look([Unkept(PAGE, DAY, ())], _wayback(archive))
    if right.isdecimal():
        assert outcome.copy
        assert outcome.copy.address == f"https://web.archive.org/web/{right}/{PAGE}"
    else:
        assert (outcome.copy, outcome.reason) == (None, right)
    assert archive.asked[0] == ("GET", PAGE, "20240619")


def test_a_busy_archive_is_asked_again_after_a_while(archive: Archive) -> None:
    archive.copies[PAGE] = [(429, {}), (503, {}), _closest("20240620000000")]
    [outcome] = look([Unkept(PAGE, DAY, ())], _wayback(archive))
    assert outcome.copy
    assert len(archive.asked) == 3


def test_where_it_stays_busy_the_rest_waits(archive: Archive) -> None:
    archive.copies[PAGE] = [(429, {})]
    pages = [Unkept(PAGE, None, ()), Unkept("https://b.example/", None, ())]
    outcomes = list(look(pages, _wayback(archive)))
    assert [each.reason for each in outcomes] == ["busy"]
    assert "left for another night: 1" in report(outcomes, 1, [], "en")
    assert "يبقى لليلة أخرى: 1" in report(outcomes, 1, [], "ar")


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"status": "success", "timestamp": "20261128000000"}, None),
        ({"status": "error", "status_ext": "error:blocked-url"}, "refused"),
        ({"status": "error", "status_ext": "error:robots"}, "robots"),
        ({"status": "error", "status_ext": "error:no-access"}, "forbidden"),
        ({"status": "error", "status_ext": "error:not-found"}, "dead"),
        ({"status": "error", "status_ext": "error:user-session-limit"}, "busy"),
        ({"status": "error", "message": "something else"}, "failed"),
        ({"status": "pending"}, "time"),
    ],
)
def test_a_copy_is_made_where_none_is_near(
    archive: Archive, told: dict[str, Any], reason: str | None
) -> None:
    _job(archive, told)
    archive.copies[PAGE] = [NO_COPY]
    [outcome] = look([Unkept(PAGE, DAY, ())], _wayback(archive, "a:s"))
    assert outcome.reason == reason
    assert outcome.made == (reason is None)
    assert ("POST", PAGE, "LOW a:s") in archive.asked


def test_without_a_key_no_copy_is_made_and_with_one_not_too_many(archive: Archive) -> None:
    urls = [f"https://paper.example/{number}" for number in range(4)]
    for url in urls:
        _job(archive, {"status": "success", "timestamp": "20261128000000"}, url)
    pages = [Unkept(url, DAY, ()) for url in urls]
    assert not [each for each in look(pages, _wayback(archive)) if each.copy]
    made = [each for each in look(pages, _wayback(archive, "a:s"), most=2) if each.made]
    assert len(made) == 2


def test_a_later_copy_is_better_than_none(archive: Archive) -> None:
    _job(archive, {"status": "error", "status_ext": "error:blocked-url"})
    archive.copies[PAGE] = [_closest("20260101000000")]
    [outcome] = look([Unkept(PAGE, DAY, ())], _wayback(archive, "a:s"))
    assert outcome.copy
    assert outcome.copy.day == date(2026, 1, 1)


COPY = "https://web.archive.org/web/20240619080000/https://a.example/x"
NAMED = {
    "lines": (
        "sources:\n  - publisher: a\n    url: https://a.example/x\n    date: 2024-06-19\n",
        f"sources:\n  - publisher: a\n    url: https://a.example/x\n    archived: {COPY}\n"
        "    date: 2024-06-19\n",
    ),
    "the first of a source, with a comment": (
        "sources:\n- url: 'https://a.example/x'  # كما هو\n  publisher: a\n",
        f"sources:\n- url: 'https://a.example/x'  # كما هو\n  archived: {COPY}\n  publisher: a\n",
    ),
    "the end of a file without an end of line": (
        "sources:\n  - publisher: a\n    url: https://a.example/x",
        f"sources:\n  - publisher: a\n    url: https://a.example/x\n    archived: {COPY}\n",
    ),
    "ends of lines of another system": (
        "sources:\r\n  - publisher: a\r\n    url: https://a.example/x\r\nb: c\r\n",
        f"sources:\r\n  - publisher: a\r\n    url: https://a.example/x\r\n"
        f"    archived: {COPY}\r\nb: c\r\n",
    ),
    "braces": (
        "sources: [{publisher: a, url: https://a.example/x}, {publisher: b}]\n",
        f"sources: [{{publisher: a, url: https://a.example/x, archived: {COPY}}}, "
        "{publisher: b}]\n",
    ),
    "braces over lines": (
        "sources:\n  - {url: https://a.example/x, # هنا\n     publisher: a}\n",
        f"sources:\n  - {{url: https://a.example/x, archived: {COPY}, # هنا\n     publisher: a}}\n",
    ),
    "an empty one": (
        "sources:\n  - archived: null  # بعد\n    url: https://a.example/x\n",
        f"sources:\n  - archived: {COPY}  # بعد\n    url: https://a.example/x\n",
    ),
    "nothing": (
        "sources:\n  - url: https://a.example/x\n    archived:\n    publisher: a\n",
        f"sources:\n  - url: https://a.example/x\n    archived: {COPY}\n    publisher: a\n",
    ),
}


@pytest.mark.parametrize("case", NAMED)
def test_a_copy_is_named_beside_its_source(case: str) -> None:
    before, after = NAMED[case]
    document = yaml_file.read_text(before)
    assert with_copies(document, {("sources", 0): COPY}) == after


def test_what_is_not_certain_is_left_to_an_editor() -> None:
    folded = "sources:\n  - url: >-\n      https://a.example/x\n    publisher: a\n"
    document = yaml_file.read_text(folded)
    try:
        after = with_copies(document, {("sources", 0): COPY})
    except NotNamedError:
        return
    assert yaml_file.read_text(after).data["sources"][0] == {
        "url": "https://a.example/x", "publisher": "a", "archived": COPY,
    }  # fmt: skip


def test_the_command_names_copies_and_check_takes_them(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Every source of a whole content: each file differs by lines that were added, and no other."""
    content = tmp_path / "content"
    shutil.copytree(TESTS / "content", content)
    before = {path: path.read_text("utf-8") for path in content.rglob("*.yml")}
    pages = unkept(examine(content, NOW))
    assert pages
    for page in pages:
        day = page.day or date(2021, 1, 1)
        archive.copies[page.url] = [_closest(f"{day:%Y%m%d}120000", page.url)]
    monkeypatch.setenv("WAYBACK_URL", _address(archive))
    monkeypatch.setattr(kept_copies, "ARCHIVE_AGENT", "test")
    monkeypatch.setattr("explainer.editors.archive.wayback.Patience", lambda: QUICK)
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert main(["links", "--archive", "--content", str(content)]) == 0
    assert f"kept: {len(pages)}" in capsys.readouterr().out
    assert unkept(examine(content, NOW)) == []
    assert examine(content, NOW).problems == []
    for path, text in before.items():
        now = path.read_text("utf-8").splitlines()
        assert [line for line in now if "archived: https://web.archive.org/" not in line] == [
            line for line in text.splitlines() if "archived: null" not in line
        ]


@pytest.mark.parametrize(
    ("name", "value"), [("IA_ACCESS_KEY", "a"), ("IA_SECRET_KEY", "s"), ("WAYBACK_URL", "x y")]
)
def test_half_a_key_ends_the_run(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for each in ("IA_ACCESS_KEY", "IA_SECRET_KEY", "WAYBACK_URL"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setenv(name, value)
    assert main(["links", "--archive", "--content", str(TESTS / "content")]) == 2
    assert "Error" in capsys.readouterr().err


def test_reasons_have_words_in_both_languages() -> None:
    assert set(kept_copies.OUTCOMES_IN_ARABIC) == set(kept_copies.OUTCOMES_IN_ENGLISH)
    assert set(get_args(Reason)) <= set(kept_copies.OUTCOMES_IN_ARABIC)
