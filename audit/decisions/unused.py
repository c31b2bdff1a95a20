"""This file says which decisions settle nothing: their finding is gone, they have expired, or they contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from audit.decided import Decision
from audit.decisions.book import Book
from audit.decisions.settle import is_about, same_text
from audit.model import Result

_NAMED = 3
"""So many decisions are named in a note; of more, their number is enough."""


def told(results: Sequence[Result], book: Book, rules: Collection[str]) -> tuple[Result, ...]:
    """The results of a run with notes on decisions that do not count: with the text that they name, else with the first.

    A decision on a text or a rule that was not looked at in this run is not spoken of.
    """
    notes: defaultdict[int, list[str]] = defaultdict(list)
    prints = [frozenset(finding.fingerprint for finding in result.findings) for result in results]
    found = frozenset().union(*prints) if prints else frozenset()
    kinds = {
        "matches nothing any more": [one for one in book.decisions if not _fits(one, results, prints, found)],
        "has expired and counts no more": book.expired,
        "is contradicted on the same day and does not count": [one for pair in book.torn for one in pair],
    }
    for said, decisions in kinds.items():
        for place, those in _placed(decisions, results, prints, rules).items():
            notes[place].append(_note(said, those))
    return tuple(replace(result, notes=(*result.notes, *notes[place])) for place, result in enumerate(results))


def _fits(decision: Decision, results: Sequence[Result], prints: Sequence[frozenset[str]], found: frozenset[str]) -> bool:
    if decision.scope == "instance":
        return decision.fingerprint in found
    return any(
        is_about(decision, result.document.name, own) and any(finding.rule == decision.rule for finding in result.findings)
        for result, own in zip(results, prints, strict=True)
    )


def _placed(
    decisions: Iterable[Decision], results: Sequence[Result], prints: Sequence[frozenset[str]], rules: Collection[str]
) -> Mapping[int, Sequence[Decision]]:
    """With which result each decision is spoken of; those that this run cannot know are left out."""
    placed: defaultdict[int, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.rule and decision.rule not in rules:
            continue
        holding = [place for place, own in enumerate(prints) if decision.fingerprint in own]
        named = [place for place, result in enumerate(results) if decision.text and same_text(decision.text, result.document.name)]
        if place := [*holding, *named, *([] if decision.text else range(len(results)))][:1]:
            placed[place[0]].append(decision)
    return placed


def _note(said: str, decisions: Sequence[Decision]) -> str:
    names = "; ".join(_named(decision) for decision in decisions[:_NAMED])
    more = f"; and {len(decisions) - _NAMED} more" if len(decisions) > _NAMED else ""
    if len(decisions) == 1:
        return f"1 decision {said}: {names}"
    plural = said.replace("matches", "match").replace("has", "have").replace("is ", "are ").replace("counts", "count").replace("does", "do")
    return f"{len(decisions)} decisions {plural}: {names}{more}"


def _named(decision: Decision) -> str:
    what = " ".join(filter(None, (decision.rule, f"“{_short(decision.quote)}”" if decision.quote else "")))
    who = ", ".join(filter(None, (decision.author, decision.date[:10])))
    until = f", until {decision.expires}" if decision.expires else ""
    return f"{what or decision.fingerprint} ({decision.status}{' by ' if who else ''}{who}{until})"


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 40 else words[:39] + "…"
