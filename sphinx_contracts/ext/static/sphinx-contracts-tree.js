/* Documented formats as trees: a button on each field that holds others shows and hides those.
 *
 * Without this every field is shown, and so it is in print. A link to a field opens the way to it.
 */
(function () {
  "use strict";
  const words = document.currentScript.dataset;

  function start(table) {
    const head = table.tHead.rows[0].cells[0];
    const holders = holdersOf(Array.from(table.tBodies[0].rows));
    const folds = new Map();
    for (const row of new Set(holders.values())) {
      const name = row.querySelector("code").textContent;
      folds.set(row, addButton(row.cells[0], `${words.fold} ${name}`, (fold) => toggle([fold])));
    }
    if (!folds.size) return;
    const all = addButton(head, words.all, () => toggle([...folds.values()]));
    table.classList.add("contract-tree");

    function isClosed(fold) {
      return fold.getAttribute("aria-expanded") === "false";
    }

    function toggle(some) {
      const isOpening = some.some(isClosed);
      some.forEach((fold) => fold.setAttribute("aria-expanded", String(isOpening)));
      show();
    }

    function show() {
      for (const [row, holder] of holders) row.hidden = holder.hidden || isClosed(folds.get(holder));
      all.setAttribute("aria-expanded", String(![...folds.values()].some(isClosed)));
    }

    function openTarget() {
      const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
      if (!holders.has(target) || !target.hidden) return;
      for (let row = holders.get(target); row; row = holders.get(row)) {
        folds.get(row).setAttribute("aria-expanded", "true");
      }
      show();
      target.scrollIntoView();
    }

    window.addEventListener("hashchange", openTarget);
  }

  /* Each nested row with the row that holds it, holders first. */
  function holdersOf(rows) {
    const found = new Map();
    const path = [];
    for (const row of rows) {
      if (row.classList.contains("contract-group")) continue;
      const depth = Number((/contract-depth-(\d)/.exec(row.className) || [])[1] || 0);
      path.length = Math.min(path.length, depth);
      if (path.length) found.set(row, path[path.length - 1]);
      path.push(row);
    }
    return found;
  }

  function addButton(cell, name, pressed) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "contract-fold";
    button.setAttribute("aria-label", name);
    button.setAttribute("aria-expanded", "true");
    button.addEventListener("click", () => pressed(button));
    cell.prepend(button);
    return button;
  }

  document.querySelectorAll("table.contract-format").forEach(start);
})();
