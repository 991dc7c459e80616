"""Who says what, and how it bears on what others say."""

from typing import Annotated

from pydantic import Field

from explainer.content.model.codes import Act, AnswerKind
from explainer.content.model.marks import Meaning
from explainer.content.model.record import Record
from explainer.content.model.scalars import Copy, EventId, Prose, Slug, Speakers, When
from explainer.content.model.source_record import SourceOrName


class Answers(Record):
    """How a claim bears on one that another event records."""

    event: Annotated[
        EventId,
        Meaning(
            label="الحدث",
            help="معرّف الحدث الذي فيه القول الآخر",
            en="Id of the event that records the other claim",
            sample="2024-06-19-treaty",
        ),
    ]
    claim: Annotated[
        Slug,
        Meaning(
            label="القول",
            help="معرّف القول الآخر (حقله id)",
            en="The other claim's id",
            sample="city-count",
        ),
    ]
    as_: Annotated[
        AnswerKind,
        Meaning(
            label="الصلة",
            help="صلة هذا القول بالقول الآخر",
            en="How this claim bears on the other",
            sample="contradicts",
        ),
    ] = Field(alias="as")


class Claim(Record):
    """Who says what."""

    text: Annotated[
        Prose,
        Meaning(
            label="النص",
            help="القول في جملة",
            en="What is said, in a sentence",
            sample="سيكتمل الجسر في موعده",
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
    act: Annotated[
        Act,
        Meaning(
            label="ماذا فعل القائل",
            help="ماذا فعل القائل: قال أو نفى أو قدّر أو غير ذلك",
            en="What the speaker did: state, deny, estimate and so on",
            sample="estimates",
        ),
    ]
    id: Annotated[
        Slug | None,
        Meaning(
            label="معرّف القول",
            help="معرّف تذكره أقوال أخرى، في answers",
            en="What other claims name it by, in answers",
            sample="city-count",
        ),
    ] = None
    as_of: Annotated[
        When | None,
        Meaning(
            label="تاريخ القول",
            help="متى قيل",
            en="When it was said",
            sample="2024-06",
        ),
    ] = None
    sources: Annotated[
        tuple[SourceOrName, ...],
        Meaning(
            label="مصادر القول",
            help="أسماء مصادر الحدث التي ورد فيها القول (id المصدر أو ناشره)، أو مصادر كاملة",
            en="Names of the event's sources that bear it (a source's id, or its publisher), or "
            "whole sources; without any, it is not recorded which of several does",
            sample="[daily-news]",
            one="مصدر",
        ),
    ] = ()
    answers: Annotated[
        tuple[Answers, ...],
        Meaning(
            label="يرد على",
            help="أقوال أخرى، في هذا الحدث أو غيره، يناقضها هذا القول أو يؤكدها أو يدققها",
            en="Claims, of this event or another, that this one contradicts, confirms or narrows",
            sample="[{event: 2024-06-19-treaty, claim: city-count, as: contradicts}]",
            one="قول آخر",
        ),
    ] = ()
    question: Annotated[
        Copy | None,
        Meaning(
            label="السؤال",
            help="السؤال الذي يختلف فيه هذا القول وما ينفيه، ويظهر فوقهما",
            en="The question on which this and what denies it differ; it stands above both",
            sample="هل اكتمل الجسر في موعده؟",
        ),
    ] = None
