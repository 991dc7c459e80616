"""What figures count: nouns that everybody counts, those of an explainer, and units of no form."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from explainer.arabic.counts import Case
from explainer.arabic.inflection import inflected
from explainer.arabic.units import measured, unit
from explainer.content.library import load
from explainer.editors.check import check
from tests.conftest import NOW, TESTS, make

OWN = {
    "خبير ألغام": inflected("خبير ألغام", "خبراء ألغام"),
    "عامل بناء عسكري": inflected("عامل بناء عسكري", "عمال بناء عسكريين"),
    "حرب": inflected("حرب", "حروب", gender="feminine"),
    "سفينة شحن": inflected("سفينة شحن", "سفن شحن"),
    "صحراء": inflected("صحراء", "صحارى", dual="صحراوان", gender="feminine"),
}

MEASURED = [
    # a noun that everybody counts
    ("7", "سفينة", "7 سفن"), ("2", "سفينة", "سفينتان"), ("11", "مدرسة", "11 مدرسة"),
    ("5", "حافلة", "5 حافلات"), ("3", "مستشفى", "3 مستشفيات"), ("12", "مستشفى", "12 مستشفى"),
    ("2", "مبنى", "مبنيان"), ("1", "بئر", "بئر واحدة"), ("3", "مباراة", "3 مباريات"),
    # measures with an adjective, a complement, a scale
    ("3", "كيلومتر مربع", "3 كيلومترات مربعة"), ("11", "متر مكعب", "11 مترا مكعبا"),
    ("2", "طائرة مسيّرة", "طائرتان مسيّرتان"), ("2", "درجة مئوية", "درجتان مئويتان"),
    ("90", "كيلومتر في الساعة", "90 كيلومترا في الساعة"),
    ("4", "كيلومتر في الساعة", "4 كيلومترات في الساعة"),
    ("2", "دولار للبرميل", "دولاران للبرميل"), ("71", "دولار للبرميل", "71 دولارا للبرميل"),
    ("300", "مليون دولار", "300 مليون دولار"), ("4", "مليار دولار", "4 مليارات دولار"),
    ("4000", "مليون دولار", "4 مليارات دولار"), ("2", "مليون دولار", "مليونا دولار"),
    ("11", "مليون", "11 مليونا"), ("5", "ألف طن", "5,000 طن"), ("74", "مليار متر مكعب",
    "74 مليار متر مكعب"),
    # what takes no form
    ("12.5", "%", "12.5%"), ("3", "في المئة", "3%"), ("3", "كم", "3 كم"),
    ("3", "km", "3 km"), ("2", "بالمئة", "2%"),
    # nouns of an explainer's own
    ("7", "خبير ألغام", "7 خبراء ألغام"), ("2", "خبير ألغام", "خبيرا ألغام"),
    ("11", "خبير ألغام", "11 خبير ألغام"), ("2", "سفينة شحن", "سفينتا شحن"),
    ("11", "عامل بناء عسكري", "11 عامل بناء عسكريا"), ("1", "حرب", "حرب واحدة"),
    ("2", "صحراء", "صحراوان"), ("3", "مليون خبير ألغام", "3 ملايين خبير ألغام"),
    # below nought a number keeps its digits
    ("-300", "مليون دولار", "−300 مليون دولار"), ("-2", "درجة مئوية", "−2 درجة مئوية"),
    ("-5", "درجة", "−5 درجات"), ("-2.5", "في المئة", "−2.5%"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "name", "words"), MEASURED)
def test_a_unit_reads_as_a_newsroom_writes_it(number: str, name: str, words: str) -> None:
    assert measured(Decimal(number), unit(name, OWN)) == words


@pytest.mark.parametrize(
    ("number", "name", "case", "words"),
    [
        ("2", "خبير ألغام", "genitive", "خبيري ألغام"),
        ("2", "عامل بناء عسكري", "genitive", "عاملي بناء عسكريين"),
        ("2", "دولار للبرميل", "genitive", "دولارين للبرميل"),
        ("2", "صحراء", "genitive", "صحراوين"),
        ("2", "متر مربع", "genitive", "مترين مربعين"),
    ],
)
def test_a_dual_follows_its_place(number: str, name: str, case: Case, words: str) -> None:
    assert measured(Decimal(number), unit(name, OWN), case) == words


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(TESTS / "content", tmp_path / "content")
    return tmp_path / "content"


def _counts(content: Path, name: str) -> None:
    path = content / "figures.yml"
    path.write_text(path.read_text("utf-8").replace("unit: عامل", f"unit: {name}"), "utf-8")


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("بطيخة", "جمع بطيخة"), ("مدرسة خاصة", "مدارس خاصة"),
        ("مليون بطيخة", "جمع بطيخة"), ("بطيخة للطن", "جمع بطيخة للطن"),
    ],
)  # fmt: skip
def test_the_forms_of_a_noun_that_nobody_knows_are_asked_for(
    content: Path, name: str, plural: str
) -> None:
    _counts(content, name)
    _, [problem] = check(content)
    noun = name.removeprefix("مليون ")
    assert (problem.code, problem.is_warning) == ("W506", True)
    assert (problem.line, problem.column, problem.where) == (34, 9, "workers.unit")
    assert f"{noun}: {{plural: {plural}}}" in problem.message.en
    assert f"{noun}: {{plural: {plural}}}" in problem.message.ar


def test_what_is_asked_for_is_all_that_is_needed(content: Path) -> None:
    _counts(content, "بطيخة")
    (content / "nouns.yml").write_text("بطيخة: {plural: بطيخات}\n", "utf-8")
    assert check(content)[1] == []
    assert load(content, NOW).nouns["بطيخة"].few == "بطيخات"
    page = next(page for page in make(content).pages if page.address == "/figures/workers/")
    assert "بطيختين" in page.body


def test_where_nouns_are_broken_none_is_asked_for(content: Path) -> None:
    _counts(content, "بطيخة")
    (content / "nouns.yml").write_text("بطيخة: {plurall: بطيخات}\n", "utf-8")
    assert {problem.code for problem in check(content)[1]} == {"E301"}


def test_a_noun_of_the_explainers_own_is_read_over_too(content: Path) -> None:
    (content / "nouns.yml").write_text("بطيخة: {plural: بطيخات}\n", "utf-8")
    path = content / "site.yml"
    text = path.read_text("utf-8").replace("من دفع كلفة الطلاء", "من باع 3 بطيخة")
    path.write_text(text, "utf-8")
    [problem] = check(content)[1]
    assert (problem.code, problem.fix.text if problem.fix else "") == ("E636", "بطيخات")


def test_kinds_of_the_explainers_own_are_shown_and_exported(content: Path) -> None:
    site = content / "site.yml"
    site.write_text(site.read_text("utf-8") + "kinds: {bridge-fair: معرض جسور}\n", "utf-8")
    event = content / "events/2021/2021-07-cost.yml"
    text = event.read_text("utf-8")
    kind = next(line for line in text.splitlines() if line.startswith("kind: "))
    event.write_text(text.replace(kind, "kind: bridge-fair"), "utf-8")
    assert check(content)[1] == []
    output = make(content)
    page = next(page for page in output.pages if page.address == "/events/2021-07-cost/")
    assert "معرض جسور" in page.body
    data = next(file for file in output.files if file.path.endswith("explainer.json"))
    assert '"bridge-fair": "معرض جسور"' in data.content.decode("utf-8")
