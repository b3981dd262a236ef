/* Text that was typed and that the server has not acknowledged yet, kept in this browser: one entry for each person,
   segment and version it was typed on. It is written before any request and goes only with the acknowledgement, so an
   ended session, a dropped line or a crash loses no word. localStorage, because it writes before it returns. */
(() => {
  "use strict";

  const PREFIX = "muqabala.draft.";
  const TAB = (() => {
    try {
      sessionStorage.muqabalaTab ||= Math.random().toString(36).slice(2);
      return sessionStorage.muqabalaTab;
    } catch {
      return "";
    }
  })();

  const keyOf = (user, segment, base) => `${PREFIX}${user}.${segment}.${base}`;

  /* Whether the browser keeps it; false where it has no room or no store, and then only the page has the text. */
  function put(user, segment, base, text) {
    try {
      localStorage.setItem(keyOf(user, segment, base), JSON.stringify({ text, at: Date.now(), tab: TAB }));
      return true;
    } catch {
      return false;
    }
  }

  /* The server has `text`: forget every entry of this segment that says the same, and the one it was typed on. */
  function acknowledged(user, segment, base, text) {
    of(user, segment).forEach((draft) => {
      if (draft.text === text || (draft.base === base && draft.tab === TAB)) drop(draft);
    });
  }

  function drop(draft) {
    try {
      localStorage.removeItem(draft.key);
    } catch {
      /* A store that cannot be written to holds nothing either. */
    }
  }

  /* Entries of one person, of one segment if named, oldest first. */
  function of(user, segment = null) {
    const start = segment === null ? `${PREFIX}${user}.` : `${PREFIX}${user}.${segment}.`;
    const found = [];
    try {
      for (let index = 0; index < localStorage.length; index += 1) {
        const key = localStorage.key(index);
        if (!key.startsWith(start)) continue;
        const [id, base] = key.slice(`${PREFIX}${user}.`.length).split(".").map(Number);
        try {
          found.push({ ...JSON.parse(localStorage.getItem(key)), key, segment: id, base });
        } catch {
          /* Not one of ours after all. */
        }
      }
    } catch {
      return [];
    }
    return found.sort((one, other) => one.at - other.at);
  }

  window.Muqabala.drafts = { put, acknowledged, drop, of, tab: TAB };
})();
