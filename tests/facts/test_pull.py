"""This file tests that a sheet is pulled from RDF by the query that a live endpoint gets too, and that mistakes are one line."""

import json
from pathlib import Path

import pytest

from audit.commands.facts import pull
from audit.facts.pull import Wanted, from_endpoint, sheet
from audit.facts.sheets import read_sheet
from audit.model import AuditError

RDF = """\
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix psv: <http://www.wikidata.org/prop/statement/value/> .
@prefix pqv: <http://www.wikidata.org/prop/qualifier/value/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
wd:Q901 rdfs:label "Ann Vole"@en, "Anne Campagnol"@fr ; wdt:P21 wd:Q6581072 ; p:P39 [ ps:P39 wd:Q900 ; pqv:P580 _:s1 ; pqv:P582 _:e1 ] ;
  p:P569 [ psv:P569 [ wikibase:timeValue "1960-01-01T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision 9 ] ] .
_:s1 wikibase:timeValue "2015-03-02T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision 11 .
_:e1 wikibase:timeValue "2019-05-01T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision 10 .
wd:Q902 rdfs:label "Max: the Elder"@en ; p:P39 [ ps:P39 wd:Q900 ; pqv:P580 _:e1 ] .
wd:Q903 rdfs:label "Somebody Else"@en ; p:P39 [ ps:P39 wd:Q999 ] .
"""
SHEET = """\
# This sheet says who held the office of foreign minister of Freedonia, as data.ttl has it; read it before you trust it.
country: Freedonia
source: "data.ttl"
reviewed: 2025-03-01
people:
  Ann Vole: {gender: female, born: 1960, wikidata: Q901}
  "Max: the Elder": {wikidata: Q902}
offices:
  foreign minister:
    titles: [Foreign Minister]
    holders:
      - [Ann Vole, 2015-03-02, 2019-05]
      - ["Max: the Elder", 2019-05]
"""


def test_a_sheet_is_pulled_from_rdf_and_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyoxigraph")
    monkeypatch.chdir(tmp_path)
    Path("data.ttl").write_text(RDF, encoding="utf-8")
    out = Path("freedonia.yaml")
    pull("Freedonia", "foreign minister", "Q900", rdf=Path("data.ttl"), title=["Foreign Minister"], reviewed="2025-03-01", out=out)
    assert out.read_text(encoding="utf-8") == SHEET.replace('"data.ttl"', "data.ttl") or out.read_text(encoding="utf-8") == SHEET
    assert len([said for said in read_sheet(out, out.name).statements if said.is_tenure]) == 2


def test_an_office_that_nobody_held_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("pyoxigraph")
    (tmp_path / "data.ttl").write_text(RDF, encoding="utf-8")
    with pytest.raises(AuditError, match="knows nobody who held this office"):
        pull("Freedonia", "foreign minister", "Q1", rdf=tmp_path / "data.ttl")


def test_two_births_are_none() -> None:
    rows = [
        {"person": "http://x/Q1", "name": "Ann Vole", "born": f"{year}-01-01T00:00:00Z", "bornPrecision": "9", "start": "2001-02-03"}
        for year in (1950, 1951)
    ]
    text = sheet(Wanted("Freedonia", "king", "Q2"), rows, "a store", "2025-03-01")
    assert "Ann Vole: {wikidata: Q1}" in text
    assert "- [Ann Vole, ~]" in text  # a start without its precision is not believed


@pytest.mark.parametrize(
    ("endpoint", "office", "says"),
    [
        ("ftp://nowhere", "Q1", "not a web address"),
        ("http://127.0.0.1:9/sparql", "Q1", "gave no answer"),
        ("http://127.0.0.1:9/sparql", "1; DROP ALL", "not a Wikidata id"),
    ],
)
def test_an_endpoint_that_cannot_be_asked_is_one_line(endpoint: str, office: str, says: str) -> None:
    with pytest.raises(AuditError, match=says) as refused:
        from_endpoint(Wanted("Freedonia", "king", office), endpoint)
    assert json.dumps(str(refused.value)).count("\\n") == 0


def test_nothing_is_asked_by_itself() -> None:
    with pytest.raises(AuditError, match="name either --endpoint URL or --rdf FILE"):
        pull("Freedonia", "king", "Q1")
