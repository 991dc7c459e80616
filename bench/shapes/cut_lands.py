"""Make the shapes that maps are drawn from, out of two packages; `make shapes` calls it.

`world-atlas` has Natural Earth's countries, every border once (TopoJSON); the maps inside of
`plotly.js` are the United Nations' and give their own outlines to some lands that are disputed.
Land that the two give to different owners, or that Natural Earth sets apart as disputed, becomes
a land of its own, so that no map can give it to anybody by a data set's default.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

from babel.core import get_global
from shapely import STRtree, box, unary_union
from shapely.geometry import LineString, MultiPolygon, Point, Polygon
from shapely.ops import polygonize

GRID = 1000
"""Coordinates are whole thousandths of a degree."""
LEVELS = (0.004, 0.03, 0.1, 0.3)
"""How far, in degrees, a line may leave the true one: for towns, regions, continents, the world."""
THIN = 0.04
"""A piece of land thinner than twice this is where two data sets draw one border differently."""

APART = {
    "Kosovo": "XK", "N. Cyprus": "northern-cyprus", "Cyprus U.N. Buffer Zone": "northern-cyprus",
    "Somaliland": "somaliland", "Siachen Glacier": "kashmir", "Taiwan": "TW", "Palestine": "PS",
    "W. Sahara": "western-sahara", "Falkland Is.": "FK", "S. Geo. and the Is.": "GS",
    "Gibraltar": "GI", "Br. Indian Ocean Ter.": "IO", "Spratly Is.": "spratly",
    "Scarborough Reef": "scarborough", "Bajo Nuevo Bank": "bajo-nuevo",
    "Serranilla Bank": "serranilla",
}  # fmt: skip
"""What Natural Earth sets apart as disputed, by its names."""
LEASED = {
    "Baikonur": "KZ", "USNB Guantanamo Bay": "CU", "Akrotiri": "akrotiri", "Dhekelia": "akrotiri",
    "Indian Ocean Ter.": "CX", "Coral Sea Is.": "AU", "Clipperton I.": "CP",
    "Ashmore and Cartier Is.": "AU",
}  # fmt: skip
"""What it sets apart without a code of its own and nobody disputes."""
OUTLINED = {
    "XJK": "kashmir", "XAC": "aksai-chin", "XAP": "arunachal", "XHT": "halaib", "XBT": "bir-tawil",
    "XIT": "ilemi", "ESH": "western-sahara",
}  # fmt: skip
"""What the United Nations' map outlines as disputed, by its codes."""
GIVEN_APART = {("IL", "SYR"): "golan", ("RU", "UKR"): "crimea"}
"""What the two give to different states."""
ISLANDS = {
    "kurils": [(147.8, 45.0), (145.9, 44.1), (146.75, 43.8), (146.1, 43.5), (145.9, 43.42)],
    "abu-musa": [(55.03, 25.87)],
}
"""Islands that both give to one claimant: a point on or by each."""
ABYEI = box(27.8333, 9.0, 29.0, 10.1667)
"""By the award of 2009 (Permanent Court of Arbitration, 2008-07): south of 10°10' to the line of
1956, which Natural Earth has, between 27°50' and 29°00'."""

SEAM = 180.0
"""A longer step, in degrees, is a jump to the other side of the world."""
EDGES = (
    [(-180.0, -90.0), (-180.0, 90.0)], [(180.0, -90.0), (180.0, 90.0)],
    [(-180.0, -90.0), (180.0, -90.0)],
)  # fmt: skip
"""Where the world is cut."""

Line = list[tuple[float, float]]


def topology(path: Path) -> tuple[list[Line], list[tuple[str, str, list[Any]]]]:
    """Decode a TopoJSON file: its lines, and its countries as (id, name, polygons of lines)."""
    found = json.loads(path.read_text("utf-8"))
    (sx, sy), (tx, ty) = found["transform"]["scale"], found["transform"]["translate"]
    lines = []
    for arc in found["arcs"]:
        xs, ys = accumulate(p[0] for p in arc), accumulate(p[1] for p in arc)
        lines.append(_kept((x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True)))
    lands = []
    for shape in found["objects"]["countries"]["geometries"]:
        arcs = shape.get("arcs", [])
        many = arcs if shape["type"] == "MultiPolygon" else [arcs]
        lands.append((str(shape.get("id")), shape.get("properties", {}).get("name", ""), many))
    return lines, lands


