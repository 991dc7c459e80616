// The search's page: what is typed, filtered and chosen. Finding is finder.js; all words are in the page.
import { counter } from "./count.js";
import { open } from "./finder.js";
import { words as cut } from "./normalise.js";

const form = document.getElementById("search");
const box = document.getElementById("q");
const results = document.getElementById("results");
const all = document.getElementById("all");
const status = document.getElementById("found");
const chips = document.getElementById("chosen");
const recent = document.getElementById("recent");
const nothing = document.getElementById("nothing");
const { number, counted } = counter(status);
const root = new URL("../../", import.meta.url);

const FACETS = ["kind", "section", "status", "year"];
const BEST = 3; // results that stand first, of whatever kind
const SHOWN = { event: 7 }; // of a kind, before the reader asks for the rest
const FEW = 3;
const SNIPPET = 190; // letters
const KEPT = 8; // queries remembered
const STORE = "searches";
const WHOLE = 150; // files of an index that is fetched whole when there is time, for reading offline

const kinds = new Map([...all.querySelectorAll("[data-kind]")].map((group) => [group.dataset.kind, group.dataset]));

// Asking and filtering

let finder;
const ready = () => {
  finder ??= open(new URL("search/", root)).catch((error) => {
    finder = undefined;
    throw error;
  });
  return finder;
};

const options = FACETS.flatMap((facet) =>
  [...form.querySelectorAll(`[name="${facet}"]`)].flatMap((control) =>
    control instanceof HTMLSelectElement
      ? [...control.options].filter((option) => option.value).map((node) => ({
          facet, value: node.value, node, label: node.textContent, control,
        }))
      : [{
          facet, value: control.value, node: control, control,
          label: control.parentElement.querySelector(".x-option__name").textContent,
          count: control.parentElement.querySelector(".x-option__count"),
        }],
  ),
);

const chosen = () => {
  const asked = new FormData(form);
  return new Map(FACETS.map((facet) => [facet, new Set(asked.getAll(facet).filter(Boolean))]).filter(([, set]) => set.size));
};

const has = (value, set) => (Array.isArray(value) ? value.some((each) => set.has(each)) : set.has(value));

