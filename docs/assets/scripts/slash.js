// The key / goes to the search, from any page: to a box that is in sight, or to the search's page.
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const box = [...document.querySelectorAll("input[data-search]")].find((each) => each.checkVisibility());
  const link = document.querySelector("a[data-search]");
  if (box) {
    box.focus();
    box.select();
  } else if (link) location.assign(`${link.href}#q`);
  else return;
  event.preventDefault();
});
