"""Problems of what a statement rests on, seen over whole records: E505 and on, E8, W8."""

from __future__ import annotations

from collections.abc import Mapping

TABLE: Mapping[str, tuple[str, str]] = {
    "E505.unknown": (
        "no source of this event is named {what}; expected one of {names}{hint}",
        "لا مصدر في هذا الحدث باسم {what}؛ والمتوقع واحد من {names}{hint}",
    ),
    "E505.several": (
        "{number} sources of this event are published by {what}; expected a name of one: give each "
        "an id, such as {sample}, and name that",
        "{number} من مصادر هذا الحدث ناشرها {what}؛ والمتوقع اسم واحد منها: أعط كلا منها id، "
        "مثل {sample}، واذكره هنا",
    ),
    "E508.source": (
        "another source of this event has the id {what}; expected one of its own, such as {right}",
        "المعرّف {what} لمصدر آخر في الحدث نفسه؛ والمتوقع معرّف لا يتكرر، مثل {right}",
    ),
    "E508.claim": (
        "another claim of this event has the id {what}; expected one of its own, such as {right}",
        "المعرّف {what} لقول آخر في الحدث نفسه؛ والمتوقع معرّف لا يتكرر، مثل {right}",
    ),
    "E507.unknown": (
        "no claim of '{event}' has the id {what}; expected one of {names}{hint}",
        "لا قول في '{event}' بالمعرّف {what}؛ والمتوقع واحد من {names}{hint}",
    ),
    "E507.none": (
        "no claim of '{event}' has an id; expected one, such as id: {what} at the claim that is "
        "answered",
        "لا قول في '{event}' له id؛ والمتوقع معرّف في القول المقصود، مثل id: {what}",
    ),
    "E801": (
        "{who} speaks, but no source of the claim is its own; found {found}; expected one that it "
        "published or whose text it is, such as publisher: {right} or via: {right}",
        "القائل {who}، ولا مصدر لقوله منه؛ وُجد {found}؛ والمتوقع مصدر نشره أو يحمل نصه، "
        "مثل publisher: {right} أو via: {right}",
    ),
    "E802": (
        "'{said}' is after every source that the claim rests on, the last of '{last}'; expected "
        "an earlier day, or the source that tells of it, such as {sample}",
        "'{said}' بعد كل مصدر يستند إليه القول، وآخرها بتاريخ '{last}'؛ والمتوقع تاريخ أسبق، أو "
        "المصدر الذي نقله، مثل {sample}",
    ),
    "W803": (
        "the event has {number} sources, and it is not recorded which of them bears the claim; "
        "expected their names, such as sources: [{sample}]",
        "للحدث مصادر عدتها {number}، ولم يُسجَّل أيها يسند هذا القول؛ والمتوقع أسماؤها، مثل "
        "sources: [{sample}]",
    ),
    "W804": (
        "confirmed, and not said why; expected basis: both_sides, independent or public_act{hint}",
        "الحدث مؤكد ولا يُذكر سبب تأكيده؛ والمتوقع basis: both_sides أو independent أو "
        "public_act{hint}",
    ),
    "E805": (
        "both sides are said to acknowledge it; found speaking: {found}; expected two of the "
        "sides, such as a claim of {missing}",
        "يقول الحقل إن الطرفين أقرا به، والذي تكلم: {found}؛ والمتوقع طرفان، مثل قول "
        "قائله {missing}",
    ),
    "E806": (
        "{number} independent of who says it or takes part; found {found}; expected at least two "
        "origins, such as another source that carries nobody's text",
        "عدد المصادر المستقلة {number}، والموجود: {found}؛ والمتوقع مصدران على الأقل لا يتبعان "
        "القائل ولا المشاركين، مثل مصدر آخر لا ينقل عن غيره",
    ),
    "E807": (
        "the event is {status}; expected a basis only where it is confirmed, such as status: "
        "confirmed",
        "الحدث {status}؛ والمتوقع basis في المؤكد وحده، مثل status: confirmed",
    ),
    "W808": (
        "'{said}' is a day after every source that the claim rests on, the last of '{last}'; "
        "expected an earlier day, such as {last}, unless the places' clocks differ so much",
        "'{said}' بعد كل مصدر يستند إليه القول بيوم، وآخرها بتاريخ '{last}'؛ والمتوقع تاريخ "
        "أسبق، مثل {last}، ما لم يكن الفرق في التوقيت بين المكانين",
    ),
    "an-id": ("the ids that you give them", "معرّفات id تعطيها لها"),
    "nobody": ("nobody", "لا أحد"),
    "fits": ("; {basis} would fit", "؛ ويناسبه {basis}"),
    "E509.event": (
        "'{id}' is this event itself; expected another, such as the one that it follows",
        "'{id}' هو هذا الحدث نفسه؛ والمتوقع حدث آخر، كالحدث الذي سبقه",
    ),
    "E509.claim": (
        "'{id}' is this claim itself; expected another, such as the one that it denies",
        "'{id}' هو هذا القول نفسه؛ والمتوقع قول آخر، كالقول الذي ينفيه",
    ),
}
