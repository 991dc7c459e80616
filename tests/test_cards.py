"""Share cards: every word on them whole and shaped, nothing over its edge, the same bytes twice."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
import resvg_py
from PIL import Image, ImageChops, ImageStat

from explainer.content.library import Library, load
from explainer.site.addresses import Address
from explainer.site.head import head_of
from explainer.site.pictures import pixels
from explainer.site.pictures.card_canvas import DEGREE_SHAPES, CardCanvas, drawn
from explainer.site.pictures.card_files import card_file
from explainer.site.pictures.card_parts import (
    CARD_COLOURS,
    CARD_HUES,
    SQUARE_CARD,
    WIDE_CARD,
    CardBox,
    CardFill,
    CardFormat,
    CardLine,
    CardLook,
    CardMark,
    CardPart,
)
from explainer.site.pictures.card_plan import planned
from explainer.site.pictures.card_text import CardBrand, CardCount, CardNumber, ShareCard
from explainer.site.pictures.set_text import TitleRoom, fitted, kept_together, set_line, shortened
from explainer.site.pictures.shaping import shaper, text_width
from explainer.site.pictures.text_runs import from_the_left
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.share_cards import FRONT_CARD, card_key, carded, share_card
from explainer.site.views.text_days import text_days
from explainer.site.views.upkept import Upkept
from explainer.site.views.wording import HUES
from tests.conftest import LARGE, LATER, ROOT

FORMS = [WIDE_CARD, SQUARE_CARD]
BRAND = CardBrand("ملف الجسر", "غرفة أخبار المدينة")
HOSTILE = [
    "سد",
    "جسر المدينتين",
    "قال المتحدث (في 26 نيسان/أبريل 2025) إن صاروخ KN-23 أصاب 5-10 مبان، أي 50% منها",
    "وزارة البلديات والأشغال العامة والنقل والمواصلات واللوجستيات تستأنف الاستقبال " * 4,
    "أ" * 300,
    "https://news.example/" + "a-very-long-address/" * 12,
    "لَمْ يُكْشَفْ عَنْ أَسْمَائِهِمْ إِلَّا بَعْدَ إِعْلَانٍ رَسْمِيٍّ أَدْلَى بِهِ المُتَحَدِّثُ",
    "United Bridges Company and its 12 subsidiaries",
    "12 وزيرا يحضرون",
]


def _hostile(title: str) -> list[ShareCard]:
    """Make a card of every kind with a title, everything else on it as long as it gets."""
    said = (
        "موضع خلاف، والنفي للناطق باسم الهيئة العامة للطرق والجسور والمعابر الحدودية",
        "موضع خلاف",
    )
    event = ShareCard(
        title, BRAND, day="بين كانون الثاني/يناير 2020 وتشرين الثاني/نوفمبر 2021 على الأرجح", hue=2,
        band="صُحِّح في 27 تشرين الثاني/نوفمبر 2026", degree="disputed", said=said,
        counted="11 مصدرا مستقلا",
    )  # fmt: skip
    told = [
        CardNumber("ما لا يقل عن", "1,250,000", "طن متري من الحديد", "الهيئة العامة للطرق", mark)
        for mark in (1, 0, 6)
    ]
    counts = tuple(
        CardCount(code, f"{word}: 1,234")
        for code, word in zip(
            DEGREE_SHAPES, ("مؤكد", "رواية طرف واحد", "موضع خلاف", "مشتبه به"), strict=True
        )
    )
    long_brand = CardBrand(title, title)
    return [
        event, replace(event, brand=long_brand), replace(event, numbers=tuple(told)),
        replace(event, numbers=(told[0],), band="", day=""),
        replace(event, numbers=tuple(told[:2])),
        ShareCard(title, BRAND, hues=7, sub=title, counts=counts, day="1,234 حدثا"),
        ShareCard(title, BRAND, topic=title, counts=counts[:1], hue=6),
        ShareCard(title, BRAND, sub=title),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def large() -> Publication:
    return Publication(load(LARGE, LATER))


def _lines(parts: tuple[CardPart, ...]) -> list[CardLine]:
    return [part for part in parts if isinstance(part, CardLine) and part.line.glyphs]


class Laid(NamedTuple):
    card: ShareCard
    form: CardFormat
    parts: tuple[CardPart, ...]


@pytest.fixture(scope="module")
def laid(large: Publication) -> list[Laid]:
    """Every card of the large site and every hostile one, in both forms."""
    cards = [share_card(large, key) for key in carded(large)]
    cards += [card for title in HOSTILE for card in _hostile(title)]
    return [Laid(card, form, planned(card, form)) for card in cards for form in FORMS]


def test_everything_lies_within_the_card_and_nothing_on_another(laid: list[Laid]) -> None:
    for card, form, parts in laid:
        boxes = [(each.role, each.line.words, each.box) for each in _lines(parts)]
        boxes += [
            (
                "mark",
                part.name,
                CardBox(part.left, part.top, part.left + part.size, part.top + part.size),
            )
            for part in parts
            if isinstance(part, CardMark)
        ]
        for role, words, (left, top, right, bottom) in boxes:
            assert 0 <= left < right <= form.width, (card.title, role, words)
            assert form.rule <= top < bottom <= form.height, (card.title, role, words)
        for (role, words, one), (_, other_words, other) in combinations(boxes, 2):
            apart = (
                one[2] <= other[0] + 1 or other[2] <= one[0] + 1
                or one[3] <= other[1] + 1 or other[3] <= one[1] + 1
            )  # fmt: skip
            assert apart, (card.title, role, words, other_words)


def test_every_word_is_there_and_joined(laid: list[Laid]) -> None:
    lines = {each.line for one in laid for each in _lines(one.parts)}
    for line in lines:
        ids = [glyph.id for glyph in line.glyphs]
        assert 0 not in ids, line.words
        for word in re.findall("[\u0621-\u0652]{2,}", line.words):
            _assert_joined(word, ids, bold=line.bold)


def _assert_joined(word: str, ids: list[int], *, bold: bool) -> None:
    """See that a word's own forms stand in a line, one after another, and are no lone letters."""
    whole = [glyph.id for glyph in set_line(word, bold=bold).glyphs]
    assert any(ids[at : at + len(whole)] == whole for at in range(len(ids))), word
    apart = [g.id for letter in reversed(word) for g in set_line(letter, bold=bold).glyphs]
    if re.search("[بتثجحخسشصضطظعغفقكلمنهيئ].", word):
        assert whole != apart, word


