"""What hosts read beside the site: headers, robots.txt, security.txt; one policy for all."""

from __future__ import annotations

import fnmatch
import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from explainer.cli import main
from explainer.content.library import Library, examine
from explainer.editors.expiry_warnings import expiry_warnings
from explainer.site import host_files, policy
from explainer.site.output import Output
from tests.conftest import NOW, TESTS, needs_npm

FOLDERS = {"events", "data", "figures", "economy"}
PATHS = {
    "/": True, "/index.html": True, "/404.html": True, "/events/a/": True, "/economy/": True,
    "/data/": True, "/data/events.json": True, "/figures/cost/cost.png": True,
    "/embed/events/a/": False, "/assets/explainer.css": None,
}  # fmt: skip
"""Path -> whether it has a page's policy; False: that of an embed; None: none."""


def sent(path: str, rules: Mapping[str, policy.Headers]) -> dict[str, list[str]]:
    """Give what a host sends that adds up all rules that fit, value by value."""
    found: dict[str, list[str]] = {}
    for pattern, headers in rules.items():
        if fnmatch.fnmatchcase(path, pattern):
            for name, value in headers.items():
                found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize("path", PATHS)
def test_no_header_is_sent_twice_whatever_a_host_makes_of_two_rules(path: str) -> None:
    found = sent(path, policy.rules(FOLDERS))
    assert [name for name, values in found.items() if len(values) > 1] == []
    told = {True: [policy.IN_HEADER], False: [policy.EMBEDDED], None: None}[PATHS[path]]
    assert found.get("Content-Security-Policy") == told
    assert found["X-Content-Type-Options"] == ["nosniff"]


def test_a_section_cannot_take_the_place_of_an_embed() -> None:
    rules = policy.rules({*FOLDERS, "embed"})
    assert rules["/embed/*"] == policy.EMBEDS
    assert "X-Frame-Options" not in rules["/embed/*"]


def test_servers_and_hosts_are_told_the_same() -> None:
    rules = policy.rules(FOLDERS)
    values = {value for headers in rules.values() for value in headers.values()}
    for write in (host_files.netlify, host_files.nginx, host_files.caddy):
        assert all(value in write(rules) for value in values), write


def test_rules_stay_below_the_number_that_hosts_read() -> None:
    """Cloudflare Pages reads 100 rules and lines of 2,000 letters, one star a path."""
    rules = policy.rules({*FOLDERS, *(f"section-{number}" for number in range(60))})
    assert len(rules) <= 100
    assert max(len(line) for line in host_files.netlify(rules).splitlines()) <= 2000
    assert all(path.count("*") <= 1 for path in rules)


def test_every_page_of_a_site_has_the_policy_in_its_headers(output: Output) -> None:
    [file] = [each for each in output.files if each.path == "_headers"]
    rules: dict[str, dict[str, str]] = {}
    for line in file.content.decode().splitlines():
        if line.startswith("/"):
            rules[line] = {}
        elif line:
            name, _, value = line.strip().partition(": ")
            rules[list(rules)[-1]][name] = value
    for page in output.pages:
        assert sent(page.address, rules).get("Content-Security-Policy"), page.address


def test_former_addresses_are_told_to_hosts_that_read_them(library: Library) -> None:
    moves = [("/events/old/", "/events/new/")]
    made = {file.path: file.content for file in host_files.files(library, FOLDERS, moves)}
    assert made["_redirects"] == b"/events/old/ /events/new/ 301\n"
    assert "_redirects" not in {file.path for file in host_files.files(library, FOLDERS)}


def test_robots_may_read_all_and_learn_of_the_list(tiny_site: Path) -> None:
    lines = (tiny_site / "robots.txt").read_text("utf-8").splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert re.fullmatch(r"Sitemap: https://.+/sitemap\.xml", lines[-1])


