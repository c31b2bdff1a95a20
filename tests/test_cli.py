"""This file tests the command line as people and programs use it: exit statuses, what is printed, what is written, what is refused."""

from __future__ import annotations

import io
import json
import os
import pty
import stat
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from audit import __version__, rulebook
from audit.bundled import folder
from audit.cli import main
from audit.model import Rule
from audit.rulebook import read_cards

CARD = """\
message: "'{{found}}' is a {0} slip."
why: A test.
category: accuracy/mistranslation
severity: {0}
confidence: 0.9
check:
  phrase: {{any: [{0} slip]}}
bad: [a <{0} slip>, one <{0} slip>]
good: [slip, {0}]
"""
CLEAN = "The bridge in the old town is open again, and nobody was hurt when it fell.\n"
FRENCH = "La préfecture a annoncé lundi que le port était fermé après l'échouement d'une péniche près de la jetée orientale.\n"


@cache
def own_cards() -> tuple[Rule, ...]:
    """The tool's own cards, read once for all tests of this file."""
    return read_cards(folder("rules"))


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Audit = Callable[..., Ran]


@pytest.fixture
def audit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Audit:
    """Runs the command line in an empty folder that holds only the house's cards, in `house`."""
    monkeypatch.chdir(tmp_path)
    read = lambda place, **how: own_cards() if place == folder("rules") else read_cards(place, **how)  # noqa: E731
    monkeypatch.setattr(rulebook, "read_cards", read)
    for severity in ("neutral", "minor", "major", "critical"):
        path = tmp_path / "house" / "slip" / f"{severity}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CARD.format(severity))

    def run(*args: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["audit", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main()
        return Ran(int(ended.value.code or 0), *capfd.readouterr())

    return run


def ours(*more: object) -> tuple[object, ...]:
    """Options that leave the house's own cards alone on the stage."""
    return ("--rules", "house", "--select", "slip", *more)


def write(name: str, content: str | bytes = CLEAN) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def here() -> list[str]:
    return sorted(path.name for path in Path().iterdir() if path.name != "house")


def refused(ran: Ran) -> str:
    """The one line of a refusal: status 2, nothing on standard output."""
    assert ran.status == 2, ran
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    return ran.err.removeprefix("audit: ").rstrip("\n")


# what is printed and written


def test_a_clean_article_passes_and_its_report_is_named(audit: Audit) -> None:
    ran = audit(write("a.txt"))
    assert (ran.status, ran.err) == (0, "")
    assert "passed" in ran.out
    assert ran.out.splitlines()[-1] == "Report: a.txt.audit.html"
    assert here() == ["a.txt", "a.txt.audit.html"]
    assert Path("a.txt.audit.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_findings_are_printed_plainly_into_a_pipe(audit: Audit) -> None:
    ran = audit(write("a.txt", "One.\n\nThis is a major slip.\n"), *ours("--no-report"))
    assert ran.status == 0
    assert "slip/major" in ran.out
    assert "'major slip' is a major slip." in ran.out
    assert "\x1b" not in ran.out
    assert here() == ["a.txt"]


def test_the_report_goes_where_it_is_told(audit: Audit) -> None:
    assert audit(write("sub/a.txt"), *ours()).out.splitlines()[-1] == "Report: a.txt.audit.html"
    assert audit("sub/a.txt", *ours("--output", "sub/r.html")).out.splitlines()[-1] == "Report: sub/r.html"
    assert Path("sub/r.html").is_file()


def test_several_texts_and_a_folder_share_an_index(audit: Audit) -> None:
    write("texts/b.txt", "A minor slip.")
    write("texts/sub/c.md", "# A major slip")
    ran = audit("texts", *ours("--format", "json"))
    assert [document["id"] for document in json.loads(ran.out)["documents"]] == ["texts/b.txt", "texts/sub/c.md"]
    assert audit("texts", *ours()).out.splitlines()[-1] == "Report: texts.audit.html"
    assert audit("texts/b.txt", "texts/sub/c.md", *ours()).out.splitlines()[-1] == "Report: articles.audit.html"


def test_standard_input_is_a_text(audit: Audit) -> None:
    ran = audit("-", *ours("--format", "json"), stdin=b"A major slip.")
    (document,) = json.loads(ran.out)["documents"]
    assert (document["id"], document["findings"][0]["quote"]) == ("<stdin>", "major slip")
    assert audit("-", *ours(), stdin=b"A major slip.").out.splitlines()[-1] == "Report: stdin.audit.html"


def test_json_is_the_contracts_and_the_same_bytes_every_time(audit: Audit) -> None:
    text = "Ein.\n\n🙂 This is a major slip, a critical slip.\n"
    ran = audit(write("a.txt", text), *ours("--format", "json"))
    assert ran.status == 1
    report = json.loads(ran.out)
    assert report["meta"]["format"] == 1
    assert report["meta"]["rules"] == 4
    assert report["verdict"]["passed"] is False
    (document,) = report["documents"]
    assert [text[finding["start"] : finding["end"]] for finding in document["findings"]] == ["major slip", "critical slip"]
    assert [(finding["line"], finding["column"]) for finding in document["findings"]] == [(3, 13), (3, 27)]
    assert audit("a.txt", *ours("--format", "json")).out == ran.out
    assert here() == ["a.txt"]


def test_several_formats_go_to_several_places(audit: Audit) -> None:
    forms = ("--format", "json:r.json", "--format", "sarif:r.sarif", "--format", "junit:r.xml", "--format", "markdown:r.md")
    ran = audit(write("a.txt", "A major slip."), *ours(*forms))
    assert ran.out.splitlines()[-4:] == ["json: r.json", "sarif: r.sarif", "junit: r.xml", "markdown: r.md"]
    assert json.loads(Path("r.json").read_text())["documents"][0]["findings"][0]["rule"] == "slip/major"
    assert here() == ["a.txt", "r.json", "r.md", "r.sarif", "r.xml"]


def test_standard_output_holds_nothing_but_the_format_asked_for(audit: Audit) -> None:
    ran = audit(write("a.txt", "A major slip."), *ours("--format", "json", "--format", "markdown:r.md"))
    json.loads(ran.out)
    assert ran.err.splitlines() == ["markdown: r.md"]


def test_only_one_format_goes_to_standard_output(audit: Audit) -> None:
    ran = audit(write("a.txt"), *ours("--format", "json", "--format", "sarif"))
    assert refused(ran).startswith("--format: only one format can go to standard output")


# exit statuses


@pytest.mark.parametrize(
    ("worst", "fail_on", "status"),
    [
        ("neutral", "minor", 0),
        ("minor", "minor", 1),
        ("minor", "major", 0),
        ("major", "minor", 1),
        ("major", "major", 1),
        ("major", "critical", 0),
        ("critical", "major", 1),
        ("critical", "critical", 1),
        ("critical", "never", 0),
        ("critical", None, 1),
        ("major", None, 0),
    ],
)
def test_the_least_severity_that_fails_is_the_users_choice(audit: Audit, worst: str, fail_on: str | None, status: int) -> None:
    option = ("--fail-on", fail_on) if fail_on else ()
    ran = audit(write("a.txt", f"This is a {worst} slip."), *ours("--no-report", *option))
    assert ran.status == status
    assert ("passed" in ran.out, "failed" in ran.out) == (status == 0, status == 1)


def test_a_score_below_the_least_fails(audit: Audit) -> None:
    write("a.txt", "This is a major slip.")
    assert audit("a.txt", *ours("--no-report", "--min-score", "90")).status == 1
    assert audit("a.txt", *ours("--no-report", "--min-score", "0")).status == 0
    assert audit(write("b.txt"), *ours("--no-report", "--min-score", "80")).status == 0


def test_strict_tells_that_something_was_not_looked_at_unless_findings_fail_anyway(audit: Audit) -> None:
    assert audit(write("a.txt"), *ours("--no-report", "--strict")).status == 3
    assert audit(write("a.txt", "A critical slip."), *ours("--no-report", "--strict")).status == 1


def test_of_several_texts_the_worst_decides_and_a_text_that_is_refused_costs_the_others_nothing(audit: Audit) -> None:
    write("texts/a.txt", "This is a minor slip.")
    write("texts/b.txt", "This is a critical slip.")
    assert audit("texts/a.txt", *ours("--no-report")).status == 0
    assert audit("texts", *ours("--no-report")).status == 1
    assert audit("texts/a.txt", write("c.txt", "This is a minor slip."), *ours("--no-report", "--strict")).status == 3
    write("texts/fr.txt", FRENCH)
    ran = audit("texts", *ours("--no-report", "--format", "gitlab"))
    assert ran.status == 2
    assert [entry["location"]["path"] for entry in json.loads(ran.out)] == ["texts/a.txt", "texts/b.txt"]
    assert ran.err.startswith("audit: texts/fr.txt: reads like French")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["no.txt"], "no.txt: no such file"),
        (["a.txt", "no.txt"], "no.txt: no such file"),
        (["a.txt", "--fail-on", "grave"], "Invalid value for '--fail-on': 'grave' is not one of 'minor', 'major',"),
        (["a.txt", "--min-score", "high"], "Invalid value for '--min-score'"),
        (["a.txt", "--nonsense"], "No such option: --nonsense"),
        (["a.txt", "--format", "pdf"], "--format pdf: no such format; one of text, html"),
        (["a.txt", "--date", "7.1.2022"], "--date 7.1.2022: not a date; write it as 2022-01-07"),
        (["a.txt", "--source", "no.fr"], "no.fr: no such file"),
        (["a.txt", "--source-lang", "French!"], "--source-lang: "),
        (["a.txt", "--config", "no.toml"], "no.toml: cannot be read"),
        (["a.txt", "--rules", "no"], "no: no such folder of rules"),
        (["a.txt", "--select", "attribusion"], "attribusion: no rule's name begins so; did you mean 'attribution'?"),
        (["a.txt", "--ignore", "stile"], "stile: no rule's name begins so"),
        (["a.txt", "b.txt", "--source", "a.txt"], "--source belongs to one text, but here are 2"),
        (["empty"], "empty: there is no text in this folder"),
        (["check"], "Missing argument 'FILE...'"),
        (["explain"], "Missing argument 'RULE'"),
        (["rules", "lst"], "No such command 'lst'"),
    ],
)
def test_wrong_usage_is_one_line_and_status_two(audit: Audit, args: list[str], said: str) -> None:
    write("a.txt")
    write("b.txt")
    Path("empty").mkdir()
    assert refused(audit(*args)).startswith(said)
    assert here() == ["a.txt", "b.txt", "empty"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "there is no text in it"),
        (b" \n\n", "there is no text in it"),
        ("Café.".encode("latin-1"), "not UTF-8"),
        (CLEAN.encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (b"\x7fELF\x02\x01\x01\x00\x00\xff", "binary"),
        (b"x" * 1_000_001, "1,000,001 characters, and the limit is 1,000,000"),
        (FRENCH.encode(), "reads like French"),
    ],
    ids=["empty", "blank", "latin-1", "utf-16", "binary", "long", "french"],
)
def test_what_is_no_english_text_is_one_line_and_status_two(audit: Audit, content: bytes, said: str) -> None:
    line = refused(audit(write("a.txt", content)))
    assert line.startswith("a.txt:")
    assert said in line
    assert here() == ["a.txt"]


