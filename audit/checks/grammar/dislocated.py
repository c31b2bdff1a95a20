"""This file finds subjects that follow behind their clause while a pronoun holds their place (Italian, French, Spanish, Greek, Arabic)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import FINITE, OPENERS, QUOTES, Found, Tokens, sheet, span
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_TIMES = frozenset(
    "month year week day hour morning evening night afternoon months years weeks days hours minutes time today yesterday tomorrow "
    "christmas easter summer winter spring autumn".split()
)
_DATES = frozenset("anniversary eve holiday start end beginning date deadline festival final moment result first last same".split())
_MONEY = frozenset(
    "euros dollars pounds roubles rubles yen million billion percent metres meters kilometres kilometers seats % people".split()
)
_WORKS = frozenset(
    "book film novel play opera song album painting ship company firm restaurant band character role title name nickname".split()
)
_PHRASE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "IN", "POS", "CD", "VBN", "VBG", "PRP$", "HYPH"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PRONOUNS = frozenset({"he", "she", "they", "it"})


@cache
def _one() -> frozenset[str]:
    return sheet("titles") | sheet("people")


@cache
def _people() -> frozenset[str]:
    return _one() | {f"{noun}s" for noun in _one()} | frozenset("men women children people wives neighbours families fans unions".split())


def subject_behind(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`They are tired, the residents of the quarter, and ...`: a pronoun holds the place of a subject that follows its clause."""
    for tokens in sentences:
        pronoun = tokens[0].lower_
        if pronoun not in _PRONOUNS or len(tokens) < 6 or analysis.quoted(span(tokens[0], tokens[0])):
            continue
        for index, token in enumerate(tokens[3:-2], 3):
            phrase = _phrase_after(tokens, index) if token.text == "," else []
            if phrase and _fits(pronoun, phrase) and _ends_clause(tokens, index, phrase):
                subject = span(phrase[0], phrase[-1]).of(analysis.text)
                yield Found(span(token, phrase[-1]), values={"pronoun": tokens[0].text, "subject": subject})
                break


def _phrase_after(tokens: Tokens, comma: int) -> Tokens:
    """The noun phrase behind a comma, if a comma or full stop ends it."""
    joined = (at for at in range(comma + 1, len(tokens)) if tokens[at].tag_ not in _PHRASE or tokens[at].text in QUOTES)
    end = next(
        (at for at in joined if not (tokens[at].lower_ == "and" and tokens[at - 1].tag_ == tokens[at + 1].tag_ == "NNP")), len(tokens)
    )
    phrase = tokens[comma + 1 : end]
    closed = end < len(tokens) and tokens[end].text in {",", "."} and 1 <= len(phrase) <= 10
    return phrase if closed and not any(word.tag_ == "JJS" or word.lower_ in OPENERS for word in phrase) else []


def _head(phrase: Tokens) -> Token | None:
    """The last of the first row of nouns."""
    head = None
    for word in phrase:
        if word.tag_ in _NOUNS:
            head = word
        elif head is not None:
            break
    return head


def _fits(pronoun: str, phrase: Tokens) -> bool:
    """Can the phrase be what the pronoun stands for: `he` the mayor or a full name, `they` the residents, `it` this job?"""
    head = _head(phrase)
    if head is None:
        return False
    if pronoun == "it":
        return (
            phrase[0].lower_ in {"this", "the"} and head.tag_ == "NN" and head.lower_ not in _TIMES | _DATES and phrase[-1].tag_ in _NOUNS
        )
    if pronoun == "they":
        if any(word.lower_ == "and" for word in phrase):
            return all(word.tag_ == "NNP" or word.lower_ == "and" for word in phrase)
        return phrase[0].lower_ in {"the", "these", "those"} and head.tag_ == "NNS" and head.lower_ not in _TIMES
    if phrase[0].lower_ in {"the", "this"}:
        return any(word.lower_ in _people() for word in phrase[: head.i - phrase[0].i + 1])
    return _full_name(phrase)


