// Light on what belongs together; a menu that closes.  Every page works without it.
"use strict";
const of = (id) => document.querySelectorAll(`[data-of~="${CSS.escape(id)}"]`);
function light(id, on) {
  for (const each of of(id)) each.classList.toggle("lit", on);
}
function statement(node) {
  return node instanceof Element ? node.closest("[data-of], .statement") : null;
}
for (const [event, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(event, ({ target }) => {
    const node = statement(target);
    if (node) for (const id of (node.dataset.of || node.id).trim().split(" ")) light(id, on);
  });
}
function open() {
  const chosen = location.hash && document.getElementById(location.hash.slice(1));
  if (chosen && chosen.matches("details")) chosen.open = true;
}
addEventListener("hashchange", open);
open();
document.addEventListener("click", ({ target }) => {
  const mark = target instanceof Element && target.closest(".doc mark");
  const details = mark && document.getElementById(mark.dataset.of);
  if (details && details.matches("details.statement")) {
    details.open = true;
    details.scrollIntoView({ block: "nearest" });
  }
  for (const menu of document.querySelectorAll(".lang[open]")) {
    if (!menu.contains(target)) menu.open = false;
  }
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") for (const menu of document.querySelectorAll(".lang[open]")) menu.open = false;
});
