"""This file tests the straight line: one document in, one result out, with everything that could not be looked at said."""

from __future__ import annotations

import pickle
from functools import cache
from pathlib import Path

import pytest

from audit.config import Config
from audit.model import AuditError, Document, Result, Span
from audit.pipeline import Line, line

CARD = """\
message: "'{found}': write '{better}'."
why: A test.
category: accuracy/mistranslation
severity: major
confidence: 0.9
check:
  phrase: {swap: {walk the road of: move towards}}
bad: [They <walk the road of> reform., We <walk the road of> it.]
good: [walk the road, road of]
"""
TEXT = "The minister said that they walk the road of reform, and that nothing will stop them.\n"
FRENCH = "La préfecture a annoncé lundi que le port était fermé après l'échouement d'une péniche près de la jetée orientale."


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Line:
    """A line with one rule of our own."""
    return made(tmp_path_factory.mktemp("house"))


@cache
def made(folder: Path, force: bool = False) -> Line:
    (folder / "calque").mkdir(exist_ok=True)
    (folder / "calque" / "our-road.yaml").write_text(CARD)
    return line(Config(rules=(str(folder),), select=("calque/our-road",), force=force))


def failures(result: Result) -> list[str]:
    return [failure.what for failure in result.failures]


def test_a_document_walks_the_whole_line(house: Line) -> None:
    document = Document("a", TEXT)
    result = house.audit(document)
    (finding,) = result.findings
    assert (finding.rule, finding.quote, finding.better) == ("calque/our-road", "walk the road of", ("move towards",))
    assert finding.quote == finding.span.of(TEXT)
    assert finding.fingerprint
    assert [score.metric for score in result.scores] == ["quality", "penalty_per_100_words", "fluency"]
    assert result.paragraphs[0].span == Span(0, len(TEXT) - 1)
    assert result.document is document


def test_a_text_without_its_source_says_that_nothing_was_compared(house: Line) -> None:
    (failure,) = house.audit(Document("a", TEXT)).failures
    assert failure.what == "source"
    assert "--source" in failure.reason


@pytest.mark.parametrize(
    ("source", "language"),
    [(FRENCH, "fr"), ("港湾局は月曜日、東側の埠頭付近でのはしけの座礁により港を閉鎖すると発表した。", "ja"), ("Le.", None)],
)
def test_a_source_text_shows_its_language(house: Line, source: str, language: str | None) -> None:
    assert house.audit(Document("a", TEXT, source=source)).document.source_language == language


def test_what_the_user_says_of_the_source_language_goes_before_what_it_shows(house: Line) -> None:
    assert house.audit(Document("a", TEXT, source="Le vi.", source_language="ca")).document.source_language == "ca"


def test_a_source_too_short_to_tell_its_language_says_that_nothing_was_compared(house: Line) -> None:
    (failure,) = house.audit(Document("a", TEXT, source="Le ministre.")).failures
    assert failure.what == "source"
    assert failure.reason.endswith("give --source-lang")


def test_a_text_with_its_source_leaves_nothing_unsaid_once_all_is_aligned(house: Line) -> None:
    result = house.audit(Document("a", TEXT, source="Le ministre a dit que rien ne les arrêtera.", source_language="fr"))
    assert not result.failures
    assert result.alignment is not None
    assert [couple.here.of(TEXT) for couple in result.alignment.couples] == [TEXT.strip()]
    assert not result.alignment.vectors


