"""This file tests how days and times are read in twenty languages: the names of CLDR, clocks, eras, and words that only look alike."""

import datetime

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from audit.calendars import LANGUAGES, read, small_numbers
from audit.calendars.figures import number, roman

DAYS = [datetime.date(2021, month, day) for month in range(1, 13) for day in (1, 9, 17, 28)]
# Language, text, kind, every reading in order.
READ = [
    ("en", "at 3:30 p.m.", "clock", [{930}]),
    ("en", "half past two", "clock", [{150, 870}]),
    ("en", "quarter to nine", "clock", [{525, 1245}]),
    ("en", "from noon to midnight", "clock", [{720}, {0}]),
    ("en", "12 a.m. and 12 p.m.", "clock", [{0}, {720}]),
    ("en", "on 03/04/2021", "day", [{3, 4}, {3, 4}]),
    ("en", "the 18th and 19th centuries", "century", [{18, 19}]),
    ("en", "a nineteenth-century house", "century", [{19}]),
    ("en", "the '60s and the nineties", "decade", [{1860, 1960, 2060}, {1890, 1990, 2090}]),
    ("de", "um halb drei", "clock", [{150, 870}]),
    ("nl", "om half drie", "clock", [{150, 870}]),
    ("cs", "v půl páté odpoledne", "clock", [{270, 990}]),
    ("fr", "à 14h30", "clock", [{870}]),
    ("fr", "le 03/04/2021", "day", [{3}]),
    ("fr", "du 3 au 5 mars", "day", [{3}, {5}]),
    ("es", "a las ocho de la tarde", "clock", [{1200}]),
    ("ru", "в два часа ночи", "clock", [{120}]),
    ("ru", "в XX веке", "century", [{20}]),
    ("ja", "午後0時半", "clock", [{750}]),
    ("ja", "午前0時", "clock", [{0}]),
    ("zh", "晚上12点", "clock", [{0}]),
    ("zh", "下午两点半", "clock", [{870}]),
    ("zh", "20世纪90年代", "decade", [{1990}]),
    ("zh", "7月26日至28日", "day", [{26}, {28}]),
    ("zh", "十二月三十一日", "day", [{31}]),
    ("ar", "القرن التاسع عشر", "century", [{19}]),
    ("ar", "تشرين الثاني", "month", [{11}]),
    ("ar", "٢٦ تموز", "day", [{26}]),
    ("de", "in der Nacht zum Sonntag", "weekday", [{5, 6}]),
    ("de", "in der Nacht zum 1. Mai", "month", [{4, 5}]),
    ("hi", "वह कल आया", "relative", [{"day-1", "day+1"}]),
    ("es", "mañana por la mañana", "relative", [{"day+1"}]),
]
# Language, text, kind that nothing surely means.
ALIKE = [
    ("en", "Theresa May said", "month"),
    ("en", "they may march", "month"),
    ("en", "Jan Novák sat in the sun", "month"),
    ("en", "He is in his 90s.", "decade"),
    ("en", "USA Today reports", "relative"),
    ("fr", "la planète Mars", "month"),
    ("fr", "il a été élu", "season"),
    ("fr", "15 heures de route", "clock"),
    ("ru", "защищать среду", "weekday"),
    ("ru", "Марта пришла", "month"),
    ("ru", "пять лет", "season"),
    ("pl", "Maja śpi", "month"),
    ("pl", "czwarty i piąty", "weekday"),
    ("tr", "Kasım geldi", "month"),
    ("id", "dua minggu lalu", "weekday"),
    ("pt", "na segunda metade", "weekday"),
    ("ar", "مارس الضغط", "month"),
    ("zh", "一周三次", "weekday"),
    ("zh", "三点建议", "clock"),
    ("ja", "3時間", "clock"),
    ("ja", "3日間", "day"),
    ("ja", "日本の水", "weekday"),
    ("ko", "3시간", "clock"),
]
HAN = [("二十六", 26), ("十", 10), ("一九九〇", 1990), ("廿一", 21), ("7", 7), ("十十", None)]
ANYTHING = st.text(alphabet="0123456789:./-年月日時点午後前一二十両XIVxmasjuly hеПнüéمای월일 ,()'", max_size=40)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("length", ["full", "long"])
def test_every_date_as_cldr_writes_it_is_read(language: str, length: str) -> None:
    for day in DAYS:
        text = format_date(day, length, locale=language)
        found = {(when.kind, reading) for when in read(text, language) for reading in when.readings}
        wanted = {("month", day.month), ("day", day.day)} | ({("weekday", day.weekday())} if length == "full" else set())
        assert wanted <= found, text


@pytest.mark.parametrize(("language", "text", "kind", "readings"), READ)
def test_a_wording_means_what_it_says(language: str, text: str, kind: str, readings: list[set[int | str]]) -> None:
    assert [set(when.readings) for when in read(text, language) if when.kind == kind] == readings


@pytest.mark.parametrize(("language", "text", "kind"), ALIKE)
def test_a_word_that_only_looks_alike_is_never_sure(language: str, text: str, kind: str) -> None:
    assert [when for when in read(text, language) if when.kind == kind and when.sure] == []


def test_a_language_without_a_sheet_is_not_read() -> None:
    assert read("mandag 3. mai", "da") == ()


def test_only_what_stands_between_two_offsets_is_given() -> None:
    text = "On Monday he came, on Friday he left."
    assert [when.span.of(text) for when in read(text, "en", 18, len(text))] == ["Friday"]


def test_small_numbers_are_those_that_are_no_date() -> None:
    text = "On May 5 the XIX and twenty-first came at 3 p.m. with 7 others."
    assert [value for _, value in small_numbers(text, "en")] == [19, 21, 7]


@pytest.mark.parametrize(("written", "value"), HAN)
def test_han_numerals_are_read(written: str, value: int | None) -> None:
    assert number(written) == value


@pytest.mark.parametrize(("written", "value"), [("XIX", 19), ("IV", 4), ("ХХІ", 21), ("L", None), ("", None)])
def test_roman_numbers_are_read_in_latin_and_cyrillic_letters(written: str, value: int | None) -> None:
    assert roman(written) == value


@given(ANYTHING, st.sampled_from(sorted(LANGUAGES)))
def test_any_text_is_read_without_harm_and_every_span_lies_within_it(text: str, language: str) -> None:
    for when in read(text, language):
        assert 0 <= when.span.start < when.span.end <= len(text)
        assert when.readings
