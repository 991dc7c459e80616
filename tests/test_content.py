"""The real content: complete, attributed, spelt one way, and never surer than its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from explainer.arabic.counts import NOUNS, count
from explainer.content.library import load
from explainer.content.model import (
    Actor,
    CopyMark,
    Event,
    Place,
    ProseMark,
    Record,
    Ref,
    marked_texts,
)
from tests.conftest import ROOT

LIBRARY = load(ROOT / "content")
EVENTS = list(LIBRARY.live.items())
PROCLITICS = r"(?<![ء-ي])[وفبلك]{0,2}"


def _ids(events: list[tuple[str, Event]]) -> list[str]:
    return [event_id for event_id, _ in events]


def _plain(text: str) -> str:
    """Prose without its links: what a reader reads."""
    text = re.sub(r"\]\((?:event:|https?:)[^)]*\)", "]", text)
    return re.sub(r"\s*\[@[a-z0-9-]+\]|[\[\]*]", "", text)


def _records() -> Iterator[tuple[str, Record]]:
    yield "site", LIBRARY.site
    for name in ("sections", "events", "actors", "places", "figures", "glossary"):
        for record_id, record in getattr(LIBRARY, name).items():
            yield f"{name}/{record_id}", record


def _marked(record: Record) -> Iterator[tuple[tuple[str | int, ...], Ref | ProseMark, str]]:
    for where, mark, text in marked_texts(
        type(record), record.model_dump(mode="json", by_alias=True)
    ):
        if not isinstance(mark, CopyMark):
            yield where, mark, text


def _strings(record: Record) -> Iterator[str]:
    """Every Arabic text of a record but the titles of sources, which are quoted as published."""
    for name in ("title", "question", "term"):
        if value := getattr(record, name, None):
            yield value
    for where, mark, text in _marked(record):
        if isinstance(mark, ProseMark) and "sources" not in where:
            yield _plain(text)
    for question in getattr(record, "questions", ()):
        yield question.question


@cache
def _texts() -> list[tuple[str, str]]:
    return [(name, text) for name, record in _records() for text in _strings(record)]


def _hits(pattern: str) -> list[tuple[str, str]]:
    found = []
    for name, text in _texts():
        for match in re.finditer(pattern, text):
            found.append((name, text[max(0, match.start() - 20) : match.end() + 20]))
    return found


# What is there


def test_the_whole_dossier_is_there() -> None:
    assert len(LIBRARY.live) == 161
    assert not LIBRARY.unpublished
    assert len(LIBRARY.glossary) >= 30
    assert len(LIBRARY.site.unknowns) >= 10
    assert len(LIBRARY.site.questions) >= 10
    assert 5 <= len(LIBRARY.site.key_points) <= 7


@pytest.mark.parametrize("section", LIBRARY.sections)
def test_a_section_answers_its_question_in_prose(section: str) -> None:
    record = LIBRARY.sections[section]
    assert record.question
    assert record.question.endswith("؟")
    assert record.body
    assert 250 <= len(_plain(record.body).split()) <= 500


def test_no_actor_place_or_publisher_is_an_orphan() -> None:
    named: dict[str, set[str]] = {
        "actor": set(LIBRARY.site.parties),
        "place": set(),
        "publisher": set(),
    }
    for _, record in _records():
        for _, mark, text in _marked(record):
            if not isinstance(mark, ProseMark) and mark.kind in named:
                named[mark.kind].add(text)
    assert set(LIBRARY.actors) - named["actor"] == set()
    assert set(LIBRARY.places) - named["place"] == set()
    assert set(LIBRARY.publishers) - named["publisher"] == set()


CONFLICTS = (ROOT / "tests/cases/conflicts.txt").read_text("utf-8").split()
"""The events of which the dossier records a conflict of figures, dates or wordings."""


@pytest.mark.parametrize("event_id", CONFLICTS)
def test_a_recorded_conflict_shows_both_sides_with_their_speakers(event_id: str) -> None:
    claims = LIBRARY.live[event_id].claims
    assert len(claims) >= 2, event_id
    assert len({claim.text for claim in claims}) >= 2


@pytest.mark.parametrize(("event_id", "event"), EVENTS, ids=_ids(EVENTS))
def test_a_contested_event_says_who_says_what(event_id: str, event: Event) -> None:
    if event.status != "confirmed":
        assert event.claims, event_id
    if event.status == "disputed":
        speakers = {speaker for claim in event.claims for speaker in claim.said_by}
        assert len(speakers) >= 2, f"{event_id}: a dispute has two sides"


def test_every_figure_is_named_with_its_speaker() -> None:
    from tests.conftest import make

    output = make(ROOT / "content")
    for page in output.pages:
        if page.address.startswith("/figures/") and page.address != "/figures/":
            assert re.search(r"وفقا <a href=\"\ufdd0actors/", page.body), page.address
        for card in re.findall(r'<article class="x-figure">(.*?)</article>', page.body, re.DOTALL):
            assert "وفقا <a href=" in card, page.address


SEED = [
    line.split(" | ")
    for line in (ROOT / "tests/cases/seed-claims.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
"""The 29 claims that the explainer must carry: number, events, words that their texts have."""


@pytest.mark.parametrize(("number", "events", "words"), SEED, ids=[row[0] for row in SEED])
def test_a_seed_claim_is_in_its_event_with_its_source(number: str, events: str, words: str) -> None:
    texts = ""
    for event_id in events.split():
        event = LIBRARY.live[event_id]
        assert event.sources, event_id
        texts += " ".join([event.title, *_strings(event)]) + " "
    for word in words.split(" & "):
        assert word in texts, f"claim {number}: {word}"


def test_there_are_29_seed_claims() -> None:
    assert [int(row[0]) for row in SEED] == list(range(1, 30))


def test_every_event_is_two_clicks_from_home(real_site: Path) -> None:
    home = _links(real_site, "/")
    near = {target for page in home for target in _links(real_site, page)}
    assert {f"/events/{event_id}/" for event_id in LIBRARY.live} <= near | home


def _links(site: Path, address: str) -> set[str]:
    html = (site / address.lstrip("/") / "index.html").read_text("utf-8")
    found = set()
    for href in re.findall(r'<a[^>]+href="([^":#]+/)"', html):
        parts = [part for part in address.split("/") if part]
        for step in href.split("/"):
            if step == "..":
                parts = parts[:-1]
            elif step not in ("", "."):
                parts.append(step)
        target = f"/{'/'.join(parts)}/" if parts else "/"
        if (site / target.lstrip("/") / "index.html").exists():
            found.add(target)
    return found


# How it is written


@pytest.mark.parametrize(("event_id", "event"), EVENTS, ids=_ids(EVENTS))
def test_titles_and_summaries_are_as_long_as_a_desk_wants(event_id: str, event: Event) -> None:
    assert 3 <= len(event.title.split()) <= 12, event.title
    assert not event.title.endswith("."), event.title
    assert 25 <= len(_plain(event.summary).split()) <= 60, len(event.summary.split())
    assert event.summary.rstrip().endswith((".", ".”", "”.")), event_id


SURE = re.compile(
    rf"(?<!لم )(?<!لا )(?<!دون أن )(?<!ولم )(?<!ولا ){PROCLITICS}"
    r"(أكد|أكدت|أثبت|أثبتت|كشف|كشفت|تأكد|ثبت|يؤكد|تؤكد|يثبت|تثبت|يكشف|تكشف)(?![ء-ي])"
)
ATTRIBUTION = re.compile(
    r"وفقا|بحسب|وفق |نقل|قال|تقول|يقول|أعلن|تعلن|يعلن|ذكر|أفاد|قدّر|تقدر|يقدر|قدر|رجّح|نسب|اتهم|أوضح|"
    r"أورد|تورد|نشر|حدد|أحصى|أبلغ|أشار|رأى|تحدث|تتحدث|تشتبه|يشتبه|يُشتبه|يرجح|رصد"
)
UNSURE = [(i, event) for i, event in EVENTS if event.status in ("claimed", "suspected")]


@pytest.mark.parametrize(("event_id", "event"), UNSURE, ids=_ids(UNSURE))
def test_no_text_is_surer_than_its_status(event_id: str, event: Event) -> None:
    for text in (event.title, _plain(event.summary)):
        assert not SURE.search(text), f"{event_id}: {text}"
    assert ATTRIBUTION.search(event.summary), event_id


FORBIDDEN = {
    "a Latin comma, semicolon or question mark": r"[,;?](?!\d)",
    "a straight or angular quote": '["«»]',
    "a space before a mark": r" [،؛.؟!:”)]",
    "no space after a mark": r"[،؛؟](?=[^\s”)\d])",
    "tanwin on an alef": r"\u064b(?=ا)|(?<=ا)\u064b",
    "a letter that only looks Arabic": "[\u06cc\u06a9\u06be\u06d2\u06c1\u06d5]",
    "an Eastern digit": "[\u0660-\u0669\u06f0-\u06f9]",
    "an invisible character": "[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff\u00a0\u00ad]",
    "a numeric range": r"\d\s*[-–—]\s*\d",
    "an em dash": "—",
    "tatweel before a letter": r"ـ(?=[ء-ي])",
    "three dots": r"\.\.\.",
    "two spaces": r"(?<=\S)  +(?=\S)",
    "a presentation form": "[\ufb50-\ufd3d\ufd40-\ufdff\ufe70-\ufefc]",
    "a word misspelt": (
        r"(?<![ء-ي])(الى|فى|الذى|التى|حتي|هاذا|لاكن|إستقبال|إجتماع|إتفاق|إنتخاب)(?![ء-ي])"
    ),
    "a house spelling missed": r"مسئول|شئون|مائة|أمريك|السوفيت|الفيدرال",
    "a month without its other name": (
        r"(?<![/ء-ي])[وفبلك]?(فبراير|أبريل|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)"
        r"(?![ء-ي])|(كانون الثاني|شباط|نيسان|أيار|حزيران|تموز|أيلول|تشرين الأول|تشرين الثاني|"
        r"كانون الأول)(?!/)"
    ),
    "a typed date": r"\d{4}-\d\d|\d{1,2}/\d{1,2}/\d{2,4}",
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_no_text_has(name: str) -> None:
    assert _hits(FORBIDDEN[name]) == []


LOOKS_ALIKE = 0.75
"""An alias as near as this to the name is another spelling of it, not another name."""


def _misspelt() -> list[tuple[str, str]]:
    """Spellings of people and places that are known but are not the registry's own."""
    people = [actor for actor in LIBRARY.actors.values() if actor.type == "person"]
    names: list[Actor | Place] = [*people, *LIBRARY.places.values()]
    right = {record.name.ar for record in names}
    return [
        (alias, record.name.ar)
        for record in names
        for alias in record.aliases
        if not any(alias in name or name in alias for name in right)
        and SequenceMatcher(None, alias, record.name.ar).ratio() > LOOKS_ALIKE
    ]


def test_names_are_spelt_as_the_registry_has_them() -> None:
    wrong = "|".join(re.escape(alias) for alias, _ in _misspelt())
    assert len(_misspelt()) > 50
    assert _hits(rf"{PROCLITICS}(?:{wrong})(?![ء-ي])") == []


FORMS = {
    word: noun
    for noun in NOUNS.values()
    for word in (noun.few.split()[-1], noun.many.split()[-1], noun.other.split()[-1])
    if " " not in noun.other
}


def test_counted_nouns_have_the_right_form() -> None:
    wrong = []
    for name, text in _texts():
        for match in re.finditer(r"(?<![\d,.])(\d[\d,]*) ([ء-ي]+)", text):
            number, word = int(match[1].replace(",", "")), match[2]
            noun = FORMS.get(word)
            if noun and not (1900 <= number <= 2100) and not _is_date(text, match.start()):
                right = count(number, noun).split()[-1]
                if word != right:
                    wrong.append((name, match[0], right))
    assert wrong == []


def _is_date(text: str, index: int) -> bool:
    """Tell whether the number ends a date or a title, which counts nothing."""
    return bool(re.search(r"(العام|عام|القرار|الفوج|المهندسين|المادة|رقم) $", text[:index]))
