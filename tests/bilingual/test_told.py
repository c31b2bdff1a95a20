"""This file tests that what is found in a bilingual file names its segment, in every form of the report and in a corpus."""

import json
from pathlib import Path

import pytest

from audit import load
from audit.config import Config
from audit.corpus import audit_corpus
from audit.model import AuditError, Report, Result, Verdict
from audit.pipeline import line
from audit.render import FORMATS
from audit.report import meta

DATA = Path(__file__).parent.parent / "data" / "bilingual"
CONFIG = Config(select=("calque/connectives",))


@pytest.fixture(scope="module")
def result() -> Result:
    return line(CONFIG).audit(load.documents([str(DATA / "harbour.xliff")])[0])


def test_a_finding_stands_in_its_segment_and_in_the_file(result: Result) -> None:
    (finding,) = result.findings
    assert finding.segment == "u1/s2"
    assert finding.quote == finding.span.of(result.document.text) == 'in the <mrk id="m1" type="term">measure</mrk> where'


def test_the_segments_are_the_couples_and_are_sure(result: Result) -> None:
    alignment = result.alignment
    assert alignment is not None
    assert alignment.method == "given"
    assert [(couple.here, couple.there, couple.confidence) for couple in alignment.couples] == [
        (segment.here, segment.there, 1.0) for segment in result.document.segments
    ]


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "claimreview"])
def test_every_form_of_the_report_names_the_segment(form: str, result: Result) -> None:
    said = FORMATS[form](Report((result,), line(CONFIG).rules, Verdict(True, "passed"), meta(line(CONFIG))))
    assert "u1/s2" in said


def test_json_gives_the_segment_by_itself_and_sarif_as_a_logical_location(result: Result) -> None:
    of = line(CONFIG)
    report = Report((result,), of.rules, Verdict(True, "passed"), meta(of))
    assert json.loads(FORMATS["json"](report))["documents"][0]["findings"][0]["segment"] == "u1/s2"
    place = json.loads(FORMATS["sarif"](report))["runs"][0]["results"][0]["locations"][0]
    assert place["logicalLocations"] == [{"name": "u1/s2", "kind": "segment"}]


def test_segments_without_a_translation_are_a_failure(result: Result) -> None:
    (failure,) = [failure for failure in result.failures if failure.what == "segments"]
    assert failure.reason == "1 of 3 segments has no translation and could not be looked at: u2"


def test_a_corpus_may_be_a_bilingual_file_or_a_folder_of_them(tmp_path: Path) -> None:
    tally = audit_corpus(DATA / "harbour.xliff", tmp_path / "one.jsonl", CONFIG)
    assert (tally.done, tally.errors) == (1, 0)
    assert audit_corpus(DATA, tmp_path / "all.jsonl", CONFIG).done == len(list(DATA.iterdir()))
    segments = [
        [finding["segment"] for finding in json.loads(entry)["findings"]]
        for entry in (tmp_path / "all.jsonl").read_text("utf-8").splitlines()
    ]
    assert segments == [["a2"], ["2"], ["2"], [], ["2"], ["u1/s2"]]


def test_several_bilingual_files_cannot_share_an_earlier_one() -> None:
    names = [str(DATA / "harbour.po"), str(DATA / "harbour.xlf")]
    with pytest.raises(AuditError, match="--against belongs to one text, but here are 2"):
        load.documents(names, load.Options(against=names[0]))
