// Hides what the reader does not want to see. Without this all of it is there.
const filters = document.getElementById("filters");
const boxes = [...filters.querySelectorAll("input")];
const cards = [...document.querySelectorAll(".card")];
const marks = [...document.querySelectorAll(".mark")];
const output = filters.querySelector("output");

function apply() {
  const off = (key) =>
    new Set(boxes.filter((box) => box.dataset[key] && !box.checked).map((box) => box.dataset[key]));
  const severities = off("severity");
  const groups = off("group");
  for (const card of cards) {
    card.hidden = severities.has(card.dataset.severity) || groups.has(card.dataset.group);
  }
  for (const mark of marks) {
    const card = document.getElementById(mark.hash.slice(1));
    mark.classList.toggle("off", card !== null && card.hidden);
  }
  const shown = cards.filter((card) => !card.hidden).length;
  output.textContent = output.dataset.shown
    .replace("{shown}", shown)
    .replace("{all}", cards.length);
}

filters.hidden = cards.length === 0;
filters.addEventListener("change", apply);
apply();

// Paper cannot be clicked.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});
