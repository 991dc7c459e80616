"""The form in the browser: the CMS's settings from the same models, and the page that uses them.

Fields, lists and choices come from `model`, help from `schema`; what a form shows and how it is
written back into a file is cms/records.js. Nothing of it is in the public site.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import Discriminator, StringConstraints
from pydantic.fields import FieldInfo

from explainer.arabic import vocabulary
from explainer.dates import Date
from explainer.library import REGISTRIES, Library
from explainer.model import (
    Act,
    ActorType,
    Change,
    ChangeType,
    Event,
    EventKind,
    Name,
    ProseMark,
    PublisherType,
    Qualifier,
    Record,
    Ref,
    Relation,
    Section,
    Site,
    Status,
)
from explainer.schema import HELP, MANY

LABELS: Mapping[str, str] = {
    "act": "ماذا فعل القائل",
    "actors": "الأشخاص والجهات",
    "aliases": "أسماء أخرى",
    "answer": "الجواب",
    "ar": "بالعربية",
    "archived": "النسخة المحفوظة",
    "as": "الصلة",
    "as_of": "تاريخ القول",
    "best": "أرجح تقدير",
    "body": "التفصيل",
    "claims": "الأقوال",
    "country": "البلد",
    "date": "التاريخ",
    "definition": "المعنى",
    "digits": "الأرقام",
    "en": "بالإنجليزية",
    "event": "الحدث",
    "events": "الأحداث",
    "figure": "الرقم",
    "figures": "الأرقام",
    "from": "من",
    "high": "الحد الأعلى",
    "id": "المعرّف",
    "importance": "الأهمية",
    "key_points": "الخلاصة",
    "kind": "نوع الحدث",
    "lang": "اللغة",
    "lat": "خط العرض",
    "licence": "الرخصة",
    "locale": "الشهور والأرقام",
    "lon": "خط الطول",
    "low": "الحد الأدنى",
    "method": "المنهج",
    "months": "أسماء الشهور",
    "name": "الاسم",
    "note": "ملاحظة",
    "now": "صار",
    "order": "الترتيب",
    "page": "الصفحة",
    "part": "جزء من التاريخ",
    "parties": "الأطراف",
    "places": "الأماكن",
    "posts": "المناصب",
    "publish": "النشر",
    "publish_at": "موعد النشر",
    "publisher": "الناشر",
    "qualifier": "دقة الرقم",
    "question": "السؤال",
    "questions": "الأسئلة",
    "related": "أحداث ذات صلة",
    "review_by": "موعد المراجعة",
    "said_by": "القائل",
    "section": "القسم",
    "sections": "الأقسام",
    "sources": "المصادر",
    "standfirst": "المقدمة",
    "status": "درجة التوثيق",
    "summary": "الملخص",
    "term": "المصطلح",
    "text": "النص",
    "title": "العنوان",
    "to": "إلى",
    "type": "النوع",
    "unit": "الوحدة",
    "unknowns": "ما لم يثبت",
    "url": "عنوان الصفحة",
    "values": "القيم",
    "via": "نقلا عن",
    "was": "كان",
    "why": "السبب",
    "wikidata": "ويكي بيانات",
}
"""What a form calls a field, and how it asks for an id."""

FILES: Mapping[str, str] = {
    "actors": "الأشخاص والجهات",
    "places": "الأماكن",
    "publishers": "الناشرون",
    "figures": "الأرقام",
    "glossary": "المصطلحات",
}
"""What a form calls a registry."""

WORDS: Mapping[Any, Mapping[str, str]] = {
    Status: vocabulary.STATUS,
    EventKind: vocabulary.KIND,
    Act: vocabulary.ACT,
    ActorType: vocabulary.ACTOR_TYPE,
    PublisherType: vocabulary.PUBLISHER_TYPE,
    Qualifier: vocabulary.QUALIFIER,
    Relation: vocabulary.RELATION,
    ChangeType: vocabulary.CHANGE_TYPE,
}

CHOICES: Mapping[str, Mapping[str, str]] = {
    "publish": {"live": "منشور", "draft": "مسودة", "withdrawn": "مسحوب"},
    "months": {
        "dual": "تموز/يوليو",
        "levantine": "تموز",
        "egyptian": "يوليو",
        "maghreb": "يوليوز",
        "algerian": "جويلية",
    },
    "digits": {"latn": "123", "arab": "١٢٣"},
    "importance": {str(level): word for level, word in vocabulary.IMPORTANCE.items()},
}
"""Choices whose words no vocabulary has: field -> code -> word."""

SHOWN = {"actor": "name.ar", "place": "name.ar", "publisher": "name.ar", "figure": "title",
         "term": "term"}  # fmt: skip
"""What a list of choices shows of a registry's record."""

