/* Saves what is typed: a moment after the last key, on leaving, on asking. One request a segment at a time, each on the
   version it was typed on. "Saved" is said only when the server has answered, which it does after its commit.
   Listeners hear `workspace:save` on the document: {id, status, detail}, status one of
   typing | busy | yes | offline | session | refused | conflict | server. */
(() => {
  "use strict";

  const { send, drafts } = window.Muqabala;
  const PAUSE = 800;
  const RETRY = [1500, 3000, 6000, 12000];
  const entries = new Map();
  let options = { user: 0, url: () => "" };

  const tell = (id, status, detail = {}) =>
    document.dispatchEvent(new CustomEvent("workspace:save", { detail: { id, status, ...detail } }));

  /* What is known of a segment: `saved` at `version` is the server's, `text` is the page's. */
  function know(id, version, saved) {
    const entry = entries.get(id);
    if (entry) return entry;
    const fresh = { id, version, saved, text: saved, confirm: false, busy: null, timer: 0, tries: 0, stuck: "" };
    entries.set(id, fresh);
    return fresh;
  }

  const dirty = (entry) => entry.text !== entry.saved || entry.confirm;

  function typed(id, text) {
    const entry = entries.get(id);
    if (text === entry.text && !dirty(entry)) return;
    entry.text = text;
    if (text === entry.saved) drafts.acknowledged(options.user, id, entry.version, text);
    else entry.kept = drafts.put(options.user, id, entry.version, text);
    if (entry.stuck === "waiting") return; // the next try takes it along
    entry.stuck = ""; // a conflict is asked anew, so that the merge has these words too
    tell(id, dirty(entry) ? "typing" : "");
    later(entry, PAUSE);
  }

  function later(entry, wait) {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => save(entry.id), wait);
  }

  /* Send what is not sent yet. Resolves to true when the server has everything that stood in the page. */
  async function save(id, { confirm = false } = {}) {
    const entry = entries.get(id);
    if (!entry) return true;
    if (confirm) entry.confirm = true;
    clearTimeout(entry.timer);
    if (entry.busy) {
      await entry.busy;
      return dirty(entry) && !entry.stuck ? save(id) : !dirty(entry);
    }
    if (entry.stuck === "conflict") return false;
    if (!dirty(entry)) return true;
    entry.busy = request(entry);
    try {
      await entry.busy;
    } finally {
      entry.busy = null;
    }
    if (dirty(entry) && !entry.stuck) later(entry, PAUSE);
    return !dirty(entry);
  }

  async function request(entry) {
    const { id, text, confirm, version } = entry;
    tell(id, "busy");
    const data = new URLSearchParams({ text, base: version, by: options.user });
    if (confirm) data.set("confirm", "1");
    try {
      const answer = (await send(options.url(id), { data })).data;
      if (typeof answer.version !== "number") throw Object.assign(new Error(), { kind: "server" });
      Object.assign(entry, { version: answer.version, saved: text, tries: 0, stuck: "" });
      if (confirm) entry.confirm = false;
      if (entry.text !== text) entry.kept = drafts.put(options.user, id, entry.version, entry.text);
      drafts.acknowledged(options.user, id, version, text);
      tell(id, entry.text === text ? "yes" : "typing", { answer, confirmed: confirm });
    } catch (error) {
      failed(entry, error);
    }
  }

  function failed(entry, error) {
    const kind = error.kind || "server";
    if (kind === "conflict") {
      entry.stuck = "conflict";
      tell(entry.id, "conflict", { answer: error.data });
      return;
    }
    // A refusal with a sentence is the server's decision; one without is a token that a new sign-in will mend.
    const final = kind === "refused" && Boolean(error.data?.reason);
    entry.stuck = final ? "refused" : "waiting";
    if (final) entry.confirm = false;
    tell(entry.id, final ? "refused" : kind, { message: error.message, kept: entry.kept !== false });
    if (final) return;
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => again(entry), RETRY[Math.min(entry.tries, RETRY.length - 1)]);
    entry.tries += 1;
  }

  function again(entry) {
    if (entry.stuck === "waiting") entry.stuck = "";
    save(entry.id);
  }

  /* A conflict is decided: `text` goes on top of `version`, or is what already stands there. */
  function decide(id, { text, version, saved }) {
    const entry = entries.get(id);
    const before = entry.version;
    Object.assign(entry, { version, saved, text, stuck: "" });
    if (text !== saved) entry.kept = drafts.put(options.user, id, version, text);
    drafts.of(options.user, id).forEach((draft) => {
      if (draft.tab === drafts.tab && (draft.base === before || text === saved)) drafts.drop(draft);
    });
    if (text !== saved && before === version) drafts.put(options.user, id, version, text);
    if (dirty(entry)) return save(id);
    tell(id, "yes", {});
    return Promise.resolve(true);
  }

  /* The server has a newer text for a segment nobody is writing in here. */
  function renew(id, version, saved) {
    const entry = entries.get(id);
    if (entry && (dirty(entry) || entry.busy)) return false;
    entries.delete(id);
    know(id, version, saved);
    return true;
  }

  const all = () => Promise.all([...entries.keys()].map((id) => save(id)));
  const waiting = () => [...entries.values()].filter(dirty);
  const retryAll = () => entries.forEach((entry) => entry.stuck === "waiting" && again(entry));

  window.addEventListener("online", retryAll);
  window.addEventListener("focus", retryAll);
  document.addEventListener("visibilitychange", () => (document.hidden ? all() : retryAll()));
  window.addEventListener("beforeunload", (event) => {
    if (waiting().length) event.preventDefault();
  });

  window.Muqabala.saver = {
    begin: (given) => Object.assign(options, given),
    know,
    entry: (id) => entries.get(id),
    typed,
    save,
    all,
    decide,
    renew,
    waiting,
    isDirty: (id) => entries.has(id) && dirty(entries.get(id)),
  };
})();
