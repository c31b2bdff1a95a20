"""This file finds clauses that lost their verb, or whose verb does not go with what stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Literal

from audit.inflect import forms
from audit.knowledge import words
from audit.model import Analysis, Match, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from audit.model import Rule

Fault = Literal["no-main-verb", "that-without-verb", "finished-time", "no-question-that"]
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_END = frozenset(".,;:!?—–”\"»)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: which fault of the clause the card is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: Fault


class Clause:
    """Reads tags first and the tree second: stray labels are common in bad text, so no fault rests on one of them."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for sentence in analysis.sentences:
            if not sentence.heading:
                tokens = list(analysis.tokens[sentence.first : sentence.last])
                for rule in self._rules:
                    for span, better, values in FAULTS[rule.settings.fault](analysis, sentence, tokens):
                        yield Match(rule.name, span, values, better)


Found = tuple[Span, tuple[str, ...], dict[str, str]]


def _span(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))


def _finite(token: Token) -> bool:
    """Could this be a finite verb? A form in -ed counts, whatever its tag; so do short forms ('s, 'll)."""
    return token.tag_ in _FINITE or (token.tag_ in ("VBN", "VB") and token.lower_.endswith(("ed", "id", "t", "d"))) or token.lower_ in ("'s", "’s", "'re", "’re")


def _no_main_verb(analysis: Analysis, sentence: Sentence, tokens: list[Token]) -> Iterator[Found]:
    """`The union, which has called ..., demanding talks.`: subject, relative clause, participle, and no verb for the subject."""
    if len(tokens) < 10 or tokens[-1].text not in ".”\"" or not tokens[0].text[0].isalnum():
        return
    comma = next((index for index, token in enumerate(tokens) if token.text == ","), None)
    if comma is None or not 1 <= comma <= 8 or any(map(_verbal, tokens[:comma])) or tokens[0].tag_ in ("IN", "RB", "WRB", "VBG", "VBN", "CC", "TO"):
        return
    if comma + 1 >= len(tokens) or tokens[comma + 1].lower_ not in ("which", "who", "whose"):
        return
    for index in range(comma + 3, len(tokens) - 1):
        if tokens[index].text == "," and tokens[index + 1].tag_ == "VBG" and not any(map(_finite, _outside(tokens[index + 1 :]))):
            if any(map(_finite, tokens[comma + 1 : index])):
                yield _span(tokens[0], tokens[index + 1]), (), {"participle": tokens[index + 1].text}
            return
        if tokens[index].text == "," and any(map(_finite, _outside(tokens[index + 1 :]))):
            return


def _verbal(token: Token) -> bool:
    return token.tag_ in _FINITE or token.tag_ in ("VB", "VBG", "VBN")


def _outside(tokens: list[Token]) -> list[Token]:
    """The tokens up to the first word that opens another clause with a verb of its own."""
    for index, token in enumerate(tokens):
        if token.lower_ in ("that", "which", "who", "whose", "if", "because", "while", "when", "where", "whether", "what", "as", "after", "before", "until", "since"):
            return tokens[:index]
    return tokens


@cache
def _that_verbs() -> frozenset[str]:
    verbs = [verb for verb in words("words/reporting-verbs") if verb not in ("tell", "promise", "ask", "demand", "urge", "request", "insist", "suggest", "advise", "vow")]
    return frozenset(spelling for verb in verbs for form in ("s", "ing", "ed") for spelling in forms(verb)[form])