def test_utf_16_with_its_mark_and_windows_line_ends_are_read(audit: Audit) -> None:
    ran = audit(write("a.txt", "A café.\r\n\r\nA major slip.\r\n".encode("utf-16")), *ours("--format", "json"))
    (finding,) = json.loads(ran.out)["documents"][0]["findings"]
    assert (finding["quote"], finding["line"], finding["column"]) == ("major slip", 3, 3)


def test_force_audits_what_is_not_english_and_says_so(audit: Audit) -> None:
    ran = audit(write("a.txt", FRENCH), *ours("--no-report", "--force"))
    assert ran.status == 0
    assert "reads like French" in " ".join(ran.out.split())


def test_a_line_of_two_hundred_thousand_characters_is_audited(audit: Audit) -> None:
    text = f"{'a' * 24} " * 8000 + "and a major slip."
    families = [option for family in ("grammar", "attribution", "quotation") for option in ("--select", family)]
    ran = audit(write("a.txt", text), *ours("--force", "--format", "json", *families))
    assert "major slip" in [finding["quote"] for finding in json.loads(ran.out)["documents"][0]["findings"]]


# outputs and inputs


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--output", "no/r.html"), "no/r.html: cannot be written (No such file or directory); choose another place"),
        (("--output", "house"), "house: is a folder; name a file"),
        (("--format", "json:no/r.json"), "no/r.json: cannot be written"),
        (("--format", "json:a.txt/r.json"), "a.txt/r.json: cannot be written"),
    ],
)
def test_an_output_that_cannot_be_written_leaves_nothing_behind(audit: Audit, option: tuple[str, str], said: str) -> None:
    ran = audit(write("a.txt", "A major slip."), *ours(*option))
    assert ran.status == 2
    assert ran.err.startswith(f"audit: {said}")
    assert len(ran.err.splitlines()) == 1
    assert "slip/major" in ran.out
    assert here() == ["a.txt"]


