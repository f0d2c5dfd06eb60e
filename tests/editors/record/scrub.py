"""Takes out of a recording what belongs to the machine or the moment it was made on, and nothing else.

- the folder of the notes, as path or URI, becomes /notes; every other folder made for the recording becomes /home/coach;
- process ids become null: a server that watched a recorded one would end;
- keys are sorted: Lua's come in another order each time. The order of lists stays, it may mean something.
"""


def scrubbed(value, notes, home):
    if isinstance(value, dict):
        return {scrubbed(key, notes, home): None if key == "processId" else scrubbed(one, notes, home) for key, one in sorted(value.items())}
    if isinstance(value, list):
        return [scrubbed(one, notes, home) for one in value]
    if isinstance(value, str):
        return value.replace(str(notes), "/notes").replace(str(home), "/home/coach")
    return value


def saves(messages):
    """What was sent of each save, in order: the method and the reason that it gave, without texts and places."""
    out = []
    for message in messages:
        if message["method"] not in ("textDocument/willSave", "textDocument/willSaveWaitUntil", "textDocument/didSave"):
            continue
        one = {"method": message["method"].removeprefix("textDocument/")}
        if "reason" in message["params"]:
            one["reason"] = message["params"]["reason"]
        out.append(one)
    return out
