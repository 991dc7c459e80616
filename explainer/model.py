"""What the content is: every kind of record, field by field. This is the contract with editors.

Values arrive as the editor typed them, all text; here each gets its type, once. Records are frozen.
A `Ref` marks text that names another record; a `ProseMark` marks text that may hold narrow Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from functools import cache, cached_property
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from explainer import dates
from explainer.dates import Date

EventKind = Literal[
    "meeting", "visit", "summit", "call_or_letter", "statement", "report", "treaty",
    "ratification", "vote", "sanction", "deployment", "combat", "arms_transfer", "exercise",
    "technology", "aid", "trade", "labour", "transport", "infrastructure", "culture", "sport",
    "education", "tourism", "commemoration", "other",
]  # fmt: skip
Status = Literal["confirmed", "claimed", "disputed", "suspected"]
Act = Literal["states", "confirms", "denies", "estimates", "alleges", "suspects", "announces"]
ActorType = Literal["person", "state", "organisation", "armed_force", "company", "party"]
PublisherType = Literal[
    "wire", "newspaper", "broadcaster", "state_media", "government", "intergovernmental", "ngo",
    "think_tank", "academic", "reference", "aggregator", "company",
]  # fmt: skip
Qualifier = Literal["exact", "about", "at_least", "up_to"]
Relation = Literal["follows", "fulfils", "part_of", "contradicts", "caused_by"]
ChangeType = Literal["update", "correction", "clarification", "retraction"]
Part = Literal["start", "early", "mid", "late", "end"]


@dataclass(frozen=True, slots=True)
class Ref:
    """The text is the id of a record of this kind: actor, event, figure, place …"""

    kind: str


@dataclass(frozen=True, slots=True)
class ProseMark:
    """The text is prose; `block` prose may hold paragraphs and lists."""

    block: bool = False


ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _edtf(value: Any) -> Date:
    if isinstance(value, Date):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "text expected")
    try:
        return dates.parse(value)
    except ValueError as error:
        raise PydanticCustomError("edtf", "{reason}", {"reason": str(error)}) from error


def _moment(value: Any) -> datetime:
    """Read a day or a moment (ISO 8601); without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise PydanticCustomError("moment", "not a moment") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _number(value: Any) -> Decimal:
    text = value if isinstance(value, str) else ""
    if not re.fullmatch(r"-?\d+(\.\d+)?", text, re.ASCII):
        raise PydanticCustomError("number", "not a number")
    try:
        return Decimal(text)
    except InvalidOperation as error:  # pragma: no cover - the pattern admits only numbers
        raise PydanticCustomError("number", "not a number") from error


TEXT_SCHEMA = WithJsonSchema({"type": "string"})
NUMBER_SCHEMA = WithJsonSchema({"type": ["number", "string"]})

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Slug = Annotated[str, StringConstraints(pattern=rf"^{ID.pattern}$")]
Prose = Annotated[Text, ProseMark()]
Body = Annotated[Text, ProseMark(block=True)]
When = Annotated[
    InstanceOf[Date], BeforeValidator(_edtf), PlainSerializer(lambda date: date.text), TEXT_SCHEMA
]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Number = Annotated[Decimal, BeforeValidator(_number), NUMBER_SCHEMA]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]

ActorId = Annotated[Slug, Ref("actor")]
EventId = Annotated[Slug, Ref("event")]
FigureId = Annotated[Slug, Ref("figure")]
PlaceId = Annotated[Slug, Ref("place")]
PublisherId = Annotated[Slug, Ref("publisher")]
SectionId = Annotated[Slug, Ref("section")]
Speakers = Annotated[tuple[ActorId, ...], BeforeValidator(_one_or_many)]


class Record(BaseModel):
    """Settings of every part of a record: no field that is not known, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Name(Record):
    """A name by language: `ar` always, others where they are known for certain."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Text]

    ar: Text
    en: Text | None = None

    @model_validator(mode="after")
    def _in_languages(self) -> Name:
        for language in self.__pydantic_extra__ or {}:
            if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", language):
                raise PydanticCustomError("extra_forbidden", "", {"field": language})
        return self

    def others(self) -> list[tuple[str, str]]:
        """List (language, name) of every language but Arabic."""
        named = {"en": self.en, **(self.__pydantic_extra__ or {})}
        return [(language, name) for language, name in named.items() if name]


