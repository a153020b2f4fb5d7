"""A view of the graph as one file, made by pyvis, with everything in it and nothing fetched."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import escape

from web.pages.graph import GLYPHS, Diagram
from web.site import folder
from web.view import View

SHAPES = {"agency": "ellipse", "official": "ellipse"}
_AS = {"indicator": "target"}  # a kind that has the colour of another
_COLOUR = re.compile(r"--([a-z-]+): (#[0-9A-F]{6});")
_FETCHED = re.compile(r"<link\b[^>]*>|<script\b[^>]*\bsrc=[^>]*>\s*</script>", re.I | re.S)  # all else is in the file


@cache
def colours() -> dict[str, str]:
    """The colours of the site by their names: those of its style sheet for a light screen."""
    found = _COLOUR.findall((folder() / "static" / "site.css").read_text("utf-8"))
    return dict(reversed(found))  # the first of a name is that of a light screen


def page(view: View, found: Diagram) -> str:
    """The file's text."""
    from pyvis.network import Network

    colour = colours()
    network = Network(height="92vh", width="100%", directed=True, cdn_resources="in_line", bgcolor=colour["paper"])
    for node in found.nodes:
        kind = view.wording.of("kind", node.ref.kind)
        network.add_node(
            node.ref.iri,
            label=wrapped(f"{GLYPHS.get(node.kind, '')} {node.ref.label}".strip()),
            title=f"{kind}: {node.ref.label}" + (f" ({node.note})" if node.note else ""),
            shape=SHAPES.get(node.kind, "box"),
            color={
                "background": colour["surface"],
                "border": colour.get(_AS.get(node.kind, node.kind), colour["muted"]),
            },
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
