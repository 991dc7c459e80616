"""What editors say of maps: whose tone a land has, what lands and seas are called."""

from typing import Annotated

from pydantic import Field, StringConstraints

from explainer.arabic import vocabulary
from explainer.content.model.codes import LandLabel
from explainer.content.model.marks import Meaning, Shape
from explainer.content.model.record import Record
from explainer.content.model.scalars import Copy, Number

LAND_ID = rf"^([A-Z]{{2}}|{'|'.join(vocabulary.DISPUTED_LAND)})$"
TONE = "^([A-Z]{2}|none)$"


class Land(Record):
    """How maps show one land: a country, or one that is disputed."""

    id: Annotated[
        Annotated[str, StringConstraints(pattern=LAND_ID), Shape("a-land", LAND_ID)],
        Meaning(
            label="الأرض",
            help="رمز بلد بحرفين لاتينيين كبيرين، أو اسم أرض متنازع عليها، مثل crimea",
            en="A country's code, or the name of a disputed land, such as crimea",
            sample="XK",
        ),
    ]
    name: Annotated[
        Copy | None,
        Meaning(
            label="الاسم",
            help="ما تسميه الخرائط به، بدلا من الاسم المألوف",
            en="What maps call it instead of its usual name",
            sample="اسم قصير",
        ),
    ] = None
    label: Annotated[
        LandLabel,
        Meaning(
            label="كتابة الاسم",
            help="هل يُكتب اسمها على الخرائط",
            en="Whether maps write its name",
            sample="none",
        ),
    ] = "name"
    tone: Annotated[
        Annotated[str, StringConstraints(pattern=TONE), Shape("a-tone", TONE)] | None,
        Meaning(
            label="اللون",
            help="رمز البلد الذي تُلوَّن بلونه، أو none كي لا تُلوَّن بلون طرف",
            en="Code of the country whose tone it has, or none: no party's",
            sample="none",
        ),
    ] = None


class Sea(Record):
    """A sea that maps name; none is named where nobody says how."""

    name: Annotated[
        Copy,
        Meaning(
            label="الاسم",
            help="اسم البحر كما تكتبه الخرائط",
            en="The sea's name, as maps write it",
            sample="البحر المتوسط",
        ),
    ]
    lat: Annotated[
        Annotated[Number, Field(ge=-90, le=90)],
        Meaning(
            label="خط العرض",
            help="خط العرض حيث يُكتب الاسم",
            en="Latitude of where the name stands",
            sample="34.5",
        ),
    ]
    lon: Annotated[
        Annotated[Number, Field(ge=-180, le=180)],
        Meaning(
            label="خط الطول",
            help="خط الطول حيث يُكتب الاسم",
            en="Longitude of where the name stands",
            sample="18.5",
        ),
    ]
