#!/usr/bin/python3
"""The layer check must see a planted include that runs against an arrow."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECK = Path(__file__).resolve().parents[2] / "tools/check_layers.py"


def check(files: dict) -> subprocess.CompletedProcess:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return subprocess.run([sys.executable, CHECK, folder], capture_output=True, text=True)


class Layers(unittest.TestCase):
    def test_allowed(self):
        self.assertEqual(check({"check/a.cpp": '#include "base/text.hpp"\n#include <vector>\n'}).returncode, 0)

    def test_base_must_not_see_check(self):
        done = check({"base/text.cpp": '#include "check/check.hpp"\n'})
        self.assertEqual(done.returncode, 1)
        self.assertIn("base must not include check/check.hpp", done.stdout)

    def test_siblings(self):
        self.assertEqual(check({"bind/a.cpp": '#include "check/check.hpp"\n'}).returncode, 1)

    def test_third_party_outside_its_room(self):
        self.assertEqual(check({"bind/a.cpp": "#include <yaml-cpp/yaml.h>\n"}).returncode, 1)

    def test_unknown_room(self):
        self.assertEqual(check({"util/a.cpp": "\n"}).returncode, 1)


if __name__ == "__main__":
    unittest.main()
