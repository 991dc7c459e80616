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
const { number, counted } = counter(status);

const PAUSE = 150; // milliseconds without a key before more than the nearest is drawn
const SETTLED = 400; // and before it is said what was found, or that nothing was
const SLOW = 300; // before it is said that the search is under way
const NOTES = ["instead", "partly", "failed", "nothing"];

let finder;
const ready = () => {
  finder ??= open(new URL("../../search/", import.meta.url)).catch((error) => {
    finder = undefined;
    throw error;
  });
  return finder;
};

const wait = (time) => new Promise((done) => setTimeout(done, time));

// Asking and showing

let turn = 0;
let shown = ""; // the query whose results are on the page
let tell; // says what was found, where that is still unsaid

const asked = () => box.value.slice(0, box.maxLength);

// What a query finds and the nearest of it, drawn; from a newer index where the former is gone.
// While it is `typed` no slip is guessed at.
const answered = async (query, wanted, typed, again = true) => {
  const engine = await ready();
  try {
    const found = query.trim() ? await engine.find(query, typed) : engine.every();
    const kept = filter(found.hits, wanted, engine.values);
    const { best, rest } = kept.length ? await drawn(engine, found, kept, number, wanted.has("kind")) : {};
    return { engine, found, kept, best, rest };
  } catch (error) {
    if (error.stale) finder = undefined;
    if (error.stale && again) return answered(query, wanted, typed, false);
    throw error;
  }
};

// Answer what stands in the box. While it is `typed`, what is not found by the letter, and how much
// is found, wait for a pause: until then the former results stay. Done when the nearest are drawn.
const apply = async (typed = false) => {
  const mine = ++turn;
  const current = () => mine === turn;
  const query = asked();
  const wanted = chosen();
  tell = undefined;
  drawChips(wanted, changed);
  if (!query.trim() && !wanted.size) {
    clear();
    return;
  }
  const late = setTimeout(() => {
    if (current()) status.textContent = status.dataset.searching;
  }, SLOW);
  try {
    let answer = await answered(query, wanted, typed).finally(() => clearTimeout(late));
    if (!current()) return;
    if (typed && !sure(answer)) {
      results.ariaBusy = "true";
      form.dataset.held = query;
      await wait(SETTLED);
      if (!current()) return;
      answer = await answered(query, wanted, false);
      if (!current()) return;
      typed = false;
    }
    show(query, wanted, answer);
    if (!typed) tell();
    finish(answer, wanted, current).catch((error) => current() && failed(error));
  } catch (error) {
    if (current()) failed(error);
  }
};

const sure = ({ kept, found }) => kept.length && !found.instead && !found.partly;

// Draw the other results and the filters' counts, and say what was found.
const finish = async ({ engine, found, rest }, wanted, current) => {
  await wait(PAUSE);
  if (!current()) return;
  count(found.hits, wanted, engine.values, number);
  results.append(...(rest?.() ?? []));
  if (tell) await wait(SETTLED - PAUSE);
  if (!current()) return;
  tell?.();
  results.ariaBusy = "false";
};

const reveal = (id, visible, text) => {
  const node = document.getElementById(id);
  node.hidden = !visible;
  if (text !== undefined) node.querySelector("strong").textContent = text;
};

// Put the nearest on the page, and where nothing was found by the letter, what to do.
const show = (query, wanted, { found, kept, best }) => {
  results.ariaBusy = "true";
  results.replaceChildren(...(best ? [best] : []));
  if (best && !query.trim()) best.querySelector("h2").textContent = results.dataset.first;
  all.hidden = true;
  recent.hidden = true;
  tell = () => {
    status.textContent = kept.length ? counted(kept.length) : "";
    tell = undefined;
  };
  reveal("failed", false);
  reveal("instead", Boolean(found.instead && kept.length), found.instead ?? "");
  reveal("partly", Boolean(found.partly && kept.length));
  reveal("nothing", !kept.length);
  if (!kept.length) explain(query.trim(), wanted, found);
  delete form.dataset.held;
  form.dataset.shown = shown = query;
};

