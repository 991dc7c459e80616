"""What a form calls files and languages; what it calls a field stands in the model."""

from __future__ import annotations

from collections.abc import Mapping

FILES: Mapping[str, str] = {
    "actors": "الأشخاص والجهات",
    "places": "الأماكن",
    "publishers": "الناشرون",
    "figures": "الأرقام",
    "glossary": "المصطلحات",
    "nouns": "الأسماء المعدودة",
}
"""What a form calls a registry."""

ID_LABEL = "المعرّف"
"""What a form calls the id of a record, which is no field of it."""

SINGULAR = "المفرد"
"""What it calls that of a noun."""


def language(code: str) -> str:
    """Call a name's language that has no field of its own in the model."""
    return f"بلغة أخرى ({code})"
