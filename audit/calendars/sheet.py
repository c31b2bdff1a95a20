"""This file makes expressions of the sheets in `knowledge/calendars/`: one of all names, one of days beside a month, clocks, eras.

A sheet's words are regular expressions: `weekdays` (Monday first), `months`, `short` ones beside a day, `seasons` (spring first), `parts`
of the day by the letters of what they may mean (M, A, E, N), `relative` days, weeks, months and years by their distance. `th`, `of` and
`and` stand with the day of a month, `eve` before the day that a night ends with; `after: true` lets the day follow the month, `dots` and
`paren` let 26.7. and (26/7) be dates; `joined` are words that grow on to a name. `century`, `decades` and `clock` are wordings with
places: {h} hour, {w} hour in words, {m} minutes, {am}, {pm}, {night}, {n} number, {r} Roman number, {o} ordinal, {y} year of a decade,
{t} its tens, {T} the same in words, {k} Han numerals. `day: 24`: hours go on after twelve. What matches `doubtful`, which heeds case, may
be another word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from audit.cache import expression
from audit.calendars.figures import HAN
from audit.calendars.when import Kind
from audit.knowledge import table

LANGUAGES = frozenset("en fr es it pt de nl ru uk pl cs fi tr id ar fa hi zh ja ko".split())
SEASONS = ("spring", "summer", "autumn", "winter")
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_K = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
_PLACES = {
    "{h}": r"(?P<h>[01]?\d|2[0-4])(?!\d)", "{m}": r"(?P<m>[0-5]\d)", "{n}": r"(?P<n>[12]?\d)", "{r}": r"(?P<r>(?-i:[IVXІХ]{1,6}))",
    "{n2}": r"(?P<n2>[12]?\d)", "{r2}": r"(?P<r2>(?-i:[IVXІХ]{1,6}))",
    "{y}": r"(?P<y>1[0-9]\d0|20\d0)", "{t}": r"(?P<t>[1-9]0)", "{k}": rf"(?P<n>{_K})", "{kh}": rf"(?P<h>{_K}|[两兩])",
    "{km}": rf"(?P<m>{_K})",
    "{ky}": rf"(?P<y>[12]\d\d0|[一二][{HAN}]{{2}}[〇零])", "{kt}": r"(?P<t>(?<!\d)[1-9]0|[一二三四五六七八九]十)",
}  # fmt: skip
_WORDS = (("{w}", "hours"), ("{o}", "ordinals"), ("{o2}", "ordinals"), ("{T}", "tens"))
_BESIDE_DAY = r"(?<=\d (?:de )?){}(?=\.? (?:de )?(?:19|20)\d\d|\.?[,;)]|\.? ?(?:\n|\Z))"

Meaning = tuple[Kind, frozenset[int | str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The expressions of one language; None where it has no such words. `hours`, `ordinals`, `tens` are the words behind {w}, {o}, {T}."""

    language: str
    names: regex.Pattern[str]
    meanings: Mapping[str, Meaning]
    doubtful: regex.Pattern[str] | None
    before: regex.Pattern[str]
    after: regex.Pattern[str] | None
    eve: regex.Pattern[str] | None
    clock: regex.Pattern[str] | None
    century: regex.Pattern[str] | None
    decades: regex.Pattern[str] | None
    hours: tuple[str, ...]
    ordinals: tuple[str, ...]
    tens: tuple[str, ...]
    han: bool
    dots: bool
    paren: bool
    whole_day: bool

    def before_midnight(self, text: str, start: int) -> bool:
        """Is it the day that a night ends with? In der Nacht zum Sonntag is Saturday night."""
        return self.eve is not None and self.eve.search(text, max(0, start - 20), start) is not None

    def doubts(self, text: str, start: int) -> bool:
        return self.doubtful is not None and self.doubtful.match(text, start) is not None


