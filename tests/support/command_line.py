"""What every test of the command line starts from: a home of its own with the files that the test writes."""
import json
import pathlib
import tempfile
import unittest

import paravent

NOTE = "Vu Claire Dupont, DRH chez LVMH. Son numéro : 06 39 98 00 01.\n"


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.home = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, content):
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def paravent(self, *arguments, **options):
        return paravent.run(self.home, *arguments, **options)

    def findings(self, *arguments, **options):
        done = self.paravent("check", "--format", "json", *arguments, **options)
        return done, [json.loads(line) for line in done.stdout.decode().splitlines()]
