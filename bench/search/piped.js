// What the libraries are given: our documents with their words cut, folded and stemmed by our rules.
import { normaliser, words } from "/assets/scripts/normalise.js";

export const FIELDS = ["names", "facts", "lead", "text", "linked"];
export const WORTH = { names: 9, facts: 2.2, lead: 1.6, text: 0.8, linked: 0.7 };

export const load = async () => {
  const { rules, documents } = await (await fetch("/documents.json")).json();
  const norm = normaliser(rules);
  const cut = (query) =>
    words(query).filter(({ folded }) => !norm.isStop(folded)).map(({ folded }) => norm.stem(folded)).join(" ");
  return { documents, cut };
};
