// Pan, zoom and fit: the viewBox of the picture, moved by pointers, wheel and keys.
const viewport = byId("viewport");
const whole = svg ? frame(svg.getBBox()) : { x: 0, y: 0, w: 1, h: 1 };
let box = { ...whole };
let motion = 0;
let dragged = false;
const pointers = new Map();

function frame({ x, y, width, height }) {
  const edge = 12;
  return { x: x - edge, y: y - edge, w: width + 2 * edge, h: height + 2 * edge };
}

const wasDragged = () => dragged;

/** Shows a part of the picture; smoothly when that is welcome. */
function look(to, smooth = false) {
  cancelAnimationFrame(motion);
  const from = box;
  const start = performance.now();
  const step = (now) => {
    const t = smooth && mayMove() ? Math.min(1, (now - start) / 260) : 1;
    const ease = 1 - (1 - t) ** 3;
    box = Object.fromEntries(Object.keys(to).map((key) => [key, from[key] + (to[key] - from[key]) * ease]));
    svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.w} ${box.h}`);
    viewport.classList.toggle("near", box.w < whole.w * 0.99);
    if (t < 1) motion = requestAnimationFrame(step);
  };
  step(start);
  const isWhole = Object.keys(to).every((key) => Math.abs(to[key] - whole[key]) < 0.5);
  const zoom = (whole.w / to.w).toFixed(2);
  state.at = isWhole ? "" : `${Math.round(to.x + to.w / 2)},${Math.round(to.y + to.h / 2)},${zoom}`;
  remember();
}

/** Shows the part that the address tells: the middle and the zoom; else what can be read. */
function place(at) {
  if (!svg) return;
  const [x, y, zoom] = at.split(",").map(Number);
  if (at && [x, y, zoom].every(Number.isFinite) && zoom >= 0.2 && zoom <= 40) {
    look({ x: x - whole.w / zoom / 2, y: y - whole.h / zoom / 2, w: whole.w / zoom, h: whole.h / zoom });
  } else if (state.loop) {
    follow(false);
  } else {
    look(legible());
  }
}

/** The whole picture, or where that could not be read its first loop at a size that can. */
function legible() {
  const scale = Math.min(viewport.clientWidth / whole.w, viewport.clientHeight / whole.h);
  if (scale >= 0.55 || !viewport.clientWidth) return { ...whole };
  const zoom = Math.min(0.72 / scale, 8);
  const part = { w: whole.w / zoom, h: whole.h / zoom };
  const first = nodes.filter(({ id }) => !loops.length || loops[0].parties.includes(id)).map(({ group }) => group);
  const around = bounds(first) ?? whole;
  const x = around.x + around.w / 2 - part.w / 2;
  const y = around.y + around.h / 2 - part.h / 2;
  return { x, y, ...part };
}

/** The box around groups, in the picture's units. */
function bounds(groups) {
  const matrix = svg.getScreenCTM()?.inverse();
  if (!groups.length || !matrix) return null;
  const boxes = groups.map((group) => group.getBoundingClientRect());
  const left = Math.min(...boxes.map((one) => one.left));
  const top = Math.min(...boxes.map((one) => one.top));
  const a = new DOMPoint(left, top).matrixTransform(matrix);
  const b = new DOMPoint(Math.max(...boxes.map((one) => one.right)), Math.max(...boxes.map((one) => one.bottom)))
    .matrixTransform(matrix);
  return { x: a.x, y: a.y, w: b.x - a.x, h: b.y - a.y };
}

/** Brings the loop, or the step that is told, into view where the whole is too small to read. */
function follow(smooth = true) {
  const scale = Math.min(viewport.clientWidth / whole.w, viewport.clientHeight / whole.h);
  if (!svg || (scale >= 0.55 && box.w >= whole.w * 0.99)) return;
  const told = [...edges, ...nodes].filter(({ group }) =>
    state.step ? group.classList.contains("told") : !group.classList.contains("faded"));
  const around = bounds(told.map(({ group }) => group));
  if (!around) return;
  const edge = 24;
  look({ x: around.x - edge, y: around.y - edge, w: around.w + 2 * edge, h: around.h + 2 * edge }, smooth);
}

/** Zooms by a factor, keeping the point at (x, y) of the window in place. */
function zoom(factor, x, y, smooth = false) {
  const limited = Math.max(Math.min(box.w / factor, whole.w * 3), whole.w / 40);
  const scale = limited / box.w;
  const around = viewport.getBoundingClientRect();
  const point = new DOMPoint(x ?? around.left + around.width / 2, y ?? around.top + around.height / 2)
    .matrixTransform(svg.getScreenCTM().inverse());
  look({
    x: point.x - (point.x - box.x) * scale, y: point.y - (point.y - box.y) * scale,
    w: box.w * scale, h: box.h * scale,
  }, smooth);
}

/** Moves the picture by pixels of the window. */
function pan(dx, dy, smooth = false) {
  const scale = svg.getScreenCTM().a;
  look({ ...box, x: box.x - dx / scale, y: box.y - dy / scale }, smooth);
}

function listen() {
  if (!svg) return;
  viewport.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 120), event.clientX, event.clientY);
  }, { passive: false });
  viewport.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (event.button === 0) pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  viewport.addEventListener("pointermove", drag);
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) {
    viewport.addEventListener(name, (event) => {
      pointers.delete(event.pointerId);
      viewport.classList.remove("moving");
    });
  }
  viewport.addEventListener("dblclick", (event) => zoom(1.8, event.clientX, event.clientY, true));
  byId("closer").onclick = () => zoom(1.4, undefined, undefined, true);
  byId("farther").onclick = () => zoom(1 / 1.4, undefined, undefined, true);
  byId("fit").onclick = () => look({ ...whole }, true);
  viewport.tabIndex = 0;
  viewport.setAttribute("role", "group");
  viewport.setAttribute("aria-label", "Picture; arrow keys move it, plus and minus zoom, 0 fits it");
}

function drag(event) {
  const last = pointers.get(event.pointerId);
  if (!last) return;
  const dx = event.clientX - last.x;
  const dy = event.clientY - last.y;
  if (!dragged && Math.hypot(dx, dy) < 5) return;
  if (!dragged) {
    dragged = true;
    viewport.setPointerCapture(event.pointerId);
    viewport.classList.add("moving");
  }
  const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
  if (other) {
    const before = Math.hypot(last.x - other.x, last.y - other.y);
    const after = Math.hypot(event.clientX - other.x, event.clientY - other.y);
    if (before > 0) zoom(after / before, (event.clientX + other.x) / 2, (event.clientY + other.y) / 2);
  }
  pan(other ? dx / 2 : dx, other ? dy / 2 : dy);
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
}
