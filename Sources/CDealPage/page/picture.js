// The picture: groups of parties and of deals, found by what the program wrote on them.
const svg = document.querySelector("#viewport svg");
const drawn = svg?.cloneNode(true);
const edges = [...(svg?.querySelectorAll("g.edge[data-deals]") ?? [])].map((group) => ({
  group, keys: pickedKeys(group.dataset.deals),
}));
const drawnKeys = new Set(edges.flatMap(({ keys }) => keys));
const nodes = [...(svg?.querySelectorAll("g.node[data-party]") ?? [])].map((group) => ({
  group, id: group.dataset.party,
})).filter(({ id }) => parties.has(id));

/** Makes the groups buttons that are easy to hit. */
function prepare() {
  if (!svg) return;
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.setAttribute("role", "group");
  for (const { group, keys } of edges) {
    for (const path of group.querySelectorAll("path.line")) {
      const hit = path.cloneNode();
      hit.removeAttribute("id");
      hit.setAttribute("class", "hit");
      path.parentNode.insertBefore(hit, path);
    }
    enliven(group, () => change({ deal: keys.map(encodeURIComponent).join(" "), party: "" }));
  }
  for (const { group, id } of nodes) {
    if (!group.hasAttribute("aria-label")) group.setAttribute("aria-label", nameOf(id));
    enliven(group, () => change({ party: id, deal: "" }));
  }
}

/** Lets a click, Enter and Space act on a group. */
function enliven(group, act) {
  group.setAttribute("tabindex", "0");
  group.setAttribute("role", "button");
  for (const link of group.querySelectorAll("a")) {
    link.setAttribute("tabindex", "-1");
    link.removeAttribute("href");
    link.removeAttributeNS("http://www.w3.org/1999/xlink", "href");
  }
  group.addEventListener("click", (event) => {
    event.preventDefault();
    if (!wasDragged()) act();
  });
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    opener = group;
    act();
    byId("details-name").focus({ preventScroll: true });
  });
}

/** Marks the groups by the state: what is hidden, faded, picked, and part of the step told. */
function paint(passing) {
  const loop = loops[state.loop - 1];
  const hop = loop?.hops[state.step - 1];
  const picked = new Set(pickedKeys(state.deal));
  const alive = new Set();
  for (const { group, keys } of edges) {
    const isShown = keys.some((key) => passing.has(key));
    const inLoop = loop?.hops.some((one) => keys.some((key) => one.deals.includes(key)));
    const inHop = hop && keys.some((key) => hop.deals.includes(key));
    const ofParty = state.party && keys.some((key) => touches(key, state.party));
    const weakest = loop && loop.bottleneck !== null && keys.some((key) => loop.hops[loop.weakest].deals.includes(key));
    group.classList.toggle("gone", !isShown);
    group.classList.toggle("faded", Boolean(loop && !inLoop));
    group.classList.toggle("told", Boolean(inHop));
    group.classList.toggle("waiting", Boolean(hop && inLoop && !inHop));
    group.classList.toggle("weakest", Boolean(weakest));
    group.classList.toggle("picked", keys.some((key) => picked.has(key)) || Boolean(ofParty));
    if (isShown) for (const key of keys) for (const id of ends(key)) alive.add(id);
  }
  for (const { group, id } of nodes) {
    group.classList.toggle("faded", !alive.has(id) || Boolean(loop && !loop.parties.includes(id)));
    group.classList.toggle("picked", id === state.party);
    group.classList.toggle("told", Boolean(hop) && (id === hop.payer || id === hop.payee));
  }
}

const ends = (key) => [deals.get(key).source, deals.get(key).target];
const touches = (key, id) => ends(key).includes(id);
