// What was found, drawn: kinds, dates, status, the sentence that matched. All words are in the page.
import { WHOLE } from "./finder.js";
import { words as cut } from "./normalise.js";

const BEST = 3; // results that stand first, of whatever kind
const ALL = 5; // where no more are found, all of them do
const FEW = 8; // of a kind that the reader opens, before they ask for the rest
const SNIPPET = 190; // letters

const results = document.getElementById("results");
const root = new URL("../../", import.meta.url);
const kinds = new Map([...document.querySelectorAll("#all [data-kind]")].map((group) => [group.dataset.kind, group.dataset]));

const make = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

// The same texts are drawn at every key.
const remembering = (work) => {
  const known = new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, work(text));
    return known.get(text);
  };
};
const wordsOf = remembering(cut);
const sentencesOf = remembering((text) => text.split(/(?<=[.؟!])\s+|\n/));

const within = (text, matches) => wordsOf(text).some(({ folded }) => matches(folded));

const marked = (node, text, matches) => {
  let at = 0;
  for (const word of wordsOf(text)) {
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
  for (const each of sentencesOf(text)) {
    const hits = wordsOf(each).filter(({ folded }) => matches(folded));
    const found = new Set(hits.map(({ folded }) => matches(folded))).size;
    if (found > best.found) best = { kept: each, found, first: hits[0]?.start ?? 0 };
  }
  const { kept, first } = best;
  if (kept.length <= SNIPPET) return kept;
  const from = first > SNIPPET / 2 ? kept.indexOf(" ", first - SNIPPET / 3) + 1 : 0;
  const to = from + SNIPPET < kept.length ? kept.lastIndexOf(" ", from + SNIPPET) : kept.length;
  return `${from ? "… " : ""}${kept.slice(from, to)}${to < kept.length ? " …" : ""}`;
};

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
    node.querySelector(".x-hit__title").append(" – ", other);
  }
  const mark = values.status && document.querySelector(`template[data-status="${values.status}"]`);
  if (mark) node.querySelector(".x-hit__facts").append(" ", mark.content.cloneNode(true));
  return node;
};

const hit = (found, values, matches) => {
  const node = headed(make("hit"), found, values, matches);
  if (found.line) marked(node.querySelector(".x-hit__line"), found.line, matches);
  else node.querySelector(".x-hit__line").remove();
  const text = node.querySelector(".x-hit__text");
  const quoted = sentence(found.text, matches);
  if (quoted && (values.kind !== "figure" || within(quoted, matches))) marked(text, quoted, matches);
  else text.remove();
  return node;
};

const answer = (found, values, matches) => {
  const node = headed(make("answer"), found, values, matches);
  for (const line of found.answer) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    node.querySelector(".x-hit__answer").append(paragraph);
  }
  return node;
};

// How well a record answers by itself: 0 not at all; 1 where one of its names has every word that was
// asked for, the less the more words it has besides; 1.5 a term of just this name; 2 a number, where
// a number is asked for or its title begins with a word of the query; 3 a record of just this name.
const answers = (found, values, { terms, asked, meant }, norm) => {
  if (!found.answer.length) return 0;
  if (meant.get(found.number) > WHOLE) return values.kind === "term" ? 1.5 : 3;
  const sure = terms.map(({ keys, kin }) => {
    const exact = [...keys].filter(([, worth]) => worth >= 0.9).map(([key]) => key);
    return new Set([...exact, ...kin]);
  });
  const isFigure = values.kind === "figure";
  const fits = (name) => {
    const readings = wordsOf(name).map(({ folded }) => norm.readings(folded));
    const has = (keys) => readings.some((each) => each.some((key) => keys.has(key)));
    const begins = sure.some((keys) => readings[0].some((key) => keys.has(key)));
    return sure.every(has) && (!isFigure || asked || begins);
  };
  const fitting = [found.title, ...found.names].filter(fits);
  if (!fitting.length) return 0;
  if (isFigure) return 2;
  return 1 / Math.min(...fitting.map((name) => wordsOf(name).length)); // the fewer words more, the nearer
};

// What to mark in a text that lacks the words as typed: those of the name that answers.
const widened = (matches, title, { norm }) => {
  const told = wordsOf(title).filter(({ folded }) => !norm.isStop(folded));
  const keys = new Set(told.map(({ folded }) => norm.readings(folded)[0]));
  return (folded) => matches(folded) ?? norm.readings(folded).find((key) => keys.has(key));
};

const group = (title, nodes) => {
  const node = make("group");
  node.querySelector("h2").textContent = title;
  node.querySelector("ol").append(...nodes);
  return node;
};

// Results of a kind, whose texts are asked for when the reader opens it.
const folded = (title, hits, draw, number, open) => {
  const node = make("kind");
  node.querySelector("h2").textContent = title;
  node.querySelector("summary span").textContent = number(hits.length);
  const fill = async () => {
    node.querySelector("ol").append(...(await Promise.all(hits.slice(0, FEW).map(draw))));
    more(node, hits.slice(FEW), draw, number);
  };
  node.addEventListener("toggle", () => fill().catch((error) => {
    node.open = false;
    console.error(error);
  }), { once: true });
  node.open = open;
  return node;
};

const more = (node, rest, draw, number) => {
  if (!rest.length) return;
  const button = node.querySelector("button");
  button.hidden = false;
  button.textContent = `${results.dataset.rest} (${number(rest.length)})`;
  button.addEventListener("click", async () => {
    const nodes = await Promise.all(rest.map(draw));
    node.querySelector("ol").append(...nodes);
    button.remove();
    nodes[0].querySelector("a").focus();
  });
};

// Draw the nearest results, the one that answers first; and give what draws the others by kind, folded
// but where the reader asked for a kind.
export const drawn = async (engine, found, hits, number, open) => {
  const strict = engine.matcher(found.terms);
  const nearest = hits.length > ALL ? BEST : hits.length;
  const tops = await Promise.all(hits.slice(0, nearest).map(async (each) => {
    const shown = await engine.show(each.number);
    const values = engine.values(each);
    const worth = found.terms.length && !found.partly ? answers(shown, values, found, engine.norm) : 0;
    return { shown, values, worth, lacks: each.lacks };
  }));
  const most = Math.max(...tops.map(({ worth }) => worth));
  const direct = most > 0 ? tops.find(({ worth }) => worth === most) : null;
  const wide = direct?.values.kind === "figure" || !direct ? strict : widened(strict, direct.shown.title, engine);
  const one = (shown, values, lacks) => {
    const typed = wide === strict
      || [shown.title, shown.line, ...shown.names, shown.text].some((each) => within(each, strict));
    const node = hit(shown, values, typed ? strict : wide);
    const lacking = node.querySelector(".x-hit__lacks");
    lacking.hidden = !lacks?.length;
    if (lacks) lacking.querySelector("strong").textContent = lacks.join("، ");
    return node;
  };
  const draw = async (each) => one(await engine.show(each.number), engine.values(each), each.lacks);

  const first = direct ? [direct, ...tops.filter((each) => each !== direct)] : tops;
  const best = first.map((each) => (
    each === direct ? answer(each.shown, each.values, strict) : one(each.shown, each.values, each.lacks)));
  const rest = () => {
    const groups = Map.groupBy(hits.slice(nearest), (each) => engine.values(each).kind);
    return [...groups].map(([kind, all]) => folded(kinds.get(kind).title, all, draw, number, open));
  };
  return { best: group(results.dataset.best, best), rest };
};
