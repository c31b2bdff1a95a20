"""This file ranks the sentences of an article that an editor should check first, and says what the sheets of facts know of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
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
    r"(?<![\p{L}\d])[€$£¥]?\d[\d.,]*(?:[ ]\d{3}\b)*(?:[ ](?:million|billion|trillion|thousand)|[ ]?%|[ ]per[ ]?cent)?|\b(?:dozens|hundreds"
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
    r"|tortur\w+|stolen|steal\w*|abus\w+|rap(?:e|ed|ing)\b|launder\w*|poison\w*|sabotag\w+|espionage|spying|war[ ]crimes?|genocide"
    r"|massacre\w*"
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
_NAME = r"(?<=\p{Ll},?[ ])\p{Lu}\p{Ll}+"
_WISH = r"(?i)\b(?:should|must|hope[sd]?|wish\w*|want[s]?|believe[s]?|think[s]?|may|might|could|would|let[ ]us|need[s]?[ ]to)\b"
_FUTURE = r"(?i)\b(?:will|shall|going[ ]to|plans?[ ]to|is[ ]set[ ]to|are[ ]set[ ]to)\b"


def rank(analysis: Analysis) -> tuple[Claim, ...]:
    """The sentences worth checking, the most first; each at most once, headings left out. The same text gives the same list."""
    starts = [said.span.start for said in analysis.statements]
    cues = _by_sentence(analysis)
    found = []
    for index, sentence in enumerate(analysis.sentences):
        statements = analysis.statements[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
        if not sentence.heading and (cues[index] or statements):
            claim = _claim(analysis, sentence, cues[index], statements)
            found += [claim] * (claim.score >= _ENOUGH)
    kept = sorted(found, key=lambda claim: (-claim.score, claim.span))[:_MOST]
    return tuple(replace(claim, speaker=_speaker(analysis, claim.span)) for claim in kept)


def _by_sentence(analysis: Analysis) -> list[Counter[str]]:
    """How often each cue stands in each sentence: every expression reads the text once."""
    edges = [sentence.span.start for sentence in analysis.sentences]
    found: list[Counter[str]] = [Counter() for _ in edges]
    dates: set[int] = set()
    for name, wording in _wordings():
        for hit in wording.finditer(analysis.text):
            if name == "a date":
                dates.update(range(*hit.span()))
            if (name != "a figure" or hit.start() not in dates) and (index := bisect_right(edges, hit.start()) - 1) >= 0:
                found[index][name] += 1
    for quote in analysis.quotations:
        first, last = bisect_right(edges, quote.span.start) - 1, bisect_left(edges, quote.span.end)
        for index in range(max(0, first), last):
            found[index]["speech"] += 1
    return found


@cache
def _wordings() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """Dates before figures, because a day of a month is no figure."""
    said = rf"\b(?:{choices(reporting())}|according[ ]to)\b"
    cues = {**_CUES, "a figure": _FIGURE, "office": _OFFICE, "speech": said, "a name": _NAME, "wish": _WISH, "future": _FUTURE}
    return tuple((name, expression(wording)) for name, wording in cues.items())


def _claim(analysis: Analysis, sentence: Sentence, cues: Counter[str], statements: tuple[Statement, ...]) -> Claim:
    text = sentence.span.of(analysis.text)
    verdicts = {said.verdict for said in statements}
    holds = {
        **{name: bool(count) for name, count in cues.items()},
        "a second figure": cues["a figure"] > 1,
        "an official statement": cues["office"] and cues["speech"],
        "a contradiction with the sheets": "contradicts" in verdicts,
        "a fact of the sheets": "agrees" in verdicts,
        "question": text.rstrip(' \n”"’»)').endswith("?"),
        "short": len(text.split()) < _WORDS,
    }
    reasons = tuple(name for name in sorted(_WEIGHTS, key=lambda name: -_WEIGHTS[name]) if holds.get(name))
    score = sum(_WEIGHTS[name] for name in reasons) + sum(_LESS[name] for name in _LESS if holds.get(name))
    start = sentence.span.start + len(text) - len(text.lstrip())
    return Claim(Span(start, max(start, sentence.span.start + len(text.rstrip()))), round(score, 2), reasons, statements)


def _speaker(analysis: Analysis, span: Span) -> str:
    """Who says it, where the ledger knows: the one speaker of the quotations in the sentence."""
    ledger = analysis.ledger
    speakers = {
        ledger.people[quote.person].name if quote.person is not None else quote.speaker.of(analysis.text) if quote.speaker else ""
        for quote in ledger.quotes
        if any(part.overlaps(span) for part in (quote.span, *quote.further))
    }
    return speakers.pop() if len(speakers) == 1 else ""
