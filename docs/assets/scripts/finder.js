// The search without its page: reads the index that explainer/search/ writes, a file at a time, and
// answers a query with documents and their scores. The weights are in the index; this adds them up.
import { normaliser, words as cut } from "./normalise.js";
import { fold } from "./fold.js";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const DIGIT = new Map([...LETTERS].map((letter, number) => [letter, number]));
const BEGUN = 0.25; // what a word is worth that only begins as typed, where one is just as typed
const LONGER = 0.7; // and where none is
const GUESSED = 0.9; // and one that is spelt otherwise by a letter
const FEW = 24; // how many words a beginning stands for
const LEAST_GUESSED = 4; // letters of a word that may be misspelt; one of four may only lack a letter
const LEAST_RARE = 6; // and of one that may stand for a word of a single document
const FIGURE_ASKED = 1.6;
const LIMIT = 10_000; // milliseconds in which a file is there

// A file that cannot be had; `stale` where the index it belongs to is no longer published.
class Missing extends Error {
  constructor(message, stale) {
    super(message);
    this.stale = Boolean(stale);
  }
}

const unpack = (text) => {
  const found = [];
  let number = -1;
  for (let at = 0; at < text.length; ) {
    let step = 0;
    let place = 1;
    let digit = DIGIT.get(text[at++]);
    while (digit >= 32) {
      step += (digit - 32) * place;
      place *= 32;
      digit = DIGIT.get(text[at++]);
    }
    number += step + digit * place;
    found.push([number, DIGIT.get(text[at++])]);
  }
  return found;
};

// Which of the sorted `firsts` is the last not above `wanted`.
const placeOf = (firsts, wanted) => {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firsts[middle] <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
};

