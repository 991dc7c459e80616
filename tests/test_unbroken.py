"""Dates in a page keep their day and both months on one line."""

from __future__ import annotations

import pytest

from explainer.site.unbroken import keep_dates_whole


@pytest.mark.parametrize(
    ("html", "held"),
    [
        ("<p>في 19 حزيران/يونيو 2024،</p>", "19 حزيران/يونيو"),
        ("<p>وتشرين الثاني/نوفمبر</p>", "وتشرين الثاني/نوفمبر"),
        (
            '<p>(<bdi dir="rtl">18–19</bdi> آذار/مارس 2024)</p>',
            '<bdi dir="rtl">18–19</bdi> آذار/مارس',
        ),
        ("<p>١٩ أيار/مايو</p>", "١٩ أيار/مايو"),
        ("<p>آب/أغسطس و</p>", "آب/أغسطس"),
        ("<p>في 2\nتشرين\nالأول/أكتوبر</p>", "2\nتشرين\nالأول/أكتوبر"),
    ],
)
def test_a_date_is_held_together(html: str, held: str) -> None:
    assert keep_dates_whole(html) == html.replace(held, f'<span class="x-whole">{held}</span>')


@pytest.mark.parametrize(
    "html",
    [
        '<time datetime="2024-06-19">19 حزيران/يونيو 2024</time>',
        '<p title="19 حزيران/يونيو">نص</p>',
        "<svg><text>حزيران/يونيو</text></svg>",
        "<pre>19 حزيران/يونيو</pre>",
        "<p>من/إلى، حزيران/أيار</p>",
    ],
)
def test_what_needs_it_not_or_cannot_hold_it_stays(html: str) -> None:
    assert keep_dates_whole(html) == html
