"""What editors merge is published: by the very commands of the workflows, in a fresh clone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
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


@pytest.fixture(scope="module")
def upstream(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the program and an explainer that `new` began."""
    folder = tmp_path_factory.mktemp("upstream")
    begun = tmp_path_factory.mktemp("begun") / "content"
    assert beginning.begin(begun, "مدينة السنديان") == []
    copy_program(folder, begun)
    (folder / ".gitignore").write_text("/.venv\n/.cache\n/site\n/bin\n/radar\n/changed\n")
    _git(folder, "init", "-q", "-b", "main")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-qm", "Begin")
    return folder


@pytest.fixture
def clone(upstream: Path, tmp_path: Path) -> Path:
    """A fresh clone, where `.venv` and `gh` stand ready."""
    folder = tmp_path / "clone"
    _git(tmp_path, "clone", "-q", str(upstream), str(folder))
    for name, script in (
        (".venv/bin/python", f'#!/bin/sh\nexec {sys.executable} "$@"\n'),
        ("bin/gh", "#!/bin/sh\necho https://pages.example/site\n"),
    ):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    if (upstream / ".cache").exists():
        (folder / ".cache").symlink_to(upstream / ".cache")
    return folder


def _merge(clone: Path, change: Callable[[Path], None]) -> None:
    """Make a change of content on a branch, let it be proposed, and merge it as GitHub does."""
    _git(clone, "checkout", "-qb", "change")
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


def _add(content: Path, title: str, *, section: str = "services", more: str = "") -> None:
    text = EVENT.format(title=title, section=section, more=more)
    (content / "events/2024/2024-04-02-closed.yml").write_text(text, "utf-8")


def test_a_draft_is_merged_and_not_published(clone: Path) -> None:
    _merge(clone, lambda content: _add(content, "البلدية تغلق المكتبة", more="publish: draft\n"))
    site = _published(clone)
    assert "البلدية تغلق المكتبة" not in _everything(site)
    assert not (site / "events/2024-04-02-closed").exists()
    assert "بلدية السنديان تفتتح مكتبة عامة" in _everything(site)


def test_a_scheduled_event_is_published_when_it_is_due(clone: Path) -> None:
    due = "publish_at: 2030-01-01T06:00Z\n"
    _merge(clone, lambda content: _add(content, "البلدية تغلق المكتبة", more=due))
    assert "البلدية تغلق المكتبة" not in _everything(_published(clone, when="before"))
    site = _published(clone, when="after")
    assert "البلدية تغلق المكتبة" in (site / "events/2024-04-02-closed/index.html").read_text()


def test_a_new_section_has_its_page_and_its_place_in_the_menu(clone: Path) -> None:
    def change(content: Path) -> None:
        (content / "sections/money.yml").write_text(
            "title: المال\norder: 2\nquestion: من يدفع؟\n", "utf-8"
        )
        _add(content, "البلدية تغلق المكتبة", section="money")

    _merge(clone, change)
    site = _published(clone)
    page = (site / "money/index.html").read_text("utf-8")
    assert "البلدية تغلق المكتبة" in page
    assert "من يدفع؟" in page
    assert 'href="money/"' in (site / "index.html").read_text("utf-8")


def test_a_renamed_actor_has_the_new_name_and_address(clone: Path) -> None:
    def change(content: Path) -> None:
        for path in content.rglob("*.yml"):
            text = path.read_text("utf-8").replace("sindyan-municipality", "sindyan-council")
            text = text.replace("{ar: بلدية السنديان, en:", "{ar: مجلس مدينة السنديان, en:")
            path.write_text(text, "utf-8")

    _merge(clone, change)
    site = _published(clone)
    page = (site / "actors/sindyan-council/index.html").read_text("utf-8")
    assert "<title>مجلس مدينة السنديان" in page
    assert not (site / "actors/sindyan-municipality").exists()
    assert "/actors/sindyan-municipality/" not in _everything(site)
    assert "sindyan-municipality" not in (site / "data/explainer.json").read_text("utf-8")


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
