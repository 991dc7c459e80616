// Serves a built site, with a script at the head of each page that sends its complaints here.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

const HERE = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const HEAD = '<meta charset="utf-8">';

const text = async (request) => {
  let whole = "";
  for await (const part of request) whole += part;
  return whole;
};

const page = async (file, response, status = 200) => {
  const html = await readFile(file, "utf-8");
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" });
  response.end(html.replace(HEAD, `${HEAD}<script src="/complaints.js"></script>`));
};

const own = (response, name) => page(join(HERE, name), response);

/** Serve a folder; `take()` gives what pages complained of since it was called last. */
export const serve = async (folder) => {
  let complaints = [];
  const files = sirv(folder, { dev: true });
  const helper = sirv(HERE, { dev: true });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/complaints") {
      complaints.push(await text(request));
      response.writeHead(204).end();
    } else if (pathname === "/complaints.js") helper(request, response);
    else if (pathname === "/planted.html") await own(response, "planted.html");
    else if (pathname === "/favicon.ico") response.writeHead(204).end();
    else if (pathname.endsWith("/")) {
      await page(join(folder, decodeURIComponent(pathname), "index.html"), response).catch(() =>
        page(join(folder, "404.html"), response, 404));
    } else files(request, response, () => page(join(folder, "404.html"), response, 404));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    take: () => complaints.splice(0),
    close: () => server.close(),
  };
};
