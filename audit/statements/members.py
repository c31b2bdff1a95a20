"""This file reads who is a member of an organisation, as the article says it, and compares it with the sheets."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import regex

from audit.cache import expression
from audit.entries import Statement
from audit.facts import Country, Facts, Organisation
from audit.model import Analysis, Span
from audit.statements.time import looks_elsewhen, other_year, sentence_of, written, years_named
from audit.statements.wording import by_name, owner, owner_after, owner_before, the

_KIND = (
    r"(?:fellow[ ])?(?P<kind>member[ -]states?|member[ -]countr(?:y|ies)|member[ -]nations?|members?|all(?:y|ies)|countr(?:y|ies)|states?)"
)
_MEMBER = expression(rf"(?<![\p{{L}}-]){_KIND}(?![\p{{L}}-])")
_NOT_YET = expression(
    r"(?i)\b(?:candidates?|aspir\w+|prospective|would-be|potential|former|ex|future|hopeful|applicant|not[ ]yet|one-time|associate|observer"
    r"|non-permanent|founding|possible|partner|new|newest|suspended|expelled|likely|next)\b"
)
_JOINING = expression(
    r"(?i)\b(?:if|once|becom\w+|join\w*|invit\w+|bid|appl(?:y|ied|ication)|left|leav\w+|quit|withdr\w+|exit\w*|accession|when|before"
    r"|until|as[ ]though)\b"
)
_NON = expression(r"(?i)(?:\bnon-|\bnon[ ])\Z")


def memberships(analysis: Analysis, facts: Facts) -> Iterator[Statement]:
    """`NATO member Ukraine`, `non-EU member Spain`, `Sweden, a NATO member since 2022`, `Serbia is a member of the EU`."""
    text = analysis.text
    for hit in _MEMBER.finditer(text):
        sentence = analysis.sentence_at(hit.start())
        first, last = (sentence.span.start, sentence.span.end) if sentence else (hit.start(), hit.end())
        yield from _compound(analysis, facts, hit, first, last)
        if hit["kind"].startswith("member"):
            yield from _of(analysis, facts, hit, first, last)


def _compound(analysis: Analysis, facts: Facts, hit: regex.Match[str], first: int, last: int) -> Iterator[Statement]:
    """The organisation's name stands before the word."""
    text = analysis.text
    left = regex.sub(r"[ -](?:full|fellow|current)?\Z", "", text[first : hit.start()])
    non = False
    found = owner_before(facts, left)
    if not found:
        dash = regex.search(r"(?i)\bnon-(?P<name>[\p{L} ]+)\Z", left)
        of = owner(facts, dash["name"]) if dash else None
        found, non = ((of, dash.start("name")) if of and dash else None), True
    of, start = found or (None, 0)
    if not isinstance(of, Organisation):
        return
    non = non or bool(_NON.search(left[:start]))
    begin = first + (left[:start].lower().rfind("non") if non else start)
    plural = hit["kind"].endswith("s") and not hit["kind"].endswith("us")
    for land, at in _lands(facts, text, hit.end(), last, plural):
        yield _judge(analysis, facts, of, (land, at), Span(begin, at.end), non)
    if not plural:
        yield from _named_before(analysis, facts, of, first, begin, hit.end(), non)


def _lands(facts: Facts, text: str, at: int, last: int, plural: bool) -> Iterator[tuple[Country, Span]]:
    """The lands that follow directly: one after the singular, a list after the plural."""
    link = regex.compile(r"[ ](?:such[ ]as[ ]|like[ ]|including[ ])?(?:the[ ])?" if plural else r"[ ](?:the[ ])?")
    while step := link.match(text, at, last):
        found = owner_after(facts, text[step.end() : last])
        if not found or not isinstance(found[0], Country) or not by_name(found[0], text[step.end() : step.end() + found[1]]):
            return
        yield found[0], Span(step.end(), step.end() + found[1])
        at = step.end() + found[1]
        if not plural:
            return
        link = regex.compile(r"(?:,[ ](?:and[ ])?|[ ]and[ ])(?:the[ ])?")


