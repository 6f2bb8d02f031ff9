// Review by single keys, on every keyboard layout; they can be switched off.
"use strict";
const on = document.getElementById("keys");
const kept = "zakuro.keys";
const allowed = () => !on || on.checked;
function read() {
  try { return localStorage.getItem(kept); } catch { return null; }
}
function show() {
  document.body.classList.toggle("keysoff", !allowed());
}
if (on) {
  on.checked = read() !== "off";
  on.addEventListener("change", () => {
    try { localStorage.setItem(kept, on.checked ? "on" : "off"); } catch { /* not kept, then */ }
    show();
  });
}
show();
function wanted({ key, code }) {
  // What the key writes, or where it stands: A writes ф on a Russian layout.
  const named = (letter) => document.querySelector(`[data-key="${CSS.escape(letter)}"]`);
  return named(key.toLowerCase()) || (/^Key[A-Z]$/.test(code) ? named(code.at(-1).toLowerCase()) : null);
}
const writing = "input:not([type=checkbox]), select, textarea, [contenteditable]";
document.addEventListener("keydown", (event) => {
  const { target, isComposing, ctrlKey, altKey, metaKey, repeat } = event;
  if (!allowed() || isComposing || ctrlKey || altKey || metaKey || repeat) return;
  if (target instanceof Element && target.closest(writing)) return;
  const node = wanted(event);
  if (!node) return;
  event.preventDefault();
  const choice = document.querySelector("select[name=pledge]");
  if (node.dataset.key === "j" && choice && choice.value === "") choice.focus();
  else node.click();
});
// On a narrow screen the statement stands above the text with its words: stay there.
if (matchMedia("(min-width: 64rem)").matches)
  document.querySelector(".doc mark.now")?.scrollIntoView({ block: "center" });
document.addEventListener("click", ({ target }) => {
  const mark = target instanceof Element && target.closest(".doc mark");
  if (!mark || document.getSelection().toString()) return;
  const query = new URLSearchParams(location.search);
  query.set("statement", mark.dataset.of);
  query.delete("done");
  location.search = query;
});
