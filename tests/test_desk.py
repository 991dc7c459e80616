"""The copy desk: a table of what it mends, what it leaves, and what it only points at."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from explainer.cli import main
from explainer.editors import check, desk
from explainer.editors.desk import spelling
from explainer.editors.desk.rule import Context
from explainer.messages import codes
from tests.conftest import ROOT, TESTS, TINY

ROWS = [
    [cell.strip(" \n") for cell in line.split("|")]
    for line in (TESTS / "cases/desk.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
NAMES = {"سمير الأسعدد": "سمير الأسعد"}
CONTEXT = Context(
    names=NAMES,
    name_pattern=cache(lambda: spelling.names_pattern(NAMES)),
    path=("title",),
    record={"status": "claimed"},
)


def _mended(text: str) -> tuple[set[str], str]:
    found = list(desk.hits(text, CONTEXT))
    right = text
    for _, hit in sorted(found, key=lambda each: each[1].start, reverse=True):
        if hit.right is not None and hit.safe:
            right = right[: hit.start] + hit.right + right[hit.end :]
    return {code for code, _ in found}, right


@pytest.mark.parametrize(("code", "text", "right"), ROWS, ids=[f"{r[0]} {r[1]}" for r in ROWS])
def test_the_desk(code: str, text: str, right: str) -> None:
    codes, mended = _mended(text)
    assert codes == set(code.split()) - {"="}
    assert mended == (right or text)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_a_rule_looks_near_what_it_finds(row: list[str]) -> None:
    text = f"نص\n\n{desk.plain(row[1])}\n\nنص"
    for rule in desk.DESK_RULES:
        if list(rule.find(text, CONTEXT)):
            assert list(rule.places(text, CONTEXT)), rule.code


def test_every_rule_has_a_case() -> None:
    assert {rule.code for rule in desk.DESK_RULES} == {
        code for row in ROWS for code in row[0].split()
    } - {"="} | {"E651"}


def test_a_table_is_no_list() -> None:
    """No row of a table of cases can hold one."""
    table = "زار الوفد:\n\n| المدينة | اليوم |\n|---|---|\n| الشرقية | 5 |\n"
    assert _mended(table)[0] == {"E651"}
    assert _mended("المدينة | اليوم\n---|---\nالشرقية | 5")[0] == {"E651"}
    assert _mended("زار الوفد:\n\n- الشرقية\n- الغربية\n")[0] == set()


@pytest.mark.parametrize("row", [row for row in ROWS if row[2]], ids=lambda row: row[1])
def test_what_is_mended_is_sound(row: list[str]) -> None:
    assert _mended(row[2])[0] == set()


EVENT = "events/2021/2021-11-draft.yml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(TINY, tmp_path / "content"))
    site = (folder / "site.yml").read_text("utf-8")
    settings = "house: {full_stops: off}\n"  # what the desk finds and mends, and nothing else
    (folder / "site.yml").write_text(site + settings, "utf-8")
    return folder


def test_fix_mends_what_is_safe_and_leaves_the_rest_byte_for_byte(content: Path) -> None:
    path = content / EVENT
    text = path.read_text("utf-8")
    summary = 'summary: >-   # تعليق ,  لا يُمس\n  ذهب الوفد الى الميناء ,\n  ثم   غادر "سرا"؟\n'
    wrong = re.sub(r"summary: .*\n(?:  .*\n)*", lambda _: summary, text, count=1)
    path.write_bytes(wrong.replace("\n", "\r\n").encode())
    assert main(["check", "--content", str(content), "--fix"]) == 0
    right = "summary: >-   # تعليق ,  لا يُمس\n  ذهب الوفد إلى الميناء،\n  ثم غادر “سرا”؟\n"
    assert path.read_bytes() == wrong.replace(summary, right).replace("\n", "\r\n").encode()


MENDED = (
    ("title: 'قال ''نعم'' , ثم غادر' # هنا ,  و  هناك",
     "title: 'قال ''نعم''، ثم غادر' # هنا ,  و  هناك"),
    ("summary: |\n  ذهب  الى الميناء و غادر .\n\n  - في ابريل 2024 ,",
     "summary: |\n  ذهب إلى الميناء وغادر.\n\n  - في نيسان/أبريل 2024 ,"),
    ("summary: >-\n  نقل 20 صاروخ\n  في الإجتماع؛ثم 3جنود",
     "summary: >-\n  نقل 20 صاروخا\n  في الاجتماع؛ ثم 3 جنود"),
    ("claims: [{text: 'ذهب الى هناك', said_by: mayor, act: states} , ]   # x",
     "claims: [{text: 'ذهب إلى هناك', said_by: mayor, act: states} , ]   # x"),
    ('title: "ذهب الى # هناك"  # هنا', 'title: "ذهب إلى # هناك"  # هنا'),
    (r'title: "ذهب الى \u0647ناك"', r'title: "ذهب الى \u0647ناك"'),
    ("title: ذهب\u00a0الى\u00a0#هنا", "title: ذهب إلى\u00a0#هنا"),
)  # fmt: skip
"""What an editor typed, and what `--fix` makes of it: not a sign more."""


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("wrong", "right"), MENDED, ids=range(len(MENDED)))
def test_fix_leaves_the_rest_of_any_file(wrong: str, right: str, end: str, content: Path) -> None:
    path = content / EVENT
    field = wrong.split(":", maxsplit=1)[0]
    lines = re.sub(rf"{field}: .*\n(?:  .*\n)*", "", path.read_text("utf-8"), count=1)
    texts = [f"# و  تعليق ,  \n{each}\n{lines}   \n".replace("\n", end) for each in (wrong, right)]
    path.write_bytes(texts[0].encode())
    main(["check", "--content", str(content), "--fix"])
    assert path.read_bytes().decode() == texts[1]


def test_fix_makes_no_sign_of_yaml(content: Path) -> None:
    """A fix that would change what is in the file apart from its texts is not made."""
    path = content / EVENT
    path.write_text(
        re.sub("title: .*", "title: قال:“نعم” و::لا", path.read_text("utf-8"), count=1), "utf-8"
    )
    before = path.read_bytes()
    assert main(["check", "--content", str(content), "--fix"]) == 1
    assert path.read_bytes() == before


def test_a_file_with_a_byte_order_mark_is_mended_without_it(content: Path) -> None:
    path = content / EVENT
    sound = path.read_text("utf-8")
    wrong = re.sub("title: .*", "title: ذهب الى", sound, count=1)
    path.write_bytes(b"\xef\xbb\xbf" + wrong.encode())
    assert main(["check", "--content", str(content), "--fix"]) == 0
    assert path.read_bytes() == wrong.replace("الى", "إلى").encode()


def test_a_problem_of_the_desk_stands_at_its_column(content: Path) -> None:
    path = content / "glossary.yml"
    path.write_text("x:\n  term: 'الوفد'\n  definition: 'وصل الى الميناء'\n", "utf-8")
    found = [problem for problem in check.check(content)[1] if problem.code == "E631"]
    assert [(each.line, each.column, each.where) for each in found] == [(3, 20, "x.definition")]
    assert "write 'إلى'" in str(found[0])


def test_a_warning_fails_only_when_strict(content: Path) -> None:
    (content / "glossary.yml").write_text(
        "x:\n  term: الوفد\n  definition: وصل الوفد الوفد فجرا\n", "utf-8"
    )
    assert main(["check", "--content", str(content)]) == 0
    assert main(["check", "--content", str(content), "--strict"]) == 1


DOCUMENTED = re.findall(
    r"^\| `([EW]\d{3})` \| (.+?) \| (.+?) \| (.+?) \|$",
    (ROOT / "docs/problems.md").read_text("utf-8"),
    re.MULTILINE,
)


def test_every_code_is_told_of_on_its_page() -> None:
    assert sorted(row[0] for row in DOCUMENTED) == codes()


TOLD_IN_WORDS = {"E610", "E620", "E621", "E624", "E625", "E626", "E640", "E651", "E652"}


@pytest.mark.parametrize(
    "row",
    [r for r in DOCUMENTED if r[0][1] == "6" and r[0] not in TOLD_IN_WORDS],
    ids=lambda r: r[0],
)
def test_the_examples_of_the_page_are_what_they_say(row: list[str]) -> None:
    code, _, wrong, right = row
    assert code in _mended(wrong)[0]
    assert _mended(right)[0] == set()
