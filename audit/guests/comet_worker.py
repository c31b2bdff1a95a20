"""This file runs inside the guest's environment: it loads a COMET model from a local checkpoint and scores segments.

Standard input: one JSON object a line, `mt` with `src`, `ref` or both. Standard output: one line about the model, then one score a line in
the same order; or one line {"error": ...} and status 1. Nothing is downloaded, and nothing in a checkpoint is run.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TORCH_FORCE_WEIGHTS_ONLY_LOAD": "1",
}
_FULL = ("out of memory", "not enough memory", "can't allocate", "cannot allocate")


class RefusedError(Exception):
    """What the user is to read, in one line."""


def main(checkpoint: Path) -> None:
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print is no score
    try:
        samples = [json.loads(line) for line in sys.stdin.buffer]
        told = answer(checkpoint, samples)
    except Exception as problem:  # noqa: BLE001  whatever goes wrong in a guest is told in one line
        said = " ".join(str(problem).split()) or type(problem).__name__
        full = isinstance(problem, MemoryError) or any(sign in said.lower() for sign in _FULL)
        kind = "" if isinstance(problem, RefusedError) else f"{type(problem).__name__}: "
        out.write(json.dumps({"error": "out of memory" if full else f"{kind}{said}"[:500]}) + "\n")
        out.flush()
        sys.exit(1)
    out.write("".join(json.dumps(line) + "\n" for line in told))
    out.flush()


def answer(checkpoint: Path, samples: Sequence[dict[str, str]]) -> list[Any]:
    """What is known of the model, then a score for each sample. Raises RefusedError for a model or samples that cannot be used."""
    warnings.simplefilter("ignore")
    from importlib.metadata import version

    model = load(checkpoint)
    settings = dict(model.hparams)
    needed = sides(model, settings)
    lacks = next((side for side in needed if any(side not in sample for sample in samples)), "")
    if lacks:
        raise RefusedError({"src": "this model reads the source: give --source", "ref": "this model needs a reference: give one"}[lacks])
    head = {
        "version": version("unbabel-comet"),
        "class": type(model).__name__,
        "encoder": Path(str(settings.get("pretrained_model", "?"))).name,
        "reads": reads(settings, needed, samples),
        "licence": str(settings.get("license") or settings.get("licence") or ""),
    }
    import logging

    logging.getLogger("pytorch_lightning").setLevel(logging.ERROR)
    found = model.predict(list(samples), batch_size=8, gpus=0, num_workers=0, progress_bar=False) if samples else {"scores": []}
    return [head, *(float(score) for score in found["scores"])]


def load(checkpoint: Path) -> Any:
    """The model of a checkpoint. Raises RefusedError where files of it are missing here, or where it holds more than weights."""
    from comet.models import load_from_checkpoint

    try:
        return load_from_checkpoint(str(checkpoint), local_files_only=True)
    except OSError as problem:
        said = " ".join(str(problem).split())[:200]
        raise RefusedError(f"the encoder that the model builds on is not on this machine, and nothing is downloaded ({said})") from problem
    except Exception as problem:
        if "weights_only" not in str(problem).lower() and "weights only" not in str(problem).lower():
            raise
        said = "the checkpoint holds more than weights, which could run as a program; TORCH_FORCE_WEIGHTS_ONLY_LOAD=0 trusts it"
        raise RefusedError(said) from problem


def sides(model: Any, settings: dict[str, Any]) -> list[str]:
    """The sides that a model needs besides the translation."""
    segments = settings.get("input_segments")  # unified models say which; xCOMET takes what there is
    if segments:
        return ["ref"] if model.requires_references() else ["src"]
    return ["src", "ref"] if model.requires_references() else ["src"]


def reads(settings: dict[str, Any], needed: Sequence[str], samples: Sequence[dict[str, str]]) -> list[str]:
    """The sides of these samples that a model looks at."""
    wanted = settings.get("input_segments") or ["mt", *needed]
    return [side for side in wanted if all(side in sample for sample in samples)]


if __name__ == "__main__":
    for name, value in OFFLINE.items():
        os.environ.setdefault(name, value)
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        os.environ[name] = "1"
    main(Path(sys.argv[1]))
