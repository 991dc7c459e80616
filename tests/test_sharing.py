"""What is shared of a page: title, day, how sure, address, in every way the same."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from explainer.content.library import Library
from explainer.site.addresses import SITE, page
from explainer.site.output import Output
from explainer.site.views import VIEWS
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication
from explainer.site.views.sharing import SHARED_KINDS, Sharing, sharing


@pytest.fixture(scope="module")
def shared(library: Library) -> dict[str, Sharing]:
    publication = Publication(library)
    views = [view for make in VIEWS for view in make(publication)]
    found = [(view, sharing(view, publication)) for view in views]
    assert {view.kind for view, share in found if share} == SHARED_KINDS
    assert all((view.kind in SHARED_KINDS) == bool(share) for view, share in found)
    return {view.address: share for view, share in found if share}


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (
            "/events/2020-03-05-agreement/",
            ["المدينتان توقعان اتفاق بناء الجسر", "5 آذار/مارس 2020", "مؤكد"],
        ),
        ("/events/2021-07-cost/", ["موضع خلاف، والنفي للمدينة الغربية", "صُحِّح في الأول من آب"]),
        ("/figures/cost/", ["كلفة الجسر: ", "مليون"]),
        ("/", ["جسر المدينتين\n3 أحداث"]),
        ("/disputed/", ["المختلف عليه والمجهول"]),
    ],
)
def test_what_is_shared(shared: dict[str, Sharing], address: str, text: list[str]) -> None:
    assert shared[address].address == f"{SITE}{address}"
    for part in text:
        assert part in shared[address].text


def test_each_way_has_all_of_it(shared: dict[str, Sharing]) -> None:
    for share in shared.values():
        whatsapp, telegram, x, mail = (urlsplit(way.href) for way in share.ways)
        assert [each.hostname for each in (whatsapp, telegram, x)] == ["wa.me", "t.me", "x.com"]
        sent = parse_qs(whatsapp.query)["text"][0]
        assert sent == f"{share.text}\n{share.address}"
        for way in (telegram, x):
            given = parse_qs(way.query)
            assert (given["text"], given["url"]) == ([share.text], [share.address])
        letter = parse_qs(mail.query)
        assert (letter["subject"], letter["body"]) == ([share.title], [sent])


def test_a_title_cannot_leave_its_place_in_an_address(library: Library) -> None:
    title = 'أ&url=https://evil.example/#"x" <b> 100% +1 \u202f'
    share = sharing(PageView("disputed", page("disputed"), title, ""), Publication(library))
    assert share
    given = parse_qs(urlsplit(share.ways[2].href).query)
    assert (given["text"], given["url"]) == ([title], [share.address])


def test_the_links_are_plain_and_tell_nobody_where_one_was(output: Output) -> None:
    for made in output.pages:
        boxes = re.findall(r'<details class="x-share".*?</details>', made.body, re.DOTALL)
        for box in boxes:
            links = re.findall(r"<a [^>]*>", box)
            assert len(links) == 4
            assert all('rel="noreferrer"' in link for link in links)
            assert "target=" not in box
            shown = unescape(re.sub("<[^>]+>", "", box))
            assert f"{SITE}{made.address}" in shown
