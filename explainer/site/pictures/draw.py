"""What every picture shares: its frame, its labels, its numbers as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup, escape

DRAWING_WIDTH = 360
"""Every picture's width in its own units; the page scales it, never wider than its column."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing and the same numbers as a table (none where the page has that table)."""

    id: str
    caption: str
    svg: Markup
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def svg(
    name: str,
    title: str,
    description: str,
    height: float,
    parts: Iterable[str],
    *,
    role: str = "img",
) -> Markup:
    """Frame a drawing: left to right at its root, so that anchors mean sides of the screen.

    `role` is "group" for a drawing with links in it, which a picture hides.
    """
    return Markup(
        '<svg class="x-picture__svg" direction="ltr" role="{}" viewBox="0 0 {} {}"'
        ' aria-labelledby="{}-t {}-d"><title id="{}-t">{}</title><desc id="{}-d">{}</desc>{}</svg>'
    ).format(
        role, DRAWING_WIDTH, num(height), name, name, name, isolated(title), name,
        isolated(description),
        Markup("".join(parts)),  # noqa: S704 - `text` escapes every label
    )  # fmt: skip


def text(x: float, y: float, words: str, anchor: str = "end", mark: str = "") -> str:
    """Write a label; `anchor` says which side of the screen `x` is: end is its right edge.

    None where the group around the label says so.
    """
    side = f' text-anchor="{anchor}"' if anchor else ""
    class_ = f' class="{mark}"' if mark else ""
    return f'<text x="{num(x)}" y="{num(y)}"{side}{class_}>{escape(isolated(words))}</text>'


def isolated(words: str) -> str:
    """Give a label its own right-to-left base, since the root runs left to right."""
    return words if words.isdigit() else f"\u2067{words}\u2069"


def num(value: float) -> str:
    """Write a coordinate shortly, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


LINE = 15
"""How far lines of one label lie apart."""


def lines(words: str, letters: int) -> list[str]:
    """Break a label between words, so that it is always whole."""
    return wrap(words, letters, break_long_words=False, break_on_hyphens=False)


def paragraph(x: float, y: float, broken: Sequence[str], mark: str = "") -> str:
    """Write a label of several lines, its right edge at `x`, its first line's foot at `y`."""
    return "".join(text(x, y + n * LINE, line, mark=mark) for n, line in enumerate(broken))
