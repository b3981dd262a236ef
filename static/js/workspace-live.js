/* What others do, within a second or two: the page asks for what changed since the revision it knows. Rows that nobody
   writes in here are replaced; the row one is in keeps its text, and a bar says what changed; nothing jumps. */
(() => {
  "use strict";

  const { saver, workspace, refreshTimes, clearBand, band, toast } = window.Muqabala;
  if (!workspace) return;
  const { space, bench, user, strings, say, rowOf, idOf, rows, current, editorIn, editable } = workspace;
  const EVERY = 1000;
  const HIDDEN = 20000;
  const known = { revision: Number(space.dataset.revision), state: space.dataset.state, who: "" };
  const know = (revision) => (space.dataset.revision = known.revision = revision); // other scripts watch the attribute
  const wanted = new Set();
  let wantsHead = false;
  let timer = 0;
  let asking = false;
  let failures = 0;
  let present = [];

  async function ask() {
    clearTimeout(timer);
    if (asking) return;
    asking = true;
    const query = new URLSearchParams({ since: known.revision, state: known.state, who: known.who });
    if (current()) query.set("at", idOf(current()));
    if (wanted.size) query.set("rows", [...wanted].join(","));
    if (wantsHead) query.set("head", "1");
    if (document.hidden) query.set("away", "1");
    const asked = [...wanted];
    wanted.clear();
    wantsHead = false;
    try {
      const response = await fetch(`${space.dataset.live}?${query}`, {
        headers: { Accept: "application/json" },
        redirect: "manual",
      });
      if (response.type === "opaqueredirect" || response.status === 401) {
        band("session");
        failures = Math.max(failures, 2);
      } else {
        clearBand("session");
        clearBand("offline");
        failures = response.ok ? 0 : failures + 1;
        if (response.status === 200) take(await response.json());
      }
    } catch {
      asked.forEach((id) => wanted.add(id));
      failures += 1; // the line is down; saving says so where it matters
    }
    asking = false;
    timer = setTimeout(ask, (document.hidden ? HIDDEN : EVERY) * Math.min(8, 2 ** failures));
  }

  function take(news) {
    if (news.who !== undefined) {
      known.who = news.who;
      people(news.here);
    }
    if (news.revision !== undefined) know(news.revision);
    if (!news.segments) return;
    const anchor = anchorOf();
    news.segments.forEach(segment);
    arrange(news.order);
    workspace.progress(news.progress);
    mark();
    anchor();
    head(news.head);
    if (news.state !== known.state || news.editable !== editable()) moved(news);
    refreshTimes(space);
    document.dispatchEvent(new CustomEvent("workspace:news"));
  }

  /* Keeps the current row, or else the first row in sight, where it is on the screen. */
  function anchorOf() {
    const row = current() || rows().find((one) => one.getBoundingClientRect().bottom > 0);
    if (!row) return () => {};
    const id = row.id;
    const before = row.getBoundingClientRect().top;
    return () => {
      const after = document.getElementById(id)?.getBoundingClientRect().top;
      if (after !== undefined && Math.abs(after - before) > 1) window.scrollBy({ top: after - before, behavior: "instant" });
    };
  }

  function segment({ id, version, by, name, html }) {
    const holder = document.createElement("template");
    holder.innerHTML = html.trim();
    const fresh = holder.content.firstElementChild;
    const old = rowOf(id);
    if (!old) {
      document.getElementById("note-box").before(fresh);
      return;
    }
    const entry = saver.entry(id);
    if (entry?.busy) {
      wanted.add(id); // its answer may be on the way; ask again when it is here
      return;
    }
    const newer = version > (entry ? entry.version : Number(old.dataset.version));
    const writing = editorIn(old);
    if (!writing && !saver.isDirty(id)) {
      if (newer && by !== user) slideIn(fresh, name);
      keepMarks(old, fresh);
      old.replaceWith(fresh);
      saver.renew(id, version, fresh.dataset.target);
      document.dispatchEvent(new CustomEvent("workspace:row", { detail: { id, row: fresh } }));
      return;
    }
    aside(old, fresh);
    if (newer && writing) under(old, id, entry.version, name);
  }

  function slideIn(fresh, name) {
    fresh.dataset.fresh = name;
    const sign = document.createElement("span");
    sign.className = "sign";
    sign.dataset.severity = "info";
    sign.title = say("by_other", { person: name });
    const dot = document.createElement("span");
    dot.setAttribute("aria-hidden", "true");
    dot.textContent = "\u270e";
    const words = document.createElement("span");
    words.className = "visually-hidden";
    words.textContent = sign.title;
    sign.append(dot, words);
    fresh.querySelector(".bench-marks").append(sign);
    workspace.announce(say("changed_by", { person: name, number: fresh.dataset.number }));
  }

  function keepMarks(old, fresh) {
    if (old.getAttribute("aria-current")) {
      fresh.setAttribute("aria-current", "true");
      fresh.tabIndex = -1;
      if (document.activeElement === old) requestAnimationFrame(() => fresh.focus({ preventScroll: true }));
    }
    const draft = old.querySelector(".bench-draft");
    if (draft) fresh.querySelector(".bench-en").append(draft);
  }

  /* Around an open editor everything may be renewed, but not the editor. */
  function aside(old, fresh) {
    [".bench-gutter", ".bench-ar", ".bench-earlier"].forEach((part) => {
      const place = old.querySelector(part);
      const next = fresh.querySelector(part);
      if (place && next) place.replaceWith(next);
      else if (place) place.remove();
    });
    ["state", "number", "words", "figures"].forEach((name) => (old.dataset[name] = fresh.dataset[name]));
    ["unfinished", "orphaned", "reopened"].forEach((name) => old.toggleAttribute(`data-${name}`, name in fresh.dataset));
    if (!saver.isDirty(idOf(old))) old.querySelector(".bench-text").replaceWith(hidden(fresh.querySelector(".bench-text")));
  }
  const hidden = (element) => Object.assign(element, { hidden: true });

  async function under(row, id, base, name) {
    if (row.querySelector(".conflict")) return;
    const response = await fetch(`${space.dataset.since.replace("/0/", `/${id}/`)}?base=${base}`);
    if (!response.ok || response.redirected || row.querySelector(".conflict") || !editorIn(row)) return;
    row.querySelector(".bench-changed")?.remove();
    row.querySelector(".bench-edit").insertAdjacentHTML("beforeend", await response.text());
    refreshTimes(row);
    workspace.announce(say("changed_by", { person: name, number: row.dataset.number }));
  }

  /* The order of the story, without ever taking the row one writes in out of the page. */
  function arrange(order) {
    const inPage = rows();
    const there = new Set(order);
    inPage.filter((row) => !there.has(idOf(row)) && !editorIn(row)).forEach((row) => row.remove());
    const wantedRows = order.map(rowOf).filter(Boolean);
    if (rows().every((row, index) => row === wantedRows[index])) return;
    const fixed = current();
    const at = wantedRows.indexOf(fixed);
    const end = document.getElementById("note-box");
    wantedRows.forEach((row, index) => {
      if (row !== fixed) bench.insertBefore(row, fixed && index < at ? fixed : end);
    });
  }

  function head(html) {
    const old = document.getElementById("workspace-head");
    if (!html || !old) return;
    if (old.contains(document.activeElement) || old.querySelector("details[open], dialog[open]")) {
      wantsHead = true;
      return;
    }
    const saved = document.getElementById("saved-all");
    const here = document.getElementById("here");
    old.outerHTML = html;
    document.getElementById("saved-all").replaceWith(saved);
    document.getElementById("here").replaceWith(here);
  }

  /* A step was taken: what one may do here may be another thing now. Typed text is saved or kept in any case. */
  function moved(news) {
    const again = known.state === news.state;
    known.state = space.dataset.state = news.state;
    if (again || news.editable === editable()) return;
    saver.all();
    const link = toast(strings.reload, "warning", { href: location.href, label: strings.reload_now })?.querySelector("a");
    link?.addEventListener("click", (event) => {
      event.preventDefault();
      location.reload();
    });
  }

  function people(here) {
    const place = document.getElementById("here");
    place.replaceChildren(
      ...here.map((one) => {
        const who = document.createElement("span");
        who.className = "who who-here";
        who.textContent = one.name;
        return who;
      }),
    );
    place.setAttribute("aria-label", say("here", { people: here.map((one) => one.name).join(", ") }));
    present = here;
    mark();
  }

  /* Who is in which row: their initials in its gutter. */
  function mark() {
    bench.querySelectorAll(".who-at").forEach((sign) => sign.remove());
    bench.querySelectorAll("[data-here]").forEach((row) => row.removeAttribute("data-here"));
    present.forEach((one) => {
      const row = rowOf(one.at);
      if (!row) return;
      row.dataset.here = one.name;
      const sign = document.createElement("span");
      sign.className = "who-at";
      sign.title = one.name;
      sign.textContent = one.name.split(/\s+/).map((part) => part[0]).join("").slice(0, 2);
      row.querySelector(".bench-gutter").append(sign);
    });
  }

  document.addEventListener("workspace:save", (event) => {
    const { id, status, answer } = event.detail;
    if (!answer || status === "conflict") return;
    if (answer.revision === known.revision + 1) know(answer.revision); // one's own, nothing else between
    const row = rowOf(id);
    if (row && row !== current()) wanted.add(id);
    wantsHead = true;
  });
  document.addEventListener("workspace:left", (event) => wanted.add(event.detail.id));
  document.addEventListener("workspace:refresh", ask);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  timer = setTimeout(ask, 200);
})();
