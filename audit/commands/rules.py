"""This file is `audit rules` and `audit explain`: what the rules are, whether a house's own cards prove themselves."""

from __future__ import annotations

import json
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from audit.bundled import folder
from audit.commands.output import write_whole
from audit.config import read_config
from audit.model import AuditError, Rule

USAGE = 2
app = typer.Typer(add_completion=False, help="List the rules, test a house's own cards, write the index of the rules.")
Rules = Annotated[list[str] | None, typer.Option("--rules", metavar="DIR", help="A folder of the house's own cards; may be repeated.")]


def _all(rules: list[str] | None) -> dict[str, Rule]:
    from audit import rulebook

    own = folder("rules")
    places = (*read_config().folders, *map(Path, rules or ()))
    return {rule.name: rule for place in places for rule in rulebook.read_cards(place, whole=place != own)}


@app.command("list")
def list_(rules: Rules = None) -> None:
    """List every rule: name, severity, confidence, what it says."""
    known = _all(rules)
    width = max(map(len, known))
    for name, rule in sorted(known.items()):
        sys.stdout.write(f"{name:{width}}  {rule.severity:8}  {rule.confidence:.2f}  {rule.message}{_silent(rule, 'off: --select it')}\n")
    sys.stdout.write(f"{len(known)} rules\n")


def _silent(rule: Rule, off: str) -> str:
    """What to say behind a rule that does not speak by itself."""
    if rule.check == "house":
        return " (when a style sheet asks)"
    return "" if rule.enabled else f" ({off})"


@app.command("test")
def test(
    place: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of cards or style sheets, or one of them.")],
) -> None:
    """Let cards and style sheets prove themselves: every bad example is found where it is marked, every good one is left alone."""
    from audit import cards, rulebook
    from audit.prove import prove, written_out
    from audit.style import is_sheet

    sheets = [path for path in ([place] if place.is_file() else sorted(place.glob("*.yaml"))) if is_sheet(path)]
    if sheets:
        _test_sheets(sheets)
        return
    read = rulebook.read_cards(place) if not place.is_file() else (cards.read_card(place, place.stem),)
    problems = 0
    for rule in read:
        found = prove(rule)
        problems += len(found)
        for problem in found:
            sys.stdout.write(f"{problem}\n")
        if not found:
            sys.stdout.write(f"ok  {rule.name}: {len(list(written_out(rule)))} bad, {len(rule.good)} good\n")
    sys.stdout.write(f"{len(read)} cards, {problems} problem{'s' * (problems != 1)}\n")
    if problems:
        raise typer.Exit(1)


def _test_sheets(paths: list[Path]) -> None:
    from audit.prove_style import examples, prove_style
    from audit.style import read_style

    problems = 0
    for path in paths:
        style = read_style(path)
        found = prove_style(style)
        problems += len(found)
        for problem in found:
            sys.stdout.write(f"{problem}\n")
        if not found:
            bad = sum(bool(example.marks) for example in examples(style))
            sys.stdout.write(f"ok  {path}: {bad} bad, {sum(1 for _ in examples(style)) - bad} good\n")
    sys.stdout.write(f"{len(paths)} style sheet{'s' * (len(paths) != 1)}, {problems} problem{'s' * (problems != 1)}\n")
    if problems:
        raise typer.Exit(1)


@app.command("docs")
def docs(
    output: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where README.md and rule.schema.json go (else the rules' own folder).")
    ] = None,
) -> None:
    """Write the index of the rules and the schema of a card."""
    from audit import rulebook

    place = output or folder("rules")
    write_whole(place / "README.md", index(rulebook.read_cards(folder("rules"))))
    write_whole(place / "rule.schema.json", schema())
    sys.stdout.write(f"{place / 'README.md'}\n{place / 'rule.schema.json'}\n")


def schema() -> str:
    """JSON Schema of a card, as it stands in rules/rule.schema.json."""
    from audit import cards

    return json.dumps(cards.schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def index(rules: tuple[Rule, ...]) -> str:
    """The text of rules/README.md."""
    lines = [
        "# The rules",
        "",
        "*Written by `audit rules docs`; do not edit.* One card per fault; its path is its name; `audit explain RULE` shows it whole.",
        "",
        f"{len(rules)} rules.",
    ]
    family = ""
    for rule in rules:
        if rule.name.split("/")[0] != family:
            family = rule.name.split("/")[0]
            lines += ["", f"## {family}", "", "| rule | severity | confidence | what it says |", "|---|---|---|---|"]
        message = rule.message.replace("|", "\\|")
        lines.append(f"| {rule.name}{_silent(rule, 'off')} | {rule.severity} | {rule.confidence:.2f} | {message} |")
    return "\n".join(lines) + "\n"


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's name, such as attribution/doubled.")],
    rules: Rules = None,
) -> None:
    """Explain a rule: what it says, why the fault happens, examples that it finds and that it leaves alone."""
    known = _all(rules)
    if rule not in known:
        near = get_close_matches(rule, known, 3, 0.3) or [name for name in known if rule in name][:3]
        raise AuditError(f"{rule}: no such rule" + (f"; did you mean {' or '.join(near)}?" if near else "; see audit rules list"))
    sys.stdout.write(page(known[rule]))


def page(rule: Rule) -> str:
    """Everything a card says, for reading."""
    lines = [
        rule.name,
        "",
        f"  {rule.message}",
        "",
        f"  Why: {rule.why}",
        f"  {rule.category} | severity {rule.severity} | confidence {rule.confidence:.2f}" + _silent(rule, "off unless selected"),
    ]
    if rule.languages:
        lines.append(f"  Likelier from: {', '.join(rule.languages)}")
    if rule.only:
        lines.append(f"  Speaks only when the source language is known to be: {', '.join(rule.only)}")
    lines += ["", "  It finds:"]
    for example in rule.bad:
        shown, shift = example.text, 0
        for mark in example.marks:
            shown = f"{shown[: mark.start + shift]}[{mark.of(example.text)}]{shown[mark.end + shift :]}"
            shift += 2
        lines += [f"    - {shown}".replace("\n", "\n      "), *([f"      -> {example.fixed}"] if example.fixed else [])]
    lines += ["  It leaves alone:", *(f"    - {example.text}".replace("\n", "\n      ") for example in rule.good)]
    for title, examples in (("Known to be missed:", rule.missed), ("Known false alarms:", rule.false_alarms)):
        if examples:
            lines += [f"  {title}", *(f"    - {example.text}" for example in examples)]
    lines += [f"  See {link}" for link in rule.see]
    return "\n".join(lines) + "\n"
