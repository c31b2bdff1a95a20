"""This file finds clauses that kept the word order of their source: time before the object, a name added behind, the verb first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Literal

import regex

from audit.knowledge import words
from audit.model import Analysis, Match, Rule, Sentence, Span
from audit.speech import FINITE, choices, expression, reporting, tokens_from, verb_follows

if TYPE_CHECKING:
    from spacy.tokens import Token

Fault = Literal["time-before-object", "time-before-verb", "name-behind", "verb-first", "also-first", "as-inverted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: which fault of word order the card is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: Fault


class Order:
    """Finds the shape by its words, then asks the tags whether it can be right."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for rule in self._rules:
            for span, better, values in FAULTS[rule.settings.fault](analysis):
                yield Match(rule.name, span, values, better)


Found = tuple[Span, tuple[str, ...], dict[str, str]]

_NO_OBJECT_VERBS = frozenset(
    "arrived returned died left came went started began ended was were is are be been became become remained happened happens met "
    "stayed sat stood lived appeared seemed looked fell rose grew ran flew drove walked travelled traveled spoke worked played".split()
)
_THEN = (
    r"(?:yesterday(?:[ ](?:morning|afternoon|evening))?|last[ ](?:night|week|month|year)|today|"
    r"this[ ](?:morning|afternoon|week)|"
    r"(?:this|on)[ ](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:[ ](?:morning|afternoon|evening|night))?)"
)
_THE = r"(?:the|an?|his|her|its|their|two|three|several)"
_LIGHT = rf"{_THE}[ ](?:[\p{{L}}’'-]+[ ]){{0,2}}[\p{{L}}’'-]+(?=[.;,]|[ ](?:against\b|to[ ]\d))"
_TIME_BEFORE_OBJECT = rf"\b(?P<verb>\p{{Ll}}+)[ ](?P<when>{_THEN})[ ](?P<object>{_LIGHT})"


def _time_before_object(analysis: Analysis) -> Iterator[Found]:
    """`won last night the elections`: a light object stands next to its verb in English. Heavy ones may wait, and are left alone."""
    for hit in expression(_TIME_BEFORE_OBJECT).finditer(analysis.text):
        verb = next(tokens_from(analysis, hit.start()), None)
        if verb is None or verb.text != hit["verb"] or hit["verb"] in _NO_OBJECT_VERBS | reporting():
            continue
        own = any(child.lower_ in ("has", "have", "had") or (child.dep_ == "dobj" and child.i > verb.i) for child in verb.children)
        active = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and own)
        taken = any(child.dep_ in ("dobj", "auxpass") and child.i < verb.i for child in verb.children)
        if active and not taken and not verb_follows(analysis, hit.end()):
            yield Span(*hit.span()), (f"{hit['verb']} {hit['object']} {hit['when']}",), {"when": hit["when"], "object": hit["object"]}


_OFTEN = (
    r"every[ ](?:morning|day|evening|night|week|month|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|"
    r"(?:once|twice|three[ ]times|several[ ]times)[ ]a[ ](?:day|week|month|year)|in[ ]the[ ](?:morning|evening|afternoon)"
)
_EVERY = (
    rf"(?P<who>%(full_name)s|%(office)s|(?:^|(?<=[.!?][ ]))The[ ]\p{{Ll}}+(?:[ ]\p{{Ll}}+)?)[ ](?P<when>{_OFTEN})[ ]"
    r"(?P<verb>\p{Ll}+(?:s|ed))\b"
)


def _time_before_verb(analysis: Analysis) -> Iterator[Found]:
    """`Ana Velk every morning starts with a walk`: German, Slavic and Turkish order."""
    for hit in expression(_EVERY).finditer(analysis.text):
        verb = next(tokens_from(analysis, hit.start("verb")), None)
        if verb is not None and verb.tag_ in ("VBZ", "VBD") and not verb_follows(analysis, hit.end()):
            yield Span(*hit.span()), (f"{hit['who']} {hit['verb']} {hit['when']}",), {"when": hit["when"]}


_BEHIND = r"(?:^|(?<=[.!?…][”\"]?[ ]))(?:He|She)[ ][^.,;:!?“”\"]{5,90},[ ](?P<name>\p{Lu}\p{Ll}[\p{L}’'-]+),[ ](?=\p{Ll})"


def _name_behind(analysis: Analysis) -> Iterator[Found]:
    """`He was returning home, Velk, for a rest`: the subject comes again behind the clause (Italian, Spanish, Greek)."""
    for hit in expression(_BEHIND).finditer(analysis.text):
        name = regex.escape(hit["name"])
        surname = regex.search(rf"\b\p{{Lu}}\p{{Ll}}+[ ]{name}\b", analysis.text)
        place = regex.search(rf"\b(?:in|to|from|at|near|of|outside)[ ](?:\p{{Lu}}[\p{{L}}-]+[ ])?{name}\b", analysis.text)
        if surname and not place and not analysis.quoted(Span(*hit.span("name"))):
            yield Span(hit.start("name") - 2, hit.end("name") + 1), (), {"name": hit["name"]}


