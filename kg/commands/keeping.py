"""Commands that keep the store: export, backup, restore, rollback, rebuild."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

import click

from kg.config import Config
from kg.errors import StoreError, UsageError
from kg.wording import counted, moment, word
from kg.wording import number as number_of

FORMATS = ("nquads", "trig", "turtle", "jsonld", "graphml", "csv")


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), help="By default told by the name of --out, else nquads.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="The file to write, for csv the folder; else standard output."
)
@click.pass_obj
def export(config: Config, form: str | None, out: Path | None) -> None:
    """Write the graph as N-Quads, TriG, Turtle, JSON-LD or GraphML, or as a folder of CSV tables."""
    from kg import analytics
    from kg import export as exporting
    from kg.reader import Reader
    from kg.store_files import written

    form = form or _by_name(out)
    if form == "csv" and out is None:
        raise UsageError("csv is a folder of tables: say where with --out")
    if out is not None:
        _check_outside(config.data, out)
    with Reader(config.store, base_iri=config.base_iri, data=config.data, deadline=600) as reader:
        if form == "csv":
            assert out is not None
            with written(out):
                tables = exporting.tables(reader, out)
            for name, rows in tables.items():
                click.echo(f"{rows:>8} {out / name}.csv")
            return
        with written(out):
            if out is not None:
                out.parent.mkdir(parents=True, exist_ok=True)
            part = None if out is None else out.with_name(f".{out.name}.part")
            with nullcontext(sys.stdout.buffer) if part is None else part.open("wb") as file:
                if form == "graphml":
                    file.write(analytics.graphml(analytics.graph(reader)))
                else:
                    exporting.rdf(reader, form, file)
                file.flush()
            if part is not None and out is not None:
                part.replace(out)


def _check_outside(data: Path, out: Path) -> None:
    """Raises UsageError where an export would lie among the files of the store."""
    if out.resolve().is_relative_to(data.resolve()):
        raise UsageError(f"{out}: lies in the folder of the store ({data}); give another place, as --out ./export")


def _by_name(out: Path | None) -> str:
    if out is None:
        return "nquads"
    suffixes = {".nq": "nquads", ".trig": "trig", ".ttl": "turtle", ".jsonld": "jsonld", ".graphml": "graphml"}
    if out.suffix in suffixes:
        return suffixes[out.suffix]
    if not out.suffix:
        return "csv"
    raise UsageError(f"{out}: no known format by that name; give --format: {', '.join(FORMATS)}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def backup(config: Config, file: Path) -> None:
    """Write the current release and its sources to one archive, FILE (.tar.gz)."""
    from kg import archive

    folder = config.folder(
        "kg backup",
        f"use its own backup, or `kg export --out graph.nq`, and keep a copy of {config.data}/sources",
    )
    release = archive.backup(folder, file)
    lang = config.lang
    size = f"{number_of(str(file.stat().st_size), lang)} {word('bytes', lang)}"
    click.echo(f"{word('backup of', lang)} {release.number}: {file} ({size})")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Even where sources are loaded; what was there stays as an older release.")
@click.pass_obj
def restore(config: Config, file: Path, force: bool) -> None:
    """Make the store what the backup FILE holds."""
    from kg import archive

    folder = config.folder(
        "kg restore", f"restore into a folder, then load its sources: `kg --data FOLDER --store {config.store} rebuild`"
    )
    release = archive.restore(folder, file, force=force)
    lang = config.lang
    quads, sources = counted("quads", release.quads, lang), counted("sources", len(release.records()), lang)
    click.echo(f"{word('restored as', lang)} {release.number}: {quads}, {sources}")


@click.command()
@click.argument("number", type=click.IntRange(1), required=False)
@click.pass_obj
def rollback(config: Config, number: int | None) -> None:
    """Go back to release NUMBER, by default the one before the current one: sources, store and what readers see."""
    from kg import releases

    folder = config.folder(
        "kg rollback", "a server keeps no releases: go back with its own backup, or `kg rebuild` from older sources"
    )
    if not folder.is_dir():
        raise StoreError(f"{folder}: no store here; `kg build SOURCE…` makes one")
    release = releases.rollback(folder, number)
    lang = config.lang
    when = f"{word('of', lang)} {moment(release.created, lang)}"
    click.echo(f"{word('release', lang)} {release.number} {when} {word('is current', lang)}")


@click.command()
@click.option("--extract", is_flag=True, help="Read the kept originals again as well, by the rules as they are now.")
@click.option("--workers", type=click.IntRange(1), help="Processes that read, with --extract.")
@click.pass_obj
def rebuild(config: Config, extract: bool, workers: int | None) -> None:
    """Make the store again from the kept sources, and publish a release; the old store need not be readable."""
    from kg import rebuilding

    release = rebuilding.rebuild(config, extract=extract, workers=workers)
    if release is None:
        click.echo(word("nothing changed", config.lang), file=sys.stderr)
    else:
        lang = config.lang
        quads, sources = counted("quads", release.quads, lang), counted("sources", len(release.records()), lang)
        click.echo(f"{word('release', lang)} {release.number}: {quads} {word('from', lang)} {sources}")
