// Light and dark, the place in the contents, the key to the search. Everything works without it.
import { toSearch } from "./slash.js";
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  const chosen = () => {
    try {
      return localStorage.getItem("scheme");
    } catch {
      return null;
    }
  };

  const visited = () => {
    try {
      return Boolean(localStorage.getItem("visit"));
    } catch {
      return false;
    }
  };

  const show = () => {
    const scheme = chosen();
    if (scheme) root.dataset.scheme = scheme;
    root.dataset.shown = scheme ?? (system.matches ? "dark" : "light");
  };

  show();
  if (location.search) root.dataset.asked = ""; // something of the page depends on the address
  if (visited()) root.dataset.visited = ""; // what is new stands at the top of home (since.js)
  system.addEventListener("change", show);
  addEventListener("keydown", toSearch);

  const toggle = (button) => {
    const next = root.dataset.shown === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("scheme", next);
    } catch {
      root.dataset.scheme = next;
    }
    show();
    root.dataset.shown = next;
    button.setAttribute("aria-pressed", String(next === "dark"));
  };

  const follow = (contents) => {
    const links = new Map();
    for (const link of contents.querySelectorAll("a")) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) links.set(target, link);
    }
    const passed = new Set();
    const watcher = new IntersectionObserver((entries) => {
      for (const { target, boundingClientRect, rootBounds } of entries) {
        if (boundingClientRect.top < rootBounds.bottom) passed.add(target);
        else passed.delete(target);
      }
      const current = [...links.keys()].filter((target) => passed.has(target)).at(-1);
      for (const [target, link] of links) {
        if (target === current) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    }, { rootMargin: "0px 0px -66% 0px" });
    for (const target of links.keys()) watcher.observe(target);
  };

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("scheme");
    button.hidden = false;
    button.setAttribute("aria-pressed", String(root.dataset.shown === "dark"));
    button.addEventListener("click", () => toggle(button));
    for (const drawer of document.querySelectorAll(".x-drawer")) {
      drawer.addEventListener("click", (event) => {
        if (event.target.closest("a") && drawer.matches(":popover-open")) drawer.hidePopover();
      });
    }
    const contents = document.getElementById("contents");
    if (contents) follow(contents);
  });
})();
