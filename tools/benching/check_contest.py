"""How much of the time goes into checking: one long roster, and many returns of one form."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from .measure import BenchError
from .province import make_province

ROSTER_ROWS = 200_000
RETURNS = 5_000
MS = 1_000_000


@dataclass
class Work:
    """What one contest is over. *Shape*: `files` relative to `root`."""
    name: str
    schemas: Path
    pack: str
    root: Path
    files: list


def make_roster(source, root):
    out = root / "roster"
    done = subprocess.run([source / "tools" / "make_big_lists.py", "--rows", str(ROSTER_ROWS), "--pack", "shanxi", "--out", out],
                          capture_output=True, text=True, check=True)
    files = [str(Path(line).relative_to(out / "shanxi")) for line in done.stdout.split("\n") if line]
    return Work(f"tenant roster, {ROSTER_ROWS:,} rows", source / "schemas", "shanxi", out / "shanxi", files)


def make_returns(source, root):
    province = make_province(root / "province", source, RETURNS, with_base=False)
    inbox = province.workspace / "inbox"
    return Work(f"{RETURNS:,} base situation returns", province.data / "schemas", "shanxi", inbox,
                [str(path.relative_to(inbox)) for path in province.files])


def run(program, work, folder, rounds):
    """A dictionary a round. *Errors*: BenchError where a file gave no return: then nothing was measured worth telling."""
    listed = Path(folder) / "files.txt"
    listed.write_text("".join(f"{file}\n" for file in work.files), encoding="utf-8")
    done = subprocess.run([program, "--schemas", work.schemas, "--pack", work.pack, "--root", work.root, "--list", listed,
                           "--repeat", str(rounds)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BenchError(done.stderr.strip())
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if lines[0]["returns"] != len(work.files):
        raise BenchError(f'{len(work.files)} files, but {lines[0]["returns"]} returns')
    return lines


def to_text(work, lines):
    def middle(take):
        return median(take(line) for line in lines)
    read = middle(lambda line: line["read_ns"])
    bind = middle(lambda line: line["read_and_bind_ns"] - line["read_ns"])
    check = middle(lambda line: line["check_ns"])
    rules = middle(lambda line: line["check_ns"] - line["check_without_rules_ns"])
    whole = read + bind + check
    first = lines[0]
    rows = [("reading", read), ("understanding", bind), ("checking", check), ("  of it the form's rules", rules)]
    out = [f'{work.name}: {first["returns"]:,} returns, {first["records"]:,} records, {first["findings"]:,} findings']
    out += [f"  {name:26}{taken / MS:10.1f} ms{taken / whole:8.1%}" for name, taken in rows]
    out.append(f"  checking ÷ reading: {check / read:.2f} (goal: below 1)")
    # The process repeats: its peak is told of the first time over.
    out.append(f'  peak {first["peak_kib"] / 1024:.1f} MiB, {(first["peak_kib"] - first["before_kib"]) / 1024:.1f} over the loaded schemas')
    return "\n".join(out)
