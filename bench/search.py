"""Measure our search beside others on the same built site: `python bench/search.py [NAME …]`.

Asks the queries of bench/queries.yml and prints, for those it was tuned by and those held out, how
many find a right page among the first three (recall@3), how early (MRR), and how many of those
without an answer get one; the index's bytes, compressed; what the first query loads beyond the
page, and a query with its page; and the time from a key to its results, the processor slowed
fourfold. Then what the first query loads from an index of 10,000 events. Needs Node and npm; the
others come from bench/search/package-lock.json, Material's from its own package. NAME chooses
among them.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import material
from material.plugins.search.plugin import SearchIndex
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench import large  # noqa: E402 - the path comes first
from bench.lighthouse import Compressing, packed  # noqa: E402
from explainer.arabic import stem  # noqa: E402
from explainer.content import library  # noqa: E402
from explainer.publish import program  # noqa: E402
from explainer.site import search  # noqa: E402
from explainer.site.search import documents  # noqa: E402
from explainer.site.views.publication import Publication  # noqa: E402
from tests.browser.conftest import ARGUMENTS, HERE  # noqa: E402
from tests.queries import Query, lost, queries, score, tops  # noqa: E402

TOOLS = ROOT / "bench" / "search"
SLOWER = 4
EVENTS = 10_000
TYPED = 16
"""How many queries are typed letter by letter, spread over those that have an answer."""
SEPARATOR = r"[\s\-،؛؟.!:“”«»()/–…ـ]+"
MATERIAL: dict[str, dict[str, Any]] = {
    "Material as shipped": {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": []},
    "Material, lang: ar": {"lang": ["ar"], "separator": r"[\s\-]+", "pipeline": []},
    "Material, ar with its stemmer": {
        "lang": ["ar"], "separator": SEPARATOR, "pipeline": ["stemmer", "trimmer"],
    },
}  # fmt: skip
"""`ar` has no language for its index in Material, which falls back to English, with an empty
pipeline; then its Arabic setting; then with what makes the most of it."""
LIBRARIES = ("minisearch", "orama", "flexsearch")
OURS, PAGEFIND = "ours", "Pagefind"

START = """async ([script, index]) => {
  const { start } = await import(script);
  window.ask = await start(index);
}"""
ASK = """async (texts) => {
  const found = [];
  for (const text of texts) found.push(await ask(text));
  return found;
}"""
TIME = """async (texts) => {
  const times = [];
  for (const text of texts) {
    const from = performance.now();
    await ask(text);
    times.push(performance.now() - from);
  }
  return times;
}"""
TYPE = """async (texts) => {
  const box = document.getElementById("q"), form = document.getElementById("search");
  const times = [];
  for (const text of texts) {
    const from = performance.now();
    await new Promise((done) => {
      const watch = new MutationObserver(() => {
        if (form.dataset.shown !== text && form.dataset.held !== text) return;
        watch.disconnect();
        done();
      });
      watch.observe(form, { attributes: true });
      box.value = text;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
    document.body.getBoundingClientRect();
    times.push(performance.now() - from);
  }
  const results = document.getElementById("results");
  const later = () => new Promise((done) => setTimeout(done, 20));
  while (results.firstChild && results.ariaBusy !== "false") await later();
  return times;
}"""
Sent = list[tuple[str, int]]


class Counting(Compressing):
    """A compressing file server that notes each body it sends: (path, bytes)."""

    sent: Sent = []  # noqa: RUF012 - one list for the whole server

    def send_header(self, keyword: str, value: str) -> None:
        """Note a length on its way."""
        if keyword == "Content-Length":
            self.sent.append((self.path.partition("?")[0], int(value)))
        super().send_header(keyword, value)


def main() -> None:
    """Print a paragraph an engine."""
    if not (TOOLS / "node_modules").is_dir():
        install = ["npm", "install", "--no-save", "--silent", "--ignore-scripts"]
        subprocess.run([*install, "--prefix", str(TOOLS)], check=True)
    wanted = sys.argv[1:] or [OURS, PAGEFIND, *MATERIAL, *LIBRARIES]
    with tempfile.TemporaryDirectory() as name:
        site = _site(Path(name))
        read = library.load(ROOT / "content", datetime.now(UTC))
        asked = queries(read, ROOT / "bench/queries.yml")
        there = {each.href.removeprefix("/") for each in documents.documents(Publication(read))}
        for text in lost(asked, there):
            print("wants what is not there:", text)
        _dump(read, site)
        with _served(site) as base, _chromium() as browser:
            for engine in wanted:
                print(engine, *_measured(engine, base, browser, site, asked), sep="\n  ")
            if OURS in wanted:
                print(*_large(Path(name), base, browser, site, asked), sep="\n  ")


def _site(folder: Path) -> Path:
    """Build the site and put beside it what the others need; their indexes are of its articles."""
    site = folder / "site"
    program.build_site(ROOT / "content", site)
    others = folder / "others"
    shutil.copytree(site, others)
    shutil.rmtree(others / "search")
    (others / "404.html").unlink()
    command = [str(TOOLS / "node_modules/.bin/pagefind"), "--site", str(others), "--quiet"]
    command += ["--root-selector", ".x-article", "--output-path", str(site / "pagefind")]
    subprocess.run(command, check=True)
    (site / "bench").symlink_to(TOOLS)
    _material(site, list(_articles(others)))
    (site / "blank.html").write_text("<!doctype html><title>bench</title>", "utf-8")
    return site


def _articles(site: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each page's (address, title, article)."""
    for path in sorted(site.rglob("index.html")):
        text = path.read_text("utf-8")
        article = re.search(r'<article class="x-article">(.*?)</article>', text, re.DOTALL)
        title = re.search(r"<title>(.*?)</title>", text)
        where = str(path.parent.relative_to(site))
        if article and title:
            yield "" if where == "." else f"{where}/", title[1], article[1]


def _material(site: Path, articles: Sequence[tuple[str, str, str]]) -> None:
    """Write Material's own index of the articles in each setting, and its scripts."""
    package = Path(material.__file__).parent / "templates/assets/javascripts"
    (site / "material/workers").mkdir(parents=True)
    (site / "material/lunr").symlink_to(package / "lunr")
    (worker,) = (package / "workers").glob("search.*.min.js")
    shutil.copy(worker, site / "material/workers/search.js")
    fields = {"title": {"boost": 1e3}, "text": {"boost": 1e0}, "tags": {"boost": 1e6}}
    for number, setting in enumerate(MATERIAL.values()):
        index = SearchIndex(**setting, fields=fields)
        for url, title, article in articles:
            page = SimpleNamespace(content=article, meta={}, toc=[], title=title, url=url)
            index.add_entry_from_context(page)
        (site / f"material-{number}.json").write_text(index.generate_search_index(None), "utf-8")


def _dump(read: library.Library, site: Path) -> None:
    """Write our documents, their words stemmed, for libraries that bring no Arabic."""
    made = []
    for number, each in enumerate(documents.documents(Publication(read))):
        lead, *rest = each.text or ("",)
        fields = {
            "names": each.names, "facts": (each.facts,), "lead": (lead,), "text": rest,
            "linked": each.linked,
        }  # fmt: skip
        words = {name: _stemmed(texts) for name, texts in fields.items()}
        made.append({"id": number, "href": each.href.removeprefix("/"), **words})
    text = json.dumps({"rules": stem.STEM_RULES, "documents": made}, ensure_ascii=False)
    (site / "documents.json").write_text(text, "utf-8")


def _stemmed(texts: Sequence[str]) -> str:
    words = (word for text in texts for _, word in stem.words(text))
    return " ".join(stem.stem(word) for word in words if word not in stem.STOP)


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(Counting, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def _chromium() -> Iterator[Browser]:
    found = subprocess.run(
        ["sh", str(HERE / "find-chromium.sh")], capture_output=True, text=True, check=True
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.stdout.strip(), args=list(ARGUMENTS)
        )
        yield browser
        browser.close()


def _measured(
    engine: str, base: str, browser: Browser, site: Path, asked: Sequence[Query]
) -> Iterator[str]:
    """Yield an engine's lines."""
    with _opened(browser, f"{base}/blank.html") as page:
        _start(page, engine)
        found = page.evaluate(ASK, [query.text for query in asked])
        firsts = tops(asked, found) if engine == OURS else found
        yield from _scored(asked, firsts, whole_pages=engine in (PAGEFIND, *MATERIAL))
        yield f"index: {_kilobytes(_index_bytes(page, engine, site))}"
    typed = _typed(asked)
    if engine == OURS:
        yield f"first query, typed, beyond the page: {_typed_bytes(browser, base, typed)}"
        yield f"a query with its page: {_asked_whole(browser, base, typed)}"
        yield from _keyed(browser, base, typed)
    elif engine not in LIBRARIES:
        yield f"first query, with its scripts: {_asked_bytes(browser, base, engine, typed)}"
    with _opened(browser, f"{base}/blank.html", slower=SLOWER) as page:
        _start(page, engine)
        yield f"from key to hits, not drawn: {_spread(page.evaluate(TIME, _keys(typed)))}"


@contextmanager
def _opened(browser: Browser, address: str, *, slower: int = 1) -> Iterator[Page]:
    """Open a page with an empty cache."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_default_timeout(300_000)
    page.goto(address, wait_until="networkidle")
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    yield page
    context.close()


def _start(page: Page, engine: str) -> None:
    if engine in MATERIAL:
        script, index = "material", f"/material-{list(MATERIAL).index(engine)}.json"
    else:
        script, index = engine.lower(), None
    page.evaluate(START, [f"/bench/{script}.js", index])


def _scored(
    asked: Sequence[Query], tops: Sequence[Sequence[str]], *, whole_pages: bool
) -> Iterator[str]:
    """Yield what was found; where an engine knows pages, the right page is enough."""
    right = [_paged(query) if whole_pages else query for query in asked]
    found = [[_page(href) if whole_pages else href for href in top] for top in tops]
    for label, held in (("all", None), ("tuned by", False), ("held out", True)):
        which = [n for n, query in enumerate(asked) if held is None or query.held_out == held]
        got = score([right[n] for n in which], [found[n] for n in which])
        yield (
            f"{label} ({len(which)}): recall@3 {got.found:.3f}, MRR {got.rank:.3f},"
            f" false hits {got.false:.1%}"
        )


def _page(href: str) -> str:
    return href.partition("#")[0]


def _paged(query: Query) -> Query:
    wanted = frozenset(map(_page, query.wanted))
    return Query(query.text, query.group, wanted, query.held_out)


def _index_bytes(page: Page, engine: str, site: Path) -> int:
    """Say how large an index is on its way to a reader."""
    if engine == OURS:
        return sum(len(packed(path)) for path in (site / "search").glob("*.json"))
    if engine == PAGEFIND:
        return sum(
            path.stat().st_size for path in (site / "pagefind").rglob("*")
            if path.suffix in {".pf_meta", ".pf_index", ".pf_fragment"}
        )  # fmt: skip
    if engine in MATERIAL:
        number = list(MATERIAL).index(engine)
        return len(packed(site / f"material-{number}.json"))
    return len(gzip.compress(page.evaluate("async () => ask.saved()").encode(), 6))


def _asked_whole(browser: Browser, base: str, texts: Sequence[str]) -> str:
    """Open the page for each query, by its address, and tell what all of that loads."""
    numbers, sizes = [], []
    for text in texts:
        _taken()
        with _opened(browser, f"{base}/search/?q={quote(text)}"):
            sent = _taken()
        numbers.append(len(sent))
        sizes.append(sum(size for _, size in sent))
    return f"{statistics.median(numbers):g} files, at most {max(numbers)}; {_bytes_spread(sizes)}"


def _typed(asked: Sequence[Query]) -> list[str]:
    """Choose queries to be typed, evenly from those that have an answer."""
    texts = [query.text for query in asked if query.wanted]
    return texts[:: len(texts) // TYPED][:TYPED]


def _keys(texts: Sequence[str]) -> list[str]:
    """List what stands in the box after each key."""
    return [text[:end] for text in texts for end in range(1, len(text) + 1) if text[:end].strip()]


def _typed_bytes(browser: Browser, base: str, texts: Sequence[str]) -> str:
    """Type each query into a fresh page, and tell what that loads; its scripts apart."""
    _taken()
    with _opened(browser, f"{base}/about/"):
        usual = {path for path, _ in _taken()}
    loaded = []
    for text in texts:
        with _opened(browser, f"{base}/search/") as page:
            own = [(p, n) for p, n in _taken() if p.endswith(".js") and p not in usual]
            page.evaluate(TYPE, _keys([text]))
            loaded.append(sum(size for _, size in _taken()))
    scripts = sum(size for _, size in own)
    return f"{_bytes_spread(loaded)}; its scripts {_kilobytes(scripts)}"


def _asked_bytes(browser: Browser, base: str, engine: str, texts: Sequence[str]) -> str:
    """Ask each query whole on a fresh page, and tell what that loads."""
    loaded = []
    for text in texts:
        with _opened(browser, f"{base}/blank.html") as page:
            _taken()
            _start(page, engine)
            page.evaluate(ASK, [text])
            loaded.append(sum(size for path, size in _taken() if not path.startswith("/bench/")))
    return _bytes_spread(loaded)


def _taken() -> Sent:
    """Take what was sent so far off the list."""
    sent = list(Counting.sent)
    Counting.sent.clear()
    return sent


def _large(
    folder: Path, base: str, browser: Browser, site: Path, asked: Sequence[Query]
) -> Iterator[str]:
    """Yield the lines of an index of many events, read by the same page."""
    yield f"{OURS}, {EVENTS:,} events"
    content = large.write(folder / "content", EVENTS)
    page = (site / "search/index.html").read_bytes()
    shutil.rmtree(site / "search")
    for file in search.files(Publication(library.load(content, datetime.now(UTC)))):
        path = site / file.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(file.content)
    (site / "search/index.html").write_bytes(page)
    packed.cache_clear()
    typed = _typed(asked)
    yield f"first query, typed, beyond the page: {_typed_bytes(browser, base, typed)}"
    yield f"a query with its page: {_asked_whole(browser, base, typed)}"
    yield from _keyed(browser, base, typed)


def _keyed(browser: Browser, base: str, typed: Sequence[str]) -> Iterator[str]:
    """Type all queries on a page, whose index comes as it is asked for; then all of them again."""
    with _opened(browser, f"{base}/search/", slower=SLOWER) as page:
        for state in ("while it loads", "once it is loaded"):
            times = page.evaluate(TYPE, _keys(typed))
            yield f"from key to results on the page, {state}: {_spread(times)}"


def _spread(times: Sequence[float]) -> str:
    many = statistics.quantiles(times, n=20)[-1]
    return (
        f"{statistics.median(times):.0f} ms at the median, {many:.0f} in 95 of 100,"
        f" {max(times):.0f} at most"
    )


def _bytes_spread(sizes: Sequence[int]) -> str:
    return f"{_kilobytes(statistics.median(sizes))} at the median, {_kilobytes(max(sizes))} at most"


def _kilobytes(size: float) -> str:
    return f"{size / 1000:.1f} kB"


if __name__ == "__main__":
    main()