def _named_before(analysis: Analysis, facts: Facts, of: Organisation, first: int, begin: int, end: int, non: bool) -> Iterator[Statement]:
    """`Ukraine, a NATO member`, `Ukraine is a NATO member`, `Ukraine, which is not a NATO member`."""
    text = analysis.text
    window = max(first, begin - 70)
    found = regex.search(_BEFORE, text[window:begin])
    land = facts.country(regex.sub(r"\A[Tt]he[ ]", "", found["land"])) if found else None
    if not found or land is None or not by_name(land, found["land"]):
        return
    if (
        regex.search(r"\b(?:and|or|with|than|like|of|for|by)[ ](?:the[ ])?\Z", text[window : window + found.start("land")])
        and "is" in found["link"]
    ):
        return  # `a president of Ukraine is a NATO member's guest`: the land is not the subject
    at = Span(window + found.start("land"), window + found.end("land"))
    negated = non != bool(regex.search(r"\bnot\b|n[’']t\b", found["link"]))
    tail = text[end : end + 40]
    if regex.match(r"(?:[’']s?\b|[ ](?:and|or)[ ]\p{Lu}|[ ]in[ ](?:all|everything)\b)", tail):
        return
    yield _judge(analysis, facts, of, (land, at), Span(at.start, end), negated, tail)


_BEFORE = (
    r"(?<![\p{L}-])(?P<land>\p{Lu}[\p{L}.’'-]*(?:[ ](?:and[ ](?=Herzegovina)|of[ ]|the[ ])?\p{Lu}[\p{L}.’'-]*){0,3})"
    r"(?P<link>,[ ](?:(?:which|who)[ ]is[ ](?:also[ ]|now[ ])?(?:not[ ])?)?|[ ](?:is|isn[’']t)[ ](?:now[ ]|still[ ]|already[ ]"
    r"|currently[ ]|also[ ])?(?:not[ ])?|[ ][–—-][ ]|[ ]\()"
    r"(?:itself[ ])?(?:an?|the|one[ ]of[ ]the)?[ ]?(?:full[ ]|current[ ]|long-?time[ ])?\Z"
)


def _of(analysis: Analysis, facts: Facts, hit: regex.Match[str], first: int, last: int) -> Iterator[Statement]:
    """`a member of NATO`, `not a member country of the Alliance`."""
    text = analysis.text
    link = regex.compile(r"[ ]of[ ](?:the[ ])?").match(text, hit.end(), last)
    found = owner_after(facts, text[link.end() : last]) if link else None
    if link and found and isinstance(found[0], Organisation):
        end = link.end() + found[1]
        if not regex.match(r"[’']s|[ ](?:Parliament|Commission|Council|Assembly)", text[end : end + 12]):
            yield from _named_before(analysis, facts, found[0], first, hit.start(), end, False)


def _judge(
    analysis: Analysis, facts: Facts, of: Organisation, land: tuple[Country, Span], whole: Span, non: bool, tail: str = ""
) -> Statement:
    country, at = land
    on = analysis.ledger.as_of
    unknown = Statement("membership", whole, "not known")
    since = regex.match(r"[ ]since[ ](?:\p{L}+[ ])?(\d{4})\b", tail)
    member = facts.is_member(country.name, of.name, on) if on else _always(facts, country, of)
    if member is None:
        return unknown
    day = f"on {written(on)} " if on else ""
    fact = f"{day}{the(country.name)} was {'' if member else 'not '}a member of {the(of.name)}{_source(of)}"
    if member is not non:
        if since and member and not _since(facts, country, of, int(since[1])):
            fact = f"{the(country.name)} was not yet a member of {the(of.name)} in {since[1]}{_source(of)}"
            return Statement("membership", Span(whole.start, whole.end + since.end()), "contradicts", fact, (), ((at, "named here"),))
        return Statement("membership", whole, "agrees", fact)
    sentence = sentence_of(analysis, whole)
    years = years_named(analysis, whole) - ({int(since[1])} if since else set())
    near = analysis.text[max(0, whole.start - 30) : whole.end + 20]
    if (
        _NOT_YET.search(near)
        or (at.start == whole.start and _JOINING.search(sentence))
        or looks_elsewhen(analysis, whole)
        or (years and other_year(analysis, whole))
    ):
        return unknown
    return Statement("membership", whole, "contradicts", fact, (), ((at, "named here"),))


def _always(facts: Facts, land: Country, of: Organisation) -> bool | None:
    """Without a date: only what never changed in the years that articles come from."""
    answers = {facts.is_member(land.name, of.name, datetime.date(year, 7, 1)) for year in range(2000, 2025, 2)}
    return answers.pop() if len(answers) == 1 else None


def _since(facts: Facts, land: Country, of: Organisation, year: int) -> bool:
    """Was the land a member at some time of that year, or are the sheets silent about when it joined?"""
    stays = [stay for stay in facts.members(of.name) if stay.value == land.name]
    joined = [stay.start for stay in stays if stay.start]
    return not joined or len(joined) < len(stays) or any(start.first.year <= year for start in joined)


def _source(of: Organisation) -> str:
    return f" ({of.source})" if of.source else ""
