// What is new since the last visit, or since a day that the address names (?since=2025-10-01).
// The day of the visit is kept on this device and sent nowhere. A day named counts itself: what
// happened later on the day of a visit is not missed.
const KEY = "visit";
const PAUSE = 6 * 3600 * 1000; // a visit goes on for as long as no pause is longer

const kept = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
};

const today = (now) => {
  const zone = new Date(now).getTimezoneOffset() * 60_000;
  return new Date(now - zone).toISOString().slice(0, 10);
};

const visit = () => {
  const last = kept();
  const now = Date.now();
  const fresh = !last.at || now - last.at > PAUSE;
  const next = { at: now, day: today(now), before: fresh ? last.day : last.before };
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // a device that keeps nothing has no last visit
  }
  return next.before;
};

const asked = new URLSearchParams(location.search).get("since") ?? "";
const before = visit();

export const linked = /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(asked);
export const since = (linked ? asked : before) ?? "";

const reached = (day) => Boolean(since && day && day >= since);

// "new", "changed", or nothing: what an element with a day is to this reader.
export const news = ({ dataset }) => {
  if (reached(dataset.day)) return "new";
  return reached(dataset.changed) ? "changed" : null;
};

const mark = () => {
  const words = document.querySelector("script[data-new]").dataset;
  for (const node of document.querySelectorAll("[data-day]:not(#since *)")) {
    const found = news(node);
    if (!found) continue;
    const badge = document.createElement("span");
    badge.className = `x-new x-new--${found}`;
    badge.textContent = words[found];
    (node.querySelector(".x-entry__title, .x-card__when") ?? node).append(" ", badge);
  }
};

const worded = (box, day) => {
  const [year, month, date] = day.split("-").map(Number);
  const digits = box.dataset.digits === "arab" ? "ar-u-nu-arab" : "en";
  const { format } = new Intl.NumberFormat(digits, { useGrouping: false });
  const months = JSON.parse(box.dataset.months);
  return [date && format(date), month && months[month - 1], format(year)].filter(Boolean).join(" ");
};

const forget = (own) => {
  localStorage.removeItem(KEY);
  own.textContent = own.dataset.forgotten;
  for (const badge of document.querySelectorAll(".x-new")) badge.remove();
};

// Leave of a list what is new to this reader; a list of which nothing is left goes.
const leave = (node, fresh) => {
  const items = [...node.querySelectorAll("[data-day]")];
  for (const item of items) item.hidden = !fresh.includes(item);
  node.hidden = items.every((item) => item.hidden);
};

const list = async (box) => {
  const { counter } = await import("./count.js");
  const fresh = [...box.querySelectorAll("[data-day]")].filter(news);
  const further = box.dataset.days.split(" ").filter(reached).length;
  const heading = linked ? `${box.dataset.asked} ${worded(box, since)}` : box.dataset.since;
  box.querySelector("h2").textContent =
    `${counter(box).counted(fresh.length + further)} ${heading}`;
  const rest = box.querySelector(".x-since__rest");
  if (fresh.length) {
    leave(box.querySelector(":scope > ul"), fresh);
    if (rest) leave(rest, fresh);
  }
  if (rest) rest.open = fresh.length > 0 && (linked || box.querySelector(":scope > ul").hidden);
  const more = box.querySelector(".x-since__more");
  more.hidden = !further;
  more.querySelector("a").search = new URLSearchParams({ since, new: 1 });
  const own = box.querySelector(".x-since__own");
  own.hidden = linked;
  own.querySelector(".x-since__day").textContent = worded(box, since);
  own.querySelector("button").addEventListener("click", () => forget(own));
};

const box = document.getElementById("since");
if (since) mark();
if (since && box) await list(box);
if (box) delete box.dataset.waits;
