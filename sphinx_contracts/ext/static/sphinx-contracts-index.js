/* Filter, sort and tree of the index of modules.
 *
 * The page holds the whole table and the controls, hidden; this shows them. What is chosen stands in the address, so
 * that it can be shared and survives reloading and going back. No name in it is "q": the search of Sphinx, which some
 * themes load on every page, takes that for a query.
 */
(function () {
  "use strict";
  const CHOICES = ["phase", "missing", "effect", "raises"];
  const NUMBERS = new Set(["score", "errors", "notes"]);
  const AT_ONCE = 100; // rows that come into view before the page is painted; more than a screen holds
  const EMPTY = { words: "", phase: "", score: "", missing: "", effect: "", raises: "", sort: "", tree: "", closed: "" };

  function start(form, number) {
    const table = form.nextElementSibling.querySelector("table");
    const body = table.tBodies[0];
    const status = form.querySelector("output");
    const prefix = number ? `${number + 1}.` : "";
    const rows = Array.from(body.rows, read);
    const byName = new Map(rows.map((row) => [row.name, row]));
    const tree = treeOrder(rows, byName);
    const heads = Array.from(table.querySelectorAll("thead th[data-key]"), makeSortable);
    let state = fromAddress();
    let late = [];

    function read(element, position) {
      const data = element.dataset;
      const link = element.cells[0].querySelector("a");
      return {
        element, position, link, name: data.module, folder: null, fold: null, depth: 0,
        text: `${data.module} ${textOf(element, "summary")}`.toLowerCase(),
        values: {
          module: data.module, score: Number(data.score), errors: Number(data.errors), notes: Number(data.notes),
          phase: data.phase || "", summary: textOf(element, "summary"), effects: textOf(element, "effects"),
        },
        words: Object.fromEntries(CHOICES.map((name) => [name, choicesOf(name, data[name] || "")])),
      };
    }

    function textOf(element, key) {
      const at = Array.prototype.findIndex.call(table.tHead.rows[0].cells, (cell) => cell.dataset.key === key);
      return at < 0 ? "" : element.cells[at].textContent;
    }

    function choicesOf(name, value) {
      return new Set(name === "phase" ? [value] : value.split(" "));
    }

    function makeSortable(head) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "contract-sort";
      button.append(...head.childNodes);
      head.append(button);
      const key = head.dataset.key;
      button.addEventListener("click", () => {
        const [current, down] = sorting();
        // numbers are asked for from the top: the most errors, the best score
        const first = NUMBERS.has(key) ? `-${key}` : key;
        const other = NUMBERS.has(key) ? key : `-${key}`;
        const now = `${down ? "-" : ""}${current}`;
        change({ sort: now === first ? other : first, tree: "" });
      });
      return { head, key };
    }

    function sorting() {
      const sort = state.sort || "module";
      return [sort.replace(/^-/, ""), sort.startsWith("-")];
    }

    // the address

    function fromAddress() {
      const query = new URLSearchParams(window.location.search);
      return Object.fromEntries(Object.keys(EMPTY).map((name) => [name, query.get(prefix + name) || ""]));
    }

    function toAddress(replace) {
      const query = new URLSearchParams(window.location.search);
      for (const name of Object.keys(EMPTY)) {
        if (state[name]) query.set(prefix + name, state[name]);
        else query.delete(prefix + name);
      }
      const search = query.toString();
      const address = `${window.location.pathname}${search ? `?${search}` : ""}${window.location.hash}`;
      if (replace) window.history.replaceState(null, "", address);
      else window.history.pushState(null, "", address);
    }

    function change(values, replace) {
      state = { ...state, ...values };
      toAddress(replace);
      show();
    }

    // what is shown

    function isWanted(row) {
      return CHOICES.every((name) => !state[name] || row.words[name].has(state[name]))
        && isScoreWanted(row.values.score)
        && state.words.toLowerCase().split(/\s+/).every((word) => row.text.includes(word));
    }

    function isScoreWanted(score) {
      const [, kind, limit] = /^(below|from)-([\d.]+)$/.exec(state.score) || [];
      return kind === "below" ? score < Number(limit) : kind === "from" ? score >= Number(limit) : true;
    }

    function show() {
      const wanted = new Set(rows.filter(isWanted));
      const isFiltered = wanted.size < rows.length;
      const shown = state.tree ? withPackages(wanted, isFiltered) : wanted;
      reveal(order(), shown);
      for (const row of rows) row.element.classList.toggle("contract-dimmed", shown.has(row) && !wanted.has(row));
      table.classList.toggle("contract-tree", Boolean(state.tree));
      if (state.tree) rows.forEach(asTree);
      else rows.forEach(asList);
      markHeads();
      fillForm();
      status.textContent = form.dataset.count.replace("{shown}", wanted.size).replace("{all}", rows.length);
    }

    function reveal(sorted, shown) {
      const coming = sorted.filter((row) => shown.has(row) && row.element.hidden);
      coming.slice(0, AT_ONCE).forEach((row) => { row.element.hidden = false; });
      for (const row of sorted) if (!shown.has(row)) row.element.hidden = true;
      late = coming.slice(AT_ONCE);
      if (late.length) window.requestAnimationFrame(() => window.setTimeout(revealLate));
    }

    function revealLate() {
      late.forEach((row) => { row.element.hidden = false; });
      late = [];
    }

    function withPackages(wanted, isFiltered) {
      const closed = new Set(isFiltered ? [] : state.closed.split(","));
      const shown = new Set();
      for (const row of wanted) {
        const above = [];
        for (let at = row.folder; at; at = at.folder) above.push(at);
        if (above.some((folder) => closed.has(folder.name))) continue;
        shown.add(row);
        above.forEach((folder) => shown.add(folder));
      }
      return shown;
    }

    function order() {
      const [key, down] = sorting();
      const sorted = state.tree ? tree : rows.slice().sort((one, other) => {
        const difference = compare(one.values[key], other.values[key]);
        return (down ? -difference : difference) || one.position - other.position;
      });
      if (sorted.some((row, index) => body.rows[index] !== row.element)) {
        body.append(...sorted.map((row) => row.element));
      }
      return sorted;
    }

    function compare(one, other) {
      if (typeof one === "number") return one - other;
      return one < other ? -1 : one > other ? 1 : 0;
    }

    function asTree(row) {
      for (let depth = 1; depth < 10; depth += 1) {
        row.element.classList.toggle(`contract-depth-${depth}`, Math.min(row.depth, 9) === depth);
      }
      setName(row, row.folder ? row.name.slice(row.folder.name.length + 1) : row.name);
      if (row.fold) {
        row.fold.hidden = false;
        row.fold.setAttribute("aria-expanded", String(!state.closed.split(",").includes(row.name)));
      }
    }

    function asList(row) {
      for (let depth = 1; depth < 10; depth += 1) row.element.classList.remove(`contract-depth-${depth}`);
      setName(row, row.name);
      if (row.fold) row.fold.hidden = true;
    }

    function setName(row, text) {
      if (row.link && row.link.textContent !== text) row.link.textContent = text;
    }

    function addFold(row) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "contract-fold";
      button.hidden = true;
      button.setAttribute("aria-label", `${form.dataset.fold} ${row.name}`);
      button.addEventListener("click", () => {
        const closed = new Set(state.closed.split(",").filter(Boolean));
        if (!closed.delete(row.name)) closed.add(row.name);
        change({ closed: Array.from(closed).join(",") });
      });
      row.element.cells[0].prepend(button);
      return button;
    }

    function treeOrder(all, known) {
      for (const row of all) {
        for (let name = row.name; !row.folder && name.includes(".");) {
          name = name.slice(0, name.lastIndexOf("."));
          row.folder = known.get(name) || null;
        }
      }
      for (const row of all) {
        for (let at = row.folder; at; at = at.folder) row.depth += 1;
        if (row.folder && !row.folder.fold) row.folder.fold = addFold(row.folder);
      }
      const key = new Map(all.map((row) => [row, row.name.split(".").join("\u0000")]));
      return all.slice().sort((one, other) => compare(key.get(one), key.get(other)));
    }

    function markHeads() {
      const [current, down] = sorting();
      for (const { head, key } of heads) {
        head.setAttribute("aria-sort", key !== current ? "none" : down ? "descending" : "ascending");
      }
    }

    function fillForm() {
      for (const control of form.elements) {
        if (control.type === "checkbox") control.checked = Boolean(state[control.name]);
        else if (control.name in EMPTY && control.value !== state[control.name]) control.value = state[control.name];
      }
    }

    form.addEventListener("input", (event) => {
      const control = event.target;
      if (control.type === "checkbox") change({ tree: control.checked ? "1" : "", sort: "" });
      else change({ [control.name]: control.value }, control.type === "search");
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      change({ ...EMPTY });
    });
    window.addEventListener("popstate", () => {
      state = fromAddress();
      show();
    });
    form.hidden = false;
    show();
  }

  document.querySelectorAll("form.contract-filter").forEach(start);
})();
