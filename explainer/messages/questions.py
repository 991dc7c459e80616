"""What `new` asks, and what it tells an editor: questions, hints, refusals."""

from __future__ import annotations

from collections.abc import Mapping

TABLE: Mapping[str, tuple[str, str]] = {
    # Questions about an event.
    "ask.title": ("Title (a headline without a full stop)", "العنوان (خبري، بلا نقطة في آخره)"),
    "ask.summary": (
        "Summary (who did what, when, and according to whom)",
        "الملخص (من فعل ماذا، ومتى، ووفقا لمن)",
    ),
    "ask.date": (
        "Date, no more exact than is known (2024-06-19, 2024-06, 2024-06~)",
        "التاريخ بالدقة المعروفة لا أكثر (2024-06-19 أو 2024-06 أو 2024-06~)",
    ),
    "ask.part": (
        "Part of the month or year (start, early, mid, late, end)",
        "جزء من الشهر أو السنة (start أو early أو mid أو late أو end)",
    ),
    "ask.sections": ("Sections, with commas", "القسم أو الأقسام، وبينها فواصل"),
    "ask.kind": ("Kind of event", "نوع الحدث"),
    "ask.importance": ("Importance", "الأهمية"),
    "ask.actors": (
        "Actors, by name or id, with commas",
        "الأشخاص والجهات بالاسم أو المعرّف، وبينها فواصل",
    ),
    "ask.places": ("Places, by name or id, with commas", "الأماكن بالاسم أو المعرّف، وبينها فواصل"),
    "ask.status": ("Status (how well it is established)", "الدرجة (ما مدى ثبوته)"),
    "ask.said_by": (
        "Who says so, by name or id, with commas",
        "من يقول إنه حدث، بالاسم أو المعرّف، وبينهم فواصل",
    ),
    "ask.url": ("Address of the source's page", "عنوان صفحة المصدر على الشبكة"),
    "ask.publisher": ("Publisher of the source, by name or id", "ناشر المصدر، بالاسم أو المعرّف"),
    "ask.source_title": ("Title of the source, as published", "عنوان المصدر كما نُشر"),
    "ask.source_date": ("Date of the source", "تاريخ المصدر"),
    "ask.source_lang": ("Language of the source (ar, en, fr)", "لغة المصدر (مثل ar أو en أو fr)"),
    "ask.event_id": (
        "Id, for good (a few English words; the date comes before them)",
        "المعرّف الدائم (كلمات إنجليزية قليلة، ويُضاف قبلها التاريخ)",
    ),
    # Questions about a record or a section.
    "ask.name": ("Name in Arabic", "الاسم بالعربية"),
    "ask.en": ("Name in English", "الاسم بالإنجليزية"),
    "ask.id": (
        "Id, for good (small Latin letters, digits, hyphens)",
        "المعرّف الدائم (حروف لاتينية صغيرة وأرقام وواصلات)",
    ),
    "ask.type": ("Type", "النوع"),
    "ask.country": (
        "Country (two capital letters, such as LB)",
        "البلد (حرفان لاتينيان كبيران، مثل LB)",
    ),
    "ask.aliases": (
        "Other names and spellings, with commas",
        "أسماء أخرى ورسوم أخرى للاسم، وبينها فواصل",
    ),
    "ask.about": ("A sentence about them", "تعريف في جملة"),
    "ask.lat": ("Latitude (such as 33.89)", "خط العرض (مثل 33.89)"),
    "ask.lon": ("Longitude (such as 35.5)", "خط الطول (مثل 35.5)"),
    "ask.section_title": ("Title of the section", "عنوان القسم"),
    "ask.question": ("The question that it answers", "السؤال الذي يجيب عنه"),
    "ask.section_summary": ("The answer in a sentence or two", "الجواب في جملة أو جملتين"),
    "ask.order": ("Its place among the sections", "ترتيبه بين الأقسام"),
    "ask.site_title": ("Title of the explainer", "عنوان الملف الجديد"),
    # What stands beside a question.
    "ask.optional": ("Enter: leave out", "Enter لتركه فارغا"),
    "ask.none": ("- for none", "- إن لم يوجد"),
    "ask.add": ("Add '{what}' now? (y/n)", "هل تضيف '{what}' الآن؟ (نعم/لا)"),
    "ask.again": ("Please mend the above:", "صحّح ما سبق:"),
    # What is told.
    "new.read": ("Readers will see: {label}", "يقرؤه القارئ: {label}"),
    "new.mended": ("Mended: {before} became {after}", "صُحّح: {before} صار {after}"),
    "new.same-name": (
        "'{id}' has this name already: {name}",
        "هذا الاسم مسجل بالمعرّف '{id}': {name}",
    ),
    "new.written": ("Written: {file}", "كُتب: {file}"),
    "new.draft": (
        "It is a draft: take out the line 'publish: draft' when it is complete.",
        "الحدث مسودة: احذف السطر publish: draft حين يكتمل.",
    ),
    "new.look": ("Look at it: {command}", "لتراه: {command}"),
    "new.lacking": (
        "needed: {options}; in a terminal each is asked for",
        "تلزم الخيارات: {options}؛ وفي الطرفية يُسأل عن كل منها",
    ),
    # What is refused.
    "new.needed": ("an answer is needed", "لا بد من جواب"),
    "new.choice": (
        "'{what}' is none of the choices; write its word or number, such as {sample}",
        "'{what}' ليس من الاختيارات؛ اكتب الكلمة أو رقمها، مثل {sample}",
    ),
    "new.unknown": ("there is no {kind} '{what}'{near}", "لا {kind} أو الاسم '{what}'{near}"),
    "new.add-by": ("; to add one: {command}", "؛ لإضافته: {command}"),
    "new.near": ("; did you mean {names}?", "؛ هل تقصد {names}؟"),
    "new.taken": (
        "'{id}' is taken: it stands in {file}; choose another",
        "'{id}' مستعمل في {file}؛ اختر غيره",
    ),
    "new.no-id": (
        "'{what}' has no Latin letter or digit; an id is such as {sample}",
        "ليس في '{what}' حرف لاتيني ولا رقم؛ والمعرّف مثل {sample}",
    ),
    "new.reserved": (
        "'{id}' is the address of a page that every explainer has; choose another",
        "'{id}' عنوان صفحة في كل ملف؛ اختر غيره",
    ),
    "new.changed": (
        "{file} would not keep its other records; nothing was written. Add this by hand:\n{text}",
        "لن تبقى السجلات الأخرى في {file} كما هي، فلم يُكتب شيء. أضف هذا بنفسك:\n{text}",
    ),
    "new.exists": (
        "{file} is there already; nothing was written",
        "{file} موجود من قبل؛ لم يُكتب شيء",
    ),
    "new.full": (
        "{file} is not an empty folder; nothing was written",
        "{file} ليس مجلدا فارغا؛ لم يُكتب شيء",
    ),
    "new.no-content": (
        "there is no explainer in {file}; start one: {command}",
        "لا محتوى في {file}؛ لتبدأ ملفا جديدا: {command}",
    ),
}
"""The name of a piece of words -> English, Arabic."""
