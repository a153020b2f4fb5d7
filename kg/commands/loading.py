"""Commands that bring sources in and take them out: build, facts, text, remove."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import messages
from kg.config import Config
from kg.errors import KgError, SourceError, UsageError
from kg.wording import counted, word

if TYPE_CHECKING:
    from kg.build import Report

_SHOWN = 20  # sources told one by one in the closing table


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--workers", type=click.IntRange(1), help="Processes that read (default: one for each processor).")
@click.pass_obj
def build(config: Config, sources: tuple[str, ...], workers: int | None) -> int:
    """Extract, link and load sources, and publish a release.

    SOURCE is a file (.txt, .html, .docx, .pdf, .doc), a folder of them, an archive (.zip) or JSON Lines (.jsonl).
    Unchanged sources are skipped. Exit code 1 where one failed; the others are loaded all the same.
    """
    from kg import build as building

    with _progress(sources) as step:
        report = building.build(config, sources, workers=workers, told=lambda outcome: step())
    for line in closing(report, config.lang):
        click.echo(line)
    return 1 if report.count("failed") else 0


@contextmanager
def _progress(sources: tuple[str, ...]) -> Iterator[Callable[[], None]]:
    """A bar on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from loaders.read import expand

    with click.progressbar(length=sum(1 for _ in expand(sources)), label="reading", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def closing(report: Report, lang: str) -> Iterator[str]:
    """What became of the sources, as a table: the few one by one, of many only those that failed or are copies."""
    from loaders.folders import is_pipe

    few = len(report.outcomes) <= _SHOWN
    for outcome in report.outcomes:
        if few or outcome.reason:
            reason = messages.told(KgError(outcome.reason), lang)
            why = f"  {reason}" if reason and outcome.state != "failed" else ""
            yield f"{word(outcome.state, lang):<10} {outcome.where}{why}"
            if outcome.state == "failed":
                yield f"{'':<10} {reason}"
    counts = [f"{report.count(state)} {word(state, lang)}" for state in ("loaded", "unchanged", "failed")]
    yield " · ".join(counts)
    pipes = [path for path in report.ignored if is_pipe(path)]
    others = [path for path in report.ignored if path not in pipes]
    for what, paths in (("other formats", others), ("no plain files", pipes)):
        if paths:
            named = ", ".join(path.name for path in paths[:_SHOWN])
            yield f"{word(what, lang)} ({len(paths)}): {named}{', …' if len(paths) > _SHOWN else ''}"
    if report.release is not None:
        kinds = ("sources", "documents", "tasks", "targets", "observations")
        told = ", ".join(counted(kind, report.release.counts[kind], lang) for kind in kinds)
        quads = counted("quads", report.release.quads, lang)
        yield f"{word('release', lang)} {report.release.number}: {told}; {quads}"
    elif report.count("failed") == len(report.outcomes):
        yield word("not published", lang)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Write one <stem>.json each into DIR.")
@click.option("--workers", type=click.IntRange(1), help="Processes that read (default: one for each processor).")
@click.pass_obj
def facts(config: Config, sources: tuple[str, ...], out: Path | None, workers: int | None) -> int:
    """Print the facts of sources as JSON Lines, in the order of the sources; touches no store.

    Exit code 1 where a source failed; the others are printed all the same.
    """
    from kg.extraction import dump, extract_all
    from kg.facts import to_json
    from kg.store_files import written
    from loaders.read import expand

    if out is not None:
        _check_stems(sources)
        with written(out):
            out.mkdir(parents=True, exist_ok=True)
    failed = count = 0
    for found in extract_all(expand(sources), workers=workers):
        count += 1
        if found.error is not None or found.facts is None:
            failed += 1
            click.echo(f"kg: {messages.told(KgError(found.error or ''), config.lang)}", err=True)
        elif out is None:
            sys.stdout.write(dump(found.facts) + "\n")
        else:
            text = json.dumps(to_json(found.facts), ensure_ascii=False, indent=1)
            with written(out):
                (out / _file_name(found.stem)).write_text(text + "\n", "utf-8")
    if not count:
        raise UsageError(
            f"{', '.join(sources)}: no source in it; give files or folders of .txt, .html, .docx, .pdf, .jsonl"
        )
    return 1 if failed else 0


def _check_stems(sources: tuple[str, ...]) -> None:
    """Raises UsageError where two inputs would be written to one file, naming both."""
    from loaders.read import expand

    seen: dict[str, str] = {}
    for source in expand(sources):
        name = _file_name(source.stem)
        if name in seen:
            raise UsageError(f"{seen[name]} and {source.where} would both be written to {name}; rename one")
        seen[name] = source.where


def _file_name(stem: str) -> str:
    """The file of a stem: a name that no path leads out of."""
    return f"{stem.replace('/', '_').replace(chr(92), '_').lstrip('.') or '_'}.json"


@click.command()
@click.argument("source")
@click.option("--id", "name", help="Which record of a JSON Lines file, which member of an archive.")
@click.pass_obj
def text(config: Config, source: str, name: str | None) -> None:
    """Print exactly the text of a source that offsets refer to: SOURCE is a file, or a loaded source's name."""
    sys.stdout.buffer.write(_text(config, source, name).encode("utf-8"))


def _text(config: Config, source: str, name: str | None) -> str:
    from loaders.read import expand, read

    if not Path(source).exists():
        return _kept_text(config, source)
    inputs = list(expand([source]))
    found = [one for one in inputs if name is None or name in (one.name, one.stem, one.member)]
    if len(found) == 1:
        return read(found[0]).text
    names = ", ".join(one.name for one in inputs[:10])
    if not found:
        raise UsageError(f"{source}: no source {name or ''} in it; it holds {names or 'none'}")
    raise UsageError(
        f"{source}: {len(inputs)} sources in it; name one with --id: {names}{' …' if len(inputs) > 10 else ''}"
    )


def _kept_text(config: Config, source: str) -> str:
    from kg.sources import Sources

    kept = Sources(config.data)
    records = kept.find(source)
    if len(records) > 1:
        raise UsageError(f"{source}: several sources: {', '.join(record.iri for record in records)}; give one IRI")
    if not records:
        raise SourceError(f"{source}: there is no such file, and no loaded source of that name")
    return kept.text(records[0])


@click.command()
@click.argument("source")
@click.pass_obj
def remove(config: Config, source: str) -> None:
    """Take a source and its facts out of the store: SOURCE is its IRI, path, URL, file name or stem."""
    from kg import build as building

    if isinstance(config.store, Path) and not (config.store / "store").is_dir():
        raise _no_store(config)
    record = building.remove(config, source)
    click.echo(f"{word('removed', config.lang):<10} {record.name}  {record.iri}")


def _no_store(config: Config) -> KgError:
    from kg.errors import StoreError

    return StoreError(f"{config.store}: no store here; `kg build SOURCE…` makes one")
