"""Grammar that a pattern can see: moods after particles, cases after إن, words that agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from explainer.editors.desk.lexicon import read, readings
from explainer.editors.desk.rule import Context, Hit, Rule
from explainer.editors.desk.signs import LETTER, NO_LETTER_AFTER, NO_LETTER_BEFORE, at_words

_END = NO_LETTER_AFTER
_W = f"{LETTER}+"

_JUSSIVE = re.compile(rf"لم ([يتنأ]{LETTER}+[يىو]){_END}")
_HOLLOW = {
    "يكون": "يكن", "تكون": "تكن", "يقول": "يقل", "تقول": "تقل", "يعود": "يعد", "تعود": "تعد",
    "يزور": "يزر", "تزور": "تزر", "يقوم": "يقم", "تقوم": "تقم", "يفوز": "يفز", "تفوز": "تفز",
    "يموت": "يمت", "يدوم": "يدم", "تدوم": "تدم", "يجوز": "يجز", "تجوز": "تجز", "يزال": "يزل",
    "تزال": "تزل", "يستطيع": "يستطع", "تستطيع": "تستطع", "يشير": "يشر", "تشير": "تشر",
    "يريد": "يرد", "تريد": "ترد", "يضيف": "يضف", "تضيف": "تضف", "يفيد": "يفد", "تفيد": "تفد",
    "يجيب": "يجب", "تجيب": "تجب", "يستجيب": "يستجب", "تستجيب": "تستجب", "يتيح": "يتح",
    "تتيح": "تتح", "يصيب": "يصب", "تصيب": "تصب", "يثير": "يثر", "تثير": "تثر", "يزيد": "يزد",
    "تزيد": "تزد", "ينال": "ينل", "تنال": "تنل", "يستعيد": "يستعد", "تستعيد": "تستعد",
    "يتعدى": "يتعد", "تتعدى": "تتعد",
}  # fmt: skip
"""Verbs with a weak middle, and what is left of them after لم."""
_HOLLOW_AFTER_LAM = re.compile(rf"لم ({'|'.join(_HOLLOW)}){_END}")
_FIVE_VERBS = re.compile(rf"(?:لم|لن|أن|كي|لكي|بأن|لأن|ألا) ([يت]{LETTER}{{2,}}ون){_END}")
_NUN_IS_ITS_OWN = re.compile(
    r"[يت](?:ت?ك|ت?عا|ت?ها|خ|ص|ه|د|م|ل|ع|مت|تل|تك|ته|ش|ض)ون|[يت]ت(?:عا|ها)ون|[يت](?:نو|قنو|عنو)ن"
)
"""Verbs whose own last letter is a nun: يكون، يتعاون، يخون."""
_NEVER_BOTH = re.compile(rf"سوف (لن|لا|لم){_END}")
_NO_LONGER = re.compile(rf"لا (زال|زالت|زالوا){_END}")
_STILL = {"زال": "يزال", "زالت": "تزال", "زالوا": "يزالون"}


def _moods(text: str) -> Iterator[Hit]:
    """After لم, لن, أن: what the verb loses. سوف and لن do not go together."""
    for each in at_words(_JUSSIVE, text):
        if each[1] not in _HOLLOW:
            safe = not each[1].endswith("ني")
            yield Hit(each.start(1), each.end(1), each[1][:-1], safe=safe)
    for each in at_words(_HOLLOW_AFTER_LAM, text):
        yield Hit(each.start(1), each.end(1), _HOLLOW[each[1]])
    for each in at_words(_FIVE_VERBS, text):
        if not _NUN_IS_ITS_OWN.fullmatch(each[1]):
            yield Hit(each.start(1), each.end(1), f"{each[1][:-1]}ا")
    for each in at_words(_NEVER_BOTH, text):
        yield Hit(each.start(), each.end(), "لم" if each[1] == "لم" else "لن")
    for each in at_words(_NO_LONGER, text):
        yield Hit(each.start(), each.end(), f"لا {_STILL[each[1]]}", safe=False)


_NOT_PLURAL = re.compile(
    r"(?:مضمون|مخزون|مليون|مجنون|معجون|مرهون|مدفون|مكنون|مأذون|مشحون|مطحون|معاون|متعاون|مديون|موزون|"
    r"تلفزيون|تليفزيون|بليون|ترليون|تريليون|ديون|عيون|كاميرون|ماكرون|بارون|مارون)"
)
_IN_UN = re.compile(rf"[ال]ل({LETTER}+[وا]ن){_END}")
"""A plural or a dual that is a subject, behind its article."""
_PARTICLES = (
    "إن|أن|لكن|كأن|لأن|بأن|ليت|لعل|من|في|عن|على|إلى|مع|بين|ضد|نحو|لدى|عند|غير|بعض|جميع|كل|أحد|بحسب|وفق|"
    "حسب|قبل|بعد|خلال"
)
_AFTER_PARTICLE = re.compile(rf"(?<!{LETTER})[وف]?(?:(?:{_PARTICLES}) ا|با|ل)$")
"""Before the lam of the article."""
_SOUND_PLURAL = re.compile(f"(?:م{LETTER}{{3,}}|{LETTER}{{2,}}[يئ])ون")
_LONGEST = 30
"""Letters of a particle and a word, at most."""
_SPEAKS = "قال|قالت|صرح|صرحت|أضاف|أضافت|أوضح|أوضحت"
_IS = "كان|كانت|ليس|ليست|أصبح|أصبحت|ظل|ظلت|بات|باتت|يكون|تكون"
_SUBJECT = re.compile(rf"(?:{_IS}) ال((?:م{LETTER}{{3,}}|{LETTER}{{2,}}ي)ين){_END}")
_KIN = re.compile(rf"(?:إلى|من|عن|على|مع|في|بين|ضد) ((?:أخو|أبو|حمو)(?:ه|ها|هم)){_END}")
_NOMINATIVE = re.compile(rf"(?:{_SPEAKS}) ال({_W}ي?ين){_END}")


def _cases(text: str) -> Iterator[Hit]:
    """Plurals and duals: ين after إن and prepositions, ون and ان for who speaks."""
    for each in _IN_UN.finditer(text):
        lam = each.start() + 1
        if _is_subject(each[1]) and _AFTER_PARTICLE.search(text, max(0, lam - _LONGEST), lam):
            yield Hit(each.start(1), each.end(), f"{each[1][:-2]}ين")
    for each in at_words(_SUBJECT, text):
        yield Hit(each.start(1), each.end(1), f"{each[1][:-2]}ون", safe=False)
    for each in at_words(_KIN, text):
        yield Hit(each.start(1), each.end(1), each[1].replace("و", "ي"))
    for each in at_words(_NOMINATIVE, text):
        reading = read(each[1])
        if reading and reading.form == "dual":
            yield Hit(each.start(1), each.end(1), reading.noun.two)
        elif re.fullmatch(rf"(?:م{LETTER}{{3,}}|{LETTER}{{2,}}ي)ين", each[1]):
            yield Hit(each.start(1), each.end(1), f"{each[1][:-2]}ون", safe=False)


def _is_subject(word: str) -> bool:
    """Tell a plural or dual in the nominative from a word that only ends like one."""
    if word.endswith("ون"):
        return bool(_SOUND_PLURAL.fullmatch(word)) and not _NOT_PLURAL.fullmatch(word)
    return word not in _PLURALS_IN_AN and any(
        each.form == "dual" and each.noun.two == word for each in readings().get(word, ())
    )


_PLURALS_IN_AN = ("بلدان", "فرعان")

_VERBS = {
    "قال": "قالت", "أعلن": "أعلنت", "أفاد": "أفادت", "أضاف": "أضافت", "أوضح": "أوضحت",
    "ذكر": "ذكرت", "صرح": "صرحت", "أكد": "أكدت",
}  # fmt: skip
"""Verbs of saying: of a man, of a woman or a body."""
_OF_MEN = {feminine: masculine for masculine, feminine in _VERBS.items()}
_FEMININE_SPEAKERS = (
    "وزارة|وكالة|حكومة|رئاسة|شركة|صحيفة|قناة|هيئة|منظمة|شرطة|لجنة|إذاعة|سفارة|خارجية|محكمة|متحدثة|ناطقة|"
    "وزيرة|رئيسة|نائبة|مسؤولة|دبلوماسية|باحثة|محللة|سفيرة|مجلة|شبكة|مؤسسة|استخبارات|مخابرات"
)
_MASCULINE_SPEAKERS = (
    "وزير|رئيس|متحدث|ناطق|سفير|مسؤول|زعيم|مصدر|موقع|مجلس|برلمان|حزب|جيش|كرملين|بيت الأبيض|دبلوماسي|"
    "محلل|خبير|جهاز|مركز|مكتب|معهد|أمين|قائد|نائب|مبعوث|حاكم|باحث"
)
_HE_OF_HER = re.compile(rf"({'|'.join(_VERBS)}) (?:ال)?(?:{_FEMININE_SPEAKERS}){_END}")
_SHE_OF_HIM = re.compile(rf"({'|'.join(_OF_MEN)}) (?:ال)?(?:{_MASCULINE_SPEAKERS}){_END}")
_THEY = re.compile(
    rf"(قالوا|أعلنوا|أفادوا|أضافوا|أوضحوا|صرحوا|أكدوا|وصلوا|غادروا|وقعوا|قتلوا|"
    r"أصيبوا) "
    rf"(?:ال{_W}(?:ون|اء|ان|ين)|الجنود|الضباط|العمال|القادة){_END}"
)


def _verbs(text: str) -> Iterator[Hit]:
    """Before its subject a verb is in the singular and of its gender."""
    for pattern, others in ((_HE_OF_HER, _VERBS), (_SHE_OF_HIM, _OF_MEN)):
        for each in at_words(pattern, text):
            yield Hit(each.start(1), each.end(1), others[each[1]], safe=False)
    for each in at_words(_THEY, text):
        yield Hit(each.start(1), each.end(1), each[1][:-2])


_THIS = re.compile(rf"(هذا|هذه) ال({_W}){_END}")
_ORDINALS = {
    "الأول": "الأولى", "الثاني": "الثانية", "الثالث": "الثالثة", "الرابع": "الرابعة",
    "الخامس": "الخامسة", "السادس": "السادسة", "الأخير": "الأخيرة",
}  # fmt: skip
_ORDINAL = re.compile(rf"ة ({'|'.join(_ORDINALS)}){_END}")
_TIME = re.compile(rf"{NO_LETTER_BEFORE}[وف]?[وفب]?(?:ال|لل)?(?:مرة|جولة|مرحلة|دورة) $")


_WHICH = re.compile(rf" (الذي|التي){_END}")
_HEADS_NOTHING = re.compile(
    rf"(?:^|[.،؛:] |(?<!{LETTER})[وف]?(?:في|من|على|إلى|عن|مع|بعد|قبل|إن|أن|هذا|هذه) )ال({_W})$"
)
"""A noun that no other governs, so that what follows is said of it alone."""


def _agreeing(text: str) -> Iterator[Hit]:
    """هذا and هذه, الذي and التي, ordinals: of the gender of their noun."""
    for each in at_words(_THIS, text):
        reading = read(each[2])
        right = "هذه" if reading and reading.is_feminine else "هذا"
        if reading and reading.form == "singular" and each[1] != right:
            yield Hit(each.start(1), each.end(1), right)
    for each in _WHICH.finditer(text):
        noun = _HEADS_NOTHING.search(text[max(0, each.start() - _LONGEST) : each.start()])
        reading = read(noun[1]) if noun else None
        if noun and (noun[1].endswith("ة") or (reading and reading.form == "singular")):
            is_feminine = noun[1].endswith("ة") or (reading is not None and reading.is_feminine)
            right = "التي" if is_feminine else "الذي"
            if right != each[1]:
                yield Hit(each.start(1), each.end(1), right, safe=False)
    for each in _ORDINAL.finditer(text):
        if _TIME.search(text, max(0, each.start(1) - _LONGEST), each.start(1)):
            yield Hit(each.start(1), each.end(1), _ORDINALS[each[1]])


_SAYING = "قال|قالت|قالا|قالوا|يقول|تقول|يقولون|قائلا|قائلة|القول"
_NO_GAP = "على|بعد|قبل|من|منذ|إلى|الذي|التي|ما|إن|إنه|إنها|إنهم|إنهما"
_THAT_AFTER_SAYING = re.compile(
    rf"(?:{_SAYING})((?: (?![يتن]{LETTER}{{2,}} )(?!(?:{_NO_GAP}) ){_W}){{0,4}}) "
    rf"(أن|أنه|أنها|أنهم|بأن|بأنه|بأنها){_END}"
)
_THAT_AFTER_OTHERS = re.compile(
    rf"(?:أكد|أكدت|أعلن|أعلنت|أفاد|أفادت|أضاف|أضافت|أوضح|أوضحت|ذكر|ذكرت|اعتبر|اعتبرت|رأى|"
    rf"رأت|زعم|زعمت|مضيفا|مؤكدا|معتبرا|موضحا) (إن|إنه|إنها|إنهم){_END}"
)
_WHERE_THAT = re.compile(rf"(?:حيث|إذ) (أن|أنه|أنها|أنهم){_END}")
_BOTH_OF = re.compile(rf"كلا من (?=ال({_W}ين){_END})")
_TWICE_THE_MORE = re.compile(r"كلما [^،؛.]*[،]? (كلما) ")
_EXCEPT_AND = re.compile(rf"إلا (و)(?=[يت]{LETTER}{{2,}}|قد )")


def _particles(text: str) -> Iterator[Hit]:
    """إن after saying and حيث, أن after other verbs; كلا, كلما and إلا as they are used."""
    for each in at_words(_THAT_AFTER_SAYING, text):
        yield Hit(each.start(2), each.end(2), f"إ{each[2].removeprefix('ب')[1:]}", safe=False)
    for each in at_words(_THAT_AFTER_OTHERS, text):
        yield Hit(each.start(1), each.end(1), f"أ{each[1][1:]}")
    for each in at_words(_WHERE_THAT, text):
        yield Hit(each.start(1), each.end(1), f"إ{each[1][1:]}")
    for each in at_words(_BOTH_OF, text):
        reading = read(each[1])
        if reading and reading.form == "dual":
            yield Hit(each.start(), each.end() - 1)
    for each in (*at_words(_TWICE_THE_MORE, text), *at_words(_EXCEPT_AND, text)):
        yield Hit(each.start(1), each.end(1))


_KINDS: tuple[Callable[[str], Iterator[Hit]], ...] = (
    _moods, _cases, _verbs, _agreeing, _particles,
)  # fmt: skip


def _ungrammatical(text: str, context: Context) -> list[Hit]:  # noqa: ARG001 - it asks nothing
    """Find what a pattern can see of wrong grammar; each place once."""
    hits: dict[int, Hit] = {}
    for kind in _KINDS:
        for hit in kind(text):
            hits.setdefault(hit.start, hit)
    return list(hits.values())


GRAMMAR_RULES = (Rule("E643", _ungrammatical),)
"""In the order of their codes."""
