"""A picture of the newsroom's own, with what readers must be told of it."""

import re
from typing import Annotated

from pydantic import StringConstraints

from explainer.content.model.marks import Meaning, Ref, Shape
from explainer.content.model.record import Record
from explainer.content.model.scalars import Copy, Prose

IS_MEDIA_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,95}\.(jpg|jpeg|png|webp)")
_MEDIA_NAME = rf"^{IS_MEDIA_NAME.pattern}$"
MediaName = Annotated[
    str,
    StringConstraints(pattern=_MEDIA_NAME),
    Shape("media-name", _MEDIA_NAME),
    Ref("media"),
]


class Image(Record):
    """A picture: its file in content/media/, what is in it, and whose it is."""

    file: Annotated[
        MediaName,
        Meaning(
            label="الملف",
            help="اسم الملف في المجلد content/media",
            en="The name of the file in content/media/",
            sample="harbour.jpg",
        ),
    ]
    alt: Annotated[
        Copy,
        Meaning(
            label="النص البديل",
            help="ما يظهر في الصورة، لمن لا يراها",
            en="What is in it, for those who do not see it",
            sample="سفينة شحن على رصيف الميناء",
        ),
    ]
    credit: Annotated[
        Copy,
        Meaning(
            label="صاحب الصورة",
            help="المصور أو الوكالة، كما يُذكر تحت الصورة",
            en="The photographer or agency, as told below it",
            sample="اسم المصور",
        ),
    ]
    licence: Annotated[
        Copy | None,
        Meaning(
            label="الترخيص",
            help="ترخيص الصورة",
            en="The licence of the picture",
            sample="CC BY 4.0",
        ),
    ] = None
    caption: Annotated[
        Prose | None,
        Meaning(
            label="الشرح",
            help="ما ينبغي أن يُعرف عنها، في جملة",
            en="What should be known of it, in a sentence",
            sample="سفينة في الميناء قبل الافتتاح بيوم",
        ),
    ] = None


ImageField = Annotated[
    Image | None,
    Meaning(
        label="الصورة",
        help="صورة من content/media، مع نصها البديل وصاحبها",
        en="A picture of content/media/, with its alternative text and its credit",
        sample="{file: harbour.jpg, alt: رصيف الميناء, credit: اسم المصور}",
    ),
]
"""The picture of a record."""
