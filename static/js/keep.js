/* Words a person typed, kept in this browser until the server has them.
   Each entry has a name of its own and belongs to one person: put before sending, drop only once acknowledged.
     import { keep } from "./keep.js";
     const box = keep(person);            // the id of who is signed in
     box.put("story-7", {body: "…"});     // any plain value; the time is noted
     box.get("story-7");                  // {value, at} or null
     box.drop("story-7");
     box.names("segment-");               // names with this beginning, oldest first
   A full or forbidden store costs the safety net, never the typing: put() answers false then. */

const PREFIX = "muqabala.kept";
const MONTH = 31 * 24 * 3600 * 1000;

export function keep(person) {
  const place = `${PREFIX}.${person}.`;

  function get(name) {
    try {
      const kept = JSON.parse(localStorage.getItem(place + name) || "null");
      return kept && typeof kept === "object" && "value" in kept ? kept : null;
    } catch {
      return null;
    }
  }

  function put(name, value) {
    try {
      localStorage.setItem(place + name, JSON.stringify({ value, at: Date.now() }));
      return true;
    } catch {
      return false;
    }
  }

  function drop(name) {
    try {
      localStorage.removeItem(place + name);
    } catch {
      /* nothing can be kept there, so nothing has to go */
    }
  }

  function names(beginning = "") {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(place + beginning))
        .map((key) => key.slice(place.length))
        .sort((one, other) => (get(one)?.at || 0) - (get(other)?.at || 0));
    } catch {
      return [];
    }
  }

  names().forEach((name) => {
    const kept = get(name);
    if (!kept || kept.at < Date.now() - MONTH) drop(name);
  });
  return { get, put, drop, names };
}
