"""This file finds clauses without their verb `is` or `are`: Russian and Ukrainian leave it out in the present, and so did the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import FINITE, OPENERS, QUOTES, SHORT, Found, Tokens, before, span
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_STOPS = QUOTES | frozenset(", ; . ! ? : – — - ( )".split())
_THE = frozenset("the his her its our their these those my everything nobody nothing".split())
_AIMS = frozenset("task goal aim duty mission job thing priority purpose objective".split())
_SAYING = frozenset("said says told wrote writes added noted reported reports stated explained stressed admitted warned announced".split())
_PREDICATES = frozenset(
    "difficult stable critical calm tense ready insufficient unknown clear unclear dangerous serious complicated impossible necessary "
    "unacceptable guilty innocent dead safe unsafe empty closed ill sick busy unavailable weak strong unable sure certain convinced "
    "satisfied grateful aware free favorable favourable good bad bright useful useless illegal legal obvious unchanged normal wrong right "
    "simple hard quiet dry cold hot cheap expensive old young small big huge low high".split()
)
"""Adjectives that are said of a subject and hardly follow their noun otherwise, as `available` and `responsible` do."""
_STATES = frozenset({"control", "threat", "fire", "attack", "pressure", "question", "hands", "ruins", "danger", "custody", "siege"})
_DEGREES = frozenset("very quite too not still already now extremely rather so almost completely absolutely fully yet currently".split())
_NAMED = frozenset({"a", "an", "the", "not", "already", "now", "still"})
_RANK = frozenset({"only", "first", "last", "same", "next", "former"})


def zero_copula(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`The situation very difficult, she said.`, `Our task to protect the people`, `He a former officer`: no `is`, no `are`."""
    for tokens in sentences:
        for start in _starts(tokens):
            clause = _clause(tokens, start)
            if clause and _lacks_verb(clause) and any(shape(clause) for shape in (_adjective, _state, _aim, _pronoun, _count)):
                yield Found(span(clause[0], clause[-1]))


def subordinate_without_verb(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`because the evidence insufficient`, `if the parties not ready`: the clause behind the conjunction has no verb."""
    for tokens in sentences:
        for index, token in enumerate(tokens[:-3]):
            if token.lower_ not in {"because", "if"} or tokens[index + 1].lower_ not in _THE:
                continue
            end = next((at for at in range(index + 1, len(tokens)) if tokens[at].text in _STOPS), len(tokens))
            clause = tokens[index + 1 : end]
            if _closed(tokens, index, end) and len(clause) >= 3 and _lacks_verb(clause) and not any(_ranked(word) for word in clause):
                yield Found(span(token, clause[-1]), values={"conjunction": token.text})


def _closed(tokens: Tokens, start: int, end: int) -> bool:
    """Does the clause end with its sentence, or open the sentence and end before the main clause?"""
    if end >= len(tokens) - 1:
        return end < len(tokens) and tokens[end].text == "."
    return tokens[end].text == ";" or (start == 0 and tokens[end].text == "," and tokens[end + 1].lower_ not in OPENERS)


def _ranked(word: Token) -> bool:
    """`if the only one`, `because the best`: cut short, as English may."""
    return word.tag_ in {"JJS", "RBS"} or word.lower_ in _RANK


def _starts(tokens: Tokens) -> Iterator[int]:
    """Where a clause opens: at the sentence, at a quotation, and after `that` or a verb of saying that stands without it."""
    for index, token in enumerate(tokens):
        last = tokens[index - 1]
        told = (last.lower_ == "that" and index > 1) or (last.lower_ in _SAYING and token.lower_ in _THE)
        if index == 0 or last.text in QUOTES or told:
            yield index


def _clause(tokens: Tokens, start: int) -> Tokens:
    """The tokens up to the first mark, if that is a full stop, or a comma before a reporting clause; else nothing."""
    end = next((index for index in range(start, len(tokens)) if tokens[index].text in _STOPS), len(tokens))
    if end == len(tokens) or end - start < 3:
        return []
    rest = [token.lower_ for token in tokens[end + 1 : end + 10] if token.text not in QUOTES]
    told = tokens[end].text == "," and (rest[:1] == ["according"] or bool(_SAYING & set(rest)))
    return tokens[start:end] if told or tokens[end].text in {".", "!"} else []


def _lacks_verb(clause: Tokens) -> bool:
    return not any(map(_verb, clause))


def _verb(token: Token) -> bool:
    """A finite verb, a form in -ed or -ing, or what may be one; an infinitive with `to` does not count."""
    if token.tag_ == "VB":
        return "to" not in before(token, 2)
    if token.lower_ == "aged":
        return False
    return (
        token.lower_ in SHORT
        or token.tag_ in FINITE | {"VBN", "VBG"}
        or (token.tag_ == "NNS" and token.dep_ in {"ROOT", "ccomp", "advcl"} and token.i > token.sent.start + 1)
    )


def _noun_at(clause: Tokens, index: int) -> bool:
    return index >= 1 and clause[0].lower_ in _THE and clause[index].tag_ in {"NN", "NNS", "NNP", "PRP"}


def _adjective(clause: Tokens) -> bool:
    """`The situation (in the valley) (very) difficult`, and nothing but a preposition after it."""
    for index, token in enumerate(clause[1:], 1):
        if token.lower_ not in _PREDICATES or (index + 1 < len(clause) and clause[index + 1].tag_ not in {"IN", "TO", "RB"}):
            continue
        last = index - 1
        while last > 0 and clause[last].lower_ in _DEGREES:
            last -= 1
        if _noun_at(clause, last) or (last == 0 and clause[0].lower_ in {"everything", "nobody", "nothing"} and last < index - 1):
            return not any(word.tag_ == "IN" and word.lower_ == "that" for word in clause)
    return False


def _state(clause: Tokens) -> bool:
    """`Everything under control`, `his passport in the hands of the police`."""
    for index, token in enumerate(clause[1:-1], 1):
        if token.lower_ in {"under", "in"} and clause[0].lower_ in _THE and index <= 6:
            behind = [word.lower_ for word in clause[index + 1 : index + 3]]
            if behind and (behind[0] in _STATES or (behind[0] == "the" and behind[-1] in {"hands", "way"})):
                return token.lower_ == "under" or clause[0].lower_ not in {"those", "these"}
    return False


def _aim(clause: Tokens) -> bool:
    """`Our task to protect the people`, `The main thing not to panic`."""
    for index, token in enumerate(clause[:4]):
        if index and token.lower_ in _AIMS and clause[0].lower_ in _THE:
            rest = [word.lower_ for word in clause[index + 1 : index + 3]]
            return rest[:1] == ["to"] or rest == ["not", "to"]
    return False


def _pronoun(clause: Tokens) -> bool:
    """`He a former officer of the guard`."""
    return clause[0].lower_ in {"he", "she", "they"} and clause[1].lower_ in _NAMED and clause[-1].pos_ in {"NOUN", "PROPN", "ADJ"}


def _count(clause: Tokens) -> bool:
    """`The victims two sisters aged 9 and 12`: a plural noun and, directly behind it, a number with another."""
    return (
        len(clause) >= 4
        and clause[0].lower_ in _THE
        and clause[1].tag_ == "NNS"
        and clause[2].tag_ == "CD"
        and clause[2].is_alpha
        and clause[3].tag_ in {"NNS", "JJ"}
    )


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {
    "zero-copula": zero_copula,
    "subordinate-without-verb": subordinate_without_verb,
}
