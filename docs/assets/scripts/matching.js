// The word box of the timeline: it finds the events that the search finds, whose index is loaded when
// somebody types. Until it is there, or where it cannot be had, words are looked for in the texts.
import { open } from "./finder.js";
import { fold } from "./fold.js";

const LATE = 4000; // milliseconds after which the texts answer in the index's place

const words = (text) => text.split(" ").filter(Boolean);

// Which document of the search is which event. They stand in the order of the page; where they do not,
// the index is of another build than the page, and is not asked.
const numbered = (engine, events) => {
  const documents = engine.every().hits.filter((hit) => engine.values(hit).kind === "event");
  const fits = documents.length === events.length && documents.every((hit, number) => {
    const { year, status } = engine.values(hit);
    const { dataset } = events[number];
    return dataset.year === year && dataset.status === status;
  });
  if (!fits) throw new Error("the search's index is not of this page's build");
  return new Map(documents.map((hit, number) => [hit.number, number]));
};

// `events` in the order of the page: {dataset, text()}. Answers are {numbers, instead, partly}: which of
// them are found, and how the search understood what was typed, as finder.js tells it.
export const matching = (events) => {
  let opening;
  let ready = false;
  const folded = new Map();

  const engine = async () => {
    const found = await open(new URL("../../search/", import.meta.url));
    const places = numbered(found, events);
    ready = true;
    return { found, places };
  };

  const textOf = (number) => {
    if (!folded.has(number)) folded.set(number, fold(events[number].text()));
    return folded.get(number);
  };

  const simply = (query) => {
    const typed = words(fold(query));
    const numbers = [...events.keys()].filter((number) => typed.every((word) => textOf(number).includes(word)));
    return { numbers: new Set(numbers), instead: null, partly: false };
  };

  const searched = async (query, typed) => {
    opening ??= engine();
    const { found, places } = await opening;
    const { hits, instead, partly } = await found.find(query, typed);
    const numbers = hits.map((hit) => places.get(hit.number)).filter((number) => number !== undefined);
    return { numbers: new Set(numbers), instead, partly };
  };

  const find = async (query, typed) => {
    const late = new Promise((_, refuse) => setTimeout(refuse, LATE, new Error("the index is late")));
    try {
      return await Promise.race([searched(query, typed), late]);
    } catch (error) {
      if (!ready) opening = undefined;
      console.warn(error);
      return simply(query);
    }
  };

  return { find, simply, isReady: () => ready };
};
