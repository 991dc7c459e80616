"""What the radar finds, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

TABLE: Mapping[str, tuple[str, str]] = {
    "radar.nothing": ("Nothing needs a second look.", "لا شيء يحتاج إلى نظرة ثانية."),
    "radar.place": ("place", "الموضع"),
    "radar.record": ("record", "السجل"),
    "radar.what": ("what was found", "ما وُجد"),
    "radar.todo": ("what to do", "ما العمل"),
    "radar.key-event": (
        "events of importance 1 without two independent sources",
        "أحداث محورية ليس لها مصدران مستقلان",
    ),
    "radar.overdue": ("events whose review is overdue", "أحداث فات موعد مراجعتها"),
    "radar.far-apart": (
        "figures whose newest numbers are far apart",
        "أرقام تتباعد أحدث قيمها",
    ),
    "radar.one-sided": ("events with sources of one side", "أحداث مصادرها من جهة واحدة"),
    "radar.single-source": (
        "claims without two independent sources",
        "أقوال ليس لها مصدران مستقلان",
    ),
    "radar.empty": ("sections without events", "أقسام بلا أحداث"),
    "radar.nameless": (
        "actors and places with neither a Latin name nor another form",
        "جهات وأماكن بلا اسم لاتيني ولا صيغة أخرى",
    ),
    "radar.no-archive": (
        "events with sources of which no copy is kept",
        "أحداث مصادرها بلا نسخة محفوظة",
    ),
    "radar.claim.one": ("a claim with one independent source", "قول له مصدر مستقل واحد"),
    "radar.claim.none": ("a claim with no independent source", "قول ليس له مصدر مستقل"),
    "radar.event.one": (
        "an event of importance 1 with one independent source",
        "حدث محوري له مصدر مستقل واحد",
    ),
    "radar.event.none": (
        "an event of importance 1 with no independent source",
        "حدث محوري ليس له مصدر مستقل",
    ),
    "radar.review": ("the review is overdue: {day}", "فات موعد المراجعة: {day}"),
    "radar.unkept": ("sources without a kept copy: {number}", "بلا نسخة محفوظة: {number}"),
    "radar.official": ("all its sources are official", "مصادره كلها رسمية"),
    "radar.one-country": ("all its sources are of one country", "مصادره كلها من بلد واحد"),
    "radar.apart": (
        "numbers that oppose one another, from {least} to {most}",
        "أرقام متعارضة ومتباعدة: أدناها {least} وأعلاها {most}",
    ),
    "radar.no-events": ("a section without events", "قسم بلا أحداث"),
    "radar.no-name": (
        "neither a Latin name nor another form",
        "بلا اسم لاتيني وبلا صيغة أخرى",
    ),
    "radar.do.source": (
        "add an independent source, if there is one",
        "أضف مصدرا مستقلا إن وُجد",
    ),
    "radar.do.weight": (
        "add an independent source, or lower the importance",
        "أضف مصدرا مستقلا أو خفّض الأهمية",
    ),
    "radar.do.review": (
        "review the event, then change the day or take it out",
        "راجع الحدث، ثم غيّر الموعد أو احذفه",
    ),
    "radar.do.archive": ("name the kept copy in 'archived'", "أضف النسخة المحفوظة في archived"),
    "radar.do.side": ("add a source of another side", "أضف مصدرا من جهة أخرى"),
    "radar.do.same": ("see that they measure the same thing", "تأكد من أنها تقيس الشيء نفسه"),
    "radar.do.section": ("add an event, or take the section out", "أضف حدثا أو احذف القسم"),
    "radar.do.name": (
        "add the name in name.en, or its forms in aliases",
        "أضف الاسم في name.en أو صيغه في aliases",
    ),
}
"""The name of a piece of words -> English, Arabic."""
