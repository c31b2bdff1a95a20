"""This file answers what clients made for LanguageTool ask: /v2/check, /v2/languages, /v2/healthcheck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from audit.model import AuditError, Document, Finding
from audit.pipeline import Line
from audit.render import open_findings
from audit.serve.annotated import of_text, read_annotated
from audit.serve.bodies import kind_of, read_form, read_json
from audit.serve.refusal import RefusedError
from audit.serve.service import Service
from audit.serve.wording import LANGUAGES, SOFTWARE, answer
from audit.serve.wording import kind_of as kind_of_finding

if TYPE_CHECKING:
    from starlette.requests import Request

_NAME = "text"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a client wants to hear of: rules by name or by the folder that they lie in, categories by LanguageTool's ids."""

    rules: frozenset[str]
    no_rules: frozenset[str]
    categories: frozenset[str]
    no_categories: frozenset[str]
    only: bool
    picky: bool

    def wants(self, finding: Finding) -> bool:
        """As LanguageTool reads it: `only` leaves what was named, else what was not ruled out; what merely asks to look, if picky."""
        category = kind_of_finding(finding)[1]
        if self.only:
            return _named(finding.rule, self.rules) or category in self.categories
        if _named(finding.rule, self.rules) or category in self.categories:
            return True
        if finding.severity == "neutral" and not self.picky:
            return False
        return not (_named(finding.rule, self.no_rules) or category in self.no_categories)


def routes(service: Service) -> list[Route]:
    """The paths below /v2."""
    return [
        Route("/check", service.answering(_check, PlainTextResponse, "Error: "), methods=["GET", "POST"]),
        Route("/languages", _languages),
        Route("/healthcheck", lambda request: PlainTextResponse("OK")),
        Route("/info", lambda request: JSONResponse({"software": SOFTWARE})),
        Route("/maxtextlength", lambda request: PlainTextResponse(str(service.line.config.max_characters))),
    ]


async def _languages(request: Request) -> Response:
    """English and its variants; text in others cannot be audited."""
    return JSONResponse([{"name": name, "code": code[:2], "longCode": code} for code, name in LANGUAGES.items()])


async def _check(service: Service, request: Request) -> Response:
    fields = await _fields(service, request)
    language, wish = _language(fields.get("language", "")), _wish(fields)
    document = _document(fields)
    if len(document.text) > service.line.config.max_characters:
        raise RefusedError(413, f"the text is longer than {service.line.config.max_characters:,} characters: split it")
    said = await service.work.done(partial(_said, service.line, document, language, wish), service.gone(request))
    return JSONResponse(said)


def _said(line: Line, document: Document, language: str, wish: Wish) -> dict[str, Any]:
    """Runs in the worker's thread. A text that is refused (it is not English) has no matches, and the answer says why."""
    if not document.prose.strip():
        return answer(None, (), line.rules, language)
    try:
        result = line.audit(document)
    except AuditError as problem:
        return answer(None, (), line.rules, language, str(problem).removeprefix(f"{_NAME}: ").partition("; --force")[0])
    return answer(result, [finding for finding in open_findings(result) if wish.wants(finding)], line.rules, language)


async def _fields(service: Service, request: Request) -> Mapping[str, str]:
    """The parameters: of the address, of a form, or of an object in JSON."""
    body = await service.body(request)
    if request.method == "POST" and kind_of(request) == "application/json":
        given = read_json(request, body)
        return {key: value if isinstance(value, str) else _dumped(value) for key, value in given.items() if value is not None}
    if body and kind_of(request) not in {"application/x-www-form-urlencoded", ""}:
        raise RefusedError(415, "send the parameters as a form (application/x-www-form-urlencoded) or as JSON")
    both = {**read_form(request.url.query), **read_form(body)}
    return {key: values[-1] for key, values in both.items()}


def _dumped(value: Any) -> str:
    import json

    return ",".join(value) if isinstance(value, list) and all(isinstance(item, str) for item in value) else json.dumps(value)


def _document(fields: Mapping[str, str]) -> Document:
    if ("text" in fields) == ("data" in fields):
        raise RefusedError(400, "give either 'text' or 'data'")
    return of_text(fields["text"], _NAME) if "text" in fields else read_annotated(fields["data"], _NAME)


def _language(code: str) -> str:
    if not code:
        raise RefusedError(400, "missing 'language': en-US, en-GB, another of /v2/languages, or auto")
    if code == "auto":
        return "en-US"
    known = next((known for known in LANGUAGES if known.lower() == code.lower()), None)
    if known is None:
        raise RefusedError(400, f"'{code[:20]}' is not a language code known to this service: {', '.join(LANGUAGES)}, auto")
    return known


def _wish(fields: Mapping[str, str]) -> Wish:
    named: Sequence[frozenset[str]] = [
        frozenset(filter(None, (item.strip() for item in fields.get(key, "").split(","))))
        for key in ("enabledRules", "disabledRules", "enabledCategories", "disabledCategories")
    ]
    only = fields.get("enabledOnly", "").lower() in {"true", "yes"}
    if only and not (named[0] or named[2]):
        raise RefusedError(400, "enabledOnly=true wants enabledRules or enabledCategories")
    return Wish(named[0], named[1], named[2], named[3], only, fields.get("level", "") == "picky")


def _named(rule: str, names: frozenset[str]) -> bool:
    parts = rule.split("/")
    return any("/".join(parts[:count]) in names for count in range(1, len(parts) + 1))
