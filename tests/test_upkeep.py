"""Every record's page leads to its own file and to a report, and tells when it last changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from explainer.content.library import load
from explainer.publish import program
from explainer.site import maker
from explainer.site.addresses import published
from explainer.site.output import Output
from explainer.site.upkeep import Upkeep, history_of
from explainer.system.environment import WrongEnvironmentError
from explainer.system.git import Changed, GitError, History
from explainer.system.repository import Repository, from_environment
from tests.conftest import NOW, ROOT, TESTS

PLAZA = "events/2020/2020-03-05-agreement.yml"
FILE = re.compile(r'<p class="x-file">.*?</p>', re.DOTALL)


def _git(folder: Path, *arguments: str, day: str = "2021-05-01") -> None:
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00Z"}
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    environment = {**os.environ, **when, **own}
    subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, env=environment
    )


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose content was committed on one day, and changed in two files later."""
    root = tmp_path_factory.mktemp("clone")
    shutil.copytree(TESTS / "content", root / "content")
    _git(root, "init")
    _git(root, "add", "-A")
    _git(root, "commit", "-m", "Begin", day="2021-05-01")
    _append(root / "content" / PLAZA, "# a word\n")
    registry = root / "content/actors.yml"
    text = registry.read_text("utf-8")
    registry.write_text(re.sub(r"^(mayor:)", r"\1 # a word", text, flags=re.MULTILINE), "utf-8")
    _git(root, "commit", "-am", "Change", day="2021-06-30")
    return root


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def _output(
    folder: Path, repository: Repository | None = None, docs: Path = TESTS / "docs"
) -> Output:
    library, (history, _) = load(folder, NOW), history_of(folder)
    return maker.build(
        library,
        templates=ROOT / "templates",
        docs=docs,
        cache=ROOT / ".cache",
        upkeep=Upkeep(folder, library, repository, history),
    )


def _foot(output: Output, address: str) -> str:
    """Give the foot of a page; empty where there is nothing to tell or to offer."""
    page = next(page for page in output.pages if page.address == address)
    found = FILE.findall(page.body)
    assert len(found) < 2, address
    return "".join(found)


@pytest.fixture(scope="module")
def linked(clone: Path) -> Output:
    return _output(clone / "content", Repository("https://host.example/own/er"))


@pytest.mark.parametrize(
    ("address", "label", "path"),
    [
        ("/", "عدّل هذه الصفحة", "site.yml"),
        ("/building/", "عدّل هذا القسم", "sections/building.yml"),
        ("/events/2020-03-05-agreement/", "عدّل هذا الحدث", PLAZA),
        ("/actors/", "عدّل هذه الصفحة", "actors.yml"),
        ("/places/", "عدّل هذه الصفحة", "places.yml"),
        ("/glossary/", "عدّل هذه الصفحة", "glossary.yml"),
        ("/changes/", "عدّل هذه الصفحة", "changes.yml"),
        ("/sources/", "عدّل هذه الصفحة", "publishers.yml"),
        ("/figures/", "عدّل هذه الصفحة", "figures.yml"),
    ],
)
def test_a_page_leads_to_its_own_file(
    linked: Output, address: str, label: str, path: str, clone: Path
) -> None:
    foot = _foot(linked, address)
    edit = f"https://host.example/own/er/edit/main/content/{path}"
    assert f'<a class="x-file__act" href="{edit}" aria-label="{label}">عدّل</a>' in foot
    assert (clone / "content" / path).is_file()


@pytest.mark.parametrize("kind", ["actors", "figures"])
def test_a_record_of_a_registry_leads_to_its_own_line(
    linked: Output, kind: str, clone: Path
) -> None:
    lines = (clone / f"content/{kind}.yml").read_text("utf-8").splitlines()
    pages = [p.address for p in linked.pages if re.fullmatch(f"/{kind}/[^/]+/", p.address)]
    assert pages
    for address in pages:
        number = re.search(rf"edit/main/content/{kind}\.yml#L(\d+)", _foot(linked, address))
        assert number, address
        assert lines[int(number[1]) - 1].startswith(address.split("/")[2] + ":")


def test_every_page_of_a_record_has_its_foot_and_no_other(linked: Output) -> None:
    without = {page.address for page in linked.pages if not FILE.search(page.body)}
    written = {page.address for page in linked.pages if page.meta.get("handwritten")}
    assert without - written == {
        "/timeline/",
        "/disputed/",
        "/questions/",
        "/data/",
        "/search/",
        "/search/all/",
        "/feeds/",
    }


