
"use strict";
{
  const all = (selector) => [...document.querySelectorAll(selector)];
  const cards = new Map(all(".card").map((card) => [card.id, card]));
  const words = new Map();
  for (const element of all("[data-of]")) {
    for (const id of element.dataset.of.split(" ")) {
      words.set(id, [...(words.get(id) ?? []), element]);
    }
  }
  const light = (id, on) => {
    for (const element of [cards.get(id), ...(words.get(id) ?? [])]) element?.classList.toggle("lit", on);
  };
  const statementAt = (target) =>
    target.closest?.(".card")?.id ?? target.closest?.("mark")?.dataset.of ?? null;
  for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(begin, (event) => light(statementAt(event.target), true));
    document.addEventListener(end, (event) => light(statementAt(event.target), false));
  }

  const open = (card) => {
    card.querySelector("details").open = true;
    card.querySelector("summary").focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    document.getElementById(`t-${card.id}`)?.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("mark");
    if (mark && !event.target.closest("a") && !String(getSelection())) open(cards.get(mark.dataset.of));
  });

  const shown = () => [...cards.values()].filter((card) => card.offsetParent !== null);
  document.addEventListener("keydown", (event) => {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const list = shown();
    if (!list.length) return;
    const here = list.indexOf(document.activeElement?.closest(".card"));
    const next = here < 0 ? (step > 0 ? 0 : list.length - 1) : here + step;
    open(list[Math.min(Math.max(next, 0), list.length - 1)]);
    event.preventDefault();
  });

  const form = document.querySelector(".filter");
  form?.addEventListener("change", () => {
    form.querySelector("output").value = form.querySelector("output").dataset.said.replace("{shown}", shown().length).replace("{n}", cards.size);
  });
  form?.querySelector(".keys").removeAttribute("hidden");
}
