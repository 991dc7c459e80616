"""Lines in English that the program, its tools and the system end a run with, and their Arabic.

Most of what goes wrong in a run is said below the layer of these words, or by a tool that has its
own: each line is found here by its English, whatever its values are. A test walks every error that
the package raises, so that none is without its line.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from functools import cache

LINES: tuple[tuple[str, str], ...] = (
    # How a run ends.
    ("not published: {why}", "لم يُنشر الموقع: {why}"),
    ("Error: {why}", "خطأ: {why}"),
    ("stopped by {signal}", "أوقفته الإشارة {signal}"),
    (
        "This is a mistake in the program, not in the content. Nothing was published.",
        "هذا خطأ في البرنامج لا في المحتوى. لم يُنشر شيء.",
    ),
    ("cannot mend: {why}", "يتعذر الإصلاح: {why}"),
    ("{file} was changed meanwhile", "تغيّر {file} في أثناء ذلك"),
    ("cannot listen at {address}: {why}", "يتعذر الاستماع على {address}: {why}"),
    ("expected HOST:PORT, such as {sample}", "المتوقع HOST:PORT، مثل {sample}"),
    (
        "--dry-run goes with --fix: check alone writes nothing",
        "الخيار --dry-run يأتي مع --fix: فالأمر check وحده لا يكتب شيئا",
    ),
    (
        "--review always: the form can propose changes on github and gitlab alone",
        "--review always: لا يقترح النموذج تعديلات إلا على github وgitlab",
    ),
    (
        "SITE_URL is not set: a brief leads to the site's own address",
        "لم يُضبط SITE_URL: الموجز يقود إلى عنوان الموقع",
    ),
    ("--since: '{day}' is not a day such as {sample}", "--since: '{day}' ليس يوما مثل {sample}"),
    ("{moment} is not a time such as {sample}", "{moment} ليس وقتا مثل {sample}"),
    ("Name or service not known", "لا جهاز بهذا الاسم"),
    ("bind(): port must be 0-65535.", "رقم المنفذ من 0 إلى 65535"),
    ("invalid literal for int() with base 10: '{value}'", "'{value}' ليس رقم منفذ"),
    # Where a site goes.
    (
        "{template} does not print a page's {what}",
        "القالب {template} لا يكتب {what} من الصفحة",
    ),
    ("{out} is not a folder; name a folder for --out", "{out} ليس مجلدا؛ اذكر مجلدا مع --out"),
    (
        "{mounted} is a mount, which cannot be replaced in one step; name a folder within it, such "
        "as --out {within}, and let the server read that",
        "{mounted} نقطة وصل لا تُستبدل في خطوة واحدة؛ اذكر مجلدا داخلها، مثل --out {within}، واجعل "
        "الخادم يقرأ منه",
    ),
    (
        "{out} holds files that this program did not make ({names}); name another folder",
        "في {out} ملفات لم يصنعها هذا البرنامج ({names})؛ اذكر مجلدا آخر",
    ),
    (
        "{out} holds files that this program did not make ({names}); name another folder. Put what "
        "a host is to find there ({kept}) into content/static/",
        "في {out} ملفات لم يصنعها هذا البرنامج ({names})؛ اذكر مجلدا آخر. وضع ما يلزم الخادم أن "
        "يجده هناك ({kept}) في content/static/",
    ),
    (
        "{out} holds files that this program did not make ({names}); put what a host is to find "
        "there ({kept}) into content/static/, or take it away",
        "في {out} ملفات لم يصنعها هذا البرنامج ({names})؛ ضع ما يلزم الخادم أن يجده هناك ({kept}) "
        "في content/static/، أو احذفه",
    ),
    ("{names} and {number} more", "{names} وغيرها {number}"),
    (
        "{number} published before would vanish ({names}); an event that is taken back stays as "
        "'publish: withdrawn'; else say so: --allow-removal {sample}",
        "سيختفي {number} مما نُشر من قبل ({names})؛ الحدث المسحوب يبقى وفيه 'publish: withdrawn'؛ "
        "وإلا فاذكره: --allow-removal {sample}",
    ),
    (
        "{where}: {why}; it cannot be replaced here: move it away, or name another folder for "
        "--out",
        "{where}: {why}؛ لا يُستبدل هنا: انقله، أو اذكر مجلدا آخر مع --out",
    ),
    (
        "{why}; what was published last is not known, and could vanish: name its folder or "
        "address, or --last none to compare with nothing",
        "{why}؛ لا يُعرف ما نُشر آخر مرة، وقد يختفي: اذكر مجلده أو عنوانه، أو --last none لئلا يُقارن "
        "بشيء",
    ),
    (
        "{site}: {path} is not what {manifest} says; put the last publication right, or wait until "
        "its host shows it whole",
        "{site}: ليس {path} كما في {manifest}؛ أصلح النشرة الأخيرة، أو انتظر حتى يعرضها الخادم "
        "كاملة",
    ),
    (
        "{site} has no {manifest}: nothing to compare with",
        "لا {manifest} في {site}: لا شيء يُقارن به",
    ),
    ("{site} does not give {manifest}: {why}", "لا يعطي {site} الملف {manifest}: {why}"),
    ("not asked: too many did not come", "لم يُطلب: ملفات كثيرة لم تأت"),
    ("no answer in time", "لم يجب الخادم في الوقت"),
    ("the answer breaks off", "انقطع الجواب قبل آخره"),
    ("the host answered {status}", "أجاب الخادم بالرمز {status}"),
    ("redirects in a circle", "تحويلات تدور في حلقة"),
    (
        "redirects to {target}, which is another site",
        "يحوّل إلى {target}، وهو موقع آخر",
    ),
    ("longer than {most} bytes", "أطول من {most} بايت"),
    ("no connection: {why}", "لا اتصال: {why}"),
    ("{folder} has no {manifest} to compare with", "لا {manifest} في {folder} للمقارنة به"),
    ("{file} is not as a build wrote it", "ليس {file} كما كتبه البناء"),
    ("the engine wrote no {first}, nor {number} more", "لم يكتب المحرك {first}، ولا {number} غيره"),
    # What was made.
    (
        "{place}: link to nowhere: '{link}'; did you mean '{right}'?",
        "{place}: رابط لا يؤدي إلى شيء: '{link}'؛ هل تقصد '{right}'؟",
    ),
    ("{place}: link to nowhere: {link}", "{place}: رابط لا يؤدي إلى شيء: {link}"),
    (
        "{path}: {number} pages or files have this address",
        "{path}: العنوان لصفحات أو ملفات عددها {number}",
    ),
    ("{path}: the id '{id}' stands {number} times", "{path}: المعرّف '{id}' مكرر {number} مرات"),
    (
        "{path}: the text of {hash} is another one",
        "{path}: نص النسخة {hash} ليس النص الذي نُشر على عنوانها",
    ),
    ("{page}: the typeface has no glyph for {sign}", "{page}: لا صورة في الخط للحرف {sign}"),
    ("{file}: not UTF-8: {why}", "{file}: ليس بترميز UTF-8"),
    (
        "{file}: expected title and description between --- lines",
        "{file}: المتوقع title وdescription بين سطرين فيهما ---",
    ),
    (
        "{file}: there is no part '{name}'; known: {names}",
        "{file}: لا جزء باسم '{name}'؛ والمعروف: {names}",
    ),
    ("MkDocs: {said}", "رسالة من MkDocs: {said}"),
    ("templates/styles/{place}: {said}", "في templates/styles/{place}: {said}"),
    ("templates/theme: {said}", "في templates/theme: {said}"),
    (
        "npm is missing: install Debian's packages `nodejs` and `npm`",
        "البرنامج npm غير موجود: ثبّت حزمتي دبيان `nodejs` و`npm`",
    ),
    (
        "npm did not install the form's packages: {why}",
        "لم يثبّت npm حزم صفحة التحرير: {why}",
    ),
    # What the command line is told (Click).
    ("No such option '{name}'. Did you mean '{right}'?", "لا خيار باسم {name}؛ هل تقصد {right}؟"),
    ("No such option '{name}'. {rest}", "لا خيار باسم {name}"),
    ("No such option '{name}'.", "لا خيار باسم {name}"),
    ("No such option: {name}", "لا خيار باسم {name}"),
    ("No such command '{name}'. {rest}", "لا أمر باسم {name}"),
    ("No such command '{name}'.", "لا أمر باسم {name}"),
    ("Missing command.", "لم يُذكر الأمر"),
    ("Missing option '{name}'.", "ينقص الخيار {name}"),
    (
        "Missing option '{name}' (env var: '{variable}').",
        "ينقص الخيار {name}، أو المتغير {variable}",
    ),
    ("Missing argument '{name}'.", "ينقص ما بعد الأمر: {name}"),
    ("Missing parameter: {name}", "ينقص {name}"),
    ("Got unexpected extra argument ({what})", "لا مكان لهذا في الأمر: {what}"),
    ("Got unexpected extra arguments ({what})", "لا مكان لهذا في الأمر: {what}"),
    ("Option '{name}' requires an argument.", "الخيار {name} تلزمه قيمة"),
    ("Option '{name}' requires {number} arguments.", "الخيار {name} تلزمه قيم عددها {number}"),
    ("Option '{name}' does not take a value.", "الخيار {name} لا يأخذ قيمة"),
    ("Invalid value for '{name}': {why}", "قيمة لا تصح مع {name}: {why}"),
    ("Invalid value: {why}", "قيمة لا تصح: {why}"),
    ("'{value}' is not one of {choices}.", "'{value}' ليس واحدا من {choices}"),
    ("'{value}' is not a valid float.", "'{value}' ليس عددا"),
    ("'{value}' is not a valid integer.", "'{value}' ليس عددا صحيحا"),
    ("'{value}': {why}", "'{value}': {why}"),
    ("Could not open file '{file}': {why}", "يتعذر فتح الملف '{file}': {why}"),
    # What the environment and git say.
    ("{name}: {value} is not {expected}", "{name}: القيمة {value} لا تصح؛ والمتوقع {expected}"),
    ("an address such as {sample}", "عنوان مثل {sample}"),
    ("an address of a repository, as {sample} is", "عنوان مستودع مثل {sample}"),
    ("one of {names}", "واحد من {names}"),
    ("a branch's name, such as {sample}", "اسم فرع مثل {sample}"),
    ("a number of seconds, such as {sample}", "عدد ثوان مثل {sample}"),
    ("git cannot be run: {why}", "يتعذر تشغيل git: {why}"),
    ("git returned {number}", "انتهى git بالرمز {number}"),
    ("git told of a change without its commit", "ذكر git تغييرا بلا إيداعه"),
    ("git told of a commit as {words}", "سمّى git إيداعا بما لا يُفهم: {words}"),
    (
        "pages do not tell when they last changed: {why}",
        "لا تذكر الصفحات آخر تغيير لها: {why}",
    ),
    (
        "entries of {file} do not tell when they last changed: {why}",
        "لا تذكر سجلات {file} آخر تغيير لها: {why}",
    ),
    (
        "fatal: not a git repository (or any of the parent directories): .git",
        "ليس المجلد في مستودع git",
    ),
    (
        "fatal: not a git repository (or any parent up to mount point {folder})",
        "ليس المجلد في مستودع git",
    ),
    ("fatal: ambiguous argument '{name}': {rest}", "لا إيداع باسم '{name}'"),
    ("fatal: bad revision '{name}'", "لا إيداع باسم '{name}'"),
    ("fatal: Not a valid object name {name}", "لا إيداع باسم '{name}'"),
)  # fmt: skip
"""English -> Arabic, each with the same values in braces; the first that fits a line is taken."""

FAILURES = {
    errno.ENOENT: "لا ملف ولا مجلد بهذا الاسم",
    errno.EACCES: "لا إذن بذلك",
    errno.EPERM: "لا إذن بذلك",
    errno.ENOSPC: "لا مساحة على القرص",
    errno.EDQUOT: "نفدت المساحة المسموح بها",
    errno.EROFS: "القرص للقراءة فقط",
    errno.EEXIST: "الملف موجود من قبل",
    errno.ENOTDIR: "ليس مجلدا",
    errno.EISDIR: "هذا مجلد لا ملف",
    errno.ENOTEMPTY: "المجلد ليس فارغا",
    errno.EBUSY: "الملف أو المجلد قيد الاستعمال",
    errno.EADDRINUSE: "العنوان مستعمل: قد يكون خادم آخر يعمل عليه",
    errno.EADDRNOTAVAIL: "ليس العنوان لهذا الجهاز",
    errno.EXDEV: "على قرص آخر",
    errno.EIO: "عطل في القرص",
    errno.EMFILE: "الملفات المفتوحة كثيرة",
    errno.ENAMETOOLONG: "الاسم طويل",
    errno.ELOOP: "روابط تدور في حلقة",
    errno.EINVAL: "قيمة لا يقبلها النظام",
    errno.EFBIG: "الملف كبير",
}
"""What the system lets fail, by its number."""


def in_arabic(lines: str) -> str:
    """Give the Arabic of lines in English; what has none here is given as it is, said to be so."""
    return "\n".join(_line(line) for line in lines.split("\n"))


def _line(line: str) -> str:
    if not re.search("[A-Za-z]", line) or re.search("[ء-ي]{3}", line):
        return line
    known = _known(line)
    return known if known is not None else f"رسالة بالإنجليزية: \u2068{line}\u2069"


def _known(line: str) -> str | None:
    """Find the Arabic of a line, and of those of its values that are lines themselves."""
    if line in _failures():
        return _failures()[line]
    for shape, arabic in _shapes():
        if found := shape.fullmatch(line):
            values = {name: _value(value) for name, value in found.groupdict().items()}
            return arabic.format(**values)
    return None


def _value(value: str) -> str:
    plain = re.sub(r"^\[Errno -?\d+\] ", "", value)
    known = _known(plain)
    if known is not None:
        return known
    place, colon, rest = plain.rpartition(": ")
    known = _known(rest) if colon else None
    return value if known is None else f"{place}{colon}{known}"


@cache
def _shapes() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(_pattern(english), re.DOTALL), arabic) for english, arabic in LINES]


def _pattern(english: str) -> str:
    """Write a line as a pattern in which any value may stand in the place of a name in braces."""
    return "".join(_pieces(english))


def _pieces(english: str) -> Iterator[str]:
    for number, piece in enumerate(re.split(r"\{(\w+)\}", english)):
        yield f"(?P<{piece}>.+?)" if number % 2 else re.escape(piece)


@cache
def _failures() -> dict[str, str]:
    """Give by what the system says its Arabic."""
    return {os.strerror(number): arabic for number, arabic in FAILURES.items()}