FORMS: Mapping[Any, tuple[str, str]] = {
    Date: (r"^[^\s].*$", "تاريخ بصيغة EDTF، مثل 2024-06-19 أو 2024-06 أو 2024-06~"),
    Decimal: (r"^-?[0-9]+(\.[0-9]+)?$", "رقم من دون فواصل، مثل 12000"),
    int: (r"^[0-9]+$", "عدد صحيح، مثل 2"),
    datetime: (
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:]+(Z|[+-][0-9:]+)?)?$",
        "موعد مثل 2026-01-31T06:00Z",
    ),
}
"""What a typed text has to look like, and what is said where it does not."""

SLUG = ("^[a-z0-9][a-z0-9-]{4,}$", "حروف لاتينية صغيرة وأرقام وواصلات، مثل 2024-03-09-library-opens")
PART = "(start|early|mid|late|end|null)"
PARTS = (rf"^({PART}|\[{PART}, {PART}\])$", "مثل mid، وللمدة مثل [end, null]")
AS_TYPED = "part"
"""A field that is a text or a pair: shown as it is typed."""

Widget = dict[str, Any]
Mark = TypeVar("Mark")


@dataclass(frozen=True, slots=True)
class Backend:
    """Where the content lives: a host's name (github, gitlab, gitea), a repository, a branch."""

    name: str
    repo: str
    branch: str
    api: str = ""
    """Address of the host's API where it is not the usual one."""

    def settings(self) -> dict[str, Any]:
        """Write it as the CMS reads it; editors enter with a token, without anybody between."""
        found = {"name": self.name, "repo": self.repo, "branch": self.branch}
        if self.api:
            found |= {"api_root": self.api}
        return {**found, "auth_methods": ["token"], "commit_messages": MESSAGES}

    def origins(self) -> list[str]:
        """List the addresses that the page may ask."""
        usual = {
            "github": "https://api.github.com",
            "gitlab": "https://gitlab.com",
            "gitea": "https://gitea.com",
        }
        whole = self.api or usual[self.name]
        return ["/".join(whole.split("/")[:3])]


MESSAGES = {
    "create": "أضف {{collection}}: {{slug}}",
    "update": "عدّل {{collection}}: {{slug}}",
    "delete": "احذف {{collection}}: {{slug}}",
}


def settings(library: Library, backend: Backend) -> dict[str, Any]:
    """Make what cms/page.js reads: the CMS's own settings, and what they leave out."""
    languages = sorted(_languages(library))
    form = _Form(tuple(languages))
    return {
        "fields": {"many": sorted(MANY), "text": [AS_TYPED]},
        "origins": backend.origins(),
        "config": {
            "load_config_file": False,
            "app_title": library.site.title,
            "backend": backend.settings(),
            "media_folder": "docs/assets",
            "show_preview_links": False,
            "editor": {"preview": False},
            "slug": {"encoding": "ascii"},
            "output": {"omit_empty_optional_fields": True},
            "collections": list(form.collections()),
        },
    }


def _languages(library: Library) -> set[str]:
    """List the languages of names beside Arabic and English."""
    named = [
        *library.actors.values(),
        *library.places.values(),
        *library.publishers.values(),
    ]
    return {language for each in named for language, _ in each.name.others()} - {"en"}


