"""What `new` asks, and what it tells an editor: questions, hints, refusals."""

from __future__ import annotations

from collections.abc import Mapping

TABLE: Mapping[str, tuple[str, str]] = {
    # What is no field of a record; those are asked for in the words that stand in the model.
    "ask.event_id": (
        "Id, for good (a few English words; the date comes before them)",
        "المعرّف الدائم (كلمات إنجليزية قليلة، ويُضاف قبلها التاريخ)",
    ),
    "ask.id": (
        "Id, for good (small Latin letters, digits, hyphens)",
        "المعرّف الدائم (حروف لاتينية صغيرة وأرقام وواصلات)",
    ),
    "ask.source": ("The source: {asked}", "المصدر: {asked}"),
    "ask.several": (" (with commas)", "، وبينها فواصل"),
    "ask.by-name": (" (a name will do)", " (بالاسم أو المعرّف)"),
    "ask.by-name-many": (
        " (names will do; with commas)",
        " (بالاسم أو المعرّف، وبينها فواصل)",
    ),
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
