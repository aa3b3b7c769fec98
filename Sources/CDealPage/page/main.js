// Shows the state, listens to the keys, starts.

/** Shows the state everywhere. */
function show(before) {
  const shown = passing();
  paint(shown);
  setControls();
  showTable(shown, before);
  detail(before);
  showLoops();
  const visible = edges.filter(({ keys }) => keys.some((key) => shown.has(key))).length;
  const undated = [...deals].filter(([key, deal]) => !shown.has(key) && !days(deal.date)).length;
  const parts = [`${visible} of ${several(edges.length, "edge")} shown`];
  if ((state.from || state.to) && undated) parts.push(`${several(undated, "deal")} without a date not shown`);
  if (shown.size && shown.size < deals.size) parts.push(`${shown.size} of ${several(deals.size, "deal")} in the table`);
  const undrawn = deals.size - drawnKeys.size;
  const away = parties.size - nodes.length;
  if (undrawn) parts.push(`${several(undrawn, "deal")}${away ? ` and ${away} ${away === 1 ? "party" : "parties"}` : ""} too many for the picture, in the table only`);
  if (byId("shown").textContent !== parts.join(", ")) byId("shown").textContent = parts.join(", ");
}

const keys = {
  n: () => turn(1),
  p: () => turn(-1),
  "+": () => svg && zoom(1.4, undefined, undefined, true),
  "=": () => svg && zoom(1.4, undefined, undefined, true),
  "-": () => svg && zoom(1 / 1.4, undefined, undefined, true),
  0: () => svg && look({ ...whole }, true),
  "/": () => {
    byId("more").open = true;
    byId("find").focus();
  },
};
const arrows = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isField = event.target.matches("input, select, textarea");
  if (event.key === "Escape") return leave(isField ? event.target : null);
  if (isField) return;
  if (event.target === viewport && arrows[event.key]) {
    event.preventDefault();
    return pan(...arrows[event.key]);
  }
  if (state.loop && (event.key === "ArrowRight" || event.key === "ArrowLeft") && !event.target.closest("#deals .scroll")) {
    event.preventDefault();
    return pace(event.key === "ArrowRight" ? 1 : -1);
  }
  const isNear = state.letters === "on" || event.target.closest("#picture");
  if (!isNear || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
}

/** Esc: empties the search, else closes the details, else ends the loop. */
function leave(field) {
  if (field?.id === "find" && state.find) {
    field.value = "";
    change({ find: "" });
  } else if (!byId("details").hidden) {
    closeDetails();
  } else if (state.loop) {
    tell(0);
  }
}

document.documentElement.className = "live";
prepare();
prepareLoops();
prepareTable();
listen();
listenToFilters();
listenToFiles();
byId("close").onclick = closeDetails;
document.addEventListener("keydown", press);
addEventListener("hashchange", recall);
recall();
if (!svg) byId("picture").hidden = true;
// A narrow screen shows the picture first, unless a filter of the address is at work.
const isFiltered = ["from", "to", "find", "least", "sure"].some((name) => state[name]);
byId("more").open = isFiltered || !matchMedia("(max-width: 900px)").matches;
