"""This file spells the parts of a reporting clause as expressions (the verb, who speaks, when) and says where such a clause can stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import regex

from audit.cache import expression as kept_expression
from audit.inflect import forms
from audit.knowledge import words
from audit.model import Analysis, Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SENTENCE_END = '.!?:…”"»'
_PARTICLES = "de|von|van|der|den|la|le|al|bin|da|dos|du|di|del"
# Names end after some words: a page in capitals is one long row of them, and each would be tried to its end.
_NAME = rf"(?:(?:Mr|Mrs|Ms|Dr)\.?[ ])?\p{{Lu}}[\p{{L}}'’-]*(?:[ ](?:{_PARTICLES})(?!\p{{L}})|[ ]\p{{Lu}}(?:[\p{{L}}'’-]+|\.)){{0,7}}"
_FULL_NAME = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    rf"\p{{Lu}}[\p{{L}}'’-]+(?:[ ](?:{_PARTICLES})){{0,2}}(?:[ ]\p{{Lu}}\.)?[ ]\p{{Lu}}[\p{{L}}'’-]+(?:[ ]\p{{Lu}}[\p{{L}}'’-]+){{0,5}}"
)
_NOT_IN_SUBJECT = frozenset({",", ";", ".", ":", "“", '"', "who", "which", "that", "as", "when", "after", "before", "while", "and"})


@cache
def reporting(*kinds: str) -> frozenset[str]:
    """Reporting verbs in the forms asked for (see `audit.inflect.forms`); without any, those that stand beside a quotation: says, said."""
    return frozenset(spelling for verb in words("words/reporting-verbs") for kind in kinds or ("s", "ed") for spelling in forms(verb)[kind])


def choices(spellings: Iterable[str]) -> str:
    """Alternatives for an expression, the longest first."""
    return "|".join(sorted(map(regex.escape, spellings), key=lambda spelling: (-len(spelling), spelling)))


@cache
def _parts() -> dict[str, str]:
    """What a template may name: `verb`, `name` (one or more words), `full_name`, `office`, `body`, `who` (any of these) and `when`."""
    adjectives = r"(?:(?!(?:of|to|for|from|that|which|who)[ ])\p{L}[\p{L}'’-]*[ ]){0,4}"
    of = r"(?:[ ](?:of|for)(?:[ ]the)?[ ][\p{L}'’-]+(?:[ ](?:and|of)(?:[ ]the)?[ ]\p{L}[\p{L}'’-]+)?)?"
    head = r"(?:the|its|his|her|their|a|an)[ ]"
    office = rf"(?:{head}{adjectives}(?i:{choices(words('words/titles'))}){of}(?:,?[ ]{_NAME})?)"
    body = rf"(?:the[ ]{adjectives}(?i:{choices(words('words/speaking-bodies'))}){of})"
    day, month = choices(words("words/days")), choices(words("words/months"))
    date = rf"(?:,?[ ](?:{month})[ ]\d{{1,2}}|,?[ ]\d{{1,2}}[ ](?:{month}))?"
    hour = r"(?:[ ](?:morning|afternoon|evening|night))?"
    near = r"yesterday(?:[ ](?:morning|afternoon|evening))?|today|last[ ](?:night|week|month)|this[ ](?:morning|afternoon|evening)"
    when = rf"(?:(?:on[ ]|this[ ]|last[ ])?(?:{day}){hour}{date}|{near})"
    title = rf"(?i:{choices(words('words/titles'))})"
    who = rf"(?:{office}|(?:the[ ])?(?:(?!(?:in|at|on|to|from|of|by|for|with)[ ])\p{{L}}+[ ])?{_NAME})"
    return {
        "verb": choices(reporting()),
        "name": _NAME,
        "full_name": _FULL_NAME,
        "office": office,
        "body": body,
        "who": who,
        "when": when,
        "title": title,
    }


@cache
def expression(template: str) -> regex.Pattern[str]:
    """A template with `%(verb)s`, `%(who)s`, `%(when)s` ... spelled out, compiled; `^` and `$` match at lines."""
    return kept_expression(template % _parts(), regex.MULTILINE)


def tokens_from(analysis: Analysis, offset: int) -> Iterator[Token]:
    """The tokens of the sentence round `offset` that begin at or after it."""
    sentence = analysis.sentence_at(offset - 1)
    if sentence is not None:
        yield from (token for token in analysis.tokens[sentence.first : sentence.last] if token.idx >= offset)


def verb_follows(analysis: Analysis, offset: int) -> bool:
    """Does a finite verb of the same clause follow, perhaps behind a name between commas?

    Then what stands before `offset` is its subject, not the speaker.
    """
    following = list(tokens_from(analysis, offset))
    if following and following[0].text == "," and len(following) > 1 and following[1].tag_ in ("NNP", "DT"):
        inner = next((index for index, token in enumerate(following[1:], 1) if token.text == ","), 0)
        following = following[inner + 1 :] if inner else following
    for token in following:
        if token.lower_ in _NOT_IN_SUBJECT:
            return False
        if token.tag_ in FINITE:
            return True
    return False


_SUBORDINATES = frozenset("who which whose whom where that when if as while because after before since although though".split())


def clause_before(analysis: Analysis, offset: int) -> bool:
    """Does a whole clause (subject and finite verb, not a relative one) end before `offset`, so that only a reporting clause can follow?"""
    sentence = analysis.sentence_at(offset)
    if sentence is None:
        return False
    segments: list[list[Token]] = [[]]
    for token in analysis.tokens[sentence.first : sentence.last]:
        if token.idx >= offset:
            break
        if token.text == ",":
            segments.append([])
        else:
            segments[-1].append(token)
    filled = [segment for segment in segments if segment]
    return bool(filled) and filled[-1][0].lower_ not in _SUBORDINATES and any(map(_is_clause, filled))


def _is_clause(segment: list[Token]) -> bool:
    for index, token in enumerate(segment):
        if token.lower_ in _SUBORDINATES:
            return False
        if token.tag_ in FINITE:
            return index > 0
    return False


def opens_sentence(analysis: Analysis, quote: Quotation) -> bool:
    """Does the quotation itself begin a sentence, so that it is more than a fragment inside one?"""
    before = analysis.text[analysis.paragraphs[quote.paragraph].span.start : quote.span.start].rstrip()
    return not before or before[-1] in SENTENCE_END


def quote_ending_at(analysis: Analysis, offset: int) -> Quotation | None:
    """The quotation whose closing mark stands directly before `offset` (a comma, a dash and spaces may stand between)."""
    for quote in analysis.quotations:
        if quote.closing and quote.span.end <= offset and not analysis.text[quote.span.end : offset].strip(" ,–—-"):
            return quote
    return None


_SENTENCE = 4
"""A quotation of fewer words may be a fragment."""


def quoted_sentence_before(analysis: Analysis, offset: int) -> bool:
    """Is what ends before `offset` a quoted sentence, so that only its reporting clause can follow?"""
    quote = quote_ending_at(analysis, offset)
    return quote is not None and opens_sentence(analysis, quote) and len(quote.inside.of(analysis.text).split()) >= _SENTENCE
