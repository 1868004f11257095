"""What huizong says about files: findings and figures of `check --ledger --json`, many files a call."""

import json
import subprocess
from dataclasses import dataclass, field

BATCH = 100


@dataclass
class Told:
    """One file: its entries' states, findings, and the figures of their ledgers by (sheet, cell)."""

    states: list = field(default_factory=list)
    findings: list = field(default_factory=list)
    figures: dict = field(default_factory=dict)  # (sheet, cell) -> [entry, …]: a cell may hold several


def ask(program, pack, paths, folder):
    """By path, as given: relative to `folder`."""
    out = {path: Told() for path in paths}
    for start in range(0, len(paths), BATCH):
        command = [str(program), "check", "--pack", pack, "--ledger", "--json", *paths[start : start + BATCH]]
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=600)
        if done.returncode not in (0, 1):
            raise SystemExit(f"messy: huizong ended with {done.returncode}: {done.stderr.decode()[:500]}")
        for entry in json.loads(done.stdout)["files"]:
            _add(out[entry["file"]], entry)
    return out


def _add(told, entry):
    told.states.append(entry["state"])
    told.findings += entry["findings"]
    for line in entry.get("ledger", []):
        if line["use"] == "figure":
            told.figures.setdefault((line["sheet"], line["cell"]), []).append(line)
