"""Record pages that are put into a shell are, byte for byte, what the engine makes of them."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File as MkFile
from mkdocs.structure.pages import Page as MkPage

from explainer.engines import mkdocs, shells
from explainer.engines.finished import FinishedPage, finish
from explainer.engines.shells import ShelledTemplate, Shells, use_shells
from explainer.publish import program
from explainer.site.addresses import Address
from explainer.site.output import Heading, Page
from tests.conftest import ROOT, TINY

FRAME = (
    "<title>{{ page.meta.title }}</title><meta content='{{ page.meta.description }}'>"
    "{{ page.canonical_url }}{{ page.meta.head }}"
    "{% if '<h1' not in page.content %}<h1>none</h1>{% endif %}{{ page.content }}"
    "{% if page.toc.items %}{% include 'partials/contents.html' %}{% endif %}"
)
CONTENTS = "<ol>{% for item in page.toc.items %}<li>{{ item.title }}{% endfor %}</ol>"


def _site(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_every_page_is_as_the_engine_makes_it(
    tiny_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mkdocs, "use_shells", lambda *_: None)
    mkdocs.build(program.hooks, program.make(TINY), ROOT / "mkdocs.yml", tmp_path)
    assert _site(tmp_path) == _site(tiny_site)


def test_every_kind_of_record_has_a_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Shells] = []

    def spied(env: Environment, config: MkDocsConfig) -> None:
        use_shells(env, config)
        made.append(env.get_template("main.html").shells)  # type: ignore[attr-defined]

    monkeypatch.setattr(mkdocs, "use_shells", spied)
    mkdocs.build(program.hooks, program.make(TINY), ROOT / "mkdocs.yml", tmp_path)
    kept = made[0].kinds
    assert {kind for kind, _ in kept} >= {"events", "actors", "figures"}
    assert all(kept.values())


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    return load_config(str(ROOT / "mkdocs.yml"), site_url="https://x.example/", site_dir="site")


def _page(config: MkDocsConfig, number: int, **other: Any) -> FinishedPage:
    """A page as MkDocs has it before it is rendered."""
    file = MkFile(f"events/e{number}.md", None, config.site_dir, use_directory_urls=True)
    headings = (Heading("a", f"عنوان {number}"), Heading("b", "آخر"))
    given: dict[str, Any] = {
        "title": f"حدث {number}", "description": "وصف", "body": f"<h1>حدث {number}</h1>",
        "headings": headings, "head": f"<meta name='n' content='{number}'>", **other,
    }  # fmt: skip
    made = Page(Address(f"/events/e{number}/"), **given)
    page = finish(MkPage(None, file, config), made)
    assert isinstance(page, FinishedPage)
    page.read_source(config)
    page.render(config, None)  # type: ignore[arg-type]
    return page


def _env(frame: str = FRAME) -> Environment:
    parts = {shells.FRAME_TEMPLATE: frame, shells.CONTENTS_PART: CONTENTS}
    return Environment(loader=DictLoader(parts))  # noqa: S701 - as MkDocs does


@pytest.mark.parametrize(
    "other",
    [
        {}, {"headings": ()}, {"title": "{{ 1 }} & <b>"}, {"description": ""}, {"body": "<p>نص"},
        {"body": "<h1>{% raw %}\\1</h1>"}, {"head": ""},
    ],
)  # fmt: skip
def test_a_page_with_what_others_lack_comes_out_the_same(
    config: MkDocsConfig, other: dict[str, Any]
) -> None:
    env = _env()
    pages = [_page(config, 1), _page(config, 2), _page(config, 3, **other)]
    engine = [_env().get_template(shells.FRAME_TEMPLATE).render({"page": page}) for page in pages]
    frame = env.get_template(shells.FRAME_TEMPLATE)
    frame.__class__ = ShelledTemplate
    frame.shells = Shells(env)  # type: ignore[attr-defined]
    assert [frame.render({"page": page}) for page in pages] == engine


@pytest.mark.parametrize(
    "lost", ["title", "description", "head", "canonical_url", "content", "toc"]
)
def test_a_frame_without_a_hole_ends_the_build(config: MkDocsConfig, lost: str) -> None:
    frame = FRAME.replace(f"page.meta.{lost}", "''").replace(f"{{{{ page.{lost} }}}}", "")
    frame = frame.replace("{% include 'partials/contents.html' %}", "") if lost == "toc" else frame
    page = _page(config, 1)
    told = {"content": "article", "toc": "contents", "canonical_url": "address"}.get(lost, lost)
    with pytest.raises(match=f"main.html does not print a page's {told}"):
        Shells(_env(frame)).document(page, {"page": page})


def test_a_frame_that_looks_into_a_value_renders_each_page(config: MkDocsConfig) -> None:
    frame = FRAME + "{{ page.meta.title | upper }}"
    made = Shells(_env(frame))
    for number in (1, 2):
        page = _page(config, number, title=f"event {number}")
        assert made.document(page, {"page": page}).count(f"EVENT {number}") == 1


def test_a_plugin_of_somebody_s_sees_every_page_rendered() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir="site")
    config.plugins["own"] = ModuleType("own")  # type: ignore[assignment]
    env = config.theme.get_env()
    use_shells(env, config)
    assert not isinstance(env.get_template(shells.FRAME_TEMPLATE), ShelledTemplate)
