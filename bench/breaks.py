"""Break a sound file in every way at every line: `python bench/breaks.py [WAY …]`.

The ways are slips of hands: signs that are missing, doubled, of another alphabet, lines moved. The
file is the event of tests/test_slips. Printed is how many breaks are told (on their line, or one
beside it, with a field), how many are read as something else that may be meant (`other data`), and
what `check --fix` makes of them: the file as it was, or `otherwise`, which names are printed of: a
mending that is sound must keep every word. A traceback ends it.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from explainer.content import yaml_file  # noqa: E402 - the path comes first
from explainer.editors.check import check, fix  # noqa: E402
from tests.test_slips import FILE, SOUND  # noqa: E402

CONTENT = Path("content")
NAME = f"{CONTENT}/{FILE}"
LINES = SOUND.rstrip("\n").split("\n")
FIELD = re.compile(r"( *(?:- )?)([a-z_]+):( ?)(.*)")
WORD = re.compile(r"[\w-]+")
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def of_field(lead: str, name: str, value: str) -> Iterator[tuple[str, str]]:
    """Break the line of a field: what is done, and the line, or lines, that come of it."""
    for sign in (" ", "", " : ", "：", "; ", " = ", ":", ":\t", ":\u00a0", ": \u200f", ": \ufeff"):
        yield f"colon {sign!a}", f"{lead}{name}{sign}{value}"
    names = {"Name": name.capitalize(), "swapped": name[0] + name[2:3] + name[1:2] + name[3:]}
    names |= {"zero width": f"{name[:2]}\u200b{name[2:]}", "quoted": f'"{name}'}
    for what, other in names.items():
        yield what, f"{lead}{other}: {value}"
    if value:
        for sign in "'\"[{(“«&*!%@`|>-?#,":
            yield f"{sign} before", f"{lead}{name}: {sign}{value}"
        for sign in (*"'\"]})”»,:،.\\", " # x", " #x", ": x"):
            yield f"{sign} after", f"{lead}{name}: {value}{sign}"
        yield "nothing", f"{lead}{name}:"
        yield "curly", f"{lead}{name}: “{value}”"
        yield "below", f"{lead}{name}:\n{' ' * len(lead)}  {value}"
        yield "at the margin", f"{lead}{name}: |\n{value}"
        yield "other digits", f"{lead}{name}: {value.translate(EASTERN)}"


def of_line(line: str) -> Iterator[tuple[str, str]]:
    """Break any line."""
    if found := FIELD.fullmatch(line):
        yield from of_field(found[1], found[2], found[4])
    bare = line.lstrip()
    margin = " " * (len(line) - len(bare))
    yield from (("in", f" {line}"), ("in two", f"  {line}"), ("tab", f"\t{bare}"))
    yield from (("out", line[1:] if margin else line), ("margin", bare), ("bom", f"\ufeff{line}"))
    yield from (("doubled", f"{line}\n{line}"), ("gone", ""), ("commented", f"# {line}"))
    for mark in ("---", "...", "<<<<<<< HEAD", "}", "نص طائش"):
        yield mark, f"{mark}\n{line}"
    for sign in ("", "- - ", "– ", "-", "* ", "• "):
        yield f"dash {sign}", line.replace("- ", sign, 1)
    for what, old, new in (("]", "]", ""), ("[", "[", ""), ("commas", ",", "،"), ("none", ",", "")):
        yield f"list {what}", line.replace(old, new)


def told(text: str, number: int) -> Iterator[str]:
    """Say what `check` and `--fix` make of a broken file."""
    examined, problems = check(CONTENT, instead={NAME: text})
    errors = [each for each in problems if each.file == NAME and not each.is_warning]
    sound = yaml_file.read_text(SOUND).data
    if not errors:
        yield "same data" if examined.documents[NAME].data == sound else "other data"
        return
    near = [each for each in errors if abs(each.line - number) <= 1]
    yield "on its line" if near else "elsewhere"
    yield "field" if any(each.where not in ("file", "yaml") for each in near) else "no field"
    yield "one or two" if len(errors) <= 2 else "many"
    if any(each.fix for each in errors):
        yield from _mended(text, sound)


def _mended(text: str, sound: object) -> Iterator[str]:
    (CONTENT / FILE).write_text(text, "utf-8", newline="")
    fix(CONTENT)
    after = (CONTENT / FILE).read_text("utf-8")
    (CONTENT / FILE).write_text(SOUND, "utf-8")
    examined, problems = check(CONTENT, instead={NAME: after})
    if any(each.file == NAME and not each.is_warning for each in problems):
        yield "still told"
    elif examined.documents[NAME].data == sound:
        yield "mended"
    else:
        lost = set(WORD.findall(text)) - set(WORD.findall(after))
        yield "WORDS LOST" if lost - {"HEAD"} else "mended, with what was put in"


def main() -> None:
    """Print a line a way, and all together."""
    total: Counter[str] = Counter()
    ways: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)
        shutil.copytree(ROOT / "tests/content", CONTENT)
        (CONTENT / FILE).write_text(SOUND, "utf-8")
        for number, line in enumerate(LINES, 1):
            for way, broken in of_line(line):
                if broken == line or (sys.argv[1:] and way not in sys.argv[1:]):
                    continue
                text = "\n".join([*LINES[: number - 1], broken, *LINES[number:], ""])
                ends = ["breaks", *told(text, number)]
                ways.setdefault(way, Counter()).update(ends)
                total.update(ends)
    for way, ended in ways.items():
        print(f"{way!r}: {dict(ended)}")
    print(f"{len(ways)} ways: {dict(total)}")


if __name__ == "__main__":
    main()
