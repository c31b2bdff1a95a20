"""This file tests which words are heard to deny, in which language."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.polarity import known, read

LANGUAGES = ("ar", "cs", "de", "en", "es", "fa", "fi", "fr", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "uk", "zh")

SURE = [
    ("en", "The firm did not pay.", 1),
    ("en", "The firm hasn’t paid, and it never will.", 2),
    ("en", "There is no water.", 1),
    ("fr", "Il n'a pas payé.", 1),
    ("fr", "Aucun accord n'a été signé.", 1),
    ("fr", "Elle ne dit jamais rien à personne.", 1),
    ("es", "No vino nadie.", 1),
    ("es", "Nadie vino.", 1),
    ("it", "Non ha detto nulla.", 1),
    ("pt", "A ponte não será reparada.", 1),
    ("pt", "Nem o maire nem o ministro vieram.", 1),
    ("de", "Niemand wusste, dass kein Geld da war.", 2),
    ("nl", "Er is geen water.", 1),
    ("ru", "Никто ничего не сказал.", 1),
    ("uk", "Ніхто не прийшов.", 1),
    ("pl", "Nikt nie przyszedł.", 1),
    ("cs", "Nikdo nic neřekl.", 1),
    ("tr", "Kimse gelmedi.", 1),
    ("tr", "Bu doğru değil.", 1),
    ("ar", "لم يدفع الوزير.", 1),
    ("fa", "او نمی‌داند.", 1),
    ("id", "Dia belum membayar.", 1),
    ("fi", "Hän ei maksanut.", 1),
    ("hi", "उसने पैसे नहीं दिए।", 1),
    ("zh", "公司没有付款。", 1),
    ("ja", "会社は払わなかった。", 1),
    ("ja", "考え方が初心者のそれではないからだ。", 1),
    ("ko", "회사는 돈을 내지 않았다.", 1),
]

NOT_DENIED = [
    ("en", "No. 7 beat the favourite."),
    ("en", "It is late, isn't it?"),
    ("en", "The strike hit not only trains."),
    ("fr", "Ce n'est pas seulement une avancée."),
    ("fr", "avant qu'il ne parte"),
    ("fr", "C'est sans doute vrai."),
    ("es", "Sin embargo, ganó."),
    ("es", "No solo ganó."),
    ("it", "Non solo ha vinto."),
    ("pt", "Não só ganhou."),
    ("de", "Nicht nur die Bahn streikt."),
    ("de", "Das Unternehmen unterstützt die Union."),
    ("nl", "Niet alleen de trein staakt."),
    ("en", "The plan does not apply only to commuters."),
    ("en", "Such storms are not uncommon."),
    ("en", "Not a few citizens asked."),
    ("en", "He made it up out of nothing."),
    ("fr", "Rien qu'à Paris, dix personnes sont mortes."),
    ("fr", "la plus difficile jamais entreprise"),
    ("fr", "Les prix n'ont pas cessé de monter."),
    ("de", "Nicht wenige teilen die Sorge."),
    ("cs", "Je otázka, jestli by to oni neměli řídit."),
    ("uk", "Друзі давні й не дуже."),
    ("ru", "Он не только выиграл."),
    ("ru", "Он не мог не выиграть."),
    ("uk", "Він не лише виграв."),
    ("pl", "Nie tylko wygrał."),
    ("cs", "Nebo to nechal nejlepší z nich."),
    ("tr", "Namaz kıldı."),
    ("ar", "لا يزال الوزير في منصبه."),
    ("id", "Tidak hanya menang."),
    ("fi", "Ei vain voittanut."),
    ("hi", "न केवल जीता"),
    ("zh", "他不得不走。"),
    ("zh", "是不是他？特别好。"),
    ("ja", "行かなければならない。"),
    ("ja", "来るかもしれない。"),
    ("ko", "갈 수밖에 없다."),
]

ONLY = [
    ("fr", "Il ne mange que des pommes."),
    ("fr", "Elle n'est ouverte qu'en été."),
    ("es", "No tiene más que dos porteros."),
    ("pt", "Não passa de um rascunho."),
    ("it", "Non fa altro che lamentarsi."),
    ("ja", "店が一つしかない。"),
]


@pytest.mark.parametrize(("language", "text", "count"), SURE)
def test_what_is_denied_is_counted_once_a_clause(language: str, text: str, count: int) -> None:
    assert len(read(text, language).of("sure")) == count


@pytest.mark.parametrize(("language", "text"), NOT_DENIED)
def test_what_only_looks_like_a_denial_is_none(language: str, text: str) -> None:
    assert not read(text, language).of("sure")


@pytest.mark.parametrize(("language", "text"), ONLY)
def test_nothing_but_is_told_from_not(language: str, text: str) -> None:
    found = read(text, language)
    assert found.of("only")
    assert not found.of("sure")


def test_a_language_without_a_sheet_says_nothing() -> None:
    assert not known("xx")
    assert not known("../de")
    assert not read("not nicht pas", "xx").cues


def test_only_what_lies_between_start_and_end_is_read() -> None:
    text = "It is not so. It is never so."
    assert [cue.span.of(text) for cue in read(text, "en", 14).cues] == ["never"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_listed_language_has_a_sheet(language: str) -> None:
    assert known(language)


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_on_any_text_the_spans_are_in_bounds_and_in_order(text: str, language: str) -> None:
    spans = [cue.span for cue in read(text, language).cues]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
