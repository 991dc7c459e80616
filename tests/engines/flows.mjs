// What readers do, once for all engines. A step is a verb of browsers.mjs with its words, or:
//   holds SCRIPT  becomes true within ten seconds
//   tell SCRIPT   gives a value that must be the same in every engine
//   print SHEETS  a PDF of at most so many sheets

const seen = (selector) =>
  `[...document.querySelectorAll("${selector}")].some((node) => node.checkVisibility())`;
const hidden = (selector) => `!${seen(selector)}`;
const focused = (selector) => `document.activeElement.matches('${selector}')`;
const at = (path) =>
  `(decodeURI(location.pathname + location.search + location.hash) === "${path}")`;
const inSight = (selector) => `(({ top, bottom }) => top >= 0 && top < innerHeight && bottom > 0)(
  document.querySelector('${selector}').getBoundingClientRect())`;
const fits = "document.documentElement.scrollWidth <= innerWidth";
const entries =
  "[...document.querySelectorAll('.x-entry:not([hidden])')].map((node) => node.dataset.event)";
const hits =
  "[...document.querySelectorAll('#results .x-hit__title > a')].map((node) => node.textContent)";
const drawn = (text) => `document.querySelector('#search[data-shown="${text}"]') &&
  document.querySelector('#results[aria-busy="false"]')`;
const ground = "getComputedStyle(document.body).backgroundColor";

/** The styles of paper on the screen, in engines that cannot print too. */
const AS_ON_PAPER = `[...document.styleSheets].every((sheet) => {
  const visit = (rules) => {
    for (const rule of rules) {
      if (rule.media?.mediaText === "print") rule.media.mediaText = "all";
      if (rule.styleSheet) visit(rule.styleSheet.cssRules);
      if (rule.cssRules) visit(rule.cssRules);
    }
  };
  visit(sheet.cssRules);
  return true;
})`;

const MENU = "button[popovertarget=menu]";
const TERM = "a.x-term";
const EVENT = "/events/2016-04-18-contract-signed/";
const FILTERED = "/timeline/?section=safety&status=disputed";

const KINDS = [
  "/", "/timeline/", "/safety/", EVENT, "/actors/", "/actors/hadi-karmi/", "/places/",
  "/figures/", "/figures/dead/", "/disputed/", "/sources/", "/glossary/", "/questions/",
  "/changes/", "/method/", "/about/", "/data/", "/search/", "/404.html",
];

const widths = (width) => [
  ["size", width],
  ...KINDS.flatMap((path) => [["open", path], ["holds", fits]]),
];

