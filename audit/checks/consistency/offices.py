"""This file reads who is said to hold which office: Polish Foreign Minister Zbigniew Rau; Rau, the prime minister of Poland."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from audit.cache import expression
from audit.frequency import everyday
from audit.knowledge import table, words
from audit.model import Analysis, Span

_MINISTRIES = {
    "foreign minister": "foreign|external", "defence minister": "defen[cs]e", "finance minister": "finance|treasury",
    "interior minister": "interior|home|internal", "justice minister": "justice", "health minister": "health",
    "economy minister": "economy|economic|economics", "education minister": "education", "energy minister": "energy",
    "agriculture minister": "agriculture|farm", "transport minister": "transport|transportation", "culture minister": "culture",
    "environment minister": "environment", "labour minister": "labou?r", "trade minister": "trade",
}  # fmt: skip
_AFTER = {
    "foreign minister": "foreign affairs|external affairs|foreign relations", "defence minister": "(?:national )?defen[cs]e",
    "finance minister": "finances?", "interior minister": "(?:the )?interior|internal affairs|home affairs", "justice minister": "justice",
    "health minister": "(?:public )?health", "economy minister": "(?:the )?econom(?:y|ics)",
    "education minister": "(?:national )?education",
    "energy minister": "energy", "agriculture minister": "agriculture", "transport minister": "transport(?:ation)?",
    "culture minister": "culture", "environment minister": "(?:the )?environment", "labour minister": "labou?r", "trade minister": "trade",
}  # fmt: skip
_LEADERS = {
    "president": "president", "prime minister": "prime minister|premier", "chancellor": "(?:federal )?chancellor(?! of the exchequer)",
    "foreign minister": "secretary of state|head of diplomacy|diplomacy chief", "finance minister": "chancellor of the exchequer",
    "secretary general": "secretary(?:-| )general", "king": "king", "queen": "queen", "pope": "pope", "emperor": "emperor",
}  # fmt: skip
_CAP = r"\p{Lu}[\p{L}\p{M}]*(?:[-’']\p{L}+)*"
_SMALL = r"(?:(?:de|von|van|der|den|la|al|bin|da|dos|du|di|del)[ ]){0,3}(?:(?:al|el)-)?"
_NAME = rf"(?P<name>{_SMALL}{_CAP}(?:[ ](?:\p{{Lu}}\.|{_SMALL}{_CAP})){{0,4}})"
_OF = rf"(?P<of>(?:{_CAP}[ ]){{0,2}}{_CAP})(?:['’]s?)?"
_NOT_NOW = regex.compile(
    r"\b(?:former|ex|then|late|deputy|vice|next|new|newly|incoming|outgoing|acting|interim|caretaker|future|designate|designated|first|past|onetime|one-time"
    r"|shadow|opposition|ousted|deposed|exiled|self-proclaimed|self-declared|would-be|previous|last|alternate|titular|wartime|longtime|long-time|ex-|under|assistant|elected|again"
    r"|rival|regional|honorary|fellow|club|party|company|junior|senior|state)[ -](?:[\p{L}’'-]+[ ]){0,3}\Z|[-–]\Z",
    regex.IGNORECASE,
)
_ANCHOR = regex.compile(r"\b(?i:president|minister|chancellor|secretary|premier|diplomacy|king|queen|pope|emperor)\b")
_REACH = 100
_STEM = regex.compile(r"(?:ian|ean|an|ia|ish|land|ese|a|i)\Z")
_JOINED = regex.compile(r"(?:\band|/)[ ]?\Z|(?:minister|president|secretary|leader)(?:,|[ ]and)[ ](?:[\p{L}’'-]+[ ])?\Z", regex.IGNORECASE)
_BELONGS = regex.compile(r"\b(?:of|for|to|by|from|under|against|['’]s|s['’])[ ](?:the[ ])?(?:[\p{L}’'-]+[ ]){0,2}\Z")
_CANDIDATE = regex.compile(r"[- ](?:elect|designate|candidate|nominee|hopeful|in waiting|in exile|emeritus)\b", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody said to hold an office. `of`: the country or body, where it is said; `joined`: another office is named with it."""

    office: str
    name: str
    span: Span
    title: str
    of: str = ""
    joined: bool = False

    @property
    def names(self) -> frozenset[str]:
        return frozenset(regex.split(r"[ -]", self.name.lower().replace("al-", "").replace("el-", "")))


@cache
def _title() -> tuple[str, dict[str, str]]:
    """One expression for all titles, and what each alternative means."""
    forms = list(_LEADERS.items())
    forms += [(office, rf"(?:{kind})(?: affairs)? (?:minister|secretary)") for office, kind in _MINISTRIES.items()]
    forms += [(office, rf"(?:minister|secretary) (?:of|for) (?:{kind})") for office, kind in _AFTER.items()]
    keys = {f"o{number}": office for number, (office, _) in enumerate(forms)}
    spelled = "|".join(rf"(?P<o{number}>{form.replace(' ', '[ ]')})" for number, (_, form) in enumerate(forms))
    return rf"(?P<title>(?i:{spelled})(?!\p{{L}}|s\b))", keys


