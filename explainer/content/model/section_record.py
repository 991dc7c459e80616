"""A part of the explainer."""

from typing import Annotated

from pydantic import Field

from explainer.content.model.image_record import ImageField
from explainer.content.model.marks import Meaning
from explainer.content.model.record import Record
from explainer.content.model.scalars import Copy, Narrative, Prose, Whole
from explainer.content.model.was_field import Was


class Section(Record):
    """A part of the explainer: a page, a menu entry, a filter. A new file is a new section."""

    title: Annotated[
        Copy,
        Meaning(
            label="العنوان",
            help="عنوان القسم",
            en="Title of the section",
            sample="عنوان قصير",
        ),
    ]
    order: Annotated[
        Whole,
        Field(ge=0),
        Meaning(
            label="الترتيب",
            help="ترتيب القسم في القائمة وفي الصفحة الرئيسية",
            en="Its place in the menu and on the home page",
            sample="1",
        ),
    ] = 0
    question: Annotated[
        Copy | None,
        Meaning(
            label="السؤال",
            help="السؤال الذي يجيب عنه القسم",
            en="The question that it answers",
            sample="لماذا بُني الجسر؟",
        ),
    ] = None
    summary: Annotated[
        Prose | None,
        Meaning(
            label="الملخص",
            help="الجواب في جملة أو جملتين",
            en="The answer in a sentence or two",
            sample="جملة أو جملتان",
        ),
    ] = None
    body: Annotated[
        Narrative | None,
        Meaning(
            label="التفصيل",
            help="الجواب مفصلا، بصيغة Markdown، مع روابط إلى الأحداث",
            en="The answer at length, in Markdown, with links to events",
            sample="فقرة من النص",
        ),
    ] = None
    image: ImageField = None
    was: Was = ()
