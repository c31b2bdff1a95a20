"""This file tests the guest comet in its real environment: equality with its own predictions, order, and what it refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from audit import cli
from audit.guests.client import ask
from audit.model import AuditError

pytestmark = pytest.mark.slow
Maker = Callable[[str], Path]
SAMPLES = json.loads(Path(__file__).with_name("samples.json").read_text("utf-8"))


@pytest.mark.parametrize("kind", ["RegressionMetric", "ReferencelessRegression"])
def test_the_scores_are_those_that_comet_predicts_in_the_order_of_the_samples(kind: str, model: Maker) -> None:
    expected = json.loads((model(kind) / "expected.json").read_text("utf-8"))
    assert len({round(score, 5) for score in expected}) == len(SAMPLES)
    told = ask(SAMPLES[::-1], str(model(kind)))
    assert told.scores == pytest.approx(expected[::-1], abs=1e-5)
    assert (told.version, told.kind, told.licence) == ("2.2.7", kind, "cc-by-nc-sa-4.0")
    assert told.reads == (("mt", "src", "ref") if kind == "RegressionMetric" else ("mt", "src"))


def test_a_side_that_the_model_needs_is_asked_for(model: Maker) -> None:
    samples = [{"mt": sample["mt"], "ref": sample["ref"]} for sample in SAMPLES]
    with pytest.raises(AuditError, match="this model reads the source: give --source"):
        ask(samples, str(model("RegressionMetric")))


def test_a_checkpoint_that_would_run_a_program_is_refused_and_not_run(tmp_path: Path, comet: Path, model: Maker) -> None:
    (tmp_path / "checkpoints").mkdir()
    (tmp_path / "hparams.yaml").write_bytes((model("RegressionMetric") / "hparams.yaml").read_bytes())
    trap = (
        "import sys, torch, pathlib\nclass Trap:\n def __reduce__(self): return (pathlib.Path.touch, (pathlib.Path(sys.argv[2]),))\n"
        "torch.save({'state_dict': {}, 'hyper_parameters': Trap()}, sys.argv[1])"
    )
    sprung = tmp_path / "sprung"
    subprocess.run([comet, "-I", "-c", trap, tmp_path / "checkpoints" / "model.ckpt", sprung], check=True, capture_output=True)
    with pytest.raises(AuditError, match="holds more than weights"):
        ask(SAMPLES, str(tmp_path))
    assert not sprung.exists()


def test_an_encoder_that_is_not_here_is_not_downloaded(tmp_path: Path, model: Maker) -> None:
    whole = model("RegressionMetric")
    moved = tmp_path / "moved"
    encoder = whole / "encoder"
    encoder.rename(moved)
    try:
        with pytest.raises(AuditError, match="is not on this machine, and nothing is downloaded"):
            ask(SAMPLES, str(whole))
    finally:
        moved.rename(encoder)


def test_the_command_gives_the_figure_of_each_translation_and_sentence_with_its_test(
    tmp_path: Path, model: Maker, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {"a": "mt", "b": "ref", "r": "ref", "s": "src"}
    for name, side in texts.items():
        (tmp_path / name).write_text("".join(f"{sample[side]}\n" for sample in SAMPLES), "utf-8")
    monkeypatch.chdir(tmp_path)
    args = ["a", "b", "--reference", "r", "--metric", "comet", "--model", str(model("RegressionMetric")), "--source", "s"]
    monkeypatch.setattr(sys, "argv", ["audit", "score", *args, "--paired", "--sentences", "--confidence", "--json"])
    with pytest.raises(SystemExit):
        cli.main()
    told = json.loads(capsys.readouterr().out)
    expected = json.loads((model("RegressionMetric") / "expected.json").read_text("utf-8"))
    first, second = told["translations"]
    assert first["scores"]["comet"]["value"] == pytest.approx(sum(expected) / len(expected), abs=1e-5)
    assert [row["scores"]["comet"] for row in first["sentences"]] == pytest.approx(expected, abs=1e-5)
    assert first["scores"]["bleu"]["value"] < second["scores"]["bleu"]["value"]
    assert second["scores"]["bleu"]["value"] == 100
    for translation in told["translations"]:
        assert "licence:cc-by-nc-sa-4.0" in translation["scores"]["comet"]["signature"]
    first, second = told["paired"]["metrics"]["comet"]["results"]
    assert first["p"] is None
    assert 0 < second["p"] <= 1
