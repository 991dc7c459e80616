"""What editors merge is published: by the very commands of the workflows, in a fresh clone."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from explainer.editors.new import beginning
from tests.conftest import copy_program
from tests.test_workflows import _run, _step

EPOCH = {"before": "1700000000", "after": "2000000000"}
"""Seconds since 1970, before and after the scheduled event is due."""
EVENT = """\
title: {title}
summary: أغلقت بلدية السنديان المكتبة العامة أسبوعا، وفقا لصحيفة المثال اليومية.
date: 2024-04-02
sections: [{section}]
kind: culture
importance: 2
status: confirmed
basis: public_act
{more}sources:
  - publisher: example-daily
    url: https://example.org/closed
"""


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


class _Pages(SimpleHTTPRequestHandler):
    """Stands in for the host of the site: serves what was published last."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The site's address, and the folder in which its host has it; nothing is there at first."""
    folder = tmp_path_factory.mktemp("pages") / "site"
    serve = functools.partial(_Pages, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), serve)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", folder
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def upstream(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the program and an explainer that `new` began."""
    folder = tmp_path_factory.mktemp("upstream")
    begun = tmp_path_factory.mktemp("begun") / "content"
    assert beginning.begin(begun, "مدينة السنديان") == []
    copy_program(folder, begun)
    (folder / ".gitignore").write_text("/.venv\n/.cache\n/site\n/bin\n/radar\n/changed\n*.pyc\n")
    _git(folder, "init", "-q", "-b", "main")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-qm", "Begin")
    return folder


def _cloned(upstream: Path, folder: Path, address: str) -> Path:
    """Make a fresh clone, where `.venv` and `gh` stand ready, and the program is compiled."""
    _git(upstream, "clone", "-q", str(upstream), str(folder))
    for name, script in (
        (".venv/bin/python", f'#!/bin/sh\nexec {sys.executable} "$@"\n'),
        ("bin/gh", f"#!/bin/sh\necho {address}\n"),
    ):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    if (upstream / ".cache").exists():
        (folder / ".cache").symlink_to(upstream / ".cache")
    for path in (upstream / "explainer").rglob("*.py"):
        shutil.copystat(path, folder / path.relative_to(upstream))
    for path in (upstream / "explainer").rglob("__pycache__"):
        shutil.copytree(path, folder / path.relative_to(upstream))
    return folder


@pytest.fixture
def clone(upstream: Path, pages: tuple[str, Path], tmp_path: Path) -> Path:
    return _cloned(upstream, tmp_path / "clone", pages[0])


def _merge(clone: Path, change: Callable[[Path], None]) -> None:
    """Make a change of content on a branch, let it be proposed, and merge it as GitHub does."""
    _git(clone, "checkout", "-qB", "change")
    change(clone / "content")
    _git(clone, "add", "-A")
    _git(clone, "commit", "-qm", "Change")
    _git(clone, "checkout", "-q", "main")
    _git(clone, "merge", "-q", "--no-ff", "-m", "Merge", "change")


def _does(clone: Path, workflow: str, job: str, *steps: str, when: str = "after") -> str:
    """Run steps of a workflow; returns what they said."""
    said = ""
    for step in steps:
        summary = {"NUMBER": "7", "GITHUB_STEP_SUMMARY": os.devnull}
        script = _step(workflow, job, step)
        done = _run(script, clone, SOURCE_DATE_EPOCH=EPOCH[when], **summary)
        assert done.returncode == 0, f"{step}: {done.stdout}{done.stderr}"
        said += done.stdout
    return said


def _published(clone: Path, when: str = "after") -> Path:
    """Publish as publish.yml does, and return the site."""
    said = _does(clone, "publish", "build", "Check the content", "Build the site", when=when)
    assert "::error" not in said
    return clone / "site"


def _everything(site: Path) -> str:
    pages = (path.read_text("utf-8") for path in site.rglob("*.html"))
    return "".join(pages) + (site / "data/explainer.json").read_text("utf-8")


def _add(
    content: Path, name: str, title: str, *, section: str = "services", more: str = ""
) -> None:
    text = EVENT.format(title=title, section=section, more=more)
    (content / f"events/2024/2024-04-02-{name}.yml").write_text(text, "utf-8")


DRAFT, SCHEDULED, NEWER = "البلدية تغلق المكتبة", "البلدية تفتح المكتبة", "البلدية توسع المكتبة"


def _with_a_draft(content: Path) -> None:
    _add(content, "draft", DRAFT, more="publish: draft\n")


def _with_a_scheduled_event(content: Path) -> None:
    _add(content, "due", SCHEDULED, more="publish_at: 2030-01-01T06:00Z\n")


def _with_a_new_section(content: Path) -> None:
    section = "title: المال\norder: 2\nquestion: من يدفع؟\n"
    (content / "sections/money.yml").write_text(section, "utf-8")
    _add(content, "newer", NEWER, section="money")


def _with_a_renamed_actor(content: Path) -> None:
    for path in content.rglob("*.yml"):
        text = path.read_text("utf-8").replace("sindyan-municipality", "sindyan-council")
        text = text.replace("{ar: بلدية السنديان, en:", "{ar: مجلس مدينة السنديان, en:")
        path.write_text(text, "utf-8")


WITHIN, IN_TWO = "في غضون عام", "في غضون عامين"


def _with_a_correction(content: Path) -> None:
    path = content / "events/2023/2023-05-library-plan.yml"
    path.write_text(path.read_text("utf-8").replace(WITHIN, IN_TWO), "utf-8")
    with (content / "changes.yml").open("a", encoding="utf-8") as changes:
        changes.write(
            "- date: 2024-05-01\n  event: 2023-05-library-plan\n  type: correction\n"
            "  why: صححت الصحيفة المدة\n"
        )


@pytest.fixture(scope="module")
def sites(
    upstream: Path, pages: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """What is published of four changes, merged one after another: before one is due, and after.

    Each is built where no site is, and held to the one that its host has.
    """
    address, hosted = pages
    clone = _cloned(upstream, tmp_path_factory.mktemp("merged") / "clone", address)
    for change in (
        _with_a_draft,
        _with_a_scheduled_event,
        _with_a_new_section,
        _with_a_renamed_actor,
    ):
        _merge(clone, change)
    found = {}
    for when in EPOCH:
        found[when] = _published(clone, when).rename(clone / f"bin/{when}")
        hosted.unlink(missing_ok=True)
        hosted.symlink_to(found[when])
        if when == "before":
            _merge(clone, _with_a_correction)
    hosted.unlink()
    return found


@pytest.mark.parametrize("when", EPOCH)
def test_a_draft_is_merged_and_not_published(when: str, sites: dict[str, Path]) -> None:
    assert DRAFT not in _everything(sites[when])
    assert not (sites[when] / "events/2024-04-02-draft").exists()
    assert "بلدية السنديان تفتتح مكتبة عامة" in _everything(sites[when])


def test_a_scheduled_event_is_published_when_it_is_due(sites: dict[str, Path]) -> None:
    assert SCHEDULED not in _everything(sites["before"])
    page = sites["after"] / "events/2024-04-02-due/index.html"
    assert SCHEDULED in page.read_text("utf-8")


def test_a_new_section_has_its_page_and_its_place_in_the_menu(sites: dict[str, Path]) -> None:
    page = (sites["after"] / "money/index.html").read_text("utf-8")
    assert NEWER in page
    assert "من يدفع؟" in page
    assert 'href="money/"' in (sites["after"] / "index.html").read_text("utf-8")


def test_a_renamed_actor_has_the_new_name_and_address(sites: dict[str, Path]) -> None:
    site = sites["after"]
    page = (site / "actors/sindyan-council/index.html").read_text("utf-8")
    assert "<title>مجلس مدينة السنديان" in page
    assert not (site / "actors/sindyan-municipality").exists()
    assert "/actors/sindyan-municipality/" not in _everything(site)
    assert "sindyan-municipality" not in (site / "data/explainer.json").read_text("utf-8")


def test_what_was_cited_opens_after_a_correction_was_merged(sites: dict[str, Path]) -> None:
    """The second site is built where the first never was: it has the text from its host."""
    cited = sites["before"] / "events/2023-05-library-plan/2023-05-library-plan.ris"
    address = re.findall(r"UR  - .*?(/v/[0-9a-f]{12}/)", cited.read_text("utf-8"))[0]
    old = (sites["after"] / address.strip("/") / "index.html").read_text("utf-8")
    assert "صُحّح هذا النص" in old
    assert "صححت الصحيفة المدة" in old
    assert old.count(IN_TWO) == 2, "in the band alone: of the summary, of the claim"
    assert IN_TWO in (sites["after"] / "events/2023-05-library-plan/index.html").read_text("utf-8")


def test_an_editors_first_event_passes_everything(clone: Path) -> None:
    """From the command that writes it, through the checks of a proposed change, to its page."""
    options = {
        "title": "البلدية تغلق المكتبة أسبوعا", "date": "2024-04-02", "section": "services",
        "summary": "أغلقت بلدية السنديان المكتبة العامة أسبوعا، وفقا لصحيفة المثال اليومية.",
        "kind": "culture", "importance": "2", "status": "confirmed", "id": "closed",
        "publisher": "example-daily", "url": "https://example.org/closed",
    }  # fmt: skip
    words = [word for name, value in options.items() for word in (f"--{name}", value)]

    def change(_: Path) -> None:
        python = str(clone / ".venv/bin/python")
        command = [python, "build.py", "new", "event", "--no-ask", "--live", *words]
        done = subprocess.run(command, cwd=clone, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    _merge(clone, change)
    steps = (
        "Annotate problems on their lines",
        "Build the site",
        "Ask the radar about what changed",
    )
    assert "::error" not in _does(clone, "proposed", "check", *steps)
    assert "2024-04-02-closed" in (clone / "radar/summary.md").read_text("utf-8")
    page = _published(clone) / "events/2024-04-02-closed/index.html"
    assert "البلدية تغلق المكتبة أسبوعا" in page.read_text("utf-8")


def test_what_would_vanish_is_not_published_until_that_is_said(
    clone: Path, pages: tuple[str, Path], sites: dict[str, Path]
) -> None:
    """On a fresh machine, of what the site's host has: the clone never had the four changes."""
    pages[1].symlink_to(sites["after"])
    script = _step("publish", "build", "Build the site")
    refused = _run(script, clone)
    assert refused.returncode == 3
    assert "published before would vanish" in refused.stderr
    assert "actors/sindyan-council/" in refused.stderr
    assert not (clone / "site").exists()
    pages[1].unlink()
