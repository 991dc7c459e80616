"""Problems of dates: E4. The codes are those of `dates.NotADateError`, and of slips of the hand."""

from __future__ import annotations

from collections.abc import Mapping

TABLE: Mapping[str, tuple[str, str]] = {
    "E401": (
        "{found}; expected {what}, such as {sample}",
        "{found}؛ والمتوقع {what}، مثل {sample}",
    ),
    "E401.not-edtf": (
        "{text} is not a date: write {right}, or as much of it as is known: a year and a month, or "
        "a year",
        "{text} ليس تاريخا: اكتب {right}، أو ما يُعرف منها: السنة والشهر، أو السنة وحدها",
    ),
    # What is plain to see, and what was meant by it.
    "E401.space": (
        "{text} has a space around it or within: write {right}",
        "في التاريخ {text} أو حوله مسافة: اكتب {right}",
    ),
    "E401.marks": (
        "{text} has marks around it: write {right}",
        "حول التاريخ {text} علامات: اكتب {right}",
    ),
    "E401.digits": (
        "{text} has digits other than 0-9: write {right}",
        "أرقام {text} غير 0-9: اكتب {right}",
    ),
    "E401.time": (
        "{text} has a time of day: write the day alone, {right}",
        "في التاريخ {text} ساعة: اكتب اليوم وحده، {right}",
    ),
    "E401.year-last": (
        "{text} has its year last: write {right}",
        "السنة في آخر التاريخ {text}: اكتب {right}",
    ),
    "E401.hyphens": (
        "{text} is not written with hyphens: write {right}",
        "التاريخ {text} ليس مكتوبا بواصلات: اكتب {right}",
    ),
    "E401.two-digits": (
        "{text} needs two digits for a month or day: write {right}",
        "الشهر أو اليوم في {text} يحتاج إلى رقمين: اكتب {right}",
    ),
    "E401.short-year": (
        "{text} needs a year of four digits: write {right}",
        "السنة في {text} تحتاج إلى أربعة أرقام: اكتب {right}",
    ),
    "E401.words": (
        "{text} is written in words: write {right}",
        "التاريخ {text} مكتوب بالكلمات: اكتب {right}",
    ),
    "E401.part": (
        "{text} is a part of a year or month: write {right}, and in the field 'part': {part}",
        "{text} جزء من سنة أو شهر: اكتب {right}، وفي الحقل part اكتب {part}",
    ),
    "E401.no-year": (
        "{text} has no year: write YEAR-{right} with the year of four digits in the place of YEAR",
        "لا سنة في التاريخ {text}: اكتب السنة بأربعة أرقام وبعدها -{right}",
    ),
    "E401.hijri": (
        "{text} is a date of the Hijri calendar: is it {right} in the Gregorian one, as the Umm "
        "al-Qura calendar counts? Other countries may count a day more or less: write what the "
        "source says",
        "التاريخ {text} هجري: هل يوافق {right} ميلاديا، كما في تقويم أم القرى؟ قد يختلف الحساب في "
        "بلد آخر بيوم: اكتب ما يؤكده المصدر",
    ),
    "E401.hijri-unknown": (
        "{text} is a date of the Hijri calendar: write what it is in the Gregorian one",
        "التاريخ {text} هجري: اكتب ما يقابله في التقويم الميلادي",
    ),
    "E401.no-month": (
        "{text} has no such month: months are 01 to 12; write {right}",
        "لا شهر كهذا في {text}: الأشهر من 01 إلى 12؛ اكتب {right}",
    ),
    "E401.slash": (
        "{text} is an interval without a slash: write {right}",
        "المدة {text} بلا خط مائل: اكتب {right}",
    ),
    "E401.ends": (
        "{text} has an end that is not written as a date: write {right}",
        "طرف من المدة {text} ليس مكتوبا كتاريخ: اكتب {right}",
    ),
    "date-order": (
        "the year, the month and the day with hyphens between them",
        "السنة فالشهر فاليوم وبينها واصلات",
    ),
    "either": ("{one} or {other}", "{one} أو {other}"),
    "E402": (
        "{found}; expected {what}, such as {sample}",
        "{found}؛ والمتوقع {what}، مثل {sample}",
    ),
    "E402.write": (
        "{found}; expected a day, or a day and an hour in UTC: write {right}",
        "{found}؛ والمتوقع يوم، أو يوم وساعة بتوقيت غرينتش: اكتب {right}",
    ),
    "E403.year": (
        "{text} is outside the years 0001 to 9999; expected a year of four digits, such as 2024",
        "التاريخ {text} خارج السنوات من 0001 إلى 9999؛ والمتوقع سنة من أربعة أرقام، مثل 2024",
    ),
    "E403.no-such-day": (
        "{text} has no such day: {month} has {last} days; expected {month}-01 to {month}-{last}",
        "لا يوم كهذا في {text}: أيام هذا الشهر {last}؛ والمتوقع من {month}-01 إلى {month}-{last}",
    ),
    "E404.one-part": (
        "{text} is one date: it takes one part, such as {right}, not {part}",
        "{text} تاريخ واحد: له جزء واحد، مثل {right}، لا {part}",
    ),
    "E404.two-parts": (
        "{text} is an interval: it takes two parts, such as [end, null], not {part}",
        "{text} مدة: لها جزآن، مثل [end, null]، لا {part}",
    ),
    "E404.no-such-part": (
        "part {part} of {text} is unknown; expected one of {parts}",
        "الجزء {part} للتاريخ {text} غير معروف؛ والمتوقع واحد من {parts}",
    ),
    "E404.day": (
        "{text} is a day, and a day has no part {part}; write the date as {right}, or no part",
        "{text} يوم، وليس لليوم جزء {part}؛ اكتب التاريخ {right}، أو احذف الجزء",
    ),
    "E404.unspecified": (
        "{text} has XX beside a part: write the date as {right}",
        "في {text} علامة XX مع جزء: اكتب التاريخ {right}",
    ),
    "E404.no-date": (
        "{text} has an {edge}, which takes no part {part}; write null there, such as {right}",
        "في {text} {edge}، فلا جزء {part} له؛ اكتب null في موضعه، مثل {right}",
    ),
    "open-start": ("open start", "بداية مفتوحة"),
    "open-end": ("open end", "نهاية مفتوحة"),
    "unknown-start": ("unknown start", "بداية غير معروفة"),
    "unknown-end": ("unknown end", "نهاية غير معروفة"),
    "E404.set": (
        "{text} is a set, and a set takes no part: write the date alone",
        "{text} مجموعة تواريخ، وليس للمجموعة جزء: اكتب التاريخ وحده",
    ),
    "E405.nothing": (
        "{text} names no year and no month: write at least one, such as 2024",
        "لا سنة في {text} ولا شهر: اكتب أحدهما على الأقل، مثل 2024",
    ),
    "E405.place": (
        "{text} has X where it may not stand: X is the last digit or the last two of a year, or a "
        "whole month or day, such as 199X, 20XX, 2024-XX or 2024-06-XX",
        "الحرف X في غير موضعه في {text}: هو آخر رقم أو آخر رقمين من السنة، أو شهر كامل أو يوم "
        "كامل، مثل 199X و20XX و2024-XX و2024-06-XX",
    ),
    "E405.no-month": (
        "{text} has a day without its month: write {right}, or a whole date such as {whole}",
        "في {text} يوم بلا شهر: اكتب {right}، أو تاريخا كاملا مثل {whole}",
    ),
    "E405.sign": (
        "{text} has '{sign}' before X: write it at the end of the date, {right}",
        "العلامة '{sign}' قبل X في {text}: اكتبها في آخر التاريخ، {right}",
    ),
    "E406.no-year": (
        "{text} has {end}: an interval needs one, such as {right}",
        "في {text} {end}: المدة تحتاج إلى سنة في كل طرف، مثل {right}",
    ),
    "no-start": ("no year at its start", "بداية بلا سنة"),
    "no-end": ("no year at its end", "نهاية بلا سنة"),
    "E406.nothing": (
        "{text} has no date at either end: write one, such as 2024-10/..",
        "لا تاريخ في طرفي {text}: اكتب واحدا، مثل 2024-10/..",
    ),
    "E406.reversed": (
        "{text} ends before it starts: write the earlier end first, as {right}",
        "تنتهي المدة {text} قبل أن تبدأ: اكتب الأسبق أولا، {right}",
    ),
    "E406.reversed-parts": (
        "{text} ends before it starts: write the earlier part first, such as [start, end]",
        "تنتهي المدة {text} قبل أن تبدأ: اكتب الجزء الأسبق أولا، مثل [start, end]",
    ),
    "E406.overlap": (
        "{text} has an end that does not begin after its start does: write the end more exactly, "
        "such as {right}",
        "نهاية المدة {text} لا تبدأ بعد بدايتها: اكتب النهاية بدقة أكبر، مثل {right}",
    ),
    "E407.closing": (
        "{text} has no '{closing}' at its end: write {right}",
        "ينقص {text} القوس '{closing}' في آخره: اكتب {right}",
    ),
    "E407.twice": (
        "{text} names a date twice: write {right}",
        "في {text} تاريخ مكرر: اكتب {right}",
    ),
    "E407.open": (
        "{text} is open at both ends: it says nothing; write '..' at one of them, such as [2024..]",
        "{text} مفتوح من طرفيه: لا معنى له؛ اكتب '..' في طرف واحد، مثل [2024..]",
    ),
    "E407.gap": (
        "{text} has nothing where a date should be, such as [2023,2024]",
        "في {text} موضع فارغ ينبغي أن يكون فيه تاريخ، مثل [2023,2024]",
    ),
    "E407.dots": (
        "{text} has '..' where none may stand: write [..2024-10], [2024-10..] or "
        "[2024-10..2024-12]",
        "في {text} نقطتان '..' في غير موضعهما: اكتب [..2024-10] أو [2024-10..] أو "
        "[2024-10..2024-12]",
    ),
    "E407.unlike": (
        "{text} has a range from a {first} to a {second}: write both alike, such as "
        "2024-10..2024-12",
        "في {text} مدى طرفاه من جنسين: اكتبهما متشابهين، مثل 2024-10..2024-12",
    ),
    "E407.backwards": (
        "{text} has a range that does not go forward, '{range}': write {right}",
        "في {text} مدى لا يتقدم، '{range}': اكتب {right}",
    ),
    "E407.no-year": (
        "{text} has a date without a year, '{date}': a set needs years, such as {right}",
        "في {text} تاريخ بلا سنة، '{date}': المجموعة تحتاج إلى سنوات، مثل {right}",
    ),
    "E407.marked": (
        "{text} has a range with '{date}': only plain days, months and years may stand beside "
        "'..', such as 2024-10..2024-12",
        "في {text} مدى فيه '{date}': لا يقف بجانب '..' إلا يوم أو شهر أو سنة بلا علامات، مثل "
        "2024-10..2024-12",
    ),
    "W408.folder": (
        "'{date}' lies in {year} and the file in {folder}; expected one year, or the file in "
        "events/{year}/",
        "التاريخ '{date}' في السنة {year} والملف في المجلد {folder}؛ والمتوقع سنة واحدة، أو نقل "
        "الملف إلى events/{year}/",
    ),
    "W408.id": (
        "'{date}' is far from the date in the file's name, '{id}'; expected one date",
        "التاريخ '{date}' بعيد عن التاريخ الذي في اسم الملف '{id}'؛ والمتوقع تاريخ واحد",
    ),
    "W408.as-of": (
        "'{date}' lies after as_of of site.yml, '{as_of}'; expected a date that is covered, "
        "or a later as_of",
        "التاريخ '{date}' بعد as_of في site.yml وهو '{as_of}'؛ والمتوقع تاريخ لا يتجاوزه، أو as_of "
        "أحدث",
    ),
    "W408.hijri": (
        "'{date}' lies centuries before all else here; is it a date of the Hijri calendar? "
        "expected what it is in the Gregorian one",
        "التاريخ '{date}' قبل غيره هنا بقرون؛ هل هو هجري؟ والمتوقع ما يقابله في التقويم الميلادي",
    ),
    "W408.hijri-of": (
        "'{date}' lies centuries before all else here; is it a date of the Hijri calendar, {right} "
        "in the Gregorian one as Umm al-Qura counts it? another country may count a day more or "
        "less: write what the source confirms",
        "التاريخ '{date}' قبل غيره هنا بقرون؛ هل هو هجري يوافق {right} ميلاديا، كما في تقويم أم "
        "القرى؟ قد يختلف الحساب في بلد آخر بيوم: اكتب ما يؤكده المصدر",
    ),
    "W410.soon": (
        "the contact of security.txt holds until {day} only; where it still holds, write {right}",
        "بلاغات الأمان صالحة حتى {day} فقط؛ إن بقيت صالحة فاكتب {right}",
    ),
    "W410.over": (
        "the contact of security.txt has not held since {day}; where it still holds, write {right}",
        "انتهت صلاحية بلاغات الأمان في {day}؛ إن بقيت صالحة فاكتب {right}",
    ),
    "W410.long": (
        "the contact of security.txt holds until {day}, more than a year; expected at most {right}",
        "بلاغات الأمان صالحة حتى {day}، أي أكثر من سنة؛ والمتوقع {right} على الأبعد",
    ),
    "W410.none": (
        "security.txt does not say until when it holds; expected a line such as "
        "Expires: {day}T00:00:00Z",
        "لا يقول الملف security.txt إلى متى يصلح؛ والمتوقع سطر مثل Expires: {day}T00:00:00Z",
    ),
}
