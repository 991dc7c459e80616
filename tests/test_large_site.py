"""What shows only where there is much: everything is near home, every number has its speaker."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from explainer.content.library import Library, load
from explainer.site.output import Output
from tests.conftest import LARGE, LATER, make


@pytest.fixture(scope="module")
def large() -> Library:
    return load(LARGE, LATER)


@pytest.fixture(scope="module")
def output() -> Output:
    return make(LARGE)


SMALL_PICTURE = re.compile(
    r'<article class="x-pic x-small">.*?</article>|<figure class="x-pic x-pic--rivals".*?</figure>',
    re.DOTALL,
)


def test_every_figure_is_named_with_its_speaker(output: Output) -> None:
    cards = 0
    for page in output.pages:
        if page.address.startswith("/figures/") and page.address != "/figures/":
            first = page.body.split("<h2")[0]
            named = r'(?:وفقا|</svg>) <a href="[^"]*actors/'
            assert re.search(named, first), page.address
        for card in SMALL_PICTURE.findall(page.body):
            said_by_all = r'(?:وفقا|بحسب|<span>) ?<a href="[^"]*actors/'
            assert re.search(said_by_all, card), page.address
            cards += 1
    assert cards > 10


def test_every_event_is_two_clicks_from_home(large_site: Path, large: Library) -> None:
    home = _links(large_site, "/")
    near = {target for page in home for target in _links(large_site, page)}
    assert {f"/events/{event_id}/" for event_id in large.live} <= near | home


def _links(site: Path, address: str) -> set[str]:
    html = (site / address.lstrip("/") / "index.html").read_text("utf-8")
    found = set()
    for href in re.findall(r'<a[^>]+href="([^":#]+/)"', html):
        parts = [part for part in address.split("/") if part]
        for step in href.split("/"):
            if step == "..":
                parts = parts[:-1]
            elif step not in ("", "."):
                parts.append(step)
        target = f"/{'/'.join(parts)}/" if parts else "/"
        if (site / target.lstrip("/") / "index.html").exists():
            found.add(target)
    return found
