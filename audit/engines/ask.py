"""This file asks the grammar engines about a text while the rest of the analysis runs; what goes wrong with one is a failure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from audit.engines import harper
from audit.engines.complaint import Complaint
from audit.engines.trouble import EngineError
from audit.model import Failure


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engines said, in the order of the text, and what could not be asked."""

    complaints: tuple[Complaint, ...] = ()
    failures: tuple[Failure, ...] = ()


def asking(engines: Mapping[str, Callable[[str], list[Complaint]]], text: str) -> Callable[[], Answer]:
    """Begins to ask; the function that comes back waits for the answers. Spans count code points of `text`."""
    if not engines or not text.strip():
        return Answer
    pool = ThreadPoolExecutor(len(engines), thread_name_prefix="engine")
    futures = [(engine, pool.submit(ask, text)) for engine, ask in sorted(engines.items())]
    pool.shutdown(wait=False)
    return lambda: _answer(futures)


def _answer(futures: Sequence[tuple[str, Future[list[Complaint]]]]) -> Answer:
    # A panic inside Harper is no Exception, so nothing is raised here: the problem is looked at.
    complaints: list[Complaint] = []
    failures: list[Failure] = []
    for engine, future in futures:
        problem = future.exception()
        if problem is None:
            complaints += future.result()
        elif isinstance(problem, EngineError):
            failures.append(Failure(f"engine/{engine}", str(problem)))
        elif isinstance(problem, ImportError):
            failures.append(Failure(f"engine/{engine}", _HINTS[engine]))
        else:
            reason = f"{type(problem).__name__}: {' '.join(str(problem).split())}"
            failures.append(
                Failure(f"engine/{engine}", f"it broke on this text ({reason}); its complaints are missing, all else is complete")
            )
    return Answer(tuple(sorted(complaints)), tuple(failures))


_HINTS: Mapping[str, str] = {harper.NAME: harper.HINT}
