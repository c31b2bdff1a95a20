"""This file asks a LanguageTool server over HTTP (its API, /v2) and turns its answers into complaints."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from typing import Any

from audit.engines.complaint import Complaint
from audit.engines.languagetool.pieces import pieces
from audit.engines.trouble import EngineError
from audit.spans import Span

NAME = "languagetool"
LANGUAGE = "en-US"
"""LanguageTool's name of what it is to expect. The variant matters to rules of spelling alone."""
ANSWER = 60.0
"""Seconds until a server must have answered for one piece of a text."""
MOST_BETTER = 5
AT_ONCE = 2
_TOO_LONG = 413
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class TooSlowError(EngineError):
    """The server took longer than it may."""


def base(url: str) -> str:
    """The address of a server as users write it, without what follows the host. Raises EngineError for what is none."""
    parts = urllib.parse.urlsplit(url.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise EngineError(f"languagetool: {url}: not the address of a server; write it as http://localhost:8081")
    return url.strip().rstrip("/").removesuffix("/check").removesuffix("/v2")


def healthy(url: str, seconds: float) -> bool:
    """Does a LanguageTool server answer there?"""
    try:
        return _ask(f"{url}/v2/healthcheck", None, seconds).strip() == b"OK"
    except (OSError, http.client.HTTPException):
        return False


def release(url: str, seconds: float = ANSWER) -> str:
    """The version that a server names itself. Raises EngineError."""
    said = _check(url, {"language": LANGUAGE, "text": "A word.", "enabledRules": "EN_A_VS_AN", "enabledOnly": "true"}, seconds)
    software = said.get("software")
    return str(software.get("version", "?")) if isinstance(software, dict) else "?"


def complain(url: str, text: str, rules: Iterable[str] = (), kinds: Iterable[str] = (), *, seconds: float = ANSWER) -> list[Complaint]:
    """What the server says of a text, in order: of all its rules, or only of some rules and some categories of them.

    A long text goes in pieces of whole paragraphs, two at a time. Spans count code points of `text`. Raises EngineError.
    """
    asked = {"enabledRules": ",".join(sorted(rules)), "enabledCategories": ",".join(sorted(kinds))}
    fields = {"language": LANGUAGE, "level": "picky", **{name: said for name, said in asked.items() if said}}
    if any(asked.values()):
        fields["enabledOnly"] = "true"
    parts = pieces(text)
    if len(parts) < 2:
        found = [_of_piece(url, part.of(text), fields, seconds, part.start) for part in parts]
    else:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            found = list(pool.map(lambda part: _of_piece(url, part.of(text), fields, seconds, part.start), parts))
    return sorted(complaint for some in found for complaint in some)


def _of_piece(url: str, text: str, fields: dict[str, str], seconds: float, start: int) -> list[Complaint]:
    matches = _check(url, {**fields, "text": text}, seconds).get("matches")
    if not isinstance(matches, list):
        raise EngineError(f"the server at {url} gave an answer that is none of LanguageTool's; its findings are missing")
    units = _units(text)
    try:
        return [_complaint(match, units, start) for match in matches]
    except (KeyError, TypeError, ValueError, IndexError) as problem:
        raise EngineError(f"the server at {url} gave an answer that cannot be read ({problem!r}); its findings are missing") from problem


def _units(text: str) -> Sequence[int]:
    """The code point in which each UTF-16 unit of a text stands, and the end: LanguageTool counts as Java does."""
    if not any(letter > "\uffff" for letter in text):
        return range(len(text) + 1)
    ends = accumulate(2 if letter > "\uffff" else 1 for letter in text)
    found, at = [0], 0
    for index, end in enumerate(ends):
        found[at:] = [index] * (end - at)
        at = end
    return [*found, len(text)]


def _complaint(match: dict[str, Any], units: Sequence[int], start: int) -> Complaint:
    rule = match["rule"]
    first, last = int(match["offset"]), int(match["offset"]) + int(match["length"])
    return Complaint(
        span=Span(start + units[first], start + units[last]),
        engine=NAME,
        rule=str(rule["id"]),
        kind=str(rule["category"]["id"]),
        message=str(match["message"]),
        better=tuple(str(other["value"]) for other in match["replacements"][:MOST_BETTER]),
    )


def _check(url: str, fields: dict[str, str], seconds: float) -> dict[str, Any]:
    try:
        said = json.loads(_ask(f"{url}/v2/check", urllib.parse.urlencode(fields, errors="replace").encode(), seconds))
    except urllib.error.HTTPError as problem:
        with problem:
            detail = " ".join(problem.read(300).decode("utf-8", "replace").split())
        if problem.code == _TOO_LONG or "too long" in detail.lower():
            raise EngineError(
                f"the text is over the limit of the LanguageTool server at {url} ({detail}); raise its maxTextLength"
            ) from None
        raise EngineError(f"the LanguageTool server at {url} refused the text ({problem.code}: {detail})") from None
    except (OSError, http.client.HTTPException) as problem:
        why = getattr(problem, "reason", None) or problem
        if isinstance(why, TimeoutError):
            raise TooSlowError(f"the LanguageTool server at {url} did not answer within {seconds:g} s; its findings are missing") from None
        raise EngineError(f"the LanguageTool server at {url} cannot be reached ({why}); its findings are missing") from None
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise EngineError(f"the server at {url} gave an answer that is none of LanguageTool's; its findings are missing")
    return said


def _ask(url: str, content: bytes | None, seconds: float) -> bytes:
    """A request; one to this machine goes through no proxy."""
    here = urllib.parse.urlsplit(url).hostname in _LOOPBACK
    opener = urllib.request.build_opener(*([urllib.request.ProxyHandler({})] if here else []))
    with opener.open(url, content, timeout=seconds) as answer:
        body: bytes = answer.read()
        return body
