"""Commands that ask the store: trace, query, queries, search, stats, analyze."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from kg import messages, wording
from kg.commands.columns import table
from kg.config import Config
from kg.errors import QueryError, UsageError

if TYPE_CHECKING:
    from kg.reader import Reader


def open_reader(config: Config, **options: Any) -> Reader:
    """A reader of the store, with the prefixes that everybody uses."""
    from kg.reader import Reader
    from kg.vocabulary import PREFIXES

    return Reader(config.store, prefixes=PREFIXES, base_iri=config.base_iri, data=config.data, **options)


# ── trace ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@click.command()
@click.argument("id")
@click.option("--format", "form", type=click.Choice(["tree", "json", "csv"]), default="tree", show_default=True)
@click.option("--date", help="The date of signing, where several documents have the number: 2024-02-02, 2024.")
@click.option("--depth", type=click.IntRange(0, 10), default=3, show_default=True, help="Levels of documents below.")
@click.pass_obj
def trace(config: Config, id: str, form: str, date: str | None, depth: int) -> None:
    """Show what a document, programme, task or agency rests on above, and what it orders below.

    ID is as people write it: 142/QĐ-TTg, 142/qd-ttg, "Đề án 06", "Bo Cong an", or an IRI. Exit code 2 where several
    documents go by it (they are listed) or none does.
    """
    from kg import trace_view
    from kg.trace import trace as trace_of

    with open_reader(config, deadline=120, max_rows=1_000_000) as reader:
        found = trace_of(reader, id, base=config.base_iri, date=date, depth=depth)
    if form == "json":
        click.echo(trace_view.as_json(found))
    elif form == "csv":
        click.echo(trace_view.as_csv(found, config.lang), nl=False)
    else:
        for line in trace_view.tree(found, config.lang):
            click.echo(line)


# ── queries ──────────────────────────────────────────────────────────────────────────────────────────────────────────

ROWS = ("json", "csv", "tsv", "xml")
GRAPHS = ("turtle", "ntriples", "jsonld", "rdfxml", "nquads", "trig", "n3")
FORMATS = ("table", *ROWS, *GRAPHS)


@click.command()
@click.argument("name")
@click.option("-p", "params", multiple=True, metavar="NAME=VALUE", help="A parameter; as often as there are some.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--timeout", type=click.FloatRange(0, min_open=True), default=60.0, show_default=True, help="Seconds.")
@click.option("--width", type=click.IntRange(20), help="Characters of a table's lines (default: the terminal's).")
@click.pass_obj
def query(config: Config, name: str, params: tuple[str, ...], form: str, timeout: float, width: int | None) -> None:
    """Run a saved query by NAME, a query file (.rq), or the query on standard input (-)."""
    from kg import queries as saved

    asked = saved.parse("-", sys.stdin.read(), "standard input") if name == "-" else saved.find(name)
    where = "standard input" if name == "-" else name
    given = saved.pairs((_pair(param) for param in params), where)
    if any(parameter.name == "lang" for parameter in asked.parameters):
        given.setdefault("lang", config.lang)
    with open_reader(config, deadline=timeout) as reader:
        values = saved.present(reader, asked, given) if given or asked.parameters else {}
        try:
            result = reader.query(asked.text, "tsv" if form == "table" else form, values)
        except QueryError as error:
            raise QueryError(f"{where}: {error}") from error
    if form not in ("table", *(ROWS if result.kind != "triples" else GRAPHS)):
        others = ", ".join(ROWS if result.kind != "triples" else GRAPHS)
        answers = {"triples": "a graph", "boolean": "yes or no"}.get(result.kind, "rows")
        raise UsageError(f"{where}: answers with {answers}, which --format {form} cannot hold; take {others}")
    if form == "table" and result.kind != "triples":
        for line in _result_table(result.content, result.kind, config.base_iri, width):
            click.echo(line)
    else:
        sys.stdout.buffer.write(result.content + (b"" if result.content.endswith(b"\n") else b"\n"))
    if result.truncated:
        click.echo(f"kg: {wording.word('cut off', config.lang).format(rows=result.rows)}", err=True)


def _pair(param: str) -> tuple[str, str]:
    name, equals, value = param.partition("=")
    if not equals or not name:
        raise UsageError(f"-p {param}: a parameter is given as NAME=VALUE")
    return name.strip(), value


def _result_table(content: bytes, kind: str, base: str, width: int | None) -> Iterator[str]:
    import pyoxigraph as ox

    if kind == "boolean":
        yield content.decode().strip()
        return
    solutions = ox.parse_query_results(content, format=ox.QueryResultsFormat.TSV)
    assert isinstance(solutions, ox.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    rows = [["" if term is None else _shown(term, base) for term in solution] for solution in solutions]
    yield from table(names, rows, width)


def _shown(term: Any, base: str) -> str:
    """A term as a table shows it; a resource by its kind and slug, as `kg trace` takes it."""
    from kg.vocabulary import PREFIXES

    text = str(getattr(term, "value", term))
    if text.startswith(f"{base}id/"):
        return text.removeprefix(f"{base}id/")
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace) and text != namespace:
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def _cell(text: str, widest: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= widest else f"{text[: widest - 1]}…"


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON, with all that the headers say.")
@click.option("--tag", help="Only those with this tag.")
@click.pass_obj
def queries(config: Config, as_json: bool, tag: str | None) -> None:
    """List the saved queries with what they ask and their parameters."""
    from dataclasses import asdict

    from kg import queries as saved

    found = [one for one in saved.saved().values() if tag is None or tag in one.tags]
    if tag is not None and not found:
        tags = sorted({tag for one in saved.saved().values() for tag in one.tags})
        raise UsageError(f"no saved query with the tag {tag!r}; tags are {', '.join(tags)}")
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        click.echo(f"{one.name}: {one.summary.get(config.lang, '')}")
        for parameter in one.parameters:
            said = [parameter.label.get(config.lang, ""), messages.expected(parameter.expected(), config.lang)]
            said += [f"{wording.word('default', config.lang)} {parameter.default}"] if parameter.default else []
            said += [wording.word("required", config.lang)] if parameter.required else []
            click.echo(f"    -p {parameter.name}=…  {'; '.join(filter(None, said))}")


# ── search, stats ────────────────────────────────────────────────────────────────────────────────────────────────────


@click.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--kind", "kinds", multiple=True, help="Only this kind: document, task, agency …; may be repeated.")
@click.option("--limit", type=click.IntRange(1, 500), default=20, show_default=True)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def search(config: Config, text: tuple[str, ...], kinds: tuple[str, ...], limit: int, as_json: bool) -> int:
    """Find anything by name, number or word, accents or not. Exit code 1 where nothing is found."""
    from dataclasses import asdict

    from kg.search import Search

    with open_reader(config) as reader:
        hits = Search(reader.release).find(" ".join(text), kinds=kinds, limit=limit)
    if as_json:
        click.echo(json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=1))
        return 0 if hits else 1
    for hit in hits:
        label = _cell(hit.label, 110)
        click.echo(f"{wording.word(hit.kind, config.lang)}: {label}{f' ({hit.detail})' if hit.detail else ''}")
        if hit.snippet and hit.snippet != " ".join(hit.label.split()):
            click.echo(f"    {_marked(hit.snippet, hit.marks)}")
        click.echo(f"    {hit.iri}")
    if not hits:
        click.echo(f"kg: {wording.word('nothing found', config.lang)} {' '.join(text)!r}", err=True)
    return 0 if hits else 1


def _marked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The text with the asked-for words in bold, where standard output is a terminal."""
    if not sys.stdout.isatty():
        return text
    for start, end in reversed(marks):
        text = text[:start] + click.style(text[start:end], bold=True) + text[end:]
    return text


