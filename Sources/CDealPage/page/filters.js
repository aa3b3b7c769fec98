// Which deals are shown: kinds, statuses, dates, sums, confidence and names.
const steps = [0, 1e6, 3e6, 1e7, 3e7, 1e8, 3e8, 1e9, 3e9, 1e10, 3e10, 1e11, 3e11];
const spans = [...deals.values()].map((deal) => days(deal.date)).filter(Boolean);
const firstDay = Math.min(...spans.map(([first]) => first));
const lastDay = Math.max(...spans.map(([, last]) => last));
const fold = (text) => text.normalize("NFKC").toLowerCase();
const spoken = new Map([...parties.values()].map((party) =>
  [party.id, fold([party.id, party.name, ...(party.aliases ?? [])].join("\n"))]));

/** The words of a list in the state. */
const words = (list) => new Set(list.split(" ").filter(Boolean));

/** The keys of the deals that pass. */
function passing() {
  const [kinds, statuses] = [words(state.kinds), words(state.statuses)];
  const from = days(state.from)?.[0] ?? null;
  const to = days(state.to)?.[1] ?? null;
  const wanted = fold(state.find.trim());
  const kept = new Set();
  for (const [key, deal] of deals) {
    const span = days(deal.date);
    const isKept = !kinds.has(deal.kind) && !statuses.has(deal.status)
      && (from === null || (span && span[1] >= from))
      && (to === null || (span && span[0] <= to))
      && (!state.least || (deal.amount?.usd ?? -1) >= state.least)
      && (!state.sure || (deal.confidence ?? 1) * 100 >= state.sure)
      && (!wanted || ends(key).some((id) => spoken.get(id)?.includes(wanted)));
    if (isKept) kept.add(key);
  }
  return kept;
}

/** Sets the controls to what the state says. */
function setControls() {
  for (const [name, list] of [["kinds", state.kinds], ["statuses", state.statuses]]) {
    for (const input of byId(name).querySelectorAll("input")) input.checked = !words(list).has(input.value);
  }
  if (spans.length) {
    byId("from").value = days(state.from) ? isoDay(days(state.from)[0]) : isoDay(firstDay);
    byId("to").value = days(state.to) ? isoDay(days(state.to)[1]) : isoDay(lastDay);
    for (const name of ["from", "to"]) {
      const thumb = byId(`${name}-thumb`);
      thumb.value = days(byId(name).value)[0];
      thumb.setAttribute("aria-valuetext", byId(name).value);
    }
  }
  const step = steps.findLastIndex((sum) => sum <= state.least);
  byId("least").value = Math.max(0, step);
  byId("least-said").textContent = state.least ? `≥ ${dollars(state.least)}` : "any";
  byId("least").setAttribute("aria-valuetext", byId("least-said").textContent);
  byId("sure").value = state.sure;
  byId("sure-said").textContent = state.sure ? `≥ ${state.sure}%` : "any";
  byId("sure").setAttribute("aria-valuetext", byId("sure-said").textContent);
  if (document.activeElement !== byId("find")) byId("find").value = state.find;
  byId("letters").checked = state.letters === "on";
}

/** What a choice of dates makes of the state: the ends of all dates mean no choice. */
function chooseDates(from, to, moved) {
  if (from > to) [from, to] = moved === "from" ? [from, from] : [to, to];
  change({ from: from <= firstDay ? "" : isoDay(from), to: to >= lastDay ? "" : isoDay(to) });
}

function listenToFilters() {
  for (const name of ["kinds", "statuses"]) {
    byId(name).addEventListener("change", () => {
      const off = [...byId(name).querySelectorAll("input:not(:checked)")].map((input) => input.value);
      change({ [name]: off.join(" ") });
    });
  }
  byId("dates").hidden = !spans.length || firstDay === lastDay;
  for (const name of ["from", "to"]) {
    const [field, thumb] = [byId(name), byId(`${name}-thumb`)];
    field.min = isoDay(spans.length ? firstDay : 0);
    field.max = isoDay(spans.length ? lastDay : 0);
    [thumb.min, thumb.max] = [firstDay, lastDay];
    field.addEventListener("change", () => {
      const day = (id, otherwise) => days(byId(id).value)?.[0] ?? otherwise;
      chooseDates(day("from", firstDay), day("to", lastDay), name);
    });
    thumb.addEventListener("input", () =>
      chooseDates(Number(byId("from-thumb").value), Number(byId("to-thumb").value), name));
  }
  byId("least").addEventListener("input", () => change({ least: steps[byId("least").value] }));
  byId("sure").addEventListener("input", () => change({ sure: Number(byId("sure").value) }));
  byId("find").addEventListener("input", () => change({ find: byId("find").value }));
  byId("reset").addEventListener("click", () => {
    byId("find").value = "";
    change({ kinds: "", statuses: "", from: "", to: "", least: 0, sure: 0, find: "" });
  });
  byId("letters").addEventListener("change", () => change({ letters: byId("letters").checked ? "on" : "off" }));
}
