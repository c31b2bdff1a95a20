"""This file writes sheets into a folder for the tests of facts."""

from pathlib import Path

from audit.facts.book import Book, compiled
from audit.facts.index import Facts
from audit.facts.layers import over
from audit.facts.sheets import read_sheet
from audit.facts.sound import faults

COUNTRIES = """\
what: countries
reviewed: 2025-03-01
rows:
  Freedonia: {code: FD, capital: Marxville, adjectives: [Freedonian], people: [Freedonian, Freedonians], names: [Republic of Freedonia]}
  Sylvania: {capital: [[Oldtown, ~, 2019-03-23], [Newtown, 2019-03-23]], adjectives: [Sylvanian]}
  Ruritania: {capital: Strelsau, adjectives: [Ruritanian]}
"""
HOLDERS = """\
country: Freedonia
source: the gazette
reviewed: 2025-03-01
people:
  Rufus Firefly: {gender: male, born: 1960-05, spellings: [Rufus T. Firefly], avoid: [Rufus Firefli]}
  Gloria Teasdale: {gender: female, born: 1955}
  Bob Roland: {}
offices:
  head of state:
    titles: [President]
    complete: 2010-06-01
    holders:
      - [Bob Roland, 2010-06-01, 2015-04]
      - [Gloria Teasdale, 2015-04, 2020-01-10]
      - [~, 2020-01-10, 2020-03-01]
      - [Rufus Firefly, 2020-03-01]
  foreign minister:
    titles: [Foreign Minister, top diplomat]
    holders:
      - [Bob Roland, 2016, 2018]
      - [Gloria Teasdale, ~, 2012-02-01]
"""
UNION = """\
organisation: Border Union
names: [BU]
called: [members]
reviewed: 2025-03-01
complete: 2010-01-01
members:
  - [Freedonia, 2000-01-01]
  - [Sylvania, 2014-05-01, 2020-01-31]
  - [Ruritania, 2021-06]
"""


def answers(*layers: dict[str, str], folder: Path) -> Facts:
    """The facts of folders of sheets (a text for each name), each folder over the one before."""
    book = bound(*layers, folder=folder)
    return Facts(book)


def bound(*layers: dict[str, str], folder: Path) -> Book:
    read = []
    for number, sheets in enumerate(layers):
        place = folder / str(number)
        place.mkdir()
        for name, text in sheets.items():
            (place / name).write_text(text, encoding="utf-8")
        read.append([read_sheet(place / name, name) for name in sorted(sheets)])
        for fault in faults(read[-1], [sheet for layer in read[:-1] for sheet in layer]):
            raise fault
    sheets = [sheet for layer in read for sheet in layer]
    return compiled(
        over(read),
        [vow for sheet in sheets for vow in sheet.vows],
        [name for sheet in sheets for name in sheet.countries],
        [name for sheet in sheets for name in sheet.organisations],
    )
