"""Cards as files, drawn when their words have changed and kept by all that they are made from."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from explainer.site.addresses import Address
from explainer.site.output import LateFile
from explainer.site.pictures.card_canvas import drawn
from explainer.site.pictures.card_parts import CardFormat
from explainer.site.pictures.card_plan import planned
from explainer.site.pictures.card_text import ShareCard
from explainer.site.typeface import PACKAGE
from explainer.system.kept_files import kept

_MODULES = (
    "card_body", "card_canvas", "card_frame", "card_number", "card_parts", "card_plan", "set_text",
    "shaping", "text_runs", "told_numbers",
)  # fmt: skip


def card_file(card: ShareCard, measures: CardFormat, address: Address, folder: Path) -> LateFile:
    """Give a card's file; the picture is drawn when it is asked for and `folder` has it not."""
    path = folder / f"{card.digest}-{measures.width}-{_recipe()}.png"
    draw = lambda: drawn(planned(card, measures), measures)  # noqa: E731 - as short as it can be
    return LateFile(address.removeprefix("/"), lambda: kept(path, draw))


@cache
def _recipe() -> str:
    """Tell how cards are drawn from how they once were: the modules that do it, and their tools."""
    own = [Path(__file__).with_name(f"{name}.py").read_bytes() for name in _MODULES]
    tools = [version(each) for each in (PACKAGE, "uharfbuzz", "pillow", "resvg-py")]
    return hashlib.sha256(repr((own, tools)).encode()).hexdigest()[:12]
