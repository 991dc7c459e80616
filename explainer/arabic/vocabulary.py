"""The words of the model's codes: status, kind, act, type, relation, in Arabic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

STATUS: Final[Mapping[str, str]] = {
    "confirmed": "مؤكد",
    "claimed": "رواية طرف واحد",
    "disputed": "موضع خلاف",
    "suspected": "مشتبه به",
}

STATUS_MEANING: Final[Mapping[str, str]] = {
    "confirmed": "أقر به الطرفان، أو أورده مصدران مستقلان على الأقل، أو كان فعلا علنيا بذاته.",
    "claimed": "يقوله طرف واحد، ولم يؤكده طرف آخر.",
    "disputed": "ينفيه طرف آخر أو يعطي أرقاما مختلفة.",
    "suspected": "أصحابه أنفسهم يقدمونه على أنه غير متحقق منه.",
}

KIND: Final[Mapping[str, str]] = {
    # Politics and the state.
    "meeting": "لقاء",
    "visit": "زيارة",
    "summit": "قمة",
    "call_or_letter": "اتصال أو رسالة",
    "negotiation": "مفاوضات",
    "statement": "تصريح",
    "report": "تقرير",
    "agreement": "اتفاق",
    "treaty": "معاهدة",
    "ratification": "مصادقة",
    "election": "انتخابات",
    "referendum": "استفتاء",
    "vote": "تصويت",
    "decision": "قرار",
    "law": "قانون",
    "appointment": "تعيين",
    "resignation": "استقالة",
    "dismissal": "إقالة",
    "sanction": "عقوبات",
    # Courts and police.
    "investigation": "تحقيق",
    "arrest": "توقيف",
    "release": "إفراج",
    "trial": "محاكمة",
    "court_ruling": "حكم قضائي",
    # The street and violence.
    "protest": "احتجاج",
    "strike": "إضراب",
    "attack": "هجوم",
    "deployment": "نشر قوات",
    "combat": "قتال",
    "ceasefire": "وقف إطلاق نار",
    "arms_transfer": "نقل أسلحة",
    "exercise": "مناورات",
    # What befalls people.
    "disaster": "كارثة",
    "accident": "حادث",
    "outbreak": "تفشي مرض",
    "death": "وفاة",
    "aid": "مساعدات",
    # Economy and works.
    "trade": "تجارة",
    "deal": "صفقة",
    "labour": "عمالة",
    "transport": "نقل",
    "infrastructure": "بنية تحتية",
    "launch": "إطلاق",
    "opening": "افتتاح",
    "closure": "إغلاق",
    "technology": "تكنولوجيا",
    # Life.
    "culture": "ثقافة",
    "award": "جائزة",
    "sport": "رياضة",
    "match": "مباراة",
    "education": "تعليم",
    "tourism": "سياحة",
    "commemoration": "إحياء ذكرى",
    "other": "غير ذلك",
}
"""What any newsroom records; site.yml may add kinds of its own."""

IMPORTANCE: Final[Mapping[int, str]] = {1: "محوري", 2: "مهم", 3: "تفصيل"}

ACT: Final[Mapping[str, str]] = {
    "states": "قول",
    "confirms": "تأكيد",
    "denies": "نفي",
    "estimates": "تقدير",
    "alleges": "اتهام",
    "suspects": "اشتباه",
    "announces": "إعلان",
}

BASIS: Final[Mapping[str, str]] = {
    "both_sides": "أقر به الطرفان",
    "independent": "أوردته مصادر مستقلة",
    "public_act": "فعل علني",
}

ANSWER: Final[Mapping[str, str]] = {
    "contradicts": "يناقضه",
    "confirms": "يؤكده",
    "narrows": "يدققه",
}

PART: Final[Mapping[str, str]] = {
    "start": "بداية",
    "early": "مطلع",
    "mid": "منتصف",
    "late": "أواخر",
    "end": "نهاية",
}

PUBLISH: Final[Mapping[str, str]] = {
    "live": "منشور",
    "draft": "مسودة",
    "withdrawn": "مسحوب",
}

MONTHS: Final[Mapping[str, str]] = {
    "dual": "تموز/يوليو",
    "levantine": "تموز",
    "egyptian": "يوليو",
    "maghreb": "يوليوز",
    "algerian": "جويلية",
}
"""How each kind of newsroom calls the seventh month."""

DIGITS: Final[Mapping[str, str]] = {"latn": "123", "arab": "١٢٣"}

SWITCH: Final[Mapping[str, str]] = {"on": "مطلوب", "off": "غير مطلوب"}

LAND_LABEL: Final[Mapping[str, str]] = {"name": "يُكتب", "none": "لا يُكتب"}

DISPUTED_LAND: Final[Mapping[str, str]] = {
    "crimea": "القرم",
    "golan": "الجولان",
    "western-sahara": "الصحراء الغربية",
    "kashmir": "كشمير",
    "aksai-chin": "أكساي تشين",
    "arunachal": "أروناتشال",
    "halaib": "حلايب",
    "bir-tawil": "بير طويل",
    "abyei": "أبيي",
    "ilemi": "إيليمي",
    "northern-cyprus": "شمال قبرص",
    "somaliland": "أرض الصومال",
    "kurils": "جزر كريل الجنوبية",
    "abu-musa": "أبو موسى",
    "spratly": "جزر سبراتلي",
    "scarborough": "حيد سكاربورو",
    "bajo-nuevo": "باخو نويفو",
    "serranilla": "سيرانيا",
}
"""Lands that no map gives to anybody unless an editor does, besides those that have a code."""

GENDER: Final[Mapping[str, str]] = {"masculine": "مذكر", "feminine": "مؤنث"}

ONE_ACTOR: Final[Mapping[str, str]] = {
    "person": "شخص",
    "state": "دولة",
    "organisation": "هيئة أو منظمة",
    "armed_force": "قوة مسلحة",
    "company": "شركة",
    "party": "حزب",
    "unnamed": "متحدثون لم يُكشف عن أسمائهم",
}
"""What one actor is; ACTOR_TYPE names many."""

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

MEASURE: Final[Mapping[str, str]] = {
    "level": "عدد في وقت بعينه",
    "total": "مجموع حتى يوم بعينه",
    "period": "عدد خلال مدة",
}

RELATION: Final[Mapping[str, str]] = {
    "follows": "يلي",
    "fulfils": "ينفذ",
    "part_of": "جزء من",
    "contradicts": "يناقض",
    "caused_by": "سببه",
}
"""What an editor says of this event and another."""

RELATION_FORTH: Final[Mapping[str, str]] = {
    "follows": "",
    "fulfils": "هذا الحدث تنفيذ له",
    "part_of": "هذا الحدث جزء منه",
    "contradicts": "يخالف ما جاء هنا",
    "caused_by": "كان سببا لهذا الحدث",
}
"""What a reader is told of the other event, where this one names it; nothing of what only follows,
since it stands under before or after."""

RELATION_REVERSED: Final[Mapping[str, str]] = {
    "follows": "",
    "fulfils": "تنفيذ لهذا الحدث",
    "part_of": "جزء من هذا الحدث",
    "contradicts": "يخالف ما جاء هنا",
    "caused_by": "نتج عن هذا الحدث",
}
"""What a reader is told of the other event, where it names this one."""

CHANGE_TYPE: Final[Mapping[str, str]] = {
    "update": "تحديث",
    "correction": "تصحيح",
    "clarification": "توضيح",
    "retraction": "سحب",
}

PUBLISHED_BY: Final[Mapping[str, str]] = {
    "wire": "تقرير",
    "newspaper": "تقرير",
    "broadcaster": "تقرير",
    "state_media": "تقرير",
    "aggregator": "تقرير",
    "government": "نص من",
    "intergovernmental": "نص من",
    "ngo": "نص من",
    "company": "نص من",
    "think_tank": "ورقة من",
    "academic": "ورقة من",
    "reference": "مادة في",
}
"""What a text without a title is, by its publisher's kind, before the publisher's name."""
