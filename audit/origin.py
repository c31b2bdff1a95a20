"""This file estimates from which language a text was translated, from what it writes about and from what the rules found in it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import ahocorasick
import regex

from audit.knowledge import table
from audit.model import Analysis, Clue, Match, Origin, Rule, Span

_WEIGHTS = {"country": 0.35, "places": 0.5, "bodies": 0.8, "names": 0.35, "forms": 0.4}
_LETTERS = 2.0
_ABOUT_MOST = 4.0
"""However much an article writes about a land, that alone never makes the estimate sure: every newsroom writes of other lands."""
_PRIOR = -1.5
_UNTOLD = 1.5
_SCAR = 0.3
_CALQUE = 2.0
_HALF_CALQUE = 0.8
_SPECIFIC = 10
"""A rule that names more languages than this tells nothing about the language."""
_SHAPES = 4
_SHOWN = 8
_ACCENTED = regex.compile(r"\p{L}*[^\P{L}\x00-\x7f]\p{L}*")


def trace(matches: Sequence[Match], rules: Mapping[str, Rule], analysis: Analysis) -> Origin:
    """The likeliest source language (ISO 639-1), a confidence from 0 to 1, and the clues for it, strongest first.

    Additive log weights with a softmax over the languages of `knowledge/origin.yaml` and one class for "cannot be told" (naive Bayes with
    weights set by hand, then checked on labelled texts). What the text writes about is capped; what engines left in it is not.
    A source language that the document names is taken as it is.
    """
    if analysis.document.source_language:
        return Origin(analysis.document.source_language, 1.0, given=True)
    about = list(_about(analysis.text))
    scars = list(_calques(matches, rules))
    general = len({match.rule for match in matches if not rules[match.rule].languages and not rules[match.rule].only})
    scores = _scores(about, scars)
    untold = max(0.5, _UNTOLD - _SCAR * general)
    total = math.exp(untold) + sum(map(math.exp, scores.values()))
    best = max(scores, key=lambda language: (scores[language], language))
    confidence = math.exp(scores[best]) / total
    if scores[best] <= max(0.0, _PRIOR):
        return Origin(None, 0.0)
    clues = sorted((clue for clue in (*about, *scars) if clue.language == best), key=lambda clue: (-clue.weight, clue.span))
    return Origin(best, round(confidence, 4), clues=tuple(clues[:_SHOWN]))


def _scores(about: Iterable[Clue], scars: Iterable[Clue]) -> dict[str, float]:
    lands: defaultdict[str, float] = defaultdict(float)
    for clue in about:
        lands[clue.language] += clue.weight
    scores = {language: _PRIOR + _ABOUT_MOST * (1 - math.exp(-lands[language] / _ABOUT_MOST)) for language in table("origin")}
    for clue in scars:
        scores[clue.language] = scores.get(clue.language, _PRIOR) + clue.weight
    return scores


def _calques(matches: Sequence[Match], rules: Mapping[str, Rule]) -> Iterable[Clue]:
    """One clue for each rule (or row for certain languages) and language; a phrase that natives may also write counts less."""
    seen = set()
    for match in sorted(matches, key=lambda match: (match.span, match.rule)):
        rule = rules[match.rule]
        only = match.only or rule.only
        languages = only or rule.languages
        if not 0 < len(languages) <= _SPECIFIC:
            continue
        weight = (_HALF_CALQUE if only else _CALQUE) * rule.confidence / math.sqrt(len(languages))
        for language in languages:
            if (match.rule, only, language) not in seen:
                seen.add((match.rule, only, language))
                yield Clue(language, "calque", match.span, weight)


def _about(text: str) -> Iterable[Clue]:
    """What the text writes about and how it spells names: a clue for each different word, heavier the oftener it stands there."""
    count: Counter[tuple[str, str]] = Counter()
    first: dict[str, int] = {}
    automaton = _words()
    for last, (word, kinds) in automaton.iter(text):
        start = last + 1 - len(word)
        if not (text[start - 1 : start].isalnum() or text[last + 1 : last + 2].isalnum()):
            first.setdefault(word, start)
            for kind in kinds:
                count[word, kind] += 1
    for (word, kind), times in count.items():
        where = Span(first[word], first[word] + len(word))
        languages = _languages()[word, kind]
        for language in languages:
            yield Clue(language, kind, where, _WEIGHTS[kind] * (1 + math.log2(times)) / len(languages))
    yield from _shapes(text)


def _shapes(text: str) -> Iterable[Clue]:
    """Names in the shape that a language gives them, words with its accents, letters of its script."""
    found: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for language, expression in _forms():
        for match in expression.finditer(text):
            found[language].setdefault(match.group(), Span(*match.span()))
    if not text.isascii():
        for match in _ACCENTED.finditer(text):
            for language in {language for sign in set(match.group()) for language in _signs().get(sign, ())}:
                found[language].setdefault(match.group(), Span(*match.span()))
        for language, expression in _letters():
            if seen := expression.search(text):
                yield Clue(language, "letters", Span(*seen.span()), _LETTERS)
    for language, words in found.items():
        for span in list(words.values())[:_SHAPES]:
            yield Clue(language, "forms", span, _WEIGHTS["forms"])


@cache
def _languages() -> Mapping[tuple[str, str], tuple[str, ...]]:
    entries: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for language, row in table("origin").items():
        for kind in ("country", "places", "bodies", "names"):
            for word in row.get(kind, ()):
                entries[str(word), kind].append(language)
    return {key: tuple(languages) for key, languages in entries.items()}


@cache
def _words() -> Any:
    automaton: Any = ahocorasick.Automaton()
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for word, kind in _languages():
        kinds[word].append(kind)
    for word, of in kinds.items():
        automaton.add_word(word, (word, tuple(of)))
    automaton.make_automaton()
    return automaton


@cache
def _forms() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    return tuple((language, regex.compile(shape)) for language, row in table("origin").items() for shape in row.get("forms", ()))


@cache
def _letters() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    return tuple((language, regex.compile(f"(?:{row['letters']})+")) for language, row in table("origin").items() if "letters" in row)


@cache
def _signs() -> Mapping[str, tuple[str, ...]]:
    signs: defaultdict[str, list[str]] = defaultdict(list)
    for language, row in table("origin").items():
        for sign in row.get("signs", ""):
            signs[sign].append(language)
    return {sign: tuple(languages) for sign, languages in signs.items()}
