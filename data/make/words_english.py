"""english_words: the common English words, folded, without possessives."""
from common import fold, is_key, paths, write_sections


def main():
    packages, tables = paths()
    folder = packages / "scowl/usr/share/dict/scowl"
    words = set()
    for kind in ("english", "american", "british"):
        for size in (10, 20, 35, 40, 50):
            path = folder / f"{kind}-words.{size}"
            if path.exists():
                words.update(fold(w) for w in path.read_text(encoding="latin-1").split() if not w.endswith("'s"))
    write_sections(
        tables / "english_words.words",
        ["English words of SCOWL sizes 10 to 50 (English, American, British), folded, without possessives",
         "source: Debian package scowl 2020.12.07-2",
         "licence: SCOWL notice (permissive)",
         "attribution: SCOWL © Kevin Atkinson and others"],
        "words_english", [("english", {w for w in words if is_key(w)})])


if __name__ == "__main__":
    main()
