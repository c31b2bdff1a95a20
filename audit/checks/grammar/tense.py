"""This file finds verbs whose tense does not go with the time that stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import FINITE, Found, Tokens, before, conjugated, following, sheet, span
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
_OPEN = frozenset("since from over than as until till by of through during between to in for".split())
"""Prepositions that make a time open, or part of something else: `since last year`, `over the past week`, `of yesterday`."""
_UNITS = frozenset({"night", "week", "month", "year", "summer", "winter", "spring", "autumn"})
_AGO = frozenset({"minutes", "minute", "days", "weeks", "months", "years", "hours", "day", "week", "month", "year", "hour"})
_PART_OF_TIME = frozenset("end beginning start middle month week year days weeks months years hours day hour".split())
_HOURS = frozenset({"morning", "afternoon", "evening"})
_IN_TIME = frozenset("yesterday last this on in of end the at a few some".split()) | _AGO
_ADVERBIAL = frozenset({"npadvmod", "advmod", "prep", "dep", "dobj", "pobj", "tmod", "attr", "oprd"})
_STOPS = frozenset(
    '; : since until till — – ( ) “ ” " who which that when if because after before while and but over following about during'.split()
)
_PLANS = conjugated(
    "schedule reschedule plan call set slate book invite summon summons urge postpone delay move order organise organize convene fix "
    "expect promise vow pledge threaten agree prepare list offer give need want ask announce confirm declare".split(),
    "en",
)
"""What is done now about a day to come: `the union has called a strike this Friday`."""


_SURELY_OVER = 2023
"""A year before this one is over, whenever the text was written."""


def finished_time(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`has announced yesterday`: the present perfect with a time that is over (Spanish, French, Italian, German)."""
    year = analysis.document.date.year if analysis.document.date else _SURELY_OVER
    for tokens in sentences:
        for auxiliary in tokens:
            verb = _perfect(auxiliary)
            time = verb and _time(verb, tokens, year)
            if time is not None:
                yield Found(span(auxiliary, time), values={"time": span(_time_start(time, tokens), time).of(analysis.text)})


def _perfect(auxiliary: Token) -> Token | None:
    """The participle of a present perfect; not of `may have left`, `to have died`, `had`."""
    verb = auxiliary.head
    if auxiliary.lower_ not in _PERFECT or auxiliary.dep_ != "aux" or not auxiliary.i < verb.i <= auxiliary.i + 4:
        return None
    if verb.tag_ not in {"VBN", "VBD"} or any(child.tag_ == "MD" or child.lower_ == "to" for child in verb.children):
        return None
    near = auxiliary.doc[max(auxiliary.sent.start, auxiliary.i - 3) : verb.i]
    return None if any(token.tag_ in {"MD", "TO", "VB"} for token in near) else verb


def _time(verb: Token, tokens: Tokens, year: int) -> Token | None:
    """The last token of a finished time that belongs to the verb and to no noun or other verb between."""
    for token in tokens[verb.i - tokens[0].i + 1 :]:
        if _is_owner(token):
            return None
        if (
            token.lower_ in _STOPS
            or (token.lower_ in {"up", "down"} and before(token, 1) == [","])
            or token.tag_ in FINITE
            or (token.tag_ in {"VB", "VBG", "VBN"} and token.i > verb.i + 1)
        ):
            return None
        if (_ends_time(token, verb) or _year_over(token, year)) and (_adjoins(token, verb) or _belongs(token, verb)):
            return token
    return None


def _is_owner(token: Token) -> bool:
    """`has beaten last year's winner`: the time belongs to what follows."""
    rest = following(token)
    return rest is not None and rest.lower_ in {"'s", "’s"}


def _adjoins(time: Token, verb: Token) -> bool:
    """Does the time follow its verb directly (`has raised last Thursday the rate`)? Then no tree is needed."""
    between = time.doc[verb.i + 1 : time.i]
    return all(token.lower_ in _IN_TIME or token.tag_ == "CD" for token in between)


def _ends_time(token: Token, verb: Token) -> bool:
    words = before(token, 5)
    if token.lower_ == "yesterday":
        rest = following(token)
        return not _open(words) and not (rest is not None and rest.lower_ in _HOURS)
    if token.lower_ in _HOURS and words[-1:] == ["yesterday"]:
        return not _open(words[:-1])
    if token.lower_ in {"ago", "later"}:
        return words[-1:] != [] and words[-1] in _AGO and not _open(words[:-2])
    if token.lower_ in _UNITS and words[-1:] == ["last"]:
        return words[-4:-1] == ["the", "end", "of"] or not (_open(words[:-1]) or words[-2:-1] == ["the"])
    if token.text in sheet("days") and verb.lower_ not in _PLANS:
        return words[-1:] == ["on"] or (words[-1:] in (["this"], ["last"]) and not _open(words[:-1]))
    return False


