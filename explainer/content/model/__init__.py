"""What the content is: every kind of record, field by field. This is the contract with editors.

Values arrive as the editor typed them, all text; here each gets its type, once. Records are
frozen. A field's annotation says all of it: its type, its bounds, what it names (`Ref`), how it is
written (`ProseMark`, `Shape`), what can be chosen (`Coded`), and what it is for (`Meaning`).
Schemas, refusals, forms, `new` and the guide's tables are walked out of them (`record_fields`).
"""

from explainer.content.model.change_record import Change
from explainer.content.model.claim_record import Answers, Claim
from explainer.content.model.codes import (
    Act,
    ActorType,
    AnswerKind,
    Basis,
    ChangeType,
    Digits,
    EventKind,
    Gender,
    Importance,
    Measure,
    Months,
    Part,
    Publish,
    PublisherType,
    Qualifier,
    Relation,
    Status,
)
from explainer.content.model.event_record import Event, Related
from explainer.content.model.fields import (
    RecordField,
    all_models,
    free_texts,
    marked_texts,
    record_fields,
)
from explainer.content.model.figure_record import Figure, Preferred, Value
from explainer.content.model.house_record import Bounds, House
from explainer.content.model.image_record import IS_MEDIA_NAME, Image
from explainer.content.model.map_record import Land, Sea
from explainer.content.model.marks import (
    AddressMark,
    CopyMark,
    Mark,
    Meaning,
    ProseMark,
    Ref,
    Shape,
)
from explainer.content.model.newsroom_record import SecurityContact
from explainer.content.model.record import Name, Record
from explainer.content.model.registry_records import Actor, Noun, Place, Post, Publisher, Term
from explainer.content.model.scalars import ID, as_id
from explainer.content.model.section_record import Section
from explainer.content.model.site_record import KeyPoint, Locale, Question, Site, Unknown
from explainer.content.model.source_record import Source, SourceOrName

__all__ = [
    "ID",
    "IS_MEDIA_NAME",
    "Act",
    "Actor",
    "ActorType",
    "AddressMark",
    "AnswerKind",
    "Answers",
    "Basis",
    "Bounds",
    "Change",
    "ChangeType",
    "Claim",
    "CopyMark",
    "Digits",
    "Event",
    "EventKind",
    "Figure",
    "Gender",
    "House",
    "Image",
    "Importance",
    "KeyPoint",
    "Land",
    "Locale",
    "Mark",
    "Meaning",
    "Measure",
    "Months",
    "Name",
    "Noun",
    "Part",
    "Place",
    "Post",
    "Preferred",
    "ProseMark",
    "Publish",
    "Publisher",
    "PublisherType",
    "Qualifier",
    "Question",
    "Record",
    "RecordField",
    "Ref",
    "Related",
    "Relation",
    "Sea",
    "Section",
    "SecurityContact",
    "Shape",
    "Site",
    "Source",
    "SourceOrName",
    "Status",
    "Term",
    "Unknown",
    "Value",
    "all_models",
    "as_id",
    "free_texts",
    "marked_texts",
    "record_fields",
]
