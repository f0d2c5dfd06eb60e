"""Where the twin of a note must be, found without asking the server (lsp-server/twin.hpp): SipHash-2-4 written a second time."""
import pathlib
import re

_MASK = (1 << 64) - 1


def _rotate(value, by):
    return ((value << by) | (value >> (64 - by))) & _MASK


def siphash(low, high, data):
    v = [low ^ 0x736f6d6570736575, high ^ 0x646f72616e646f6d, low ^ 0x6c7967656e657261, high ^ 0x7465646279746573]

    def rounds(count):
        for _ in range(count):
            v[0] = (v[0] + v[1]) & _MASK
            v[1] = _rotate(v[1], 13) ^ v[0]
            v[0] = _rotate(v[0], 32)
            v[2] = (v[2] + v[3]) & _MASK
            v[3] = _rotate(v[3], 16) ^ v[2]
            v[0] = (v[0] + v[3]) & _MASK
            v[3] = _rotate(v[3], 21) ^ v[0]
            v[2] = (v[2] + v[1]) & _MASK
            v[1] = _rotate(v[1], 17) ^ v[2]
            v[2] = _rotate(v[2], 32)

    whole = len(data) // 8 * 8
    words = [int.from_bytes(data[i:i + 8], "little") for i in range(0, whole, 8)]
    words.append(int.from_bytes(data[whole:], "little") | (len(data) & 0xFF) << 56)
    for word in words:
        v[3] ^= word
        rounds(2)
        v[0] ^= word
    v[2] ^= 0xFF
    rounds(4)
    return v[0] ^ v[1] ^ v[2] ^ v[3]


def twin_of(note):
    """The path of a note's twin; None while its folder has no key."""
    key_file = pathlib.Path(note.parent, ".paravent")
    if not key_file.is_file():
        return None
    key = re.search(r'key = "([0-9a-f]{16})([0-9a-f]{16})"', key_file.read_text(encoding="utf-8"))
    number = siphash(int(key[2], 16), int(key[1], 16), note.name.encode())
    return note.with_name(f"partage-{number >> 32:08x}.md")


def without_header(text):
    """What a twin may be without the comment that says what it is: a line end may have been put before it, behind a front matter
    that had none."""
    found = re.search(rb"(?:\A|(?<=[\r\n]))<!-- paravent:twin [^\r\n]*-->(\r\n|\n)\1", text)
    if found is None:
        return set()
    before, after = text[:found.start()], text[found.end():]
    return {before + after, before.removesuffix(found[1]) + after}
