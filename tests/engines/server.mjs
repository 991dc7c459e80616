// Serves a built site, with a script at the head of each page that sends its complaints here.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

const HERE = new URL(".", import.meta.url).pathname;
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

/** Serve a folder; `take()` gives what pages complained of since it was called last. */
export const serve = async (folder) => {
  const complaints = [];
  const [files, own] = [folder, HERE].map((each) => sirv(each, { dev: true }));
  const missing = (response) => page(join(folder, "404.html"), response, 404);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/complaints") {
      complaints.push(await text(request));
      response.writeHead(204).end();
    } else if (pathname === "/favicon.ico") response.writeHead(204).end();
    else if (pathname === "/complaints.js") own(request, response);
    else if (pathname === "/planted.html") await page(join(HERE, "planted.html"), response);
    else if (!pathname.endsWith("/")) files(request, response, () => missing(response));
    else {
      const file = join(folder, decodeURIComponent(pathname), "index.html");
      await page(file, response).catch(() => missing(response));
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    take: () => complaints.splice(0),
    close: () => server.close(),
  };
};
