// A term explained beside its word. Without this, its link leads to the glossary.
const box = document.getElementById("gloss");
const terms = document.querySelectorAll("a.x-term");
let current;
let pressed = false; // the press that reaches an open box's own term has closed the box already

const definition = (term) => document.getElementById(`term-${term.hash.slice(1)}`);

const show = (term) => {
  const text = definition(term);
  current = term;
  box.querySelector(".x-gloss__term").textContent = text.previousElementSibling.textContent;
  box.querySelector(".x-gloss__text").replaceChildren(
    ...[...text.childNodes].map((node) => node.cloneNode(true)),
  );
  box.querySelector(".x-gloss__more").href = term.href;
  box.showPopover({ source: term });
  box.focus({ preventScroll: true });
};

const isOpen = (term) => current === term && box.matches(":popover-open");

const toggle = (term) => {
  const close = pressed || isOpen(term);
  pressed = false;
  if (box.matches(":popover-open")) box.hidePopover();
  if (close) term.focus();
  else show(term);
};

if (box && "showPopover" in box) {
  for (const term of terms) {
    term.setAttribute("role", "button");
    term.setAttribute("aria-haspopup", "dialog");
    term.setAttribute("aria-expanded", "false");
    term.addEventListener("pointerdown", () => {
      pressed = isOpen(term);
    });
    term.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      toggle(term);
    });
    term.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      toggle(term);
    });
  }
  box.addEventListener("toggle", (event) => {
    const open = event.newState === "open";
    for (const term of terms) term.setAttribute("aria-expanded", String(open && term === current));
  });
}
