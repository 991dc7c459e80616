// Goes through every flow in every engine: `node run.mjs SITE [ENGINE…]`. One line an engine and
// flow; 1 where one failed, or where two engines say different things.
import { resolve } from "node:path";
import { constants, inflateSync } from "node:zlib";
import { ENGINES, until } from "./browsers.mjs";
import { CANNOT, DIFFERENT, FLOWS } from "./flows.mjs";
import { serve } from "./server.mjs";

const PLANTED = ["planted in the console", "planted and thrown", "planted and not caught"];

const step = async (engine, site, [verb, ...words], told) => {
  const loaded = (script) => engine.ask(`document.readyState === "complete" && ${script}`);
  if (verb === "holds") return until(() => loaded(`!!(${words[0]})`), "it holds");
  if (verb === "tell") return told.push(await until(() => loaded(`[${words[0]}]`), "it tells"));
  if (verb === "open") return engine.open(site.address + encodeURI(words[0]));
  if (verb === "print") return printed(await engine.print(), words[0]);
  return engine[verb](...words);
};

const STREAM = /stream\r?\n([^]*?)endstream/g;

/** What a PDF says in plain and in the streams that are packed. */
const unpacked = (pdf) => {
  const text = pdf.toString("latin1");
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  const open = ([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed, "latin1"), options).toString("latin1");
    } catch {
      return ""; // a picture or a font
    }
  };
  return text + [...text.matchAll(STREAM)].map(open).join("\n");
};

const printed = (pdf, most) => {
  const sheets = unpacked(pdf).match(/\/Type\s*\/Page\b/g)?.length;
  if (!pdf.subarray(0, 5).equals(Buffer.from("%PDF-"))) throw new Error("no PDF was printed");
  if (!(sheets >= 1 && sheets <= most)) throw new Error(`${sheets} sheets, at most ${most}`);
};

const complaints = (engine, site) => [...engine.complaints.splice(0), ...site.take()];

const walk = async (engine, site, steps) => {
  const told = [];
  for (const each of steps) {
    const words = each.join(" ").replace(/\s+/g, " ");
    await step(engine, site, each, told).catch((error) => {
      throw new Error(`${words}: ${error.name} ${error.message}`);
    });
  }
  await until(() => engine.ask("document.readyState === 'complete'"), "the last page is there");
  await engine.ask("localStorage.clear() ?? sessionStorage.clear() ?? true");
  const said = complaints(engine, site);
  if (said.length) throw new Error(`complaints: ${[...new Set(said)].join(" · ")}`);
  return JSON.stringify(told);
};

/** An engine in which a fault passes unseen would pass everything. */
const noticesFaults = async (engine, site) => {
  await engine.size(390);
  await engine.open(`${site.address}/planted.html`);
  const said = [];
  await until(() => {
    said.push(...complaints(engine, site));
    return [...PLANTED, "nothing.png"].every((fault) => said.join().includes(fault));
  }, "all planted faults");
  const [width, wide] = await engine.ask("[innerWidth, document.documentElement.scrollWidth]");
  if (width !== 390) throw new Error(`the window is ${width} pixels wide, not 390`);
  if (wide <= width) throw new Error("a page that is too wide was not noticed");
};

const report = (name, flow, mark, why = "") =>
  console.log([name.padEnd(9), flow.padEnd(31), mark, why].join(" ").trimEnd());

const drive = async (name, site, known) => {
  const engine = await ENGINES[name]();
  console.log(`${name}: ${engine.version}`);
  let failed = 0;
  const run = async (flow, doing) => {
    try {
      await engine.fresh();
      const told = await doing();
      if (told && (known[flow] ??= told) !== told) {
        throw new Error(`tells ${told}, another engine ${known[flow]}`);
      }
      report(name, flow, "ok", DIFFERENT[name]?.[flow]);
    } catch (error) {
      failed += 1;
      complaints(engine, site);
      report(name, flow, "FAILED", error.message);
    }
  };
  await run("planted faults are noticed", () => noticesFaults(engine, site));
  for (const [flow, steps] of Object.entries(FLOWS)) {
    const why = CANNOT[name]?.[flow];
    if (why) report(name, flow, "cannot", why);
    else await run(flow, () => walk(engine, site, steps));
  }
  await engine.close();
  return failed;
};

const [folder, ...chosen] = process.argv.slice(2);
const site = await serve(resolve(folder));
const known = {};
let failed = 0;
for (const name of chosen.length ? chosen : Object.keys(ENGINES)) {
  failed += await drive(name, site, known).catch((error) => {
    console.log(`${name}: FAILED ${error.message}`);
    return 1;
  });
}
console.log(failed ? `${failed} FAILED` : "every flow passed");
process.exit(failed ? 1 : 0);
