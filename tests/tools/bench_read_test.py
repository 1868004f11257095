#!/usr/bin/python3
"""The measurement of the readers: its arithmetic by hand-worked figures, its data by readers that are not ours."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"
PEERS = TOOLS / "benching" / "peers"
sys.dont_write_bytecode = True
sys.path.insert(0, str(TOOLS))
from benching.list_ods import write_list_ods  # noqa: E402
from benching.list_rows import Counts  # noqa: E402
from benching.list_xls import write_list_xls  # noqa: E402
from benching.list_xlsx import write_list_xlsx  # noqa: E402
from benching.read_contest import Contestant, Round, find_difference, to_round  # noqa: E402
from benching.read_data import DataSet  # noqa: E402
from benching.read_table import Goal, memory_goals, pick_limit, ratios, time_goals, to_row  # noqa: E402
from benching.small_returns import write_small_returns  # noqa: E402
from benching.table import align  # noqa: E402


def line(work, reading, peak):
    return {"cpu_ns": work, "wall_ns": work * 2, "read_cpu_ns": reading, "read_wall_ns": reading, "peak_kib": peak}


def contestant(name, times, peak=1024):
    """Ran in the rounds that `times` names; reading took one millisecond."""
    return Contestant(name, [], rounds={at: Round(time, time * 2, time + 1, time * 2 + 1, peak) for at, time in times.items()})


class Arithmetic(unittest.TestCase):
    def test_a_round_is_the_median_of_its_repetitions_and_the_first_peak(self):
        found = to_round([line(9_000_000, 0, 100), line(3_000_000, 2_000_000, 700), line(4_000_000, 2_000_000, 700)])
        self.assertEqual(found, Round(4.0, 8.0, 6.0, 10.0, 100))

    def test_ratios_are_of_rounds_that_both_ran(self):
        self.assertEqual(ratios(contestant("ours", {0: 6, 1: 9, 2: 8}), contestant("limit", {0: 2, 2: 4}), "cpu"), [3.0, 2.0])

    def test_the_limit_is_the_faster_way(self):
        slow, fast = contestant("limit: igzip", {0: 5, 1: 5}), contestant("limit: libdeflate", {0: 4, 1: 4})
        self.assertIs(pick_limit([contestant("ours", {0: 1}), slow, fast]), fast)
        self.assertIsNone(pick_limit([contestant("ours", {0: 1}), Contestant("limit: igzip", [])]))

    def test_goal_takes_the_median_of_the_ratios(self):
        all_of_them = [contestant("ours", {0: 3, 1: 8, 2: 9}), contestant("limit: igzip", {0: 2, 1: 4, 2: 3})]
        goal, = time_goals("MANY", all_of_them, all_of_them[1])
        self.assertEqual((goal.found, goal.reached), (2.0, False))  # of 1.5, 2 and 3

    def test_two_threads_are_held_against_the_wall(self):
        one = contestant("ours, two threads", {0: 10})
        one.rounds[0].wall = 4.0
        goal, = time_goals("BIG", [one, contestant("limit: igzip", {0: 2})], contestant("limit: igzip", {0: 2}))
        self.assertEqual((goal.found, goal.reached), (1.0, True))

    def test_who_did_not_run_has_no_goal(self):
        self.assertEqual(time_goals("ODS", [Contestant("ours", [])], contestant("limit: igzip", {0: 2})), [])

    def test_memory_of_an_ods_is_growth_over_a_shorter_one(self):
        with tempfile.NamedTemporaryFile() as file:
            file.write(bytes(3 * 1024 * 1024))
            file.flush()
            data = DataSet("ODS", [Path(file.name)], Counts())
            goal, = memory_goals(data, [contestant("ours", {0: 1}, peak=12 * 1024)], 4 * 1024, 8 * 1024)
        self.assertEqual((goal.found, goal.reached), (1.0, True))  # 12 less 3 of the file, less 8

    def test_just_reached(self):
        self.assertTrue(Goal("", 1.6, 1.6).reached)
        self.assertFalse(Goal("", 1.6, float("nan")).reached)

    def test_left_out_says_why(self):
        absent = Contestant("xlrd", [], left_out="python3-xlrd is missing")
        self.assertEqual(to_row(absent, None, None, 0), ["xlrd", "left out: python3-xlrd is missing"])
        self.assertEqual(align([["a", "b", "c"], ["long", "1", "22"], ["x", "left out: y"]]),
                         ["a     b   c", "long  1  22", "x     left out: y"])

    def test_other_counts_are_seen(self):
        counts = Counts(3, 2, 0, 5)
        self.assertEqual(find_difference(counts, {**vars(counts), "peak_kib": 1}), "")
        self.assertEqual(find_difference(counts, {**vars(counts), "numbers": 1}), "numbers 1 instead of 2")


class Data(unittest.TestCase):
    """What the generators say is in a file is what another reader counts in it."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)

    def count(self, peer, files):
        done = subprocess.run([sys.executable, PEERS / peer, *files], capture_output=True, text=True, check=True)
        found = json.loads(done.stdout)
        return Counts(*(found[name] for name in ("cells", "numbers", "dates", "text_bytes")))

    def test_xlsx(self):
        path = self.folder / "a.xlsx"
        self.assertEqual(write_list_xlsx(path, 200), self.count("read_openpyxl.py", [path]))

    def test_small_returns(self):
        files, counts = write_small_returns(self.folder, 3)
        self.assertEqual(counts, self.count("read_openpyxl.py", files))

    def test_xls(self):
        path = self.folder / "a.xls"
        counts = write_list_xls(path, 200)
        self.assertEqual(counts, self.count("read_xlrd.py", [path]))
        # All formats hold the same rows.
        self.assertEqual(counts, write_list_ods(self.folder / "a.ods", 200))
        self.assertEqual(counts, write_list_xlsx(self.folder / "a.xlsx", 200))

    def test_same_bytes_every_time(self):
        for name, write in (("xlsx", write_list_xlsx), ("ods", write_list_ods), ("xls", write_list_xls)):
            one, two = self.folder / f"1.{name}", self.folder / f"2.{name}"
            write(one, 50)
            write(two, 50)
            self.assertEqual(one.read_bytes(), two.read_bytes(), name)


if __name__ == "__main__":
    unittest.main()
