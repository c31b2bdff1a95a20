"""This file tests how a desk's style sheet is read, refused, put together with others and put to work."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audit.bundled import folder
from audit.cli import app
from audit.config import Config, read_config
from audit.corpus import audit_corpus
from audit.model import AuditError, Document, Finding
from audit.pipeline import line
from audit.rulebook import read_cards
from audit.style import is_sheet, read_sheets, read_style

DESKS = Path(__file__).resolve().parent.parent / "examples" / "desks"
LONDON, NEW_YORK = str(DESKS / "london.yaml"), str(DESKS / "new-york.yaml")
TEXT = "The lorry left the harbour of Kiev on 5 May; a truck left the harbor of Kiev on May 5."
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(content: str, name: str = "desk.yaml") -> Path:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return path

    return put


def found(text: str, *sheets: str, select: tuple[str, ...] = ("style",)) -> list[Finding]:
    return list(line(Config(style=sheets, select=select)).audit(Document("a", text)).findings)


def told(text: str, *sheets: str) -> list[tuple[str, str]]:
    return [(finding.quote, finding.better[0]) for finding in found(text, *sheets)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("speling: british\n", ":1: speling: no such key; did you mean 'spelling'?"),
        ("dates: day-month\nquotation_marks: single\n", ":2: quotation_marks: no such key; did you mean 'quotation-marks'?"),
        ("spelling: brittish\n", ":1: spelling: should be 'british', 'american' or 'oxford'"),
        ("numbers:\n  thousands: comma\n  decimals: point\n", ":3: numbers.decimals: no such key; did you mean 'decimal'?"),
        ("numbers: {words-up-to: 99}\n", ":1: numbers.words-up-to: should be less than or equal to 20"),
        ("quotation-marks: double single\n", ":1: quotation-marks: double and single exclude one another; keep one"),
        ("quotation-marks: doubled\n", ":1: quotation-marks: should be 'double', 'single', 'curly' or 'straight'"),
        ("names:\n  - Kyiv\n  - Kharkow\n", ":1: names: Kharkow: not in knowledge/places/english-forms.yaml; write"),
        ("names: {Velkov: {not: []}}\n", ":1: names.Velkov.not: "),
        ("names:\n  Velkov: {nott: [Welkow]}\n", ":2: names.Velkov.nott: no such key; did you mean 'not'?"),
        ("names:\n  Velkov: [(Welkow]\n", ":2: names.Velkov.0: '(Welkow' is no shorthand"),
        ("glossary:\n  - say: lorry\n", ":2: glossary.0: 'say' needs 'not': the wording that it replaces"),
        ("glossary:\n  - {say: lorry, not: [truck], keep: [x]}\n", ":2: glossary.0: an entry has either 'say' (and 'not') or 'keep'"),
        ("glossary:\n  - note: nothing\n", ":2: glossary.0: an entry has either 'say'"),
        ("glossary:\n  - {say: (a|b) lorry, not: [truck]}\n", ":2: glossary.0.say: '(a|b) lorry': one wording, without alternatives"),
        ("glossary:\n  - {say: lorry, not: ['@days']}\n", ":2: glossary.0.not.0: a sheet of words cannot stand here"),
        ("glossary:\n  - {say: lorry, not: [truck], when: ['@dayz']}\n", ":2: glossary.0.when: @dayz: "),
        ("glossary:\n  - {say: lorry, not: [truck], whn: [road]}\n", ":2: glossary.0.whn: no such key; did you mean 'when'?"),
        ("glossary:\n  - {say: lorry, not: [truck], severity: grave}\n", ":2: glossary.0.severity: should be 'neutral', 'minor'"),
        ("glossary:\n  - {keep: [A, B], not: [C]}\n", ":2: glossary.0: 'not' cannot belong to several kept names"),
        ("severity: {spelin: minor}\nspelling: british\n", ":1: severity.spelin"),
        ("spelling: british\nbad:\n  - no mark here\n", ":3: bad: example 1 needs a <marked> span"),
        ("spelling: british\ngood:\n  - a <mark> here\n", ":3: good: example 1 must not mark a span"),
        ("desk: Nowhere\n", ":1: chooses nothing; write one of names, spelling"),
        ("time: 24h\ntime: 12h\n", ":2: time: this key stands twice; keep one"),
        ("- spelling\n", ":1: must hold keys and values"),
    ],
)  # fmt: skip
def test_a_broken_sheet_is_refused_with_file_line_key_and_the_nearest_known_key(write: Write, content: str, said: str) -> None:
    path = write(content)
    with pytest.raises(AuditError) as refused:
        read_style(path)
    assert str(refused.value).startswith(f"{path}{said}")
    assert len(str(refused.value).splitlines()) == 1


def test_a_sheet_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AuditError, match=r"no\.yaml: cannot be read"):
        line(Config(style=(str(tmp_path / "no.yaml"),)))


def test_without_a_sheet_nothing_of_the_kind_speaks() -> None:
    names = line(Config()).rules
    assert [name for name in names if names[name].check == "house"] == []
    assert len(names) == sum(rule.enabled and rule.check != "house" for rule in read_cards(folder("rules")))


def test_selecting_only_what_no_sheet_asks_for_is_refused(write: Write) -> None:
    with pytest.raises(AuditError, match=r"^style/spelling: speaks only for a style sheet; give --style FILE$"):
        line(Config(select=("style/spelling",)))
    with pytest.raises(AuditError, match=r"^style/spelling: the style sheet chooses nothing for it$"):
        line(Config(select=("style/spelling",), style=(str(write("time: 24h\n")),)))


def test_two_desks_say_the_opposite_of_one_text() -> None:
    assert told(TEXT, LONDON) == [
        ("Kiev", "Kyiv"), ("truck", "lorry"), ("harbor", "harbour"), ("Kiev", "Kyiv"), ("May 5", "5 May"),
    ]  # fmt: skip
    assert told(TEXT, NEW_YORK) == [
        ("lorry", "truck"), ("harbour", "harbor"), ("Kiev", "Kyiv"), ("5 May", "May 5"), ("Kiev", "Kyiv"),
    ]  # fmt: skip


def test_a_rule_of_style_is_selected_and_ignored_like_any_other() -> None:
    assert {finding.rule for finding in found(TEXT, LONDON, select=("style/spelling", "style/date-order"))} == {
        "style/spelling",
        "style/date-order",
    }
    rules = line(Config(style=(LONDON,), ignore=("style/spelling",))).rules
    assert "style/spelling" not in rules
    assert "style/date-order" in rules


def test_severities_are_the_sheets_where_it_names_them(write: Write) -> None:
    sheet = "spelling: british\nseverity: {spelling: major}\nglossary: [{say: lorry, not: [truck], severity: critical, note: n}]\n"
    assert [(finding.rule, finding.severity, finding.message) for finding in found("The color of the truck.", str(write(sheet)))] == [
        ("style/spelling", "major", "'color': this desk writes 'colour'."),
        ("style/glossary", "critical", "'truck': this desk says 'lorry' (n)."),
    ]


def test_of_several_sheets_the_later_goes_before_and_lists_add_up(write: Write) -> None:
    first = write("spelling: british\nnumbers: {percent: percent, decimal: point}\nglossary: [{say: lorry, not: [truck]}]\n", "a.yaml")
    second = write("spelling: american\nnumbers: {percent: '%'}\nnames: [Kyiv]\nglossary: [{say: lift, not: [elevator]}]\n", "b.yaml")
    sheet = read_sheets([str(first), str(second)])
    assert sheet is not None
    assert (sheet.spelling, sheet.numbers.percent, sheet.numbers.decimal, list(sheet.names)) == ("american", "%", "point", ["Kyiv"])
    assert [term.say for term in sheet.glossary] == ["lorry", "lift"]
    assert read_sheets([]) is None


@pytest.mark.parametrize("setting", ['style = "desk.yaml"', 'style = ["desk.yaml"]'])
def test_a_settings_file_names_the_sheet_relative_to_itself(write: Write, tmp_path: Path, setting: str) -> None:
    write("time: 24h\n")
    config = read_config(write(f"{setting}\n", "audit.toml"))
    assert config.style == (str(tmp_path / "desk.yaml"),)
    assert "style/clock" in line(config).rules


@pytest.mark.parametrize("value", ["5", "[5]", "true"])
def test_a_setting_that_names_no_sheet_is_refused(write: Write, value: str) -> None:
    with pytest.raises(AuditError, match=r":1: style: should be a style sheet's file, or a list of them$"):
        read_config(write(f"style = {value}\n", "audit.toml"))


def test_a_corpus_takes_the_sheet_in_any_number_of_processes(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"id": str(number), "text": f"{TEXT} It is {number}."}) + "\n" for number in range(20)))
    for jobs in (1, 2):
        audit_corpus(source, tmp_path / f"{jobs}.jsonl", Config(style=(LONDON,), select=("style",)), jobs=jobs)
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
    entries = [json.loads(entry) for entry in (tmp_path / "2.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [len(entry["findings"]) for entry in entries] == [5] * 20


def test_a_card_is_told_from_a_sheet(write: Write) -> None:
    assert is_sheet(Path(LONDON))
    assert not is_sheet(folder("rules") / "style" / "spelling.yaml")
    assert not is_sheet(write("message: m\n"))


def test_the_command_line_takes_a_sheet_and_goes_before_the_settings_file(write: Write, tmp_path: Path) -> None:
    write("time: 24h\n")
    settings = write('style = "desk.yaml"\n', "audit.toml")
    article = write("The mayor opened the harbor at 2 pm on Monday and thanked the people who had built it.\n", "article.txt")
    asked = ["check", str(article), "--config", str(settings), "--select", "style", "--format", "github"]
    alone = CliRunner().invoke(app, asked)
    assert ("style/clock" in alone.stdout, "style/spelling" in alone.stdout) == (True, False)
    other = CliRunner().invoke(app, [*asked, "--style", str(write("spelling: british\n", "other.yaml"))])
    assert ("style/clock" in other.stdout, "style/spelling" in other.stdout) == (False, True)
    out = tmp_path / "out.jsonl"
    source = write(json.dumps({"text": article.read_text(encoding="utf-8")}) + "\n", "in.jsonl")
    done = CliRunner().invoke(app, ["corpus", str(source), "--output", str(out), "--config", str(settings), "--select", "style"])
    assert done.exit_code == 0
    assert [finding["rule"] for finding in json.loads(out.read_text(encoding="utf-8"))["findings"]] == ["style/clock"]


def test_the_list_and_the_page_of_a_rule_say_that_it_waits_for_a_sheet() -> None:
    listed = CliRunner().invoke(app, ["rules", "list"]).stdout
    assert all(line.endswith("(when a style sheet asks)") for line in listed.splitlines() if line.startswith("style/"))
    assert "(when a style sheet asks)" in CliRunner().invoke(app, ["explain", "style/spelling"]).stdout


def test_the_article_that_is_shown_gets_other_findings_from_each_desk() -> None:
    text = (DESKS / "article.txt").read_text(encoding="utf-8")
    london, new_york = told(text, LONDON), told(text, NEW_YORK)
    assert {("harbor", "harbour"), ("trucks", "lorries"), ("March 9", "9 March")} <= set(london) - set(new_york)
    assert {("lorry", "truck"), ("12 March", "March 12")} <= set(new_york) - set(london)
