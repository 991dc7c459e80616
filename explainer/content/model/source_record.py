"""Where something was read."""

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from explainer.content.model.marks import Either, Meaning
from explainer.content.model.record import Record
from explainer.content.model.scalars import Copy, Language, PublisherId, Slug, Text, Url, When


class Source(Record):
    """Where something was read; `title`, `url`, `date` may be null: not known, never invented."""

    publisher: Annotated[
        PublisherId,
        Meaning(
            label="الناشر",
            help="معرّف الناشر، من publishers.yml",
            en="Id of the publisher, from publishers.yml",
            sample="daily-news",
        ),
    ]
    id: Annotated[
        Slug | None,
        Meaning(
            label="اسم المصدر",
            help="اسم قصير تذكره الأقوال؛ ومن دونه يُذكر معرّف الناشر، إن كان له هنا مصدر واحد",
            en="What claims name it by; else its publisher, where that has one source here",
            sample="noon-bulletin",
        ),
    ] = None
    title: Annotated[
        Text | None,
        Meaning(
            label="العنوان",
            help="عنوان المصدر كما نُشر، بلغته؛ null إن لم يُعرف",
            en="Its title as published, in its language; null where not known",
            sample="عنوان المقال",
        ),
    ] = None
    url: Annotated[
        Url | None,
        Meaning(
            label="عنوان الصفحة",
            help="عنوان الصفحة على الشبكة؛ null إن لم يكن لها عنوان",
            en="Address of the page; null where it has none (print, broadcast)",
            sample="https://example.org/page",
        ),
    ] = None
    date: Annotated[
        When | None,
        Meaning(
            label="التاريخ",
            help="تاريخ نشر المصدر؛ null إن لم يُعرف",
            en="When it was published; null where not known",
            sample="2024-06-19",
        ),
    ] = None
    lang: Annotated[
        Language | None,
        Meaning(
            label="اللغة",
            help="رمز لغة المصدر، مثل ar أو en",
            en="Code of its language, such as ar or en",
            sample="ar",
        ),
    ] = None
    archived: Annotated[
        Url | None,
        Meaning(
            label="النسخة المحفوظة",
            help="عنوان نسخة محفوظة من الصفحة",
            en="Address of an archived copy of the page",
            sample="https://example.org/archive/page",
        ),
    ] = None
    via: Annotated[
        PublisherId | None,
        Meaning(
            label="نقلا عن",
            help="معرّف من يحمل المصدر نصه أو روايته، وكالة أو غيرها، من publishers.yml",
            en="Id of the agency or publisher whose text or account it carries",
            sample="some-wire",
        ),
    ] = None
    note: Annotated[
        Copy | None,
        Meaning(
            label="ملاحظة",
            help="ملاحظة قصيرة على المصدر",
            en="A short note on the source",
            sample="بث بلا تسجيل",
        ),
    ] = None


def _name_or_whole(value: Any) -> str:
    return "name" if isinstance(value, str) else "whole"


Sources = tuple[Source, ...]
SourceOrName = Annotated[
    Annotated[Slug, Tag("name")] | Annotated[Source, Tag("whole")],
    Discriminator(_name_or_whole),
    Either("name or whole"),
]
