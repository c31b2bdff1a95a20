"""This file finds token and dependency patterns (spaCy's Matcher and DependencyMatcher) in the sentences that hold a card's anchor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from audit.context import Context, Words, fold, holds, spelled
from audit.model import Analysis, Failure, Match, Rule, Sentence, Span

Tokens = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Context):
    """`anchor`: the pattern is tried only in sentences that hold one of these words (single words; `~word`, `@sheet`).

    `tokens`: alternative token patterns as spaCy's Matcher has them; or `tree`: one pattern for spaCy's DependencyMatcher. `mark`: which
    part is the span: first and last token of the match ([0, -1], the default), or names of tree nodes. `unless`: token patterns that, where
    they overlap the match, make it innocent. `better`: the better wording; {0}, {1}, ... (or tree names) stand for the matched tokens.
    """

    anchor: Words
    tokens: tuple[Tokens, ...] = ()
    tree: Tokens = ()
    mark: tuple[int | str, ...] = (0, -1)
    unless: tuple[Tokens, ...] = ()
    better: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.tokens) == bool(self.tree):
            raise ValueError("a pattern needs either tokens or tree")
        if wide := [word for word in self.anchor if not word.startswith("@") and " " in word]:
            raise ValueError(f"anchor: {wide[0]!r} is more than one word; give the rarest of them")
        names = [node.get("RIGHT_ID") for node in self.tree]
        for mark in self.mark:
            if isinstance(mark, str) and mark not in names:
                raise ValueError(f"mark: no node of the tree is called {mark!r}")


class Pattern:
    """Tree and token patterns cost time, so each runs only where its anchor stands."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [_Compiled(rule) for rule in rules]
        self._by_anchor: dict[str, list[int]] = {}
        for index, compiled in enumerate(self._rules):
            for word in spelled(compiled.rule.settings.anchor):
                self._by_anchor.setdefault(word, []).append(index)

    def find(self, analysis: Analysis) -> Iterator[Match | Failure]:
        broken: set[int] = set()
        for sentence in analysis.sentences:
            tokens = analysis.tokens[sentence.first : sentence.last]
            wanted = {index for token in tokens for index in self._by_anchor.get(fold(token.text), ())}
            for index in sorted(wanted - broken):
                try:
                    yield from self._rules[index].find(analysis, sentence)
                except (ValueError, LookupError) as problem:  # what spaCy and format() say of a pattern that they cannot use
                    broken.add(index)
                    reason = f"spaCy cannot use its pattern ({' '.join(str(problem).split())}): mend the card"
                    yield Failure(self._rules[index].rule.name, reason)


class _Compiled:
    """One card's patterns, compiled when the first sentence with its anchor is met."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._matcher: Any = None
        self._innocent: Any = None

    def _compile(self, vocab: Any) -> None:
        settings: Settings = self.rule.settings
        if settings.tree:
            from spacy.matcher import DependencyMatcher

            self._matcher = DependencyMatcher(vocab)
            self._matcher.add("find", [list(settings.tree)])
        else:
            self._matcher = _token_matcher(settings.tokens, vocab)
        if settings.unless:
            self._innocent = _token_matcher(settings.unless, vocab)

    def find(self, analysis: Analysis, sentence: Sentence) -> Iterator[Match]:
        settings: Settings = self.rule.settings
        if self._matcher is None:
            self._compile(analysis.tokens.vocab)
        tokens = analysis.tokens[sentence.first : sentence.last]
        excused = [(start, end) for _, start, end in self._innocent(tokens)] if settings.unless else []
        end_of_last = -1
        for indices in sorted(self._hits(tokens)):
            first, last = self._marked(indices)
            if first <= end_of_last or any(start <= last and first < end for start, end in excused):
                continue
            span = Span(tokens[first].idx, tokens[last].idx + len(tokens[last]))
            if holds(settings, analysis, span, self.rule.category.startswith("style/")):
                end_of_last = last
                yield Match(self.rule.name, span, {}, tuple(self._fill(better, tokens, indices) for better in settings.better))

    def _hits(self, tokens: Any) -> list[tuple[int, ...]]:
        if self.rule.settings.tree:
            return [tuple(indices) for _, indices in self._matcher(tokens.as_doc())]
        return [tuple(range(start, end)) for _, start, end in self._matcher(tokens)]

    def _names(self) -> list[str]:
        return [str(node["RIGHT_ID"]) for node in self.rule.settings.tree]

    def _marked(self, indices: tuple[int, ...]) -> tuple[int, int]:
        names = self._names()
        chosen = [
            indices[names.index(mark)] if isinstance(mark, str) else sorted(indices)[mark] if mark in (0, -1) else indices[mark]
            for mark in self.rule.settings.mark
        ]
        return min(chosen), max(chosen)

    def _fill(self, better: str, tokens: Any, indices: tuple[int, ...]) -> str:
        words = [tokens[index].text for index in indices]
        return better.format(*words, **dict(zip(self._names(), words, strict=False)))


def _token_matcher(patterns: Sequence[Tokens], vocab: Any) -> Any:
    from spacy.matcher import Matcher

    matcher = Matcher(vocab)
    matcher.add("find", [list(pattern) for pattern in patterns], greedy="LONGEST")
    return matcher