@click.command()
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def stats(config: Config, as_json: bool) -> None:
    """Count what the current release holds, and what is known to be missing."""
    from kg import stats as counting

    with open_reader(config) as reader:
        release, gaps, newest = reader.release, counting.gaps(reader), counting.newest(reader)
    if as_json:
        told = {"release": release.number, "created": release.created, "quads": release.quads}
        told |= {"counts": dict(release.counts), "gaps": gaps, "newest": newest}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    lang = config.lang
    quads, when = wording.counted("quads", release.quads, lang), wording.moment(release.created, lang)
    click.echo(f"{wording.word('release', lang)} {release.number} {wording.word('of', lang)} {when}: {quads}")
    for name, count in release.counts.items():
        click.echo(_counted(name, count, lang))
    click.echo(wording.word("gaps", lang))
    for name, count in gaps.items():
        click.echo(_counted(name, count, lang))
    click.echo(wording.word("newest", lang))
    for row in newest[:5]:
        click.echo(f"{row.get('published', '–'):>10} {row['name']}")


def _counted(name: str, count: int, lang: str) -> str:
    """A count as a line of a column of counts."""
    figure, _, what = wording.counted(name, count, lang).partition(" ")
    return f"{figure:>10} {what}"


# ── analysis ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@click.command()
@click.argument("what", type=click.Choice(["order", "cycles", "central", "path"]))
@click.argument("ids", nargs=-1, metavar="[ID ID]")
@click.option("--kind", "kinds", multiple=True, help="With central and order: only this kind.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="With central: how many.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def analyze(config: Config, what: str, ids: tuple[str, ...], kinds: tuple[str, ...], limit: int, as_json: bool) -> None:
    """order: levels of what rests on what. cycles: what rests on itself. central: what most leads to.
    path ID ID: how two things hang together."""
    from kg import analytics

    if len(ids) != (2 if what == "path" else 0):
        raise UsageError("kg analyze path takes two ids" if what == "path" else f"kg analyze {what} takes no ids")
    with open_reader(config, deadline=300) as reader:
        whole = analytics.graph(reader)
        there = sorted({str(kind) for _, kind in whole.nodes(data="kind")})
        if unknown := [one for one in kinds if one not in there]:
            raise UsageError(f"--kind {unknown[0]}: the store holds none of that kind; there are {', '.join(there)}")
        ends = [_iri(reader, one) for one in ids]

    def label(iri: str) -> str:
        return _cell(str(whole.nodes[iri]["label"]), 100)

    def kind(iri: str) -> str:
        return wording.word(str(whole.nodes[iri]["kind"]), config.lang)

    def kept(iris: Iterable[str]) -> list[str]:
        return [iri for iri in iris if not kinds or whole.nodes[iri]["kind"] in kinds]

    if what == "order":
        levels = [kept(level) for level in analytics.order(whole)]
        if as_json:
            click.echo(json.dumps(levels, indent=1))
        for i, level in enumerate([] if as_json else levels):
            for iri in level:
                click.echo(f"{i:>3} {kind(iri)}: {label(iri)} <{iri}>")
    elif what == "cycles":
        rings = analytics.cycles(whole)
        if as_json:
            click.echo(json.dumps(rings, indent=1))
        for ring in [] if as_json else rings:
            click.echo(" → ".join(label(iri) for iri in [*ring, ring[0]]))
        if not rings:
            click.echo(f"kg: {wording.word('no cycle', config.lang)}", err=True)
    elif what == "central":
        rows = analytics.central(whole, kinds)[:limit]
        if as_json:
            click.echo(json.dumps([{"iri": i, "pagerank": r, "links_in": n} for i, r, n in rows], indent=1))
        for iri, rank, links in [] if as_json else rows:
            click.echo(f"{rank:.4f} {links:>5}  {kind(iri)}: {label(iri)}")
    else:
        steps = analytics.path(whole, *ends)
        if not steps and ends[0] != ends[1]:
            raise UsageError(f"nothing joins {ids[0]} and {ids[1]}")
        if as_json:
            told = [{"from": s.source, "relation": s.relation, "to": s.target, "forward": s.forward} for s in steps]
            click.echo(json.dumps(told, indent=1))
            return
        click.echo(label(ends[0]))
        for step in steps:
            relation = wording.word(step.relation, config.lang).replace("_", " ")
            arrow = f"── {relation} ─→" if step.forward else f"←─ {relation} ──"
            click.echo(f"  {arrow} {label(step.target)}")


def _iri(reader: Reader, text: str) -> str:
    from kg.identify import identify

    return identify(reader.release, text).iri
