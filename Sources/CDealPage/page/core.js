"use strict";
// What the program embedded, and the words the other files share. Texts reach the page through
// text nodes and copies of nodes that the program escaped; nothing is parsed as HTML here.
const byId = (id) => document.getElementById(id);
const read = (id) => JSON.parse(byId(id).textContent);
const graph = read("graph");
const loops = read("loops").loops;
const told = read("told");
const deals = new Map(graph.edges.map((deal, index) => [deal.key, { ...deal, told: told.deals[index] }]));
const parties = new Map(graph.nodes.map((party, index) => [party.id, { ...party, told: told.parties[index] }]));

/** The text without controls and without the marks that turn the direction of writing. */
const plain = (text) =>
  String(text ?? "").replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, " ");

/** An element with properties, and children that are nodes or plain text. */
function make(tag, properties, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const nameOf = (id) => plain(parties.get(id)?.name ?? id);
const DAY = 86400000;

/** The first and the last day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` can mean, in days since 1970. */
function days(date) {
  if (!/^\d{4}(-\d\d){0,2}$/.test(date ?? "")) return null;
  const [year, month, day] = date.split("-").map(Number);
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const last = day ? first : Date.UTC(month ? year : year + 1, month ?? 0, 1) - DAY;
  return [first / DAY, last / DAY];
}

const isoDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);

/** A sum of US dollars in words. */
function dollars(usd) {
  for (const [unit, word] of [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"]]) {
    if (Math.abs(usd) >= unit) return `${usd < 0 ? "−" : ""}$${Number((Math.abs(usd) / unit).toPrecision(3))} ${word}`;
  }
  return `${usd < 0 ? "−" : ""}$${Math.abs(Math.round(usd)).toLocaleString("en")}`;
}

const several = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

/** Whether movement is welcome. */
const mayMove = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;
