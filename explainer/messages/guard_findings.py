"""What the copy guard says: E7."""

from __future__ import annotations

from collections.abc import Mapping

TABLE: Mapping[str, tuple[str, str]] = {
    "E701": (
        "{words} words running stand in a text of '{source}', from '{around}' on; expected fewer "
        "than {limit}, names and short quotations not counted; write it in your own words",
        "كلمات متتالية (عددها {words}) واردة في نص من '{source}'، أولها '{around}'؛ والمتوقع "
        "أقل من {limit} كلمة من دون الأسماء والاقتباسات القصيرة، فأعد الصياغة بألفاظك",
    ),
}
