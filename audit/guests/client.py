"""This file asks a guest for scores: it starts the worker in the guest's environment and believes nothing that does not fit."""

from __future__ import annotations

import json
import math
import os
import re
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.guests.environment import COMET, HERE, python
from audit.model import AuditError

WORKER = HERE / "comet_worker.py"
SECONDS = 3600.0
"""How long a guest may take, unless AUDIT_GUEST_SECONDS says otherwise."""
UNKNOWN = "unknown: see its card"


@dataclass(frozen=True, slots=True)
class Told:
    """A score for each sample, and what made them: package's version, the model's name, class, encoder and licence, and what it reads."""

    scores: tuple[float, ...]
    version: str
    model: str
    kind: str
    encoder: str
    licence: str
    reads: tuple[str, ...]


def ask(samples: Sequence[Mapping[str, str]], model: str, worker: Path = WORKER) -> Told:
    """The scores of a COMET model for samples of `mt` with `src`, `ref` or both, in their order.

    `model` is a checkpoint, or the folder that it was published in (hparams.yaml, checkpoints/model.ckpt). Raises AuditError: no
    environment, no model, a worker that fails, dies, takes too long or answers with anything but one finite number for each sample.
    """
    checkpoint, card = _checkpoint(Path(model))
    lines = "".join(json.dumps(dict(sample)) + "\n" for sample in samples)
    done = _run([str(python(COMET)), "-I", str(worker), str(checkpoint)], lines)
    answers = _answers(done.stdout)
    failed = isinstance(answers[0], dict) and answers[0].get("error") if answers else None
    if failed:
        remedy = "; take a smaller model or a machine with more" if failed == "out of memory" else ""
        raise AuditError(f"comet: {card.name}: {failed}{remedy}")
    if done.returncode:
        raise AuditError(f"comet: {_died(done)}")
    head, scores = (answers[0], answers[1:]) if answers and isinstance(answers[0], dict) else ({}, answers)
    if len(scores) != len(samples) or not all(isinstance(score, float) and math.isfinite(score) for score in scores):
        raise AuditError(
            f"comet: {card.name} gave {len(scores)} answers for {len(samples)} segments, or some that are no score; none is used"
        )
    licence = _licence(card) or head.get("licence") or UNKNOWN
    version, kind, encoder = (str(head.get(key, "?")) for key in ("version", "class", "encoder"))
    return Told(tuple(scores), version, card.name, kind, encoder, licence, tuple(head.get("reads", ())))


def _checkpoint(path: Path) -> tuple[Path, Path]:
    """The checkpoint, and the folder of the model with its settings and its card. Raises AuditError where they are not."""
    if path.is_dir():
        found = sorted([*path.glob("checkpoints/*.ckpt")])
        if not found:
            raise AuditError(f"--model {path}: holds no checkpoints/*.ckpt; name a COMET checkpoint on this machine")
        path = found[0]
    if not path.is_file():
        raise AuditError(f"--model {path}: no such file; name a COMET checkpoint on this machine (nothing is downloaded)")
    card = path.resolve().parent.parent
    if not (card / "hparams.yaml").is_file():
        raise AuditError(f"--model {path}: there is no hparams.yaml in {card}; a COMET model has it beside its folder of checkpoints")
    return path.resolve(), card


def _run(command: Sequence[str], lines: str) -> subprocess.CompletedProcess[str]:
    named = os.environ.get("AUDIT_GUEST_SECONDS", "")
    if named and not re.fullmatch(r"\d+(\.\d+)?", named):
        raise AuditError(f"AUDIT_GUEST_SECONDS={named}: is no number of seconds")
    limit = float(named or SECONDS)
    try:
        return subprocess.run(command, input=lines, capture_output=True, text=True, encoding="utf-8", timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        raise AuditError(f"comet: stopped after {limit:g} s; AUDIT_GUEST_SECONDS gives it more") from None
    except OSError as problem:
        raise AuditError(f"comet: {command[0]} cannot be run ({problem.strerror}); {COMET.variable} names another Python") from problem


def _answers(output: str) -> list[Any]:
    try:
        return [json.loads(line) for line in output.splitlines()]
    except json.JSONDecodeError:
        return []


def _died(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    if done.returncode == -signal.SIGKILL:
        return "the worker was killed: most likely the memory was not enough; take a smaller model"
    if done.returncode < 0:
        return f"the worker was ended by signal {-done.returncode}"
    return f"the worker failed with status {done.returncode}: {lines[-1].strip()[:300] if lines else 'it said nothing'}"


def _licence(card: Path) -> str:
    """The licence that a model's card names in its front matter."""
    try:
        text = (card / "README.md").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    matter = re.match(r"---\n(.*?)\n---", text, re.DOTALL)
    found = re.search(r"^licen[sc]e:[ \t]*[\"']?([^\n\"']+)", matter[1], re.MULTILINE) if matter else None
    return found[1].strip() if found else ""
