// The state of the page: what is filtered, picked and told. It lives in the address, so that a link
// restores it. Every change goes through `change`, which shows the state and writes the address.
const untouched = {
  kinds: "", statuses: "", from: "", to: "", least: 0, sure: 0, find: "",
  deal: "", party: "", loop: 0, step: 0, sort: "", at: "", letters: "on",
};
let state = { ...untouched };
let writing = 0;

/** The state that an address tells; what it does not tell or tells wrongly is untouched. */
function stateOf(hash) {
  const result = { ...untouched };
  for (const [name, value] of new URLSearchParams(hash.slice(1))) {
    if (!Object.hasOwn(untouched, name)) continue;
    if (typeof untouched[name] === "string") result[name] = value;
    else if (Number.isFinite(Number(value))) result[name] = Number(value);
  }
  if (!loops[result.loop - 1]) result.loop = result.step = 0;
  if (!parties.has(result.party)) result.party = "";
  result.deal = pickedKeys(result.deal).map(encodeURIComponent).join(" ");
  return result;
}

/** The address of a state. */
function hashOf(wanted) {
  const told = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== untouched[name]) told.set(name, value);
  }
  const text = told.toString();
  return text ? `#${text}` : "#";
}

/** The deals that a list of percent-encoded keys names, without those that are not there. */
function pickedKeys(list) {
  return list.split(" ").filter(Boolean).map((word) => {
    try { return decodeURIComponent(word); } catch { return ""; }
  }).filter((key) => deals.has(key));
}

/** Changes the state, shows it, and soon afterwards writes the address. */
function change(part) {
  const before = state;
  state = { ...state, ...part };
  show(before);
  remember();
}

/** Writes the address once things are quiet, since browsers limit how often it may change. */
function remember() {
  clearTimeout(writing);
  writing = setTimeout(() => {
    writing = 0;
    history.replaceState(null, "", hashOf(state));
  }, 120);
}

/** Takes the state from the address. An address of a place in the page has none. */
function recall() {
  if (location.hash && !location.hash.includes("=") && location.hash !== "#") return;
  clearTimeout(writing);
  const before = state;
  state = stateOf(location.hash);
  show(before);
  place(state.at);
}
