"""The time that a page says it takes to read is that of the words it shows."""

from __future__ import annotations

import re
import shutil
from html import unescape

import pytest

from explainer.arabic.counts import NOUNS, count
from explainer.site.output import Page
from explainer.site.reading import word_counts
from tests.conftest import TESTS, make

SENTENCE = "قالت المدينة الشرقية إن العمل في الجسر بدأ بعد توقيع الاتفاق بأيام قليلة. "
"""13 words."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The tiny site with a long section and a long answer."""
    content = tmp_path_factory.mktemp("long") / "content"
    shutil.copytree(TESTS / "content", content)
    section, site = content / "sections/money.yml", content / "site.yml"
    body = f"body: |\n  {SENTENCE * 70}\n\n  ## رأس\n\n  {SENTENCE * 30}\n"
    section.write_text(section.read_text("utf-8") + body, "utf-8")
    text = site.read_text("utf-8").replace("لأن العبّارة", f"{SENTENCE * 100}لأن العبّارة")
    site.write_text(text, "utf-8")
    return {str(page.address): page for page in make(content).pages}


def _minutes(html: str) -> str:
    """Count in another way than the program: take out what is not read, then all tags."""
    html = re.sub(r"<(svg|table)\b.*?</\1>", " ", html, flags=re.DOTALL)
    html = re.sub(r"<details\b[^>]* data-unread>.*?</details>", " ", html, flags=re.DOTALL)
    html = re.sub(r"<(p|button)\b[^>]* hidden>.*?</\1>", " ", html, flags=re.DOTALL)
    html = re.sub(r"</?(?:a|bdi|button|code|del|em|ins|span|strong|time)\b[^>]*>", "", html)
    words = unescape(re.sub(r"<[^>]+>", " ", html)).split()
    number = sum(1 for word in words if re.search(r"\w", word))
    if number < 103.5:
        return "نصف دقيقة"
    return count(max(1, round(number / 138)), NOUNS["minute"], "genitive")


def _own(page: Page) -> str:
    """The article without its terms and the line on its file."""
    return re.split(r'<details class="x-glossed">|<p class="x-file">', page.body)[0]


@pytest.mark.parametrize("address", ["/questions/", "/money/", "/building/"])
def test_the_whole_is_the_text_of_the_article(pages: dict[str, Page], address: str) -> None:
    own = _own(pages[address])
    told = re.search(r"من دون الرسوم والجداول، في ([^.]+)\.", own)
    assert told
    assert told[1] == _minutes(own)


def test_the_part_is_what_its_name_says(pages: dict[str, Page]) -> None:
    own = _own(pages["/money/"])
    prose = re.search(r'<div class="x-prose" data-read>.*?</div>', own, re.DOTALL)
    assert prose
    assert f"يُقرأ الجواب في {_minutes(prose[0])}، " in own
    assert "9 دقائق" in own
    home = _own(pages["/"])
    points = re.search(r'<div class="x-degrees" data-read>.*?</section>\n</div>', home, re.DOTALL)
    assert points
    assert f'<h2 id="key-points">الملف في {_minutes(points[0])}</h2>' in home
    assert "نصف دقيقة" in home
    assert re.search(r"في 1\d (دقيقة|دقائق)\.", _own(pages["/questions/"]))


@pytest.mark.parametrize(
    ("html", "whole", "part"),
    [
        ("<p>كلمة <bdi>KX-12</bdi>، وكلمة – هنا.</p>", 4, 0),
        ("<p data-read>كل<em>مة</em></p><p>أخرى</p>", 2, 1),
        ("<ul data-read><li>أ</li><li>ب<br>ج</li></ul>", 3, 3),
        ("<svg><text>لا</text></svg><table><tr><td>لا</td></tr></table><p hidden>لا</p>", 0, 0),
        ("<div data-read><p>أ</p><details><summary>ب</summary>ج</details></div>د", 4, 3),
        ("<p>&lt;b&gt; &amp;</p>", 1, 0),
    ],
)
def test_what_counts_as_a_word(html: str, whole: int, part: int) -> None:
    assert word_counts(html) == (whole, part)


def test_no_page_shows_a_mark(pages: dict[str, Page]) -> None:
    assert not [a for a, page in pages.items() if re.search("[\ufdd2\ufdd3]", page.body)]
