/* Lists to be worked down: <ol data-queue><li class="queue-row"><a class="queue-link">.
   j and k (and the arrows, once a row is in hand) move; the link takes the focus, so Enter opens it.
   The row in hand is remembered for this address, so that coming back from a story lands where one left. */
(() => {
  "use strict";

  const { keys, say } = window.Muqabala;
  const rows = () => [...document.querySelectorAll("[data-queue] .queue-row")].filter((row) => row.querySelector(".queue-link"));
  const current = () => document.querySelector("[data-queue] .queue-row[aria-current=true]");
  const place = `muqabala.queue.${location.pathname}${location.search}`;

  function take(row, focus = true) {
    if (!row) return;
    current()?.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    try {
      sessionStorage.setItem(place, row.id);
    } catch {
      /* a full or forbidden store only costs the memory of the place */
    }
    if (focus) row.querySelector(".queue-link").focus();
    row.scrollIntoView({ block: "nearest" });
  }

  function move(step) {
    const all = rows();
    const at = all.indexOf(current());
    take(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]);
  }

  if (!document.querySelector("[data-queue]")) return;
  keys.add("j", say("next_row"), () => move(1), { group: say("keys_moving") });
  keys.add("k", say("previous_row"), () => move(-1), { group: say("keys_moving") });
  document.addEventListener("keydown", (event) => {
    if (!(event.target instanceof Element) || !event.target.matches(".queue-link")) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target instanceof Element && event.target.closest("[data-queue] .queue-row");
    if (row && row !== current()) take(row, false);
  });
  let left = null;
  try {
    left = sessionStorage.getItem(place);
  } catch {
    /* the same */
  }
  const row = left && document.getElementById(left);
  if (row) take(row, false);
})();