class Source(Record):
    """Where something was read. `title`, `url` and `date` may be null: not known, never invented."""

    publisher: PublisherId
    title: Text | None = None
    url: Url | None = None
    date: When | None = None
    lang: Language | None = None
    archived: Url | None = None
    via: PublisherId | None = None
    """The agency whose text it carries."""
    note: Text | None = None


class Claim(Record):
    """Who says what."""

    text: Prose
    said_by: Annotated[Speakers, Field(min_length=1)]
    act: Act
    as_of: When | None = None
    sources: tuple[Source, ...] = ()
    """Where empty, the claim rests on its event's sources."""


class Related(Record):
    """A link from this event to another; the other side shows the reverse by itself."""

    event: EventId
    as_: Relation = Field(alias="as")


class Event(Record):
    """Something that happened, or was said to have happened. One a file."""

    title: Text
    summary: Prose
    date: When
    sections: Annotated[tuple[SectionId, ...], Field(min_length=1)]
    kind: EventKind
    importance: Annotated[int, Field(ge=1, le=3)]
    status: Status
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    body: Body | None = None
    part: Part | tuple[Part | None, Part | None] | None = None
    said_by: Speakers = ()
    claims: tuple[Claim, ...] = ()
    actors: tuple[ActorId, ...] = ()
    places: tuple[PlaceId, ...] = ()
    figures: tuple[FigureId, ...] = ()
    related: tuple[Related, ...] = ()
    publish: Literal["live", "draft", "withdrawn"] = "live"
    publish_at: Moment | None = None
    review_by: When | None = None

    @cached_property
    def when(self) -> Date:
        """The date, narrowed to its `part`."""
        return dates.parse(self.date.text, self.part) if self.part else self.date

    @model_validator(mode="after")
    def _has_speaker(self) -> Event:
        if self.status != "confirmed" and not self.said_by:
            raise _at("said_by", f"is missing, though status is '{self.status}'; expected who "
                      "says so, such as said_by: [actor-id]")  # fmt: skip
        return self

    @model_validator(mode="after")
    def _part_fits(self) -> Event:
        try:
            _ = self.when
        except ValueError as error:
            raise _at("part", str(error)) from error
        return self


class Post(Record):
    """An office somebody holds or held."""

    title: Text
    from_: When | None = Field(default=None, alias="from")
    to: When | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Post:
        start, end = self.from_, self.to
        if start and end and start.earliest and end.latest and start.earliest > end.latest:
            raise _at("to", f"'{end.text}' is before from, '{start.text}'; expected a later date")
        return self


class Actor(Record):
    """A person, state or body that acts or speaks."""

    name: Name
    type: ActorType
    aliases: tuple[Text, ...] = ()
    country: Country | None = None
    posts: tuple[Post, ...] = ()
    summary: Prose | None = None
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[0-9]+$")] | None = None


class Place(Record):
    """Where something happened; `lat` and `lon` in degrees."""

    name: Name
    aliases: tuple[Text, ...] = ()
    lat: Number | None = None
    lon: Number | None = None
    country: Country | None = None

    @model_validator(mode="after")
    def _on_earth(self) -> Place:
        for name, value, most in (("lat", self.lat, 90), ("lon", self.lon, 180)):
            if value is not None and abs(value) > most:
                raise _at(name, f"'{value}' is not on the globe; expected -{most} to {most}")
        if (self.lat is None) != (self.lon is None):
            raise _at("lon" if self.lon is None else "lat",
                      "is missing; expected both lat and lon, or neither")  # fmt: skip
        return self


class Publisher(Record):
    """An outlet; `type` says what kind, and state media are called so."""

    name: Name
    type: PublisherType
    country: Country | None = None


class Value(Record):
    """A number as somebody gave it at a time; a later one stands beside it, not over it."""

    as_of: When
    said_by: Annotated[Speakers, Field(min_length=1)]
    status: Status
    low: Number | None = None
    best: Number | None = None
    high: Number | None = None
    qualifier: Qualifier | None = None
    event: EventId | None = None
    sources: tuple[Source, ...] = ()

    @model_validator(mode="after")
    def _ordered(self) -> Value:
        given = [(name, getattr(self, name)) for name in ("low", "best", "high")]
        known = [(name, number) for name, number in given if number is not None]
        if not known:
            raise _at("best", "is missing; expected at least one of low, best, high")
        for (below, less), (above, more) in zip(known, known[1:], strict=False):
            if less > more:
                raise _at(above, f"'{more}' is less than {below}, '{less}'; expected low ≤ best ≤ high")
        return self

    @model_validator(mode="after")
    def _rests_on_something(self) -> Value:
        if self.event is None and not self.sources:
            raise _at("sources", "is missing; expected the event it comes from, or sources")
        return self


