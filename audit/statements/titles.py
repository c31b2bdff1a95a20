"""This file finds offices in a text (`French President`, `minister of foreign affairs`) and says whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from audit.cache import expression
from audit.facts import Country, Facts
from audit.model import Analysis, Span
from audit.statements.wording import Owner, owner, owner_after, owner_before, with_another

_OFFICES = {
    "head of government": r"prime[ ]minister|premier|head[ ]of[ ]government|PM",
    "foreign minister": (
        r"minister[ ](?:of|for)[ ](?:europe[ ]and[ ])?(?:foreign|external)[ ](?:affairs|relations)"
        r"|foreign(?:[ ]affairs)?[ ](?:minister|secretary)|external[ ]affairs[ ]minister|secretary[ ]of[ ]state"
        r"|(?:top|chief)[ ]diplomat|head[ ]of[ ]diplomacy|diplomacy[ ]chief"
    ),
    "defence minister": r"(?:minister|secretary)[ ](?:of|for)[ ](?:national[ ])?defen[cs]e|defen[cs]e[ ](?:minister|secretary)",
    "finance minister": (
        r"chancellor[ ]of[ ]the[ ]exchequer|(?:finance|treasury)[ ](?:minister|secretary)"
        r"|(?:minister|secretary)[ ]of[ ](?:the[ ])?(?:finance|treasury)"
    ),
    "interior minister": r"interior[ ]minister|home[ ]secretary|minister[ ]of[ ](?:the[ ])?interior",
    "head of state": r"president|king|queen|emir|sultan|monarch|emperor|head[ ]of[ ]state|grand[ ]duke",
    "": (
        r"chancellor|secretary[ -]general|general[ ]secretary|director[ -]general|managing[ ]director|high[ ]representative"
        r"|foreign[ ]policy[ ]chief|leader|attorney[ ]general|director|spokes(?:man|woman|person)|speaker|"
        r"(?:central[ ]bank[ ])?governor|chair(?:man|woman|person)?|chief|head|boss|supreme[ ]leader"
        r"|commander[ -]in[ -]chief"
    ),
}
"""Words for offices and the key that any land's sheet may have for them; the last ones mean what the sheet of their owner says."""
_KEYS = tuple(_OFFICES)
_TITLE = expression(
    r"(?i)(?<![\p{L}-])(?:"
    + "|".join(f"(?P<k{index}>{wording})" for index, wording in enumerate(_OFFICES.values()))
    + r")(?![\p{L}-])(?![’']s\b)"
)
_MODIFIER = expression(
    r"(?i)(?:[ ]|\A)(?:new|newly[ -]elected|re-?elected|current|sitting|incumbent|present|centrist|conservative|liberal|socialist"
    r"|social[ ]democratic"
    r"|(?:far|hard|centre|center)?-?(?:right|left)(?:-wing)?|populist|embattled|outspoken|veteran|beleaguered|powerful|hardline"
    r"|hard-line|pro-\p{L}+"
    r"|reformist|nationalist|islamist|staunchly|popular|unpopular|young|\d\d-year-old|own|female|first[ ]female|federal|union)\Z"
)
_OTHER_TIME = expression(
    r"(?i)(?:\b(?:former|late|then|future|next|past|previous|old|one-time|onetime|ex|deputy|vice|assistant|acting|interim|caretaker"
    r"|honorary|shadow"
    r"|outgoing|incoming|would-be|aspiring|ousted|deposed|exiled|jailed|imprisoned|self-(?:proclaimed|declared|styled)|disputed"
    r"|opposition|rival"
    r"|long-?time|erstwhile|departing|last|first|second|third|fictional|wartime|transitional|provisional|legendary|under)[ -]?|\bex-"
    r"|\bnon-)\Z"
)


@dataclass(frozen=True, slots=True)
class Title:
    """An office in the text and whose it is. `start`, `end`: of the words with the owner; `given`: with `the` or a genitive before it."""

    start: int
    end: int
    words: str
    office: str
    of: Owner
    before: bool
    given: bool
    shifted: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """A name for an office: where the name and the whole construction stand."""

    title: Title
    name: str
    at: Span
    whole: Span


_HEAD = expression(
    r"(?i:the[ ])?(?i:head|chief)[ ]of[ ](?:the[ ])?(?P<of>(?:\p{Lu}[\p{L}.]+[ ]){1,3})(?P<what>state|government|diplomacy)\b"
)
_HEADS = {"state": "head of state", "government": "head of government", "diplomacy": "foreign minister"}


