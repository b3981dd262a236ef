/* What every staff page needs: strings, toasts, dialogs, menus, relative times, CSRF for htmx, and `Muqabala.send`.
   Classic deferred script; other scripts find everything under window.Muqabala. No inline code anywhere (CSP). */
(() => {
  "use strict";

  const strings = JSON.parse(document.getElementById("strings")?.textContent || "{}");
  const language = document.documentElement.lang || "en";
  const say = (key, values = {}) =>
    (strings[key] || key).replace(/%\((\w+)\)s/g, (_, name) => values[name] ?? "");
  const cookie = (name) =>
    document.cookie
      .split("; ")
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1);
  // Read anew each time: signing in again in another tab changes the token under an open page.
  const csrf = () => cookie("csrftoken") || document.body.dataset.csrf || "";

  /* Toasts. Errors stay until closed; the rest leave by themselves, never while read (hover, focus). */
  const levels = { success: "\u2713", info: "i", warning: "!", error: "\u00d7" };

  function toast(message, level = "info", link = null) {
    const shelf = document.getElementById("toasts");
    if (!shelf || !message) return null;
    const note = document.createElement("li");
    note.className = "note";
    note.dataset.level = level in levels ? level : "info";
    const sign = document.createElement("span");
    sign.className = "note-sign";
    sign.setAttribute("aria-hidden", "true");
    sign.textContent = levels[note.dataset.level];
    const text = document.createElement("p");
    text.dir = "auto";
    text.textContent = message;
    if (link) {
      const anchor = document.createElement("a");
      anchor.href = link.href;
      if (!anchor.hash) anchor.target = "_blank";
      anchor.textContent = link.label;
      text.append(" ", anchor);
    }
    const close = document.createElement("button");
    close.type = "button";
    close.className = "icon-btn";
    close.setAttribute("data-dismiss", "note");
    close.setAttribute("aria-label", say("close"));
    close.textContent = "\u00d7";
    note.append(sign, text, close);
    shelf.append(note);
    leaveLater(note);
    return note;
  }

  function leaveLater(note) {
    if (note.dataset.level === "error" || note.dataset.level === "warning") return;
    setTimeout(() => {
      if (note.matches(":hover, :focus-within")) leaveLater(note);
      else note.remove();
    }, 7000);
  }

  /* A server asks for toasts with HX-Trigger: {"toast": {"message": …, "level": …}} (reviews/web/htmx.py). */
  document.addEventListener("toast", (event) => {
    const notes = Array.isArray(event.detail?.notes) ? event.detail.notes : [event.detail || {}];
    notes.forEach((note) => toast(note.message, note.level));
  });

  /* Dialogs: data-dialog="id" opens, data-close closes, a click on the veil closes unless data-static. */
  function openDialog(id) {
    const dialog = document.getElementById(id);
    if (dialog && !dialog.open) dialog.showModal();
    return dialog;
  }

  function ask(question, { yes = say("yes"), no = say("cancel") } = {}) {
    return new Promise((resolve) => {
      const dialog = document.getElementById("ask");
      if (!dialog) return resolve(window.confirm(question));
      dialog.querySelector("[data-question]").textContent = question;
      dialog.querySelector("[value=yes]").textContent = yes;
      dialog.querySelector("[value=no]").textContent = no;
      dialog.returnValue = "no";
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
      dialog.showModal();
    });
  }

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const shut = target.closest("[aria-disabled=true]");
    if (shut) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const reason = document.getElementById(shut.getAttribute("aria-describedby") || "");
      if (reason) toast(reason.textContent.trim(), "warning");
      return;
    }
    const opener = target.closest("[data-dialog]");
    if (opener) {
      event.preventDefault();
      openDialog(opener.dataset.dialog);
    }
    target.closest("[data-close]")?.closest("dialog")?.close();
    if (target.matches("dialog.dlg:not([data-static])")) {
      const box = target.getBoundingClientRect();
      const inside =
        event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
      if (!inside) target.close();
    }
    if (target.closest("[data-dismiss=note]")) target.closest(".note").remove();
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(target)) menu.open = false;
    });
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  /* Plain forms: data-confirm asks first, and a second press of the same button is not a second act. */
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const by = event.submitter;
    const question = by?.dataset.confirm || form.dataset.confirm;
    if (question && form.dataset.confirmed !== "yes") {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!(await ask(question, { yes: by?.textContent.trim() || say("yes") }))) return;
      form.dataset.confirmed = "yes";
      form.requestSubmit(by);
      delete form.dataset.confirmed;
    }
  }, true);

  /* Relative times: <time datetime="…" data-relative>; the full time stays in the title. */
  const relative = new Intl.RelativeTimeFormat(language === "ar" ? "ar-u-nu-latn" : language, { numeric: "auto" });
  const spans = [
    [60, "second", 1],
    [3600, "minute", 60],
    [86400, "hour", 3600],
    [86400 * 14, "day", 86400],
  ];

  function ago(date, now = Date.now()) {
    const seconds = Math.round((date - now) / 1000);
    const span = spans.find(([limit]) => Math.abs(seconds) < limit);
    return span && relative.format(Math.round(seconds / span[2]), span[1]);
  }

  function refreshTimes(root = document) {
    root.querySelectorAll("time[data-relative]").forEach((time) => {
      const text = ago(new Date(time.dateTime));
      if (text) time.textContent = text;
    });
  }

  /* The line to the server. Rejects with {kind, message, status, data}: offline, session, refused, conflict, server. */
  class LineError extends Error {
    constructor(kind, { message = say(kind), status = 0, data = null } = {}) {
      super(message);
      Object.assign(this, { kind, status, data });
    }
  }

  const isSignIn = (address) =>
    Boolean(address) && new URL(address, location.href).pathname === document.body.dataset.login;

  async function send(url, { method = "POST", data = null, json = null, headers = {}, signal } = {}) {
    const body = json === null ? data : JSON.stringify(json);
    const all = { "X-CSRFToken": csrf(), "X-Requested-With": "fetch", Accept: "application/json, text/html", ...headers };
    if (json !== null) all["Content-Type"] = "application/json";
    let response;
    try {
      response = await fetch(url, { method, body, headers: all, signal, credentials: "same-origin" });
    } catch (error) {
      if (error.name === "AbortError") throw error;
      band("offline");
      throw new LineError("offline");
    }
    clearBand("offline");
    if (response.status === 401 || (response.redirected && isSignIn(response.url))) {
      band("session");
      throw new LineError("session", { status: 401 });
    }
    clearBand("session");
    const isJson = (response.headers.get("Content-Type") || "").includes("json");
    const content = isJson ? await response.json() : await response.text();
    if (response.ok) return { status: response.status, data: content, response };
    const conflict = response.status === 409 && !(isJson && content.reason);
    const kind = conflict ? "conflict" : response.status < 500 ? "refused" : "server";
    const message = (isJson && (content.message || content.reason)) || say(kind);
    throw new LineError(kind, { message, status: response.status, data: content });
  }

  /* Bands tell what is wrong with the line, and take themselves away when it is mended. */
  function band(kind) {
    const place = document.getElementById("bands");
    if (!place || place.querySelector(`[data-band="${kind}"]`)) return;
    const element = document.createElement("div");
    element.className = kind === "session" ? "band band-bad" : "band";
    element.dataset.band = kind;
    const text = document.createElement("span");
    text.textContent = say(kind);
    element.append(text);
    if (kind === "session") {
      const link = document.createElement("a");
      link.href = `${document.body.dataset.login}?next=${encodeURIComponent(document.querySelector(".brand")?.getAttribute("href") || "/")}`;
      link.target = "_blank";
      link.textContent = say("signin");
      element.append(link);
    }
    place.append(element);
  }
  const clearBand = (kind) => document.querySelector(`[data-band="${kind}"]`)?.remove();
  window.addEventListener("offline", () => band("offline"));
  window.addEventListener("online", () => clearBand("offline"));

  const refusalIn = (html) =>
    html.includes("data-refusal") && new DOMParser().parseFromString(html, "text/html").querySelector("[data-refusal]");
  const whereLink = (where) => document.getElementById(where) && { href: `#${where}`, label: say("show") };

  /* htmx: the token, our dialog for hx-confirm, and one voice for everything that goes wrong. */
  let busy = 0;
  const showBusy = (step) => {
    busy = Math.max(0, busy + step);
    document.getElementById("busy")?.classList.toggle("on", busy > 0);
  };
  document.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-CSRFToken"] = csrf();
  });
  document.addEventListener("htmx:confirm", (event) => {
    const question = event.detail.question;
    if (!question) return;
    event.preventDefault();
    ask(question).then((sure) => sure && event.detail.issueRequest(true));
  });
  document.addEventListener("htmx:beforeRequest", () => showBusy(1));
  document.addEventListener("htmx:afterRequest", (event) => {
    showBusy(-1);
    const { status, responseURL } = event.detail.xhr;
    if (status >= 200 && status < 400 && !isSignIn(responseURL)) ["offline", "session"].forEach(clearBand);
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (xhr.status === 401 || isSignIn(xhr.responseURL)) {
      event.detail.shouldSwap = false;
      event.detail.isError = false;
      band("session");
      return;
    }
    // A refusal (reviews/people/refusals.py) is said, never swapped over what the person was looking at.
    const refusal = xhr.status >= 400 && refusalIn(xhr.responseText);
    if (refusal) {
      event.detail.shouldSwap = false;
      event.detail.isError = false;
      toast(refusal.textContent.trim(), "error", refusal.dataset.where && whereLink(refusal.dataset.where));
    }
  });
  document.addEventListener("htmx:sendError", () => band("offline"));
  document.addEventListener("htmx:responseError", (event) => {
    const { xhr } = event.detail;
    if (xhr.status === 401) return;
    const reason = xhr.getResponseHeader("X-Reason");
    toast(reason ? decodeURIComponent(reason) : say(xhr.status < 500 ? "refused" : "server"), "error");
  });
  document.addEventListener("htmx:afterSettle", (event) => refreshTimes(event.target));

  document.querySelectorAll("#toasts .note").forEach(leaveLater);
  refreshTimes();
  setInterval(refreshTimes, 30000);

  window.Muqabala = { say, language, toast, openDialog, ask, refreshTimes, ago, send, LineError, band, clearBand };
})();
