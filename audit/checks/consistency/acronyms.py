"""This file finds acronyms that do not belong to the name beside them: European Central Bank (BCE), and one acronym for two names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from audit.checks.consistency.alike import plain
from audit.checks.consistency.found import Found
from audit.knowledge import table
from audit.model import Analysis, Span

_WORD = r"\p{Lu}[\p{L}\p{M}]*(?:[-’'](?!s\b)\p{L}+)*"
_SMALL = r"(?:of|for|and|the|on|in|to|against|&|de|du|des|la)"
_NAME = rf"(?P<name>{_WORD}(?:(?:,?[ ]{_SMALL}){{0,3}}[ ]{_WORD}){{1,9}})"
_ACRONYM = r"(?P<acronym>\p{Lu}[\p{Lu}-]{0,7}\p{Lu})"
_FORMS = (
    regex.compile(rf"(?<![\p{{L}}-]){_NAME}[ ][(](?:the[ ])?[“\"]?{_ACRONYM}[”\"]?[)]"),
    regex.compile(rf"(?<![\p{{L}}-]){_ACRONYM}[ ][(](?:the[ ]|an?[ ]acronym[ ]for[ ](?:the[ ])?)?{_NAME}[)]"),
    regex.compile(rf"(?<![\p{{L}}-]){_ACRONYM},[ ](?:or[ ])?(?:the[ ])?{_NAME}(?=[,.])"),
    regex.compile(rf"(?<![\p{{L}}-]){_NAME},[ ](?:or|known[ ]as|abbreviated|called|short)[ ](?:the[ ]|as[ ])?{_ACRONYM}(?=[,.;)])"),
)
_SKIPPED = frozenset("of for and the on in to against & de du des la".split())
_SPELLING = regex.compile(r"[^\p{L} ]")


def _pairs(analysis: Analysis) -> Iterator[tuple[Span, str, Span, str]]:
    """Every name with the acronym beside it: place and name, place and acronym."""
    if not regex.search(r"\p{Lu}{2}", analysis.text):
        return
    found = [hit for form in _FORMS for hit in form.finditer(analysis.text)]
    for hit in sorted(found, key=lambda hit: hit.start()):
        yield Span(*hit.span("name")), hit["name"], Span(*hit.span("acronym")), hit["acronym"]


def wrong_acronym(analysis: Analysis) -> Iterator[Found]:
    """A body whose acronym the sheet knows, with another one beside it that is not its own in English."""
    for place, name, at, acronym in _pairs(analysis):
        known = _known(name, acronym)
        listed = analysis.text[place.start - 2 : place.start] == ", " or analysis.text[place.start - 6 : place.start] == ", the "
        if known is None or acronym in known[1] or _fitting(name, acronym) or (listed and acronym in table("acronyms/bodies")):
            continue
        if not _of_a_body(acronym, known[0]):
            continue  # the acronym of something else, which the words before the brackets may be about
        right, full = known[0], known[2]
        values = {"name": full, "acronym": acronym, "better": right}
        yield Found(at, place, values, f"the acronym of this name is {right}", (right,))


def _of_a_body(acronym: str, right: str) -> bool:
    """Is it the acronym of another body, that of this one in another language, or its letters in another order?"""
    rows = table("acronyms/bodies")
    return acronym in rows or acronym in rows[right].get("foreign", ()) or sorted(acronym) == sorted(right)


def _known(name: str, acronym: str) -> tuple[str, frozenset[str], str] | None:
    """The acronym, all that it may have, and the usual form of the name that these words end with.

    Where the name is only a part (the Court of Auditors of the European Union), the acronym must have the letters of its own.
    """
    pieces = name.split()
    for first in range(len(pieces) - 1):
        found = _bodies().get(_key(" ".join(pieces[first:])))
        part = bool({word.lower() for word in pieces[max(0, first - 2) : first]} & {"of", "for", "and"})
        if found is not None and (not part or sorted(acronym) == sorted(found[0])):
            return found
    return None


def _key(name: str) -> str:
    """Spelled alike in Britain and America, with and without hyphens: organisation, programme, co-operation, centre."""
    flat = _SPELLING.sub("", plain(name).replace("-", ""))
    flat = flat.removeprefix("the ").replace("isation", "ization").replace("programme", "program").replace("centre", "center")
    return flat.replace("defence", "defense").replace("labour", "labor")


@cache
def _bodies() -> dict[str, tuple[str, frozenset[str], str]]:
    rows = table("acronyms/bodies")
    found = {}
    for acronym, row in rows.items():
        for name in row["names"]:
            found[_key(name)] = (acronym, frozenset({acronym, *row.get("also", ())}), row["names"][0])
    return found


def two_expansions(analysis: Analysis) -> Iterator[Found]:
    """One acronym that stands beside two names of other words, each with its initials."""
    first: dict[str, tuple[Span, str]] = {}
    for place, name, _, acronym in _pairs(analysis):
        fitting = _fitting(name, acronym)
        if fitting is None:
            continue
        start = place.end - len(fitting)
        earlier, other = first.setdefault(acronym, (Span(start, place.end), fitting))
        if _same(other, fitting):
            continue
        values = {"acronym": acronym, "name": fitting, "other": other}
        yield Found(Span(start, place.end), earlier, values, f"here {acronym} stands for this")


def _fitting(name: str, acronym: str) -> str | None:
    """The end of the name whose initials make the acronym."""
    pieces = name.split()
    wanted = acronym.replace("-", "").lower()
    for first in range(len(pieces) - 1):
        rest = pieces[first:]
        if rest[0].lower() in _SKIPPED:
            continue
        split = [part for piece in rest for part in piece.split("-")]
        all_initials = "".join(plain(piece)[:1] for piece in split if piece.lower() not in _SKIPPED)
        whole = "".join(plain(piece)[:1] for piece in rest if piece.lower() not in _SKIPPED)
        if wanted in (all_initials, whole, "".join(plain(piece)[:1] for piece in rest)):
            return " ".join(rest)
    return None


def _same(one: str, other: str) -> bool:
    """The same words, whatever their ending and spelling: Organisation, Organization; Nation, Nations, National."""
    first, second = ([word for word in _key(name).split() if word not in _SKIPPED] for name in (one, other))
    if len(first) != len(second):
        return "".join(first) == "".join(second)
    return all(a[:5] == b[:5] or a in b or b in a for a, b in zip(first, second, strict=True))
