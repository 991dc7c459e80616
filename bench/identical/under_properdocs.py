"""Run a script with ProperDocs in the place of MkDocs: each of its modules by the other name.

python bench/identical/under_properdocs.py build.py build …
"""

from __future__ import annotations

import importlib
import runpy
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

OURS, THEIRS = "mkdocs", "properdocs"


class OtherName(MetaPathFinder, Loader):
    """Gives the module `properdocs.x` to who imports `mkdocs.x`."""

    def find_spec(self, fullname: str, *_: Any) -> ModuleSpec | None:
        """Answer for MkDocs alone."""
        if fullname != OURS and not fullname.startswith(f"{OURS}."):
            return None
        return ModuleSpec(fullname, self)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Give the module of the other name; it is loaded once."""
        return importlib.import_module(THEIRS + spec.name.removeprefix(OURS))

    def exec_module(self, module: ModuleType) -> None:
        """Leave it as it is: it is loaded."""


if __name__ == "__main__":
    sys.meta_path.insert(0, OtherName())
    del sys.argv[0]
    runpy.run_path(sys.argv[0], run_name="__main__")
