"""Problems of fields, their values and what they refer to: E3 and E5."""

from __future__ import annotations

from collections.abc import Mapping

_EXPECTED = ("{found}; expected {what}, such as {sample}", "{found}؛ والمتوقع {what}، مثل {sample}")

TABLE: Mapping[str, tuple[str, str]] = {
    "E301": ("unknown field; {hint}", "حقل غير معروف؛ {hint}"),
    "E302": (
        "is missing; expected this field, such as {field}: {sample}",
        "الحقل ناقص؛ أضفه، مثل {field}: {sample}",
    ),
    "E302.speaker": (
        "is missing, though status is '{status}'; expected who says so, such as {field}: {sample}",
        "الحقل ناقص والدرجة '{status}'؛ اذكر من يقول ذلك، مثل {field}: {sample}",
    ),
    "E302.coordinate": (
        "is missing beside {given}; expected both or neither, such as {field}: {sample}",
        "الحقل ناقص بجانب {given}؛ اكتبهما معا أو اتركهما معا، مثل {field}: {sample}",
    ),
    "E302.number": (
        "is missing; expected at least one of low, best, high, such as {field}: {sample}",
        "لا رقم هنا؛ اكتب واحدا على الأقل من low وbest وhigh، مثل {field}: {sample}",
    ),
    "E302.ground": (
        "is missing; expected sources, or the event it is from, such as {field}: {sample}",
        "لا سند للقيمة؛ اكتب sources أو الحدث الذي أُخذت منه، مثل {field}: {sample}",
    ),
    "E302.changed": (
        "is missing; expected one of event, figure, page, such as {field}: {sample}",
        "لم يُذكر ما الذي تغير؛ اكتب واحدا من event وfigure وpage، مثل {field}: {sample}",
    ),
    "E303": _EXPECTED,
    "E303.text": (
        "is empty; expected text, such as {sample}",
        "الحقل فارغ؛ والمتوقع نص، مثل {sample}",
    ),
    "E303.list": (
        "is empty; expected at least one, such as {sample}",
        "القائمة فارغة؛ والمتوقع بند واحد على الأقل، مثل {sample}",
    ),
    "E303.choice": (
        "is empty; expected one of {choices}",
        "الحقل فارغ؛ والمتوقع واحد من {choices}",
    ),
    "E304": _EXPECTED,
    "E305": (
        "{found}; expected one of {choices}{hint}",
        "{found}؛ والمتوقع واحد من {choices}{hint}",
    ),
    "E304.list": (
        "{found}; expected a list, such as {right}",
        "{found}؛ والمتوقع قائمة، مثل {right}",
    ),
    "E306.named": (
        "{what} found; expected the id of the {kind}: write {right}",
        "وُجد {what}؛ والمتوقع المعرّف لا الاسم: اكتب {right}",
    ),
    "E306.near": (
        "{what} found; expected the id of a known {kind}; did you mean {near}?",
        "وُجد {what}؛ والمتوقع معرّف مسجل؛ هل تقصد {near}؟",
    ),
    "E306.nobody": (
        "{what} found, and no {kind} has such a name; expected the id of one that is there, or add "
        "it first",
        "وُجد {what}، ولا اسم كهذا في السجل؛ والمتوقع معرّف مسجل، أو أضفه أولا",
    ),
    "E306.form": (
        "{found}; expected small Latin letters, digits and hyphens",
        "{found}؛ والمتوقع حروف لاتينية صغيرة وأرقام وواصلات",
    ),
    "E306.list": (
        "{what} is read as one id; expected a list with Latin commas, such as {right}",
        "يُقرأ {what} معرّفا واحدا؛ والمتوقع قائمة بفواصل لاتينية، مثل {right}",
    ),
    "E306.dash": (
        "{what} is read as one id; expected each item on a line of its own, its dash in the column "
        "of the others and a space after it, such as '- {right}'",
        "يُقرأ {what} معرّفا واحدا؛ والمتوقع كل بند في سطر، وشرطته في عمود أخواتها وبعدها مسافة، "
        "مثل '- {right}'",
    ),
    "E306": (
        "{found}; expected small Latin letters, digits and hyphens, such as {right}",
        "{found}؛ والمتوقع حروف لاتينية صغيرة وأرقام وواصلات، مثل {right}",
    ),
    "E307": _EXPECTED,
    "E307.write": (
        "{found}; expected {what}: write {right}",
        "{found}؛ والمتوقع {what}: اكتب {right}",
    ),
    "E308": ("{found}; expected {what}", "{found}؛ والمتوقع {what}"),
    "E308.write": (
        "{found}; expected digits 0-9 alone, with a point before a fraction: write {right}",
        "{found}؛ والمتوقع أرقام 0-9 وحدها، وقبل الكسر نقطة: اكتب {right}",
    ),
    "E308.about": (
        "{found}; expected the number alone: write {right}, and qualifier: about beside it",
        "{found}؛ والمتوقع الرقم وحده: اكتب {right}، وبجانبه qualifier: about",
    ),
    "E308.range": (
        "{found}; expected one number in each field: write {right}",
        "{found}؛ والمتوقع رقم واحد في كل حقل: اكتب {right}",
    ),
    "E308.unit": (
        "{found}; expected the number alone: write {right}; what it counts stands in 'unit'",
        "{found}؛ والمتوقع الرقم وحده: اكتب {right}؛ وما يعدّه يُكتب في unit",
    ),
    "E309": _EXPECTED,
    "E310": (
        "a list of {number} found; expected a list of two, such as [mid, end]",
        "عدد القيم في القائمة {number}؛ والمتوقع قيمتان، مثل [mid, end]",
    ),
    "E311": (
        "'{number}' is less than {name}, '{less}'; expected no less, such as {less}",
        "'{number}' أقل من {name} وهو '{less}'؛ والمتوقع ما لا يقل عنه، مثل {less}",
    ),
    "E312": (
        "'{to}' is before from; expected no earlier date, such as {start}",
        "'{to}' أسبق من from؛ والمتوقع تاريخ لا يسبقه، مثل {start}",
    ),
    "E313": (
        "found beside {other}; expected one of event, figure, page, such as event alone",
        "مكتوب مع {other}؛ والمتوقع واحد فقط من event وfigure وpage",
    ),
    "E314": (
        "unknown language; expected its code of two or three letters{hint}",
        "لغة غير معروفة؛ والمتوقع رمزها من حرفين أو ثلاثة{hint}",
    ),
    "E501": ("there is no {kind} {what}{expected}", "لا يوجد {kind} {what}{expected}"),
    "E501.many": (
        "there is no {kind} {what}, and {number} places name it: {places}{more}; was it deleted or "
        "renamed? expected it back, or another id in each of them",
        "لا يوجد {kind} {what}، ويُذكر في {number} من المواضع: {places}{more}؛ هل حُذف أو تغيّر "
        "معرّفه؟ أعده، أو اكتب معرّفا آخر في كل موضع",
    ),
    "E501.deleted": (
        "{kind} {what} was deleted {when}, and is still named in places: {number} "
        "({places}{more}); expected it back, or its id taken out there",
        "حُذف {kind} {what} {when}، وما زال مذكورا في مواضع عددها {number} "
        "({places}{more})؛ أعده، أو احذف معرّفه منها",
    ),
    "E501.renamed": (
        "{kind} {what} was renamed: write {right}; places that name it: {number} ({places}{more})",
        "تغيّر معرّف {what}: اكتب {right}؛ والمواضع التي تذكره {number} ({places}{more})",
    ),
    "E501.was": (
        "{kind} '{id}' is called '{right}' now (was: [{id}]); write {right}",
        "صار المعرّف '{id}' الآن '{right}' (was: [{id}])؛ اكتب {right}",
    ),
    "E510.own": (
        "'{id}' is the record's own id; expected one that it had before, or no 'was'",
        "'{id}' هو معرّف السجل نفسه؛ والمتوقع معرّف كان له من قبل، أو حذف was",
    ),
    "E510.exists": (
        "'{id}' is the id of a record today, in {file}, and its address leads there, not to "
        "'{now}'; expected an id that no record has: take it out",
        "'{id}' معرّف سجل قائم في {file}، وعنوانه يقود إليه لا إلى '{now}'؛ والمتوقع معرّف لا يحمله "
        "سجل اليوم: احذفه",
    ),
    "E510.two": (
        "'{id}' was '{now}' too, as {place} says, and an address leads to one page; expected it in "
        "one of them: take it out here or there",
        "'{id}' مذكور أيضا في '{now}' ({place})، والعنوان يقود إلى صفحة واحدة؛ والمتوقع أن يُذكر "
        "مرة: احذفه من هنا أو من هناك",
    ),
    "E510.again": (
        "'{id}' stands in this list already ({place}); expected it once: take it out here",
        "'{id}' مذكور في القائمة نفسها ({place})؛ والمتوقع أن يُذكر مرة: احذفه من هنا",
    ),
    "E510.reserved": (
        "'{id}' cannot have been an id: its address is another page's, or no address at all; "
        "expected one that it had before: take it out",
        "'{id}' لم يكن معرّفا: عنوانه لصفحة أخرى، أو لا يكون عنوانا؛ والمتوقع معرّف كان له من قبل: "
        "احذفه",
    ),
    "W511.renamed": (
        "{kind} '{id}' was published, and its address would vanish; is it '{now}' now? then write "
        "{right}",
        "نُشر {kind} '{id}' من قبل، وسيختفي عنوانه؛ هل صار معرّفه '{now}'؟ اكتب إذن {right}",
    ),
    "W511.hidden": (
        "{kind} '{id}' was published, and its page would vanish: it is a draft now, or not due; "
        "expected publish: live, or publish: withdrawn, which keeps the address",
        "نُشر {kind} '{id}' من قبل، وستختفي صفحته: فهو الآن مسودة، أو لم يحن موعده؛ اكتب publish: "
        "live، أو publish: withdrawn فيبقى عنوانه",
    ),
    "W511.values": (
        "{kind} '{id}' was published, and its page would vanish: all its values are from events "
        "that are not published now; expected one that is",
        "نُشر {kind} '{id}' من قبل، وستختفي صفحته: فقيمه كلها من أحداث غير منشورة الآن؛ والمتوقع أن "
        "يُنشر واحد منها",
    ),
    "W511.deleted": (
        "{kind} '{id}' was published and is gone: its address would vanish; expected it back, an "
        "event with publish: withdrawn, or was: [{id}] in the record that it is now",
        "نُشر {kind} '{id}' من قبل ثم حُذف، وسيختفي عنوانه؛ أعده، والحدث يُسحب بـpublish: withdrawn، "
        "أو اكتب was: [{id}] في السجل الذي صار إليه",
    ),
    "gone-in": ("in commit {commit} of {day}", "في الإيداع {commit} بتاريخ {day}"),
    "gone-now": ("since the last commit", "منذ آخر إيداع"),
    "places-more": (", and {number} more", "، ومواضع أخرى عددها {number}"),
    "known": (
        "; expected the id of a known {kind}{some}",
        "؛ والمتوقع معرّف مسجل{some}",
    ),
    "E526": (
        "{what} begins a heading, and this text has none; expected the words alone, '{title}' "
        "(only the body of a section has subheads)",
        "{what} بداية عنوان، ولا عناوين في هذا النص؛ اكتب الكلمات وحدها '{title}' "
        "(العناوين الفرعية في body الأقسام وحده)",
    ),
    "E526.subhead": (
        "{what} is not how a subhead is written; expected two signs, a space and words, "
        "such as '## {title}'",
        "{what} ليست صورة العنوان الفرعي؛ المتوقع علامتان ومسافة وكلمات، مثل '## {title}'",
    ),
    "E502": (
        "link {what} found; expected a web address or an event, such as "
        "[text](https://example.org/), [text](event:2024-06-19-treaty) or [@2024-06-19-treaty]",
        "رابط لا يصح {what}؛ والمتوقع عنوان على الشبكة أو حدث، مثل [نص](https://example.org/) أو "
        "[نص](event:2024-06-19-treaty) أو [@2024-06-19-treaty]",
    ),
    "E502.event": (
        "link {what} found; expected the event itself, which needs no address: write '{right}'",
        "رابط {what}؛ والحدث يُذكر بمعرّفه لا بعنوانه: اكتب '{right}'",
    ),
    "E502.was": (
        "link {what} found, and that page has another address now: write '{right}'",
        "رابط {what}، ولهذه الصفحة عنوان آخر الآن: اكتب '{right}'",
    ),
    "E502.page": (
        "link {what} found, and no page has that address{expected}",
        "رابط {what}، ولا صفحة بهذا العنوان{expected}",
    ),
    "E502.anchor": (
        "link {what} found, and that is no place of a page that a text may lead to{expected}",
        "رابط {what}، وليس مما يُحال إليه من مواضع الصفحات{expected}",
    ),
    "E502.whole": (
        "link {what} found, which says no page, and this text may be read on several; write "
        "'{right}'",
        "رابط {what} بلا صفحة، وقد يُقرأ النص في أكثر من صفحة؛ اكتب '{right}'",
    ),
    "E521": (
        "'{number}' is none of the figure's numbers; expected one of {known}",
        "'{number}' ليس من أرقام هذا السجل؛ والمتوقع واحد من {known}",
    ),
    "W522": (
        "'{time}' lies after as_of, '{said}', though status is 'confirmed'; expected a time that "
        "had come when it was said, or status: claimed",
        "'{time}' بعد as_of وهو '{said}' والدرجة 'confirmed'؛ والمتوقع وقت كان قد حل عند القول، "
        "أو status: claimed",
    ),
    "W523": (
        "does not say what it measures, so that rivals cannot be told from growth; expected "
        "measure: level (so many at a time), total (so many up to a day) or period (so many "
        "within a time)",
        "لا يُذكر ما يقيسه الرقم، فلا يُعرف الخلاف من النمو؛ أضف measure: level (عدد في وقت بعينه) "
        "أو total (مجموع حتى يوم بعينه) أو period (عدد خلال مدة)",
    ),
    "W524": (
        "no figure of the section '{section}' is chosen for the home page; expected one at least, "
        "such as {sample}",
        "ليس بين أرقام الصفحة الرئيسية رقم من القسم '{section}'؛ والمتوقع واحد على الأقل، مثل "
        "{sample}",
    ),
    "W525": (
        "the figure measures a period, and '{said}' is a day; expected the period that the number "
        "is about, such as for: {year}",
        "الرقم يقيس مدة، و'{said}' يوم؛ والمتوقع المدة التي يعنيها، مثل for: {year}",
    ),
    "W503": (
        "'{what}' is not published yet; until then readers get the words without the link",
        "لم يُنشر '{what}' بعد؛ وحتى نشره يظهر النص بلا رابط",
    ),
    "W506": (
        "forms of '{noun}' are not known; expected them in nouns.yml, such as "
        "{noun}: {{plural: {plural}}}",
        "صيغ '{noun}' غير معروفة؛ والمتوقع أن تكون في nouns.yml، مثل {noun}: {{plural: {plural}}}",
    ),
    "plural-of": ("جمع {noun}", "جمع {noun}"),
    "W504": (
        "a key point of which no event is published yet; expected one that readers can open",
        "نقطة في الخلاصة لم يُنشر بعد أي حدث تستند إليه؛ والمتوقع حدث يستطيع القارئ فتحه",
    ),
    "E331": (
        "{found}; expected a web address, such as https://example.org/page",
        "{found}؛ والمتوقع عنوان على الشبكة، مثل https://example.org/page",
    ),
    "E331.long": (
        "{found}, an address of more than 2000 letters; expected a shorter one, such as the page's "
        "without its parameters",
        "{found}، وهو عنوان أطول من 2000 حرف؛ اكتب عنوانا أقصر، كعنوان الصفحة بلا معاملاته",
    ),
    "E331.user": (
        "{found}, an address with a user's name; write '{right}'",
        "{found}، وفي العنوان اسم مستخدم؛ اكتب '{right}'",
    ),
    "E331.port": (
        "{found}, an address with a port that is none; expected a number from 1 to 65535, or write "
        "'{right}'",
        "{found}، ورقم المنفذ في العنوان لا يصح؛ والمتوقع عدد من 1 إلى 65535، أو اكتب '{right}'",
    ),
    "E331.host": (
        "{found}, an address whose host is none; expected a name with a point in it, such as "
        "https://example.org/page",
        "{found}، واسم الموقع في العنوان لا يصح؛ والمتوقع اسم فيه نقطة، مثل https://example.org/page",
    ),
    "E331.own-network": (
        "{found}, an address within one's own network or in numbers; expected a public name, such "
        "as https://example.org/page",
        "{found}، وهو عنوان داخل شبكة خاصة أو بالأرقام؛ والمتوقع اسم عام، مثل "
        "https://example.org/page",
    ),
    "W332": (
        "an address whose host is in other letters than the network's; write '{right}'",
        "اسم الموقع في العنوان بغير حروف الشبكة؛ اكتب '{right}'",
    ),
    "W333": (
        "an address that others on the way can read and change; where this answers too, write "
        "'{right}'",
        "عنوان تمكن قراءة صفحته وتبديلها في الطريق؛ إن أجاب العنوان '{right}' فاكتبه",
    ),
    "W334": (
        "an address with parameters that tell who sent the reader; write '{right}'",
        "في العنوان معاملات تتبع القارئ؛ اكتب '{right}'",
    ),
    "W336": (
        "an address that ends with a sign, as a sentence does; where it is none of its own, write "
        "'{right}'",
        "عنوان ينتهي بعلامة كعلامات الجمل؛ إن لم تكن منه فاكتب '{right}'",
    ),
    "W337": (
        "{what} stands twice in the list; expected it once",
        "{what} مكرر في القائمة؛ اكتبه مرة واحدة",
    ),
    "W335": (
        "a text of {number} letters found; expected at most {most} in this field",
        "نص طوله {number} حرفا؛ والمتوقع في هذا الحقل {most} على الأكثر",
    ),
    "W527": (
        "'{number}' of '{unit}' found, and less than none of it cannot be counted; expected "
        "'{right}', or a unit that can fall below zero",
        "'{number}' والوحدة '{unit}'، ولا يُعد ما دون الصفر منها؛ والمتوقع '{right}'، أو وحدة "
        "تقبل ما دون الصفر",
    ),
}
