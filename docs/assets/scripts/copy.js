// Copy a text of the page, or share the page by the device's own sheet. Without this there is no button
// to copy, the text can be selected, and the links to share are there.
const say = document.querySelector(".x-copied");

const select = (node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
};

const copy = async (node) => {
  try {
    await navigator.clipboard.writeText(node.textContent.trim());
    return true;
  } catch {
    select(node);
    return document.execCommand("copy");
  }
};

let fade;
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copy(document.getElementById(button.dataset.copy));
    say.textContent = done ? say.dataset.done : say.dataset.failed;
    clearTimeout(fade);
    fade = setTimeout(() => say.replaceChildren(), 4000);
  });
}

for (const text of document.querySelectorAll(".x-share__text")) {
  const box = text.closest(".x-share");
  const lines = text.textContent.trim().split("\n");
  const shared = { url: lines.pop(), title: lines[0], text: lines.join("\n") };
  if (!navigator.canShare?.(shared)) continue;
  box.querySelector("summary").addEventListener("click", async (event) => {
    if (box.open) return;
    event.preventDefault();
    try {
      await navigator.share(shared);
    } catch (error) {
      box.open = error.name !== "AbortError"; // who closed the sheet wants no other
    }
  });
}

// What lies over the page goes away by Escape, or when something else is touched.
document.addEventListener("keydown", ({ key }) => {
  const box = key === "Escape" && document.querySelector(".x-share[open]");
  if (!box) return;
  box.open = false;
  box.querySelector("summary").focus();
});
document.addEventListener("click", ({ target }) => {
  for (const box of document.querySelectorAll(".x-share[open]")) box.open = box.contains(target);
});
