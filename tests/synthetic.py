"""Write a content folder with as many invented events as wanted: `python tests/synthetic.py DIR N`.

The same number gives the same files. For benches, and for tests of size.
"""

from __future__ import annotations

import sys
from pathlib import Path

SECTIONS = ("river", "road", "market", "school")
KINDS = ("meeting", "visit", "statement", "report", "trade", "culture", "transport")
STATUSES = ("confirmed", "claimed", "disputed", "suspected")
ACTORS = 60
PLACES = 30
PUBLISHERS = 40


def write(folder: Path, events: int, years: int = 36) -> Path:
    """Write the content, its events spread over so many years, and return its folder."""
    (folder / "sections").mkdir(parents=True)
    _text(
        folder / "site.yml", "title: ملف كبير\nstandfirst: ملف متخيل لقياس السرعة.\nas_of: 2024\n"
    )
    for order, section in enumerate(SECTIONS):
        _text(
            folder / "sections" / f"{section}.yml",
            f"title: القسم {order}\norder: {order}\nquestion: ماذا في القسم {order}؟\n",
        )
    _registries(folder)
    for number in range(events):
        _event(folder, number, 1990 + number % years)
    return folder


def _registries(folder: Path) -> None:
    actors = "".join(
        f"actor-{n}:\n  name: {{ar: الطرف {n}, en: Actor {n}}}\n  type: person\n"
        for n in range(ACTORS)
    )
    places = "".join(
        f"place-{n}:\n  name: {{ar: المكان {n}}}\n  lat: {n}\n  lon: {n}\n" for n in range(PLACES)
    )
    publishers = "".join(
        f"publisher-{n}:\n  name: {{ar: الصحيفة {n}}}\n  type: newspaper\n"
        for n in range(PUBLISHERS)
    )
    figures = (
        "cost:\n  title: الكلفة\n  unit: دولار\n  values:\n    - as_of: 2020\n      best: 5\n"
        "      said_by: actor-1\n      status: claimed\n      event: event-0\n"
    )
    for name, text in (
        ("actors", actors), ("places", places), ("publishers", publishers), ("figures", figures)
    ):  # fmt: skip
        _text(folder / f"{name}.yml", text)


def _event(folder: Path, n: int, year: int) -> None:
    date = f"{year}-{n % 12 + 1:02}-{n % 28 + 1:02}"
    status = STATUSES[n % 4]
    speaker = f"said_by: actor-{n % ACTORS}\n" if status != "confirmed" else ""
    related = f"related:\n  - event: event-{n - 1}\n    as: follows\n" if n else ""
    sources = "".join(
        f"  - publisher: publisher-{(n + k) % PUBLISHERS}\n    title: Report {n} of outlet {k}\n"
        f"    url: https://news.example/{n}/{k}\n    date: {date}\n    lang: en\n"
        for k in range(3)
    )
    _text(
        folder / "events" / str(year) / f"event-{n}.yml",
        f"title: الطرف {n % ACTORS} يزور المكان {n % PLACES} للمرة {n}\n"
        f"summary: >-\n  زار الطرف {n % ACTORS} المكان {n % PLACES} وبحث مع مضيفيه مسائل عدة\n"
        f"  في الزيارة رقم {n}، وفقا لصحيفة Daily News، وقال إن 1,200 شخص حضروا اللقاء.\n"
        f"date: {date}\nsections: [{SECTIONS[n % 4]}]\nkind: {KINDS[n % 7]}\n"
        f"importance: {n % 3 + 1}\nstatus: {status}\n{speaker}"
        f"claims:\n  - text: حضر 1,200 شخص\n    said_by: actor-{n % ACTORS}\n    act: states\n"
        f"actors: [actor-{n % ACTORS}, actor-{(n + 7) % ACTORS}]\nplaces: [place-{n % PLACES}]\n"
        f"figures: [cost]\n{related}sources:\n{sources}",
    )


def _text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
