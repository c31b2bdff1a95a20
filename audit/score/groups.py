"""This file makes one segmentation out of alignments between several texts: groups of sentences that every text has a part in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from audit.spans import Span


class Shared:
    """The sentences of several texts, grouped. Sentences are counted on through all texts; each group is known by its least number."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self._starts = [sum(sizes[:at]) for at in range(len(sizes) + 1)]
        self._group = list(range(self._starts[-1]))

    def join(self, places: Sequence[tuple[int, Span]], cuts: Sequence[Sequence[Span]]) -> None:
        """Makes one group of the sentences at `places`, each a text's number and a stretch of it."""
        members = [self._starts[text] + index for text, span in places for index in _inside(cuts[text], span)]
        for one in members[1:]:
            self._unite(members[0], one)

    def groups(self, *, full: bool = True) -> list[list[list[int]]]:
        """For each group the indices of its sentences in each text, in the order of the first text.

        `full`: a group that lacks a text is joined with the one of the sentence before, or behind at the beginning, until none does.
        Else it lacks it, and those that lack the first text come last.
        """
        if full:
            for text in range(len(self._starts) - 1):
                self._fill(text)
        found: dict[int, list[list[int]]] = {}
        for text in range(len(self._starts) - 1):
            for index in range(self._starts[text], self._starts[text + 1]):
                group = found.setdefault(self._root(index), [[] for _ in self._starts[1:]])
                group[text].append(index - self._starts[text])
        return sorted(found.values(), key=lambda group: (not group[0], group))

    def _fill(self, text: int) -> None:
        """Leaves no group that `text` has no sentence of."""
        full = {self._root(index) for index in range(self._starts[text], self._starts[text + 1])}
        for other in range(len(self._starts) - 1):
            first, last = self._starts[other], self._starts[other + 1]
            ahead = next((index for index in range(first, last) if self._root(index) in full), self._starts[text])
            for index in range(first, last):
                if self._root(index) not in full:
                    self._unite(index - 1 if index > first else ahead, index)
                    full.add(self._root(index))

    def _unite(self, one: int, two: int) -> None:
        low, high = sorted((self._root(one), self._root(two)))
        self._group[high] = low

    def _root(self, index: int) -> int:
        while self._group[index] != index:
            self._group[index] = index = self._group[self._group[index]]
        return index


def _inside(cuts: Sequence[Span], span: Span) -> range:
    """The sentences that a stretch reaches over."""
    first = bisect_left(cuts, span.start + 1, key=lambda cut: cut.end)
    return range(first, bisect_left(cuts, span.end, key=lambda cut: cut.start))