// Say why there are no results: of no filter's doing, of the filters alone, of both together.
const explain = (query, wanted, { hits, missing, alone }) => {
  const filtered = hits.length > 0;
  const unknown = [...new Set(missing)];
  reveal("none", !filtered, query);
  reveal("narrow", filtered && !query);
  reveal("outside", filtered && Boolean(query), query);
  document.querySelector("#outside span").textContent = counted(hits.length);
  reveal("drop", wanted.size > 0 && filtered);
  reveal("unknown", unknown.length > 0 && query.includes(" "), unknown.join("، "));
  reveal("alone", !filtered && alone.length > 0);
  document.querySelector("#alone ul").replaceChildren(...[...new Set(alone)].map(linked));
  reveal("advice", !filtered);
};

const clear = () => {
  results.replaceChildren();
  results.ariaBusy = "false";
  status.textContent = "";
  for (const id of NOTES) reveal(id, false);
  untold();
  all.hidden = false;
  delete form.dataset.held;
  form.dataset.shown = shown = "";
  drawRecent();
};

// What is drawn stays; where nothing is, everything is listed.
const failed = (error) => {
  if (!results.firstChild) clear();
  else if (shown === asked()) tell?.();
  else status.textContent = "";
  delete form.dataset.held;
  results.ariaBusy = "false";
  reveal("listed", !results.firstChild);
  reveal("failed", true);
  if (error.stale) finder = undefined;
  console.error(error);
};

// The address. An entry of the history that the reader has settled on stays: what is typed then is
// a new one, and every further letter of it that same one.

let written;
let settled = false;

const address = () => {
  const query = new URLSearchParams();
  for (const [key, value] of new FormData(form)) {
    if (value.trim()) query.append(key, key === box.name ? asked() : value);
  }
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
};

const write = (anew) => {
  clearTimeout(written);
  const next = address();
  if (next === (location.search || location.pathname)) return;
  history[anew ? "pushState" : "replaceState"](null, "", next);
  settled = false;
};

const settle = () => {
  write(settled);
  settled = Boolean(asked().trim());
};

const restore = () => {
  const query = new URLSearchParams(location.search);
  box.value = (query.get("q") ?? "").slice(0, box.maxLength);
  restoreFacets(query);
  if (location.search) history.replaceState(null, "", address() + location.hash);
  settled = Boolean(location.search);
  return apply();
};

const changed = () => {
  write(true);
  settled = true;
  return apply();
};

// What the reader does

const chose = () => {
  const query = shown.trim();
  if (query && results.firstChild) remember(query);
};

// Go to the first result of what stands in the box, when that is drawn.
const enter = async () => {
  const from = document.activeElement;
  if (form.dataset.shown !== asked() || tell) await apply();
  const stayed = [from, document.body].includes(document.activeElement);
  if (form.dataset.shown === asked() && stayed) results.querySelector("a")?.focus();
};

form.addEventListener("change", (event) => {
  if (event.target !== box) changed();
});
box.addEventListener("input", () => {
  clearTimeout(written);
  written = setTimeout(() => write(settled), PAUSE);
  apply(true);
});
box.addEventListener("focus", () => ready().catch(() => {}), { once: true });
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  settle();
  await enter();
  chose();
});
results.addEventListener("click", (event) => {
  if (!event.target.closest("a")) return;
  settle();
  chose();
});
for (const button of document.querySelectorAll("[data-clear]")) {
  button.addEventListener("click", () => {
    clearFacets();
    changed();
    box.focus();
  });
}
document.getElementById("again").addEventListener("click", () => {
  apply();
  box.focus();
});

const step = (by) => {
  const inSight = [...results.querySelectorAll("a, summary, button")].filter((each) => each.checkVisibility());
  const stops = [box, ...inSight];
  const at = stops.indexOf(document.activeElement) + by;
  stops[Math.max(0, Math.min(at, stops.length - 1))].focus();
};

const empty = () => {
  box.value = "";
  box.dispatchEvent(new Event("input", { bubbles: true }));
};

addEventListener("keydown", (event) => {
  const typing = event.target === box;
  if (!typing && !results.contains(event.target)) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "ArrowDown" && typing) enter();
  else if (event.key === "ArrowDown") step(1);
  else if (event.key === "ArrowUp" && !typing) step(-1);
  else if (event.key === "Escape" && !typing) box.focus();
  else if (event.key === "Escape" && box.value) empty();
  else return;
  event.preventDefault();
});
addEventListener("popstate", restore);
if (location.hash === "#q") box.focus();
restore();
