"""A number with its history: what was said of it, when and by whom."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from explainer.content.model.codes import Measure, Qualifier, Status
from explainer.content.model.cross_checks import at_field, needed
from explainer.content.model.marks import Meaning
from explainer.content.model.record import Record
from explainer.content.model.scalars import Copy, EventId, Number, Prose, SectionId, Speakers, When
from explainer.content.model.source_record import Sources
from explainer.content.model.was_field import Was
from explainer.messages import say


class Value(Record):
    """A number as somebody gave it at a time; a later one stands beside it, not over it."""

    as_of: Annotated[
        When,
        Meaning(
            label="تاريخ القيمة",
            help="متى قيلت، أو متى كانت",
            en="When it was said, or was so",
            sample="2024-06",
        ),
    ]
    said_by: Annotated[
        Speakers,
        Field(min_length=1),
        Meaning(
            label="القائل",
            help="معرّف القائل أو القائلين، من actors.yml",
            en="Id of the speaker, or a list of them",
            sample="[some-city]",
        ),
    ]
    status: Annotated[
        Status,
        Meaning(
            label="الدرجة",
            help="ما مدى ثبوتها",
            en="How well it is established",
            sample="claimed",
        ),
    ]
    for_: Annotated[
        When | None,
        Meaning(
            label="المدة",
            help="الوقت الذي يعنيه الرقم، حيث يختلف عن as_of",
            en="The time that the number is about, where it is not as_of",
            sample="2023",
        ),
    ] = Field(default=None, alias="for")
    low: Annotated[
        Number | None,
        Meaning(
            label="الحد الأدنى",
            help="الحد الأدنى، بأرقام من دون فواصل",
            en="The lowest number, without separators",
            sample="10000",
        ),
    ] = None
    best: Annotated[
        Number | None,
        Meaning(
            label="أرجح تقدير",
            help="أرجح تقدير، بأرقام من دون فواصل",
            en="The best estimate, without separators",
            sample="11000",
        ),
    ] = None
    high: Annotated[
        Number | None,
        Field(validate_default=True),
        Meaning(
            label="الحد الأعلى",
            help="الحد الأعلى، بأرقام من دون فواصل",
            en="The highest number, without separators",
            sample="12000",
        ),
    ] = None
    qualifier: Annotated[
        Qualifier | None,
        Meaning(
            label="دقة الرقم",
            help="ما يُكتب قبل الرقم: نحو، أو ما لا يقل عن، أو ما يصل إلى",
            en="What is said before the number: about, at least, up to",
            sample="about",
        ),
    ] = None
    event: Annotated[
        EventId | None,
        Meaning(
            label="الحدث",
            help="معرّف الحدث الذي أُخذت منه",
            en="Id of the event that it is from",
            sample="2024-06-19-treaty",
        ),
    ] = None
    sources: Annotated[
        Sources,
        Field(validate_default=True),
        Meaning(
            label="المصادر",
            help="مصادر القيمة؛ تلزم حيث لا حدث",
            en="Its sources; needed where there is no event",
            sample="[{publisher: daily-news, title: عنوان المقال, url: null}]",
            one="مصدر",
        ),
    ] = ()

    @field_validator("best", "high")
    @classmethod
    def _in_order(cls, number: Decimal | None, info: ValidationInfo) -> Decimal | None:
        for name in ("low", "best"):
            less = info.data.get(name)
            if number is not None and less is not None and number < less:
                words = say("E311", number=number, name=name, less=less)
                raise at_field(str(info.field_name), words)
        return number

    @field_validator("high")
    @classmethod
    def _has_number(cls, high: Decimal | None, info: ValidationInfo) -> Decimal | None:
        if high is None and all(info.data.get(name, "?") is None for name in ("low", "best")):
            raise needed("E302.number", "best", "low", "high")
        return high

    @field_validator("sources")
    @classmethod
    def _rests_on_something(cls, sources: Sources, info: ValidationInfo) -> Sources:
        if not sources and info.data.get("event", "?") is None:
            raise needed("E302.ground", "sources", "event")
        return sources


class Preferred(Record):
    """The number that an editor puts first, and the reason that readers see."""

    value: Annotated[
        Number,
        Meaning(
            label="الرقم",
            help="الرقم المقدم على غيره",
            en="The number put first",
            sample="11000",
        ),
    ]
    why: Annotated[
        Prose,
        Meaning(
            label="السبب",
            help="لماذا قُدّم، كما يقرؤه القراء",
            en="Why, as readers see it",
            sample="لأنه من السجل الرسمي",
        ),
    ]


class Figure(Record):
    """A number with its history."""

    title: Annotated[
        Copy,
        Meaning(
            label="العنوان",
            help="ما الذي يُعد",
            en="What is counted",
            sample="كلفة الجسر",
        ),
    ]
    unit: Annotated[
        Copy,
        Meaning(
            label="الوحدة",
            help="المعدود مفردا، مثل شخص أو مليون دولار أو %؛ وما لا تُعرف صيغه يوضع في nouns.yml",
            en="What is counted, in the singular; forms that are not known belong in nouns.yml",
            sample="مليون دولار",
        ),
    ]
    values: Annotated[
        tuple[Value, ...],
        Field(min_length=1),
        Meaning(
            label="القيم",
            help="القيم بتواريخها وقائليها؛ تُضاف الجديدة ولا تُمحى القديمة",
            en="The values with their dates and speakers; a new one stands beside the old",
            sample="[{as_of: 2024-06, best: 11000, said_by: mayor, status: claimed, event: deal}]",
            one="قيمة",
        ),
    ]
    measure: Annotated[
        Measure | None,
        Meaning(
            label="ما يقيسه",
            help="عدد في وقت بعينه، أو مجموع حتى يوم، أو عدد خلال مدة",
            en="So many at a time, so many up to a day, or so many within a time",
            sample="total",
        ),
    ] = None
    section: Annotated[
        SectionId | None,
        Meaning(
            label="القسم",
            help="معرّف القسم",
            en="Id of its section",
            sample="money",
        ),
    ] = None
    preferred: Annotated[
        Preferred | None,
        Meaning(
            label="الرقم المقدم",
            help="رقم يقدمه المحرر على غيره، وسببه",
            en="The number that an editor puts first, and why",
            sample="{value: 11000, why: لأنه من السجل الرسمي}",
        ),
    ] = None
    finding: Annotated[
        Copy | None,
        Meaning(
            label="خلاصة الرسم",
            help="ما يبيّنه الرسم في جملة بلا نقطة، تُكتب عنوانا له بدلا من عنوان مصنوع من الأرقام",
            en="What its picture shows, as the picture's title; else one is made of the numbers",
            sample="تضاعفت الكلفة في عامين",
        ),
    ] = None
    read_with: Annotated[
        tuple[Prose, ...],
        Meaning(
            label="ما يُقرأ معه",
            help="ما ينبغي أن يعرفه القارئ مع هذا الرقم، جملة لكل ملاحظة",
            en="What a reader must know with the number, a sentence each",
            sample="[لا يشمل الرقم الأضرار في الضفة الغربية.]",
            one="ملاحظة",
        ),
    ] = ()
    was: Was = ()
