"""This file lists what the HTTP service answers: its own JSON API, a page to paste a text into, and LanguageTool's API."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route

from audit import __version__
from audit.bundled import folder
from audit.markup.jsonl import read_identity, read_record
from audit.model import AuditError, Document
from audit.pipeline import Line
from audit.render import FORMATS
from audit.render import json as as_json
from audit.report import report_on
from audit.serve import languagetool
from audit.serve.bodies import kind_of, read_form, read_json
from audit.serve.guard import ADD_ONS, Guard
from audit.serve.refusal import RefusedError
from audit.serve.service import Service

if TYPE_CHECKING:
    from starlette.requests import Request

_NAME = "text"
_PAGE = "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
_REPORT = "sandbox allow-scripts allow-downloads allow-popups allow-modals; frame-ancestors 'self'"
"""What a report may load stands in it; this takes it away from our address, so that its script could reach nothing here."""


def app(service: Service, names: Collection[str], *, add_ons: bool) -> Starlette:
    """The service as an ASGI application. `names`: what may stand as Host besides addresses; `add_ons`: may they ask below /v2?"""
    cross = Middleware(
        CORSMiddleware, allow_origin_regex=ADD_ONS.pattern, allow_methods=["GET", "POST"], allow_headers=["*"], allow_private_network=True
    )
    return Starlette(
        routes=[
            Route("/", lambda request: _file("page.html", "text/html", _PAGE)),
            Route("/page.css", lambda request: _file("page.css", "text/css", _PAGE)),
            Route("/report", service.answering(_report, _told_as_page), methods=["POST"]),
            Route("/api/audit", service.answering(_audit, _told_as_json), methods=["POST"]),
            Route("/api/rules", lambda request: JSONResponse(_rules(service.line))),
            Route("/api/health", lambda request: JSONResponse(_health(service))),
            Route("/openapi.json", lambda request: JSONResponse(description())),
            Mount("/v2", routes=languagetool.routes(service), middleware=[cross] if add_ons else []),
        ],
        middleware=[Middleware(Guard, names=names, add_ons=add_ons)],
    )


@cache
def description() -> dict[str, Any]:
    """The service in OpenAPI 3.1."""
    import yaml

    told: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("openapi.yaml").read_text("utf-8"))
    told["info"]["version"] = __version__
    return told


async def _audit(service: Service, request: Request) -> Response:
    fields = read_json(request, await service.body(request))
    document = _document(service, fields)
    entry = await service.work.done(lambda: as_json.document(service.line.audit(document)), service.gone(request))
    return JSONResponse(entry)


async def _report(service: Service, request: Request) -> Response:
    body = await service.body(request)
    if kind_of(request) != "application/x-www-form-urlencoded":
        raise RefusedError(415, "send the page's form")
    form = {key: [value.replace("\r\n", "\n") for value in values if value.strip()] for key, values in read_form(body).items()}
    one = {key: form[key][-1] for key in ("text", "source", "source_lang", "date") if form.get(key)}
    document = _document(service, {**one, "references": form.get("reference", [])})
    page = await service.work.done(partial(_page, service.line, document), service.gone(request))
    return HTMLResponse(page, headers={"Content-Security-Policy": _REPORT})


def _page(line: Line, document: Document) -> str:
    return FORMATS["html"](report_on(line, [line.audit(document)]))


def _document(service: Service, fields: Mapping[str, Any]) -> Document:
    """Sources and references are texts, never the names of files. Raises RefusedError for what is none."""
    most, text = service.line.config.max_characters, fields.get("text")
    if isinstance(text, str) and len(text) > most:
        raise RefusedError(413, f"the text is longer than {most:,} characters: split it")
    try:
        document = read_record(dict(fields), read_identity(dict(fields)) or _NAME, most)
    except AuditError as problem:
        raise RefusedError(400, str(problem)) from None
    if not document.prose.strip():
        raise RefusedError(400, "there is no text in 'text'")
    return document


def _rules(line: Line) -> list[dict[str, Any]]:
    shown = ("name", "message", "why", "category", "severity", "confidence", "languages", "see")
    return [{key: getattr(rule, key) for key in shown} for _, rule in sorted(line.rules.items())]


def _health(service: Service) -> dict[str, Any]:
    return {"status": "ok", "version": __version__, "rules": len(service.line.rules), "waiting": service.work.waiting}


def _told_as_json(told: str, status: int) -> Response:
    return JSONResponse({"error": told}, status)


def _told_as_page(told: str, status: int) -> Response:
    page = f'<!DOCTYPE html><html lang="en"><title>Not audited</title><p role="alert">{escape(told)}</p></html>\n'
    return HTMLResponse(page, status, {"Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'self'"})


def _file(name: str, kind: str, policy: str) -> Response:
    content = (folder("reports") / "serve" / name).read_bytes()
    return Response(content, media_type=kind, headers={"Content-Security-Policy": policy})
