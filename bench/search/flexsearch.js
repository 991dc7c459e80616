// FlexSearch behind our words.
import FlexSearch from "/bench/node_modules/flexsearch/dist/flexsearch.bundle.module.min.mjs";
import { FIELDS, load } from "./piped.js";

export const start = async () => {
  const { documents, cut } = await load();
  const engine = new FlexSearch.Document({
    document: { id: "id", index: FIELDS.map((field) => ({ field, tokenize: "forward", encode: (text) => text.split(" ") })) },
  });
  for (const each of documents) engine.add(each);
  const hrefs = new Map(documents.map(({ id, href }) => [id, href]));
  const saved = async () => {
    const parts = [];
    await engine.export((key, data) => parts.push(data ?? ""));
    return parts.join("");
  };
  const ask = async (query) => {
    const term = cut(query);
    const found = term ? engine.search(term, { limit: 3, merge: true }) : [];
    return found.slice(0, 3).map(({ id }) => hrefs.get(id));
  };
  return Object.assign(ask, { saved });
};