def test_a_title_is_whole_or_ends_at_a_word(laid: list[Laid]) -> None:
    for card, _, parts in laid:
        told = " ".join(each.line.words for each in _lines(parts) if each.role == "title")
        words = card.title.split()
        if told.endswith("…"):
            kept = told.removesuffix("…").split()
            assert kept[:-1] == words[: len(kept) - 1]
            assert words[len(kept) - 1].startswith(kept[-1])
            assert len(card.title) > 150 or card.numbers
        else:
            assert told.split() == words


def test_no_number_and_no_day_is_cut(laid: list[Laid]) -> None:
    for card, _, parts in laid:
        whole = {card.day, card.band, *card.said}
        whole |= {part for each in card.numbers for part in (each.lead, each.number, each.unit)}
        for each in _lines(parts):
            if each.role in ("day", "band", "said", "lead", "number", "unit"):
                assert each.line.words in whole, (card.title, each.role, each.line.words)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("في 26 نيسان/أبريل 2025 قال", ["في", "26 نيسان/أبريل 2025", "قال"]),
        ("منذ كانون الثاني/يناير 2024", ["منذ", "كانون الثاني/يناير 2024"]),
        ("في 5 يونيو", ["في", "5 يونيو"]),
        ("نقلت 1,500 جندي", ["نقلت", "1,500 جندي"]),
        ("الجسر – قصة", ["الجسر –", "قصة"]),
        ("لا مارس فيه ولا غيره", ["لا", "مارس", "فيه", "ولا", "غيره"]),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, pieces: list[str]) -> None:
    assert kept_together(text) == pieces


@pytest.mark.parametrize("width", [400, 500, 640, 760, 900, 1080])
def test_no_last_line_is_one_word(width: int) -> None:
    room = TitleRoom(width, 2000, (60,), 1.3)
    for text in [HOSTILE[2], *(HOSTILE[3][:length].strip() for length in range(40, 200, 17))]:
        lines = [line.words for line in fitted(text, room, bold=True).lines]
        with_the_word_before = f"{lines[-2].split()[-1]} {lines[-1]}" if lines[1:] else ""
        has_room = text_width(with_the_word_before, bold=True) * 60 < width if lines[1:] else False
        assert " " in lines[-1] or not has_room, lines


def test_a_text_is_cut_at_a_word() -> None:
    assert shortened("وزارة الخارجية، الروسية", 9.0) == "وزارة الخارجية…"
    assert shortened("وزارة", 99.0) == "وزارة"
    assert shortened("أ" * 50, 4.0).endswith("أ…")


# The order of what runs from the left, as another program draws it that knows the whole algorithm.

