/* What editors need of a text area: to grow with its text, to take text so that the browser can undo it, and to say
   which words of a row are selected, as ranges in code points of the stored texts. */
(() => {
  "use strict";

  const CSS_GROWS = CSS.supports("field-sizing", "content");
  function grow(area) {
    if (CSS_GROWS) return;
    area.rows = 1;
    while (area.scrollHeight > area.clientHeight && area.rows < 40) area.rows += 1;
  }

  /* Replaces the text of the editor so that the browser's own undo brings the old one back. */
  function put(area, text) {
    area.focus({ preventScroll: true });
    area.select();
    insert(area, text);
    if (area.value !== text) area.value = text;
    grow(area);
  }
  function insert(area, text) {
    if (!document.execCommand(text ? "insertText" : "delete", false, text)) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function rangeIn(place, start, end) {
    const points = (text) => [...text].length;
    const text = place.value ?? place.textContent;
    return { start: points(text.slice(0, start)), end: points(text.slice(0, end)), quote: text.slice(start, end) };
  }
  /* How long a stretch of the page is in the text as it stands: struck-out words are shown, but are not in it. */
  function written(range) {
    const part = range.cloneContents();
    part.querySelectorAll("del").forEach((gone) => gone.remove());
    return part.textContent.length;
  }
  function selectionIn(row, area) {
    const found = { source: null, target: null };
    if (area && area.selectionStart !== area.selectionEnd)
      found.target = rangeIn(area, area.selectionStart, area.selectionEnd);
    const chosen = window.getSelection();
    [["source", ".bench-ar .text"], ["target", ".bench-text .text"]].forEach(([side, place]) => {
      const text = row?.querySelector(place);
      if (!text || !chosen.rangeCount || chosen.isCollapsed || found[side]) return;
      const range = chosen.getRangeAt(0);
      if (!text.contains(range.commonAncestorContainer)) return;
      const before = document.createRange();
      before.selectNodeContents(text);
      before.setEnd(range.startContainer, range.startOffset);
      const whole = side === "target" ? { value: row.dataset.target } : text;
      const start = written(before);
      found[side] = rangeIn(whole, start, start + written(range));
    });
    return found;
  }

  window.Muqabala.textarea = { grow, insert, put, selectionIn };
})();
