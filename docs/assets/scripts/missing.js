// Nothing is at this address: those that are most like it, by the letters of their last part. The
// list of addresses is the site's own file; without it or without script the page has its other ways.
const MOST = 3;
const ALIKE = 0.4; // so much of two names must be the same

const box = document.getElementById("meant");
const root = new URL(box.dataset.root, location.href);

// The pairs of letters of a name: what two names have in common, wherever it stands in them.
const pairs = (name) => {
  const text = ` ${name.toLowerCase()} `;
  return [...text].slice(1).map((letter, place) => text[place] + letter);
};

const likeness = (one, other) => {
  const rest = pairs(other);
  const first = pairs(one);
  const all = first.length + rest.length;
  let shared = 0;
  for (const pair of first) {
    const place = rest.indexOf(pair);
    if (place < 0) continue;
    rest.splice(place, 1);
    shared += 1;
  }
  return (2 * shared) / all;
};

const parts = (path) => path.split("/").filter(Boolean);
const name = (path) => parts(path).at(-1) ?? "";

// The pages of the menu stand in this page; those of records in a file.
const known = async () => {
  const own = [...document.querySelectorAll("#menu a")]
    .map((link) => [link.pathname.slice(root.pathname.length), link.textContent]);
  const answer = await fetch(box.dataset.list);
  return answer.ok ? [...own, ...(await answer.json())] : own;
};

const show = (found) => {
  for (const [path, title] of found) {
    const link = document.createElement("a");
    link.href = new URL(path, root);
    link.textContent = title;
    const item = document.createElement("li");
    item.append(link);
    box.querySelector("ul").append(item);
  }
  box.hidden = !found.length;
};

const asked = decodeURIComponent(location.pathname.slice(root.pathname.length)).replace(/index\.html$/, "");
const wanted = name(asked);
if (wanted && asked !== "404.html") {
  const folder = parts(asked)[0];
  const ranked = (await known())
    .filter(([path]) => path)
    .map((page) => [likeness(wanted, name(page[0])) + (parts(page[0])[0] === folder ? 0.05 : 0), page])
    .filter(([like]) => like >= ALIKE)
    .sort(([one], [other]) => other - one);
  show(ranked.slice(0, MOST).map(([, page]) => page));
}
