"""This file tests the language server as an editor uses it: pygls's own client starts `audit lsp` and speaks with it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

CARD = """\
message: "'{found}' is a slip; write '{better}'."
why: A test of *marks*.
category: accuracy/mistranslation
severity: critical
confidence: 0.9
check:
  phrase:
    swap: {blue slip: red card}
bad: [a <blue slip>, one <blue slip>]
good: [slip, blue]
"""
SETTINGS = 'rules = ["house"]\nselect = ["slip", "source/number"]\nengines = ["none"]\n'
TEXT = "The 😀😀 mayor gave them a blue slip 😀 and the bridge in the old town was open again.\r\nNobody was hurt, said the police.\r\n"
WAIT = 60.0


class Editor(LanguageClient):
    """What an editor keeps: the findings of each document as they come, and what it was told to show."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.published: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
        self.shown: asyncio.Queue[lsp.ShowMessageParams] = asyncio.Queue()

        @self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: lsp.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(params)

        @self.feature(lsp.WINDOW_SHOW_MESSAGE)
        def show(params: lsp.ShowMessageParams) -> None:
            self.shown.put_nowait(params)

    async def found(self) -> lsp.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.published.get(), WAIT)

    def open(self, uri: str, text: str, version: int = 1, language: str = "plaintext") -> None:
        self.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, language, version, text)))

    def change(self, uri: str, text: str, version: int) -> None:
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(version, uri), [whole]))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with settings of its own, and a card that only they name."""
    card = tmp_path / "house" / "slip" / "blue-slip.yaml"
    card.parent.mkdir(parents=True)
    card.write_text(CARD, "utf-8")
    (tmp_path / "audit.toml").write_text(SETTINGS, "utf-8")
    return tmp_path


def edit(desk: Path, work: Callable[[Editor], Awaitable[None]], capabilities: lsp.ClientCapabilities | None = None) -> None:
    """Starts the server as editors do, works with it, ends it as editors do; the server must then end with status 0."""

    async def session() -> None:
        editor = Editor()
        await editor.start_io(sys.executable, "-m", "audit", "lsp", cwd=desk.parent)
        await editor.initialize_async(lsp.InitializeParams(capabilities or lsp.ClientCapabilities(), root_uri=desk.as_uri()))
        editor.initialized(lsp.InitializedParams())
        try:
            await work(editor)
        finally:
            await asyncio.wait_for(editor.shutdown_async(None), WAIT)
            editor.exit(None)
            assert editor._server is not None
            status = await asyncio.wait_for(editor._server.wait(), WAIT)
            await editor.stop()
        assert status == 0

    asyncio.run(session())


def test_a_finding_is_shown_explained_and_mended_where_it_stands(desk: Path) -> None:
    uri = (desk / "text.txt").as_uri()

    async def work(editor: Editor) -> None:
        editor.open(uri, TEXT)
        (finding,) = (await editor.found()).diagnostics
        start = len("The xxxx mayor gave them a ")  # an emoji is two units of UTF-16
        assert finding.range == lsp.Range(lsp.Position(0, start), lsp.Position(0, start + len("blue slip")))
        assert (finding.code, finding.source, finding.severity) == ("slip/blue-slip", "audit", lsp.DiagnosticSeverity.Error)
        assert finding.message == "'blue slip' is a slip; write 'red card'."
        where = lsp.TextDocumentIdentifier(uri)
        hover = await editor.text_document_hover_async(lsp.HoverParams(where, lsp.Position(0, start + 1)))
        assert hover
        assert hover.range == finding.range
        assert isinstance(hover.contents, lsp.MarkupContent)
        assert "Why: A test of *marks*." in hover.contents.value
        assert "confidence 0.90" in hover.contents.value
        assert await editor.text_document_hover_async(lsp.HoverParams(where, lsp.Position(0, start - 2))) is None
        other = lsp.CodeActionContext([], only=[lsp.CodeActionKind.Refactor])
        assert not await editor.text_document_code_action_async(lsp.CodeActionParams(where, finding.range, other))
        (fix,) = await editor.text_document_code_action_async(lsp.CodeActionParams(where, finding.range, lsp.CodeActionContext([]))) or []
        assert isinstance(fix, lsp.CodeAction)
        assert (fix.title, fix.is_preferred) == ("Write “red card”", True)
        assert fix.edit
        assert fix.edit.changes == {uri: (lsp.TextEdit(finding.range, "red card"),)}

    edit(desk, work)


def test_an_editor_that_can_more_gets_more(desk: Path) -> None:
    """Markdown without the article's own marks, edits that hold for one version only, and offsets as it counts them."""
    uri = (desk / "text.md").as_uri()
    can = lsp.ClientCapabilities(
        general=lsp.GeneralClientCapabilities(position_encodings=[lsp.PositionEncodingKind.Utf32]),
        text_document=lsp.TextDocumentClientCapabilities(hover=lsp.HoverClientCapabilities(content_format=[lsp.MarkupKind.Markdown])),
        workspace=lsp.WorkspaceClientCapabilities(workspace_edit=lsp.WorkspaceEditClientCapabilities(document_changes=True)),
    )

    async def work(editor: Editor) -> None:
        editor.open(uri, "# A **blue slip**\n\n" + TEXT, 7, "markdown")
        first, second = (await editor.found()).diagnostics
        assert (first.range.start, second.range.start) == (lsp.Position(0, 6), lsp.Position(2, len("The xx mayor gave them a ")))
        where = lsp.TextDocumentIdentifier(uri)
        hover = await editor.text_document_hover_async(lsp.HoverParams(where, second.range.start))
        assert hover
        assert isinstance(hover.contents, lsp.MarkupContent)
        assert r"**Why**: A test of \*marks\*\." in hover.contents.value
        (fix,) = await editor.text_document_code_action_async(lsp.CodeActionParams(where, second.range, lsp.CodeActionContext([]))) or []
        assert isinstance(fix, lsp.CodeAction)
        assert fix.edit
        assert fix.edit.document_changes
        (change,) = fix.edit.document_changes
        assert isinstance(change, lsp.TextDocumentEdit)
        assert change.text_document.version == 7

    edit(desk, work, can)