def _score(html: str, headers: Mapping[str, str]) -> dict[str, Any]:
    run = subprocess.run(
        ["node", TESTS / "observatory/score.mjs"],
        input=json.dumps({"html": html, "headers": headers}),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(run.stdout)
    return found


@needs_npm
def test_the_observatory_gives_what_can_be_had(tiny_site: Path) -> None:
    """With our headers; where a host sends HSTS alone, as Pages does; and with nothing."""
    html = (tiny_site / "index.html").read_text("utf-8")
    ours = {name: each for name, [each] in sent("/", policy.rules(FOLDERS)).items()}
    assert _score(html, ours)["score"] >= 125, _score(html, ours)
    alone = {"Strict-Transport-Security": "max-age=31556952"}
    assert _score(html, alone)["score"] == 75, _score(html, alone)
    bare = re.sub(r"<meta (http-equiv|name=.referrer)[^>]*>", "", html)
    assert _score(bare, {})["score"] < 50


def test_a_page_says_of_itself_what_its_header_says(tiny_site: Path) -> None:
    html = (tiny_site / "index.html").read_text("utf-8")
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert found
    assert f"{unescape(found[1])}; frame-ancestors 'none'" == policy.IN_HEADER
    assert f'<meta name="referrer" content="{policy.REFERRER}">' in html


SITE = "newsroom:\n  name: غرفة\n  security: {{email: s@news.example, until: {until}}}\n"
SAID = {
    "over": "has not held since", "soon": "only; where", "long": "more than a year",
    "none": "does not say until when",
}  # fmt: skip
STATIC = "static/.well-known/security.txt"


def _warned(content: Path) -> list[tuple[str, str]]:
    found = []
    for each in expiry_warnings(examine(content, NOW)):
        said = next(name for name, words in SAID.items() if words in each.text())
        found.append((f"{each.file.rpartition('/content/')[2]}:{each.line}:{each.column}", said))
    return found


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", f"{datetime(2026, 6, 1, tzinfo=UTC).timestamp():.0f}")
    shutil.copytree(TESTS / "content", tmp_path / "content")
    return tmp_path / "content"


@pytest.mark.parametrize(
    ("until", "code"),
    [
        ("2026-05-31", "over"), ("2026-06-01T00:00Z", "soon"), ("2026-07-01", "soon"),
        ("2026-07-02", None), ("2027-06-01", None), ("2027-06-03", "long"),
    ],
)  # fmt: skip
def test_check_tells_before_a_contact_expires(content: Path, until: str, code: str | None) -> None:
    site = content / "site.yml"
    own = site.read_text("utf-8").rstrip("\n") + "\n" + SITE.format(until=until)
    site.write_text(own, "utf-8")
    line = len(own.splitlines())
    at = own.splitlines()[-1].index("until:") + len("until: ") + 1
    assert _warned(content) == ([(f"site.yml:{line}:{at}", code)] if code else [])
    (content / "static/.well-known").mkdir(parents=True)
    (content / STATIC).write_text(f"Contact: mailto:a@b.example\nExpires: {until}\n", "utf-8")
    assert _warned(content)[1:] == ([(f"{STATIC}:2:10", code)] if code else [])


@pytest.mark.parametrize("text", ["Contact: mailto:a@b.example\n", "Expires: soon\n"])
def test_check_asks_until_when_where_nothing_is_said(content: Path, text: str) -> None:
    (content / "static/.well-known").mkdir(parents=True)
    (content / STATIC).write_text(text, "utf-8")
    assert [code for _, code in _warned(content)] == ["none"]


def test_a_contact_is_published_as_the_standard_asks() -> None:
    until = datetime(2027, 1, 31, 2, tzinfo=UTC)
    lines = host_files.security("s@news.example", until).splitlines()
    assert lines[:2] == ["Contact: mailto:s@news.example", "Expires: 2027-01-31T02:00:00Z"]
    assert lines[-1].endswith("/.well-known/security.txt")


@pytest.mark.parametrize("form", ["nginx", "caddy"])
def test_the_command_writes_what_a_server_reads(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["headers", "--content", str(TESTS / "content"), "--format", form]) == 0
    said = capsys.readouterr().out
    assert policy.IN_HEADER in said
    assert policy.EMBEDDED in said
