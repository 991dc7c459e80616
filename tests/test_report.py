"""Problems in every format and language; no content can speak to the workflow."""

from __future__ import annotations

import json
import re

import pytest

from explainer.editors.problem_report import report
from explainer.messages import TABLE, say
from explainer.messages.problems import Problem

EVIL = "a\n::error::x\r%0A::set-output name=a::b,c:d\u2028\x1b"
PROBLEM = Problem(f"x{EVIL}.yml", 3, 7, f"title{EVIL}", say("E114", what=EVIL, right="b"))


def test_github_gets_one_command_a_problem_whatever_is_typed() -> None:
    said = report([PROBLEM, PROBLEM], "github", "en")
    lines = said.splitlines()
    assert len(lines) == 2
    for line in lines:
        found = re.fullmatch(r"::error file=([^,:]*),line=3,col=7,title=([^,:]*)::(.*)", line)
        assert found
        assert not re.search(r"%(?!25|0D|0A|3A|2C)", line)


def test_a_warning_is_a_warning() -> None:
    warning = Problem("x.yml", 1, 1, "title", say("E104", what="x", more=""), is_warning=True)
    assert report([warning], "github", "en").startswith("::warning file=x.yml,line=1,col=1,")
    assert ": warning: title: " in report([warning], "text", "en")


def test_json_says_all_and_is_json_of_nothing_too() -> None:
    (row,) = json.loads(report([PROBLEM], "json", "ar"))
    assert (row["line"], row["column"], row["code"], row["severity"]) == (3, 7, "E114", "error")
    assert row["message"] == PROBLEM.message.ar
    assert json.loads(report([], "json", "en")) == []


@pytest.mark.parametrize("name", TABLE)
def test_both_languages_say_the_same_things(name: str) -> None:
    english, arabic = (set(re.findall(r"\{(\w+)\}", words)) for words in TABLE[name])
    assert arabic <= english | {"arabic"}
    assert re.search("[\u0621-\u064a{]", TABLE[name][1])