// One letter too many, too few, another, or two that changed places.
export const near = (one, other) => {
  if (one.length > other.length) return near(other, one);
  const more = other.length - one.length;
  if (more > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  if (more) return one.slice(at) === other.slice(at + 1);
  if (one.slice(at + 1) === other.slice(at + 1)) return true;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
};

const NOTHING = {
  hits: [], // {number, score}, the best first
  terms: [], // what each word was taken for
  instead: null, // the query as it was understood, where not as it was typed
  missing: [], // words of it that no text has
  alone: [], // words of it that find something by themselves
  asked: false, // whether it asks for a number
  partly: false, // whether the hits lack one of its words
};

export const open = async (base) => {
  const get = async (name, version, cache = version ? "default" : "no-cache") => {
    const address = new URL(version ? `${name}.json?${version}` : `${name}.json`, base);
    const reply = await fetch(address, { cache, signal: AbortSignal.timeout(LIMIT) });
    if (!reply.ok) throw new Missing(`${address}: ${reply.status}`, version && reply.status === 404);
    if (!version) return reply.json();
    const [own, content] = await reply.json();
    if (own === version) return content;
    if (cache === "reload") throw new Missing(`${address}: ${own}`, true);
    return get(name, version, "reload");
  };
  const index = await get("index");
  const norm = normaliser(index.rules);
  const loaded = new Map();
  const file = (name) => {
    if (!loaded.has(name)) {
      const coming = get(name, index.version);
      coming.catch(() => loaded.delete(name));
      loaded.set(name, coming);
    }
    return loaded.get(name);
  };
  const wordsFile = (number) => file(`words-${number}`);
  const unpacked = new Map();

  const entry = async (key) => {
    const there = await wordsFile(placeOf(index.words, key));
    return Object.hasOwn(there, key) ? there[key] : null;
  };

  const postings = async (key) => {
    if (!unpacked.has(key)) unpacked.set(key, unpack((await entry(key))[0]));
    return unpacked.get(key);
  };

  // The word as typed, by the first of its readings that any text has.
  const exact = async (word) => {
    const readings = norm.readings(word);
    const entries = await Promise.all(readings.map(entry));
    const at = entries.findIndex(Boolean);
    return at < 0 ? null : { key: readings[at], kin: entries[at].slice(1) };
  };

  const begun = async (word, except) => {
    const found = [];
    await Promise.all(norm.beginnings(word).map(async (prefix) => {
      const from = placeOf(index.words, prefix);
      const numbers = (index.words[from + 1] ?? "").startsWith(prefix) ? [from, from + 1] : [from];
      for (const there of await Promise.all(numbers.map(wordsFile))) {
        for (const key in there) {
          if (key.startsWith(prefix) && key !== except) found.push([key, there[key][0].length]);
        }
      }
    }));
    found.sort((a, b) => b[1] - a[1]);
    return [...new Set(found.map(([key]) => key))].slice(0, FEW);
  };

  let spelt;
  const spellings = async () => {
    if (spelt) return spelt;
    const text = await file("spellings");
    const folded = fold(text).split(" ");
    spelt = text.split(" ").map((each, at) => (
      { written: each.slice(0, -1), folded: folded[at].slice(0, -1), rank: Number(each.at(-1)) }));
    return spelt;
  };

  // Words one letter away, the commonest first.
  const guesses = async (word) => {
    const typed = [...new Set([norm.bare(word), word])].filter((each) => each.length >= LEAST_GUESSED);
    if (!typed.length || /^\d/.test(word)) return [];
    const may = (each, { folded, rank }) => {
      if (each.length <= LEAST_GUESSED) return folded.length > each.length;
      return folded.length >= LEAST_GUESSED && (rank > 1 || each.length >= LEAST_RARE);
    };
    const found = (await spellings()).filter((spelling) =>
      typed.some((each) => may(each, spelling) && each !== spelling.folded && near(each, spelling.folded)),
    );
    return found.sort((a, b) => b.rank - a.rank).slice(0, 3);
  };

  const guessed = async (word) => {
    const found = await guesses(word.folded);
    if (!found.length) return null;
    const keys = new Map();
    for (const { folded } of found) {
      const known = await exact(folded);
      if (known) keys.set(known.key, GUESSED);
    }
    return keys.size ? { word, keys, kin: [], instead: found[0].written } : null;
  };

  const known = async (word, last) => {
    const as = await exact(word.folded);
    const keys = new Map(as ? [[as.key, 1]] : []);
    if (last && word.folded.length >= (as ? 3 : 2)) {
      for (const key of await begun(word.folded, as?.key)) keys.set(key, as ? BEGUN : LONGER);
    }
    return keys.size ? { word, keys, kin: as?.kin ?? [] } : null;
  };

  const scores = async (term) => {
    const best = new Float32Array(index.number);
    for (const [key, worth] of term.keys) {
      for (const [number, weight] of await postings(key)) {
        if (weight * worth > best[number]) best[number] = weight * worth;
      }
    }
    return best;
  };

  // Documents that have every word, or all but `lacking` of them: their numbers and sums.
  const together = async (terms, lacking = 0) => {
    const each = await Promise.all(terms.map(scores));
    const hits = new Map();
    for (let number = 0; number < index.number; number += 1) {
      let sum = 0;
      let missed = 0;
      for (const best of each) {
        if (best[number]) sum += best[number];
        else missed += 1;
      }
      if (missed <= lacking && sum) hits.set(number, sum);
    }
    return hits;
  };

  const ranked = (hits, asked) => {
    const figure = String(index.kinds.indexOf("figure"));
    return [...hits]
      .map(([number, score]) => ({
        number,
        score: asked && index.kind[number] === figure ? score * FIGURE_ASKED : score,
      }))
      .sort((a, b) => b.score - a.score || a.number - b.number);
  };

  // Where words are known but nowhere together, one of them may be misspelt.
  const otherwise = async (terms) => {
    for (const [at, term] of terms.entries()) {
      const other = await guessed(term.word);
      if (!other) continue;
      const changed = terms.with(at, other);
      const hits = await together(changed);
      if (hits.size) return { hits, terms: changed };
    }
    return { hits: new Map(), terms };
  };

  // What a query finds: see NOTHING.
  const find = async (query) => {
    const typed = cut(query);
    const asked = typed.some(({ folded }) => norm.asks(folded));
    const telling = typed.filter(({ folded }) => !norm.isStop(folded));
    if (!telling.length) return { ...NOTHING, asked };
    const open = !/\s$/.test(query);
    const found = await Promise.all(
      telling.map(async (word, at) =>
        (await known(word, open && at === telling.length - 1)) ?? (await guessed(word)) ?? { word, keys: null }),
    );
    const written = (terms) => terms.map(({ word }) => query.slice(word.start, word.end));
    const missing = written(found.filter(({ keys }) => !keys));
    const alone = telling.length > 1 ? written(found.filter(({ keys, instead }) => keys && !instead)) : [];
    if (missing.length) return { ...NOTHING, asked, missing, alone };
    let terms = found;
    let hits = await together(terms);
    if (!hits.size) ({ hits, terms } = await otherwise(terms));
    const partly = !hits.size && terms.length > 2;
    if (partly) hits = await together(terms, 1);
    const instead = hits.size ? understood(query, terms) : null;
    return { hits: ranked(hits, asked), terms, instead, missing, alone, asked, partly };
  };

  const understood = (query, terms) => {
    if (!terms.some(({ instead }) => instead)) return null;
    let text = query;
    for (const { word, instead } of [...terms].reverse()) {
      if (instead) text = text.slice(0, word.start) + instead + text.slice(word.end);
    }
    return text;
  };

  const show = async (number) => {
    const at = placeOf(index.found, number);
    const [href, title, line = "", text = "", names = [], answer = []] =
      (await file(`found-${at}`))[number - index.found[at]];
    return { number, href, title, line, text, names, answer };
  };

  // Tells which of a text's words are those that were looked for.
  const matcher = (terms) => {
    const keys = new Set(terms.flatMap((term) => [...term.keys.keys(), ...term.kin]));
    const seen = new Map();
    return (folded) => {
      if (!seen.has(folded)) seen.set(folded, norm.readings(folded).find((key) => keys.has(key)));
      return seen.get(folded);
    };
  };

  // The columns of a document: what it is filtered by.
  const columns = [];
  const values = ({ number }) => (columns[number] ??= read(number));
  const read = (number) => {
    const { section, event, status, year } = index.values;
    const bits = index.section[number];
    return {
      kind: index.kinds[Number(index.kind[number])],
      section: section.filter((_, at) => bits & (1 << at)),
      event: event[DIGIT.get(index.event[number])],
      status: status[DIGIT.get(index.status[number])],
      year: index.year[number] ? String(year[index.year[number] - 1]) : "",
    };
  };

  const every = () => ({
    ...NOTHING,
    hits: Array.from({ length: index.number }, (_, number) => ({ number, score: 0 })),
  });

  const names = [
    "spellings", ...index.words.map((_, at) => `words-${at}`), ...index.found.map((_, at) => `found-${at}`),
  ];
  const fetchAll = async () => {
    for (const name of names) await file(name);
  };

  return { find, every, show, matcher, values, norm, fetchAll, size: names.length };
};
