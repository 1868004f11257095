"""What the steps of a night cost: every file is read, bound and checked in one process, one step after the other, so that all
steps meet the same weather; and what is left of the night's own time goes to all else."""

from dataclasses import dataclass
from pathlib import Path
from statistics import median

from .check_contest import Work, run
from .table import align

HEAD = ["steps, CPU µs a return", "returns", "reading", "binding", "checking", "all else", "binding ÷ reading", "checking ÷ reading"]


@dataclass
class Steps:
    """*Units*: microseconds of processor time a return, medians over the rounds; `rest` None where no night was run."""
    name: str
    returns: int
    reading: float
    binding: float
    checking: float
    binding_by_reading: float
    checking_by_reading: float
    rest: float = None


def make_samples(source, pack, count):
    """Every clean sample return of a pack in turn, `count` in all: a year's inbox of a province with all its forms."""
    root = source / "samples" / "forms" / pack
    files = sorted(str(path.relative_to(root)) for path in root.glob("*/clean/**/*") if path.is_file())
    if not files:
        raise ValueError(f"no sample returns of pack {pack}")
    return Work(f"samples of {pack}", source / "schemas", pack, root, [files[at % len(files)] for at in range(count)])


def province_work(province, name, files):
    """The made-up returns that a night took in."""
    inbox = province.workspace / "inbox"
    return Work(name, province.data / "schemas", "shanxi", inbox, [str(Path(path).relative_to(inbox)) for path in files])


def measure_steps(program, work, folder, rounds, night=None):
    """`night`: the Cost of the night that took these files in. *Errors*: BenchError where a file gave no return."""
    lines = run(program, work, folder, rounds)
    returns = len(work.files)

    def middle(take):
        return median(take(line) for line in lines)

    def bind(line):
        return line["read_and_bind_ns"] - line["read_ns"]
    steps = Steps(work.name, returns, *(middle(take) / returns / 1000 for take in (
        lambda line: line["read_ns"], bind, lambda line: line["check_ns"])),
        middle(lambda line: bind(line) / line["read_ns"]), middle(lambda line: line["check_ns"] / line["read_ns"]))
    if night:
        steps.rest = night.cpu_seconds * 1e6 / returns - steps.reading - steps.binding - steps.checking
    return steps


def to_text(all_steps):
    """The table of several works, aligned."""
    rows = [[each.name, str(each.returns), f"{each.reading:.0f}", f"{each.binding:.0f}", f"{each.checking:.0f}",
             "" if each.rest is None else f"{each.rest:.0f}", f"{each.binding_by_reading:.2f}", f"{each.checking_by_reading:.2f}"]
            for each in all_steps]
    notes = ["binding ÷ reading and checking ÷ reading are medians over the rounds (goal: below 1).",
             "all else of the first night, by what it took itself: its start, hashing, archive, standing and reports."]
    return "\n".join([*align([HEAD, *rows]), "", *notes, ""])
