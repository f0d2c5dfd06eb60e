#!/usr/bin/env python3
"""What `./dev eval` takes for a regression, with made-up figures."""
import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]
import eval as evaluation
import regression
from report import run

BEFORE = {"leak-free": 0.95, "kept": 0.99, "PLATE F1": 1.0}


def found(now, error=0.01):
    return [row[0] for row in regression.regressions(BEFORE, now, {"leak-free": error, "kept": 0.0})]


def share(tallies):
    """Figures as score.py makes them: a share of all cases."""
    return {"leak-free": sum(right for right, _ in tallies) / sum(cases for _, cases in tallies)}


class Rule(unittest.TestCase):
    def test_what_rises_or_stays_is_none(self):
        self.assertEqual(found(BEFORE), [])
        self.assertEqual(found({**BEFORE, "leak-free": 0.97}), [])

    def test_a_fall_within_noise_is_none(self):
        self.assertEqual(found({**BEFORE, "leak-free": 0.941}), [])

    def test_a_fall_beyond_noise_is_one(self):
        self.assertEqual(found({**BEFORE, "leak-free": 0.939}), ["leak-free"])

    def test_less_noise_sees_smaller_falls(self):
        self.assertEqual(found({**BEFORE, "leak-free": 0.941}, error=0.005), ["leak-free"])

    def test_without_noise_a_fall_of_the_last_letter_is_none(self):
        self.assertEqual(found({**BEFORE, "kept": 0.9885}), [])
        self.assertEqual(found({**BEFORE, "kept": 0.9875}), ["kept"])

    def test_a_figure_that_is_gone_is_one(self):
        self.assertEqual(found({"leak-free": 0.95}), ["kept"])

    def test_figures_of_few_cases_are_not_held(self):
        self.assertEqual(found({**BEFORE, "PLATE F1": 0.0}), [])

    def test_figures_without_a_run_before_are_none(self):
        self.assertEqual(regression.regressions({}, BEFORE, {}), [])


class Noise(unittest.TestCase):
    def test_it_is_the_standard_error_of_a_share(self):
        # 100 notes of one case each, 80 right: sqrt(0.8 · 0.2 / 100) = 0.04.
        error = regression.noise([(1, 1)] * 80 + [(0, 1)] * 20, share)["leak-free"]
        self.assertAlmostEqual(error, 0.04, delta=0.006)

    def test_notes_that_are_alike_have_none(self):
        self.assertEqual(regression.noise([(9, 10)] * 20, share), {"leak-free": 0.0})

    def test_misses_that_stand_in_one_note_make_more_of_it(self):
        spread = regression.noise([(9, 10)] * 10, share)["leak-free"]
        heaped = regression.noise([(10, 10)] * 9 + [(0, 10)], share)["leak-free"]
        self.assertGreater(heaped, spread)

    def test_the_same_notes_give_the_same_noise(self):
        tallies = [(n % 4, 4) for n in range(30)]
        self.assertEqual(regression.noise(tallies, share), regression.noise(tallies, share))


class Run(unittest.TestCase):
    """The whole of eval.py over made-up results."""

    def exit_code(self, leak_free, *options, absent=False):
        result = None if absent else evaluation.Result({**BEFORE, "leak-free": leak_free}, [], {"leak-free": 0.01, "kept": 0.001})
        with tempfile.TemporaryDirectory() as folder:
            last, page = pathlib.Path(folder, "last-run.json"), pathlib.Path(folder, "MEASURES.md")
            last.write_text(json.dumps({"own-fr": BEFORE}))
            out = io.StringIO()
            with mock.patch.object(evaluation, "measure", lambda: {"own-fr": result}), mock.patch.object(evaluation, "LAST", last), \
                    mock.patch.object(evaluation, "PAGE", page), contextlib.redirect_stdout(out):
                code = evaluation.main(list(options))
            return code, out.getvalue(), json.loads(last.read_text())

    def test_it_fails_on_a_regression_and_names_it(self):
        code, printed, last = self.exit_code(0.90)
        self.assertEqual(code, 1)
        self.assertIn("own-fr: leak-free fell from 95.00 to 90.00", printed)
        self.assertEqual(last, {"own-fr": BEFORE})

    def test_it_passes_without_one(self):
        self.assertEqual(self.exit_code(0.945)[0], 0)

    def test_notes_that_are_absent_are_not_held(self):
        code, printed, _ = self.exit_code(0, absent=True)
        self.assertEqual(code, 0)
        self.assertIn("absent", printed)

    def test_save_takes_the_new_figures(self):
        code, _, last = self.exit_code(0.90, "--save")
        self.assertEqual(code, 0)
        self.assertEqual(last["own-fr"]["leak-free"], 0.90)


if __name__ == "__main__":
    run()
