#!/usr/bin/python3
"""The gallery's test must fail where a case is gone, where a rule waits and has one, and where words change."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from workspace import Report, temporary_folder  # noqa: E402


def gallery_test(program, gallery, *options):
    return subprocess.run(["/usr/bin/python3", HERE / "run.py", "--program", program, "--gallery", gallery, *options],
                          capture_output=True, text=True, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    program = parser.parse_args().program.resolve()
    report = Report("findings/self_test")
    with temporary_folder() as folder:
        gallery = folder / "gallery"
        shutil.copytree(HERE, gallery)
        whole = gallery_test(program, gallery, "--only-gaps")
        report.expect(whole.returncode == 0, f"the gallery as it is has gaps: {whole.stdout}")

        for rule in ("cell.not-a-number", "qinghai/growth-filed"):
            shutil.move(gallery / rule, folder / "away")
            gone = gallery_test(program, gallery, "--only-gaps")
            report.equal(gone.returncode, 1, f"exit status without the case {rule}")
            report.expect(f"FAILED {rule}: has no folder" in gone.stdout, f"names the missing {rule}: {gone.stdout}")
            shutil.move(folder / "away", gallery / rule)

        with open(gallery / "not_yet.txt", "a", encoding="utf-8") as waiting:
            waiting.write("cell.not-a-number is said to wait although it has a folder\n")
        both = gallery_test(program, gallery, "--only-gaps")
        report.equal(both.returncode, 1, "exit status where a waiting rule has a folder")

        expected = gallery / "cell.not-a-number" / "expected.zh.txt"
        expected.write_text(expected.read_text(encoding="utf-8").replace("数字", "数码", 1), encoding="utf-8")
        words = gallery_test(program, gallery, "cell.not-a-number")
        report.equal(words.returncode, 1, "exit status where the words differ")
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
