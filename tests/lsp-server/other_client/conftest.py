"""Sessions of pytest-lsp's client with the release binary, in a home of their own."""
import pathlib
import sys

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import ClientServerConfig, client_capabilities

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "support"))
from paravent import BINARY, environment

CLIENTS = ["visual-studio-code", "neovim", "emacs"]


class Session:
    """One client and its server. What is asked goes through the client's own requests."""

    def __init__(self, client, folder):
        self.client = client
        self.folder = folder
        self.offered = None
        self.registered = []
        self.applied = []
        self.answer_the_server()

    def answer_the_server(self):
        """What pytest-lsp's client leaves to its users: what an editor answers."""
        feature = self.client.feature

        @feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams):
            self.registered += [one.method for one in params.registrations]

        @feature(types.CLIENT_UNREGISTER_CAPABILITY)
        def unregister(params: types.UnregistrationParams):
            for one in params.unregisterations:
                self.registered.remove(one.method)

        @feature(types.WORKSPACE_APPLY_EDIT)
        def apply(params: types.ApplyWorkspaceEditParams):
            self.applied.append(params.edit)
            return types.ApplyWorkspaceEditResult(applied=True)

        @feature(types.WORKSPACE_CODE_LENS_REFRESH)
        def refresh_lenses(params):
            assert self.can.workspace.code_lens.refresh_support

        @feature(types.WORKSPACE_INLAY_HINT_REFRESH)
        def refresh_hints(params):
            assert self.can.workspace.inlay_hint.refresh_support

    async def begin(self, capabilities):
        params = types.InitializeParams(capabilities=capabilities, root_uri=self.folder.as_uri(), locale="fr")
        self.offered = (await self.client.initialize_session(params)).capabilities
        return self

    @property
    def can(self):
        return self.client.capabilities

    @property
    def pulls(self):
        return self.can.text_document.diagnostic is not None

    def uri(self, name="note.md"):
        return (self.folder / name).as_uri()

    def document(self):
        return types.TextDocumentIdentifier(self.uri())

    def open(self, text):
        (self.folder / "note.md").write_text(text, encoding="utf-8")
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(self.uri(), "markdown", 1, text)))

    def change(self, version, start, end, text):
        change = types.TextDocumentContentChangePartial(range=types.Range(start, end), text=text)
        document = types.VersionedTextDocumentIdentifier(version, self.uri())
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def save(self):
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(self.document()))
        await self.settle()

    async def settle(self):
        """Waits until all that was sent of the note has been dealt with."""
        await self.client.text_document_hover_async(types.HoverParams(self.document(), types.Position(0, 0)))

    async def diagnostics(self):
        await self.settle()
        if self.pulls:
            report = await self.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(self.document()))
            return report.items
        return self.client.diagnostics.get(self.uri(), [])

    def columns(self, text):
        """The length of some text of one line, as this session counts."""
        encoding = self.offered.position_encoding
        return len(text.encode(encoding + "-le" if encoding != "utf-8" else encoding)) // {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]

    def range_of(self, words, text):
        before = text[: text.index(words)]
        line, start = before.count("\n"), before[before.rfind("\n") + 1:]
        return types.Range(types.Position(line, self.columns(start)), types.Position(line, self.columns(start + words)))

    def edits_of(self, workspace_edit):
        """The edits for the note, in the form that this client takes."""
        workspace = self.can.workspace
        if workspace.workspace_edit and workspace.workspace_edit.document_changes:
            assert workspace_edit.changes is None
            return workspace_edit.document_changes[0].edits
        assert workspace_edit.document_changes is None
        return workspace_edit.changes[self.uri()]


@pytest.fixture
def home(tmp_path, request):
    """A home with the user's own policy, which a test names by a mark, and a folder of notes."""
    mark = request.node.get_closest_marker("policy")
    (tmp_path / "config/paravent").mkdir(parents=True)
    (tmp_path / "config/paravent/paravent.toml").write_text(mark.args[0] if mark else "")
    (tmp_path / "notes").mkdir()
    return tmp_path


@pytest_asyncio.fixture
async def server(home):
    """A client whose server runs and was told nothing yet."""
    client = await ClientServerConfig(server_command=[str(BINARY), "lsp", "--stdio"], server_env=environment(home)).start()
    yield client
    await client.stop()


@pytest_asyncio.fixture(params=CLIENTS)
async def session(request, server, home):
    yield await Session(server, home / "notes").begin(client_capabilities(request.param))
    await server.shutdown_session()
    assert server.error is None
