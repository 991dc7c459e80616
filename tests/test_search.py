"""The search's index: words are found in every form, nothing unpublished is in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explainer.arabic.families import related
from explainer.arabic.stem import FAMILIES, STEM_RULES, compared, readings, stem, words
from explainer.content.library import Library, load
from explainer.site import search
from explainer.site.search.documents import DOCUMENT_KINDS, SearchDocument, documents
from explainer.site.search.index_files import NAME_LETTERS, packed
from explainer.site.search.postings import weigh
from explainer.site.views.publication import Publication
from explainer.site.views.search_page import RESULT_KINDS as LISTED
from tests.conftest import LARGE, LATER, TESTS, read_yaml
from tests.queries import lost, queries

STEMS = read_yaml(TESTS / "stem.yml")


@pytest.mark.parametrize(("typed", "expected"), STEMS)
def test_readings(typed: str, expected: list[str]) -> None:
    assert readings(compared(typed)) == expected


TEXTS = [
    ("قال إن 6.5 مليون، و2,615 سائحا", ["قال", "ان", "6.5", "مليون", "و", "2615", "سايحا"]),
    ("KN-23 مُعاهَدَة", ["kn", "23", "معاهده"]),
    ("١٬٢٠٠ و٦٫٥", ["1200", "و", "6.5"]),
    ("تموز/يوليو 2025", ["تموز", "يوليو", "2025"]),
    ("يونايتد24", ["يونايتد", "24"]),
    ("10,20", ["10", "20"]),
    ("2024-06-19 و19.6.2024", ["2024", "6", "19", "و", "19", "6", "2024"]),
    ("ألمانيا وإلى المانيا", ["ألمانيا", "وألي", "المانيا"]),
    ("الاتحاد األوروبي", ["الاتحاد", "الاوروبي"]),
    ("", []),
]
"""Texts and their words, for normalise.js as well."""


@pytest.mark.parametrize(("text", "folded"), TEXTS)
def test_words(text: str, folded: list[str]) -> None:
    assert [word for _, word in words(text)] == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("صاروخ", "صواريخ"), ("قتيل", "قتلى"), ("لجنة", "لجان"), ("زيارة", "يزور"), ("سائح", "سياح")],
)
def test_a_family_finds_its_own(one: str, other: str) -> None:
    table = related([stem(compared(other))])
    assert stem(compared(one)) in table[stem(compared(other))]


@pytest.mark.parametrize(("plural", "singular"), [("تصاريح", "تصريح"), ("توابيت", "تابوت")])
def test_a_plural_is_known_by_its_shape_where_both_occur(plural: str, singular: str) -> None:
    assert related([plural, singular])[singular] == {plural}
    assert related([plural]) == {}


def test_stop_words_are_as_they_are_compared() -> None:
    assert [compared(word) for word in STEM_RULES["stop"]] == STEM_RULES["stop"]


@pytest.mark.parametrize(
    ("postings", "text"),
    [([], ""), ([(0, 1)], "11"), ([(0, 63), (31, 2), (32, 3)], "1_V213"), ([(32, 1)], "X11")],
)
def test_packed(postings: list[tuple[int, int]], text: str) -> None:
    assert packed(postings) == text


def test_packing_loses_nothing() -> None:
    postings = [(0, 1), (1, 63), (40, 7), (2000, 8), (100_000, 9)]
    assert _unpacked(packed(postings)) == postings


def _unpacked(text: str) -> list[tuple[int, int]]:
    found, number, step, place = [], -1, 0, 1
    digits = iter(NAME_LETTERS.index(letter) for letter in text)
    for digit in digits:
        if digit >= 32:
            step, place = step + (digit - 32) * place, place * 32
            continue
        number, step, place = number + step + digit * place, 0, 1
        found.append((number, next(digits)))
    return found


def test_proclitics_go_where_the_rest_is_a_word() -> None:
    one = SearchDocument("event", "one", "/one/", "بوتين", names=("بوتين",))
    other = SearchDocument(
        "event", "other", "/other/", "زيارة", names=("زيارة",), text=("وبوتين وخرنوب",)
    )
    postings = weigh([one, other]).postings
    assert [number for number, _ in postings["بوتين"]] == [0, 1]
    assert "وبوتين" not in postings
    assert "وخرنوب" in postings, "no text has the rest by itself"


def test_every_weight_fits_a_digit(library: Library) -> None:
    index = weigh(list(documents(Publication(library))))
    weights = {weight for postings in index.postings.values() for _, weight in postings}
    assert weights <= set(range(1, 64))
    assert max(weights) == 63


def test_the_index_is_the_same_every_time(library: Library) -> None:
    assert list(search.files(Publication(library))) == list(search.files(Publication(library)))


def test_every_file_says_of_which_index_it_is(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def version() -> str:
        first, *parts = search.files(Publication(library))
        found: str = json.loads(first.content)["version"]
        assert parts
        assert {json.loads(part.content)[0] for part in parts} == {found}
        return found

    before = version()
    monkeypatch.setitem(STEM_RULES, "asks", ["كم"])
    assert version() != before


def test_what_has_no_events_does_not_say_so(library: Library) -> None:
    for each in documents(Publication(library)):
        assert not any("لا أحداث" in text for text in (each.shown, *each.answer)), each.id


def test_nothing_unpublished_is_indexed(library: Library) -> None:
    text = "".join(file.content.decode() for file in search.files(Publication(library)))
    hidden = [path for path in (TESTS / "content/events").rglob("*.yml") if _hidden(path, library)]
    assert len(hidden) >= 3
    for path in hidden:
        event = read_yaml(path)
        assert path.stem not in text
        assert event["title"] not in text


def _hidden(path: Path, library: Library) -> bool:
    return path.stem not in library.live


def test_every_kind_has_its_words() -> None:
    assert set(DOCUMENT_KINDS) == set(LISTED)


def test_the_columns_fit_the_documents(library: Library) -> None:
    files = {file.path: file.content for file in search.files(Publication(library))}
    index = json.loads(files["search/index.json"])
    made = list(documents(Publication(library)))
    assert index["number"] == len(made)
    assert {len(index[name]) for name in ("kind", "event", "status", "section", "year")} == {
        len(made)
    }
    assert [DOCUMENT_KINDS[int(kind)] for kind in index["kind"]] == [each.kind for each in made]


def test_the_queries_name_what_there_is() -> None:
    library = load(LARGE, LATER)
    there = {each.href.removeprefix("/") for each in documents(Publication(library))}
    asked = queries(library, TESTS / "cases/queries.yml")
    assert len([q for q in asked if q.group != "nothing"]) >= 70
    assert len([q for q in asked if q.group == "nothing"]) >= 30
    assert lost(asked, there) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("رؤساء", "روسيا"), ("أسرة", "أسير"), ("شركة", "شركاء"), ("خبراء", "خبر"),
        ("معاهد", "معاهدة"), ("عملاء", "عمل"), ("عملية", "عمل"), ("سفراء", "سفر"),
        ("رسم", "رسمي"), ("مركزية", "مركز"),
    ],
)  # fmt: skip
def test_words_whose_endings_leave_the_same_are_told_apart(one: str, other: str) -> None:
    keys = [stem(compared(word)) for word in (one, other)]
    assert keys[0] != keys[1]
    assert keys[1] not in related(keys).get(keys[0], frozenset())


def test_no_stem_belongs_to_two_families() -> None:
    owners: dict[str, set[int]] = {}
    for number, family in enumerate(FAMILIES):
        for word in family:
            owners.setdefault(stem(compared(word.rstrip("="))), set()).add(number)
    assert {key: numbers for key, numbers in owners.items() if len(numbers) > 1} == {}


def test_a_word_that_always_has_a_letter_before_it_is_found_without() -> None:
    texts = ("دعا إلى الأمر بتشديد", "وعد لتشديد", "ذكرت وسوريا", "وبوتين" + 4 * " بوتين")
    every = [SearchDocument("event", t, "/", "", text=(t,)) for t in texts]
    postings = weigh(every).postings
    assert [number for number, _ in postings["تشديد"]] == [0, 1]
    assert [number for number, _ in postings["سور"]] == [2]
    assert "وتين" not in postings


def test_a_whole_name_or_office_finds_whose_it_is() -> None:
    every = [
        SearchDocument("event", "e", "/e/", "كوريا الجنوبية", names=("كوريا الجنوبية",)),
        SearchDocument(
            "actor", "a", "/a/", "كوريا الجنوبية", names=("كوريا الجنوبية", "سيول"), prior=1.5
        ),
        SearchDocument("actor", "b", "/b/", "شخص", names=("شخص",), called=("رئيس كوريا الجنوبية",)),
        SearchDocument("publisher", "p", "/p/", "سيول", names=("سيول",)),
    ]
    postings = weigh(every).postings
    whole = {key: postings[key] for key in postings if key.endswith("_")}
    assert {key: [n for n, _ in found] for key, found in whole.items()} == {
        "كور_جنوب_": [1], "سيول_": [1, 3], "شخص_": [2], "رييس_كور_جنوب_": [2],
    }  # fmt: skip
    assert whole["سيول_"][0][1] > whole["سيول_"][1][1]


def test_an_event_is_found_by_any_name_of_its_month(library: Library) -> None:
    agreement = next(d for d in documents(Publication(library)) if d.id == "2020-03-05-agreement")
    assert {"آذار", "مارس", "5", "2020"} <= {word for word, _ in words(agreement.when)}


def test_parts_of_latin_names_are_found_joined(library: Library) -> None:
    joined = {word for d in documents(Publication(library)) for _, word in words(d.facts)}
    assert any(word.isascii() and word.isalpha() and len(word) > 8 for word in joined)
