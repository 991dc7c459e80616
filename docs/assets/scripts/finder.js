// The search without its page: reads the index that explainer/site/search/ writes, a file at a time, and
// answers a query with documents and their scores. The weights are in the index; this adds them up.
import { normaliser, words as cut } from "./normalise.js";
import { fold } from "./fold.js";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const DIGIT = new Map([...LETTERS].map((letter, number) => [letter, number]));
const LONGER = 0.7; // what a word is worth that only begins as typed
const GUESSED = 0.9; // and one that is spelt otherwise by a letter
const FEW = 24; // how many words a beginning stands for
const LEAST_GUESSED = 4; // letters of a word that may be misspelt by one more or less, or two in disorder
const LEAST_BESIDE = 3; // and of one that makes a whole name with others that are known
const LEAST_RARE = 6; // and of one that may stand for a seldom word, or have another letter in its place
const COMMON = 3; // of a word that is not seldom, the rank
const ALIKE = ["تطثة", "سصثش", "دضذظز", "قكغجخ", "حخهجع", "بنتثي", "فق", "رز", "مهة", "cks", "iey", "ou", "uo", "ao"];
const WEAK = "اويهء"; // what one writes too much of
const FIGURE_ASKED = 1.6;
export const WHOLE = 20; // how likely a record is meant at least whose whole name was typed
const BEGUN = 0.12; // how much less likely a name is meant that only begins with the query
const NAMED = 4; // what a whole name is worth, times how likely it is meant: more than any words
const IMPORTANT = [1, 1, 0.96, 0.9, 0.7]; // what an event is worth beside its like, by its importance from 1; at the end a question
const FEWEST = 3; // fewer hits than so many are followed by what lacks a word
const PARTS = 20; // how many are offered that lack a word
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

const alike = (one, other) => ALIKE.some((letters) => letters.includes(one) && letters.includes(other));

// Whether a word of a text may be what was meant by one that was typed: never with another first letter.
const meant = (typed, { folded, rank }, beside) => {
  if (typed === folded || typed[0] !== folded[0] || !near(typed, folded)) return false;
  if (typed.length < LEAST_GUESSED && !(beside && folded.length > typed.length)) return false;
  if (typed.length === LEAST_GUESSED && !beside && folded.length < typed.length) return false;
  const at = [...typed].findIndex((letter, place) => letter !== folded[place]);
  const isMore = typed.length > folded.length && typed.length <= LEAST_RARE && at < LEAST_BESIDE;
  if (isMore && typed[at] !== typed[at - 1] && !WEAK.includes(typed[at])) return false;
  if (typed.length >= LEAST_RARE) return true;
  if (rank < COMMON && !beside) return false;
  if (typed.length !== folded.length) return true;
  const swapped = typed[at] === folded[at + 1] && typed[at + 1] === folded[at];
  return swapped || alike(typed[at], folded[at]);
};

