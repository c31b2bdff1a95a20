"""This file finds `his` and `he` for a country, an organisation or another body: the source gives every noun a gender."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from audit.checks.pronouns.forms import neuter
from audit.found import Found
from audit.inflect import forms
from audit.knowledge import table, words
from audit.model import Analysis, Related, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PERSONAL = frozenset("he she him her his hers himself herself who whose whom I my me someone somebody everyone".split())
_BACK = 200
"""Characters before the pronoun in which a person may be meant, where no sentence begins."""


@cache
def _list(row: str) -> frozenset[str]:
    return frozenset(str(table("names/bodies")[row]).split())


@cache
def _verbs() -> frozenset[str]:
    return frozenset(spelling for verb in _list("verbs") for kind in ("base", "s", "ed", "en", "ing") for spelling in forms(verb)[kind])


@cache
def _persons() -> frozenset[str]:
    return frozenset(words("words/people")) | frozenset(words("words/titles"))


def _bodies(analysis: Analysis) -> Iterator[Found]:
    for token in analysis.tokens:
        if token.lower_ in ("his", "he", "himself") or (token.lower_ in ("her", "herself") and token.text[0].islower()):
            subject = _subject(token)
            body = _body(analysis, subject) if subject is not None else None
            if body is None or (token.lower_ in ("her", "herself") and _is_country(analysis, body)):
                continue
            if any((each.span.start < token.idx < each.span.end) != each.span.contains(body) for each in analysis.quotations):
                continue
            if not _person_before(analysis, token, body):
                span = Span(token.idx, token.idx + len(token))
                yield Found(span, {"body": body.of(analysis.text)}, (neuter(analysis, span),), (Related(body, "the body meant"),))


def _subject(token: Token) -> Token | None:
    """The subject that the pronoun must mean, if it means a body: that of its clause, or of the clause that says it."""
    if token.lower_ == "he":
        clause = token.head
        willing = any(child.dep_ == "aux" and child.tag_ == "MD" for child in clause.children)
        return _own_subject(clause.head) if token.dep_ == "nsubj" and clause.dep_ == "ccomp" and willing else None
    if token.lower_ in ("himself", "herself"):
        return _own_subject(token.head) if token.dep_ == "dobj" else None
    noun = token.head
    if token.dep_ != "poss" or noun.i <= token.i or noun.dep_ in _SUBJECTS or noun.lower_ in _list("somebody"):
        return None
    verb = _verb_over(noun)
    if verb is not None and any(child.lower_ == "own" for child in noun.children):
        return _own_subject(verb)
    if verb is None or not (noun.lower_ in _list("nouns") or (verb.lower_ in _verbs() and noun.dep_ == "dobj" and noun.pos_ != "PROPN")):
        return None
    return _own_subject(verb)


def _verb_over(token: Token) -> Token | None:
    for _ in range(4):
        head = token.head
        if head.i == token.i or token.dep_ in ("relcl", "advcl", "ccomp", "acl"):
            return None
        if head.pos_ in ("VERB", "AUX"):
            return head
        token = head
    return None


def _own_subject(verb: Token) -> Token | None:
    for _ in range(3):
        own = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
        if own is not None or verb.dep_ not in ("conj", "xcomp") or verb.head.i == verb.i:
            return own
        verb = verb.head
    return None


def _body(analysis: Analysis, subject: Token) -> Span | None:
    """The subject as a name of a body, or a common noun for one: the European Union, Poland, the ministry."""
    for head in (subject, *(child for child in subject.children if child.dep_ == "appos")):
        if head.dep_ == "poss" or any(child.dep_ == "conj" for child in head.children):
            return None
        first = head.i
        while first > 0 and analysis.tokens[first - 1].tag_ in ("NNP", "NNPS", "JJ", "NN") and analysis.tokens[first - 1].head.i <= head.i:
            first -= 1
        proper = head.tag_ == "NNP" and head.lower_ not in _persons() and head.dep_ != "appos"
        if (head.text in _list("last") or proper) and first and analysis.tokens[first - 1].lower_ == "the":
            return Span(analysis.tokens[first].idx, head.idx + len(head))
        for start in range(first, head.i + 1):
            span = Span(analysis.tokens[start].idx, head.idx + len(head))
            if _named(analysis, span.of(analysis.text)):
                return span
        if (
            head.lower_ in words("words/speaking-bodies")
            and head.tag_ == "NN"
            and head.lower_ not in ("police", "office", "prosecutor's office")
        ):
            return Span(head.idx, head.idx + len(head))
    return None


def _named(analysis: Analysis, name: str) -> bool:
    if name in _list("names") or name in words("words/countries") or (" " in name and name.rsplit(maxsplit=1)[-1] in _list("last")):
        return True
    if analysis.facts is None or not name[0].isupper():
        return False
    country = analysis.facts.country(name)
    return analysis.facts.organisation(name) is not None or (country is not None and name not in (*country.adjectives, *country.people))


def _is_country(analysis: Analysis, body: Span) -> bool:
    """Old books call countries `she`: that is style, and no fault of the translation."""
    name = body.of(analysis.text)
    return analysis.facts is not None and analysis.facts.organisation(name) is None and name[0].isupper()


def _person_before(analysis: Analysis, token: Token, body: Span) -> bool:
    """Could a person be meant, one of this sentence or (for a pronoun without a verb of its own) of the two before?"""
    sentence = analysis.sentence_at(token.idx)
    if sentence is None:
        return True
    quote = next((each.span.start for each in analysis.quotations if each.span.start < token.idx < each.span.end), None)
    start = max(sentence.span.start, quote or 0)
    if quote is None:
        at = bisect_right(analysis.sentences, token.idx, key=lambda each: each.span.start) - 1
        start = analysis.sentences[max(0, at - 2)].span.start
    for other in analysis.tokens[_first_token(analysis, start) : token.i]:
        inside = body.start <= other.idx < body.end
        person = other.lower_ in _PERSONAL or (other.lower_ in _persons() and not other.tag_.startswith("V"))
        if not inside and (person or other.text == "I"):
            return True
    return any(start <= mention.span.start < token.idx for person in analysis.ledger.people for mention in person.mentions) or (
        _unknown_name(analysis, _first_token(analysis, start), token, body)
    )


def _first_token(analysis: Analysis, offset: int) -> int:
    sentence = analysis.sentence_at(offset)
    first = sentence.first if sentence is not None else 0
    return next((other.i for other in analysis.tokens[first:] if other.idx >= offset), first)


def _unknown_name(analysis: Analysis, first: int, token: Token, body: Span) -> bool:
    """A name near that is no known place or body, and does what persons do."""
    for other in analysis.tokens[first : token.i]:
        if other.tag_ != "NNP" or other.dep_ not in (*_SUBJECTS, "dobj", "pobj") or body.start <= other.idx < body.end:
            continue
        if other.dep_ == "pobj" and other.head.lower_ in ("in", "of", "at", "near", "between", "with", "from", "to"):
            continue
        left = analysis.tokens[other.left_edge.i : other.i + 1].text.removeprefix("the ").removeprefix("The ")
        if not _named(analysis, left) and not _named(analysis, other.text) and not other.text.isupper():
            return True
    return False


def _things(analysis: Analysis) -> Iterator[Found]:
    """`The law was passed in May. She applies from June.`: what the ledger saw."""
    for pronoun in analysis.ledger.strays:
        if pronoun.binding == "thing" and pronoun.means is not None:
            values = {"thing": pronoun.means.of(analysis.text)}
            yield Found(pronoun.span, values, (neuter(analysis, pronoun.span),), (Related(pronoun.means, "the thing meant"),))


FAULTS: dict[str, Callable[[Analysis], Iterator[Found]]] = {"body": _bodies, "thing": _things}
