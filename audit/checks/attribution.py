"""This file finds reporting clauses that kept the word order of their source or came out twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal

import regex

from audit.inflect import forms
from audit.knowledge import words
from audit.model import Analysis, Match, Rule, Span

Fault = Literal["date-inside", "and-inverted", "doubled", "framed-twice", "no-object", "inverted-no-object"]
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: which fault of the reporting clause the card is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: Fault


class Attribution:
    """Looks at reporting verbs beside quotations and at the end of sentences."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for rule in self._rules:
            for span, better, values in FAULTS[rule.settings.fault](analysis):
                yield Match(rule.name, span, values, better)


Found = tuple[Span, tuple[str, ...], dict[str, str]]


def _choices(spellings: Iterable[str]) -> str:
    return "|".join(sorted(spellings, key=lambda spelling: (-len(spelling), spelling)))


@cache
def _past() -> str:
    return _choices(spelling for verb in words("words/reporting-verbs") for form in ("s", "ed") for spelling in forms(verb)[form])


@cache
def _who() -> str:
    """A subject: an office with or without article and place, with or without a name, or a name."""
    name = r"\p{Lu}[\p{L}'’-]+(?:[ ](?:de|von|van|der|den|la|le|al|bin|da|dos|du)|[ ]\p{Lu}(?:[\p{L}'’-]+|\.))*"
    adjectives = r"(?:[\p{L}][\p{L}'’-]*[ ]){0,4}"
    return rf"(?:(?:the|its|his|her|their|a)[ ]{adjectives}(?:{_choices(words('words/titles'))})(?:[ ](?:of|for)(?:[ ]the)?[ ]\p{{Lu}}[\p{{L}}'’-]+)?(?:,?[ ]{name})?|(?:the[ ])?(?:\p{{L}}+[ ])?{name})"


@cache
def _when() -> str:
    day, month = _choices(words("words/days")), _choices(words("words/months"))
    return rf"(?:(?:on[ ]|this[ ]|last[ ])?(?:{day})(?:[ ](?:morning|afternoon|evening|night))?(?:,?[ ](?:{month})[ ]\d{{1,2}}|,?[ ]\d{{1,2}}[ ](?:{month}))?|yesterday|today|last[ ]night|this[ ]morning)"


@cache
def _date_inside_expression() -> regex.Pattern[str]:
    return regex.compile(rf"(?<=[”\"»’],?[ ])(?P<verb>{_past()})(?P<comma>,?)[ ](?P<when>{_when()})(?:,[ ]|[ ])(?P<who>{_who()})")


def _date_inside(analysis: Analysis) -> Iterator[Found]:
    """`” insisted Friday the president`: the date stands between the reporting verb and its subject (French, Spanish, Italian)."""
    for hit in _date_inside_expression().finditer(analysis.text):
        if _verb_follows(analysis, hit.end()):
            continue
        when = hit["when"] if hit["when"][0].islower() else f"on {hit['when']}"
        who = hit["who"]
        yield Span(*hit.span()), (f"{who} {hit['verb']} {when}",), {"verb": hit["verb"], "when": hit["when"]}


def _verb_follows(analysis: Analysis, offset: int) -> bool:
    """Does a finite verb of the same clause follow? Then the words before it are its subject, not the speaker."""
    for token in _tokens_from(analysis, offset):
        if token.text in (",", ";", ".", ":", "“", '"', "who", "which", "that", "as", "when", "after", "before", "while", "and"):
            return False
        if token.tag_ in _FINITE:
            return True
    return False


def _tokens_from(analysis: Analysis, offset: int) -> Iterator[object]:
    sentence = analysis.sentence_at(offset - 1)
    if sentence is not None:
        for token in analysis.tokens[sentence.first : sentence.last]:
            if token.idx >= offset:
                yield token


@cache
def _and_inverted_expression() -> regex.Pattern[str]:
    return regex.compile(rf"(?<=[,.!?][”\"»][ ])and[ ](?P<verb>{_past()})[ ](?P<who>{_who()})(?=[.])")


def _and_inverted(analysis: Analysis) -> Iterator[Found]:
    """`“...,” and demanded the minister.`: the quotation opens the sentence, so `and` joins the verb to nothing."""
    for hit in _and_inverted_expression().finditer(analysis.text):
        quote = next((quote for quote in analysis.quotations if quote.span.start < hit.start() <= quote.span.end + 1), None)
        if quote is None:
            continue
        sentence = analysis.sentence_at(quote.span.start)
        if sentence is not None and analysis.text[sentence.span.start : quote.span.start].strip():
            continue
        yield Span(*hit.span()), (f"{hit['verb']} {hit['who']}", f"{hit['who']} {hit['verb']}"), {"verb": hit["verb"]}


