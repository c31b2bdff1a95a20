"""This file finds verbs whose form does not go with the word before them: `must approved`, `did not went`, `has announce`."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit.checks.grammar.tokens import OPENERS, QUOTES, Found, Tokens, before, conjugated, following, preceding, sheet, span
from audit.inflect import forms
from audit.knowledge import table
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODALS = frozenset("will would can could must should shall might may cannot ca wo".split())
_DO = frozenset({"do", "does", "did"})
_HAVE_BE = frozenset("has have is are was were been being".split())
_HAVE = frozenset({"has", "have", "had"})
_NOT = frozenset({"not", "n't", "n’t"})
_ELLIPTIC = frozenset("as than all what whatever everything anything best thing idea step".split())
_RELATIVE = frozenset("who whoever those that which how where".split())
"""After these the verb may be left out, or be named: `those who did not faced fines`, `what we can do is announce it`."""
_INVERTING = frozenset("only never until rarely seldom nor hardly".split())
_NO_AUXILIARY = frozenset({"DT", "JJ", "PRP$", "POS", "TO", "IN"})
"""Tags before a noun that is spelled like an auxiliary: `the can`, `his will`, `at will`."""
_NOT_PAST = frozenset(
    "need feed bleed speed proceed succeed exceed embed heed seed shed wed shred breed unused supposed provided based".split()
)
_NAMED_TOO = frozenset("saw found fell bore wound ground felt left lay shot thought dove cost bound".split())


@cache
def _irregular(*kinds: str) -> frozenset[str]:
    """Irregular forms of the kinds that are no base form of another verb: went and took, not saw or found."""
    rows = table("words/irregular")
    spellings = {spelling for verb in rows for kind in kinds for spelling in forms(verb)[kind]}
    return frozenset(spellings) - set(rows) - _NAMED_TOO - {"had", "was", "were"}


def _past(token: Token) -> bool:
    if not token.is_lower or token.lower_ in _irregular("ed", "en"):
        return token.is_lower
    return token.tag_ in {"VBD", "VBN"} and token.lower_.endswith("ed") and token.lower_ not in _NOT_PAST and len(token) > 4


@cache
def _only_third() -> frozenset[str]:
    """Forms in -s that are no plural noun, whatever their tag: `must now explains`."""
    return conjugated(sheet("bare-verbs") - {"say", "hear"}, "s") | {"has", "is", "does"}


def _third_person(token: Token) -> bool:
    return token.lower_ in _only_third() or (token.tag_ == "VBZ" and token.is_lower and token.lower_.endswith("s") and len(token) > 3)


def after_auxiliary(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """A past or third-person form after a modal or `did not`; a base form after have or be."""
    for tokens in sentences:
        for token in tokens:
            verb = _governed(token) if token.lower_ in _MODALS | _DO | _HAVE_BE | _HAVE else None
            if verb is not None and _wrong(token, verb) and not _elliptic(token):
                yield Found(span(token, verb), values={"auxiliary": token.text, "verb": verb.text})


def _elliptic(auxiliary: Token) -> bool:
    return bool(_ELLIPTIC & set(before(auxiliary, 6)) or _RELATIVE & set(before(auxiliary, 2)))


def _wrong(auxiliary: Token, verb: Token) -> bool:
    if auxiliary.lower_ in _HAVE and verb.lower_ in _irregular("ed") - _irregular("en"):
        return verb.is_lower and not _contact_relative(auxiliary)
    if auxiliary.lower_ in _HAVE_BE | _HAVE:
        return verb.lower_ in sheet("bare-verbs") and not _contact_relative(auxiliary) and not _DO & set(before(auxiliary, 9))
    return _past(verb) or (_third_person(verb) and not _noun_before(auxiliary, verb))


def _noun_before(auxiliary: Token, verb: Token) -> bool:
    """`The garbage can has a lid`, `her will is clear`: here the auxiliary may be the second noun of two."""
    previous = preceding(auxiliary)
    if previous is None or auxiliary.lower_ not in {"can", "will", "might", "must", "may"} or previous.tag_ not in {"NN", "NNP"}:
        return False
    never_noun = auxiliary.lower_ in {"will", "must", "may"} and previous.lower_ in sheet("titles") | sheet("speaking-bodies") | {"company"}
    return not (never_noun and verb.lower_ in _only_third())


def _governed(auxiliary: Token) -> Token | None:
    """The word that an auxiliary governs, past `not` and adverbs; None where the auxiliary may be a noun or a verb of its own."""
    previous = preceding(auxiliary)
    if not auxiliary.is_lower or previous is None or previous.tag_ in _NO_AUXILIARY or previous.text in QUOTES | {",", "-"}:
        return None
    if auxiliary.lower_ in _MODALS and auxiliary.tag_ != "MD":
        return None
    words = itertools.islice((token for token in auxiliary.doc[auxiliary.i + 1 : auxiliary.sent.end] if not token.is_space), 4)
    negated = False
    for word in words:
        if word.tag_ != "RB":
            return word if negated or auxiliary.lower_ not in _DO else None
        negated |= word.lower_ in _NOT
    return None


def _contact_relative(auxiliary: Token) -> bool:
    """`The figures we have suggest ...`: a noun and, directly beside it, the subject of a relative clause without a pronoun."""
    near = [token for token in auxiliary.doc[max(auxiliary.sent.start, auxiliary.i - 5) : auxiliary.i] if not token.is_space]
    return any(
        first.pos_ in {"NOUN", "PROPN", "PRON"} and second.tag_ in {"DT", "PRP", "PRP$", "NNP"} and first.tag_ != "NNP"
        for first, second in itertools.pairwise(near)
    )


def past_after_to(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`wants to went`: past forms that are no participle, so that no noun can follow (`access to held data` is right)."""
    only_past = _irregular("ed") - _irregular("en")
    for tokens in sentences:
        for token in tokens:
            verb = following(token) if token.lower_ == "to" else None
            if verb is not None and verb.is_lower and verb.lower_ in only_past:
                yield Found(span(token, verb), values={"auxiliary": token.text, "verb": verb.text})


def past_after_inversion(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`Only then did the guards react and arrested him`: after an inverted `did` the second verb is a base form as well."""
    for tokens in sentences:
        for index, token in enumerate(tokens):
            if token.lower_ == "did" and tokens[-1].text != "?" and _INVERTING & set(before(token, 8)):
                second = _second_verb(tokens[index + 1 :])
                if second is not None and _past(second) and second.tag_ == "VBD":
                    yield Found(span(second.nbor(-1), second), values={"verb": second.text})


def _second_verb(clause: Tokens) -> Token | None:
    """The word after `and` that follows the base form after the subject, with no other clause or verb between."""
    base = False
    for token, follows in itertools.pairwise(clause):
        if token.lower_ in OPENERS | {",", ";", ":", "not", "n't"} or token.tag_ in {"VBD", "VBZ", "MD"}:
            return None
        if base and token.lower_ == "and" and follows.tag_[:2] == "VB":
            return follows
        base |= token.tag_ in {"VB", "VBP"}
    return None


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {
    "form-after-auxiliary": after_auxiliary,
    "past-after-to": past_after_to,
    "past-after-inversion": past_after_inversion,
}
