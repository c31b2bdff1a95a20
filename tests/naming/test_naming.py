"""This file tests that names are known again in other scripts, spellings and endings, and that other names are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.naming import read, support
from audit.naming.known import proper
from audit.naming.letters import latin
from audit.naming.phones import alike, apart, heard, level, phones, seen
from audit.spans import Span

KNOWN_AGAIN = [
    ("gorbachev", "Gorbatschow ging.", "de"),
    ("wałęsa", "Rozmawiał z Lechem Wałęsą.", "pl"),
    ("novak", "Řekl to Petru Novákovi.", "cs"),
    ("erdogan", "Bunu Erdoğan'ın sözcüsü söyledi.", "tr"),
    ("thatcher", "Об этом говорила Маргарет Тэтчер.", "ru"),
    ("schwarzenegger", "Приехал Арнольд Шварценеггер.", "ru"),
    ("francis", "Le pape François est arrivé.", "fr"),
    ("ornano", "On a vu M. d'Ornano hier.", "fr"),
    ("trump", "特朗普称她是独裁者。", "zh"),
    ("schumacher", "迈克尔·舒马赫退出了比赛。", "zh"),
    ("facebook", "脸书拒绝了。", "zh"),
    ("shaoshan", "博览会在韶山开幕。", "zh"),
    ("brown", "キース・ブラウンさんが来た。", "ja"),
    ("masuda", "熊本県の増田さん。", "ja"),
    ("abe", "安倍首相は述べた。", "ja"),
    ("moon", "문재인 대통령이 말했다.", "ko"),
    ("snowden", "स्नोडेन ने कहा।", "hi"),
    ("trump", "قال ترامب ذلك.", "ar"),
]
STRANGERS = [
    ("whitlock", "Мы говорили с Ниной Сидоренко.", "ru"),
    ("galloway", "El juez interrogó a Pilar Mendizábal.", "es"),
    ("dauden", "Papst Franziskus empfing Joachim Baumann.", "de"),
    ("lukashevich", "キース・ブラウンさんが来た。", "ja"),
    ("bush", "Netanjahu, dotychczasowy premier.", "pl"),
    ("szabo", "मनमोहन सिंह प्रधानमंत्री हैं।", "hi"),
]


def supported(name: str, text: str, language: str) -> float:
    return support(latin(name), read(text, language, (0,)), Span(0, len(text)))[0]


@pytest.mark.parametrize(("name", "text", "language"), KNOWN_AGAIN)
def test_a_name_is_known_again_in_another_script_or_form(name: str, text: str, language: str) -> None:
    assert supported(name, text, language) >= 0.6


@pytest.mark.parametrize(("name", "text", "language"), STRANGERS)
def test_another_name_is_not_taken_for_it(name: str, text: str, language: str) -> None:
    assert supported(name, text, language) < 0.66


def test_katakana_with_a_small_letter_is_one_syllable() -> None:
    assert latin("ティンブクトゥ") == "tinbukutu"
    assert latin("フォード") == "fodo"


def test_an_elided_article_and_a_turkish_ending_are_no_part_of_a_name() -> None:
    assert [word.text for word in read("l'Elysée", "fr", (0,)).words] == ["Elysée"]
    assert [word.text for word in read("Trump'ın evi", "tr", (0,)).words] == ["Trump", "evi"]


def test_a_capital_at_the_beginning_of_a_sentence_says_nothing() -> None:
    kinds = {word.text: word.kind for word in read("Hier kam Putin. Gestern nicht.", "de", (0, 16)).words}
    assert kinds == {"Hier": "opening", "kam": "word", "Putin": "capital", "Gestern": "opening", "nicht": "word"}


@pytest.mark.parametrize("word", ["clinton", "google", "pepsi", "schumacher"])
def test_names_are_names(word: str) -> None:
    assert proper(word)


@pytest.mark.parametrize("word", ["festival", "university", "provincial", "ministry", "transport"])
def test_ordinary_words_are_no_names(word: str) -> None:
    assert not proper(word)


@given(st.text(max_size=60), st.sampled_from(["zh", "ja", "ko", "ar", "hi", "de", "ru", "tr", "fr", "th"]))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_with_spans_in_bounds_and_in_order(text: str, language: str) -> None:
    words = read(text, language, (0,)).words
    assert all(word.span.of(text) == word.text for word in words)
    assert [word.span.start for word in words] == sorted(word.span.start for word in words)


@given(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12),
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12),
)
def test_likeness_lies_between_none_and_full_and_a_word_is_like_itself(one: str, other: str) -> None:
    assert 0 <= heard(one, other) <= 1
    assert alike(one, one) == 1
    assert apart(phones(one), phones(other)) == pytest.approx(apart(phones(other), phones(one)))
    assert seen(one, other) == pytest.approx(seen(other, one))
    assert level(level(one)) == level(one) or len(level(level(one))) < len(level(one))
