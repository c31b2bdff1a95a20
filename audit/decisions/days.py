"""This file tells the day on which a decision is made, or has expired."""

from __future__ import annotations

import datetime
import os

from audit.model import AuditError


def today() -> datetime.date:
    """Today in UTC, or the day of SOURCE_DATE_EPOCH (seconds since 1970), with which the same input gives the same report on any day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise AuditError(f"SOURCE_DATE_EPOCH={epoch}: not a number of seconds since 1970; unset it or mend it") from None


def moment(date: str) -> datetime.date | datetime.datetime | None:
    """A day, or a moment in UTC, of what a decision says; None for nothing. Raises ValueError for what is no date."""
    if not date:
        return None
    if len(date) <= len("2022-01-31"):
        return datetime.date.fromisoformat(date)
    found = datetime.datetime.fromisoformat(date)
    return found.replace(tzinfo=datetime.UTC) if found.tzinfo is None else found.astimezone(datetime.UTC)
