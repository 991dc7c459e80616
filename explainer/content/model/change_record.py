"""What was changed after publication."""

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from explainer.content.model.codes import ChangeType
from explainer.content.model.cross_checks import at_field, needed
from explainer.content.model.marks import Meaning
from explainer.content.model.record import Record
from explainer.content.model.scalars import EventId, FigureId, Prose, Text, When
from explainer.messages import say


class Change(Record):
    """What was changed after publication, and why."""

    date: Annotated[
        When,
        Meaning(
            label="التاريخ",
            help="يوم التعديل",
            en="The day of the change",
            sample="2024-06-19",
        ),
    ]
    type: Annotated[
        ChangeType,
        Meaning(
            label="النوع",
            help="تحديث أو تصحيح أو توضيح أو سحب",
            en="An update, a correction, a clarification or a retraction",
            sample="correction",
        ),
    ]
    why: Annotated[
        Prose,
        Meaning(
            label="السبب",
            help="سبب التعديل، كما يقرؤه القراء",
            en="Why, as readers see it",
            sample="صححت الصحيفة الرقم",
        ),
    ]
    event: Annotated[
        EventId | None,
        Meaning(
            label="الحدث",
            help="معرّف الحدث الذي تغير؛ وهو أو figure أو page",
            en="Id of the event that was changed; this, figure or page",
            sample="2024-06-19-treaty",
        ),
    ] = None
    figure: Annotated[
        FigureId | None,
        Meaning(
            label="الرقم",
            help="معرّف الرقم الذي تغير",
            en="Id of the figure that was changed",
            sample="cost",
        ),
    ] = None
    page: Annotated[
        Text | None,
        Field(validate_default=True),
        Meaning(
            label="الصفحة",
            help="الصفحة التي تغيرت، إن لم تكن حدثا أو رقما",
            en="The page that was changed, where it is neither",
            sample="about",
        ),
    ] = None
    was: Annotated[
        Prose | None,
        Meaning(
            label="كان",
            help="ما كان عليه النص",
            en="What the text was",
            sample="ما كان عليه النص",
        ),
    ] = None
    now: Annotated[
        Prose | None,
        Meaning(
            label="صار",
            help="ما صار إليه النص",
            en="What the text is now",
            sample="ما صار إليه النص",
        ),
    ] = None

    @field_validator("page")
    @classmethod
    def _names_one(cls, page: str | None, info: ValidationInfo) -> str | None:
        what = {name: info.data.get(name, "?") for name in ("event", "figure")} | {"page": page}
        named = [name for name, value in what.items() if value]
        if not named:
            raise needed("E302.changed", *what)
        if len(named) > 1 and "?" not in what.values():
            raise at_field(named[1], say("E313", other=named[0]))
        return page
