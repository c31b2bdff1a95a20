"""This file tests the comparison of numbers with the source on sentences that no card holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.analyse import analyse
from audit.checks.source.both import Sides
from audit.checks.source.numbers import FAULTS
from audit.found import Found
from audit.model import Couple, Document, Original
from audit.segment import segment
from audit.spans import Span

CHANGED = [
    ("fr", "La ville a perdu 3.400 habitants.", "The city has lost 4,300 people.", "number-changed", "4,300"),
    ("fr", "Après sept jours de grève, le port rouvre.", "After six days on strike the port reopens.", "number-changed", "six"),
    ("es", "Veintidós aldeas quedaron sin luz.", "Thirty-two villages lost power.", "number-changed", "Thirty-two"),
    ("it", "Il museo ha 38 sale.", "The museum has 83 rooms.", "number-changed", "83"),
    ("pt", "O fundo tem 3 bilhões de reais.", "The fund holds 3 million reais.", "scale-changed", "3 million"),
    ("de", "Die Mannschaft gewann das vierte Spiel.", "The team won its fifth match.", "number-changed", "fifth"),
    ("nl", "Er werden 1.250 bomen geplant.", "Some 1,520 trees were planted.", "number-changed", "1,520"),
    ("ru", "Цены выросли на 8 процентов.", "Prices rose by 9 percent.", "number-changed", "9 percent"),
    ("ru", "Завод построили в 1957 году.", "The plant was built in 1975.", "number-changed", "1975"),
    ("uk", "Школа має 640 учнів.", "The school has 460 pupils.", "number-changed", "460"),
    ("pl", "Straty wyniosły 7 mln złotych.", "Losses came to 7 billion zlotys.", "scale-changed", "7 billion"),
    ("cs", "Soutěže se účastnilo pětadvacet dětí.", "Some thirty-five children took part.", "number-changed", "thirty-five"),
    ("tr", "Köprü 450 metre uzunluğunda.", "The bridge is 540 metres long.", "number-changed", "540"),
    ("ar", "قتل 37 شخصا في الحادث.", "The accident killed 73 people.", "number-changed", "73"),
    ("hi", "इस गांव में 480 परिवार रहते हैं।", "The village is home to 840 families.", "number-changed", "840"),
    ("zh", "该厂有三百二十名工人。", "The plant has 230 workers.", "number-changed", "230"),
    ("ja", "会場には1万5千人が集まった。", "A crowd of 51,000 gathered.", "number-changed", "51,000"),
    ("ko", "행사에 3만 명이 모였다.", "Some 30 people came.", "scale-changed", "30"),
    ("fi", "Kylässä asuu 260 ihmistä.", "The village has 620 people.", "number-changed", "620"),
    ("id", "Desa itu memiliki 75 rumah.", "The village has 57 houses.", "number-changed", "57"),
]
KEPT = [
    ("fr", "Une douzaine de maisons ont brûlé.", "Twelve houses burned."),
    ("fr", "Deux ans et demi plus tard, il revint.", "He came back two and a half years later."),
    ("es", "Pesa 80 kilos.", "He weighs 176 pounds."),
    ("de", "Das Haus hat 120 Quadratmeter.", "The house has 1,292 square feet."),
    ("de", "Die Zahl stieg auf 48.927.", "The number rose to almost 49,000."),
    ("ru", "Это было в 80-х годах.", "It was in the 1980s."),
    ("ru", "Поезд прибыл в 23:40.", "The train came at 11:40 p.m."),
    ("tr", "Katılım yüzde 50 oldu.", "Half of them came."),
    ("hi", "सरकार ने 5 लाख रुपये दिए।", "The state gave 500,000 rupees."),
    ("zh", "三分之二的居民反对。", "Two thirds of the residents are against it."),
    ("zh", "数十人受伤。", "Dozens were hurt."),
    ("ja", "昭和60年に建てられた。", "It was built in 1985."),
    ("ja", "3割が反対した。", "Thirty percent were against it."),
    ("xx", "Nothing can be read here: 5.", "There are 7."),
]


def _found(language: str, source: str, text: str, fault: str) -> list[Found]:
    document = Document("example", text, source=source, source_language=language)
    here, there = Span(0, len(text)), Span(0, len(source))
    original = Original(source, language, ())
    couple = Couple(here, there, 1.0, here, there)
    return list(FAULTS[fault](Sides(analyse(document, segment(document)), original, language, (couple,))))


@pytest.mark.parametrize(("language", "source", "text", "fault", "wrong"), CHANGED)
def test_a_changed_number_is_found_with_both_words(language: str, source: str, text: str, fault: str, wrong: str) -> None:
    (found,) = _found(language, source, text, fault)
    assert found.span.of(text) == wrong
    assert found.source_span is not None
    assert found.source_span.of(source) == found.values["source"]


@pytest.mark.parametrize(("language", "source", "text"), KEPT)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_number_said_another_way_is_left_alone(fault: str, language: str, source: str, text: str) -> None:
    assert _found(language, source, text, fault) == []


def test_what_moved_to_the_next_sentence_is_neither_lost_nor_changed() -> None:
    source, text = "Il y eut 250 morts. On compte 40 blessés.", "There were 40 hurt. The dead are 250."
    document = Document("example", text, source=source, source_language="fr")
    whole_here, whole_there = Span(0, len(text)), Span(0, len(source))
    couples = (
        Couple(Span(0, 19), Span(0, 19), 1.0, whole_here, whole_there),
        Couple(Span(20, len(text)), Span(20, len(source)), 1.0, whole_here, whole_there),
    )
    sides = Sides(analyse(document, segment(document)), Original(source, "fr", ()), "fr", couples)
    assert [found for fault in FAULTS.values() for found in fault(sides)] == []


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="0123456789.,-% amilonhtuwéd三十万年", max_size=50), st.text(alphabet="0123456789.,-% milondtw", max_size=50))
def test_any_two_texts_are_compared_without_a_crash(source: str, text: str) -> None:
    for fault in FAULTS:
        for language in ("fr", "zh"):
            assert all(found.span.end <= len(text) for found in _found(language, source, text, fault))