@dataclass(frozen=True, slots=True)
class _Form:
    """Makes lists and fields; `languages` are those of names beside Arabic and English."""

    languages: tuple[str, ...]

    def collections(self) -> Iterator[dict[str, Any]]:
        """List what can be edited: events and sections in folders, the rest in files."""
        yield {
            **self._folder("events", "الأحداث", "حدث", Event),
            "path": "{{date | truncate(4)}}/{{slug}}",
            "slug": {
                "template": "{{date}}-",
                "editable": ["create"],
                "pattern": list(SLUG),
                "hint": "التاريخ وكلمات قليلة: هو عنوان الصفحة، ولا يتغير بعد النشر",
            },
            "summary": "{{date}} {{title}}",
            "sortable_fields": ["date", "title"],
        }
        yield self._folder("sections", "الأقسام", "قسم", Section)
        files = [self._file("site", "الملف كله", self._fields(Site), "record")]
        files += [self._registry(name, model) for name, (_, model) in REGISTRIES.items()]
        files.append(self._file("changes", "التعديلات", [self._records(Change, "{{date}}")]))
        yield {"name": "files", "label": "السجلات", "files": files}

    def _folder(self, name: str, label: str, one: str, model: type[Record]) -> dict[str, Any]:
        return {
            "name": name,
            "label": label,
            "label_singular": one,
            "folder": f"content/{name}",
            "create": True,
            "delete": False,
            "format": "record",
            "extension": "yml",
            "identifier_field": "title",
            "fields": self._fields(model),
        }

    def _registry(self, file: str, model: type[Record]) -> dict[str, Any]:
        name = file.removesuffix(".yml")
        kind = REGISTRIES[file][0]
        records = self._records(model, f"{{{{{SHOWN[kind]}}}}}", identified=True)
        return self._file(name, FILES[name], [records])

    def _file(
        self, name: str, label: str, fields: list[Widget], form: str = "records"
    ) -> dict[str, Any]:
        file = f"content/{name}.yml"
        return {"name": name, "label": label, "file": file, "format": form, "fields": fields}

    def _records(self, model: type[Record], summary: str, *, identified: bool = False) -> Widget:
        own = {"name": "id", "label": LABELS["id"], "widget": "string", "pattern": list(SLUG)}
        return {
            "name": "records",
            "label": "السجلات",
            "widget": "list",
            "collapsed": True,
            "summary": summary,
            "fields": [own] * identified + self._fields(model),
        }

    def _fields(self, model: type[Record]) -> list[Widget]:
        fields = [self._field(info.alias or name, info) for name, info in model.model_fields.items()]
        if model is Name:
            text = {"widget": "string", "required": False}
            fields += [{**text, "name": code, "label": _language(code)} for code in self.languages]
        return fields

    def _field(self, name: str, info: FieldInfo) -> Widget:
        return {
            "name": name,
            "label": LABELS[name],
            "hint": HELP[name],
            "required": info.is_required(),
            **self._widget(name, _Typed(info.annotation, tuple(info.metadata))),
        }

    def _widget(self, name: str, typed: _Typed) -> Widget:
        if record := typed.record:
            inside: Widget = {"fields": self._fields(record), "collapsed": "auto"}
            return {"widget": "list" if typed.is_many else "object", **inside}
        if reference := typed.of(Ref):
            return {"widget": "relation", "multiple": typed.is_many, **_choices_of(reference.kind)}
        if typed.of(Discriminator):
            return {"widget": "string", "pattern": list(PARTS)}
        if typed.is_many:
            return {"widget": "list", "field": {"name": "item", "label": LABELS[name], "widget": "string"}}
        if codes := typed.codes(name):
            return {"widget": "select", "options": [{"value": c, "label": w} for c, w in codes.items()]}
        if typed.of(ProseMark):
            return {"widget": "text"}
        return {"widget": "string", **typed.pattern()}


@dataclass(frozen=True, slots=True)
class _Typed:
    """The type of a field, and the marks on it and within it."""

    annotation: Any
    metadata: tuple[Any, ...]

    @property
    def is_many(self) -> bool:
        return any(get_origin(each) is tuple for each in self._inside())

    @property
    def record(self) -> type[Record] | None:
        found = (t for t in self._inside() if isinstance(t, type) and issubclass(t, Record))
        return next(found, None)

    def of(self, kind: type[Mark]) -> Mark | None:
        return next((mark for mark in self._inside() if isinstance(mark, kind)), None)

    def codes(self, name: str) -> Mapping[str, str]:
        """Give the codes to choose from, each with its word."""
        literal = next((t for t in self._inside() if get_origin(t) is Literal), None)
        if literal is None and not (self.of(Ge) and self.of(Le) and int in self._inside()):
            return {}
        return WORDS.get(literal) or CHOICES[name]

    def pattern(self) -> Widget:
        for kind, (form, said) in FORMS.items():
            if kind in self._inside():
                return {"pattern": [form, said]}
        limits = self.of(StringConstraints)
        if limits is None or limits.pattern in (None, r"\S"):
            return {}
        return {"pattern": [str(limits.pattern), "راجع دليل المحررين"]}

    def _inside(self) -> list[Any]:
        return list(_walk(self.annotation, self.metadata))