@pytest.mark.parametrize(
    "options",
    [
        ("--output", "a.txt"),
        ("--output", "./house/../a.txt"),
        ("--format", "json:a.txt"),
        ("--format", "json:s.txt"),
        ("--output", "link.txt"),
        ("--format", "json:r", "--format", "sarif:r"),
    ],
)
def test_an_input_is_never_written_over(audit: Audit, options: tuple[str, ...]) -> None:
    write("a.txt", "A major slip.")
    write("s.txt", "La source.")
    Path("link.txt").symlink_to("a.txt")
    assert "is read or written by this run already; name another file" in refused(audit("a.txt", "--source", "s.txt", *ours(*options)))
    assert (Path("a.txt").read_text(), Path("s.txt").read_text()) == ("A major slip.", "La source.")
    assert here() == ["a.txt", "link.txt", "s.txt"]


def test_a_text_is_not_touched(audit: Audit) -> None:
    path = Path(write("a.txt", "A major slip.\r\n"))
    before = path.read_bytes(), path.stat().st_mtime_ns
    audit("a.txt", *ours("--format", "json:r.json", "--output", "r.html"))
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_link_stays_a_link_and_a_pipe_a_pipe(audit: Audit) -> None:
    write("real.json", "old")
    Path("link.json").symlink_to("real.json")
    os.mkfifo("pipe.json")
    reader = os.open("pipe.json", os.O_RDONLY | os.O_NONBLOCK)
    try:
        audit(write("a.txt"), *ours("--format", "json:link.json", "--format", "json:pipe.json"))
        assert json.loads(os.read(reader, 1 << 20))["meta"]["format"] == 1
    finally:
        os.close(reader)
    assert Path("link.json").is_symlink()
    assert json.loads(Path("real.json").read_text())["meta"]["format"] == 1
    assert stat.S_ISFIFO(Path("pipe.json").stat().st_mode)


