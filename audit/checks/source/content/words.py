"""This file finds the clauses and words of a couple that only one of both sides has, and words that say something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby

import regex

from audit.checks.source.both import Sides
from audit.checks.source.content.runs import Run, runs
from audit.coverage import NEVER, Weighed, linked, near_places, verdicts, weighed
from audit.found import Found
from audit.model import Severity
from audit.spans import Span

FEW = 4
"""Up to so many couples a text is short, and may be judged word by word; in a longer one a free hand shows, and chance has its way."""
ADDED, LOST, REPLACED, CLAUSE_ADDED, CLAUSE_LOST = (0.1, 1.0), (0.7, 2.8), (1.05, 2.2), (4.5, 6.0), (1.2, 4.0)
"""Log-odds from which on something is reported, in a short text and in a long one."""
GRAVE_WORD, GRAVE_CLAUSE = 1.0, 4.0
"""Log-odds from which on an added word and a lost clause count as their cards say; below they are minor."""
OTHER = -1.5
"""Log-odds that the source word is left untranslated, from which on an English word may stand in its place."""
COGNATE = 5
"""Letters that two words share at their beginning if they are one."""
CLAUSE, UNSPACED = 3, ("zh", "ja", "th")
"""Content words of the shortest clause, and languages whose words are pieces of one."""


_ARTICLES = frozenset("the a an their its our my your".split())
_LEADING = frozenset("the a an their its our my your of from with at into for to by in on as and or between during despite".split())
_STOP = regex.compile(r"\s*(?:[.,;:)!?]|$)")


class _Same:
    """A key that is the thing itself: values that hold arrays have no hash."""

    __slots__ = ("sides",)

    def __init__(self, sides: Sides) -> None:
        self.sides = sides

    def __hash__(self) -> int:
        return id(self.sides.analysis.alignment)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.sides.analysis.alignment is self.sides.analysis.alignment


def unmatched(sides: Sides) -> Mapping[str, tuple[Found, ...]]:
    """What is found in a text, by the fault's name; looked for once, whatever number of cards asks."""
    return _unmatched(_Same(sides))


@lru_cache(maxsize=1)
def _unmatched(key: _Same) -> Mapping[str, tuple[Found, ...]]:
    sides = key.sides
    couples = list(weighed(sides.analysis, sides.language))
    long = len(couples) > FEW
    found: dict[str, list[Found]] = {}
    for couple in couples:
        for fault, one in _in(sides, couple, long):
            found.setdefault(fault, []).append(one)
    return {fault: tuple(those) for fault, those in found.items()}


def _in(sides: Sides, couple: Weighed, long: bool) -> Iterator[tuple[str, Found]]:
    severity: Severity | None
    ours = runs(couple.added, CLAUSE_ADDED[long], CLAUSE, 2.0)
    theirs = runs(couple.lost, CLAUSE_LOST[long], CLAUSE * (2 if sides.language in UNSPACED else 1), 1.0)
    ours = [run for run in ours if not _title(sides, couple, run)]
    for run in ours:
        yield "clause-added", Found(_span(couple.here, run), {}, source_span=couple.couple.there)
    for run in theirs:
        span = _span(couple.there, run)
        severity = None if run.score >= GRAVE_CLAUSE else "minor"
        place = _place(sides.text, couple, run.first, run.last)
        yield "clause-omitted", Found(place, {"source": span.of(sides.source)}, source_span=span, severity=severity)
    free = [i for i in range(len(couple.here)) if not any(run.first <= i < run.last for run in ours)]
    open_ = [j for j in range(len(couple.there)) if not any(run.first <= j < run.last for run in theirs)]
    used: set[int] = set()
    said = verdicts(couple, sides.text, sides.source)
    for i in free:
        added = said.get(i, NEVER)
        if max(added - ADDED[long], couple.replaced[i] - REPLACED[long]) < 0 or _cognate(sides, couple, i):
            continue
        facing = _facing(couple, i, open_)
        if couple.replaced[i] >= REPLACED[long] and facing is not None:
            used |= {facing}
            word = couple.there[facing]
            yield "mistranslated-word", Found(couple.here[i], {"source": word.of(sides.source)}, source_span=word)
        elif added >= ADDED[long]:
            severity = None if added >= GRAVE_WORD else "minor"
            yield "word-added", Found(couple.here[i], {}, source_span=couple.couple.there, severity=severity)
    lost = [j for j in open_ if couple.lost[j] >= LOST[long] and j not in used]
    for first, last in _neighbours(lost):
        span = Span(couple.there[first].start, couple.there[last - 1].end)
        yield "word-omitted", Found(_place(sides.text, couple, first, last), {"source": span.of(sides.source)}, source_span=span)


