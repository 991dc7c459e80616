"""Every text that was published keeps its address: what was cited opens, and tells what changed."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from explainer import dates
from explainer.content.library import Library
from explainer.content.model import Change, ChangeType, Claim, Event, Figure, Section, Source, Value
from explainer.content.model import record_fields as fields_of
from explainer.site import maker, version_pages
from explainer.site.output import Output
from explainer.site.render import environment
from explainer.site.versions import version_history
from explainer.site.versions.told_texts import NOT_TOLD, RecordKey, ToldTexts, version_hash
from explainer.site.versions.version_history import INDEX, StrangeVersionError, VersionDay
from explainer.site.views.publication import Publication
from explainer.site.views.version_differences import differences
from explainer.site.views.wording import Wording
from tests.conftest import ROOT, TESTS

EVENT, COST = RecordKey("event", "2020-03-05-agreement"), RecordKey("figure", "cost")
EDITS = 100
MOST_BYTES = 30_000


@dataclass(frozen=True)
class Published:
    """The files of one publication, as the next finds them."""

    files: Mapping[str, bytes]

    def paths(self, under: str = "") -> list[str]:
        return [path for path in self.files if path.startswith(under)]

    def read_many(self, paths: Iterable[str]) -> dict[str, bytes]:
        return {path: self.files[path] for path in paths}


def _publication(library: Library, last: Published | None = None, day: str = "") -> Publication:
    return Publication(library, {}, (lambda _: VersionDay(day)) if day else None, last)


def _texts(publication: Publication) -> Published:
    """Write what the next publication reads, and no page."""
    return Published({f.path: f.content for f in version_history.files(publication.versions)})


def _pages(publication: Publication) -> dict[str, str]:
    env = environment(ROOT / "templates")
    files = version_pages.files(publication, env, ROOT / "templates")
    return {
        f.path: f.published("https://x.example/").decode() for f in files if f.path[-5:] == ".html"
    }


# 100 edits.


EVENTS = ("2020-03-05-agreement", "2021-07-cost", "2021-21-works")
"""Those that are edited, one after another."""


def _event(library: Library, event_id: str = EVENT.id, **changed: Any) -> Library:
    event = library.events[event_id].model_copy(update=changed)
    return replace(library, events={**library.events, event_id: event})


def _typo(library: Library, turn: int, event_id: str = EVENT.id) -> Library:
    summary = library.events[event_id].summary.split(" [")[0]
    return _event(library, event_id, summary=f"{summary} [الصياغة {turn}]")


def _degree(library: Library, turn: int, event_id: str = EVENT.id) -> Library:
    codes = ("claimed", "disputed", "suspected")
    own = library.events[event_id].status
    other = next(code for code in codes[turn % 3 :] + codes if code != own)
    return _event(library, event_id, status=other, said_by=("mayor",))


def _number(library: Library, turn: int, _: str = "") -> Library:
    figure = library.figures[COST.id]
    first = figure.values[0].model_copy(update={"high": Decimal(10 + turn)})
    changed = figure.model_copy(update={"values": (first, *figure.values[1:])})
    return replace(library, figures={**library.figures, COST.id: changed})


def _source(library: Library, turn: int, event_id: str = EVENT.id) -> Library:
    more = Source(publisher="city-radio", title=f"نشرة {turn}")
    return _event(library, event_id, sources=(*library.events[event_id].sources, more))


def _claim(library: Library, turn: int, event_id: str = EVENT.id) -> Library:
    """Take a claim out; where there is none left, put two in."""
    left = library.events[event_id].claims[1:]
    more = Claim(text=f"قول {turn}", said_by=("mayor",), act="states")
    more_of_it = more.model_copy(update={"text": f"قول ثان {turn}"})
    return _event(library, event_id, claims=left or (more, more_of_it))


KINDS = (_typo, _degree, _number, _source, _claim)
TYPES: tuple[ChangeType, ...] = ("correction", "update", "clarification")


def _told(library: Library, turn: int, event_id: str = EVENT.id) -> Library:
    """Tell of an edit in changes.yml."""
    named = {"figure": COST.id} if KINDS[turn % len(KINDS)] is _number else {"event": event_id}
    day = dates.parse(f"2021-10-{turn % 28 + 1:02}")
    change = Change(date=day, type=TYPES[turn % 3], why=f"سبب {turn}", **named)
    return replace(library, changes=(*library.changes, change))


Cited = list[tuple[RecordKey, str, str]]
"""What could be cited: a record, the address of its text, its day."""


@pytest.fixture(scope="module")
def edited(library: Library) -> tuple[Publication, Cited]:
    """The last of 101 publications, and all that could be cited on the way."""
    publication = _publication(library, day="2020-01-01")
    cited = _citable(publication)
    for turn in range(EDITS):
        event_id = EVENTS[turn % len(EVENTS)]
        library = KINDS[turn % len(KINDS)](library, turn, event_id)
        library = _told(library, turn, event_id) if turn % 4 == 0 else library
        day = f"2021-{turn // 28 + 1:02}-{turn % 28 + 1:02}"
        publication = _publication(library, _texts(publication), day)
        cited += _citable(publication)
    return publication, cited


def _citable(publication: Publication) -> Cited:
    found = []
    for key in publication.versions.keys:
        newest = publication.versions.newest(key)
        assert newest
        found.append((key, str(newest.address), newest.day.edtf))
    return found


def test_every_citation_opens_and_none_is_without_its_band(
    edited: tuple[Publication, Cited],
) -> None:
    publication, cited = edited
    pages = _pages(publication)
    assert len({address for _, address, _ in cited}) > EDITS
    for key, address in {(key, address) for key, address, _ in cited}:
        newest = publication.versions.newest(key)
        assert newest
        page = pages[f"{address.strip('/')}/index.html"]
        is_old = address != newest.address
        assert ('class="v-band"' in page) is is_old, address
        assert f'href="../..{newest.address}"' in page or not is_old
        assert len(page.encode()) < MOST_BYTES


def test_a_text_and_its_day_are_never_written_anew(edited: tuple[Publication, Cited]) -> None:
    publication, cited = edited
    days: dict[str, set[str]] = {}
    for _, address, day in cited:
        days.setdefault(address, set()).add(day)
    assert {len(each) for each in days.values()} == {1}
    for key in publication.versions.keys:
        for version in publication.versions.of(key):
            assert version.text is not None
            assert version_hash(version.text) == version.hash


def test_the_same_publication_after_the_same_one_is_the_same(library: Library) -> None:
    first = _texts(_publication(library, day="2020-01-01"))
    second = _publication(_typo(library, 1), first, day="2021-01-01")
    again = _publication(_typo(library, 1), first, day="2021-01-01")
    assert _texts(second) == _texts(again)
    assert _pages(second) == _pages(again)
    third = _texts(_publication(_typo(library, 1), _texts(second), day="2022-01-01"))
    assert third == _texts(second)


# What makes a version, and what it says.


@pytest.mark.parametrize(
    "changed",
    [{"review_by": dates.parse("2030")}, {"importance": 3}, {"added": dates.parse("2020-04-01")}],
)
def test_what_readers_are_not_told_makes_no_version(library: Library, changed: Any) -> None:
    assert ToldTexts(_event(library, **changed)).text(EVENT) == ToldTexts(library).text(EVENT)


def test_a_number_from_an_event_is_in_its_text_too(library: Library) -> None:
    before, after = (ToldTexts(each).text(EVENT) for each in (library, _number(library, 5)))
    assert version_hash(before) != version_hash(after)
    assert "15" in json.dumps(after)


def test_a_text_that_comes_back_has_its_address_again(library: Library) -> None:
    first = _publication(library, day="2020-01-01")
    second = _publication(_typo(library, 1), _texts(first), day="2021-01-01")
    third = _publication(library, _texts(second), day="2022-01-01")
    newest = third.versions.newest(EVENT)
    assert newest == first.versions.newest(EVENT)
    assert [each.hash for each in third.versions.of(EVENT)][::-1] == [
        each.hash for each in second.versions.of(EVENT)
    ]


SAID: tuple[tuple[Callable[[Library], Library], RecordKey, str], ...] = (
    (
        lambda b: _event(b, title="عنوان آخر"), EVENT,
        "العنوان: كان المدينتان توقعان اتفاق بناء الجسر وصار عنوان آخر",
    ),
    (
        lambda b: _event(b, summary=b.events[EVENT.id].summary + " وانتهى."), EVENT,
        "الملخص: أُضيف وانتهى.",
    ),
    (
        lambda b: _event(b, date=dates.parse("2020-03")), EVENT,
        "التاريخ: كان 5 آذار/مارس 2020 وصار آذار/مارس 2020",
    ),
    (lambda b: _degree(b, 0), EVENT, "الدرجة: كان مؤكد وصار رواية طرف واحد"),
    (lambda b: _source(b, 1), EVENT, "المصادر: أُضيف إذاعة المدينة، نشرة 1"),
    (lambda b: _claim(b, 1), EVENT, "الأقوال: حُذف “الجسر سيقصر الطريق”، سمير النهري"),
    (lambda b: _event(b, body=None), EVENT, "التفصيل: حُذف قال رئيس البلدية"),
    (
        lambda b: _event(b, sources=b.events[EVENT.id].sources[::-1]), EVENT,
        "الترتيب: تغيّر ترتيب بعض ما فيه",
    ),
    (
        lambda b: _number(b, 2), COST,
        "القيم: كان بين 8 ملايين و10 ملايين دولار، المدينة الشرقية والمدينة الغربية، "
        "5 آذار/مارس 2020 وصار بين 8 ملايين و12 مليون دولار",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("edit", "key", "said"), SAID, ids=[said[:12] for *_, said in SAID])
def test_the_band_says_in_words_what_was_and_is(
    edit: Callable[[Library], Library], key: RecordKey, said: str, library: Library
) -> None:
    first = _publication(library, day="2020-01-01")
    second = _publication(edit(library), _texts(first), day="2021-02-03")
    old = first.versions.newest(key)
    assert old
    page = _pages(second)[f"{old.address.strip('/')}/index.html"]
    band = _plain(re.findall("<aside.*?</aside>", page, re.DOTALL)[0])
    assert said in band
    assert "عُدّل هذا النص بعد نشره في 3 شباط/فبراير 2021. ولم يُسجَّل سبب." in band
    assert "وقّعت المدينة الشرقية" in _plain(page) or key == COST


def _plain(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", "", html).split())


def test_a_correction_is_told_with_its_reason(library: Library) -> None:
    first = _publication(library, day="2020-01-01")
    corrected = _told(_typo(library, 0), 0)
    second = _publication(corrected, _texts(first), day="2021-10-01")
    old = first.versions.newest(EVENT)
    assert old
    page = _plain(_pages(second)[f"{old.address.strip('/')}/index.html"])
    assert "صُحّح هذا النص في 1 تشرين الأول/أكتوبر 2021. السبب: سبب 0" in page


def test_every_difference_of_two_texts_is_told(library: Library) -> None:
    """Whatever field of a text changes, the difference is not nothing."""
    words, chance = Wording(library), random.Random(7)  # noqa: S311 - no secret
    texts = ToldTexts(library)
    for key in texts.keys:
        for name in texts.text(key).keys() - {"record", "changes"}:
            new = json.loads(json.dumps(texts.text(key)))
            _disturb(new, name, chance)
            assert new != texts.text(key)
            assert differences(texts.text(key), new, words), (key, name)


OTHERS = {
    "status": ("suspected", "claimed"), "act": ("suspects", "states"), "basis": ("independent",),
    "measure": ("level", "total"), "date": ("1900",), "as_of": ("1901",), "for": ("1902",),
    "qualifier": ("up_to", "about"), "part": ("late",), "low": ("7",), "best": ("7",),
    "high": ("7",),
}  # fmt: skip
"""What else a field may hold that does not hold any words."""


def _disturb(text: dict[str, Any], name: str, chance: random.Random) -> None:
    """Change a field, or something within it, or one of its items."""
    value = text[name]
    if isinstance(value, list) and chance.random() < 0.5:
        value.append(value[0] if isinstance(value[0], dict) else "آخر")
    elif isinstance(value, list) and isinstance(value[0], dict):
        _disturb(value[0], chance.choice(sorted(set(value[0]) - {"sources"})), chance)
    elif isinstance(value, dict):
        _disturb(value, chance.choice(sorted(value)), chance)
    else:
        others = OTHERS.get(name, ("نص آخر",))
        other = next(each for each in others if each != value)
        text[name] = [other] if isinstance(value, list) else other


# What is taken back.


def test_a_withdrawn_event_is_gone_from_all_that_is_published_within_one_build(
    library: Library, output: Output
) -> None:
    first = _publication(library, day="2020-01-01")
    gone = _event(library, publish="withdrawn", title="سر سُحب", summary="نص سُحب سرا")
    why = Change(
        date=dates.parse("2021-11-01"), type="retraction", why="سُحب المصدر", event=EVENT.id
    )
    gone = replace(gone, changes=(*library.changes, why))
    made = _made(gone, _texts(first))
    secrets = (
        "المدينتان توقعان",
        "الجسر سيقصر الطريق",
        "سر سُحب",
        "نص سُحب سرا",
        "Cities sign bridge deal",
    )
    assert [f"{path}: {s}" for path, text in _all(made) for s in secrets if s in text] == []
    old = first.versions.newest(EVENT)
    assert old
    page = dict(_all(made))[f"{old.address.strip('/')}/index.html"]
    assert "سُحب الحدث الذي كان نصه على هذا العنوان في" in page
    assert "السبب: سُحب المصدر" in page
    assert _lasting(output) <= _lasting(made)


def _lasting(output: Output) -> set[str]:
    """List what is looked for again under its own address."""
    paths = {file.path for file in output.files} | {page.address for page in output.pages}
    return {path for path in paths if not path.startswith("search/")}


def _made(library: Library, last: Published | None = None) -> Output:
    templates, docs = ROOT / "templates", TESTS / "docs"
    return maker.build(library, templates=templates, docs=docs, cache=ROOT / ".cache", last=last)


def _all(output: Output) -> list[tuple[str, str]]:
    pages = [(page.address, page.body + page.title + page.description) for page in output.pages]
    return [
        *pages,
        *((file.path, file.content.decode("utf-8", "replace")) for file in output.files),
    ]


def test_a_record_that_is_gone_leaves_its_addresses(library: Library) -> None:
    first = _publication(library, day="2020-01-01")
    figures = {i: each for i, each in library.figures.items() if i != COST.id}
    without = replace(library, figures=figures)
    second = _publication(without, _texts(first), day="2021-01-01")
    third = _publication(without, _texts(second), day="2021-01-02")
    old = first.versions.newest(COST)
    assert old
    page = _pages(third)[f"{old.address.strip('/')}/index.html"]
    assert "أُزيل من الملف السجل الذي كان نصه على هذا العنوان" in page
    assert "كلفة الجسر" not in page + _texts(third).files[f"v/{COST}.json"].decode()
    assert set(_texts(first).files) <= set(_texts(third).files)


def test_a_record_with_another_id_has_its_versions(library: Library) -> None:
    first = _publication(library, day="2020-01-01")
    old = first.versions.newest(EVENT)
    assert old
    renamed = library.events[EVENT.id].model_copy(update={"was": (EVENT.id,)})
    events = {i: each for i, each in library.events.items() if i != EVENT.id}
    figures = {
        i: figure.model_copy(
            update={
                "values": tuple(
                    value.model_copy(update={"event": "signed"})
                    if value.event == EVENT.id
                    else value
                    for value in figure.values
                )
            }
        )
        for i, figure in library.figures.items()
    }
    after = replace(library, events={"signed": renamed, **events}, figures=figures)
    second = _publication(after, _texts(first), day="2021-01-01")
    third = _publication(after, _texts(second), day="2021-01-02")
    key = RecordKey("event", "signed")
    assert [each.hash for each in third.versions.of(key)] == [old.hash]
    page = _pages(third)[f"{old.address.strip('/')}/index.html"]
    assert "<aside" not in page  # its id is no part of what readers are told
    assert 'href="../../events/signed/"' in page
    changed = replace(
        after, events={**events, "signed": renamed.model_copy(update={"title": "آخر"})}
    )
    fourth = _publication(changed, _texts(third), day="2021-01-03")
    band = re.findall("<aside.*?</aside>", _pages(fourth)[f"v/{old.hash}/index.html"], re.DOTALL)
    assert "وصار آخر" in _plain(band[0])
    assert f"v/{EVENT}.json" in _lasting(_made(after, _texts(first)))


def test_a_retraction_takes_the_texts_before_it_back(library: Library) -> None:
    first = _publication(library, day="2020-01-01")
    change = Change(
        date=dates.parse("2021-11-01"), type="retraction", why="اسم نُشر خطأ", event=EVENT.id
    )
    after = replace(_event(library, title="عنوان آخر"), changes=(*library.changes, change))
    second = _publication(after, _texts(first), day="2021-11-01")
    old = first.versions.newest(EVENT)
    assert old
    page = _pages(second)[f"{old.address.strip('/')}/index.html"]
    assert "المدينتان توقعان" not in page
    assert "سُحب النص الذي كان على هذا العنوان في" in page
    assert "النص الحالي" in page
    assert "المدينتان توقعان" not in _texts(second).files[f"v/{EVENT}.json"].decode()


def test_a_text_carried_over_that_is_another_is_refused(library: Library) -> None:
    first = _texts(_publication(library, day="2020-01-01"))
    path = f"v/{EVENT}.json"
    forged = first.files[path].replace("الجسر".encode(), "القصر".encode(), 1)
    with pytest.raises(StrangeVersionError, match=path):
        _ = _publication(_typo(library, 1), Published({**first.files, path: forged})).versions


def test_without_a_last_publication_there_is_the_newest_alone(library: Library) -> None:
    publication = _publication(library)
    assert {len(publication.versions.of(key)) for key in publication.versions.keys} == {1}
    assert json.loads(_texts(publication).files[INDEX])


# The pages as files.


@pytest.mark.parametrize("name", ["tiny_site", "large_site"])
def test_every_version_stands_by_itself_and_leads_somewhere(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    versions = list(site.glob("v/*/index.html"))
    assert len(versions) >= 9
    for file in versions:
        html = file.read_text("utf-8")
        assert file.stat().st_size < MOST_BYTES
        assert not re.search(r"<script|style=|<iframe| on[a-z]+=", html)
        for link in re.findall(r'(?:href|src)="(\.\./[^"#]*)', html):
            target = file.parent / link
            assert target.is_file() or (target / "index.html").is_file(), link


@pytest.mark.parametrize(
    "model", [Event, Claim, Source, Figure, Value, Section], ids=lambda m: m.__name__
)
def test_what_is_not_told_is_a_field(model: Any) -> None:
    assert NOT_TOLD.get(model, frozenset()) <= set(fields_of(model))
