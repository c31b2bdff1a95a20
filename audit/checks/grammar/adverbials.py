"""This file finds times and circumstances that stand where English does not want them: before a light object, or before the verb."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit.checks.grammar.reporting import speakers
from audit.checks.grammar.tokens import FINITE, OPENERS, QUOTES, Found, Tokens, conjugated, sheet, span
from audit.model import Analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDS = frozenset(
    "second minute hour day week month year decade century season session seconds minutes hours days weeks months years decades morning "
    "afternoon evening night noon midday midnight dawn dusk weekend beginning start end eve reading vote votes secret time attempt round "
    "referendum ballot majority unanimity instance degree yesterday today searching talks negotiations debate debates deliberation "
    "deliberations waiting work trial investigation investigations".split()
)
"""Words that a time or a circumstance of voting can end with."""
_WITHIN = _ENDS | frozenset(
    "the a an this that last past next first second third early late small same previous following recent coming few two three four five "
    "six seven eight nine ten several many half whole extraordinary plenary ordinary closed urgent final and of on in from to for at am "
    "a.m. p.m. pm o'clock tomorrow more than least nearly about already only large narrow clear absolute overwhelming long difficult "
    "tense near future".split()
)
_TIME_OPENERS = frozenset("on in at after over during for since this last yesterday today by before throughout within late early".split())
_OBJECT_STARTS = frozenset({"DT", "PRP$", "CD"})
_ABOUT = frozenset({"nearly", "almost", "some", "several"})
_NOT_OBJECT = frozenset(
    (
        "day days week weeks month months year years hour hours minutes time times night morning evening weekend season moment "
        "way man same previous following next first last whole "
    ).split()
)


@cache
def _acts() -> frozenset[str]:
    return conjugated(sheet("acting-verbs"), "ed", "en")


def _timely(token: Token) -> bool:
    return token.lower_ in _WITHIN or _dated(token) or (token.tag_ == "CD" and token.text[0].isdigit())


def _dated(token: Token) -> bool:
    return token.text in sheet("days") or token.text in sheet("months")


def _adverbial(tokens: Tokens, at: int) -> int:
    """Index behind a time (`last night`, `in the early hours of Monday`, `for the second time`) that begins at `at`; `at` if none does."""
    if tokens[at].lower_ not in _TIME_OPENERS:
        return at
    end = at + 1
    while end < len(tokens) and _timely(tokens[end]):
        end += 1
    while end > at and not _ends_time(tokens[end - 1]):  # the object's own `the` or number may have been read with the time
        end -= 1
    return max(end, at)


def _ends_time(token: Token) -> bool:
    return token.lower_ in _ENDS or _dated(token) or (token.text.isdecimal() and len(token.text) == 4)


def time_between(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`approved this morning the decree`, `found after three hours of searching the body of the hiker`."""
    for tokens in sentences:
        for index, verb in enumerate(tokens[1:-4], 1):
            if verb.lower_ not in _acts() or tokens[index + 1].lower_ not in _TIME_OPENERS or not _active(tokens, index):
                continue
            at = _adverbial(tokens, index + 1)
            while at > index + 1 and (behind := _adverbial(tokens, at)) > at:
                at = behind
            end = _object(tokens, at) if at > index + 1 else None
            if end is not None and not analysis.quoted(span(verb, verb)):
                when, what = (span(tokens[a], tokens[b]).of(analysis.text) for a, b in ((index + 1, at - 1), (at, end)))
                yield Found(span(verb, tokens[end]), (f"{verb.text} {what} {when}",), {"when": when, "object": what})


def _active(tokens: Tokens, index: int) -> bool:
    """A past tense with its own subject, or a participle after `has`; not `was found`, `the man arrested on Monday`."""
    for token in reversed(tokens[max(0, index - 4) : index]):
        word = token.lower_
        if word in {"was", "were", "been", "be", "being", "is", "are", "got", "which", "what", "whom", "that"}:
            return False
        if word in {"has", "have", "had"}:
            return True
        if token.tag_ != "RB":
            break
    return tokens[index].tag_ == "VBD" or tokens[index - 1].lower_ in {"he", "she", "they", "it", "we", "who"}


