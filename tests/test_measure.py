"""This file tests what `audit rules measure` counts, what it concludes about a card, and how it prints and refuses."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audit.cli import main

CARD = """\
message: "'{{found}}' is a slip."
why: A test.
category: accuracy/mistranslation
severity: minor
confidence: {confidence}
{more}
check:
  phrase: {{any: [{phrase}]}}
bad: [a <{phrase}> here, one <{phrase}>]
good: [slip, phrase]
"""
CARDS = {
    "sure": CARD.format(confidence=0.9, phrase="has reason", more="languages: [fr, es]"),
    "unsure": CARD.format(confidence=0.3, phrase="makes part of", more=""),
    "keyed": CARD.format(confidence=0.9, phrase="in effect", more="only: [fr]"),
}
FILLING = "The bridge in the old town is open again, and nobody was hurt when it fell on Monday evening. "
Measure = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Measure:
    """Runs `audit rules measure` with three cards of its own."""
    monkeypatch.chdir(tmp_path)
    for name, card in CARDS.items():
        path = tmp_path / "cards" / "test" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(card, encoding="utf-8")

    def measured(*args: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["audit", "rules", "measure", "--rules", "cards", "--select", "test/", "--jobs", "1", *args])
        with pytest.raises(SystemExit) as stopped:
            main()
        done = capfd.readouterr()
        return int(stopped.value.code or 0), done.out, done.err

    return measured


def write(path: str, *lines: dict[str, Any] | str) -> str:
    Path(path).write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines), encoding="utf-8")
    return path


def labelled(text: str, *faults: str, **more: Any) -> dict[str, Any]:
    """A line in which the faults, and nothing else, are marked."""
    return {"text": text, "spans": [{"start": text.index(fault), "end": text.index(fault) + len(fault)} for fault in faults], **more}


def rules(out: str) -> dict[str, dict[str, Any]]:
    return {rule["rule"]: rule for rule in json.loads(out)["rules"]}


def test_a_finding_is_right_where_it_touches_a_mark_and_wrong_elsewhere(run: Measure) -> None:
    write("a.jsonl", labelled("The mayor has reason, she says.", "reason"), labelled("He has reason. It makes part of it.", "It makes"))
    found = rules(run("a.jsonl", "--format", "json")[1])
    assert (found["test/sure"]["right"], found["test/sure"]["wrong"]) == (1, 1)
    assert (found["test/unsure"]["right"], found["test/unsure"]["wrong"]) == (1, 0)
    assert found["test/sure"]["agreement"] == "too few to say"


def test_a_mark_without_width_is_touched_by_the_words_around_it(run: Measure) -> None:
    text = "He has reason now."
    write("a.jsonl", {"text": text, "spans": [{"start": 7, "end": 7}]}, {"text": text, "spans": [{"start": 13, "end": 13}]})
    found = rules(run("a.jsonl", "--format", "json")[1])["test/sure"]
    assert (found["right"], found["wrong"]) == (1, 1)


def test_alarms_are_counted_for_a_hundred_thousand_clean_words(run: Measure) -> None:
    text = FILLING * 100 + "She has reason."  # 1,803 words
    write("a.jsonl", {"text": text, "clean": True}, {"text": FILLING * 10, "clean": True})
    found = json.loads(run("a.jsonl", "--format", "json")[1])
    words = len(text.split()) + 10 * len(FILLING.split())
    assert found["words"] == {"clean": words}
    rule = {rule["rule"]: rule for rule in found["rules"]}["test/sure"]
    assert (rule["alarms"], rule["clean_words"], rule["budget"]) == (1, words, "not yet known")
    assert rule["alarms_per_100000_words"] == pytest.approx([0.0253 * 1e5 / words, 5.5716 * 1e5 / words], rel=1e-2)


def test_a_card_that_claims_too_much_or_too_little_is_told_what_was_seen(run: Measure) -> None:
    wrong = [labelled("He has reason.") for _ in range(8)]
    right = [labelled("It makes part of it.", "makes part") for _ in range(8)]
    write("a.jsonl", *wrong, *right)
    found = rules(run("a.jsonl", "--format", "json")[1])
    assert (found["test/sure"]["agreement"], found["test/sure"]["advice"]) == ("too high", "confidence: between 0.00 and 0.32")
    assert (found["test/unsure"]["agreement"], found["test/unsure"]["fails"]) == ("too low", True)
    assert next(iter(found)) == "test/sure", "what claims too much is worse"


def test_a_rule_over_budget_is_advised_a_second_key_and_pardoned_when_it_has_one(run: Measure) -> None:
    lines = [{"text": f"{FILLING}She has reason. It is in effect.", "clean": True, "source_lang": "fr"} for _ in range(5)]
    write("a.jsonl", *lines)
    status, out, _ = run("a.jsonl", "--format", "json", "--strict")
    found = rules(out)
    assert status == 1
    assert (found["test/sure"]["budget"], found["test/sure"]["advice"]) == ("over", "enabled: false, or only: [fr, es]")
    assert (found["test/keyed"]["budget"], found["test/keyed"]["fails"]) == ("over", False)
    assert run("a.jsonl", "--strict", "--ignore", "test/sure")[0] == 0


def test_words_in_which_a_second_key_keeps_a_rule_silent_prove_nothing_of_it(run: Measure) -> None:
    write("a.jsonl", {"text": f"{FILLING}It is in effect.", "clean": True}, {"text": FILLING, "clean": True, "source_lang": "fr"})
    found = rules(run("a.jsonl", "--format", "json")[1])["test/keyed"]
    assert (found["alarms"], found["clean_words"]) == (0, len(FILLING.split()))


def test_an_editors_changes_are_counted_apart_and_so_is_what_the_edited_text_still_holds(run: Measure) -> None:
    kept = {"mt": "She has reason.", "post_edit": "She has reason.", "spans": [], "doc_id": "d"}
    changed = {"mt": "He has reason.", "post_edit": "He is right.", "spans": [{"start": 3, "end": 13}], "doc_id": "d"}
    write("a.jsonl", kept, changed, kept)
    found = json.loads(run("a.jsonl", "--format", "json")[1])
    rule = rules(json.dumps(found))["test/sure"]
    assert [rule[outcome] for outcome in ("right", "wrong", "mended", "left", "edited", "alarms")] == [0, 0, 1, 2, 2, 0]
    assert found["chance"] == pytest.approx(2 / 9, abs=1e-4)


def test_the_table_shows_the_worst_first_and_counts_what_found_nothing(run: Measure) -> None:
    write("a.jsonl", *[labelled("He has reason.") for _ in range(8)], labelled("It makes part of it.", "part"))
    status, out, err = run("a.jsonl")
    lines = out.splitlines()
    assert (status, err) == (0, "")
    assert lines[0].split() == "9 texts, 29 words: with all faults marked (right, wrong)".split()
    first = next(number for number, line in enumerate(lines) if line.startswith("test/"))
    assert lines[first].split()[:4] == ["test/sure", "0.90", "0", "8"]
    assert "too high" in lines[first]
    assert lines[first + 1].strip() == "-> confidence: between 0.00 and 0.32"
    assert lines[first + 2].startswith("test/unsure")
    assert lines[-2] == "together: 1 right, 8 wrong; the cards say 0.83, seen 0.02-0.43: too high"
    assert lines[-1] == "3 rules; 1 found nothing here, so nothing is known of them; 1 must be changed"


def test_output_goes_to_a_file_that_is_no_input(run: Measure) -> None:
    write("a.jsonl", labelled("He has reason."))
    assert run("a.jsonl", "--output", "b.txt")[:2] == (0, "")
    assert "test/sure" in Path("b.txt").read_text(encoding="utf-8")
    status, _, err = run("a.jsonl", "--output", "a.jsonl")
    assert (status, err.count("\n")) == (2, 1)


def test_gzipped_and_clean_files_are_read_beside_others(run: Measure) -> None:
    Path("a.jsonl.gz").write_bytes(gzip.compress(json.dumps(labelled("He has reason.", "has")).encode()))
    write("native.jsonl", {"text": "She has reason."})
    found = rules(run("a.jsonl.gz", "--clean", "native.jsonl", "--format", "json")[1])["test/sure"]
    assert (found["right"], found["alarms"]) == (1, 1)


def test_a_broken_line_is_one_line_with_file_and_line_number(run: Measure) -> None:
    write("a.jsonl", labelled("Fine."), "{broken")
    status, out, err = run("a.jsonl")
    assert (status, out) == (2, "")
    assert err.startswith("audit: a.jsonl:2: not JSON")
    assert err.count("\n") == 1
    assert run()[0] == 2


def test_the_bytes_are_the_same_for_any_number_of_processes(run: Measure) -> None:
    write("a.jsonl", *[labelled(f"Number {number} has reason. It makes part of it.", "makes") for number in range(20)])
    for form in ("table", "json"):
        assert run("a.jsonl", "--format", form) == run("a.jsonl", "--format", form, "--jobs", "3")
