"""The form in a real browser, before a stand-in for the host: what it saves is what was edited."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from explainer.content import yaml_file
from explainer.content.library import examine, load
from explainer.editors.cms import form_page as cms
from tests.browser.conftest import _serve
from tests.conftest import LARGE, NOW, ROOT, TESTS, needs_npm

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("cms"), needs_npm]

OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"}
EVENT = "content/events/2020/2020-03-05-agreement.yml"


@dataclass
class Host:
    """Answers as GitHub does, from files in memory, and keeps what is committed."""

    files: dict[str, str]
    commits: list[dict[str, Any]] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    protected: bool = False
    proposals: list[dict[str, Any]] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        url = route.request.url
        if url.endswith("/user"):
            self._send(route, {"id": 1, "name": "محررة", "login": "editor", "html_url": ""})
        elif url.endswith("/repos/some/where/branches/main"):
            self._send(route, {"name": "main", "protected": self.protected})
        elif url.endswith("/repos/some/where/pulls"):
            self.proposals.append(json.loads(route.request.post_data or ""))
            self._send(route, {"number": 7, "node_id": "p", "html_url": "", "draft": False})
        elif "/collaborators/" in url:
            route.fulfill(status=204, headers=OPEN)
        elif "/git/trees/" in url:
            self._send(route, {"tree": [self._blob(path) for path in self.files]})
        elif url.endswith("/graphql") and route.request.method == "POST":
            self._send(route, {"data": self._graph(json.loads(route.request.post_data or ""))})
        else:
            self._send(route, {})

    def _send(self, route: Route, data: object) -> None:
        route.fulfill(
            status=200, content_type="application/json", body=json.dumps(data), headers=OPEN
        )

    def _blob(self, path: str) -> dict[str, object]:
        text = self.files[path]
        return {"type": "blob", "path": path, "sha": _hash(text), "size": len(text.encode())}

    def _graph(self, asked: dict[str, Any]) -> dict[str, Any]:
        query = asked["query"]
        if "createCommitOnBranch" in query:
            return self._commit(asked["variables"]["input"], query)
        if "createRef" in query:
            return {"createRef": {"ref": {"id": "r"}}}
        if "fork: repository" in query:
            return {"fork": {"id": "f"}, "base": {"ref": {"target": {"oid": "a" * 40}}}}
        if "pullRequests(" in query:
            return {"repository": {"pullRequests": {"nodes": [], "totalCount": 0}}}
        texts = {_hash(text): text for text in self.files.values()}
        found: dict[str, Any] = {}
        for number, sha in re.findall(r'content_(\d+): object\(oid: "(\w+)"\)', query):
            found[f"content_{number}"] = {"text": texts[sha], "isTruncated": False}
        for number in re.findall(r"commit_(\d+):", query):
            author = {"name": "a", "email": "a@example.org", "user": None}
            node = {"author": author, "committedDate": "2022-01-01T00:00:00Z"}
            found[f"commit_{number}"] = {"target": {"history": {"nodes": [node]}}}
        last = {"oid": "a" * 40, "message": "m"}
        return {"repository": found or {"ref": {"target": {"history": {"nodes": [last]}}}}}

    def _commit(self, made: dict[str, Any], query: str) -> dict[str, Any]:
        self.commits.append(made)
        for each in made["fileChanges"]["additions"]:
            self.files[each["path"]] = base64.b64decode(each["contents"]).decode("utf-8")
        files = {name: {"oid": "c" * 40} for name in re.findall(r"file_\d+", query)}
        done = {"oid": "b" * 40, "committedDate": "2022-01-01T00:00:00Z", **files}
        return {"createCommitOnBranch": {"commit": done}}


def _hash(text: str) -> str:
    return hashlib.sha1(text.encode()).hexdigest()  # noqa: S324 - as git names a blob


def _content(folder: Path) -> dict[str, str]:
    found = sorted(folder.rglob("*.yml"))
    return {f"content/{p.relative_to(folder)}": p.read_text("utf-8") for p in found}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    out = tmp_path_factory.mktemp("cms") / "page"
    backend = cms.Backend("github", "some/where", "main")
    cms.write(load(TESTS / "content", NOW), backend, ROOT / "cms", out)
    yield from _serve(out)


@pytest.fixture
def host() -> Host:
    return Host(_content(TESTS / "content"))


@pytest.fixture
def context(browser: Browser, address: str, host: Host) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})

    def sort(route: Route) -> None:
        url = route.request.url
        if url.startswith((address, "data:", "blob:")):
            route.continue_()
        elif url.startswith("https://api.github.com/"):
            host.answer(route)
        else:
            host.elsewhere.append(url)
            route.abort()

    context.route("**/*", sort)
    user = json.dumps({"backendName": "github", "token": "t"})
    context.add_init_script(f"localStorage.setItem('sveltia-cms.user', {user!r})")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str, host: Host) -> Iterator[Page]:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(f"{address}/#/collections/events")
    expect(page.get_by_text("المدينتان توقعان اتفاق بناء الجسر")).to_be_visible(timeout=30_000)
    yield page
    assert faults == []
    assert host.elsewhere == []


@pytest.fixture(scope="module")
def desk(browser: Browser, address: str) -> Iterator[Page]:
    """A page beside the form's scripts, without the form."""
    page = browser.new_page()
    page.goto(f"{address}/settings.json")
    yield page
    page.close()


