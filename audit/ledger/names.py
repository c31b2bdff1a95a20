"""This file finds the names of a text: rows of capitalised words, and which of them are persons', which may be, and which are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import regex

from audit.ledger.given import borne
from audit.ledger.vocabulary import HONORIFICS, PARTICLES, SUFFIXES, capital_titles, never_names, no_person, nouns, titles
from audit.model import Analysis, Span

if TYPE_CHECKING:
    from audit.facts import Facts

Kind = Literal["person", "maybe", "single", "weak"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands. `kind`: surely a person's, perhaps one (several words), a single word, or
    one that is taken for a person only where the text names the person in full.
    """

    span: Span
    words: tuple[str, ...]
    kind: Kind
    honorific: str = ""
    title: Span | None = None

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def given(self) -> str:
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def surname(self) -> str:
        core = [word for word in self.words if word.rstrip(".") not in SUFFIXES]
        return core[-1] if core else self.words[-1]


@cache
def _run() -> regex.Pattern[str]:
    word = r"(?:\p{Lu}\.(?:-?\p{Lu}\.)*|(?:(?:al|el|Al|El|ibn|d)[-’'])?\p{Lu}[\p{L}\p{M}]*(?:[’']\p{Lu}\p{L}+)?(?:-\p{L}+)*)"
    abbreviated = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Sen|Rep|Gov|Col|Lt|Capt|Sgt|St|Jr|Sr)\.)"
    one = rf"(?:{abbreviated}|{word})"
    small = "|".join(sorted(PARTICLES))
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}@#_./’'-]){one}(?:[ ](?:(?:{small})[ ]){{0,3}}{one})*(?![\p{{L}}\p{{N}}@])")


_WORD = regex.compile(r"\S+")
_INITIALS = regex.compile(r"\p{Lu}\.(?:-?\p{Lu}\.)*")
_AGED = regex.compile(r",[ ](?:aged[ ])?\d\d(?:,|\.|;)|[ ]\(\d\d\)")
_OPENING = regex.compile(
    r",[ ](?:(?:the|a|an|his|her|its|their|our|then|former|now)[ ]|(?=\p{Ll}+[ ](?:of|at)[ ]))"
    r"|[ ](?:is|was|became|remains)[ ](?:the|a|an|his|her|their)[ ]"
)
_NOUN_PHRASE = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N}’'-]*")
_PHRASE_ENDS = frozenset(
    "of at for in on who whose which that with to from by and or but said says told was is were are has had will would as when while where "
    "since until after before during into".split()
)
_PLACE_BEFORE = frozenset("in at near outside inside across throughout into around via".split())


def names(analysis: Analysis) -> Iterator[Name]:
    """Every name that may be a person's, in order. Pages of capitals and the names of places and bodies are passed over."""
    for hit in _run().finditer(analysis.text):
        if (name := _read(analysis, hit.start(), hit[0])) is not None:
            yield name


def _read(analysis: Analysis, start: int, run: str) -> Name | None:
    parts = [(hit[0], start + hit.start()) for hit in _WORD.finditer(run)]
    before = _word_before(analysis.text, start)
    title, honorific, title_at = before.lower() in titles() and before not in never_names(), "", None
    while parts and (parts[0][0] in never_names() or (parts[0][0].isupper() and len(parts) > 1 and len(parts[0][0]) > 2)):
        before = parts.pop(0)[0]
    last_title = max((at for at, (word, _) in enumerate(parts[:-1]) if word.rstrip(".") in capital_titles()), default=-1)
    if last_title >= 0:
        honorific, title = parts[last_title][0].rstrip("."), True
        title_at = Span(parts[last_title][1], parts[last_title][1] + len(parts[last_title][0]))
        parts = parts[last_title + 1 :]
    while parts and (parts[-1][0] in never_names() or parts[-1][0].lower() in PARTICLES):
        parts.pop()
    if not parts or (parts[-1][0].endswith(".") and len(parts) == 1):
        return None
    words = tuple(word for word, _ in parts)
    if all(word in capital_titles() and word not in HONORIFICS for word in words) or _is_month(analysis.text, words, parts[0][1], before):
        return None
    span = Span(parts[0][1], parts[-1][1] + len(parts[-1][0].removesuffix(".") if parts[-1][0] not in ("Jr.", "Sr.") else parts[-1][0]))
    if title_at is None and title:
        title_at = _before(analysis.text, start)
    kind = _kind(analysis, words, span, before, title=title)
    return Name(span, words, kind, honorific if honorific in HONORIFICS else "", title_at) if kind else None


