// MiniSearch behind our words: every word wanted, the last may be begun, a letter may be wrong.
import MiniSearch from "/bench/node_modules/minisearch/dist/es/index.js";
import { FIELDS, WORTH, load } from "./piped.js";

export const start = async () => {
  const { documents, cut } = await load();
  const engine = new MiniSearch({
    fields: FIELDS, storeFields: ["href"], tokenize: (text) => text.split(" "), processTerm: (term) => term || null,
    searchOptions: { boost: WORTH, combineWith: "AND", prefix: true, fuzzy: (term) => (term.length > 3 ? 1 : false) },
  });
  engine.addAll(documents);
  const ask = async (query) => engine.search(cut(query)).slice(0, 3).map(({ href }) => href);
  return Object.assign(ask, { saved: () => JSON.stringify(engine) });
};