def _save(page: Page) -> None:
    page.get_by_role("button", name="حفظ", exact=True).click()
    expect(page.get_by_text("تم حفظ العنصر")).to_be_visible(timeout=30_000)


def _changed(before: str, after: str) -> list[tuple[str, str]]:
    """Pair the lines that differ, where none was added or taken away."""
    lines = zip(before.splitlines(), after.splitlines(), strict=True)
    return [(old, new) for old, new in lines if old != new]


def _problems(host: Host, folder: Path) -> list[str]:
    for path, text in host.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return [str(problem) for problem in examine(folder / "content", NOW).problems]


def test_an_edit_changes_its_line_and_nothing_else(page: Page, host: Host, tmp_path: Path) -> None:
    assert page.locator("html").get_attribute("lang") == "ar"
    assert page.locator("html").get_attribute("dir") == "rtl"
    before = host.files[EVENT]
    page.get_by_text("المدينتان توقعان اتفاق بناء الجسر").click()
    title = page.get_by_role("textbox", name="العنوان").first
    expect(title).to_have_value("المدينتان توقعان اتفاق بناء الجسر")
    expect(page.get_by_role("textbox", name="التاريخ").first).to_have_value("2020-03-05")
    expect(page.get_by_role("radio", name="مؤكد").first).to_be_checked()
    title.fill("الجسر: المدينتان توقعان الاتفاق")
    _save(page)
    [commit] = host.commits
    assert commit["fileChanges"]["deletions"] == []
    assert [each["path"] for each in commit["fileChanges"]["additions"]] == [EVENT]
    assert _changed(before, host.files[EVENT]) == [
        ("title: المدينتان توقعان اتفاق بناء الجسر", "title: 'الجسر: المدينتان توقعان الاتفاق'")
    ]
    assert _problems(host, tmp_path) == []


def test_a_new_event_stands_in_the_folder_of_its_year(
    page: Page, host: Host, address: str, tmp_path: Path
) -> None:
    page.goto(f"{address}/#/collections/events/new")
    page.get_by_role("textbox", name="Slug").press_sequentially("1987-05-fair")
    for name, text in (
        ("العنوان", "افتتاح المعرض"),
        ("الملخص", "افتُتح المعرض."),
        ("التاريخ", "1987-05~"),
    ):
        page.get_by_role("textbox", name=name).first.fill(text)
    page.get_by_role("radio", name="مؤكد").first.click()
    page.get_by_role("radio", name="تفصيل").first.click()
    page.get_by_role("checkbox").first.click()
    page.get_by_role("combobox", name="نوع الحدث").first.click()
    page.get_by_role("option", name="تجارة").click()
    page.get_by_role("button", name=re.compile("إضافة .?مصدر")).click()
    publisher = page.get_by_role("radio", name="وكالة النهر").first
    publisher.check()
    expect(publisher).to_be_checked()
    _save(page)
    made = host.files["content/events/1987/1987-05-fair.yml"]
    assert made.startswith("title: افتتاح المعرض\nsummary: افتُتح المعرض.\ndate: 1987-05~\n")
    assert made.endswith("sources:\n  - publisher: river-wire\n")
    assert _problems(host, tmp_path) == []