@cache
def _forms() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    title, _ = _title()
    behind = rf"(?:[ ](?:of|for)[ ](?:the[ ])?(?P<of2>{_CAP}(?:[ ]{_CAP})?))?"
    honour = r"(?:(?:Dr|Mr|Mrs|Ms|General|Sheikh)\.?[ ])?"
    before = rf"(?<![\p{{L}}\p{{N}}’'-])(?:{_OF}[ ])?(?<![\p{{L}}’'-]){title}{behind}(?P<comma>,)?[ ]{honour}{_NAME}"
    link = r"(?P<link>,[ ](?:who[ ]is[ ])?|[ ]is[ ](?:currently[ ])?)(?P<det>(?:the|its|their|his|her)[ ](?:country['’]s[ ])?)?"
    end = r"(?=[ ]?[,.;:)]|[ ](?:and|in|who|on|said|told|at)\b|\s*$)"
    after = rf"(?<![\p{{L}}’'-]){_NAME}{link}(?:{_OF}[ ])?{title}{behind}{end}"
    return expression(before), expression(after, regex.MULTILINE)


def held(analysis: Analysis) -> list[Held]:
    """Every office that the text gives to somebody by name, now and not in another time, in order."""
    found = [*_before_names(analysis), *_after_names(analysis)]
    return sorted(found, key=lambda one: (one.span.start, one.span.end))


def _near_titles(text: str, form: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
    """Matches of a form, looked for only round words that can be a part of a title."""
    stretch: tuple[int, int] | None = None
    for hit in _ANCHOR.finditer(text):
        start, end = max(text.rfind("\n", 0, hit.start()) + 1, hit.start() - _REACH), hit.end() + _REACH
        if stretch is not None and start > stretch[1]:
            yield from form.finditer(text, *stretch)
            stretch = None
        stretch = (stretch[0], end) if stretch else (start, end)
    if stretch is not None:
        yield from form.finditer(text, *stretch)


def _before_names(analysis: Analysis) -> Iterator[Held]:
    for hit in _near_titles(analysis.text, _forms()[0]):
        start = hit.start("of") if hit["of"] else hit.start("title")
        if hit["comma"] and _BELONGS.search(analysis.text, max(0, start - 40), start):
            continue
        yield from _read(analysis, hit, start, hit.end("name"))


def _after_names(analysis: Analysis) -> Iterator[Held]:
    for hit in _near_titles(analysis.text, _forms()[1]):
        if not (hit["det"] or hit["of"] or hit["of2"]) or _BELONGS.search(analysis.text, max(0, hit.start() - 40), hit.start()):
            continue
        yield from _read(analysis, hit, hit.start("title"), hit.end("title"))


def _read(analysis: Analysis, hit: regex.Match[str], start: int, end: int) -> Iterator[Held]:
    text = analysis.text
    title_at = hit.start("title")
    body = hit["of2"] or hit["of"] or ""
    if _NOT_NOW.search(text, max(0, start - 40), title_at) or _CANDIDATE.match(text, hit.end("title")):
        return
    name = _name(hit["name"])
    if name:
        _, keys = _title()
        office = next(office for key, office in keys.items() if hit[key])
        joined = bool(_JOINED.search(text, max(0, start - 40), start)) and hit.start("name") > title_at
        cut = hit.end("name") - len(hit["name"]) + len(name) if hit.start("name") > title_at else end
        yield Held(office, name, Span(min(start, title_at), cut), hit["title"], _country(analysis, body), joined)


def _name(written: str) -> str:
    """The name without what follows it (Monday, said in capitals ...); empty where it begins with a word that is no name."""
    kept: list[str] = []
    for word in regex.sub(r"['’]s?\Z", "", written).split():
        if word in _never():
            break
        kept.append(word)
    return " ".join(kept)


def _country(analysis: Analysis, body: str) -> str:
    """The country or body as the sheets of facts call it, else as it stands, in small letters."""
    facts, body = analysis.facts, regex.sub(r"['’]s?\Z", "", body)
    pieces = [piece for piece in body.split() if piece not in ("The", "Later", "Then", "Both")]
    for first in range(len(pieces)):
        if facts is None:
            break
        known = " ".join(pieces[first:])
        if country := facts.country(known):
            return country.name.lower()
        if organisation := facts.organisation(known):
            return organisation.name.lower()
    if not pieces or (everyday(pieces[-1].lower()) and pieces[-1] not in _lands()):
        return ""  # the President of the Republic, of the Senate; Party President
    return _STEM.sub("", " ".join(pieces).lower())  # Ruritania and Ruritanian are one


@cache
def _lands() -> frozenset[str]:
    more = "US UK UN EU NATO China Turkey Georgia Jordan Chad Guinea Mali Niger Oman Cuba Peru Korea Korean Commission Council"
    adjectives = table("places/lands")
    return frozenset({*more.split(), *adjectives, *adjectives.values(), *words("words/countries"), *words("words/proper-adjectives")})


@cache
def _never() -> frozenset[str]:
    sheets = ("words/days", "words/months", "words/proper-adjectives", "words/sentence-openers", "words/titles")
    capital = {word.capitalize() for sheet in sheets for word in words(sheet)}
    return frozenset(
        capital | set(words("words/countries")) | {"The", "House", "Office", "Street", "Road", "University", "Of", "Prime", "Foreign"}
    )
