"""Three nights over a made-up province, and the proof that every return counted."""

import json
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from time import monotonic

from .limit import Limit, measure_limit
from .measure import BenchError, Cost, measure
from .province import NIGHTS, change_some, make_province

SCRIPT = Path(__file__).resolve().parent / "plain_script.py"
SCRIPT_MOST = 1000  # above it the script reads a tenth of the files


@dataclass
class Bench:
    """One round. *Units*: `script_seconds` scaled to all returns; `idle_kib` is the peak of `huizong --version`."""
    returns: int
    made_seconds: float
    nights: list  # of Cost
    changed: int
    limit: Limit
    changed_limit: Limit
    script: Cost
    script_files: int
    idle_kib: int
    province: object
    changed_files: list

    @property
    def script_seconds(self):
        return self.script.seconds * self.returns / self.script_files

    def limit_seconds(self, night):
        """Every night must read and hash all files; inflating is owed for the new ones only."""
        inflate = (self.limit.inflate_seconds, self.changed_limit.inflate_seconds, 0)[night]
        return self.limit.read_seconds + inflate


def check_status(province, periods, night):
    """*Errors*: BenchError unless every return of every period stands accepted."""
    for year, files in periods.items():
        path = province.workspace / "reports" / year / "status.json"
        if not path.exists():
            raise BenchError(f"night {night + 1}: no reports/{year}/status.json")
        units = json.loads(path.read_text(encoding="utf-8"))["units"]
        states = {}
        for unit in units:
            if unit["file"]:
                states[unit["state"]] = states.get(unit["state"], 0) + 1
        if states != {"accepted": len(files)}:
            shown = [f'{unit["file"]}: {unit["state"]} {unit["findings"]}' for unit in units
                     if unit["file"] and unit["state"] != "accepted"][:5]
            raise BenchError(f"night {night + 1}, {year}: {len(files)} returns dropped, but {states}\n  " + "\n  ".join(shown))


def revenue_of_script(output):
    last = output.strip().splitlines()[-1]
    return Decimal(last.split("营业收入=")[1].split("\t")[0])


def check_revenue(province, year, expected):
    """*Errors*: BenchError unless the province's revenue is what the plain script adds up."""
    path = province.workspace / "reports" / year / "summary" / "base-summary.json"
    rows = json.loads(path.read_text(encoding="utf-8"))["rows"]
    values = next(row for row in rows if row["level"] == "province")["values"]
    found = Decimal(next(value for name, value in values.items() if name.endswith("营业收入")))
    if abs(found - expected) > Decimal("0.005"):
        raise BenchError(f"{year}: 营业收入 is {found} in the summary and {expected} in the plain script")


def run_script(files, folder):
    names = Path(folder) / "script-files.txt"
    names.write_text("\n".join(map(str, files)) + "\n", encoding="utf-8")
    cost = measure([sys.executable, SCRIPT, names], folder)
    if cost.status != 0:
        raise BenchError(f"the plain script failed: {cost.output[-500:]}")
    return cost


def run_night(program, province, night, periods):
    env = {"HUIZONG_DATA": str(province.data), "NO_COLOR": "1"}
    cost = measure([program, "--workspace", province.workspace, "--quiet", "run", "--now", NIGHTS[night]], province.root, env)
    if cost.status != 0:
        raise BenchError(f"night {night + 1}: huizong run ended with {cost.status}: {cost.output[-1500:]}")
    check_status(province, periods, night)
    return cost


def run_bench(program, source, root, count, with_base, say):
    """Makes the returns, runs three nights and the script. *Errors*: BenchError where anything but success was measured."""
    start = monotonic()
    province = make_province(root, source, count, with_base)
    made = monotonic() - start
    files = province.files + province.base
    periods = {"2024": province.files, **({"2023": province.base} if with_base else {})}
    say(f"{len(files)} returns made in {made:.1f} s")
    limit = measure_limit(files)
    script_files = files if len(files) <= SCRIPT_MOST else files[::10]
    script = run_script(script_files, root)
    idle = measure([program, "--version"], root).peak_kib
    nights = [run_night(program, province, 0, periods)]
    if len(script_files) == len(files) and not with_base:
        check_revenue(province, "2024", revenue_of_script(script.output))
    changed = change_some(province)
    nights.append(run_night(program, province, 1, periods))
    nights.append(run_night(program, province, 2, periods))
    return Bench(len(files), made, nights, len(changed), limit, measure_limit(changed), script, len(script_files), idle,
                 province, changed)
