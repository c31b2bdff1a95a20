"""This file finds sentences of the source that were left out, and sentences of the translation that the source does not have."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit import encode
from audit.cache import expression
from audit.checks.source.both import Sides
from audit.checks.source.content.doubled import doubled
from audit.found import Found
from audit.model import Couple, Severity
from audit.spans import Span

SURE = 0.8
"""Confidence of the couples between which something is missing."""
FAITHFUL = 0.85
"""Confidence of the whole alignment below which nothing is said in a language that the encoder only guesses at."""
TAKEN, SHARE = 0.42, 0.34
"""A word this like one of the neighbours' is said there; with this share of its words, a sentence is."""
ROOM = 1.3
"""Neighbours this much longer than expected may hold what seems left out."""
FEWEST, SHORT = 12, 45
"""Letters of the shortest sentence that is missed at all, and of one that may be a heading, a caption or a byline."""
TITLE = 20
"""Letters from which the first line of a source is surely its title, and not the name of a section or an author."""
_LETTERS = r"[\p{L}\p{N}]"
_WIDE = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]"
_RESIDUE = (
    r"https?:|www\.|[@©®|►▶→»]|\b\d{1,2}:\d{2}\b|\((?:AFP|AP|dpa|Reuters|EFE|Lusa|ANSA|TASS|PAP)\b"
    r"|(?i:photo|foto|фото|摄|写真|image|video|vidéo|видео|copyright|abonn|newsletter|source\s*:|crédit|quelle\s*:)"
)
_ENDED = r"[.!?…。！？।॥؟۔][\"'”’»)」』]*$"


@dataclass(frozen=True, slots=True)
class _Gap:
    """A run of sentences that stand on one side only, between the couples before and after it."""

    span: Span
    before: Couple | None
    after: Couple | None


def omitted(sides: Sides) -> Iterator[Found]:
    """Sentences of the source without a counterpart; the last word before the place where they should stand is marked."""
    alignment = sides.analysis.alignment
    if alignment is None or (sides.language not in encode.LANGUAGES and alignment.confidence < FAITHFUL):
        return
    for gap in _gaps(sides.source, alignment.lost, sides.couples, "there"):
        if _heading(sides, gap) or not _missed(sides, gap, "there"):
            continue
        place = _last_word(sides.text, gap.before.here) if gap.before else _first_word(sides.text, gap.after.here if gap.after else None)
        if place is not None:
            text = gap.span.of(sides.source)
            values = {"where": "After" if gap.before else "Before", "source": _shortened(text)}
            yield Found(place, values, source_span=gap.span, severity=_severity(text))


def heading(sides: Sides) -> Iterator[Found]:
    """Headings of the source without a counterpart; the word before which they should stand is marked. Only the title is grave."""
    alignment = sides.analysis.alignment
    if alignment is None or (sides.language not in encode.LANGUAGES and alignment.confidence < FAITHFUL):
        return
    for gap in _gaps(sides.source, alignment.lost, sides.couples, "there"):
        place = _first_word(sides.text, gap.after.here) if gap.after else None
        if place is None or not _heading(sides, gap) or not _missed(sides, gap, "there"):
            continue
        text = gap.span.of(sides.source)
        grave = gap.before is None and _size(text) >= TITLE and not expression(_RESIDUE).search(text)
        yield Found(place, {"source": _shortened(text)}, source_span=gap.span, severity=None if grave else _lighter(text))


def _heading(sides: Sides, gap: _Gap) -> bool:
    return all(passage.heading for passage in sides.original.sentences if gap.span.contains(passage.span))


def _lighter(text: str) -> Severity:
    return "neutral" if expression(_RESIDUE).search(text) else "minor"


def added(sides: Sides) -> Iterator[Found]:
    """Sentences of the translation without a counterpart in the source."""
    alignment = sides.analysis.alignment
    if alignment is None or (sides.language not in encode.LANGUAGES and alignment.confidence < FAITHFUL):
        return
    twins = doubled(sides)
    for gap in _gaps(sides.text, alignment.added, sides.couples, "here"):
        if gap.span not in twins and _missed(sides, gap, "here"):
            near = gap.before or gap.after
            yield Found(gap.span, {}, source_span=near.there if near else None, severity=_severity(gap.span.of(sides.text)))


