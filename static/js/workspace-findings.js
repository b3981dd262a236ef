/* What the checks find in the current segment: asked at each pause of typing, marked in both texts, counted in the
   gutter, listed in the rail. Alt+1…9 puts a correction in; a finding that is right as it stands is dismissed with a
   reason. The answer to an older text is dropped: marks never stand on other words than those they are about. */
(() => {
  "use strict";

  const { workspace, saver, toast, keys, send } = window.Muqabala;
  const panel = document.getElementById("rail-findings");
  if (!workspace || !panel) return;
  const { bench, rows, idOf, current, editorIn, insert, show, strings, sourceOf } = workspace;
  const PAUSE = 400;
  const SIGNS = { block: "\u25a0", warn: "\u25c6", info: "\u25cb" };
  const own = panel.querySelector("[data-own]");
  const story = panel.querySelector("[data-story]");
  const shown = { id: 0, text: "", marks: [], storyMarks: [] };
  let asked = 0;
  let timer = 0;

  const at = (name, id) => panel.dataset[name].replace("/0/", `/${id}/`);
  const textOf = (row) => editorIn(row)?.value ?? row.dataset.target;

  /* Code points, as the server counts them, to the units of a script's strings. */
  function unitsOf(text) {
    const units = [0];
    for (const point of text) units.push(units[units.length - 1] + point.length);
    return units;
  }

  async function check({ whole = false } = {}) {
    clearTimeout(timer);
    const row = current();
    if (!row) return;
    const id = idOf(row);
    const text = textOf(row);
    const mine = (asked += 1);
    const other = shown.id !== id;
    if (other) clear(id);
    const data = new URLSearchParams({ text });
    if (whole || other) data.set("story", "1");
    let answer;
    try {
      answer = (await send(at("check", id), { data })).data;
    } catch {
      return; // saving says what is wrong with the line
    }
    if (mine !== asked || current() !== row || textOf(row) !== text) return;
    Object.assign(shown, { id, text, marks: answer.marks });
    list(own, answer.own);
    if (answer.story !== null) {
      shown.storyMarks = answer.story_marks;
      list(story, answer.story);
    } else if (shown.storyText !== text) shown.storyMarks = shown.storyMarks.map((one) => ({ ...one, source: [], target: [] }));
    if (answer.story !== null) shown.storyText = text;
    number();
    paint();
  }

  function clear(id) {
    Object.assign(shown, { id, text: null, marks: [], storyMarks: [], storyText: null });
    own.replaceChildren();
    story.replaceChildren();
  }

  /* A reason that somebody is typing stays while its finding does. */
  function list(place, html) {
    const open = new Map(
      [...place.querySelectorAll(".finding")]
        .filter((one) => one.querySelector("details[open]"))
        .map((one) => [one.dataset.finding, one]),
    );
    const focused = document.activeElement?.closest?.(".finding")?.dataset.finding;
    place.innerHTML = html;
    place.querySelectorAll(".finding").forEach((fresh) => {
      const old = open.get(fresh.dataset.finding);
      const form = old?.querySelector("details");
      if (!form || !fresh.querySelector("details")) return;
      fresh.querySelector("details").replaceWith(form);
      if (focused === fresh.dataset.finding) form.querySelector("textarea").focus({ preventScroll: true });
    });
    window.Muqabala.refreshTimes(place);
  }

  /* The first nine corrections have a key, and the first finding one to dismiss it. */
  function number() {
    const writing = editorIn(current());
    [...panel.querySelectorAll("[data-fix]")].forEach((button, index) => {
      button.hidden = !writing;
      if (index > 8) return;
      button.dataset.key = `Alt+${index + 1}`;
      button.dataset.keyLabel = button.textContent.trim();
      const place = button.querySelector("[data-fix-key]");
      place.dir = "ltr";
      place.replaceChildren(cap("Alt"), cap(index + 1));
    });
    const first = panel.querySelector(".finding-dismiss summary");
    if (first) Object.assign(first.dataset, { key: "Alt+x", keyLabel: first.textContent.trim() });
  }
  function cap(text) {
    return Object.assign(document.createElement("kbd"), { textContent: text });
  }

  /* Marks in both texts and counts in the gutter. */
  function paint() {
    const row = current();
    if (!row || shown.id !== idOf(row) || shown.text === null) return;
    const marks = [...shown.marks, ...shown.storyMarks];
    const arabic = row.querySelector(".bench-ar .text");
    if (arabic && !arabic.querySelector("ins, del")) mark(arabic, sourceOf(row), marks, "source");
    echo(row, marks);
    gutter(row, marks);
  }

  function mark(place, text, marks, side) {
    const units = unitsOf(text);
    const spans = [];
    marks.forEach((one) =>
      one[side].forEach(([start, end]) => {
        if (start < end && end < units.length && spans.every((other) => end <= other.start || other.end <= start))
          spans.push({ start, end, severity: one.severity, said: one.said });
      }),
    );
    spans.sort((one, other) => one.start - other.start);
    const parts = [];
    let done = 0;
    spans.forEach(({ start, end, severity, said }) => {
      const words = document.createElement("mark");
      words.className = "finding";
      words.dataset.severity = severity;
      words.title = said;
      words.textContent = text.slice(units[start], units[end]);
      parts.push(text.slice(units[done], units[start]), words);
      done = end;
    });
    place.replaceChildren(...parts, text.slice(units[done]));
  }

  /* Behind the editor stands the same text in the same metrics, invisible but for its marks. */
  function echo(row, marks) {
    const area = editorIn(row);
    const place = row.querySelector(".bench-echo");
    if (!area || !place) return;
    mark(place, area.value, marks, "target");
    place.append("\n\u200b"); // a last empty line is as high as in the editor
    place.scrollTop = area.scrollTop;
  }
  bench.addEventListener("scroll", (event) => {
    const place = event.target.matches?.(".bench-editor") && event.target.parentElement.querySelector(".bench-echo");
    if (place) place.scrollTop = event.target.scrollTop;
  }, true);

  function gutter(row, marks) {
    const place = row.querySelector("[data-findings]");
    if (!place) return;
    place.replaceChildren(
      ...Object.keys(SIGNS)
        .map((severity) => [severity, marks.filter((one) => one.severity === severity).length])
        .filter(([, count]) => count)
        .map(([severity, count]) => sign(severity, count)),
    );
  }
  function sign(severity, count) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "sign", title: panel.dataset[severity] });
    Object.assign(button.dataset, { severity, railOpen: "findings", findingSign: "" });
    const shape = document.createElement("span");
    shape.setAttribute("aria-hidden", "true");
    shape.textContent = SIGNS[severity];
    const words = document.createElement("span");
    words.className = "visually-hidden";
    words.textContent = ` ${panel.dataset[severity]}`;
    button.append(shape, String(count), words);
    return button;
  }

  /* A correction goes in where the check saw the words; the browser's own undo takes it out again. */
  function fix(finding) {
    const area = editorIn(current());
    if (!area) return;
    const seen = finding.closest("[data-story]") ? shown.storyText : shown.text;
    if (area.value !== seen) {
      toast(panel.dataset.moved, "info");
      check({ whole: true });
      return;
    }
    const units = unitsOf(area.value);
    area.focus({ preventScroll: true });
    area.setSelectionRange(units[finding.dataset.start], units[finding.dataset.end]);
    insert(area, finding.dataset.replace);
    workspace.announce(panel.dataset.fixed);
    check({ whole: true });
  }

  /* Deciding: on the text as it is stored, so what is typed goes first. */
  async function decide(url, data) {
    const row = current();
    if (!row) return;
    if (!(await saver.save(idOf(row)))) {
      toast(strings.unsaved_first, "warning");
      return;
    }
    try {
      await send(url, { data, headers: { Accept: "application/json" } });
    } catch (error) {
      toast(error.data?.reason || error.message, "error");
    }
    document.dispatchEvent(new CustomEvent("workspace:refresh"));
    await check({ whole: true });
    (editorIn(row) || panel).focus({ preventScroll: true });
  }

  panel.addEventListener("click", (event) => {
    const finding = event.target.closest(".finding");
    if (event.target.closest("[data-fix]")) fix(finding);
    const back = event.target.closest("[data-restore]");
    if (back) decide(back.dataset.restore, new URLSearchParams());
  });
  panel.addEventListener("toggle", (event) => event.target.open && event.target.querySelector("textarea")?.focus(), true);
  panel.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-dismissal]")) return;
    event.preventDefault();
    const fingerprint = event.target.closest(".finding").dataset.finding;
    const reason = event.target.elements.reason.value;
    if (reason.trim()) decide(at("dismiss", shown.id), new URLSearchParams({ fingerprint, reason }));
  });
  panel.addEventListener("keydown", (event) => {
    const box = event.target.closest("details[open]");
    if (event.key === "Escape" && box) {
      event.stopPropagation();
      box.open = false;
      (editorIn(current()) || panel).focus({ preventScroll: true });
    }
    if (event.key === "Enter" && event.ctrlKey && event.target.matches("textarea")) {
      event.preventDefault();
      event.stopPropagation();
      event.target.form.requestSubmit();
    }
  });

  document.addEventListener("workspace:segment", () => {
    clear(0);
    soon(60);
  });
  document.addEventListener("workspace:left", (event) => {
    event.detail.row.querySelector(".bench-echo")?.replaceChildren();
  });
  document.addEventListener("workspace:news", () => {
    if (shown.id && shown.id === idOf(current() ?? rows()[0]) && textOf(current() ?? rows()[0]) === shown.text) paint();
    else soon(60, true);
  });
  document.addEventListener("workspace:save", (event) => {
    if (event.detail.status === "yes" && current() && event.detail.id === idOf(current())) soon(60, true);
  });
  function soon(wait, whole = false) {
    clearTimeout(timer);
    timer = setTimeout(() => check({ whole }), wait);
  }
  bench.addEventListener("input", (event) => {
    if (!event.target.matches(".bench-editor")) return;
    const row = event.target.closest(".bench-row");
    row.querySelector(".bench-echo").replaceChildren(); // until the answer comes, nothing stands on moved words
    if (row === current()) soon(PAUSE);
  });

  /* Before submitting: whether a finding stops it, and then the first one is shown. */
  function stop() {
    const row = rows().find((one) => one.querySelector('[data-finding-sign][data-severity="block"]'));
    if (!row) return false;
    show(row);
    window.Muqabala.rail?.open("findings");
    toast(panel.dataset.stopped, "warning");
    return true;
  }

  /* The n-th finding as an issue: whoever raises issues hears `workspace:flag` with its words, category and message. */
  function flag(finding = panel.querySelector(".finding")) {
    const row = current();
    if (!row || !finding) return;
    const one = [...shown.marks, ...shown.storyMarks][[...panel.querySelectorAll(".finding")].indexOf(finding)];
    const range = (spans, text) => {
      if (!spans.length) return null;
      const [start, end] = spans[0];
      return { start, end, quote: [...text].slice(start, end).join("") };
    };
    const detail = { id: idOf(row), row, category: finding.dataset.category, text: one.said, finding: finding.dataset.finding };
    detail.source = range(one.source, sourceOf(row));
    detail.target = range(one.target, textOf(row));
    document.dispatchEvent(new CustomEvent("workspace:flag", { detail }));
    window.Muqabala.rail?.open("issues");
  }

  /* The ledger: read anew each time it is opened; a line leads to its segment. */
  const ledger = document.getElementById("ledger");
  const lines = ledger.querySelector("[data-src]");
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.('[data-dialog="ledger"]')) return;
    saver.all().then(() => window.htmx.ajax("GET", lines.dataset.src, { target: lines, swap: "innerHTML" }).catch(() => {}));
  }, true);
  lines.addEventListener("click", (event) => {
    const segment = event.target.closest("[data-segment]");
    const row = segment && workspace.rowOf(segment.dataset.segment);
    if (!row) return;
    event.preventDefault();
    ledger.close();
    show(row);
  });

  if (current()) soon(60);
  window.Muqabala.findings = { check, stop, flag };
})();
