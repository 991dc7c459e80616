"""The site's one stylesheet: the designers' files in their order, without comments or waste.

Each file of templates/styles/ says itself which cascade layer it belongs to, so a rule wins by the
layer it stands in and not by how loud it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.site.output import File
from explainer.system.errors import ExplainerError
from explainer.system.folders import ROOT
from explainer.system.kept_files import kept
from explainer.system.program_state import program_folder

if TYPE_CHECKING:
    from tinycss2.ast import Node

PATH = "assets/explainer.css"
STYLES = ROOT / ".cache/styles"
LAYER_ORDER = "@layer base,frame,parts,pages,paper;"
"""The layers, weakest first."""


class StylesheetError(ExplainerError):
    """A stylesheet of templates/styles/ cannot be read."""


def file(folder: Path, faces: str = "") -> File:
    """Bundle every stylesheet of a folder into one; the layers make their order no matter.

    `faces` are the rules of the typeface, which stand in no layer.
    """
    styles = [_compacted(_text(path), path.name) for path in sorted(folder.glob("*.css"))]
    return File(PATH, (LAYER_ORDER + faces + "".join(styles)).encode())


def bundled(name: str, paths: Iterable[Path], faces: str) -> File:
    """Bundle some stylesheets into one of another name, for pages that take no more."""
    styles = [_compacted(_text(path), path.name) for path in paths]
    return File(name, (LAYER_ORDER + faces + "".join(styles)).encode())


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise StylesheetError(f"templates/styles/{path.name}: not UTF-8: {error}") from error


def _compacted(css: str, name: str) -> str:
    """Take a compact stylesheet from the cache, or make it: reading all of them takes long."""
    path = program_folder(STYLES) / f"{hashlib.sha256(css.encode()).hexdigest()[:32]}.css"
    return kept(path, lambda: compact(css, name).encode()).decode()


def compact(css: str, name: str) -> str:
    """Write a stylesheet without comments and needless space; raises StylesheetError."""
    import tinycss2  # for files that are kept

    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    for node in nodes:
        if node.type == "error":
            raise StylesheetError(f"templates/styles/{name}:{node.source_line}: {node.message}")
    return "".join(_written(node) for node in nodes)


def _written(node: Node) -> str:
    import tinycss2

    return str(tinycss2.serialize(_squeezed([node])))


def _squeezed(nodes: list[Node]) -> list[Node]:
    """Drop comments and make every white space one blank, at every depth."""
    kept = []
    for node in nodes:
        if node.type == "comment":
            continue
        if node.type == "whitespace":
            node.value = " "
        for part in ("prelude", "content", "arguments"):
            if isinstance(inside := getattr(node, part, None), list):
                setattr(node, part, _squeezed(inside))
        kept.append(node)
    return kept