MIXED = [
    "صاروخ KN-23 (قصير المدى) أصاب 5-10 مبان",
    "شطب 90% من الدين، أي 10.96 مليار",
    "50% من العمال",
    "في 26 نيسان/أبريل 2025 عند 12:30",
    "ممثلو “Daily News” و BBC في 2024/2025",
    "بين 10–20 آب/أغسطس، −5 درجات",
    "اتفاق 2024-06-19 (رقم 3)",
    "+5 نقاط",
]


def test_the_order_is_that_of_the_unicode_algorithm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the ink of each line: letters that changed places would not match."""
    monkeypatch.setattr("explainer.site.pictures.set_text.TEXT_FEATURES", {})
    canvas = CardCanvas(1200, 80 * len(MIXED))
    look = CardLook()
    for row, words in enumerate(MIXED):
        line = set_line.__wrapped__(words)
        at = (1150 - line.width * 40, 80.0 * row + 55)
        canvas.lines([CardLine("title", line, 40, *at, look)])
    ours = Image.open(BytesIO(canvas.png())).convert("L")
    theirs = Image.open(BytesIO(_by_resvg(tmp_path))).convert("L")
    for row, words in enumerate(MIXED):
        one, other = (each.crop((0, 80 * row, 1200, 80 * row + 80)) for each in (ours, theirs))
        ink = ImageStat.Stat(ImageChops.invert(other)).sum[0]
        differing = ImageStat.Stat(ImageChops.difference(one, other)).sum[0]
        assert differing < ink * 0.1, (words, differing / ink)


def _by_resvg(folder: Path) -> bytes:
    from explainer.arabic.isolate import isolate_plain

    texts = "".join(
        f'<text x="1150" y="{80 * row + 55}" text-anchor="end">'
        f"\u2067{isolate_plain(words)}\u2069</text>"
        for row, words in enumerate(MIXED)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="{80 * len(MIXED)}"'
        f' direction="ltr" font-family="FiraGO" font-size="40" fill="{CARD_COLOURS["ink"]}">'
        f'<rect width="100%" height="100%" fill="#fff"/>{texts}</svg>'
    )
    fonts = pixels._fonts(folder)
    return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=fonts)


@pytest.mark.parametrize(
    ("text", "lefts"),
    [
        ("قال 12:30 ثم 1,500", ["12:30", "1,500"]),
        ("شطب 90% منه", ["90"]),
        ("90% منه", ["90%"]),
        ("بين 10–20 يوما", ["10", "20"]),
        ("بين 5-10 أيام", ["5", "10"]),
        ("من 10%-20% منه", ["10%", "20%"]),
        ("من KN-23 إلى هنا", ["KN-23"]),
    ],
)
def test_numbers_and_words_of_other_alphabets_run_from_the_left(
    text: str, lefts: list[str]
) -> None:
    assert [text[a:b] for a, b in from_the_left(text)] == lefts


# Colours and shapes are the site's.


def test_the_colours_and_shapes_are_the_site_s() -> None:
    css = (ROOT / "templates/styles/tokens.css").read_text("utf-8")
    light = dict(re.findall(r"--x-([a-z0-9-]+): light-dark\((#\w+),", css))
    assert {name: light[name] for name in CARD_COLOURS} == CARD_COLOURS
    assert CARD_HUES == HUES
    frame = (ROOT / "templates/theme/partials/shapes.html").read_text("utf-8")
    black = frame.replace(' fill="currentColor"', "").replace("currentColor", "#000")
    for code, shape in DEGREE_SHAPES.items():
        tag, rest = re.findall(rf'<(circle|g) id="s-{code}"(.*?)(?:</g>)?\n', black)[0]
        assert shape == (f"<circle{rest}" if tag == "circle" else rest.removeprefix(">"))


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    whole = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    parts = [int(whole[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_what_is_read_stands_out_from_its_ground(laid: list[Laid]) -> None:
    looks = {(each.role == "title", each.look) for one in laid for each in _lines(one.parts)}
    for is_title, look in looks:
        names = (look.colour, look.ground)
        dark, bright = sorted(_luminance(CARD_COLOURS[name]) for name in names)
        assert (bright + 0.05) / (dark + 0.05) >= (7 if is_title else 4.5), look


# What stands on a card.


def test_a_corrected_event_has_its_band_and_what_is_disputed_its_ground(library: Library) -> None:
    publication = Publication(library)
    card = share_card(publication, ("event", "2021-07-cost"))
    assert card.band == "صُحِّح في الأول من آب/أغسطس 2021"
    assert card.said[0] == "موضع خلاف، والنفي للمدينة الغربية"
    fills = [part.colour for part in planned(card, WIDE_CARD) if isinstance(part, CardFill)]
    assert {"ink", "disputed", "disputed-ground"} <= set(fills)


def test_a_withdrawn_event_has_one_word(library: Library) -> None:
    card = share_card(Publication(library), ("event", "2020-05-withdrawn"))
    words = {each.role: each.line.words for each in _lines(planned(card, WIDE_CARD))}
    assert words == {"title": "سُحب", "brand": "الجسر"}


def test_who_has_a_card(large: Publication) -> None:
    keys = list(carded(large))
    assert keys[0] == FRONT_CARD
    assert len(keys) == len(set(keys))
    library = large.library
    few = [i for i in library.actors if len(library.events_by("actors").get(i, [])) < 3]
    assert few
    assert not {("actor", each) for each in few} & set(keys)
    assert card_key(large, ("actor", few[0])) == FRONT_CARD
    assert card_key(large, None) == card_key(large, ("change", "")) == FRONT_CARD
    assert all(card_key(large, key) == key for key in keys)


# Files.


def test_a_card_is_drawn_once_when_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = ShareCard("عنوان", BRAND, hue=1, degree="claimed", said=("رواية طرف واحد",))
    file = card_file(card, WIDE_CARD, Address("/assets/cards/event/x.png"), tmp_path)
    assert file.path == "assets/cards/event/x.png"
    assert list(tmp_path.iterdir()) == []
    first = file.content
    assert first == drawn(planned(card, WIDE_CARD), WIDE_CARD)
    monkeypatch.setattr("explainer.site.pictures.card_files.drawn", lambda *_: pytest.fail("again"))
    assert file.published("https://example.org") == first
    changed = replace(card, title="عنوان آخر")
    assert changed.digest != card.digest


@pytest.mark.parametrize("form", FORMS, ids=["wide", "square"])
def test_a_card_is_small_and_of_one_palette(form: CardFormat, large: Publication) -> None:
    kinds = {key[0]: key for key in carded(large)}
    cards = [share_card(large, key) for key in kinds.values()] + _hostile(HOSTILE[3])[:4]
    for card in cards:
        made = drawn(planned(card, form), form)
        picture = Image.open(BytesIO(made))
        assert (picture.mode, picture.size) == ("P", (form.width, form.height))
        assert len(made) < 90_000, card.title


def test_a_font_has_a_glyph_for_the_ellipsis() -> None:
    assert all(shaper(weight).get_nominal_glyph(ord("…")) for weight in (400, 700))


# What a page's head says of it.


def _upkept(day: str) -> Upkept:
    return Upkept("x.yml", "x", None, None, None, day, at_latest=False)


@pytest.mark.parametrize(
    ("record", "day", "modified"),
    [
        (("event", "2021-07-cost"), "2021-07-15", "2021-08-01"),  # changes.yml tells of a later day
        (("event", "2021-07-cost"), "2021-09-15", "2021-09-15"),
        (("event", "2021-07-cost"), "", "2021-08-01"),
        (("event", "2020-03-05-agreement"), "2021-09-15", "2021-09-15"),
        (("event", "2020-03-05-agreement"), "", ""),
        (("actor", "mayor"), "2021-09-15", "2021-09-15"),
        (None, "", ""),
    ],
)
def test_the_days_of_a_text_are_true(
    record: tuple[str, str] | None, day: str, modified: str, library: Library
) -> None:
    view = PageView(record[0] if record else "timeline", Address("/x/"), "t", "d", record=record)
    publication = Publication(library, {"2021-07-cost": date(2021, 7, 20)})
    found = text_days(view, publication, _upkept(day))
    assert found.modified == modified
    assert found.published == ("2021-07-20" if record == ("event", "2021-07-cost") else "")
    head = head_of(view, publication, _upkept(day))
    assert ("article:modified_time" in head) == bool(modified)


def test_no_text_changed_before_it_came(library: Library) -> None:
    """One that waited for its day came after its file's last commit."""
    view = PageView("event", Address("/x/"), "t", "d", record=("event", "2020-03-05-agreement"))
    publication = Publication(library, {"2020-03-05-agreement": date(2021, 12, 1)})
    found = text_days(view, publication, _upkept("2021-09-15"))
    assert found == ("2021-12-01", "2021-12-01")


def test_a_corrected_card_has_another_address(library: Library) -> None:
    view = PageView("event", Address("/x/"), "t", "d", record=("event", "2021-07-cost"))
    before = replace(library, changes=())
    heads = [head_of(view, Publication(each), None) for each in (library, before)]
    addresses = [re.findall(r'og:image" content="([^"?]+)\?v=(\w+)', head) for head in heads]
    (now, square), (was, _) = addresses
    assert now[0] == was[0]
    assert now[1] != was[1]
    assert square[0] == now[0].replace(".png", "-square.png")
