"""Which program runs: one value for all of its code, so that what another has kept is not taken."""

from __future__ import annotations

import hashlib
import sys
from functools import cache

from explainer.system.folders import ROOT


@cache
def program_state() -> str:
    """Hash the interpreter's name and every module of the program, in hexadecimal."""
    state = hashlib.sha256(sys.version.encode())
    for path in sorted((ROOT / "explainer").rglob("*.py")):
        state.update(path.read_bytes())
    return state.hexdigest()
