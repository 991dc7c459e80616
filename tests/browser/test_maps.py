"""Maps as the browser lays them out: no name lies on another, a dot, the scale or the frame."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from explainer.site.pictures import map as maps
from explainer.site.pictures import map_plan
from explainer.site.pictures.map_plan import Spot
from explainer.site.pictures.map_sheet import Colouring

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WIDTHS = (320, 390, 1280)
TOUCH = 24

SHOW = """(drawings) => {
  const main = document.querySelector(".x-article");
  main.replaceChildren();
  for (const drawing of drawings) {
    const figure = document.createElement("figure");
    figure.className = "x-mapfigure";
    figure.innerHTML = '<div class="x-map">' + drawing + "</div>";
    main.append(figure);
  }
}"""

MEASURE = """() => {
  const found = [];
  const inside = (a, b) =>
    a.left < b.right - 0.5 && b.left < a.right - 0.5
      && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
  for (const map of document.querySelectorAll(".x-map")) {
    const frame = map.getBoundingClientRect();
    const shown = (each) => each.getBoundingClientRect().width > 0;
    const names = [...map.querySelectorAll("text")].filter(shown);
    const dots = [...map.querySelectorAll(".x-map__dot, .x-map__member")].filter(shown);
    const inked = (each) => {
      // a line of text is taller than its letters
      const box = each.getBoundingClientRect();
      const size = parseFloat(getComputedStyle(each).fontSize);
      return { left: box.left, right: box.right,
               top: box.top + size * 0.2, bottom: box.bottom - size * 0.2 };
    };
    for (const [index, name] of names.entries()) {
      const box = inked(name);
      if (box.left < frame.left || box.right > frame.right
          || box.top < frame.top || box.bottom > frame.bottom)
        found.push([name.textContent, "the frame"]);
      for (const other of names.slice(index + 1))
        if (inside(box, inked(other))) found.push([name.textContent, other.textContent]);
      if (name.classList.contains("x-map__number")) continue;
      for (const dot of dots) {
        const at = dot.getBoundingClientRect();
        const core = { left: at.left + 2, right: at.right - 2,
                       top: at.top + 2, bottom: at.bottom - 2 };
        if (inside(box, core)) found.push([name.textContent, "a dot"]);
      }
      const bar = map.querySelector(".x-map__scale line").getBoundingClientRect();
      if (!name.closest(".x-map__scale") && inside(box, { left: bar.left, right: bar.right,
          top: bar.top - 1, bottom: bar.bottom + 1 }))
        found.push([name.textContent, "the scale"]);
    }
  }
  return found;
}"""


def _spot(name: str, lon: float, lat: float, events: int = 1, country: str = "") -> Spot:
    return Spot(name, name, (lon, lat), events, f"{events}", country)


LEVANT = (
    _spot("بيروت", 35.5, 33.9, 3, "LB"),
    _spot("غزة", 34.45, 31.5, 5, "PS"),
    _spot("القدس", 35.22, 31.78, 5, "PS"),
    _spot("دمشق", 36.3, 33.5, 2, "SY"),
    _spot("بورسعيد", 32.3, 31.26, 3, "EG"),
    _spot("الدوحة", 51.53, 25.29, 4, "QA"),
    _spot("صنعاء", 44.2, 15.35, 2, "YE"),
)
WORLD = (
    _spot("القاهرة", 31.2, 30, 5, "EG"),
    _spot("نيويورك", -74, 40.7, 4, "US"),
    _spot("سيدني", 151.2, -33.9, 3, "AU"),
    _spot("ساو باولو", -46.6, -23.5, 2, "BR"),
)
PACIFIC = (
    _spot("فلاديفوستوك", 131.9, 43.1, 3),
    _spot("أنكوريج", -149.9, 61.2, 2),
    _spot("سوفا", 178.4, -18.1, 1, "FJ"),
)
PORTS = (_spot("طنجة", -5.8, 35.78, 3, "MA"), _spot("طنجة المتوسط", -5.5, 35.88, 2, "MA"))
FORTY = tuple(
    _spot(f"مكان رقم {n}", 20 + n * 7.3 % 40, 15 + n * 4.7 % 25, 1 + n % 9) for n in range(40)
)
STORIES = {
    "levant": LEVANT,
    "world": WORLD,
    "pacific": PACIFIC,
    "two ports": PORTS,
    "forty": FORTY,
    "one": LEVANT[:1],
}


def _drawn(spots: tuple[Spot, ...]) -> list[str]:
    plan = map_plan.story(spots)
    assert plan is not None
    names = {"EG": "مصر", "SY": "سوريا", "LB": "لبنان", "SA": "السعودية", "RU": "روسيا",
             "US": "الولايات المتحدة", "CN": "الصين", "MA": "المغرب", "IR": "إيران"}  # fmt: skip
    tones = Colouring(frozenset({"EG", "MA"}), {}, names, (("البحر المتوسط", (18.5, 34.5)),))
    return [
        str(maps.draw(f"m{n}", "م", each, tones, letters="أبجده"[: len(each.nearer)]).svg)
        for n, each in enumerate((plan, *plan.all_nearer()))
    ]


@pytest.fixture(scope="module")
def page(browser: Browser, large: str) -> Page:
    page = browser.new_context().new_page()
    page.goto(large)
    return page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("story", STORIES)
def test_no_name_lies_on_anything(page: Page, story: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(SHOW, _drawn(STORIES[story]))
    assert page.locator(".x-map text:visible").count() > 0
    assert page.evaluate(MEASURE) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_names_on_published_maps_lie_on_nothing(
    browser: Browser, large: str, large_site: Path, width: int
) -> None:
    paths = ["/", "/places/"]
    events = sorted((large_site / "events").glob("*/index.html"))
    paths += [
        f"/events/{each.parent.name}/"
        for each in events
        if "x-map__names" in each.read_text("utf-8")
    ][:4]
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    for path in paths:
        page.goto(large.rstrip("/") + path)
        assert page.evaluate(MEASURE) == [], path


def test_every_target_is_as_large_as_a_finger_and_apart(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    for spots in STORIES.values():
        page.evaluate(SHOW, _drawn(spots))
        boxes = page.evaluate(
            """() => [...document.querySelectorAll(".x-map")].map((map) =>
              [...map.querySelectorAll(".x-map__touch")].map((each) => {
                const box = each.getBoundingClientRect();
                return [box.left + box.width / 2, box.top + box.height / 2, box.width];
              }))"""
        )
        for targets in boxes:
            assert [size for _, _, size in targets if size < TOUCH - 0.01] == []
            for index, (x, y, _) in enumerate(targets):
                for x2, y2, _ in targets[index + 1 :]:
                    assert max(abs(x - x2), abs(y - y2)) >= TOUCH - 2


def test_words_have_the_page_s_size_at_every_width(page: Page) -> None:
    page.evaluate(SHOW, _drawn(WORLD))
    sizes = set()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        sizes.add(
            page.evaluate(
                """() => Math.round([...document.querySelectorAll(".x-map text")].map((each) =>
                  each.getScreenCTM().a * parseFloat(getComputedStyle(each).fontSize)
                    / parseFloat(getComputedStyle(document.documentElement).fontSize))
                  .reduce((a, b) => Math.min(a, b)) * 100)"""
            )
        )
    assert sizes == {80}
