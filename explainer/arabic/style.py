"""How a site writes Arabic: which month names, which digits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

MonthNames = Literal["dual", "levantine", "egyptian", "maghreb", "algerian"]
"""dual: تموز/يوليو; levantine: تموز; egyptian: يوليو; maghreb (Morocco): يوليوز;
algerian (Algeria, Tunisia): جويلية."""

DigitShapes = Literal["latn", "arab"]
"""latn: 2024 and 1,234.5; arab: ٢٠٢٤ and ١٬٢٣٤٫٥."""

_ARABIC_DIGITS: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ARABIC_MARKS: Final = str.maketrans(",.", "٬٫")


@dataclass(frozen=True, slots=True)
class Style:
    """The choices that a site makes once."""

    months: MonthNames = "dual"
    digits: DigitShapes = "latn"

    def digits_in(self, text: str) -> str:
        """Return the text with its digits as the style writes them."""
        return text if self.digits == "latn" else text.translate(_ARABIC_DIGITS)

    def number(self, number: str) -> str:
        """Return a number such as 1,234.5 with digits, comma and point in this style."""
        if self.digits == "latn":
            return number
        return number.translate(_ARABIC_DIGITS).translate(_ARABIC_MARKS)


HOUSE: Final = Style()
"""The style of this site, after AFP's Arabic service."""