def test_a_report_gets_the_rights_of_any_new_file(audit: Audit) -> None:
    audit(write("a.txt"), *ours())
    assert Path("a.txt.audit.html").stat().st_mode == Path("a.txt").stat().st_mode


# settings


def test_rules_are_selected_and_ignored(audit: Audit) -> None:
    write("a.txt", "A major slip, a minor slip.")

    def found(*options: str) -> list[str]:
        ran = audit("a.txt", "--rules", "house", "--format", "json", *options)
        return [finding["rule"] for finding in json.loads(ran.out)["documents"][0]["findings"]]

    assert found("--select", "slip") == ["slip/major", "slip/minor"]
    assert found("--select", "slip/mi") == ["slip/minor"]
    assert found("--select", "slip", "--ignore", "slip/major") == ["slip/minor"]
    assert found("--select", "attribution") == []


def test_settings_come_from_the_file_and_the_command_line_wins(audit: Audit) -> None:
    write("audit.toml", 'fail-on = "minor"\nrules = ["house"]\nselect = ["slip"]\nreport = false\n')
    write("a.txt", "A minor slip.")
    assert audit("a.txt").status == 1
    assert here() == ["a.txt", "audit.toml"]
    assert audit("a.txt", "--fail-on", "major").status == 0
    assert audit("a.txt", "--select", "attribution").status == 0
    assert audit("a.txt", "--ignore", "slip/minor").status == 0
    write("other.toml", 'rules = ["house"]\nselect = ["slip"]\nmin-score = 100\n')
    assert audit("a.txt", "--config", "other.toml", "--no-report").status == 1
    assert audit("a.txt", "--config", "other.toml", "--no-report", "--min-score", "0").status == 0


