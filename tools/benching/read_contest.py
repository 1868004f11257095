"""Runs the contestants of `tools/bench read` against each other, round by round, so that all of them meet the same weather."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

REPEAT = 5  # times in one process and one round; their median is the round's figure
PEERS_EVERY = 4  # rounds: peers are slow
PEER_SECONDS = 600
PEERS = Path(__file__).resolve().parent / "peers"
SHEETJS = "xlsx@0.18.5"


@dataclass
class Round:
    """Medians over the repetitions of one process. *Units*: milliseconds; `whole_` with reading the file; peak in KiB."""
    cpu: float
    wall: float
    whole_cpu: float
    whole_wall: float
    peak: int


@dataclass
class Contestant:
    """`left_out` says why, where it does not run."""
    name: str
    command: list
    env: dict = field(default_factory=dict)
    every: int = 1  # rounds
    counts: bool = True  # it counts cells: held against the generator's counts
    rounds: dict = field(default_factory=dict)  # by number of the round
    left_out: str = ""
    wrong: str = ""


def to_round(lines):
    """The lines that one process printed. The peak is that of the first repetition: later ones may only use what is freed."""
    def middle(*keys):
        return median(sum(line[key] for key in keys) for line in lines) / 1e6
    return Round(middle("cpu_ns"), middle("wall_ns"), middle("cpu_ns", "read_cpu_ns"), middle("wall_ns", "read_wall_ns"),
                 lines[0]["peak_kib"])


def find_difference(expected, line):
    """What a reader counted otherwise than the generator; empty where nothing."""
    return ", ".join(f"{name} {line[name]} instead of {value}" for name, value in vars(expected).items() if line[name] != value)


def run_once(contestant, data, number):
    try:
        done = subprocess.run(contestant.command, env={**os.environ, **contestant.env}, capture_output=True, text=True,
                              timeout=PEER_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        contestant.left_out = f"took longer than {PEER_SECONDS} s"
        return
    except OSError as error:
        contestant.left_out = str(error)
        return
    if done.returncode != 0:
        contestant.left_out = (done.stderr.strip().splitlines() or ["failed"])[-1]
        return
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if contestant.counts:
        contestant.wrong = contestant.wrong or find_difference(data.counts, lines[0])
    contestant.rounds[number] = to_round(lines)


def run_rounds(contestants, data, rounds, say):
    """Every contestant once a round, every second round backwards."""
    for number in range(rounds):
        for contestant in contestants[::-1] if number % 2 else contestants:
            if number % contestant.every == 0 and not contestant.left_out:
                run_once(contestant, data, number)
        say(f"{data.name}: round {number + 1} of {rounds}")


def files_argument(data, cache):
    if len(data.files) == 1:
        return str(data.files[0])
    listed = Path(cache) / f"{data.name}.list"
    listed.write_text("".join(f"{path}\n" for path in data.files), encoding="utf-8")
    return f"@{listed}"


def own_contestants(program, data, cache):
    """`ours`, and the limit: for zip in both ways of inflating, the faster of which counts."""
    files = files_argument(data, cache)

    def driver(name, mode, *more, counts=False):
        return Contestant(name, [str(program), mode, files, "--repeat", str(REPEAT), *more], counts=counts)
    contestants = [driver("ours", "ours", counts=True)]
    if data.name == "BIG":
        contestants.append(driver("ours, two threads", "ours", "--threads", "2", counts=True))
    if data.name == "XLS":
        return [*contestants, driver("limit: touch", "touch")]
    return [*contestants, driver("limit: igzip", "inflate", "--with", "igzip"),
            driver("limit: libdeflate", "inflate", "--with", "libdeflate")]


def empty_process(program):
    """*Units*: KiB at the peak of a process that links the same and reads nothing."""
    done = subprocess.run([program, "empty", "--repeat", "1"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["peak_kib"]


def peak_of(program, data, cache):
    """*Units*: KiB; None where ours cannot read it."""
    done = subprocess.run([program, "ours", files_argument(data, cache)], capture_output=True, text=True, check=False)
    return json.loads(done.stdout)["peak_kib"] if done.returncode == 0 else None


def has_module(name):
    return subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True, check=False).returncode == 0


def sheetjs_folder(cache, say):
    """(folder, why not): where node finds SheetJS; installed once."""
    folder = Path(cache) / "sheetjs"
    modules = folder / "node_modules"
    if (modules / "xlsx").is_dir():
        return modules, "" if shutil.which("node") else "node is missing (package nodejs)"
    missing = [tool for tool in ("node", "npm") if not shutil.which(tool)]
    if missing:
        return modules, f"{' and '.join(missing)} missing (packages nodejs, npm)"
    say(f"installing {SHEETJS}")
    done = subprocess.run(["npm", "install", "--prefix", folder, SHEETJS, "--no-audit", "--no-fund"], capture_output=True, text=True,
                          check=False)
    return modules, "" if done.returncode == 0 else f"npm could not install {SHEETJS}"


def peer_contestants(data, cache, say):
    files = files_argument(data, cache)
    peers = []
    for module, data_names in (("openpyxl", ("BIG", "MANY")), ("xlrd", ("XLS",))):
        if data.name in data_names:
            peer = Contestant("openpyxl, read-only" if module == "openpyxl" else module,
                              [sys.executable, str(PEERS / f"read_{module}.py"), files], every=PEERS_EVERY)
            peer.left_out = "" if has_module(module) else f"python3-{module} is missing"
            peers.append(peer)
    modules, why = sheetjs_folder(cache, say)
    peers.append(Contestant("SheetJS", ["node", "--max-old-space-size=16000", str(PEERS / "read_sheetjs.js"), files],
                            env={"NODE_PATH": str(modules)}, every=PEERS_EVERY, left_out=why))
    return peers