GERMAN = (
    "Der Bäcker im Nachbarort verkauft seit dreißig Jahren dasselbe Brot. Seine Kunden kommen auch am Sonntag.\n"
    "Im Winter heizt er den Ofen schon um drei Uhr. Die Kinder des Dorfes lieben seine Brezeln."
)
ENGLISH = (
    "The port was closed on Monday after a barge ran aground near the eastern jetty. No one was hurt in the accident.\n"
    "Divers will inspect the hull at the weekend. The prefecture expects the traffic to resume by Tuesday evening."
)
MISFITS = [
    (ENGLISH, GERMAN, "de", r"does not fit the translation"),
    (ENGLISH, FRENCH, "de", r"reads like French, not German: give --source-lang fr"),
    (ENGLISH, f"{ENGLISH} {ENGLISH}", "de", r"reads like English"),
    (ENGLISH, "\n".join([GERMAN] * 10), "de", r"is some \d+ times longer than the translation"),
    ("\n".join([ENGLISH] * 10), GERMAN, "de", r"is some \d+ times shorter than the translation"),
]


@pytest.mark.parametrize(("text", "source", "language", "said"), MISFITS)
def test_a_source_that_cannot_be_the_one_translated_is_refused_in_one_line(
    house: Line, text: str, source: str, language: str, said: str
) -> None:
    with pytest.raises(AuditError, match=rf"^a: its source text {said}[^\n]*; --force audits without it$"):
        house.audit(Document("a", text, source=source, source_language=language))


def test_force_audits_without_a_source_that_does_not_fit(tmp_path: Path) -> None:
    result = made(tmp_path, force=True).audit(Document("a", ENGLISH, source=GERMAN, source_language="de"))
    assert result.alignment is None
    assert any("was not used" in failure.reason for failure in result.failures)


def test_swapped_files_are_told(house: Line) -> None:
    with pytest.raises(AuditError, match="swap the two files"):
        house.audit(Document("a", FRENCH, source=ENGLISH))


def test_a_text_that_is_not_english_is_refused_in_one_line(house: Line) -> None:
    with pytest.raises(AuditError, match=r"^a: reads like French \(probability [01]\.\d\d\), not English; --force audits it all the same$"):
        house.audit(Document("a", FRENCH))


def test_force_audits_it_all_the_same_and_says_so(tmp_path: Path) -> None:
    result = made(tmp_path, force=True).audit(Document("a", FRENCH))
    assert result.document.language == "fr"
    assert failures(result) == ["language", "source"]


def test_a_reference_adds_its_metrics_and_moves_the_quality(house: Line) -> None:
    alone = {score.metric: score for score in house.audit(Document("a", TEXT)).scores}
    reference = TEXT.replace("walk the road of", "move towards")
    result = house.audit(Document("a", TEXT, references=(reference,)))
    scores = {score.metric: score for score in result.scores}
    assert {"bleu", "chrf", "ter"} <= set(scores)
    assert all(score.signature for score in result.scores)
    assert scores["quality"].value != alone["quality"].value
    far = house.audit(Document("a", TEXT, references=("Nobody knows anything of the kind, it seems to me.",)))
    assert next(score.value for score in far.scores if score.metric == "quality") < scores["quality"].value


def test_an_empty_text_has_no_findings_and_the_full_score(house: Line) -> None:
    result = house.audit(Document("a", "", references=("Something.",)))
    assert result.findings == ()
    assert {score.metric: score.value for score in result.scores} == {"quality": 100.0, "penalty_per_100_words": 0.0}


def test_a_result_can_be_sent_to_another_process(house: Line) -> None:
    result = house.audit(Document("a", TEXT))
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301 (our own bytes)


def test_the_same_document_gives_the_same_result(house: Line, tmp_path: Path) -> None:
    assert house.audit(Document("a", TEXT)) == house.audit(Document("a", TEXT)) == made(tmp_path).audit(Document("a", TEXT))


def test_a_line_of_the_tools_own_rules_audits_an_article(house: Line) -> None:
    own = line(Config())
    assert len(own.rules) > len(house.rules)
    result = own.audit(Document("a", "The bridge is open again.\n\n“It is covered,” said he said, before he left the town.\n"))
    assert "attribution/doubled" in [finding.rule for finding in result.findings]
    assert set(own.rules) >= {finding.rule for finding in result.findings}
