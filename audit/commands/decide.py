"""This file is `audit decide FILE FINGERPRINT...`: write down what was decided of findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from audit.commands.output import day, write_whole
from audit.model import AuditError

if TYPE_CHECKING:
    from audit.decided import Decision

_PRINT = re.compile(r"[0-9a-f]{16}(?:-\d+)?")
_FORMS: dict[str, Literal["yaml", "json"]] = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
Known = tuple[str, str, str]
"""A finding's rule, words and text."""


def decide(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The decisions (.yaml or .json); made where it is missing.")],
    fingerprints: Annotated[list[str], typer.Argument(metavar="FINGERPRINT...", help="Findings, as the report and its JSON name them.")],
    accept: Annotated[bool, typer.Option("--accept", help="The finding is right, and gets mended.")] = False,
    dismiss: Annotated[bool, typer.Option("--dismiss", help="It is a false alarm, or wanted so.")] = False,
    reopen: Annotated[bool, typer.Option("--reopen", help="Take decisions back.")] = False,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; a dismissal needs one.")] = "",
    author: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")] = "",
    expires: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The last day on which it counts.")] = None,
    rule: Annotated[str, typer.Option(metavar="RULE", help="The findings' rule.")] = "",
    whole_text: Annotated[bool, typer.Option("--whole-text", help="Decide on all that this rule finds in the text.")] = False,
    report: Annotated[
        Path | None, typer.Option("--from", metavar="REPORT.json", help="Take rule, words and text from this report.")
    ] = None,
) -> None:
    """Decide on findings; of two decisions on one finding the new one stays. `audit FILE --decisions FILE` reads them."""
    from audit import decisions
    from audit.decided import Decision

    if accept + dismiss + reopen != 1:
        raise AuditError("say one of --accept, --dismiss and --reopen")
    if not reopen and not author.strip():
        raise AuditError("--author: nobody is named; say who decides")
    if dismiss and not reason.strip():
        raise AuditError("--reason: a dismissal needs one; say why it is no fault")
    form = _form(file)
    said = Decision("accepted" if accept else "dismissed", reason=reason.strip(), author=author.strip(), rule=rule)
    said = replace(said, date=decisions.today().isoformat(), expires=day(expires, "--expires"), scope="text" if whole_text else "instance")
    known = _known(report) if report else None
    made = list(_made(said, _distinct(fingerprints), known))
    before = decisions.read(file) if file.exists() else ()
    kept = [one for one in before if one.fingerprint not in fingerprints or (not reopen and one.scope != said.scope)]
    if reopen and len(kept) == len(before):
        raise AuditError(f"{file}: holds no decision on {', '.join(fingerprints)}")
    whole = kept if reopen else [*kept, *made]
    write_whole(file, decisions.written(whole, form))
    done = f"{len(before) - len(kept)} taken back" if reopen else f"{len(made)} {said.status}"
    typer.echo(f"{file}: {done}; it holds {len(whole)} decision{'' if len(whole) == 1 else 's'}")


def _form(file: Path) -> Literal["yaml", "json"]:
    form = _FORMS.get(file.suffix.lower())
    if form is None:
        raise AuditError(f"{file}: decisions are kept as .yaml or .json; name it so")
    return form


def _distinct(fingerprints: Sequence[str]) -> list[str]:
    for one in fingerprints:
        if not _PRINT.fullmatch(one):
            raise AuditError(f"{one}: not a fingerprint; copy it from the report, or from --format json")
    return list(dict.fromkeys(fingerprints))


def _made(said: Decision, fingerprints: Sequence[str], known: Mapping[str, Known] | None) -> Iterator[Decision]:
    """What is said, once of each finding."""
    for one in fingerprints:
        if known is not None and one not in known:
            raise AuditError(f"{one}: the report holds no finding of this fingerprint")
        rule, quote, text = (known or {}).get(one, (said.rule, "", ""))
        if said.scope == "text" and not rule:
            raise AuditError("--whole-text: all of which rule? Give --rule, or --from with the report")
        yield replace(said, fingerprint=one, rule=rule, quote=quote, text=text)


def _known(report: Path) -> dict[str, Known]:
    """The findings of a report in JSON, by fingerprint."""
    from audit.signoff import read

    return {
        finding["fingerprint"]: (finding["rule"], finding["quote"], document["id"])
        for document in read(report)["documents"]
        for finding in document["findings"]
    }
