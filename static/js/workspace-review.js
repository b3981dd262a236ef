/* The panels of the review in the rail: issues and tracked changes of the whole story, those of the current segment
   first. They are fetched anew when others change something, but never under somebody's hands. */
(() => {
  "use strict";

  const { workspace, rail } = window.Muqabala;
  if (!workspace || !rail) return;
  const { current, idOf, show } = workspace;
  const panels = () => [...document.querySelectorAll("#rail [data-panel]")];
  const itemsIn = (place) => [...place.querySelectorAll(".rail-item[data-segment]")];
  let revision = "";
  let timer = 0;
  let aim = location.hash.match(/^#(issue|suggestion)-\d+$/)?.[0].slice(1);

  /* Whether a person is in the middle of something there: a typed answer, an open form. */
  function inUse(place) {
    const typed = [...place.querySelectorAll("textarea")].some((area) => area.value.trim());
    return typed || (place.contains(document.activeElement) && document.activeElement.matches("textarea, select, input"));
  }

  function load(place) {
    if (inUse(place)) return;
    window.htmx.ajax("GET", place.dataset.panel, { source: place, target: place, swap: "innerHTML" }).catch(() => {});
  }

  /* The current segment's own items stand first; the others stay in reach below them. */
  function arrange() {
    const row = current();
    const id = row ? String(idOf(row)) : "";
    panels().forEach((place) => itemsIn(place).forEach((item) => item.classList.toggle("elsewhere", item.dataset.segment !== id)));
  }

  function goToAim() {
    const item = aim && document.getElementById(aim);
    if (!item) return;
    aim = "";
    const row = document.getElementById(`segment-${item.dataset.segment}`);
    if (row) show(row, { write: false, focus: false });
    item.scrollIntoView({ block: "center" });
    item.focus({ preventScroll: true });
  }

  /* Flagging: the marked words go into the form, and the form is where the person is. */
  function flag({ id, source, target }) {
    const form = document.querySelector("#rail-issues [data-raise] form");
    if (!form) return;
    form.closest("details").open = true;
    form.elements.segment.value = id;
    const marked = [];
    Object.entries({ source, target }).forEach(([side, range]) => {
      form.elements[`${side}_start`].value = range ? range.start : "";
      form.elements[`${side}_end`].value = range ? range.end : "";
      if (!range) return;
      const words = document.createElement("bdi");
      words.lang = side === "source" ? "ar" : "en";
      words.dir = side === "source" ? "rtl" : "ltr";
      words.textContent = `“${range.quote}”`;
      marked.push(words);
    });
    const place = form.querySelector("[data-marked]");
    place.dataset.none ||= place.textContent;
    if (marked.length) place.replaceChildren(...marked.flatMap((words) => [words, " "]));
    else place.textContent = place.dataset.none;
    setTimeout(() => form.elements.category.focus()); // after the rail has come to the section
  }

  function decide(which) {
    const row = current();
    const buttons = [...document.querySelectorAll(`#rail-suggestions .rail-item:not(.elsewhere) [data-${which}]`)];
    if (row && buttons.length) buttons[0].click();
  }

  document.addEventListener("workspace:segment", arrange);
  document.addEventListener("workspace:flag", (event) => flag(event.detail));
  document.addEventListener("click", (event) => {
    const which = event.target.closest?.("[data-decide]")?.dataset.decide;
    if (which) decide(which);
    const link = event.target.closest?.('#rail a[href^="#segment-"]');
    const row = link && document.querySelector(link.getAttribute("href"));
    if (!row) return;
    event.preventDefault();
    show(row);
  });
  document.body.addEventListener("htmx:afterSwap", (event) => {
    const place = event.target.closest?.("#rail [data-panel]");
    if (!place) return;
    arrange();
    goToAim();
    if (event.detail.requestConfig?.verb === "post") document.dispatchEvent(new CustomEvent("workspace:refresh"));
  });
  // The page's own revision moves with every change of anybody: the panels follow it.
  new MutationObserver(() => {
    const now = document.getElementById("workspace").dataset.revision;
    if (now === revision) return;
    revision = now;
    clearTimeout(timer);
    timer = setTimeout(() => panels().forEach(load), 400);
  }).observe(document.getElementById("workspace"), { attributes: true, attributeFilter: ["data-revision"] });

  revision = document.getElementById("workspace").dataset.revision;
  panels().forEach(load);
})();
