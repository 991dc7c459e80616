"""JSON Schemas of the content's files, from the models: what an editor's program completes by.

`python -m explainer.editors.schema FOLDER` writes them; tests/test_schema.py keeps them current.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from explainer.content.choices import CHOICES, WORDS
from explainer.content.library import REGISTRIES
from explainer.content.model import Change, Event, Record, Section, Site
from explainer.content.refusals import SAMPLES

DIALECT = "http://json-schema.org/draft-07/schema#"

HELP: Mapping[str, str] = {
    "act": "ماذا فعل القائل: قال أو أكد أو نفى أو قدّر أو ادعى أو اشتبه أو أعلن",
    "actors": "معرّفات الأشخاص والجهات، من actors.yml",
    "aliases": "أسماء أخرى ورسوم أخرى للاسم، يجدها البحث",
    "answer": "الجواب في جملة أو أكثر",
    "ar": "الاسم بالعربية",
    "archived": "عنوان نسخة محفوظة من الصفحة",
    "as": "صلة هذا الحدث بالحدث الآخر",
    "as_of": "تاريخ ما تقوله القيمة أو القول",
    "best": "أرجح تقدير، بأرقام من دون فواصل",
    "body": "تفصيل بصيغة Markdown، من دون HTML",
    "claims": "من يقول ماذا",
    "country": "رمز البلد بحرفين لاتينيين كبيرين",
    "date": "التاريخ بصيغة EDTF، بالدقة المعروفة لا أكثر",
    "definition": "معنى المصطلح في جملة",
    "digits": "الأرقام: latn أو arab",
    "en": "الاسم بالإنجليزية",
    "event": "معرّف حدث",
    "events": "معرّفات الأحداث التي يقوم عليها",
    "figure": "معرّف رقم، من figures.yml",
    "figures": "معرّفات الأرقام، من figures.yml",
    "from": "تاريخ البداية",
    "high": "الحد الأعلى، بأرقام من دون فواصل",
    "importance": "1 لا يفوت أحدا، 2 مهم، 3 تفصيل",
    "key_points": "الخلاصة: نقاط يقوم كل منها على حدث",
    "kind": "نوع الحدث",
    "lang": "رمز لغة المصدر",
    "lat": "خط العرض",
    "licence": "رخصة المحتوى",
    "locale": "أسماء الشهور والأرقام",
    "lon": "خط الطول",
    "low": "الحد الأدنى، بأرقام من دون فواصل",
    "method": "كيف اختيرت الأحداث وما حدود ذلك",
    "months": "أسماء الشهور: dual تكتب تموز/يوليو",
    "name": "الاسم بكل لغة معروفة",
    "note": "ملاحظة قصيرة على المصدر",
    "now": "ما صار إليه النص",
    "order": "ترتيب القسم",
    "page": "الصفحة التي تغيرت",
    "part": "جزء من التاريخ، وللمدة جزآن",
    "parties": "معرّفات الأطراف",
    "places": "معرّفات الأماكن، من places.yml",
    "posts": "المناصب وتواريخها",
    "publish": "live منشور، draft مسودة، withdrawn مسحوب",
    "publish_at": "موعد النشر",
    "publisher": "معرّف الناشر، من publishers.yml",
    "qualifier": "دقة الرقم",
    "question": "السؤال",
    "questions": "أسئلة وأجوبتها",
    "related": "أحداث ذات صلة",
    "review_by": "موعد المراجعة التالية",
    "said_by": "معرّف القائل أو القائلين",
    "section": "معرّف القسم",
    "sections": "معرّفات الأقسام",
    "sources": "المصادر، واحد على الأقل",
    "standfirst": "مقدمة من جملة",
    "status": "درجة التوثيق",
    "summary": "جملة أو جملتان",
    "term": "المصطلح",
    "text": "النص في جملة",
    "title": "عنوان قصير بلا نقطة في آخره",
    "to": "تاريخ النهاية",
    "type": "النوع",
    "unit": "وحدة الرقم",
    "unknowns": "ما لم يثبته أحد",
    "url": "عنوان الصفحة على الشبكة؛ null إن لم يكن لها عنوان",
    "values": "قيم الرقم بتواريخها وقائليها",
    "via": "معرّف الوكالة التي نقل عنها الناشر",
    "was": "ما كان عليه النص",
    "why": "سبب التعديل",
    "wikidata": "معرّف ويكي بيانات، مثل Q42",
}
"""What a field holds, in a line that an editor's program shows."""

MANY = {"said_by"}
"""Lists of ids that may be typed as one id."""


def schemas() -> dict[str, dict[str, Any]]:
    """Make the schema of every kind of file: its name -> the schema."""
    made: dict[str, type[Record]] = {"event": Event, "section": Section, "site": Site}
    found = {name: _schema(model) for name, model in made.items()}
    found["changes"] = _of_many(Change, "array", "items")
    for file, (_, model) in REGISTRIES.items():
        found[file.removesuffix(".yml")] = _of_many(model, "object", "additionalProperties")
    return found


def written(schema: dict[str, Any]) -> str:
    """Write a schema as it is committed."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _schema(model: type[Record]) -> dict[str, Any]:
    made = model.model_json_schema(by_alias=True)
    for part in (made, *made.get("$defs", {}).values()):
        _explain(part)
    return {"$schema": DIALECT, **made}


def _of_many(model: type[Record], kind: str, inside: str) -> dict[str, Any]:
    one = _schema(model)
    definitions = {**one.pop("$defs", {}), model.__name__: one}
    one.pop("$schema")
    within = {"$ref": f"#/$defs/{model.__name__}"}
    return {"$schema": DIALECT, "type": kind, inside: within, "$defs": definitions}


def _explain(part: dict[str, Any]) -> None:
    """Put Arabic help and an example to each field of one model; drop the program's own words."""
    part.pop("title", None)
    part.pop("description", None)
    for name, field in part.get("properties", {}).items():
        field.pop("title", None)
        if name in MANY:
            one = {"type": "string"}
            field["anyOf"] = [one, {"type": field.pop("type"), "items": field.pop("items")}]
            field.pop("minItems", None)
        for choice in (field, *field.get("anyOf", ())):
            _bound(choice)
            _tell_choices(name, choice)
        sample = SAMPLES.get(name)
        field["description"] = HELP[name] + (f"\n\nمثال: {sample}" if sample else "")


_BOUNDS = {"ge": "minimum", "le": "maximum"}


def _bound(field: dict[str, Any]) -> None:
    """Say a number's bounds in the schema's words; pydantic does not for types of ours."""
    for ours, theirs in _BOUNDS.items():
        if ours in field:
            field[theirs] = field.pop(ours)


_CODES = {get_args(literal): words for literal, words in WORDS.items()}


def _tell_choices(name: str, field: dict[str, Any]) -> None:
    """Put an Arabic word to each code that may be chosen, where codes have words."""
    codes = field.get("enum", ())
    words = _CODES.get(tuple(codes)) or CHOICES.get(name)
    if codes and words:
        field["enumDescriptions"] = [words[code] for code in codes]


def main(folder: str) -> None:
    """Write every schema into a folder."""
    for name, schema in schemas().items():
        (Path(folder) / f"{name}.json").write_text(written(schema), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
