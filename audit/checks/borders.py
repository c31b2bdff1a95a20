"""This file finds the faults where a quotation meets its reporting clause: swallowed by the marks, run into them, or left without marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

import regex

from audit.model import Analysis, Match, Paragraph, Quotation, Related, Rule, Span
from audit.speech import FINITE, expression, opens_sentence, tokens_from, verb_follows

Fault = Literal["swallowed-reporting", "missing-comma", "lost-marks", "colon-without-marks"]
_QUOTED_WORDS = 4
"""A quotation of fewer words is taken for a fragment inside somebody else's sentence."""
_SPOKEN_WORDS = 4
_ANY_MARK = regex.compile(r"[“”„«»\"‘]|''|``|(?<!\w)['’](?=\w)")
_SPOKEN = regex.compile(
    r"(?<!\w)(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)(?![\w.&-])|\A(?:What|Why|How|Who|Where)[ ](?:is|are|was|do|does|did|can|should|will)\b"
)
"""What only direct speech has in a report: the first person, or a question put to somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: which fault at the border of a quotation the card is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: Fault


class Borders:
    """Looks at the reporting clauses beside, inside and instead of quotation marks."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for rule in self._rules:
            for span, better, related in FAULTS[rule.settings.fault](analysis):
                yield Match(rule.name, span, {"found": span.of(analysis.text).strip()}, better, related)


Found = tuple[Span, tuple[str, ...], tuple[Related, ...]]
_INVERTED = r",\s(?P<verb>%(verb)s)\s(?P<who>%(office)s|%(name)s)(?P<end>[.,])(?=\s*(?:[“”\"»]|\p{Lu}))"
_ALSO_SAID = "breathes|breathed|sobs|sighs|sighed|smiles|laughs|celebrates|celebrated|defends|defended|worries"
"""Verbs that report speech only in the source's language; few of them, for they mean something else beside a quotation."""
_ANYONE = (
    r",\s(?P<verb>(?:%(verb)s|" + _ALSO_SAID + r")(?<!told|asked))\s"
    r"(?P<who>(?:the|one[ ]of[ ]the|his|her|an?)[ ][^.,;:!?“”\"«»]{3,70}|%(name)s)(?P<end>[.,])(?=\s)"
)
_PRONOUN = r",\s(?P<who>he|she)\s(?P<verb>added|continued|explained|stressed|insisted|concluded|emphasi[sz]ed)(?P<end>[.])(?=\s\p{Lu})"
_AT_END = r",\s(?P<verb>%(verb)s)\s(?P<who>%(office)s|%(name)s)(?P<end>[.]?)(?=[”\"»])"


def _swallowed_reporting(analysis: Analysis) -> Iterator[Found]:
    """`“..., warned Jane Doe. If ...”`: the speaker's own reporting clause stands inside the quotation marks."""
    for quote in analysis.quotations:
        if quote.opening == '"' and analysis.text.count('"', *_bounds(analysis, quote)) % 2:
            continue
        end = quote.inside.end + len(quote.closing)
        clauses = (_ANYONE, _INVERTED, _AT_END, _PRONOUN)
        hits = {hit.start(): hit for clause in clauses for hit in expression(clause).finditer(analysis.text, quote.inside.start, end)}
        for hit in hits.values():
            if _own_words(analysis.text[quote.inside.start : hit.start()]) and not _has_verb(analysis, hit):
                last = hit.end() >= quote.inside.end
                stop = hit.end() + (len(quote.closing) if last else analysis.text[hit.end()] == " ")
                opened = Related(Span(quote.span.start, quote.span.start + 1), "the quotation opens here")
                yield Span(hit.start(), stop), (_outside(hit[0], quote, last),), (opened,)


def _has_verb(analysis: Analysis, clause: regex.Match[str]) -> bool:
    """Does the supposed speaker hold a finite verb, so that it is no speaker but a clause?"""
    return any(token.tag_ in FINITE for token in tokens_from(analysis, clause.start("who")) if token.idx < clause.end("who"))


def _outside(clause: str, quote: Quotation, last: bool) -> str:
    """The clause with the marks that close the quotation before it and, unless it is the last, open it again behind it."""
    opening, closing = ('"', '"') if quote.opening == '"' else ("“", "”")
    return f",{closing}{clause[1:]}" + ("" if last else f" {opening}")


def _own_words(before: str) -> bool:
    """Is what stands before the reporting clause the speech itself, not a quotation within it or `As the poet wrote`?"""
    return len(before.split()) >= 3 and before[-1] not in "'’‘" and not regex.search(r"(?:\A|[.!?]\s)(?:As|Like)\b[^.!?]*\Z", before)


def _bounds(analysis: Analysis, quote: Quotation) -> tuple[int, int]:
    paragraph = analysis.paragraphs[quote.paragraph].span
    return paragraph.start, paragraph.end


_NO_COMMA = r"(?<=[\p{L}\d])(?P<mark>[”\"»])\s(?P<clause>(?:%(verb)s)(?=[\s,])|(?:he|she|they|%(who)s)\s(?:%(verb)s)(?=[\s.,]))"