def _full_name(phrase: Tokens) -> bool:
    return len(phrase) in {1, 2, 3} and phrase[0].text in sheet("given-names") and all(word.tag_ == "NNP" for word in phrase)


def _ends_clause(tokens: Tokens, comma: int, phrase: Tokens) -> bool:
    """Does the comma close the clause of the pronoun, so that the phrase explains no noun before it?"""
    before, segment = tokens[comma - 1], _segment(tokens, comma)
    if not any(token.tag_ in FINITE for token in tokens[1:comma]) or _in_a_list(tokens, phrase[-1].i - tokens[0].i + 1):
        return False
    if segment[0].lower_ in OPENERS and tokens[0].lower_ in {"it", "they"} and any(token.tag_ in FINITE for token in segment):
        return False
    if [word.lower_ for word in segment[:2]] == ["according", "to"]:
        return before.tag_ != "NNP" and before.lower_ not in _people()
    if tokens[0].lower_ == "it":
        return _measure(before) or (phrase[0].lower_ == "this" and before.tag_ not in _NOUNS)
    if before.tag_ not in _NOUNS and not before.text.isdecimal():
        return before.lower_ not in {"and", "or"} and before.tag_ not in {"PRP", "DT", "IN"} and before.text != ","
    return _measure(before) or _explains_nothing(tokens, comma, phrase)


def _measure(token: Token) -> bool:
    """A time or a sum: nobody is explained by it."""
    named = token.text in sheet("days") or token.text in sheet("months")
    return token.lower_ in _TIMES | _MONEY or named or token.text.isdecimal()


def _explains_nothing(tokens: Tokens, comma: int, phrase: Tokens) -> bool:
    """Is no person named between the clause's verb and the comma whom `the mayor` or `Ana Velk` could explain?"""
    verb = next((at for at in range(comma - 1, 0, -1) if tokens[at].tag_ in FINITE), 0)
    said = tokens[max(verb + 1, comma - 12) : comma]
    people = _people() if tokens[0].lower_ == "they" or any(word.lower_ == "and" for word in phrase) else _one()
    if any(token.lower_ in _WORKS | people and not _ahead(tokens, token) for token in said):
        return False
    if any(_may_be_person(tokens, at) for at in range(verb + 1, comma)):
        return False
    return _full_name(phrase) or any(word.lower_ in _people() | {"and"} for word in phrase[:4])


def _ahead(tokens: Tokens, token: Token) -> bool:
    """`at the head of a delegation`: no person."""
    at = token.i - tokens[0].i
    return token.lower_ == "head" and at > 1 and tokens[at - 2].lower_ == "at"


def _in_a_list(tokens: Tokens, at: int) -> bool:
    """`He met farmers, the mayor, two teachers and a priest`: more of the kind follow the phrase that ends before `at`."""
    rest = tokens[at + 1 :]
    if not rest or rest[0].lower_ in {"a", "an"}:
        return False
    if rest[0].lower_ in {"and", "or"}:
        return not any(token.tag_ in FINITE for token in rest)
    noun_first = rest[0].tag_ in {"DT", "NNS", "NNP", "PRP$", "CD", "NN", "JJ"}
    return noun_first and any(token.lower_ in {"and", "or"} for token in rest[:12])


def _may_be_person(tokens: Tokens, at: int) -> bool:
    """A name that does not follow a preposition of place, and is no date."""
    if tokens[at].tag_ not in {"NNP", "NNPS"} or _measure(tokens[at]):
        return False
    first = at
    while tokens[first - 1].tag_ in {"NNP", "NNPS", "DT", "JJ"} and first > 1:
        first -= 1
    return tokens[first - 1].lower_ not in {"in", "to", "at", "near", "from", "of", "on"}


def _segment(tokens: Tokens, comma: int) -> Tokens:
    """The tokens between the comma and the one before it."""
    start = next((at for at in range(comma - 1, -1, -1) if tokens[at].text == ","), -1)
    return tokens[start + 1 : comma]


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {"subject-behind": subject_behind}
