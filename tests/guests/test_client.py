"""This file tests that a guest is believed only when its answer fits, with real processes that fail in every way."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from audit.guests.client import UNKNOWN, ask
from audit.model import AuditError

SAMPLES = [{"mt": "One."}, {"mt": "Two."}]
GOOD = 'print(\'{"version": "1", "class": "C", "encoder": "e", "reads": ["mt"]}\')\nfor line in sys.stdin: print(float(len(line)))'


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model's folder; this Python stands for the guest's, which needs no more to run the workers of these tests."""
    monkeypatch.setenv("AUDIT_COMET_PYTHON", sys.executable)
    (tmp_path / "model" / "checkpoints").mkdir(parents=True)
    (tmp_path / "model" / "checkpoints" / "model.ckpt").write_bytes(b"")
    (tmp_path / "model" / "hparams.yaml").write_text("class_identifier: none\n", "utf-8")
    return tmp_path / "model"


def worker(folder: Path, program: str) -> Path:
    path = folder.parent / "worker.py"
    path.write_text(f"import os, signal, sys, time\n{program}\n", "utf-8")
    return path


def test_an_answer_that_fits_is_believed(model: Path) -> None:
    told = ask(SAMPLES, str(model), worker(model, GOOD))
    assert (told.scores, told.model, told.licence) == ((15.0, 15.0), "model", UNKNOWN)


@pytest.mark.parametrize(
    ("card", "licence"), [("---\nlicense: apache-2.0\ntags: [x]\n---\n", "apache-2.0"), ("license: not in the front matter\n", UNKNOWN)]
)
def test_the_licence_is_what_the_card_says(card: str, licence: str, model: Path) -> None:
    (model / "README.md").write_text(card, "utf-8")
    assert ask(SAMPLES, str(model), worker(model, GOOD)).licence == licence


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", "comet: the worker was killed: most likely the memory was not enough"),
        ("os.kill(os.getpid(), signal.SIGTERM)", "comet: the worker was ended by signal 15"),
        ("sys.exit('no room')", "comet: the worker failed with status 1: no room"),
        ("print('{}'); print(0.5)", "comet: model gave 1 answers for 2 segments"),
        ("print('{}'); print(0.5); print(0.5); print(0.5)", "comet: model gave 3 answers for 2 segments"),
        ("print('{}'); print(0.5); print('NaN')", "comet: model gave 2 answers for 2 segments, or some that are no score"),
        ("print('{}'); print(0.5); print('[]')", "comet: model gave 2 answers for 2 segments, or some that are no score"),
        ("print('hello')", "comet: model gave 0 answers for 2 segments"),
        ("", "comet: model gave 0 answers for 2 segments"),
        ('print(\'{"error": "out of memory"}\'); sys.exit(1)', "comet: model: out of memory; take a smaller model"),
    ],
)
def test_a_worker_that_fails_or_answers_amiss_is_told_in_one_line(program: str, said: str, model: Path) -> None:
    with pytest.raises(AuditError) as told:
        ask(SAMPLES, str(model), worker(model, program))
    assert str(told.value).startswith(said)
    assert "\n" not in str(told.value)


def test_a_worker_has_a_time_limit(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_GUEST_SECONDS", "0.5")
    with pytest.raises(AuditError, match=r"comet: stopped after 0\.5 s; AUDIT_GUEST_SECONDS gives it more"):
        ask(SAMPLES, str(model), worker(model, "time.sleep(60)"))


def test_a_python_without_the_metric_is_named_in_one_line(model: Path) -> None:
    with pytest.raises(AuditError, match=r"comet: model: ModuleNotFoundError: No module named 'comet'"):
        ask(SAMPLES, str(model))


def test_a_model_that_is_not_here_is_not_asked_for(model: Path) -> None:
    for name, said in [("none.ckpt", "no such file"), (str(model.parent), "holds no checkpoints"), (__file__, "there is no hparams.yaml")]:
        with pytest.raises(AuditError, match=said):
            ask(SAMPLES, name, worker(model, GOOD))