def test_a_wrong_settings_file_is_one_line_and_status_two(audit: Audit) -> None:
    write("audit.toml", '# ours\nfail-un = "minor"\n')
    assert refused(audit(write("a.txt"))).endswith("audit.toml:2: fail-un: no such setting; did you mean 'fail-on'?")


def test_front_matter_names_date_language_source_and_reference(audit: Audit) -> None:
    write("texts/a.fr.txt", "Le pont est ouvert.")
    write("texts/a.ref.txt", "The bridge is open.")
    matter = "---\ndate: 2022-01-07\nsource-language: fr\nsource: a.fr.txt\nreference: a.ref.txt\n---\nThis is a major slip.\n"
    ran = audit(write("texts/a.txt", matter), *ours("--format", "json"))
    (document,) = json.loads(ran.out)["documents"]
    assert (document["date"], document["source_language"]) == ("2022-01-07", "fr")
    assert {"bleu", "chrf", "ter"} <= set(document["scores"])
    assert [failure["reason"] for failure in document["failures"] if "--source" in failure["reason"]] == []
    (finding,) = document["findings"]
    assert (finding["line"], matter[finding["start"] : finding["end"]]) == (7, "major slip")


def test_the_command_line_goes_before_front_matter(audit: Audit) -> None:
    write("a.txt", "---\ndate: 2022-01-07\nsource-language: fr\n---\nThis is a major slip.\n")
    ran = audit("a.txt", *ours("--format", "json", "--date", "2023-02-08", "--source-lang", "es"))
    (document,) = json.loads(ran.out)["documents"]
    assert (document["date"], document["source_language"]) == ("2023-02-08", "es")


# the other commands


def test_help_and_version(audit: Audit) -> None:
    for args in ([], ["--help"], ["-h"]):
        ran = audit(*args)
        assert ran.status == 0
        assert all(command in ran.out for command in ("check", "corpus", "score", "rules", "explain", "init"))
    assert audit("--version") == (0, f"audit {__version__}\n", "")
    assert "--fail-on" in audit("check", "--help").out


def test_a_text_with_the_name_of_a_command_or_an_option_can_be_audited(audit: Audit) -> None:
    write("score", "A critical slip.")
    write("-h", "A critical slip.")
    assert audit("./score", *ours("--no-report")).status == 1
    assert audit("--rules", "house", "--select", "slip", "--no-report", "--", "-h").status == 1


KINDS = {
    "phrase": ("{any: [big row]}", "a <big row>", "one <big row>"),
    "pattern": ("{anchor: [row], tokens: [[{LOWER: big}, {LOWER: row}]]}", "a <big row>", "one <big row>"),
    "regex": ("{find: '[ ]row[ ]!'}", "a big< row !>", "one< row !>"),
    "repetition": ("{words: 2}", "a <row row> ends", "she left <of the of the> house"),
    "quotes": ("{fault: mixed-pair}", 'He said “it is over<">. He left.', 'Then “she said yes<"> and left.'),
}


