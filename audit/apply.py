"""This file applies checks to an analysis and collects their matches; it holds the one broad `except`."""

from __future__ import annotations

from collections.abc import Sequence

from audit.model import Analysis, AuditError, Check, Failure, Match


def apply(checks: Sequence[Check], analysis: Analysis) -> tuple[list[Match], list[Failure]]:
    """Matches in the order of the checks, and what could not be looked at. Spans count in prose."""
    matches: list[Match] = []
    failures: list[Failure] = []
    for check in checks:
        try:
            for found in check.find(analysis):
                if isinstance(found, Failure):
                    failures.append(found)
                else:
                    matches.append(found)
        except AuditError:
            raise
        except Exception as problem:  # noqa: BLE001  the one broad except: a broken card or engine must not lose the rest of the run
            reason = f"{type(problem).__name__}: {' '.join(str(problem).split())}"
            failures.append(
                Failure(type(check).__name__.lower(), f"this check broke and its findings are not complete ({reason}); please report it")
            )
    return matches, failures
