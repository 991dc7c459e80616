"""The index as files: small ones, so that a reader loads only what a query needs.

`search/index.json` says what there is; `search/words-N.json` hold postings by stem, cut so that
each is a few kilobytes when compressed; `search/found-N.json` hold what is shown of a few documents
each; `search/spellings-N.json` hold words by their first letter and are read only when a word is
not known. How a posting is written, see `packed`. Every file but the first is a pair of the index's
version and its content, so that a page that was opened before a publication notices that its index
is no longer the one in force.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from explainer.arabic import cldr, stem
from explainer.arabic.fold import fold
from explainer.arabic.isolate import isolate_plain
from explainer.arabic.stem import STEM_RULES
from explainer.site.output import File
from explainer.site.search.documents import DOCUMENT_KINDS, SearchDocument
from explainer.site.search.postings import Index, Posting

NAME_LETTERS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
"""Digits of numbers below 64."""
WORDS_BYTES: Final = 5_000
"""How much a file of postings holds, before compression."""
FOUND_BYTES: Final = 6_000
SPELLINGS_BYTES: Final = 6_000
SPELLINGS: Final = 12_000
"""How many spellings are kept at most, the commonest."""


def files(documents: Sequence[SearchDocument], index: Index) -> Iterator[File]:
    """Write the index."""
    words, first_words = _words(index)
    found, first_found = _files_of_results(documents)
    spellings, first_letters = _spellings(index.spellings)
    whole = {
        "rules": STEM_RULES,
        "kinds": DOCUMENT_KINDS,
        "words": first_words,
        "found": first_found,
        "spellings": first_letters,
        "sure": " ".join(sorted({stem.bare(fold(name)) for name in cldr.one_word_countries()})),
        **_columns(documents),
    }
    version = _version(_json(whole), *spellings, *words, *found)
    named = {"spellings": spellings, "words": words, "found": found}
    parts = {f"{name}-{n}": part for name, all_ in named.items() for n, part in enumerate(all_)}
    yield File("search/index.json", _json({"version": version, **whole}))
    for name, content in parts.items():
        yield File(f"search/{name}.json", b'["%s",%s]' % (version.encode(), content))


def _version(*contents: bytes) -> str:
    """Name a state of the index, by all that is in it."""
    return hashlib.sha256(b"\n".join(contents)).hexdigest()[:12]


def packed(postings: Sequence[Posting]) -> str:
    """Write postings: for each the step from the last document, then the weight.

    A step is written in digits of 32, the lowest first, all but its last with 32 added; a weight is
    one digit of 64.
    """
    text = []
    last = -1
    for number, weight in postings:
        step, last = number - last, number
        while step >= 32:
            text.append(NAME_LETTERS[32 + step % 32])
            step //= 32
        text.append(NAME_LETTERS[step] + NAME_LETTERS[weight])
    return "".join(text)


def _words(index: Index) -> tuple[list[bytes], list[str]]:
    """Cut the stems, in their order, into files; give these and the first stem of each."""
    entries = {
        key: [packed(index.postings[key]), *index.kin.get(key, ())]
        for key in sorted(index.postings, key=_as_in_scripts)
    }
    parts = _cut(list(entries.items()), WORDS_BYTES)
    return [_json(dict(part)) for part in parts], [part[0][0] for part in parts]


def _as_in_scripts(text: str) -> bytes:
    """Sort as JavaScript compares: by units of UTF-16."""
    return text.encode("utf-16-be")


def _files_of_results(documents: Sequence[SearchDocument]) -> tuple[list[bytes], list[int]]:
    """Cut what is shown of documents into files; give these and the first number of each."""
    parts = _cut([(n, _shown(each)) for n, each in enumerate(documents)], FOUND_BYTES)
    return [_json([shown for _, shown in part]) for part in parts], [part[0][0] for part in parts]


def _shown(document: SearchDocument) -> list[Any]:
    """List what is shown: address, title, line, text, other names, answer; no end of empty ones."""
    names = [name for name in document.names if name != document.title]
    line, text, answer = document.shown, "\n".join(document.text), list(document.answer)
    shown: list[Any] = [
        document.href.removeprefix("/"), isolate_plain(document.title), isolate_plain(line),
        isolate_plain(text), names, [isolate_plain(each) for each in answer],
    ]  # fmt: skip
    while not shown[-1]:
        shown.pop()
    return shown


def _columns(documents: Sequence[SearchDocument]) -> dict[str, Any]:
    """Write what documents are filtered by: a letter each, or a list where values are many."""
    sections = sorted({section for each in documents for section in each.sections})
    kinds = sorted({each.event_kind for each in documents} | {""})
    statuses = sorted({each.status for each in documents} | {""})
    years = sorted({each.year for each in documents if each.year is not None})
    return {
        "number": len(documents),
        "kind": "".join(str(DOCUMENT_KINDS.index(each.kind)) for each in documents),
        "importance": "".join(str(each.importance) for each in documents),
        "values": {"section": sections, "event": kinds, "status": statuses, "year": years},
        "event": "".join(NAME_LETTERS[kinds.index(each.event_kind)] for each in documents),
        "status": "".join(NAME_LETTERS[statuses.index(each.status)] for each in documents),
        "section": packed_sets([[sections.index(s) for s in each.sections] for each in documents]),
        "year": [years.index(each.year) + 1 if each.year is not None else 0 for each in documents],
    }


def packed_sets(sets: Sequence[Sequence[int]]) -> list[int]:
    """Write sets of small numbers as sums of powers of two."""
    return [sum(1 << number for number in each) for each in sets]


def _spellings(spellings: Mapping[str, tuple[str, int]]) -> tuple[list[bytes], list[str]]:
    """List words as they are written, the commonest kept, each with the rank of its number.

    What is misspelt has the right first letter, so that a letter's words stand in one file; give
    the files and the first letter of each.
    """
    kept = sorted(spellings.items(), key=lambda item: (-item[1][1], item[0]))[:SPELLINGS]
    by_letter: dict[str, list[str]] = {}
    for folded, (spelt, number) in sorted(kept, key=lambda item: _as_in_scripts(item[0])):
        by_letter.setdefault(folded[0], []).append(f"{spelt}{_rank(number)}")
    parts = _cut([(letter, " ".join(all_)) for letter, all_ in by_letter.items()], SPELLINGS_BYTES)
    return [_json(" ".join(text for _, text in part)) for part in parts], [p[0][0] for p in parts]


def _rank(number: int) -> str:
    return str(min(9, number.bit_length()))


def _cut(items: Sequence[tuple[Any, Any]], size: int) -> list[list[tuple[Any, Any]]]:
    """Cut a list into runs of about `size` bytes of JSON."""
    parts: list[list[tuple[Any, Any]]] = []
    filled = size
    for item in items:
        length = len(_json(item))
        if filled + length > size:
            parts.append([])
            filled = 0
        parts[-1].append(item)
        filled += length
    return parts


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
