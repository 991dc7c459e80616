"""Pictures as files: the page's colours, the same bytes twice, and a table without formulas."""

from __future__ import annotations

import re
from pathlib import Path

from explainer.content.library import Library
from explainer.site.exports import picture_files
from explainer.site.pictures import pixels
from explainer.site.pictures.standalone import SHEET_COLOURS
from explainer.site.views.publication import Publication
from tests.conftest import ROOT


def test_a_sheet_has_the_colours_of_the_light_scheme() -> None:
    css = (ROOT / "templates/styles/tokens.css").read_text("utf-8")
    light = dict(re.findall(r"--x-([a-z0-9-]+): light-dark\((#\w+),", css))
    assert {name: light[name] for name in SHEET_COLOURS} == SHEET_COLOURS


def test_pixels_are_the_same_twice(library: Library, tmp_path: Path) -> None:
    made = list(picture_files.files(Publication(library)))
    drawn = [file for file in made if file.path.endswith("cost.svg")]
    one, other = (list(pixels.files(drawn, tmp_path / name)) for name in ("one", "other"))
    assert one == other == list(pixels.files(drawn, tmp_path / "one"))
    assert [file.path for file in one] == ["figures/cost/cost.png"]
