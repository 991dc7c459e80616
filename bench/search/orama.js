// Orama behind our words.
import { create, insertMultiple, save, search } from "/bench/node_modules/@orama/orama/dist/browser/index.js";
import { FIELDS, WORTH, load } from "./piped.js";

export const start = async () => {
  const { documents, cut } = await load();
  const schema = Object.fromEntries([...FIELDS, "href"].map((name) => [name, "string"]));
  const tokenizer = { language: "arabic", normalizationCache: new Map(), tokenize: (text) => text.split(" ").filter(Boolean) };
  const db = create({ schema, components: { tokenizer } });
  insertMultiple(db, documents.map(({ id, ...each }) => ({ ...each, id: String(id) })));
  const ask = async (query) => {
    const term = cut(query);
    if (!term) return [];
    const { hits } = await search(db, { term, properties: FIELDS, boost: WORTH, threshold: 0, limit: 3, tolerance: 1 });
    return hits.map(({ document }) => document.href);
  };
  return Object.assign(ask, { saved: () => JSON.stringify(save(db)) });
};