def _walk(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[Any]:
    """Give a type, its marks, and those of the types inside it; a mark's own marks too."""
    yield annotation
    for mark in metadata:
        yield mark
        yield from mark.metadata if isinstance(mark, FieldInfo) else ()
    if get_origin(annotation) is not Literal:
        for argument in get_args(annotation):
            yield from _walk(argument, getattr(argument, "__metadata__", ()))


def _choices_of(kind: str) -> Widget:
    """Say which records can be chosen, and what is shown of them."""
    if kind in ("event", "section"):
        shown = ["date", "title"] if kind == "event" else ["title"]
        return {"collection": f"{kind}s", "value_field": "{{slug}}", "display_fields": shown}
    file = next(file for file, (one, _) in REGISTRIES.items() if one == kind)
    shown = [f"records.*.{SHOWN[kind]}"]
    return {
        "collection": "files",
        "file": file.removesuffix(".yml"),
        "value_field": "records.*.id",
        "display_fields": shown,
        "search_fields": [*shown, "records.*.id"],
    }


def _language(code: str) -> str:
    return f"بلغة أخرى ({code})"


# ---- the page

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:;"
    " img-src 'self' data: blob:; connect-src 'self' {origins}; base-uri 'none'; form-action 'none'"
)
"""Looser than the site's own: the CMS sets its styles in the page. It holds for this page alone."""

OWN = ("page.js", "records.js")


def write(library: Library, backend: Backend, source: Path, out: Path) -> None:
    """Write the page with the CMS into a folder; `source` is cms/, with its packages installed."""
    packages = installed(source)
    out.mkdir(parents=True, exist_ok=True)
    made = settings(library, backend)
    (out / "settings.json").write_text(json.dumps(made, ensure_ascii=False, indent=1), "utf-8")
    page = (source / "index.html").read_text("utf-8")
    policy = POLICY.format(origins=" ".join(backend.origins()))
    title = html.escape(f"تحرير: {library.site.title}")
    page = page.replace("{policy}", policy).replace("{title}", title)
    (out / "index.html").write_text(page, "utf-8")
    for name in OWN:
        shutil.copyfile(source / name, out / name)
    cms = packages / "@sveltia/cms"
    script = (cms / "dist/sveltia-cms.mjs").read_text("utf-8").rsplit("//# sourceMappingURL", 1)[0]
    for address, file in _fonts(script, cms / "npm/assets"):
        script = script.replace(address, f"fonts/{file.name}")
        (out / "fonts").mkdir(exist_ok=True)
        shutil.copyfile(file, out / "fonts" / file.name)
    (out / "sveltia-cms.mjs").write_text(script, "utf-8")
    shutil.copyfile(cms / "locales/ar.json", out / "ar.json")
    shutil.copyfile(cms / "LICENSE.txt", out / "sveltia-cms.LICENSE.txt")
    shutil.copytree(packages / "yaml/browser", out / "yaml", dirs_exist_ok=True)
    shutil.copyfile(packages / "yaml/LICENSE", out / "yaml/LICENSE")


FONT = re.compile(r"https://[a-z.]+/fontsource/fonts/([a-z0-9-]+)[^)\"'`\s]*\.woff2")


def _fonts(script: str, assets: Path) -> Iterator[tuple[str, Path]]:
    """Pair each font that the CMS would fetch from elsewhere with its file in the package."""
    for found in FONT.finditer(script):
        yield found[0], next(assets.glob(f"{found[1]}-*.woff2"))


def installed(source: Path) -> Path:
    """Install the CMS's packages by their lock, where they are not there. Needs npm."""
    packages = source / "node_modules"
    lock = packages / ".package-lock.json"
    if not lock.is_file() or lock.stat().st_mtime < (source / "package-lock.json").stat().st_mtime:
        npm = shutil.which("npm")
        if npm is None:
            raise CmsError("npm is missing: install Debian's packages `nodejs` and `npm`")
        arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run([npm, *arguments], cwd=source, check=True)  # noqa: S603 - npm, by its lock
    return packages


class CmsError(Exception):
    """The page cannot be made on this machine."""
