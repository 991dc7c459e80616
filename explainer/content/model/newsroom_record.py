"""Who is behind an explainer, as readers are told."""

from typing import Annotated

from pydantic import Field

from explainer.content.model.marks import Meaning
from explainer.content.model.record import Record
from explainer.content.model.scalars import Copy, Email, Moment, Url


class SecurityContact(Record):
    """Whom to tell of a hole in the site; published as security.txt (RFC 9116)."""

    email: Annotated[
        Email,
        Meaning(
            label="البريد",
            help="بريد تصل إليه البلاغات عن ثغرات الموقع",
            en="Where those who find a hole in the site write to",
            sample="security@newsroom.example",
        ),
    ]
    until: Annotated[
        Moment,
        Meaning(
            label="صالح حتى",
            help="آخر يوم يُعتمد فيه هذا البريد، ويُجدَّد كل سنة",
            en="The last day for which this holds; renewed every year",
            sample="2027-01-31",
        ),
    ]


class Newsroom(Record):
    """Those who answer for the explainer, and how a reader reaches them."""

    name: Annotated[
        Copy,
        Meaning(
            label="الاسم",
            help="اسم غرفة الأخبار أو الجهة المسؤولة عن الملف",
            en="The name of the newsroom that answers for the explainer",
            sample="غرفة أخبار المدينة",
        ),
    ]
    editors: Annotated[
        tuple[Copy, ...],
        Field(max_length=30),
        Meaning(
            label="المحررون",
            help="أسماء من حرروا الملف، تظهر في صفحة «عن هذا الموقع»",
            en="The names of its editors, shown on the about page",
            sample="[محرر أول, محررة ثانية]",
            one="محرر",
        ),
    ] = ()
    email: Annotated[
        Email | None,
        Meaning(
            label="البريد",
            help="بريد تصل إليه بلاغات القراء عن الأخطاء",
            en="Where readers write to report a mistake",
            sample="desk@newsroom.example",
        ),
    ] = None
    url: Annotated[
        Url | None,
        Meaning(
            label="الموقع",
            help="موقع غرفة الأخبار",
            en="The newsroom's own site",
            sample="https://newsroom.example/",
        ),
    ] = None
    security: Annotated[
        SecurityContact | None,
        Meaning(
            label="بلاغات الأمان",
            help="لمن يُبلَّغ عن ثغرات الموقع، وينشر في ملف security.txt",
            en="Whom to tell of a hole in the site, published as security.txt",
            sample="{email: security@newsroom.example, until: 2027-01-31}",
        ),
    ] = None
