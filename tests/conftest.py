"""The invented sites that tests look at: made once, built once. No test reads content/."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

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

needs_npm = pytest.mark.skipif(
    not (ROOT / "cms/node_modules/.package-lock.json").is_file() and not os.environ.get("CI"),
    reason="no npm here: cms/node_modules is not installed",
)
"""In CI it is a failure, elsewhere it is said."""


def make(content: Path) -> Output:
    """Make the output of a content folder as of NOW."""
    return maker.build(
        load(content, NOW), templates=ROOT / "templates", docs=TESTS / "docs", cache=ROOT / ".cache"
    )


@pytest.fixture(scope="session")
def library() -> Library:
    return load(TESTS / "content", NOW)


@pytest.fixture(scope="session")
def output() -> Output:
    return make(TESTS / "content")


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, built by MkDocs as the command builds it."""
    out = tmp_path_factory.mktemp("tiny") / "site"
    program.build_site(TESTS / "content", out)
    return out


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built as the command builds it."""
    out = tmp_path_factory.mktemp("real") / "site"
    program.build_site(ROOT / "content", out)
    return out
