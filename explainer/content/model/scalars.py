"""What one value can be: texts, dates, numbers, addresses and ids, each read from what was typed.

Annotations are evaluated here at once: pydantic reads them all, and from text it takes longer.
"""

import re
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    InstanceOf,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from explainer import dates
from explainer.content.model.marks import AddressMark, CopyMark, Either, ProseMark, Ref, Shape
from explainer.content.web_addresses import as_network_writes, refusing_fault
from explainer.dates import Date, NotADateError

ID = re.compile(r"[a-z0-9][a-z0-9-]*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def as_id(text: str) -> str:
    """Write a text as an id, as nearly as can be; empty where no Latin letter or digit is in it."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _edtf(value: Any) -> Date:
    if isinstance(value, Date):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("date", "not a date")
    try:
        return parsed(value)
    except NotADateError as error:
        raise PydanticCustomError("edtf", "not a date", {"error": error}) from error


parsed = lru_cache(4096)(dates.parse)
"""One day is the date of many sources, and that of an event is asked for with its part."""


def _moment(value: Any) -> datetime:
    """Read a day or a moment (ISO 8601); without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (TypeError, ValueError, OverflowError) as error:
        raise PydanticCustomError("moment", "not a moment") from error


def _number(value: Any) -> Decimal:
    text = value if isinstance(value, str) else ""
    if not re.fullmatch(r"-?\d{1,15}(\.\d{1,9})?", text, re.ASCII):
        raise PydanticCustomError("number", "not a number")
    return Decimal(text)


def _whole_number(value: Any) -> int:
    text = value if isinstance(value, str) else ""
    if not re.fullmatch(r"-?\d{1,9}", text, re.ASCII):
        raise PydanticCustomError("whole", "not a whole number")
    return int(text)


def _web_address(value: str) -> str:
    """Write an address as the network does, its host in ASCII."""
    if fault := refusing_fault(value):
        raise PydanticCustomError("address", "not an address", {"fault": fault})
    return as_network_writes(value)


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise PydanticCustomError("language", "not a language")
    return value


TEXT_SCHEMA = WithJsonSchema({"type": ["string", "integer"]})
NUMBER_SCHEMA = WithJsonSchema({"type": ["number", "string"]})

_DAY = r"-?[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[~?%]?"
EDTF = (
    rf"^({_DAY}|({_DAY}|\.\.)?/({_DAY}|\.\.)?|[\[{{](\.\.)?{_DAY}((,|\.\.){_DAY})*(\.\.)?[\]}}])$"
)
"""A date as far as a form can tell; what it means is for `check`."""

_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:]+(Z|[+-][0-9:]+)?)?$"
_EMAIL = r"^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$"
"""One that every mail program takes; rarer forms are refused, since none is needed."""
_ADDRESS = r"^https?://[^\s<>\"]+$"

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Prose = Annotated[Text, ProseMark()]
Copy = Annotated[Text, CopyMark()]
Body = Annotated[Text, ProseMark(block=True)]
Narrative = Annotated[Text, ProseMark(block=True, subheads=True)]
When = Annotated[
    InstanceOf[Date],
    BeforeValidator(_edtf),
    PlainSerializer(lambda date: date.text),
    TEXT_SCHEMA,
    Shape("a-date", EDTF),
]
Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "pattern": _MOMENT}),
    Shape("a-moment", _MOMENT),
]
Number = Annotated[
    Decimal, BeforeValidator(_number), NUMBER_SCHEMA, Shape("digits", r"^-?[0-9]+(\.[0-9]+)?$")
]
Whole = Annotated[int, BeforeValidator(_whole_number), Shape("whole", "^[0-9]+$")]
Email = Annotated[str, StringConstraints(pattern=_EMAIL), Shape("e-mail", _EMAIL)]
Url = Annotated[
    str,
    StringConstraints(pattern=_ADDRESS),
    AfterValidator(_web_address),
    AddressMark(),
    Shape("web-address", _ADDRESS),
]
Language = Annotated[
    str,
    StringConstraints(pattern=rf"^{LANGUAGE.pattern}$"),
    Shape("language-code", rf"^{LANGUAGE.pattern}$"),
]
LanguageField = Annotated[str, AfterValidator(_language)]
Country = Annotated[
    str, StringConstraints(pattern=r"^[A-Z]{2}$"), Shape("two-capitals", "^[A-Z]{2}$")
]
Wikidata = Annotated[str, StringConstraints(pattern=r"^Q[0-9]+$"), Shape("q-number", "^Q[0-9]+$")]
Slug = Annotated[
    str, StringConstraints(pattern=rf"^{ID.pattern}$"), Shape("an-id", rf"^{ID.pattern}$")
]

ActorId = Annotated[Slug, Ref("actor")]
EventId = Annotated[Slug, Ref("event")]
FigureId = Annotated[Slug, Ref("figure")]
PlaceId = Annotated[Slug, Ref("place")]
PublisherId = Annotated[Slug, Ref("publisher")]
SectionId = Annotated[Slug, Ref("section")]
Ids = tuple[str, ...]
Speakers = Annotated[tuple[ActorId, ...], BeforeValidator(_one_or_many), Either("one or many")]