READ = """async ({files, edits}) => {
  const { format } = await import("./records.js");
  const fields = (await (await fetch("./settings.json")).json()).fields;
  const found = {};
  for (const [path, text] of Object.entries(files)) {
    const many = /content\\/(actors|places|publishers|figures|glossary|changes)\\.yml$/.test(path);
    const { fromFile, toFile } = format(fields, many);
    const form = structuredClone(fromFile(text));
    for (const [where, value] of edits[path] ?? edits) {
      const steps = where.split(".");
      const last = steps.pop();
      const inside = steps.reduce((data, step) => data[step], form);
      if (value === "GONE") inside.splice(Number(last), 1);
      else inside[last] = value;
    }
    found[path] = toFile(form);
  }
  return found;
}"""


def test_what_is_not_edited_keeps_every_byte(desk: Page) -> None:
    """All of an explainer, read into the form and written again."""
    files = _content(LARGE) | {
        "content/events/x.yml": "# first\ntitle: a # why\n\n# before\nsummary: >-\n  b\n  c\n"
    }
    assert desk.evaluate(READ, {"files": files, "edits": []}) == files


TEXT = """title: a # why
part: [end, null]
said_by: one
claims:
  # the first
  - text: >-
      x
      y
    said_by: one
  - {text: z, said_by: [two]}
sources:
  - publisher: p
    title: null

review_by: 2024
"""


@pytest.mark.parametrize(
    ("where", "value", "old", "new"),
    [
        ("title", "b: c", "title: a # why\n", "title: 'b: c'\n"),
        ("title", "null", "title: a # why\n", "title: 'null'\n"),
        ("title", "#x", "title: a # why\n", "title: '#x'\n"),
        ("part", "mid", "[end, null]", "mid"),
        ("part", None, "part: [end, null]\n", ""),
        ("said_by", ["one", "two"], "said_by: one\nclaims", "said_by: [one, two]\nclaims"),
        ("claims.0.text", "w", ">-\n      x\n      y\n", "w\n"),
        ("claims.1.text", "w, v", "{text: z,", "{text: 'w, v',"),
        ("claims.1", "GONE", "  - {text: z, said_by: [two]}\n", ""),
        ("claims.0.act", "states", "    said_by: one\n  -",
         "    said_by: one\n    act: states\n  -"),
        ("sources.0.title", "t", "title: null", "title: t"),
        ("sources.1", {"publisher": "q", "title": "", "url": None}, "title: null\n",
         "title: null\n  - publisher: q\n"),
        ("review_by", "", "review_by: 2024\n", ""),
        ("body", "p\n\nq", "review_by: 2024\n", "review_by: 2024\nbody: |\n  p\n\n  q\n"),
    ],
)  # fmt: skip
def test_an_edit_is_written_as_an_editor_would(
    desk: Page, where: str, value: object, old: str, new: str
) -> None:
    asked = {"files": {"e.yml": TEXT}, "edits": [[where, value]]}
    assert TEXT.count(old) == 1
    assert desk.evaluate(READ, asked)["e.yml"] == TEXT.replace(old, new)


NAMING = "claims:\n  - text: a\n    sources: [p, q]\nkinds: {book-fair: معرض}\n"


@pytest.mark.parametrize(
    ("where", "value", "old", "new"),
    [
        ("claims.0.sources.0.named", "r", "[p, q]", "[r, q]"),
        ("claims.0.sources.2", {"named": "r", "publisher": ""}, "[p, q]", "[p, q, r]"),
        ("claims.0.sources.1", "GONE", "[p, q]", "[p]"),
        ("claims.0.sources.1", {"named": "", "publisher": "r", "title": "t"}, "[p, q]",
         "[p, {publisher: r, title: t}]"),
        ("kinds.bake-sale", "سوق", "معرض}", "معرض, bake-sale: سوق}"),
    ],
)  # fmt: skip
def test_a_source_may_be_named_and_a_kind_added(
    desk: Page, where: str, value: object, old: str, new: str
) -> None:
    asked = {"files": {"e.yml": NAMING}, "edits": [[where, value]]}
    assert desk.evaluate(READ, asked)["e.yml"] == NAMING.replace(old, new)


