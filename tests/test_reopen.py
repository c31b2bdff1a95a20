"""This file tests that with an earlier source only the sentences are looked at whose source has changed."""

from pathlib import Path

import pytest

from audit import load
from audit.config import Config
from audit.model import AuditError, Document, Earlier, Result
from audit.pipeline import Line, line

NEW = "Le port a fermé lundi. Les bateaux rentrent.\nLe vent tombe dans la nuit."
HERE = "The port closed on Monday in the measure where it could. The boats return in the measure where they can.\nThe wind drops at night."
CALQUE = "calque/connectives"


@pytest.fixture(scope="module")
def of() -> Line:
    return line(Config(select=(CALQUE, "source/changed-since"), force=True))


def audited(of: Line, earlier: str | None) -> Result:
    return of.audit(Document("a", HERE, source=NEW, source_language="fr", earlier=Earlier(earlier) if earlier is not None else None))


@pytest.mark.parametrize(
    ("earlier", "rules", "note"),
    [
        (None, [CALQUE, CALQUE], ""),
        (NEW, [], "0 of 3 sentences of the source have"),
        (NEW.replace(" ", "\u00a0 "), [], "0 of 3 sentences of the source have"),
        (NEW.replace("lundi", "mardi"), [CALQUE, "source/changed-since"], "1 of 3 sentences of the source has"),
        ("Le vent tombe dans la nuit.\nLe port a fermé lundi. Les bateaux rentrent.", [], "0 of 3"),
        ("Rien.", [CALQUE, CALQUE, *["source/changed-since"] * 3], "3 of 3 sentences of the source have"),
    ],
)
def test_findings_are_left_out_where_the_source_is_as_it_was(of: Line, earlier: str | None, rules: list[str], note: str) -> None:
    result = audited(of, earlier)
    assert sorted(finding.rule for finding in result.findings) == rules
    assert [said[: len(note)] for said in result.notes] == ([note] if note else [])


def test_a_changed_sentence_is_told_with_both_wordings(of: Line) -> None:
    (finding,) = [f for f in audited(of, NEW.replace("lundi", "mardi")).findings if f.rule == "source/changed-since"]
    assert "it read “Le port a fermé mardi.”, and is now “Le port a fermé lundi.”" in finding.message
    assert finding.source_span
    assert finding.source_span.of(NEW) == "Le port a fermé lundi."


def test_a_sentence_that_is_new_is_told_as_new(of: Line) -> None:
    (finding,) = [f for f in audited(of, NEW.replace("Les bateaux rentrent.", "")).findings if f.rule == "source/changed-since"]
    assert "it was not there, and is now “Les bateaux rentrent.”" in finding.message


@pytest.mark.parametrize("suffix", ["xlf", "xliff", "po", "tmx", "csv"])
def test_a_bilingual_file_is_compared_with_an_older_one(of: Line, suffix: str, tmp_path: Path) -> None:
    path = Path(__file__).parent / "data" / "bilingual" / f"harbour.{suffix}"
    old = tmp_path / f"old.{suffix}"
    for word, rules in (("fermé", ["source/changed-since"]), ("vent", [CALQUE, "source/changed-since"])):
        old.write_text(path.read_text("utf-8").replace(word, "autre"), "utf-8")
        (document,) = load.documents([str(path)], load.Options(source_language="fr", against=str(old)))
        found = [finding for finding in of.audit(document).findings if "title" not in finding.segment]
        assert sorted(finding.rule for finding in found) == rules
        assert all(finding.segment and finding.quote == finding.span.of(document.text) for finding in found)


def test_an_earlier_source_needs_one_of_today(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Yes.", "utf-8")
    with pytest.raises(AuditError, match="give the new source too, with --source"):
        load.documents([str(tmp_path / "a.txt")], load.Options(against=str(tmp_path / "a.txt")))


def test_a_bilingual_file_has_no_use_for_another_source() -> None:
    path = Path(__file__).parent / "data" / "bilingual" / "harbour.xlf"
    with pytest.raises(AuditError, match="holds its own source"):
        load.documents([str(path)], load.Options(source=str(path)))
