"""The same files through MkDocs and through Zensical give the same articles."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import html5lib
import pytest

from explainer.engines import folder
from explainer.publish import program
from explainer.site.addresses import published
from explainer.site.output import Output, Page, slot
from tests.conftest import TESTS, bare_mkdocs, make

SITE_URL = "https://explainer.example/"
ARTICLE = re.compile(
    r"<article class=\"(?:x-article|md-content__inner)[^>]*>(.*)</article>", re.DOTALL
)


@pytest.fixture(scope="module")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, written into a folder and built by Zensical."""
    here = tmp_path_factory.mktemp("zensical")
    output = program.make(TESTS / "content")
    folder.write(output, here, site_url=SITE_URL)
    command = [str(Path(sys.executable).parent / "zensical"), "build", "-f", "mkdocs.yml"]
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return here / "site"


def _read(site: Path, page: Page) -> str:
    return (site / page.address.lstrip("/") / "index.html").read_text("utf-8")


def _article(html: str) -> str:
    """The article as a browser understands it: no space between tags, `a/./b` is `a/b`."""
    found = ARTICLE.search(html)
    assert found, "no article"
    body = re.sub('<a id="__skip"[^>]*></a>', "", found[1])  # where Zensical's skip link leads
    tree = html5lib.parseFragment(body, namespaceHTMLElements=False)
    text = html5lib.serialize(tree, omit_optional_tags=False, quote_attr_values="always")
    text = re.sub(r'(href="[^"]*/)\./', r"\1", re.sub(r"\s+", " ", text))
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", text).strip()


def _made(output: Output) -> list[Page]:
    return [page for page in output.pages if not page.meta.get("handwritten")]


def test_both_engines_publish_the_same_articles(tiny_site: Path, zensical_site: Path) -> None:
    pages = _made(program.make(TESTS / "content"))
    assert len(pages) > 20
    for page in pages:
        ours = _article(f'<article class="x-article">{published(page.article, SITE_URL)}</article>')
        assert _article(_read(tiny_site, page)) == ours, page.address
        assert _article(_read(zensical_site, page)) == ours, page.address


def test_every_page_has_language_direction_title_description_and_address(tiny_site: Path) -> None:
    output = program.make(TESTS / "content")
    titles = set()
    for page in output.pages:
        html = _read(tiny_site, page)
        assert re.search(r'<html lang="ar" dir="rtl"', html), page.address
        assert f'<meta name="description" content="{slot(page.description)}">' in html, page.address
        assert f'<link rel="canonical" href="https://explainer.example{page.address}">' in html
        title = re.search(r"<title>(.*?)</title>", html)
        assert title, page.address
        titles.add(title[1])
    assert len(titles) == len(output.pages), "two pages have one title"
    assert '<html lang="ar" dir="rtl"' in (tiny_site / "404.html").read_text("utf-8")


def test_both_engines_print_the_lines_of_a_head(tiny_site: Path, zensical_site: Path) -> None:
    output = program.make(TESTS / "content")
    for page in output.pages:
        lines = published(page.head_lines, SITE_URL)
        assert lines.count("<meta") > 5
        for site in (tiny_site, zensical_site):
            assert lines in _read(site, page).split("</head>")[0], page.address


def test_a_page_prints_titles_escaped(tiny_site: Path) -> None:
    html = (tiny_site / "events/2021-07-cost/index.html").read_text("utf-8")
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "<title>الشرقية تقدر الكلفة بنحو 12.5 مليون {{ 7 * 7 }}" in html


def test_the_menu_of_a_record_page_leads_to_the_menu_s_pages(tiny_site: Path) -> None:
    for record in ("events/2020-03-05-agreement", "events/2021-07-cost", "actors/mayor"):
        html = (tiny_site / record / "index.html").read_text("utf-8")
        menu = html.split('id="menu"')[1].split("</nav>")[0]
        links = {urljoin(f"/{record}/", href) for href in re.findall(r'href="([^"]*)"', menu)}
        assert {"/", "/building/", "/timeline/", "/actors/", "/about/"} <= links, record


def test_nothing_of_the_theme_is_published(tiny_site: Path) -> None:
    ours = {
        "addresses.json", "cards", "embed-map.css", "embed.css", "explainer.css", "icon.svg",
        "fonts", "scripts", "version.css",
    }  # fmt: skip
    assert {path.name for path in (tiny_site / "assets").iterdir()} == ours
    assert not [path for path in tiny_site.rglob("*.js") if path.parent.name != "scripts"]


def test_a_policy_lets_the_page_load_its_own_files_only(tiny_site: Path) -> None:
    for path in tiny_site.rglob("*.html"):
        html = path.read_text("utf-8")
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert policy, path
        rules = policy[1].split("; ")
        assert rules[0] == "default-src 'none'"
        assert all(set(rule.split()[1:]) <= {"'self'", "'none'", "data:"} for rule in rules)
        run = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", html)  # data
        assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+=|\sstyle=|<style", run), path


def test_record_pages_are_not_in_the_menu(output: Output) -> None:
    paths = [item.address for item in output.nav]
    paths += [c.address for i in output.nav for c in i.children]
    assert not [path for path in paths if path and path.startswith("/events/")]
    assert len(paths) < 25


def test_bare_mkdocs_works(bare_site: Path) -> None:
    assert (bare_site / "timeline" / "index.html").exists()


def test_bare_mkdocs_works_strictly(program_copy: Path, tmp_path: Path) -> None:
    done = bare_mkdocs(program_copy, "--strict", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "timeline" / "index.html").exists()


def test_a_folder_is_written_the_same_twice(tmp_path: Path) -> None:
    for name in ("one", "two"):
        folder.write(make(TESTS / "content"), tmp_path / name, site_url="https://x.example/")
    one, two = (
        {p.relative_to(base): p.read_bytes() for p in base.rglob("*") if p.is_file()}
        for base in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two
