"""Counted nouns and numbers in Arabic: a number and a noun in, words out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from explainer.arabic.style import HOUSE, Style

Case = Literal["nominative", "genitive"]
"""Where the words stand: genitive after a preposition or a noun (بعد يومين)."""

Countable = int | float | Decimal


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in the seven forms that numbers ask for, without the number; tanwin left bare."""

    zero: str
    """All of "none": لا أحداث."""
    one: str
    """With its واحد: حدث واحد."""
    two: str
    """Nominative dual: حدثان."""
    two_genitive: str
    """حدثين."""
    few: str
    """After 3–10: أحداث."""
    many: str
    """After 11–99: حدثا."""
    other: str
    """After 100, and after decimals: حدث. The noun's name."""


def _noun(singular: str, plural: str, *, adjective: str = "", adjective_plural: str = "") -> Noun:
    """Decline a noun, and the masculine adjective that goes with it, if there is one.

    The ending of the singular settles the rest: nouns in ة are feminine.
    """
    feminine = singular.endswith("ة")
    singular_and, plural_and = f" {adjective}".rstrip(), f" {adjective_plural}".rstrip()
    stem = f"{singular[:-1]}ت" if feminine else singular
    return Noun(
        zero=f"لا {plural}{plural_and}",
        one=f"{singular}{singular_and} {'واحدة' if feminine else 'واحد'}",
        two=f"{stem}ان" + (f" {adjective}ان" if adjective else ""),
        two_genitive=f"{stem}ين" + (f" {adjective}ين" if adjective else ""),
        few=f"{plural}{plural_and}",
        many=_accusative(singular) + (f" {_accusative(adjective)}" if adjective else ""),
        other=f"{singular}{singular_and}",
    )


def _accusative(word: str) -> str:
    """Write the indefinite accusative: a bare alef; none on ة; the mark itself on اء."""
    if word.endswith("ة"):
        return word
    return f"{word}ً" if word.endswith("اء") else f"{word}ا"


NOUNS: Final[Mapping[str, Noun]] = {
    # What the site is made of.
    "event": _noun("حدث", "أحداث"),
    "source": _noun("مصدر", "مصادر"),
    "independent_source": _noun("مصدر", "مصادر", adjective="مستقل", adjective_plural="مستقلة"),
    "claim": _noun("ادعاء", "ادعاءات"),
    "actor": _noun("جهة", "جهات"),
    "place": _noun("مكان", "أماكن"),
    "figure": _noun("رقم", "أرقام"),
    "section": _noun("قسم", "أقسام"),
    "publisher": _noun("ناشر", "ناشرين"),
    "saying": _noun("قول", "أقوال"),
    "report": _noun("تقرير", "تقارير"),
    "term": _noun("مصطلح", "مصطلحات"),
    "question": _noun("سؤال", "أسئلة"),
    "change": _noun("تعديل", "تعديلات"),
    "update": _noun("تحديث", "تحديثات"),
    "note": _noun("ملاحظة", "ملاحظات"),
    "result": _noun("نتيجة", "نتائج"),
    "page": _noun("صفحة", "صفحات"),
    "image": _noun("صورة", "صور"),
    # Time.
    "minute": _noun("دقيقة", "دقائق"),
    "hour": _noun("ساعة", "ساعات"),
    "day": _noun("يوم", "أيام"),
    "week": _noun("أسبوع", "أسابيع"),
    "month": _noun("شهر", "أشهر"),
    "year": _noun("سنة", "سنوات"),
    # What happens.
    "meeting": _noun("لقاء", "لقاءات"),
    "visit": _noun("زيارة", "زيارات"),
    "trip": _noun("رحلة", "رحلات"),
    "agreement": _noun("اتفاق", "اتفاقات"),
    "resolution": _noun("قرار", "قرارات"),
    "document": _noun("وثيقة", "وثائق"),
    "application": _noun("طلب", "طلبات"),
    "visa": _noun("تأشيرة", "تأشيرات"),
    "article": _noun("مادة", "مواد"),
    "vote": _noun("صوت", "أصوات"),
    "seat": _noun("مقعد", "مقاعد"),
    "work": _noun("عمل", "أعمال"),
    # People and countries.
    "person": _noun("شخص", "أشخاص"),
    "soldier": _noun("جندي", "جنود"),
    "worker": _noun("عامل", "عمال"),
    "tourist": _noun("سائح", "سياح"),
    "student": _noun("طالب", "طلاب"),
    "killed": _noun("قتيل", "قتلى"),
    "wounded": _noun("جريح", "جرحى"),
    "individual": _noun("فرد", "أفراد"),
    "prisoner": _noun("أسير", "أسرى"),
    "traveller": _noun("مسافر", "مسافرين"),
    "passenger": _noun("راكب", "ركاب"),
    "pupil": _noun("تلميذ", "تلاميذ"),
    "artist": _noun("فنان", "فنانين"),
    "geologist": _noun("جيولوجي", "جيولوجيين"),
    "country": _noun("دولة", "دول"),
    # Things.
    "shell": _noun("قذيفة", "قذائف"),
    "missile": _noun("صاروخ", "صواريخ"),
    "vehicle": _noun("مركبة", "مركبات"),
    "container": _noun("حاوية", "حاويات"),
    "shipment": _noun("شحنة", "شحنات"),
    "module": _noun("وحدة", "وحدات"),
    "piece": _noun("قطعة", "قطع"),
    "factory": _noun("مصنع", "مصانع"),
    "animal": _noun("حيوان", "حيوانات"),
    "horse": _noun("حصان", "أحصنة"),
    # Measures.
    "dollar": _noun("دولار", "دولارات"),
    "barrel": _noun("برميل", "براميل"),
    "ton": _noun("طن", "أطنان"),
    "metre": _noun("متر", "أمتار"),
    "kilometre": _noun("كيلومتر", "كيلومترات"),
    "hectare": _noun("هكتار", "هكتارات"),
}
"""Every noun that the site counts; a new one is a new line."""