export const FLOWS = {
  "menu of a phone": [
    ["size", 390], ["open", "/"], ["holds", hidden("#menu")],
    ["click", MENU], ["holds", seen("#menu")], ["holds", focused("#menu .x-close")],
    ["press", "Escape"], ["holds", hidden("#menu")], ["holds", focused(MENU)],
    ["press", "Enter"], ["holds", seen("#menu")],
    ["click", '#menu a[href$="timeline/"]'], ["holds", at("/timeline/")], ["holds", hidden("#menu")],
  ],
  "contents of a page": [
    ["size", 390], ["open", "/"], ["holds", hidden("#contents")],
    ["click", ".x-bar__contents"], ["holds", seen("#contents")],
    ["click", '#contents a[href="#questions"]'], ["holds", at("/#questions")],
    ["holds", hidden("#contents")], ["holds", inSight("#questions")],
  ],
  "bar of a wide screen": [
    ["size", 1280], ["open", "/"], ["holds", hidden("#menu")],
    ["click", '.x-bar__nav a[href="safety/"]'], ["holds", at("/safety/")],
    ["tell", "document.querySelector('h1').textContent"],
    ["back"], ["holds", at("/")],
  ],
  "keyboard alone": [
    ["size", 1280], ["open", "/timeline/"],
    ["press", "Tab"], ["holds", focused(".x-skip")], ["press", "Enter"], ["press", "Tab"],
    ["holds", "document.activeElement.closest('article') !== null"],
  ],
  "filters of the timeline": [
    ["size", 1280], ["open", "/timeline/"], ["holds", `${entries}.length > 40`],
    ["click", "#filter summary"], ["click", "[name=section][value=safety]"],
    ["holds", at("/timeline/?section=safety")],
    ["click", "[name=status][value=disputed]"], ["holds", at(FILTERED)],
    ["holds", `${entries}.length < 10`], ["tell", entries],
    ["tell", "document.querySelector('#found').textContent"],
    ["back"], ["holds", at("/timeline/?section=safety")],
    ["back"], ["holds", at("/timeline/")], ["holds", `${entries}.length > 40`],
  ],
  "filters of a phone, by address": [
    ["size", 390], ["open", FILTERED], ["holds", `${entries}.length < 10`], ["tell", entries],
    ["click", "#filter .x-chip"], ["holds", at("/timeline/?status=disputed")],
    ["holds", `${entries}.length > 3`], ["tell", entries],
    ["holds", fits],
  ],
  "words of the timeline": [
    ["size", 1280], ["open", "/timeline/"], ["type", "main [name=q]", "المعاهدات"],
    ["holds", "document.querySelector('#filter').dataset.shown === 'المعاهدات'"],
    ["holds", `${entries}.length > 0 && ${entries}.length < 20`], ["tell", entries],
  ],
  "years of a phone": [
    ["size", 390], ["open", "/timeline/"], ["click", 'main a[href="#y2019"]'],
    ["holds", at("/timeline/#y2019")], ["holds", inSight("#y2019")],
  ],
  "years of a wide screen": [
    ["size", 1280], ["open", "/timeline/"], ["click", 'main a[href="#y2019"]'],
    ["holds", at("/timeline/#y2019")], ["holds", inSight("#y2019")],
  ],
  "an entry opens": [
    ["size", 390], ["open", "/timeline/"], ["holds", hidden(".x-entry__summary")],
    ["click", ".x-entry summary"], ["holds", seen(".x-entry__summary")],
    ["open", "/timeline/#e-2019-08-11-tunnel-collapse"],
    ["holds", seen("[data-event='2019-08-11-tunnel-collapse'] .x-entry__summary")],
    ["holds", inSight("#e-2019-08-11-tunnel-collapse")],
  ],
  "search by typing": [
    ["size", 1280], ["open", "/search/"], ["type", "#q", "الكرمي"], ["holds", drawn("الكرمي")],
    ["holds", at("/search/?q=الكرمي")], ["tell", hits],
    ["press", "ArrowDown"], ["holds", focused("#results a")],
    ["press", "Enter"], ["holds", at("/actors/hadi-karmi/")],
  ],
  "search by address, on a phone": [
    ["size", 390], ["open", "/search/?q=المعاهدات"], ["holds", drawn("المعاهدات")],
    ["holds", `${hits}.length > 0`], ["tell", hits], ["holds", fits],
    ["click", "#results .x-hit__title > a"], ["holds", "location.pathname !== '/search/'"],
    ["tell", "location.pathname"], ["back"], ["holds", at("/search/?q=المعاهدات")],
    ["holds", `${hits}.length > 0`],
  ],
  "search from any page": [
    ["size", 1280], ["open", "/method/"], ["press", "/"], ["holds", focused("[data-search]")],
    ["type", "input[data-search]", "النفق"], ["press", "Enter"],
    ["holds", at("/search/?q=النفق")], ["holds", drawn("النفق")], ["tell", hits],
  ],
  "a term beside its word": [
    ["size", 390], ["open", EVENT], ["holds", seen(`${TERM}[aria-expanded]`)],
    ["click", TERM], ["holds", seen("#gloss")], ["holds", fits],
    ["holds", `(({ left, right, top, bottom }) => left >= 0 && right <= innerWidth && top >= 0 &&
      bottom <= innerHeight + 1)(document.querySelector("#gloss").getBoundingClientRect())`],
    ["tell", "document.querySelector('.x-gloss__text').textContent"],
    ["press", "Escape"], ["holds", hidden("#gloss")], ["holds", focused(TERM)],
    ["holds", at(EVENT)],
  ],
  "the theme is kept": [
    ["size", 1280], ["open", "/"], ["holds", `${ground} === "rgb(255, 255, 255)"`],
    ["click", "#scheme"], ["holds", `${ground} === "rgb(21, 24, 27)"`],
    ["holds", "document.querySelector('#scheme').ariaPressed === 'true'"],
    ["open", "/timeline/"], ["holds", `${ground} === "rgb(21, 24, 27)"`],
    ["click", "#scheme"], ["holds", `${ground} === "rgb(255, 255, 255)"`],
  ],
  "styles of paper": [
    ["size", 1280], ["open", "/timeline/"], ["holds", hidden(".x-entry__summary")],
    ["holds", AS_ON_PAPER], ["holds", hidden("#filter")],
    ["tell", "[...document.querySelectorAll('.x-entry__summary')].filter((n) => n.checkVisibility()).length"],
    ["holds", `document.querySelectorAll('.x-entry').length ===
      [...document.querySelectorAll('.x-entry__summary')].filter((n) => n.checkVisibility()).length`],
  ],
  "printing": [
    ["size", 1280], ["open", "/"], ["print", 8], ["open", EVENT], ["print", 3],
    ["open", "/figures/dead/"], ["print", 8], ["open", "/timeline/"], ["print", 40],
  ],
  "every kind of page at 390": widths(390),
  "every kind of page at 1280": widths(1280),
};

/** What an engine does not do, by engine and flow, with the reason. It is printed, not passed. */
export const CANNOT = {
  webkit: { printing: "WebKitWebDriver has no command for printing; see styles of paper" },
};

/** What is different and left so, by engine and flow: it passes, and is printed beside. */
export const DIFFERENT = {
  firefox: { printing: "Gecko knows no `break-after: avoid`: a heading may end a sheet" },
  webkit: { "planted faults are noticed": "by the page's own script: the driver has no console" },
};
