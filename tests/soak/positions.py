"""Places of a text as LSP counts them, the slow way: lines end with \\n, \\r\\n or a lone \\r."""
import re

LINE_END = re.compile(r"\r\n|\r|\n")


def units(text, encoding):
    if encoding == "utf-8":
        return len(text.encode())
    return len(text) if encoding == "utf-32" else len(text) + sum(c > "\uffff" for c in text)


def position(text, index, encoding):
    """Of a Python index that is not inside a \\r\\n."""
    line, start = 0, 0
    for end in LINE_END.finditer(text, 0):
        if end.end() > index:
            break
        line, start = line + 1, end.end()
    return {"line": line, "character": units(text[start:index], encoding)}


def of_bytes(text, offsets, encoding):
    """A map from byte offsets of the text in UTF-8 to (line, character)."""
    out, wanted = {}, sorted(set(offsets))
    line, start, at, byte = 0, 0, 0, 0  # start: of the line; at: the index that `byte` belongs to
    ends = [end.end() for end in LINE_END.finditer(text)]
    for offset in wanted:
        while byte < offset:
            byte += len(text[at].encode())
            at += 1
        while line < len(ends) and ends[line] <= at:
            start = ends[line]
            line += 1
        out[offset] = (line, units(text[start:at], encoding))
    return out
