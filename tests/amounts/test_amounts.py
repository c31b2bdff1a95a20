"""This file checks that numbers are read in many languages, in figures, words, scales and ranges."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.amounts import known, read
from audit.amounts.roman import worth

LANGUAGES = "en fr es it pt de nl ru uk pl cs tr ar fa fi id hi ko zh ja".split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_of_the_news_has_a_sheet(language: str) -> None:
    assert known(language)


@pytest.mark.parametrize(
    ("language", "written", "value"),
    [
        ("en", "two hundred and fifty thousand", 250_000),
        ("en", "three and a half", 3.5),
        ("en", "half a million", 500_000),
        ("en", "2.5bn", 2.5e9),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "soixante et onze", 71),
        ("fr", "1,5 milliard", 1.5e9),
        ("fr", "20 000", 20_000),
        ("fr", "une quinzaine", 15),
        ("es", "treinta y dos", 32),
        ("es", "2 billones", 2e12),
        ("es", "dos mil trescientos millones", 2.3e9),
        ("pt", "dois mil milhões", 2e9),
        ("pt", "3,5 bilhões", 3.5e9),
        ("it", "duecentocinquantamila", 250_000),
        ("it", "ventuno", 21),
        ("de", "zweihundertfünfzigtausend", 250_000),
        ("de", "fünfundzwanzig", 25),
        ("de", "siebzehnjährige", 17),
        ("de", "3 Billionen", 3e12),
        ("nl", "vijfentwintig", 25),
        ("ru", "двадцать пять тысяч", 25_000),
        ("ru", "двадцатипятилетний", 25),
        ("ru", "два с половиной миллиона", 2.5e6),
        ("uk", "двадцять п'ять", 25),
        ("pl", "trzydziestoletni", 30),
        ("pl", "dwudziesty pierwszy", 21),
        ("cs", "pětadvacet", 25),
        ("cs", "15 212", 15_212),
        ("tr", "on beş", 15),
        ("tr", "iki buçuk", 2.5),
        ("ar", "خمسة وعشرون ألف", 25_000),
        ("ar", "٣٫٥ مليون", 3.5e6),
        ("fa", "بیست و پنج هزار", 25_000),
        ("hi", "दो लाख", 200_000),
        ("hi", "साढ़े तीन", 3.5),
        ("id", "dua puluh lima ribu", 25_000),
        ("fi", "kaksikymmentäviisi", 25),
        ("zh", "三百二十人", 320),
        ("zh", "1.5万亿元", 1.5e12),
        ("zh", "1100多万人", 11e6),
        ("ja", "12億3千万円", 1.23e9),
        ("ja", "昭和60年", 1985),
        ("ko", "3억 5천만 원", 3.5e8),
    ],
)
def test_a_number_is_worth_what_its_language_says(language: str, written: str, value: float) -> None:
    (amount,) = [amount for amount in read(written, language) if amount.value != 1]
    assert amount.values[0] == pytest.approx(value)


@pytest.mark.parametrize(
    ("language", "written", "kind"),
    [
        ("en", "5 percent", "percent"),
        ("fr", "20 pour cent", "percent"),
        ("de", "20 Prozent", "percent"),
        ("tr", "yüzde 85", "percent"),
        ("zh", "百分之八十五", "percent"),
        ("ja", "8割", "percent"),
        ("ar", "٢٥ في المئة", "percent"),
        ("en", "the 21st", "ordinal"),
        ("zh", "第三", "ordinal"),
        ("fr", "XIVe siècle", "ordinal"),
        ("de", "1990er Jahre", "decade"),
        ("ru", "80-е годы", "decade"),
        ("en", "2015", "year"),
        ("en", "Covid-19", "code"),
        ("ja", "数十人", "vague"),
    ],
)
def test_a_number_knows_its_kind(language: str, written: str, kind: str) -> None:
    assert read(written, language)[0].kind == kind


def test_what_may_be_read_two_ways_has_both_values() -> None:
    assert set(read("1.500", "de")[0].values) == {1500.0, 1.5}
    assert set(read("2 billones", "es")[0].values) == {2e12, 2e9}


def test_the_first_of_a_range_may_share_the_scale_of_the_second() -> None:
    assert 5e6 in read("5-6 million people", "en")[0].values
    assert read("4-6%", "en")[0].kind == "percent"


@pytest.mark.parametrize(("language", "written"), [("zh", "一些四川人"), ("de", "ein"), ("it", "sei"), ("en", "both"), ("fr", "un")])
def test_words_that_mean_something_else_are_not_firm(language: str, written: str) -> None:
    assert not any(amount.firm for amount in read(written, language))


@pytest.mark.parametrize(("written", "value"), [("XIV", 14), ("XX", 20), ("ХХ", 20), ("IX", 9)])
def test_roman_numerals_are_read_in_either_alphabet(written: str, value: int) -> None:
    assert worth(written) == value


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=80) | st.text(alphabet="0123456789.,-–% half twenty millionIVX万億三年第'", max_size=60), st.sampled_from(LANGUAGES)
)
def test_any_text_is_read_without_a_crash_in_order_and_in_bounds(text: str, language: str) -> None:
    found = read(text, language)
    assert all(0 <= amount.span.start < amount.span.end <= len(text) for amount in found)
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(found))
