"""The invented sites that tests look at: made once, built once. No test reads content/."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml
from hypothesis import settings

from explainer.cli.options import begin_language
from explainer.content.library import Library, load
from explainer.publish import program
from explainer.site import maker
from explainer.site.output import Output

TESTS = Path(__file__).parent
ROOT = TESTS.parent
TINY = TESTS / "content"
"""Every feature once; golden files hold all that is made of it."""
SECOND = TESTS / "second"
"""The smallest that builds, on another topic."""
LARGE = TESTS / "large"
"""Some 50 events over many years: for what only shows where there is much."""
FOLDERS = (TINY, SECOND, LARGE)
NOW = datetime(2022, 1, 1, tzinfo=UTC)
"""When the tiny site is looked at."""
LATER = datetime(2026, 1, 1, tzinfo=UTC)
"""When the large one is."""
BIN = Path(sys.executable).parent
settings.register_profile("anywhere", deadline=None)
settings.load_profile("anywhere")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is started is compiled once
REAL = ROOT / "content"
"""What editors write. Any explainer may stand there, so the program is tested without it."""


def _keep_out(event: str, arguments: tuple[Any, ...]) -> None:
    """Let no test read the real content, be it by what it calls."""
    if event not in ("open", "os.listdir", "os.scandir") or not arguments:
        return
    path = arguments[0]
    if isinstance(path, str | bytes | os.PathLike) and "content" in os.fsdecode(path):
        name = os.fsdecode(path)
        by_folder = event == "open" and arguments[1] is None  # os.open: a name in another folder
        whole = name if by_folder else os.path.abspath(name)  # noqa: PTH100 - it follows no link
        if whole == str(REAL) or whole.startswith(f"{REAL}{os.sep}"):
            raise AssertionError(f"no test reads content/: {whole}")


sys.addaudithook(_keep_out)

needs_npm = pytest.mark.skipif(
    not (ROOT / "cms/node_modules/.package-lock.json").is_file() and not os.environ.get("CI"),
    reason="no npm here: cms/node_modules is not installed",
)
"""In CI it is a failure, elsewhere it is said."""


def read_yaml(path: Path) -> Any:
    """Read a table of cases."""
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def copy_program(folder: Path, content: Path) -> Path:
    """Copy the program into a folder, with this content, as it is compiled here."""
    for name in ("build.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("explainer", "templates", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(content, folder / "content")
    for name in ("fonts", "cards"):  # what is drawn or cut here is not drawn or cut there
        (ROOT / ".cache" / name).mkdir(parents=True, exist_ok=True)
        (folder / ".cache").mkdir(exist_ok=True)
        (folder / ".cache" / name).symlink_to(ROOT / ".cache" / name)
    return folder


def make(content: Path) -> Output:
    """Make the output of a content folder as of NOW."""
    return maker.build(
        load(content, NOW), templates=ROOT / "templates", docs=TESTS / "docs", cache=ROOT / ".cache"
    )


@pytest.fixture(autouse=True)
def _in_english() -> None:
    """Begin in English: click's own runner passes by what sets the language of a run."""
    begin_language(())


@pytest.fixture(scope="session")
def library() -> Library:
    return load(TINY, NOW)


@pytest.fixture(scope="session")
def output() -> Output:
    return make(TINY)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run have in common."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


def _once(shared: Path, name: str, do: Callable[[Path], object]) -> Path:
    """Make a folder once: who comes second waits for it."""
    done = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            making = shared / f"{name}.making"
            making.mkdir()
            do(making)
            making.rename(done)
    return done


def _built(shared: Path, name: str, content: Path) -> Path:
    """Build a site as the command builds it, once."""
    return _once(shared, name, lambda here: program.build_site(content, here / "site")) / "site"


@pytest.fixture(scope="session")
def tiny_site(shared: Path) -> Path:
    """The tiny site, built by MkDocs."""
    return _built(shared, "tiny", TINY)


@pytest.fixture(scope="session")
def large_site(shared: Path) -> Path:
    """The large site, built by MkDocs."""
    return _built(shared, "large", LARGE)


def bare_mkdocs(folder: Path, *options: str, **environment: str) -> CompletedProcess[str]:
    """Let MkDocs build in a folder that it is run in, without our command."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="session")
def program_copy(shared: Path) -> Path:
    """A copy of the program with the tiny content. Who uses it leaves it as it was."""
    return _once(shared, "program", lambda here: copy_program(here, TINY))


@pytest.fixture(scope="session")
def bare_site(shared: Path, program_copy: Path) -> Path:
    """The tiny site as MkDocs alone builds it, where the environment's address is empty."""

    def build(here: Path) -> None:
        done = bare_mkdocs(program_copy, "--site-dir", str(here / "site"), SITE_URL="")
        assert done.returncode == 0, done.stderr

    return _once(shared, "bare", build) / "site"
