// Pagefind: its own script and the index that its command made of the built pages.
export const start = async () => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  return async (query) => {
    const { results } = await pagefind.search(query);
    const shown = await Promise.all(results.slice(0, 3).map((each) => each.data()));
    return shown.map(({ url }) => url.replace(/^\//, ""));
  };
};
