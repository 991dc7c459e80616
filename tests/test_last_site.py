"""Nothing that was published vanishes unsaid, and anyone can tell that a site is whole."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from explainer.cli import main
from explainer.publish import program
from explainer.publish.last_site import last_site
from explainer.publish.target import NotPublishedError
from explainer.publish.vanished import nobody_elses, nothing_vanishes
from explainer.site import manifest
from explainer.site.manifest import MANIFEST, NOT_LISTED
from explainer.site.output import OUTPUT_MARK, SITE_MARK
from tests.conftest import TESTS

WORKS = "events/2021-21-works/index.html"


def _folder(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    manifest.write(folder)
    return folder


@pytest.fixture
def last(tmp_path: Path) -> Path:
    names = (WORKS, "index.html", "data/a.json", "assets/a.js", "search/words-12.json")
    return _folder(tmp_path / "last", *names)


def _new(last: Path, *gone: str) -> Path:
    """The same site without some of its files."""
    new = last.parent / "new"
    shutil.copytree(last, new)
    for name in gone:
        (new / name).unlink()
    manifest.write(new)
    return new


def test_the_same_site_again_is_published(last: Path) -> None:
    nothing_vanishes(last_site(None, last), _new(last), ())


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (WORKS, "events/2021-21-works/); .*--allow-removal 2021-21-works$"),
        ("data/a.json", "data/a.json"),
        ("assets/a.js", "assets/a.js"),
    ],
)
def test_what_was_published_and_is_gone_is_refused(path: str, shown: str, last: Path) -> None:
    with pytest.raises(NotPublishedError, match=shown.replace(")", r"\)")):
        nothing_vanishes(last_site(None, last), _new(last, path), ())


@pytest.mark.parametrize(
    "allowed",
    ["2021-21-works", "events/2021-21-works/", "/events/2021-21-works/", WORKS, "events"],
)
def test_what_is_allowed_may_go(allowed: str, last: Path) -> None:
    nothing_vanishes(last_site(None, last), _new(last, WORKS), [allowed])


@pytest.mark.parametrize("allowed", ["2021-21", "works", "index.html", "", "/"])
def test_what_is_near_the_allowed_may_not_go(allowed: str, last: Path) -> None:
    with pytest.raises(NotPublishedError):
        nothing_vanishes(last_site(None, last), _new(last, WORKS), [allowed])


@pytest.mark.parametrize("path", ["search/index.html", "search/index.json", "search/words-0.json"])
def test_the_search_itself_does_not_go(path: str, tmp_path: Path) -> None:
    last = _folder(tmp_path / "last", path, "index.html")
    with pytest.raises(NotPublishedError, match=path.removesuffix("index.html")):
        nothing_vanishes(last_site(None, last), _new(last, path), ())


def test_files_of_the_search_come_and_go(last: Path) -> None:
    nothing_vanishes(last_site(None, last), _new(last, "search/words-12.json"), ())


def test_a_card_goes_with_what_it_was_of(tmp_path: Path) -> None:
    last = _folder(tmp_path / "last", "index.html", "assets/cards/actor/mayor-square.png")
    nothing_vanishes(last_site(None, last), _new(last, "assets/cards/actor/mayor-square.png"), ())


def test_a_page_that_led_on_is_told_without_its_files(tmp_path: Path) -> None:
    old = "events/2021-works/"
    last = _folder(tmp_path / "last", f"{old}index.html", f"{old}2021-works.bib", "index.html")
    leads = '<meta http-equiv="refresh" content="0; url=../../events/2021-21-works/">'
    (last / f"{old}index.html").write_text(leads, "utf-8")
    manifest.write(last)
    new = _new(last, f"{old}index.html", f"{old}2021-works.bib")
    told = rf"^1 published .* \({old}\); .*--allow-removal 2021-works$"
    with pytest.raises(NotPublishedError, match=told):
        nothing_vanishes(last_site(None, last), new, ())


def test_many_that_vanish_are_counted(last: Path) -> None:
    new = _new(last, WORKS, "data/a.json", "assets/a.js", "index.html")
    with pytest.raises(NotPublishedError, match=r"^4 published .* and 1 more\)"):
        nothing_vanishes(last_site(None, last), new, ())


@pytest.mark.parametrize("name", ["CNAME", ".well-known/x", "thesis.docx"])
def test_what_somebody_else_put_there_is_not_deleted(name: str, last: Path) -> None:
    new = _new(last)
    (last / name).parent.mkdir(exist_ok=True)
    (last / name).write_text("x", "utf-8")
    with pytest.raises(NotPublishedError) as caught:
        nobody_elses(last, new)
    top = Path(name).parts[0]
    assert f"({name}); put what a host is to find there ({top})" in str(caught.value)
    (new / name).parent.mkdir(exist_ok=True)
    (new / name).write_text("x", "utf-8")
    nobody_elses(last, new)


def test_what_looking_into_a_folder_leaves_is_in_nobodys_way(last: Path) -> None:
    (last / "data/.DS_Store").write_text("x", "utf-8")
    nobody_elses(last, _new(last))


def test_before_the_first_publication_there_is_nothing(tmp_path: Path) -> None:
    for given in (None, "none"):
        last = last_site(given, tmp_path / "site")
        assert not last
        assert last.paths() == []


@pytest.mark.parametrize("text", [None, "nonsense\n"], ids=["older than the list", "damaged"])
def test_a_site_of_ours_without_its_list_is_known_by_its_files(
    text: str | None, last: Path
) -> None:
    new = _new(last, WORKS)
    (last / MANIFEST).unlink()
    if text:
        (last / MANIFEST).write_text(text, "utf-8")
    nothing_vanishes(last_site(None, last), new, ())  # not marked as ours: no site
    (last / SITE_MARK).write_text(OUTPUT_MARK, "utf-8")
    with pytest.raises(NotPublishedError, match="2021-21-works"):
        nothing_vanishes(last_site(None, last), new, ())


def test_another_folder_is_the_last_site_where_that_is_said(last: Path, tmp_path: Path) -> None:
    with pytest.raises(NotPublishedError, match="2021-21-works"):
        nothing_vanishes(last_site(str(last), tmp_path / "fresh"), _new(last, WORKS), ())
    with pytest.raises(NotPublishedError, match=r"has no files\.sha256 .*--last none"):
        last_site(str(tmp_path / "typo"), last)


def test_what_is_read_of_the_last_site_is_what_was_published(last: Path) -> None:
    site = last_site(None, last)
    assert site.paths("data/") == ["data/a.json"]
    assert site.read("data/a.json") == b"data/a.json"
    with pytest.raises(KeyError):
        site.read(MANIFEST)
    (last / "data/a.json").write_text("x", "utf-8")
    with pytest.raises(NotPublishedError, match=r"data/a\.json is not what files\.sha256 says"):
        site.read("data/a.json")
    (last / "data/a.json").unlink()
    with pytest.raises(NotPublishedError, match=r"data/a\.json: No such file"):
        site.read("data/a.json")


@pytest.mark.parametrize(
    "path",
    [
        "/etc/x", "../x", "a/../../x", "a//b", "./a", "a/.", "a\\b", "", "a\tb", "a\x7f", "a\x00",
    ],
)  # fmt: skip
def test_a_list_that_leads_out_of_the_site_is_none(path: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(f"{'a' * 64}  {path}\n", "utf-8")
    with pytest.raises(NotPublishedError, match="not as a build wrote it"):
        last_site(str(tmp_path), tmp_path / "fresh")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "site"
    program.build_site(TESTS / "content", out)
    return out


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "site")
    return tmp_path / "site"


def test_a_built_site_lists_every_file_and_is_whole(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    assert set(manifest.read(site)) == files - NOT_LISTED
    assert main(["verify", str(site)]) == 0
    assert f"{len(files) - 2} files" in capsys.readouterr().out
    assert main(["verify", str(site), "--lang", "ar"]) == 0
    assert f"الملفات {len(files) - 2}" in capsys.readouterr().out


def test_other_tools_read_the_list(site: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--strict", MANIFEST], cwd=site, check=True)


def test_what_differs_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "index.html").write_text("x", "utf-8")
    (site / WORKS).unlink()
    (site / "stranger.txt").write_text("x", "utf-8")
    (site / "data/events.csv").unlink()
    (site / "data/events.csv").symlink_to(site / "data/sources.csv")
    assert main(["verify", str(site)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "changed: data/events.csv", f"missing: {WORKS}", "changed: index.html",
        "not of this site: stranger.txt",
    ]  # fmt: skip


@pytest.mark.parametrize("text", [None, "nonsense\n", "\xff"])
def test_a_folder_without_a_list_is_wrong_usage(
    text: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        (tmp_path / MANIFEST).write_bytes(text.encode("latin-1"))
    assert main(["verify", str(tmp_path)]) == 2
    assert MANIFEST in capsys.readouterr().err


def test_an_event_that_is_deleted_is_missed_until_that_is_said(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    shutil.copytree(TESTS / "content", content)
    (content / "events/2020/2020-05-withdrawn.yml").unlink()
    (content / "changes.yml").unlink()
    build = ["build", "--content", str(content), "--out", str(site)]
    assert main(build) == 3
    said = capsys.readouterr().err
    assert said.startswith("not published: 1 published before would vanish")
    assert said.splitlines()[0].endswith("--allow-removal 2020-05-withdrawn")
    assert "event '2020-05-strike' was published and is gone" in said.splitlines()[1]
    assert (site / "events/2020-05-withdrawn/index.html").is_file()
    assert main([*build, "--allow-removal", "2020-05-withdrawn"]) == 0
    assert not (site / "events/2020-05-withdrawn").exists()
