"""Words come out in UTF-8 on every terminal, and a reader who goes is no mistake of anybody's."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from explainer.editors.new import beginning
from tests.conftest import ROOT, TESTS, bare_mkdocs

CONTENT = str(TESTS / "content")
PROBLEM = str(TESTS / "problems")
READER_GONE = 128 + signal.SIGPIPE
ENCODINGS = ("cp1252", "ascii", "latin-1", "utf-16")
SAYS = {
    "date": (["date", "2024-06-19"], 0, "في 19 حزيران/يونيو 2024"),
    "a wrong date": (["date", "19 يونيو", "--lang", "ar"], 1, "«19 يونيو»|'19 يونيو'"),
    "check": (["check", "--content", "{tmp}", "--lang", "ar"], 1, "خطأ"),
    "check as json": (["check", "--content", "{tmp}", "--format", "json"], 1, "title"),
    "radar": (["radar", "--content", CONTENT, "--lang", "ar"], 0, "[\u0621-\u064a]{3}"),
    "new": (["new", "event", "--content", CONTENT, "--lang", "ar"], 2, "[\u0621-\u064a]{3}"),
    "wrong usage": (["frob-أ"], 2, "frob-أ"),
    "help": (["date", "--help"], 0, "EDTF"),
    "build": (["build", "--content", "{tmp}", "--out", "{tmp}/site-أ"], 1, "site.yml"),
}  # fmt: skip
"""What is run, its exit code, and what stands in its words."""


def _run(
    *arguments: str, typed: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "build.py", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        input=typed,
        capture_output=True,
        check=False,
    )


TRIED = {
    *zip(SAYS, cycle(ENCODINGS), strict=False),
    *(("a wrong date", encoding) for encoding in ENCODINGS),
}
"""Every command once, each encoding more than once: it is set before a command is looked at."""


@pytest.mark.parametrize(("what", "encoding"), sorted(TRIED))
def test_every_command_speaks_utf8(what: str, encoding: str, tmp_path: Path) -> None:
    arguments, code, words = SAYS[what]
    asked = [each.replace("{tmp}", str(tmp_path)) for each in arguments]
    done = _run(*asked, PYTHONUTF8="0", PYTHONIOENCODING=encoding)
    said = (done.stdout + done.stderr).decode("utf-8")
    assert done.returncode == code, said
    assert re.search(words, said)
    assert "Traceback" not in said


def test_where_the_machine_knows_ascii_only_a_site_is_built(tmp_path: Path) -> None:
    plain: dict[str, Any] = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = _run("build", "--content", CONTENT, "--out", str(tmp_path / "site"), **plain)
    assert done.returncode == 0, done.stderr
    assert "المدينتان" in (tmp_path / "site/timeline/index.html").read_text("utf-8")


def test_bare_mkdocs_speaks_utf8(program_copy: Path) -> None:
    repository = {"REPO_URL": "https://github.com/a/b", "REPO_BRANCH": "فرع ما"}
    done = bare_mkdocs(program_copy, **repository, PYTHONUTF8="0", PYTHONIOENCODING="cp1252")
    said = done.stdout + done.stderr
    assert "فرع ما" in said
    assert "Traceback" not in said


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An explainer that `new` began."""
    folder = tmp_path_factory.mktemp("begun") / "content"
    assert beginning.begin(folder, "ملف") == []
    return folder


def test_what_is_typed_is_read_as_utf8(begun: Path) -> None:
    asked = ("new", "section", "--content", str(begun), "--ask")
    done = _run(*asked, typed="قسم جديد\nnewer\n\n\n\n\n".encode(), PYTHONIOENCODING="cp1252")
    assert done.returncode == 0, done.stderr.decode()
    assert "قسم جديد" in (begun / "sections/newer.yml").read_text("utf-8")


@pytest.mark.parametrize("typed", [b"\xff\xfe\n", b""], ids=["not UTF-8", "the end"])
def test_what_cannot_be_read_ends_in_no_traceback(typed: bytes, begun: Path) -> None:
    done = _run("new", "section", "--content", str(begun), "--ask", typed=typed)
    assert b"Traceback" not in done.stderr
    assert done.returncode not in (0, 70)


def _shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash; P is the program, C the content."""
    names = {"P": f"{sys.executable} build.py", "C": CONTENT}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=ROOT,
        env={**os.environ, **names},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "line",
    [
        "$P check --content $C --format json | true",
        "$P check --content /nowhere 2>&1 | true",
        "$P date 2024 | true",
        "$P --help | true",
        "$P frob 2>&1 | true",
        "$P radar --content $C --format json | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}",
    ],
)
def test_a_reader_who_goes_is_told_of_by_the_code_alone(line: str) -> None:
    done = _shell(line)
    assert done.stderr == ""
    assert done.returncode in (READER_GONE, *((0,) if "head" in line else ()))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("$P check --content $C >&-", 0),
        ("$P check --content $C >&- 2>&-", 0),
        ("$P check --content $C <&- >&- 2>&-", 0),
        ("$P check --content /nowhere >&- 2>&-", 1),
        ("$P frob >&- 2>&-", 2),
        ("$P date 2024 2>&-", 0),
        ("$P new section --content $C --ask <&-", 130),
    ],
)
def test_a_stream_that_is_closed_is_one_that_nobody_reads(line: str, code: int) -> None:
    done = _shell(line)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "line", ["$P check --content $C >/dev/full", "$P check --content /nowhere 2>/dev/full"]
)
def test_words_that_there_is_no_room_for_are_3(line: str) -> None:
    done = _shell(line)
    assert done.returncode == 3
    assert done.stderr in ("", "Error: No space left on device\n")