def _kept(points: Iterable[tuple[float, float]]) -> Line:
    rounded: Line = []
    for x, y in points:
        point = (round(x * GRID) / GRID, round(max(y, -90.0) * GRID) / GRID)
        if not rounded or rounded[-1] != point:
            rounded.append(point)
    return rounded


def polygons(lines: list[Line], many: list[Any]) -> Iterator[Polygon]:
    """Put the lines of a country together."""
    for rings in many:
        joined = []
        for ring in rings:
            points: Line = []
            for index in ring:
                line = lines[index] if index >= 0 else lines[~index][::-1]
                points += line[1:] if points else line
            joined.append(_unrolled(points))
        if joined and len(joined[0]) > 3:
            yield Polygon(joined[0], [hole for hole in joined[1:] if len(hole) > 3]).buffer(0)


def _unrolled(ring: Line) -> Line:
    """Let a ring go on beyond 180 degrees where it jumps to the other side, around a pole too."""
    turn, unrolled = 0.0, ring[:1]
    for before, point in pairwise(ring):
        step = point[0] - before[0]
        turn += -360.0 if step > SEAM else 360.0 if step < -SEAM else 0.0
        unrolled.append((point[0] + turn, point[1]))
    if turn:
        unrolled += [(unrolled[-1][0], -90.0), (unrolled[0][0], -90.0), unrolled[0]]
    return unrolled


def _at_the_seam(line: Line) -> Iterator[Line]:
    """Cut a line where it jumps from one side of the world to the other."""
    part = line[:1]
    for before, point in pairwise(line):
        step = point[0] - before[0]
        if abs(step) > SEAM:
            side = -180.0 if step > 0 else 180.0
            height = round((before[1] + point[1]) / 2 * GRID) / GRID
            yield [*part, (side, height)]
            part = [(-side, height)]
        part.append(point)
    yield part


class Owners:
    """Which of a map's countries a point lies in."""

    def __init__(self, named: dict[str, list[Polygon]]) -> None:
        self._names = [name for name, many in named.items() for _ in many]
        self._tree = STRtree([each for many in named.values() for each in many])

    def at(self, point: Point) -> str:
        """Name the country, else an empty text."""
        for turn in (0, 360, -360):
            hits = self._tree.query(Point(point.x + turn, point.y), predicate="within")
            if len(hits):
                return str(self._names[hits[0]])
        return ""


def main(atlas: Path, plotly: Path, out: Path) -> None:
    """Read both, cut, name, simplify, write."""
    lines, countries = topology(atlas)
    natural: defaultdict[str, list[Polygon]] = defaultdict(list)
    for number, name, many in countries:
        natural[_code(number, name)] += list(polygons(lines, many))
    un_lines, un_countries = topology(plotly)
    un: defaultdict[str, list[Polygon]] = defaultdict(list)
    for code, _, many in un_countries:
        un[code] += list(polygons(un_lines, many))
    pieces, faces = cut(lines, natural, un)
    named = owners(faces, Owners(natural), Owners(un))
    write(out, pieces, named)


def _code(number: str, name: str) -> str:
    if name in APART or name in LEASED:
        return str(APART.get(name) or LEASED[name])
    return str(get_global("territory_aliases")[number][0])


def cut(lines: list[Line], natural: Any, un: Any) -> tuple[list[LineString], list[Polygon]]:
    """Cut Natural Earth's land along the outlines that it has not."""
    cutters = [edge for code in OUTLINED for each in un[code] for edge in _edges(each)]
    golan = [each.buffer(0.01).intersection(other.buffer(0.01))
             for each in natural["IL"] for other in un["SYR"]]  # fmt: skip
    cutters += [edge for each in golan if not each.is_empty for edge in _edges(each)]
    cutters += list(_edges(ABYEI))
    parts = [part for line in lines for part in _at_the_seam(line) if len(set(part)) > 1]
    whole = unary_union(
        [LineString(part) for part in (*parts, *EDGES)] + cutters, grid_size=1 / GRID
    )
    pieces = [piece for piece in whole.geoms if piece.length]
    return pieces, list(polygonize(pieces))


