"""Words of a draft, a scheduled and a withdrawn event are in no file that either engine writes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.content.guard import Kept
from explainer.engines import folder
from explainer.publish import program
from tests.conftest import TESTS, make

HIDDEN = {
    "draft": "publish: draft",
    "scheduled": "publish_at: 2099-01-01T06:00Z",
    "withdrawn": "publish: withdrawn",
}
EVENT = """\
title: عنوان zqtitle{0}
summary: خلاصة zqsummary{0}، وفيها [رابط](https://zqlink{0}.example/).
body: متن zqbody{0}.
date: 2021-03-09
sections: [building]
kind: culture
importance: 1
status: claimed
said_by: [mayor]
actors: [mayor]
claims: [{{text: قول zqclaim{0}, said_by: mayor, act: states}}]
sources: [{{publisher: city-radio, title: zqsource{0}, url: 'https://zqsource{0}.example/',
  date: null, lang: ar, note: zqnote{0}}}]
{1}
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site's content with three events that nobody may read."""
    copied = tmp_path_factory.mktemp("leak") / "content"
    shutil.copytree(TESTS / "content", copied)
    for name, line in HIDDEN.items():
        path = copied / "events" / "2021" / f"2021-03-09-zqid{name}.yml"
        path.write_text(EVENT.format(name, line), "utf-8")
    kept = Kept.of("كلمة " * 20, "zqguard", "2021-03-09")
    (copied / "guard").mkdir()
    (copied / "guard" / kept.file_name).write_text(kept.text(), "utf-8")
    site = copied / "site.yml"
    cited = "نص [@2021-03-09-zqiddraft] و[كلمة](event:2021-03-09-zqidscheduled)."
    text = site.read_text("utf-8")
    head = "method: |\n"
    assert head in text
    site.write_text(text.replace(head, f"{head}  {cited}\n\n"), "utf-8")
    event = copied / "events" / "2021" / "2021-03-10-cites.yml"
    event.write_text(
        EVENT.format("", "").replace("zq", "ok").replace("خلاصة", cited.rstrip(".")), "utf-8"
    )
    return copied


def _leaks(site: Path) -> list[str]:
    """List `file: word` of all that stands where it must not; a withdrawn id is an address."""
    files = [path for path in site.rglob("*") if path.is_file()]
    assert len(files) > 20
    secret = [b"zqtitle", b"zqsummary", b"zqbody", b"zqclaim", b"zqlink", b"zqsource", b"zqnote"]
    secret += [b"zqiddraft", b"zqidscheduled", b"zqguard"]
    return [
        f"{path.relative_to(site)}: {word.decode()}"
        for path in files
        for word in secret
        if word in path.read_bytes() or word in str(path).encode()
    ]


def test_nothing_hidden_is_in_the_published_site(content: Path, tmp_path: Path) -> None:
    program.build_site(content, tmp_path / "site")
    assert _leaks(tmp_path / "site") == []
    assert (tmp_path / "site/events/2021-03-09-zqidwithdrawn/index.html").is_file()


def test_nothing_hidden_is_in_the_second_engines_site(content: Path, tmp_path: Path) -> None:
    folder.write(make(content), tmp_path, site_url="https://x.example/")
    assert _leaks(tmp_path / "docs") == []
    command = [str(Path(sys.executable).parent / "zensical"), "build", "-f", "mkdocs.yml"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert _leaks(tmp_path / "site") == []


def test_the_content_of_the_test_is_really_there(content: Path) -> None:
    assert len(_leaks_in_content(content)) == len(HIDDEN)


def _leaks_in_content(content: Path) -> list[Path]:
    return [path for path in content.rglob("*.yml") if "zqtitle" in path.read_text("utf-8")]
