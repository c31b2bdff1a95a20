"""This file finds verbs in the mood of the source: a subjunctive left bare, a wish or a concession taken at its word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import FINITE, OPENERS, Found, Tokens, before, conjugated, sheet, span, until_opener
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_BE = frozenset({"is", "'s", "’s", "was", "be"})
_REFUSED = frozenset(
    "resign leave sign accept give negotiate withdraw abandon compromise yield cede surrender sell pay renounce retreat step".split()
)
_PLURAL_PRONOUNS = frozenset({"i", "we", "they", "you"})
_SINGULAR_PRONOUNS = frozenset({"he", "she", "it", "anyone", "anybody", "someone"})
_VERBS = FINITE | {"VB", "VBG"}
_GRANTED = (
    "reaffirm acknowledge admit recognise recognize welcome praise salute confirm deny reject condemn denounce reiterate affirm assure "
    "defend express stress recall underline congratulate concede criticise criticize show justify refuse"
).split()
_OPINIONS = {"judge", "estimate", "consider", "believe", "find", "think", "refuse"}
_BUT = ("regret", "deplore", "criticize", "criticise", "denounce", "lament", "warn", "judge", "refuse", "reject", "call", "condemn")
_CONDITIONAL = frozenset("would could might will may can should had then 'd ’d 'll ’ll".split())
_AFTER_VERB = frozenset({"IN", "TO", "DT", "PRP$", "RP"})


def no_question_that(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`There is no question that the bloc give in`: « il n'est pas question que » forbids, the English affirms; a bare verb betrays it."""
    for tokens in sentences:
        for index, token in enumerate(tokens[3:], 3):
            if token.lower_ != "that" or before(token, 2) != ["no", "question"] or not _BE & set(before(token, 5)):
                continue
            clause = tokens[index + 1 :]
            verb = _bare_verb(clause)
            if verb:
                subject = span(clause[0], clause[verb - 1]).of(analysis.text)
                yield Found(span(_opening(tokens, index - 2), clause[verb]), values={"subject": subject, "verb": clause[verb].text})


def _opening(tokens: Tokens, no: int) -> Token:
    """`there` or `it` before `no question`; else the word before it."""
    return next((token for token in reversed(tokens[max(0, no - 3) : no]) if token.lower_ in {"there", "it"}), tokens[no - 1])


def _bare_verb(clause: Tokens) -> int | None:
    """Index of a base form that follows a singular subject directly; None where a finite verb (or a plural subject) makes sense."""
    for index, token in enumerate(clause):
        if token.tag_ in {"VBZ", "VBD", "MD"} or token.text in ",;:.":
            return None
        if index and token.lower_ in _REFUSED and clause[index - 1].lower_ in _PLURAL_PRONOUNS:
            return index
        if index and _singular(clause[index - 1]) and (token.tag_ in {"VB", "VBP"} or _noun_for_verb(clause, index)):
            return index
    return None


def _singular(token: Token) -> bool:
    return token.tag_ in {"NN", "NNP"} or token.lower_ in _SINGULAR_PRONOUNS


def _noun_for_verb(clause: Tokens, index: int) -> bool:
    """`that Lisbon compromise on this`: a verb that the tagger took for a noun, after a name or pronoun, with no verb to follow."""
    token, rest = clause[index], clause[index + 1 :]
    if token.tag_ != "NN" or clause[index - 1].tag_ == "NN" or not rest or rest[0].tag_ not in _AFTER_VERB:
        return False
    return not any(other.tag_ in FINITE for other in until_opener(rest))


_DEMANDS = conjugated(("demand", "require", "request"), "base", "s", "ing", "ed")
_ASKS = _DEMANDS | conjugated(("ask", "petition"), "s", "ed", "ing")


