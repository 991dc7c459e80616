"""A page's script and all that it imports, as one file without comments and indents.

Only what our own scripts do is understood: imports by name from files beside it, each on a line,
and `export const`. Each file keeps its names to itself within a function of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from explainer.site.output import File
from explainer.system.errors import ExplainerError

BUNDLED: Final = ("frame", "search")
"""Scripts that are wanted at once with all that they import: a request instead of eight."""
IMPORT = re.compile(
    r'^import \{ (?P<names>[^{}]+) \} from "\./(?P<module>\w+)\.js";\n', re.MULTILINE
)
EXPORT = re.compile(r"^export (?=const (?P<name>\w+) =)", re.MULTILINE)
WASTE = re.compile(r"^ *//.*\n|^ +|(?<=[;,{}()]) +// .*$", re.MULTILINE)
"""Comments and indents. None of our scripts has a text of several lines."""
LEFT_OVER = re.compile(r"^(import|export)\b.*", re.MULTILINE)


class ScriptBundleError(ExplainerError):
    """A script imports or exports in a way that is not understood here."""


def files(folder: Path) -> Iterator[File]:
    """Bundle each script that is to be; the files beside it stay as they are."""
    for name in BUNDLED:
        if (folder / f"{name}.js").is_file():
            yield File(f"assets/scripts/{name}-whole.js", bundle(folder, name).encode())


def bundle(folder: Path, name: str) -> str:
    """Write a script after everything that it needs. Raises ScriptBundleError."""
    ordered: dict[str, str] = {}
    _read(folder, name, ordered)
    *needed, own = ordered
    parts = [f"const ${each} = (() => {{\n{ordered[each]}}})();\n" for each in needed]
    return "".join([*parts, ordered[own].rpartition("return {")[0]])


def _read(folder: Path, name: str, ordered: dict[str, str]) -> None:
    text = WASTE.sub("", (folder / f"{name}.js").read_text("utf-8"))
    for each in IMPORT.finditer(text):
        if each["module"] not in ordered:
            _read(folder, each["module"], ordered)
    exported = [each["name"] for each in EXPORT.finditer(text)]
    body = EXPORT.sub("", IMPORT.sub(_taken, text))
    if odd := LEFT_OVER.search(body):
        raise ScriptBundleError(f"docs/assets/scripts/{name}.js: not understood: {odd[0]}")
    ordered[name] = f"{body}return {{ {', '.join(exported)} }};\n"


def _taken(found: re.Match[str]) -> str:
    """Take names from the module that stands before, under the names they are imported by."""
    names = found["names"].replace(" as ", ": ")
    return f"const {{ {names} }} = ${found['module']};\n"
