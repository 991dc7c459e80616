// Filters of the timeline. The list, its anchors and its order are in the page; this hides and counts.
import { counter } from "./count.js";
import { matching } from "./matching.js";
import { linked, news, since } from "./since.js";

const form = document.getElementById("filter");
const search = form.elements.q;
const list = document.getElementById("events");
const status = document.getElementById("found");
const empty = document.getElementById("nothing");
const chips = document.getElementById("chosen");
const strip = document.querySelector(".x-density");
const clear = document.querySelector(".x-filter__found [data-clear]");
const { number, counted } = counter(status);
const words = (text) => text.split(" ").filter(Boolean);

// What an event has for each filter, by the filter's name in the address.
const FACETS = {
  section: ({ dataset }) => words(dataset.section),
  status: ({ dataset }) => [dataset.status],
  importance: ({ dataset }) => [dataset.importance],
  year: ({ dataset }) => words(dataset.year),
  actor: ({ dataset }) => words(dataset.actor),
  new: (node) => (news(node) ? ["1"] : []),
};
const facets = Object.keys(FACETS);

const groups = [...list.querySelectorAll(".x-year, .x-month")];
const options = facets.flatMap((facet) =>
  [...form.querySelectorAll(`input[name="${facet}"], [name="${facet}"] option[data-name]`)].map((node) => {
    const box = node.closest("label.x-option");
    return {
      facet, node, box, value: node.value, found: 0, told: null,
      label: box ? box.querySelector(".x-option__name").textContent : node.dataset.name,
    };
  }),
);
const byValue = new Map(options.map((option) => [`${option.facet}=${option.value}`, option]));
const events = [...list.querySelectorAll(".x-entry")].map((node) => {
  const values = facets.map((facet) => FACETS[facet](node));
  return {
    node,
    values: values.map((all) => new Set(all)),
    options: values.map((all, index) =>
      all.map((value) => byValue.get(`${facets[index]}=${value}`)).filter(Boolean)),
    groups: [node.closest(".x-month"), node.closest(".x-year")],
    shown: true,
  };
});

// What each event says, and who takes part: its words, until the search's index is there.
const { find, simply, isReady } = matching(events.map((event) => {
  const parts = [...event.node.querySelectorAll(".x-entry__title, .x-entry__when, .x-entry__summary, .x-entry__meta > .x-status")];
  const names = event.options[facets.indexOf("actor")].map((option) => option.label);
  return { dataset: event.node.dataset, text: () => [...parts.map((part) => part.textContent), ...names].join(" ") };
}));

const read = () => {
  const asked = new FormData(form);
  const wanted = facets
    .map((facet, index) => [index, asked.getAll(facet).filter(Boolean)])
    .filter(([, values]) => values.length);
  return { wanted, typed: asked.get("q").trim(), oldest: asked.get("order") === "oldest" };
};

let told = null; // what the words find: numbers of events, and how they were understood

// The filters that an event does not pass: one at most matters, since two leave it out of every count.
const missed = (event, number, { wanted, typed }) => {
  if (typed && told && !told.numbers.has(number)) return null;
  const failed = [];
  for (const [facet, values] of wanted) {
    if (values.some((value) => event.values[facet].has(value))) continue;
    if (failed.push(facet) > 1) return null;
  }
  return failed;
};

// An option counts the events that would remain if it alone were chosen in its filter.
const filter = (asked) => {
  for (const option of options) option.found = 0;
  const filled = new Set();
  let found = 0;
  for (const [number, event] of events.entries()) {
    const failed = missed(event, number, asked);
    const counted = !failed ? [] : failed.length ? [event.options[failed[0]]] : event.options;
    for (const each of counted) for (const option of each) option.found += 1;
    const shown = failed?.length === 0;
    if (shown) {
      found += 1;
      for (const group of event.groups) filled.add(group);
    }
    if (shown !== event.shown) {
      event.shown = shown;
      event.node.hidden = !shown;
    }
  }
  for (const group of groups) {
    if (group.hidden === filled.has(group)) group.hidden = !filled.has(group);
  }
  return found;
};