_BY_NAME: Final[Mapping[str, Noun]] = {noun.other: noun for noun in NOUNS.values()}


def noun_for(singular: str) -> Noun | None:
    """Find a noun by its name, the form after 100 (جندي); None if the table has it not."""
    return _BY_NAME.get(singular)


def count(n: Countable, noun: Noun, case: Case = "nominative", style: Style = HOUSE) -> str:
    """Return a number of things: لا أحداث، حدث واحد، حدثان، 3 أحداث، 11 حدثا، 1,000 حدث.

    Raises ValueError for a negative number.
    """
    match _category(n):
        case "zero":
            return noun.zero
        case "one":
            return noun.one
        case "two":
            return noun.two if case == "nominative" else noun.two_genitive
        case "few":
            return f"{number(n, style)} {noun.few}"
        case "many":
            return f"{number(n, style)} {noun.many}"
        case "other":
            return f"{number(n, style)} {noun.other}"


def amount(n: Countable, noun: Noun, case: Case = "nominative", style: Style = HOUSE) -> str:
    """Return a number of things, millions in words: 4 ملايين قذيفة، مليونا برميل، 11,000 جندي."""
    if _scaled(n) is None:
        return count(n, noun, case, style)
    return f"{quantity(n, case, style, construct=True)} {noun.other}"


def quantity(
    n: Countable, case: Case = "nominative", style: Style = HOUSE, *, construct: bool = False
) -> str:
    """Return a number by itself, round millions in words: 1.5 مليون، مليونان، 16,000.

    Round means two decimals of a million (or milliard, or trillion) at most; other
    numbers stay in digits. `construct` says that a noun follows, which takes the ending
    off: 11 مليونا but 11 مليون برميل, مليونان but مليونا برميل.
    """
    scaled = _scaled(n)
    if scaled is None:
        return number(n, style)
    value, scale = scaled
    category = _category(value)
    if category == "one":
        return scale.other
    if construct and category == "two":
        return (scale.two if case == "nominative" else scale.two_genitive).removesuffix("ن")
    if construct and category == "many":
        return f"{number(value, style)} {scale.other}"
    return count(value, scale, case, style)


def number(n: Countable, style: Style = HOUSE) -> str:
    """Return a number with a comma between thousands and a point before decimals.

    A negative one takes the minus sign U+2212.
    """
    return style.number(f"{_exact(n):,f}".replace("-", "\N{MINUS SIGN}"))


_SCALES: Final = (
    (10**12, _noun("تريليون", "تريليونات")),
    (10**9, _noun("مليار", "مليارات")),
    (10**6, _noun("مليون", "ملايين")),
)


def _scaled(n: Countable) -> tuple[Decimal, Noun] | None:
    """Return a large round number as so many millions (milliards, trillions), if it is one."""
    exact = _exact(n)
    for size, noun in _SCALES:
        if exact >= size:
            value = exact / size
            return (_exact(value), noun) if value == round(value, 2) else None
    return None


def _exact(n: Countable) -> Decimal:
    """Return the number as it is written, a whole one without decimals."""
    exact = Decimal(str(n))
    return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact


def _category(n: Countable) -> Literal["zero", "one", "two", "few", "many", "other"]:
    """Return the plural category that CLDR gives the number in Arabic."""
    exact = _exact(n)
    if exact < 0:
        raise ValueError(f"{n} things cannot be counted: expected 0 or more")
    if exact != exact.to_integral_value():
        return "other"
    if exact < 3:
        return ("zero", "one", "two")[int(exact)]
    tail = int(exact) % 100
    return "few" if 3 <= tail <= 10 else "many" if tail > 10 else "other"
