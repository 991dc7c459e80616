"""Write a content folder of 10,000 events in the words of content/: `python bench/large.py DIR N`.

An event's sentences come from three real ones, its date is another, and one word in twenty-five is
replaced by an invented one, so that the vocabulary grows as that of a real archive does. The same
number gives the same files.
"""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
NEW = 0.04


def write(folder: Path, events: int) -> Path:
    """Write the content and return its folder."""
    shutil.copytree(ROOT / "content", folder)
    real = [_read(path) for path in sorted((folder / "events").rglob("*.yml"))]
    dice = random.Random(0)  # noqa: S311 - the same numbers every time, no secret
    for number in range(events - len(real)):
        _write(folder, number, dice, real)
    return folder


def _read(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as file:
        data: dict[str, Any] = yaml.load(file, yaml.CSafeLoader)
    return data


def _write(folder: Path, number: int, dice: random.Random, real: list[dict[str, Any]]) -> None:
    one, two, three = dice.sample(real, 3)
    year = 1990 + number % 36
    event = {
        **{k: one[k] for k in ("sections", "kind", "importance", "sources")},
        "title": _mixed(one["title"], dice),
        "summary": _mixed(two["summary"], dice),
        "body": _mixed(three["summary"], dice),
        "date": f"{year}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
        "status": "confirmed",
        "actors": two.get("actors", [])[:4],
        "places": three.get("places", [])[:2],
    }
    path = folder / "events" / str(year) / f"invented-{number}.yml"
    path.parent.mkdir(exist_ok=True)
    text = yaml.dump(event, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    path.write_text(text, "utf-8")


def _mixed(text: str, dice: random.Random) -> str:
    return " ".join(_new(dice) if dice.random() < NEW else word for word in text.split())


def _new(dice: random.Random) -> str:
    """Invent a word; a few of them come often, most seldom."""
    seed = random.Random(int(dice.paretovariate(0.6)))  # noqa: S311
    return "".join(seed.choice(LETTERS) for _ in range(seed.randint(4, 7)))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
