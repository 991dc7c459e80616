// The search's filters: what is chosen, what each value would leave, and the chips that undo them.
const FACETS = ["kind", "section", "status", "year"];

const form = document.getElementById("search");
const box = document.getElementById("q");
const chips = document.getElementById("chosen");

const several = (value) => (Array.isArray(value) ? value : [value]);

const read = (facet, control) => {
  if (control instanceof HTMLSelectElement) {
    return [...control.options].filter((option) => option.value).map((node) => ({
      facet, value: node.value, node, label: node.textContent, control,
    }));
  }
  const part = (name) => control.parentElement.querySelector(name);
  const label = part(".x-option__name").textContent;
  return [{ facet, value: control.value, node: control, label, control, count: part(".x-option__count") }];
};

const options = FACETS.flatMap((facet) =>
  [...form.querySelectorAll(`[name="${facet}"]`)].flatMap((control) => read(facet, control)));

const turnOff = ({ node, control }) => {
  if (control === node) node.checked = false;
  else control.value = "";
};

export const chosen = () => {
  const asked = new FormData(form);
  const sets = FACETS.map((facet) => [facet, new Set(asked.getAll(facet).filter(Boolean))]);
  return new Map(sets.filter(([, set]) => set.size));
};

const passes = (own, [facet, set]) => several(own[facet]).some((each) => set.has(each));

// Keep the hits that pass every filter.
export const filter = (hits, wanted, values) =>
  wanted.size ? hits.filter((hit) => [...wanted].every((each) => passes(values(hit), each))) : hits;

// Tell for each value what it would leave.
export const count = (hits, wanted, values, number) => {
  const counts = new Map();
  const add = (facet, own) => {
    for (const each of several(own[facet])) {
      const key = `${facet}=${each}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  };
  for (const hit of hits) {
    const own = values(hit);
    const failed = [...wanted].filter((each) => !passes(own, each));
    if (!failed.length) for (const facet of FACETS) add(facet, own);
    else if (failed.length === 1) add(failed[0][0], own);
  }
  for (const option of options) {
    const left = counts.get(`${option.facet}=${option.value}`) ?? 0;
    tell(option, number(left));
    option.node.parentElement.classList.toggle("x-option--none", !left);
  }
};

const tell = ({ count, node, label }, text) => {
  if (count) count.textContent = text;
  else node.textContent = text ? `${label} (${text})` : label;
};

export const untold = () => {
  for (const option of options) {
    tell(option, "");
    option.node.parentElement.classList.remove("x-option--none");
  }
};

export const drawChips = (wanted, changed) => {
  const on = options.filter(({ facet, value }) => wanted.get(facet)?.has(value));
  chips.replaceChildren(...on.map((option) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "x-chip";
    button.textContent = option.label;
    button.setAttribute("aria-label", `${chips.dataset.remove}: ${option.label}`);
    button.addEventListener("click", () => {
      turnOff(option);
      changed();
      (chips.querySelector("button") ?? box).focus();
    });
    return button;
  }));
};

export const clearFacets = () => options.forEach(turnOff);

// Choose what an address asks for.
export const restoreFacets = (query) => {
  clearFacets();
  for (const { facet, value, node, control } of options) {
    if (!query.getAll(facet).includes(value)) continue;
    if (control === node) node.checked = true;
    else control.value = value;
  }
  if (chosen().size) form.querySelector("details").open = true;
};
