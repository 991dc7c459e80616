// Scores pages as the MDN HTTP Observatory would, without asking anyone: one JSON object on the
// standard input, {headers, html}, one number on the output with what each test found.
import { readFileSync, writeFileSync } from "node:fs";
import { AxiosHeaders } from "axios";
import { ALL_TESTS } from "@mdn/mdn-http-observatory/src/constants.js";
import { MINIMUM_SCORE_FOR_EXTRA_CREDIT } from "@mdn/mdn-http-observatory/src/grader/charts.js";
import { getScoreModifier } from "@mdn/mdn-http-observatory/src/grader/grader.js";
import { parseHttpEquivHeaders } from "@mdn/mdn-http-observatory/src/retriever/utils.js";
import { Requests } from "@mdn/mdn-http-observatory/src/types.js";

// Browsers' list of hosts that are always asked by HTTPS comes over the network; ours is in none.
const listed = new URL("../conf/hsts-preload.json", import.meta.resolve("@mdn/mdn-http-observatory"));
writeFileSync(listed, "{}");

const { headers, html } = JSON.parse(readFileSync(0, "utf8"));
const asked = new Requests("explainer.example");
const answer = () => ({
  headers: new AxiosHeaders({ "content-type": "text/html", ...headers }),
  request: { headers: new AxiosHeaders() },
  config: { headers: new AxiosHeaders() },
  status: 200,
  statusText: "OK",
  verified: true,
  data: html,
});
for (const way of ["auto", "cors", "http", "https"]) asked.responses[way] = answer();
asked.responses.httpRedirects = [
  { url: new URL("http://explainer.example/"), status: 301 },
  { url: new URL("https://explainer.example/"), status: 200 },
];
asked.responses.httpsRedirects = asked.responses.httpRedirects.slice(1);
asked.resources.path = html;
asked.session = { url: new URL("https://explainer.example/"), jar: null };
asked.responses.auto.httpEquiv = parseHttpEquivHeaders(html, "https://explainer.example/");

// The observatory's own rule: what is better than asked for counts only where little is missing.
const found = ALL_TESTS.map((test) => test(asked)).map(({ result }) => [result, getScoreModifier(result)]);
const lost = 100 + found.reduce((sum, [, value]) => sum + Math.min(0, value), 0);
const won = found.reduce((sum, [, value]) => sum + Math.max(0, value), 0);
const score = lost >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? lost + won : lost;
console.log(JSON.stringify({ score, found: Object.fromEntries(found) }));
