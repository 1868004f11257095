#!/usr/bin/python3
"""The fidelity tool must see what is planted (a lost, a wrong, an extra, a disputed cell, a crash, a hang), and nothing else."""

import json
import sys
import tempfile
import unittest
from datetime import datetime
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
from fidelities import alike, judge, kinds, pages, table, truth  # noqa: E402
from fidelities.alike import Terms  # noqa: E402
from fidelities.compare import Sheet, compare  # noqa: E402
from fidelities.corpus import File, list_files  # noqa: E402
from fidelities.launch import Launcher  # noqa: E402
from fidelities.peer import Peer  # noqa: E402


def book(cells, name="一季度"):
    return {"sheets": [{"name": name, "cells": [[ref, kind, value] for ref, (kind, value) in cells.items()]}]}


CELLS = {"A1": ("s", "县区"), "B1": ("n", 12.5), "C1": ("b", True), "D1": ("e", "#DIV/0!"), "E1": ("d", 45292.0)}


def tally(ours, *readers, kind="xlsx", name="一季度"):
    return compare([Sheet(name, ours)], [book(cells) for cells in readers], Terms(kind))


class Compared(unittest.TestCase):
    def counts(self, result):
        return result.truth, result.lost, result.wrong, result.extra, result.disputed, result.odd

    def test_equal(self):
        result = tally(CELLS, CELLS, CELLS)
        self.assertEqual(self.counts(result), (5, 0, 0, 0, 0, 0))
        self.assertTrue(result.equal)

    def test_lost(self):
        ours = {ref: cell for ref, cell in CELLS.items() if ref != "B1"}
        result = tally(ours, CELLS, CELLS)
        self.assertEqual(self.counts(result), (5, 1, 0, 0, 0, 0))
        self.assertFalse(result.equal)
        self.assertEqual(result.examples, [{"what": "lost", "sheet": "一季度", "ref": "B1", "ours": None, "truth": ("n", 12.5)}])

    def test_wrong(self):
        self.assertEqual(tally({"A1": ("s", "x")}, {"A1": ("s", "\ufffd")}, {"A1": ("s", "\ufffd")}).disputed, 1)
        for planted in (("n", 12.500000000001), ("s", "12.5"), ("d", 12.6), ("b", True)):
            self.assertEqual(self.counts(tally({**CELLS, "B1": planted}, CELLS, CELLS)), (5, 0, 1, 0, 0, 0), planted)
        for ref, planted in (("A1", ("s", "县区 ")), ("C1", ("b", False)), ("C1", ("n", 1)), ("D1", ("e", "#N/A"))):
            self.assertEqual(self.counts(tally({**CELLS, ref: planted}, CELLS, CELLS)), (5, 0, 1, 0, 0, 0), planted)

    def test_extra(self):
        result = tally({**CELLS, "F9": ("n", 0)}, CELLS, CELLS)
        self.assertEqual(self.counts(result), (5, 0, 0, 1, 0, 0))
        self.assertFalse(result.equal)

    def test_a_cell_of_one_reader_is_disputed(self):
        more = {**CELLS, "F9": ("n", 7.0)}
        self.assertEqual(self.counts(tally(more, more, CELLS)), (5, 0, 0, 0, 1, 0))
        self.assertEqual(self.counts(tally(CELLS, more, CELLS)), (5, 0, 0, 0, 1, 0))
        self.assertEqual(self.counts(tally({**CELLS, "F9": ("n", 8.0)}, more, CELLS)), (5, 0, 0, 0, 1, 1))
        self.assertEqual(self.counts(tally(CELLS, more, {**CELLS, "F9": ("s", "7")})), (5, 0, 0, 0, 1, 1))

    def test_kind_of_a_date_is_told_apart_from_its_value(self):
        result = tally({**CELLS, "E1": ("n", 45292)}, CELLS, CELLS)
        self.assertTrue(result.equal)
        self.assertEqual(result.date_kind, 1)

    def test_sheets_of_other_names(self):
        result = tally(CELLS, CELLS, CELLS, name="Sheet1")
        self.assertTrue(result.equal)
        self.assertEqual(result.sheets_renamed, 1)
        both = {"sheets": book(CELLS)["sheets"] + book({"A1": ("n", 1.0)}, "二季度")["sheets"]}
        self.assertEqual(compare([Sheet("一季度", CELLS)], [both, both], Terms("xlsx")).lost, 1)
        self.assertEqual(compare([Sheet("二季度", {"A1": ("n", 1)}), Sheet("一季度", CELLS)], [both, both], Terms("xlsx")).lost, 0)

    def test_one_reader_is_the_truth_of_csv(self):
        self.assertEqual(self.counts(tally({"A1": ("s", "1")}, {"A1": ("s", "1"), "B1": ("s", "2")}, kind="csv")), (2, 1, 0, 0, 0, 0))


