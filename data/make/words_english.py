"""english_words: the common English words, folded, without possessives, in bands of how common they are."""
from common import fold, is_key, paths, write_sections


def main():
    packages, tables = paths()
    folder = packages / "scowl/usr/share/dict/scowl"
    sections, seen = [], set()
    for band, sizes in ((3, (10,)), (2, (20, 35)), (1, (40, 50))):
        words = set()
        for kind in ("english", "american", "british"):
            for size in sizes:
                path = folder / f"{kind}-words.{size}"
                if path.exists():
                    words.update(fold(w) for w in path.read_text(encoding="latin-1").split() if not w.endswith("'s"))
        sections.append((f"band={band}", {w for w in words - seen if is_key(w)}))
        seen |= words
    write_sections(
        tables / "english_words.words",
        ["English words of SCOWL (English, American, British), folded, without possessives. band: 3 size 10, 2 sizes 20 and 35,",
         "1 sizes 40 and 50",
         "source: Debian package scowl 2020.12.07-2",
         "licence: SCOWL notice (permissive)",
         "attribution: SCOWL © Kevin Atkinson and others"],
        "words_english", sections)


if __name__ == "__main__":
    main()
