"""Problems in every format and language; no content can speak to the workflow."""

from __future__ import annotations

import json
import re

import pytest

from explainer.editors.problem_report import for_terminal, report
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


def _many(number: int) -> list[Problem]:
    words = say("E104", what="x", more="")
    return [
        Problem(f"{each % 3}.yml", each + 1, 1, "title", words)
        if each % 4
        else Problem("a.yml", each + 1, 1, "title", say("E302", field="title", sample="x"))
        for each in range(number)
    ]


def test_after_two_hundred_lines_the_rest_is_counted() -> None:
    lines = report(_many(200), "text", "en").splitlines()
    assert len(lines) == 200
    lines = report(_many(260), "text", "en").splitlines()
    assert len(lines) == 201
    assert lines[-1] == (
        "not shown: 60; by code: E104 45, E302 15; by file: 0.yml 15, 1.yml 15, 2.yml 15, a.yml 15"
    )
    assert (
        report(_many(260), "text", "ar")
        .splitlines()[-1]
        .startswith("لم يُعرض: 60؛ بحسب الرمز: E104")
    )
    assert len(json.loads(report(_many(260), "json", "en"))) == 260
    assert len(report(_many(260), "github", "en").splitlines()) == 260


def test_of_very_many_files_the_first_are_named() -> None:
    found = [Problem(f"{each:03}.yml", 1, 1, "title", PROBLEM.message) for each in range(230)]
    assert report(found, "text", "en").splitlines()[-1] == (
        "not shown: 30; by code: E114 30; by file: "
        + ", ".join(f"{each}.yml 1" for each in range(200, 210))
        + ", others 20"
    )


def test_a_terminal_turns_the_words_and_not_the_place() -> None:
    line = PROBLEM.text("ar").replace("\n", " ")
    place = line.partition(": ")[0]
    assert for_terminal(line) == f"{place}: \u2067{line[len(place) + 2 :]}\u2069"
    assert for_terminal("x.yml:1:2: error: title: is empty") == "x.yml:1:2: error: title: is empty"
