// The key / goes to the search, from any page: to a box that is in sight, or to the search's page. On
// a keyboard whose key there writes a letter, as ظ in Arabic, so does that key.
const asks = ({ key, code, shiftKey }) => key === "/" || (code === "Slash" && !shiftKey && /^\p{L}$/u.test(key));

export const toSearch = (event) => {
  if (!asks(event) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const box = [...document.querySelectorAll("input[data-search]")].find((each) => each.checkVisibility());
  const link = document.querySelector("a[data-search]");
  if (box) {
    box.focus();
    box.select();
  } else if (link) location.assign(`${link.href}#q`);
  else return;
  event.preventDefault();
};
