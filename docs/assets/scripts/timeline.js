// Filters of the timeline. The list, its anchors and its order are in the page; this hides and counts.
import { counter } from "./count.js";
import { fold } from "./fold.js";

const form = document.getElementById("filter");
const list = document.getElementById("events");
const status = document.getElementById("found");
const empty = document.getElementById("nothing");
const chips = document.getElementById("chosen");
const clear = document.querySelector(".x-filter__found [data-clear]");
const { number, counted } = counter(status);

// A facet: its name in the address, its controls, and what values an event has.
const FACETS = ["section", "status", "importance", "year", "actor"];

const events = [...list.querySelectorAll(".x-card")].map((node) => ({
  node,
  values: {
    section: node.dataset.section.split(" "),
    status: [node.dataset.status],
    importance: [node.dataset.importance],
    year: [node.dataset.year],
    actor: node.dataset.actor.split(" "),
  },
  text: null,
  shown: true,
}));
const months = [...list.querySelectorAll(".x-month-group")];
const years = [...list.querySelectorAll(".x-year")];
const left = new Set(); // how many events each month and year still shows
for (const event of events) {
  event.month = event.node.closest(".x-month-group");
  event.year = event.node.closest(".x-year");
}
const places = [...document.querySelectorAll(".x-jump a, #contents a")].map((link) => [
  link.parentElement, document.getElementById(link.hash.slice(1))?.closest(".x-year"),
]);

const options = FACETS.flatMap((facet) =>
  [...form.querySelectorAll(`[name="${facet}"]`)].flatMap((control) =>
    control instanceof HTMLSelectElement
      ? [...control.options].filter((option) => option.value).map((option) => ({
          facet, value: option.value, node: option, label: option.textContent.trim(), count: null,
        }))
      : [{
          facet, value: control.value, node: control,
          label: control.parentElement.querySelector(".x-option__name").textContent,
          number: control.parentElement.querySelector(".x-option__count"), count: null,
        }],
  ),
);

const known = new Map(options.map((option) => [`${option.facet}=${option.value}`, option]));
for (const event of events) {
  event.options = FACETS.map((facet) =>
    event.values[facet].map((value) => known.get(`${facet}=${value}`)).filter(Boolean));
}

const read = () => {
  const asked = new FormData(form);
  const wanted = {};
  for (const facet of FACETS) {
    const values = asked.getAll(facet).filter(Boolean);
    if (values.length) wanted[facet] = new Set(values);
  }
  const words = fold(asked.get("q") ?? "").split(/\s+/).filter(Boolean);
  return { wanted, words, oldest: asked.get("order") === "oldest" };
};

const holds = (event, words) => {
  if (!words.length) return true;
  event.text ??= fold(event.node.textContent);
  return words.every((word) => event.text.includes(word));
};

let oldestFirst = false;

const turn = (oldest) => {
  if (oldest === oldestFirst) return;
  oldestFirst = oldest;
  for (const group of [...months, ...years]) {
    const kept = [...group.children].filter((child) => !/^H\d$/.test(child.tagName)).reverse();
    group.append(...kept);
  }
  list.append(...[...list.children].reverse());
};

const apply = ({ announce = true } = {}) => {
  const { wanted, words, oldest } = read();
  const facets = [...FACETS.keys()].filter((index) => wanted[FACETS[index]]);
  for (const option of options) option.left = 0;
  let found = 0;
  left.clear();
  for (const event of events) {
    let failed = -1;
    let failures = holds(event, words) ? 0 : 2;
    for (const index of facets) {
      const asked = wanted[FACETS[index]];
      if (!event.values[FACETS[index]].some((value) => asked.has(value))) {
        failed = index;
        failures += 1;
      }
    }
    if (failures === 0) {
      for (const facet of event.options) for (const option of facet) option.left += 1;
    } else if (failures === 1) {
      for (const option of event.options[failed]) option.left += 1;
    }
    const shown = !failures;
    found += shown;
    if (shown) {
      left.add(event.month);
      left.add(event.year);
    }
    if (shown !== event.shown) {
      event.shown = shown;
      event.node.hidden = !shown;
    }
  }
  for (const group of [...months, ...years]) {
    const none = !left.has(group);
    if (group.hidden !== none) group.hidden = none;
  }
  for (const option of options) {
    const count = option.left;
    if (count === option.count) continue;
    option.count = count;
    if (option.number) option.number.textContent = number(count);
    else option.node.textContent = `${option.label} (${number(count)})`;
    option.node.parentElement.classList.toggle("x-option--none", !count);
  }
  turn(oldest);
  empty.hidden = found > 0;
  const text = counted(found);
  if (announce || status.textContent !== text) status.textContent = text;
  for (const [item, year] of places) item.hidden = year?.hidden ?? false;
  clear.hidden = !words.length && !facets.length;
  show(wanted);
};

const show = (wanted) => {
  const made = [];
  for (const option of options) {
    if (!wanted[option.facet]?.has(option.value)) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "x-chip";
    button.textContent = option.label;
    button.setAttribute("aria-label", `${chips.dataset.remove}: ${option.label}`);
    button.addEventListener("click", () => {
      if (option.number) option.node.checked = false;
      else option.node.parentElement.value = "";
      changed();
      (chips.querySelector("button") ?? form.querySelector("summary")).focus();
    });
    made.push(button);
  }
  chips.replaceChildren(...made);
};

const address = () => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value && !(name === "order" && value === "newest")) query.append(name, value);
  }
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
};

const restore = () => {
  const query = new URLSearchParams(location.search);
  for (const control of form.elements) {
    if (!control.name) continue;
    const values = query.getAll(control.name);
    if (control.type === "checkbox") control.checked = values.includes(control.value);
    else if (control.type === "radio") control.checked = (values[0] ?? "newest") === control.value;
    else control.value = values[0] ?? "";
  }
  if ([...query.keys()].some((name) => FACETS.includes(name))) form.querySelector("details").open = true;
  apply({ announce: false });
};

const changed = () => {
  const next = address();
  if (next !== (location.search || location.pathname)) history.pushState(null, "", next);
  apply();
};

form.addEventListener("change", (event) => {
  if (event.target.name !== "q") changed();
});
let typing;
form.addEventListener("input", (event) => {
  if (event.target.name !== "q") return;
  clearTimeout(typing);
  typing = setTimeout(() => {
    history.replaceState(null, "", address());
    apply();
  }, 120);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  changed();
});
for (const button of document.querySelectorAll("[data-clear]")) {
  button.addEventListener("click", () => {
    form.reset();
    for (const control of form.elements) if (control.type === "checkbox") control.checked = false;
    changed();
    form.querySelector("[name=q]").focus();
  });
}
addEventListener("popstate", restore);
restore();
