"""Problems of writing YAML: E2."""

from __future__ import annotations

from collections.abc import Mapping

_SIGN = (
    "a sign found that YAML keeps for itself; expected quotes around the text, such as {right}",
    "علامة محجوزة في YAML؛ ضع النص بين علامتي اقتباس، مثل {right}",
)
_DECORATED = (
    "{what} found; expected the value alone, or text in quotes, such as '{text}'",
    "{what} قبل القيمة؛ اكتب القيمة وحدها، أو ضع النص بين علامتي اقتباس، مثل '{text}'",
)

TABLE: Mapping[str, tuple[str, str]] = {
    "E201": (
        "a tab found in the indentation; expected spaces, such as two for each level",
        "في بداية السطر علامة جدولة (Tab)؛ والمتوقع مسافات، اثنتان لكل مستوى",
    ),
    "E201.space": (
        "a space found here that is none for YAML (a no-break space or a wider one); expected "
        "plain spaces",
        "هنا مسافة ليست مسافة عادية (غير فاصلة أو عريضة)؛ والمتوقع مسافات عادية",
    ),
    "E202.in": (
        "a field found further in than the line before; expected the fields of a group in one "
        "column, or quotes around a text with ': ' in it, such as 'a: b'",
        "الحقل أبعد إلى الداخل من السطر السابق؛ اجعل حقول المجموعة في عمود واحد، أو ضع النص الذي "
        "فيه ': ' بين علامتي اقتباس، مثل 'a: b'",
    ),
    "E202.column": (
        "the line does not fit those before it; expected the fields of a group in one column, and "
        "quotes that close at the end of a text, such as title: 'a'",
        "السطر لا يوافق ما قبله؛ اجعل حقول المجموعة في عمود واحد، وأغلق علامة "
        "الاقتباس في آخر النص، "
        "مثل title: 'a'",
    ),
    "E202.off": (
        "the field does not stand in the column of those beside it; expected {column} spaces "
        "before it",
        "الحقل ليس في عمود ما قبله وما بعده؛ والمتوقع قبله مسافات عددها {column}",
    ),
    "E203": (
        "a second ': ' found on the line; expected quotes around such a text, such as 'a: b'",
        "في السطر ': ' ثانية؛ ضع النص بين علامتي اقتباس، مثل 'a: b'",
    ),
    "E203.text": (
        "a second ': ' found on the line; expected quotes around such a text: {right}",
        "في السطر ': ' ثانية؛ ضع النص بين علامتي اقتباس: {right}",
    ),
    "E203.curly": (
        "curly quotation marks do not hold a text with ': ' in it together; expected straight "
        "ones: {right}",
        "علامات الاقتباس المقوسة لا تحفظ نصا فيه ': '؛ والمتوقع المستقيمة: {right}",
    ),
    "E204": _SIGN,
    "E204.text": (
        "the text begins with a sign that YAML keeps for itself; expected: {right}",
        "يبدأ النص بعلامة محجوزة في YAML؛ والمتوقع: {right}",
    ),
    "E205": (
        "an opening quotation mark found alone; expected its pair, such as 'a'",
        "علامة اقتباس فُتحت ولم تُغلق؛ أضف أختها، مثل 'a'",
    ),
    "E205.close": (
        "the quotation mark that opens here is not closed; write {sign} at the end: {right}",
        "علامة الاقتباس التي تُفتح هنا لم تُغلق، وتنقص {sign} في الآخر: {right}",
    ),
    "E206.close": (
        "the bracket that opens here is not closed; write {sign} at the end: {right}",
        "القوس الذي يُفتح هنا لم يُغلق، وينقص {sign} في الآخر: {right}",
    ),
    "E205.document": (
        "--- found within quotes; expected the closing quotation mark before it",
        "وردت --- داخل اقتباس؛ أغلق علامة الاقتباس قبلها",
    ),
    "E206.list": (
        "a list in [ ] is not closed or lacks a comma; expected it whole, such as [a, b]",
        "قائمة بين [ ] لم تُغلق أو نقصتها فاصلة؛ اكتبها كاملة، مثل [a, b]",
    ),
    "E206.group": (
        "a group in { } is not closed or lacks a comma; expected it whole, such as {ar: a}".replace(
            "{", "{{"
        ).replace("}", "}}"),
        "مجموعة بين {{ }} لم تُغلق أو نقصتها فاصلة؛ اكتبها كاملة، مثل {{ar: a}}",
    ),
    "E206.nothing": (
        "neither a value nor a closing bracket found; expected one of them, such as [a, b]",
        "لا قيمة هنا ولا قوس إغلاق؛ والمتوقع أحدهما، مثل [a, b]",
    ),
    "E207": (
        "a line without a field's name found; expected a field and its value, such as title: text",
        "سطر بلا اسم حقل؛ والمتوقع حقل وقيمته، مثل title: text",
    ),
    "E207.space": (
        "no space after the colon; expected one: {right}",
        "لا مسافة بعد النقطتين؛ والمتوقع مسافة: {right}",
    ),
    "E207.colon": (
        "no colon after the field's name; expected one and a space: {right}",
        "لا نقطتين بعد اسم الحقل؛ والمتوقع نقطتان ومسافة: {right}",
    ),
    "E207.block": (
        "a paragraph at the margin; expected two spaces before each line of '{field}', as it is "
        "the text of that field",
        "فقرة في أول السطر؛ والمتوقع مسافتان قبل كل سطر من نص الحقل '{field}'",
    ),
    "E208.item": (
        "a line found that is neither an item of the list before it nor a field of its last item; "
        "expected it in the column of one of them, such as '- a' under '- b'",
        "سطر ليس بندا في القائمة التي قبله ولا حقلا في آخر بنودها؛ ضعه في "
        "عمود أحدهما، مثل '- a' تحت "
        "'- b'",
    ),
    "E208.bullet": (
        "'{sign}' is no dash of a list; expected: {right}",
        "العلامة '{sign}' ليست شرطة قائمة؛ والمتوقع: {right}",
    ),
    "E208.dash": (
        "no space after the dash; expected one: {right}",
        "لا مسافة بعد الشرطة؛ والمتوقع مسافة: {right}",
    ),
    "E208.off": (
        "the dash does not stand in the column of the others, or before the fields of its item; "
        "expected {column} spaces before it",
        "الشرطة ليست في عمود أخواتها أو ليست قبل حقول بندها؛ والمتوقع قبلها مسافات عددها {column}",
    ),
    "E208.missing": (
        "no dash before the first field of an item; expected: {right}",
        "لا شرطة قبل أول حقول البند؛ والمتوقع: {right}",
    ),
    "E208.double": (
        "two dashes begin a list within a list; expected one: {right}",
        "شرطتان تبدآن قائمة داخل قائمة؛ والمتوقع واحدة: {right}",
    ),
    "E208.beside": (
        "'- ' found beside a field's name; expected the list on the next line, or quotes around a "
        "text, such as '- a'",
        "وردت '- ' بجانب اسم الحقل؛ ابدأ القائمة في السطر التالي، أو ضع النص "
        "بين علامتي اقتباس، مثل "
        "'- a'",
    ),
    "E209": (
        "an unknown \\ escape found in double quotes; expected single quotes, such as 'a\\b'",
        "رمز هروب \\ غير معروف بين علامتي اقتباس مزدوجتين؛ استعمل المفردتين، مثل 'a\\b'",
    ),
    "E210": (
        "a YAML directive (%) found; expected none; delete the line",
        "توجيه YAML (%)؛ احذف السطر",
    ),
    "E211.alias": (
        "alias *{text} found; expected the value written out, or text in quotes, such as '*{text}'",
        "إحالة *{text}؛ اكتب القيمة كاملة، أو ضع النص بين علامتي اقتباس، مثل '*{text}'",
    ),
    "E211.decoration": _DECORATED,
    "E211.merge": (
        "merge key found; expected the fields written out, such as title: 'a'",
        "مفتاح دمج (<<)؛ اكتب الحقول كاملة، مثل title: 'a'",
    ),
    "E212": (
        "the field stands twice, first on line {line}; expected it once",
        "الحقل مكتوب مرتين، أولاهما في السطر {line}؛ اكتبه مرة واحدة",
    ),
    "E213": (
        "a second document (---) found; expected one in each file",
        "مستند ثان (---) في الملف؛ والمتوقع مستند واحد في كل ملف",
    ),
    "E213.mark": (
        "'{mark}' alone on a line ends the record here; expected none between its fields; delete "
        "the line",
        "السطر '{mark}' يُنهي السجل هنا؛ احذفه فلا مكان له بين الحقول",
    ),
    "E214": (
        "more than {most} levels of nesting found; expected few, such as sources",
        "مستويات التداخل أكثر من {most}؛ والمتوقع قليل منها، كما في sources",
    ),
    "E215": (
        "a list or group found as a field's name; expected a word, such as title",
        "قائمة أو مجموعة مكان اسم الحقل؛ والمتوقع كلمة، مثل title",
    ),
    "E216": (
        "text found beside | or >-; expected it on the next line, indented, or without the sign, "
        "such as summary: text",
        "نص بجانب | أو >-؛ اكتبه في السطر التالي بعد مسافتين، أو احذف العلامة، مثل summary: text",
    ),
    "E217": (
        "'{sign}' is no colon; expected ':' and a space after a field's name: {right}",
        "العلامة '{sign}' ليست نقطتي YAML؛ والمتوقع ':' ومسافة بعد اسم الحقل: {right}",
    ),
    "E219": (
        "{lost} begins with # after a space, a comment that no reader sees; write {right}, "
        "or put the comment on a line of its own",
        "ما يبدأ بالعلامة # بعد مسافة تعليق لا يراه القارئ: {lost}؛ اكتب {right}، أو ضع التعليق في "
        "سطر وحده",
    ),
    "E219.lines": (
        "{lost} begins with #, a comment that no reader sees and that ends the text; expected "
        "quotes around all of it, such as {right}",
        "ما يبدأ بالعلامة # تعليق لا يراه القارئ وينتهي النص قبله: {lost}؛ ضع النص كله بين علامتي "
        "اقتباس، مثل {right}",
    ),
}
