"""This file finds names of papers, magazines and broadcasters that an engine translated by their words: `According to The Country, ...`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, NamedTuple

import regex

from audit.context import Context, holds
from audit.inflect import expand
from audit.knowledge import table, words
from audit.model import Analysis, Match, Rule, Span

_WORD = regex.compile(r"(?<![\w@#./’'-])(?:\p{Lu}|\d)[\w’'/-]*")
_KIND = (
    r"(?:newspapers?|papers?|dail(?:y|ies)|tabloids?|weekl(?:y|ies)|magazines?|broadsheet|broadcaster|channel|station|news[ ]agency|portal"
    r"|website|news[ ]site|news[ ]show|programme|news[ ]program|newscast|publication|periodical|monthly|outlet|newsroom)"
)
_VERB = (
    r"(?:reports?|reported|writes?|wrote|publish(?:es|ed)|reveal(?:s|ed)|quot(?:es|ed)|cit(?:es|ed)|claims?|claimed|calculate[sd]"
    r"|learn(?:s|t|ed)|devote[sd]|comment(?:s|ed)|printed|interviewed|headline[sd]|dedicate[sd]|announced|note[sd]|recall(?:s|ed)|said|says"
    r"|asks|asked|spoke[ ]to|call(?:s|ed)|describe[sd]|argue[sd]|warn(?:s|ed)|speculate[sd]|confirm(?:s|ed)|estimate[sd]|found[ ]that"
    r"|obtained|broadcast|has[ ](?:learnt|learned|published|reported|revealed|interviewed"
    r"|obtained|seen|calculated|written))\b"
)
_PEOPLE = (
    r"(?:journalists?|reporters?|correspondents?|editors?|editor-in-chief|columnists?|readers|pages|newsroom|edition|website|editorial)"
)
_LAND = r"(?:\p{Lu}[\p{L}-]+[ ](?:d[aeo]s?[ ])?){0,2}"
_KIND_BEFORE = regex.compile(rf"\b{_KIND}[ ,]{{1,2}}(?:called[ ])?[“\"‘'«]?(?:[Tt]he[ ])?\Z")
_KIND_AFTER = regex.compile(
    rf"[”\"’'»]?(?:[ ]{_LAND}{_KIND}\b|,[ ](?:the|an?|one[ ]of)[ ][^,.]{{0,45}}?{_KIND}\b|[ ][Ii]nformation,"
    rf"|,[^,.]{{0,50}}[ ]the[ ][^,.]{{0,20}}{_KIND}[ ](?:said|wrote))"
)
_CUE_BEFORE = regex.compile(
    rf"(?:\b{_PEOPLE}[ ](?:of|for|at|from|in)|[Aa]ccording[ ]to|\btold|\btells|\binterview[ ](?:with|in|to|for)"
    r"|\b(?:quoted|cited|published|printed|broadcast|shown|reported|revealed|obtained|seen|carried|owned|written)[ ](?:by|in|on)"
    r"|\b(?:wrote|writes|writing|reads|read|article|column|report|essay|forum|op-ed|poll|letter|story|appeared)[ ](?:in|by|for|of)"
    r"|(?:^|[.!?][ ])(?:As|In))[ ](?:(?:the|today[’']s)[ ])?[“\"‘'«]?(?:[Tt]he[ ])?\Z"
)
_CUE_AFTER = regex.compile(
    rf"[”\"’'»]?(?:[’']s[ ]{_PEOPLE}\b|[ ](?:of|in)[ ](?!Italy|Germany|France|Spain|Korea|China|Poland|Ireland|Turkey|Iran){_LAND}{_VERB}"
    rf"|[ ](?:also[ ]|now[ ]|even[ ])?{_VERB}|[ ]{_PEOPLE}\b)"
)
_ANOTHER = regex.compile(rf"[ ](?!{_KIND}|Newspaper|Magazine)\p{{Lu}}\p{{Ll}}")
_BESIDE_KINDS = frozenset(
    "National Daily Free Public Independent Universal Financial Morning Evening Saturday Friday Youth Labour Labor Country People Work "
    "Star Sun Nation Standard Telegraph Observer Herald Times Spectator Mirror Mercury Courier Independent "
    "Time Life Weather Vision Week Today Tomorrow Politics Policy Law Business Civic World Team Express Press News Sunday Opinion".split()
)
"""Words that stand before `newspaper` or `channel` as any adjective does, or that with `magazine` are another one's name."""
_HOME = {
    "at": ("de",), "ch": ("de", "fr", "it"), "be": ("fr", "nl"), "br": ("pt",), "cz": ("cs",), "dk": ("da",), "gr": ("el",),
    "se": ("sv",), "no": ("no", "nb"), "ua": ("uk", "ru"), "by": ("be", "ru"), "ir": ("fa",), "il": ("he",), "in": ("hi",), "bd": ("bn",),
    "pk": ("ur",), "cn": ("zh",), "tw": ("zh",), "jp": ("ja",), "kr": ("ko",), "vn": ("vi",), "rs": ("sr", "sh"), "ba": ("bs", "sh"),
    "si": ("sl",), "ee": ("et",), "eg": ("ar",), "lb": ("ar",), "sa": ("ar",), "arab": ("ar",), "ar": ("es",),
    **dict.fromkeys(("mx", "cl", "co", "pe", "ve", "ec", "uy", "bo", "cu", "ni"), ("es",)),
}  # fmt: skip
"""Languages of a land's press; a land that is not here has the language of its own code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Context):
    """`sheet`: the table of knowledge/ with the names."""

    sheet: str


class Paper(NamedTuple):
    """A translated name as it is written, the paper's own name, the lands of its press, whether it is a common word or another paper."""

    written: str
    own: str
    lands: tuple[str, ...]
    common: bool