def test_a_report_names_the_page(linked: Output) -> None:
    foot = published(_foot(linked, "/events/2020-03-05-agreement/"), "https://site.example/x/")
    report = re.search(r'href="([^"]*issues/new[^"]*)">أبلغ عن خطأ<', foot)
    assert report
    assert report[1].startswith("https://host.example/own/er/issues/new?template=report.yml&amp;")
    assert report[1].endswith("&amp;page=https://site.example/x/events/2020-03-05-agreement/")


def test_the_reports_form_has_the_fields_that_are_filled() -> None:
    form = (ROOT / ".github/ISSUE_TEMPLATE/report.yml").read_text("utf-8")
    assert "id: page" in form


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("/events/2020-03-05-agreement/", "2021-06-30"),
        ("/actors/mayor/", "2021-06-30"),
        ("/actors/", "2021-06-30"),
        ("/", "2021-05-01"),
        ("/building/", "2021-05-01"),
    ],
)
def test_a_page_tells_when_its_file_last_changed(linked: Output, address: str, day: str) -> None:
    foot = _foot(linked, address)
    assert f'عُدّل آخر مرة في <time datetime="{day}">' in foot
    assert "أو قبله" not in foot


def test_a_record_is_as_old_as_its_own_lines(linked: Output) -> None:
    days = {
        str(page.address): re.findall(r'datetime="([^"]+)"', _foot(linked, page.address))
        for page in linked.pages
        if page.address.startswith("/actors/") and page.address != "/actors/"
    }
    assert days.pop("/actors/mayor/") == ["2021-06-30"]
    assert days
    assert set(map(tuple, days.values())) == {("2021-05-01",)}


NEWSROOM = """newsroom:
  name: غرفة أخبار الجسر
  editors: [محرر أول, محررة ثانية]
  email: desk@bridge.example
  url: https://bridge.example/
"""


def test_without_a_repository_or_a_mail_nothing_is_promised(clone: Path) -> None:
    output = _output(clone / "content", docs=ROOT / "docs")
    foot = _foot(output, "/events/2020-03-05-agreement/")
    assert "<a " not in foot
    assert ".yml" not in foot
    assert "عُدّل آخر مرة" in foot
    about = next(page for page in output.pages if page.address == "/about/")
    assert "أبلغ عن خطأ" not in about.markdown()


def test_without_a_repository_a_report_is_a_letter_to_the_newsroom(
    clone: Path, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(clone / "content", content)
    _append(content / "site.yml", NEWSROOM)
    output = _output(content, docs=ROOT / "docs")
    foot = published(_foot(output, "/events/2020-03-05-agreement/"), "https://site.example/x/")
    letter = re.search(r'href="([^"]*)">أبلغ عن خطأ<', foot)
    assert letter
    assert letter[1].startswith("mailto:desk@bridge.example?subject=")
    assert letter[1].endswith("https://site.example/x/events/2020-03-05-agreement/")
    assert ">عدّل<" not in foot
    about = next(page for page in output.pages if page.address == "/about/").markdown()
    for words in ("أبلغ عن خطأ", "محرر أول", "محررة ثانية", 'href="https://bridge.example/"'):
        assert words in about
    assert 'href="mailto:desk@bridge.example"' in about


@pytest.mark.parametrize("switch", ["on", "off"])
def test_pages_for_editors_are_published_where_the_site_asks(
    clone: Path, tmp_path: Path, switch: str
) -> None:
    content = tmp_path / "content"
    shutil.copytree(clone / "content", content)
    _append(content / "site.yml", f"editors_pages: {switch}\n")
    output = _output(content, docs=ROOT / "docs")
    made = {page.address for page in output.pages}
    about = next(item for item in output.nav if item.title == "عن الملف")
    listed = {item.address for item in about.children}
    for pages in (made, listed):
        assert ({"/guide/", "/problems/"} <= pages) == (switch == "on")
        assert {"/about/", "/method/"} <= pages


def test_no_page_for_readers_leads_to_one_for_editors() -> None:
    for file in (ROOT / "docs").glob("*.md"):
        text = file.read_text("utf-8")
        if "\naudience: editors\n" not in text:
            assert not re.search(r"\]\((guide|problems)\.md", text), file.name


def test_a_shallow_clone_is_told_in_words(clone: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    _git(tmp_path, "clone", "--depth=1", clone.as_uri(), str(shallow))
    history, words = history_of(shallow / "content")
    assert history
    assert history.is_shallow
    assert "shallow" in words
    output = _output(shallow / "content")
    for address in ("/", "/actors/mayor/", "/events/2020-03-05-agreement/"):
        foot = _foot(output, address)
        assert '<time datetime="2021-06-30">' in foot
        assert "أو قبله، فتاريخ المستودع هنا غير كامل" in foot
    _append(shallow / "content/site.yml", "# a word\n")
    _git(shallow, "commit", "-am", "Change", day="2021-07-07")
    foot = _foot(_output(shallow / "content"), "/")
    assert '<time datetime="2021-07-07">' in foot
    assert "أو قبله" not in foot


def test_what_is_not_committed_has_no_day(clone: Path, tmp_path: Path) -> None:
    copied = tmp_path / "copy"
    shutil.copytree(clone, copied)
    content = copied / "content"
    _append(content / "site.yml", "# a word\n")
    new = content / "events/2021/2021-01-01-new.yml"
    new.parent.mkdir(exist_ok=True)
    new.write_text((content / PLAZA).read_text("utf-8"), "utf-8")
    registry = content / "actors.yml"
    text = registry.read_text("utf-8")
    registry.write_text(re.sub(r"^(mayor:.*)", r"\1 more", text, flags=re.MULTILINE), "utf-8")
    output = _output(content)
    for address in ("/", "/events/2021-01-01-new/", "/actors/", "/actors/mayor/"):
        assert "<time" not in _foot(output, address), address
    assert "<time" in _foot(output, "/building/")


def test_a_folder_without_history_says_so(tmp_path: Path) -> None:
    shutil.copytree(TESTS / "content", tmp_path / "words")
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "environ", environment)
        history, words = history_of(tmp_path / "words")
        assert history is None
        assert "not a git repository" in words
        foot = _foot(_output(tmp_path / "words"), "/")
    assert foot == ""


def test_a_machine_without_git_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="cannot be run"):
        History(TESTS)


