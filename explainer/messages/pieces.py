"""Pieces of sentences that several problems share."""

from __future__ import annotations

from collections.abc import Mapping

TABLE: Mapping[str, tuple[str, str]] = {
    "mean": ("; did you mean '{word}'?", "؛ هل تقصد '{word}'؟"),
    "or-the-page": ("; expected the page alone: '{word}'", "؛ والمتوقع الصفحة وحدها: '{word}'"),
    "write-it": ("; write {word}", "؛ اكتب {word}"),
    "of-another-kind": (
        "; expected an id of this kind: that one is {kind}",
        "؛ والمتوقع معرّف من هذا النوع: هذا {kind}",
    ),
    "a-actor": ("an actor's", "معرّف شخص أو جهة"),
    "a-place": ("a place's", "معرّف مكان"),
    "a-publisher": ("a publisher's", "معرّف ناشر"),
    "such": (", such as {word}", "، مثل {word}"),
    "one-such": ("; expected one that has, such as {word}", "؛ والمتوقع عنوان صفحة، مثل {word}"),
    "add": ("; add it first", "؛ أضفه أولا"),
    "one-of": ("expected one of {words}", "المتوقع واحد من {words}"),
    "mean-alone": ("did you mean '{word}'?", "هل تقصد '{word}'؟"),
    "nothing": ("nothing", "لا شيء"),
    "group": ("a group of fields", "مجموعة حقول"),
    "list": ("a list", "قائمة"),
    "empty": ("is empty", "الحقل فارغ"),
    "found": ("{what} found", "وُجد {what}"),
    "more": (" (and {number} more on this line)", " (ومثله في السطر نفسه: {number})"),
    "escaped": (" (typed as an escape)", " (مكتوبا برمز هروب)"),
    # What a value is expected to be.
    "text": ("text", "نص"),
    "a-list": ("a list", "قائمة"),
    "a-group": ("a group of fields", "مجموعة حقول"),
    "a-date": ("a date", "تاريخ"),
    "a-moment": ("a day or a moment", "يوم أو لحظة"),
    "digits": (
        "the number alone in digits 0-9, with a point before a fraction",
        "الرقم وحده بالأرقام 0-9، وقبل الكسر نقطة",
    ),
    "whole": ("a whole number in digits 0-9", "عدد صحيح بالأرقام 0-9"),
    "else": ("something else", "شيء آخر"),
    "at-least": ("at least {bound}", "ما لا يقل عن {bound}"),
    "at-most": ("at most {bound}", "ما لا يزيد على {bound}"),
    "web-address": ("a web address", "عنوان على الشبكة"),
    "e-mail": ("an e-mail address", "عنوان بريد إلكتروني"),
    "media-name": (
        "a name in Latin letters that ends in jpg, png or webp",
        "اسم بحروف لاتينية ينتهي بأحد الامتدادات jpg وpng وwebp",
    ),
    "two-capitals": ("two capital Latin letters", "حرفان لاتينيان كبيران"),
    "a-land": (
        "a country's code in two capital Latin letters, or the name of a disputed land",
        "رمز بلد بحرفين لاتينيين كبيرين، أو اسم أرض متنازع عليها",
    ),
    "a-tone": (
        "a country's code in two capital Latin letters, or none",
        "رمز بلد بحرفين لاتينيين كبيرين، أو none",
    ),
    "language-code": ("a language code", "رمز لغة"),
    "q-number": ("Q and a number", "الحرف Q وبعده رقم"),
    "an-id": (
        "small Latin letters, digits and hyphens",
        "حروف لاتينية صغيرة وأرقام وواصلات",
    ),
    "form": ("another form", "صيغة أخرى"),
    # What `check --fix` did. The text is isolated: whatever is in it, the place stays readable.
    "fix.before": (
        "{file}:{line}: before: \u2068{text}\u2069",
        "{file}:{line}: قبل: \u2068{text}\u2069",
    ),
    "fix.after": (
        "{file}:{line}: after: \u2068{text}\u2069",
        "{file}:{line}: بعد: \u2068{text}\u2069",
    ),
    "fix.done": ("mended lines: {lines}", "الأسطر المصححة: {lines}"),
    "fix.would": (
        "lines to mend: {lines}; nothing was written",
        "الأسطر التي تُصحح: {lines}؛ لم يُكتب شيء",
    ),
    # Why the system does not let a file be read.
    "permission denied": ("permission denied", "لا إذن بالقراءة"),
    "actor": ("actor", "شخص أو جهة بالمعرّف"),
    "event": ("event", "حدث بالمعرّف"),
    "figure": ("figure", "رقم بالمعرّف"),
    "place": ("place", "مكان بالمعرّف"),
    "publisher": ("publisher", "ناشر بالمعرّف"),
    "media": ("file of content/media/", "ملف في content/media بالاسم"),
    "noun": ("noun", "اسم معدود"),
    "section": ("section", "قسم بالمعرّف"),
    "term": ("term", "مصطلح بالمعرّف"),
}
