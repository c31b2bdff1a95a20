"""This file tells which sentences of a source have changed since it was translated, and leaves the findings of all others out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from audit.model import Analysis, Changes, Earlier, Finding, Original, Segment, Span

LIKE = 0.4
"""Likeness from which a sentence is taken for a new wording of one that is gone."""
_MANY = 1_000
"""Pairs of sentences in one place; of more, the first is told to have become the first, and so on."""


def compare(analysis: Analysis, before: Original) -> Analysis:
    """The analysis with what has changed in its source, sentence by sentence. Neither white space nor order counts."""
    source, earlier = analysis.original, analysis.document.earlier
    if source is None or earlier is None:
        return analysis
    now = [passage.span for passage in source.sentences]
    told = [passage.span.of(before.text) for passage in before.sentences]
    new, old = [_plain(span.of(source.text)) for span in now], [_plain(sentence) for sentence in told]
    same, was = _matched(new, old)
    named = _by_id(analysis.document.segments, earlier)
    changed: list[tuple[Span, str]] = []
    for index in set(range(len(new))) - same:
        by_id = named.get(now[index].start, "")
        wording = was.get(index) or (by_id if _likeness(_plain(by_id), new[index]) >= LIKE else "")
        changed.append((now[index], wording))
    return replace(analysis, changes=Changes(tuple(sorted(changed)), tuple(now[index] for index in sorted(same))))


def only(findings: Iterable[Finding], analysis: Analysis) -> tuple[list[Finding], tuple[str, ...]]:
    """The findings that do not stand in the translation of unchanged sentences, and what a reader should know of that."""
    changes = analysis.changes
    if changes is None or analysis.alignment is None:
        return list(findings), ()
    starts = [span.start for span, _ in changes.changed]
    opened: list[Span] = []
    closed: list[Span] = []
    for couple in analysis.alignment.couples:
        index = bisect_right(starts, couple.there.start - 1)
        is_open = index < len(starts) and starts[index] < couple.there.end
        (opened if is_open else closed).append(couple.here)
    left = [finding for finding in findings if _speaks(analysis.document.to_prose(finding.span), opened, closed)]
    total = len(changes.changed) + len(changes.kept)
    note = (
        f"{len(changes.changed)} of {total} sentence{'s' * (total != 1)} of the source {'has' if len(changes.changed) == 1 else 'have'} "
        "changed since the translation was made; findings in the translation of the others were left out"
    )
    return left, (note,)


def _speaks(span: Span, opened: Sequence[Span], closed: Sequence[Span]) -> bool:
    """Is a finding outside every couple that is closed, or in one that is open?"""
    return not _within(span, closed) or _within(span, opened)


def _within(span: Span, places: Sequence[Span]) -> bool:
    index = bisect_right(places, span.start, key=lambda place: place.start) - 1
    return index >= 0 and span.start < max(places[index].end, places[index].start + 1)


def _plain(sentence: str) -> str:
    return " ".join(sentence.split())


def _matched(new: Sequence[str], old: Sequence[str]) -> tuple[set[int], Mapping[int, str]]:
    """Which of the new sentences are as they were, and what those said before that took another's place."""
    blocks = SequenceMatcher(None, old, new).get_opcodes()
    same = {index for kind, _, _, first, last in blocks if kind == "equal" for index in range(first, last)}
    gone = Counter(old[index] for kind, first, last, _, _ in blocks if kind != "equal" for index in range(first, last))
    for index in range(len(new)):
        if index not in same and gone[new[index]]:  # it only stands elsewhere
            gone[new[index]] -= 1
            same.add(index)
    was: dict[int, str] = {}
    for kind, first, last, start, end in blocks:
        if kind == "replace":
            left = [sentence for sentence in old[first:last] if gone[sentence]]
            was |= _became(left, {index: new[index] for index in range(start, end) if index not in same})
    return same, was


def _became(old: Sequence[str], new: Mapping[int, str]) -> dict[int, str]:
    """For each new sentence the old one in the same place that it is most like."""
    if len(old) * len(new) > _MANY:
        return dict(zip(new, old, strict=False))
    ranked = sorted(((-_likeness(one, other), index, at) for at, one in enumerate(old) for index, other in new.items()))
    was: dict[int, str] = {}
    used: set[int] = set()
    for likeness, index, at in ranked:
        if -likeness >= LIKE and index not in was and at not in used:
            was[index] = old[at]
            used.add(at)
    return was


def _likeness(one: str, other: str) -> float:
    both = SequenceMatcher(None, one[:500], other[:500])
    return both.ratio() if both.real_quick_ratio() >= LIKE and both.quick_ratio() >= LIKE else 0.0


def _by_id(segments: Sequence[Segment], earlier: Earlier) -> Mapping[int, str]:
    """What the segments of an older file say in the source, by the place of today's segment of the same id."""
    before = {segment.id: segment.there.of(earlier.text) for segment in earlier.segments}
    return {segment.there.start: before[segment.id] for segment in segments if segment.id in before}
