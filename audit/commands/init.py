"""This file is `audit init`: a commented audit.toml to begin with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from audit.commands.output import write_whole
from audit.model import AuditError

SETTINGS = """\
# Settings of `audit` for the texts in and below this folder. The command line goes before this file.
# Every line that begins with '# ' and a setting shows its default; take the '# ' away to change it.

# The least severity that makes a run fail: "minor", "major", "critical" or "never".
fail-on = "critical"

# Fail when an article's quality score (0 to 100) is below this.
# min-score = 60

# Rules or categories (beginnings of names) that always make a run fail, or never do, whatever their severity.
# block = ["facts", "quotation/", "accuracy/mistranslation/false-friend"]
# warn = ["style", "typography"]

# A desk's own policy: texts whose path fits one of its files; what it leaves out is as above.
# desks.sports = {files = ["sports/*"], fail-on = "major", warn = ["style"]}

# What `audit sign` proposes to print below the published piece; {language} is its source language, {editor} who signed.
# disclosure = "Translated by machine from {language} and checked by {editor}."

# Exit status 3 when some check could not run (no source text, say).
# strict = false

# Only these rules, or all but these: names or beginnings of names (see `audit rules list`).
# select = ["attribution", "typography/space-before-mark"]
# ignore = ["style"]

# Folders of the house's own cards, relative to this file. Test them with `audit rules test DIR`.
# rules = ["house-rules"]

# The desk's style sheet, relative to this file: names, spelling, figures, quotation marks, dates, glossary. Of several the later
# ones go before. Test it with `audit rules test FILE`; without one, nothing of the kind is looked at.
# style = ["desk.yaml"]

# Grammar engines to ask, "none" for nobody. Without this line: those that are at hand, see `audit engines status`.
# engines = ["languagetool", "harper"]

# The address of a LanguageTool server of your own; texts are sent there. Without it, only a server on this machine is asked.
# languagetool = "http://localhost:8081"

# What people have decided of findings: files that `audit decide` and the report write, relative to this file.
# decisions = ["desk.decisions.yaml"]

# An earlier report in JSON (or a list of fingerprints), relative to this file: only findings that are not in it can fail.
# baseline = "baseline.json"

# Write the HTML report beside the terminal output.
# report = true

# Audit texts that do not read like English, too.
# force = false

# Texts longer than this are refused (use `audit corpus` for many texts).
# max-characters = 1000000
"""


def init(
    place: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where audit.toml goes.")] = Path(),
) -> None:
    """Write a commented audit.toml; never over one that is there."""
    path = place / "audit.toml"
    if path.exists():
        raise AuditError(f"{path}: is there already; edit it, or remove it first")
    write_whole(path, SETTINGS)
    sys.stdout.write(f"{path}\n")