def test_findings_follow_the_text_and_go_when_it_is_closed(desk: Path) -> None:
    uri = (desk / "text.txt").as_uri()

    async def work(editor: Editor) -> None:
        editor.open(uri, TEXT)
        assert len((await editor.found()).diagnostics) == 1
        for version in range(2, 8):
            editor.change(uri, TEXT * version, version)
        stale = await editor.text_document_hover_async(lsp.HoverParams(lsp.TextDocumentIdentifier(uri), lsp.Position(0, 30)))
        assert stale is None, "the text has changed since it was audited"
        last = await editor.found()
        assert (last.version, len(last.diagnostics)) == (7, 7), "the keystrokes between were waited for, not audited"
        editor.change(uri, " \n", 8)
        assert (await editor.found()).diagnostics == ()
        editor.change(uri, TEXT, 9)
        editor.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
        assert len((await editor.found()).diagnostics) == 1
        editor.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
        assert (await editor.found()).diagnostics == ()
        assert editor.published.empty()

    edit(desk, work)


def test_front_matter_names_the_source_as_it_does_for_a_file(desk: Path) -> None:
    (desk / "source.fr.txt").write_text(
        "Le pont a été rouvert lundi, et 12 personnes ont été blessées quand il est tombé dans la vieille ville.\n", "utf-8"
    )
    matter = "---\nsource: source.fr.txt\nsource-language: fr\n---\n"
    uri = (desk / "text.txt").as_uri()

    async def work(editor: Editor) -> None:
        editor.open(uri, matter + "The bridge was reopened on Monday, and 15 people were injured when it fell in the old town.\n")
        (finding,) = (await editor.found()).diagnostics
        assert str(finding.code).startswith("source/number")
        assert finding.range.start == lsp.Position(4, len("The bridge was reopened on Monday, and "))
        hover = await editor.text_document_hover_async(lsp.HoverParams(lsp.TextDocumentIdentifier(uri), finding.range.start))
        assert hover
        assert isinstance(hover.contents, lsp.MarkupContent)
        assert "In the source: “12”" in hover.contents.value

    edit(desk, work)


def test_what_cannot_be_audited_is_said_once_and_the_server_goes_on(desk: Path) -> None:
    uri = (desk / "text.txt").as_uri()
    broken = "---\nsource: gone.txt\n---\n" + TEXT

    async def work(editor: Editor) -> None:
        editor.open(uri, broken)
        told = await asyncio.wait_for(editor.shown.get(), WAIT)
        assert told.type == lsp.MessageType.Warning
        assert "gone.txt: no such file" in told.message
        assert "\n" not in told.message
        assert (await editor.found()).diagnostics == ()
        editor.change(uri, broken + "More.\n", 2)
        assert (await editor.found()).diagnostics == ()
        (desk / "audit.toml").write_text("selekt = []\n", "utf-8")
        editor.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
        assert "did you mean 'select'?" in (await asyncio.wait_for(editor.shown.get(), WAIT)).message
        assert (await editor.found()).diagnostics == ()
        (desk / "audit.toml").write_text(SETTINGS, "utf-8")
        editor.change(uri, TEXT, 3)
        assert len((await editor.found()).diagnostics) == 1
        assert editor.shown.empty(), "the same trouble was said twice"

    edit(desk, work)


def test_a_card_that_changes_is_heard_and_files_of_other_kinds_are_left_alone(desk: Path) -> None:
    text, code = (desk / "text.txt").as_uri(), (desk / "code.py").as_uri()

    async def work(editor: Editor) -> None:
        editor.open(code, TEXT, language="python")
        editor.open("untitled:Untitled-1", TEXT)
        assert len((await editor.found()).diagnostics) == 1, "a text without a name lies in the workspace"
        editor.open(text, TEXT)
        assert len((await editor.found()).diagnostics) == 1
        card = desk / "house" / "slip" / "blue-slip.yaml"
        card.write_text(CARD.replace("critical", "minor"), "utf-8")
        editor.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(text)))
        assert [finding.severity for finding in (await editor.found()).diagnostics] == [lsp.DiagnosticSeverity.Information]
        assert editor.published.empty()

    edit(desk, work)


def test_without_pygls_one_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError(name='pygls')\n", "utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from audit.cli import main; sys.argv = ['audit', 'lsp']; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "audit: the language server needs pygls: pip install 'mt-audit[lsp]'\n"


def test_the_server_ends_when_the_editor_is_gone(desk: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "audit", "lsp"], cwd=desk, input="", capture_output=True, text=True, timeout=WAIT, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
