"""This file defines what a style sheet may choose: plain, frozen values that the reader of sheets fills and the finders look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field

from audit.context import Words
from audit.inflect import malformed
from audit.knowledge import table
from audit.lines import nearest
from audit.model import Severity

Choice = Literal[
    "names", "spelling", "thousands", "decimal", "percent", "words-up-to", "quotation-marks", "mark-shape", "dates", "time", "currency",
    "glossary", "kept",
]  # fmt: skip
"""What a card in rules/style is about; `mark-shape` is the other half of the sheet's `quotation-marks`, `kept` of its `glossary`."""
Mark = Literal["double", "single", "curly", "straight"]


def _expandable(phrase: str) -> str:
    if fault := "a sheet of words cannot stand here" if phrase.startswith("@") else malformed(phrase):
        raise ValueError(fault)
    return phrase


def _sayable(phrase: str) -> str:
    if "(" in phrase or "|" in phrase:
        raise ValueError(f"{phrase!r}: one wording, without alternatives; (a|b) belongs to 'not'")
    return _expandable(phrase)


def _listed(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


def _marks(value: object) -> object:
    return tuple(value.split()) if isinstance(value, str) else value


def _one_of_each(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    for pair in (("double", "single"), ("curly", "straight")):
        if set(pair) <= set(marks):
            raise ValueError(f"{pair[0]} and {pair[1]} exclude one another; keep one")
    return marks


def _places(value: object) -> object:
    """Names in one form: a list of preferred names gets its other forms from the sheet of places."""
    if isinstance(value, list | tuple):
        value = dict.fromkeys(value)
    if isinstance(value, Mapping):
        return {str(name): _place(str(name), given) for name, given in value.items()}
    return value


def _place(name: str, given: object) -> object:
    known = {form: (key, row) for key, row in table("places/english-forms").items() for form in (key, *row["also"])}
    key, row = known.get(name, ("", {}))
    if not given:
        if not key:
            raise ValueError(
                f"{name}: not in knowledge/places/english-forms.yaml; write its other forms behind it ({name}: [...]){nearest(name, known)}"
            )
        given = [form for form in (key, *row["also"]) if form != name]
    if isinstance(given, str | list | tuple):
        given = {"not": list(_listed(given))}  # type: ignore[call-overload]
    if isinstance(given, dict) and row.get("unless"):
        given = {**given, "unless": [*_listed(given.get("unless", ())), *row["unless"]]}  # type: ignore[misc]
    return given


Phrase = Annotated[str, AfterValidator(_expandable)]
Say = Annotated[str, AfterValidator(_sayable)]
Phrases = Annotated[tuple[Phrase, ...], BeforeValidator(_listed)]
_STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The forms of a name that the desk does not write, and the phrases in which a form stays."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    banned: Annotated[Phrases, Field(alias="not", min_length=1)]
    unless: Phrases = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry of the glossary: `say` it so and `not` so, or `keep` a name as it is. `when`: only beside one of these words.

    Phrases are in the cards' shorthand (`~word`, alternatives). `quotes`: also inside quotation marks.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    say: Say | None = None
    keep: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()
    banned: Annotated[Phrases, Field(alias="not")] = ()
    unless: Phrases = ()
    when: Annotated[Words, BeforeValidator(_listed)] = ()
    quotes: bool = False
    note: str = ""
    severity: Severity | None = None
    bad: str = ""
    good: str = ""

    def __post_init__(self) -> None:
        if (self.say is None) == (not self.keep):
            raise ValueError("an entry has either 'say' (and 'not') or 'keep'; write one of them")
        if self.say is not None and not self.banned:
            raise ValueError("'say' needs 'not': the wording that it replaces")
        if len(self.keep) > 1 and self.banned:
            raise ValueError("'not' cannot belong to several kept names; give each its own entry")
        if not all(name.strip() for name in self.keep):
            raise ValueError("'keep' names nothing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How figures are written. `words-up-to`: numbers up to this one are words."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    thousands: Literal["comma", "none", "thin space"] | None = None
    decimal: Literal["point", "comma"] | None = None
    percent: Literal["%", "per cent", "percent"] | None = None
    words_up_to: Annotated[int | None, Field(alias="words-up-to", ge=1, le=20)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What one desk chooses; what it leaves out is not looked at. `severity` by choice, where the card's own will not do."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT
    names: Annotated[Mapping[str, Name], BeforeValidator(_places)] = field(default_factory=dict)
    spelling: Literal["british", "american", "oxford"] | None = None
    spelled_as_is: Annotated[tuple[str, ...], Field(alias="spelling-keeps")] = ()
    numbers: Numbers = field(default_factory=Numbers)
    marks: Annotated[tuple[Mark, ...], BeforeValidator(_marks), AfterValidator(_one_of_each), Field(alias="quotation-marks")] = ()
    dates: Literal["day-month", "month-day"] | None = None
    time: Literal["12h", "24h"] | None = None
    currency: Literal["sign", "word", "code"] | None = None
    glossary: tuple[Term, ...] = ()
    severity: Mapping[Choice, Severity] = field(default_factory=dict)

    def made(self, choice: Choice) -> bool:
        """Does the sheet choose this at all?"""
        return bool(self._choices()[choice])

    def _choices(self) -> Mapping[Choice, object]:
        numbers = self.numbers
        return {
            "names": self.names, "spelling": self.spelling, "thousands": numbers.thousands, "decimal": numbers.decimal,
            "percent": numbers.percent, "words-up-to": numbers.words_up_to,
            "quotation-marks": {"double", "single"} & set(self.marks), "mark-shape": {"curly", "straight"} & set(self.marks),
            "dates": self.dates, "time": self.time, "currency": self.currency,
            "glossary": [term for term in self.glossary if term.say is not None],
            "kept": [term for term in self.glossary if term.keep],
        }  # fmt: skip


CHOICES: tuple[Choice, ...] = get_args(Choice)
