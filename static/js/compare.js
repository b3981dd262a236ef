/* Comparing versions: n and p walk from change to change; a choice in the filter shows at once. */
const changes = [...document.querySelectorAll("[data-change]")];
let at = -1;

function go(step) {
  if (!changes.length) return;
  at = Math.min(changes.length - 1, Math.max(0, at + step));
  changes.forEach((change, index) => change.toggleAttribute("data-current", index === at));
  changes[at].focus({ preventScroll: true });
  changes[at].scrollIntoView({ block: "center" });
}

document.querySelectorAll("[data-step]").forEach((button) => {
  button.addEventListener("click", () => go(Number(button.dataset.step)));
});
document.querySelectorAll(".filters select").forEach((select) => {
  select.addEventListener("change", () => select.form.requestSubmit());
});
