"""Countries and languages by their codes, in Arabic, as CLDR names them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from babel import Locale

_HOUSE_COUNTRIES: Final[Mapping[str, str]] = {"EU": "الاتحاد الأوروبي"}


@cache
def country(code: str) -> str:
    """Name a country (ISO 3166 alpha-2) in Arabic, by CLDR."""
    return _HOUSE_COUNTRIES.get(code) or str(Locale("ar").territories.get(code, code))


@cache
def language(code: str) -> str:
    """Name a language (ISO 639) in Arabic, by CLDR."""
    return str(Locale("ar").languages.get(code.partition("-")[0], code))


@cache
def one_word_countries() -> tuple[str, ...]:
    """List the names of countries that are one word, in Arabic, by CLDR."""
    names = Locale("ar").territories
    return tuple(
        sorted(
            {str(names[code]) for code in names if str(code).isalpha() and " " not in names[code]}
        )
    )
