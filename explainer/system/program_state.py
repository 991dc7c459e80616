"""Which program runs: one value for all of its files, so that what another has kept is not taken.

`program_folder` is for what is made from much more than a name can say: it belongs to one state of
the program, and goes with it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from functools import cache
from pathlib import Path

from explainer.system.folders import ROOT


@cache
def program_state() -> str:
    """Hash the interpreter's version and every file of the program, in hexadecimal."""
    state = hashlib.sha256(sys.version.encode())
    for folder, inner, names in os.walk(ROOT / "explainer"):
        inner[:] = sorted(set(inner) - {"__pycache__"})
        for name in sorted(names):
            state.update(name.encode())
            state.update(Path(folder, name).read_bytes())
    return state.hexdigest()


@cache
def program_folder(cache_folder: Path) -> Path:
    """Give the folder in a cache that is this program's alone; those of others are taken away."""
    own = cache_folder / program_state()[:20]
    if not own.exists():
        shutil.rmtree(cache_folder, ignore_errors=True)
    return own
