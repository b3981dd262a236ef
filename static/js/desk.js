/* The desk's own keys: c claims the row in hand, a assigns it; a filter takes effect as soon as it is chosen. */
(() => {
  "use strict";

  const { keys } = window.Muqabala;
  const words = document.querySelector("[data-desk-words]")?.dataset ?? {};
  const inHand = (hook) => document.querySelector(`[data-queue] .queue-row[aria-current=true] ${hook}`);

  keys.add("c", words.claim, () => inHand("[data-claim]")?.click());
  keys.add("a", words.assign, () => inHand("[data-assign]")?.click());

  document.querySelector("[data-filters]")?.addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit();
  });

  document.body.addEventListener("htmx:afterSwap", (event) => {
    const dialog = document.getElementById("assign");
    if (dialog && dialog.contains(event.target) && !dialog.open) dialog.showModal();
  });
})();
