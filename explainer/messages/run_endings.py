"""What a command says of its own run, apart from the problems that it found."""

from __future__ import annotations

from collections.abc import Mapping

_COUNTED = (
    "{name}: {events} events, {actors} actors, {places} places, {figures} figures: ",
    "{name}: الأحداث {events}، والأشخاص والجهات {actors}، والأماكن {places}، والأرقام {figures}: ",
)

TABLE: Mapping[str, tuple[str, str]] = {
    "run.problems": ("problems: {number}", "المسائل: {number}"),
    "run.refused": (
        "problems: {number}; nothing was published",
        "المسائل: {number}؛ ولم يُنشر شيء",
    ),
    "run.sound": (f"{_COUNTED[0]}no problems", f"{_COUNTED[1]}لا مسائل"),
    "run.warned": (
        f"{_COUNTED[0]}no errors, {{warnings}} to look at",
        f"{_COUNTED[1]}لا أخطاء، والتنبيهات {{warnings}}",
    ),
    "run.none": ("no problems", "لا مسائل"),
    "run.usage": ("Usage: {usage}", "الاستعمال: {usage}"),
    "run.commands": ("Commands:", "الأوامر:"),
    "run.options": ("Options:", "الخيارات:"),
    "run.help": ("Try '{command} --help' for help.", "للمساعدة: {command} --help"),
    "run.error": ("Error: {why}", "خطأ: {why}"),
    "run.form": (
        "{out}: the form for {repo}, branch {branch}",
        "{out}: صفحة التحرير للمستودع {repo}، الفرع {branch}",
    ),
    "run.others": ("others {number}", "وغيرها {number}"),
    "run.more": (
        "not shown: {number}; by code: {codes}; by file: {files}",
        "لم يُعرض: {number}؛ بحسب الرمز: {codes}؛ وبحسب الملف: {files}",
    ),
    "run.waits": ("{id}: waits until {until}", "{id}: ينتظر حتى {until}"),
    "run.draft": ("{id}: draft", "{id}: مسودة"),
    "run.built": (
        "{out}: {pages} pages; files: {files}, changed: {changed}; {size} MB; {seconds} s",
        "{out}: الصفحات {pages}؛ والملفات {files}، تغير {changed}؛ {size} م.ب؛ {seconds} ث",
    ),
    "run.stage": ("{seconds} s  {share} %  {name}", "{seconds} ث  {share} %  {name}"),
    "run.profile": (
        "{file}: where the time went; open it at speedscope.app",
        "{file}: أين ذهب الوقت؛ يُفتح في speedscope.app",
    ),
    "stage.start": ("starting", "البدء"),
    "stage.content": ("reading the content", "قراءة المحتوى"),
    "stage.pages": ("making pages", "صنع الصفحات"),
    "stage.files": ("making data, pictures and the search", "صنع البيانات والصور والبحث"),
    "stage.look": ("looking at what was made", "فحص ما صُنع"),
    "stage.engine": ("framing and writing", "وضع الصفحات في الإطار وكتابتها"),
    "stage.publish": ("publishing", "النشر"),
    "run.whole": (
        "{folder}: {files} files, all as they were published",
        "{folder}: الملفات {files}، وكلها كما نُشرت",
    ),
    "run.missing": ("missing: {path}", "ملف ناقص: {path}"),
    "run.changed": ("changed: {path}", "ملف تغيّر: {path}"),
    "run.unread": ("not read: {path}", "ملف لم يُقرأ: {path}"),
    "run.foreign": ("not of this site: {path}", "ملف ليس من الموقع: {path}"),
    "guard.few": (
        "{words} words found; expected {limit} or more",
        "كلمات النص {words}؛ والمتوقع {limit} أو أكثر",
    ),
    "guard.many": (
        "{words} words are too many; add the text in parts",
        "كلمات النص {words}، وهذا كثير؛ أضفه أجزاء",
    ),
    "guard.known": (
        "{file}: kept already, for {source}; nothing was changed",
        "{file}: محفوظ من قبل، ومصدره {source}؛ لم يتغير شيء",
    ),
    "guard.added": (
        "{file}: {words} words, {shingles} shingles",
        "{file}: الكلمات {words}، والبصمات {shingles}",
    ),
    "guard.listed": (
        "{file}: {words} words, added {day}, {source}",
        "{file}: الكلمات {words}، أُضيف في {day}، {source}",
    ),
    "guard.damaged": ("{file}: is damaged", "{file}: تالف"),
    "guard.encoding": (
        "the text is not UTF-8; save it so, as plain text",
        "النص ليس بترميز UTF-8؛ احفظه به نصا بلا تنسيق",
    ),
    "guard.no-content": (
        "{folder} is no content folder: it has no site.yml",
        "ليس المجلد {folder} مجلد محتوى: لا site.yml فيه",
    ),
    "guard.no-source": (
        "--source is empty or has signs that cannot be seen",
        "الخيار --source فارغ أو فيه علامات لا تُرى",
    ),
}  # fmt: skip
"""The name of a piece of words -> English, Arabic."""
