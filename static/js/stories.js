/* Writing a story: what is typed is kept in the browser until the server has it, saving without leaving the page,
   clean paste, files into the form, and the list of topics. Without this script the form posts like any other. */
import { keep } from "./keep.js";

const { send, toast, ask, ago } = window.Muqabala;
const form = document.getElementById("story-form");
const TEXTS = ["headline", "dateline", "summary", "body"];

if (form) write(form);

function write(form) {
  const box = keep(form.dataset.person);
  const sign = document.getElementById("saved-sign");
  const words = form.dataset;
  let name = words.keep;
  let stored = snapshot();
  let sending = false;

  function snapshot() {
    const values = {};
    for (const [key, value] of new FormData(form)) {
      if (["csrfmiddlewaretoken", "base", "story"].includes(key)) continue;
      (values[key] ??= []).push(value.replaceAll("\r\n", "\n"));
    }
    return values;
  }
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  function show(state, text) {
    sign.dataset.saved = state;
    sign.textContent = text;
  }

  function fill(values) {
    for (const field of form.elements) {
      if (!field.name || ["csrfmiddlewaretoken", "base", "story"].includes(field.name)) continue;
      if (field.type === "checkbox") field.checked = (values[field.name] || []).includes(field.value);
      else if (field.type !== "submit" && field.name in values) field.value = values[field.name][0];
    }
    changed();
  }

  function changed() {
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  form.addEventListener("input", () => {
    const now = snapshot();
    if (same(now, stored)) {
      box.drop(name);
      show("", "");
      return;
    }
    box.put(name, now);
    show("busy", words.unsaved);
  });
  window.addEventListener("beforeunload", (event) => {
    if (!sending && !same(snapshot(), stored) && !box.get(name)) event.preventDefault();
  });

  offerKept();

  /* Text of an earlier visit that the server never got is offered, never forced. */
  function offerKept() {
    const kept = box.get(name);
    if (!kept) return;
    if (same(kept.value, stored) || form.closest("main").querySelector("[data-clash]")) return;
    const note = document.createElement("div");
    note.className = "alert alert-info write-kept";
    note.setAttribute("role", "status");
    const text = document.createElement("p");
    const when = ago(new Date(kept.at)) || new Date(kept.at).toLocaleString(document.documentElement.lang);
    text.textContent = words.kept.replace("%(time)s", when);
    const preview = document.createElement("p");
    preview.className = "text";
    preview.lang = "ar";
    preview.dir = "rtl";
    preview.textContent = `${kept.value.headline?.[0] || ""} … ${(kept.value.body?.[0] || "").slice(0, 160)}`;
    const use = document.createElement("button");
    use.type = "button";
    use.className = "btn btn-primary btn-sm";
    use.textContent = words.keptUse;
    use.addEventListener("click", () => {
      fill(kept.value);
      note.remove();
      form.elements.body.focus();
    });
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "btn btn-sm";
    drop.textContent = words.keptDrop;
    drop.addEventListener("click", () => {
      box.drop(name);
      note.remove();
    });
    note.append(text, preview, use, " ", drop);
    document.getElementById("story-notes").prepend(note);
  }

  /* Saving: the answer decides. A draft stays on the screen; anything else goes to the story's page. */
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending) return;
    const data = new FormData(form, event.submitter);
    const sent = snapshot();
    box.put(name, sent);
    sending = true;
    show("busy", words.busy);
    try {
      const { data: answer } = await send(form.action, { data });
      if (answer.location) {
        box.drop(name);
        stored = snapshot();
        location.assign(answer.location);
        return;
      }
      if (!answer.stay) throw new Error("no answer to a save");
      stay(answer, sent);
    } catch (error) {
      show("no", words.unsaved);
      if (typeof error.data === "string" && error.data.includes('id="story-form"')) showAnswer(error.data);
      else if (error.kind !== "session" && error.kind !== "offline") toast(error.message, "error");
    }
    sending = false;
  });

  function stay(answer, sent) {
    box.drop(name);
    form.elements.base.value = answer.base;
    form.action = answer.stay;
    if (location.pathname !== answer.stay) history.replaceState(null, "", answer.stay);
    if (!form.elements.story) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "story", value: answer.stay.match(/\d+/)[0] });
      form.append(field);
      document.getElementById("upload-form")?.append(field.cloneNode());
    }
    name = answer.keep;
    // What the server cleaned is shown as it is stored, unless the person has typed on meanwhile.
    const now = snapshot();
    stored = sent;
    TEXTS.forEach((key) => {
      stored[key] = [answer.texts[key]];
      if (same(now, sent) && form.elements[key].value.replaceAll("\r\n", "\n") !== answer.texts[key])
        form.elements[key].value = answer.texts[key];
    });
    document.getElementById("story-notes").replaceChildren();
    form.querySelectorAll(".is-invalid").forEach((field) => field.classList.remove("is-invalid"));
    form.querySelectorAll(".invalid-feedback").forEach((field) => field.remove());
    answer.notes.forEach((note) => note.level !== "success" && toast(note.message, note.level));
    show("yes", answer.saved);
    if (!same(snapshot(), stored)) changed();
  }

  /* The form came back with what is wrong or with both texts: take its notes and marks, keep what stands here. */
  function showAnswer(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const notes = page.getElementById("story-notes");
    document.getElementById("story-notes").replaceWith(notes);
    const typed = snapshot();
    const fresh = page.getElementById("story-form");
    for (const part of ["write-texts", "write-details"])
      form.querySelector(`.${part}`).replaceWith(fresh.querySelector(`.${part}`));
    form.elements.base.value = fresh.elements.base.value;
    fill(typed);
    prepare();
    const first = notes.querySelector("[data-clash]") ? notes.querySelector(".conflict") : form.querySelector(".is-invalid");
    (first || notes).scrollIntoView({ block: "center" });
    first?.focus();
  }

  document.getElementById("main").addEventListener("click", (event) => {
    const button = event.target.closest("[data-take]");
    if (!button) return;
    const clash = button.closest("[data-clash]");
    form.elements[clash.dataset.clash].value = clash.querySelector(`[data-text=${button.dataset.take}]`).content.textContent;
    changed();
    form.elements[clash.dataset.clash].focus();
  });

  /* Paste: HTML becomes the paragraphs a reader sees; plain text goes in as it is. */
  form.addEventListener("paste", async (event) => {
    const field = event.target;
    const html = event.clipboardData?.getData("text/html");
    if (!html || field.name !== "body") return;
    event.preventDefault();
    const plain = event.clipboardData.getData("text/plain");
    const data = new FormData();
    data.set("html", html);
    let text = plain;
    try {
      const answer = (await send(words.paste, { data })).data;
      text = answer.text;
      if (answer.count > 1) toast(words.pasted.replace("%(count)s", answer.count), "info");
    } catch {
      /* no line: the plain text is better than nothing */
    }
    field.focus();
    // execCommand, because it is the only way in that Ctrl+Z can take back.
    if (!document.execCommand("insertText", false, text)) field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    changed();
  });

  /* A file fills the form; the text that stood there is asked for first. */
  document.getElementById("upload-form")?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const upload = event.target;
    if (!upload.elements.file.files.length) return upload.elements.file.focus();
    const full = TEXTS.some((key) => form.elements[key].value.trim());
    if (full && !(await ask(words.replace))) return;
    try {
      const { data: answer } = await send(upload.action, { data: new FormData(upload) });
      for (const [key, text] of Object.entries(answer.texts)) form.elements[key].value = text;
      const notes = document.getElementById("story-notes");
      notes.replaceChildren(
        ...[words.filled, ...answer.notices].map((sentence, index) => {
          const note = document.createElement("p");
          note.className = `alert alert-${index ? "warning" : "info"}`;
          note.setAttribute("role", "status");
          note.textContent = sentence;
          return note;
        }),
      );
      upload.reset();
      changed();
      form.elements.headline.focus();
    } catch (error) {
      if (error.kind !== "session" && error.kind !== "offline") toast(error.message, "error");
    }
  });

  prepare();

  function prepare() {
    form.querySelectorAll("[data-picker]").forEach(pick);
  }
}

