"""Commands that check: validate, evaluate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg import messages
from kg.config import Config
from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    from kg.pairing import Record


_SEVERITIES = {"violation": "vi phạm", "warning": "cảnh báo", "info": "lưu ý"}


@click.command()
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def validate(config: Config, as_json: bool) -> int:
    """Check the current release against its shapes (SHACL). Exit code 1 on a violation."""
    from dataclasses import asdict

    from kg import validate as checking
    from kg.commands.asking import open_reader

    with open_reader(config) as reader, reader.snapshot() as store:
        release = reader.release
        findings = checking.validate(store.quads_for_pattern)
        del store
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    else:
        vi = config.lang == "vi"
        words = _SEVERITIES if vi else {severity: severity for severity in _SEVERITIES}
        for finding in findings:
            said = finding.vi if vi else finding.en
            where = f" {finding.path}" if finding.path else ""
            click.echo(f"{words[finding.severity]}: <{finding.focus}>{where}: {said}")
        counts = {s: sum(f.severity == s for f in findings) for s in words}
        told = " · ".join(f"{count} {words[severity]}" for severity, count in counts.items())
        click.echo(f"{'bản phát hành' if vi else 'release'} {release.number}: {told}")
    return 0 if checking.conforms(findings) else 1


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@click.option("--predicted", type=click.Path(path_type=Path), help="Facts to score: a folder of JSON, or JSON Lines.")
@click.option("--json", "as_json", is_flag=True)
@click.option("--misses", is_flag=True, help="Tell each record that is missed, extra or wrong, on standard error.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Figures kept earlier: tell gains and losses.")
@click.option("--save-baseline", type=click.Path(path_type=Path), help="Keep the figures in this file.")
@click.option("--workers", type=click.IntRange(1))
@click.pass_obj
def evaluate(
    config: Config,
    gold: Path,
    sources: tuple[str, ...],
    predicted: Path | None,
    as_json: bool,
    misses: bool,
    baseline: Path | None,
    save_baseline: Path | None,
    workers: int | None,
) -> int:
    """Score facts against the gold facts in folder GOLD: of SOURCE..., read now; else of --predicted; else of the
    loaded sources. Exit code 1 where a source cannot be read."""
    from kg import evaluate as scoring
    from kg.store_files import written

    wanted = scoring.gold_files(gold)
    failed = 0
    if sources:
        found, failed = _extracted(sources, workers, config.lang)
    elif predicted is not None:
        found = scoring.predicted_files(predicted)
    else:
        found = _loaded(config)
    before = _figures(baseline) if baseline is not None else None
    score = scoring.score(wanted, found)
    result = score.result()
    if misses:
        for line in score.misses:
            click.echo(line, err=True)
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        for line in scoring.report(result, before):
            click.echo(line)
    if save_baseline is not None:
        with written(save_baseline):
            save_baseline.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 1 if failed else 0


def _extracted(sources: tuple[str, ...], workers: int | None, lang: str) -> tuple[dict[str, Record], int]:
    """The facts of sources by their stems, and how many could not be read; of each of these it is told why."""
    from kg.extraction import extract_all
    from kg.facts import to_json
    from loaders.read import expand

    found: dict[str, Record] = {}
    failed = 0
    for one in extract_all(expand(sources), workers=workers):
        if one.facts is None:
            failed += 1
            click.echo(f"kg: {messages.told(KgError(one.error or ''), lang)}", err=True)
        else:
            found[one.stem] = json.loads(json.dumps(to_json(one.facts)))
    return found, failed


def _loaded(config: Config) -> dict[str, Record]:
    from kg.evaluate import by_stem
    from kg.sources import Sources

    sources = Sources(config.data)
    return by_stem(json.loads(sources.facts_json(record)) for record in sources.records())


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _figures(path: Path) -> dict[str, Any]:
    try:
        figures = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{path}: no figures to compare with ({_reason(error)}); --save-baseline writes them"
        ) from error
    if not isinstance(figures, dict):
        raise UsageError(f"{path}: no figures to compare with; --save-baseline writes them")
    return figures
