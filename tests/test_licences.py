"""What a site carries of others' work has its licence beside it."""

from __future__ import annotations

import re

from explainer.site import licences
from explainer.site.licences import others_work
from tests.conftest import ROOT


def test_each_work_of_others_has_its_licence() -> None:
    texts = {each.name: each.licence for each in others_work()}
    assert len(texts) == 4
    told = {
        "FiraGO": "SIL Open Font License", "Material Design": "Apache 2.0",
        "Natural Earth": "Permission to use, copy, modify", "United Nations": "MIT License",
    }  # fmt: skip
    for name, licence in told.items():
        assert any(name in each and licence.lower() in text.lower() for each, text in texts.items())


def test_the_icons_are_of_the_set_whose_licence_is_told() -> None:
    frames = sorted((ROOT / "templates").rglob("*.html"))
    icons = [found for f in frames for found in re.findall(r"\.icons/(\w+)/", f.read_text("utf-8"))]
    assert set(icons) == {"material"}


def test_the_shapes_are_of_the_packages_that_are_told() -> None:
    packages = (ROOT / "bench/shapes/packages.sha256").read_text("utf-8")
    made = re.findall(r"  ([\w.-]+)-([\d.]+)\.tgz", packages)
    text = licences.file().content.decode()
    assert made
    assert all(f"{name} {version}" in text for name, version in made)