class Alike(unittest.TestCase):
    def test_doubles(self):
        self.assertTrue(alike.numbers_alike(1e10, 1e10 + 1e-5))
        self.assertFalse(alike.numbers_alike(1e10, 1e10 + 1e-3))
        self.assertFalse(alike.numbers_alike(0.0, 1e-300))

    def test_csv_export(self):
        for cell, text in ((("n", 2 / 3), "0.666666666666667"), (("n", 0.05), "5%"), (("b", True), "TRUE"), (("e", "#N/A"), "#N/A"),
                           (("n", 45292.0), "2024-01-01"), (("n", 45292.25), "01/01/2024 06:00:00 AM"), (("n", 43830.0), "2024-01-01"),
                           (("n", 0.25), "12/30/1899"), (("n", 1.0), "1900-01-01"), (("n", 0.75), "06:00:00 PM"), (("s", "a\nb"), "a\r\nb")):
            self.assertTrue(alike.csv_agrees(cell, text), (cell, text))
        for cell, text in ((("n", 0.6667), "0.666666666666667"), (("n", 45293.0), "2024-01-01"), (("n", 45291.9), "2024-01-01"),
                           (("s", "a"), "b"), (("b", True), "FALSE"), (("n", 0.25), "06:00:00 PM"), (("n", 1.0), "")):
            self.assertFalse(alike.csv_agrees(cell, text), (cell, text))

    def test_one_moment(self):
        for ours, theirs, written, date1904 in ((0.42372828, 0.4237268, "10:10:10", False), (1, 2, "01/01/1900", False),
                                                (1, 1463, "01/02/1904", True)):
            self.assertTrue(alike.same_moment(("d", ours), ("n", theirs), written, date1904), written)
        for ours, theirs, written, date1904 in ((0.4238, 0.4237268, "10:10:10", False), (1, 1463, "01/02/1904", False),
                                                (45292, 45293, "2024-01-02", False), (0.5, 0.6, "0.6", False)):
            self.assertFalse(alike.same_moment(("d", ours), ("n", theirs), written, date1904), written)

    def test_marks_of_fonts(self):
        for ours, theirs, same in (("CO₂", "CO2", True), ("5̶9̶", "59", True), ("m²", "m²", True), ("m²", "m3", False), ("m2", "m²", False)):
            self.assertEqual(alike.like_truth(("s", ours), [("s", theirs), ("s", theirs)], Terms("xls")), same, ours)

    def test_html(self):
        self.assertTrue(alike.html_alike(("n", 1234.5), ("s", " 1,234.5 ")))
        self.assertTrue(alike.html_alike(("s", "县 区"), ("s", "县\u00a0\n区")))
        self.assertFalse(alike.html_alike(("n", 1234.5), ("s", "1,234")))


PROGRAM = """#!/bin/sh
case $(basename "$4") in
  hang*) sleep 60 ;;
  crash*) kill -SEGV $$ ;;
  refuse*) echo 'huizong: the file cannot be read: it is cut off' >&2; exit 1 ;;
  *) printf '{"sheet":"s","ref":"A1","type":"s","value":"a"}\\n' ;;
esac
"""


class Pages(unittest.TestCase):
    def test_rows_are_matched_across_sheets(self):
        model = {"sheets": book({"A1": ("s", "县"), "B1": ("s", "数")}, "Sheet1")["sheets"] +
                 book({"A2": ("s", "市"), "C2": ("s", " "), "A4": ("s", "省"), "B4": ("s", "9")}, "Sheet2")["sheets"]}
        page = book({"A1": ("t", "标题"), "B3": ("t", "县"), "C3": ("t", "数"), "A5": ("t", "市"), "A6": ("t", "省"), "B6": ("t", "8")})
        self.assertEqual(pages.lay_out(model, page)["sheets"][0]["cells"],
                         [("A1", "t", "县"), ("B1", "t", "数"), ("A2", "t", "市"), ("A3", "t", "省"), ("B3", "t", "8")])
        self.assertEqual([cell[0] for cell in pages.on_one_sheet(model)["sheets"][0]["cells"]], ["A1", "B1", "A2", "A3", "B3"])


