"""An event, and what it is related to."""

from functools import cached_property
from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from explainer.content.model.claim_record import Claim
from explainer.content.model.codes import (
    Basis,
    EventKind,
    Importance,
    PartOrPair,
    Publish,
    Relation,
    Status,
)
from explainer.content.model.cross_checks import needed
from explainer.content.model.image_record import ImageField
from explainer.content.model.marks import Meaning
from explainer.content.model.record import Record
from explainer.content.model.scalars import (
    ActorId,
    Body,
    Copy,
    EventId,
    FigureId,
    Ids,
    Moment,
    PlaceId,
    Prose,
    SectionId,
    Speakers,
    When,
    parsed,
)
from explainer.content.model.source_record import Source, Sources
from explainer.content.model.was_field import Was
from explainer.dates import Date, NotADateError


class Related(Record):
    """A link from this event to another; the other side shows the reverse by itself."""

    event: Annotated[
        EventId,
        Meaning(
            label="الحدث",
            help="معرّف الحدث الآخر",
            en="Id of the other event",
            sample="2024-06-19-treaty",
        ),
    ]
    as_: Annotated[
        Relation,
        Meaning(
            label="الصلة",
            help="صلة هذا الحدث بالحدث الآخر",
            en="What this event is to the other",
            sample="follows",
        ),
    ] = Field(alias="as")


