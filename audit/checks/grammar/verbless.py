"""This file finds sentences and clauses that lost their verb."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import (
    FINITE,
    OPENERS,
    QUOTES,
    SHORT,
    Found,
    Tokens,
    conjugated,
    finite,
    following,
    preceding,
    sheet,
    span,
    until_opener,
)
from audit.inflect import FORMS
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADVERBIAL_START = frozenset({"IN", "RB", "WRB", "WP", "VBG", "VBN", "CC", "TO"})
_BREAKS = QUOTES | {",", ";", ":", "–", "—"}
_SEEN = frozenset(
    "speaking waving standing walking sitting wearing holding arriving posing leaving looking playing smiling shaking watching riding "
    "driving meeting addressing attending talking celebrating performing greeting during following according including".split()
)
"""What people do in captions of pictures, and participles that serve as prepositions."""
_POINT_OUT = [[verb, "out"] for verb in ("points", "pointed", "pointing")]
_NO_OBJECT_CLAUSE = frozenset({"tell", "promise", "ask", "demand", "urge", "request", "insist", "suggest", "advise", "vow"})


def no_main_verb(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`The union, which has called ..., demanding talks.`: subject, relative clause, participle, and no verb for the subject."""
    for tokens in sentences:
        relative = _relative(tokens)
        participle = relative and _closing_participle(tokens, relative)
        if relative and participle and any(map(finite, tokens[relative:participle])):
            yield Found(span(tokens[0], tokens[participle]), values={"participle": tokens[participle].text})


def _relative(tokens: Tokens) -> int | None:
    """Index of the relative pronoun after a subject of at most eight words that opens a whole sentence."""
    if len(tokens) < 10 or tokens[-1].text not in {".", "”", '"'} or not tokens[0].text[0].isalnum() or tokens[0].tag_ in _ADVERBIAL_START:
        return None
    comma = next((index for index, token in enumerate(tokens[:9]) if token.text == ","), 0)
    if not comma or any(token.tag_.startswith("VB") or token.tag_ == "MD" for token in tokens[:comma]):
        return None
    return comma + 1 if tokens[comma + 1].lower_ in {"which", "who", "whose"} else None


def _closing_participle(tokens: Tokens, relative: int) -> int | None:
    """Index of a participle after a comma that no finite verb follows; None where the main verb may stand earlier."""
    for index in range(relative + 3, len(tokens)):
        if tokens[index - 1].text != ",":
            continue
        if any(map(finite, until_opener(tokens[index:]))):
            return None
        if tokens[index].tag_ == "VBG":
            return index if tokens[index].lower_ not in _SEEN else None
    return None


@cache
def _that_verbs() -> frozenset[str]:
    thoughts = conjugated({"believe", "think", "learn", "fear", "estimate", "hope"}, "base", "s", "ing", "ed")
    return conjugated(sheet("reporting-verbs") - _NO_OBJECT_CLAUSE, "s", "ing", "ed") | thoughts


@cache
def _proposals() -> frozenset[str]:
    return conjugated({"propose", "recommend", "suggest", "say", "announce"}, *FORMS)


