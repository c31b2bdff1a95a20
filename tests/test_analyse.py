"""This file tests that sentences and tokens stand where the text has them, and that paragraphs always end a sentence."""

from __future__ import annotations

import pytest

from audit import analyse as stage
from audit.analyse import LONGEST, analyse, model
from audit.model import Analysis, AuditError, Document, Span
from audit.segment import segment


def analysed(text: str) -> Analysis:
    document = Document("a", text)
    return analyse(document, segment(document))


def sentences(text: str) -> list[str]:
    analysis = analysed(text)
    return [sentence.span.of(analysis.text) for sentence in analysis.sentences]


def test_a_text_falls_into_its_sentences() -> None:
    assert sentences("The harbour was closed. Nobody was hurt.") == ["The harbour was closed.", "Nobody was hurt."]


def test_a_paragraph_ends_a_sentence_even_without_a_full_stop() -> None:
    assert sentences("The harbour closes\n\nand nobody knows why it does so.") == ["The harbour closes", "and nobody knows why it does so."]


def test_a_sentence_goes_on_over_the_end_of_a_wrapped_line() -> None:
    text = "The minister flew to the old capital of\nVelmar, where he met the governor of the\nregion."
    assert [sentence.split()[-1] for sentence in sentences(text)] == ["region."]


def test_a_sentence_knows_its_tokens_its_paragraph_and_its_heading() -> None:
    analysis = analysed("Harbour closed\n\nNobody was hurt.  The port is open again.\n")
    for sentence in analysis.sentences:
        tokens = analysis.tokens[sentence.first : sentence.last]
        assert (tokens[0].idx, tokens[-1].idx + len(tokens[-1])) == (sentence.span.start, sentence.span.end)
    assert [(sentence.paragraph, sentence.heading) for sentence in analysis.sentences] == [(0, True), (1, False), (1, False)]


def test_tokens_stand_where_the_text_has_them() -> None:
    analysis = analysed("  “It’s 5 p.m.,”\tshe  said – café 🙂 1.000.000…\r\n\r\nDone.")
    assert "".join(token.text_with_ws for token in analysis.tokens) == analysis.text
    assert all(analysis.text[token.idx : token.idx + len(token)] == token.text for token in analysis.tokens)


def test_a_sentence_that_would_not_end_is_cut() -> None:
    analysis = analysed("the minister and the house " * 400 + "end.")
    lengths = [sentence.last - sentence.first for sentence in analysis.sentences]
    assert sum(lengths) == len(analysis.tokens) == 2002
    assert max(lengths) <= 2 * LONGEST


def test_in_an_endless_paragraph_a_full_stop_is_taken_at_its_word() -> None:
    text = ("the minister and the house " * 64 + ". ") * 3
    assert [sentence.split()[-1] for sentence in sentences(text)] == ["."] * 3


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\r", "\u2028", "\t"])
def test_a_text_without_words_has_no_sentences(text: str) -> None:
    assert sentences(text) == []


def test_offsets_find_their_sentence_their_paragraph_and_their_quotation() -> None:
    text = "She left. “He stayed here,” they said.\n\nIt rained."
    analysis = analysed(text)
    stayed = Span(text.index("stayed"), text.index("stayed") + 6)
    sentence, paragraph = analysis.sentence_at(stayed.start), analysis.paragraph_at(stayed.start)
    assert sentence is not None
    assert sentence.span.of(text).startswith("“He stayed")
    assert paragraph is analysis.paragraphs[0]
    assert analysis.quoted(stayed)
    assert not analysis.quoted(Span(stayed.start, text.index("said")))
    assert not analysis.quoted(Span(0, 3))
    gap = text.index("\n")
    assert analysis.sentence_at(gap) is analysis.paragraph_at(gap) is None
    assert analysis.sentence_at(len(text) + 5) is None


def test_the_model_is_loaded_once() -> None:
    assert model() is model()
    assert "ner" not in model().pipe_names


def test_a_missing_model_is_the_users_error_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "MODEL", "no_such_model")
    with pytest.raises(AuditError, match="the English language model no_such_model cannot be loaded") as refused:
        model.__wrapped__()
    assert "install" in str(refused.value)
