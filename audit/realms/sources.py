"""This file asks CLDR and the sheets what countries and languages are called, in the language at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version as release
from pathlib import Path
from typing import Any

from audit.bundled import folder
from audit.knowledge import table

PLACES = (
    folder("knowledge") / "facts" / "countries.yaml",
    folder("knowledge") / "facts" / "cities.yaml",
    folder("knowledge") / "places" / "further.yaml",
)
CODE = (Path(__file__).parent,)
LANGUAGES = frozenset("en fr es it pt de nl ru uk pl cs tr ar fa zh ja ko id fi hi".split())
"""Languages that can be read."""
_REGIONS = frozenset(("002", "003", "005", "009", "013", "019", "029", "142", "150", "419", "EU"))
_NO_LAND = frozenset(("AQ", "QO", "XA", "XB", "ZZ", "EZ", "UN", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"))
_TWICE = frozenset(("MM", "FK", "SZ", "MK", "CZ", "TL", "TR"))
"""Countries whose second name stands in brackets. Behind others there stands whose they are: Virgin Islands (U.S.)."""
_LOCALES = {"zh": ("zh", "zh_Hant", "zh_Hant_HK")}
_KINGDOM = {"England": "GB", "Scotland": "GB", "Wales": "GB", "Northern Ireland": "GB", "Northern Cyprus": "CY", "Somaliland": "SO",
            "Transnistria": "MD", "Abkhazia": "GE", "South Ossetia": "GE"}  # fmt: skip
"""Lands that have no code of their own, under that of the state."""


def version() -> str:
    """What CLDR's names depend on."""
    return f"babel {release('babel')}"


def locales(language: str) -> tuple[str, ...]:
    return _LOCALES.get(language, (language,))


def territories(language: str) -> Iterator[tuple[str, str]]:
    """Codes and names of countries and continents. English names come from the sheet of facts, too."""
    from babel import Locale

    for locale in locales(language):
        for code, name in Locale.parse(locale).territories.items():
            if code in _NO_LAND or (len(code) != 2 and code not in _REGIONS):
                continue
            yield from ((code, part) for part in parts(name)[: 2 if code in _TWICE else 1])
    if language == "en":
        for code, name, row in countries():
            yield from ((code, form) for form in (name, *row.get("names", ())))


def parts(name: str) -> list[str]:
    """The name, and what CLDR puts behind it in brackets. What stands behind a dash tells two countries apart and stays."""
    bare = re.sub(r"\s*[(（].*?[)）]", "", name).strip()
    inside = [found.strip() for found in re.findall(r"[(（](.+?)[)）]", name)]
    return [re.sub(r"(特别行政区|特別行政區|特別行政区)$", "", bare), *inside]


def countries() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Code, English name and row of each land of the sheet of facts."""
    for name, row in table("facts/countries").items():
        code = row.get("code") or _KINGDOM.get(name)
        if code:
            yield code, name, row


def sheet(language: str) -> Mapping[str, Mapping[str, Any]]:
    """The sheet of the language's own names and words for people; for English it is the sheet of facts besides."""
    rows: Mapping[str, Mapping[str, Any]] = table(f"realms/words/{language}")
    if language != "en":
        return rows
    people = {code: list(forms) for code, forms in rows["people"].items()}
    for code, _, row in countries():
        people.setdefault(code, []).extend(
            form for form in (*row.get("adjectives", ()), *row.get("people", ())) if form not in people.get(code, ())
        )
    return {**rows, "people": people}


@cache
def _speech() -> Mapping[str, tuple[str, ...]]:
    return {code: tuple(lands.split()) for code, lands in table("realms/speech").items()}


def tongues(language: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Name, countries and code of each language of the sheet."""
    from babel import Locale

    for locale in locales(language):
        names = Locale.parse(locale).languages
        for code, lands in _speech().items():
            for part in parts(names[code])[:1] if code in names else ():
                yield part, lands, code


@cache
def english_names() -> Mapping[str, str]:
    """The English name of each country by its code."""
    from babel import Locale

    return {**dict(Locale.parse("en").territories), **{code: name for code, name, row in countries() if row.get("code")}}


@cache
def capitals() -> frozenset[str]:
    """The seats of governments, which stand for their countries."""
    return frozenset(city for _, _, row in countries() for city in _seats(row)) | frozenset(
        ("Brussels", "Strasbourg", "Geneva", "New York", "The Hague")
    )


def _seats(row: Mapping[str, Any]) -> Iterator[str]:
    seats = row.get("capital", ())
    for seat in (seats,) if isinstance(seats, str) else seats:
        yield seat if isinstance(seat, str) else seat[0]
    yield from row.get("also", ())
