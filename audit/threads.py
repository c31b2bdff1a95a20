"""This file keeps numpy to one thread in a process: two were measured slower than one, and four times slower on a busy machine."""

from __future__ import annotations

import os


def one_thread() -> None:
    """To be called before numpy is first imported, which reads these settings then and never again. What the user set stays."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