@cache
def _doubled_expression() -> regex.Pattern[str]:
    pronoun = r"(?:he|she|they|it|I|we)"
    return regex.compile(rf"(?<=[”\"»’],?[ ])(?P<first>{_past()})[ ](?P<rest>(?:{pronoun}|{_who()})[ ](?:{_past()}))(?=[ ]*[.,;:–—]|\s*$)", regex.MULTILINE)


def _doubled(analysis: Analysis) -> Iterator[Found]:
    """`” said he said.`: the verb before and after its subject."""
    for hit in _doubled_expression().finditer(analysis.text):
        yield Span(*hit.span()), (hit["rest"],), {}


@cache
def _framed_expression() -> regex.Pattern[str]:
    says = _choices({"said", "says", "stated", "noted", "added", "stressed", "explained", "emphasized", "emphasised", "told", "continued"})
    return regex.compile(
        rf"(?<before>\b(?:{says})(?:[ ](?:that|the[ ]following))?[:,]?[ ](?:that[ ])?)(?P<open>[“\"«])(?P<said>[^“”\"«»\n]{{40,}}?)[,.]?[”\"»],?[ ](?P<span>(?:he|she|they)[ ](?:said|says|stated|noted|added|stressed|explained))(?=[.])"
    )


def _framed_twice(analysis: Analysis) -> Iterator[Found]:
    """`X said, “...,” he said.`: one quotation with a reporting clause on both sides (Turkish, Chinese, Korean, Japanese)."""
    for hit in _framed_expression().finditer(analysis.text):
        yield Span(*hit.span("span")), (), {}


def _no_object(analysis: Analysis) -> Iterator[Found]:
    """`The minister reminded that ...`, `Reminding that`: these verbs want the person who is told."""
    for token in analysis.tokens:
        if token.lower_ not in _NO_OBJECT or token.i + 1 >= len(analysis.tokens) or analysis.tokens[token.i + 1].lower_ != "that":
            continue
        if any(child.dep_ in ("auxpass", "dobj", "dative") or child.lemma_ in ("be", "get") for child in token.children) or _passive(analysis, token.i):
            continue
        better = _NO_OBJECT[token.lower_]
        yield Span(token.idx, token.idx + len(token) + 5), (f"{better.title() if token.text[0].isupper() else better} that",), {"verb": token.text}


_NO_OBJECT = {
    **{f: b for f, b in zip(("remind", "reminds", "reminding", "reminded"), ("note", "notes", "noting", "noted"), strict=True)},
    **{f: b for f, b in zip(("assure", "assures", "assuring", "assured"), ("insist", "insists", "insisting", "insisted"), strict=True)},
}


def _passive(analysis: Analysis, index: int) -> bool:
    """A participle after a form of be, get, rest, or at the start of a clause: `be reminded that`, `rest assured that`."""
    token = analysis.tokens[index]
    before = [analysis.tokens[i].lower_ for i in range(max(0, index - 3), index)]
    if set(before) & {"be", "been", "being", "is", "was", "were", "are", "am", "'s", "’s", "'re", "’re", "get", "got", "rest", "resting", "feel", "felt", "when", "once", "if", "stay", "remain"}:
        return True
    return token.lower_ in ("reminded", "assured") and (not before or before[-1] in {",", "“", '"', "and", "(", "–", "—"} or not _has_subject(token))


def _has_subject(token: object) -> bool:
    return any(child.dep_ in ("nsubj", "csubj") for child in token.children) or getattr(token, "dep_", "") in ("conj", "xcomp")


@cache
def _inverted_no_object_expression() -> regex.Pattern[str]:
    verbs = _choices({"reminds", "reminded", "informs", "informed", "assures", "assured", "tells", "convinces"})
    return regex.compile(rf"(?<=[\p{{L}}\d][”\"»]?,[”\"»]?[ ])(?P<verb>{verbs})[ ](?P<who>{_who()})(?=[.]\s|[.]?\s*$)", regex.MULTILINE)


def _inverted_no_object(analysis: Analysis) -> Iterator[Found]:
    """`..., reminds the journalist.`: the speaker stands where the hearer should be."""
    for hit in _inverted_no_object_expression().finditer(analysis.text):
        verb = {"remind": "note", "inform": "report", "assure": "insist", "tell": "say", "convince": "say"}[regex.sub(r"(s|ed)\Z", "", hit["verb"]).replace("convince", "convince")]
        yield Span(*hit.span()), (f"{hit['who']} {forms(verb)['s' if hit['verb'].endswith('s') else 'ed'][0]}",), {"verb": hit["verb"]}


FAULTS: dict[Fault, Callable[[Analysis], Iterator[Found]]] = {
    "date-inside": _date_inside,
    "and-inverted": _and_inverted,
    "doubled": _doubled,
    "framed-twice": _framed_twice,
    "no-object": _no_object,
    "inverted-no-object": _inverted_no_object,
}
