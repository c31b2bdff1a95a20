"""This file puts the forms of a person's name together over the whole text: Liz Truss, Truss, Ms Truss. Two with one surname stay apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from audit.ledger.given import borne, gender_of
from audit.ledger.names import Name
from audit.ledger.vocabulary import HONORIFICS, PARTICLES

if TYPE_CHECKING:
    from audit.facts import Facts

_LONG_ENOUGH = 5
"""Letters of a surname that may stand alone: May and Brown are words."""
Form = Literal["full", "surname", "given", "title"]


@dataclass(slots=True)
class Draft:
    """A person in the making: the names that stand for it, with their forms."""

    names: list[tuple[Name, Form]] = field(default_factory=list)
    known: str = ""
    """The name in the sheets of facts, where a surname alone leads to it."""

    @property
    def full(self) -> str:
        return max((name.text for name, _ in self.names), key=lambda text: (len(text.split()), len(text)))

    @property
    def given(self) -> str:
        return next((name.given for name, form in self.names if form == "full"), "")

    @property
    def surname(self) -> str:
        return self.names[0][0].surname

    @property
    def family(self) -> str:
        """The surname with its particles: von der Leyen."""
        words = self.full.split()
        at = next((index for index, word in enumerate(words[1:], 1) if word in PARTICLES), len(words) - 1)
        return " ".join(words[at:])


Forms = defaultdict[tuple[str, str], list[Draft]]


def cluster(names: Iterable[Name], facts: Facts | None = None) -> tuple[list[Draft], list[Name]]:
    """The persons in the order of their first mention, and the names that may be somebody else's."""
    every = list(names)
    drafts: list[Draft] = []
    open_names: list[Name] = []
    by_surname: defaultdict[str, list[Draft]] = defaultdict(list)
    for name in every:
        if name.kind == "person" and len(name.words) > 1 and not _join(by_surname[name.surname], name):
            drafts.append(Draft([(name, "full")]))
            by_surname[name.surname].append(drafts[-1])
    forms = _forms(drafts)
    rest = [name for name in every if name.kind != "person" or len(name.words) == 1]
    for name in sorted(rest, key=lambda name: name.kind != "person"):
        if not _attach(forms, name) and name.kind != "weak":
            if name.kind == "person":
                drafts.append(Draft([(name, "surname")]))
                forms["family", name.text].append(drafts[-1])
            else:
                open_names.append(name)
    open_names = list(_well_known(drafts, open_names, facts)) if facts is not None else open_names
    for draft in drafts:
        draft.names.sort(key=lambda pair: pair[0].span.start)
    drafts.sort(key=lambda draft: draft.names[0][0].span.start)
    return drafts, sorted(open_names, key=lambda name: name.span.start)


def _well_known(drafts: list[Draft], open_names: list[Name], facts: Facts) -> Iterator[Name]:
    """Makes persons of surnames that stand alone and that only one person of the sheets bears; hands the others on."""
    made: dict[str, Draft] = {}
    taken = {draft.surname for draft in drafts}
    for name in open_names:
        bearers = facts.bearers(name.text) if name.kind == "single" and name.text not in taken and not borne(name.text) else ()
        if len(bearers) != 1 or len(name.text) < _LONG_ENOUGH:
            yield name
        elif name.text in made:
            made[name.text].names.append((name, "surname"))
        else:
            made[name.text] = Draft([(name, "surname")], bearers[0].name)
    drafts += made.values()


def _join(namesakes: list[Draft], name: Name) -> bool:
    for draft in namesakes:
        if _same_given(draft.given, name.given) or set(name.words) <= set(draft.full.split()):
            draft.names.append((name, "full"))
            return True
    return False


def _forms(drafts: list[Draft]) -> Forms:
    """The persons by each short form that may stand for them."""
    forms: Forms = defaultdict(list)
    for draft in drafts:
        family = draft.family
        for form in {family, family[:1].upper() + family[1:], draft.surname, draft.full}:
            forms["family", form].append(draft)
        forms["given", draft.given].append(draft)
    return forms


def _same_given(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _attach(forms: Forms, name: Name) -> bool:
    """Adds a short form to the one person that bears it. Where two could be meant it stays open."""
    text = name.text
    told = HONORIFICS.get(name.honorific)
    by_family = forms.get(("family", text), [])
    if len(by_family) > 1 or (by_family and name.kind != "person" and by_family[0].names[0][0].span.start > name.span.start):
        return False  # a surname before the full name may be a relative's
    if by_family:
        if told is not None and gender_of(by_family[0].given) not in (None, told):
            return False
        if told is not None and any(HONORIFICS.get(known.honorific) not in (None, told) for known, _ in by_family[0].names):
            return False  # Mr Velk beside Mrs Velk is somebody else
        by_family[0].names.append((name, "full" if len(name.words) > 1 else "surname"))
        return True
    by_given = forms.get(("given", text), [])
    if len(by_given) == 1:
        by_given[0].names.append((name, "given"))
        return True
    return False
