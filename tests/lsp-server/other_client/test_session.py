"""The main stories, as three recorded clients live them."""
import re

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

NAME = "Maëlle Kervadec"
MAIL = "kervadec@exemple.fr"
NOTE = f"# Séance\n\n🌿 Première séance avec {NAME}.\n\nLui écrire : {MAIL}.\n\n{NAME} veut changer de poste.\n"


async def test_it_says_what_the_client_can_use(session):
    assert session.offered.hover_provider
    assert (session.offered.diagnostic_provider is not None) == session.pulls
    assert (session.offered.inlay_hint_provider is not None) == (session.can.text_document.inlay_hint is not None)
    general = session.can.general
    encodings = general.position_encodings if general else None
    assert session.offered.position_encoding == (encodings[0] if encodings else "utf-16")


async def test_diagnostics_come_by_one_way(session):
    session.open(NOTE)
    found = await session.diagnostics()
    ranges = [one.range for one in found]
    assert session.range_of(NAME, NOTE) in ranges and session.range_of(MAIL, NOTE) in ranges
    assert len(found) == 3
    assert (session.uri() in session.client.diagnostics) != session.pulls


async def test_an_incremental_change_moves_them(session):
    session.open(NOTE)
    start = session.range_of(NAME, NOTE).start
    session.change(2, start, start, "la 🦊 coachée ")
    text = NOTE.replace(NAME, "la 🦊 coachée " + NAME, 1)
    assert session.range_of(NAME, text) in [one.range for one in await session.diagnostics()]


async def test_hover_says_why(session):
    session.open(NOTE)
    hover = await session.client.text_document_hover_async(types.HoverParams(session.document(), session.range_of(MAIL, NOTE).start))
    assert hover.contents.kind == session.can.text_document.hover.content_format[0]
    assert hover.range == session.range_of(MAIL, NOTE)


async def test_a_code_action_can_be_applied(session):
    session.open(NOTE)
    params = types.CodeActionParams(session.document(), session.range_of(MAIL, NOTE), types.CodeActionContext([]))
    actions = await session.client.text_document_code_action_async(params)
    fix = next(one for one in actions if one.kind == "quickfix")
    provider = session.offered.code_action_provider
    assert (fix.edit is None) == bool(provider.resolve_provider)
    if fix.edit is None:
        fix = await session.client.code_action_resolve_async(fix)
    (edit,) = session.edits_of(fix.edit)
    assert edit.range == session.range_of(MAIL, NOTE)
    assert "kervadec" not in edit.new_text


async def test_a_lens_counts_and_its_command_edits(session):
    session.open(NOTE)
    if not session.offered.code_lens_provider:
        assert session.can.text_document.code_lens is None
        return
    lens = (await session.client.text_document_code_lens_async(types.CodeLensParams(session.document())))[0]
    assert lens.command.command in session.offered.execute_command_provider.commands
    await session.client.workspace_execute_command_async(types.ExecuteCommandParams(lens.command.command, lens.command.arguments))
    await session.settle()
    assert len(session.applied) == 1
    assert not any("ervadec" in edit.new_text for edit in session.edits_of(session.applied[0]))


async def test_inlay_hints_are_there_when_the_settings_want_them(session):
    if not session.offered.inlay_hint_provider:
        assert session.can.text_document.inlay_hint is None
        return
    session.client.set_configuration({"inlayHints": True}, section="paravent")
    session.client.workspace_did_change_configuration(types.DidChangeConfigurationParams({"paravent": {"inlayHints": True}}))
    session.open(NOTE)
    whole = types.Range(types.Position(0, 0), types.Position(6, 0))
    for _ in range(50):  # the settings are asked for, and come when they come
        hints = await session.client.text_document_inlay_hint_async(types.InlayHintParams(session.document(), whole))
        if hints:
            break
    assert hints[0].position in (session.range_of(NAME, NOTE).start, session.range_of(NAME, NOTE).end)


async def test_people_are_symbols_references_and_highlights(session):
    session.open(NOTE)
    symbols = await session.client.text_document_document_symbol_async(types.DocumentSymbolParams(session.document()))
    assert any(NAME in symbol.name for symbol in symbols)
    at = session.range_of(NAME, NOTE).start
    context = types.ReferenceContext(include_declaration=True)
    places = await session.client.text_document_references_async(types.ReferenceParams(context, session.document(), at))
    marks = await session.client.text_document_document_highlight_async(types.DocumentHighlightParams(session.document(), at))
    assert len(places) == len(marks) == 2
    assert [place.range for place in places] == [mark.range for mark in marks]


async def test_a_rename_takes_every_mention(session):
    session.open(NOTE)
    params = types.RenameParams(session.document(), session.range_of(NAME, NOTE).start, "Personne A")
    edits = session.edits_of(await session.client.text_document_rename_async(params))
    assert [edit.new_text for edit in edits] == ["Personne A"] * 2


async def test_the_twins_of_our_requests_answer_the_same(session):
    session.open(NOTE)
    argument = {"uri": session.uri()}
    asked = await session.client.protocol.send_request_async("paravent/preview", argument)
    commanded = await session.client.workspace_execute_command_async(types.ExecuteCommandParams("paravent.preview", [argument]))
    assert asked.text == commanded["text"]
    assert "Kervadec" not in asked.text
    argument = {"uri": session.uri(), "offset": 0, "limit": 10}
    asked = await session.client.protocol.send_request_async("paravent/findings", argument)
    commanded = await session.client.workspace_execute_command_async(types.ExecuteCommandParams("paravent.findings", [argument]))
    assert asked.total == commanded["total"] == 3


@pytest.mark.policy('[save]\nmode = "twin"\n')
async def test_a_save_writes_the_twin(session):
    session.open(NOTE)
    await session.save()
    (twin,) = session.folder.glob("partage-*.md")
    assert re.fullmatch(r"partage-[0-9a-f]+\.md", twin.name)
    assert not re.search("ervadec", twin.read_text(encoding="utf-8"))
    assert (session.folder / "note.md").read_text(encoding="utf-8") == NOTE


@pytest.mark.policy('[save]\nmode = "strict"\n')
async def test_a_strict_save_may_be_asked_about_and_is_checked(session):
    session.open(NOTE)
    await session.settle()
    synchronization = session.can.text_document.synchronization
    static = session.offered.text_document_sync.will_save_wait_until
    method = "textDocument/willSaveWaitUntil"
    assert bool(static) == bool(synchronization.will_save_wait_until and not synchronization.dynamic_registration)
    assert (method in session.registered) == bool(synchronization.will_save_wait_until and synchronization.dynamic_registration)
    if static or method in session.registered:
        params = types.WillSaveTextDocumentParams(session.document(), types.TextDocumentSaveReason.Manual)
        assert await session.client.text_document_will_save_wait_until_async(params) == ()
    formats = session.can.text_document.formatting
    assert bool(session.offered.document_formatting_provider) == bool(formats and not formats.dynamic_registration)
    assert ("textDocument/formatting" in session.registered) == bool(formats and formats.dynamic_registration)
    options = types.FormattingOptions(tab_size=4, insert_spaces=True)
    # Without a vault there are no aliases: the answer says what to do, and no edit comes.
    with pytest.raises(JsonRpcException, match="coffre|vault"):
        await session.client.text_document_formatting_async(types.DocumentFormattingParams(session.document(), options))
    allowed = await session.client.protocol.send_request_async("paravent/mayWrite", {"textDocument": {"uri": session.uri(), "version": 1}})
    assert allowed.allowed is False and allowed.count == 3
    await session.save()
    assert [message.type for message in session.client.messages] == [types.MessageType.Error]
