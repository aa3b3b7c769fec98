// Downloads of what is shown, made in the page.
const columns = [
  ["Id", (deal) => deal.key], ["Source", (deal) => deal.source], ["Target", (deal) => deal.target],
  ["Type", () => "Directed"], ["Kind", (deal) => deal.kind], ["Returns", (deal) => deal.returns],
  ["Amount", (deal) => deal.amount?.value], ["Low", (deal) => deal.amount?.low],
  ["Currency", (deal) => deal.amount?.currency], ["Bound", (deal) => deal.amount?.bound],
  ["Scope", (deal) => deal.amount?.scope], ["USD", (deal) => deal.amount?.usd],
  ["Capacity", (deal) => deal.capacity?.value], ["Unit", (deal) => deal.capacity?.unit],
  ["Stake", (deal) => deal.stake], ["Years", (deal) => deal.years], ["Date", (deal) => deal.date],
  ["Status", (deal) => deal.status], ["Confidence", (deal) => deal.confidence],
  ["Article", (deal) => deal.evidence[0]?.article], ["Start", (deal) => deal.evidence[0]?.start],
  ["End", (deal) => deal.evidence[0]?.end], ["Evidence", (deal) => deal.evidence[0]?.text],
];

/** A cell of RFC 4180; what a spreadsheet would run as a formula gets an apostrophe. */
function cell(value) {
  let text = String(value ?? "");
  if (/^[=+\-@\t\r]/.test(text) && !Number.isFinite(Number(text))) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(shown) {
  const lines = [columns.map(([name]) => name)];
  for (const deal of graph.edges) if (shown.has(deal.key)) lines.push(columns.map(([, of]) => cell(of(deal))));
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}

/** The graph as it came, with the deals that are shown. */
function json(shown) {
  return `${JSON.stringify({ ...graph, edges: graph.edges.filter((deal) => shown.has(deal.key)) }, null, 1)}\n`;
}

/** The picture as Graphviz drew it, with the edges that are shown. */
function picture(shown) {
  const copy = drawn.cloneNode(true);
  copy.querySelectorAll("g.edge[data-deals]").forEach((group, index) => {
    if (!edges[index].keys.some((key) => shown.has(key))) group.remove();
  });
  return new XMLSerializer().serializeToString(copy);
}

function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** The picture in pixels, two for a point, fewer where it is very large. */
function savePNG() {
  const image = new Image();
  image.onload = () => {
    const scale = Math.min(2.6667, 12000 / Math.max(whole.w, whole.h));
    const canvas = make("canvas", { width: Math.round(whole.w * scale), height: Math.round(whole.h * scale) });
    const context = canvas.getContext("2d");
    context.fillStyle = "white";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save("deals.png", "image/png", blob), "image/png");
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture(passing()))}`;
}

function listenToFiles() {
  byId("save-json").onclick = () => save("deals.json", "application/json", json(passing()));
  byId("save-csv").onclick = () => save("deals.csv", "text/csv", csv(passing()));
  byId("save-svg").onclick = () => save("deals.svg", "image/svg+xml", picture(passing()));
  byId("save-png").onclick = savePNG;
  byId("save-svg").disabled = byId("save-png").disabled = !svg;
}