/* Topics: checkboxes that can be searched. Arrows move through those that fit, Enter in the search takes the first. */
function pick(picker) {
  const filter = picker.querySelector("[data-picker-filter]");
  const items = [...picker.querySelectorAll(".picker-item")];
  const count = picker.querySelector("[data-picker-count]");
  const none = picker.querySelector("[data-picker-none]");
  // Only what a hurried typist leaves out; the server's search folds more.
  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/[\u064b-\u0652\u0640]/g, "")
      .replace(/[أإآ]/g, "ا")
      .replace(/ة/g, "ه")
      .replace(/ى/g, "ي");
  const fitting = () => items.filter((item) => !item.hidden);
  const box = (item) => item.querySelector("input");

  function refresh() {
    const wanted = fold(filter.value.trim());
    items.forEach((item) => {
      item.hidden = Boolean(wanted) && !fold(item.textContent).includes(wanted);
    });
    none.hidden = !items.length || fitting().length > 0;
    count.textContent = items.filter((item) => box(item).checked).length;
  }

  filter.hidden = items.length < 8;
  // The search is not part of the story: it must neither be kept nor count as a change.
  filter.addEventListener("input", (event) => {
    event.stopPropagation();
    refresh();
  });
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const [first] = fitting();
      if (first) box(first).click();
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      const [first] = fitting();
      if (first) box(first).focus();
    }
  });
  picker.addEventListener("keydown", (event) => {
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.target.type !== "checkbox") return;
    event.preventDefault();
    const all = fitting();
    const at = all.findIndex((item) => box(item) === event.target) + (event.key === "ArrowDown" ? 1 : -1);
    if (at < 0) filter.focus();
    else if (at < all.length) box(all[at]).focus();
  });
  picker.addEventListener("change", refresh);
  refresh();
}
