"""The protocol around the features: lifecycle, errors, cancellation."""
import asyncio

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException


async def error_of(request):
    with pytest.raises(JsonRpcException) as caught:
        await request
    return caught.value.code


async def test_nothing_is_answered_before_initialize(server):
    server.capabilities = types.ClientCapabilities()
    at = types.HoverParams(types.TextDocumentIdentifier("file:///note.md"), types.Position(0, 0))
    assert await error_of(server.text_document_hover_async(at)) == types.ErrorCodes.ServerNotInitialized
    await server.initialize_session(types.InitializeParams(capabilities=server.capabilities))
    await server.shutdown_session()
    assert server._server.returncode == 0


async def test_a_shut_down_server_refuses_and_ends_well(session):
    await session.client.shutdown_async(None)
    at = types.HoverParams(session.document(), types.Position(0, 0))
    assert await error_of(session.client.text_document_hover_async(at)) == types.ErrorCodes.InvalidRequest
    session.client.exit(None)
    await asyncio.wait_for(session.client._server.wait(), 10)
    assert session.client._server.returncode == 0
    session.client.capabilities = None  # nothing is left to shut down


async def test_errors_have_their_codes_and_the_session_goes_on(session):
    unknown = session.client.protocol.send_request_async("textDocument/unheardOf", {})
    assert await error_of(unknown) == types.ErrorCodes.MethodNotFound
    at = types.HoverParams(session.document(), types.Position(0, 0))
    assert await error_of(session.client.text_document_hover_async(at)) == types.ErrorCodes.InvalidParams
    command = types.ExecuteCommandParams("unheard.of")
    assert await error_of(session.client.workspace_execute_command_async(command)) == types.ErrorCodes.InvalidParams
    session.open("Lui écrire : kervadec@exemple.fr.\n")
    assert len(await session.diagnostics()) == 1


async def test_every_request_is_answered_however_many_are_cancelled(session):
    session.open("Lui écrire : kervadec@exemple.fr.\n")
    pending = []
    for number in range(60):
        session.change(number + 2, types.Position(0, 0), types.Position(0, 0), "a")
        at = types.HoverParams(session.document(), types.Position(0, 20))
        future = session.client.protocol.send_request("textDocument/hover", at, msg_id=f"hover-{number}")
        pending.append(asyncio.wrap_future(future))
        if number % 2:
            session.client.cancel_request(types.CancelParams(f"hover-{number}"))
    answers = await asyncio.wait_for(asyncio.gather(*pending, return_exceptions=True), 30)
    for answer in answers:
        assert not isinstance(answer, Exception) or answer.code == types.LSPErrorCodes.RequestCancelled
    assert len(await session.diagnostics()) == 1
