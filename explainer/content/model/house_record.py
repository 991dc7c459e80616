"""The newsroom's own rules, which `check` holds."""

import re
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, InstanceOf, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from explainer.content.model.codes import Switch
from explainer.content.model.marks import Coded, Either, Meaning, Shape
from explainer.content.model.record import Record


class Bounds(NamedTuple):
    """How many words a text has: at least and at most."""

    least: int
    most: int


def _bounds(value: Any) -> Bounds | None:
    """Read `[3, 12]`, or `off`."""
    if value == "off" or isinstance(value, Bounds):
        return None if value == "off" else value
    numbers = value if isinstance(value, list | tuple) else ()
    if len(numbers) == 2 and all(re.fullmatch(r"\d{1,6}", str(n), re.ASCII) for n in numbers):
        found = Bounds(*map(int, numbers))
        if found.least <= found.most:
            return found
    raise PydanticCustomError("bounds", "no bounds")


def _typed(bounds: Bounds | None) -> str | list[int]:
    return "off" if bounds is None else list(bounds)


_PAIR = {"type": "array", "items": {"type": "integer", "ge": 0}, "minItems": 2, "maxItems": 2}
Words = Annotated[
    InstanceOf[Bounds] | None,
    BeforeValidator(_bounds),
    PlainSerializer(_typed),
    WithJsonSchema({"anyOf": [{"const": "off"}, _PAIR]}),
    Shape("bounds", r"^(off|\[[0-9]+, [0-9]+\])$"),
    Either("one or pair"),
]
HouseRule = Annotated[
    Literal[
        "standfirst_words", "title_words", "summary_words", "section_words", "full_stops",
        "question_marks", "answers", "claims", "sides", "attribution", "orphans", "twins",
    ],
    Coded({
        "standfirst_words": "كلمات المقدمة",
        "title_words": "كلمات العنوان",
        "summary_words": "كلمات الملخص",
        "section_words": "كلمات متن القسم",
        "full_stops": "النقطة الأخيرة",
        "question_marks": "علامة الاستفهام",
        "answers": "سؤال القسم ومتنه",
        "claims": "أقوال غير المؤكد",
        "sides": "طرفا الخلاف",
        "attribution": "النسبة في الملخص",
        "orphans": "سجل لا يذكره شيء",
        "twins": "عنوانان متماثلان",
    }),
]  # fmt: skip


class House(Record):
    """The newsroom's own rules, which `check` holds."""

    standfirst_words: Annotated[
        Words,
        Meaning(
            label="كلمات المقدمة",
            help="أقل كلمات مقدمة الملف وأكثرها، أو off؛ والأصل من 5 إلى 35",
            en="The fewest and the most words of the standfirst, or off",
            sample="[5, 35]",
        ),
    ] = Bounds(5, 35)
    title_words: Annotated[
        Words,
        Meaning(
            label="كلمات العنوان",
            help="أقل كلمات عنوان الحدث وأكثرها، أو off؛ والأصل من 3 إلى 12",
            en="The fewest and the most words of an event's title, or off",
            sample="[3, 12]",
        ),
    ] = Bounds(3, 12)
    summary_words: Annotated[
        Words,
        Meaning(
            label="كلمات الملخص",
            help="أقل كلمات ملخص الحدث وأكثرها، أو off؛ والأصل من 5 إلى 60",
            en="The fewest and the most words of an event's summary, or off",
            sample="[25, 60]",
        ),
    ] = Bounds(5, 60)
    section_words: Annotated[
        Words,
        Meaning(
            label="كلمات متن القسم",
            help="أقل كلمات متن القسم وأكثرها، أو off؛ والأصل من 10 إلى 700",
            en="The fewest and the most words of a section's body, or off",
            sample="[250, 700]",
        ),
    ] = Bounds(10, 700)
    full_stops: Annotated[
        Switch,
        Meaning(
            label="النقطة الأخيرة",
            help="ينتهي الملخص بنقطة، ولا ينتهي العنوان بها",
            en="A summary ends in a full stop, and a title does not",
            sample="on",
        ),
    ] = "on"
    question_marks: Annotated[
        Switch,
        Meaning(
            label="علامة الاستفهام",
            help="ينتهي السؤال بعلامة استفهام",
            en="A question ends in a question mark",
            sample="on",
        ),
    ] = "on"
    answers: Annotated[
        Switch,
        Meaning(
            label="سؤال القسم ومتنه",
            help="لكل قسم سؤال، ومتن يجيب عنه؛ والأصل off",
            en="A section has a question, and a body that answers it",
            sample="on",
        ),
    ] = "off"
    claims: Annotated[
        Switch,
        Meaning(
            label="أقوال غير المؤكد",
            help="لكل حدث غير مؤكد قول واحد على الأقل في claims",
            en="An event that is not confirmed has its claims",
            sample="on",
        ),
    ] = "on"
    sides: Annotated[
        Switch,
        Meaning(
            label="طرفا الخلاف",
            help="لكل حدث هو موضع خلاف متحدثان على الأقل في claims",
            en="The claims of what is disputed have two speakers",
            sample="on",
        ),
    ] = "on"
    attribution: Annotated[
        Switch,
        Meaning(
            label="النسبة في الملخص",
            help="ملخص الحدث غير المؤكد ينسب ما فيه إلى قائله",
            en="The summary of what is not confirmed says who says so",
            sample="on",
        ),
    ] = "on"
    orphans: Annotated[
        Switch,
        Meaning(
            label="سجل لا يذكره شيء",
            help="لا شخص ولا جهة ولا مكان ولا ناشر لا يذكره أي سجل",
            en="No actor, place or publisher that no record names",
            sample="on",
        ),
    ] = "on"
    twins: Annotated[
        Switch,
        Meaning(
            label="عنوانان متماثلان",
            help="لا حدثان بعنوان واحد",
            en="No two events with one title",
            sample="on",
        ),
    ] = "on"
    errors: Annotated[
        tuple[HouseRule, ...],
        Meaning(
            label="قواعد تمنع النشر",
            help="القواعد التي تُعد مخالفتها خطأ يمنع النشر، والباقي تنبيهات؛ ولا تمنعه مسودة",
            en="The rules whose breach is an error; the others warn, and so does a draft",
            sample="[claims, sides]",
            one="قاعدة",
        ),
    ] = ()