const tell = (option) => {
  if (option.found === option.told) return;
  option.told = option.found;
  if (option.box) {
    option.box.querySelector(".x-option__count").textContent = number(option.found);
    option.box.classList.toggle("x-option--none", !option.found);
  } else {
    option.node.textContent = `${option.label} (${number(option.found)})`;
  }
};

// What may come a moment later: the closed list of actors, the years that have nothing left.
let waiting;
const later = () => {
  for (const option of options) if (!option.box) tell(option);
  for (const link of document.querySelectorAll(".x-decades a, .x-density__years a, #contents a")) {
    const target = document.getElementById(link.hash.slice(1));
    const node = link.matches(".x-density__years a") ? link : link.parentElement;
    node.hidden = target?.closest(".x-year")?.hidden ?? false;
  }
};

let oldestFirst = false;

const reverse = (parent) => {
  const kept = [...parent.children].filter((child) => !/^H\d$/.test(child.tagName));
  parent.append(...kept.reverse());
};

// Years and months turn at once; under a reader's eyes, without what is off the screen. Then, a little at
// a time, the events turn within their months, and the months are laid out again.
const months = () => [...list.querySelectorAll(".x-month")];
const turned = new Set();

const order = (month) => {
  if (turned.has(month) === oldestFirst) return;
  reverse(month);
  if (oldestFirst) turned.add(month);
  else turned.delete(month);
};

const layOut = (month) => {
  month.classList.add("x-laid");
  return month.offsetHeight;
};

const steps = list.matches(".x-long") ? [order] : [order, layOut];
let settling;
const settle = (left = steps.flatMap((step) => months().map((month) => [step, month]))) => {
  clearTimeout(settling);
  const until = performance.now() + 8;
  while (left.length && performance.now() < until) {
    const [step, month] = left.shift();
    step(month);
  }
  if (left.length) settling = setTimeout(settle, 0, left);
};

const turn = (oldest) => {
  if (oldest === oldestFirst) return;
  oldestFirst = oldest;
  if (!form.matches("[data-waits]")) {
    for (const month of months()) month.classList.remove("x-laid");
    list.classList.add("x-turned");
  }
  for (const events of list.querySelectorAll(".x-year__events")) reverse(events);
  for (const years of [list, ...document.querySelectorAll(".x-decades ul, #contents > ol")]) reverse(years);
  settle();
};

const chip = (option) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "x-chip";
  button.textContent = option.label;
  button.setAttribute("aria-label", `${chips.dataset.remove}: ${option.label}`);
  button.addEventListener("click", () => {
    if (option.box) option.node.checked = false;
    else option.node.closest("select").value = "";
    changed({ then: () => (chips.querySelector("button") ?? search).focus() });
  });
  return button;
};

// A section's name in the strip chooses it, and its row stands out.
const sections = [...(strip?.querySelectorAll("a[data-section]") ?? [])];
const markSection = (link, chosen) => {
  const all = chosen.filter(({ facet }) => facet === "section");
  const own = all.some(({ value }) => value === link.dataset.section);
  link.closest("li").classList.toggle("x-density--off", all.length > 0 && !own);
  if (own) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
};
for (const link of sections) {
  link.search = new URLSearchParams({ section: link.dataset.section });
  link.pathname = location.pathname;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { node } = byValue.get(`section=${link.dataset.section}`);
    node.checked = !node.checked;
    changed();
  });
}

