"""What the copy desk says: E6 and W6."""

from __future__ import annotations

from collections.abc import Mapping


def _said(english: str, arabic: str) -> tuple[str, str]:
    """Frame the words with the place in the text and, where it is known, what to write."""
    return f"{english} in '{{around}}'{{right}}", f"{arabic} في '{{around}}'{{right}}"


TABLE: Mapping[str, tuple[str, str]] = {
    "write": ("; write '{right}'", "؛ اكتب '{right}'"),
    "E601": _said("a Latin mark '{wrong}'", "علامة ترقيم لاتينية '{wrong}'"),
    "E602": _said("a space before a mark", "مسافة قبل علامة ترقيم"),
    "E603": _said("no space after a mark", "لا مسافة بعد علامة الترقيم"),
    "E604": _said("a straight quotation mark", "علامة اقتباس مستقيمة"),
    "E605": _said("a quotation mark that faces the wrong way", "علامة اقتباس معكوسة"),
    "E606": _said("'{wrong}' without its other half", "العلامة '{wrong}' بلا أختها"),
    "W607": _said("an angular quotation mark", "علامة اقتباس مزواة"),
    "E608": _said("a doubled mark", "علامة ترقيم مكررة"),
    "E609": _said("a space after an opening mark", "مسافة بعد قوس أو علامة فتح"),
    "E610": _said("a raw range '{wrong}' (say from … to)", "مدى بالأرقام '{wrong}' (قل من… إلى)"),
    "W612": _said("an em dash (use a comma or brackets)", "شرطة طويلة (اكتب فاصلة أو قوسين)"),
    "E611": _said("a percent sign of another form", "علامة النسبة بغير صورتها"),
    "E620": _said("a letter that only looks Arabic", "حرف يشبه العربي وليس منه"),
    "E621": _said("a presentation form", "حرف من صور العرض"),
    "E622": _said("a tatweel before a letter", "تطويل قبل حرف"),
    "E623": _said("an Eastern digit", "رقم مشرقي"),
    "E624": _said(
        "an Arabic letter that touches another kind or a number",
        "حرف عربي يلاصق حرفا غير عربي أو رقما",
    ),
    "E625": _said("a letter with a loose hamza or madda", "حرف وهمزته أو مدته منفصلة"),
    "E626": _said("a doubled or odd space", "مسافة مكررة أو غير معتادة"),
    "E630": _said("tanwin on an alef", "تنوين على الألف"),
    "E631": _said("a misspelt word '{wrong}'", "خطأ إملائي '{wrong}'"),
    "E632": _said("a detached waw", "واو منفصلة عن كلمتها"),
    "W633": _said("a doubled word '{wrong}'", "كلمة مكررة '{wrong}'"),
    "E634": _said("a month's two names do not go together", "اسما الشهر لا يتوافقان"),
    "E635": _said("a month without its other name '{wrong}'", "شهر باسم واحد '{wrong}'"),
    "E636": _said("a counted noun in the wrong form '{wrong}'", "معدود بغير صيغته '{wrong}'"),
    "E637": _said(
        "a date in digits '{wrong}' (use words)", "تاريخ بالأرقام '{wrong}' (اكتبه كلمات)"
    ),
    "E640": _said("a name spelt against the registry", "اسم يخالف رسمه في السجل"),
    "E641": _said(
        "a verb '{wrong}' that vouches for what one side says",
        "فعل '{wrong}' يجزم بما يقوله طرف واحد",
    ),
    "E642": _said(
        "a day told from the day of writing '{wrong}' (give its date)",
        "يوم منسوب إلى يوم الكتابة '{wrong}' (اكتب تاريخه)",
    ),
    "E643": _said("grammar: '{wrong}'", "خطأ نحوي '{wrong}'"),
    "W644": _said(
        "a passive that names who did it '{wrong}' (let them do it: وقّع الوزيران)",
        "مبني للمجهول ذُكر فاعله '{wrong}' (اجعله فاعلا: وقّع الوزيران)",
    ),
    "W645": _said(
        "a word that takes a side '{wrong}' (use a neutral one, or quote who says it)",
        "كلمة منحازة '{wrong}' (اكتب غيرها، أو ضعها بين علامتي اقتباس منسوبة إلى قائلها)",
    ),
    "E650": _said(
        "HTML '{wrong}', which readers would see as it is",
        "علامة HTML '{wrong}' يراها القارئ كما هي",
    ),
    "E651": _said(
        "a table, which readers would see as signs (write a list)",
        "جدول يراه القارئ علامات (اكتبه قائمة)",
    ),
    "E652": _said(
        "a picture, which readers would see as signs '{wrong}'",
        "صورة يراها القارئ علامات '{wrong}'",
    ),
    "E653": _said(
        "a sign of markup '{wrong}' that texts here do not have",
        "علامة تنسيق '{wrong}' لا تُستعمل هنا",
    ),
    "E654": _said("a letter under too many marks", "حرف عليه علامات أكثر مما للعربية"),
}
