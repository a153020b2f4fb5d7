"""The command line `kg`. A command's module is imported only when that command runs, so that help comes at once."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from kg import config
from kg.errors import KgError
from kg.help import ARGUMENTS, Context, forms, language

# each command: its module, and the line that `kg --help` shows
COMMANDS: dict[str, tuple[str, str]] = {
    "build": ("loading", "Extract, link and load sources, and publish a release."),
    "facts": ("loading", "Print the facts of sources as JSON; touches no store."),
    "text": ("loading", "Print exactly the text of a source that offsets refer to."),
    "remove": ("loading", "Take a source and its facts out of the store."),
    "trace": ("asking", "Show what an id rests on above and orders below, with evidence."),
    "query": ("asking", "Run a saved query, a query file, or one from standard input (-)."),
    "queries": ("asking", "List the saved queries with their parameters."),
    "search": ("asking", "Find anything by name or number, accents or not."),
    "stats": ("asking", "Count what the store holds, and what is known to be missing."),
    "analyze": ("asking", "Dependency order, cycles, what is central, paths."),
    "validate": ("checking", "Check the store against its shapes (SHACL)."),
    "evaluate": ("checking", "Score facts against gold facts."),
    "export": ("keeping", "Write the graph as RDF, GraphML or CSV."),
    "backup": ("keeping", "Write the current release and its sources to one archive."),
    "restore": ("keeping", "Make the store what a backup holds."),
    "rollback": ("keeping", "Go back to an older release."),
    "rebuild": ("keeping", "Make the store again from the kept sources."),
    "serve": ("serving", "Serve the site, the SPARQL endpoint and the API."),
    "demo": ("serving", "Build the bundled sample, show a trace, and serve it."),
}


class _Lazy(click.Group):
    """A group whose commands are imported when they are asked for, and whose help is in the language of answers."""

    context_class = Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[ARGUMENTS] = list(args)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"kg.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        command.context_class = Context
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = ", ".join(difflib.get_close_matches(args[0], COMMANDS, n=3))
            ctx.fail(f"no command {args[0]!r}; {f'did you mean {near}?' if near else '`kg --help` lists all'}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--store", metavar="PATH|URL", help="The store: a folder, or a SPARQL server (KG_STORE; default ./data).")
@click.option("--data", metavar="PATH", help="Where the sources of a server are kept (KG_DATA; default ./data).")
@click.option("--base-iri", metavar="IRI", help="The base of resources' IRIs (KG_BASE_IRI).")
@click.option("--lang", type=click.Choice(config.LANGUAGES), help="The language of answers (KG_LANG; default vi).")
@click.version_option(package_name="vn-policy-kg", prog_name="kg", message="%(prog)s %(version)s")
@click.pass_context
def kg(ctx: click.Context, store: str | None, data: str | None, base_iri: str | None, lang: str | None) -> None:
    """A knowledge graph of Vietnam's digital-government policy: which document mandates which task, on whom, by when,
    with the sentence that says so."""
    ctx.obj = config.load(store, base_iri, lang, data)


def main(args: list[str] | None = None) -> int:
    """Runs a command; its exit code. An error that the user can act on is one message, without a traceback."""
    _speak_utf8()
    args = list(sys.argv[1:] if args is None else args)
    if "_KG_COMPLETE" in os.environ:  # the shell asks for what may follow
        kg.main(prog_name="kg")
    context: click.Context | None = None
    try:
        with kg.make_context("kg", list(args)) as context:
            code: Any = kg.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except KgError as error:
        from kg import messages

        click.echo(f"kg: {messages.told(error, language(context, args))}", err=True)
        return error.exit_code
    except click.ClickException as error:
        _show(_placed(error), language(context, args))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("kg: stopped" if language(context, args) == "en" else "kg: đã dừng", err=True)
        return 130
    except PermissionError as error:
        from kg import messages

        why = KgError(f"{error.filename or '?'}: cannot be reached: {error.strerror or error}")
        click.echo(f"kg: {messages.told(why, language(context, args))}", err=True)
        return 3
    except BrokenPipeError:  # the reader of our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0


def _placed(error: click.ClickException) -> click.ClickException:
    """The error; of an option of all commands, given behind the command, one that says where it stands."""
    if isinstance(error, click.NoSuchOption) and error.ctx is not None and error.ctx.parent is not None:
        option = error.option_name
        if any(option in parameter.opts for parameter in kg.params):
            where = f"kg {option} … {error.ctx.info_name}"
            return click.UsageError(f"{option} stands before the command: {where}", error.ctx)
    return error


def _show(error: click.ClickException, lang: str) -> None:
    """What is wrong with how a command is written, after how it is to be written."""
    if lang == "en":
        error.show()
        return
    from kg import messages

    if isinstance(error, click.UsageError) and error.ctx is not None:
        usage = error.ctx.get_usage()
        help_ = f"{error.ctx.command_path} {error.ctx.help_option_names[-1]}"
        click.echo(f"{usage}\nGõ '{help_}' để xem trợ giúp.\n", err=True)
    said = messages.usage(error.format_message(), lang)
    if isinstance(error, click.BadParameter) and error.param is not None and error.ctx is not None:
        name = error.param.get_error_hint(error.ctx)
        said = said.replace(name, forms(name, lang), 1)
    click.echo(f"Lỗi: {said}", err=True)


def _speak_utf8() -> None:
    """Writes UTF-8 whatever the locale says: everything here is Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
