/* The rail: what is known about the current segment. A section with data-src is loaded for each segment ("0" in the
   address stands for it), a moment after it became current. Folded or not, and how wide, is remembered. */
(() => {
  "use strict";

  const { workspace } = window.Muqabala;
  const rail = document.getElementById("rail");
  if (!workspace || !rail) return;
  const { current, idOf } = workspace;
  const STORE = "muqabala.rail";
  const fold = document.getElementById("rail-fold");
  const grip = document.getElementById("rail-grip");
  const state = { folded: false, width: 22, ...read() };
  let timer = 0;

  function read() {
    try {
      return JSON.parse(localStorage.getItem(STORE) || "{}");
    } catch {
      return {};
    }
  }

  function apply() {
    rail.dataset.folded = state.folded;
    fold.setAttribute("aria-expanded", String(!state.folded));
    rail.closest(".workbench").style.setProperty("--rail", `${state.width}rem`);
    grip.setAttribute("aria-valuenow", String(Math.round(state.width)));
    try {
      localStorage.setItem(STORE, JSON.stringify(state));
    } catch {
      /* Then it is not remembered. */
    }
  }

  function load() {
    const row = current();
    if (!row || state.folded) return;
    rail.querySelectorAll("section[data-src]").forEach((section) => {
      const url = section.dataset.src.replace("/0/", `/${idOf(row)}/`);
      const loaded = window.htmx.ajax("GET", url, { source: section, target: section.querySelector(".rail-content"), swap: "innerHTML" });
      loaded.catch(() => {}); // base.js says what is wrong with the line
    });
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(load, 200);
  }

  /* Unfold, and go to a section: open("issues") leads to #rail-issues. */
  function open(name) {
    const section = document.getElementById(`rail-${name}`);
    if (state.folded) {
      state.folded = false;
      apply();
      load();
    }
    section?.scrollIntoView({ block: "nearest" });
    section?.focus({ preventScroll: true });
  }

  fold.addEventListener("click", () => {
    state.folded = !state.folded;
    apply();
    load();
  });

  // Dragging the grip; with the keyboard the arrows do it. The rail stands at the end of the line.
  const towards = () => (document.documentElement.dir === "rtl" ? -1 : 1);
  const within = (width) => Math.min(44, Math.max(16, width));
  grip.addEventListener("pointerdown", (event) => {
    grip.setPointerCapture(event.pointerId);
    const start = { x: event.clientX, width: state.width };
    const unit = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const move = (moved) => {
      state.width = within(start.width - (towards() * (moved.clientX - start.x)) / unit);
      apply();
    };
    grip.addEventListener("pointermove", move);
    grip.addEventListener("pointerup", () => grip.removeEventListener("pointermove", move), { once: true });
  });
  grip.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: towards(), ArrowRight: -towards() }[event.key];
    if (!step) return;
    event.preventDefault();
    state.width = within(state.width + step);
    apply();
  });

  document.addEventListener("workspace:segment", soon);
  document.addEventListener("workspace:save", (event) => event.detail.status === "yes" && soon());
  document.addEventListener("workspace:refresh", soon);
  document.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-rail-open]");
    if (!opener) return;
    const row = opener.closest(".bench-row");
    if (row && row !== current()) workspace.show(row, { focus: false });
    open(opener.dataset.railOpen);
  });

  apply();
  if (current()) soon();
  window.Muqabala.rail = { open, load };
})();