SETTINGS = [
    ("log.showSignature", "true"), ("log.showRoot", "false"), ("log.follow", "true"),
    ("color.ui", "always"), ("diff.external", "false"), ("diff.relative", "true"),
    ("diff.renames", "copies"), ("diff.noprefix", "true"), ("core.quotePath", "true"),
    ("blame.markIgnoredLines", "true"), ("blame.markUnblamableLines", "true"),
    ("blame.coloring", "highlightRecent"), ("log.date", "relative"), ("log.decorate", "full"),
    ("format.pretty", "oneline"), ("log.abbrevCommit", "true"), ("core.abbrev", "4"),
    ("diff.orderFile", "/nowhere"), ("blame.blankBoundary", "true"), ("blame.showRoot", "true"),
    ("blame.date", "relative"),
]  # fmt: skip


def _signed(root: Path) -> None:
    """Put a signature that cannot be checked on the newest commit."""
    body = subprocess.run(
        ["git", "cat-file", "commit", "HEAD"], cwd=root, capture_output=True, check=True
    )
    head, _, message = body.stdout.decode().partition("\n\n")
    mark = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin"],
        cwd=root, input=f"{head}\n{mark}\n\n{message}".encode(), capture_output=True, check=True,
    )  # fmt: skip
    _git(root, "reset", "--hard", made.stdout.decode().strip())
    gpg = root / "gpg"
    gpg.write_text("#!/bin/sh\necho 'gpg: Signature made long ago' >&2\nexit 1\n", "utf-8")
    gpg.chmod(0o755)
    _git(root, "config", "gpg.program", str(gpg))


def test_a_users_settings_change_no_day(clone: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(clone, tmp_path / "clone"))
    _signed(root)
    folder = root / "content"
    names = [str(p.relative_to(folder)) for p in sorted(folder.rglob("*.yml"))]

    def told() -> list[tuple[Changed | None, list[Changed | None]]]:
        history = History(folder)
        return [(history.file(name), history.lines(name)) for name in names]

    before = told()
    assert {str(each.day) for each, _ in before if each} == {"2021-05-01", "2021-06-30"}
    for name, value in SETTINGS:
        _git(root, "config", name, value)
        assert told() == before, name