_NAMES_OF_MONTHS = frozenset({"April", "May", "June", "August"})
_BEFORE_MONTHS = frozenset("in of since until last next this by late early mid from through on between and to".split())


def _is_month(text: str, words: tuple[str, ...], at: int, before: str) -> bool:
    """April, May, June and August, which people bear too, beside a number or behind a word for a time."""
    if words[0] not in _NAMES_OF_MONTHS or len(words) > 1:
        return False
    end = at + len(words[0])
    return (
        before.lower() in _BEFORE_MONTHS
        or text[end : end + 3].strip(" ,")[:1].isdigit()
        or text[max(0, at - 2) : at].strip()[-1:].isdigit()
    )


def _word_before(text: str, at: int) -> str:
    found = _before(text, at)
    return found.of(text) if found else ""


def _before(text: str, at: int) -> Span | None:
    """The word directly before a place, on the same line and with no more than a space (or a comma: `the minister, Anna Velk`) between."""
    end = at
    while end and text[end - 1] in " ,":
        end -= 1
    if end == at or at - end > 2:
        return None
    begin = end
    while begin and (text[begin - 1].isalpha() or text[begin - 1] in "-’'"):
        begin -= 1
    return Span(begin, end) if begin < end else None


def _kind(analysis: Analysis, words: tuple[str, ...], span: Span, before: str, *, title: bool) -> Kind | None:
    text, whole = analysis.text, " ".join(words)
    if _is_thing(analysis.facts, words, whole) and not (before.lower() in nouns("kin") and borne(words[0])):
        return "weak" if len(words) == 1 else None
    comma = text[span.start - 2 : span.start] == ", "
    loose = before.lower() in {"the", "a", "an", *_PLACE_BEFORE}
    if len(words) > 1:
        if words[0] in no_person("first") and not title:
            return None
        told = (title and not comma) or bool(_AGED.match(text, span.end)) or _office_behind(text, span.end)
        return "person" if told or _first_name(words) or _known(analysis.facts, whole) else None if loose else "maybe"
    if title and not words[0].isupper() and (not comma or (before.lower() in nouns("kin") and borne(words[0]))):
        return "person"
    token = analysis.tokens.char_span(span.start, span.end, alignment_mode="expand")
    return "weak" if loose or token is None or not token[-1].tag_.startswith("NNP") else "single"


def _first_name(words: tuple[str, ...]) -> bool:
    return (borne(words[0]) and not words[1].isupper()) or _INITIALS.fullmatch(words[0]) is not None


def noun_behind(text: str, at: int) -> Span | None:
    """The noun of an apposition or a predicate behind a name: `, the foreign minister of Ardenza`, ` is a retired actress`."""
    opening = _OPENING.match(text, at)
    if opening is None:
        return None
    head = None
    for hit in _NOUN_PHRASE.finditer(text, opening.end(), opening.end() + 80):
        if hit.start() > (head.end if head else opening.end()) + 1 or hit[0].lower() in _PHRASE_ENDS:
            break
        head = Span(*hit.span())
    return head


def _office_behind(text: str, at: int) -> bool:
    noun = noun_behind(text, at)
    return text.startswith(",", at) and noun is not None and noun.of(text) in titles()


def _is_thing(facts: Facts | None, words: tuple[str, ...], whole: str) -> bool:
    """A place, a body or a thing by our lists or the sheets of facts, or an acronym."""
    if whole in no_person("whole") or words[-1] in no_person("last") or (len(words) == 1 and whole.isupper()):
        return True
    if len(words) > 1 and all(word in no_person("whole") for word in words):
        return True
    return facts is not None and bool(facts.country(whole) or facts.organisation(whole) or (len(words) == 1 and facts.city(whole)))


def _known(facts: Facts | None, whole: str) -> bool:
    return facts is not None and facts.person(whole) is not None
