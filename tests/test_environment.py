"""What the environment sets: nothing where it is empty, code 2 and its name where it is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from explainer.cli import main
from explainer.system import clock
from explainer.system.environment import WrongEnvironmentError, site_address
from tests.conftest import TESTS, bare_mkdocs

CONTENT = str(TESTS / "content")
WRONG_EPOCHS = [
    "abc", "", " ", "-1", "+1", "1e9", "1.5", "1_000", " 1700000000", "1700000000\n", "١٧٠٠٠٠٠٠٠٠",
    "0x10", "253402300800", "9" * 18, "9" * 5000,
]  # fmt: skip
WRONG_SITES = [
    "news.example", "//news.example/", "ftp://news.example/", "javascript:alert(1)", "https://",
    "https:///path", "https://news example/", "https://news.example/a b", "https://news.example/\n",
    " https://news.example/", "https://name:secret@news.example/", "https://name@news.example/",
    "https://news.example/?q=1", "https://news.example/?", "https://news.example/#top",
    "http://[::1", "http://[news]/", "https://news.example:99999/", "https://news.example:x/",
    "https://news.example/../", "https://news.example//a/", 'https://news.example/"><script>',
    "https://news.example/%zz", "https://أخبار.example/", "https://-.example/", "https://a..b/",
]  # fmt: skip


@pytest.mark.parametrize("epoch", WRONG_EPOCHS, ids=lambda each: repr(each[:12]))
def test_a_clock_that_is_none_is_2_and_one_line(
    epoch: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main(["check", "--content", CONTENT]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"Error: SOURCE_DATE_EPOCH: '.{0,62}' is not .*\n", said.err)


COMMANDS = {
    "check": [], "radar": [], "links": [], "build": ["--out", "{tmp}/site"],
    "cms": ["--repo", "a/b", "--out", "{tmp}/form"], "serve": ["--address", "127.0.0.1:0"],
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_needs_the_clock_says_so(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    options = [each.replace("{tmp}", str(tmp_path)) for each in COMMANDS[command]]
    assert main([command, "--content", CONTENT, *options]) == 2
    assert capsys.readouterr().err.startswith("Error: SOURCE_DATE_EPOCH: 'abc'")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("epoch", ["0", "1700000000", "253402300799"])
def test_seconds_set_the_clock(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert int(clock.now().timestamp()) == int(epoch)


@pytest.mark.parametrize("moment", ["1969-12-31", "0001-01-01T00:00+14:00", "yesterday"])
def test_a_time_before_the_clocks_first_is_wrong_usage(
    moment: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert main(["check", "--content", CONTENT, "--now", moment]) == 2
    assert f"'{moment}' is not a time" in capsys.readouterr().err


@pytest.mark.parametrize("value", WRONG_SITES)
def test_an_address_of_the_site_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(WrongEnvironmentError, match=r"^SITE_URL: .* is not an address") as caught:
        site_address({"SITE_URL": value})
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("https://news.example", "https://news.example/"),
        ("https://news.example/", "https://news.example/"),
        ("http://news.example:8080/a/b", "http://news.example:8080/a/b/"),
        ("https://own.github.io/na_me~1.x/%D8%A3/", "https://own.github.io/na_me~1.x/%D8%A3/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("http://localhost/", "http://localhost/"),
        ("", None),
        ("  ", None),
    ],
)
def test_an_address_of_the_site_is_taken(value: str, address: str | None) -> None:
    assert site_address({"SITE_URL": value}) == address


def test_a_wrong_address_of_the_site_ends_a_build_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", "news.example")
    assert main(["build", "--content", CONTENT, "--out", str(tmp_path / "site")]) == 2
    assert capsys.readouterr().err.startswith("Error: SITE_URL: 'news.example' is not")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "value"), [("REPO_URL", "javascript:alert(1)"), ("REPO_BRANCH", "a b")]
)
def test_a_wrong_repository_ends_a_build_with_2(
    name: str,
    value: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("REPO_URL", "https://github.com/own/er")
    monkeypatch.setenv(name, value)
    assert main(["build", "--content", CONTENT, "--out", str(tmp_path / "site")]) == 2
    assert capsys.readouterr().err.startswith(f"Error: {name}: {value!r} is not")


def _addresses(site: Path) -> set[str]:
    """List the site's own whole addresses in its pages and its sitemap."""
    about = (site / "about/index.html").read_text("utf-8")
    found = re.findall(r'<link rel="canonical" href="([^"]*)"', about)
    found += re.findall(r'<meta property="og:url" content="([^"]*)"', about)
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    return {*found, *re.findall(r"<loc>([^<]*/about/)</loc>", sitemap)}


def test_an_empty_address_means_none_in_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "")
    assert main(["build", "--content", CONTENT, "--out", str(tmp_path / "site")]) == 0
    assert _addresses(tmp_path / "site") == {"https://explainer.example/about/"}


def test_an_empty_address_means_none_to_bare_mkdocs(bare_site: Path) -> None:
    assert _addresses(bare_site) == {"https://explainer.example/about/"}


@pytest.mark.parametrize(
    ("name", "value"),
    [("SITE_URL", "https://news.example/?q=1"), ("SOURCE_DATE_EPOCH", "abc"), ("REPO_URL", "x")],
)
def test_bare_mkdocs_refuses_what_is_wrong_in_a_line(
    name: str, value: str, program_copy: Path, tmp_path: Path
) -> None:
    done = bare_mkdocs(program_copy, "--site-dir", str(tmp_path / "site"), **{name: value})
    assert done.returncode == 1
    assert f"{name}: {value!r} is not" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()
