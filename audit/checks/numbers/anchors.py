"""This file finds one count told twice and differently: killed 12 ... the 15 dead; NATO's 30 members ... the 29 members of NATO; an age."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import regex

from audit.almanac import MONTHS, WEEKDAYS
from audit.checks.numbers.found import around, compiled, searched
from audit.found import Found
from audit.model import Analysis, Related
from audit.numerals import NUMBER, value
from audit.spans import Span

_N = rf"(?<![\p{{L}}\d.,/:’'$€£-]|\d[ ])(?P<n>{NUMBER})(?![\p{{L}}\d]|[.,:]\d|[ ]?(?:%%|per[ ]?cent)|/\d|-\p{{L}})"
_KINDS = {
    "dead": (
        (
            rf"\b(?:kill(?:ed|ing|s)|claimed[ ]the[ ]lives[ ]of|left|leaving)[ ]{_N}(?:[ ](?:people|persons|men|civilians|soldiers"
            rf"|passengers|miners|workers|children|women|villagers|dead|policemen|officers|students|pilgrims|sailors))(?:[ ]dead)?"
            rf"(?P<w>\b)"
        ),
        (
            rf"{_N}[ ](?:people|persons|civilians|passengers|miners|workers|villagers|students|pilgrims|sailors)[ ](?:were[ ]killed|died"
            rf"|have[ ]died|are[ ]dead|lost[ ]their[ ]lives|perished|had[ ]died|have[ ]been[ ]killed)(?P<w>\b)"
        ),
        rf"\bdeath[ ]of[ ]{_N}[ ](?:people|civilians|passengers|miners|workers)(?P<w>\b)",
    ),
    "injured": (
        rf"\b(?:injur(?:ed|ing)|wound(?:ed|ing)|hurt(?:ing)?)[ ]{_N}(?:[ ]others)?(?P<w>\b)",
        (
            rf"{_N}[ ](?:people|persons|civilians|passengers|others)?[ ]?(?:were|are|was)[ ](?:\p{{Ll}}+ly[ ])?(?:injured|wounded|hurt)"
            rf"(?P<w>\b)"
        ),
    ),
    "arrested": (
        rf"\b(?:arrested|detained)[ ]{_N}[ ](?:people|suspects|men|demonstrators|protesters|students)(?P<w>\b)",
        (
            rf"{_N}[ ](?:people|suspects|men|demonstrators|protesters|students)[ ](?:were|have[ ]been|had[ ]been)[ ](?:arrested|detained)"
            rf"(?P<w>\b)"
        ),
    ),
}
_AGAIN = {
    "dead": (
        rf"\b[Tt]he[ ]{_N}[ ](?:(?:dead|victims|bodies|fatalities|deceased|deaths|killed)\b"
        r"|(?:people|persons|civilians|passengers|miners|workers|villagers|students|sailors)"
        r"[ ](?:killed|who[ ](?:died|were[ ]killed|lost[ ]their[ ]lives|perished)))"
    ),
    "injured": rf"\b[Tt]he[ ]{_N}[ ](?:(?:injured|wounded)\b|people[ ](?:injured|wounded|hurt))",
    "arrested": rf"\b[Tt]he[ ]{_N}[ ](?:arrested|detained|detainees|suspects|people[ ](?:arrested|detained))\b",
}
_UPDATED = regex.compile(
    r"\b(?:rose|risen|rises|rising|climb\p{L}*|toll|now|later|previous\p{L}*|initial\p{L}*|at least|updat\p{L}*|another|more|others"
    r"|so far|identified|already|since|earlier|first|remaining|another|other|also|separate"
    r"|further|additional|including|among|last|year|years|month|week|yesterday|previously|total|altogether|overall)\b",
    regex.IGNORECASE,
)
_HEDGE = regex.compile(
    r"\b(?:about|around|some|almost|nearly|over|than|least|most|to|as|estimated|of|or|between|under)[ ]\Z", regex.IGNORECASE
)


def tolls(analysis: Analysis) -> Iterator[Found]:
    """`killed 12 people ... the 15 dead`: one event, one number before it, and nothing that says it changed."""
    text = analysis.text
    for kind, templates in _KINDS.items():
        again = [(value(hit["n"]), Span(*hit.span("n")), hit) for hit in compiled(_AGAIN[kind]).finditer(text)]
        if not again:
            continue
        told = sorted((Span(*hit.span("n")), value(hit["n"])) for template in templates for hit in compiled(template).finditer(text))
        hedged = any(_HEDGE.search(text, max(0, span.start - 12), span.start) for span, _ in told)
        if hedged or len({number for _, number in told}) != 1 or any(_UPDATED.search(around(analysis, span)) for span, _ in told):
            continue
        for number, span, hit in again:
            if any(figure.value == number and figure.span.start < span.start for figure in analysis.ledger.figures):
                continue  # the 14 victims, of whom the text told before: 14 wounded
            if span.start > told[0][0].start and number != told[0][1] and not _UPDATED.search(around(analysis, Span(*hit.span()))):
                related = (Related(told[0][0], "told before"),)
                yield Found(span, {"other": told[0][0].of(text)}, (), related)


_ORG = (
    r"(?P<org>(?:[\p{Lu}]{2,6}(?![ ]\p{Lu}\p{Ll})|G[78]|G20|(?:[\p{Lu}][\p{L}-]+[ ]){0,3}(?:Union|Alliance|Organi[sz]ation|Council|League"
    r"|Nations|Community|Treaty"
    r"|Bloc|Commission|Confederation|Federation|Assembly|Conference)(?:[ ](?:of|for)(?:[ ]the)?[ ]\p{Lu}[\p{L}]+"
    r"(?:[ ]and[ ]\p{Lu}[\p{L}]+)?(?:[ ]\p{Lu}[\p{L}]+)?)?))"
)
_CALLED = r"(?:member[ ](?:countries|states|nations|governments)|members|allies|nations|states|countries|member-states)"
_MEMBERS = (
    (
        rf"(?<!\b(?:of|than|least|most|about|some|nearly|almost|around|other|over|remaining|by|for|all[ ]but)[ ])(?<!\b(?:other"
        rf"|remaining)[ ]){_N}[ ](?:current[ ])?{_CALLED}[ ](?:of|in)[ ](?:the[ ])?{_ORG}(?![\p{{L}}])"
    ),
    rf"\b{_ORG}[’']s?[ ]{_N}[ ](?:current[ ])?{_CALLED}\b",
    (
        rf"(?<!\bof[ ])(?:[Tt]he|[Aa]ll)[ ]{_N}[ ]{_ORG}[ ](?:member[ ](?:countries|states|nations)|members|allies|countries|states"
        rf"|nations|partners)\b"
    ),
    rf"(?<![\d.,])(?P<n>{NUMBER})-(?:member|nation|country|state|strong)[ ]{_ORG}(?![\p{{L}}])",
    (
        rf"\b{_ORG},?[ ](?:(?:which[ ])?(?:has|counts|comprises|consists[ ]of|is[ ]made[ ]up[ ]of|groups)"
        rf"|made[ ]up[ ]of)[ ]{_N}[ ](?:member[ ](?:countries"
        rf"|states|nations)|members|countries|nations|states)\b"
    ),
)
_SHORT = {
    "European Union": "EU",
    "United Nations": "UN",
    "African Union": "AU",
    "Atlantic Alliance": "NATO",
    "North Atlantic Treaty Organization": "NATO",
}
_CHANGED = regex.compile(
    r"\b(?:then|at the time|former\p{L}*|before|until|joined|joins|join|expand\p{L}*|enlarg\p{L}*|became|become|grew|grown|new|left"
    r"|leave|leaves|originally|founding|founded|at first|would|once|used to|next"
    r"|now|today|with the|without|except|excluding|smaller|larger|only|just)\b"
)

_SOME = regex.compile(
    r",?[ ](?:that|which|who|whose|on|in|across|from|along|with|without|using|outside|inside|bordering|taking|attending|present|involved"
    r"|concerned|contributing)\b"
)
"""`the 29 members on the continent` are not all of them."""


def members(analysis: Analysis) -> Iterator[Found]:
    """One organisation, two numbers of members, in sentences that do not speak of a change."""
    text = analysis.text
    told: defaultdict[str, list[tuple[Span, float]]] = defaultdict(list)
    for template in _MEMBERS:
        for hit in searched(analysis, compiled(template), 1):
            number = value(hit["n"])
            sentence = around(analysis, Span(*hit.span()))
            name = hit["org"].removeprefix("The ")
            if _SOME.match(text, hit.end()):
                continue
            if number and number >= 3 and not _CHANGED.search(sentence) and not regex.search(r"\b(?:19|20)\d\d\b", sentence):
                told[_SHORT.get(name, name)].append((Span(*hit.span("n")), number))
    for counts in told.values():
        counts.sort()
        first, number = counts[0]
        for span, other in counts[1:]:
            if other != number:
                yield Found(span, {"other": first.of(text)}, (), (Related(first, "told before"),))
                break


_SURNAME = r"(?P<name>(?:\p{Lu}[\p{L}’'-]+[ ]){0,2}\p{Lu}[\p{Ll}’'-]+)"
_AGES = (
    rf"{_SURNAME},[ ](?:aged[ ])?(?P<n>[1-9]\d)(?=,|[ ]years[ ]old)",
    rf"{_SURNAME}[ ]\((?:aged[ ])?(?P<n>[1-9]\d)\)",
    rf"\b(?P<n>[1-9]\d)-year-old[ ](?:(?!man\b|woman\b)\p{{Ll}}[\p{{L}}-]*[ ]){{0,3}}{_SURNAME}",
    rf"{_SURNAME},?[ ](?:who[ ])?(?:is|turned)[ ](?P<n>[1-9]\d)(?:[ ]years[ ]old)?(?=[.,;])(?!,\d)",
)
_GAMES = regex.compile(
    r"\b(?:round|par|birdie\p{L}*|points|holes?|score\p{L}*|shot|goals?|minute|wickets|lap|ranked|seed\p{L}*|overs|rebounds|assists"
    r"|yards|frame|votes?|No)\b|%|\d[ ]runs\b"
)
_PAST = regex.compile(
    r"\b(?:then|when|at the time|years? (?:ago|later|earlier)|in (?:19|20)\d\d|born|brother|sister|father|mother|son"
    r"|daughter|wife|husband|turns|will|younger|older|namesake|cousin|birthday|next|family)\b"
)
_NO_NAME = frozenset((*MONTHS, *WEEKDAYS))


def ages(analysis: Analysis) -> Iterator[Found]:
    """One person, two ages, neither told of another time."""
    text = analysis.text
    if _GAMES.search(text) is not None and len(_GAMES.findall(text)) > 2:
        return
    told: defaultdict[str, list[tuple[Span, int, str]]] = defaultdict(list)
    for template in _AGES:
        for hit in compiled(template).finditer(text):
            sentence = around(analysis, Span(*hit.span()))
            surname = hit["name"].split()[-1]
            if surname not in _NO_NAME and not _PAST.search(sentence) and not _GAMES.search(sentence):
                told[surname].append((Span(*hit.span("n")), int(hit["n"]), hit["name"]))
    for places in told.values():
        places.sort()
        first, age, name = places[0]
        if len({len(full.split()) > 1 and full for _, _, full in places} - {False}) > 1 or " " not in name:
            continue
        for span, other, _ in places[1:]:
            if other != age:
                yield Found(span, {"other": first.of(text)}, (), (Related(first, "told before"),))
                break
