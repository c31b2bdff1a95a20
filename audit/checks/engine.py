"""This file passes on what grammar engines said of the text, as far as `knowledge/engines/` lets their rules speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from audit.engines.complaint import Complaint
from audit.engines.sheet import Row, row
from audit.engines.signs import holds, is_name
from audit.model import Analysis, Match, Rule, Severity, Span

_SHOWN = 3
_SPELLING, _GRAMMAR = "spelling", "grammar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`name`: the engine; `group`: the rows of its sheet that the card speaks for; `quotes`: may the place be quoted speech?"""

    name: str
    group: str
    quotes: Literal["anywhere", "outside"] = "anywhere"


class Engine:
    """Asks nobody: the complaints are in the analysis, where an engine ran. Without one it is silent, and the pipeline says why."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = {(rule.settings.name, rule.settings.group): rule for rule in rules}

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for complaint in analysis.complaints:
            said = row(complaint)
            rule = self._rules.get((complaint.engine, said.group))
            if rule is not None and said.use != "off" and _right(rule.settings, said, complaint, analysis):
                yield _match(rule, complaint, analysis.text, said.severity)


def _right(settings: Settings, said: Row, complaint: Complaint, analysis: Analysis) -> bool:
    """May the complaint be passed on: about some words of one line, with its second sign if it needs one?

    Nor about a name's spelling; and hyphens, spaces and capitals are no matter of grammar, but of the house.
    """
    words = complaint.span.of(analysis.text)
    if not words.strip() or "\n" in words.strip():
        return False
    if settings.quotes == "outside" and analysis.quoted(complaint.span):
        return False
    if said.group == _GRAMMAR and complaint.better and _letters(words) == _letters(complaint.better[0]):
        return False
    if said.group == _SPELLING and is_name(analysis.text, complaint.span):
        return False
    return said.sign is None or holds(said.sign, complaint, analysis)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).lower()


def _match(rule: Rule, complaint: Complaint, text: str, severity: Severity | None) -> Match:
    """Marks words, not the space beside them; what the engine would merely delete is not offered as a wording."""
    marked = complaint.span.of(text)
    start, end = complaint.span.start + len(marked) - len(marked.lstrip()), complaint.span.end - len(marked) + len(marked.rstrip())
    span = Span(start, end) if start < end else complaint.span
    better = tuple(dict.fromkeys(wording.strip() for wording in complaint.better if wording.strip()))[:_SHOWN]
    said = " ".join(complaint.message.replace("`", "'").split()).rstrip(".!?")
    return Match(rule.name, span, {"said": said}, better, severity=severity)
