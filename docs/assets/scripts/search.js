// The search's page: what is typed, filtered and chosen. Finding is finder.js, drawing results.js.
import { counter } from "./count.js";
import { chosen, clearFacets, count, drawChips, filter, restoreFacets, untold } from "./facets.js";
import { open } from "./finder.js";
import { drawRecent, linked, remember } from "./recent.js";
import { drawn } from "./results.js";

const form = document.getElementById("search");
const box = document.getElementById("q");
const results = document.getElementById("results");
const all = document.getElementById("all");
const status = document.getElementById("found");
const recent = document.getElementById("recent");
const nothing = document.getElementById("nothing");
const { number, counted } = counter(status);

const PAUSE = 150; // milliseconds without a key before more than the nearest is drawn
const WHOLE = 150; // files of an index that is fetched whole when there is time, for reading offline

let finder;
const ready = () => {
  finder ??= open(new URL("../../search/", import.meta.url)).catch((error) => {
    finder = undefined;
    throw error;
  });
  return finder;
};

// Asking and showing

let turn = 0;

const apply = async () => {
  const mine = ++turn;
  const query = box.value;
  const wanted = chosen();
  drawChips(wanted, changed);
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
    const { best, rest } = kept.length ? await drawn(engine, found, kept, number) : {};
    if (mine !== turn) return;
    results.replaceChildren(...(best ? [best] : []));
    tell(query.trim(), found, kept, wanted);
    form.dataset.shown = query;
    await paused();
    if (mine !== turn) return;
    count(found.hits, wanted, engine.values, number);
    const groups = (await rest?.()) ?? [];
    if (mine !== turn) return;
    results.append(...groups);
    results.ariaBusy = "false";
    fetchAll(engine);
  } catch (error) {
    if (mine !== turn) return;
    clear();
    reveal("failed", true);
    console.error(error);
  }
};

const paused = () => new Promise((done) => setTimeout(done, PAUSE));

const reveal = (id, shown, text) => {
  const node = document.getElementById(id);
  node.hidden = !shown;
  if (text !== undefined) node.querySelector("strong").textContent = text;
};

// Say what was found, how it was understood, and where nothing was, what to do.
const tell = (query, found, kept, wanted) => {
  results.ariaBusy = "true";
  all.hidden = true;
  recent.hidden = true;
  status.textContent = counted(kept.length);
  reveal("instead", Boolean(found.instead && kept.length), found.instead ?? "");
  reveal("partly", Boolean(found.partly && kept.length));
  reveal("nothing", !kept.length);
  nothing.querySelector("strong").textContent = query;
  reveal("unknown", found.missing.length > 0 && query.includes(" "), found.missing.join("، "));
  reveal("alone", !found.hits.length && found.alone.length > 0);
  document.querySelector("#alone ul").replaceChildren(...found.alone.map(linked));
  reveal("narrow", wanted.size > 0 && found.hits.length > 0);
};

const clear = () => {
  results.replaceChildren();
  status.textContent = "";
  for (const id of ["instead", "partly", "nothing"]) reveal(id, false);
  untold();
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

// The address

const address = () => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) query.append(name, value);
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
};

const restore = () => {
  const query = new URLSearchParams(location.search);
  box.value = query.get("q") ?? "";
  restoreFacets(query);
  return apply();
};

const changed = () => {
  const next = address();
  if (next !== (location.search || location.pathname)) history.pushState(null, "", next);
  return apply();
};

// What the reader does

const chose = () => {
  const query = box.value.trim();
  if (query && results.firstChild) remember(query);
};

form.addEventListener("change", (event) => {
  if (event.target !== box) changed();
});
let written;
box.addEventListener("input", () => {
  clearTimeout(written);
  written = setTimeout(() => history.replaceState(null, "", address()), PAUSE);
  apply();
});
box.addEventListener("focus", () => ready().catch(() => {}), { once: true });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  chose();
  results.querySelector("a")?.focus();
});
results.addEventListener("click", (event) => {
  if (event.target.closest("a")) chose();
});
for (const button of document.querySelectorAll("[data-clear]")) {
  button.addEventListener("click", () => {
    clearFacets();
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

const empty = () => {
  box.value = "";
  box.dispatchEvent(new Event("input", { bubbles: true }));
};

addEventListener("keydown", (event) => {
  const typing = event.target === box;
  if (!typing && !results.contains(event.target)) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "ArrowDown") step(1);
  else if (event.key === "ArrowUp" && !typing) step(-1);
  else if (event.key === "Escape" && !typing) box.focus();
  else if (event.key === "Escape" && box.value) empty();
  else return;
  event.preventDefault();
});
addEventListener("popstate", restore);
if (location.hash === "#q") box.focus();
restore();
