"""This file applies checks to an analysis and turns their matches into findings and failures; it holds the one broad `except`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from audit.model import Analysis, AuditError, Check, Failure, Finding, Match, Related, Rule

UNLIKELY = 0.8
"""What a rule's confidence is multiplied by when the text comes from another language than the ones its card names."""


def apply(checks: Sequence[Check], rules: Mapping[str, Rule], analysis: Analysis) -> tuple[list[Finding], list[Failure]]:
    """Findings in no particular order, and what could not be looked at. `rules` by name."""
    findings: list[Finding] = []
    failures = _not_told(rules, analysis)
    for check in checks:
        try:
            for found in check.find(analysis):
                if isinstance(found, Failure):
                    failures.append(found)
                elif speaks(rules[found.rule], analysis.document.source_language):
                    said = _finding(rules[found.rule], found, analysis)
                    if isinstance(said, Finding):
                        findings.append(said)
                    elif said not in failures:
                        failures.append(said)
        except AuditError:
            raise
        except Exception as problem:  # noqa: BLE001  the one broad except: a broken card or engine must not lose the rest of the run
            reason = f"{type(problem).__name__}: {' '.join(str(problem).split())}"
            failures.append(
                Failure(type(check).__name__.lower(), f"this check broke and its findings are not complete ({reason}); please report it")
            )
    return findings, failures


def speaks(rule: Rule, source_language: str | None) -> bool:
    """May the rule speak about a text out of this language? Rules with `only` want to know it."""
    return not rule.only or source_language in rule.only


def _not_told(rules: Mapping[str, Rule], analysis: Analysis) -> list[Failure]:
    silent = sum(bool(rule.only) for rule in rules.values())
    if silent and not analysis.document.source_language:
        rules_are = "1 rule is" if silent == 1 else f"{silent} rules are"
        return [Failure("source-language", f"{rules_are} sure for one source language only and did not speak: give --source-lang")]
    return []


def _finding(rule: Rule, match: Match, analysis: Analysis) -> Finding | Failure:
    document = analysis.document
    span = document.to_text(match.span)
    known = document.source_language
    confidence = rule.confidence * (UNLIKELY if known and rule.languages and known not in rule.languages else 1)
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
        severity=rule.severity,
        confidence=round(confidence, 4),
        better=match.better,
        related=tuple(Related(document.to_text(other.span), other.label) for other in match.related),
        source_span=match.source_span,
    )