def _missing_comma(analysis: Analysis) -> Iterator[Found]:
    """`... is real” said the minister`: a quoted sentence runs into its reporting clause without a comma."""
    for quote in analysis.quotations:
        hit = expression(_NO_COMMA).match(analysis.text, quote.span.end - 1) if quote.closing else None
        if hit is None or not _is_sentence(quote.inside.of(analysis.text)) or not opens_sentence(analysis, quote):
            continue
        if analysis.text[hit.end()] not in ",." and verb_follows(analysis, hit.end()):  # `“...” he said would follow`
            continue
        start = max(quote.inside.start, analysis.text.rfind(" ", 0, quote.span.end) + 1)
        last = analysis.text[start : quote.inside.end]
        yield Span(start, hit.end()), (f"{last},{hit['mark']} {hit['clause']}",), ()


def _is_sentence(quoted: str) -> bool:
    """Long enough for one, and not written like a title."""
    words = quoted.split()
    return len(words) >= _QUOTED_WORDS and sum(word[0].islower() for word in words) * 2 >= len(words)


_UNMARKED = (
    r"(?<=[\p{L}\d?!]),[ ](?P<clause>(?P<verb>%(verb)s|defended|defends)[ ](?P<who>%(office)s|%(full_name)s"
    r"|(?:\p{Ll}+[ ])?%(title)s[ ]%(full_name)s"
    r"|(?:the|one[ ]of[ ]the)[ ](?:\p{Ll}[\p{L}’'-]+[ ]){0,6}\p{Ll}[\p{L}’'-]+)"
    r"|(?P<who>%(office)s|%(full_name)s)[ ](?P<verb>%(verb)s))(?=[.,]|$|[ ](?:in|at|on|during|after)[ ])"
)


def _lost_marks(analysis: Analysis) -> Iterator[Found]:
    """`We will rebuild it, said the mayor.`: direct speech, as first person and inversion show, without a single quotation mark."""
    for index, paragraph in enumerate(analysis.paragraphs):
        text = paragraph.span.of(analysis.text)
        if paragraph.heading or _ANY_MARK.search(text) or _open_before(analysis, index):
            continue
        for hit in expression(_UNMARKED).finditer(analysis.text, paragraph.span.start, paragraph.span.end):
            start = _sentence_start(analysis.text, paragraph, hit.start())
            speech = analysis.text[start : hit.start()]
            if _SPOKEN.search(speech) and len(speech.split()) >= _SPOKEN_WORDS and not regex.match(r"(?:As|Like)\b", speech):
                yield Span(start, hit.end("clause")), (f"“{speech},” {hit['clause']}",), ()


def _open_before(analysis: Analysis, index: int) -> bool:
    """Does a quotation of the paragraph before go on into this one?"""
    return any(quote.paragraph == index - 1 and not quote.closing for quote in analysis.quotations)


def _sentence_start(text: str, paragraph: Paragraph, offset: int) -> int:
    """By marks, not by the parser, which cuts long speech where it likes."""
    ends = [hit.end() for hit in regex.finditer(r"(?<=\p{L}{2}|\d)[.!?…]\s+", text, pos=paragraph.span.start, endpos=offset)]
    return ends[-1] if ends else paragraph.span.start


_COLON = (
    r"(?<!\b(?:note|sign|letter|message|text|headline|verdict|slogan|poster|inscription|motto|rule|it|label|banner|screen|caption)[ ])"
    r"\b(?P<verb>added|said|stated|continued|stressed|noted|explained|replied|emphasized|emphasised|concluded|declared|pointed out"
    r"|clarified|underlined|reiterated|confirmed|announced|affirmed|indicated|revealed|specified|assured|warned|reminded|recalled|saying|adding|asserted|insisted|admitted|observed|claimed"
    r"|(?:said|added|stated|noted|stressed)[ ]that):[ ]"
    r"(?P<next>\p{Lu}\p{Ll}+|(?:he|she|it|we|they|the|this|these|our|in[ ]this|there)(?=[ ]\p{Ll}))"
)


def _colon_without_marks(analysis: Analysis) -> Iterator[Found]:
    """`He added: Increasing prices ...`: a colon announces speech, a capital begins it, and no mark stands round it."""
    for hit in expression(_COLON).finditer(analysis.text):
        paragraph = analysis.paragraph_at(hit.start())
        sentence = analysis.sentence_at(hit.end("next") - 1)
        if paragraph is None or sentence is None or paragraph.heading or _ANY_MARK.search(paragraph.span.of(analysis.text)):
            continue
        opening = analysis.text[paragraph.span.start : hit.start()].rpartition(". ")[2]
        if analysis.text[sentence.span.start : sentence.span.end].endswith("?") or opening.startswith(("What ", "This is what ")):
            continue  # a title, a question put or a text announced, not a statement reported
        if not analysis.quoted(Span(*hit.span())) and len(analysis.text[hit.start("next") : sentence.span.end].split()) >= _QUOTED_WORDS:
            yield Span(*hit.span()), (), ()


FAULTS: dict[Fault, Callable[[Analysis], Iterator[Found]]] = {
    "swallowed-reporting": _swallowed_reporting,
    "missing-comma": _missing_comma,
    "lost-marks": _lost_marks,
    "colon-without-marks": _colon_without_marks,
}
