"""A brief tells what came, was corrected or is newly disputed since a day, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import html5lib
import pytest

from explainer.cli import main
from explainer.content.library import Library, load
from explainer.site.briefs.brief_formats import (
    BETWEEN_MESSAGES,
    MESSAGE_LENGTH,
    WRITERS,
    as_telegram,
    messages,
)
from explainer.site.briefs.brief_items import (
    CORRECTED,
    DISPUTED,
    NEW,
    Brief,
    BriefItem,
    brief,
)
from explainer.site.views.publication import Publication
from tests.conftest import LARGE, NOW, TESTS

SITE = "https://news.example/"
ISOLATES = re.compile("[\u2066-\u2069]")


@pytest.fixture(scope="module")
def large() -> Publication:
    return Publication(load(LARGE, NOW))


def _parts(made: Brief) -> dict[str, tuple[BriefItem, ...]]:
    return dict(made.parts)


@pytest.mark.parametrize("since", ["1900-01-01", "2024-01-01", "2025-06-01", "2100-01-01"])
def test_everything_since_the_day_is_told_once_and_nothing_before(
    large: Publication, since: str
) -> None:
    parts = _parts(brief(large, since, SITE))
    cards = large.words.cards(large.library.live)
    assert [item.address for item in parts.get(NEW, ())] == [
        f"{SITE}{card.href.lstrip('/')}"
        for card in sorted(cards, key=lambda card: card.day, reverse=True)
        if card.day >= since
    ]
    days = [item.day for items in parts.values() for item in items]
    assert all(day >= since for day in days)
    told = [
        item.address for items in (parts.get(NEW, ()), parts.get(DISPUTED, ())) for item in items
    ]
    assert len(told) == len(set(told))


def test_a_denial_of_what_was_told_before_is_news(large: Publication) -> None:
    """From the day on which the last denial came, and not the day after."""
    library, day = large.library, large.words.day
    dated = [
        (day(told.claim.as_of), event_id)
        for event_id, event in library.live.items()
        for told in library.denials.against(event_id)
        if told.claim.as_of and day(told.claim.as_of) > large.words.card(event_id).day
    ]
    assert dated
    last, event_id = max(dated)
    disputed = {item.address: item for item in _parts(brief(large, last, SITE))[DISPUTED]}
    item = disputed[f"{SITE}events/{event_id}/"]
    assert item.said == large.words.denial(event_id)
    after = f"{last[:4]}-{last[5:7]}-{int(last[8:]) + 1:02}"
    assert item.address not in {
        each.address for each in _parts(brief(large, after, SITE)).get(DISPUTED, ())
    }


def test_what_was_corrected_says_what_it_was_but_for_what_was_withdrawn(library: Library) -> None:
    publication = Publication(library)
    items = _parts(brief(publication, "1900-01-01", SITE))[CORRECTED]
    assert len(items) == len(library.changes)
    hidden = library.events["2020-05-withdrawn"]
    withdrawn = [item for item in items if "/events/2020-05-withdrawn/" in item.address]
    assert withdrawn
    assert not [item for item in items if hidden.title in item.title + item.said]
    assert {item.title for item in withdrawn} == {"حدث سُحب"}
    assert any("كان: " in item.said and "صار: " in item.said for item in items)


@pytest.mark.parametrize("form", WRITERS)
def test_every_form_tells_the_same(large: Publication, form: str) -> None:
    made = brief(large, "2024-01-01", SITE)
    text = ISOLATES.sub("", unescape(WRITERS[form](made)))  # type: ignore[index]
    for name, items in made.parts:
        assert name in text
        for item in items:
            assert item.title in text
            assert item.address in text
    nothing = brief(large, "2100-01-01", SITE)
    assert "لا جديد منذ 1 كانون الثاني/يناير 2100" in ISOLATES.sub("", WRITERS[form](nothing))  # type: ignore[index]


def test_a_letter_is_sound_html(large: Publication) -> None:
    html = WRITERS["html"](brief(large, "1900-01-01", SITE))
    parser = html5lib.HTMLParser(strict=True)
    parser.parseFragment(html)
    assert "<script" not in html


LONG = BriefItem(
    "عنوان <b>طويل</b> " * 200, "1 أيار/مايو 2024", "كلام & كلام " * 300, SITE, "2024-05-01"
)


@pytest.mark.parametrize("number", [0, 1, 7, 60])
def test_no_message_is_longer_than_a_channel_takes(large: Publication, number: int) -> None:
    own = [
        replace(LONG, title=LONG.title[: 40 * each], said=LONG.said[: 90 * each])
        for each in range(1, number + 1)
    ]
    made = brief(large, "1900-01-01", SITE)
    made = replace(made, parts=(*made.parts, *([("جزء", tuple(own))] if own else [])))
    sent = list(messages(made))
    assert max(map(len, sent)) <= MESSAGE_LENGTH
    items = sum(len(items) for _, items in made.parts)
    assert sum(message.count("• ") for message in sent) == items
    for message in sent:
        tags = re.findall(r"<(/?)(\w+)[^>]*>", message)
        assert {name for _, name in tags} <= {"a", "b"}
        assert sum(1 if not end else -1 for end, _ in tags) == 0
    assert as_telegram(made).count(BETWEEN_MESSAGES) == len(sent) - 1


@pytest.mark.parametrize(
    ("site", "since", "code", "said"),
    [
        (SITE, "2010-01-01", 0, "ما استجد منذ"), (None, "2024-01-01", 2, "SITE_URL is not set"),
        (SITE, "1/1/2024", 2, "is not a day such as 2026-01-31"),
        (SITE, "2024-02-30", 2, "is not a day"), ("ftp://x", "2024-01-01", 2, "SITE_URL"),
    ],
)  # fmt: skip
def test_the_command(
    site: str | None, since: str, code: int, said: str,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.delenv("SITE_URL", raising=False)
    if site:
        monkeypatch.setenv("SITE_URL", site)
    assert main(["brief", "--content", str(TESTS / "content"), "--since", since]) == code
    out = capsys.readouterr()
    assert said in out.out + out.err
