"""Who says what is not established: claims, two sides, and a word that names the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.content.model import Event, record_fields
from explainer.editors.house.house_rule import Breach, HouseRule, Look
from explainer.messages import say

_ATTRIBUTION = re.compile(
    r"وفقا|بحسب|وفق |نقل|قال|تقول|يقول|أعلن|تعلن|يعلن|ذكر|أفاد|قدّر|تقدر|يقدر|قدر|رجّح|نسب|اتهم|أوضح|"
    r"أورد|تورد|نشر|حدد|أحصى|أبلغ|أشار|رأى|تحدث|تتحدث|تشتبه|يشتبه|يُشتبه|يرجح|رصد"
)
"""Words with which a summary says who says so; a part of a word is enough: قالت، قالوا."""
_SHOWN = "قال أو وفقا أو بحسب"


def claims(look: Look) -> Iterator[Breach]:
    """Find what is not confirmed and says not who says what."""
    if look.record.status != "confirmed" and not look.record.claims:
        sample = record_fields(Event)["claims"].meaning.sample
        yield Breach(("claims",), say("W908", status=look.record.status, sample=sample))


def sides(look: Look) -> Iterator[Breach]:
    """Find what is disputed and has claims of one speaker only."""
    speakers = {speaker for claim in look.record.claims for speaker in claim.said_by}
    if look.record.status == "disputed" and len(speakers) == 1:
        words = say("W909", speakers=f"'{speakers.pop()}'", status=look.record.status)
        yield Breach(("claims",), words, at_key=True)


def attribution(look: Look) -> Iterator[Breach]:
    """Find a summary of what is not confirmed that says not who says so."""
    if look.record.status != "confirmed" and not _ATTRIBUTION.search(look.record.summary):
        yield Breach(("summary",), say("W910", status=look.record.status, words=_SHOWN))


EVENT_RULES = (
    HouseRule("claims", claims),
    HouseRule("sides", sides),
    HouseRule("attribution", attribution),
)
