"""This file tests that the report sets source, translation and references side by side and marks what findings are about on all sides."""

from __future__ import annotations

from audit import original
from audit.model import Alignment, Couple, Document, Finding, Reference, Result, Span
from audit.render.columns import Cell, SideBySide
from audit.render.sides import side_by_side

SOURCE = "Il pleut <lundi>. Rien. Elle dort."
TEXT = "It rains <Tuesday>. She sleeps. All is well."
HUMAN = "It rains <Monday> and she sleeps. The end."


def couple(here: Span, there: Span, confidence: float = 1.0) -> Couple:
    return Couple(here, there, confidence, here, there)


def at(text: str, quote: str) -> Span:
    return Span(text.index(quote), text.index(quote) + len(quote))


def result(*findings: Finding, references: tuple[Reference, ...] = (), source: bool = True) -> Result:
    sure, doubtful = couple(Span(0, 19), Span(0, 17)), couple(Span(20, 31), Span(24, 34), 0.3)
    alignment = Alignment((sure,), (Span(32, 44),), (Span(18, 23),), (doubtful,), confidence=0.7, method="embeddings")
    document = Document("a", TEXT, source=SOURCE if source else None, source_language="fr")
    beside = (original.read(SOURCE, "fr"), alignment) if source else (None, None)
    return Result(document, findings, original=beside[0], alignment=beside[1], references=references)


def reference() -> Reference:
    """One sentence for the first two of the translation, none for the third, and one of its own."""
    both = couple(Span(0, 31), at(HUMAN, "It rains <Monday> and she sleeps."))
    return Reference(original.read(HUMAN, "en"), Alignment((both,), (Span(32, 44),), (at(HUMAN, "The end."),), method="words"))


def finding() -> Finding:
    spans = ((0, at(HUMAN, "Monday")),)
    place = at(TEXT, "Tuesday")
    told = ("source/weekday-changed", place, "Tuesday", "m", "accuracy/mistranslation", "critical", 0.9)
    return Finding(*told, source_span=at(SOURCE, "lundi"), reference_spans=spans)  # type: ignore[arg-type]


def table(of: Result, *anchors: str) -> SideBySide:
    found = side_by_side(of, anchors, "d1")
    assert found is not None
    return found


def said(cell: Cell) -> tuple[str, str]:
    return cell.kind, "".join(bit.text for bit in cell.bits)


def test_couples_what_was_added_and_what_was_lost_stand_in_the_order_of_the_text() -> None:
    shown = table(result())
    assert [[said(cell) for cell in row.cells] for row in shown.rows] == [
        [("couple", "Il pleut <lundi>."), ("couple", "It rains <Tuesday>.")],
        [("lost", "Rien."), ("lost", "")],
        [("unsure", "Elle dort."), ("couple", "She sleeps.")],
        [("added", ""), ("couple", "All is well.")],
    ]
    assert [row.place for row in shown.rows] == ["d1-c0", "", "d1-c20", "d1-c32"]


def test_the_words_of_a_finding_are_marked_on_all_sides_and_lead_to_its_card() -> None:
    shown = table(result(finding(), references=(reference(),)), "f-1")
    first = shown.rows[0]
    assert shown.row_of == {"f-1": "d1-r1"}
    assert [[bit.text for bit in cell.bits if bit.href == "f-1"] for cell in first.cells] == [["lundi"], ["Tuesday"], ["Monday"]]


def test_a_mark_as_long_as_a_sentence_that_has_a_counterpart_is_left_out_but_not_that_of_a_lost_one() -> None:
    whole, lost = ("a", Span(0, 2), "It", "m", "c", "major", 0.9), ("b", Span(0, 2), "It", "m", "c", "major", 0.9)
    findings = (Finding(*whole, source_span=at(SOURCE, "Il pleut <lundi>.")), Finding(*lost, source_span=at(SOURCE, "Rien.")))  # type: ignore[arg-type]
    rows = table(result(*findings), "f-1", "f-2").rows
    assert [[bit.href for bit in row.cells[0].bits] for row in rows[:2]] == [[""], ["f-2"]]


def test_a_reference_sentence_that_stands_for_two_rows_is_shown_beside_the_first_and_one_that_is_its_own_gets_a_row() -> None:
    shown = table(result(references=(reference(),)))
    assert shown.title == "Source, translation and reference side by side"
    assert [said(row.cells[2]) for row in shown.rows] == [
        ("couple", "It rains <Monday> and she sleeps."),
        ("blank", ""),
        ("above", ""),
        ("lost", "The end."),
        ("added", ""),
    ]
    assert [said(cell) for cell in shown.rows[3].cells[:2]] == [("blank", ""), ("lost", "")]


def test_the_report_lists_what_could_not_be_aligned_with_the_source_and_with_the_reference() -> None:
    shown = table(result(references=(reference(),)))
    assert [(one.where, one.words, one.note, one.href) for one in shown.unaligned] == [
        ("Source", "Rien.", "nothing in the translation stands for this", "d1-r2"),
        ("Source", "Elle dort.", "not sure enough to be compared with the translation, 0.30", "d1-r3"),
        ("Reference", "The end.", "nothing in the translation stands for this", "d1-r4"),
        ("Translation", "All is well.", "nothing in the source stands for this; nothing in the reference stands for this", "d1-r5"),
    ]


def test_without_a_source_the_translation_stands_beside_each_of_its_references() -> None:
    shown = table(result(references=(reference(), reference()), source=False))
    assert [column.title for column in shown.columns] == ["Translation", "Reference 1", "Reference 2"]
    assert [len(row.cells) for row in shown.rows] == [3] * 4
    assert said(shown.rows[0].cells[0]) == ("couple", "It rains <Tuesday>. She sleeps.")


def test_there_is_no_table_without_a_source_and_a_reference() -> None:
    assert side_by_side(Result(Document("a", TEXT), ()), (), "d1") is None
