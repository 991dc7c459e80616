// Three engines with one set of verbs: fresh, size, open, back, click, type, press, ask, print, close.
// `complaints` of an engine is what its own console said; WebKit's driver has no such thing.
import { execFileSync, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { Builder, Capabilities, Key } from "selenium-webdriver";

const HERE = new URL(".", import.meta.url).pathname;
const HEIGHT = 800;

/** Where a program is, by the first name that this machine knows. */
const find = (...names) => {
  for (const name of names.filter(Boolean)) {
    try {
      return execFileSync("sh", ["-c", 'command -v "$0"', name], { encoding: "utf-8" }).trim();
    } catch { /* the next name */ }
  }
  throw new Error(`not installed: ${names.filter(Boolean).join(", ")}`);
};

/** A script that gives the first of a selector's elements that is in sight. */
const seen = (selector) => `[...document.querySelectorAll(${JSON.stringify(selector)})]
  .find((node) => node.checkVisibility())`;

/** Wait until asking gives something, ten seconds at most. Asked between two pages, it is asked anew. */
export const until = async (ask, what) => {
  const end = Date.now() + 10_000;
  for (;;) {
    let broken = "";
    const got = await Promise.resolve().then(ask).catch((error) => {
      broken = ` (${error.message})`;
    });
    if (got) return got;
    if (Date.now() > end) throw new Error(`not in ten seconds: ${what}${broken}`);
    await new Promise((done) => setTimeout(done, 50));
  }
};

/** What paper.css asks for: Firefox takes the margins of whoever prints instead. */
const PAPER = {
  format: "a4", margin: { top: "14mm", bottom: "14mm", left: "15mm", right: "15mm" },
};

const withPuppeteer = async (options) => {
  const browser = await puppeteer.launch({ headless: true, ...options });
  const complaints = [];
  let page;
  const fresh = async () => {
    const old = page;
    page = await browser.newPage();
    page.on("console", (message) => {
      if (["error", "warn"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await old?.close();
  };
  const element = (selector) => until(
    async () => (await page.evaluateHandle(seen(selector))).asElement(), `see ${selector}`,
  );
  return {
    version: await browser.version(),
    complaints,
    fresh, // after going back, Firefox tells of no page that it opens in the same tab
    size: (width) => page.setViewport({ width, height: HEIGHT }),
    open: (address) => page.goto(address),
    back: () => page.evaluate("setTimeout(() => history.back())"), // Firefox's own never ends
    click: async (selector) => (await element(selector)).click(),
    type: async (selector, text) => (await element(selector)).type(text),
    press: (key) => page.keyboard.press(key),
    ask: (script) => page.evaluate(script),
    print: async () => Buffer.from(await page.pdf(PAPER)),
    close: () => browser.close(),
  };
};

const chromium = () => withPuppeteer({
  executablePath: execFileSync("sh", [join(HERE, "../browser/find-chromium.sh")], {
    encoding: "utf-8",
  }).trim(),
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});

const firefox = () => withPuppeteer({
  browser: "firefox",
  executablePath: find(process.env.FIREFOX, "firefox-esr", "firefox"),
});

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

/** MiniBrowser, which packages put beside WebKit's library. */
const miniBrowser = () => {
  for (const machine of readdirSync("/usr/lib").filter((name) => name.endsWith("-linux-gnu"))) {
    const [kind] = readdirSync(join("/usr/lib", machine)).filter((name) => /^webkit2?gtk-/.test(name));
    if (kind) return join("/usr/lib", machine, kind, "MiniBrowser");
  }
  throw new Error("not installed: MiniBrowser of WebKitGTK");
};

const webkit = async () => {
  const port = await freePort();
  const environment = { ...process.env, XDG_CONFIG_HOME: join(HERE, "gtk") };
  const driver = spawn(find("WebKitWebDriver"), [`--port=${port}`], {
    env: environment, stdio: ["ignore", "ignore", "inherit"],
  });
  await until(() => fetch(`http://127.0.0.1:${port}/status`), "WebKitWebDriver");
  const wanted = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
  });
  const window = await new Builder().usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities(wanted).build();
  const ask = (script) => window.executeScript(`return (${script})`);
  const element = (selector) => until(() => ask(seen(selector)), `see ${selector}`);
  return {
    version: `WebKitGTK/${(await window.getCapabilities()).get("browserVersion")}`,
    complaints: [],
    fresh: () => {},
    size: (width) => window.manage().window().setRect({ x: 0, y: 0, width, height: HEIGHT }),
    open: async (address) => {
      await window.get(address);
      await until(() => ask('document.readyState === "complete"'), `${address} is there`);
    },
    back: () => window.navigate().back(),
    // WebKit's own click takes a summary for nothing to click at: its middle is pressed instead.
    click: async (selector) => {
      const origin = await element(selector);
      await window.executeScript("arguments[0].scrollIntoView({ block: 'center' })", origin);
      await window.actions().move({ origin }).press().release().perform();
    },
    type: async (selector, text) => (await element(selector)).sendKeys(text),
    press: (key) => window.actions().sendKeys(KEYS[key] ?? key).perform(),
    ask,
    close: async () => {
      await window.quit();
      driver.kill();
    },
  };
};

const KEYS = { Enter: Key.ENTER, Escape: Key.ESCAPE, Tab: Key.TAB, ArrowDown: Key.ARROW_DOWN };

export const ENGINES = { chromium, firefox, webkit };