def test_a_registry_gains_and_loses_records_by_id(desk: Page) -> None:
    text = "a:\n  name: {ar: أ}\nb:\n  name: {ar: ب}\n"
    new = {"id": "c", "name": {"ar": "ج", "en": "C"}, "aliases": ["ح", "خ، د"]}
    asked = {
        "files": {"content/actors.yml": text},
        "edits": [["records.2", new], ["records.0", "GONE"]],
    }
    made = desk.evaluate(READ, asked)["content/actors.yml"]
    assert made == "b:\n  name: {ar: ب}\nc:\n  name: {ar: ج, en: C}\n  aliases: [ح, خ، د]\n"


TYPED = (
    "a: b", "# a", "a # b", "- a", "-", "?", "'a'", '"a"', "[a", "{a}", "a, b", "]", "@a", "`a`",
    "%a", "&a", "*a*", "!a", "|", "> a", "null", "Null", "~", "true", "NO", "12:30", "0x1F", "a:",
    "--- a", "a\nb", "a\n\nb", "- a\n- b", "a\n  b", "“a”، b", "'", "''", "كلمة " * 40 + "x",
    "كلمة: " * 40 + "x", "a  b " * 30 + "x", "#" + " a" * 80, "https://a.example/?b=c#d",
)  # fmt: skip
PLACES = ("title", "claims.0.text", "claims.1.text", "sources.0.title", "body", "sources.1.note")


def test_whatever_is_typed_is_read_back(desk: Page, tmp_path: Path) -> None:
    """By our own reader, from any place of a file."""
    text = TEXT.replace("    title: null\n\n", "    title: null\n  - publisher: q\n\n")
    asked = {f"{p}-{n}": [[p, typed]] for p in PLACES for n, typed in enumerate(TYPED)}
    made = desk.evaluate(READ, {"files": dict.fromkeys(asked, text), "edits": asked})
    for name, [[place, typed]] in asked.items():
        (tmp_path / "x.yml").write_text(made[name], "utf-8")
        document = yaml_file.read(tmp_path / "x.yml", "x.yml")
        assert document.problems == [], (name, typed)
        found = document.data
        for step in place.split("."):
            found = found[int(step) if step.isdigit() else step]
        assert found.strip() == typed.strip(), name


CLONE = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries({ ".git/HEAD": "", ...files })) {
    const steps = path.split("/");
    let folder = root;
    for (const step of steps.slice(0, -1))
      folder = await folder.getDirectoryHandle(step, { create: true });
    const handle = await folder.getFileHandle(steps.at(-1), { create: true });
    const writer = await handle.createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""

SAVED = """async (path) => {
  let folder = await navigator.storage.getDirectory();
  const steps = path.split("/");
  for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step);
  return (await (await folder.getFileHandle(steps.at(-1))).getFile()).text();
}"""


def test_a_folder_on_the_editors_own_machine_is_edited_in_place(
    browser: Browser, address: str, host: Host
) -> None:
    """The browser's private files stand for the folder that an editor would choose."""
    context = browser.new_context()
    context.add_init_script("window.showDirectoryPicker = () => navigator.storage.getDirectory()")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/settings.json")
    page.evaluate(CLONE, host.files)
    page.goto(f"{address}/#/collections/events")
    page.get_by_role("button", name="العمل مع مستودع محلي").click()
    page.get_by_text("المدينتان توقعان اتفاق بناء الجسر").click()
    page.get_by_role("textbox", name="التاريخ").first.fill("2020-03")
    _save(page)
    saved = page.evaluate(SAVED, EVENT)
    assert _changed(host.files[EVENT], saved) == [("date: 2020-03-05", "date: 2020-03")]
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    context.close()


def test_what_a_guarded_branch_takes_is_proposed(page: Page, host: Host, address: str) -> None:
    host.protected = True
    page.goto(f"{address}/?again#/collections/events")
    page.get_by_text("المدينتان توقعان اتفاق بناء الجسر").click()
    page.get_by_role("textbox", name="العنوان").first.fill("المدينتان توقعان الاتفاق")
    page.get_by_role("button", name="حفظ", exact=True).click()
    expect(page.get_by_text("تم حفظ العنصر")).to_be_visible(timeout=30_000)
    [commit] = host.commits
    branch = commit["branch"]["branchName"]
    assert branch.startswith("cms/events/2020-03-05-agreement"), branch
    [proposal] = host.proposals
    assert (proposal["head"], proposal["base"]) == (branch, "main")
