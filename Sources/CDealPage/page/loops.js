// The loops: the list, and a loop told step by step.
const items = [...document.querySelectorAll("li[data-loop]")];

/** Turns the heads of the list into buttons. */
function prepareLoops() {
  for (const item of items) {
    const head = item.querySelector(".loop-head");
    const button = make("button", { type: "button", className: "loop-head" });
    button.append(...head.childNodes);
    head.replaceWith(button);
    const number = Number(item.dataset.loop);
    button.addEventListener("click", () => tell(state.loop === number ? 0 : number));
    for (const hop of item.querySelectorAll("li[data-hop]")) {
      const step = Number(hop.dataset.hop) + 1;
      const link = make("button", { type: "button", className: "link hop" });
      link.append(...hop.childNodes);
      hop.append(link);
      link.addEventListener("click", () => tell(number, step));
    }
  }
  byId("next-loop").onclick = () => turn(1);
  byId("previous-loop").onclick = () => turn(-1);
  byId("onward").onclick = () => pace(1);
  byId("back").onclick = () => pace(-1);
  for (const id of ["next-loop", "previous-loop"]) byId(id).disabled = !loops.length;
}

/** Tells a loop (0: none), whole or at a step. */
function tell(loop, step = 0) {
  change({ loop, step });
  if (loop) follow();
  else if (svg) look(legible(), true);
}

/** The next or the previous loop, round and round. */
function turn(by) {
  if (!loops.length) return;
  const start = state.loop || (by > 0 ? 0 : loops.length + 1);
  tell(((start - 1 + by + loops.length) % loops.length) + 1);
}

/** The next or the previous step; after the last comes the whole again. */
function pace(by) {
  const count = (loops[state.loop - 1]?.hops.length ?? 0) + 1;
  if (state.loop) tell(state.loop, (state.step + by + count) % count);
}

const tellings = (hop) => hop.deals.map((key) => plain(deals.get(key)?.told.telling)).filter(Boolean);

/** What the line under the picture says of the loop and the step. */
function story(loop) {
  const hop = loop.hops[state.step - 1];
  const count = loop.hops.length;
  if (hop) {
    const isWeakest = state.step - 1 === loop.weakest && loop.bottleneck !== null;
    return [make("span", { className: "count" }, `Step ${state.step} of ${count}`),
      `${tellings(hop).join("; ")}.`, isWeakest ? make("strong", { className: "weak" }, " The weakest hop.") : null];
  }
  const sum = loop.bottleneck === null ? "How much can come back is not known."
    : `At most ${dollars(loop.bottleneck)} can come back.`;
  const way = count > 4 ? [...loop.parties, loop.parties[0]].map(nameOf).join(" → ")
    : loop.hops.map((one) => tellings(one)[0]).join(" → ");
  const undrawn = loop.hops.filter((one) => !one.deals.some((key) => drawnKeys.has(key))).length;
  const hidden = undrawn && svg ? ` ${undrawn} of its ${count} hops are not in the picture.` : "";
  return [make("span", { className: "count" }, `Loop ${state.loop} of ${loops.length}`),
    `${way}. ${sum}${hidden}`];
}

/** Shows the loop of the state in the list and under the picture. */
function showLoops() {
  const loop = loops[state.loop - 1];
  for (const item of items) {
    const isOpen = Number(item.dataset.loop) === state.loop;
    item.classList.toggle("open", isOpen);
    item.querySelector("button.loop-head").setAttribute("aria-expanded", isOpen);
    for (const hop of item.querySelectorAll("li[data-hop]")) {
      const isTold = isOpen && Number(hop.dataset.hop) === state.step - 1;
      hop.classList.toggle("told", isTold);
      if (isTold) hop.setAttribute("aria-current", "step");
      else hop.removeAttribute("aria-current");
    }
    if (isOpen && !item.classList.contains("seen")) reveal(item);
    item.classList.toggle("seen", isOpen);
  }
  byId("story").hidden = !loop;
  if (loop) byId("telling").replaceChildren(...story(loop).filter(Boolean));
}

/** Scrolls the list, not the page, so that an item can be seen. */
function reveal(item) {
  const list = byId("panel");
  const top = item.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top + item.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top - 8;
}
