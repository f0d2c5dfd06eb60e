#!/usr/bin/env python3
"""Stands for `paravent lsp` while an editor is recorded: offers everything that a save can ask for, answers nothing of use, and
notes each message of the client, one JSON line each, in the file named by RECORD_TO."""
import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from stdio_frames import receive, send

CAPABILITIES = {"textDocumentSync": {"openClose": True, "change": 2, "willSave": True, "willSaveWaitUntil": True, "save": {"includeText": False}}}
METHOD_NOT_FOUND = -32601


def answer(method):
    if method == "initialize":
        return {"result": {"capabilities": CAPABILITIES, "serverInfo": {"name": "recorder"}}}
    if method == "textDocument/willSaveWaitUntil":
        return {"result": []}
    if method == "shutdown":
        return {"result": None}
    return {"error": {"code": METHOD_NOT_FOUND, "message": "not recorded"}}


def main():
    with open(os.environ["RECORD_TO"], "a", buffering=1, encoding="utf-8") as record:
        while (message := receive()):
            method = message.get("method")
            if method:
                print(json.dumps({"method": method, "params": message.get("params")}, ensure_ascii=False), file=record)
            if method == "exit":
                return
            if method and "id" in message:
                send({"id": message["id"], **answer(method)})


main()
