"""What the head of a document holds beside its frame."""

from __future__ import annotations

import html5lib
import pytest

from explainer.content.library import Library
from explainer.site.addresses import HOME, SITE, Address, page
from explainer.site.head import HEAD, head_of
from explainer.site.views.page_view import PageView
from explainer.site.views.publication import Publication

TYPED = "قال \"نعم\" و'لا' </script><b onload=x> & &amp; \u2028 --> \\"


@pytest.mark.parametrize("address", [HOME, page("timeline")])
def test_whatever_is_typed_stays_within_its_line(address: Address, library: Library) -> None:
    view = PageView("timeline", address, TYPED, TYPED)
    head = head_of(view, Publication(library), None)
    document = html5lib.parse(f"<!doctype html><head>{head}</head>", namespaceHTMLElements=False)
    assert {element.tag for element in document.iterfind("head/*")} <= {"meta", "link", "script"}
    attributes = {name for element in document.iter() for name in element.attrib}
    assert attributes <= {"property", "name", "content", "rel", "href", "type", "title"}
    assert document.findall("body/*") == []


def test_a_page_is_introduced_by_its_title_and_home_by_the_explainer_s(library: Library) -> None:
    publication = Publication(library)
    home = head_of(PageView("home", HOME, "x", "d"), publication, None)
    assert f'<meta property="og:title" content="{publication.title}">' in home
    other = head_of(PageView("timeline", page("timeline"), "عنوان", ""), publication, None)
    assert '<meta property="og:title" content="عنوان">' in other
    assert f'<meta property="og:url" content="{SITE}/timeline/">' in other
    assert f'<meta property="og:description" content="{publication.description}">' in other


def test_each_line_is_one_line(library: Library) -> None:
    view = PageView("timeline", page("timeline"), "a\nb", "c\n\nd")
    written = [line for write in HEAD for line in write(view, Publication(library), None)]
    assert written
    assert [line for line in written if "\n" in line] == []
