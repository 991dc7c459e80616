"""Print the longest runs of words that two events share: `python bench/guard.py [CONTENT]`.

The guard's `LIMIT` must lie above what events share by chance: offices, treaties, attributions.
Words of names and of short quotations are counted here, though not by the guard.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from explainer.content.guard.shingles import LIMIT, words  # noqa: E402 - the path comes first
from explainer.content.library import examine  # noqa: E402
from explainer.content.prose_links import plain  # noqa: E402

SHOWN = 5


def main() -> None:
    """Print each run with the two files that have it."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "content"
    print(f"The guard's limit is {LIMIT} words.")
    for run, files in list(_runs(folder))[:SHOWN]:
        print(f"{len(run)} words, {' and '.join(sorted(files)[:2])}: {' '.join(run)}")


def _runs(folder: Path) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Yield runs that stand in two events, the longest first, none within another."""
    texts: list[tuple[str, list[str]]] = [
        (each.document.file, words(plain(each.text)))
        for each in examine(folder).texts
        if "/events/" in each.document.file
    ]
    told: list[str] = []
    for size in range(40, 4, -1):
        owners: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for file, listed in texts:
            for start in range(len(listed) - size + 1):
                owners[tuple(listed[start : start + size])].add(file)
        for run, files in owners.items():
            if len(files) > 1 and not any(" ".join(run) in longer for longer in told):
                told.append(" ".join(run))
                yield run, files


if __name__ == "__main__":
    main()
