"""This file asks a SPARQL endpoint, or a file of RDF, who held an office, and writes the answer as a sheet for an editor to read.

Both answer the same query in Wikidata's vocabulary. Nothing here runs unless somebody names the endpoint or the file.
"""

from __future__ import annotations

import json
import re
import urllib.parse
import urllib.request
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.model import AuditError

_QUERY = """\
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
PREFIX pqv: <http://www.wikidata.org/prop/qualifier/value/>
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?person ?name ?gender ?born ?bornPrecision ?died ?diedPrecision ?start ?startPrecision ?end ?endPrecision WHERE {
  ?person p:P39 ?held . ?held ps:P39 wd:%s .
  ?person rdfs:label ?name . FILTER(LANG(?name) = "en")
  OPTIONAL { ?person wdt:P21 ?gender . }
  OPTIONAL { ?person p:P569/psv:P569 ?b . ?b wikibase:timeValue ?born ; wikibase:timePrecision ?bornPrecision . }
  OPTIONAL { ?person p:P570/psv:P570 ?d . ?d wikibase:timeValue ?died ; wikibase:timePrecision ?diedPrecision . }
  OPTIONAL { ?held pqv:P580 ?s . ?s wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision . }
  OPTIONAL { ?held pqv:P582 ?e . ?e wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision . }
}
ORDER BY ?start ?name
"""
_GENDERS = {"Q6581097": "male", "Q6581072": "female"}
_PARTS = {"11": 10, "10": 7, "9": 4}
"""Wikidata's precision (day, month, year) and how much of an ISO date it leaves."""
_PATIENCE = 60
"""Seconds that an endpoint may take."""
_PLAIN = re.compile(r"[^\W\d_][\w .'’-]*")

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: an office of a country by its key and its Wikidata id, and what English news calls it."""

    country: str
    office: str
    wikidata: str
    titles: tuple[str, ...] = ()

    def query(self) -> str:
        if not re.fullmatch(r"Q\d+", self.wikidata):
            raise AuditError(f"--office-id {self.wikidata}: not a Wikidata id; write it as Q123")
        return _QUERY % self.wikidata


def from_endpoint(wanted: Wanted, endpoint: str) -> list[Row]:
    """What a live endpoint answers. Raises AuditError when it cannot be reached or answers something else."""
    if not endpoint.startswith(("http://", "https://")):
        raise AuditError(f"--endpoint {endpoint}: not a web address; write https://...")
    request = urllib.request.Request(  # noqa: S310  the scheme is looked at above
        endpoint,
        urllib.parse.urlencode({"query": wanted.query()}).encode(),
        {"Accept": "application/sparql-results+json", "User-Agent": "mt-audit"},
    )
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            content = json.load(answer)
    except (OSError, ValueError) as problem:
        raise AuditError(f"--endpoint {endpoint}: gave no answer ({problem}); look whether it is reachable and speaks SPARQL") from problem
    return _rows(content, endpoint)


def from_file(wanted: Wanted, path: Path) -> list[Row]:
    """What a file of RDF (Turtle, N-Triples ...) answers, asked offline by an embedded store."""
    try:
        import pyoxigraph
    except ImportError as problem:
        raise AuditError("--rdf needs the package pyoxigraph; install it with: pip install 'mt-audit[facts]'") from problem
    store = pyoxigraph.Store()
    try:
        store.load(path=str(path))
    except (OSError, ValueError, SyntaxError) as problem:
        raise AuditError(f"{path}: cannot be read as RDF ({problem})") from problem
    found: Any = store.query(wanted.query())
    return _rows(json.loads(found.serialize(format=pyoxigraph.QueryResultsFormat.JSON)), str(path))


def _rows(content: Any, whence: str) -> list[Row]:
    try:
        rows: list[Row] = [{name: str(value["value"]) for name, value in row.items()} for row in content["results"]["bindings"]]
    except (KeyError, TypeError, AttributeError) as problem:
        raise AuditError(f"{whence}: answered no table of results; is it a SPARQL endpoint?") from problem
    if not rows:
        raise AuditError(f"{whence}: knows nobody who held this office; look at the id given with --office-id")
    return rows


def sheet(wanted: Wanted, rows: Sequence[Row], source: str, reviewed: str) -> str:
    """The sheet that an answer makes. One person with two births or genders keeps none of them: an editor decides."""
    people = {row["name"]: _person([other for other in rows if other["name"] == row["name"]]) for row in rows}
    held = dict.fromkeys((row["name"], _date(row, "start"), _date(row, "end")) for row in rows)
    lines = [
        f"# This sheet says who held the office of {wanted.office} of {wanted.country}, as {source} has it; read it before you trust it.",
        f"country: {_quoted(wanted.country)}",
        f"source: {_quoted(source)}",
        f"reviewed: {reviewed}",
        "people:",
        *(f"  {_quoted(name)}: {{{', '.join(f'{key}: {value}' for key, value in known.items())}}}" for name, known in people.items()),
        "offices:",
        f"  {_quoted(wanted.office)}:",
        *([f"    titles: [{', '.join(map(_quoted, wanted.titles))}]"] if wanted.titles else []),
        "    holders:",
        *(f"      - [{', '.join(filter(None, (_quoted(name), start or '~', end)))}]" for name, start, end in held),
    ]
    return "\n".join(lines) + "\n"


def _person(rows: Iterable[Row]) -> dict[str, str]:
    said: dict[str, set[str]] = {"gender": set(), "born": set(), "died": set(), "wikidata": set()}
    for row in rows:
        said["gender"].add(_GENDERS.get(row.get("gender", "").rsplit("/", 1)[-1], ""))
        said["born"].add(_date(row, "born"))
        said["died"].add(_date(row, "died"))
        said["wikidata"].add(row["person"].rsplit("/", 1)[-1])
    return {key: next(iter(values)) for key, values in said.items() if len(values) == 1 and "" not in values}


def _date(row: Row, name: str) -> str:
    """A date as precisely as it is known; empty where it is not, or only to the decade."""
    return row.get(name, "")[: _PARTS.get(row.get(f"{name}Precision", ""), 0)]


def _quoted(text: str) -> str:
    """A text as YAML: bare where nothing in it can be mistaken."""
    return (
        text
        if _PLAIN.fullmatch(text) and text.lower() not in ("true", "false", "null", "no", "yes")
        else json.dumps(text, ensure_ascii=False)
    )
