"""This file tests that realms are read in every language, in their cases, and that other words are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.realms import LANGUAGES, english, read

LANDS = {
    "fr": ("Les Néerlandais, l'Autriche et les États-Unis", "NL AT US"),
    "es": ("EE. UU., los suizos y Corea del Norte", "US CH KP"),
    "it": ("gli Stati Uniti, i tedeschi, la Polonia", "US DE PL"),
    "pt": ("os EUA, os franceses e a Holanda", "US FR NL"),
    "de": ("Österreichs Kanzler, Australier, tschechische Züge", "AT AU CZ"),
    "nl": ("de Verenigde Staten, Duitsers, Zwitserland", "US DE CH"),
    "ru": ("россияне в Австрии, в Нигере, в Нигерии и в США", "RU AT NE NG US"),
    "uk": ("росіяни в Польщі та Німеччині", "RU PL DE"),
    "pl": ("w Niemczech, Australii i Wielkiej Brytanii", "DE AU GB"),
    "cs": ("v Německu, Velké Británii a Rakousku", "DE GB AT"),
    "tr": ("ABD'nin, Almanya'da, Fransızlar", "US DE FR"),
    "ar": ("وروسيا والمصريون وفي ألمانيا", "RU EG DE"),
    "fa": ("آمریکا و روسیه و چین", "US RU CN"),
    "zh": ("美国、俄罗斯和奥地利", "US RU AT"),
    "ja": ("米国とロシアと北朝鮮", "US RU KP"),
    "ko": ("미국과 독일에서 러시아로", "US DE RU"),
    "id": ("Amerika Serikat, Jepang dan Belanda", "US JP NL"),
    "fi": ("Ruotsissa, Suomeen ja Saksan", "SE FI DE"),
    "hi": ("अमेरिका, रूसी और जर्मनी", "US RU DE"),
    "en": ("Nigeriens, the U.S. and South Koreans", "NE US KR"),
}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_countries_and_their_people_are_read_in_every_language(language: str) -> None:
    text, lands = LANDS[language]
    assert [code for realm in read(text, language) for code in lands.split() if code in realm.lands] == lands.split()


@pytest.mark.parametrize(
    ("text", "language", "city"),
    [
        ("В Москве холодно", "ru", "Moscow"),
        ("jedzie do Wiednia", "pl", "Vienna"),
        ("Múnich y Berlín", "es", "Munich"),
        ("在乌鲁木齐", "zh", "Urumqi"),
        ("パリで", "ja", "Paris"),
        ("في القاهرة", "ar", "Cairo"),
        ("Londra'da", "tr", "London"),
    ],
)
def test_a_city_is_read_under_its_english_name(text: str, language: str, city: str) -> None:
    assert any(realm.kind == "city" and city in realm.keys for realm in read(text, language))


@pytest.mark.parametrize(
    "text", ["a turkey and some china", "they polish it", "told us so", "Michael Jordan retired", "the Air France crew", "New Georgia Road"]
)
def test_words_and_names_that_look_like_countries_are_nothing_sure(text: str) -> None:
    assert not [realm for realm in read(text, "en") if realm.sure and realm.alone]


def test_an_acronym_has_the_same_key_in_every_language() -> None:
    written = {"fr": "l'OTAN", "ru": "НАТО", "zh": "北约", "ko": "나토", "ar": "الناتو", "en": "NATO"}
    assert {realm.keys for language, text in written.items() for realm in read(text, language)} == {frozenset({"NATO"})}


def test_single_characters_count_only_beside_others() -> None:
    assert {code for realm in read("中美会谈", "zh") for code in realm.lands} >= {"CN", "US"}
    assert not read("方法很美", "zh")


def test_a_realm_says_its_english_name() -> None:
    assert [english(realm) for realm in read("l'Autriche et Pékin", "fr")] == ["Austria", "Beijing"]


def test_a_language_that_cannot_be_read_yields_nothing() -> None:
    assert read("Deutschland", "xx") == ()


def test_only_the_stretch_asked_for_is_told() -> None:
    text = "France met Spain."
    assert [realm.span.of(text) for realm in read(text, "en", 7)] == ["Spain"]


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=60), language=st.sampled_from(sorted(LANGUAGES)))
def test_any_text_is_read_in_bounds(text: str, language: str) -> None:
    for realm in read(text, language):
        assert 0 <= realm.span.start < realm.span.end <= len(text)
