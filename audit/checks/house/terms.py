"""This file finds names and terms that a desk writes otherwise: place names, the glossary, names that stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import regex

from audit.checks.house.lexicon import Lexicon, excused, longest, plain
from audit.checks.house.places import Found, has_name_capital, in_title, is_address, opens_sentence
from audit.checks.house.sheet import Sheet, Term
from audit.context import Context, fold, holds
from audit.inflect import expand, respell
from audit.knowledge import words
from audit.model import Analysis, Severity, Span

Finder = Callable[[Analysis], Iterator[Found]]
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-"})
_LAST_WORD = regex.compile(r"([\p{L}\p{M}'’.-]+)[ \u00a0]\Z")


@dataclass(frozen=True, slots=True)
class Wish:
    """What to write instead of a phrase, under which conditions, and what to say of it."""

    say: str
    context: Context
    note: str = ""
    severity: Severity | None = None


class Entry(NamedTuple):
    """A literal phrase of a wish and the forms of its inflected words; one without forms is where a phrase may stay."""

    wish: Wish
    literal: str
    forms: tuple[str, ...] | None


def names(sheet: Sheet) -> Finder:
    """Forms of a name, with their capitals. In quotations, titles, addresses and longer names they stay."""
    lexicon = _lexicon(
        (
            (Wish(preferred, Context(quotes="outside"), severity=name.severity), name.banned, (preferred, *name.unless))
            for preferred, name in sheet.names.items()
        ),
        hyphens=True,
    )

    def find(analysis: Analysis) -> Iterator[Found]:
        for span, entry in _wanted(lexicon, analysis):
            found = span.of(analysis.text).translate(_STRAIGHT)
            if found == entry.literal.upper() != entry.literal:
                better = entry.wish.say.upper()
            elif found in (entry.literal, entry.literal[:1].upper() + entry.literal[1:]):
                better = _as_begun(entry.wish.say, found, entry.literal)
            else:
                continue
            if not _in_longer_name(analysis, span):
                yield Found(span, (better,), {}, entry.wish.severity)

    return find


def glossary(sheet: Sheet) -> Finder:
    """Terms in any inflection, with the better wording in the same one."""
    lexicon = _lexicon(
        (Wish(term.say, _context(term), term.note, term.severity), term.banned, (term.say, *term.unless))
        for term in sheet.glossary
        if term.say is not None
    )

    def find(analysis: Analysis) -> Iterator[Found]:
        for span, entry in _wanted(lexicon, analysis):
            better = _as_begun(respell(entry.wish.say, entry.forms or ()), span.of(analysis.text), entry.literal)
            yield Found(span, (better,), _note(entry.wish), entry.wish.severity)

    return find


def kept(sheet: Sheet) -> Finder:
    """Names that are written with another case, accent or hyphen than the sheet has them, or as they are not to be called."""
    terms = [term for term in sheet.glossary if term.keep]
    translated = _lexicon((Wish(term.keep[0], _context(term), term.note, term.severity), term.banned, term.unless) for term in terms)
    respelt: Lexicon[tuple[str, Term]] = Lexicon((plain(name), (name, term)) for term in terms for name in term.keep)

    def find(analysis: Analysis) -> Iterator[Found]:
        for span, entry in _wanted(translated, analysis):
            yield Found(span, (entry.wish.say,), _note(entry.wish), entry.wish.severity)
        right = {name for term in terms for name in term.keep}
        for span, (name, term) in longest(respelt.find(plain(analysis.text))):
            found = span.of(analysis.text).translate(_STRAIGHT)
            if found in right or _may_stand_for(found, name, term, analysis, span):
                continue
            wish = Wish(name, _context(term), term.note, term.severity)
            if holds(wish.context, analysis, span, style=True) and not _out_of_reach(analysis, span):
                yield Found(span, (name,), _note(wish), term.severity)

    return find


def protected(sheet: Sheet) -> Lexicon[str]:
    """What no respelling may touch: the sheet's kept names and its `spelling-keeps`, and the names everybody keeps."""
    own = (name for term in sheet.glossary for name in term.keep)
    return Lexicon(((fold(name), name) for name in (*words("spelling/kept"), *own, *sheet.spelled_as_is)), hyphens=True)


def _may_stand_for(found: str, name: str, term: Term, analysis: Analysis, span: Span) -> bool:
    """Is another case no fault here: capitals throughout, a capital that opens a sentence, or a common word of the same letters?"""
    if found.isupper() and len(found) > 1:
        return True
    if found == name[:1].upper() + name[1:] and opens_sentence(analysis, span.start):
        return True
    common = name.isalpha() and name.isascii() and name[1:].islower()
    return common and found == name.lower() and not term.when


def _lexicon(wishes: Iterable[tuple[Wish, Iterable[str], Iterable[str]]], *, hyphens: bool = False) -> Lexicon[Entry]:
    """Of wishes, each with the phrases that it replaces and those in which they may stay."""
    entries = []
    for wish, banned, unless in wishes:
        entries += [Entry(wish, literal, forms) for phrase in banned for literal, forms in expand(phrase)]
        entries += [Entry(wish, literal, None) for phrase in unless for literal, _ in expand(phrase)]
    return Lexicon(((fold(entry.literal), entry) for entry in entries), hyphens=hyphens)


def _wanted(lexicon: Lexicon[Entry], analysis: Analysis) -> Iterator[tuple[Span, Entry]]:
    """The longest phrases that a wish replaces, where its conditions hold and nothing excuses them."""
    found = list(lexicon.find(fold(analysis.text)))
    stays = [(span, entry.wish) for span, entry in found if entry.forms is None]
    for span, entry in longest((span, entry) for span, entry in found if entry.forms is not None):
        stands = excused(span, (other for other, wish in stays if wish is entry.wish)) or _out_of_reach(analysis, span)
        if not stands and holds(entry.wish.context, analysis, span, style=True):
            yield span, entry


def _out_of_reach(analysis: Analysis, span: Span) -> bool:
    return is_address(analysis.text, span) or in_title(analysis, span)


def _in_longer_name(analysis: Analysis, span: Span) -> bool:
    """Does a word with a capital stand before the name, as in the names of clubs, papers and people?"""
    before = _LAST_WORD.search(analysis.text, max(0, span.start - 40), span.start)
    if before is None or not before[1][:1].isupper() or before[1].rstrip(".") in _free() or before[1].endswith("."):
        return False
    if before[1].isupper() and span.of(analysis.text).isupper():
        return False
    return has_name_capital(analysis, Span(*before.span(1)))


@cache
def _free() -> frozenset[str]:
    """Words with a capital that may stand before a name without being part of a longer one."""
    return frozenset(
        {*words("words/days"), *words("words/months"), *"North South East West Northern Southern Eastern Western Central".split()}
    )


def _context(term: Term) -> Context:
    return Context(near=term.when, quotes="any" if term.quotes else "outside")


def _note(wish: Wish) -> dict[str, str]:
    return {"note": f" ({wish.note.rstrip('.')})" if wish.note else ""}


def _as_begun(say: str, found: str, literal: str) -> str:
    """With a capital where the found phrase has one that its dictionary form lacks."""
    return say[:1].upper() + say[1:] if found[:1].isupper() and not literal[:1].isupper() else say