const apply = () => {
  const asked = read();
  const found = filter(asked);
  for (const option of options) if (option.box) tell(option);
  turn(asked.oldest);
  empty.hidden = found > 0;
  if (status.textContent !== counted(found)) status.textContent = counted(found);
  const chosen = options.filter(({ node }) => node.checked || node.selected);
  chips.replaceChildren(...chosen.filter(({ node }) => node.closest("details")).map(chip));
  clear.hidden = !asked.typed && !asked.wanted.length;
  for (const link of sections) markSection(link, chosen);
  for (const [id, words] of [["instead", told?.instead], ["partly", told?.partly]]) {
    const note = document.getElementById(id);
    note.hidden = !asked.typed || !words || !found;
    if (id === "instead") note.querySelector("strong").textContent = words || "";
  }
  clearTimeout(waiting);
  waiting = setTimeout(later, 60);
};

const address = () => {
  const query = new URLSearchParams();
  const asked = new FormData(form);
  if (asked.get("order") === "newest") asked.delete("order");
  for (const name of ["q", "order", ...facets]) {
    for (const value of asked.getAll(name)) if (value) query.append(name, value);
  }
  if (since && (linked || query.has("new"))) query.set("since", since);
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
};

const write = (anew) => {
  const asked = address();
  if (asked === (location.search || location.pathname)) return;
  history[anew ? "pushState" : "replaceState"](null, "", asked);
};

// The control shows its new state before the list is filtered: a slow phone answers at once.
let next;
const changed = ({ then = () => {} } = {}) => {
  write(true);
  cancelAnimationFrame(next);
  next = requestAnimationFrame(() => setTimeout(() => {
    apply();
    then();
  }));
};

// What the words find, shown: within the texts while the index is loading, then by the search. While
// they are `typed`, what is not found by the letter waits for a pause, as it does in the search.
const PAUSE = 400;
let asking = 0;
const look = async ({ typed = false, wait = false } = {}) => {
  const mine = ++asking;
  const query = search.value.trim();
  const show = (answer) => {
    told = answer;
    apply();
  };
  const settle = () => {
    form.dataset.shown = query;
  };
  if (!query) {
    show(null);
    return settle();
  }
  if (!isReady() && !wait && !list.matches(".x-long")) show(simply(query));
  const answer = await find(search.value, typed);
  if (mine !== asking) return;
  const sure = answer.numbers.size && !answer.instead && !answer.partly;
  if (sure || !typed) show(answer);
  if (typed) setTimeout(() => mine === asking && look(), PAUSE);
  else settle();
};

const restore = () => {
  const query = new URLSearchParams(location.search);
  for (const control of form.elements) {
    if (!control.name) continue;
    const values = query.getAll(control.name);
    if (control.type === "checkbox") control.checked = values.includes(control.value);
    else if (control.type === "radio") control.checked = (values[0] ?? "newest") === control.value;
    else control.value = values[0] ?? "";
    if (control.selectedIndex === -1) control.value = "";
  }
  if (!since) form.elements.new.checked = false;
  return look({ wait: true });
};

form.addEventListener("change", (event) => {
  if (event.target !== search) changed();
});

// One entry of the history for a word, not for each of its letters.
let typing;
let begun = false;
search.addEventListener("focus", () => {
  begun = false;
});
search.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    write(!begun);
    look({ typed: true });
    begun = true;
  }, 120);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  look();
});

for (const button of document.querySelectorAll("[data-clear]")) {
  button.addEventListener("click", () => {
    for (const control of form.elements) {
      if (control.type === "checkbox") control.checked = false;
      else if (control.type !== "radio") control.value = "";
    }
    changed({ then: look });
    search.focus();
  });
}

document.getElementById("fresh").hidden = !since;
addEventListener("popstate", restore);
await restore();
later();
delete form.dataset.waits;

// In a very long list months near an entry may turn out higher than the room kept for them.
const land = (frames = 20) => {
  const entry = /^#e-/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (!entry || !frames) return;
  entry.scrollIntoView();
  requestAnimationFrame(() => land(frames - 1));
};

if (list.matches(".x-long")) {
  addEventListener("hashchange", () => land());
  addEventListener("load", () => {
    if (performance.getEntriesByType("navigation")[0]?.type === "navigate") land();
  });
}
