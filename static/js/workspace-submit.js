/* Handing in: what is typed goes first; what is not confirmed is listed; then the question. And text that an earlier
   visit could not save is offered again. */
(() => {
  "use strict";

  const { saver, drafts, toast, ask, keys, openDialog, workspace } = window.Muqabala;
  if (!workspace) return;
  const { space, user, strings, say, rowOf, idOf, editable, unfinished, show, sourceOf, editorIn, put } = workspace;

  let saveNote = () => null;
  let noteWaits = () => false;

  /* Submit: everything typed first, then the dialog of what is missing, or the question. */
  const submits = () => editable() && space.dataset.state === "in_translation" && document.getElementById("act-submit");
  // On the window, before base.js says why a shut button is shut: here its list says more.
  window.addEventListener(
    "click",
    (event) => {
      if (!event.target.closest?.("#act-submit") || !submits()) return;
      event.preventDefault();
      event.stopPropagation();
      submit();
    },
    true,
  );
  if (submits()) keys.add("Ctrl+Shift+Enter", submits().textContent.trim(), submit);
  async function submit() {
    await Promise.all([saver.all(), saveNote()]);
    if (saver.waiting().length || noteWaits()) return toast(strings.unsaved_first, "warning");
    const left = unfinished();
    if (left.length) return listUnfinished(left);
    if (window.Muqabala.findings?.stop()) return undefined;
    const form = document.querySelector('form[data-step="submit"]');
    if (form && (await ask(strings.submit_sure, { yes: strings.submit }))) form.submit();
    return undefined;
  }
  function listUnfinished(left) {
    const dialog = document.getElementById("unfinished");
    const list = dialog.querySelector("[data-list]");
    list.replaceChildren(
      ...left.slice(0, 12).map((row) => {
        const item = document.createElement("li");
        item.value = Number(row.dataset.number);
        const text = document.createElement("bdi");
        text.lang = "ar";
        text.dir = "rtl";
        text.textContent = sourceOf(row).slice(0, 60);
        item.append(text);
        return item;
      }),
    );
    dialog.querySelector("[data-first]").onclick = () => {
      dialog.close();
      show(left[0]);
    };
    openDialog("unfinished");
    dialog.querySelector("[data-first]").focus();
  }
  // Any other step leaves the page: what is typed goes first.
  document.addEventListener("submit", async (event) => {
    if (event.defaultPrevented || !saver.waiting().length || event.target.method === "dialog") return;
    if (!event.target.closest(".steps")) return;
    event.preventDefault();
    await saver.all();
    if (saver.waiting().length) toast(strings.unsaved_first, "warning");
    else event.target.submit();
  });

  /* Drafts of an earlier visit: in their row, and a bar that leads to the first. */
  const offeredHere = new Map();
  function offer(draft) {
    const row = rowOf(draft.segment);
    if (!row || row.querySelector(".bench-draft")) return false;
    if (draft.text === row.dataset.target) {
      drafts.drop(draft);
      return false;
    }
    const parts = document.getElementById("draft-parts").content.cloneNode(true);
    const when = new Date(draft.at).toLocaleString(document.documentElement.lang === "ar" ? "ar-u-nu-latn" : "en-GB");
    parts.querySelector("[data-when]").textContent = say("draft_when", { when });
    parts.querySelector("[data-text]").textContent = draft.text;
    parts.querySelector("[data-draft=use]").onclick = () => use(draft);
    parts.querySelector("[data-draft=use]").hidden = !editable() || "orphaned" in row.dataset;
    parts.querySelector("[data-draft=drop]").onclick = () => {
      drafts.drop(draft);
      done(draft);
    };
    row.querySelector(".bench-en").append(parts);
    offeredHere.set(draft.segment, draft);
    return true;
  }

  // The save of a page that was just left may have gone through after all; then there is nothing to offer.
  document.addEventListener("workspace:row", ({ detail: { id, row } }) => {
    const draft = offeredHere.get(id);
    if (draft?.text !== row.dataset.target) return;
    drafts.drop(draft);
    done(draft);
  });

  // On the version it was typed on: had somebody else saved since, the server will say so and keep both.
  function use(draft) {
    const row = rowOf(draft.segment); // asked now: news may have put another one in its place
    show(row);
    const entry = saver.know(idOf(row), Number(row.dataset.version), row.dataset.target);
    entry.version = Math.min(entry.version, draft.base);
    put(editorIn(row), draft.text);
    saver.save(entry.id).then((saved) => saved && drafts.drop(draft));
    done(draft);
  }

  function done(draft) {
    offeredHere.delete(draft.segment);
    rowOf(draft.segment).querySelector(".bench-draft")?.remove();
    bar();
  }

  function bar() {
    const place = document.getElementById("offers-of-drafts");
    const offered = () => [...document.querySelectorAll(".bench-draft")];
    place.replaceChildren();
    if (!offered().length) return;
    const band = document.createElement("div");
    band.className = "band";
    band.dataset.band = "drafts";
    const text = document.createElement("span");
    text.textContent = say("drafts_some", { count: offered().length });
    const lead = document.createElement("button");
    lead.type = "button";
    lead.className = "btn btn-sm";
    lead.textContent = strings.drafts_show;
    lead.onclick = () => {
      const [first] = offered();
      show(first.closest(".bench-row"), { write: false });
      first.querySelector("[data-draft=use]").focus();
    };
    const back = document.createElement("button");
    back.type = "button";
    back.className = "btn btn-sm btn-primary";
    back.textContent = strings.drafts_all;
    back.hidden = !editable();
    back.onclick = () => offered().forEach((one) => one.querySelector("[data-draft=use]").click());
    band.append(text, back, lead);
    place.append(band);
  }

  // Another tab of this person may be saving its own this very moment: theirs are offered only if they stay.
  const mine = drafts.of(user).filter((draft) => draft.tab === drafts.tab);
  mine.forEach(offer);
  bar();
  setTimeout(() => {
    drafts.of(user).filter((draft) => draft.tab !== drafts.tab && !saver.isDirty(draft.segment)).forEach(offer);
    bar();
  }, 3000);

  /* The note to the translation editor: kept, saved and acknowledged like everything typed. */
  const note = document.getElementById("note");
  if (!note) return;
  const said = (shown, text) => {
    const place = document.getElementById("note-saved");
    place.dataset.saved = shown;
    place.textContent = text;
  };
  const store = `note-${space.dataset.pk}`;
  let base = note.dataset.savedNote;
  let timer = 0;
  let busy = null;
  noteWaits = () => note.value !== base;
  saveNote = () => {
    clearTimeout(timer);
    if (!noteWaits()) return busy;
    busy ||= sendNote().then((pause) => {
      busy = null;
      if (pause && noteWaits()) timer = setTimeout(saveNote, pause);
    });
    return busy;
  };

  /* Answers after how many milliseconds to try again with what is still unsaved; 0 for not by itself. */
  async function sendNote() {
    const text = note.value;
    said("busy", strings.busy);
    try {
      await window.Muqabala.send(space.dataset.note, { data: new URLSearchParams({ text, base, by: user }) });
    } catch ({ kind, data, message }) {
      said("no", data?.reason || strings[kind] || message);
      if (data?.merged === undefined) return kind === "refused" ? 0 : 4000;
      note.value = data.merged; // both notes in one; it is the person's to read it and to save it
      base = data.stored;
      drafts.put(user, store, 0, note.value);
      return 0;
    }
    base = text;
    drafts.acknowledged(user, store, 0, text);
    if (noteWaits()) drafts.put(user, store, 0, note.value);
    said(noteWaits() ? "no" : "yes", noteWaits() ? strings.typing : strings.yes);
    return 800;
  }

  note.addEventListener("input", () => {
    drafts.put(user, store, 0, note.value);
    said("no", strings.typing);
    clearTimeout(timer);
    timer = setTimeout(saveNote, 800);
  });
  note.addEventListener("blur", () => saveNote());
  window.addEventListener("beforeunload", (event) => noteWaits() && event.preventDefault());
  const kept = drafts.of(user, store).pop();
  if (kept && kept.text !== base) {
    note.value = kept.text;
    said("no", strings.typing);
    saveNote();
  }
})();
