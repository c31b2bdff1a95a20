"""This file judges rows of features: how likely a word was added, put in another's place, or left untranslated."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from audit.bundled import folder
from audit.model import AuditError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

FILE = "coverage/weights.json"


@dataclass(frozen=True, slots=True)
class Judge:
    """A small network with one hidden layer: `mean` and `scale` of the features, two layers of weights. `says`: names of its answers."""

    columns: tuple[str, ...]
    says: tuple[str, ...]
    mean: Floats
    scale: Floats
    layers: tuple[tuple[Floats, Floats], ...]

    def __call__(self, rows: Floats) -> Floats:
        """Log-odds, one column for each answer."""
        import numpy as np

        value = (rows - self.mean) / self.scale
        (first, one), (second, two) = self.layers
        answers: Floats = np.maximum(value @ first + one, 0) @ second + two
        return answers


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line through features: log-odds are their weighted sum."""

    columns: tuple[str, ...]
    slopes: Floats
    offset: float

    def __call__(self, rows: Floats) -> Floats:
        odds: Floats = rows @ self.slopes + self.offset
        return odds


@cache
def judges() -> dict[str, Judge]:
    """For `here` (English words) and `there` (source words). Trained by benchmarks/coverage.py on faults planted in human translations."""
    import numpy as np

    def floats(values: object) -> Floats:
        return np.asarray(values, dtype=np.float32)

    return {
        side: Judge(
            tuple(one["columns"]),
            tuple(one["says"]),
            floats(one["mean"]),
            floats(one["scale"]),
            tuple((floats(weights), floats(bias)) for weights, bias in one["layers"]),
        )
        for side, one in _known().items()
        if side != "verdict"
    }


@cache
def line() -> Line:
    """The last word on English words that seem to be added (audit/coverage/verdict.py)."""
    import numpy as np

    one = _known()["verdict"]
    return Line(tuple(one["columns"]), np.asarray(one["slopes"], dtype=np.float32), float(one["offset"]))


@cache
def _known() -> Any:
    path = folder("knowledge") / FILE
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise AuditError(f"{path}: cannot be read ({problem}): install mt-audit again") from problem
