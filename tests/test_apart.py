"""The tests of the program know nothing of content/: any explainer may stand there."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.conftest import REAL, ROOT, TESTS

NAMED = re.compile(r"""ROOT\s*/\s*f?["']content|REAL\s*/|load\(["']content|["']content["']\)\.""")


@pytest.mark.parametrize(
    "path", sorted(TESTS.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_no_test_names_the_real_content(path: Path) -> None:
    if path.name not in ("conftest.py", Path(__file__).name):  # these keep the others out
        assert NAMED.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "read",
    [
        lambda: (REAL / "site.yml").read_text("utf-8"),
        lambda: list(REAL.iterdir()),
        lambda: list(os.scandir(REAL / "events")),
        lambda: list(REAL.rglob("*.yml")),
    ],
    ids=["open", "iterdir", "scandir", "rglob"],
)  # fmt: skip
def test_who_reads_the_real_content_fails(read: object) -> None:
    assert callable(read)
    with pytest.raises(AssertionError, match="no test reads content/"):
        read()


def test_a_relative_name_is_seen_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with pytest.raises(AssertionError, match="no test reads content/"):
        Path("content/site.yml").read_text("utf-8")
    monkeypatch.chdir(TESTS)
    assert Path("content/site.yml").read_text("utf-8")
