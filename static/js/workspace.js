/* The bench: one row is current; where the person may write, it holds the editor. Keys, buttons and marks act on it.
   Other scripts hear `workspace:segment` ({id, row}) when another row becomes current, and `workspace:flag`
   ({id, source, target}: ranges in code points) when somebody flags; they may fire `workspace:refresh`.
   `workspace:news` follows rows that came anew from the server. */
(() => {
  "use strict";

  const { saver, toast, ask, keys } = window.Muqabala;
  const { grow, insert, put, selectionIn } = window.Muqabala.textarea;
  const space = document.getElementById("workspace");
  if (!space) return;
  const bench = document.getElementById("bench");
  const strings = JSON.parse(document.getElementById("workspace-strings").textContent);
  const say = (key, values = {}) => strings[key].replace(/%\((\w+)\)s/g, (_, name) => values[name] ?? "");
  const user = Number(space.dataset.user);
  const editable = () => "editable" in space.dataset;
  const clock = new Intl.DateTimeFormat(document.documentElement.lang === "ar" ? "ar-u-nu-latn" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
  });
  document.body.dataset.signedin = location.pathname;
  saver.begin({ user, url: (id) => space.dataset.save.replace("/0/", `/${id}/`) });

  const rows = () => [...bench.querySelectorAll(".bench-row")];
  const rowOf = (id) => document.getElementById(`segment-${id}`);
  const idOf = (row) => Number(row.dataset.segment);
  const current = () => bench.querySelector('.bench-row[aria-current="true"]');
  const editorIn = (row) => row?.querySelector(".bench-editor");

  function announce(text) {
    document.getElementById("announce").textContent = text;
  }

  /* Rows: which is current, and the editor in it. */
  function show(row, { write = editable(), focus = true } = {}) {
    if (!row) return;
    const before = current();
    if (before && before !== row) leave(before);
    if (before !== row) {
      row.setAttribute("aria-current", "true");
      delete row.dataset.fresh;
      document.dispatchEvent(new CustomEvent("workspace:segment", { detail: { id: idOf(row), row } }));
    }
    if (write && editable() && !("orphaned" in row.dataset)) open(row, focus);
    else if (focus) {
      row.tabIndex = -1;
      row.focus({ preventScroll: true });
    }
    keepInView(row);
    history.replaceState(null, "", `#segment-${idOf(row)}`);
  }

  function keepInView(row) {
    const box = row.getBoundingClientRect();
    const top = (document.getElementById("workspace-head")?.getBoundingClientRect().bottom ?? 0) + 8;
    if (box.top < top || box.bottom > window.innerHeight - 16) row.scrollIntoView({ block: box.height > window.innerHeight / 2 ? "start" : "center" });
  }

  function open(row, focus) {
    if (!editorIn(row)) {
      const entry = saver.know(idOf(row), Number(row.dataset.version), row.dataset.target);
      const parts = document.getElementById("editor-parts").content.cloneNode(true);
      const area = parts.querySelector("textarea");
      area.value = entry.text;
      area.setAttribute("aria-label", row.dataset.label);
      row.dataset.came = entry.text;
      row.dataset.figure = "0";
      parts.querySelector("[data-act=figure]").hidden = !row.dataset.figures;
      row.querySelector(".bench-text").hidden = true;
      row.querySelector(".bench-en").prepend(parts);
      count(row);
      nextFigure(row);
      if (entry.stuck === "conflict" && entry.answer) showConflict(row, entry.answer);
      if (saver.isDirty(entry.id)) status(row, "typing");
      grow(area);
    }
    const area = editorIn(row);
    if (focus && document.activeElement !== area) {
      area.focus({ preventScroll: true });
      area.setSelectionRange(area.value.length, area.value.length);
    }
  }

  function leave(row) {
    row.removeAttribute("aria-current");
    const id = idOf(row);
    saver.save(id);
    const area = editorIn(row);
    if (!area || row.querySelector(".conflict")) return;
    close(row);
  }

  function close(row) {
    const entry = saver.entry(idOf(row));
    row.querySelector(".bench-edit")?.remove();
    row.querySelector(".bench-changed")?.remove();
    const text = row.querySelector(".bench-text");
    text.hidden = false;
    if (entry && entry.text !== row.dataset.target) write(row, entry.text);
    if (entry) row.dataset.version = entry.version;
    document.dispatchEvent(new CustomEvent("workspace:left", { detail: { id: idOf(row), row } }));
  }

  /* The plain text of a row, until the server's own rendering of it comes. */
  function write(row, text) {
    const place = row.querySelector(".bench-text .text");
    row.dataset.target = text;
    place.className = "text pre";
    place.lang = "en";
    place.dir = "ltr";
    place.textContent = text;
  }

  const wordsIn = (text) => (text.trim() ? text.trim().split(/\s+/).length : 0);
  function count(row) {
    const place = row.querySelector("[data-count]");
    if (place) place.textContent = say("words", { target: wordsIn(editorIn(row).value), source: row.dataset.words });
  }

  /* Saying what became of the text. */
  function status(row, kind, text = "") {
    const shown = { yes: "yes", busy: "busy", conflict: "conflict", "": "" }[kind] ?? "no";
    const place = row.querySelector(".bench-edit .saved");
    if (place) {
      place.dataset.saved = shown;
      place.textContent = text || (kind ? strings[kind] || "" : "");
    }
    row.dataset.unsaved = saver.isDirty(idOf(row)) ? "yes" : "";
    const overall = document.getElementById("saved-all");
    if (!overall) return;
    const lost = saver.waiting().length;
    overall.dataset.saved = lost ? shown || "no" : kind === "yes" ? "yes" : "";
    overall.textContent = lost ? strings[kind] || strings.typing : kind === "yes" ? text || strings.yes : "";
  }

  document.addEventListener("workspace:save", (event) => {
    const { id, status: kind, answer, message, kept, confirmed } = event.detail;
    const row = rowOf(id);
    if (!row) return;
    if (kind === "yes" || (answer && kind === "typing")) {
      status(row, kind, kind === "yes" ? say("saved_at", { time: clock.format(new Date()) }) : "");
      if (answer) took(row, answer, confirmed);
    } else if (kind === "conflict") {
      saver.entry(id).answer = answer;
      status(row, "conflict");
      showConflict(row, answer);
    } else if (kind === "refused") {
      status(row, kind, message);
      toast(message, "error");
    } else {
      if (!["typing", "busy"].includes(kind)) row.toggleAttribute("data-unfinished", row.dataset.state === "initial");
      status(row, kind, kept === false ? strings.unkept : "");
      if (["offline", "session", "server"].includes(kind)) announce(strings[kind]);
    }
  });

  function took(row, answer, confirmed) {
    row.querySelector(".conflict")?.remove();
    row.dataset.version = answer.version;
    mark(row, answer.state, answer.state_label);
    progress(answer.progress);
    if (confirmed && answer.progress.segments === answer.progress.segments_done) announce(strings.all_done);
  }

  function mark(row, state, label) {
    row.dataset.state = state;
    const done = state !== "initial";
    row.toggleAttribute("data-unfinished", !done);
    const glyph = row.querySelector(".bench-gutter .glyph");
    glyph.dataset.state = state;
    glyph.title = label;
    glyph.firstElementChild.textContent = label;
  }

  function progress(figures) {
    Object.entries(figures).forEach(([name, value]) => {
      document.querySelectorAll(`[data-progress="${name}"]`).forEach((place) => (place.textContent = value));
    });
    const bar = document.querySelector('[data-progress="bar"]');
    if (bar) Object.assign(bar, { max: figures.words || 1, value: figures.words_done });
  }

  /* Two people, one segment. */
  function showConflict(row, answer) {
    const before = row.querySelector(".conflict");
    before?.remove();
    row.querySelector(".bench-changed")?.remove();
    if (!editorIn(row)) open(row, false);
    row.querySelector(".bench-edit").insertAdjacentHTML("beforeend", answer.html);
    if (!before) announce(row.querySelector(".conflict-head").textContent);
  }

  function take(row, which) {
    const id = idOf(row);
    const { answer, text } = saver.entry(id);
    const chosen = { merge: answer.merged, mine: text, theirs: answer.theirs }[which];
    row.querySelector(".conflict").remove();
    put(editorIn(row), chosen);
    saver.decide(id, { text: chosen, version: answer.version, saved: answer.theirs });
    editorIn(row).focus({ preventScroll: true });
  }

  /* Figures of the source, one after another. */
  const figuresOf = (row) => (row.dataset.figures ? row.dataset.figures.split("\n") : []);
  function nextFigure(row) {
    const place = row.querySelector("[data-next-figure]");
    if (place) place.textContent = figuresOf(row)[Number(row.dataset.figure)] ?? figuresOf(row)[0] ?? "";
  }
  function insertFigure(row) {
    const figures = figuresOf(row);
    if (!figures.length) return toast(strings.no_figures, "info");
    const at = Number(row.dataset.figure) % figures.length;
    const area = editorIn(row);
    const before = area.value.slice(0, area.selectionStart);
    area.focus({ preventScroll: true });
    insert(area, before && !/[\s(“"'$€£-]$/.test(before) ? ` ${figures[at]}` : figures[at]);
    row.dataset.figure = (at + 1) % figures.length;
    return nextFigure(row);
  }

  /* Moving. */
  function step(by, { write = editable() } = {}) {
    const all = rows();
    const at = all.indexOf(current());
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (next) show(next, { write });
  }
  const unfinished = () => rows().filter((row) => "unfinished" in row.dataset);
  function nextUnfinished() {
    const all = rows();
    const at = all.indexOf(current());
    const left = unfinished().filter((row) => row !== current());
    const next = left.find((row) => all.indexOf(row) > at) || left[0];
    if (next) show(next);
    else announce(strings.all_done);
    return Boolean(next);
  }

  async function confirm(row) {
    if (row.querySelector(".conflict")) return row.querySelector(".conflict").focus();
    const area = editorIn(row);
    if (area && !area.value.trim()) return area.focus();
    const entry = saver.know(idOf(row), Number(row.dataset.version), row.dataset.target);
    saver.save(entry.id, { confirm: true });
    delete row.dataset.unfinished; // so that "next" passes it by; the server's answer is the truth
    const number = row.dataset.number;
    announce(`${strings.confirmed} ${number}`);
    return nextUnfinished() || step(1);
  }

  async function copySource(row) {
    const area = editorIn(row);
    if (area.value.trim() && !(await ask(strings.take_source_sure, { yes: strings.replace }))) return;
    put(area, sourceOf(row));
  }
  function sourceOf(row) {
    const copy = row.querySelector(".bench-ar .text").cloneNode(true);
    copy.querySelectorAll("del").forEach((gone) => gone.remove());
    return copy.textContent;
  }

  const acts = {
    confirm,
    figure: insertFigure,
    copy: copySource,
    undo: (row) => put(editorIn(row), row.dataset.came),
    save: (row) => saver.save(idOf(row)),
    flag,
  };

  function flag(row = current()) {
    if (!row) return toast(strings.not_here, "info");
    document.dispatchEvent(new CustomEvent("workspace:flag", { detail: { id: idOf(row), row, ...selectionIn(row, editorIn(row)) } }));
    return window.Muqabala.rail?.open("issues");
  }

  bench.addEventListener("click", (event) => {
    const row = event.target.closest(".bench-row");
    if (!row) return;
    const act = event.target.closest("[data-act]");
    if (act) return void acts[act.dataset.act](row);
    const taken = event.target.closest("[data-take]");
    if (taken) return void take(row, taken.dataset.take);
    if (event.target.closest("[data-adopt]")) return void adopt(row);
    if (event.target.closest("a, button, textarea, .conflict, .bench-changed, .bench-draft")) {
      if (row !== current() && !event.target.closest(".bench-draft")) show(row, { focus: false });
      if (event.target.closest(".bench-number")) event.preventDefault(), show(row);
      return;
    }
    if (!window.getSelection().isCollapsed) {
      if (row !== current()) show(row, { write: false, focus: false }); // selecting words to flag or copy
      return;
    }
    show(row, { write: !event.target.closest(".bench-ar") || editable() });
  });

  bench.addEventListener("input", (event) => {
    if (!event.target.matches(".bench-editor")) return;
    const row = event.target.closest(".bench-row");
    grow(event.target);
    count(row);
    saver.typed(idOf(row), event.target.value);
  });
  bench.addEventListener("focusout", (event) => {
    if (event.target.matches(".bench-editor")) saver.save(idOf(event.target.closest(".bench-row")));
  });
  bench.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !event.target.matches(".bench-editor") || event.isComposing) return;
    event.stopPropagation();
    const row = event.target.closest(".bench-row");
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    saver.save(idOf(row)).then(() => {
      if (document.activeElement === row && !row.querySelector(".conflict, .bench-changed")) close(row);
    });
  });

  /* A colleague's text under the open editor is taken over only when asked. */
  function adopt(row) {
    const bar = row.querySelector(".bench-changed");
    const { version, theirs } = bar.dataset;
    bar.remove();
    put(editorIn(row), theirs);
    saver.decide(idOf(row), { text: theirs, version: Number(version), saved: theirs });
    row.dataset.came = theirs;
  }

  const moving = { group: strings.moving };
  keys.add("Alt+ArrowDown", strings.key_next, () => step(1), moving);
  keys.add("Alt+ArrowUp", strings.key_previous, () => step(-1), moving);
  keys.add("j", strings.key_next, () => step(1, { write: false }), moving);
  keys.add("k", strings.key_previous, () => step(-1, { write: false }), moving);
  keys.add("Ctrl+j", strings.key_unfinished, nextUnfinished, moving);
  keys.add("n", strings.key_unfinished, nextUnfinished, moving);
  if (editable()) keys.add("e", strings.key_open, () => show(current() || rows()[0]), moving);
  const parts = document.getElementById("editor-parts").content;
  keys.add("f", parts.querySelector("[data-act=flag]").dataset.keyLabel, () => flag(), {});
  // The keys of the editor also act, and are listed, while the current row is only read.
  if (editable()) {
    parts.querySelectorAll("[data-key]").forEach(({ dataset: { key, keyLabel, keyGroup, act } }) => {
      const run = () => current() && (show(current()), acts[act](current()));
      keys.add(key, keyLabel, run, { group: keyGroup });
    });
  }
  bench.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches(".bench-row")) {
      event.preventDefault();
      show(event.target);
    }
  });

  Object.assign(window.Muqabala, {
    workspace: {
      space,
      bench,
      user,
      strings,
      say,
      rows,
      rowOf,
      idOf,
      current,
      editorIn,
      unfinished,
      editable,
      show,
      put,
      insert,
      progress,
      sourceOf,
      announce,
    },
  });

  // What the address names, else the first segment to do. After the load: until then the browser's own way to the
  // place that the address names would take the focus away again.
  function begin() {
    const named = /^#segment-\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    const first = named || (editable() ? unfinished()[0] : null);
    if (first && !current()) show(first, { focus: document.activeElement === document.body });
  }
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", () => setTimeout(begin));
})();
