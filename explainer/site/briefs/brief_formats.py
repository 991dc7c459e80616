"""A brief as it is sent: plain text, HTML for a letter, messages for a Telegram channel."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Final, Literal

from explainer.arabic.isolate import isolate_plain
from explainer.site.briefs.brief_items import Brief, BriefItem, ended

BriefFormat = Literal["text", "html", "telegram"]
MESSAGE_LENGTH: Final = 1200
"""So many letters a message of a channel has at most, its markup counted."""
BETWEEN_MESSAGES: Final = "\n\n————————\n\n"
"""Stands between two messages; an editor sends what lies between two lines."""
_CUT: Final = "…"


def as_text(brief: Brief) -> str:
    """Write it as plain text."""
    blocks = [isolate_plain(_heading(brief))]
    for name, items in brief.parts:
        blocks += [f"{name}\n{'-' * len(name)}", *map(_plain, items)]
    return "\n\n".join(blocks) + "\n"


def as_html(brief: Brief) -> str:
    """Write it as HTML that a letter takes: no style, no script, read from the right."""
    lines = [f'<div lang="ar" dir="rtl">\n<h1>{_html(_heading(brief))}</h1>']
    for name, items in brief.parts:
        lines += [f"<h2>{_html(name)}</h2>", "<ul>", *map(_listed, items), "</ul>"]
    return "\n".join([*lines, "</div>", ""])


def messages(brief: Brief) -> Iterator[str]:
    """Write messages for a channel in the HTML that Telegram takes, none longer than it may be.

    A message begins with what the brief is about or, after the first, with the part it is in.
    """
    message = f"<b>{_html(_heading(brief))}</b>"
    for name, items in brief.parts:
        title = f"<b>{_html(name)}</b>"
        for number, item in enumerate(items):
            block = _message_item(item, MESSAGE_LENGTH - len(title) - 2)
            added = f"{title}\n\n{block}" if number == 0 else block
            if len(message) + 2 + len(added) <= MESSAGE_LENGTH:
                message = f"{message}\n\n{added}"
            else:
                yield message
                message = f"{title}\n\n{block}"
    yield message


def as_telegram(brief: Brief) -> str:
    """Write all messages under one another."""
    return BETWEEN_MESSAGES.join(messages(brief)) + "\n"


def _heading(brief: Brief) -> str:
    if brief.parts:
        return f"{brief.title}: ما استجد منذ {brief.since}"
    return f"{brief.title}: لا جديد منذ {brief.since}"


def _facts(item: BriefItem) -> str:
    """Say when it was and what there is to say, in a line."""
    return " ".join(ended(each) for each in (item.when, item.said) if each)


def _plain(item: BriefItem) -> str:
    lines = [isolate_plain(f"• {item.title}"), isolate_plain(_facts(item))]
    return "\n".join([*filter(None, lines), *filter(None, [item.address])])


def _html(text: str) -> str:
    return escape(isolate_plain(text), quote=False)


def _listed(item: BriefItem) -> str:
    title = _html(item.title)
    linked = f'<a href="{escape(item.address)}">{title}</a>' if item.address else title
    return f"<li><p><b>{linked}</b><br>{_html(_facts(item))}</p></li>"


def _message_item(item: BriefItem, most: int) -> str:
    """Write one item; of what is too long the facts are cut at a word, then the title."""
    title, facts = item.title, _facts(item)
    while len(made := _channel(item, title, facts)) > most:
        if facts:
            facts = _shorter(facts)
        else:
            title = _shorter(title)
    return made


def _channel(item: BriefItem, title: str, facts: str) -> str:
    address = escape(item.address)
    named = f'<a href="{address}">{_html(title)}</a>' if address else f"<b>{_html(title)}</b>"
    return f"• {named}\n{_html(facts)}" if facts else f"• {named}"


def _shorter(text: str) -> str:
    """Take the last word off; nothing is left of a single one."""
    words = text.removesuffix(_CUT).split()[:-1]
    return f"{' '.join(words)}{_CUT}" if words else ""


WRITERS: Final[Mapping[BriefFormat, Callable[[Brief], str]]] = {
    "text": as_text, "html": as_html, "telegram": as_telegram,
}  # fmt: skip
