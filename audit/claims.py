"""This file ranks the sentences of an article that an editor should check first, and says what the sheets of facts know of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from audit.cache import expression
from audit.model import Analysis, Claim, Sentence, Span, Statement
from audit.speech import choices, reporting

if TYPE_CHECKING:
    import regex

_WEIGHTS = {
    "a contradiction with the sheets": 6.0, "an accusation": 1.2, "an official statement": 1.0, "a superlative": 1.0, "a figure": 1.0,
    "a second figure": 0.4, "a comparison": 0.6, "a date": 0.5, "a cause": 0.5, "a fact of the sheets": 0.4, "a name": 0.2,
}  # fmt: skip
"""What makes a sentence worth checking, and how much. Set by hand after what claim spotters (ClaimBuster, CheckThat!) weigh most."""
_LESS = {"question": -2.0, "wish": -0.7, "future": -0.4, "short": -0.8}
"""What makes it less so: a question claims nothing, a wish or a plan cannot be true or false yet."""
_ENOUGH = 1.5
_MOST = 20
_WORDS = 6
"""A sentence of fewer words is rarely a claim."""
_FIGURE = (
    r"(?<![\p{L}\d])[€$£¥]?\d[\d.,]*(?:[ ](?:million|billion|trillion|thousand)|[ ]?%|[ ]per[ ]?cent)?|\b(?:dozens|hundreds"
    r"|thousands|millions|half|two-thirds|three-quarters)\b"
)
_DATE = (
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)[ ]\d|\d{1,2}[ ](?:January|February"
    r"|March|April|May|June"
    r"|July|August|September|October|November|December)\b|\b(?:in|since|by|until|from|of)[ ](?:19|20)\d\d\b"
)
_CUES = {
    "an accusation": r"(?i)\b(?:accus\w+|alleg\w+|fraud\w*|corrupt\w*|brib\w+|embezzl\w+|l(?:ied|ying)\b|violat\w+|breach\w*|invad\w+"
    r"|invasion|attack\w*|kill\w*|murder\w*"
    r"|tortur\w+|stol\w+|abus\w+|rap(?:e|ed|ing)\b|launder\w*|poison\w*|sabotag\w+|espionage|spying|war[ ]crimes?|genocide|massacre\w*"
    r"|guilty|convicted|charged[ ]with)",
    "a superlative": r"(?i)\b(?:largest|biggest|highest|lowest|smallest|longest|shortest|fastest|oldest|youngest|worst|best|richest"
    r"|poorest|greatest|deadliest|strongest"
    r"|record|first[ ](?:time|ever|woman|man|country)|the[ ]first|unprecedented|never|most[ ]\p{L}{4,}|only[ ]\p{L}+[ ](?:in|of|to))\b",
    "a comparison": r"(?i)\b(?:more|less|fewer|higher|lower|larger|better|worse)[ ]than\b|\b(?:doubled|tripled|halved|rose|fell"
    r"|increased|decreased|grew|shrank|dropped)\b|times[ ]as\b",
    "a cause": r"(?i)\b(?:because|caused?|causing|led[ ]to|due[ ]to|thanks[ ]to|result(?:ed|ing)?[ ](?:in|of|from)|as[ ]a[ ]result)\b",
    "a date": _DATE,
}
_OFFICE = (
    r"(?i)\b(?:president|prime[ ]minister|minister|chancellor|secretary|spokes\w+|ministry|government|police|officials?|commission"
    r"|court|prosecutors?|general|governor|mayor|Kremlin|ambassador)\b"
)
_WISH = r"(?i)\b(?:should|must|hope[sd]?|wish\w*|want[s]?|believe[s]?|think[s]?|may|might|could|would|let[ ]us|need[s]?[ ]to)\b"
_FUTURE = r"(?i)\b(?:will|shall|going[ ]to|plans?[ ]to|is[ ]set[ ]to|are[ ]set[ ]to)\b"


def rank(analysis: Analysis) -> tuple[Claim, ...]:
    """The sentences worth checking, the most first; each at most once, headings left out. The same text gives the same list."""
    starts = [said.span.start for said in analysis.statements]
    found = []
    for sentence in analysis.sentences:
        statements = _within(analysis.statements, starts, sentence.span)
        if not sentence.heading and (claim := _claim(analysis, sentence, statements)).score >= _ENOUGH:
            found.append(claim)
    kept = sorted(found, key=lambda claim: (-claim.score, claim.span))[:_MOST]
    return tuple(replace(claim, speaker=_speaker(analysis, claim.span)) for claim in kept)


def _within(statements: Sequence[Statement], starts: Sequence[int], span: Span) -> tuple[Statement, ...]:
    return tuple(statements[bisect_left(starts, span.start) : bisect_left(starts, span.end)])


def _claim(analysis: Analysis, sentence: Sentence, statements: tuple[Statement, ...]) -> Claim:
    text = sentence.span.of(analysis.text)
    reasons = list(_reasons(analysis, text, sentence.span, statements))
    stripped = text.rstrip(' \n”"’»)')
    less = (
        _LESS["question"] * stripped.endswith("?") + _LESS["wish"] * bool(expression(_WISH).search(text))
        + _LESS["future"] * bool(expression(_FUTURE).search(text)) + _LESS["short"] * (len(text.split()) < _WORDS)
    )  # fmt: skip
    start = sentence.span.start + len(text) - len(text.lstrip())
    span = Span(start, max(start, sentence.span.start + len(text.rstrip())))
    score = round(sum(_WEIGHTS[reason] for reason in reasons) + less, 2)
    return Claim(span, score, tuple(sorted(reasons, key=lambda reason: (-_WEIGHTS[reason], list(_WEIGHTS).index(reason)))), statements)


def _reasons(analysis: Analysis, text: str, span: Span, statements: Sequence[Statement]) -> list[str]:
    found = [name for name, wording in _CUES.items() if expression(wording).search(text)]
    figures = len(expression(_FIGURE).findall(expression(_DATE).sub(" ", text)))
    found += ["a figure"] * (figures > 0) + ["a second figure"] * (figures > 1)
    if expression(_OFFICE).search(text) and (_said().search(text) or _quoted(analysis, span)):
        found.append("an official statement")
    verdicts = {said.verdict for said in statements}
    found += ["a contradiction with the sheets"] * ("contradicts" in verdicts) + ["a fact of the sheets"] * ("agrees" in verdicts)
    if expression(r"(?<=\p{Ll},?[ ])\p{Lu}\p{Ll}+").search(text):
        found.append("a name")
    return found


@cache
def _said() -> regex.Pattern[str]:
    return expression(rf"\b(?:{choices(reporting())}|according[ ]to)\b")


def _quoted(analysis: Analysis, span: Span) -> bool:
    index = bisect_left(analysis.quotations, span.end, key=lambda quote: quote.span.start) - 1
    return index >= 0 and analysis.quotations[index].span.end > span.start


def _speaker(analysis: Analysis, span: Span) -> str:
    """Who says it, where the ledger knows: the one speaker of the quotations in the sentence."""
    ledger = analysis.ledger
    speakers = {
        ledger.people[quote.person].name if quote.person is not None else quote.speaker.of(analysis.text) if quote.speaker else ""
        for quote in ledger.quotes
        if any(part.overlaps(span) for part in (quote.span, *quote.further))
    }
    return speakers.pop() if len(speakers) == 1 else ""
