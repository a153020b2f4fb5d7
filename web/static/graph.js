// The link diagram: vis-network draws what the server placed; the address holds the whole state of the view.
(() => {
  "use strict";
  const canvas = document.getElementById("canvas");
  if (!canvas || !window.vis) return;
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const READABLE = 0.75;  // a view too large for that is shown from its chosen node, not whole
  const COLUMN = 222, LINE = 124, GAP = 70;  // a node with the room beside it, a line of nodes, and more between ranks
  const kindColour = (kind) => colour({ indicator: "target" }[kind] || kind) || colour("muted");
  let view = JSON.parse(document.getElementById("view").textContent);
  let chosen = view.chosen;

  const cut = (text, most = 68) => (text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/, "")} …` : text);
  // the places that the server gave, or, where these are too wide for the frame, as many nodes in a line as it holds
  const arrange = () => {
    const all = view.nodes.map((one) => one.x), room = canvas.clientWidth / READABLE;
    const wide = Math.max(...all) - Math.min(...all) + COLUMN > room;
    const most = Math.max(1, Math.floor(room / COLUMN));
    let top = 0;
    for (const rank of wide ? [...new Set(view.nodes.map((one) => one.rank))].sort((a, b) => a - b) : []) {
      const row = view.nodes.filter((one) => one.rank === rank).sort((a, b) => a.y - b.y || a.x - b.x);
      const lines = Math.ceil(row.length / most), across = Math.ceil(row.length / lines);
      row.forEach((one, i) => {
        const line = Math.floor(i / across), beside = Math.min(across, row.length - line * across);
        one.at = { x: (i % across - (beside - 1) / 2) * COLUMN, y: top + line * LINE };
      });
      top += lines * LINE + GAP;
    }
    if (!wide) for (const one of view.nodes) one.at = { x: one.x, y: one.y };
    return wide ? most : 0;
  };
  const node = (one) => {
    const border = kindColour(one.kind), onPath = view.path.includes(one.id);
    return {
      id: one.id, ...one.at, label: cut(`${one.glyph} ${one.label}`).replace(/ %/g, "\u00a0%"), title: `${one.kind_label}: ${one.label}${one.note ? ` (${one.note})` : ""}`,
      shape: ["agency", "official"].includes(one.kind) ? "ellipse" : "box", borderWidth: onPath ? 4 : 1.5, borderWidthSelected: 3,
      color: { background: colour("surface"), border, highlight: { background: colour("accent-tint"), border }, hover: { background: colour("accent-tint"), border } },
      shapeProperties: { borderRadius: one.kind === "programme" ? 16 : 4, borderDashes: one.kind === "indicator" ? [4, 3] : false },
      font: { color: colour("ink"), size: 17, face: "Be Vietnam Pro, sans-serif" }, margin: 8, widthConstraint: { maximum: 196 },
    };
  };
  const edge = (one, i) => {
    const a = view.path.indexOf(one.from), b = view.path.indexOf(one.to);
    const way = a >= 0 && b >= 0 && Math.abs(a - b) === 1;
    return { id: `${one.from} ${one.relation} ${one.to} ${i}`, from: one.from, to: one.to, title: one.label, arrows: { to: { enabled: true, scaleFactor: 0.5 } }, width: way ? 4 : 1,
      color: { color: way ? colour("red") : "#9AA3AD", highlight: colour("accent"), hover: colour("accent") }, label: way || view.edges.length <= 12 ? one.label.toLowerCase() : undefined,
      font: { size: 13, color: colour("muted"), strokeWidth: 4, strokeColor: colour("paper"), face: "Be Vietnam Pro, sans-serif" }, smooth: { enabled: true, type: "cubicBezier", forceDirection: "vertical", roundness: 0.35 } };
  };
  let arranged = arrange();
  const nodes = new vis.DataSet(view.nodes.map(node)), edges = new vis.DataSet(view.edges.map(edge));
  const network = new vis.Network(canvas, { nodes, edges }, {
    physics: false, layout: { improvedLayout: false }, 
    interaction: { hover: true, selectConnectedEdges: false, tooltipDelay: 250, keyboard: { enabled: true, bindToWindow: false }, navigationButtons: false, zoomSpeed: 0.6 },
    edges: { selectionWidth: 1.5 },
  });
  // the middle of a frame that holds a point, and no more of the empty canvas beside the drawing than it must
  const around = (point) => {
    const boxes = nodes.getIds().map((id) => network.getBoundingBox(id)), edge = 24 / READABLE;
    const held = (at, from, to, size) => (to - from <= size ? (from + to) / 2 : Math.min(Math.max(at, from + size / 2), to - size / 2));
    const low = (side) => Math.min(...boxes.map((box) => box[side])) - edge, high = (side) => Math.max(...boxes.map((box) => box[side])) + edge;
    return {
      x: held(point.x, low("left"), high("right"), canvas.clientWidth / READABLE),
      y: held(point.y, low("top"), high("bottom"), canvas.clientHeight / READABLE),
    };
  };
  // the frame grows with a drawing that is a little too tall for it, so that no row of it is sliced off
  const grow = () => {
    canvas.style.height = "";
    const boxes = nodes.getIds().map((id) => network.getBoundingBox(id));
    if (!boxes.length) return;
    const tall = (Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top))) * READABLE + 48;
    if (tall > canvas.clientHeight && tall <= Math.max(innerHeight * 1.25, 1000)) canvas.style.height = `${Math.ceil(tall)}px`;
    network.setSize("100%", `${canvas.clientHeight}px`);
    network.redraw();
  };
  const settle = () => {
    grow();
    network.fit({ animation: false, maxZoomLevel: 1 });
    if (network.getScale() < READABLE && view.path.length) network.fit({ nodes: view.path, animation: false, maxZoomLevel: 1 });
    else if (network.getScale() < READABLE && chosen && nodes.get(chosen)) network.moveTo({ position: around(network.getPosition(chosen)), scale: READABLE });
  };
  settle();
  document.fonts?.ready.then(() => { nodes.update(view.nodes.map(node)); settle(); });
  document.getElementById("fit").addEventListener("click", () => network.fit({ animation: { duration: 250 } }));

  // ── the address ──
  const state = () => new URLSearchParams(location.search);
  async function go(changed, push = true) {
    canvas.setAttribute("aria-busy", "true");
    const answer = await fetch(`${canvas.dataset.api}?${changed}`, { headers: { Accept: "application/json" } }).catch(() => null);
    canvas.removeAttribute("aria-busy");
    if (!answer || !answer.ok) { location.search = changed; return; }
    view = await answer.json();
    if (push) history.pushState(null, "", `${location.pathname}?${changed}`);
    draw();
  }
  addEventListener("popstate", () => go(state(), false));

  function draw() {
    const there = new Set(view.nodes.map((one) => one.id));
    nodes.remove(nodes.getIds().filter((id) => !there.has(id)));
    arranged = arrange();
    nodes.update(view.nodes.map(node));
    for (const one of view.nodes) network.moveNode(one.id, one.at.x, one.at.y);
    edges.clear();
    edges.add(view.edges.map(edge));
    if (!there.has(chosen)) chosen = view.chosen;
    settle();
    addresses();
    legend();
    list();
    choose(chosen, false);
  }
  function addresses() {
    const query = `?${start(state())}`;
    document.getElementById("share").href = location.pathname + query;
    document.getElementById("way-said").textContent = view.way;
    document.getElementById("export").href = `${location.pathname}/export.html${query}`;
    document.getElementById("as-sparql").href = `${document.querySelector('.nav a[href$="/sparql"]').href}?${new URLSearchParams({ q: view.query })}`;
    const cut = document.getElementById("cut");
    cut.hidden = !view.cut;
    cut.textContent = canvas.dataset.cut.replace("{n}", view.cut);
  }

  // ── legend ──
  function legend() {
    document.getElementById("legend").replaceChildren(...view.kinds.map((one) => {
      const item = document.createElement("li"), button = document.createElement("button"), kind = document.createElement("span"), n = document.createElement("span");
      Object.assign(button, { type: "button" });
      button.dataset.kind = one.kind;
      button.setAttribute("aria-pressed", String(!one.hidden));
      kind.className = `kind k-${one.kind}`;
      kind.textContent = one.label;
      n.className = "n";
      n.textContent = one.count;
      button.append(kind, " ", n);
      item.append(button);
      return item;
    }));
  }
  document.getElementById("legend").addEventListener("click", (event) => {
    const button = event.target.closest("[data-kind]");
    if (!button) return;
    const changed = state(), hidden = changed.getAll("hide"), kind = button.dataset.kind;
    changed.delete("hide");
    for (const one of hidden.includes(kind) ? hidden.filter((other) => other !== kind) : [...hidden, kind]) changed.append("hide", one);
    go(start(changed));
  });
  const start = (changed) => { if (!changed.has("node") && !changed.has("source") && view.nodes.length) changed.set("node", view.nodes[0].id); return changed; };

  // what is opened is to be seen: its kinds are hidden no longer
  const opening = (entry, kinds) => {
    const changed = start(state()), hidden = changed.getAll("hide");
    changed.delete("hide");
    for (const one of hidden.filter((other) => !kinds.includes(other))) changed.append("hide", one);
    changed.append("open", entry);
    return changed;
  };

  // ── the chosen node ──
  async function choose(id, read = true) {
    const one = view.nodes.find((other) => other.id === id);
    if (!one) return;
    chosen = id;
    network.selectNodes([id], false);
    const relations = document.getElementById("relations");
    const open = one.relations.filter((relation) => relation.shown < relation.count);
    relations.replaceChildren(...open.map((relation) => {
      const button = document.createElement("button"), n = document.createElement("span");
      button.type = "button";
      button.className = "plain open";
      button.dataset.open = `${id}~${relation.code}`;
      button.dataset.kinds = relation.kinds.join(" ");
      button.textContent = `${canvas.dataset.open}: ${relation.label} `;
      n.className = "n";
      n.textContent = `+${relation.count - relation.shown}`;
      button.append(n);
      return button;
    }));
    const focus = document.createElement("button");
    Object.assign(focus, { type: "button", className: "plain open", textContent: canvas.dataset.focus });
    focus.addEventListener("click", () => { chosen = id; go(new URLSearchParams({ node: id })); });
    relations.append(focus);
    if (!read && document.getElementById("panel").dataset.of === id) return;
    const answer = await fetch(`${canvas.dataset.panel}?${new URLSearchParams({ node: id })}`).catch(() => null);
    if (answer && answer.ok && chosen === id) {
      const panel = document.getElementById("panel");
      panel.dataset.of = id;
      panel.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
    }
  }
  document.getElementById("relations").addEventListener("click", (event) => {
    const button = event.target.closest("[data-open]");
    if (!button) return;
    go(opening(button.dataset.open, button.dataset.kinds.split(" ")));
  });
  network.on("selectNode", (event) => choose(event.nodes[0]));
  network.on("doubleClick", (event) => {
    const one = view.nodes.find((other) => other.id === event.nodes[0]);
    const relation = one?.relations.find((other) => other.shown < other.count);
    if (!relation) return;
    go(opening(`${one.id}~${relation.code}`, relation.kinds));
  });

  // ── the list: the same, for the keyboard and for screen readers ──
  function list() {
    const box = document.getElementById("list");
    const was = new Set([...box.querySelectorAll("details:not([open])")].map((part) => part.dataset.kind));
    document.getElementById("list-count").textContent = view.nodes.length;
    document.getElementById("edge-count").textContent = view.edges.length;
    box.replaceChildren(...view.kinds.filter((kind) => view.nodes.some((one) => one.kind === kind.kind)).map((kind) => {
      const part = document.createElement("details"), summary = document.createElement("summary"), name = document.createElement("span"), items = document.createElement("ul");
      part.open = !was.has(kind.kind);
      part.dataset.kind = kind.kind;
      name.className = `kind k-${kind.kind}`;
      name.textContent = kind.label;
      summary.append(name);
      items.append(...view.nodes.filter((one) => one.kind === kind.kind).map((one) => {
        const item = document.createElement("li"), link = document.createElement("a"), note = document.createElement("span"), opens = document.createElement("span");
        item.dataset.id = one.id;
        Object.assign(link, { className: `ref k-${one.kind}`, href: one.href, textContent: one.label });
        note.className = "quiet";
        note.textContent = one.note ? ` ${one.note}` : "";
        opens.className = "opens";
        opens.append(...one.relations.filter((relation) => relation.shown < relation.count).map((relation) => {
          const open = document.createElement("a"), changed = opening(`${one.id}~${relation.code}`, relation.kinds);
          const said = document.createElement("span");
          Object.assign(said, { className: "sr", textContent: `${canvas.dataset.open}: ` });
          open.href = `${location.pathname}?${changed}`;
          open.append(said, `${relation.label} +${relation.count - relation.shown}`);
          return open;
        }));
        item.append(link, note, " ", opens);
        return item;
      }));
      part.append(summary, items);
      return part;
    }));
    const names = new Map(view.nodes.map((one) => [one.id, one.label]));
    document.getElementById("edges").replaceChildren(...view.edges.map((one) => {
      const item = document.createElement("li"), by = document.createElement("span");
      by.className = "quiet";
      by.textContent = ` – ${one.label.toLowerCase()} → `;
      item.append(names.get(one.from), by, names.get(one.to));
      return item;
    }));
  }
  document.getElementById("list").addEventListener("click", (event) => {
    const open = event.target.closest(".opens a");
    if (!open || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    chosen = open.closest("li").dataset.id;
    go(new URL(open.href).searchParams);
  });
  document.getElementById("way").addEventListener("submit", (event) => {
    event.preventDefault();
    const changed = start(state());
    changed.delete("to");
    const to = event.target.elements.to.value.trim();
    if (to) changed.set("to", to);
    if (chosen && to) changed.set("node", chosen);
    go(changed);
  });
  choose(chosen, false);
  canvas.dataset.ready = "true";
  window.addEventListener("resize", () => {
    const before = arranged;
    arranged = arrange();
    if (arranged === before) { network.redraw(); return; }
    for (const one of view.nodes) network.moveNode(one.id, one.at.x, one.at.y);
    settle();
  });
  canvas.diagram = { nodes, edges, network };
})();
