"""The explainer itself."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from explainer.content.model.codes import KIND_ID, Digits, Months, Status, Switch
from explainer.content.model.house_record import House
from explainer.content.model.image_record import ImageField
from explainer.content.model.map_record import Land, Sea
from explainer.content.model.marks import Meaning, Shape
from explainer.content.model.newsroom_record import Newsroom
from explainer.content.model.record import Record
from explainer.content.model.scalars import ActorId, Body, Copy, EventId, FigureId, Prose, When


class KeyPoint(Record):
    """A sentence nobody should miss, resting on events."""

    text: Annotated[
        Prose,
        Meaning(
            label="النص",
            help="النقطة في جملة",
            en="The point, in a sentence",
            sample="جملة واحدة",
        ),
    ]
    events: Annotated[
        tuple[EventId, ...],
        Field(min_length=1),
        Meaning(
            label="الأحداث",
            help="معرّفات الأحداث التي تقوم عليها",
            en="Ids of the events that it rests on",
            sample="[2024-06-19-treaty]",
        ),
    ]
    status: Annotated[
        Status | None,
        Meaning(
            label="الدرجة",
            help="درجتها، حيث تختلف عن أضعف درجات أحداثها",
            en="How sure it is, where that is not the least sure of its events",
            sample="claimed",
        ),
    ] = None


class Question(Record):
    """What readers ask, with the answer."""

    question: Annotated[
        Copy,
        Meaning(
            label="السؤال",
            help="ما يسأله القراء",
            en="What readers ask",
            sample="لماذا بُني الجسر؟",
        ),
    ]
    answer: Annotated[
        Body,
        Meaning(
            label="الجواب",
            help="الجواب في جملة أو أكثر",
            en="The answer, in a sentence or more",
            sample="لأن العبّارة توقفت",
        ),
    ]
    events: Annotated[
        tuple[EventId, ...],
        Meaning(
            label="الأحداث",
            help="معرّفات الأحداث التي يقوم عليها الجواب",
            en="Ids of the events that the answer rests on",
            sample="[2024-06-19-treaty]",
        ),
    ] = ()


class Unknown(Record):
    """What nobody has established."""

    text: Annotated[
        Prose,
        Meaning(
            label="النص",
            help="ما لم يثبته أحد، في جملة؛ وما قبل نقطتين فيها عنوانه في الصفحة الرئيسية",
            en="What nobody has established, in a sentence; what stands before a colon heads it",
            sample="'كلفة الطلاء: لم يُعرف من دفعها'",
        ),
    ]
    events: Annotated[
        tuple[EventId, ...],
        Meaning(
            label="الأحداث",
            help="معرّفات الأحداث المتصلة به",
            en="Ids of the events that it is about",
            sample="[2024-06-19-treaty]",
        ),
    ] = ()


class Locale(Record):
    """How months and digits are written."""

    months: Annotated[
        Months,
        Meaning(
            label="أسماء الشهور",
            help="أسماء الشهور في الصفحات كلها",
            en="The names of months on all pages",
            sample="dual",
        ),
    ] = "dual"
    digits: Annotated[
        Digits,
        Meaning(
            label="الأرقام",
            help="شكل الأرقام في الصفحات كلها",
            en="The digits on all pages",
            sample="latn",
        ),
    ] = "latn"


KindCode = Annotated[
    str, StringConstraints(pattern=rf"^{KIND_ID.pattern}$"), Shape("an-id", rf"^{KIND_ID.pattern}$")
]


class Site(Record):
    """The explainer itself."""

    title: Annotated[
        Copy,
        Meaning(
            label="العنوان",
            help="عنوان الملف كله",
            en="Title of the explainer",
            sample="عنوان قصير",
        ),
    ]
    short_title: Annotated[
        Copy | None,
        Meaning(
            label="العنوان القصير",
            help="اسم الملف في الشريط أعلى الصفحات، حيث لا مكان للعنوان كله",
            en="Its name in the bar above all pages, where the title has no room",
            sample="عنوان قصير",
        ),
    ] = None
    standfirst: Annotated[
        Prose,
        Meaning(
            label="المقدمة",
            help="ما هذا الملف، في جملة أو جملتين",
            en="What it is about, in a sentence or two",
            sample="جملة تقول ما هذا الملف",
        ),
    ]
    as_of: Annotated[
        When,
        Meaning(
            label="ما تغطيه البيانات",
            help="التاريخ الذي تغطي البيانات الأحداث حتى حلوله",
            en="What the data cover up to",
            sample="2024-06",
        ),
    ]
    parties: Annotated[
        tuple[ActorId, ...],
        Meaning(
            label="الأطراف",
            help="معرّفات الأطراف الرئيسية، من actors.yml",
            en="Ids of the main parties, from actors.yml",
            sample="[some-city]",
        ),
    ] = ()
    locale: Annotated[
        Locale,
        Meaning(
            label="الشهور والأرقام",
            help="أسماء الشهور وشكل الأرقام",
            en="How months and digits are written",
            sample="{months: dual, digits: latn}",
        ),
    ] = Locale()
    key_points: Annotated[
        tuple[KeyPoint, ...],
        Meaning(
            label="الخلاصة",
            help="نقاط لا تفوت أحدا، تقوم كل منها على حدث أو أكثر",
            en="Sentences nobody should miss, each resting on events",
            sample="[{text: وقّعت المدينتان الاتفاق, events: [2024-06-19-treaty]}]",
            one="نقطة",
        ),
    ] = ()
    turns: Annotated[
        tuple[EventId, ...],
        Meaning(
            label="المحطات",
            help="معرّفات المحطات في الصفحة الرئيسية، 8 على الأكثر؛ والأصل أهم الأحداث",
            en="Ids of the turning points on home, 8 at most; else the weightiest events",
            sample="[2024-06-19-treaty]",
            one="محطة",
        ),
    ] = ()
    questions: Annotated[
        tuple[Question, ...],
        Meaning(
            label="الأسئلة",
            help="أسئلة القراء وأجوبتها",
            en="What readers ask, with the answers",
            sample="[{question: لماذا بُني الجسر؟, answer: لأن العبّارة توقفت}]",
            one="سؤال",
        ),
    ] = ()
    unknowns: Annotated[
        tuple[Unknown, ...],
        Meaning(
            label="ما لم يثبت",
            help="ما لم يثبته أحد",
            en="What nobody has established",
            sample="[{text: لم يُعرف من دفع}]",
            one="نقطة",
        ),
    ] = ()
    figures: Annotated[
        tuple[FigureId, ...],
        Meaning(
            label="أرقام الصفحة الرئيسية",
            help="معرّفات الأرقام التي تظهر في الصفحة الرئيسية",
            en="Ids of the figures that the home page shows",
            sample="[cost]",
        ),
    ] = ()
    kinds: Annotated[
        Mapping[KindCode, Copy],
        Meaning(
            label="أنواع أخرى من الأحداث",
            help="أنواع أحداث تضيفها غرفة الأخبار، لكل رمز اسمه بالعربية",
            en="Kinds of events that the newsroom adds: a code, and its name in Arabic",
            sample="{book-fair: معرض كتب}",
            one="نوع",
        ),
    ] = {}
    image: ImageField = None
    newsroom: Annotated[
        Newsroom | None,
        Meaning(
            label="غرفة الأخبار",
            help="من وراء الملف وكيف يُراسَل؛ يظهر في صفحة «عن هذا الموقع»",
            en="Who is behind it and how to write to them; shown on the about page",
            sample="{name: غرفة أخبار المدينة, email: desk@newsroom.example}",
        ),
    ] = None
    editors_pages: Annotated[
        Switch,
        Meaning(
            label="صفحات المحررين",
            help="هل تُنشر للقراء صفحتا دليل المحررين ومسائل الفحص؛ وهما في serve دائما",
            en="Whether the editors' guide and list of problems are published too; serve has both",
            sample="off",
        ),
    ] = "off"
    lands: Annotated[
        tuple[Land, ...],
        Meaning(
            label="الأراضي على الخرائط",
            help="ما يقرره المحررون في أراض بعينها: اسمها، وبلون أي بلد هي",
            en="What the editors decide about lands: their names, and whose tone they have",
            sample="[{id: XK, name: كوسوفو}]",
            one="أرض",
        ),
    ] = ()
    seas: Annotated[
        tuple[Sea, ...],
        Meaning(
            label="البحار على الخرائط",
            help="بحار تسميها الخرائط",
            en="Seas that maps name",
            sample="[{name: البحر المتوسط, lat: 34.5, lon: 18.5}]",
            one="بحر",
        ),
    ] = ()
    house: Annotated[
        House,
        Meaning(
            label="قواعد غرفة الأخبار",
            help="ما يطلبه الفحص من النصوص والسجلات؛ وما لا يُذكر هنا يبقى كما هو في الأصل",
            en="What the newsroom's own rules ask of texts and records",
            sample="{title_words: [3, 12], errors: [claims, sides]}",
        ),
    ] = House()
    method: Annotated[
        Body | None,
        Meaning(
            label="المنهج",
            help="كيف اختيرت الأحداث وما حدود ذلك؛ يظهر في صفحة المنهج",
            en="How the events were chosen, and the limits; shown on the method page",
            sample="كيف اختيرت الأحداث",
        ),
    ] = None
    licence: Annotated[
        Copy | None,
        Meaning(
            label="الترخيص",
            help="ترخيص المحتوى",
            en="The licence of the content",
            sample="ملك عام",
        ),
    ] = None
