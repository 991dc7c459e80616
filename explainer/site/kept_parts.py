"""Small parts of pages, rendered once for all that they are given: a date, a name, a status.

They are macros of templates/parts/ that come again and again, and depend on what they are given
alone.
"""

from __future__ import annotations

from typing import Any, Final

from jinja2.runtime import Context, Macro

KEPT_PARTS: Final = frozenset({
    "time", "shape", "status", "denied", "link", "links", "listed", "section_tags", "event_line",
    "source_title", "refs", "copy",
})  # fmt: skip
"""Macros by name; no two templates have one of these names for two things."""
MOST_PARTS: Final = 50_000
"""So many are kept before all are forgotten."""
UNUSED_BY_MACROS: Final = ("_loop_vars", "_block_vars")
"""What Jinja hands to functions that ask for a template's variables, and to all others."""


def keeping_context() -> type[Context]:
    """Make what an environment's templates call macros through, with a memory of its own."""
    kept: dict[object, Any] = {}

    class KeepingContext(Context):
        """Calls a macro of `KEPT_PARTS` once for the same arguments."""

        def call(self, obj: Any, /, *given: Any, **named: Any) -> Any:
            """Call what a template calls."""
            if type(obj) is not Macro or obj.name not in KEPT_PARTS:
                return super().call(obj, *given, **named)
            for unused in UNUSED_BY_MACROS:
                named.pop(unused, None)
            try:
                key = (obj.name, *map(_told_apart, given), *named.items())
                return kept[key]
            except KeyError:
                if len(kept) >= MOST_PARTS:
                    kept.clear()
                return kept.setdefault(key, super().call(obj, *given, **named))
            except TypeError:  # something that may change
                return super().call(obj, *given, **named)

    return KeepingContext


def _told_apart(given: object) -> object:
    """Tell text that is marked up from the same that is not, which it equals; and take lists."""
    return (type(given), tuple(given) if isinstance(given, list) else given)
