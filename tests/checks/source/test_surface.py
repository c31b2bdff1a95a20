"""This file tests what shows on the surface of a translation beside its source: words and marks left, lost, strayed or doubled."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.analyse import analyse
from audit.checks.source.both import Sides
from audit.checks.source.surface import FAULTS as SURFACE
from audit.config import Config
from audit.model import Couple, Document
from audit.original import read
from audit.pipeline import Line, line
from audit.segment import segment
from audit.spans import Span


def found(text: str, source: str, language: str, fault: str) -> list[str]:
    only: Line = line(Config(select=(f"source/{fault}",), force=True))
    result = only.audit(Document("a", text, source=source, source_language=language))
    return [finding.quote for finding in result.findings]


@pytest.mark.parametrize(
    ("text", "source", "language", "left"),
    [
        ("The Trophäe was shown.", "Die Trophäe wurde gezeigt.", "de", ["Trophäe"]),
        ("It rests on their Urlaub.", "Es beruht auf ihrem Urlaub.", "de", ["Urlaub"]),
        ("The town of Schwarzwald voted.", "Die Stadt Schwarzwald stimmte ab.", "de", []),
        ("They drove on l'autoroute at night.", "Ils roulaient sur l'autoroute la nuit.", "fr", ["l'autoroute"]),
        ("The coup d'état failed.", "Le coup d'état a échoué.", "fr", []),
        ("The film “Le grand pont” was shown.", "Le film « Le grand pont » a été montré.", "fr", []),
        ("The old mill closed.", "Старая мельница закрылась.", "ru", []),
    ],
)
def test_source_words_count_unless_they_are_names_titles_or_english(text: str, source: str, language: str, left: list[str]) -> None:
    assert found(text, source, language, "left-in-source") == left


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("The bridge is the; first one.", [";"]),
        ("The bridge is open; the road is closed.", []),
        ("They usually. open it at noon.", ["."]),
        ("They met at approx. ten.", []),
        ("The mayors' pay rose.", []),
        ("The two- and three-year terms end.", []),
        ("They shot a brother of his, and a young clerk.", []),
        ("In the town they came from, it all went smoothly.", []),
        ('They waited for years" worth of mail.', ['"']),
        ('"They open it at noon.', []),
        ('They open it at noon," said the mayor.', []),
    ],
)
def test_a_mark_is_stray_only_where_no_mark_can_stand(text: str, marks: list[str]) -> None:
    assert found(text, "Они обычно открывают его в полдень", "ru", "stray-mark") == marks


def test_a_headline_of_a_longer_text_needs_no_full_stop() -> None:
    source = "Le pont est ouvert.\nLe maire a ouvert le pont vendredi."
    assert found("The bridge is open\nThe mayor opened the bridge on Friday.", source, "fr", "final-stop-lost") == []
    assert found("The bridge is open", "Le pont est ouvert.", "fr", "final-stop-lost") == ["open"]


def test_a_first_line_that_exclaims_there_and_a_line_that_goes_on_there_need_no_full_stop() -> None:
    text = "The Old Club Wins the Cup Again in the Last Minute and Its Fans Sing All Night Long\nThe club won the cup on Friday."
    assert found(text, "劇的勝利！古豪クラブが最後の1分で優勝！\nクラブは金曜に優勝した。", "ja", "final-stop-lost") == []
    news = "Body of a Man Found in the River North of the Old Town and the Police Look for Two Witnesses - Yahoo!News\nA man was found."
    assert found(news, "川で男性の遺体発見 - Yahoo!ニュース\n男性が見つかった。", "ja", "final-stop-lost") == []


@pytest.mark.parametrize(
    ("text", "source", "doubled"),
    [
        ("It joins France and Italy Italy.", "Es verbindet Frankreich und Italien.", ["Italy Italy"]),
        ("He comes from Walla Walla.", "Er kommt aus Walla Walla.", []),
        ("He said that that was it.", "Er sagte, das sei es.", []),
        ("There were books, books, books.", "Es gab Bücher, Bücher und noch mehr Bücher.", []),
        ("There were books, books, books.", "Es gab dort viele Werke.", ["books, books, books"]),
        ("It grew more and more.", "Es wuchs immer weiter.", []),
    ],
)
def test_words_are_doubled_unless_english_or_the_source_doubles_them(text: str, source: str, doubled: list[str]) -> None:
    assert found(text, source, "de", "repeated") == doubled


def test_a_chinese_name_of_two_like_syllables_is_not_doubled() -> None:
    assert found("The police officer is played by Ni Ni.", "警察由倪妮饰演。", "zh", "repeated") == []


def test_what_goes_on_behind_a_colon_may_begin_small() -> None:
    text = "The split is old:\nsince the war, there have been two towns."
    assert found(text, "Die Spaltung ist alt:\nSeit dem Krieg gibt es zwei Städte.", "de", "capital-lost") == []


_BOTH = sorted(SURFACE)
_PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        "'",
        "-",
        "_",
        " ",
        "\n",
        "the ",
        "of ",
        "Haus ",
        "town ",
        "Emin",
        "город ",
        "新聞",
        "。",
        "「",
        "é",
        "42",
        "\u0301",
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(_PIECES, min_size=1, max_size=40),
    st.lists(_PIECES, min_size=1, max_size=40),
    st.sampled_from(["de", "fr", "ru", "ja", "zh", "xx"]),
)
def test_on_any_two_texts_nothing_breaks_and_every_span_lies_in_its_text(here: list[str], there: list[str], language: str) -> None:
    text, source = "".join(here), "".join(there)
    document = Document("a", text, source=source, source_language=language)
    analysis = analyse(document, segment(document))
    side, other = Span(0, len(analysis.text)), Span(0, len(source))
    both = Sides(analysis, read(source, language), language, (Couple(side, other, 1.0, side, other),))
    for fault in _BOTH:
        for one in SURFACE[fault](both):
            assert side.contains(one.span), fault
            assert one.source_span is None or other.contains(one.source_span), fault
