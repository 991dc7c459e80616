"""How long maps take: the small one of a place, and the maps of a story.

Prints CPU milliseconds: reading the shapes, the first map of a part of the world, one more there.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from explainer.site.pictures import lands, map_plan
from explainer.site.pictures import map as maps
from explainer.site.pictures.map_plan import MapPlan, Spot
from explainer.site.pictures.map_sheet import Colouring

TOWNS = {
    "Paris": (2.35, 48.86), "Beirut": (35.5, 33.9), "Istanbul": (28.98, 41.01),
    "Singapore": (103.85, 1.29), "Lima": (-77.04, -12.05), "Suva": (178.44, -18.14),
    "Tokyo": (139.69, 35.69), "Nairobi": (36.82, -1.29),
}  # fmt: skip


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def _plan(name: str, shift: float) -> MapPlan:
    lon, lat = TOWNS[name]
    return map_plan.together([Spot(name, name, (lon + shift, lat), 1, "1")], 600)


def main() -> None:
    """Measure and print."""
    print(f"reading the shapes: {_timed(lands.all_lands):.0f} ms")
    plain = Colouring()
    for title, shift in (("first there", 0.0), ("one more there", 0.2)):
        took = [_timed(lambda n=n, s=shift: maps.draw("m", n, _plan(n, s), plain)) for n in TOWNS]  # type: ignore[misc]
        print(f"a place's map, {title}: {sum(took) / len(took):.1f} ms, at most {max(took):.1f}")
    spots = [Spot(name, name, point, 1, "1") for name, point in TOWNS.items()]
    story = map_plan.story(spots)
    if story:
        print(f"a map of the world: {_timed(lambda: maps.draw('m', 'm', story, plain)):.0f} ms")


if __name__ == "__main__":
    main()
