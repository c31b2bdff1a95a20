"""This file reads what the text says that a person is: the office before the name or in apposition behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from audit.entries import Role
from audit.ledger.names import Name, noun_behind
from audit.ledger.vocabulary import HONORIFICS, capital_titles, titles
from audit.model import Span

if TYPE_CHECKING:
    from audit.facts import Facts

_WORDS_BEFORE = 6
_OFFICE_WORDS = frozenset(
    "prime foreign defence defense finance interior vice deputy former ex then acting secretary general state affairs chief press first "
    "executive of for and the security trade health education economy justice home energy attorney police central bank federal".split()
)
_FORMER = frozenset({"former", "ex", "then", "late", "onetime", "ex-president", "ex-chancellor"})
_WORD = regex.compile(r"[\p{L}][\p{L}’'-]*")
_OF = regex.compile(r"[ ](?:of|for)[ ](?:the[ ])?(?P<land>\p{Lu}\p{L}+(?:[ ]\p{Lu}\p{L}+)*)")


def roles(text: str, names: Sequence[Name], facts: Facts | None) -> Iterator[Role]:
    """Every office that stands with one of the person's names, in order; each wording once."""
    seen: set[str] = set()
    for name in names:
        for span in (_before(text, name), _behind(text, name)):
            if span is not None and span.of(text).lower() not in seen:
                seen.add(span.of(text).lower())
                yield _role(text, span, facts)


def _before(text: str, name: Name) -> Span | None:
    """`the British foreign minister, Liz Truss`: from the first word of the phrase to the noun."""
    if name.title is None or HONORIFICS.get(name.title.of(text).rstrip(".")) is not None or name.title.of(text).lower() not in _nouns():
        return None
    line = text.rfind("\n", 0, name.title.start) + 1
    words = list(_WORD.finditer(text, max(line, name.title.start - 60), name.title.start))
    start, after = name.title.start, name.title.start
    for hit in reversed(words[-_WORDS_BEFORE:]):
        known = hit[0].lower() in _OFFICE_WORDS or hit[0].lower() in _nouns() or hit[0][0].isupper() or hit[0].lower() in _FORMER
        if text[hit.end() : after] != " " or not known or hit[0].lower() == "the":
            break
        start = after = hit.start()
    return Span(start, name.title.end)


def _behind(text: str, name: Name) -> Span | None:
    """`Zbigniew Rau, the foreign minister of Poland`: the phrase with its `of`."""
    noun = noun_behind(text, name.span.end)
    if noun is None or noun.of(text).lower() not in _nouns():
        return None
    start = name.span.end + (2 if text[name.span.end] == "," else 1)
    article = regex.compile(r"(?:(?:is|was|became|remains)[ ])?(?:the|an?|his|her|its|their|our)[ ]").match(text, start)
    of = _OF.match(text, noun.end)
    return Span(article.end() if article and article.end() <= noun.start else start, of.end() if of else noun.end)


def _nouns() -> frozenset[str]:
    return titles() | frozenset(word.lower() for word in capital_titles())


def _role(text: str, span: Span, facts: Facts | None) -> Role:
    words = span.of(text).split()
    former = bool({word.lower() for word in words} & _FORMER) or words[0].lower().startswith("ex-")
    title = [word for word in words if word.lower() not in _FORMER]
    country = next((found for word in title if facts is not None and (found := facts.country(word)) is not None), None)
    office = None
    if facts is not None and country is not None:
        bare = " ".join(word for word in title if facts.country(word) is None).split(" of ")[0].split(" for ")[0]
        office = facts.office(bare, country.name)
    return Role(span.of(text), span, office, country.name if country else None, former)
