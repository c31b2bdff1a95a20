"""This file reads how many members an organisation has, as the article says it, and compares it with the sheets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from audit.cache import expression
from audit.entries import Statement
from audit.facts import Facts, Organisation
from audit.model import Analysis, Span
from audit.statements.numbers import NUMBER, in_kind, number_of
from audit.statements.time import looks_elsewhen, other_year, sentence_of, written
from audit.statements.wording import owner, owner_after, owner_before, the

_CALLED = (
    r"(?:(?:member[ -](?:states?|countries|country|nations?|governments?)|members?(?!['’])|allies|states|countries|nations|partners)\b)"
)
_HEDGE = expression(
    r"(?i)\b(?:some|about|around|roughly|nearly|almost|approximately|close[ ]to|more[ ]than|over|at[ ]least|up[ ]to|fewer[ ]than"
    r"|less[ ]than|under)[ ]\Z"
)
_SOME_ONLY = expression(
    r"(?i)[ ](?:that|which|who|whose|in[ ](?:the|central|eastern|western|northern|southern)|using|with|without|on[ ]the"
    r"|not|bordering|outside|on|across|from|along|inside|taking|attending|present|involved|concerned|contributing)\b"
    r"|,[ ](?:which|who|that)"
)
_CHANGE = expression(
    r"(?i)\b(?:would|will[ ]have|join(?:s|ed|ing)?|enlarge\w*|expan\w+|accession|founding|founded|if|grew"
    r"|grow(?:n|s|ing)?|left|leav\w+|become\w*"
    r"|becoming"
    r"|original\w*|had)\b"
)
_COUNTED = expression(
    rf"(?i)(?<![\w.,])(?P<number>{NUMBER})(?:[ ](?:current[ ]|full[ ])?(?P<between>(?:\p{{Lu}}[\p{{L}}.]*[ ]){{0,3}}?){_CALLED}"
    rf"|-(?P<compound>strong|(?:member|nation|country|state)(?:-strong)?)\b)"
)
_HAS = expression(
    r"(?i)(?:,[ ]which)?[ ](?:(?:now|currently|today)[ ])?(?:has|counts|comprises|groups|unites|includes)(?:[ ](?:now|currently|today))?\Z"
)
_OF = expression(r"[ ](?:of|in)[ ](?:the[ ])?")
_NOUN_BEFORE = expression(r"(?i)\b(?:the|its)[ ](?:\p{L}+[ ])?(?P<noun>bloc|alliance|cartel|organi[sz]ation|group|club|union)\Z")
_NOUN_AFTER = expression(
    r"(?i)(?:western[ ]|atlantic[ ]|military[ ]|defen[cs]e[ ]|trade[ ]|trading[ ]|european[ ])?(?P<noun>bloc|alliance|cartel"
    r"|organi[sz]ation|group|club|union)\b"
)


_FAR = 40
"""A number so much greater counts something else: staff, seats."""
_BLOCS = ("European Union", "EU", "ASEAN", "Mercosur", "BRICS", "ECOWAS", "African Union", "SADC", "CARICOM")
_NOUNS = {
    "alliance": ("NATO",),
    "bloc": _BLOCS,
    "union": ("European Union", "EU", "African Union"),
    "cartel": ("OPEC",),
    "group": ("G7", "G20", "BRICS"),
    "club": ("G7", "G20", "OECD"),
    "organisation": ("NATO", "OPEC", "OECD", "OSCE", "WTO", "UN", "United Nations", "WHO", "SCO", "CSTO"),
}
"""What these words can stand for: the one of them that the article names."""
_UNITED = expression(r"[ ](?:that[ ])?(?:(?:now[ ])?(?:make[ ]up|belong[ ]to|form)|are[ ](?:now[ ])?members[ ]of)[ ](?:the[ ])?")


def counts(analysis: Analysis, facts: Facts) -> Iterator[Statement]:
    """`NATO's 32 members`, `the 28-nation EU`, `the bloc's 27 members`, `all 30 allies of the pact`."""
    for hit in _COUNTED.finditer(analysis.text):
        sentence = analysis.sentence_at(hit.start())
        first, last = (sentence.span.start, sentence.span.end) if sentence else (hit.start(), hit.end())
        for form in (_owned, _compound, _definite):
            if found := form(analysis, facts, hit, first, last):
                yield _count(analysis, *found, Span(*hit.span("number")), number_of(hit["number"]), facts)
                break


Counted = tuple[Organisation, Span, bool]
"""Whose members, the whole construction, and whether it must mean all of them."""


def _left(analysis: Analysis, hit: regex.Match[str], first: int) -> str:
    """What stands before the number and a word that makes it inexact."""
    left = analysis.text[first : hit.start()]
    hedge = _HEDGE.search(left)
    return (left[: hedge.start()] if hedge else left).rstrip(" ")


def _owned(analysis: Analysis, facts: Facts, hit: regex.Match[str], first: int, last: int) -> Counted | None:
    """`NATO's 32 members`, `NATO has 32 members`."""
    left = _left(analysis, hit, first)
    link = regex.search(r"[’']s?\Z", left) or _HAS.search(left) or regex.search(r",?[ ](?:and|with|or)[ ](?:all[ ])?its\Z", left)
    if not link or hit["compound"] or hit["between"]:
        return None
    plain = left[: link.start()]
    whole = not _SOME_ONLY.match(analysis.text, hit.end(), last)
    if (noun := _NOUN_BEFORE.search(plain)) and (named := _meant(analysis, facts, noun["noun"])):
        return named, Span(first + noun.start(), hit.end()), whole
    found = owner_before(facts, plain)
    return (found[0], Span(first + found[1], hit.end()), whole) if found and isinstance(found[0], Organisation) else None


def _compound(analysis: Analysis, facts: Facts, hit: regex.Match[str], first: int, last: int) -> Counted | None:
    """`the 28-nation EU`, `the 27-member bloc`."""
    if not hit["compound"] or analysis.text[hit.end() : hit.end() + 1] != " ":
        return None
    found = _named_at(analysis, facts, hit.end() + 1, last)
    return (found[0], Span(hit.start(), found[1]), True) if found else None


def _definite(analysis: Analysis, facts: Facts, hit: regex.Match[str], first: int, last: int) -> Counted | None:
    """`the 30 members of NATO`, `all 27 EU countries`, `30 countries make up NATO`."""
    text, left = analysis.text, _left(analysis, hit, first)
    link = None if hit["compound"] else _UNITED.match(text, hit.end(), last)
    if link is None and (hit["compound"] or not regex.search(r"(?i)\b(?:the|all|its)\Z", left)):
        return None
    if link is None and hit["between"]:
        between = owner(facts, hit["between"].rstrip(" "))
        whole = not _SOME_ONLY.match(text, hit.end(), last) and text[hit.end() : hit.end() + 1] not in ("’", "'")
        every = regex.search(r"(?i)\ball\Z", left) is not None or (
            isinstance(between, Organisation) and _near(facts, between, hit, analysis)
        )
        return (between, Span(hit.start(), hit.end()), whole and every) if isinstance(between, Organisation) else None
    link = link or _OF.match(text, hit.end())
    found = _named_at(analysis, facts, link.end(), last) if link else None
    if not found or regex.match(r"[’']s", text[found[1] : found[1] + 2]):
        return None
    return found[0], Span(hit.start(), found[1]), not _SOME_ONLY.match(text, found[1], last)


def _named_at(analysis: Analysis, facts: Facts, start: int, last: int) -> tuple[Organisation, int] | None:
    """The organisation that is named at a place, or that a noun there stands for, and where its name ends."""
    found = owner_after(facts, analysis.text[start:last])
    if found and isinstance(found[0], Organisation):
        return found[0], start + found[1]
    noun = _NOUN_AFTER.match(analysis.text, start)
    named = _meant(analysis, facts, noun["noun"]) if noun else None
    return (named, noun.end()) if noun and named else None


def _near(facts: Facts, of: Organisation, hit: regex.Match[str], analysis: Analysis) -> bool:
    """`the 28 EU countries` are all of them; `the 15 EU countries` may be those that the article spoke of."""
    known = facts.count(of.name, analysis.ledger.as_of) if analysis.ledger.as_of else None
    return known is not None and number_of(hit["number"]) >= known - 3


def _meant(analysis: Analysis, facts: Facts, noun: str) -> Organisation | None:
    """The organisation that `the bloc` or `the alliance` stands for: named in the text, and no other of its kind."""
    every = _NOUNS[noun.lower().replace("z", "s")]
    rivals = {*every, *(_BLOCS if "EU" in every or noun == "organisation" else ())}
    named = {of.name: of for name in rivals if _standing(name).search(analysis.text) and (of := facts.organisation(name))}
    meant = {of.name for name in every if (of := facts.organisation(name))}
    return next(iter(named.values())) if len(named) == 1 and set(named) <= meant else None


@cache
def _standing(name: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\w){name}(?!\w)")


def _count(analysis: Analysis, of: Organisation, whole: Span, sure: bool, at: Span, stated: int, facts: Facts) -> Statement:
    on = analysis.ledger.as_of
    unknown = Statement("member-count", whole, "not known")
    known = facts.count(of.name, on) if on and sure else None
    if on is None or known is None:
        return unknown
    text = analysis.text
    fact = f"on {written(on)} {the(of.name)} had {known} members{_source(of)}"
    hedge = _HEDGE.search(text[max(0, at.start - 20) : at.start])
    if stated == known or (hedge and abs(stated - known) <= max(1, known // 10)):
        return Statement("member-count", whole, "agrees", fact)
    sentence = sentence_of(analysis, whole)
    if (hedge and _true_bound(hedge[0].lower(), stated, known)) or _CHANGE.search(sentence) or not known / 2 <= stated <= known + _FAR:
        return unknown
    if other_year(analysis, whole) or looks_elsewhen(analysis, whole):
        return unknown
    better = text[whole.start : at.start] + in_kind(text[at.start : at.end], known) + text[at.end : whole.end]
    return Statement("member-count", whole, "contradicts", fact, (better,), ((at, "the number"),))


def _true_bound(hedge: str, stated: int, known: int) -> bool:
    """`more than 20 members` is true of 30."""
    if hedge.startswith(("more", "over", "at least")):
        return stated <= known
    return stated >= known and hedge.startswith(("up to", "fewer", "less", "under"))


def _source(of: Organisation) -> str:
    return f" ({of.source})" if of.source else ""
