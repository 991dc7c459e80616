"""What the content is: every kind of record, field by field. This is the contract with editors.

Values arrive as the editor typed them, all text; here each gets its type, once. Records are
frozen. A `Ref` marks text that names another record; a `ProseMark` marks text that may hold narrow
Markdown.

Annotations are evaluated here at once: pydantic reads them all, and from text it takes longer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    InstanceOf,
    PlainSerializer,
    StringConstraints,
    Tag,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import PydanticCustomError

from explainer import dates
from explainer.dates import Date, NotADateError
from explainer.messages import Message, say

EventKind = Literal[
    "meeting", "visit", "summit", "call_or_letter", "statement", "report", "treaty",
    "ratification", "vote", "sanction", "deployment", "combat", "arms_transfer", "exercise",
    "technology", "aid", "trade", "labour", "transport", "infrastructure", "culture", "sport",
    "education", "tourism", "commemoration", "other",
]  # fmt: skip
Status = Literal["confirmed", "claimed", "disputed", "suspected"]
Act = Literal["states", "confirms", "denies", "estimates", "alleges", "suspects", "announces"]
Basis = Literal["both_sides", "independent", "public_act"]
Measure = Literal["level", "total", "period"]
AnswerKind = Literal["contradicts", "confirms", "narrows"]
ActorType = Literal["person", "state", "organisation", "armed_force", "company", "party", "unnamed"]
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
    """The text is the id of a record of this kind: actor, event, figure, place and so on."""

    kind: str


@dataclass(frozen=True, slots=True)
class ProseMark:
    """The text is prose; `block` prose may hold paragraphs and lists."""

    block: bool = False


@dataclass(frozen=True, slots=True)
class CopyMark:
    """The text is ours to edit, but no Markdown: a title, a name, a question."""


Mark = Ref | ProseMark | CopyMark

ID = re.compile(r"[a-z0-9][a-z0-9-]*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def as_id(text: str) -> str:
    """Write a text as an id, as nearly as can be; empty where no Latin letter or digit is in it."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _name_or_whole(value: Any) -> str:
    return "name" if isinstance(value, str) else "whole"


def _one_or_pair(value: Any) -> str:
    return "pair" if isinstance(value, list | tuple) else "one"


def _edtf(value: Any) -> Date:
    if isinstance(value, Date):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("date", "not a date")
    try:
        return _parsed(value)
    except NotADateError as error:
        raise PydanticCustomError("edtf", "not a date", {"error": error}) from error


_parsed = lru_cache(4096)(dates.parse)
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
    if not re.fullmatch(r"-?\d{1,30}(\.\d{1,30})?", text, re.ASCII):
        raise PydanticCustomError("number", "not a number")
    return Decimal(text)


def _whole(value: Any) -> int:
    text = value if isinstance(value, str) else ""
    if not re.fullmatch(r"-?\d{1,9}", text, re.ASCII):
        raise PydanticCustomError("whole", "not a whole number")
    return int(text)


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise PydanticCustomError("language", "not a language")
    return value


