"""This file tests the forms of sheets: what is read, and that every mistake is named with its line, its key and what to do."""

from pathlib import Path

import pytest

from audit.facts.sheets import read_sheet
from audit.model import AuditError
from tests.facts.desk import COUNTRIES, HOLDERS, UNION, answers, bound

DESK = {"countries.yaml": COUNTRIES, "freedonia.yaml": HOLDERS, "union.yaml": UNION}
STATEMENTS = """\
statements:
  - {subject: Freedonia, property: foreign minister, value: Bob Roland, from: 2019-01-01, to: 2020-01-01, source: a letter}
"""


@pytest.mark.parametrize(
    ("sheet", "old", "new", "says"),
    [
        ("freedonia.yaml", "offices:", "ofices:", "freedonia.yaml:8: ofices: no such key; did you mean 'offices'?"),
        (
            "freedonia.yaml",
            "titles: [President]",
            "title: [President]",
            "10: offices.head of state.title: no such key; did you mean 'titles'?",
        ),
        (
            "freedonia.yaml",
            "2020-03-01]\n  for",
            "2020-02-30]\n  for",
            "16: offices.head of state.holders.3.1: '2020-02-30' is no date; write it as",
        ),
        (
            "freedonia.yaml",
            "2015-04, 2020-01-10",
            "2015-04, 2014-01-10",
            "ends (2014-01-10) before it begins (2015-04); mend one of the dates",
        ),
        ("freedonia.yaml", "[~, 2020-01-10, 2020-03-01]", "[~, 2020-01-10, 2020-02-01]", "nobody is named from 2020-02-02 to 2020-02-29"),
        (
            "freedonia.yaml",
            "2010-06-01, 2015-04]",
            "2010-06-01, 2016-04]",
            "Gloria Teasdale holds this office since 2015-04, Bob Roland until 2016-04",
        ),
        (
            "freedonia.yaml",
            "country: Freedonia",
            "country: Fredonia",
            "1: country: no sheet of countries has 'Fredonia'; did you mean 'Freedonia'?",
        ),
        (
            "freedonia.yaml",
            "[Bob Roland, 2016",
            "[Bob Rolland, 2016",
            "'Bob Rolland' does not stand under people:; did you mean 'Bob Roland'?",
        ),
        ("freedonia.yaml", "gender: male, born", "gender: man, born", "gender: should be female or male"),
        ("freedonia.yaml", "born: 1955", "born: 1955, died: 1950", "died: 1950 is before the day of birth, 1955"),
        ("freedonia.yaml", "reviewed: 2025-03-01\n", "", "10: offices.head of state.complete: until when? Write reviewed:"),
        (
            "freedonia.yaml",
            "[Rufus Firefly, 2020-03-01]",
            "[Rufus Firefly, 2020-03-01, ~, ~]",
            "should be [name, from, to, {acting: true}]",
        ),
        (
            "union.yaml",
            "[Ruritania",
            "[Ruritana",
            "members.2: no sheet of countries or organisations has 'Ruritana'; did you mean 'Ruritania'?",
        ),
        ("union.yaml", "organisation: Border Union", "what: Border Union", "says nothing of what it is about"),
        ("countries.yaml", "capital: Strelsau", "capitol: Strelsau", "rows.Ruritania.capitol: no such key; did you mean 'capital'?"),
    ],
)
def test_a_mistake_is_named_with_line_key_and_remedy(tmp_path: Path, sheet: str, old: str, new: str, says: str) -> None:
    assert old in DESK[sheet]
    with pytest.raises(AuditError) as refused:
        answers({**DESK, sheet: DESK[sheet].replace(old, new, 1)}, folder=tmp_path)
    assert says in str(refused.value)
    assert f"{sheet}:" in str(refused.value)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("{subject: Ann Vole, property: gendre, value: female}", "2: statements.0.property: no such property; did you mean 'gender'?"),
        ("{subject: Ann Vole, property: gender, value: woman}", "value: should be female or male"),
        ("{subject: Ann Vole, property: born, value: May 1950}", "'May 1950' is no date"),
        ("{subject: Ann Vole, propety: born, value: 1950}", "propety: no such key; did you mean 'property'?"),
        ("{property: born, value: 1950}", "subject: this is missing; write it"),
        ("{subject: Freedonia, property: head of state, value: Ann Vole, from: 2024-01-01}", "goes on until when?"),
    ],
)
def test_a_mistake_in_a_statement_is_named(tmp_path: Path, row: str, says: str) -> None:
    path = tmp_path / "desk.yaml"
    path.write_text(f"statements:\n  - {row}\n", encoding="utf-8")
    with pytest.raises(AuditError) as refused:
        read_sheet(path, "desk.yaml")
    assert says in str(refused.value)


def test_two_births_of_one_person_do_not_agree(tmp_path: Path) -> None:
    other = "statements:\n  - {subject: Rufus Firefly, property: born, value: 1970}\n"
    with pytest.raises(AuditError, match=r"born is '1970' here and '1960-05' in freedonia.yaml:5; mend one, or tell two people"):
        answers({**DESK, "other.yaml": other}, folder=tmp_path)


def test_a_birth_known_to_the_year_agrees_with_its_day(tmp_path: Path) -> None:
    other = "statements:\n  - {subject: Rufus Firefly, property: born, value: 1960}\n"
    assert answers({**DESK, "zz.yaml": other}, folder=tmp_path).person("Rufus Firefly") is not None


def test_several_may_hold_an_office_that_says_so(tmp_path: Path) -> None:
    sheet = HOLDERS.replace("2010-06-01, 2015-04]", "2010-06-01, 2016-04]").replace("    complete", "    several: true\n    complete")
    assert len(answers({**DESK, "freedonia.yaml": sheet}, folder=tmp_path).history("head of state", "Freedonia")) == 3


def test_plain_statements_cities_and_renamed_places_are_read(tmp_path: Path) -> None:
    more = (
        "rows:\n  Strelsau: [Ruritania, Sylvania]\n  Newtown: {formerly: [Oldtown], from: 2019-03-23, kind: capital, country: Sylvania}\n"
    )
    facts = answers({**DESK, "more.yaml": more, "said.yaml": STATEMENTS}, folder=tmp_path)
    assert facts.city("strelsau") == ("Ruritania", "Sylvania")
    renamed = facts.renamed("Oldtown")
    assert renamed is not None
    assert (renamed.name, str(renamed.since), renamed.kind, renamed.country) == ("Newtown", "2019-03-23", "capital", "Sylvania")
    assert [(one.person, one.source) for one in facts.history("foreign minister", "Freedonia")][-1] == ("Bob Roland", "a letter")


def test_every_statement_is_counted(tmp_path: Path) -> None:
    assert bound({"said.yaml": STATEMENTS}, folder=tmp_path).statements == 1