class Figure(Record):
    """A number with its history."""

    title: Text
    unit: Text
    values: Annotated[tuple[Value, ...], Field(min_length=1)]
    section: SectionId | None = None


class Term(Record):
    """A word that readers may not know."""

    term: Text
    definition: Prose
    aliases: tuple[Text, ...] = ()


class Change(Record):
    """What was changed after publication, and why."""

    date: When
    type: ChangeType
    why: Prose
    event: EventId | None = None
    figure: FigureId | None = None
    page: Text | None = None
    was: Prose | None = None
    now: Prose | None = None

    @model_validator(mode="after")
    def _names_one(self) -> Change:
        named = [name for name in ("event", "figure", "page") if getattr(self, name)]
        if not named:
            raise _at("event", "is missing; expected what was changed: one of event, figure, page")
        if len(named) > 1:
            raise _at(named[1], f"is given beside {named[0]}; expected one of event, figure, page")
        return self


class KeyPoint(Record):
    """A sentence nobody should miss, resting on events."""

    text: Prose
    events: Annotated[tuple[EventId, ...], Field(min_length=1)]


class Question(Record):
    """What readers ask, with the answer."""

    question: Text
    answer: Body
    events: tuple[EventId, ...] = ()


class Unknown(Record):
    """What nobody has established."""

    text: Prose
    events: tuple[EventId, ...] = ()


class Locale(Record):
    """How months and digits are written."""

    months: Literal["dual", "levantine", "egyptian", "maghreb", "algerian"] = "dual"
    digits: Literal["latn", "arab"] = "latn"


class Site(Record):
    """The explainer itself."""

    title: Text
    standfirst: Prose
    as_of: When
    parties: tuple[ActorId, ...] = ()
    locale: Locale = Locale()
    key_points: tuple[KeyPoint, ...] = ()
    questions: tuple[Question, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    method: Body | None = None
    """How the events of this explainer were chosen, and its limits; shown on the method page."""
    licence: Text | None = None


class Section(Record):
    """A part of the explainer: a page, a menu entry, a filter. A new file is a new section."""

    title: Text
    order: Annotated[int, Field(ge=0)] = 0
    question: Text | None = None
    summary: Prose | None = None
    body: Body | None = None


def _at(field: str, reason: str) -> PydanticCustomError:
    """Make an error about one field from a check over several."""
    return PydanticCustomError("at", "{reason}", {"field": field, "reason": reason})


@dataclass(frozen=True, slots=True)
class _Step:
    """One field of a record, as the walk over marked text sees it."""

    name: str
    typed: str
    mark: Ref | ProseMark | None
    model: type[Record] | None


@cache
def _plan(model: type[Record]) -> tuple[_Step, ...]:
    steps = []
    for name, info in model.model_fields.items():
        annotation = info.annotation
        mark, inner = _marked(annotation, list(info.metadata))
        if mark or inner:
            steps.append(_Step(name, info.alias or name, mark, inner))
    return tuple(steps)


def _marked(annotation: Any, metadata: list[Any]) -> tuple[Any, type[Record] | None]:
    """Find the mark, or the model, somewhere inside a type such as `tuple[ActorId, ...] | None`."""
    for extra in metadata:
        if isinstance(extra, Ref | ProseMark):
            return extra, None
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return None, annotation
    for argument in get_args(annotation):
        inner = list(getattr(argument, "__metadata__", ()))
        found = _marked(argument, inner)
        if found != (None, None):
            return found
    return None, None


Loc = tuple[str | int, ...]


def marked_texts(record: Record, path: Loc = ()) -> Iterator[tuple[Loc, Ref | ProseMark, str]]:
    """Walk a record: every reference and every prose text, each with its path in the file."""
    for step in _plan(type(record)):
        value = getattr(record, step.name)
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for index, item in items:
            where = (*path, step.typed) if index is None else (*path, step.typed, index)
            if item is None:
                continue
            if step.model:
                yield from marked_texts(item, where)
            elif step.mark:
                yield where, step.mark, item
