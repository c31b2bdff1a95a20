"""This file finds who said each quotation: the subject of the reporting verb beside it, or whoever spoke just before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

import regex

from audit.entries import Quote
from audit.model import Analysis, Quotation, Span
from audit.speech import expression

_WORDS = 4
"""A quotation of fewer words, with no reporting clause beside it, is a title, an irony or a term."""
_NO_SUBJECT = r"(?:but|and|or|who|which|that|while|as|when|if|it|is|was|has|had)"
_WORD = rf"(?!{_NO_SUBJECT}\b)\p{{L}}[\p{{L}}’'-]*"
_SPEAKER = (
    rf"(?P<who>(?<!\p{{L}})(?!(?i:{_NO_SUBJECT})[ ]|%(when)s\b)(?:%(body)s|%(who)s|(?i:he|she|they)\b"
    rf"|(?i:the|an?|one|his|her|their|another)[ ](?:{_WORD}[ ]){{0,5}}?{_WORD}))"
)
_ASIDE = r"(?:,[ ][^,.“”\"]{2,80},|[ ]\(\d\d\),?|[ ]who[ ][^.“”\"]{2,60})?"
_BEHIND = (
    rf"\s{{0,2}}[–—-]?[ ]?(?:(?:and|but|as)[ ])?(?:(?P<verb>(?:%(verb)s))"
    rf"(?:[ ]%(when)s,?|[ ](?:on|in|at)[ ]\p{{L}}+(?:[ ]\p{{L}}+)?)?[ ]{_SPEAKER}"
    rf"|{_SPEAKER}(?:\s\p{{Lu}}[\p{{L}}.’'-]+)*{_ASIDE}[ ](?:(?:has|had|have|also|then|later|once|reportedly)[ ]){{0,2}}"
    r"(?P<verb>(?:%(verb)s))\b|according[ ]to[ ]" + _SPEAKER + r"|in[ ]the[ ]words[ ]of[ ]" + _SPEAKER + ")"
)
_BEFORE = (
    rf"(?:{_SPEAKER}{_ASIDE}[ ](?:(?:has|had|have|also|then|later|once|reportedly)[ ]){{0,2}}(?P<verb>(?:%(verb)s))\b[^.“”\"]{{0,100}}"
    rf"|(?i:according[ ]to)[ ](?:\p{{Ll}}+[ ]){{0,4}}?{_SPEAKER}[^.“”\"]{{0,60}})(?:[:,]|[ ]that|[ ]a|[ ]the|[ ]as|[ ]of)?\s{{0,2}}\Z"
)
_APPOSED = regex.compile(
    r",?[ ](?P<name>\p{Lu}[\p{L}\p{M}]+(?:[ ](?:\p{Lu}\.|(?:de|von|van|der|al|bin)|\p{Lu}[\p{L}\p{M}’'-]+)){0,4})(?=[,.])"
)
"""The name behind an office: the minister, Anna Velk, said."""
_CLAUSE = 220
"""How far before a quotation its reporting clause may begin."""
_OWN = regex.compile(r"[.!?…]\s*\Z|\A\s*\Z")


def quotes(analysis: Analysis) -> tuple[Quote, ...]:
    """Every quotation with its speaker and verb, in order; one that goes on over paragraphs is one entry."""
    people = _mentions(analysis)
    found: list[Quote] = []
    paragraph = -1
    for first, further in _joined(analysis):
        last = found[-1] if found and first.paragraph == paragraph else None
        quote = _attributed(analysis, first, further, last)
        if quote is not None:
            person = _person(people, quote.speaker)
            if person is None and found and quote.speaker is not None:
                person = _meant(analysis, quote.speaker.of(analysis.text), found[-1])
            found.append(replace(quote, person=person))
            paragraph = first.paragraph + len(further)
    return tuple(found)


def _joined(analysis: Analysis) -> Iterator[tuple[Quotation, tuple[Span, ...]]]:
    """Each quotation with its further paragraphs: left open at the end of one, it opens again at the start of the next."""
    waiting: Quotation | None = None
    further: list[Span] = []
    for quote in analysis.quotations:
        if waiting is not None:
            before = further[-1] if further else waiting.span
            if not analysis.text[before.end : quote.span.start].strip() and quote.paragraph == waiting.paragraph + len(further) + 1:
                further.append(quote.span)
                if quote.closing:
                    yield waiting, tuple(further)
                    waiting, further = None, []
                continue
            yield waiting, tuple(further)
            waiting, further = None, []
        if quote.closing:
            yield quote, ()
        else:
            waiting = quote
    if waiting is not None:
        yield waiting, tuple(further)


def _attributed(analysis: Analysis, quote: Quotation, further: tuple[Span, ...], last: Quote | None) -> Quote | None:
    """The quotation with what is said beside it; None for words that nobody is said to say."""
    end = further[-1].end if further else quote.span.end
    clause = _behind(analysis, quote, end) or _before(analysis, quote)
    if clause is not None:
        return Quote(quote.span, further, *clause)
    if len(quote.inside.of(analysis.text).split()) < _WORDS:
        return None
    opens = _OWN.search(analysis.text[analysis.paragraphs[quote.paragraph].span.start : quote.span.start])
    goes_on = last is not None and (opens or analysis.text[last.span.end : quote.span.start].count(".") == 0)
    return Quote(quote.span, further, last.speaker if last and goes_on else None, None)


def _behind(analysis: Analysis, quote: Quotation, end: int) -> tuple[Span, Span | None] | None:
    text, inside = analysis.text, analysis.text[quote.span.start : end].rstrip("”\"’»'")
    if inside.endswith((",", "!", "?", "…", "—", "–", ".")):
        hit = expression(_BEHIND).match(text, end)
    elif text[end : end + 1] == ",":
        hit = expression("," + _BEHIND).match(text, end)
    else:
        hit = expression(r"[ ](?:according[ ]to[ ]" + _SPEAKER + ")").match(text, end)
    if (
        hit
        and text[hit.start() : hit.end()].strip()[:1].isupper()
        and inside.endswith(tuple(".!?…"))
        and text[hit.end() : hit.end() + 1] not in tuple(".,")
    ):
        return None  # a sentence of its own, which opens the next quotation
    return _clause(hit)


def _before(analysis: Analysis, quote: Quotation) -> tuple[Span, Span | None] | None:
    sentence = analysis.sentence_at(quote.span.start)
    start = max(analysis.paragraphs[quote.paragraph].span.start, quote.span.start - _CLAUSE)
    start = max(start, sentence.span.start) if sentence and sentence.span.start < quote.span.start else start
    if sentence and sentence.span.start >= quote.span.start and not analysis.text[start : quote.span.start].rstrip().endswith(":"):
        return None
    return _clause(expression(_BEFORE).search(analysis.text, start, quote.span.start))


def _clause(hit: regex.Match[str] | None) -> tuple[Span, Span | None] | None:
    if hit is None:
        return None
    groups = hit.groupdict()
    start, end = hit.span("who")
    named = _APPOSED.match(hit.string, end) if not hit.string[start:end].split()[-1][0].isupper() else None
    return Span(start, named.end("name") if named else end), Span(*hit.span("verb")) if groups.get("verb") else None


_PRONOUNS = {"he": "male", "she": "female"}


def _meant(analysis: Analysis, speaker: str, last: Quote) -> int | None:
    """Who `he said` means: whoever spoke last, if that is known to be a man."""
    gender = _PRONOUNS.get(speaker.lower())
    if gender is None or last.person is None or analysis.ledger.people[last.person].gender != gender:
        return None
    return last.person


def _mentions(analysis: Analysis) -> list[tuple[int, int, int]]:
    """Where each person of the ledger is named or meant by a pronoun: start, end, index of the person."""
    ledger = analysis.ledger
    spans = [(mention.span, index) for index, person in enumerate(ledger.people) for mention in person.mentions]
    spans += [(pronoun.span, index) for index, person in enumerate(ledger.people) for pronoun in person.pronouns]
    return sorted((span.start, span.end, index) for span, index in spans)


def _person(mentions: list[tuple[int, int, int]], speaker: Span | None) -> int | None:
    if speaker is None:
        return None
    index = bisect_right(mentions, (speaker.end,)) - 1
    while index >= 0 and mentions[index][0] >= speaker.start - 40:
        start, end, person = mentions[index]
        if start < speaker.end and speaker.start < end:
            return person
        index -= 1
    return None