def demand_that_may(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`requires that the council may act`, `asks that the town must`: the English demand has a bare verb and no modal."""
    for tokens in sentences:
        for index, token in enumerate(tokens[1:], 1):
            if token.lower_ == "that" and tokens[index - 1].lower_ in _ASKS and tokens[index - 1].tag_ in _VERBS:
                modal = _modal(tokens[index + 1 : index + 12])
                if modal is not None and (modal.lower_ == "must" or tokens[index - 1].lower_ in _DEMANDS):
                    yield Found(span(tokens[index - 1], modal), values={"modal": modal.text})


def _modal(clause: Tokens) -> Token | None:
    """`may`, `can` or `must` as the first verb of the clause, if its subject is a plain noun phrase and it is not negated."""
    for index, token in enumerate(clause[:-1]):
        if token.lower_ in {"may", "can", "must"} and index:
            return token if clause[index + 1].tag_ == "VB" else None
        if token.lower_ in OPENERS | {"no", "any", "only", "nothing", "none"} or token.tag_ in FINITE | {"VB"}:
            return None
    return None


def concessive_if(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`If Smith reaffirmed his trust, Jones judged ...`: « si » that grants a fact is `while` in English."""
    for tokens in sentences:
        comma = _granted(tokens)
        if comma and (_plain_past(tokens[comma + 1 :], sheet("reporting-verbs") | _OPINIONS) or _regrets(tokens[comma + 1 :])):
            yield Found(span(tokens[0], tokens[comma - 1]), (f"While {span(tokens[1], tokens[comma - 1]).of(analysis.text)}",))


def _granted(tokens: Tokens) -> int | None:
    """Index of the comma after `If NAME reaffirmed ...`; None where the rest of the sentence makes it a condition."""
    if len(tokens) < 8 or tokens[0].lower_ != "if" or any(token.lower_ in _CONDITIONAL for token in _outside_quotes(tokens)):
        return None
    comma = next((index for index, token in enumerate(tokens) if token.text == ","), 0)
    return comma if comma > 3 and _plain_past(tokens[1:comma], _GRANTED) else None


_NO_FACT = frozenset("it that this you we i nobody anyone anybody someone somebody one".split())
_CHANCE = _CONDITIONAL | frozenset("shall won ca cannot must likely be wo unless".split())


def if_with_facts(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`If the police spoke of ten, the unions counted fifty`: two facts in the past, which no condition joins (French, Italian)."""
    for tokens in sentences:
        if len(tokens) < 10 or tokens[0].text != "If" or any(token.lower_ in _CHANCE for token in _outside_quotes(tokens)):
            continue
        commas = [index for index, token in enumerate(tokens) if token.text == "," and index > 3]
        verb = next((index for index, token in enumerate(tokens) if token.tag_ in FINITE), 0)
        main = next((index for index in commas if index > verb), 0)
        if not verb or not main or tokens[1].lower_ in _NO_FACT or tokens[main + 1].lower_ in {"it", "that", "this", "why", "what", "who"}:
            continue
        if _happened(tokens, verb) and any(_happened(tokens, at) for at in _first_verb(tokens, main)):
            yield Found(span(tokens[0], tokens[0]), ("While", "Although"))


def _first_verb(tokens: Tokens, comma: int) -> Iterator[int]:
    """The first verb behind the comma, if no word that opens a clause stands before it."""
    for index, token in enumerate(tokens[comma + 1 :], comma + 1):
        if token.lower_ in OPENERS - {"as", "after", "before", "since"} or token.text in '“"?':
            return
        if token.tag_ in FINITE:
            yield index
            return


def _happened(tokens: Tokens, verb: int) -> bool:
    """A simple past, or a perfect; not a past of `be` before `to`."""
    token, rest = tokens[verb], tokens[verb + 1].tag_ if verb + 1 < len(tokens) else ""
    return token.tag_ == "VBD" or (token.lower_ in {"has", "have"} and rest in {"VBN", "RB"})


def _regrets(clause: Tokens) -> bool:
    """`he regretted ...`: a pronoun takes up the subject that has just conceded something."""
    return len(clause) > 3 and clause[0].lower_ in {"he", "she", "they"} and clause[1].lower_ in conjugated(_BUT, "ed")


def _plain_past(clause: Tokens, verbs: Iterable[str]) -> bool:
    """Does the clause begin with a name and the simple past of one of the verbs, and go on after it?"""
    if not clause or not (clause[0].tag_ == "NNP" or clause[0].lower_ == "the"):
        return False
    verb = next((index for index, token in enumerate(clause[:9]) if token.tag_ in FINITE), 0)
    return 0 < verb < len(clause) - 1 and clause[verb].lower_ in conjugated(verbs, "ed") and clause[verb + 1].text not in ",.;"


def _outside_quotes(tokens: Tokens) -> Iterator[Token]:
    inside = False
    for token in tokens:
        inside = token.text in "“«" or (inside and token.text not in "”»")
        if not inside:
            yield token


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {
    "no-question-that": no_question_that,
    "demand-that-may": demand_that_may,
    "concessive-if": concessive_if,
    "if-with-facts": if_with_facts,
}
