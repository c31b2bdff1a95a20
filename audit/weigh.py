"""This file turns matches into findings: which may speak about a text out of this language, and how sure each is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from audit.model import Document, Failure, Finding, Match, Origin, Related, Rule
from audit.paired import segment_at

UNLIKELY = 0.8
"""What a rule's confidence is multiplied by when the text comes from another language than the ones its card names."""
AGREED = 0.15
"""By how much of what is missing to certainty each other rule for the same language raises a rule's confidence."""
SHOWN = 0.8
"""By how much of what is missing to certainty the misread expression, seen in the source, raises a rule's confidence."""
DOUBLE = ("false-friend/",)
"""Families whose English words are right in other contexts."""
_AGREED_MOST = 0.5
_TELLING = 5
"""A rule that names more languages than this does not vouch for others."""


def weigh(matches: Sequence[Match], rules: Mapping[str, Rule], document: Document, origin: Origin) -> tuple[list[Finding], list[Failure]]:
    """Findings in no particular order; a failure for rules that wanted to know the source language, or whose message cannot be filled."""
    findings: list[Finding] = []
    failures = _not_told(rules, matches, origin)
    speaking = [match for match in matches if _speaks(match, rules[match.rule], origin)]
    times = Counter(name for name, _ in {(match.rule, match.span) for match in speaking})
    vouching = _vouching(speaking, rules, origin)
    for match in speaking:
        rule = rules[match.rule]
        if times[rule.name] < rule.together and not match.trigger:
            continue
        said = _finding(rule, match, document, _confidence(match, rule, origin, len(vouching - {rule.name})))
        if isinstance(said, Finding):
            findings.append(said)
        elif said not in failures:
            failures.append(said)
    return findings, failures


def _speaks(match: Match, rule: Rule, origin: Origin) -> bool:
    """May this match be said of a text out of this language? A card and its row may each name languages; both want theirs.

    The source has the last word: without the misread expression in it, a word that may be right English stands.
    """
    if match.trigger is False and (match.only or rule.only or rule.name.startswith(DOUBLE)):
        return False
    language = origin.known
    return all(not only or language in only for only in (rule.only, match.only))


def _vouching(matches: Iterable[Match], rules: Mapping[str, Rule], origin: Origin) -> set[str]:
    """The rules that found something typical of the source language."""
    language = origin.known
    by_rule: defaultdict[str, set[str]] = defaultdict(set)
    for match in matches:
        languages = match.only or rules[match.rule].only or rules[match.rule].languages
        if len(languages) <= _TELLING:
            by_rule[match.rule].update(languages)
    return {name for name, languages in by_rule.items() if language in languages}


def _confidence(match: Match, rule: Rule, origin: Origin, others: int) -> float:
    """The card's confidence, lower for an unlikely language, higher where other rules for the same language agree."""
    language = origin.known
    confidence = rule.confidence
    if match.trigger:
        return confidence + (1 - confidence) * SHOWN
    languages = match.only or rule.only or rule.languages
    if language and languages:
        if language not in languages:
            return confidence * UNLIKELY
        confidence += (1 - confidence) * min(_AGREED_MOST, AGREED * others)
    if (match.only or rule.only) and not origin.given:
        confidence *= origin.confidence
    return confidence


def _not_told(rules: Mapping[str, Rule], matches: Sequence[Match], origin: Origin) -> list[Failure]:
    if origin.known:
        return []
    silent = {rule.name for rule in rules.values() if rule.only} | {match.rule for match in matches if match.only}
    if not silent:
        return []
    rules_are = "1 rule is" if len(silent) == 1 else f"{len(silent)} rules are"
    guess = f"; likeliest {origin.language}, confidence {origin.confidence:.2f}, which is too little" if origin.language else ""
    return [
        Failure(
            "source-language",
            f"{rules_are} sure for one source language only and did not speak: the text does not show its language"
            f"{guess}; give --source-lang",
        )
    ]


def _finding(rule: Rule, match: Match, document: Document, confidence: float) -> Finding | Failure:
    span = document.to_text(match.span)
    segment = segment_at(document.segments, match.span.start)
    values = {"found": match.span.of(document.prose), "better": match.better[0] if match.better else "", **match.values}
    try:
        message = rule.message.format(**values)
    except KeyError as problem:
        return Failure(rule.name, f"its message names {{{problem.args[0]}}}, which is none of {', '.join(sorted(values))}: mend the card")
    return Finding(
        rule=rule.name,
        span=span,
        quote=span.of(document.text),
        message=message,
        category=rule.category,
        severity=match.severity or rule.severity,
        confidence=round(confidence, 4),
        better=match.better,
        related=tuple(Related(document.to_text(other.span), other.label) for other in match.related),
        source_span=match.source_span,
        segment=segment.id if segment else "",
        reference_spans=match.reference_spans,
    )
