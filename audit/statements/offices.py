"""This file reads who the article says holds an office, and compares it with the sheets on the article's day."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.cache import expression
from audit.entries import Statement
from audit.facts import Facts
from audit.model import Analysis, Span
from audit.statements.judge import judge
from audit.statements.titles import Holding, Title, titles
from audit.statements.wording import NAME, owner_after, person_name

_DIRECT = expression(rf"[ ](?P<name>{NAME})")
_APPOSED = expression(rf",[ ](?P<name>{NAME})(?=[,.;:!?)—–”\"\n]|[ ][—–-][ ]|[ ]?\Z|[ ](?:and|who)\b)")
_NAME_IS = expression(rf"[ ]is[ ](?:currently[ ]|still[ ]|now[ ])?(?P<name>{NAME})(?=[,.;:!?)—–”\"\n]|[ ]?\Z)")
_BEFORE = expression(
    rf"(?<![\p{{L}}\p{{N}}'’-])(?P<name>{NAME})(?P<link>,[ ](?:who[ ](?:is|(?:currently[ ]|now[ ])?serves[ ]as)[ ](?:also[ ])?)?"
    rf"(?:an?[ ])?|[ ]is[ ](?:currently[ ]|still[ ]"
    rf"|now[ ]|also[ ])?|[ ]\()\Z"
)
_CLOSED = expression(r"[,.;:!?)—–”\"\n]|[ ][—–-][ ]|[ ]?\Z|[ ](?:and|who|has|since)\b")
_SOMEBODY_OF = expression(
    r"(?i)\b(?:spokes\w+|aides?|advis[eo]rs?|secretary|wife|husband|son|daughter|brother|sister|father|mother|lawyer|office|envoy|ally"
    r"|party"
    r"|deputy|chief|rivals?|opponents?|counterpart|critics?|supporters?|friend|minister|ambassador|representative|successor|predecessor"
    r"|widow"
    r"|assistant|head|chair(?:man|woman)|confidant\w*|partner|candidate|staff|speechwriter|biographer|bodyguard|translator|associate)"
    r"[ ](?:of|for|to)[ ](?:the[ ])?\Z"
)
_LIST_ON = expression(
    r",?[ ](?:and|or)[ ](?:the[ ]|\p{Lu}|then\b|his\b|her\b)|,[ ](?:the[ ]|\p{Lu}\p{L}+[ ](?:and[ ]|\p{Lu}|(?:\p{Ll}+[ ])?"
    r"(?:president|prime|foreign"
    r"|chancellor)))"
)
_SOUGHT = expression(
    r"(?i)\b(?:candidates?|nominees?|contenders?|hopefuls?|bids?|runs?|running|ran|race|campaign\w*|elected|named|appointed|chosen"
    r"|sworn[ ]in|becom\w+"
    r"|became|confirmed|proposed|nominated)[ ](?:(?:for|as|to[ ]be)[ ])?(?:the[ ])?\Z"
)


def holders(analysis: Analysis, facts: Facts) -> Iterator[Statement]:
    seen: set[Span] = set()
    for title in titles(analysis, facts):
        for claim in _claims(analysis, facts, title):
            if claim.at not in seen and (said := judge(analysis, facts, claim)):
                seen.add(claim.at)
                yield said
                break


def _claims(analysis: Analysis, facts: Facts, title: Title) -> Iterator[Holding]:
    """What may be the name of the holder, the surest first."""
    text = analysis.text
    sentence = analysis.sentence_at(title.start)
    first, last = (sentence.span.start, sentence.span.end) if sentence else (title.start, title.end)
    somebody_of = _SOMEBODY_OF.search(text[max(first, title.start - 80) : title.start])
    if direct := _DIRECT.match(text, title.end, max(last, title.end)):
        if not (somebody_of and title.given) and not _SOUGHT.search(text[max(first, title.start - 30) : title.start]):
            yield from _claim(title, direct)
        return
    if title.before and not title.given and not _role_ends(text, title, last):
        return
    if (title.given or not title.before) and not somebody_of:
        if (after := _APPOSED.match(text, title.end, last)) and not _LIST_ON.match(text, after.end()):
            yield from _claim(title, after)
        if after := _NAME_IS.match(text, title.end, last):
            yield from _claim(title, after)
    begin = max(first, title.start - 80)
    found = _BEFORE.search(text[begin : title.start])
    closed = _CLOSED.match(text, title.end, last)
    if found and closed and not (found["link"].startswith(",") and _LIST_ON.match(text, title.end)):
        name = person_name(found["name"])
        at = begin + found.start("name") + found["name"].find(name)
        if name and ("is" in found["link"] or not regex.search(r"(?:\band|\p{Lu}\p{L}+,)[ ]\Z", text[begin:at])):
            yield Holding(title, name, Span(at, at + len(name)), Span(at, title.end))


def _role_ends(text: str, title: Title, last: int) -> bool:
    return bool(_CLOSED.match(text, title.end, last))


def _claim(title: Title, found: regex.Match[str]) -> Iterator[Holding]:
    name = person_name(found["name"])
    if name:
        start = found.start("name") + found["name"].find(name)
        yield Holding(title, name, Span(start, start + len(name)), Span(title.start, start + len(name)))


_NAMED = expression(
    rf"(?<![\p{{L}}-])(?P<title>(?i:prime[ ]minister|president|chancellor|foreign[ ]minister|premier|king|queen|emir"
    rf"|sultan))[ ](?P<name>{NAME})[ ]of[ ](?:the[ ])?"
)


def behind(analysis: Analysis, facts: Facts) -> Iterator[Statement]:
    """`President François Hollande of France`: the land stands behind the name."""
    text = analysis.text
    for hit in _NAMED.finditer(text):
        found = owner_after(facts, text[hit.end() : hit.end() + 60])
        name = person_name(hit["name"])
        if not found or not name:
            continue
        office = facts.office(hit["title"], found[0].name)
        before = text[max(0, hit.start() - 14) : hit.start()]
        end = hit.end() + found[1]
        shifted = bool(regex.search(r"(?i)\b(?:former|then|late|ex|vice|deputy|acting|future|by|past)[ -]\Z|-\Z", before))
        if office and not regex.compile(r"[’']s?\b|-").match(text, end):
            start = hit.start("name") + hit["name"].find(name)
            title = Title(hit.start(), hit.end("title"), hit["title"], office, found[0], False, False, shifted)
            if said := judge(analysis, facts, Holding(title, name, Span(start, start + len(name)), Span(hit.start(), end))):
                yield said
