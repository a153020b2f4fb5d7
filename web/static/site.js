// What every page gains by JavaScript: "/" focuses the search box, which answers while one types; lists change without
// a page load; the as-of date applies at once. Everything works without it.
(() => {
  "use strict";

  // ── search ──
  for (const form of document.querySelectorAll("form[data-suggest]")) suggest(form);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable], .CodeMirror")) return;
    const box = [...document.querySelectorAll(".find input")].find((one) => one.checkVisibility({ visibilityProperty: true }));
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  function suggest(form) {
    const box = form.querySelector("input[type=search]");
    const list = document.createElement("ul");
    const id = `${box.id}-answers`;
    Object.assign(list, { id, className: "suggest", hidden: true });
    list.setAttribute("role", "listbox");
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", id]]) box.setAttribute(name, value);
    form.append(list);
    let waiting = 0, asked = "", chosen = -1;

    const close = () => { list.hidden = true; chosen = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
    const choose = (at) => {
      const items = [...list.children];
      chosen = (at + items.length) % items.length;
      items.forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
      box.setAttribute("aria-activedescendant", items[chosen].id);
      items[chosen].scrollIntoView({ block: "nearest" });
    };
    const show = (hits) => {
      list.replaceChildren(...hits.map((hit, i) => {
        const item = document.createElement("li");
        item.id = `${id}-${i}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.dataset.href = hit.href;
        for (const [cls, text] of [[`kind k-${hit.kind}`, hit.kind_label], ["what", hit.label], ["detail", hit.detail]]) {
          if (!text) continue;
          const part = document.createElement("span");
          part.className = cls;
          part.textContent = text;
          item.append(part);
        }
        item.addEventListener("mousedown", (event) => { event.preventDefault(); location.assign(hit.href); });
        return item;
      }));
      list.hidden = !hits.length;
      box.setAttribute("aria-expanded", String(hits.length > 0));
      chosen = -1;
    };
    box.addEventListener("input", () => {
      clearTimeout(waiting);
      const text = box.value.trim();
      if (text.length < 2) { asked = text; close(); return; }
      waiting = setTimeout(async () => {
        asked = text;
        const address = new URL(form.dataset.suggest, location.href);
        address.search = new URLSearchParams({ q: text, limit: "8" });
        const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
        if (answer && answer.ok && asked === text) show((await answer.json()).hits);
      }, 120);
    });
    box.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
      else if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen < 0 ? -1 : chosen - 1); }
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); location.assign(list.children[chosen].dataset.href); }
    });
    box.addEventListener("blur", () => setTimeout(close, 120));
  }

  // ── language and as-of date: of the page as it is now, whatever changed since it came ──
  const here = (name, value) => { const address = new URL(location.href); address.searchParams.set(name, value); return address; };
  document.querySelector(".langs")?.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) link.href = here("lang", link.hreflang);
  });
  const day = document.getElementById("as-of");
  day?.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = here("as_of", day.value);
    address.searchParams.delete("page");
    location.assign(address);
  });
  day?.addEventListener("change", () => day.form.requestSubmit());

  // ── lists that change in place ──
  const live = () => document.querySelector("[data-live]");
  const entered = () => new Map([...live().querySelectorAll("form.filters [id][name]")].map((field) => [field.id, field.value]));
  let asked = 0;
  async function load(address, push) {  // an answer that is no longer wanted is dropped; what was typed while it came stays
    const mine = ++asked, before = entered();
    live().setAttribute("aria-busy", "true");
    const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
    if (mine !== asked) return;
    if (!answer || !answer.ok) { location.assign(address); return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== asked) return;
    const fresh = page.querySelector("[data-live]");
    if (!fresh) { location.assign(address); return; }
    const typed = [...entered()].filter(([id, value]) => before.get(id) !== value);
    const focused = document.activeElement && document.activeElement.id;
    live().replaceWith(document.adoptNode(fresh));
    for (const [id, value] of typed) { const field = document.getElementById(id); if (field) field.value = value; }
    if (focused) {
      const again = document.getElementById(focused);
      again?.focus();
      if (again?.type === "search") again.setSelectionRange(again.value.length, again.value.length);
    }
    if (push) history.pushState({ live: true }, "", address);
    document.dispatchEvent(new CustomEvent("site:loaded"));
  }
  async function prove(link) {  // the audit desk: only the evidence beside the chain changes
    const answer = await fetch(link.href, { headers: { Accept: "text/html" } }).catch(() => null);
    const fresh = answer && answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("evidence");
    if (!fresh) { location.assign(link.href); return; }
    const box = document.getElementById("evidence");
    box.replaceWith(document.adoptNode(fresh));
    document.querySelector(".chain .chosen")?.classList.remove("chosen");
    link.closest(".item").classList.add("chosen");
    history.replaceState(null, "", link.href.replace(/#.*/, ""));
    if (matchMedia("(max-width: 64rem)").matches) document.getElementById("evidence").scrollIntoView();
  }
  const bare = (form) => {
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    return `${form.getAttribute("action")}${asked.size ? `?${asked}` : ""}`;
  };
  if (live()) {
    let typing = 0;
    document.addEventListener("click", (event) => {
      const link = event.target.closest("[data-live] th a, [data-live] .pager a, [data-live] .filter-actions a, [data-live] a[data-swap]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      if (link.matches("[data-swap]")) { prove(link); return; }
      load(link.href, true).then(() => link.closest(".pager") && document.querySelector("h1").scrollIntoView());
    });
    document.addEventListener("change", (event) => {
      const form = event.target.closest("[data-live] form.filters");
      if (form && (event.target.tagName === "SELECT" || !form.matches(".by-button")) && event.target.type !== "search") load(bare(form), true);
    });
    document.addEventListener("input", (event) => {
      const form = event.target.closest("[data-live] form.filters");
      if (!form || form.matches(".by-button") || event.target.type !== "search") return;
      clearTimeout(typing);
      typing = setTimeout(() => load(bare(form), true), 350);
    });
    document.addEventListener("submit", (event) => {
      const form = event.target.closest("[data-live] form.filters");
      if (!form) return;
      event.preventDefault();
      load(bare(form), true);
    });
    addEventListener("popstate", () => load(location.href, false));
  }

  // ── on narrow screens the navigation is a row to be shifted: the page's own entry is brought into sight
  const row = document.querySelector(".nav ul"), current = row?.querySelector("[aria-current]");
  if (current && row.scrollWidth > row.clientWidth) row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;

  // ── on narrow screens the filters are folded away until they are asked for ──
  const fold = () => { if (matchMedia("(max-width: 44rem)").matches) document.querySelectorAll("details.fold").forEach((part) => { part.open = !!part.querySelector(".filter.on"); }); };
  fold();

  // ── printing opens the evidence ──
  addEventListener("beforeprint", () => document.querySelectorAll(".audit details, .print-open details").forEach((part) => { part.open = true; }));
  document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) print(); });
})();
