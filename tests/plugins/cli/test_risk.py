#!/usr/bin/env python3
"""`paravent risk`: who could be recognised, on the real binary and real files."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from command_line import CommandLine
from report import run as run_tests

TELLING = "Vu Claire Dupont, DRH chez LVMH à Limoges, 52 ans.\n"
QUIET = "Vu Claire Dupont, infirmière.\n"


class Risk(CommandLine):
    def risk(self, *arguments, **options):
        done = self.paravent("risk", "--format", "json", *arguments, **options)
        return done, [json.loads(line) for line in done.stdout.decode().splitlines()]

    def test_one_json_line_per_input_in_the_order_given(self):
        empty, telling = self.write("b.md", "Il pleut.\n"), self.write("a.md", TELLING)
        done, rows = self.risk(empty, telling)
        self.assertEqual([row["file"] for row in rows], [str(empty), str(telling)])
        self.assertEqual(rows[0]["people"], [])
        self.assertEqual(done.returncode, 1)
        person = rows[1]["people"][0]
        self.assertEqual(set(person), {"entity", "start", "end", "grade", "estimate", "combination", "facts", "changes", "message"})
        self.assertEqual(person["grade"], "very-few")
        self.assertEqual(person["combination"], "DRH + grand groupe de luxe + Limoges + 52 ans")
        self.assertEqual([fact["trait"] for fact in person["facts"]], ["role", "employer", "place", "age"])
        self.assertTrue(person["changes"])
        self.assertNotIn("LVMH", done.stdout.decode())

    def test_offsets_are_bytes_of_the_file_as_it_is(self):
        for encoding, bom in (("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("cp1252", b"")):
            raw = bom + TELLING.encode(encoding)
            _, rows = self.risk(self.write(f"{encoding}.md", raw))
            person = rows[0]["people"][0]
            self.assertEqual(raw[person["start"]:person["end"]].decode(encoding), "Claire Dupont")
            self.assertEqual(raw[person["facts"][2]["start"]:person["facts"][2]["end"]].decode(encoding), "Limoges")

    def test_exit_code_tells_nobody_somebody_or_failure(self):
        quiet, telling = self.write("q.md", QUIET), self.write("t.md", TELLING)
        self.assertEqual(self.paravent("risk", quiet).returncode, 0)
        self.assertEqual(self.paravent("risk", quiet, telling).returncode, 1)
        done = self.paravent("risk", self.home / "absent.md", telling)
        self.assertEqual(done.returncode, 2)
        self.assertIn("Claire Dupont", done.stdout.decode(), "the other input is still told")

    def test_words_for_people_in_both_languages_promise_nothing(self):
        telling, empty = self.write("t.md", TELLING), self.write("e.md", "Il pleut.\n")
        french = self.paravent("risk", telling, empty, locale="fr_FR.UTF-8").stdout.decode()
        self.assertIn("1:4  Claire Dupont", french)
        self.assertIn("très peu de personnes (moins de 10)", french)
        self.assertIn("relisez", french)
        english = self.paravent("risk", telling, empty, locale="en_GB.UTF-8").stdout.decode()
        self.assertIn("large luxury group", english)
        self.assertIn("very few people (fewer than 10)", english)
        self.assertIn("read it again", english)

    def test_the_anonymised_copy_tells_less_and_is_assessed_as_it_would_be_shared(self):
        note = self.write("t.md", TELLING)
        _, before = self.risk(note)
        done, after = self.risk("--anonymised", note)
        told = after[0]["people"][0]
        self.assertGreater(told["estimate"], before[0]["people"][0]["estimate"])
        for gone in ("Limoges", "Claire", "52"):
            self.assertNotIn(gone, done.stdout.decode())
        copy = self.paravent("anonymise", note).stdout
        fact = next(fact for fact in told["facts"] if fact["trait"] == "employer")
        self.assertEqual(copy[fact["start"]:fact["end"]].decode(), fact["text"])

    def test_standard_input(self):
        done, rows = self.risk("-", stdin=TELLING.encode())
        self.assertEqual((rows[0]["file"], len(rows[0]["people"]), done.returncode), ("-", 1, 1))


if __name__ == "__main__":
    run_tests()
