"""This file finds verbs that agree with the nearest noun and not with their subject: `The consequences of the strike is`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import Found, Tokens, sheet, span
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGULAR_VERBS = frozenset({"has", "is", "was"})
_PLURAL_VERBS = frozenset({"have", "are", "were"})
_PREPOSITIONS = frozenset("of for in on from at against between by with into near".split())
_FALLEN = frozenset("wounded dead injured killed missing arrested displaced unemployed".split())
_INSIDE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "CD", "PRP$"})
_SUMS = frozenset(
    "group majority minority number variety series pair couple percentage half rest range lot bulk part proportion share team "
    "staff crew "
    "public family couple crowd band total quarter third police army press crew board cast plenty amount pack set bunch dozen hundred "
    "thousand million fraction handful kind type sort wave string host portion side media data youth enemy people aircraft committee "
    "government party club company union cabinet jury panel ministry commission council association delegation squad class "
    "generation".split()
)
"""Nouns that take either number, by sense."""
_WHOLES = frozenset("headquarters means series news species crossroads works barracks politics economics athletics united".split())


def far_verb(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`The price of the tickets have risen`: subject, prepositional phrases, and the wrong form of have or be."""
    for tokens in sentences:
        if len(tokens) < 7 or tokens[0].lower_ not in {"the", "these", "those", "his", "her", "its", "their", "this"}:
            continue
        if (two := _two_subjects(tokens)) is not None:
            yield Found(span(tokens[0], tokens[two]), values={"subject": span(tokens[0], tokens[two - 1]).of(analysis.text)})
            continue
        head = _head(tokens)
        verb = _verb(tokens, head) if head else None
        if head and verb and _disagrees(tokens[head], tokens[verb], tokens[head + 1 : verb]):
            yield Found(span(tokens[0], tokens[verb]), values={"subject": span(tokens[0], tokens[head]).of(analysis.text)})


def _two_subjects(tokens: Tokens) -> int | None:
    """Index of the verb of `The quality of the roads and the safety of the riders has`."""
    words = [token.lower_ for token in tokens[:14]]
    if words[2:3] != ["of"] or tokens[1].tag_ != "NN" or tokens[1].lower_ in sheet("titles") | sheet("people") | _SUMS:
        return None
    joint = next((at for at, word in enumerate(words) if word == "and"), 0)
    if not 3 < joint < 9 or words[joint + 1 : joint + 2] != ["the"] or words[joint + 3 : joint + 4] != ["of"]:
        return None
    verb = next((at for at in range(joint + 4, len(words)) if words[at] in _SINGULAR_VERBS), 0)
    inside = all(token.tag_ in _INSIDE or token.lower_ == "of" for token in [*tokens[3:joint], *tokens[joint + 1 : verb]])
    return verb if verb and inside and tokens[joint + 2].lower_ != tokens[1].lower_ else None


def _head(tokens: Tokens) -> int:
    """Index of the noun that opens the sentence, right before a preposition; 0 where there is none."""
    for index, token in enumerate(tokens[1:6], 1):
        if token.tag_ not in {"JJ", "NN", "NNS", "VBN", "NNP", "CD"}:
            return 0
        if tokens[index + 1].lower_ in _PREPOSITIONS:
            return index if token.tag_ in {"NN", "NNS"} and token.is_lower and token.is_alpha else 0
    return 0


def _verb(tokens: Tokens, head: int) -> int:
    """Index of the first verb, if it is have or be and only prepositional phrases stand between."""
    for index in range(head + 1, min(head + 13, len(tokens) - 2)):
        token = tokens[index]
        if token.lower_ in _SINGULAR_VERBS | _PLURAL_VERBS:
            return index if tokens[index - 1].tag_ in {"NN", "NNS", "NNP"} or tokens[index - 1].lower_ in _FALLEN else 0
        if token.lower_ == "and" and tokens[index - 1].tag_ == tokens[index + 1].tag_ == "NNP":
            continue
        if token.tag_ not in _INSIDE and token.lower_ not in _PREPOSITIONS | _FALLEN:
            return 0
    return 0


def _disagrees(head: Token, verb: Token, between: Tokens) -> bool:
    noun, form = head.lower_, verb.lower_
    if noun == "number":
        return form in _PLURAL_VERBS and head.doc[head.i - 1].lower_ == "the"
    if noun in _SUMS | _WHOLES | sheet("number-exceptions") or not between or between[-1].tag_ == "CD":
        return False
    if head.tag_ == "NN":
        plural = any(word.tag_ == "NNS" for word in between)
        return form in _PLURAL_VERBS and plural and not noun.endswith(("s", "ing"))
    return form in _SINGULAR_VERBS and noun.endswith("s") and not noun.endswith(("ss", "ics", "us", "is"))


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {"far-verb": far_verb}
