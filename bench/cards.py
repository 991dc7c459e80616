"""How long cards take and how large they are: `python bench/cards.py [CONTENT]`.

Cold: each is laid out and drawn. Warm: each is found where it is kept. Processor time.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import mean, median

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from explainer.content.library import load  # noqa: E402 - the path comes first
from explainer.site import addresses  # noqa: E402
from explainer.site.pictures.card_files import card_file  # noqa: E402
from explainer.site.pictures.card_parts import SQUARE_CARD, WIDE_CARD, CardFormat  # noqa: E402
from explainer.site.pictures.card_text import ShareCard  # noqa: E402
from explainer.site.views.publication import Publication  # noqa: E402
from explainer.site.views.share_cards import RecordKey, carded, share_card  # noqa: E402
from explainer.system import clock  # noqa: E402

Worded = dict[RecordKey, ShareCard]


def main(content: Path) -> None:
    """Measure the cards of a content folder."""
    publication = Publication(load(content, clock.now()))
    start = time.process_time()
    worded = {key: share_card(publication, key) for key in carded(publication)}
    took = time.process_time() - start
    print(f"{len(worded)} cards: words in {took * 1000 / len(worded):.1f} ms each")
    for form, measures in (("wide", WIDE_CARD), ("square", SQUARE_CARD)):
        with tempfile.TemporaryDirectory() as folder:
            for state in ("cold", "warm"):
                report(f"{form} {state}", *measured(worded, measures, Path(folder)))


def measured(worded: Worded, measures: CardFormat, folder: Path) -> tuple[list[float], list[int]]:
    """Ask for each card once; give seconds and bytes."""
    seconds, sizes = [], []
    for key, card in worded.items():
        address = addresses.card(*key, square=measures.is_square)
        start = time.process_time()
        sizes.append(len(card_file(card, measures, address, folder).content))
        seconds.append(time.process_time() - start)
    return seconds, sizes


def report(what: str, seconds: list[float], sizes: list[int]) -> None:
    """Print what was measured."""
    worst = sorted(seconds)[int(len(seconds) * 0.95)]
    print(
        f"{what}: {mean(seconds) * 1000:.2f} ms each, {worst * 1000:.2f} ms in 95 of 100;"
        f" {median(sizes) / 1000:.1f} kB, at most {max(sizes) / 1000:.1f} kB,"
        f" {sum(sizes) / 1e6:.1f} MB in all"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1] if sys.argv[1:] else ROOT / "content"))