class Judged(unittest.TestCase):
    """A stand-in for the program, and answers of a reader planted in the cache."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        root = Path(cls.folder.name)
        (root / "program").write_text(PROGRAM)
        (root / "program").chmod(0o755)
        judge.SECONDS = 0.5
        judge.Worker.launcher, judge.Worker.program, judge.Worker.cache = Launcher(), str(root / "program"), root / "cache"
        cls.root = root

    @classmethod
    def tearDownClass(cls):
        judge.Worker.launcher.close()
        cls.folder.cleanup()

    def judged(self, name, cells):
        path = self.root / f"{name} 填报.csv"
        path.write_text("a\n")
        file = File(path, "collection", path.name, "csv", name.ljust(64, "0"), 2)
        judge.truth.keep(judge.truth.answer_path(self.root / "cache", "csv", file), book(cells))
        return judge.judge(file)

    def test_states(self):
        for name, state, equal in (("plain", "read", True), ("refuse", "refused", False), ("crash", "crashed", False),
                                   ("hang", "hung", False)):
            result = self.judged(name, {"A1": ("s", "a")})
            self.assertEqual((result["state"], result["equal"]), (state, equal), json.dumps(result))
        self.assertEqual(self.judged("refuse", {})["reason"], "the file cannot be read: it is cut off")
        self.assertEqual(self.judged("refuse", {"A1": ("s", "a")})["tally"]["lost"], 1)

    def test_verdict_and_table(self):
        good, bad = self.judged("plain", {"A1": ("s", "a")}), self.judged("planted", {"A1": ("s", "b")})
        self.assertTrue(table.passed([good], 99.7))
        self.assertFalse(table.passed([good, bad], 99.7))
        self.assertTrue(table.passed([good, {**bad, "sha256": "34dabf3b7cb6"}], 99.7))  # the truth of that file is none
        self.assertFalse(table.passed([good, {**bad, "sha256": "5aa65f91139a"}], 99.7))  # has a reason, but not that one
        self.assertFalse(table.passed([good] * 1000 + [self.judged("crash", {})], 99))
        self.assertIn('wrong 一季度!A1: ours s "a", theirs s "b"', table.to_text([good, bad]))
        self.assertRegex(table.to_text([good, bad]), r"(?m)^all +csv +2 +2 +1 +50\.00 ")


class Readers(unittest.TestCase):
    """Those of the readers that the tests need anyway: openpyxl and Python's csv."""

    def read(self, name, reader, fill):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            fill(path)
            cache = Path(folder, "cache")
            file = File(path, "collection", name, path.suffix[1:], "0" * 64, 1)
            truth.ask_peer(reader, [file], cache, lambda *_: None)
            return truth.load(cache, reader, file)

    def test_openpyxl_keeps_what_is_stored(self):
        def fill(path):
            workbook = openpyxl.Workbook()
            workbook.active.append([datetime(2024, 1, 1, 6), 0.1, "_x005F_x0041_", True, None, "甲"])
            workbook.active.merge_cells("A2:B2")
            workbook.save(path)
        sheets = self.read("a.xlsx", "openpyxl", fill)["sheets"]
        self.assertEqual(sheets, [{"name": "Sheet", "cells": [["A1", "d", 45292.25], ["B1", "n", 0.1], ["C1", "s", "_x0041_"],
                                                               ["D1", "b", True], ["F1", "s", "甲"]]}])

    def test_csv_is_text_in_the_encoding_it_has(self):
        for data in ("名称;数\r\n甲;1,5\r\n".encode("gb18030"), "\ufeff名称\t数\n甲\t1,5\n".encode("utf-16-le"), "名称,数\n甲,\"1,5\"\n".encode(),
                     "sep=|\n名称|数\n甲|1,5\n".encode()):
            book = self.read("a.csv", "csv", lambda path: path.write_bytes(data))
            self.assertEqual(book["sheets"][0]["cells"], [["A1", "s", "名称"], ["B1", "s", "数"], ["A2", "s", "甲"], ["B2", "s", "1,5"]])

    def test_a_reader_that_fails_is_an_answer(self):
        self.assertIn("BadZipFile", self.read("a.xlsx", "openpyxl", lambda path: path.write_bytes(b"PK\3\4 broken"))["error"])
        self.assertEqual(Peer(["sleep", "60"]).ask({}, 0.2), {"error": "the reader ran out of time"})
        self.assertEqual(Peer(["false"]).ask({}, 5), {"error": "the reader died"})


class Kinds(unittest.TestCase):
    def test_content_tells(self):
        for name, data, kind in (("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "html"), ("a.csv", b"a,b\n", "csv"),
                                 ("a.md", b"a, b\n", "other"), ("a.xls", b"", "empty"), ("a.xlsx", b"PK\3\4 broken", "xlsx"),
                                 ("a.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "xml"),
                                 ("a.xls", bytes.fromhex("0908080000051000") + bytes(16), "xls"),
                                 ("a.xls", bytes.fromhex("0904070000041000") + bytes(16), "other"),
                                 ("a.xls", bytes.fromhex("0900040002001000") + bytes(16), "xls"), ("a.csv", b"\0\1\2", "other")):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, name)
                path.write_bytes(data)
                self.assertEqual(kinds.kind_of(path, data), kind, (name, data))

    def test_folder(self):
        with tempfile.TemporaryDirectory(prefix="表 格") as folder:
            Path(folder, ".git").mkdir()
            for name in ("甲 乙.csv", ".hidden.csv", ".git/c.csv"):
                Path(folder, name).write_text("a,b\n")
            self.assertEqual([file.name for file in list_files([folder])], ["甲 乙.csv"])


if __name__ == "__main__":
    unittest.main()
