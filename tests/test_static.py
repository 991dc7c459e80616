"""content/static/ is published as it is: for hosts and search engines that ask for files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from explainer.cli import main
from explainer.content.library import examine
from explainer.content.reserved import RESERVED_ADDRESSES
from explainer.content.static_files import MADE_FILES
from explainer.live.preview import Preview
from explainer.publish import program
from explainer.site.output import Output
from tests.conftest import NOW, ROOT, TESTS

FILES = {
    "CNAME": b"news.example\n",
    ".well-known/security.txt": b"Contact: mailto:a@news.example\n",
    ".nojekyll": b"",
    "google0123456789abcdef.html": b"google-site-verification: google0123456789abcdef.html",
    "_headers": b"/*\n  X-Frame-Options: DENY\n",
    "robots.txt": b"User-agent: *\nDisallow: /data/\n",
    "files/report~1.PDF": bytes(range(256)),
    "files/a/index.html": b"<!doctype html>\xff",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The tiny content with files of every kind that hosts ask for."""
    shutil.copytree(TESTS / "content", tmp_path / "content")
    for name, data in FILES.items():
        (tmp_path / "content/static" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content/static" / name).write_bytes(data)
    for name in (".DS_Store", "CNAME~", ".git/config"):
        (tmp_path / "content/static" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "content/static" / name).write_text("zqhidden", "utf-8")
    return tmp_path / "content"


def test_files_are_published_byte_for_byte(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    program.build_site(content, out)
    assert {name: (out / name).read_bytes() for name in FILES} == FILES
    assert not [
        each for each in out.rglob("*") if each.is_file() and b"zqhidden" in each.read_bytes()
    ]
    assert (out / "files/report~1.PDF").stat().st_mode & 0o777 == 0o644


def test_they_are_seen_while_serving(content: Path) -> None:
    said: list[str] = []
    preview = Preview(ROOT, content, "http://127.0.0.1/", language="en", say=said.append)
    for name, data in FILES.items():
        assert preview.answer(f"/{name}") == (200, name, data)
    assert preview.answer("/files/a/")[2] == FILES["files/a/index.html"]
    assert preview.answer("/.git/config")[0] == 404


def _problems(content: Path) -> list[str]:
    return [str(each) for each in examine(content, NOW).problems]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("my file.txt", "'my-file.txt' [E120]"),
        ("مرسوم.pdf", "'pdf' [E120]"),
        ("a/-rf", "'rf' [E120]"),
        ("dot.", "'dot' [E120]"),
        ("a:b", "'a-b' [E120]"),
        ("x" * 101, "[E120]"),
        ("README.md", "expected it in docs/ [E120]"),
        ("index.html", "/index.html is the site's own; expected another, such as that of "),
        ("404.html", "[E121]"),
        ("SITEMAP.xml", "[E121]"),
        ("files.sha256", "[E121]"),
        ("Timeline/x", "[E121]"),
        ("building/plan.pdf", "static/files/plan.pdf [E121]"),
        ("assets/explainer.css", "[E121]"),
        ("cname", "'CNAME' in capitals alone"),
    ],
)
def test_a_name_that_cannot_be_published_is_refused(name: str, said: str, content: Path) -> None:
    (content / "static" / name).parent.mkdir(exist_ok=True)
    (content / "static" / name).write_text("x", "utf-8")
    found = _problems(content)
    assert len(found) == 1, found
    assert f"static/{name}:1:1: error: file: " in found[0]
    assert said in found[0]


def test_nothing_leads_out_of_the_folder(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("zqsecret", "utf-8")
    (content / "static/a.txt").symlink_to(tmp_path / "secret.txt")
    (content / "static/b").symlink_to(tmp_path)
    os.mkfifo(content / "static/pipe")
    found = _problems(content)
    assert [line.rpartition("[")[2] for line in found] == ["E108]"] * 3
    assert examine(content, NOW).library is None


def test_the_folder_itself_is_no_link_and_no_file(content: Path, tmp_path: Path) -> None:
    (content / "static").rename(tmp_path / "elsewhere")
    (content / "static").symlink_to(tmp_path / "elsewhere")
    assert "[E108]" in _problems(content)[0]
    (content / "static").unlink()
    (content / "static").write_text("x", "utf-8")
    assert "[E112]" in _problems(content)[0]


def test_everything_a_site_makes_has_an_address_that_no_file_can_take(
    output: Output, tiny_site: Path
) -> None:
    # A newsroom's own of these is published in their place.
    theirs_first = {"_headers", "_redirects", "robots.txt"}
    taken = {*RESERVED_ADDRESSES, *MADE_FILES, *theirs_first, "building", "money", "costs"}
    made = {page.address.strip("/").split("/")[0] or "index.html" for page in output.pages}
    made |= {file.path.split("/")[0] for file in output.files}
    made |= {path.name for path in tiny_site.iterdir()}
    assert made <= taken


def test_check_takes_them(content: Path) -> None:
    assert main(["check", "--content", str(content)]) == 0
