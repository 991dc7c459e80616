"""The waist: how a page is written for engines that read files, and a file as it is published."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import yaml

from explainer.site import addresses
from explainer.site.addresses import SITE, WAY_TO_ROOT
from explainer.site.output import File, Page

BODY = f'<a href="{WAY_TO_ROOT}events/x/">حدث</a> <a href="{WAY_TO_ROOT}">الرئيسية</a>'


def _page(address: str, **more: object) -> Page:
    return Page(
        addresses.Address(address),
        'قال "نعم" & لا: AFP',
        "وصف\nفي سطرين",
        BODY,
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("address", "way", "way_from_file", "home_from_file"),
    [
        ("/", "", "", "./"), ("/timeline/", "../", "", "./"),
        ("/events/x/", "../../", "../", "../"), ("/a/b/c/", "../../../", "../../", "../../"),
    ],
)  # fmt: skip
def test_addresses_are_seen_from_the_page_or_from_its_file(
    address: str, way: str, way_from_file: str, home_from_file: str
) -> None:
    page = _page(address)
    assert f'href="{way}events/x/"' in page.article
    assert f'href="{way or "./"}"' in page.article
    assert page.markdown().endswith(f"\n---\n\n{page.article}\n")
    from_file = page.markdown(from_file=True)
    assert f'href="{way_from_file}events/x/"' in from_file
    assert f'href="{home_from_file}"' in from_file


def test_what_stands_for_want_of_script_is_seen_from_the_page() -> None:
    """An engine that rewrites links does not look into it."""
    link = f'<a href="{WAY_TO_ROOT}x/">س</a>'
    page = replace(_page("/search/"), body=f"{link}<noscript>{link}</noscript>{link}")
    assert re.findall('href="([^"]*)"', page.markdown(from_file=True)) == ["x/", "../x/", "x/"]
    assert set(re.findall('href="([^"]*)"', page.markdown())) == {"../x/"}


def test_front_matter_is_read_as_it_was_given() -> None:
    page = _page("/timeline/", changed="2021-12-01", meta={"handwritten": True, "x": "س"})
    before, front, article = page.markdown().split("---\n", 2)
    assert (before, article) == ("", f"\n{page.article}\n")
    fields = yaml.safe_load(front)
    assert fields == dict(page.theme_meta)
    assert fields["handwritten"] is True
    assert fields["changed"] == "2021-12-01"
    assert fields["title"].startswith("قال &quot;نعم&quot; &amp; لا: ")
    assert "س" in front  # it stays legible


def test_a_page_that_never_changed_does_not_say_so() -> None:
    assert set(_page("/").theme_meta) == {"title", "description"}


def test_lines_for_the_head_are_seen_from_the_page_and_stand_in_front_matter() -> None:
    head = f'<link href="{WAY_TO_ROOT}a.xml" title="&quot;: # \u2066x\u2069">\n<meta>'
    page = _page("/events/x/", head=head)
    for text in (page.markdown(), page.markdown(from_file=True)):
        assert yaml.safe_load(text.split("---\n")[1])["head"] == page.head_lines
    assert page.head_lines == head.replace(WAY_TO_ROOT, "../../")


@pytest.mark.parametrize("site_url", ["https://example.org/a", "https://example.org/a/"])
def test_a_file_has_whole_addresses_only_where_it_asks_for_them(site_url: str) -> None:
    content = f"{SITE}/events/x/".encode()
    assert File("x.xml", content, has_addresses=True).published(site_url) == (
        b"https://example.org/a/events/x/"
    )
    assert File("x.bin", content).published(site_url) == content
    assert File("x.bin", b"\xff\x00").published(site_url) == b"\xff\x00"
