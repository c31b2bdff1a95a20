"""This file tests that source texts of any language are cut into paragraphs, sentences and quotations."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import original

CUT = [
    ("fr", "M. Dupont dort. Il rêve.", ["M. Dupont dort.", "Il rêve."]),
    ("fr", "« Nous partons. » Elle sourit !", ["« Nous partons. »", "Elle sourit !"]),
    ("de", "Am 3. Oktober kam Dr. Weiß. Er blieb.", ["Am 3. Oktober kam Dr. Weiß.", "Er blieb."]),
    ("de", "Er sagte: „Nein.“ Dann ging er.", ["Er sagte: „Nein.“", "Dann ging er."]),
    ("cs", "Přijel 5. května. Zůstal.", ["Přijel 5. května.", "Zůstal."]),
    ("ru", "В 2020 г. И. Иванов уехал. Он вернулся.", ["В 2020 г. И. Иванов уехал.", "Он вернулся."]),
    ("es", "¿Quién va? Nadie. El Sr. Paz duerme.", ["¿Quién va?", "Nadie.", "El Sr. Paz duerme."]),
    ("zh", "他来了。她说：“好！”大家都笑了。", ["他来了。", "她说：“好！”", "大家都笑了。"]),
    ("ja", "雨だ。「行くぞ。」彼は言った！", ["雨だ。", "「行くぞ。」", "彼は言った！"]),
    ("ar", "هل جاء؟ نعم جاء.", ["هل جاء؟", "نعم جاء."]),
    ("hi", "वह आया। वह गया।", ["वह आया।", "वह गया।"]),
    ("it", "Costa 3.5 milioni. Troppo, dice l'on. Neri.", ["Costa 3.5 milioni.", "Troppo, dice l'on. Neri."]),
]


@pytest.mark.parametrize(("language", "text", "sentences"), CUT)
def test_sentences_end_where_a_reader_ends_them(language: str, text: str, sentences: list[str]) -> None:
    assert [passage.span.of(text) for passage in original.read(text, language).sentences] == sentences


def test_every_line_is_a_paragraph_and_a_short_first_line_is_a_heading() -> None:
    read = original.read("Un titre\n\nUne phrase. Une autre.\n", "fr")
    assert [(passage.paragraph, passage.heading) for passage in read.sentences] == [(0, True), (1, False), (1, False)]


@pytest.mark.parametrize("text", ["« oui »", "„ja“", "»ja«", "「はい」", "『はい』", "“sí”", '"no"'])
def test_quotations_are_found_in_the_marks_of_their_language(text: str) -> None:
    assert [span.of(f"x {text} y") for span in original.read(f"x {text} y", None).quotations] == [text]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200), st.sampled_from([None, "fr", "de", "zh", "ar"]))
def test_the_sentences_of_any_text_are_in_order_in_bounds_and_leave_only_white_space_out(text: str, language: str | None) -> None:
    spans = [passage.span for passage in original.read(text, language).sentences]
    assert spans == sorted(spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    kept = "".join(span.of(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
