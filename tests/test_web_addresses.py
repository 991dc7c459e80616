"""Web addresses: what refuses one, what is better written otherwise, and what is asked of whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.content.library import load
from explainer.content.web_addresses import (
    address_faults,
    as_network_writes,
    host_of,
    without_tracking,
)
from explainer.editors import check
from tests.conftest import NOW, TINY
from tests.test_problems import DRAFT

REFUSED = {
    "E331": ["https://a\\b.org/", "https://a.org/<b>", "https://a.org/a b", "ftp://a.org/",
             "//a.org/", "https:/a.org/", "https://a.org/\x00", "https://a.org/\x7f", "https://a.org/\u00a0"],
    "E331.host": ["https://", "https:///a", "https://?a", "https://-a.org/", "https://a..b.org/",
                  "https://a℀b.org/", "https://%31.org/", "https://" + "a" * 64 + ".org/",
                  "https://" + "a." * 130 + "org/"],
    "E331.user": ["https://me@a.org/", "https://me:secret@a.org/", "https://a.org@b.org/"],
    "E331.port": ["https://a.org:0/", "https://a.org:65536/", "https://a.org:/", "https://a.org:x/",
                  "https://a.org:٨٠/"],
    "E331.own-network": [
        "http://[::1", "http://[::1]/", "https://[fe80::1%25eth0]/", "https://127.0.0.1/",
        "https://127.1/", "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/",
        "https://127.0.0.0x1/", "https://169.254.169.254/latest", "https://8.8.8.8/",
        "https://１２７．０．０．１/", "https://127。0。0。1/", "https://localhost/",
        "https://LOCALHOST:8080/", "https://a.localhost/", "https://printer.local/",
        "https://db.internal./", "https://intranet/", "https://1.0.0.127.in-addr.arpa/",
    ],
    "E331.long": ["https://a.org/" + "a" * 2000],
}  # fmt: skip
SOUND = [
    "https://example.org", "https://example.org/", "https://example.org:8443/a?b=c#d",
    "https://example.org./a", "https://ex_ample.example.org/", "https://xn--h1alffa9f.xn--p1ai/",
    "https://example.org/كيم_(قائد)", "https://example.org/a|b", "https://example.org/?q=utm_source",
    "https://example.org/utm_source=a", "https://web.archive.org/web/2024/http://127.0.0.1/",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "address"), [(name, each) for name, listed in REFUSED.items() for each in listed]
)
def test_what_cannot_be_published_is_refused(name: str, address: str) -> None:
    assert [each.name for each in address_faults(address)] == [name]


@pytest.mark.parametrize("address", SOUND)
def test_of_a_sound_address_nothing_is_said(address: str) -> None:
    assert address_faults(address) == ()


BETTER = {
    "http://example.org/a": [("W333", "https://example.org/a")],
    "https://россия.рф/a": [("W332", "https://xn--h1alffa9f.xn--p1ai/a")],
    "https://аpple.com/": [("W332", "https://xn--pple-43d.com/")],
    "https://a.org/?utm_source=b": [("W334", "https://a.org/")],
    "https://a.org/?b=1&UTM_Campaign=c&d=2#e": [("W334", "https://a.org/?b=1&d=2#e")],
    "https://a.org/?fbclid=1&gclid=2&msclkid=3": [("W334", "https://a.org/")],
    "https://a.org/?b&igshid=x": [("W334", "https://a.org/?b")],
    "https://a.org/b،": [("W336", "https://a.org/b")],
    "https://a.org/b).": [("W336", "https://a.org/b")],
    "https://a.org/b_(c)": [],
    "https://a.org/b»": [("W336", "https://a.org/b")],
    "https://a.org/#utm_source=b&utm_medium=c": [("W334", "https://a.org/")],
    "https://a.org/?utm%5Fsource=b": [("W334", "https://a.org/")],
    "http://a.org/?b=1&yclid=2": [
        ("W333", "https://a.org/?b=1&yclid=2"), ("W334", "http://a.org/?b=1"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("address", BETTER)
def test_what_is_better_written_otherwise(address: str) -> None:
    assert [tuple(each) for each in address_faults(address)] == BETTER[address]


def test_an_address_is_published_as_the_network_writes_it() -> None:
    assert as_network_writes("https://РОССИЯ.рф:8443/é?ü") == (
        "https://xn--h1alffa9f.xn--p1ai:8443/é?ü"
    )
    assert host_of("https://россия.рф/a") == "xn--h1alffa9f.xn--p1ai"
    assert host_of("nothing") == ""


def test_parameters_are_taken_off_byte_for_byte() -> None:
    for address in SOUND:
        assert without_tracking(address) == address
    assert without_tracking("https://a.org/?a=%D9&&utm_id=1&b=+") == "https://a.org/?a=%D9&&b=+"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    import shutil

    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(TINY, tmp_path / "content")).relative_to(tmp_path)


def test_check_asks_about_addresses_and_fix_mends_what_is_safe(content: Path) -> None:
    file = content / DRAFT
    text = file.read_text("utf-8").replace("url: null", "url: http://россия.рф/?a=1&utm_id=2")
    summary = "summary: افتُتح [هنا](https://example.org/?fbclid=3#a).\n"
    text = text.replace("kind:", f"body: |\n  {summary[9:].strip()}\nkind:", 1)
    file.write_text(text, "utf-8")
    assert "россия" in text
    found = [
        str(each).split(": ", 1)[1] for each in check.check(content)[1] if each.code[1:3] == "33"
    ]
    assert [each[-5:-1] for each in found] == ["W334", "W332", "W333", "W334"]
    assert all(each.startswith("warning: ") for each in found)
    check.fix(content)
    mended = file.read_text("utf-8")
    assert mended == text.replace("?fbclid=3#a", "#a").replace(
        "россия.рф/?a=1&utm_id=2", "xn--h1alffa9f.xn--p1ai/?a=1"
    )


def test_pages_and_data_have_a_host_as_the_network_writes_it(content: Path) -> None:
    file = content / "events/2020/2020-03-05-agreement.yml"
    text = file.read_text("utf-8").replace("https://wire.example/1", "https://россия.рф/1")
    file.write_text(text, "utf-8")
    source = load(content, NOW).events["2020-03-05-agreement"].sources[0]
    assert source.url == "https://xn--h1alffa9f.xn--p1ai/1"
