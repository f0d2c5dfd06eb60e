#!/usr/bin/env python3
"""Stands for `paravent lsp` where a test needs a server that answers as no good server would.

The file named by STAND_IN holds the behaviour, read anew at each request: refuse, allow, relaxed, silent, error, nonsense,
null, unknown or die. Every message that arrives is noted, one a line, in the file named by STAND_IN_LOG: methods, and texts of
didOpen (these notes are of our own making).
"""
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from stdio_frames import receive, send

VERDICTS = {
    "refuse": {"result": {"allowed": False, "strict": True, "count": 2, "message": "Enregistrement refusé : deux passages mènent à une personne."}},
    "allow": {"result": {"allowed": True, "strict": True, "count": 0, "message": ""}},
    "relaxed": {"result": {"allowed": True, "strict": False, "count": 2, "message": ""}},
    "error": {"error": {"code": -32803, "message": "Cette note n’est pas vérifiée."}},
    "nonsense": {"result": {"allowed": "true", "count": "two"}},
    "null": {"result": None},
    "unknown": {"error": {"code": -32601, "message": "Ce serveur ne connaît pas cette méthode."}},
}
CAPABILITIES = {"textDocumentSync": {"openClose": True, "change": 2, "save": True}, "codeLensProvider": {}, "inlayHintProvider": True,
                "executeCommandProvider": {"commands": ["paravent.anonymise"]}}
START = {"line": 0, "character": 0}


def answer(method):
    behaviour = pathlib.Path(os.environ["STAND_IN"]).read_text().strip()
    if method == "initialize":
        return {"result": {"capabilities": CAPABILITIES}}
    if method == "textDocument/codeLens":
        return {"result": [{"range": {"start": START, "end": START}, "command": {"title": "2 personnes", "command": "paravent.anonymise"}}]}
    if method == "textDocument/inlayHint":
        return {"result": [{"position": START, "label": "indication"}]}
    if method == "paravent/mayWrite" and behaviour == "die":
        sys.exit(1)
    if method in ("paravent/mayWrite", "paravent/preview") and behaviour == "silent":
        return None
    if method == "paravent/preview":
        good = {"result": {"text": "Vu Personne A.\nFin.\n", "count": 2, "style": "generalise"}}
        return good if behaviour == "allow" else VERDICTS[behaviour]
    if method == "paravent/mayWrite":
        return VERDICTS[behaviour]
    return {"result": None}


def main():
    with open(os.environ["STAND_IN_LOG"], "a", buffering=1, encoding="utf-8") as log:
        while (message := receive()):
            method = message.get("method", "")
            print(method, file=log)
            if method == "exit":
                return
            if "id" in message and method:
                reply = answer(method)
                if reply is not None:
                    send({"id": message["id"], **reply})


main()