const NOTHING = {
  hits: [], // {number, score}, the best first
  terms: [], // what each word was taken for
  instead: null, // the query as it was understood, where not as it was typed
  missing: [], // words of it that no text has
  alone: [], // words of it that find something by themselves
  asked: false, // whether it asks for a number
  partly: false, // whether the hits lack a word of it; each hit says which (`lacks`)
  meant: new Map(), // documents of which it is the whole name or its beginning, and how likely each is
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
  const sure = new Set(index.sure.split(" ")); // names of countries: what is typed so is meant so
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

  // The word as typed, or else by the commonest of its other readings, whose files are asked for then.
  const exact = async (word) => {
    const [own, ...others] = [...norm.readings(word), ...norm.others(word)];
    const there = await entry(own);
    if (there) return { key: own, kin: there.slice(1) };
    const entries = await Promise.all(others.map(entry));
    if (!entries.some(Boolean)) return null;
    const said = entries.map((each) => each?.[0].length ?? 0);
    const at = said.indexOf(Math.max(...said));
    return { key: others[at], kin: entries[at].slice(1) };
  };

  const begun = async (word) => {
    const found = [];
    await Promise.all(norm.beginnings(word).map(async (prefix) => {
      const from = placeOf(index.words, prefix);
      const numbers = (index.words[from + 1] ?? "").startsWith(prefix) ? [from, from + 1] : [from];
      for (const there of await Promise.all(numbers.map(wordsFile))) {
        for (const key in there) {
          if (key.startsWith(prefix) && !key.endsWith("_")) found.push([key, there[key][0].length]);
        }
      }
    }));
    found.sort((a, b) => b[1] - a[1]);
    return [...new Set(found.map(([key]) => key))].slice(0, FEW);
  };

  // The words of the texts that begin as a word does, and perhaps others.
  const spelt = new Map();
  const spellings = async (word) => {
    const number = placeOf(index.spellings, word[0]);
    if (spelt.has(number)) return spelt.get(number);
    const text = await file(`spellings-${number}`);
    const folded = fold(text).split(" ");
    spelt.set(number, text.split(" ").map((each, at) => (
      { written: each.slice(0, -1), folded: folded[at].slice(0, -1), rank: Number(each.at(-1)) })));
    return spelt.get(number);
  };

  // Words one letter away, the commonest first.
  const guesses = async (word, beside) => {
    const typed = norm.bare(word);
    const least = beside ? LEAST_BESIDE : LEAST_GUESSED;
    if (sure.has(typed) || typed.replace(/^و?ال/, "").length < least || /^\d/.test(word)) return [];
    const found = (await spellings(typed)).filter((spelling) => meant(typed, spelling, beside));
    return found.sort((a, b) => b.rank - a.rank).slice(0, 3);
  };

  const guessed = async (word, beside) => {
    const found = await guesses(word.folded, beside);
    if (!found.length) return null;
    const keys = new Map();
    for (const { folded } of found) {
      const known = await exact(folded);
      if (known) keys.set(known.key, GUESSED);
    }
    return keys.size ? { word, keys, kin: [], instead: found[0].written } : null;
  };

  const known = async (word, last, typing) => {
    if (last && /^و?ا?ل?$/.test(word.folded)) return null; // an article so far
    const as = await exact(word.folded);
    if (as) return { word, keys: new Map([[as.key, 1]]), kin: as.kin };
    if (!last || word.folded.length < 2 || (!typing && sure.has(norm.bare(word.folded)))) return null;
    const keys = new Map((await begun(word.folded)).map((key) => [key, LONGER]));
    return keys.size ? { word, keys, kin: [] } : null;
  };

  // Records of which the query is the whole name, else its beginning, and how likely each is meant.
  const named = async (terms) => {
    const parts = terms.map(({ keys, kin }) => (keys.size === 1 || kin.length ? [...keys.keys()][0] : null));
    if (!parts.every(Boolean)) return new Map();
    const key = `${parts.join("_")}_`;
    if (await entry(key)) return new Map(await postings(key));
    const there = await wordsFile(placeOf(index.words, key));
    const longer = Object.keys(there).filter((each) => each.startsWith(key));
    const begun = await Promise.all(longer.map(postings));
    return new Map(begun.flat().map(([number, likely]) => [number, likely * BEGUN]));
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

  // What has most of the words, where nothing has all: the best of it, each with the words it lacks.
  // Not what is `found` already.
  const parts = async (terms, written, unknown, found = new Map()) => {
    const each = await Promise.all(terms.map(scores));
    const lacking = (number) => [...terms.keys()].filter((at) => !each[at][number]);
    let hits = new Map();
    for (let most = unknown.length ? 0 : 1; !hits.size && most < terms.length; most += 1) {
      hits = await together(terms, most);
      for (const number of found.keys()) hits.delete(number);
    }
    return ranked(hits, false, new Map()).slice(0, PARTS).map((hit) => (
      { ...hit, lacks: [...new Set([...lacking(hit.number).map((at) => written[at]), ...unknown])] }));
  };

  const ranked = (hits, asked, meant) => {
    const figure = String(index.kinds.indexOf("figure"));
    return [...hits]
      .map(([number, score]) => ({
        number,
        score: score * (asked && index.kind[number] === figure ? FIGURE_ASKED : 1)
          * IMPORTANT[index.importance[number]] + NAMED * (meant.get(number) ?? 0),
      }))
      .sort((a, b) => b.score - a.score || a.number - b.number);
  };

  // Where words are known but nowhere together, one of them may be misspelt.
  const otherwise = async (terms) => {
    for (const [at, term] of terms.entries()) {
      const other = await guessed(term.word, terms.length > 1);
      if (!other) continue;
      const changed = terms.with(at, other);
      const hits = await together(changed);
      if (hits.size) return { hits, terms: changed };
    }
    return { hits: new Map(), terms };
  };

  // Latin names that were typed in more parts than they are written in: Pyong Yang.
  const joined = async (typed) => {
    if (typed.length < 2 || !typed.every(({ folded }) => /^[a-z]+$/.test(folded))) return null;
    const folded = typed.map((word) => word.folded).join("");
    const as = await exact(folded);
    const word = { start: typed[0].start, end: typed.at(-1).end, folded };
    return as ? [{ word, keys: new Map([[as.key, 1]]), kin: as.kin }] : null;
  };

  // What a query finds: see NOTHING. While it is typed, only what begins as it does.
  const find = async (query, typing = false) => {
    const typed = cut(query);
    const asked = typed.some(({ folded }) => norm.asks(folded));
    const telling = typed.filter(({ folded }) => !norm.isStop(folded));
    if (!telling.length) return { ...NOTHING, asked };
    const open = !/\s$/.test(query);
    let found = await Promise.all(
      telling.map(async (word, at) => (await known(word, open && at === telling.length - 1, typing)) ?? { word, keys: null }),
    );
    if (found.some(({ keys }) => !keys)) found = (await joined(telling)) ?? found;
    const beside = found.some(({ keys }) => keys);
    found = await Promise.all(
      found.map(async (term) => (term.keys || typing ? term : (await guessed(term.word, beside)) ?? term)),
    );
    const written = (terms) => terms.map(({ word }) => query.slice(word.start, word.end));
    const missing = written(found.filter(({ keys }) => !keys));
    const alone = telling.length > 1 ? written(found.filter(({ keys, instead }) => keys && !instead)) : [];
    if (missing.length) {
      const rest = found.filter(({ keys }) => keys);
      const hits = typing || !rest.length ? [] : await parts(rest, written(rest), missing);
      return { ...NOTHING, hits, terms: rest, asked, missing, alone, partly: hits.length > 0 };
    }
    let terms = found;
    let hits = await together(terms);
    if (!hits.size && !typing) ({ hits, terms } = await otherwise(terms));
    if (!hits.size && !typing && terms.length > 1) {
      const some = await parts(terms, written(terms), []);
      return { ...NOTHING, hits: some, terms, asked, alone, partly: some.length > 0 };
    }
    const instead = hits.size ? understood(query, terms) : null;
    const meant = hits.size ? await named(terms) : new Map();
    const short = terms.filter((term) => term.instead && norm.bare(term.word.folded).length < LEAST_GUESSED);
    if (short.length && ![...meant.values()].some((likely) => likely > WHOLE)) {
      return { ...NOTHING, asked, missing: written(short), alone };
    }
    const all = ranked(hits, asked, meant);
    const more = all.length < FEWEST && terms.length > 2 && !typing ? await parts(terms, written(terms), [], hits) : [];
    return { hits: [...all, ...more], terms, instead, missing, alone, asked, meant, partly: false };
  };

  const understood = (query, terms) => {
    if (!terms.some(({ instead }) => instead)) return null;
    let text = query;
    for (const { word, instead } of [...terms].reverse()) {
      if (!instead) continue;
      const article = word.start + word.folded.length - norm.bare(word.folded).length;
      text = text.slice(0, article) + instead + text.slice(word.end);
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

  return { find, every, show, matcher, values, norm };
};
