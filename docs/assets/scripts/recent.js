// What was searched for before: kept on this device only, and only until the reader wipes it.
const KEPT = 8;
const STORE = "searches";

const recent = document.getElementById("recent");

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

export const remember = (query) =>
  keep([query, ...remembered().filter((each) => each !== query)].slice(0, KEPT));

export const linked = (query) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `?${new URLSearchParams({ q: query })}`;
  link.textContent = query;
  link.dir = "auto";
  item.append(link);
  return item;
};

export const drawRecent = () => {
  const queries = remembered();
  recent.hidden = !queries.length;
  recent.querySelector("ul").replaceChildren(...queries.map(linked));
};

recent.querySelector("button").addEventListener("click", () => {
  keep([]);
  drawRecent();
  document.getElementById("q").focus();
});