_REPORTED = (
    "Added|Noted|Stressed|Explained|Stated|Emphasized|Emphasised|Confirmed|Announced|Revealed|Indicated|Declared|Underlined|Recalled"
)
_ACTED = f"{_REPORTED}|Accused|Praised|Condemned|Rejected|Denied|Demanded|Criticized|Criticised"


@cache
def _verb_first_expression() -> regex.Pattern[str]:
    speaker = choices((*words("words/titles"), *words("words/speaking-bodies")))
    that = rf"(?:{_REPORTED})[ ]that\b(?![ ](?:same|day|night|week|month|year|evening|morning)\b)"
    accused = rf"(?:{_ACTED}|{_ACTED.lower()})[ ]the[ ](?:[\p{{L}}-]+[ ]){{0,2}}(?:{speaker}|cleric)\b"
    joined = r"And[ ](?:demanded|stressed|pointed[ ]out|emphasized|emphasised|stated|declared)[ ]that\b"
    return regex.compile(rf"(?:{that}|{accused}|{joined})")


def _verb_first(analysis: Analysis) -> Iterator[Found]:
    """`Added that ...`, `accused the cleric Velk, politicians ...`: the sentence opens with its verb (Arabic, Spanish)."""
    for sentence in analysis.sentences:
        hit = _verb_first_expression().match(analysis.text, sentence.span.start, sentence.span.end)
        if hit is None or sentence.heading or analysis.quoted(Span(*hit.span())) or not _begins(analysis, sentence):
            continue
        if not _main_clause_after_comma(analysis, sentence, hit.end()):
            yield Span(*hit.span()), (), {}


def _begins(analysis: Analysis, sentence: Sentence) -> bool:
    """Is this really where a sentence begins? The parser also cuts behind quotations and within lists."""
    before = analysis.text[: sentence.span.start].rstrip()
    return (
        not before
        or before[-1] in ".!?…"
        or (before[-1] not in ',;:”"»-–—' and analysis.text[len(before) : sentence.span.start].count("\n") > 0)
    )


def _main_clause_after_comma(analysis: Analysis, sentence: Sentence, offset: int) -> bool:
    """`Accused the previous day, the senator resigned`: then the opening verb is a participle."""
    tokens = [token for token in analysis.tokens[sentence.first : sentence.last] if token.idx >= offset]
    comma = next((index for index, token in enumerate(tokens) if token.text == ","), None)
    return comma is not None and any(token.tag_ in FINITE for token in tokens[comma + 1 :])


_PARTICLES = ("Also", "Especially", "Precisely", "Particularly")


def _opens_subject(token: Token) -> bool:
    return token.tag_ in ("DT", "PRP$", "NNP")


def _also_first(analysis: Analysis) -> Iterator[Found]:
    """`Also the mayor is ill.`, `Especially the new law burdens ...`: the particle belongs behind the subject (German, Dutch, Finnish)."""
    for sentence in analysis.sentences:
        tokens = analysis.tokens[sentence.first : sentence.last]
        if sentence.heading or len(tokens) < 5 or tokens[0].text not in _PARTICLES or not _opens_subject(tokens[1]):
            continue
        subject = next((token for token in tokens if token.dep_ in ("nsubj", "nsubjpass") and token.left_edge.i <= tokens[1].i), None)
        if (
            subject is not None
            and subject.head.tag_ in FINITE | {"VBN", "VBG", "VB"}
            and not analysis.quoted(Span(tokens[0].idx, tokens[1].idx))
        ):
            yield Span(tokens[0].idx, tokens[0].idx + len(tokens[0])), (), {"particle": tokens[0].text, "subject": subject.text}


_AS = (
    r"(?:^|(?<=[.!?]”?[ ]))(?:As|Like|How)[ ](?:earlier[ ])?"
    r"(?P<verb>%(verb)s|transmits|transmitted|tells|conveys|passes|underlines|notes)[ ]"
    r"(?!by\b|(?:the[ ])?(?:previous|following|next|same|day|week|month|year|evening|night|morning|%(when)s)\b)"
    r"(?P<who>%(office)s|%(body)s|(?:the[ ])?%(name)s|(?:the|his|her|its|our|an?)[ ](?:[\p{L}’'-]+[ ]){0,4}?[\p{L}’'-]+)"
    r"(?=,|[ ](?:of|in|from|at|for)[ ](?:[\p{L}-]+[ ]){0,4}[\p{L}-]+,)"
)


def _as_inverted(analysis: Analysis) -> Iterator[Found]:
    """`As writes the newspaper, ...`: after `as` the subject comes first."""
    for hit in expression(_AS).finditer(analysis.text):
        if not verb_follows(analysis, hit.end("who")) or analysis.text[hit.end()] == ",":
            yield Span(*hit.span()), (f"As {hit['who']} {hit['verb']}",), {"verb": hit["verb"]}


FAULTS: dict[Fault, Callable[[Analysis], Iterator[Found]]] = {
    "time-before-object": _time_before_object,
    "time-before-verb": _time_before_verb,
    "name-behind": _name_behind,
    "verb-first": _verb_first,
    "also-first": _also_first,
    "as-inverted": _as_inverted,
}
