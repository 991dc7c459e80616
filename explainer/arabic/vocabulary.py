"""The words of the model's codes: status, kind, act, type, relation, in Arabic."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from babel import Locale

STATUS: Final[Mapping[str, str]] = {
    "confirmed": "مؤكد",
    "claimed": "رواية طرف واحد",
    "disputed": "موضع خلاف",
    "suspected": "مشتبه به",
}

STATUS_MEANING: Final[Mapping[str, str]] = {
    "confirmed": "أقر به الطرفان، أو أوردته مصادر مستقلة عدة، أو كان فعلا علنيا بذاته.",
    "claimed": "يقوله طرف واحد، ولم يؤكده طرف آخر.",
    "disputed": "ينفيه طرف آخر أو يعطي أرقاما مختلفة.",
    "suspected": "أصحابه أنفسهم يقدمونه على أنه غير متحقق منه.",
}

KIND: Final[Mapping[str, str]] = {
    "meeting": "لقاء",
    "visit": "زيارة",
    "summit": "قمة",
    "call_or_letter": "اتصال أو رسالة",
    "statement": "تصريح",
    "report": "تقرير",
    "treaty": "معاهدة",
    "ratification": "مصادقة",
    "vote": "تصويت",
    "sanction": "عقوبات",
    "deployment": "نشر قوات",
    "combat": "قتال",
    "arms_transfer": "نقل أسلحة",
    "exercise": "مناورات",
    "technology": "تكنولوجيا",
    "aid": "مساعدات",
    "trade": "تجارة",
    "labour": "عمالة",
    "transport": "نقل",
    "infrastructure": "بنية تحتية",
    "culture": "ثقافة",
    "sport": "رياضة",
    "education": "تعليم",
    "tourism": "سياحة",
    "commemoration": "إحياء ذكرى",
    "other": "غير ذلك",
}

IMPORTANCE: Final[Mapping[int, str]] = {1: "محوري", 2: "مهم", 3: "تفصيل"}

ACT: Final[Mapping[str, str]] = {
    "states": "قول",
    "confirms": "تأكيد",
    "denies": "نفي",
    "estimates": "تقدير",
    "alleges": "إفادة",
    "suspects": "اشتباه",
    "announces": "إعلان",
}

ACTOR_TYPE: Final[Mapping[str, str]] = {
    "person": "أشخاص",
    "state": "دول",
    "organisation": "هيئات ومنظمات",
    "armed_force": "قوات مسلحة",
    "company": "شركات",
    "party": "أحزاب",
    "unnamed": "مصادر لم يُكشف عن أسمائها",
}

PUBLISHER_TYPE: Final[Mapping[str, str]] = {
    "wire": "وكالة أنباء",
    "newspaper": "صحيفة أو موقع إخباري",
    "broadcaster": "هيئة بث",
    "state_media": "إعلام رسمي",
    "government": "جهة حكومية",
    "intergovernmental": "هيئة دولية",
    "ngo": "منظمة غير حكومية",
    "think_tank": "مركز أبحاث",
    "academic": "جهة أكاديمية",
    "reference": "مرجع",
    "aggregator": "موقع تجميع أخبار",
    "company": "شركة",
}

QUALIFIER: Final[Mapping[str, str]] = {
    "exact": "",
    "about": "نحو",
    "at_least": "ما لا يقل عن",
    "up_to": "ما يصل إلى",
}

RELATION: Final[Mapping[str, str]] = {
    "follows": "يلي",
    "fulfils": "ينفذ",
    "part_of": "جزء من",
    "contradicts": "يناقض",
    "caused_by": "سببه",
}

RELATION_REVERSED: Final[Mapping[str, str]] = {
    "follows": "يليه",
    "fulfils": "نُفذ في",
    "part_of": "يشمل",
    "contradicts": "يناقضه",
    "caused_by": "نتج عنه",
}

CHANGE_TYPE: Final[Mapping[str, str]] = {
    "update": "تحديث",
    "correction": "تصحيح",
    "clarification": "توضيح",
    "retraction": "سحب",
}

_HOUSE_COUNTRIES: Final[Mapping[str, str]] = {"EU": "الاتحاد الأوروبي"}


@cache
def country(code: str) -> str:
    """Name a country (ISO 3166 alpha-2) in Arabic, by CLDR."""
    return _HOUSE_COUNTRIES.get(code) or str(Locale("ar").territories.get(code, code))


@cache
def language(code: str) -> str:
    """Name a language (ISO 639) in Arabic, by CLDR."""
    return str(Locale("ar").languages.get(code.partition("-")[0], code))
