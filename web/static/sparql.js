// The SPARQL editor: YASGUI's editor and result view over this endpoint, completing from this store's own terms.
(() => {
  "use strict";
  const { Yasqe, Yasr } = window.Yasgui;
  const settings = JSON.parse(document.getElementById("settings").textContent);
  const examples = JSON.parse(document.getElementById("example-texts").textContent);
  const form = document.getElementById("plain");
  const endpoint = new URL(form.getAttribute("action"), location.href).href;
  const start = document.getElementById("query").value;

  // the completers that come with the editor ask public servers: ours take the terms of this store
  for (const [name, terms] of [["class", settings.classes], ["property", settings.properties]]) {
    Yasqe.Autocompleters[name] = { ...Yasqe.Autocompleters[name], name, bulk: true, autoShow: false, persistenceId: null, get: () => Promise.resolve(terms) };
  }
  const prefixes = Object.entries(settings.prefixes).map(([prefix, iri]) => `${prefix}: <${iri}>`).sort();
  Yasqe.Autocompleters.prefixes = { ...Yasqe.Autocompleters.prefixes, persistenceId: null, get: () => Promise.resolve(prefixes) };

  const box = document.getElementById("editor");
  box.hidden = false;
  form.hidden = true;
  document.getElementById("run-line").hidden = false;
  const yasqe = new Yasqe(box, {
    persistenceId: null, consumeShareLink: null, createShareableLink: null, prefixCcApi: null, showQueryButton: false,
    value: start, autocompleters: ["prefixes", "property", "class", "variables"], editorHeight: "22rem",
    requestConfig: { endpoint: `${endpoint}?lang=${document.documentElement.lang}`, method: "POST", acceptHeaderSelect: "application/sparql-results+json,*/*;q=0.5" },
  });
  yasqe.setValue(start);
  yasqe.getInputField().setAttribute("aria-label", document.querySelector("label[for=query]").textContent);
  const result = document.getElementById("result");
  const yasr = new Yasr(result, { persistenceId: null, prefixes: settings.prefixes, maxPersistentResponseSize: 0 });
  // the result view speaks English alone: its words are changed where the page has another language
  const said = (text) => {
    const numbers = [];
    const word = settings.words[text] || settings.words[text.replace(/\d[\d,]*(?:\.\d+)?/g, (number) => { numbers.push(number); return "#"; })];
    return word && word.replace(/#/g, () => { const number = numbers.shift(); return document.documentElement.lang === "vi" ? number.replace(/[.,]/g, (mark) => (mark === "." ? "," : ".")) : number; });
  };
  const translate = () => {
    const walker = document.createTreeWalker(result, NodeFilter.SHOW_TEXT, (node) => (node.parentElement.closest("td:not(.dt-empty, .dataTables_empty)") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const word = said(node.data);
      if (word && word !== node.data) node.data = word;
    }
    for (const element of result.querySelectorAll("[title], [aria-label], [placeholder]")) {
      for (const name of ["title", "aria-label", "placeholder"]) {
        const word = element.hasAttribute(name) && said(element.getAttribute(name));
        if (word && word !== element.getAttribute(name)) element.setAttribute(name, word);
      }
    }
  };
  if (document.documentElement.lang !== "en") {
    new MutationObserver(translate).observe(result, { childList: true, subtree: true, characterData: true });
    translate();
  }
  yasqe.on("queryResponse", (_, response, duration) => {
    const wrong = document.getElementById("wrong");
    wrong.hidden = !(response instanceof Error);
    result.hidden = !wrong.hidden;
    if (wrong.hidden) yasr.setResponse(response, duration);
    else wrong.textContent = told(response.message) || wrong.dataset.lost;
    const cut = document.getElementById("cut");
    const said = response && response.headers && (response.headers.get ? response.headers.get("x-result-truncated") : response.headers["x-result-truncated"]);
    cut.hidden = !said;
    cut.textContent = said || "";
  });
  // what is wrong, as the endpoint says it to people; nothing where it gave no answer
  const told = (message) => {
    try {
      const problem = JSON.parse(message);
      return problem.said || problem.detail;
    } catch {
      return "";
    }
  };
  const run = () => {
    const address = new URL(location.href);
    address.search = new URLSearchParams({ q: yasqe.getValue() });
    if (address.href.length < 4000) history.replaceState(null, "", address);
    yasqe.query().catch(() => {});
  };
  document.getElementById("run").addEventListener("click", run);
  document.getElementById("example").addEventListener("change", (event) => {
    const text = examples[event.target.value];
    if (text) { yasqe.setValue(text); run(); }
  });
  document.getElementById("downloads").addEventListener("click", (event) => {
    const link = event.target.closest("[data-format]");
    if (!link) return;
    event.preventDefault();
    const address = new URL(endpoint);
    address.search = new URLSearchParams({ query: yasqe.getValue(), format: link.dataset.format, download: "1" });
    location.assign(address);
  });
  // a resource of this store opens its page here
  result.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || !settings.base || !link.href.startsWith(`${settings.base}id/`)) return;
    event.preventDefault();
    location.assign(settings.root + link.href.slice(settings.base.length - 1));
  });
})();
