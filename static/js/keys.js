/* The keyboard layer. Declare a key where it acts and it appears in the help dialog by itself:
     <button data-key="j" data-key-label="Next row" data-key-group="Moving">   pressing = clicking (focus for fields)
     <a href="/desk/" data-key="g d">                                          two keys one after the other
     <button data-key="Ctrl+Enter">                                            with Ctrl, Alt, Shift or Meta also while typing
   Scripts: Muqabala.keys.add("j", "Next row", run, {group, typing}).
   Letters are matched by their place as well as by their sign, so they work under an Arabic keyboard. */
(() => {
  "use strict";

  const { say } = window.Muqabala;
  const STORE = "muqabala.letters";
  const added = [];
  let pending = "";
  let pendingUntil = 0;

  const lettersOn = () => {
    try {
      return localStorage.getItem(STORE) !== "off";
    } catch {
      return true;
    }
  };

  function nameOf(event) {
    let key = event.key;
    const plain = /^[\x21-\x7e]$/.test(key);
    if (!plain && /^Key[A-Z]$/.test(event.code)) key = event.code.slice(3).toLowerCase();
    if (!plain && /^Digit\d$/.test(event.code)) key = event.code.slice(5);
    if (key === "\u061f") key = "?";
    if (key === " ") key = "Space";
    if (/^[A-Z]$/.test(key)) key = key.toLowerCase();
    const letter = /^[a-z]$/.test(key);
    const parts = [];
    if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
    if (event.altKey) parts.push("Alt");
    if (event.shiftKey && (letter || key.length > 1)) parts.push("Shift");
    return [...parts, key].join("+");
  }

  const isTyping = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("textarea, select") ||
      (target.matches("input") && !/^(button|checkbox|radio|submit|reset|file)$/.test(target.type)));
  const hasModifier = (name) => /^(Ctrl|Alt)\+|^F\d+$/.test(name);
  const visible = (element) => element.getClientRects().length > 0;
  const scope = () => [...document.querySelectorAll("dialog[open]")].pop() || document;

  function press(element) {
    if (element.matches("input:not([type=checkbox]):not([type=radio]), textarea, select")) {
      element.focus();
      element.select?.();
    } else element.click();
  }

  function find(name) {
    const element = [...scope().querySelectorAll(`[data-key="${CSS.escape(name)}"]`)].find(visible);
    if (element) return () => press(element);
    const entry = scope() === document && added.find((one) => one.key === name);
    return entry && entry.run;
  }

  const startsSomething = (name) =>
    [...document.querySelectorAll("[data-key]")].some((e) => e.dataset.key.startsWith(`${name} `)) ||
    added.some((one) => one.key.startsWith(`${name} `));

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented || /^(Control|Shift|Alt|Meta|AltGraph)$/.test(event.key)) return;
    if (event.getModifierState("AltGraph")) return;
    const name = nameOf(event);
    const withModifier = hasModifier(name);
    if (!withModifier && isTyping(event.target)) return;
    if (!withModifier && name.length === 1 && name !== "?" && !lettersOn()) return;
    const now = Date.now();
    const sequence = pending && now < pendingUntil ? `${pending} ${name}` : "";
    pending = "";
    const run = (sequence && find(sequence)) || find(name);
    if (run) {
      event.preventDefault();
      run(event);
    } else if (!withModifier && startsSomething(name)) {
      pending = name;
      pendingUntil = now + 1500;
    }
  });

  const labelOf = (element) =>
    element.dataset.keyLabel || element.getAttribute("aria-label") || element.title || element.textContent.trim();

  function everyKey() {
    const groups = new Map();
    const put = (group, key, label) => {
      if (!groups.has(group)) groups.set(group, new Map());
      if (!groups.get(group).has(key)) groups.get(group).set(key, label);
    };
    document.querySelectorAll("[data-key]").forEach((element) => {
      if (visible(element) || element.closest("details.menu"))
        put(element.dataset.keyGroup || say("keys_page"), element.dataset.key, labelOf(element));
    });
    added.forEach((one) => put(one.group || say("keys_page"), one.key, one.label));
    put(say("keys_everywhere"), "?", say("keys_help"));
    put(say("keys_everywhere"), "Escape", say("close"));
    return groups;
  }

  function showHelp() {
    const dialog = document.getElementById("keys");
    if (!dialog || dialog.open) return;
    const list = dialog.querySelector("[data-keys]");
    list.replaceChildren();
    everyKey().forEach((keys, group) => {
      const head = document.createElement("h3");
      head.className = "h6";
      head.textContent = group;
      const table = document.createElement("dl");
      table.className = "keys";
      keys.forEach((label, key) => {
        const term = document.createElement("dt");
        const strokes = document.createElement("span");
        strokes.dir = "ltr"; // keys are pressed from left to right in every language
        term.append(strokes);
        key.split(" ").forEach((stroke) =>
          stroke.split("+").forEach((part) => {
            const cap = document.createElement("kbd");
            cap.textContent = part;
            strokes.append(cap, " ");
          }),
        );
        const text = document.createElement("dd");
        text.textContent = label;
        table.append(term, text);
      });
      list.append(head, table);
    });
    const letters = dialog.querySelector("[data-letters]");
    letters.checked = lettersOn();
    letters.onchange = () => localStorage.setItem(STORE, letters.checked ? "on" : "off");
    dialog.showModal();
  }

  /* Single letters can be switched off (WCAG 2.1.4); keys with a modifier go on. */
  window.Muqabala.keys = {
    add: (key, label, run, { group = "" } = {}) => added.push({ key, label, run, group }),
    help: showHelp,
    nameOf,
  };
  added.push({ key: "?", label: say("keys_help"), run: showHelp, group: say("keys_everywhere") });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-keys-help]")) showHelp();
  });
})();
