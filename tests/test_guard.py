"""The copy guard: what is a copy and what is not, what is kept of a text, and that it stays in."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from explainer.cli import main
from explainer.content.guard import GuardedText, copied, read
from explainer.content.guard.kept import Kept
from explainer.content.guard.shingles import BITS, BLOCK, LIMIT, words
from explainer.content.library import examine
from explainer.content.yaml_file import Document
from explainer.publish import program
from tests.conftest import LARGE, LATER, TESTS

DAY = "2022-01-02"
TEXT = (
    "تجمع مئات السكان على الضفتين منذ الفجر، يحملون الفوانيس والأعلام بانتظار العبور الأول. "
    "وقال رئيس البلدية: “سنعبر معا إلى الضفة الأخرى قبل أن يبرد خبز هذا الصباح على موائد "
    "بيوتنا”. وباعت الأسواق 11,000 رغيف في 3.5 ساعات، وفق ما أحصته لجنة الضفة الشرقية."
)
CASES = {
    "a part of it": ("يحملون الفوانيس والأعلام بانتظار العبور الأول. وقال رئيس البلدية", 0),
    "twelve words": (
        "تجمع مئات السكان على الضفتين منذ الفجر، يحملون الفوانيس والأعلام بانتظار العبور", 12,
    ),
    "eleven words": ("تجمع مئات السكان على الضفتين منذ الفجر، يحملون الفوانيس والأعلام بانتظار", 0),
    "other marks, hamzas and commas": (
        "وتجمَّع مئات السكان علي الضفتين؛ منذ الفجر يحمـلون الفوانيس و الاعلام بإنتظار العبور", 12,
    ),
    "other digits": (
        "وباعت الأسواق ١١٬٠٠٠ رغيف في ٣٫٥ ساعات وفق ما أحصته لجنة الضفة الشرقية", 13,
    ),
    "a link and a citation within": (
        "تجمع [مئات السكان](https://x.example/a) على الضفتين [@2020-x] منذ *الفجر*، يحملون "
        "الفوانيس والأعلام بانتظار العبور", 12,
    ),
    "one word of ours between": (
        "تجمع مئات السكان على الضفتين منذ مطلع الفجر، يحملون الفوانيس والأعلام بانتظار العبور", 0,
    ),
    "a short quotation": (
        "“سنعبر معا إلى الضفة الأخرى قبل أن يبرد خبز هذا الصباح على موائد بيوتنا”", 0,
    ),
    "a short quotation with its sentence": (
        "العبور الأول. وقال رئيس البلدية: “سنعبر معا إلى الضفة الأخرى قبل أن يبرد خبز هذا”", 0,
    ),
    "a quotation that is not closed": (
        "العبور الأول. وقال رئيس البلدية: “سنعبر معا إلى الضفة الأخرى قبل أن يبرد خبز هذا", 15,
    ),
    "a quotation that is not marked as one": (
        "سنعبر معا إلى الضفة الأخرى قبل أن يبرد خبز هذا الصباح على موائد بيوتنا", 14,
    ),
}  # fmt: skip
"""What an editor wrote, and the words of the run that is found; 0 where there is none."""


def _found(text: str, *kept: Kept, names: tuple[str, ...] = ()) -> list[str]:
    document = Document("x.yml", {"summary": text}, placed=True)
    found = copied([GuardedText(document, ("summary",), text)], kept, names)
    return [str(each) for each in found]


@pytest.fixture(scope="module")
def kept() -> Kept:
    return Kept.of(TEXT, "https://radio.example/noon", DAY)


@pytest.mark.parametrize("case", CASES)
def test_a_copy_is_found(case: str, kept: Kept) -> None:
    text, number = CASES[case]
    said = [each.split(" words running")[0].rsplit(" ", 1)[1] for each in _found(text, kept)]
    assert said == ([str(number)] if number else [])


def test_names_are_not_counted(kept: Kept) -> None:
    text = "وباعت الأسواق 11,000 رغيف في 3.5 ساعات، وفق ما أحصته لجنة الضفة الشرقية"
    assert _found(text, kept)
    assert not _found(text, kept, names=("لجنة الضفة الشرقيّة",))
    assert not _found(text, kept, names=("جنة", "الأسواق", "لجنة الضفة"))
    assert _found(text, kept, names=("جنة", "ساعة"))


def _invented(number: int, seed: int) -> list[str]:
    dice = random.Random(seed)  # noqa: S311 - the same numbers every time, no secret
    return ["".join(dice.choices("بتجحدرسعفقكلمنهي", k=6)) for _ in range(number)]


@pytest.mark.parametrize("number", [12, 300, 508, 517, 900, 2000])
def test_no_run_falls_between_two_blocks(number: int) -> None:
    listed = _invented(number, number)
    kept = Kept.of(" ".join(listed), "x", DAY)
    for start in range(0, number - LIMIT + 1, 7):
        assert _found(" ".join(listed[start : start + LIMIT]), kept), start
    assert len(_found(" ".join(listed), kept)) >= 1


def test_other_texts_share_nothing() -> None:
    kept = [Kept.of(" ".join(_invented(800, seed)), str(seed), DAY) for seed in range(50)]
    assert _found(" ".join(_invented(20_000, 1000)), *kept) == []


def test_no_two_events_are_taken_for_copies() -> None:
    """Offices, treaties and attributions are long fixed runs; `LIMIT` lies above them all."""
    examined = examine(LARGE, LATER)
    assert examined.library
    library = examined.library
    names = [each.name.ar for each in library.actors.values()]
    names += [each.name.ar for each in library.places.values()]
    names += [post.title for each in library.actors.values() for post in each.posts]
    texts: dict[str, list[GuardedText]] = {}
    for each in examined.texts:
        if "/events/" in each.document.file:
            texts.setdefault(each.document.file, []).append(GuardedText(each.document, *each[1:3]))
    assert len(texts) > 40
    files = sorted(texts)
    for bit in range(len(files).bit_length()):
        for side in (0, 1):
            part = [file for number, file in enumerate(files) if number >> bit & 1 == side]
            kept = [Kept.of("\n".join(t.text for t in texts[file]), file, DAY) for file in part]
            others = [text for file in files if file not in part for text in texts[file]]
            assert [str(each) for each in copied(others, kept, names)] == []


def test_the_source_with_the_longest_run_is_named() -> None:
    listed = _invented(40, 1)
    short = Kept.of(" ".join(listed[:13] + _invented(20, 2)), "short", DAY)
    long = Kept.of(" ".join(listed), "long", DAY)
    (said,) = _found(" ".join(listed[:20]), short, long)
    assert "20 words running stand in a text of 'long'" in said


def test_what_is_kept_tells_five_bits_a_word_whatever_the_length() -> None:
    for number in (12, 200, 5000):
        kept = Kept.of(" ".join(_invented(number, 3)), "x", DAY)
        assert {len(block) for block in kept.blocks} == {BLOCK}
        assert 2**BITS // BLOCK == 2**5
    assert len(Kept.of(" ".join(_invented(12, 3)), "x", DAY).blocks) == 1


def test_no_word_of_the_text_is_in_its_file(kept: Kept) -> None:
    assert not set(words(TEXT)) & set(words(kept.text())) - {"3"}
    assert len(kept.text()) < 3000


def test_a_file_reads_back(kept: Kept, tmp_path: Path) -> None:
    for number, text in enumerate((kept.text(), kept.text().replace("\n", "\r\n"))):
        path = tmp_path / f"{number}.txt"
        path.write_bytes(text.encode())
        assert read(path, "x")[0] == kept


@pytest.mark.parametrize("change", ["0", " ", "\n", "<<<<<<< HEAD\n", ""])
def test_a_changed_file_is_refused(change: str, kept: Kept, tmp_path: Path) -> None:
    text = kept.text()
    (tmp_path / "x.txt").write_text(text[:400] + change + text[401:], "utf-8")
    found, document = read(tmp_path / "x.txt", "x.txt")
    assert found is None
    assert [problem.code for problem in document.problems] == ["E119"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(TESTS / "content", tmp_path / "content")
    (tmp_path / "source.txt").write_text(f"\ufeff{TEXT}\n", "utf-8")
    return tmp_path / "content"


def _add(content: Path, *more: str) -> int:
    arguments = ["--content", str(content), "--now", DAY, "--source", "https://radio.example/noon"]
    return main(["guard", "add", *arguments, *(more or (str(content.parent / "source.txt"),))])


def test_a_text_is_added_once(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _add(content) == 0
    (path,) = (content / "guard").iterdir()
    first = path.read_bytes()
    assert capsys.readouterr().out == f"{path.name}: {len(words(TEXT))} words, 39 shingles\n"
    assert _add(content) == 0
    assert "kept already" in capsys.readouterr().out
    assert [each.read_bytes() for each in (content / "guard").iterdir()] == [first]
    assert main(["guard", "list", "--content", str(content)]) == 0
    assert capsys.readouterr().out == (
        f"{path.name}: 43 words, added {DAY}, https://radio.example/noon\n"
    )
    path.write_bytes(first[:-9])
    assert main(["guard", "list", "--content", str(content)]) == 0
    assert capsys.readouterr().out == f"{path.name}: is damaged\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"one two three", "3 words found; expected 12 or more"),
        (b"\xff" * 40, "not UTF-8"),
        ("كلمة ".encode() * 80_000, "add the text in parts"),
    ],
)
def test_what_cannot_be_kept_is_said(
    text: bytes, said: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content.parent / "source.txt").write_bytes(text)
    assert _add(content) == 1
    assert said in capsys.readouterr().err
    assert not (content / "guard").exists()


def test_add_wants_a_content_folder_and_a_source(content: Path) -> None:
    assert _add(content / "events") == 2
    source = str(content.parent / "source.txt")
    assert main(["guard", "add", "--content", str(content), "--source", "a\x1bb", source]) == 2


def test_neither_check_nor_build_lets_a_copy_through(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _add(content)
    (content / "glossary.yml").write_text(f"x:\n  term: كلمة\n  definition: {TEXT[:87]}\n", "utf-8")
    assert main(["check", "--content", str(content)]) == 1
    assert "glossary.yml:3:15: error: x.definition: 13 words" in capsys.readouterr().err
    assert main(["build", "--content", str(content), "--out", str(tmp_path / "site")]) == 1
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("name", ["actors.yml", "places.yml", "publishers.yml"])
def test_names_that_could_not_be_read_are_not_taken_for_words(
    name: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whether a run with a name in it is a copy, the registries tell: not while one is broken."""
    _add(content)
    (content / "glossary.yml").write_text(f"x:\n  term: كلمة\n  definition: {TEXT[:87]}\n", "utf-8")
    (content / name).write_text(
        f"{(content / name).read_text('utf-8')}x:\n  nonsense: x\n", "utf-8"
    )
    assert main(["check", "--content", str(content)]) == 1
    said = capsys.readouterr().err
    assert "E301" in said
    assert "E701" not in said


def test_nothing_of_the_guard_is_published(content: Path, tmp_path: Path) -> None:
    _add(content)
    program.build_site(content, tmp_path / "with")
    (path,) = (content / "guard").iterdir()
    secret = [b"radio.example/noon", path.stem.encode(), path.read_bytes().split(b"\n")[7]]
    for each in (tmp_path / "with").rglob("*"):
        raw = each.read_bytes() if each.is_file() else b""
        assert not [word for word in secret if word in raw or word in str(each).encode()], each


def test_the_title_of_a_source_is_its_own(content: Path) -> None:
    _add(content)
    event = content / "events/2021/2021-11-draft.yml"
    text = event.read_text("utf-8")
    assert "title: null" in text
    event.write_text(text.replace("title: null", f"title: {TEXT[:87]}"), "utf-8")
    assert main(["check", "--content", str(content)]) == 0
