"""Problems of dates: E4. `explainer.dates` says in English why a text is no date; here is the rest.

`READINGS` knows every sentence that it says, by shape, and has its code and its Arabic.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

TABLE: Mapping[str, tuple[str, str]] = {
    "E401": (
        "{found}; expected {what}, such as {sample}",
        "{found}؛ والمتوقع {what}، مثل {sample}",
    ),
    "E402": (
        "{found}; expected {what}, such as {sample}",
        "{found}؛ والمتوقع {what}، مثل {sample}",
    ),
    **dict.fromkeys(("E403", "E404", "E405", "E406", "E407"), ("{english}", "{arabic}")),
    "E401.said": ("{english}", "{arabic}"),
    "date-sample": ("; expected a date, such as {sample}", "؛ والمتوقع تاريخ، مثل {sample}"),
    "part-sample": (
        "; expected a part that fits, such as part: mid beside date: 2024-06",
        "؛ والمتوقع جزء يناسب التاريخ، مثل part: mid مع date: 2024-06",
    ),
}

READINGS: tuple[tuple[str, str, str], ...] = (
    (
        "E401",
        "(.+) is not a date in EDTF, such as .+",
        "{0} ليس تاريخا بصيغة EDTF، مثل 2025-08-04 أو 2025-08 أو ~2025",
    ),
    (
        "E401",
        "(.+) has a space before or after it: .+",
        "قبل التاريخ {0} أو بعده مسافة: اكتبه من دونها، مثل 2024-06-19",
    ),
    ("E401", "(.+) has digits other than 0-9: write (.+)", "أرقام {0} غير 0-9: اكتب {1}"),
    (
        "E401",
        "(.+) has a time of day: .+",
        "في التاريخ {0} ساعة: اكتب اليوم وحده، مثل 2024-06-19",
    ),
    ("E401", "(.+) has its year last: .+", "السنة في آخر التاريخ {0}: اكتبه هكذا 2024-06-19"),
    (
        "E401",
        "(.+) is not written with hyphens, .+",
        "التاريخ {0} ليس مكتوبا بواصلات، مثل 2024-06-19",
    ),
    (
        "E401",
        "(.+) needs two digits for a month or day, .+",
        "الشهر أو اليوم في {0} يحتاج إلى رقمين، مثل 2024-06-09",
    ),
    (
        "E401",
        "(.+) needs a year of four digits, .+",
        "السنة في {0} تحتاج إلى أربعة أرقام، مثل 2024-06-19",
    ),
    (
        "E401",
        "(.+) has a long dash: .+",
        "في التاريخ {0} شرطة طويلة: اكتب المدة بخط مائل، مثل 2024/2025",
    ),
    ("E403", "(.+) is outside the years .+", "التاريخ {0} خارج السنوات من 0001 إلى 9999"),
    (
        "E403",
        "(.+) has no such day: (.+) has (.+) days(.*)",
        "لا يوم كهذا في {0}: أيام هذا الشهر {2}",
    ),
    (
        "E404",
        "(.+) is one date: it takes one part, such as mid, not (.+)",
        "{0} تاريخ واحد: له جزء واحد، مثل mid، لا {1}",
    ),
    (
        "E404",
        "(.+) is an interval: it takes two parts, such as .+, not (.+)",
        "{0} مدة: لها جزآن، مثل [end, null]، لا {1}",
    ),
    ("E404", "part (.+) of (.+) is not one of (.+)", "الجزء {0} للتاريخ {1} ليس واحدا من {2}"),
    ("E404", "(.+) is a day, and a day has no part (.+)", "{0} يوم، وليس لليوم جزء {1}"),
    (
        "E404",
        "(.+) has XX beside a part: write the date as (.+)",
        "في {0} علامة XX مع جزء: اكتب التاريخ {1}",
    ),
    (
        "E404",
        "(.+) has an (?:open|unknown) (?:start|end), which takes no part (.+)",
        "في {0} طرف بلا تاريخ، فلا جزء له {1}",
    ),
    ("E404", "(.+) is a set, and a set takes no part", "{0} مجموعة تواريخ، وليس للمجموعة جزء"),
    (
        "E405",
        "(.+) names no year and no month: .+",
        "لا سنة في {0} ولا شهر: اكتب أحدهما على الأقل، مثل 2024",
    ),
    (
        "E405",
        "(.+) has X where it may not stand: .+",
        "الحرف X في غير موضعه في {0}: هو آخر رقم أو آخر رقمين من السنة، أو "
        "شهر كامل أو يوم كامل، مثل "
        "199X و20XX و2024-XX و2024-06-XX",
    ),
    (
        "E405",
        "(.+) has a day without its month: write (.+), or a whole date such as (.+)",
        "في {0} يوم بلا شهر: اكتب {1}، أو تاريخا كاملا مثل {2}",
    ),
    (
        "E405",
        "(.+) has (.+) before X: .+",
        "العلامة {1} قبل X في {0}: ضعها في آخر التاريخ",
    ),
    (
        "E406",
        "(.+) has no year at its (?:start|end): .+",
        "طرف بلا سنة في {0}: المدة تحتاج إلى سنة في كل طرف، مثل 2024-04",
    ),
    (
        "E406",
        "(.+) has no date at either end: .+",
        "لا تاريخ في طرفي {0}: اكتب واحدا، مثل ../2024-10",
    ),
    (
        "E406",
        "(.+) ends before it starts: write the earlier end first(?:, as (.+))?",
        "تنتهي المدة {0} قبل أن تبدأ: اكتب الأسبق أولا",
    ),
    (
        "E406",
        "(.+) has an end that does not begin after its start does: .+",
        "نهاية المدة {0} لا تبدأ بعد بدايتها: اكتب النهاية بدقة أكبر، مثل 2024-03/2024-12",
    ),
    (
        "E407",
        "(.+) has no '(.)' at its end, such as .+",
        "ينقص {0} القوس '{1}' في آخره، مثل [2024-10,2024-11]",
    ),
    ("E407", "(.+) names a date twice", "في {0} تاريخ مكرر"),
    ("E407", "(.+) is open at both ends: it says nothing", "{0} مفتوح من طرفيه: لا معنى له"),
    (
        "E407",
        "(.+) has nothing where a date should be, .+",
        "في {0} موضع فارغ ينبغي أن يكون فيه تاريخ، مثل [2023,2024]",
    ),
    (
        "E407",
        "(.+) has '..' where none may stand: .+",
        "في {0} نقطتان '..' في غير موضعهما: اكتب [..2024-10] أو [2024-10..] أو [2024-10..2024-12]",
    ),
    (
        "E407",
        "(.+) has a range from a (.+) to a (.+): .+",
        "في {0} مدى طرفاه من جنسين: اكتبهما متشابهين، مثل 2024-10..2024-12",
    ),
    (
        "E407",
        "(.+) has a range that does not go forward: (.+)",
        "في {0} مدى لا يتقدم: {1}",
    ),
    (
        "E407",
        "(.+) has a date without a year: .+",
        "في {0} تاريخ بلا سنة: المجموعة تحتاج إلى سنوات، مثل 2024-04",
    ),
    (
        "E407",
        "(.+) has a range with (.+): .+",
        "في {0} مدى فيه {1}: لا يقف بجانب '..' إلا يوم أو شهر أو سنة بلا علامات",
    ),
)
"""Code, the shape of what `dates` says, the same in Arabic with the pieces in it."""


@cache
def _shapes() -> list[tuple[str, re.Pattern[str], str]]:
    return [(code, re.compile(shape, re.DOTALL), arabic) for code, shape, arabic in READINGS]


def reading(reason: str) -> tuple[str, str]:
    """Find the code, and the Arabic, of what `dates` said. LookupError where unknown."""
    for code, shape, arabic in _shapes():
        if found := shape.fullmatch(reason):
            return code, arabic.format(*found.groups())
    raise LookupError(reason)
