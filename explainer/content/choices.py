"""The choices of the models' fields, in words: what forms, schemas and `new` show beside a code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explainer.arabic import vocabulary
from explainer.content.model import (
    Act,
    ActorType,
    ChangeType,
    EventKind,
    PublisherType,
    Qualifier,
    Relation,
    Status,
)

_ACTOR: Mapping[str, str] = {
    "person": "شخص",
    "state": "دولة",
    "organisation": "هيئة أو منظمة",
    "armed_force": "قوة مسلحة",
    "company": "شركة",
    "party": "حزب",
    "unnamed": "متحدثون لم يُكشف عن أسمائهم",
}
"""What one actor is; the vocabulary names many."""

WORDS: Mapping[Any, Mapping[str, str]] = {
    Status: vocabulary.STATUS,
    EventKind: vocabulary.KIND,
    Act: vocabulary.ACT,
    ActorType: _ACTOR,
    PublisherType: vocabulary.PUBLISHER_TYPE,
    Qualifier: vocabulary.QUALIFIER,
    Relation: vocabulary.RELATION,
    ChangeType: vocabulary.CHANGE_TYPE,
}

CHOICES: Mapping[str, Mapping[str, str]] = {
    "publish": {"live": "منشور", "draft": "مسودة", "withdrawn": "مسحوب"},
    "months": {
        "dual": "تموز/يوليو",
        "levantine": "تموز",
        "egyptian": "يوليو",
        "maghreb": "يوليوز",
        "algerian": "جويلية",
    },
    "digits": {"latn": "123", "arab": "١٢٣"},
    "importance": {str(level): word for level, word in vocabulary.IMPORTANCE.items()},
}
"""Choices whose words no vocabulary has: field -> code -> word."""
