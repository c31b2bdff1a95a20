"""This file is the language server: it audits the documents that an editor has open, as they are opened, changed and saved."""

from __future__ import annotations

import asyncio
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from audit import __version__, load
from audit.model import AuditError
from audit.serve.desks import Desks
from audit.serve.editing import Audited

QUIET = 0.6
"""So many seconds without a keystroke, and a changed document is audited."""
_SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm")
_UNSAVED = {"plaintext": ".txt", "markdown": ".md", "html": ".html"}
"""What a document that is no file yet would be called, by the editor's name for its language."""


class Server(LanguageServer):
    """The open documents, what was found in them, and one thread that audits them, one after the other."""

    def __init__(self, settings: Path | None = None) -> None:
        super().__init__("audit", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.audited: dict[str, Audited] = {}
        self._desks = Desks(settings)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._told: dict[str, str] = {}
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="audit")

    def look(self, uri: str, after: float = 0.0) -> None:
        """Audits the document as it will be `after` so many seconds; what was still to be done for it is dropped."""
        if self._place(uri) is None:
            return
        self._drop(uri)
        task = asyncio.get_running_loop().create_task(self._audit(uri, after))
        self._tasks[uri] = task
        task.add_done_callback(lambda done: self._settle(uri, done))

    def close(self, uri: str) -> None:
        """The document is open no more: nothing is said of it."""
        self._drop(uri)
        self._told.pop(uri, None)
        if self.audited.pop(uri, None):
            self._publish(uri, None, [])

    def current(self, uri: str) -> Audited | None:
        """What was found, if the document has not changed since."""
        audited = self.audited.get(uri)
        return audited if audited and self.workspace.get_text_document(uri).version == audited.version else None

    async def _audit(self, uri: str, after: float) -> None:
        await asyncio.sleep(after)
        document = self.workspace.get_text_document(uri)
        version, text = document.version, document.source
        encoding = str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))
        place = self._place(uri)
        if not text.strip() or place is None:
            self.audited.pop(uri, None)
            self._publish(uri, version, [])
            return
        found = await asyncio.get_running_loop().run_in_executor(self._worker, self._found, uri, version, place, text, encoding)
        self.audited[uri] = found
        self._told.pop(uri, None)
        self._publish(uri, version, found.diagnostics())

    def _found(self, uri: str, version: int | None, place: Path, text: str, encoding: str) -> Audited:
        """Runs in the worker's thread."""
        of = self._desks.line_of(place.parent)
        result = of.audit(load.written(place, text, load.Options(max_characters=of.config.max_characters)))
        return Audited(uri, version, result, of.rules, encoding)

    def _settle(self, uri: str, task: asyncio.Task[None]) -> None:
        """Whatever went wrong with a document is said once, and the server goes on."""
        if task.cancelled() or (problem := task.exception()) is None:
            return
        self.audited.pop(uri, None)
        self._publish(uri, None, [])
        user = isinstance(problem, AuditError)
        said = " ".join((str(problem) if user else f"{uri}: the audit broke ({type(problem).__name__}: {problem})").split())
        if self._told.get(uri) != said:
            self._told[uri] = said
            kind = lsp.MessageType.Warning if user else lsp.MessageType.Error
            self.window_show_message(lsp.ShowMessageParams(kind, f"audit: {said}"))

    def _publish(self, uri: str, version: int | None, found: list[lsp.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, version))

    def _drop(self, uri: str) -> None:
        if task := self._tasks.pop(uri, None):
            task.cancel()

    def _place(self, uri: str) -> Path | None:
        """Where a document lies, or would lie, if it is one of ours."""
        suffix = PurePosixPath(unquote(urlsplit(uri).path)).suffix.lower()
        if uri.startswith("file:"):
            path = to_fs_path(uri)
            return Path(path) if path and suffix in _SUFFIXES else None
        language = self.workspace.get_text_document(uri).language_id or ""
        root = self.workspace.root_path
        return Path(root or ".", f"unsaved{_UNSAVED[language]}") if language in _UNSAVED else None


def serve(settings: Path | None = None) -> None:
    """Speaks with an editor on standard input and output until it says good-bye. What the audit itself prints goes to standard error."""
    wire = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    server(settings).start_io(sys.stdin.buffer, wire)


def server(settings: Path | None = None) -> Server:
    """A server that knows what to do with what an editor says."""
    of = Server(settings)

    @of.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        of.look(params.text_document.uri)

    @of.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        of.look(params.text_document.uri, QUIET)

    @of.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        of.look(params.text_document.uri)

    @of.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        of.close(params.text_document.uri)

    @of.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        found = of.current(params.text_document.uri)
        text = of.client_capabilities.text_document
        kinds = (text.hover.content_format if text and text.hover else None) or []
        return found.hover(params.position, markdown=lsp.MarkupKind.Markdown in kinds) if found else None

    @of.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]))
    def asked(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        only = params.context.only
        wanted = only is None or any(kind in {lsp.CodeActionKind.Empty, lsp.CodeActionKind.QuickFix} for kind in only)
        found = of.current(params.text_document.uri) if wanted else None
        workspace = of.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace else None
        return found.fixes(params.range, versioned=bool(edits and edits.document_changes)) if found else []

    return of
