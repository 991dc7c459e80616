// Copy a text of the page. Without this there is no button, and the text can be selected.
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
