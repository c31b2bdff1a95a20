"""This file draws an article as charts: how near each sentence is to the references, how grave its findings are, how the figures spread."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.model import SEVERITIES, WEIGHTS, Finding, Result, Span
from audit.render.bars import Chart, Datum, bars, grouped, rounded_up
from audit.render.bits import brief

_WORDS = 90
_LOWEST = 3
_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """How many sentences have a figure of this range; `share` is 0 to 100, relative to the fullest range."""

    title: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence in the table of the same figures; `score` is a dash where nothing stands for it."""

    number: int
    href: str
    words: str
    score: str
    points: str
    findings: str


@dataclass(frozen=True, slots=True)
class Charts:
    """`lowest`: the sentences that are least like the references, each with its anchor and figure. `scored`: are there references?"""

    along: tuple[Chart, ...]
    spread: tuple[Bin, ...]
    mean: str
    lowest: tuple[tuple[int, str, str], ...]
    alone: int
    told: tuple[Told, ...]
    scored: bool
    signature: str

    @property
    def places(self) -> Iterator[str]:
        """The anchors in the article that the charts lead to."""
        return (one.href for one in self.told)


@dataclass(frozen=True, slots=True)
class _Sentence:
    number: int
    href: str
    words: str
    value: float | None
    findings: tuple[Finding, ...]

    def points(self, severity: str | None = None) -> float:
        return sum(WEIGHTS[one.severity] * one.confidence for one in self.findings if severity in (None, one.severity))

    @property
    def counted(self) -> str:
        counts = Counter(one.severity for one in self.findings)
        return ", ".join(f"{counts[name]} {name}" for name in reversed(SEVERITIES) if counts[name])


def charts(result: Result, found: Sequence[tuple[Span, Finding]], home: str) -> Charts | None:
    """The charts of an article, or nothing where there is nothing to draw. `found`: its findings with their places in prose."""
    sentences = _sentences(result, found, home)
    scored = bool(result.references) and any(one.value is not None for one in sentences)
    faulty = any(one.points() for one in sentences)
    if not scored and not faulty:
        return None
    drawn = [_likeness(sentences, home)] if scored else []
    drawn += [_gravity(sentences, home)] if faulty else []
    values = [one.value for one in sentences if one.value is not None]
    lowest = sorted((one.value, one.number, one.href) for one in sentences if one.value is not None)[: _LOWEST if len(values) > 1 else 0]
    return Charts(
        along=tuple(drawn),
        spread=_spread(values) if scored else (),
        mean=f"{sum(values) / len(values):.1f}" if scored else "",
        lowest=tuple((number, href, f"{value:.1f}") for value, number, href in lowest),
        alone=len(sentences) - len(values) if scored else 0,
        told=tuple(_told(one) for one in sentences),
        scored=scored,
        signature=next((score.signature for score in result.scores if score.metric == "chrf++"), ""),
    )


def _sentences(result: Result, found: Sequence[tuple[Span, Finding]], home: str) -> list[_Sentence]:
    """Each sentence with the open findings that begin in it; one between two sentences belongs to the first of them."""
    scored = [one for one in result.scored if one.span.start < one.span.end]
    starts = [one.span.start for one in scored]
    begun: list[list[Finding]] = [[] for _ in starts]
    for span, finding in found:
        if finding.status == "open" and starts:
            begun[max(0, bisect_right(starts, span.start) - 1)].append(finding)
    prose = result.document.prose
    return [
        _Sentence(number, f"{home}-c{one.span.start}", brief(one.span.of(prose), _WORDS), one.value, tuple(findings))
        for number, (one, findings) in enumerate(zip(scored, begun, strict=True), 1)
    ]


def _likeness(sentences: Sequence[_Sentence], home: str) -> Chart:
    return Chart(
        anchor=f"{home}-likeness",
        title="Likeness to the reference, sentence by sentence",
        about="Sentence chrF++ along the article, of 100. Higher is closer to the reference; a dashed box: nothing there stands for it.",
        unit="chrF++",
        top=100.0,
        last=len(sentences),
        bars=tuple(bars([_like(run) for run in grouped(sentences)], 100.0)),
    )


def _like(run: Sequence[_Sentence]) -> Datum:
    values = [one.value for one in run if one.value is not None]
    mean = sum(values) / len(values) if values else 0.0
    told = f"chrF++ {mean:.1f}" if values else "nothing in the reference stands for it"
    return Datum(run[0].href, f"{_called(run)}: {told}. {run[0].words}", (("", mean),), lacking=not values)


def _gravity(sentences: Sequence[_Sentence], home: str) -> Chart:
    runs = list(grouped(sentences))
    top = rounded_up(max(sum(one.points() for one in run) for run in runs))
    return Chart(
        anchor=f"{home}-gravity",
        title="Weight of the findings, sentence by sentence",
        about="Penalty points along the article: minor 1, major 5, critical 25, each times the finding's confidence. Lower is better.",
        unit="points",
        top=top,
        last=len(sentences),
        bars=tuple(bars([_grave(run) for run in runs], top)),
    )


def _grave(run: Sequence[_Sentence]) -> Datum:
    parts = tuple((name, sum(one.points(name) for one in run)) for name in reversed(SEVERITIES))
    counted = "; ".join(one.counted for one in run if one.findings) or "no findings"
    points = sum(value for _, value in parts)
    return Datum(run[0].href, f"{_called(run)}: {points:.1f} points, {counted}. {run[0].words}", parts)


def _called(run: Sequence[_Sentence]) -> str:
    return f"Sentence {run[0].number}" if len(run) == 1 else f"Sentences {run[0].number} to {run[-1].number}"


def _spread(values: Sequence[float]) -> tuple[Bin, ...]:
    """How many values there are in each tenth of 0 to 100, the highest first."""
    counts = Counter(min(_BINS - 1, int(value * _BINS / 100)) for value in values)
    most = max(1, *counts.values())
    step = 100 // _BINS
    return tuple(Bin(f"{at * step}–{at * step + step}", counts[at], round(100 * counts[at] / most, 1)) for at in reversed(range(_BINS)))


def _told(one: _Sentence) -> Told:
    score = "–" if one.value is None else f"{one.value:.1f}"
    return Told(one.number, one.href, one.words, score, f"{one.points():.1f}", one.counted or "none")
