// What is known of the edge or party that is picked.
let opener = null;

/** A list of names and what they hold; what is not known is left out. */
function factsOf(pairs) {
  const list = make("dl");
  for (const [name, value] of pairs) {
    if (value === null || value === undefined || value === "") continue;
    list.append(make("dt", {}, name), make("dd", {}, ...(Array.isArray(value) ? value : [value])));
  }
  return list;
}

const partyButton = (id) =>
  make("button", { type: "button", className: "link", onclick: () => change({ party: id, deal: "" }) }, nameOf(id));

/** A deal with everything that is known of it, and its sentences as the table holds them. */
function dealDetails(key) {
  const deal = deals.get(key);
  const part = make("article", { className: "deal-details" }, make("h3", {}, plain(deal.told.telling)));
  const row = rows.get(key);
  const written = [...new Set([...(row?.querySelectorAll("mark.sum") ?? [])].map((mark) => mark.textContent))];
  part.append(factsOf([
    ["From", partyButton(deal.source)], ["To", partyButton(deal.target)],
    ["Kind", plain(deal.told.kind)], ["In return", plain(deal.told.returns)],
    ["As written", written.map((text) => `“${text}”`).join(" · ")],
    ["Sum", plain(deal.told.sum) || "not stated"], ["In dollars", deal.told.converted],
    ["Quantity", plain(deal.told.capacity)], ["Stake", deal.stake === null ? null : `${deal.stake}%`],
    ["Term", deal.years === null ? null : several(deal.years, "year")],
    ["Status", plain(deal.told.status)], ["Date", deal.told.date || "not stated"],
    ["Confidence", typeof deal.confidence === "number" ? meter(deal.confidence) : null],
  ]));
  const sentences = row?.querySelector(".said");
  if (sentences) part.append(make("h4", {}, several(deal.evidence.length, "sentence")), sentences.cloneNode(true));
  return part;
}

function meter(share) {
  const percent = Math.round(share * 100);
  return [make("meter", { min: 0, max: 1, value: share, ariaLabel: "Confidence" }), ` ${percent}%`];
}

/** A party: names, money in, out and net, and its deals. */
function partyDetails(id) {
  const party = parties.get(id);
  const { incoming, outgoing, open } = party.told;
  const others = (party.aliases ?? []).map(plain).filter((name) => name && name !== plain(party.name));
  const own = [...deals].filter(([key]) => touches(key, id));
  const part = make("div", {}, factsOf([
    ["Also called", others.join(", ")], ["Is a", plain(party.kind)], ["Listed as", plain(party.ticker)],
    ["Money in", incoming ? dollars(incoming) : "no sum known"],
    ["Money out", outgoing ? dollars(outgoing) : "no sum known"],
    ["Net", incoming || outgoing ? dollars(incoming - outgoing) : null],
  ]));
  if (open) part.append(make("p", { className: "note" }, `${several(open, "deal")} without a known sum not counted.`));
  for (const [title, list] of [["Pays", own.filter(([, deal]) => deal.source === id)],
    ["Is paid", own.filter(([, deal]) => deal.source !== id)]]) {
    if (!list.length) continue;
    part.append(make("h3", {}, title), make("ul", { className: "deal-list" }, ...list.map(([key, deal]) =>
      make("li", {}, make("button", { type: "button", className: "link", onclick: () => pickDeal(key) }, plain(deal.told.telling))))));
  }
  return part;
}

const pickDeal = (key) => change({ deal: encodeURIComponent(key), party: "" });

/** Shows what is picked. */
function detail(before) {
  if (before && before.deal === state.deal && before.party === state.party) return;
  const keys = pickedKeys(state.deal);
  byId("details").hidden = !keys.length && !state.party;
  document.body.classList.toggle("open", !byId("details").hidden);
  byId("facts").replaceChildren();
  if (keys.length) {
    const [payer, payee] = ends(keys[0]).map(nameOf);
    byId("details-name").textContent = `${payer} → ${payee}`;
    byId("facts").append(...keys.map(dealDetails));
  } else if (state.party) {
    byId("details-name").textContent = nameOf(state.party);
    byId("facts").append(partyDetails(state.party));
  }
  const panel = byId("panel");
  if (!byId("details").hidden) panel.scrollTop = byId("details").scrollTop = 0;
}

/** Closes the details and gives the focus back to what opened them. */
function closeDetails() {
  change({ deal: "", party: "" });
  opener?.focus({ preventScroll: true });
  opener = null;
}