def test_the_houses_own_cards_of_every_kind_are_tested(audit: Audit) -> None:
    for kind, (settings, first, second) in KINDS.items():
        card = f"message: m\nwhy: w\ncategory: style/awkward\nseverity: minor\nconfidence: 0.9\ncheck:\n  {kind}: {settings}\n"
        write(f"cards/ours/{kind}.yaml", f"{card}bad:\n  - {first}\n  - {second}\ngood:\n  - A row.\n  - Big rows.\n")
    ran = audit("rules", "test", "cards")
    assert ran.status == 0
    assert ran.out.splitlines() == [*(f"ok  ours/{kind}: 2 bad, 2 good" for kind in sorted(KINDS)), "5 cards, 0 problems"]
    assert audit("rules", "test", "cards/ours/phrase.yaml").out.splitlines()[-1] == "1 cards, 0 problems"


def test_a_card_that_does_not_prove_itself_is_told_with_its_line(audit: Audit) -> None:
    path = write("house/slip/minor.yaml", CARD.format("minor").replace("good: [slip,", "good: [a minor slip,"))
    ran = audit("rules", "test", "house")
    assert ran.status == 1
    assert f"{path}:9: good: found 'minor slip', should be silent: a minor slip" in ran.out
    assert ran.out.splitlines()[-1] == "4 cards, 1 problem"


def test_a_broken_card_is_one_line_and_status_two(audit: Audit) -> None:
    path = write("house/slip/minor.yaml", CARD.format("minor").replace("severity:", "severty:"))
    said = f"{path}:4: severty: no such key; did you mean 'severity'?"
    assert refused(audit("rules", "test", "house")) == said
    assert refused(audit(write("a.txt"), "--rules", "house")) == said
    assert refused(audit("rules", "test", "no")) == "no: no such folder of rules"


def test_rules_are_listed_and_explained(audit: Audit) -> None:
    ran = audit("rules", "list", "--rules", "house")
    assert (ran.status, ran.err) == (0, "")
    assert "slip/critical " in ran.out
    assert "attribution/doubled " in ran.out
    page = audit("explain", "slip/critical", "--rules", "house").out
    assert page.startswith("slip/critical\n")
    assert all(part in page for part in ("Why: A test.", "a [critical slip]", "- slip", "severity critical", "confidence 0.90"))
    assert refused(audit("explain", "attribution/dubbled")).startswith(
        "attribution/dubbled: no such rule; did you mean attribution/doubled"
    )


def test_every_rule_can_be_explained_by_its_listed_name(audit: Audit) -> None:
    listed = [line.split()[0] for line in audit("rules", "list").out.splitlines()[:-1]]
    assert len(listed) > 10
    assert audit("explain", listed[-1]).out.startswith(f"{listed[-1]}\n")


def test_the_index_and_the_schema_are_written_where_they_are_told(audit: Audit) -> None:
    Path("docs").mkdir()
    assert audit("rules", "docs", "--output", "docs").status == 0
    assert "attribution/doubled" in Path("docs/README.md").read_text(encoding="utf-8")
    assert json.loads(Path("docs/rule.schema.json").read_text(encoding="utf-8"))["type"] == "object"


def test_init_writes_settings_once_and_never_over_old_ones(audit: Audit) -> None:
    assert audit("init") == (0, "audit.toml\n", "")
    assert audit(write("a.txt"), "--no-report").status == 0
    write("audit.toml", "strict = true\n")
    assert refused(audit("init")) == "audit.toml: is there already; edit it, or remove it first"
    assert Path("audit.toml").read_text() == "strict = true\n"
    assert refused(audit("init", "no")).startswith("no/audit.toml: cannot be written (No such file or directory)")


def test_scores_come_with_their_signatures(audit: Audit) -> None:
    write("a.txt", "The bridge is open.\nNobody was hurt.\n")
    write("r.txt", "The bridge is open.\nNobody was injured.\n")
    lines = audit("score", "a.txt", "r.txt").out.splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["bleu", "chrf", "ter"]
    assert all("version:" in line for line in lines[:3])
    scores = json.loads(audit("score", "a.txt", "r.txt", "--json").out)["scores"]
    assert scores["bleu"]["signature"].startswith("nrefs:1|")
    assert refused(audit("score", "a.txt", "no.txt")) == "no.txt: no such file"


