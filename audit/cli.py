"""This file is the front door: the command `audit` and its sub-commands."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer import TyperException
from typer.core import TyperGroup

from audit import __version__
from audit.commands import check, compare, corpus, decide, engines, facts, fix, init, lsp, measure, metrics, rules, score, serve, sign
from audit.model import AuditError

USAGE = 2


class FilesFirst(TyperGroup):
    """`audit FILE` means `audit check FILE`: what is not a command's name is a text to audit."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = {"-h", "--help", "--version", "--install-completion", "--show-completion"}
        if args and args[0] not in self.commands and args[0] not in own:
            args = ["check", *args]
        rest: list[str] = super().parse_args(ctx, args)
        return rest


app = typer.Typer(
    name="audit",
    cls=FilesFirst,
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(epilog="[bold]audit FILE...[/] audits texts; its options: [bold]audit check --help[/]")
def audit(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    """Check machine-translated news text in English: [bold]audit FILE...[/].

    Prints the findings, a verdict, and the path of the HTML report it wrote. Exit status: 0 passed; 1 findings at or above
    --fail-on, or a score below --min-score; 2 wrong usage or bad input; 3 with --strict, some check could not run.
    """
    if version:
        typer.echo(f"audit {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


app.command("check")(check.check)
app.command("score", cls=score.PairedAlone)(score.score)
app.command("compare")(compare.compare)
app.command("corpus")(corpus.corpus)
app.command("decide")(decide.decide)
app.add_typer(engines.app, name="engines")
app.add_typer(facts.app, name="facts")
app.command("fix")(fix.fix)
app.add_typer(metrics.app, name="metrics")
rules.app.command("measure")(measure.measure)
app.add_typer(rules.app, name="rules")
app.command("explain")(rules.explain)
app.command("init")(init.init)
app.command("lsp")(lsp.lsp)
app.command("serve")(serve.serve)
app.command("sign")(sign.sign)


def main() -> None:
    """Runs the command line. A user's mistake is one line on standard error and status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        status = app(standalone_mode=False)
        sys.stdout.flush()  # here a reader that went away can still be told from a bug
        sys.exit(status)
    except AuditError as problem:
        _fail(str(problem))
    except TyperException as problem:
        _refuse(problem)
    except typer.Abort:
        _fail("stopped")
    except BrokenPipeError:  # the reader of our output went away (`audit ... | head`): stop without a word, as other tools do
        _let_go_of_output()
        sys.exit(USAGE)
    except OSError as problem:
        if problem.filename is not None:
            raise
        _let_go_of_output()
        _fail(f"the output cannot be written ({problem.strerror})")
    except KeyboardInterrupt:
        print("audit: interrupted", file=sys.stderr)
        os._exit(130)


def _fail(message: str) -> None:
    print(f"audit: {' '.join(message.split())}", file=sys.stderr)
    sys.exit(USAGE)


def _refuse(problem: TyperException) -> None:
    """Wrong usage: one line, and where the right usage stands."""
    context = getattr(problem, "ctx", None)
    command = context.command_path if context else "audit"
    said = (problem.format_message() if hasattr(problem, "format_message") else str(problem)).replace("Value error, ", "")
    _fail(f"{said.rstrip('.')}; see {command} --help")


def _let_go_of_output() -> None:
    """What is still to be written goes nowhere; else the interpreter would stumble over it once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
