"""Lists of words in Arabic."""

from __future__ import annotations

from collections.abc import Iterable


def join(items: Iterable[str]) -> str:
    """Join items into one list: أ وب وج. The و touches what follows, be it a digit or a quote."""
    return " و".join(items)
