// What is new since the last visit. The date of the visit is kept on this device and sent nowhere.
import { counter } from "./count.js";

const KEY = "visit";
const PAUSE = 6 * 3600 * 1000; // a visit goes on for as long as no pause is longer

const today = () => new Date().toISOString().slice(0, 10);

const kept = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
};

const visit = () => {
  const last = kept();
  const now = Date.now();
  const fresh = !last.at || now - last.at > PAUSE;
  const next = { at: now, day: today(), before: fresh ? last.day : last.before };
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // a device that keeps nothing has no last visit
  }
  return next.before;
};

const asked = new URLSearchParams(location.search).get("since");
const linked = /^\d{4}(-\d\d){0,2}$/.test(asked ?? "") ? asked : null;
const before = visit();
const since = linked ?? before;

const worded = (box, day) => {
  const [year, month, date] = day.split("-");
  const months = JSON.parse(box.dataset.months);
  const format = new Intl.NumberFormat(
    box.dataset.digits === "arab" ? "ar-u-nu-arab" : "en", { useGrouping: false });
  return [date && format.format(Number(date)), month && months[Number(month) - 1],
    format.format(Number(year))].filter(Boolean).join(" ");
};

const list = (box) => {
  const items = [...box.querySelectorAll("[data-day]")];
  const fresh = items.filter((item) => item.dataset.day > since);
  const heading = `${box.dataset[linked ? "asked" : "since"]} ${worded(box, since)}`;
  box.querySelector("summary").textContent = `${counter(box).counted(fresh.length)} ${heading}`;
  if (fresh.length) for (const item of items) item.hidden = !fresh.includes(item);
  box.open = Boolean(linked);
  const own = box.querySelector(".x-since__own");
  own.hidden = Boolean(linked);
  own.querySelector("button").addEventListener("click", () => {
    localStorage.removeItem(KEY);
    own.hidden = true;
  });
};

const mark = (word) => {
  for (const card of document.querySelectorAll(".x-card[data-day]")) {
    if (card.dataset.day <= since) continue;
    const badge = document.createElement("span");
    badge.className = "x-new";
    badge.textContent = word;
    card.querySelector(".x-card__when").append(" ", badge);
  }
};

if (since) {
  const box = document.getElementById("since");
  if (box) list(box);
  mark("جديد");
}
