// Material's search: its worker as shipped, spoken to as its own bundle does.
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];

export const start = async (index) => {
  const worker = new Worker("/material/workers/search.js");
  const said = (type) =>
    new Promise((done) => {
      worker.onmessage = ({ data }) => data.type === type && done(data.data);
    });
  const { config, docs } = await (await fetch(index)).json();
  const ready = said(READY);
  worker.postMessage({ type: SETUP, data: { config, docs, options: { suggest: false } } });
  await ready;
  return async (query) => {
    const result = said(RESULT);
    worker.postMessage({ type: QUERY, data: query });
    return (await result).items.slice(0, 3).map(([{ location }]) => location);
  };
};
