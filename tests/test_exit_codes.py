"""How a run ends that something stops: each kind of our own errors, met by a command."""

from __future__ import annotations

import importlib
import pkgutil
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import explainer
from explainer.cli import main
from explainer.editors.new.question import WrongAnswerError
from explainer.publish import program
from explainer.site.manifest import NoManifestError
from explainer.system.errors import ExplainerError
from explainer.system.folders import ROOT as REAL_ROOT
from tests.conftest import TESTS

CONTENT = str(TESTS / "content")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the folders that designers and writers of pages work in, for a build to read."""
    for name in ("templates", "docs", "cms"):
        ignored = shutil.ignore_patterns("node_modules", "mkdocs.yml")
        shutil.copytree(REAL_ROOT / name, tmp_path / "root" / name, ignore=ignored)
    for name in ("mkdocs.yml", "build.py"):
        shutil.copyfile(REAL_ROOT / name, tmp_path / "root" / name)
    for name in ("content", "explainer"):
        (tmp_path / "root" / name).mkdir()
    (tmp_path / "root/.cache").symlink_to(REAL_ROOT / ".cache")
    monkeypatch.setattr(program, "ROOT", tmp_path / "root")
    monkeypatch.setattr("explainer.cli.making.ROOT", tmp_path / "root")
    return tmp_path / "root"


def _more(path: Path, text: str | bytes) -> None:
    path.write_bytes(path.read_bytes() + (text.encode() if isinstance(text, str) else text))


BUILDS: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a stray brace in a style": (
        "StylesheetError", lambda root: _more(root / "templates/styles/base.css", "}\n"),
        "templates/styles/base.css:",
    ),
    "a style that is not UTF-8": (
        "StylesheetError", lambda root: _more(root / "templates/styles/base.css", b"/* \xff */"),
        "templates/styles/base.css: not UTF-8",
    ),
    "a value that no page has": (
        "RenderError", lambda root: _more(root / "templates/pages/event.html", "{{ page.x.y }}"),
        "templates/pages/event.html: page /events/",
    ),
    "a template that is none": (
        "RenderError", lambda root: _more(root / "templates/pages/event.html", "{% if %}"),
        "templates/pages/event.html: page /events/",
    ),
    "a template that is not there": (
        "RenderError", lambda root: (root / "templates/pages/event.html").unlink(),
        "templates/pages/event.html: page /events/",
    ),
    "a template that is not UTF-8": (
        "RenderError", lambda root: _more(root / "templates/pages/event.html", b"\xff"),
        "templates/pages/event.html: ",
    ),
    "a part that every page needs and that is none": (
        "RenderError", lambda root: _more(root / "templates/parts/macros.html", "{% if %}"),
        "templates/",
    ),
    "a page of docs/ without a title": (
        "HandwrittenError", lambda root: (root / "docs/about.md").write_text("نص", "utf-8"),
        "about.md: expected title and description",
    ),
    "a page of docs/ with an unknown part": (
        "HandwrittenError", lambda root: _more(root / "docs/about.md", "<!-- explainer:x -->"),
        "about.md: there is no part 'x'",
    ),
    "a page of docs/ that is not UTF-8": (
        "HandwrittenError", lambda root: _more(root / "docs/about.md", b"\xff"),
        "about.md: not UTF-8",
    ),
    "a link to nowhere in a template": (
        "BrokenOutputError",
        lambda root: _more(root / "templates/pages/event.html", '<a href="{{ root }}x/">'),
        "link to nowhere: /x/",
    ),
    "a script that imports in a way of its own": (
        "ScriptBundleError",
        lambda root: _more(root / "docs/assets/scripts/search.js", 'import "./x.js";\n'),
        "docs/assets/scripts/search.js: not understood: import",
    ),
    "a link to nowhere in docs/": (
        "EngineError", lambda root: _more(root / "docs/about.md", "\n\nنص [x](nowhere.md)"),
        "docs/about.md:{last}:8: link to nowhere: 'nowhere.md'",
    ),
    "a link to a page that is meant otherwise in docs/": (
        "EngineError", lambda root: _more(root / "docs/about.md", "\n\n[x](../method/)"),
        "docs/about.md:{last}:5: link to nowhere: '../method/'; did you mean 'method.md'?",
    ),
    "a link from the root in docs/": (
        "EngineError", lambda root: _more(root / "docs/about.md", "\n\n[x](/method/)"),
        "docs/about.md:{last}:5: link to nowhere: '/method/'",
    ),
    "a picture from nowhere in docs/": (
        "EngineError", lambda root: _more(root / "docs/about.md", "\n\n![x](no.png)"),
        "docs/about.md:{last}:6: link to nowhere: 'no.png'",
    ),
    "a link to no heading in docs/": (
        "EngineError", lambda root: _more(root / "docs/about.md", "\n\n[x](method.md#no)"),
        "docs/about.md:{last}:5: link to nowhere: 'method.md#no'",
    ),
    "two links to nowhere in docs/": (
        "EngineError", lambda root: _more(root / "docs/about.md", "\n\n[x](a.md) [y](b.md)"),
        "docs/about.md:{last}:5: link to nowhere: 'a.md'\n"
        "docs/about.md:{last}:15: link to nowhere: 'b.md'",
    ),
    "a link to nowhere in HTML in docs/": (
        "NotPublishedError",
        lambda root: _more(root / "docs/about.md", "\n\n<p><a class=b href='../no/'>x</a></p>"),
        "docs/about.md: link to nowhere: '../no/'",
    ),
    "a link to no place in HTML in docs/": (
        "NotPublishedError",
        lambda root: _more(root / "docs/about.md", '\n\n<p><a href="../method/#no">x</a></p>'),
        "docs/about.md: link to nowhere: '../method/#no'",
    ),
    "a link from the root in HTML in docs/": (
        "NotPublishedError",
        lambda root: _more(root / "docs/about.md", "\n\n<p><a href=/method/>x</a></p>"),
        "docs/about.md: link to nowhere: '/method/'",
    ),
    "settings of the engine that are none": (
        "EngineError", lambda root: _more(root / "mkdocs.yml", "\ntheme: 7\n"), "MkDocs: ",
    ),
    "settings of the engine that cannot be read": (
        "EngineError", lambda root: _more(root / "mkdocs.yml", "\n[\n"), "MkDocs: ",
    ),
    "a frame that is no template": (
        "EngineError", lambda root: _more(root / "templates/theme/main.html", "{% if %}"),
        "templates/theme",
    ),
}  # fmt: skip
"""What a designer, or a writer of docs/, can do: what it is, and what is said of it."""


def test_what_is_sound_is_0(root: Path, tmp_path: Path) -> None:
    assert main(["build", "--content", CONTENT, "--out", str(tmp_path / "site")]) == 0
    assert (root / "mkdocs.yml").exists()


@pytest.mark.parametrize("what", BUILDS)
def test_a_site_that_cannot_be_made_is_3(
    what: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, spoil, said = BUILDS[what]
    spoil(root)
    out = tmp_path / "site"
    assert main(["build", "--content", CONTENT, "--out", str(out)]) == 3
    errors = capsys.readouterr().err
    last = len((root / "docs/about.md").read_bytes().splitlines())
    wanted = re.escape(said.replace("{last}", str(last)))
    assert re.search(f"^not published: .*{wanted}", errors, re.MULTILINE)
    assert "Traceback" not in errors
    assert not out.exists()


def test_a_folder_that_is_not_ours_is_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("x", "utf-8")
    assert main(["build", "--content", CONTENT, "--out", str(tmp_path)]) == 3
    assert "not published: " in capsys.readouterr().err


@pytest.mark.parametrize("npm", ["", "#!/bin/sh\nexit 1\n"], ids=["none", "failing"])
@pytest.mark.usefixtures("root")
def test_a_form_that_cannot_be_made_is_3(
    npm: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "bin").mkdir()
    if npm:
        (tmp_path / "bin/npm").write_text(npm, "utf-8")
        (tmp_path / "bin/npm").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    command = ["cms", "--content", CONTENT, "--repo", "a/b", "--out", str(tmp_path / "form")]
    assert main(command) == 3
    assert "not published: npm" in capsys.readouterr().err


WRONG_ANSWER = ["new", "event", "--no-ask", "--content", CONTENT, "--date", "19/6/2026"]
REFUSALS = {
    "ContentRefused": (["radar", "--content", "{tmp}"], "E111"),
    "NotADateError": (["date", "19/6/2026"], "write 2026-06-19"),
    "GitError": (["radar", "--content", CONTENT, "--since", "no-such-branch"], "Error: "),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSALS)
def test_what_is_typed_wrong_is_1(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, said = REFUSALS[name]
    assert main([each.replace("{tmp}", str(tmp_path)) for each in arguments]) == 1
    errors = capsys.readouterr().err
    assert said in errors
    assert "Traceback" not in errors


def test_a_wrong_answer_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(WRONG_ANSWER) == WrongAnswerError.exit_code == 2
    assert "write 2026-06-19" in capsys.readouterr().err


def test_a_folder_that_lists_nothing_is_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(tmp_path)]) == NoManifestError.exit_code == 2
    assert "has no files.sha256" in capsys.readouterr().err


def _classes() -> Iterator[type[BaseException]]:
    """List the classes of errors that the package defines."""
    for module in pkgutil.walk_packages(explainer.__path__, "explainer."):
        for each in vars(importlib.import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, BaseException):
                yield each


def test_each_of_our_errors_says_how_a_run_ends_and_is_met_here() -> None:
    ours = {each for each in _classes() if each.__module__.startswith("explainer.")}
    assert {each.__name__ for each in ours if not issubclass(each, ExplainerError)} == set()
    met = {name for name, _, _ in BUILDS.values()} | set(REFUSALS)
    met |= {
        "NotPublishedError",
        "WrongEnvironmentError",
        "CmsError",
        "WrongAnswerError",
        "NoManifestError",
        "FileNotServedError",  # told as one of the others, see tests/test_web_files.py
        "NoCopyError",  # told as an outcome, see tests/test_archive.py
        "NotNamedError",
        "StrangeVersionError",  # see tests/test_versions.py
    }
    assert {e.__name__ for e in ours - {ExplainerError} if not e.__name__.startswith("_")} == met