def test_a_git_that_fails_half_way_ends_no_build(
    clone: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def lines(_: History, path: str) -> list[None]:
        raise GitError(f"no blame of {path}")

    monkeypatch.setattr(History, "lines", lines)
    assert "datetime" not in _foot(_output(clone / "content"), "/actors/mayor/")
    assert "no blame of actors.yml" in caplog.text


def test_what_git_says_is_read_or_refused(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    history = History(clone / "content")
    monkeypatch.setattr("explainer.system.git._run", lambda *_: "\x01gpg: 5 x\0a\0\0")
    with pytest.raises(GitError, match="told of a commit"):
        history.file("site.yml")


@pytest.mark.parametrize(
    ("host", "edit", "report"),
    [
        ("github", "/edit/a%20b/content/x.yml#L7", "/issues/new?template=report.yml&title="),
        ("gitlab", "/-/edit/a%20b/content/x.yml#L7", "/-/issues/new?issue%5Btitle%5D="),
        ("gitea", "/_edit/a%20b/content/x.yml#L7", "/issues/new?title="),
    ],
)
def test_each_kind_of_host_has_its_addresses(host: str, edit: str, report: str) -> None:
    repository = Repository("https://host.example/own/er", "a b", host)  # type: ignore[arg-type]
    assert repository.edit("content/x.yml", 7) == f"https://host.example/own/er{edit}"
    assert repository.report("«عنوان» & ?").startswith(f"https://host.example/own/er{report}")
    assert "& " not in repository.report("«عنوان» & ?")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({"REPO_URL": " "}, None),
        ({"REPO_URL": "", "REPO_HOST": "svn", "REPO_BRANCH": ""}, None),
        (
            {"REPO_URL": "https://github.com/own/er", "REPO_HOST": "", "REPO_BRANCH": ""},
            Repository("https://github.com/own/er"),
        ),
        (
            {"REPO_URL": "https://github.com/own/er/"},
            Repository("https://github.com/own/er"),
        ),
        (
            {"REPO_URL": "https://gitlab.example/own/er.git", "REPO_BRANCH": "words"},
            Repository("https://gitlab.example/own/er", "words", "gitlab"),
        ),
        (
            {"REPO_URL": "https://git.example/own/er", "REPO_HOST": "gitea"},
            Repository("https://git.example/own/er", "main", "gitea"),
        ),
    ],
)
def test_the_environment_names_the_repository(
    environment: dict[str, str], expected: Repository | None
) -> None:
    assert from_environment(environment) == expected


@pytest.mark.parametrize(
    "environment",
    [
        {"REPO_URL": "git@github.com:own/er.git"},
        {"REPO_URL": "javascript:alert(1)"},
        {"REPO_URL": "https://github.com"},
        {"REPO_URL": "https://name:secret@github.com/own/er"},
        {"REPO_URL": "https://github.com/own/er?x=1"},
        {"REPO_URL": "https://github.com/own/er", "REPO_HOST": "svn"},
        {"REPO_URL": "http://[::1"},
        {"REPO_URL": "https://github.com:99999/own/er"},
        {"REPO_URL": "https://github.com/own/er\n"},
        {"REPO_URL": "https://git hub.com/own/er"},
        {"REPO_URL": "https://:secret@github.com/own/er"},
        {"REPO_URL": "https://github.com/own/../er"},
        {"REPO_URL": "https://github.com/own/er", "REPO_BRANCH": "a b"},
        {"REPO_URL": "https://github.com/own/er", "REPO_BRANCH": "../main"},
        {"REPO_URL": "https://github.com/own/er", "REPO_BRANCH": "-x"},
    ],
)
def test_an_address_that_cannot_be_used_is_refused(environment: dict[str, str]) -> None:
    with pytest.raises(WrongEnvironmentError, match=r"REPO_(URL|HOST|BRANCH)") as caught:
        from_environment(environment)
    assert "secret" not in str(caught.value)


def test_a_wrong_address_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from explainer.cli import main

    monkeypatch.setenv("REPO_URL", "ftp://x")
    out = tmp_path / "site"
    assert main(["build", "--content", str(TESTS / "content"), "--out", str(out)]) == 2
    assert "REPO_URL" in capsys.readouterr().err
    assert not out.exists()


def test_the_program_reads_all_of_it(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPO_URL", "https://host.example/own/er")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    foot = _foot(program.make(clone / "content"), "/events/2020-03-05-agreement/")
    assert "own/er/edit/main/content/" in foot
    assert '<time datetime="2021-06-30">' in foot


def test_no_clock_dates_a_page(
    clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hour in ("2022-01-01T00:00+00:00", "2022-06-30T13:14+00:00"):
        moment = datetime.fromisoformat(hour)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
        program.build_site(clone / "content", tmp_path / hour[:10])
    first, second = tmp_path / "2022-01-01", tmp_path / "2022-06-30"
    files = {path.relative_to(first) for path in first.rglob("*") if path.is_file()}
    assert files == {path.relative_to(second) for path in second.rglob("*") if path.is_file()}
    assert len(files) > 30
    assert [f for f in files if (first / f).read_bytes() != (second / f).read_bytes()] == []
    sitemap = (first / "sitemap.xml").read_text("utf-8")
    unlisted = {"v", "embed"}  # and what leads on only
    pages = {
        f for f in files
        if f.name == "index.html" and f.parts[0] not in unlisted
        and b'http-equiv="refresh"' not in (first / f).read_bytes()
    }  # fmt: skip
    assert sitemap.count("<url>") == len(pages)
    assert re.search(r"/events/2020-03-05-agreement/</loc><lastmod>2021-06-30<", sitemap)
    assert re.search(r"/timeline/</loc></url>", sitemap)