def _that_without_verb(analysis: Analysis, sentence: Sentence, tokens: list[Token]) -> Iterator[Found]:
    """`recalling that the alliance rapid force of 5,000 men.`: a that-clause that has no verb at all."""
    for index, token in enumerate(tokens[1:-3], 1):
        if token.lower_ != "that" or tokens[index - 1].lower_ not in _that_verbs():
            continue
        rest = tokens[index + 1 :]
        if rest and rest[-1].text in ("”", '"'):
            rest = rest[:-1]
        body = rest[:-1] if rest and rest[-1].text == "." else None
        if body is None or len(body) < 4 or not _opens_noun_phrase(body):
            continue
        if any(t.tag_ in _FINITE or t.tag_ == "VB" or (t.tag_.startswith("VB") and t.lower_.endswith("ed")) or t.text in _QUOTES or t.lower_ in _SHORT for t in body):
            continue
        if any(t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBN", "VBG") for t in body) or _may_be_verb(body):
            continue
        yield _span(tokens[index - 1], body[-1]), (), {"verb": tokens[index - 1].text}


_QUOTES = frozenset("“”\"«»‘’")
_SHORT = frozenset({"'s", "’s", "'re", "’re", "'ll", "’ll", "'d", "’d", "yes", "no"})


def _opens_noun_phrase(body: list[Token]) -> bool:
    """Can `that` be a conjunction here, not the demonstrative of `that day`?"""
    return body[0].tag_ in ("DT", "NNP", "NNPS", "NNS", "PRP$", "CD") and body[0].lower_ not in ("this",)


def _may_be_verb(body: list[Token]) -> bool:
    """Is some word of the body a verb that the tagger may have taken for a plural noun (`the plan costs money`)?"""
    for before, token in zip(body, body[1:], strict=False):
        if token.tag_ == "NNS" and before.tag_ in ("NN", "NNP") and token.dep_ not in ("pobj", "conj") and token.head.i <= token.i:
            return True
    return False


_BEFORE_TIME = frozenset("since from over than as until till by of through during between to in".split())
_ADVERBIAL = frozenset({"npadvmod", "advmod", "prep", "dep", "dobj", "pobj", "tmod", "attr", "oprd"})


def _finished_time(analysis: Analysis, sentence: Sentence, tokens: list[Token]) -> Iterator[Found]:
    """`has announced yesterday`: the present perfect with a time that is over (Spanish, French, Italian, German)."""
    for token in tokens:
        if token.lower_ not in ("has", "have", "'ve", "’ve") or token.dep_ != "aux" or token.head.i <= token.i or token.head.tag_ not in ("VBN", "VBD"):
            continue
        verb = token.head
        if verb.i - token.i > 4 or any(t.tag_ == "VB" for t in tokens[token.i - tokens[0].i : verb.i - tokens[0].i]) or _modal(token, tokens):
            continue
        time = _time(verb, tokens)
        if time is not None:
            yield _span(token, time), (), {"time": _span(_time_start(time, tokens), time).of(analysis.text)}


def _modal(auxiliary: Token, tokens: list[Token]) -> bool:
    """`may have left on Monday`, `to have died last year`, `having`: no present perfect."""
    return any(child.tag_ == "MD" or child.lower_ == "to" for child in auxiliary.head.children) or any(
        t.tag_ in ("MD", "TO") for t in tokens[max(0, auxiliary.i - tokens[0].i - 3) : auxiliary.i - tokens[0].i]
    )


@cache
def _days() -> frozenset[str]:
    return frozenset(words("words/days"))


def _time(verb: Token, tokens: list[Token]) -> Token | None:
    """The last token of a finished time that belongs to the verb and to no noun or other verb between."""
    first = tokens[0].i
    for token in tokens[verb.i - first + 1 :]:
        if token.tag_ in _FINITE or (token.tag_ in ("VB", "VBG", "VBN") and token.i > verb.i + 1) or token.text in ";:—–()“”\"":
            return None
        if token.lower_ in ("who", "which", "that", "when", "if", "because", "after", "before", "while", "and", "but"):
            return None
        ended = _ends_time(token, tokens)
        if ended and _belongs(token, verb):
            return token
    return None


def _ends_time(token: Token, tokens: list[Token]) -> bool:
    index = token.i - tokens[0].i
    before = [t.lower_ for t in tokens[max(0, index - 5) : index]]
    if token.lower_ == "yesterday":
        return not before or before[-1] not in _BEFORE_TIME
    if token.lower_ in ("night", "week", "month", "year", "summer", "winter", "spring", "autumn") and before[-1:] == ["last"]:
        return before[-2:-1] == [] or before[-2] not in _BEFORE_TIME | {"the"} and not (before[-2] == "of" and before[-4:-2] != ["the", "end"]) or before[-5:-1] == ["at", "the", "end", "of"]
    if token.text in _days():
        return bool(before) and (before[-1] in ("this", "last") and before[-2:-1] not in ([word] for word in _BEFORE_TIME) or before[-1] == "on")
    return False


def _belongs(time: Token, verb: Token) -> bool:
    """Do the steps up the tree from the time reach the verb without passing another verb or a noun that is not part of the time?"""
    token = time
    for _ in range(5):
        if token.head.i == verb.i:
            return token.dep_ in _ADVERBIAL
        if token.head.i == token.i or token.head.pos_ == "VERB" or (token.head.pos_ in ("NOUN", "PROPN") and token.head.lower_ not in ("end", "beginning", "start", "middle", "month", "week", "year")):
            return False
        token = token.head
    return False


def _time_start(time: Token, tokens: list[Token]) -> Token:
    first = tokens[0].i
    index = time.i - first
    while index > 0 and tokens[index - 1].lower_ in ("last", "this", "on", "of", "end", "the", "at"):
        index -= 1
    return tokens[index]


def _no_question_that(analysis: Analysis, sentence: Sentence, tokens: list[Token]) -> Iterator[Found]:
    """`There is no question that the bloc give in`: « il n'est pas question que » forbids, the English affirms; a bare verb betrays it."""
    lower = [token.lower_ for token in tokens]
    for index in range(len(tokens) - 4):
        if lower[index : index + 3] != ["no", "question", "that"] or not set(lower[max(0, index - 3) : index]) & {"is", "'s", "’s", "was", "be"}:
            continue
        clause = tokens[index + 3 :]
        subject_end = _bare_verb(clause)
        if subject_end is not None:
            start = next((i for i in range(index - 1, max(-1, index - 4), -1) if lower[i] in ("there", "it")), index - 1)
            yield _span(tokens[start], clause[subject_end]), (), {"subject": _span(clause[0], clause[subject_end - 1]).of(analysis.text), "verb": clause[subject_end].text}


def _bare_verb(clause: list[Token]) -> int | None:
    """Index of a base form that follows a singular subject directly; None where a finite verb (or a plural subject) makes sense."""
    for index, token in enumerate(clause):
        if token.tag_ in ("VBZ", "VBD", "MD") or token.text in ",;:.":
            return None
        if index == 0 or token.tag_ not in ("VB", "VBP", "NN", "JJ"):
            continue
        subject = clause[index - 1]
        singular = subject.tag_ in ("NN", "NNP") or subject.lower_ in ("he", "she", "it", "anyone", "anybody", "someone")
        if singular and token.tag_ in ("VB", "VBP"):
            return index
        follows = clause[index + 1] if index + 1 < len(clause) else None
        if singular and subject.tag_ != "NN" and token.tag_ == "NN" and follows is not None and follows.tag_ in ("IN", "TO", "DT", "PRP$", "RP") and not _later_finite(clause[index + 1 :]):
            return index
    return None


def _later_finite(tokens: list[Token]) -> bool:
    return any(token.tag_ in _FINITE for token in _outside(tokens))


FAULTS: dict[Fault, Callable[[Analysis, Sentence, list[Token]], Iterator[Found]]] = {
    "no-main-verb": _no_main_verb,
    "that-without-verb": _that_without_verb,
    "finished-time": _finished_time,
    "no-question-that": _no_question_that,
}
