"""This file finds counts that the list beside them contradicts: three countries (France and Italy), both Ana, Leo and Mara."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from audit.found import Found
from audit.model import Analysis, Related
from audit.numerals import SMALL
from audit.spans import Span

_NAME = (
    r"(?:(?:the|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|St\.?)[ ])?\p{Lu}[\p{L}’'-]*(?:[ ](?:(?:of|de|van|von|al|bin|da|del|la"
    r"|the)[ ])?\p{Lu}[\p{L}’'-]*){0,4}"
)
_COUNTED = regex.compile(
    rf"(?<![\p{{L}}-])(?P<n>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|(?<![\d.,$€£])[2-9]"
    rf"(?![\d.,]\d))[ ](?!of\b|or\b|to\b|per\b|million|billion|days\b|years\b|hours\b|months\b|weeks\b|minutes\b)"
    rf"(?:(?:\p{{Ll}}[\p{{L}}-]*|\p{{Lu}}{{2,4}})[ ]){{0,3}}?(?P<noun>\p{{Ll}}{{3,}}(?:s|men|women|people|children))"
    rf"(?P<sep>:[ ]|[ ]?[–—][ ]?|[ ]-[ ]|,[ ]namely[ ]|(?<=\b[Tt]he[ ](?:\p{{Ll}}+|\d)[ ](?:\p{{L}}+[ ]){{0,3}}\p{{L}}+),[ ]|[ ]\("
    rf"(?!including|such|e\.g\.))(?P<list>{_NAME}"
    rf"(?:,[ ]{_NAME}){{0,8}},?[ ]and[ ]{_NAME})(?P<end>[.;)]|(?=,[ ](?!and\b|or\b|as\b|with\b|but\b|in\b|from\b|the\b|a\b|an\b"
    rf"|plus\b)\p{{Ll}}+)"
    rf"|[ ]?[–—]|[ ]-[ ]|\s*$)"
)
_BOTH = regex.compile(
    rf"\b[Bb]oth[ ](?!(?:Chambers|Houses|Parties|Presidents|Ministers|Governments|States|Sides)\b)"
    rf"(?P<list>{_NAME},[ ]{_NAME}[ ]and[ ]{_NAME})(?=[ ](?:\p{{Ll}}+)|[.,;)])"
)
_WITH_AND = regex.compile(
    r"Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda|St\.? Kitts and Nevis|Saint Kitts and Nevis"
    r"|S[aã]o Tom[eé] and Pr[ií]ncipe|Serbia and Montenegro|Turks and Caicos"
    r"|Tyne and Wear|Johnson and Johnson|Marks and Spencer|Barnes and Noble|Newfoundland and Labrador|Brighton and Hove"
    r"|Standard and Poor’s|Jammu and Kashmir|Castilla and Le[oó]n"
)
_PAIRED = regex.compile(
    r"\b(?:matches|games|pairs|duos|couples|teams|fixtures|finals|semi-?finals|groups|meetings|ties|encounters|between|respectively"
    r"|parts)\b"
)


def counted(analysis: Analysis) -> Iterator[Found]:
    """A number, a noun and the list that it announces; only lists of nothing but names."""
    text = analysis.text
    for hit in _COUNTED.finditer(text):
        names = _names(hit["list"])
        number = SMALL.get(hit["n"].lower()) or int(hit["n"])
        if (
            (hit["sep"].strip().startswith("(")) != (hit["end"] == ")")
            or (hit["end"] == "" and not hit["sep"].strip().endswith(("namely", ",")) and text[hit.end() : hit.end() + 1] == ",")
            or len(names) in (number, 2 * number)
        ):
            continue
        if _PAIRED.search(hit["noun"]) or (len(names) < number and hit["end"] != ")" and text[hit.end() : hit.end() + 1] == ","):
            continue
        related = (Related(Span(*hit.span("list")), "the list"),)
        values = {"reason": f"the list has {len(names)}"}
        yield Found(Span(hit.start("n"), hit.end("noun")), values, (), related)
    for hit in _BOTH.finditer(text):
        names = _names(hit["list"])
        if len(names) == 3:
            yield Found(
                Span(hit.start(), hit.start() + 4), {"reason": "three are named"}, (), (Related(Span(*hit.span("list")), "the list"),)
            )


def _names(written: str) -> list[str]:
    whole = _WITH_AND.sub(lambda hit: hit[0].replace(" and ", " & "), written)
    return [name for name in regex.split(r",[ ](?:and[ ])?|[ ]and[ ]", whole) if name]
