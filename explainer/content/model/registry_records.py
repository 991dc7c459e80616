"""Records that others name: actors, places, publishers, terms and counted nouns."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from explainer.content.model.codes import ActorType, Gender, PublisherType
from explainer.content.model.cross_checks import at_field, needed
from explainer.content.model.image_record import ImageField
from explainer.content.model.marks import Meaning
from explainer.content.model.record import Name, Record
from explainer.content.model.scalars import (
    ActorId,
    Copy,
    Country,
    Number,
    Prose,
    Text,
    When,
    Wikidata,
)
from explainer.content.model.was_field import Was
from explainer.dates import Date
from explainer.messages import say

Aliases = Annotated[
    tuple[Text, ...],
    Meaning(
        label="أسماء أخرى",
        help="أسماء أخرى ورسوم أخرى للاسم، يجدها البحث",
        en="Other names and spellings, which the search finds",
        sample="[اسم آخر]",
        one="اسم آخر",
    ),
]
CountryField = Annotated[
    Country | None,
    Meaning(
        label="البلد",
        help="رمز البلد بحرفين لاتينيين كبيرين، مثل LB",
        en="Code of the country, two capital letters, such as LB",
        sample="FR",
    ),
]


class Post(Record):
    """An office somebody holds or held."""

    title: Annotated[
        Copy,
        Meaning(
            label="المنصب",
            help="اسم المنصب",
            en="Name of the office",
            sample="رئيس البلدية",
        ),
    ]
    from_: Annotated[
        When | None,
        Meaning(
            label="من",
            help="متى تولاه",
            en="Since when",
            sample="2018-03",
        ),
    ] = Field(default=None, alias="from")
    to: Annotated[
        When | None,
        Meaning(
            label="إلى",
            help="متى تركه",
            en="Until when",
            sample="2021-06",
        ),
    ] = None

    @field_validator("to")
    @classmethod
    def _in_order(cls, to: Date | None, info: ValidationInfo) -> Date | None:
        start = info.data.get("from_")
        if start and to and start.earliest and to.latest and start.earliest > to.latest:
            raise at_field("to", say("E312", to=to.text, start=start.text))
        return to


class Actor(Record):
    """A person, state or body that acts or speaks."""

    name: Annotated[
        Name,
        Meaning(
            label="الاسم",
            help="الاسم بكل لغة معروفة، كما يُكتب في النصوص كلها",
            en="The name in every language that is known, as all texts spell it",
            sample="{ar: الاسم, en: Name}",
        ),
    ]
    type: Annotated[
        ActorType,
        Meaning(
            label="النوع",
            help="شخص أو دولة أو هيئة أو غير ذلك",
            en="A person, a state, a body and so on",
            sample="person",
        ),
    ]
    short: Annotated[
        Copy | None,
        Meaning(
            label="الاسم القصير",
            help="اسم أقصر يُكتب في الرسوم، حيث يضيق المكان",
            en="A shorter name for pictures, where there is little room",
            sample="الاستخبارات في سيول",
        ),
    ] = None
    aliases: Aliases = ()
    country: CountryField = None
    posts: Annotated[
        tuple[Post, ...],
        Meaning(
            label="المناصب",
            help="المناصب وتواريخها",
            en="Offices and their dates",
            sample="[{title: رئيس البلدية, from: 2018-03}]",
            one="منصب",
        ),
    ] = ()
    summary: Annotated[
        Prose | None,
        Meaning(
            label="التعريف",
            help="تعريف في جملة",
            en="Who that is, in a sentence",
            sample="رئيس بلدية مدينة متخيلة",
        ),
    ] = None
    image: ImageField = None
    wikidata: Annotated[
        Wikidata | None,
        Meaning(
            label="ويكي بيانات",
            help="معرّفه في ويكي بيانات، مثل Q42",
            en="Id in Wikidata, such as Q42",
            sample="Q42",
        ),
    ] = None
    was: Was = ()


class Place(Record):
    """Where something happened; `lat` and `lon` in degrees."""

    name: Annotated[
        Name,
        Meaning(
            label="الاسم",
            help="اسم المكان بكل لغة معروفة",
            en="The place's name in every language that is known",
            sample="{ar: الاسم, en: Name}",
        ),
    ]
    aliases: Aliases = ()
    lat: Annotated[
        Annotated[Number, Field(ge=-90, le=90)] | None,
        Meaning(
            label="خط العرض",
            help="خط العرض بالدرجات، وهو سالب جنوب خط الاستواء؛ ومعه lon",
            en="Latitude in degrees, negative in the south; with lon",
            sample="35.5",
        ),
    ] = None
    lon: Annotated[
        Annotated[Number, Field(ge=-180, le=180)] | None,
        Field(validate_default=True),
        Meaning(
            label="خط الطول",
            help="خط الطول بالدرجات، وهو سالب غرب غرينتش؛ ومعه lat",
            en="Longitude in degrees, negative in the west; with lat",
            sample="129.25",
        ),
    ] = None
    country: CountryField = None
    was: Was = ()

    @field_validator("lon")
    @classmethod
    def _both_or_neither(cls, lon: Decimal | None, info: ValidationInfo) -> Decimal | None:
        lat = info.data.get("lat", lon)
        if (lat is None) != (lon is None):
            missing, given = ("lat", "lon") if lat is None else ("lon", "lat")
            raise needed("E302.coordinate", missing, given=given)
        return lon


class Publisher(Record):
    """An outlet; `type` says what kind, and state media are called so."""

    name: Annotated[
        Name,
        Meaning(
            label="الاسم",
            help="اسم الناشر بكل لغة معروفة",
            en="The publisher's name in every language that is known",
            sample="{ar: الاسم, en: Name}",
        ),
    ]
    type: Annotated[
        PublisherType,
        Meaning(
            label="النوع",
            help="ما نوع الناشر؛ والإعلام الرسمي يُسمى كذلك",
            en="What kind of publisher; state media are called so",
            sample="newspaper",
        ),
    ]
    country: CountryField = None
    speaks_for: Annotated[
        ActorId | None,
        Meaning(
            label="يتكلم باسم",
            help="معرّف الجهة التي يتكلم باسمها، فلا يُعد مستقلا عنها",
            en="Id of the actor whose voice it is, of whom it is not independent",
            sample="some-city",
        ),
    ] = None
    was: Was = ()


class Term(Record):
    """A word that readers may not know."""

    term: Annotated[
        Copy,
        Meaning(
            label="المصطلح",
            help="المصطلح كما يرد في النصوص",
            en="The term, as texts have it",
            sample="المصطلح",
        ),
    ]
    definition: Annotated[
        Prose,
        Meaning(
            label="المعنى",
            help="معنى المصطلح في جملة",
            en="What it means, in a sentence",
            sample="معنى المصطلح في جملة",
        ),
    ]
    aliases: Aliases = ()
    was: Was = ()


class Noun(Record):
    """How a noun that figures count is inflected; its id is the singular, as a unit has it.

    What is regular may be left out: it is made from the singular and the plural.
    """

    plural: Annotated[
        Text,
        Meaning(
            label="الجمع",
            help="بعد 3 إلى 10، مثل سفن",
            en="After 3 to 10",
            sample="سفن",
        ),
    ]
    dual: Annotated[
        Text | None,
        Meaning(
            label="المثنى",
            help="المثنى المرفوع، إن لم يكن بزيادة ان: مستشفيان",
            en="The dual, where it is not made by adding ان",
            sample="سفينتان",
        ),
    ] = None
    dual_genitive: Annotated[
        Text | None,
        Meaning(
            label="المثنى المجرور",
            help="المثنى بعد حرف جر، إن لم تتحول ان في المثنى إلى ين",
            en="The dual after a preposition, where ان does not become ين in it",
            sample="سفينتين",
        ),
    ] = None
    accusative: Annotated[
        Text | None,
        Meaning(
            label="التمييز",
            help="بعد 11 إلى 99، إن لم يكن المفرد مع ألف التنوين: مستشفى",
            en="After 11 to 99, where it is not the singular with an alef",
            sample="سفينة",
        ),
    ] = None
    gender: Annotated[
        Gender | None,
        Meaning(
            label="الجنس",
            help="إن لم يدل عليه آخر المفرد: حرب مؤنثة وإن خلت من التاء",
            en="Where the singular's ending does not tell it",
            sample="feminine",
        ),
    ] = None
