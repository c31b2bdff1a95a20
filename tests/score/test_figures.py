"""This file tests that every figure, interval and test is that of the sacrebleu command, on whole files and on 1,000 random segments."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from audit.score.figures import SAMPLES, figures, pieces, sentence_scores
from audit.score.paired import Test, paired
from audit.score.segments import segments

WORDS = (
    "the a of to in and on for with at by from mayor minister bridge river police report euro bank price said opened closed new old ten 12 "
    "3.5 1,000 2021 Monday Kyiv Müller l'Est São not never who which however, city—wide \"quoted\" (aside) U.S. it's state-of-the-art"
).split()
METRICS = ["bleu", "chrf", "ter", "chrf++"]
NAMES = {"BLEU": "bleu", "chrF2": "chrf", "chrF2++": "chrf++", "TER": "ter"}


def texts(seed: int, many: int) -> dict[str, list[str]]:
    """Two references and three translations: a near one, a far one, and one that has nothing to do with them."""
    chance = random.Random(seed)
    reference = [" ".join(chance.choices(WORDS, k=chance.randint(1, 25))) + chance.choice(".?! ") for _ in range(many)]

    def changed(line: str, share: float) -> str:
        words = [chance.choice(WORDS) if chance.random() < share else word for word in line.split() if chance.random() > share / 3]
        if chance.random() < share:
            chance.shuffle(words)
        return " ".join(words)

    stranger = [" ".join(chance.choices(WORDS, k=chance.randint(0, 25))) for _ in range(many)]
    of = {"near": 0.1, "far": 0.4, "second": 0.3}
    made = {name: [changed(line, share) for line in reference] for name, share in of.items()}
    made["second"] = [line or "something" for line in made["second"]]
    return {"reference": [line.rstrip() for line in reference], **made, "stranger": stranger}


def written(folder: Path, given: dict[str, list[str]]) -> None:
    for name, lines in given.items():
        (folder / name).write_text("".join(f"{line}\n" for line in lines), "utf-8")


def sacrebleu(folder: Path, *args: str) -> str:
    command = [sys.executable, "-m", "sacrebleu", *args]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def told(folder: Path, *args: str, plus: bool = False) -> list[dict[str, object]]:
    metrics = ["chrf", "--chrf-word-order", "2"] if plus else ["bleu", "chrf", "ter"]
    found = json.loads(sacrebleu(folder, *args, "-m", *metrics, "-w", "10", "-f", "json"))
    return found if isinstance(found, list) else [found]


@pytest.fixture(scope="module")
def thousand() -> dict[str, list[str]]:
    return texts(7, 1000)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "references"), [("far", ["reference"]), ("near", ["reference", "second"]), ("stranger", ["second"])])
def test_a_thousand_random_segments_have_the_figures_of_the_command(
    tmp_path: Path, thousand: dict[str, list[str]], name: str, references: list[str]
) -> None:
    written(tmp_path, thousand)
    cut = segments(*([(tmp_path / one).read_text("utf-8") for one in some] for some in ([name], references)))
    found = {one.score.metric: one.score for one in figures(cut.translations[0], cut.references)}
    expected = told(tmp_path, *references, "-i", name) + told(tmp_path, *references, "-i", name, plus=True)
    assert {NAMES[str(one["name"])]: (one["score"], one["signature"]) for one in expected} == {
        metric: (round(score.value, 10), score.signature) for metric, score in found.items()
    }


def test_intervals_are_those_of_the_command(tmp_path: Path) -> None:
    given = texts(9, 100)
    written(tmp_path, given)
    expected = told(tmp_path, "reference", "-i", "far", "--confidence")
    found = figures(given["far"], [given["reference"]], METRICS[:3], SAMPLES)
    assert [(NAMES[str(one["name"])], one["confidence_mean"], one["confidence_var"], one["signature"]) for one in expected] == [
        (one.score.metric, one.mean, one.half, one.score.signature) for one in found
    ]


@pytest.mark.parametrize("metric", METRICS)
def test_single_sentences_have_the_figures_of_the_command(tmp_path: Path, metric: str) -> None:
    given = texts(3, 60)
    written(tmp_path, given)
    kind = ["chrf", "--chrf-word-order", "2"] if metric == "chrf++" else [metric]
    lines = sacrebleu(tmp_path, "reference", "second", "-i", "far", "-m", *kind, "-sl", "-w", "6").splitlines()
    rows, signatures = sentence_scores(given["far"], [given["reference"], given["second"]], [metric])
    shown = [line.split(" = ", 1) for line in lines]
    assert [f"{row[metric]:.6f}" for row in rows] == [value.split()[0] for _, value in shown]
    assert {name.split("|", 1)[1] for name, _ in shown} == {signatures[metric]}


@pytest.mark.parametrize(("test", "metrics"), [("bs", ["bleu"]), ("ar", ["bleu", "chrf", "ter"])])
def test_paired_tests_are_those_of_the_command(tmp_path: Path, test: Test, metrics: list[str]) -> None:
    given = texts(11, 150)
    written(tmp_path, given)
    systems = ["near", "far", "stranger"]
    expected = json.loads(sacrebleu(tmp_path, "reference", "second", "-i", *systems, "-m", *metrics, f"--paired-{test}", "-f", "json"))
    found = paired([(name, given[name]) for name in systems], [given["reference"], given["second"]], metrics, test)
    assert len(found) == len(metrics)
    for one in found:
        name = next(key for key, value in NAMES.items() if value == one.metric)
        assert [(row.value, row.p, row.mean, row.half) for row in one.rows] == [
            tuple(row[name][key] for key in ("score", "p_value", "mean", "ci")) for row in expected
        ]
        assert [row.name for row in one.rows] == systems


@pytest.mark.parametrize("metric", ["chrf", "ter"])
def test_the_paired_bootstrap_is_that_of_the_commands_table(tmp_path: Path, metric: str) -> None:
    given = texts(13, 60)
    written(tmp_path, given)
    # sacrebleu cannot write these as JSON: its means are numpy's.
    table = sacrebleu(tmp_path, "reference", "-i", "near", "far", "-m", metric, "--paired-bs", "-w", "6", "-f", "text")
    base, other = paired([(name, given[name]) for name in ("near", "far")], [given["reference"]], [metric], "bs")[0].rows
    for row in (base, other):
        assert f"{row.value:.6f} ({row.mean:.6f} ± {row.half:.6f})" in table
    assert f"(p = {other.p:.4f})" in table


def test_a_translation_against_itself_differs_by_chance_only() -> None:
    given = texts(5, 60)
    systems = [("one", given["near"]), ("two", given["near"]), ("three", given["far"])]
    base, same, other = paired(systems, [given["reference"]], ["chrf"], "bs")[0].rows
    assert not same.differs
    assert other.differs
    assert base.p is None


def test_spbleu_is_left_out_in_one_line_where_its_tokenizer_is_not_at_hand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import sacrebleu.utils

    monkeypatch.setattr(sacrebleu.utils, "SACREBLEU_DIR", str(tmp_path))
    pieces.cache_clear()
    tokenizer, why = pieces()
    pieces.cache_clear()
    assert not tokenizer
    assert why.startswith("no spBLEU: its tokenizer")
    assert "\n" not in why
