"""A view of the graph as one file, made by pyvis, with everything in it and nothing fetched."""

from __future__ import annotations

import re

from markupsafe import escape

from web.pages.graph import Diagram
from web.view import View

COLOURS = {
    "document": "#0B5A6B", "programme": "#5B4B9A", "agency": "#8A4B14", "official": "#5F6B2D", "task": "#A33B20",
    "target": "#1D5FA8", "indicator": "#1D5FA8", "observation": "#2A7048", "pillar": "#7A3B69", "source": "#5B6675",
}  # fmt: skip
SHAPES = {"agency": "ellipse", "official": "ellipse"}
GLYPHS = {
    "document": "■", "programme": "◖", "agency": "●", "official": "◗", "task": "▲", "target": "◆", "indicator": "◇",
    "observation": "▮", "pillar": "❙", "source": "□",
}  # fmt: skip
_FETCHED = re.compile(r"<link\b[^>]*>|<script\b[^>]*\bsrc=[^>]*>\s*</script>", re.I | re.S)  # all else is in the file


def page(view: View, found: Diagram) -> str:
    """The file's text."""
    from pyvis.network import Network

    network = Network(height="92vh", width="100%", directed=True, cdn_resources="in_line", bgcolor="#FBFAF7")
    for node in found.nodes:
        kind = view.wording.of("kind", node.ref.kind)
        network.add_node(
            node.ref.iri,
            label=wrapped(f"{GLYPHS.get(node.kind, '')} {node.ref.label}".strip()),
            title=f"{kind}: {node.ref.label}" + (f" ({node.note})" if node.note else ""),
            shape=SHAPES.get(node.kind, "box"),
            color={"background": "#FFFFFF", "border": COLOURS.get(node.kind, "#5B6675")},
            x=node.placed.x,
            y=node.placed.y,
            physics=False,
        )
    for edge in found.edges:
        network.add_edge(edge.source, edge.target, title=edge.label, color="#9AA3AD", width=1)
    network.set_options('{"physics": {"enabled": false}, "edges": {"smooth": false}, "nodes": {"font": {"size": 14}}}')
    text = _FETCHED.sub("", network.generate_html(notebook=False))
    title = escape(found.nodes[0].ref.label if found.nodes else view.wording("nav.graph"))
    release = view.site.release
    caption = (
        f"<p style='font:14px sans-serif;margin:8px 16px'>{title} – {escape(view.wording('site.full'))}, "
        f"{escape(view.wording('frame.release'))} {release.number}, {view.day(view.as_of)}</p>"
    )
    return re.sub(r"<body>", f"<body>{caption}", text, count=1)


def wrapped(label: str, wide: int = 26, lines: int = 3) -> str:
    """A label in a few short lines.

    >>> wrapped("Xây dựng Trung tâm dữ liệu quốc gia về đất đai", 20, 2)
    'Xây dựng Trung tâm\\ndữ liệu quốc gia về…'
    """
    import textwrap

    return "\n".join(textwrap.wrap(label, wide, max_lines=lines, placeholder="…", break_on_hyphens=False))
