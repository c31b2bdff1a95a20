"""This file sets out the ledger as four tables: a copy editor's check list, each row with links into the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.model import Document, Ledger, Span

_SHOWN = 160
_LINKS = 12
_SURE = {"A": "said by the text or a sheet", "B": "by the first name", "C": "a hint only"}
_ONE = {"People": "person", "Quotations": "quotation", "Figures": "figure", "Dates": "date"}
_HOW = {"female": "she", "male": "he"}


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a cell, with the place in the article that they lead to (empty: none) and what hovering adds."""

    text: str
    href: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """One table. A row has a cell for each column, a cell any number of links."""

    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Link, ...], ...], ...]

    @property
    def counted(self) -> str:
        """`1 person`, `3 people`."""
        return f"{len(self.rows)} {_ONE[self.title] if len(self.rows) == 1 else self.title.lower()}"


def books(ledger: Ledger, document: Document, home: str) -> tuple[Book, ...]:
    """The books that hold anything. `home` is the article's id in the page; spans of the ledger count in prose."""
    of = _Setter(document, home)
    found = (_people(ledger, of), _quotes(ledger, of), _figures(ledger, of), _dates(ledger, of))
    return tuple(book for book in found if book.rows)


@dataclass(frozen=True, slots=True)
class _Setter:
    document: Document
    home: str

    def link(self, span: Span, text: str = "", title: str = "") -> Link:
        words = " ".join((text or span.of(self.document.prose)).split())
        return Link(words if len(words) <= _SHOWN else f"{words[:_SHOWN]} …", f"{self.home}-c{span.start}", title)

    def links(self, spans: Iterable[Span]) -> tuple[Link, ...]:
        all_of_them = [self.link(span) for span in spans]
        rest = len(all_of_them) - _LINKS
        return (*all_of_them[:_LINKS], *([Link(f"and {rest} more")] if rest > 0 else []))


def _people(ledger: Ledger, of: _Setter) -> Book:
    rows = []
    for person in ledger.people:
        first = of.link(person.mentions[0].span, person.name) if person.mentions else Link(person.name)
        gender = tuple(
            Link(_HOW[one.gender], f"{of.home}-c{one.span.start}" if one.span else "", f"{_SURE[one.grade]}: {one.reason}")
            for one in person.evidence
            if one.gender == person.gender
        )[:1]
        roles = tuple(of.link(role.span, ("former " if role.former else "") + role.title) for role in person.roles)
        rows.append(
            ((first,), of.links(_distinct(person.mentions, of.document)), gender, roles, of.links(one.span for one in person.pronouns))
        )
    note = "Everybody who is named, under the fullest name. A pronoun stands here only where grammar binds it to the person."
    return Book("People", note, ("Person", "Forms of the name", "Gender", "Roles", "Pronouns"), tuple(rows))


def _distinct(mentions: Iterable[object], document: Document) -> Iterable[Span]:
    """The first place of each form of a name."""
    seen: dict[str, Span] = {}
    for mention in mentions:
        span: Span = mention.span  # type: ignore[attr-defined]
        seen.setdefault(" ".join(span.of(document.prose).split()), span)
    return seen.values()


def _quotes(ledger: Ledger, of: _Setter) -> Book:
    rows = []
    for quote in ledger.quotes:
        person = ledger.people[quote.person].name if quote.person is not None else ""
        said = of.link(quote.speaker) if quote.speaker else Link("not said")
        known = (Link(person),) if person and person != said.text else ()
        rows.append(((said, *known), (of.link(quote.verb),) if quote.verb else (), (of.link(quote.span), *map(of.link, quote.further))))
    note = "Who says each quotation, as far as the words beside it tell."
    return Book("Quotations", note, ("Speaker", "Verb", "Words"), tuple(rows))


def _figures(ledger: Ledger, of: _Setter) -> Book:
    rows = tuple(
        ((of.link(figure.span),), (Link(f"{figure.value:,.10g} {figure.unit}".strip()),), (Link(figure.hedge),), (Link(figure.of),))
        for figure in ledger.figures
    )
    return Book("Figures", "Every number that counts or measures something.", ("As written", "Value", "Hedge", "Of what"), rows)


def _dates(ledger: Ledger, of: _Setter) -> Book:
    rows = tuple(
        ((of.link(day.span),), (Link(f"{day.resolved:%A}, {day.resolved.day} {day.resolved:%B %Y}" if day.resolved else "not resolved"),))
        for day in ledger.dates
    )
    known = f"The article's day: {ledger.as_of.isoformat()} ({ledger.as_of_from})." if ledger.as_of else "The article's day is not known."
    return Book("Dates", f"{known} Days are resolved against it.", ("As written", "Day"), rows)
