"""This file tests that the report sets source and translation side by side and marks what findings are about on both."""

from __future__ import annotations

from audit import original
from audit.model import Alignment, Couple, Document, Finding, Result, Span
from audit.render.sides import side_by_side

SOURCE = "Il pleut <lundi>. Rien. Elle dort."
TEXT = "It rains <Tuesday>. She sleeps. All is well."


def couple(here: Span, there: Span, confidence: float = 1.0) -> Couple:
    return Couple(here, there, confidence, here, there)


def result(*findings: Finding) -> Result:
    sure, doubtful = couple(Span(0, 19), Span(0, 17)), couple(Span(20, 31), Span(24, 34), 0.3)
    alignment = Alignment((sure,), (Span(32, 44),), (Span(18, 23),), (doubtful,), confidence=0.7, method="embeddings")
    document = Document("a", TEXT, source=SOURCE, source_language="fr")
    return Result(document, findings, original=original.read(SOURCE, "fr"), alignment=alignment)


def finding() -> Finding:
    there = Span(SOURCE.index("lundi"), SOURCE.index("lundi") + 5)
    here = Span(TEXT.index("Tuesday"), TEXT.index("Tuesday") + 7)
    return Finding("source/weekday-changed", here, "Tuesday", "m", "accuracy/mistranslation", "critical", 0.9, source_span=there)


def test_couples_what_was_added_and_what_was_lost_stand_in_the_order_of_the_text() -> None:
    table = side_by_side(result(), (), "d1")
    assert table is not None
    said = [(row.kind, "".join(bit.text for bit in row.there), "".join(bit.text for bit in row.here)) for row in table.rows]
    assert said == [
        ("couple", "Il pleut <lundi>.", "It rains <Tuesday>."),
        ("lost", "Rien.", ""),
        ("unsure", "Elle dort.", "She sleeps."),
        ("added", "", "All is well."),
    ]
    assert table.unaligned == 3


def test_the_words_of_a_finding_are_marked_on_both_sides_and_lead_to_its_card() -> None:
    table = side_by_side(result(finding()), ("f-1",), "d1")
    assert table is not None
    there = [bit.text for bit in table.rows[0].there if bit.href == "f-1"]
    here = [bit.text for bit in table.rows[0].here if bit.href == "f-1"]
    assert (there, here) == (["lundi"], ["Tuesday"])


def test_there_is_no_table_without_a_source() -> None:
    assert side_by_side(Result(Document("a", TEXT), ()), (), "d1") is None
