"""Every format that the data is published in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.exports import csv, json
from explainer.library import Library
from explainer.output import File

Export = Callable[[Library], Iterator[File]]

EXPORTS: tuple[Export, ...] = (json.files, csv.files)