def _year_over(token: Token, year: int) -> bool:
    """`in 2019` in a document of a later year; not in a list of years, which experience adds up."""
    if not (token.text.isdecimal() and 1900 <= int(token.text) < year and before(token, 1) == ["in"]):
        return False
    rest = following(token)
    beyond = following(rest) if rest is not None else None
    return rest is None or rest.lower_ not in {",", "and", "or", "-", "–"} or (beyond is not None and not beyond.like_num)


def _open(words: list[str]) -> bool:
    return words[-1:] != [] and words[-1] in _OPEN


def _belongs(time: Token, verb: Token) -> bool:
    """Do the steps up the tree from the time reach the verb without passing another verb or a noun that is not part of the time?"""
    token = time
    for _ in range(5):
        head = token.head
        if head.i == verb.i:
            return token.dep_ in _ADVERBIAL
        if head.i == token.i or head.pos_ == "VERB" or (head.pos_ in {"NOUN", "PROPN"} and head.lower_ not in _PART_OF_TIME):
            return False
        token = head
    return False


def _time_start(time: Token, tokens: Tokens) -> Token:
    """The first token of the time: back over `at the end of last`, `three days`."""
    index = time.i - tokens[0].i
    while tokens[index - 1].lower_ in _IN_TIME or tokens[index - 1].tag_ == "CD":
        index -= 1
    return tokens[index]


_EVENTS = conjugated(
    "declare announce react demand assure stress insist reply respond answer point indicate state affirm reject accuse defend "
    "denounce condemn publish accompany give rule admit acknowledge add comment ask reveal present sign "
    "travel arrive meet speak appear resign arrest attack enter threaten steal force hit pull catch begin start take leave "
    "stop flee break "
    "decide refuse kill find search seize open close return congratulate thank call".split(),
    "en",
)
"""What happens once, at a moment: the verbs of narration."""
_LASTING = frozenset(
    "since so far already ever never yet always repeatedly often recently now times once twice long years months weeks ago".split()
)


def narrated_perfect(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`He has accompanied his message with a film`, in a text that also says `has demanded this Saturday` (Spanish)."""
    betrayed = {found.span for found in finished_time(analysis, sentences)}
    if not betrayed:
        return
    for tokens in sentences:
        for auxiliary in tokens:
            verb = _perfect(auxiliary)
            if verb is None or verb.lower_ not in _EVENTS or _LASTING & {token.lower_ for token in tokens}:
                continue
            here = span(auxiliary, verb)
            if not analysis.quoted(here) and not any(here.overlaps(other) for other in betrayed):
                yield Found(here)


_MOMENTS = _EVENTS | conjugated(
    "accept drop fall lay land lose deliver greet visit explain unfurl climb withdraw listen hear lock approve spread score end tie "
    "change assault grab jump shoot crash collide inaugurate dismiss propose request replace transfer inform confess run hide drag "
    "throw place put read protest gather beat finish reach pass intervene order interrupt raise cross board tell".split(),
    "en",
)
_IN_BETWEEN = frozenset("also then just not even first finally later".split())


def perfect_chain(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`The thief has entered by a window, has taken the jewels and has fled.`: what happened once, told in the perfect."""
    for tokens in sentences:
        auxiliaries = [token for token in tokens if token.lower_ in {"has", "have"}]
        if not auxiliaries[2:] or _LASTING & {token.lower_ for token in tokens} or analysis.quoted(span(tokens[0], tokens[-1])):
            continue
        told = [verb for auxiliary in auxiliaries if (verb := _participle(auxiliary)) is not None and not analysis.quoted(span(verb, verb))]
        within = {token.lower_ for token in tokens[auxiliaries[0].i - tokens[0].i : auxiliaries[-1].i - tokens[0].i]}
        if told[2:] and not within & {"that", "as", "not", "if", "because"} and any(verb.lower_ in _MOMENTS for verb in told):
            yield Found(span(auxiliaries[0], told[-1]))


def _participle(auxiliary: Token) -> Token | None:
    """The participle directly behind `has`, past one adverb; none after `may`, `to` or `been`."""
    verb = following(auxiliary)
    if verb is not None and verb.lower_ in _IN_BETWEEN:
        verb = following(verb)
    plain = verb is not None and verb.tag_ in {"VBN", "VBD"} and verb.lower_ not in {"been", "had", "become"}
    return verb if plain and not {"may", "might", "must", "to", "would", "could"} & set(before(auxiliary, 1)) else None


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {
    "finished-time": finished_time,
    "narrated-perfect": narrated_perfect,
    "perfect-chain": perfect_chain,
}
