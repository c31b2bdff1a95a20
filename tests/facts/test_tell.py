"""This file tests what `audit facts` tells of a name."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest

from audit.commands.facts import show as command
from audit.facts import Facts
from audit.facts.tell import nearest_names, tell
from audit.model import AuditError
from tests.facts.desk import COUNTRIES, HOLDERS, UNION, answers


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    return answers({"countries.yaml": COUNTRIES, "freedonia.yaml": HOLDERS, "union.yaml": UNION}, folder=tmp_path)


def test_a_person_is_told_with_offices_and_lines(facts: Facts) -> None:
    told = {one.what: one for one in tell(facts, "rufus firefly", None)}
    assert told["is a"].value == "man"
    assert told["born"].place == "freedonia.yaml:5"
    office = told["head of state of Freedonia"]
    assert (office.start, office.end, office.known_until, office.source) == ("2020-03-01", "", "2025-03-01", "the gazette")
    assert office.place == "freedonia.yaml:16"


@pytest.mark.parametrize(
    "name", ["head of state of Freedonia", "Freedonian President", "Freedonia's president", "President of the Republic of Freedonia"]
)
def test_an_office_is_told_by_its_title_and_its_country(facts: Facts, name: str) -> None:
    told = tell(facts, name, datetime.date(2018, 1, 1))
    assert [one.value for one in told if one.what.startswith("holder")] == ["Gloria Teasdale"]
    assert told[-1].value == "yes: nobody else held it"


def test_an_organisation_and_a_country_are_told(facts: Facts) -> None:
    on = datetime.date(2015, 1, 1)
    assert [one.value for one in tell(facts, "BU", on) if one.what == "member"] == ["Freedonia", "Sylvania"]
    assert {"member of Border Union", "capital", "head of state"} <= {one.what for one in tell(facts, "Freedonia", on)}


def test_an_unknown_name_has_neighbours(facts: Facts) -> None:
    assert tell(facts, "Rufus Fairefly", None) == []
    assert list(nearest_names(facts, "Rufus Fairefly")) == ["Rufus Firefly"]


def test_the_command_prints_what_a_desk_s_own_sheets_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "desk.yaml").write_text(
        "statements:\n  - {subject: Zoltan Quibble, property: born, value: 1950-02, source: his passport}\n", encoding="utf-8"
    )
    command("Zoltan Quibble", knowledge=[tmp_path])
    assert capsys.readouterr().out == f"Zoltan Quibble\n  born  1950-02  [his passport; {tmp_path.name}/desk.yaml:2]\n"
    command("Zoltan Quibble", knowledge=[tmp_path], as_json=True)
    assert json.loads(capsys.readouterr().out)["statements"][0]["value"] == "1950-02"
    with pytest.raises(AuditError, match=r"Zoltan Quible: the sheets know nothing of this name; did you mean 'Zoltan Quibble'\?"):
        command("Zoltan Quible", knowledge=[tmp_path])


def test_without_a_name_it_says_in_one_line_what_to_write() -> None:
    run = subprocess.run([sys.executable, "-m", "audit", "facts"], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "audit: facts: nothing to look up; write audit facts NAME, or see audit facts --help\n"