// Keep the hits that pass every filter; count for each value what it would leave.
const filter = (hits, wanted, values) => {
  const counts = new Map();
  const count = (facet, value) => {
    for (const each of Array.isArray(value) ? value : [value]) {
      const key = `${facet}=${each}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  };
  const kept = hits.filter((hit) => {
    const own = values(hit);
    const failed = [...wanted].filter(([facet, set]) => !has(own[facet], set)).map(([facet]) => facet);
    if (!failed.length) for (const facet of FACETS) count(facet, own[facet]);
    else if (failed.length === 1) count(failed[0], own[failed[0]]);
    return !failed.length;
  });
  for (const option of options) {
    const left = counts.get(`${option.facet}=${option.value}`) ?? 0;
    const text = number(left);
    if (option.count) option.count.textContent = text;
    else option.node.textContent = `${option.label} (${text})`;
    option.node.parentElement.classList.toggle("x-option--none", !left);
  }
  return kept;
};

// Showing

const make = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

const marked = (node, text, matches) => {
  let at = 0;
  for (const word of cut(text)) {
    if (!matches(word.folded)) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(word.start, word.end);
    node.append(text.slice(at, word.start), mark);
    at = word.end;
  }
  node.append(text.slice(at));
};

// The sentence in which most of the words stand, cut round the first of them.
const sentence = (text, matches) => {
  let best = { kept: "", found: -1, first: 0 };
  for (const each of text.split(/(?<=[.؟!])\s+|\n/)) {
    const hits = cut(each).filter(({ folded }) => matches(folded));
    const found = new Set(hits.map(({ folded }) => matches(folded))).size;
    if (found > best.found) best = { kept: each, found, first: hits[0]?.start ?? 0 };
  }
  const { kept, first } = best;
  if (kept.length <= SNIPPET) return kept;
  const from = first > SNIPPET / 2 ? kept.indexOf(" ", first - SNIPPET / 3) + 1 : 0;
  const to = from + SNIPPET < kept.length ? kept.lastIndexOf(" ", from + SNIPPET) : kept.length;
  return `${from ? "… " : ""}${kept.slice(from, to)}${to < kept.length ? " …" : ""}`;
};

const within = (text, matches) => cut(text).some(({ folded }) => matches(folded));

// Title, kind, status; and where the title is not what was typed, the name that is.
const headed = (node, found, values, matches) => {
  const link = node.querySelector("a");
  link.href = new URL(found.href, root);
  marked(link, found.title, matches);
  node.dataset.kind = values.kind;
  node.querySelector(".x-hit__kind").textContent = kinds.get(values.kind).one;
  const name = within(found.title, matches) ? undefined : found.names.find((each) => within(each, matches));
  if (name) {
    const other = document.createElement("bdi");
    marked(other, name, matches);
    node.querySelector(".x-hit__title").append(" ", other);
  }
  const mark = values.status && document.querySelector(`template[data-status="${values.status}"]`);
  if (mark) node.querySelector(".x-hit__facts").append(" ", mark.content.cloneNode(true));
};

const hit = (found, values, strict, wide) => {
  const node = make("hit");
  const matches = [found.title, found.text, found.line, ...found.names].some((each) => within(each, strict)) ? strict : wide;
  headed(node, found, values, matches);
  if (found.line) marked(node.querySelector(".x-hit__line"), found.line, matches);
  else node.querySelector(".x-hit__line").remove();
  const text = node.querySelector(".x-hit__text");
  const quoted = sentence(found.text, matches);
  if (quoted && (values.kind !== "figure" || within(quoted, matches))) marked(text, quoted, matches);
  else text.remove();
  return node;
};

const answer = (found, values, matches) => {
  const node = make("answer");
  headed(node, found, values, matches);
  for (const line of found.answer) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    node.querySelector(".x-hit__answer").append(paragraph);
  }
  return node;
};

// Whether a record answers by itself: one of its names holds every word that was asked for.
// A number answers before anything else: 2; it does where it is asked for or its title begins so.
const answers = (found, terms, values, asked, norm) => {
  if (!found.answer.length) return 0;
  const sure = terms.map(({ keys, kin }) => new Set([...[...keys].filter(([, worth]) => worth >= 0.9).map(([key]) => key), ...kin]));
  const inside = [found.title, ...found.names].some((name) => {
    const readings = cut(name).map(({ folded }) => norm.readings(folded));
    if (values.kind === "figure" && !asked && !sure.some((keys) => readings[0].some((key) => keys.has(key)))) return false;
    return sure.every((keys) => readings.some((each) => each.some((key) => keys.has(key))));
  });
  return inside ? 1 + (values.kind === "figure") : 0;
};

// What to mark in a text that has the words in another alphabet: the name that answers.
const widened = (matches, direct, engine) => {
  if (!direct || direct.kind === "figure") return matches;
  const own = new Set(cut(direct.title).map(({ folded }) => folded));
  const keys = new Set([...own].flatMap((folded) => (engine.norm.isStop(folded) ? [] : engine.norm.readings(folded).slice(0, 1))));
  return (folded) => matches(folded) ?? engine.norm.readings(folded).find((key) => keys.has(key));
};

const group = (title, nodes) => {
  const node = make("group");
  node.querySelector("h2").textContent = title;
  node.querySelector("ol").append(...nodes);
  return node;
};

const more = (node, rest, draw) => {
  const button = node.querySelector("button");
  if (!rest.length) return;
  button.hidden = false;
  button.textContent = `${results.dataset.rest} (${number(rest.length)})`;
  button.addEventListener("click", async () => {
    const nodes = await Promise.all(rest.map(draw));
    node.querySelector("ol").append(...nodes);
    button.remove();
    nodes[0].querySelector("a").focus();
  });
};

const drawn = async (engine, { terms, asked }, hits) => {
  const matches = engine.matcher(terms);
  const tops = hits.slice(0, BEST);
  const shown = await Promise.all(tops.map((each) => engine.show(each.number)));
  const fits = terms.length ? shown.map((each, at) => answers(each, terms, engine.values(tops[at]), asked, engine.norm)) : [0];
  const direct = Math.max(...fits) ? fits.indexOf(Math.max(...fits)) : -1;
  const wide = widened(matches, direct >= 0 && { ...shown[direct], ...engine.values(tops[direct]) }, engine);
  const draw = async (each) => hit(await engine.show(each.number), engine.values(each), matches, wide);
  const best = tops.map((each, at) =>
    at === direct
      ? answer(shown[at], engine.values(each), matches)
      : hit(shown[at], engine.values(each), matches, wide));
  if (direct > 0) best.unshift(...best.splice(direct, 1));
  const nodes = [group(results.dataset.best, best)];
  const groups = Map.groupBy(hits.slice(BEST), (each) => engine.values(each).kind);
  await Promise.all([...groups].map(async ([kind, rest], at) => {
    const few = SHOWN[kind] ?? FEW;
    const node = group(kinds.get(kind).title, await Promise.all(rest.slice(0, few).map(draw)));
    more(node, rest.slice(few), draw);
    nodes[at + 1] = node;
  }));
  return nodes;
};

const reveal = (id, shown, text) => {
  const node = document.getElementById(id);
  node.hidden = !shown;
  if (text !== undefined) node.querySelector("strong").textContent = text;
};

let turn = 0;
const idle = window.requestIdleCallback ?? setTimeout;

const apply = async () => {
  const mine = ++turn;
  const query = box.value;
  const wanted = chosen();
  drawChips(wanted);
  reveal("failed", false);
  if (!query.trim() && !wanted.size) {
    clear();
    return;
  }
  try {
    const engine = await ready();
    const found = query.trim() ? await engine.find(query) : engine.every();
    if (mine !== turn) return;
    const kept = filter(found.hits, wanted, engine.values);
    const nodes = kept.length ? await drawn(engine, found, kept) : [];
    if (mine !== turn) return;
    results.replaceChildren(...nodes);
    all.hidden = true;
    recent.hidden = true;
    status.textContent = counted(kept.length);
    reveal("instead", Boolean(found.instead && kept.length), found.instead ?? "");
    reveal("partly", Boolean(found.partly && kept.length));
    nothing.hidden = kept.length > 0;
    nothing.querySelector("strong").textContent = query.trim();
    reveal("unknown", found.missing.length > 0 && query.trim().includes(" "), found.missing.join("، "));
    reveal("narrow", wanted.size > 0 && found.hits.length > 0);
    form.dataset.shown = query;
    idle(() => fetchAll(engine));
  } catch (error) {
    if (mine !== turn) return;
    clear();
    reveal("failed", true);
    console.error(error);
  }
};

const clear = () => {
  results.replaceChildren();
  status.textContent = "";
  for (const id of ["instead", "partly", "nothing"]) document.getElementById(id).hidden = true;
  for (const { count, node, label } of options) {
    if (count) count.textContent = "";
    else node.textContent = label;
    node.parentElement.classList.remove("x-option--none");
  }
  all.hidden = false;
  form.dataset.shown = "";
  drawRecent();
};

let whole = false;
const fetchAll = (engine) => {
  if (whole || navigator.connection?.saveData || engine.size > WHOLE) return;
  whole = true;
  engine.fetchAll().catch(() => { whole = false; });
};

const drawChips = (wanted) => {
  chips.replaceChildren(...options.filter(({ facet, value }) => wanted.get(facet)?.has(value)).map((option) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "x-chip";
    button.textContent = option.label;
    button.setAttribute("aria-label", `${chips.dataset.remove}: ${option.label}`);
    button.addEventListener("click", () => {
      if (option.control === option.node) option.node.checked = false;
      else option.control.value = "";
      changed();
      (chips.querySelector("button") ?? box).focus();
    });
    return button;
  }));
};

// What was searched for, on this device only

const remembered = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
};

const keep = (queries) => {
  try {
    if (queries.length) localStorage.setItem(STORE, JSON.stringify(queries));
    else localStorage.removeItem(STORE);
  } catch {
    // a device that keeps nothing
  }
};

const remember = () => {
  const query = box.value.trim();
  if (query && results.firstChild) keep([query, ...remembered().filter((each) => each !== query)].slice(0, KEPT));
};

const drawRecent = () => {
  const queries = remembered();
  recent.hidden = !queries.length;
  recent.querySelector("ul").replaceChildren(...queries.map((query) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `?${new URLSearchParams({ q: query })}`;
    link.textContent = query;
    link.dir = "auto";
    item.append(link);
    return item;
  }));
};

recent.querySelector("button").addEventListener("click", () => {
  keep([]);
  drawRecent();
  box.focus();
});

// The address, and the keyboard

const address = () => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) query.append(name, value);
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
};

const restore = () => {
  const query = new URLSearchParams(location.search);
  box.value = query.get("q") ?? "";
  for (const { facet, value, node, control } of options) {
    const on = query.getAll(facet).includes(value);
    if (control === node) node.checked = on;
    else if (!query.get(facet)) control.value = "";
    else if (on) control.value = value;
  }
  if (FACETS.some((facet) => query.has(facet))) form.querySelector("details").open = true;
  return apply();
};

const changed = () => {
  const next = address();
  if (next !== (location.search || location.pathname)) history.pushState(null, "", next);
  return apply();
};

form.addEventListener("change", (event) => {
  if (event.target !== box) changed();
});
box.addEventListener("input", () => {
  history.replaceState(null, "", address());
  apply();
});
box.addEventListener("focus", () => ready().catch(() => {}), { once: true });
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await apply();
  remember();
  results.querySelector("a")?.focus();
});
results.addEventListener("click", (event) => {
  if (event.target.closest("a")) remember();
});
for (const button of document.querySelectorAll("[data-clear]")) {
  button.addEventListener("click", () => {
    for (const { node, control } of options) {
      if (control === node) node.checked = false;
      else control.value = "";
    }
    changed();
    box.focus();
  });
}

const step = (by) => {
  const links = [...results.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement) + by;
  if (at < 0) box.focus();
  else links[Math.min(at, links.length - 1)]?.focus();
};

addEventListener("keydown", (event) => {
  const inside = event.target === box || results.contains(event.target);
  if (!inside || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "ArrowDown") step(1);
  else if (event.key === "ArrowUp" && event.target !== box) step(-1);
  else if (event.key === "Escape" && event.target !== box) box.focus();
  else if (event.key === "Escape" && box.value) {
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  } else return;
  event.preventDefault();
});
addEventListener("popstate", restore);
if (location.hash === "#q") box.focus();
restore();
