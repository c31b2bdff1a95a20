"""This file finds past holders who are given their title without their land (`Chancellor Merkel`), as if they still held the office."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import regex

from audit.cache import expression
from audit.entries import Statement
from audit.facts import Country, Facts, Known, Tenure
from audit.model import Analysis, Span
from audit.statements.judge import judge
from audit.statements.names import same
from audit.statements.titles import Holding, Title
from audit.statements.wording import NAME, person_name

_LONG_AGO = datetime.timedelta(days=30)
_BARE = expression(
    r"(?<![\p{L}’'-])(?P<title>President|Chancellor|Prime[ ]Minister|Premier|(?:Foreign|Defen[cs]e|Finance|Interior)[ ]Minister"
    r"|(?:Foreign|Home|Defen[cs]e|Treasury)[ ]Secretary|Secretary[ ]of[ ]State|Secretary[ -]General|House[ ]Speaker|Attorney[ ]General"
    rf"|CIA[ ]Director|Fed[ ]Chair(?:man|woman)?|King|Queen)[ ](?P<name>{NAME})"
    r"(?=[ ](?:said|says|told|will|has|is|wants|plans|warned|added|insisted|promised|announced|called|urged|met|arrived|visited|vowed"
    r"|rejected"
    r"|accused|welcomed|agreed|hopes|denied)\b)"
)
_OWNED = expression(
    r"(?i)(?:[’']s|s’|\b(?:former|late|then|ex|future|next|past|vice|deputy|acting|by|with|of|under|like|and)|[\p{L}.]*[ -]the)[ -]\Z|-\Z"
)


def bare(analysis: Analysis, facts: Facts) -> Iterator[Statement]:
    text, on = analysis.text, analysis.ledger.as_of
    for hit in _BARE.finditer(text) if on else ():
        name = person_name(hit["name"])
        if not name or on is None or _OWNED.search(text[max(0, hit.start() - 20) : hit.start()]):
            continue
        held = _held(facts, name, hit["title"])
        people, owners = {tenure.person for tenure in held}, {tenure.of for tenure in held}
        if len(people) != 1 or len(owners) != 1 or any(tenure.end is None or tenure.end.last > on - _LONG_AGO for tenure in held):
            continue
        land = facts.country(held[0].of)
        if land is None or (land.code == "US" and hit["title"] == "President") or not _about(text, land):
            continue
        start = hit.start("name") + hit["name"].find(name)
        title = Title(hit.start(), hit.end("title"), hit["title"], held[-1].office, land, True, False, False)
        said = judge(analysis, facts, Holding(title, name, Span(start, start + len(name)), Span(hit.start(), start + len(name))))
        if said and said.verdict == "contradicts" and said.kind == "holder":
            yield said


def _held(facts: Facts, name: str, title: str) -> list[Tenure]:
    """Every tenure, of anybody whom the name can mean, of an office with this title."""
    known = facts.person(name)
    people: tuple[Known, ...] = (known,) if known else facts.bearers(name.rsplit(" ", 1)[-1])
    fitting = (person for person in people if any(same(name, form) for form in (person.name, *person.spellings)))
    return [held for person in fitting for held in facts.tenures(person.name) if facts.office(title, held.of) == held.office]


def _about(text: str, land: Country) -> bool:
    """Does the article name the land?"""
    words = "|".join(map(regex.escape, sorted({land.name, *land.adjectives, land.capital} - {""}, key=len, reverse=True)))
    return bool(regex.search(rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})", text))
