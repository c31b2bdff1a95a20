"""This file names the comparisons of days and times: weekday, month, day, clock, part of the day, century, decade, season, yesterday."""

from audit.checks.source.both import Finder
from audit.checks.source.calendar.faults import (
    century_changed,
    date_changed,
    day_part_changed,
    decade_changed,
    month_changed,
    relative_day_changed,
    season_changed,
    time_changed,
    weekday_changed,
)

FAULTS: dict[str, Finder] = {
    "weekday-changed": weekday_changed,
    "month-changed": month_changed,
    "date-changed": date_changed,
    "time-changed": time_changed,
    "day-part-changed": day_part_changed,
    "century-changed": century_changed,
    "decade-changed": decade_changed,
    "season-changed": season_changed,
    "relative-day-changed": relative_day_changed,
}
"""The name that a card gives under `source: {fault: NAME}`, and the comparison that finds it."""