def test_a_corpus_with_errors_ends_with_status_two_and_their_number(audit: Audit) -> None:
    write("in.jsonl", '{"id": "a", "text": "A major slip."}\n{broken\n')
    ran = audit("corpus", "in.jsonl", "--output", "out.jsonl", "--jobs", "1", *ours())
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "audit: 1 of 2 lines could not be audited; their lines in out.jsonl say why\n"
    first, second = map(json.loads, Path("out.jsonl").read_text().splitlines())
    assert (first["findings"][0]["rule"], second["line"]) == ("slip/major", 2)
    write("in.jsonl", '{"id": "a", "text": "A critical slip."}\n')
    assert audit("corpus", "in.jsonl", "--output", "out.jsonl", "--jobs", "1", *ours()) == (0, "", "")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["no.jsonl", "--output", "out.jsonl"], "no.jsonl: no such file or folder"),
        (["in.jsonl", "--output", "no/out.jsonl"], "no/out.jsonl.part: No such file or directory; the output was not written"),
        (["in.jsonl", "--output", "in.jsonl"], "in.jsonl: is the input, which is never changed"),
        (["in.jsonl", "--output", "house"], "house: is a folder; name a file"),
        (["in.jsonl"], "Missing option '--output'"),
        (["in.jsonl", "--output", "out.jsonl", "--jobs", "0"], "Invalid value for '--jobs'"),
    ],
)
def test_a_corpus_that_cannot_be_read_or_written_is_one_line_and_status_two(audit: Audit, args: list[str], said: str) -> None:
    write("in.jsonl", '{"id": "a", "text": "A major slip."}\n')
    assert refused(audit("corpus", *args)).startswith(said)
    assert here() == ["in.jsonl"]


# processes of their own


def test_the_command_in_a_process_of_its_own(audit: Audit) -> None:
    write("a.txt", "This is a critical slip.\n" * 3)
    command = [sys.executable, "-m", "audit"]
    failed = subprocess.run([*command, "a.txt", *ours("--no-report")], capture_output=True, text=True, check=False)
    assert (failed.returncode, failed.stderr) == (1, "")
    assert failed.stdout == audit("a.txt", *ours("--no-report")).out
    refused_ = subprocess.run([*command, "-", "--no-report"], input=b"\xff\xfe\x00", capture_output=True, check=False)
    assert (refused_.returncode, refused_.stdout) == (2, b"")
    assert len(refused_.stderr.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_one_line_and_status_two(audit: Audit) -> None:
    assert audit("--version").status == 0
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run([sys.executable, "-m", "audit", "rules", "list"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (2, "audit: the output cannot be written (No space left on device)\n")


@pytest.mark.parametrize("args", [["a.txt", "--rules", "house", "--select", "slip"], ["rules", "list"]])
def test_a_reader_that_goes_away_is_no_error_worth_a_word(audit: Audit, args: list[str]) -> None:
    assert audit("--version").status == 0
    write("a.txt", "This is a critical slip.\n\n" * 300)
    running = subprocess.Popen([sys.executable, "-m", "audit", *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert running.stderr is not None
    assert running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == ""
    running.stderr.close()
    running.wait()


def test_a_terminal_gets_colours_and_a_bar_and_the_path_of_the_report(audit: Audit) -> None:
    assert audit("--version").status == 0
    names = [write(f"{number}.txt", "This is a critical slip.\n") for number in range(5)]
    leader, follower = pty.openpty()
    with open(leader, "rb", buffering=0) as terminal:  # noqa: PTH123 (a descriptor)
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
        environment.pop("NO_COLOR", None)
        command = [sys.executable, "-m", "audit", *names, *map(str, ours())]
        running = subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, env=environment)
        os.close(follower)
        shown = b""
        while True:
            try:
                shown += terminal.read(1 << 16) or b""
            except OSError:  # what Linux says when the last writer is gone
                break
            if running.poll() is not None and not shown:
                break
    assert running.wait() == 1
    assert b"Traceback" not in shown
    assert b"\x1b[" in shown
    assert b"articles.audit.html" in shown
