"""The strip of density: what is drawn in full, what stands where, and what its words state."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from explainer import dates
from explainer.content.library import Library, load
from explainer.site.pictures.density_bars import TALLEST, density_bars
from explainer.site.views.density import Density, by_decade, density
from explainer.site.views.publication import Publication
from explainer.site.views.wording import Wording
from tests.conftest import LARGE, LATER


def _dated(library: Library, when: Iterable[str]) -> Wording:
    """Give words of a library whose events have these dates, one each."""
    event = next(iter(library.live.values()))
    events = {
        f"e-{n}": event.model_copy(update={"when": dates.parse(w)}) for n, w in enumerate(when)
    }
    return Publication(replace(library, events=events)).words


def _strip(words: Wording) -> Density:
    section = next(iter(words.library.sections))
    made = density(words, {section: list(words.library.live)})
    assert made
    return made


def test_the_last_years_are_drawn_in_full_and_the_rest_by_decade(library: Library) -> None:
    old = ["1945", "1961-07-06", "1961-09", "2019-05"]
    new = [f"{year}-0{month}" for year in range(2022, 2027) for month in (1, 2, 4, 5, 9)]
    made = _strip(_dated(library, old + new))
    assert [each.label for each in made.stretches] == ["قبل 2022", *map(str, range(2022, 2027))]
    assert [each.year for each in made.stretches] == [2019, 2022, 2023, 2024, 2025, 2026]
    assert made.stretches[0].count == "4 أحداث"
    assert made.measured == "عدد الأحداث في كل ربع سنة منذ العام 2022، وقبله في كل عقد"
    assert [years for _, years in made.decades] == [(2019,), (1961,), (1945,)]


def test_few_years_are_drawn_whole(library: Library) -> None:
    made = _strip(_dated(library, [f"{2000 + n % 9}-03" for n in range(20)]))
    assert [each.label for each in made.stretches] == [str(year) for year in range(2000, 2009)]
    assert not made.decades
    assert made.title == "20 حدثا من العام 2000 إلى العام 2008"


def test_many_even_years_are_drawn_by_decade(library: Library) -> None:
    made = _strip(_dated(library, [str(year) for year in range(1960, 2020)]))
    assert [each.label for each in made.stretches] == [f"{d}0" for d in range(196, 202)]
    assert [each.year for each in made.stretches] == [1969, 1979, 1989, 1999, 2009, 2019]
    assert len(made.decades) == 6
    assert made.measured == "عدد الأحداث في كل سنة"


@pytest.mark.parametrize(
    ("when", "title"),
    [
        (["2024-01"] * 9 + ["2020-01"] * 3, "9 أحداث من أصل 12 في العام 2024"),
        (["2024-01"] * 5 + ["2025-01"] * 5 + ["2020-01"] * 6,
         "10 أحداث من أصل 16 في العامين 2024 و2025"),
        (["2023-01", "2024-01", "2025-01"] * 4 + ["2000-01"] * 3 + ["2010-01"] * 3,
         "12 حدثا من أصل 18 من العام 2023 إلى العام 2025"),
        (["2024-01"] * 9 + ["2020-01"] * 2 + ["20XX"], "9 أحداث من أصل 12 في العام 2024"),
    ],
)  # fmt: skip
def test_the_title_states_when_most_of_it_happened(
    library: Library, when: list[str], title: str
) -> None:
    assert _strip(_dated(library, when)).title == title


@pytest.mark.parametrize(
    ("when", "note"),
    [
        ("2024", "لا يظهر ما لا يُعرف ربعه، وهو حدث واحد"),
        ("20XX", "لا يظهر ما لا يُعرف ربعه، وهو حدث واحد"),
        ("2024-21", "لا يظهر ما لا يُعرف ربعه، وهو حدث واحد"),
        ("2024-02/2024-11", ""),
        ("1955", None),
    ],
)
def test_what_is_not_shown_is_said(library: Library, when: str, note: str | None) -> None:
    recent = [f"{year}-02" for year in range(2020, 2025) for _ in range(5)]
    made = _strip(_dated(library, [*recent, *(["1950"] if note is None else []), when]))
    assert made.note == (note or "")


def test_of_few_events_there_is_no_strip(library: Library) -> None:
    words = _dated(library, ["2024-01"] * 9)
    assert density(words, {next(iter(library.sections)): list(words.library.live)}) is None


def test_rows_follow_the_sections_and_share_one_scale() -> None:
    publication = Publication(load(LARGE, LATER))
    by_section = publication.library.events_by("sections")
    made = density(publication.words, {i: by_section[i] for i in publication.library.sections})
    assert made
    assert [row.id for row in made.rows] == list(publication.library.sections)
    tallest = [
        max(map(float, re.findall(r'height="([0-9.]+)em"/>', row.bars))) for row in made.rows
    ]
    most = [int(re.search(r"أكثرها (\d+)", row.most)[1]) for row in made.rows]  # type: ignore[index]
    assert tallest == [pytest.approx(TALLEST * n / max(most), abs=0.01) for n in most]


def test_a_number_that_would_lie_on_the_name_waits_for_a_wider_screen() -> None:
    slots = [(75.0, 25.0), (50.0, 25.0), (25.0, 25.0), (0.0, 25.0)]
    assert 'class="x-density__wide"' in density_bars([3, 0, 0, 1], slots, 3, 20)
    assert 'class="x-density__wide"' not in density_bars([1, 0, 0, 3], slots, 3, 20)
    xs = [
        float(x)
        for x in re.findall(r'<rect x="([0-9.]+)%', density_bars([1, 1, 1, 1], slots, 1, 9))
    ]
    assert xs == sorted(xs, reverse=True)


def test_years_are_grouped_by_decade_the_newest_first() -> None:
    assert by_decade([1999, 2001, 2010, 1990]) == (
        ("2010–2019", (2010,)), ("2000–2009", (2001,)), ("1990–1999", (1999, 1990)),
    )  # fmt: skip
