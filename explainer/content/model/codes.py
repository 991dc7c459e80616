"""Codes that editors choose from, each with its Arabic word."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from explainer.arabic import vocabulary
from explainer.arabic.style import DigitShapes, MonthNames
from explainer.content.model.marks import Coded, Either, Ref

Status = Annotated[
    Literal["confirmed", "claimed", "disputed", "suspected"], Coded(vocabulary.STATUS)
]
Basis = Annotated[Literal["both_sides", "independent", "public_act"], Coded(vocabulary.BASIS)]
Act = Annotated[
    Literal["states", "confirms", "denies", "estimates", "alleges", "suspects", "announces"],
    Coded(vocabulary.ACT),
]
AnswerKind = Annotated[Literal["contradicts", "confirms", "narrows"], Coded(vocabulary.ANSWER)]
Relation = Annotated[
    Literal["follows", "fulfils", "part_of", "contradicts", "caused_by"],
    Coded(vocabulary.RELATION),
]
ActorType = Annotated[
    Literal["person", "state", "organisation", "armed_force", "company", "party", "unnamed"],
    Coded(vocabulary.ONE_ACTOR),
]
PublisherType = Annotated[
    Literal[
        "wire", "newspaper", "broadcaster", "state_media", "government", "intergovernmental",
        "ngo", "think_tank", "academic", "reference", "aggregator", "company",
    ],
    Coded(vocabulary.PUBLISHER_TYPE),
]  # fmt: skip
Measure = Annotated[Literal["level", "total", "period"], Coded(vocabulary.MEASURE)]
Qualifier = Annotated[
    Literal["exact", "about", "at_least", "up_to"],
    Coded({**vocabulary.QUALIFIER, "exact": "العدد نفسه"}),
]
ChangeType = Annotated[
    Literal["update", "correction", "clarification", "retraction"], Coded(vocabulary.CHANGE_TYPE)
]
Publish = Annotated[Literal["live", "draft", "withdrawn"], Coded(vocabulary.PUBLISH)]
Months = Annotated[MonthNames, Coded(vocabulary.MONTHS)]
Digits = Annotated[DigitShapes, Coded(vocabulary.DIGITS)]
Switch = Annotated[Literal["on", "off"], Coded(vocabulary.SWITCH)]
LandLabel = Annotated[Literal["name", "none"], Coded(vocabulary.LAND_LABEL)]
Gender = Annotated[Literal["masculine", "feminine"], Coded(vocabulary.GENDER)]

KIND_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_KINDS = {
    "anyOf": [
        {"type": "string", "enum": list(vocabulary.KIND)},
        {"type": "string", "pattern": rf"^{KIND_ID.pattern}$"},
    ]
}
EventKind = Annotated[str, Coded(vocabulary.KIND), Ref("kind"), WithJsonSchema(_KINDS)]
"""One of the kinds that every explainer has, or of those that site.yml adds."""


def _coded_number(value: Any) -> Any:
    """Read a code that is a number; what is none is left to be refused as no code."""
    is_number = isinstance(value, str) and re.fullmatch(r"\d{1,9}", value, re.ASCII)
    return int(value) if is_number else value


Importance = Annotated[
    Literal[1, 2, 3],
    BeforeValidator(_coded_number),
    Coded({str(level): word for level, word in vocabulary.IMPORTANCE.items()}),
]


def _one_or_pair(value: Any) -> str:
    return "pair" if isinstance(value, list | tuple) else "one"


Part = Annotated[Literal["start", "early", "mid", "late", "end"], Coded(vocabulary.PART)]
Pair = Annotated[tuple[Part | None, ...], Field(min_length=2, max_length=2)]
PartOrPair = Annotated[
    Annotated[Part, Tag("one")] | Annotated[Pair, Tag("pair")],
    Discriminator(_one_or_pair),
    Either("one or pair"),
]
