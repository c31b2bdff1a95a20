"""This file puts findings in order, drops those that say again what a better one says, and gives each its fingerprint."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from audit.model import WEIGHTS, Document, Finding, Span

_NEIGHBOURS, _REACH = 2, 60
"""Words on either side that tell equal findings apart, and characters in which they are looked for."""
_STRETCH = 500
_GUESTS = "engine/"
"""The family of rules that speak for grammar engines: where one of ours says something of the same words, ours is better."""


def merge(findings: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
    """Findings by place; of two that cover one another in the same kind of fault only the graver (then surer, then longer) stays.

    What a grammar engine says is dropped wherever a rule of ours marks some of the same words for their wording. What a dropped finding
    knows of the references, the other one keeps.
    """
    kept: list[Finding] = []
    referred: dict[Finding, tuple[tuple[int, Span], ...]] = {}
    near: defaultdict[int, list[Finding]] = defaultdict(list)  # by stretch of the text: only what shares one can cover one another
    for finding in sorted(set(findings), key=_rank):
        stretches = range(finding.span.start // _STRETCH, finding.span.end // _STRETCH + 1)
        better = next((other for stretch in stretches for other in near[stretch] if _says(other, finding)), None)
        if better is None:
            kept.append(finding)
            for stretch in stretches:
                near[stretch].append(finding)
        elif finding.reference_spans:
            referred.setdefault(better, finding.reference_spans)
    kept.sort(key=lambda finding: (finding.span, finding.rule))
    told = (replace(one, reference_spans=one.reference_spans or referred.get(one, ())) for one in kept)
    return tuple(_with_fingerprints(told, document))


def _rank(finding: Finding) -> tuple[object, ...]:
    return (
        _is_guest(finding),
        -WEIGHTS[finding.severity],
        -finding.confidence,
        finding.span.start - finding.span.end,
        finding.span,
        finding.rule,
        finding.category,
    )


def _says(kept: Finding, finding: Finding) -> bool:
    """Does the kept finding make the other one needless? Of the wording of the very same words, one thing is said."""
    if _is_guest(finding) and kept.span.overlaps(finding.span):
        return _subject(kept) == _subject(finding)
    if kept.span == finding.span:
        return _subject(kept) == _subject(finding) or kept.rule == finding.rule
    same_kind = kept.category == finding.category or kept.rule == finding.rule
    return same_kind and (kept.span.contains(finding.span) or finding.span.contains(kept.span))


def _is_guest(finding: Finding) -> bool:
    return finding.rule.startswith(_GUESTS)


def _subject(finding: Finding) -> str:
    """What a finding is about: the facts, the article's agreement with itself, or else its wording."""
    dimension = finding.category.split("/")[0]
    return dimension if dimension in {"facts", "consistency"} else "wording"


def _with_fingerprints(findings: Iterable[Finding], document: Document) -> Iterable[Finding]:
    """A fingerprint rests on the rule, the words and two more on either side, without markup: it survives edits and moves elsewhere."""
    seen: Counter[str] = Counter()
    for finding in findings:
        prose, span = document.prose, document.to_prose(finding.span)
        start, end = prose.rfind("\n", 0, span.start) + 1, prose.find("\n", span.end)
        before = prose[max(start, span.start - _REACH) : span.start].split()[-_NEIGHBOURS:]
        after = prose[span.end : min(end if end >= 0 else len(prose), span.end + _REACH)].split()[:_NEIGHBOURS]
        content = "\0".join((finding.rule, *(" ".join(words) for words in (span.of(prose).split(), before, after))))
        digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[digest] += 1
        yield replace(finding, fingerprint=digest if seen[digest] == 1 else f"{digest}-{seen[digest]}")