def _edges(shape: Any) -> Iterator[LineString]:
    for each in shape.geoms if hasattr(shape, "geoms") else [shape]:
        if isinstance(each, Polygon):
            for ring in (each.exterior, *each.interiors):
                yield LineString(_kept(ring.coords))


def owners(faces: list[Polygon], natural: Owners, un: Owners) -> list[tuple[Polygon, str]]:
    """Say whose each piece is; a thin one goes with the neighbour it leans on most."""
    said: list[list[Any]] = []
    for face in faces:
        point = face.representative_point()
        ours, theirs = natural.at(point), un.at(point)
        if not ours:
            continue
        named = _disputed(face, point, ours, theirs)
        said.append([face, ours, named])
    _lean(said)
    return [(face, named) for face, _, named in said]


def _disputed(face: Polygon, point: Point, ours: str, theirs: str) -> str:
    for name, seeds in ISLANDS.items():
        if any(face.distance(Point(seed)) < 0.03 for seed in seeds) and face.area < 1:
            return name
    if ours == "SD" and ABYEI.contains(point):
        return "abyei"
    if ours in APART.values():
        return ours
    return OUTLINED.get(theirs) or GIVEN_APART.get((ours, theirs)) or ours


def _lean(said: list[list[Any]]) -> None:
    tree = STRtree([face for face, _, _ in said])
    for entry in said:
        face, ours, named = entry
        if not face.buffer(-THIN).is_empty:
            continue
        shared: Counter[str] = Counter()
        for index in tree.query(face, predicate="intersects"):
            other, theirs, name = said[index]
            if other is not face and theirs == ours and not other.buffer(-THIN).is_empty:
                shared[name] += face.boundary.intersection(other.boundary).length
        if shared:
            entry[2] = shared.most_common(1)[0][0]
        elif named != ours and named in OUTLINED.values():
            entry[2] = ours


def write(out: Path, pieces: list[LineString], named: list[tuple[Polygon, str]]) -> None:
    """Write lines once, each at three levels, and lands as rings of lines."""
    by_land = defaultdict(list)
    for face, land in named:
        by_land[land].append(face)
    lands = {land: unary_union(many) for land, many in sorted(by_land.items())}
    used: dict[int, int] = {}
    starts = {}
    for number, piece in enumerate(pieces):
        points = list(piece.coords)
        starts[points[0], points[1]] = (number, len(points))
        starts[points[-1], points[-2]] = (~number, len(points))
    rings = {}
    for land, shape in lands.items():
        many = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
        rings[land] = [
            _walk(list(ring.coords)[:-1], starts, used)
            for each in many
            for ring in (each.exterior, *each.interiors)
        ]
    lines = [_levels(pieces[number]) for number in used]
    lands_out = ",\n".join(
        f'"{k}":{json.dumps(v, separators=(",", ":"))}' for k, v in rings.items()
    )
    lines_out = ",\n".join(json.dumps(line, separators=(",", ":")) for line in lines)
    out.write_text(f'{{"lines":[\n{lines_out}\n],\n"lands":{{\n{lands_out}\n}}}}\n', "utf-8")


def _walk(points: Line, starts: Any, used: dict[int, int]) -> list[int]:
    """Follow a ring and say which lines it is made of, a reversed one as ~number."""
    size = len(points)
    first = next(i for i in range(size) if (points[i], points[(i + 1) % size]) in starts)
    at, ring = first, []
    while at < first + size:
        number, length = starts[points[at % size], points[(at + 1) % size]]
        own = used.setdefault(number if number >= 0 else ~number, len(used))
        ring.append(own if number >= 0 else ~own)
        at += length - 1
    return ring


def _levels(piece: LineString) -> list[Any]:
    """Write a line: its bounds, then at each level its first point and steps."""
    written: list[Any] = [[0, 0, 0, 0]]
    narrow = max(cos(radians(piece.centroid.y)), 0.05)
    around: list[tuple[int, int]] = []
    true = LineString([(x * narrow, y) for x, y in piece.coords])
    for level in LEVELS:
        points = [
            (round(x / narrow * GRID), round(y * GRID)) for x, y in true.simplify(level).coords
        ]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
        written.append(" ".join(f"{x} {y}" for x, y in [points[0], *steps]))
        around += points
    xs, ys = [x for x, _ in around], [y for _, y in around]
    written[0] = [min(xs), min(ys), max(xs), max(ys)]
    return written


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
