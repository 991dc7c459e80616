"""Narratives have subheads; no other text of ours may look as if it had."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from explainer.content.library import examine
from explainer.content.prose import block, narrative, plain
from tests.conftest import TESTS


def _nowhere(_: str) -> None:
    return None


NARRATIVE = "فقرة أولى.\n\n## رأس *مهم* عن KX-12 ##\nفقرة ثانية\n## رأس\n\n- بند\n- بند"


def test_a_narrative_has_subheads_with_numbers_for_ids() -> None:
    html = narrative(NARRATIVE, _nowhere)
    assert re.findall(r'<h2 id="([^"]+)">(.*?)</h2>', html) == [
        ("h-1", 'رأس <em>مهم</em> عن <bdi dir="ltr">KX-12</bdi>'),
        ("h-2", "رأس"),
    ]
    assert "<p>فقرة ثانية</p>" in html
    assert "<li>بند</li>" in html


def test_other_prose_has_none_and_plain_words_have_no_marks() -> None:
    assert "<h2" not in block(NARRATIVE, _nowhere)
    assert "#" not in plain(NARRATIVE, _nowhere)
    assert "رأس مهم عن KX-12" in plain(NARRATIVE, _nowhere)


SECTION, EVENT = "sections/money.yml", "events/2020/2020-03-05-agreement.yml"


@pytest.mark.parametrize(
    ("file", "typed", "line", "column"),
    [
        (SECTION, "body: |\n  نص.\n\n  ## رأس\n\n  نص.\n", 0, 0),
        (SECTION, "body: |\n  نص.\n\n  ### رأس\n", 4, 3),
        (SECTION, "body: |\n  نص.\n\n  # رأس\n", 4, 3),
        (SECTION, "body: |\n  نص.\n\n  ##رأس\n", 4, 3),
        (SECTION, "body: |\n  نص.\n\n  ##\n", 4, 3),
        (SECTION, "body: 'نص. ## رأس. نص.'\n", 1, 12),
        (SECTION, "summary: '## رأس'\n", 1, 11),
        (SECTION, "summary: 'وسم #الجسر والرقم #5'\n", 0, 0),
        (EVENT, "body: |\n  نص.\n\n  ## رأس\n", 4, 3),
        (EVENT, "summary: '# رأس'\n", 1, 11),
    ],
)
def test_a_heading_stands_in_the_body_of_a_section_alone(
    file: str, typed: str, line: int, column: int, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(TESTS / "content", content)
    field = typed.partition(":")[0]
    rest = re.sub(rf"(?m)^{field}:.*\n(?:(?:  .*)?\n)*", "", (content / file).read_text("utf-8"))
    (content / file).write_text(typed + rest, "utf-8")
    found = [(each.code, each.line, each.column) for each in examine(content).problems]
    assert found == ([("E526", line, column)] if line else [])