def _gaps(text: str, left: Sequence[Span], couples: Sequence[Couple], side: str) -> Iterator[_Gap]:
    """Runs of left-over sentences with their neighbours, both sure; at the edge of a text there is only one."""
    ordered = sorted(couples, key=lambda couple: getattr(couple, side).start)
    starts = [getattr(couple, side).start for couple in ordered]
    runs: list[Span] = []
    for span in sorted(left):
        between = bisect_left(starts, span.start) - bisect_left(starts, runs[-1].start) if runs else 1
        if between == 0 and text[runs[-1].end : span.start].strip() == "":
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
    for run in runs:
        at = bisect_left(starts, run.start)
        before, after = ordered[at - 1] if at else None, ordered[at] if at < len(ordered) else None
        if (before or after) and all(couple is None or couple.confidence >= SURE for couple in (before, after)):
            yield _Gap(run, before, after)


def _missed(sides: Sides, gap: _Gap, side: str) -> bool:
    """Is it truly on one side only: long enough, no room for it in its neighbours, and few of its words there?"""
    text, other = (sides.source, sides.text) if side == "there" else (sides.text, sides.source)
    size = _size(gap.span.of(text))
    if size < FEWEST:
        return False
    neighbours = [couple for couple in (gap.before, gap.after) if couple]
    beyond = [couple.here if side == "there" else couple.there for couple in neighbours]
    own = [couple.there if side == "there" else couple.here for couple in neighbours]
    ratio = _ratio(sides, side)
    extra = sum(_size(span.of(other)) for span in beyond) - ratio * sum(_size(span.of(text)) for span in own)
    if extra > ratio * size * (ROOM - 1):
        return False
    return _covered(sides, gap.span, beyond, side) < SHARE


def _ratio(sides: Sides, side: str) -> float:
    """How long the other side's sentences are for those of this side, in the couples."""
    here = sum(_size(couple.here.of(sides.text)) for couple in sides.couples)
    there = sum(_size(couple.there.of(sides.source)) for couple in sides.couples)
    return (here + 1) / (there + 1) if side == "there" else (there + 1) / (here + 1)


def _covered(sides: Sides, span: Span, beyond: Sequence[Span], side: str) -> float:
    """The share of a sentence's words that have a close counterpart in some sentences of the other side; 0 where nobody knows."""
    alignment = sides.analysis.alignment
    if alignment is None or not alignment.vectors or sides.language not in encode.LANGUAGES:
        return 0.0
    ours = _within(alignment.vectors[side], [span])
    theirs = _within(alignment.vectors["here" if side == "there" else "there"], beyond)
    if not ours or not theirs:
        return 0.0
    import numpy as np

    like = np.concatenate([one.vectors for one in ours]) @ np.concatenate([one.vectors for one in theirs]).T
    return float((like.max(axis=1) >= TAKEN).mean())


def _within(sentences: Sequence[encode.Encoded], spans: Sequence[Span]) -> list[encode.Encoded]:
    return [one for one in sentences if one.words and any(span.start <= one.words[0].start < span.end for span in spans)]


def _size(text: str) -> int:
    """Letters, those of scripts that write a word in one or two counting more."""
    return len(expression(_LETTERS).findall(text)) + 2 * len(expression(_WIDE).findall(text))


def _severity(text: str) -> Severity | None:
    """None is the card's own. What may be a heading, a caption, a byline or the page's own furniture is often left out on purpose."""
    if expression(_RESIDUE).search(text):
        return "neutral"
    if _size(text) < SHORT or not expression(_ENDED).search(text.rstrip()):
        return "minor"
    return None


def _last_word(text: str, span: Span) -> Span | None:
    words = list(expression(r"[\p{L}\p{N}][\p{L}\p{N}'’.-]*(?<!\.)").finditer(text, span.start, span.end))
    return Span(*words[-1].span()) if words else None


def _first_word(text: str, span: Span | None) -> Span | None:
    hit = span and expression(r"[\p{L}\p{N}]+").search(text, span.start, span.end)
    return Span(*hit.span()) if hit else None


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 90 else f"{flat[:87].rstrip()}..."