def that_without_verb(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`recalling that the alliance rapid force of 5,000 men.`: a that-clause that has no verb at all."""
    for tokens in sentences:
        for index, token in enumerate(tokens[1:-3], 1):
            verb = _said(tokens[:index]) if token.lower_ == "that" else None
            if verb is not None and (verb is tokens[index - 1] or token.tag_ == "IN"):
                body = _to_full_stop(tokens[index + 1 :])
                if len(body) >= 4 and _opens_noun_phrase(body[0]) and not _may_hold_verb(body):
                    first = index - 2 if verb.lower_ == "out" else index - 1
                    said = tokens[first:index] if verb is tokens[index - 1] else [token]
                    verb_text = " ".join(word.text for word in said) if verb is said[-1] else verb.text
                    yield Found(span(said[0], body[-1]), values={"verb": verb_text})


def _said(tokens: Tokens) -> Token | None:
    """The reporting verb that a `that` after these tokens may depend on: the last word, or one before a hearer (`propose to the board`)."""
    if tokens[-1].lower_ in _that_verbs():
        return tokens[-1]
    if [token.lower_ for token in tokens[-2:]] in _POINT_OUT:
        return tokens[-1]
    if tokens[-1].tag_ not in {"NN", "NNS", "NNP", "-RRB-"}:
        return None
    for token in reversed(tokens[-15:-1]):
        if token.lower_ in _that_verbs() | _proposals():
            return token
        if token.tag_[:2] == "VB" or token.lower_ in OPENERS or token.text in _BREAKS:
            return None
    return None


def _to_full_stop(rest: Tokens) -> Tokens:
    """The tokens up to a full stop that ends the sentence (a closing quotation mark may follow it); nothing where there is none."""
    rest = rest[:-1] if rest and rest[-1].text in QUOTES else rest
    for index, token in enumerate(rest[:-2]):  # `, and apologised to its customers`: the sentence goes on with the first subject
        if token.text == "," and rest[index + 1].lower_ in {"and", "but"} and rest[index + 2].tag_ == "VBD":
            return rest[:index]
    return rest[:-1] if rest and rest[-1].text == "." else []


def _opens_noun_phrase(token: Token) -> bool:
    """Can `that` be a conjunction before this word, not the demonstrative of `that day`?"""
    return token.tag_ in {"DT", "NNP", "NNPS", "NNS", "PRP$", "CD"} and token.lower_ != "this"


def _may_hold_verb(body: Tokens) -> bool:
    """Is some word a finite verb, or one that the tagger may have taken for a participle or a plural noun (`the plan costs money`)?"""
    if any(token.text in QUOTES or token.lower_ in SHORT | {"yes", "no"} for token in body):
        return True
    return any(_finite_here(first, second) for first, second in itertools.pairwise([None, *body]))


def _finite_here(previous: Token | None, token: Token | None) -> bool:
    if token is None or token.tag_ in FINITE or (token.tag_[:2] == "VB" and token.lower_.endswith("ed")):
        return True
    if token.tag_ == "VB":
        return previous is None or previous.lower_ != "to"
    return previous is not None and _plural_or_verb(previous, token)


def _plural_or_verb(first: Token, second: Token) -> bool:
    return second.tag_ == "NNS" and first.tag_ in {"NN", "NNP"} and second.dep_ not in {"pobj", "conj"} and second.head.i <= second.i


_ABOUT = frozenset("at in on after before during about regarding concerning referring following to with from speaking".split())
_OWN_CLAUSE = frozenset({"he", "she", "they", "it", "that", "which", "who", "where", "whose"})


def no_verb_before_quotation(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`The chairman, at the meeting of his party in Lodan. “...”`: the verb of the source stood after the quotation (Turkish)."""
    for tokens, quotation in itertools.pairwise(sentences):
        if len(tokens) < 8 or tokens[-1].text != "." or tokens[0].tag_ not in {"NNP", "DT"} or not _speech(quotation):
            continue
        if analysis.text[tokens[-1].idx : quotation[0].idx].count("\n") or not _speaker_and_occasion(tokens):
            continue
        if not any(_verb_of_its_own(token) for token in tokens):
            yield Found(span(tokens[0], tokens[-1]))


def _speech(tokens: Tokens) -> bool:
    """A quotation, or a sentence that ends with `..., he added.`."""
    return tokens[0].text in QUOTES or [token.lower_ in {",", "he", "she"} for token in tokens[-4:-2]] == [True, True]


def _speaker_and_occasion(tokens: Tokens) -> bool:
    """`The chairman of the board, at a meeting`: a person, a comma and what he spoke about, or where."""
    comma = next((index for index, token in enumerate(tokens) if token.text == ","), 0)
    while comma and tokens[comma + 1].lower_ not in _ABOUT:
        comma = next((index for index, token in enumerate(tokens) if index > comma and token.text == ","), 0)
    return comma > 1 and any(token.lower_ in sheet("titles") | sheet("people") for token in tokens[:comma])


def _verb_of_its_own(token: Token) -> bool:
    """Any verb but a participle that only describes a noun (`held by his party`), or the verb of a clause within (`that hit two cars`)."""
    previous = preceding(token)
    if token.lower_ in SHORT - {"'s", "’s"} or token.lower_ in QUOTES:
        return True
    if token.tag_ in FINITE | {"VB"}:
        return previous is None or previous.lower_ not in _OWN_CLAUSE
    if token.tag_ == "VBG":
        return token.lower_ not in _ABOUT and (previous is None or previous.tag_ in {"VBD", "VBZ", "VBP"})
    follows = following(token)
    described = previous is not None and previous.tag_ in {"DT", "JJ", "NN", "NNS", "POS", "PRP$", "CD"}
    return token.tag_ == "VBN" and not described and not (follows is not None and follows.tag_ == "IN")


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {
    "no-main-verb": no_main_verb,
    "that-without-verb": that_without_verb,
    "no-verb-before-quotation": no_verb_before_quotation,
}