def _cognate(sides: Sides, couple: Weighed, index: int) -> bool:
    """Does a word of the source begin as this one does, in Latin letters? Names and international words may look strange to the links."""
    from anyascii import anyascii

    word = couple.here[index].of(sides.text).lower()
    others = (anyascii(span.of(sides.source)).lower() for span in couple.there)
    return len(word) >= COGNATE and any(word[:COGNATE] in other for other in others)


def _neighbours(indices: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of indices that follow one another, half-open."""
    for _, group in groupby(enumerate(indices), key=lambda one: one[1] - one[0]):
        those = [index for _, index in group]
        yield those[0], those[-1] + 1


def _title(sides: Sides, couple: Weighed, run: Run) -> bool:
    """A name of many words, as a short name of the source may be written out."""
    asked = [couple.here[i].of(sides.text) for i in range(run.first, run.last) if couple.added[i] > NEVER]
    return 2 * sum(word[0].isupper() for word in asked) > len(asked)


def _span(words: tuple[Span, ...], run: Run) -> Span:
    return Span(words[run.first].start, words[run.last - 1].end)


def _facing(couple: Weighed, index: int, open_: list[int]) -> int | None:
    """The source word left untranslated that stands where the counterpart of an English word is expected."""
    if couple.replaced[index] <= NEVER:
        return None
    near = near_places(linked(couple), index, len(couple.there), len(couple.here))
    those = [j for j in open_ if couple.lost[j] >= OTHER and j in near]
    return max(those, key=lambda j: float(couple.lost[j])) if those else None


def _place(text: str, couple: Weighed, first: int, last: int) -> Span:
    """Where source words from `first` to `last` should stand: a hole in the English sentence, if there is just one, else the words on
    both sides of the gap beside the counterpart of the nearest source word that has any.
    """
    holes = [i for i in range(len(couple.here)) if _hole(text, couple, i)]
    if len(holes) == 1:
        start = couple.here[holes[0]].start
        return Span(start, couple.here[holes[0] + 1].end if holes[0] + 1 < len(couple.here) else couple.couple.here.end)
    back = {j: i for i, j in linked(couple).items() if not first <= j < last}
    if not back:
        return couple.here[-1]
    nearest = min(back, key=lambda j: (first - j if j < first else j - last + 1, j < first))
    left = back[nearest] if nearest < first else back[nearest] - 1
    return Span(couple.here[max(0, left)].start, couple.here[min(left + 1, len(couple.here) - 1)].end)


def _hole(text: str, couple: Weighed, index: int) -> bool:
    """Does an article, a possessive or a preposition stand here with nothing after it that it could belong to?"""
    span, token = couple.here[index], couple.tokens[index]
    rest = text[span.end : couple.couple.here.end]
    if token.lower_ in _LEADING and _STOP.match(rest):
        return True
    after = couple.tokens[index + 1] if index + 1 < len(couple.tokens) else None
    return token.lower_ in _ARTICLES and after is not None and after.lower_ in _LEADING - _ARTICLES and not rest[:1].strip()
