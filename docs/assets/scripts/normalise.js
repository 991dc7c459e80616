// A text's words as the search compares them: explainer/arabic/stem.py in the browser. The rules come
// with the index (RULES there), and tests/stem.yml holds both readers to the same cases.
import { fold } from "./fold.js";

const ARABIC = /^[\u0621-\u064a]/;
const WORD = /\p{N}+(?:[,٬،]\p{N}{3}(?!\p{N}))*(?:[.٫]\p{N}+)?|\p{L}[\p{L}\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640'’ʼʻ‘`]*/gu;

const NO_ARTICLE = /^([وفبلك]?[بلك]?)[أإآ](?=ل)/;
const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640'’ʼʻ‘`]/g;
const DATE = /(?<!\p{N})(\p{N}{1,2})\.(\p{N}{1,2})\.(?=\p{N}{4}(?!\p{N}))/gu;

// One word as it is compared: أ stays where an article would be seen, 06 is 6.
const compare = (word) => {
  const folded = fold(word.replace(/(?<=\p{N})[,٬،]/gu, "").replace("٫", "."));
  if (/^0\d*$/.test(folded)) return folded.replace(/^0+/, "") || "0";
  const begins = word.replace(MARKS, "").match(NO_ARTICLE);
  if (!begins) return folded;
  const at = begins[1].length;
  return `${folded.slice(0, at)}أ${folded.slice(at + 1)}`;
};

const known = new Map();
const folding = (word) => {
  if (!known.has(word)) known.set(word, compare(word));
  return known.get(word);
};

// Each word with its place in the text: {start, end, folded}.
export const words = (text) => {
  const found = [];
  for (const match of text.replace(DATE, "$1 $2 ").matchAll(WORD)) {
    const folded = folding(match[0]);
    if (folded) found.push({ start: match.index, end: match.index + match[0].length, folded });
  }
  return found;
};

export const normaliser = (rules) => {
  const stop = new Set(rules.stop);
  const cache = new Map();

  const bare = (word) => {
    const article = rules.articles.find(
      (each) => word.startsWith(each) && word.length - each.length >= rules.least,
    );
    return article ? word.slice(article.length) : word;
  };

  const ended = (word) => {
    let left = word;
    for (const [ending, least] of rules.endings) {
      if (left.endsWith(ending) && left.length - ending.length >= least) {
        left = left.slice(0, -ending.length);
        if (left.endsWith("ت") && ending !== "ات" && left.length > rules.opened) left = left.slice(0, -1);
        break;
      }
    }
    for (const [ending, least] of rules.last) {
      if (left.endsWith(ending) && left.length - ending.length >= least) left = left.slice(0, -ending.length);
    }
    return left;
  };

  const stem = (word) => {
    let found = cache.get(word);
    if (found === undefined) {
      found = word;
      if (ARABIC.test(word)) {
        const left = bare(word);
        found = Object.hasOwn(rules.words, left) ? rules.words[left] : ended(left);
      }
      cache.set(word, found);
    }
    return found;
  };

  const readings = (word) => {
    const found = [stem(word)];
    if (ARABIC.test(word)) {
      for (const proclitic of rules.proclitics) {
        if (word.startsWith(proclitic) && word.length - proclitic.length >= rules.least) {
          found.push(stem(word.slice(proclitic.length)));
        }
      }
    }
    return [...new Set(found)];
  };

  // What a word may be that is known in none of its readings: ألمانيا typed without its hamza, in
  // which ال is no article, or a short name with a letter before it, وشي.
  const others = (word) => {
    if (/^[ول][\u0621-\u064a]{2}$/.test(word)) return [stem(word.slice(1))];
    const found = word.match(/^([وفبلك]?[بلك]?)ال(.+)$/);
    return found ? readings(`${found[1]}أل${found[2]}`) : [];
  };

  // What stems may begin with where a word is still being typed.
  const beginnings = (word) => {
    const article = /^و?ال/.exec(word)?.[0] ?? "";
    const rest = word.slice(article.length);
    if (article && rest.length < rules.least) return [];
    return [...new Set([word, bare(word)])].filter((each) => each.length >= 2 && !/^\d/.test(each));
  };

  return { stem, bare, beginnings, readings, others, isStop: (word) => stop.has(word), asks: (word) => rules.asks.includes(word) };
};
