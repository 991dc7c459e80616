"""Count what `make mutants` found: a line a file, and the mutations that no test notices.

Killed: a test failed, or ran for too long. `python bench/mutants.py --names` lists the survivors;
`mutmut show NAME` shows what one changed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

MUTANTS = Path(__file__).resolve().parent.parent / "mutants"
KILLED = {1: "killed", 3: "killed", 24: "late", 36: "late", 152: "late", -24: "late", 255: "late"}
"""What a run of the tests returned -> how the mutation was noticed."""
UNNOTICED = {0: "survived", 5: "no test", 33: "no test"}
WANTED = 0.85


def main() -> int:
    """Print the figures; 1 where fewer are killed than wanted."""
    total: Counter[str] = Counter()
    for path in sorted(MUTANTS.rglob("*.meta")):
        ended = json.loads(path.read_text("utf-8"))["exit_code_by_key"]
        counts = Counter(_what(code) for code in ended.values() if code is not None)
        if counts:
            total += counts
            print(f"{path.relative_to(MUTANTS).with_suffix('')}: {_figures(counts)}")
        if "--names" in sys.argv:
            print("\n".join(f"  {name}" for name, code in ended.items() if code in UNNOTICED))
    print(f"together: {_figures(total)}")
    return 0 if _share(total) >= WANTED else 1


def _what(code: int) -> str:
    return KILLED.get(code) or UNNOTICED.get(code) or "unclear"


def _share(counts: Counter[str]) -> float:
    return (counts["killed"] + counts["late"]) / max(1, counts.total())


def _figures(counts: Counter[str]) -> str:
    listed = ", ".join(f"{number} {what}" for what, number in sorted(counts.items()))
    return f"{_share(counts):.1%} of {counts.total()} killed ({listed})"


if __name__ == "__main__":
    sys.exit(main())