TEXT_SCHEMA = WithJsonSchema({"type": ["string", "integer"]})
NUMBER_SCHEMA = WithJsonSchema({"type": ["number", "string"]})

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Slug = Annotated[str, StringConstraints(pattern=rf"^{ID.pattern}$")]
Prose = Annotated[Text, ProseMark()]
Copy = Annotated[Text, CopyMark()]
Body = Annotated[Text, ProseMark(block=True)]
When = Annotated[
    InstanceOf[Date], BeforeValidator(_edtf), PlainSerializer(lambda date: date.text), TEXT_SCHEMA
]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Number = Annotated[Decimal, BeforeValidator(_number), NUMBER_SCHEMA]
Whole = Annotated[int, BeforeValidator(_whole)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
Language = Annotated[str, StringConstraints(pattern=rf"^{LANGUAGE.pattern}$")]
LanguageField = Annotated[str, AfterValidator(_language)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]

ActorId = Annotated[Slug, Ref("actor")]
EventId = Annotated[Slug, Ref("event")]
FigureId = Annotated[Slug, Ref("figure")]
PlaceId = Annotated[Slug, Ref("place")]
PublisherId = Annotated[Slug, Ref("publisher")]
SectionId = Annotated[Slug, Ref("section")]
Ids = tuple[str, ...]
Speakers = Annotated[tuple[ActorId, ...], BeforeValidator(_one_or_many)]
Pair = Annotated[tuple[Part | None, ...], Field(min_length=2, max_length=2)]
PartOrPair = Annotated[
    Annotated[Part, Tag("one")] | Annotated[Pair, Tag("pair")], Discriminator(_one_or_pair)
]


class Record(BaseModel):
    """Settings of every part of a record: no field that is not known, nothing changed later.

    A check over several fields stands at the last of them and looks at those before it that are
    sound (`info.data`), so that all mistakes of a record are found in one run.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Name(Record):
    """A name by language: `ar` always, others where they are known for certain."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)
    __pydantic_extra__: dict[LanguageField, Text]

    ar: Copy
    en: Text | None = None

    def others(self) -> list[tuple[str, str]]:
        """List (language, name) of every language but Arabic."""
        named = {"en": self.en, **(self.__pydantic_extra__ or {})}
        return [(language, name) for language, name in named.items() if name]


class Source(Record):
    """Where something was read; `title`, `url`, `date` may be null: not known, never invented."""

    publisher: PublisherId
    id: Slug | None = None
    """What claims of the event name it by; else its publisher, where that is the only one."""
    title: Text | None = None
    url: Url | None = None
    date: When | None = None
    lang: Language | None = None
    archived: Url | None = None
    via: PublisherId | None = None
    """Whose text or account it carries."""
    note: Copy | None = None


Sources = tuple[Source, ...]
SourceOrName = Annotated[
    Annotated[Slug, Tag("name")] | Annotated[Source, Tag("whole")], Discriminator(_name_or_whole)
]


class Answers(Record):
    """How a claim bears on one that another event records."""

    event: EventId
    claim: Slug
    as_: AnswerKind = Field(alias="as")


class Claim(Record):
    """Who says what."""

    text: Prose
    said_by: Annotated[Speakers, Field(min_length=1)]
    act: Act
    id: Slug | None = None
    """What claims of other events name it by."""
    as_of: When | None = None
    sources: tuple[SourceOrName, ...] = ()
    """Whole sources, or names of the event's own; where empty and the event has several, it is not
    recorded which of them bears the claim."""
    answers: tuple[Answers, ...] = ()


class Related(Record):
    """A link from this event to another; the other side shows the reverse by itself."""

    event: EventId
    as_: Relation = Field(alias="as")


class Event(Record):
    """Something that happened, or was said to have happened. One a file."""

    title: Copy
    summary: Prose
    date: When
    sections: Annotated[tuple[SectionId, ...], Field(min_length=1)]
    kind: EventKind
    importance: Annotated[Whole, Field(ge=1, le=3)]
    status: Status
    sources: Annotated[Sources, Field(min_length=1)]
    body: Body | None = None
    part: PartOrPair | None = None
    basis: Basis | None = None
    """Why a confirmed event is confirmed."""
    said_by: Annotated[Speakers, Field(validate_default=True)] = ()
    claims: tuple[Claim, ...] = ()
    actors: tuple[ActorId, ...] = ()
    places: tuple[PlaceId, ...] = ()
    figures: tuple[FigureId, ...] = ()
    related: tuple[Related, ...] = ()
    publish: Literal["live", "draft", "withdrawn"] = "live"
    publish_at: Moment | None = None
    review_by: When | None = None
    added: When | None = None
    """The day it came into the file, where git does not tell it rightly."""

    def sources_of(self, claim: Claim) -> tuple[Source, ...]:
        """Give the sources that bear a claim: those it names, else the event's only one."""
        if not claim.sources:
            return self.sources if len(self.sources) == 1 else ()
        found = (
            self.named_source(each) if isinstance(each, str) else each for each in claim.sources
        )
        return tuple(source for source in found if source)

    def named_source(self, name: str) -> Source | None:
        """Find a source of this event by its id, or by its publisher where that has only one."""
        by_id = [source for source in self.sources if source.id == name]
        by_publisher = [source for source in self.sources if source.publisher == name]
        found = by_id or by_publisher
        return found[0] if len(found) == 1 else None

    @cached_property
    def when(self) -> Date:
        """The date, narrowed to its `part`."""
        return _parsed(self.date.text, self.part) if self.part else self.date

    @field_validator("part")
    @classmethod
    def _part_fits(cls, part: Any, info: ValidationInfo) -> Any:
        date = info.data.get("date")
        try:
            _ = _parsed(date.text, part) if date and part else None
        except NotADateError as error:
            context = {"fields": ("part",), "error": error}
            raise PydanticCustomError("edtf", "not its part", context) from error
        return part

    @field_validator("said_by")
    @classmethod
    def _has_speaker(cls, said_by: Ids, info: ValidationInfo) -> Ids:
        status = info.data.get("status", "confirmed")
        if status != "confirmed" and not said_by:
            raise _needed("E302.speaker", "said_by", status=status)
        return said_by


class Post(Record):
    """An office somebody holds or held."""

    title: Copy
    from_: When | None = Field(default=None, alias="from")
    to: When | None = None

    @field_validator("to")
    @classmethod
    def _in_order(cls, to: Date | None, info: ValidationInfo) -> Date | None:
        start = info.data.get("from_")
        if start and to and start.earliest and to.latest and start.earliest > to.latest:
            raise _at("to", say("E312", to=to.text, start=start.text))
        return to


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
    lat: Annotated[Number, Field(ge=-90, le=90)] | None = None
    lon: Annotated[
        Annotated[Number, Field(ge=-180, le=180)] | None, Field(validate_default=True)
    ] = None
    country: Country | None = None

    @field_validator("lon")
    @classmethod
    def _both_or_neither(cls, lon: Decimal | None, info: ValidationInfo) -> Decimal | None:
        lat = info.data.get("lat", lon)
        if (lat is None) != (lon is None):
            missing, given = ("lat", "lon") if lat is None else ("lon", "lat")
            raise _needed("E302.coordinate", missing, given=given)
        return lon


class Publisher(Record):
    """An outlet; `type` says what kind, and state media are called so."""

    name: Name
    type: PublisherType
    country: Country | None = None
    speaks_for: ActorId | None = None
    """The actor whose voice it is."""


class Value(Record):
    """A number as somebody gave it at a time; a later one stands beside it, not over it."""

    as_of: When
    said_by: Annotated[Speakers, Field(min_length=1)]
    status: Status
    for_: When | None = Field(default=None, alias="for")
    """The time that the number is about, where it is not `as_of`."""
    low: Number | None = None
    best: Number | None = None
    high: Annotated[Number | None, Field(validate_default=True)] = None
    qualifier: Qualifier | None = None
    event: EventId | None = None
    sources: Annotated[Sources, Field(validate_default=True)] = ()

    @field_validator("best", "high")
    @classmethod
    def _in_order(cls, number: Decimal | None, info: ValidationInfo) -> Decimal | None:
        for name in ("low", "best"):
            less = info.data.get(name)
            if number is not None and less is not None and number < less:
                words = say("E311", number=number, name=name, less=less)
                raise _at(str(info.field_name), words)
        return number

    @field_validator("high")
    @classmethod
    def _has_number(cls, high: Decimal | None, info: ValidationInfo) -> Decimal | None:
        if high is None and all(info.data.get(name, "?") is None for name in ("low", "best")):
            raise _needed("E302.number", "best", "low", "high")
        return high

    @field_validator("sources")
    @classmethod
    def _rests_on_something(cls, sources: Sources, info: ValidationInfo) -> Sources:
        if not sources and info.data.get("event", "?") is None:
            raise _needed("E302.ground", "sources", "event")
        return sources


class Preferred(Record):
    """The number that an editor puts first, and the reason that readers see."""

    value: Number
    why: Prose


class Figure(Record):
    """A number with its history."""

    title: Copy
    unit: Copy
    values: Annotated[tuple[Value, ...], Field(min_length=1)]
    measure: Measure | None = None
    """So many at a time, so many up to a day, or so many within a time."""
    section: SectionId | None = None
    preferred: Preferred | None = None


class Term(Record):
    """A word that readers may not know."""

    term: Copy
    definition: Prose
    aliases: tuple[Text, ...] = ()


class Change(Record):
    """What was changed after publication, and why."""

    date: When
    type: ChangeType
    why: Prose
    event: EventId | None = None
    figure: FigureId | None = None
    page: Annotated[Text | None, Field(validate_default=True)] = None
    was: Prose | None = None
    now: Prose | None = None

    @field_validator("page")
    @classmethod
    def _names_one(cls, page: str | None, info: ValidationInfo) -> str | None:
        what = {name: info.data.get(name, "?") for name in ("event", "figure")} | {"page": page}
        named = [name for name, value in what.items() if value]
        if not named:
            raise _needed("E302.changed", *what)
        if len(named) > 1 and "?" not in what.values():
            raise _at(named[1], say("E313", other=named[0]))
        return page


class KeyPoint(Record):
    """A sentence nobody should miss, resting on events."""

    text: Prose
    events: Annotated[tuple[EventId, ...], Field(min_length=1)]
    status: Status | None = None
    """How sure it is, where that is not the least sure of its events."""


class Question(Record):
    """What readers ask, with the answer."""

    question: Copy
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

    title: Copy
    standfirst: Prose
    as_of: When
    parties: tuple[ActorId, ...] = ()
    locale: Locale = Locale()
    key_points: tuple[KeyPoint, ...] = ()
    questions: tuple[Question, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    figures: tuple[FigureId, ...] = ()
    """The figures that the home page shows."""
    method: Body | None = None
    """How the events of this explainer were chosen, and its limits; shown on the method page."""
    licence: Copy | None = None


class Section(Record):
    """A part of the explainer: a page, a menu entry, a filter. A new file is a new section."""

    title: Copy
    order: Annotated[Whole, Field(ge=0)] = 0
    question: Copy | None = None
    summary: Prose | None = None
    body: Body | None = None


def _at(field: str, words: Message) -> PydanticCustomError:
    """Make an error about one field from a check over several."""
    return PydanticCustomError("at", "{words}", {"fields": (field,), "words": words})


def _needed(name: str, *fields: str, **values: object) -> PydanticCustomError:
    """Make an error about a field that another makes necessary; any of `fields` would do.

    `name` is that of its words, `values` are what they need.
    """
    context = {"fields": fields, "name": name, "values": values}
    return PydanticCustomError("needed", "{name}", context)


@dataclass(frozen=True, slots=True)
class _Step:
    """One field of a record, as the walk over marked text sees it."""

    name: str
    typed: str
    mark: Mark | None
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
        if isinstance(extra, Mark):
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


def marked_texts(model: type[Record], data: Any, path: Loc = ()) -> Iterator[tuple[Loc, Mark, str]]:
    """Walk a record as typed: every reference and every prose text, each with its path.

    What has not the shape of the model is passed over: the model refuses it.
    """
    for step in _plan(model) if isinstance(data, dict) else ():
        value = data.get(step.typed)
        items = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, item in items:
            where = (*path, step.typed) if index is None else (*path, step.typed, index)
            if step.model:
                yield from marked_texts(step.model, item, where)
            elif step.mark and isinstance(item, str):
                yield where, step.mark, item
