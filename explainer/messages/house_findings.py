"""What the newsroom's own rules say: E9 and W9."""

from __future__ import annotations

from collections.abc import Mapping


def _length(what: str, rule: str, arabic: str) -> tuple[str, str]:
    """Frame the number of words with the bounds that site.yml sets."""
    return (
        f"{{number}} words; expected {what} of {{least}} to {{most}}, as house.{rule} says",
        f"عدد الكلمات {{number}}؛ والمتوقع {arabic} من {{least}} إلى {{most}}، بحسب house.{rule}",
    )


TABLE: Mapping[str, tuple[str, str]] = {
    "W901": _length("a title", "title_words", "عنوان"),
    "W902": _length("a summary", "summary_words", "ملخص"),
    "W903": _length("a section's body", "section_words", "متن قسم"),
    "W904": (
        "no full stop at the end; expected '{right}'",
        "لا نقطة في آخر الملخص؛ والمتوقع '{right}'",
    ),
    "W905": (
        "a full stop at the end of a title; expected '{right}'",
        "نقطة في آخر العنوان؛ والمتوقع '{right}'",
    ),
    "W906": (
        "no question mark at the end; expected '{right}'",
        "لا علامة استفهام في آخر السؤال؛ والمتوقع '{right}'",
    ),
    "W907": (
        "is missing; expected every section to have it, such as {field}: {sample}",
        "الحقل ناقص؛ والمتوقع أن يكون لكل قسم، مثل {field}: {sample}",
    ),
    "W908": (
        "is missing, though status is '{status}'; expected who says what, such as {sample}",
        "لا أقوال والدرجة '{status}'؛ والمتوقع من قال ماذا، مثل {sample}",
    ),
    "W909": (
        "{speakers} alone speaks, though status is '{status}'; expected a claim of the other side",
        "لا متحدث غير {speakers} والدرجة '{status}'؛ والمتوقع قول للطرف الآخر",
    ),
    "W910": (
        "says not who says so, though status is '{status}'; expected a word such as {words}",
        "لا ينسب ما فيه والدرجة '{status}'؛ والمتوقع كلمة مثل {words}",
    ),
    "W911": (
        "no record names '{id}'; expected one that does, or the entry taken out",
        "لا يذكر '{id}' أي سجل؛ والمتوقع أن يذكره حدث أو أن يُحذف من هنا",
    ),
    "W912": (
        "the same title as '{other}'; expected what is new here",
        "العنوان نفسه في '{other}'؛ والمتوقع ما الجديد هنا",
    ),
    "W913": _length("a standfirst", "standfirst_words", "مقدمة"),
    "bounds": (
        "off, or two numbers, the smaller first",
        "off أو عددان أصغرهما أولا",
    ),
}