def _object(tokens: Tokens, at: int) -> int | None:
    """Index of the last word of a light noun phrase at `at`, which no verb follows that would make it a subject."""
    if (
        at >= len(tokens) - 1
        or not (tokens[at].tag_ in _OBJECT_STARTS or tokens[at].lower_ in _ABOUT)
        or tokens[at].lower_ in {"that", "this", "those", "these", "all", "both", "another"}
    ):
        return None
    end = at
    while end + 1 < len(tokens) and tokens[end + 1].tag_ in {"JJ", "NN", "NNS", "NNP", "NNPS", "CD", "HYPH", "POS", "RB", "VBN"}:
        end += 1
    head = tokens[end]
    if head.tag_ not in {"NN", "NNS", "NNP", "NNPS"} or tokens[at + 1].lower_ in _NOT_OBJECT or head.lower_ in _NOT_OBJECT:
        return None
    for token in tokens[end + 1 :]:
        if token.lower_ in OPENERS or token.text in ",.;:–—" or token.text in QUOTES:
            return end
        if token.tag_ in FINITE:
            return None
    return end


_BEFORE_VERB = frozenset("on in at by during from every already tomorrow until yesterday today after before".split())
_SOLID = frozenset(
    "morning afternoon evening night noon midnight dawn day weekend week month eve beginning start end days weeks hours future".split()
)
_NO_ACTION = frozenset("was were is are has have had will would can could may might must should be been do does did 's ’s".split())


def time_before_verb(analysis: Analysis, sentences: Sequence[Tokens]) -> Iterator[Found]:
    """`The president on the eve signed the law`: German, Slavic, Turkish and Japanese order."""
    for tokens in sentences:
        at = _subject(tokens)
        if at is None or tokens[at].lower_ not in _BEFORE_VERB:
            continue
        end = at + 1
        while end < len(tokens) - 2 and _timely(tokens[end]):
            end += 1
        verb = tokens[end]
        if not _foreign(tokens, at, end) or verb.tag_ not in {"VBD", "VBZ", "MD", "VBN"} or verb.lower_ in _NO_ACTION - {"will", "would"}:
            continue
        rest = tokens[end + 1 :]
        close = next(
            (n for n, token in enumerate(rest) if token.lower_ in OPENERS or token.text in ",;:" or token.lower_ in {"and", "but"}),
            len(rest),
        )
        if not any(token.tag_ in FINITE for token in rest[:close]) and not analysis.quoted(span(tokens[0], verb)):
            when = span(tokens[at], tokens[end - 1]).of(analysis.text)
            last = tokens[end + 1] if verb.tag_ == "MD" else verb
            yield Found(span(tokens[at], last), values={"when": when, "verb": last.text})


def _subject(tokens: Tokens) -> int | None:
    """Index behind a person or body that opens the sentence: `The Polish president`, `Police`, `Ana Velk`, `The head of the bank`."""
    end = next((n for n, token in enumerate(tokens[:12]) if token.lower_ in _BEFORE_VERB and n), None)
    if end is None or end >= len(tokens) - 4:
        return None
    phrase = tokens[:end]
    if any(
        token.tag_ not in {"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "CD", "HYPH"} and token.lower_ != "of" for token in phrase
    ):
        return None
    people = any(token.lower_ in speakers() for token in phrase)
    return end if people or (all(token.tag_ == "NNP" for token in phrase) and len(phrase) in (1, 2, 3)) else None


def _foreign(tokens: Tokens, at: int, end: int) -> bool:
    """Is it a time that no native reporter puts before the verb? `on Monday`, `last week` and a plain year may stand there."""
    first, words = tokens[at].lower_, [token.lower_ for token in tokens[at:end]]
    if first in {"already", "every", "tomorrow", "by", "until", "from"}:
        return end - at > 1 or first == "tomorrow"
    if first == "on":
        return words[:3] == ["on", "the", "eve"]
    if first in {"yesterday", "today"}:
        return len(words) > 1 and words[1] in _SOLID
    if first in {"in", "during", "at"}:
        return bool(_SOLID & set(words)) or (first == "at" and len(words) > 1 and tokens[at + 1].tag_ == "CD")
    return False


FAULTS: dict[str, Callable[[Analysis, Sequence[Tokens]], Iterator[Found]]] = {
    "time-between": time_between,
    "adverbial-before-verb": time_before_verb,
}
