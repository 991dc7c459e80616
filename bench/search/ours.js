// Our own search: finder.js and the published index.
import { open } from "/assets/scripts/finder.js";

export const start = async () => {
  const engine = await open(new URL("/search/", location));
  return async (query) => {
    const { hits, partly } = await engine.find(query);
    const top = await Promise.all(hits.slice(0, 3).map(async ({ number }) => (await engine.show(number)).href));
    return { top, partly };
  };
};
