"""What a form calls its fields, files and choices."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    "act": "ماذا فعل القائل",
    "actors": "الأشخاص والجهات",
    "aliases": "أسماء أخرى",
    "answer": "الجواب",
    "ar": "بالعربية",
    "archived": "النسخة المحفوظة",
    "as": "الصلة",
    "as_of": "تاريخ القول",
    "best": "أرجح تقدير",
    "body": "التفصيل",
    "claims": "الأقوال",
    "country": "البلد",
    "date": "التاريخ",
    "definition": "المعنى",
    "digits": "الأرقام",
    "en": "بالإنجليزية",
    "event": "الحدث",
    "events": "الأحداث",
    "figure": "الرقم",
    "figures": "الأرقام",
    "from": "من",
    "high": "الحد الأعلى",
    "id": "المعرّف",
    "importance": "الأهمية",
    "key_points": "الخلاصة",
    "kind": "نوع الحدث",
    "lang": "اللغة",
    "lat": "خط العرض",
    "licence": "الرخصة",
    "locale": "الشهور والأرقام",
    "lon": "خط الطول",
    "low": "الحد الأدنى",
    "method": "المنهج",
    "months": "أسماء الشهور",
    "name": "الاسم",
    "note": "ملاحظة",
    "now": "صار",
    "order": "الترتيب",
    "page": "الصفحة",
    "part": "جزء من التاريخ",
    "parties": "الأطراف",
    "places": "الأماكن",
    "posts": "المناصب",
    "publish": "النشر",
    "publish_at": "موعد النشر",
    "publisher": "الناشر",
    "qualifier": "دقة الرقم",
    "question": "السؤال",
    "questions": "الأسئلة",
    "related": "أحداث ذات صلة",
    "review_by": "موعد المراجعة",
    "said_by": "القائل",
    "section": "القسم",
    "sections": "الأقسام",
    "sources": "المصادر",
    "standfirst": "المقدمة",
    "status": "درجة التوثيق",
    "summary": "الملخص",
    "term": "المصطلح",
    "text": "النص",
    "title": "العنوان",
    "to": "إلى",
    "type": "النوع",
    "unit": "الوحدة",
    "unknowns": "ما لم يثبت",
    "url": "عنوان الصفحة",
    "values": "القيم",
    "via": "نقلا عن",
    "was": "كان",
    "why": "السبب",
    "wikidata": "ويكي بيانات",
}
"""What a form calls a field, and how it asks for an id."""

FILES: Mapping[str, str] = {
    "actors": "الأشخاص والجهات",
    "places": "الأماكن",
    "publishers": "الناشرون",
    "figures": "الأرقام",
    "glossary": "المصطلحات",
}
"""What a form calls a registry."""

ONE: Mapping[str, str] = {
    "aliases": "اسم آخر",
    "claims": "قول",
    "key_points": "نقطة",
    "posts": "منصب",
    "questions": "سؤال",
    "related": "حدث ذو صلة",
    "sources": "مصدر",
    "unknowns": "نقطة",
    "values": "قيمة",
}
"""What one item of a list is called, on the button that adds one."""


def language(code: str) -> str:
    """Call a name's language that has no field of its own in the model."""
    return f"بلغة أخرى ({code})"
