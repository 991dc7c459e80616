"""Each kind of page as it looks: a hash of its first screen, light and dark, small and wide.

`make screens` writes whole pages as pictures into .cache/screens/ and the hashes anew: look at the
pictures before you commit the hashes. A hash is 16 by 16 cells of light, each against its
neighbour at the right (a difference hash); it forgives another Chromium's edges of letters, and
not a column that has moved.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from PIL import Image, ImageOps
from playwright.sync_api import Browser, Page

from tests.browser.rest import at_rest
from tests.browser.test_accessibility import RECORDS
from tests.browser.test_site import PATHS
from tests.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("screens")]

KEPT = Path(__file__).parent / "screens.yml"
PICTURES = ROOT / ".cache" / "screens"
CELLS = 16
FAR = 38
"""Of 256 bits, how many may differ: other versions of Chromium differ in some ten."""
SIZES = ((390, 844), (1280, 900))
SCHEMES = ("light", "dark")
WRITE = bool(os.environ.get("SCREENS"))


def _hash(picture: bytes) -> int:
    """Give the picture's difference hash: a bit a cell, set where it is lighter than the next."""
    grey = ImageOps.autocontrast(Image.open(io.BytesIO(picture)).convert("L"))
    small = grey.resize((CELLS + 1, CELLS))
    light = list(small.tobytes())
    bits = 0
    for row in range(CELLS):
        for column in range(CELLS):
            at = row * (CELLS + 1) + column
            bits = bits << 1 | (light[at] > light[at + 1] + 1)
    return bits


def _name(path: str, width: int, scheme: str) -> str:
    return f"{path.strip('/').replace('/', '_') or 'home'}-{width}-{scheme}"


def _screens(browser: Browser, site: str) -> Iterator[tuple[str, Page]]:
    for width, height in SIZES:
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page = context.new_page()
            page.goto(f"{site}/")  # the fonts come in here; the next page has them from the start
            at_rest(page)
            for path in (*PATHS, *RECORDS):
                page.goto(site + path)
                at_rest(page)
                yield _name(path, width, scheme), page
            context.close()


def test_every_kind_of_page_looks_as_it_was_reviewed(browser: Browser, tiny: str) -> None:
    seen = {}
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, page in _screens(browser, tiny):
        seen[name] = _hash(page.screenshot())
        if WRITE:
            page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
    if WRITE:
        lines = [f"{name}: {value:064x}\n" for name, value in sorted(seen.items())]
        KEPT.write_text("".join(lines), "utf-8")
    kept = {
        name: int(str(value), 16)
        for name, value in yaml.load(KEPT.read_text("utf-8"), yaml.BaseLoader).items()  # noqa: S506
    }
    assert set(kept) == set(seen)
    far = {n: bits for n, value in seen.items() if (bits := (value ^ kept[n]).bit_count()) > FAR}
    assert not far, "these pages look different: look at them, then `make screens`"


def test_a_broken_layout_is_seen(browser: Browser, tiny: str) -> None:
    """Without its stylesheet, or with its columns turned, a page is far from what was reviewed."""
    kept = yaml.load(KEPT.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for path in ("/", "/timeline/", "/events/2021-07-cost/"):
        wanted = int(kept[_name(path, 1280, "light")], 16)
        page.goto(tiny + path)
        page.evaluate("document.documentElement.dir = 'ltr'")
        assert (_hash(page.screenshot()) ^ wanted).bit_count() > FAR, f"{path} turned"
        page.evaluate("document.querySelector('link[rel=stylesheet]').disabled = true")
        assert (_hash(page.screenshot()) ^ wanted).bit_count() > FAR, f"{path} without style"
    page.close()


def test_on_paper_the_article_stands_alone_with_its_addresses(browser: Browser, tiny: str) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(f"{tiny}/events/2020-03-05-agreement/")
    for part in (".x-bar", "#menu", "#contents", ".x-foot"):
        assert not page.locator(part).first.is_visible(), part
    link = page.locator(".x-sources a[href^='https']").first
    shown = link.evaluate("n => getComputedStyle(n, '::after').content")
    assert link.get_attribute("href") in shown
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF-")
    assert 1 <= pdf.count(b"/Type /Page\n") <= 4
    page.close()
