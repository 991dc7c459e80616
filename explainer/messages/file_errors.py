"""Problems of whole files, and of the characters in them: E1."""

from __future__ import annotations

from collections.abc import Mapping

TABLE: Mapping[str, tuple[str, str]] = {
    "E101": (
        "byte 0x{byte:02x} found, which is not UTF-8; expected a file saved as UTF-8, such as "
        "'Save with encoding: UTF-8' makes",
        "في الملف بايت (0x{byte:02x}) لا يصح في UTF-8؛ احفظ الملف بترميز UTF-8",
    ),
    "E102": (
        "byte order mark U+FEFF found; expected 'UTF-8' without it; save the file again, or let "
        "check --fix take it out",
        "في أول الملف علامة ترتيب البايتات U+FEFF؛ احفظ الملف بترميز UTF-8 من دونها (without BOM)، "
        "أو دع check --fix يحذفها",
    ),
    "E103": (
        "merge conflict mark {mark} found; expected one side only; delete the marks",
        "علامة دمج لم يكتمل {mark}؛ أبق أحد النصين واحذف العلامات",
    ),
    "E104": (
        "invisible character {what} found{more}; expected only what can be seen; delete it, or let "
        "check --fix take it out",
        "حرف لا يُرى {what}{more}؛ احذفه، أو دع check --fix يحذفه",
    ),
    "E104.control": (
        "character {what} found, which nobody sees{more}; expected only what can be seen; delete "
        "it, and see whether the words around it are whole",
        "حرف لا يُرى {what}{more}؛ احذفه، وانظر هل الكلمات حوله كاملة",
    ),
    "E104.break": (
        "a line break of another kind, {what}, found{more}; expected a space, or a new line made "
        "with Enter",
        "نهاية سطر من نوع آخر {what}{more}؛ اكتب مكانها مسافة، أو ابدأ سطرا جديدا بمفتاح Enter",
    ),
    "E104.doubled": (
        "lines end with U+000D twice, as happens when a file is changed for Windows two times; "
        "expected one: let check --fix do it",
        "أسطر تنتهي بالحرف U+000D مرتين، كما يحدث إن حُوّل الملف إلى Windows مرتين؛ والمتوقع مرة: "
        "دع check --fix يصلحها",
    ),
    "E104.returns": (
        "every line ends with U+000D alone, as old programs write it; expected the line ends of "
        "today (LF): save the file with them, or let check --fix do it",
        "كل سطر ينتهي بالحرف U+000D وحده، كما تكتبه برامج قديمة؛ والمتوقع نهايات أسطر اليوم (LF): "
        "احفظ الملف بها، أو دع check --fix يكتبها",
    ),
    "E105": (
        "direction mark {what} found{more}; expected none, as the site sets them; delete it, or "
        "let check --fix take it out",
        "علامة اتجاه {what}{more}؛ احذفها فالموقع يضبط الاتجاه بنفسه، أو دع check --fix يحذفها",
    ),
    "E106": (
        "damaged character {what} found{more}; expected what stood there; type it again",
        "حرف تالف {what}{more}؛ اكتب ما كان مكانه من جديد",
    ),
    "E107": (
        "is {size:,} bytes long; expected at most {most:,}, such as two files",
        "حجم الملف {size:,} بايت؛ والحد الأعلى {most:,}، فقسّمه إلى ملفين",
    ),
    "E108.link": (
        "is a link; expected a plain file or folder, such as a copy of what it links to",
        "هذا رابط لا ملف؛ ضع مكانه ملفا عاديا أو مجلدا، كنسخة مما يشير إليه",
    ),
    "E108.special": (
        "is a special file; expected a plain file, such as a text editor saves",
        "هذا ملف خاص؛ والمتوقع ملف عادي كالذي يحفظه محرر النصوص",
    ),
    "E109": (
        "cannot be read ({reason}); expected read access, such as 'chmod u+rX' gives",
        "تتعذر قراءته ({reason})؛ امنح إذن القراءة، مثلا بالأمر 'chmod u+rX'",
    ),
    "E110": (
        "is not a folder; expected one, such as content",
        "ليس مجلدا؛ والمتوقع مجلد، مثل content",
    ),
    "E111.site": (
        "is missing; expected title, standfirst, as_of, such as {sample}",
        "الملف غير موجود؛ والمتوقع فيه title وstandfirst وas_of، مثل {sample}",
    ),
    "E111.registry": (
        "is missing, though {file} names {kind} {what} on line {line}; expected records by id, "
        "such as {sample}",
        "الملف غير موجود، وفي {file} إشارة إلى {kind} {what} في السطر {line}؛ والمتوقع سجلات "
        "بمعرّفاتها، مثل {sample}",
    ),
    "E112": (
        "does not belong here; expected {expected}{hint}",
        "لا مكان لهذا الملف هنا؛ والمتوقع {expected}{hint}",
    ),
    "E113": (
        "ending '{ending}' found; expected .yml, such as {right}",
        "امتداد الملف '{ending}'؛ والمتوقع yml. كما في {right}",
    ),
    "E114": (
        "file name {what} found; expected small Latin letters, digits and hyphens, such as {right}",
        "اسم الملف {what}؛ والمتوقع حروف لاتينية صغيرة وأرقام وواصلات، مثل {right}",
    ),
    "E115": (
        "the address /{id}/ is another page's; expected another file name, such as {id}-ties.yml",
        "العنوان /{id}/ لصفحة أخرى؛ اختر اسما آخر للملف، مثل {id}-ties.yml",
    ),
    "E116": (
        "duplicate id '{id}', first in {first}; expected another file name, such as {id}-2.yml",
        "المعرّف '{id}' مستعمل في {first}؛ اختر اسما آخر للملف، مثل {id}-2.yml",
    ),
    "E117": (
        "id {what} found; expected small Latin letters, digits and hyphens, such as {right}",
        "المعرّف {what}؛ والمتوقع حروف لاتينية صغيرة وأرقام وواصلات، مثل {right}",
    ),
    "E117.noun": (
        "{what} found; expected a noun in the singular in Arabic letters, such as سفينة",
        "وُجد {what}؛ والمتوقع اسم مفرد بحروف عربية، مثل سفينة",
    ),
    "E118.records": (
        "{found}; expected records by id, such as {sample}",
        "{found}؛ والمتوقع سجلات بمعرّفاتها، مثل {sample}",
    ),
    "E118.changes": (
        "{found}; expected a list of changes, such as '- {sample}'",
        "{found}؛ والمتوقع قائمة تعديلات، مثل '- {sample}'",
    ),
    "E119": (
        "is not as 'guard add' wrote it; expected no change by hand; delete it and add the text "
        "again, such as 'build.py guard add --source NAME FILE'",
        "ليس الملف كما كتبه guard add؛ احذفه وأضف النص من جديد، مثلا بالأمر "
        "'build.py guard add --source NAME FILE'",
    ),
    "E120.name": (
        "name {what} found; expected Latin letters, digits, points and hyphens, at most 100, such "
        "as {right}",
        "الاسم {what}؛ والمتوقع حروف لاتينية وأرقام ونقاط وواصلات، لا تزيد على 100، مثل {right}",
    ),
    "E120.page": (
        "{what} is a page in Markdown, which is not published as it is; expected it in docs/",
        "{what} صفحة بصيغة Markdown، ولا تُنشر كما هي؛ ضعها في المجلد docs",
    ),
    "E121": (
        "the address {address} is the site's own; expected another, such as that of {right}",
        "العنوان {address} للموقع نفسه؛ اختر اسما آخر، مثل {right}",
    ),
    "E128": (
        "is {what}; expected a picture that stands still, as JPEG, PNG or WebP, such as {right}",
        "{what}؛ والمتوقع صورة ثابتة بصيغة JPEG أو PNG أو WebP، مثل {right}",
    ),
    "E129": (
        "is {width} by {height} pixels; expected from {least} to {most} in width and in height no "
        "more than {most}",
        "أبعادها {width} في {height} بكسل؛ والمتوقع عرض من {least} إلى {most}، وارتفاع لا يزيد على "
        "{most}",
    ),
    "E129.bytes": (
        "has {size} MB; expected at most {most}",
        "حجمها {size} م.ب؛ والمتوقع ما لا يزيد على {most}",
    ),
    "W130": (
        "tells where it was taken; the site's copies do not, but the file in the repository does",
        "تحمل الصورة موضع التقاطها؛ تخلو منه نسخ الموقع، ويبقى في ملف المستودع",
    ),
    "W131": (
        "is shown by no record; expected it in an image, such as image: {{file: {name}, …}}",
        "لا يعرضها أي سجل؛ والمتوقع أن تُذكر في image، مثل image: {{file: {name}, …}}",
    ),
    "a-picture-of": ("a picture in the form {form}", "صورة بصيغة {form}"),
    "a-moving-picture": ("a moving picture", "صورة متحركة"),
    "no-picture": ("no picture, or a broken one", "ليس صورة، أو هو صورة معطوبة"),
    "E122": (
        "differs from {other} in capitals alone, and many hosts take both for one; expected "
        "another name",
        "لا يختلف عن {other} إلا في الحروف الكبيرة، وكثير من الخوادم لا يفرق بينهما؛ اختر اسما آخر",
    ),
    "E123": (
        "the id '{id}' is the name of a page or device of another kind; expected another, such as "
        "{id}-2",
        "المعرّف '{id}' اسم لصفحة أخرى أو لجهاز في النظام؛ اختر غيره، مثل {id}-2",
    ),
    "E123.anchor": (
        "the id '{id}' is another place's on the page; expected another, such as the-{id}",
        "المعرّف '{id}' لموضع آخر في الصفحة؛ اختر غيره، مثل the-{id}",
    ),
    "E124": (
        "an id of {number} letters found; expected at most {most}, such as {right}",
        "معرّف طوله {number} حرفا؛ والحد الأعلى {most}، مثل {right}",
    ),
    "E127": (
        "the site's typeface has no sign for {what}; expected letters that it has, such as a word "
        "in the place of the sign",
        "لا صورة في خط الموقع للعلامة {what}؛ اكتب مكانها كلمة",
    ),
    "E127.plain": (
        "the site's typeface has no sign for {what}; write '{right}'",
        "لا صورة في خط الموقع للعلامة {what}؛ اكتب '{right}'",
    ),
    "E127.language": (
        "the site's typeface has no letter {what}; expected the language of the text beside it, "
        "which leaves it to the reader's fonts, such as lang: {language}",
        "لا صورة في خط الموقع للحرف {what}؛ اذكر بجانب النص لغته فيُترك لخطوط القارئ، مثل "
        "lang: {language}",
    ),
    "E127.letter": (
        "the site's typeface has no letter {what}; expected Arabic or Latin letters here, and such "
        "letters in a name of that language, such as name: {{ar: …, {language}: …}}",
        "لا صورة في خط الموقع للحرف {what}؛ اكتب هنا بحروف عربية أو لاتينية، وضع هذه الحروف في اسم "
        "بلغتها، مثل name: {{ar: …, {language}: …}}",
    ),
    "E132": (
        "{what} was read in another encoding than it was written in; write '{right}'",
        "قُرئ {what} بغير الترميز الذي كُتب به؛ اكتب '{right}'",
    ),
    "E132.lost": (
        "{what} stands where letters were lost to an encoding; expected what stood there; type it "
        "again, such as from the source",
        "{what} مكان حروف ضاعت في الترميز؛ اكتب ما كان مكانها من جديد",
    ),
    "E133.encoding": (
        "the page cannot be read as UTF-8; expected a file saved as UTF-8",
        "لا تُقرأ الصفحة بترميز UTF-8؛ احفظها به",
    ),
    "E133.front": (
        "title and description between two lines of --- are missing; expected both, such as "
        "title: عن الملف",
        "لا title وdescription بين سطرين من ---؛ اكتبهما في أول الصفحة، مثل title: عن الملف",
    ),
    "E133.link": (
        "link {what} leads nowhere; expected a page, such as timeline.md{hint}",
        "الرابط {what} لا يصل إلى شيء؛ والمتوقع صفحة، مثل timeline.md{hint}",
    ),
    "E133.name": (
        "the address /{id}/ is another page's; expected another file name, such as {id}-more.md",
        "العنوان /{id}/ لصفحة أخرى؛ اختر اسما آخر للملف، مثل {id}-more.md",
    ),
    "E133.part": (
        "there is no part {what} made from data; expected one of {names}{hint}",
        "لا جزء من البيانات باسم {what}؛ والمتوقع واحد من {names}{hint}",
    ),
    "E133.made": (
        "link {what} leads to a place of a page that is made from data; expected the page alone: "
        "{right}",
        "الرابط {what} إلى موضع في صفحة تُصنع من البيانات؛ والمتوقع الصفحة وحدها: {right}",
    ),
    "E133.anchor": (
        "link {what} leads to no place of that page; expected the id of a heading{hint}",
        "الرابط {what} لا يصل إلى موضع في صفحته؛ والمتوقع معرّف عنوان فيها{hint}",
    ),
}
