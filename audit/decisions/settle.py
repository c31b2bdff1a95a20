"""This file gives findings the status that somebody has decided, in a file or in the text itself."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from audit.decided import Decision, Remark
from audit.decisions.book import Book, is_later
from audit.model import Document, Finding, Paragraph, Span


def settle(
    findings: Iterable[Finding], document: Document, book: Book, paragraphs: Sequence[Paragraph], rules: Iterable[str], day: datetime.date
) -> tuple[tuple[Finding, ...], list[str]]:
    """The findings with their status, and what a reader should know of the remarks in the text.

    A decision on one finding goes before one on all of a rule, unless that was made later. `day` is today, `rules` those that ran.
    """
    found = tuple(findings)
    if not (book.decisions or document.remarks):
        return found, []
    prints = frozenset(finding.fingerprint for finding in found)
    texts = [decision for decision in book.texts if is_about(decision, document.name, prints)]
    spans = {remark: _paragraph(remark, paragraphs) for remark in document.remarks if not remark.wrong and not _is_over(remark, day)}
    used: set[Remark] = set()
    settled = []
    for finding in found:
        at = document.to_prose(finding.span).start
        decision = _latest(book.instances.get(finding.fingerprint), next((one for one in texts if one.rule == finding.rule), None))
        asked = [
            one for one, span in spans.items() if span and span.start <= at < max(span.end, span.start + 1) and _names(one, finding.rule)
        ]
        used.update(asked)
        if decision is None and asked:
            decision = _decision(asked[0], finding)
        settled.append(finding if decision is None else replace(finding, status=decision.status, decision=decision))
    return tuple(settled), [_unused(remark, spans, rules) for remark in document.remarks if remark not in used]


def _latest(one: Decision | None, every: Decision | None) -> Decision | None:
    return every if one is None or (every is not None and is_later(every, one)) else one


def is_about(decision: Decision, name: str, prints: frozenset[str] | Mapping[str, object]) -> bool:
    """Is a decision on all of a rule meant for this text? It names the text, or one of its findings."""
    return decision.fingerprint in prints or (bool(decision.text) and same_text(decision.text, name))


def same_text(one: str, other: str) -> bool:
    """Do two paths name one text, as far as both go? A run may start in another folder than the one before."""
    ours, theirs = (PurePath(path.replace("\\", "/")).parts for path in (one, other))
    short = min(len(ours), len(theirs))
    return bool(short) and ours[-short:] == theirs[-short:]


def _names(remark: Remark, rule: str) -> bool:
    return rule == remark.rule or rule.startswith(remark.rule.rstrip("/") + "/")


def _is_over(remark: Remark, day: datetime.date) -> bool:
    return remark.expires is not None and remark.expires < day


def _paragraph(remark: Remark, paragraphs: Sequence[Paragraph]) -> Span | None:
    return next((one.span for one in paragraphs if remark.at >= 0 and one.span.end > remark.at), None)


def _decision(remark: Remark, finding: Finding) -> Decision:
    return Decision("dismissed", finding.fingerprint, finding.rule, finding.quote, remark.reason, expires=remark.expires, line=remark.line)


def _unused(remark: Remark, spans: Mapping[Remark, Span | None], rules: Iterable[str]) -> str:
    said = remark.wrong
    if not said and remark not in spans:
        said = f"expired on {remark.expires} and counts no more: decide anew, or remove it"
    elif not said and not any(_names(remark, rule) for rule in rules):
        said = "no rule of that name ran"
    return (
        f"line {remark.line}: remark “audit: ignore {remark.rule or '...'}”: {said or 'there is nothing of it in its paragraph; remove it'}"
    )
