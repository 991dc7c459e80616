"""What each command and option is for, in Arabic, by the English that `--help` has beside it."""

from __future__ import annotations

from collections.abc import Mapping

HELP_IN_ARABIC: Mapping[str, str] = {
    # Commands.
    "Add a correction or another change to changes.yml, for all that readers see.": (
        "يضيف تصحيحا أو تعديلا آخر إلى changes.yml، فيظهر في كل ما يراه القراء."
    ),
    "Say where the time goes, by stage, and write it for speedscope.": (
        "يذكر أين يذهب الوقت، مرحلة مرحلة، ويكتب ذلك لبرنامج speedscope."
    ),
    "What was published last: what would vanish of it is told; 'none' looks at nothing.": (
        "ما نُشر آخر مرة، ليُذكر ما قد يختفي منه؛ و'none' لا ينظر إلى شيء."
    ),
    "Look for kept copies instead, and name them in the files; see CONTRIBUTING.md.": (
        "يبحث بدلا من ذلك عن نسخ محفوظة ويكتب عناوينها في الملفات؛ انظر CONTRIBUTING.md."
    ),
    "Turn curated events in YAML into a right-to-left Arabic explainer site.": (
        "يصنع من أحداث مكتوبة بصيغة YAML موقعا عربيا يشرح موضوعا."
    ),
    "Build the site and publish it into a folder.": "يبني الموقع وينشره في مجلد.",
    "Check all content; print every problem. Without --fix nothing is written.": (
        "يفحص المحتوى كله ويعرض كل مسألة. ولا يكتب شيئا من دون --fix."
    ),
    "Write the page on which editors change content in the browser, without git.": (
        "يكتب الصفحة التي يعدّل فيها المحررون المحتوى في المتصفح، من دون git."
    ),
    "Print what readers will see for a date, such as 2024-10/2025-03.": (
        "يعرض ما يراه القراء من تاريخ، مثل 2024-10/2025-03."
    ),
    "Keep hashes of sources' texts, never the texts, so that no run of their words is "
    "published.\n\nTo take a text out, delete its file from content/guard/.": (
        "يحفظ بصمات نصوص المصادر لا النصوص نفسها، حتى لا يُنشر شيء من كلامها بحروفه. ولحذف نص "
        "احذف ملفه من content/guard/."
    ),
    "Add a text, a UTF-8 file or - for standard input, to those that may not be copied.": (
        "يضيف نصا إلى ما لا يجوز نسخه: ملفا بترميز UTF-8، أو - لما يُكتب في الطرفية."
    ),
    "List the texts whose hashes are kept: file, words, day, source.": (
        "يعرض النصوص المحفوظة بصماتها: الملف والكلمات واليوم والمصدر."
    ),
    "Ask every source's address whether it still answers; a dead one fails nothing.": (
        "يسأل عنوان كل مصدر هل ما زال يجيب؛ والذي لا يجيب لا يُفشل شيئا."
    ),
    "Write something new into the content, asking what it needs; never overwrite.": (
        "يكتب شيئا جديدا في المحتوى ويسأل عما يلزمه؛ ولا يكتب فوق شيء."
    ),
    "Write a new event, a draft at first, from a few answers.": (
        "يكتب حدثا جديدا من أجوبة قليلة، ويكون مسودة أولا."
    ),
    "Add a person, state or body to actors.yml.": "يضيف شخصا أو دولة أو هيئة إلى actors.yml.",
    "Add a place to places.yml.": "يضيف مكانا إلى places.yml.",
    "Add a publisher to publishers.yml.": "يضيف ناشرا إلى publishers.yml.",
    "Write a new section: its page, menu entry and filter follow.": (
        "يكتب قسما جديدا، ومعه صفحته ومكانه في القائمة والتصفية."
    ),
    "Start another explainer, on any topic, in an empty folder: an example that builds at once.": (
        "يبدأ ملفا آخر عن أي موضوع في مجلد فارغ: مثالا يُبنى من فوره."
    ),
    "Print what deserves a second look; never fails for what it finds.": (
        "يعرض ما يستحق نظرة ثانية؛ ولا يُفشل شيئا بما يجده."
    ),
    "Show the site in a browser; edits of content, templates and docs appear at once.": (
        "يعرض الموقع في المتصفح؛ ويظهر فيه كل تعديل فورا."
    ),
    "Compare a published site with the hashes of its files; prints what differs.": (
        "يقارن موقعا منشورا ببصمات ملفاته ويعرض ما يختلف."
    ),
    "Write what came, was corrected or is newly disputed, in Arabic, for a letter or a channel.": (
        "يكتب ما جدّ وما صُحّح وما صار موضع خلاف، لرسالة أو قناة."
    ),
    "Write what a server before the site is to send with each page, as it reads it.": (
        "يكتب ما يرسله الخادم مع كل صفحة، بالصيغة التي يقرؤها."
    ),
    # Options.
    "The first day to tell of, such as 2026-01-31.": "أول يوم يُذكر ما فيه، مثل 2026-01-31.",
    "Plain text, HTML for a letter, or messages of at most 1,200 letters between lines.": (
        "نص، أو HTML لرسالة، أو رسائل لا تزيد الواحدة على 1,200 حرف."
    ),
    "For which server; hosts that read a file find _headers in the site.": (
        "لأي خادم؛ والخوادم التي تقرأ ملفا تجد _headers في الموقع."
    ),
    "The language of the messages.": "لغة الرسائل.",
    "The folder with site.yml, sections/, events/ and the registries.": (
        "المجلد الذي فيه site.yml والأقسام والأحداث والسجلات."
    ),
    "The time that decides what is due, such as 2026-01-31T06:00Z; else the clock's.": (
        "الوقت الذي يُعرف به ما حان نشره، مثل 2026-01-31T06:00Z؛ وإلا فوقت الساعة."
    ),
    "The folder to publish into; replaced whole, or left as it was.": (
        "المجلد الذي يُنشر فيه؛ يُستبدل كله أو يبقى كما كان."
    ),
    "Let what was published before vanish: an id or a path; may be repeated.": (
        "اسمح باختفاء ما نُشر من قبل: معرّف أو مسار؛ ويجوز تكراره."
    ),
    "What was published last, so that nothing of it vanishes unsaid; 'none' looks at nothing.": (
        "آخر ما نُشر، حتى لا يختفي منه شيء من دون خبر؛ ومع 'none' لا يُنظر في شيء."
    ),
    "Lines, JSON, or annotations of a GitHub workflow.": (
        "أسطر، أو JSON، أو ملاحظات على أسطر الاقتراح في GitHub."
    ),
    "Let warnings fail as errors do.": "عامل التنبيهات معاملة الأخطاء.",
    "Mend first what is safe to mend, and print each line.": (
        "أصلح أولا ما لا خطر في إصلاحه، واعرض كل سطر أُصلح."
    ),
    "With --fix: only print what it would mend.": "مع --fix: اعرض ما كان سيُصلح فقط.",
    "The folder to write the page into; replaced whole, or left as it was.": (
        "المجلد الذي تُكتب فيه الصفحة؛ يُستبدل كله أو يبقى كما كان."
    ),
    "The kind of host that the repository is on.": "نوع الخادم الذي عليه المستودع.",
    "OWNER/NAME of it.": "المستودع بصيغة OWNER/NAME.",
    "Where changes go.": "الفرع الذي تُكتب فيه التعديلات.",
    "The address of the host's API, where it is a host's own.": (
        "عنوان API للخادم، إن كان خادما خاصا."
    ),
    "Whether a change waits for a review: as the branch asks, always, never.": (
        "هل ينتظر التعديل مراجعة: كما يطلب الفرع، أو دائما، أو أبدا."
    ),
    "start, early, mid, late or end; for an interval a pair: 'end,' or 'mid,start'.": (
        "جزء من المدة: start أو early أو mid أو late أو end؛ ولما له طرفان قيمتان: 'end,' أو "
        "'mid,start'."
    ),
    "Which month names to print.": "أسماء الأشهر التي تُكتب.",
    "Where the text is from: a name or an address.": "من أين النص: اسم أو عنوان.",
    "Lines, or a report.": "أسطر، أو تقرير.",
    "Seconds to wait for an answer.": "كم ثانية يُنتظر الجواب.",
    "Title of the explainer.": "عنوان الملف.",
    "Ask for what is not given; without this, only in a terminal.": (
        "اسأل عما لم يُذكر؛ ومن دونه لا يُسأل إلا في الطرفية."
    ),
    "Publish at the next build; without this it is a draft.": (
        "انشر في البناء القادم؛ ومن دونه يبقى مسودة."
    ),
    "Lines, JSON, or a table for a comment on a proposed change.": (
        "أسطر، أو JSON، أو جدول لتعليق على اقتراح."
    ),
    "Only this file; may be repeated.": "هذا الملف وحده؛ ويجوز تكراره.",
    "Only files changed since the branch left a commit.": (
        "الملفات التي تغيرت وحدها منذ خرج الفرع من إيداع."
    ),
    "Where to listen.": "عنوان الاستماع.",
    "Show what readers do not see yet, marked as such.": (
        "اعرض ما لا يراه القراء بعد، وعليه علامة."
    ),
    "Show this message and exit.": "اعرض هذه المساعدة.",
}
"""English -> Arabic; a test walks all commands and options, so that none is without its words."""
