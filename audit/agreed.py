"""This file asks the references what they think of a finding of another rule: do they put it otherwise there, or in the very same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.model import Analysis, Finding, Span

BORNE_OUT = 0.5
"""By how much of what is missing to certainty a departure of the same words from every reference raises a finding's confidence."""
WORDING = (
    "accuracy/",
    "fluency/",
    "linguistic-conventions/grammar",
    "linguistic-conventions/word",
    "style/",
    "terminology/",
)
"""Categories about how something is put: there a human translation that puts it the same way speaks against the finding."""
OWN = ("reference/", "source/", "facts/", "consistency/", "house/")
FEWEST = 2
"""Words that must be the same: one word says too little of its use."""


def agree(findings: Sequence[Finding], analysis: Analysis) -> list[Finding]:
    """The findings, surer where every reference departs there, and without those whose wording every reference has, word for word."""
    if not analysis.references:
        return list(findings)
    departures = [finding.span for finding in findings if finding.rule.startswith("reference/") and finding.reference_spans]
    return list(_heard(findings, departures, analysis))


def _heard(findings: Sequence[Finding], departures: Sequence[Span], analysis: Analysis) -> Iterator[Finding]:
    for finding in findings:
        if finding.rule.startswith(OWN):
            yield finding
        elif any(finding.span.overlaps(span) for span in departures):
            yield replace(finding, confidence=round(finding.confidence + (1 - finding.confidence) * BORNE_OUT, 4))
        elif not (finding.category.startswith(WORDING) and _shared(finding, analysis)):
            yield finding


def _shared(finding: Finding, analysis: Analysis) -> bool:
    """Do all references have the words of a finding in the sentences that stand for its own?"""
    words = finding.quote.lower().split()
    if len(words) < FEWEST:
        return False
    there = analysis.document.to_prose(finding.span)
    for reference in analysis.references:
        couple = next((one for one in reference.alignment.couples if one.here.overlaps(there)), None)
        if couple is None or " ".join(words) not in " ".join(couple.there.of(reference.original.text).lower().split()):
            return False
    return True
