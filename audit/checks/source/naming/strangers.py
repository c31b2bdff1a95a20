"""This file judges one English name: whether the source has it, by its sound, by the links of its words, and by its place on the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.checks.source.naming.places import Places
from audit.links import Words as Linked
from audit.model import Couple, Span
from audit.naming import Name, Part, Words, hidden, support

ELSEWHERE = 0.72
"""From this support on, a name stands in another sentence of the source."""
_TRANSLATED = 0.3
"""From this likeness on, a word is a translation of some word of the source, whatever it sounds like."""
_NOTHINGS, _NOBODYS = 0.14, 0.18
"""Below the first, a name stands for nothing in the source; below the second, a name of several words does, ordinary ones among them."""
_CLEAR = 0.95
_PEOPLE = frozenset(("people", "language"))
"""What these stand for is looked after by cards of their own, and `the Czech president` is often just the president."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """An English name (or a part of one) without support in the couple's source. `likeness`: of the source word most like it, if known.

    `firm`: it is a stranger even if the source misses no name; `whole`: no part of the name has support; `elsewhere`: other sentences
    of the source have it; `place`: it is a realm.
    """

    name: Name
    parts: tuple[Part, ...]
    likeness: float | None
    firm: bool
    whole: bool = True
    elsewhere: bool = False
    place: bool = False

    @property
    def telling(self) -> bool:
        return any(part.proper for part in self.parts)

    @property
    def sure(self) -> bool:
        """Is it a name all through? Names of bodies, with ordinary words in them, are translated freely."""
        own = all(part.proper for part in self.parts)
        if self.name.person or (own and (len(self.parts) > 1 or self.name.titled)):
            return True
        if self.likeness is None:
            return False
        return (
            own
            or (self.likeness < _NOBODYS and self.parts[-1].given)
            or (self.likeness < _NOTHINGS and (self.telling or len(self.parts) > 1))
        )

    @property
    def lone(self) -> bool:
        """Is it nothing's translation: a place that no country of the source brings to mind, or words that make a name together?"""
        return self.likeness is not None and self.likeness < _NOTHINGS and (self.place or len(self.parts) > 1)

    @property
    def acronym(self) -> bool:
        return not self.telling and any(part.acronym for part in self.parts)

    @property
    def span(self) -> Span:
        return Span(self.parts[0].span.start, self.parts[-1].span.end)


@dataclass(frozen=True, slots=True)
class View:
    """What a couple's names are held against."""

    text: str
    couple: Couple
    there: Words
    links: Linked | None
    places: Places

    def likeness(self, parts: Iterable[Part]) -> float | None:
        """How like the source word is that is most like one of the parts; None where words are not linked."""
        return None if self.links is None else max((self.links.found(part.span)[0] for part in parts), default=0.0)

    def supported(self, part: Part) -> float:
        return support(part.sound, self.there, self.couple.wide_there)[0]

    def elsewhere(self, parts: Sequence[Part]) -> bool:
        wide = self.couple.wide_there
        rest = (Span(0, wide.start), Span(wide.end, len(self.there.text)))
        return any(support(part.sound, self.there, one)[0] >= ELSEWHERE for one in rest if one.end > one.start for part in parts)

    def acronyms(self) -> bool:
        """Has the source an acronym that may stand for a name of ordinary words?"""
        return any(
            word.text.isupper() and len(word.text) > 1 and word.text not in self.text for word in self.there.within(self.couple.wide_there)
        )


def stranger(name: Name, view: View) -> Stranger | None:
    """The name, if nothing in the source sounds like it or was linked with it; else its given name, if that is true of it alone."""
    realms = view.places.at(name.span)
    known = [
        realm
        for realm in realms
        if realm.kind in _PEOPLE
        or (realm.kind == "body" and view.links is None)
        or view.places.answered(realm, view.couple)
        or view.places.taken(realm, view.couple)
    ]
    own = tuple(part for part in name.parts if not any(realm.span.overlaps(part.span) for realm in known))
    placed = len(own) < len(name.parts)
    place = any(realm not in known for realm in realms)
    telling = tuple(part for part in own if part.proper) or tuple(part for part in own if part.acronym)
    if not own or (placed and not any(part.proper for part in telling)):
        return None
    if not (telling or place) and (view.links is None or (name.opening and len(own) == 1) or view.acronyms()):
        return None
    likeness = view.likeness(telling or own)
    if (likeness is None or likeness < _TRANSLATED) and not any(len(part.sound) > 3 and view.supported(part) >= _CLEAR for part in own):
        value = sum(view.supported(part) for part in telling or own) / len(telling or own)
        firm = not place and _foreign(name, value, likeness, view)
        if firm or _unlike(own, value, likeness, view, place=place):
            if any(hidden(part.sound, view.there, view.couple.wide_there) for part in own if part in telling or not telling):
                return None
            return Stranger(name, telling if placed else own, likeness, firm, elsewhere=view.elsewhere(telling or own), place=bool(realms))
    return _given(name, telling, view)


def _given(name: Name, telling: tuple[Part, ...], view: View) -> Stranger | None:
    """The given name alone, which another person of this surname bears."""
    if len(telling) < 2 or not telling[0].given or view.there.caseless or view.links is None:
        return None
    likeness = view.likeness(telling[:1])
    if likeness is None or likeness >= 0.15 or view.supported(telling[0]) >= 0.5:
        return None
    return Stranger(name, telling[:1], likeness, firm=True, whole=False)


def _foreign(name: Name, value: float, likeness: float | None, view: View) -> bool:
    """Does so little support say that a name does not come from the source? Links and sounds are two witnesses; both must deny it."""
    caseless = view.there.caseless
    if likeness is None:
        return bool(name.telling) and value < (0.58 if caseless else 0.5)
    if not name.telling:
        return value < 0.66 and likeness < (0.2 if any(part.acronym for part in name.parts) else 0.12)
    if caseless:
        return likeness < 0.19 and value < 0.9 - 1.4 * likeness
    return (value < 0.66 and likeness < 0.24) or (value < 0.5 and likeness < _TRANSLATED)


def _unlike(own: tuple[Part, ...], value: float, likeness: float | None, view: View, *, place: bool) -> bool:
    """Is a name unlike enough to be a stranger where the source has a name that is missing here?"""
    caseless = view.there.caseless
    if likeness is None:
        return value < (0.66 if caseless else 0.55) and (place or any(part.proper for part in own))
    content = [part for part in own if len(part.text) > 3 or part.acronym]
    if len(content) > 1 and (view.likeness(content) or 0.0) < _NOBODYS:
        return True
    if len(own) == 1 and not place and not own[0].proper and likeness >= _NOBODYS:
        return False
    return likeness < 0.25 and value < (0.8 if caseless else 0.66)
