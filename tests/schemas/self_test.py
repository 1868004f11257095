#!/usr/bin/python3
"""run.py names the word that is missing: in the JSON Schema, in the parser, in the documentation, in a file."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

# name: file, what is replaced, by what, a part of the message
PLANTED = {
    "a new word of the parser": ("src/schema/form_parse.cpp", '"unitLine",', '"unitLine", "colour",', "knows “colour”"),
    "a word that the parser lost": ("src/schema/form_rules.cpp", ', "forEach"}', "}", "does not know “forEach”"),
    "a new value of a word": ("src/schema/form_field.cpp", '{"flow", {', '{"rate", {Additivity::ratio}}, {"flow", {', "knows “rate”"),
    "a map with words that are not listed in place": ("src/schema/pack_parse.cpp", '{"name", "code"});', "words);", "not listed in place"),
    "a word without a description": ("schemas/pack.schema.json", "名称。 Its title.", "", "wants a description"),
    "a word that the documentation lost": ("schemas/README.md", "`levelsDiffer`", "levels", "does not tell of `levelsDiffer`"),
    "a wrong word in a file": ("schemas/shanxi/staff-list.yaml", "titleWords:", "titelWords:", "titelWords"),
    "a file that names no schema": ("schemas/shanxi/staff-list.yaml", "# yaml-language-server", "# language-server", "first line"),
}


def main():
    faults = 0
    for name, (file, old, new, message) in PLANTED.items():
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder)
            for part in ("schemas", "src/schema", "docs/examples"):
                shutil.copytree(ROOT / part, source / part)
            text = (source / file).read_text(encoding="utf-8")
            (source / file).write_text(text.replace(old, new), encoding="utf-8")
            result = subprocess.run([sys.executable, HERE / "run.py", "--source", source], capture_output=True, text=True, encoding="utf-8")
            if old not in text or result.returncode != 1 or message not in result.stdout + result.stderr:
                print(f"{name}: not found, exit status {result.returncode}:\n{result.stdout}{result.stderr}")
                faults += 1
    print(f"{len(PLANTED)} planted, {faults} not found")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