def titles(analysis: Analysis, facts: Facts) -> Iterator[Title]:
    text = analysis.text
    for hit in _TITLE.finditer(text):
        sentence = analysis.sentence_at(hit.start())
        first = sentence.span.start if sentence else max(0, hit.start() - 120)
        yield from _owned_before(facts, text, max(first, hit.start() - 120), hit)
        yield from _owned_after(facts, text, max(first, hit.start() - 40), hit)
    for hit in _HEAD.finditer(text):
        of, office = owner(facts, hit["of"].rstrip(" ")), _HEADS[hit["what"].lower()]
        if isinstance(of, Country) and facts.history(office, of.name):
            yield Title(hit.start(), hit.end(), office, office, of, True, True, bool(_OTHER_TIME.search(text[: hit.start()][-20:])))


def _owned_before(facts: Facts, text: str, first: int, hit: regex.Match[str]) -> Iterator[Title]:
    """The owner stands before the title, which may be longer than the word found: `US House Speaker`, `Kremlin spokesman`."""
    start = hit.start()
    for _ in range(3):
        if text[start - 1 : start] != " ":
            return
        if found := _owned(facts, text, first, start, hit):
            yield found
            return
        start = max(first, text.rfind(" ", first, start - 1) + 1)


def _owned(facts: Facts, text: str, first: int, start: int, hit: regex.Match[str]) -> Title | None:
    left, shifted, words = text[first : start - 1], False, text[start : hit.end()]
    for _ in range(3):
        if other := _OTHER_TIME.search(left):
            left, shifted = left[: other.start()].rstrip(" -"), True
        elif own := _MODIFIER.search(left):
            left = left[: own.start()]
    plain = regex.sub(r"[’']s?\Z", "", left)
    genitive = plain != left
    of, begin = owner_before(facts, plain) or (_of_capital(facts, plain) if genitive else None) or (None, 0)
    before = plain[:begin].rstrip(" ")
    if of is None or with_another(facts, before):
        return None
    office = facts.office(words, of.name) or "" if start != hit.start() else _office(facts, hit, of)
    if not office:
        return None
    article = regex.search(r"(?i)\b(?:the|its|their|our|his|her)\Z", before)
    begin = article.start() if article and article[0].lower() == "the" else begin
    shifted = shifted or bool(_OTHER_TIME.search(before + " "))
    return Title(first + begin, hit.end(), words, office, of, True, genitive or bool(article), shifted)


def _of_capital(facts: Facts, left: str) -> tuple[Country, int] | None:
    """`Kyiv's foreign minister`: the capital stands for its land."""
    start = left.rfind(" ") + 1
    lands = [land for name in facts.city(left[start:]) if (land := facts.country(name)) and left[start:] in (land.capital, *land.capitals)]
    return (lands[0], start) if len(lands) == 1 else None


def _owned_after(facts: Facts, text: str, first: int, hit: regex.Match[str]) -> Iterator[Title]:
    link = regex.compile(r"[ ](?:of|for)[ ](?:the[ ])?").match(text, hit.end())
    if not link:
        return
    found = owner_after(facts, text[link.end() : link.end() + 90])
    if not found or not (office := _office(facts, hit, found[0])):
        return
    end = link.end() + found[1]
    if regex.compile(r"[’']s?\b|-|[ ](?:region|province|state|branch|federation|association|chapter|section)\b").match(text, end):
        return
    left = text[first : hit.start()]
    shifted = bool(_OTHER_TIME.search(left))
    article = regex.search(r"(?i)\bthe (?:(?:new|current|sitting|incumbent) )?\Z", left)
    if left and not article and regex.search(r"\p{L} \Z", left) and not shifted and regex.search(r"(?:\b\p{Ll}+|-) \Z", left):
        small = regex.search(r"(\p{L}+) \Z", left)
        if small and small[1] not in ("with", "and", "by", "to", "from", "as", "said", "that", "is", "was", "of", "for"):
            return  # `vice president of`, `party chairman of`: another office
    yield Title(first + article.start() if article else hit.start(), end, hit[0], office, found[0], False, bool(article), shifted)


def _office(facts: Facts, hit: regex.Match[str], of: Owner) -> str:
    """The key of the office; empty where the sheets do not know that this owner has one of this title."""
    if found := facts.office(hit[0], of.name):
        return found
    if hit[0].lower() == "leader" and isinstance(of, Country):
        return LEADER
    key = _KEYS[int((hit.lastgroup or "k6")[1:])]
    if not key or not isinstance(of, Country) or hit[0].lower() in _ONE_OFFICE:
        return ""
    return key if facts.history(key, of.name) else ""


LEADER = "leader"
"""The head of state or of government, whoever leads: a word for both."""
_ONE_OFFICE = frozenset("president|king|queen|emir|sultan|emperor|monarch|grand duke|premier|secretary of state".split("|"))
"""Titles that only the land itself says belong to one of its offices: Spain has a king and no president."""


def label(title: Title) -> str:
    """The office in running text: `president`, `NATO secretary general`'s words without capitals."""
    return title.words if title.words.isupper() else title.words.lower()
