"""Left-to-right runs and number ranges are found whole, and nothing else is touched."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from explainer.arabic.isolate import has_ltr, isolate, isolate_plain, spans

LTR = [
    # text, its left-to-right runs
    ("في 2024-06-19 جرى", ["2024-06-19"]),
    ("في 2024-06 جرى", ["2024-06"]),
    ("هاتف +7 495 123-45-67 للاستفسار", ["+7 495 123-45-67"]),
    ("بلغت -5 درجات و−7 و$5", ["-5", "−7", "$5"]),
    ("صاروخ KN-23 أطلق", ["KN-23"]),
    ("لغة C++ ثم C# قديمة", ["C++", "C#"]),
    ("صورة 1200×630 أو 1200 × 630 هنا", ["1200×630", "1200 × 630"]),
    ("انظر https://example.org/a/(b)/ هنا", ["https://example.org/a/(b)/"]),
    ("(انظر https://example.org/a/).", ["https://example.org/a/"]),
    ("انظر nknews.org/2024/ هنا", ["nknews.org/2024/"]),
    ("موقع nknews.org.", ["nknews.org"]),
    ("عيار 152 mm من", ["152 mm"]),
    ("من 5–7 km فقط", ["5–7 km"]),
    ("صحيفة The Moscow Times.", ["The Moscow Times"]),
    ("الزعيم Kim Jong Un (KPA) قال", ["Kim Jong Un (KPA)"]),
    ("الزعيم (Kim Jong Un (KPA)) قال", ["Kim Jong Un (KPA)"]),
    ("قوات (KPA) troops في", ["(KPA) troops"]),
    ("وكالة (Sputnik)", ["Sputnik"]),
    ("لـNIS وبـ“KN-23” هنا", ["NIS", "KN-23"]),
    ("كتاب “Storm” Brigade قال", ["“Storm” Brigade"]),
    ("وكالة TASS (Moscow، روسيا) قالت", ["TASS", "Moscow"]),
    ("وكالة TASS (Moscow روسيا) قالت", ["TASS", "Moscow"]),
    ("شركة AT&T وRussia's P-5", ["AT&T", "Russia's P-5"]),
    ("قال NIS 600 جندي", ["NIS"]),
    ("طائرة Boeing 747، ثم", ["Boeing 747"]),
    ("قرار Resolution 2397 (2017) صدر", ["Resolution 2397 (2017)"]),
    ("Путин و김정은 و中国 قالوا", ["Путин", "김정은", "中国"]),
    ("AP/رويترز", ["AP"]),
    (
        "North Korea sent 11,000 troops in 2024–2025",
        ["North Korea sent 11,000 troops in 2024–2025"],
    ),
    ("Who pays?", ["Who pays?"]),
    (" Kim Jong Un.", ["Kim Jong Un"]),
    ("KPA) ثم (TASS", ["KPA", "TASS"]),
    # a hyphen that is no range
    ("هاتف 555-0199 للبلدية", ["555-0199"]),
    ("الهاتف: 1234-5678.", ["1234-5678"]),
    ("رقم 12-34 في السجل", ["12-34"]),
    ("على الرقم 555-1234 يوميا", ["555-1234"]),
    ("طائرة 747-400 هبطت", ["747-400"]),
    ("رمز 020-7946 قديم", ["020-7946"]),
    ("خط 1-800-555-0199 مجاني", ["1-800-555-0199"]),
    ("سنة 1990-85 غلط", ["1990-85"]),
    # degrees, raised and lowered signs
    ("درجة حرارة 25°C اليوم", ["25°C"]),
    ("حرارة 25 °C اليوم", ["25 °C"]),
    ("بلغت -5°C و77°F ليلا", ["-5°C", "77°F"]),
    ("عند 33°15′N و44°23′E تقريبا", ["33°15′N", "44°23′E"]),
    ("انبعاثات CO₂ في 2024", ["CO₂"]),
    ("ماء H₂O وقوة 10² وتسارع m/s² هنا", ["H₂O", "10²", "m/s²"]),
    ("نحو 10^5 خلية و2½ كيلو", ["10^5", "2½"]),
    ("شركة Boeing™ وX® هنا", ["Boeing™", "X®"]),
    ("بلغ US$5 و100€ فقط", ["US$5"]),
    # edges
    ("مسار /usr/local/bin مهم", ["/usr/local/bin"]),
    ("/usr/local/bin مهم", ["/usr/local/bin"]),
    ("في مجلد /var/log/ وفي ~/docs/a.txt و../x", ["/var/log/", "~/docs/a.txt", "../x"]),
    ("ملف C:\\Users\\a.txt ومنصة .NET", ["C:\\Users\\a.txt", ".NET"]),
    ("خيار --force و-v هنا", ["--force", "-v"]),
    ("بيان U.S. صدر", ["U.S."]),
]


@pytest.mark.parametrize(("text", "runs"), LTR)
def test_left_to_right_runs(text: str, runs: list[str]) -> None:
    assert [piece for piece, direction in spans(text) if direction == "ltr"] == runs
    assert has_ltr(text)


RANGES = [
    ("بين 2024–2025 كان", ["2024–2025"]),
    ("2024–2025", ["2024–2025"]),
    ("من 2024-2025 كان", ["2024-2025"]),
    ("عند 10:30-12:00 تماما", ["10:30-12:00"]),
    ("فاز 3-1 أمس", ["3-1"]),
    ("بين 10–12% و11,000–12,000", ["10–12%", "11,000–12,000"]),
    ("موسم 2024-25", ["2024-25"]),
    ("1–2–3", ["1–2–3"]),
    ("وكالة (KCNA) 2024–2025", ["2024–2025"]),
    ("بين 555–600 ألف", ["555–600"]),
    ("من 0.5-1.5 مليون", ["0.5-1.5"]),
    ("عند 09:00-12:00 تماما", ["09:00-12:00"]),
    ("موسم 1999-2000", ["1999-2000"]),
    ("حقق 11,000-12,000 صوت", ["11,000-12,000"]),
]


@pytest.mark.parametrize(("text", "runs"), RANGES)
def test_ranges_run_right_to_left(text: str, runs: list[str]) -> None:
    assert [piece for piece, direction in spans(text) if direction == "rtl"] == runs
    assert has_ltr(text)


PLAIN = [
    "",
    " ",
    "أعلنت روسيا، و“كوريا” (الشمالية): نعم!",
    "نحو 11,000 جندي و12.5% في 2024",
    "عند 10:30 في 19/6/2024",
    "2024",
    "– [1] –",
    "و/أو",
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_needs_nothing(text: str) -> None:
    assert all(direction is None for _, direction in spans(text))
    assert isolate_plain(text) == text
    assert isolate(text) == text


def test_html() -> None:
    text = "قالت <KCNA & TASS> في 2024–2025"
    assert isolate(text) == Markup(
        'قالت &lt;<bdi dir="ltr">KCNA &amp; TASS</bdi>&gt; في <bdi dir="rtl">2024–2025</bdi>'
    )


def test_plain_text_slot() -> None:
    assert isolate_plain("صاروخ KN-23 في 2024–2025") == (
        "صاروخ \u2066KN-23\u2069 في \u20672024–2025\u2069"
    )


def test_hyphen_of_a_range_is_isolated_itself() -> None:
    """Else it would make one left-to-right number of both, and 3-1 would read 1-3."""
    assert isolate("3-1") == Markup('<bdi dir="rtl">3<bdi dir="rtl">-</bdi>1</bdi>')
    assert isolate_plain("3-1") == "\u20673\u2067-\u20691\u2069"


PIECES = st.sampled_from(
    [
        *("قال", "روسيا", "و", "لـ", "،", "؟", "KCNA", "Kim Jong Un", "KN-23", "김정은", "Путин"),
        *(" ", " ", " ", "(", ")", "“", "”", '"', "[", "]", ".", ",", "-", "–", "+", "/", "<", "&"),
        *("3", "2024", "2024–2025", "10:30-12:00", "12.5%", "2024-06-19", "https://a.org/b/(", "×"),
    ]
)


@pytest.mark.slow
@settings(database=None)
@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=20))
def test_nothing_is_lost_and_nothing_is_missed(text: str) -> None:
    pieces = spans(text)
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)
    assert html.unescape(re.sub(r"</?bdi[^>]*>", "", isolate(text))) == text
    assert re.sub("[\u2066\u2067\u2069]", "", isolate_plain(text)) == re.sub(
        "[\u2066\u2067\u2069]", "", text
    )
    for piece, direction in pieces:
        if direction is None:
            assert not re.search(r"[A-Za-zА-я가-힣]", piece), pieces
        if direction == "ltr" and "://" not in piece:
            assert not re.search(r"[\u0600-\u06ff]", piece), pieces
