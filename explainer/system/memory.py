"""How seldom the collector of cycles runs."""

from __future__ import annotations

import gc


def collect_rarely() -> None:
    """Leave what is imported alone, and look for cycles seldom.

    A command makes many objects that it keeps, and hardly any cycle.
    """
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
