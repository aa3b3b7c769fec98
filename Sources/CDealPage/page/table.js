// The table of all deals: sorted by its heads, its rows open the details.
const rows = new Map([...document.querySelectorAll("tr[data-deal]")].map((row) =>
  [decodeURIComponent(row.dataset.deal), row]));
const heads = [...document.querySelectorAll("#deals th[data-by]")];
const collator = new Intl.Collator("en", { numeric: true });

function prepareTable() {
  for (const head of heads) {
    const button = make("button", { type: "button", className: "sort" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const by = head.dataset.by;
      const first = head.dataset.first ?? "up";
      const second = first === "up" ? "down" : "up";
      change({ sort: state.sort === `${by} ${first}` ? `${by} ${second}` : state.sort === `${by} ${second}` ? "" : `${by} ${first}` });
    });
  }
  for (const [key, row] of rows) {
    const cell = row.querySelector("th");
    const button = make("button", { type: "button", className: "link" });
    button.append(...cell.childNodes);
    cell.append(button);
    button.addEventListener("click", () => {
      opener = button;
      pickDeal(key);
      byId("details-name").focus({ preventScroll: true });
      byId("picture").scrollIntoView({ behavior: mayMove() ? "smooth" : "auto", block: "nearest" });
    });
  }
}

/** Sorts by a column; deals without a value come last, ties keep the order of the graph. */
function sortTable() {
  const [by, direction] = state.sort.split(" ");
  const column = heads.findIndex((head) => head.dataset.by === by);
  heads.forEach((head, index) => {
    if (index === column) head.setAttribute("aria-sort", direction === "down" ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
  const value = (row) => row.children[column]?.dataset.value ?? "";
  const sorted = [...rows.values()];
  if (column >= 0) {
    sorted.sort((left, right) => {
      const [a, b] = [value(left), value(right)];
      if (a === "" || b === "") return (a === "") - (b === "");
      return collator.compare(a, b) * (direction === "down" ? -1 : 1);
    });
  }
  document.querySelector("#deals tbody").append(...sorted);
}

/** Shows the rows that pass, in their order. */
function showTable(shown, before) {
  const picked = new Set(pickedKeys(state.deal));
  for (const [key, row] of rows) {
    row.hidden = !shown.has(key);
    row.classList.toggle("picked", picked.has(key));
  }
  if (!before || before.sort !== state.sort) sortTable();
}