class Mastheads:
    """Looks every capitalised word up among the translated names; a word of the press and one of the country must stand by."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for rule in self._rules:
            papers = _papers(rule.settings.sheet)
            done = 0
            for hit in _WORD.finditer(analysis.text):
                listed = papers.get(hit[0].split("’")[0].split("'")[0], ()) if hit.start() >= done else ()
                if listed and (match := _match(rule, analysis, hit.start(), listed)):
                    done = match.span.end
                    yield match


def _match(rule: Rule, analysis: Analysis, start: int, listed: tuple[Paper, ...]) -> Match | None:
    """The longest name that stands here, if its surroundings make it a paper; without a word of the land only for texts from there."""
    text = analysis.text
    here = [paper for paper in listed if text.startswith(paper.written, start) and not text[start + len(paper.written)].isalnum()]
    longest = max((len(paper.written) for paper in here), default=0)
    here = [paper for paper in here if len(paper.written) == longest]
    article = 4 if text[max(0, start - 4) : start].lower() == "the " else 0
    span = Span(start - article, start + longest)
    if not here or not holds(rule.settings, analysis, span, False):
        return None
    sentence = analysis.sentence_at(start)
    near = sentence.span.of(text) if sentence else text
    from_there = [paper for paper in here if _speaks_of(paper, near if paper.common or " " not in paper.written else text)]
    papers = from_there or here
    if not _stands_as_paper(text, start, span.end, papers[0], bool(article) or not papers[0].written.isalpha()):
        return None
    only = () if from_there else tuple(dict.fromkeys(home for paper in here for land in paper.lands for home in _HOME.get(land, (land,))))
    return Match(rule.name, span, {"found": span.of(text)}, tuple(paper.own for paper in papers[:3]), only=only)


def _stands_as_paper(text: str, start: int, end: int, paper: Paper, named: bool) -> bool:
    """Does the text call it a paper, or, of a name with an article or of several words, let it speak?"""
    before, after = text[max(0, start - 60) : start], text[end : end + 90]
    if _ANOTHER.match(after):
        return False
    if _KIND_BEFORE.search(before) or (_KIND_AFTER.match(after) and (after.startswith(",") or paper.written not in _BESIDE_KINDS)):
        return True
    return not paper.common and named and bool(_CUE_BEFORE.search(before) or _CUE_AFTER.match(after))


def _speaks_of(paper: Paper, text: str) -> bool:
    known = (word for land in paper.lands for word in words(f"words/land/{land}") if word in text)
    return any(regex.search(rf"(?<!\w){regex.escape(word)}(?!\w)", text) for word in known)


@cache
def _papers(sheet: str) -> dict[str, tuple[Paper, ...]]:
    """The translated names by their first word."""
    papers: dict[str, list[Paper]] = {}
    for own, row in table(sheet).items():
        for phrase in row["find"]:
            for literal, _ in expand(phrase):
                paper = Paper(literal, own, tuple(row["land"]), bool(row.get("common")))
                papers.setdefault(literal.split()[0].split("'")[0], []).append(paper)
    return {first: tuple(those) for first, those in papers.items()}
