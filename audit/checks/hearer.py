"""This file finds verbs of telling that lost the person who is told: only in English do remind, assure and inform need one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Literal

from audit.inflect import forms
from audit.knowledge import words
from audit.model import Analysis, Match, Rule, Span
from audit.speech import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

Fault = Literal["no-object", "inverted-no-object", "told-about", "denies-to-have"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`fault`: which fault of a verb of telling the card is about."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
    fault: Fault


class Hearer:
    """Looks at verbs of telling and what follows them."""

    settings: ClassVar[type] = Settings

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)

    def find(self, analysis: Analysis) -> Iterator[Match]:
        for rule in self._rules:
            for span, better, values in FAULTS[rule.settings.fault](analysis):
                yield Match(rule.name, span, values, better)


Found = tuple[Span, tuple[str, ...], dict[str, str]]
_INSTEAD = {"remind": "note", "assure": "insist", "inform": "say", "notify": "say", "tell": "say", "convince": "say"}
_BE = frozenset(
    "be been being is was were are am 's ’s 're ’re get gets got gotten rest resting feel felt stay remain when once if so as not"
    " well".split()
)


_CLAUSE_EDGES = frozenset({",", "“", '"', "and", "(", "–", "—"})
_LEFT_ALONE = frozenset({"tell", "telling", "inform", "informs", "informing", "notify", "notifies", "notifying"})
"""Forms that good English-language media also use without a hearer, or that mostly stand in questions."""


@cache
def _replacements(verbs: tuple[str, ...]) -> dict[str, tuple[str, bool]]:
    """Each form of the verbs: the same form of the verb to use instead, and whether the form may be a participle."""
    return {
        spelling: (forms(_INSTEAD[verb])[kind][0], kind in ("ed", "en"))
        for verb in verbs
        for kind in ("base", "s", "ing", "ed")
        for spelling in forms(verb)[kind]
    }


def _no_object(analysis: Analysis) -> Iterator[Found]:
    """`The minister reminded that ...`, `Reminding that`: these verbs want the person who is told."""
    wanted = _replacements(("remind", "assure", "inform", "notify", "tell"))
    for token in analysis.tokens[:-1]:
        if token.lower_ not in wanted or token.nbor().lower_ != "that" or token.lower_ in _LEFT_ALONE:
            continue
        better, participle = wanted[token.lower_]
        if any(child.dep_ in ("auxpass", "dobj", "dative") for child in token.children):
            continue
        if not _passive(analysis, token) and not (participle and not _has_subject(token)):
            better = better.capitalize() if token.text[0].isupper() else better
            yield Span(token.idx, token.nbor().idx + 4), (f"{better} that",), {"verb": token.text}


def _passive(analysis: Analysis, token: Token) -> bool:
    """A participle after a form of be or get, or at the start of a clause: `be reminded that`, `rest assured that`."""
    before = [analysis.tokens[index].lower_ for index in range(max(0, token.i - 3), token.i)]
    return bool(set(before) & _BE) or (
        token.lower_.endswith(("ed", "told")) and (not before or (before[-1] in _CLAUSE_EDGES and token.dep_ != "ROOT"))
    )


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in ("nsubj", "csubj") for child in token.children)


_LATE = (
    r"(?<=[\p{L}\d][”\"»]?,[”\"»]?[ ])(?P<verb>reminds|reminded|informs|informed|assures|assured|tells|convinces)[ ]"
    r"(?P<who>%(who)s)(?=[.](?:\s|\p{Lu})|[.]?\s*$|[ ](?:on|this)[ ]%(when)s)"
)


def _inverted_no_object(analysis: Analysis) -> Iterator[Found]:
    """`..., reminds the journalist.`: the speaker stands where the hearer should be."""
    forms_of = _replacements(("remind", "inform", "assure", "tell", "convince"))
    for hit in expression(_LATE).finditer(analysis.text):
        yield Span(*hit.span()), (f"{hit['who']} {forms_of[hit['verb']][0]}",), {"verb": hit["verb"]}


_ABOUT = {
    **dict.fromkeys(("told", "tells"), frozenset({"about"})),
    **dict.fromkeys(("informed", "informs", "reminded", "reminds"), frozenset({"about", "of"})),
}


def _told_about(analysis: Analysis) -> Iterator[Found]:
    """`The minister told about it in ...`: told whom? (Russian рассказал об этом, Chinese 介绍)."""
    for token in analysis.tokens[:-2]:
        if token.lower_ not in _ABOUT or token.nbor().lower_ not in _ABOUT[token.lower_]:
            continue
        told_of = token.nbor(2)
        passive = any(
            child.dep_ in ("auxpass", "aux", "dobj", "dative") or child.lemma_ in ("be", "get", "have") for child in token.children
        )
        subject = next((child for child in token.lefts if child.dep_ == "nsubj"), None)
        speaks = (
            subject is not None
            and not _relative(token, subject)
            and (subject.lower_ in ("he", "she", "they") or subject.tag_ in ("NNP", "NN"))
        )
        if (
            speaks
            and not passive
            and not _passive(analysis, token)
            and told_of.lower_ in ("it", "this", "these", "the", "his", "her", "their", "how", "a")
        ):
            better = "spoke" if token.lower_.endswith("d") else "speaks"
            about = token.nbor()
            yield Span(token.idx, about.idx + len(about)), (f"{better} about",), {"verb": token.text}


def _relative(verb: Token, subject: Token) -> bool:
    """`The story he told about`: what is told stands before the subject."""
    return verb.dep_ == "relcl" or (subject.left_edge.i > 0 and subject.left_edge.nbor(-1).pos_ in ("NOUN", "PRON"))


_DENIERS = frozenset(
    "assure refute deny affirm confirm recognize recognise acknowledge admit state assert insist declare maintain deplore stress".split()
)


@cache
def _denying() -> frozenset[str]:
    return frozenset(spelling for verb in _DENIERS for kind in ("s", "ed") for spelling in forms(verb)[kind])


def _denies_to_have(analysis: Analysis) -> Iterator[Found]:
    """`She denies to have ...`, `He assures to be ...`: the infinitive of the source, where English has -ing or a clause."""
    for token in analysis.tokens[:-3]:
        if token.lower_ not in _denying() or token.i == 0:
            continue
        after = [analysis.tokens[token.i + step].lower_ for step in (1, 2, 3)]
        after = after[1:] if after[0] == "not" else after
        before = token.nbor(-1)
        speaker = (
            before.lower_ in ("he", "she", "they", "who")
            or before.tag_ in ("NNP", "NNPS")
            or (token.lower_.endswith("s") and before.tag_ == "NN" and token.tag_ == "VBZ")
            or (before.lower_ in words("words/titles") and token.tag_ == "VBD")
        )
        if after[0] == "to" and after[1] in ("have", "be") and speaker and not _relative_before(token):
            end = analysis.tokens[token.i + (3 if len(after) == 2 else 2)]
            yield Span(token.idx, end.idx + len(end)), (), {"verb": token.text}


def _relative_before(token: Token) -> bool:
    """`whom he confirmed to be`, `the man police declared to be`: the subject of the infinitive stands before, so nothing is wrong."""
    start = token.sent.start
    return any(
        other.lower_ in ("whom", "which", "that", "what", "who") for other in token.doc[start : max(start, token.i - 1)]
    ) or token.dep_ in ("relcl", "acl")


FAULTS: dict[Fault, Callable[[Analysis], Iterator[Found]]] = {
    "no-object": _no_object,
    "inverted-no-object": _inverted_no_object,
    "told-about": _told_about,
    "denies-to-have": _denies_to_have,
}
