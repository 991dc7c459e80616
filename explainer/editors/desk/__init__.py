"""The copy desk: every text of ours, as typed, against a table of rules; and the safe fixes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate

from explainer.content.library import Examined, TypedText
from explainer.content.model import Actor, Place
from explainer.content.prose_links import plain
from explainer.editors.desk import (
    bodies,
    counting,
    grammar,
    house_words,
    letters,
    markup,
    numbers,
    signs,
    spelling,
)
from explainer.editors.desk.rule import Context, Hit, Rule, counted_forms
from explainer.messages import say
from explainer.messages.problems import Fix, Problem

DESK_RULES: tuple[Rule, ...] = (
    *signs.SIGN_RULES,
    *spelling.SPELLING_RULES,
    *letters.LETTER_RULES,
    *numbers.NUMBER_RULES,
    *counting.COUNTING_RULES,
    *grammar.GRAMMAR_RULES,
    *house_words.HOUSE_WORD_RULES,
    *markup.MARKUP_RULES,
)
"""All that the desk looks for."""

_BETWEEN = "\n\n"
_ARABIC_LETTER = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")


def read_over(examined: Examined) -> Iterator[Problem]:
    """Find what a copy desk would mend, in all texts of a content folder.

    A rule looks at all texts laid together for the places that it must see, and reads only the
    texts that these lie in.
    """
    texts = [
        (typed, plain(typed.text)) for typed in examined.texts if _ARABIC_LETTER.search(typed.text)
    ]
    together = _BETWEEN.join(text for _, text in texts)
    context = _context(examined, together)
    starts = [0, *accumulate(len(text) + len(_BETWEEN) for _, text in texts)]
    for rule in DESK_RULES:
        places = rule.places(together, context)
        worth = sorted({bisect_right(starts, place) - 1 for place in places})
        for typed, text in (texts[number] for number in worth):
            own = replace(context, path=typed.path, record=typed.record)
            for hit in rule.find(text, own):
                yield _problem(typed, rule.code, hit, typed.text[hit.start : hit.end])


def hits(text: str, context: Context) -> Iterator[tuple[str, Hit]]:
    """Find what is wrong in one text: codes and places."""
    for rule in DESK_RULES:
        for hit in rule.find(plain(text), context):
            yield rule.code, hit


def _problem(typed: TypedText, code: str, hit: Hit, wrong: str) -> Problem:
    """Put a hit at its place in the file; the fix is safe only where the file has the very text."""
    right = "" if hit.right is None else say("write", right=_shown(typed.text, hit))
    around = typed.text[max(0, hit.start - 12) : hit.end + 12]
    message = say(code, wrong=wrong, around=" ".join(around.split()), right=right)
    index = typed.document.index(typed.path, hit.start)
    problem = typed.document.within(typed.path, hit.start, message)
    fix = None
    if hit.right is not None and hit.safe and index is not None and "\n" not in wrong:
        end = index + len(wrong)
        fix = Fix(index, end, hit.right) if typed.document.text[index:end] == wrong else None
    return replace(problem, is_warning=code.startswith("W"), fix=fix)


def _shown(text: str, hit: Hit) -> str:
    """Show what is right; where that is a space or nothing, with the words beside it."""
    right = hit.right or ""
    if right.strip():
        return right
    before = text[: hit.start].rpartition(" ")[2]
    after = text[hit.end :].partition(" ")[0]
    return " ".join(f"{before[-20:]}{right}{after[:20]}".split())


def _context(examined: Examined, together: str) -> Context:
    """Gather what the rules may know; of what is not sound, nothing: a rule keeps silent then.

    `together` is all texts, one after another.
    """
    people, named_bodies = _names(examined)
    avoided = {**bodies.other_spellings(named_bodies), **spelling.avoided(people)}
    locale = examined.site.locale if examined.site else None
    return Context(
        months=locale.months if locale else None,
        digits=locale.digits if locale else None,
        names=avoided,
        name_pattern=cache(lambda: spelling.names_pattern(avoided)),
        nouns={} if "noun" in examined.unsound else counted_forms(examined.nouns.values()),
        spelt={**letters.rare_spellings(together), **letters.names_words([*people, *named_bodies])},
    )


IdsByName = dict[str, list[str]]
"""A name -> its aliases."""


def _names(examined: Examined) -> tuple[IdsByName, IdsByName]:
    """Give the names of people and places, and those of states and bodies.

    None where one is missing that another may belong to.
    """
    people: IdsByName = {}
    others: IdsByName = {}
    if not examined.unsound & {"actor", "place"}:
        for each in (*examined.records["actor"].values(), *examined.records["place"].values()):
            is_body = isinstance(each, Actor) and each.type != "person"
            if isinstance(each, Actor | Place):
                (others if is_body else people)[each.name.ar] = list(each.aliases)
    return people, others


__all__ = ["DESK_RULES", "Context", "hits", "plain", "read_over"]