@cache
def sheet(language: str) -> Sheet:
    rows = table(f"calendars/{language}")
    han = rows.get("script") == "han"
    names, meanings = _names(rows, han)
    ordinals, tens, hours = (tuple(rows.get(key, ())) for key in ("ordinals", "tens", "hours"))
    doubts = rows.get("doubtful")
    return Sheet(
        language,
        expression(names, regex.IGNORECASE),
        meanings,
        expression("|".join(f"(?:{one})" for one in doubts)) if doubts else None,
        expression(_before(rows), regex.IGNORECASE),
        expression(_after(rows), regex.IGNORECASE) if rows.get("after") else None,
        expression(rf"{rows['eve']} (?:den )?\Z", regex.IGNORECASE) if "eve" in rows else None,
        _wordings(rows, "clock", han=han),
        _wordings(rows, "century", han=han),
        _wordings(rows, "decades", han=han),
        hours,
        ordinals,
        tens,
        han,
        bool(rows.get("dots")),
        bool(rows.get("paren")),
        rows.get("day") == 24,
    )


def _names(rows: Mapping[str, Any], han: bool) -> tuple[str, dict[str, Meaning]]:
    """One expression of all names, a group for each, and what the groups mean."""
    meanings: dict[str, Meaning] = {}
    parts: list[str] = []

    def add(kind: Kind, readings: Sequence[int | str], words: str) -> None:
        name = f"g{len(meanings)}"
        meanings[name] = (kind, frozenset(readings))
        parts.append(f"(?P<{name}>{words})")

    for key, words in rows.get("relative", {}).items():
        add("relative", key.split("|"), words)
    for index, words in enumerate(rows["weekdays"]):
        add("weekday", (index,), words)
    short = rows.get("short", "").split()
    for index, words in enumerate(rows.get("months", ()), 1):
        add("month", (index,), f"{words}|{_BESIDE_DAY.format(short[index - 1])}" if short else words)
    for season, words in zip(SEASONS, rows.get("seasons", ()), strict=False):
        add("season", (season,), words)
    for letters, words in rows.get("parts", {}).items():
        add("part", tuple(letters), words)
    left = rows.get("left", "" if han else r"(?<![\p{L}\p{N}])")
    right = "" if han else rf"(?:(?!\p{{L}})|(?=(?:{rows['joined']})))" if rows.get("joined") else r"(?!\p{L})"
    return f"(?:{left})(?:{'|'.join(parts)}){right}", meanings


def _list(rows: Mapping[str, Any]) -> tuple[str, str]:
    """A day of the month, and what stands between two of them."""
    day = rf"{DAY}(?!\d)(?:{rows.get('th', '(?!)')})?"
    return day, rf"(?: ?[-–—/,&+] ?| (?:{rows.get('and', '(?!)')}) ?)(?:\p{{L}}{{1,12}},? ){{0,2}}"


def _before(rows: Mapping[str, Any]) -> str:
    day, between = _list(rows)
    return rf"(?<![\d.,:/hH]|\d[-–]|[$€£])(?P<days>{day}(?:{between}{day})*) ?(?:(?:{rows.get('of', '(?!)')}) )?\Z"


def _after(rows: Mapping[str, Any]) -> str:
    day, between = _list(rows)
    end = r"(?!\d|:\d|[.,]\d|-\p{L}| ?(?:%|per ?cent|million|billion|thousand|people))"
    return rf" (?:the )?(?P<days>{day}{end}(?:{between}{day}{end}(?! \p{{Lu}}))*)"


def _wordings(rows: Mapping[str, Any], key: str, *, han: bool) -> regex.Pattern[str] | None:
    wordings = list(rows.get(key, ()))
    if key == "clock":
        wordings += [f"(?P<{name}>{rows[name]})" for name in ("noon", "midnight") if name in rows]
    if not wordings:
        return None
    places = {
        **_PLACES,
        **{f"{{{name}}}": f"(?P<{name}>{rows.get(name, '(?!)')})" for name in ("am", "pm", "night")},
        **{place: f"(?P<{place[1:-1]}>{_any(rows.get(name))})" for place, name in _WORDS},
    }
    joined = "|".join(f"(?:{wording})" for wording in wordings)
    for place, words in places.items():
        joined = joined.replace(place, words)
    left, right = (r"(?<![\d.,:/])", "") if han else (r"(?<![\d.,:/\p{L}])", r"(?![\d\p{L}]|[.,:]\d)")
    return expression(f"{left}(?:{joined}){right}", regex.IGNORECASE)


def _any(words: Sequence[str] | None) -> str:
    return "|".join(sorted(words, key=len, reverse=True)) if words else "(?!)"