class Event(Record):
    """Something that happened, or was said to have happened. One a file."""

    title: Annotated[
        Copy,
        Meaning(
            label="العنوان",
            help="عنوان خبري قصير بلا نقطة في آخره",
            en="A short headline without a full stop",
            sample="عنوان قصير",
        ),
    ]
    summary: Annotated[
        Prose,
        Meaning(
            label="الملخص",
            help="من فعل ماذا، ومتى، ووفقا لمن، في جملتين",
            en="Who did what, when, and according to whom, in two sentences",
            sample="جملة أو جملتان عما حدث",
        ),
    ]
    date: Annotated[
        When,
        Meaning(
            label="التاريخ",
            help="متى حدث، بصيغة EDTF وبالدقة المعروفة لا أكثر",
            en="When it happened, in EDTF, no more exact than is known",
            sample="2024-06-19",
        ),
    ]
    sections: Annotated[
        tuple[SectionId, ...],
        Field(min_length=1),
        Meaning(
            label="الأقسام",
            help="معرّف قسم أو أكثر",
            en="Ids of one section or more",
            sample="[money]",
        ),
    ]
    kind: Annotated[
        EventKind,
        Meaning(
            label="نوع الحدث",
            help="نوع الحدث؛ ويضيف site.yml أنواعا أخرى في kinds",
            en="What kind of event it is; site.yml may add kinds",
            sample="meeting",
        ),
    ]
    importance: Annotated[
        Importance,
        Meaning(
            label="الأهمية",
            help="1 لا يفوت أحدا ويظهر في الصفحة الرئيسية، 2 مهم، 3 تفصيل",
            en="1: nobody should miss it, and the home page shows it; 2; 3: a detail",
            sample="2",
        ),
    ]
    status: Annotated[
        Status,
        Meaning(
            label="الدرجة",
            help="ما مدى ثبوته",
            en="How well it is established",
            sample="confirmed",
        ),
    ]
    sources: Annotated[
        Sources,
        Field(min_length=1),
        Meaning(
            label="المصادر",
            help="مصدر واحد على الأقل",
            en="One source at least",
            sample="[{publisher: daily-news, title: عنوان المقال, url: null}]",
            one="مصدر",
        ),
    ]
    body: Annotated[
        Body | None,
        Meaning(
            label="التفصيل",
            help="فقرات إضافية بصيغة Markdown، من دون HTML",
            en="More paragraphs in Markdown, no HTML",
            sample="فقرة من النص",
        ),
    ] = None
    part: Annotated[
        PartOrPair | None,
        Meaning(
            label="جزء من التاريخ",
            help="جزء من الشهر أو السنة، وللمدة جزآن، مثل [end, null]",
            en="A part of the month or year; for an interval a pair, such as [end, null]",
            sample="mid",
        ),
    ] = None
    basis: Annotated[
        Basis | None,
        Meaning(
            label="سبب التأكيد",
            help="لماذا عُدّ مؤكدا؛ يُكتب مع confirmed",
            en="Why a confirmed event is confirmed",
            sample="independent",
        ),
    ] = None
    said_by: Annotated[
        Speakers,
        Field(validate_default=True),
        Meaning(
            label="القائل",
            help="من يقول إنه حدث، من actors.yml؛ لازم إلا مع confirmed",
            en="Who says that it happened; needed unless it is confirmed",
            sample="[some-city]",
        ),
    ] = ()
    claims: Annotated[
        tuple[Claim, ...],
        Meaning(
            label="الأقوال",
            help="من قال ماذا، وقول كل طرف على حدة",
            en="Who says what, each speaker apart",
            sample="[{text: سيكتمل الجسر, said_by: some-city, act: states}]",
            one="قول",
        ),
    ] = ()
    actors: Annotated[
        tuple[ActorId, ...],
        Meaning(
            label="الأشخاص والجهات",
            help="معرّفات الأشخاص والجهات، من actors.yml",
            en="Ids of those who take part, from actors.yml",
            sample="[some-city]",
        ),
    ] = ()
    places: Annotated[
        tuple[PlaceId, ...],
        Meaning(
            label="الأماكن",
            help="معرّفات الأماكن، من places.yml",
            en="Ids of places, from places.yml",
            sample="[old-quay]",
        ),
    ] = ()
    route: Annotated[
        tuple[PlaceId, ...],
        Field(min_length=2),
        Meaning(
            label="المسار",
            help="معرّفات الأماكن التي مر بها، بترتيبها؛ ترسمه الخريطة خطا",
            en="Ids of the places it went through, in order; the map draws a line",
            sample="[old-quay, some-port]",
        ),
    ] = ()
    figures: Annotated[
        tuple[FigureId, ...],
        Meaning(
            label="الأرقام",
            help="معرّفات الأرقام المتصلة به، من figures.yml",
            en="Ids of figures, from figures.yml",
            sample="[cost]",
        ),
    ] = ()
    related: Annotated[
        tuple[Related, ...],
        Meaning(
            label="أحداث ذات صلة",
            help="صلته بأحداث أخرى؛ ويظهر عكسها في صفحاتها",
            en="Its relation to other events; they show the reverse",
            sample="[{event: 2024-06-19-treaty, as: follows}]",
            one="حدث ذو صلة",
        ),
    ] = ()
    image: ImageField = None
    publish: Annotated[
        Publish,
        Meaning(
            label="النشر",
            help="live يراه القراء، draft مسودة لا يرونها، withdrawn سُحب وبقي عنوانه",
            en="live: readers see it; draft: they do not; withdrawn: its address says so",
            sample="live",
        ),
    ] = "live"
    publish_at: Annotated[
        Moment | None,
        Meaning(
            label="موعد النشر",
            help="لا يظهر قبل هذا الموعد (بتوقيت غرينتش إن لم تُذكر المنطقة)، بل في أول بناء بعده",
            en="Not shown before this moment (UTC unless it says otherwise), but at the next build",
            sample="2026-01-31T06:00Z",
        ),
    ] = None
    review_by: Annotated[
        When | None,
        Meaning(
            label="موعد المراجعة",
            help="متى يعود إليه محرر",
            en="When an editor must look again",
            sample="2026-01-31",
        ),
    ] = None
    added: Annotated[
        When | None,
        Meaning(
            label="يوم الإضافة",
            help="يوم دخوله الملف، حيث لا يصدق تاريخ git",
            en="The day it came into the file, where git does not tell it rightly",
            sample="2026-01-31",
        ),
    ] = None
    was: Was = ()

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
        return parsed(self.date.text, self.part) if self.part else self.date

    @field_validator("part")
    @classmethod
    def _part_fits(cls, part: Any, info: ValidationInfo) -> Any:
        date = info.data.get("date")
        try:
            _ = parsed(date.text, part) if date and part else None
        except NotADateError as error:
            context = {"fields": ("part",), "error": error}
            raise PydanticCustomError("edtf", "not its part", context) from error
        return part

    @field_validator("said_by")
    @classmethod
    def _has_speaker(cls, said_by: Ids, info: ValidationInfo) -> Ids:
        status = info.data.get("status", "confirmed")
        if status != "confirmed" and not said_by:
            raise needed("E302.speaker", "said_by", status=status)
        return said_by
