"""What `tools/bench read` prints: medians, ratios and whether the goals are reached."""

from dataclasses import dataclass
from statistics import median

from .table import align

MIB = 1024  # KiB

# Most that ours may take, as a multiple of the limit: (contestant, the clock, with reading the file, most). Touching the
# bytes of an xls takes less than fetching them into memory, so it is told both without and with that.
TIME_GOALS = {
    "BIG": [("ours", "cpu", False, 1.6), ("ours, two threads", "wall", False, 1.2)],
    "MANY": [("ours", "cpu", False, 1.6)],
    "XLS": [("ours", "cpu", False, 5.0), ("ours", "cpu", True, 5.0)],
    "ODS": [("ours", "cpu", False, 3.0)],
}
BOUNDED_KIB = 2 * MIB  # four times the rows may take so much more, files left out of account


@dataclass
class Goal:
    text: str
    most: float
    found: float

    @property
    def reached(self):
        return self.found <= self.most


def pick_limit(contestants):
    """The limit is whichever way is faster; None where none ran."""
    limits = [one for one in contestants if one.name.startswith("limit") and one.rounds]
    return min(limits, key=lambda one: median(each.cpu for each in one.rounds.values()), default=None)


def ratios(one, other, clock):
    """`one` to `other`, round by round, in the rounds that both ran."""
    return [getattr(one.rounds[at], clock) / getattr(other.rounds[at], clock) for at in sorted(one.rounds) if at in other.rounds]


def clock_of(contestant, with_reading):
    """Processor time, which the neighbours disturb less; the wall for what runs on two threads."""
    clock = "wall" if "two threads" in contestant.name else "cpu"
    return f"whole_{clock}" if with_reading else clock


def middle(contestant, clock):
    return median(getattr(each, clock) for each in contestant.rounds.values())


def peak(contestant):
    return max(each.peak for each in contestant.rounds.values())


def is_peer(contestant):
    return not contestant.name.startswith(("ours", "limit"))


HEAD = ["contestant", "rounds", "cpu ms", "wall ms", "÷ limit", "least", "with reading", "÷ ours", "peak MiB", "over empty"]


def to_row(contestant, limit, ours, empty_kib):
    """A peer is timed with reading the file, and so it is held against the like of ours and of the limit."""
    if contestant.left_out:
        return [contestant.name, f"left out: {contestant.left_out}"]
    clock = clock_of(contestant, False)
    alone = ratios(contestant, limit, clock) if limit and not is_peer(contestant) else []
    whole = ratios(contestant, limit, clock_of(contestant, True)) if limit else []
    to_ours = ratios(contestant, ours, "whole_wall") if ours and ours.rounds and is_peer(contestant) else []
    return [contestant.name, str(len(contestant.rounds)), f"{middle(contestant, 'cpu'):.1f}", f"{middle(contestant, 'wall'):.1f}",
            f"{median(alone):.2f}" if alone else "", f"{min(alone):.2f}" if alone else "", f"{median(whole):.2f}" if whole else "",
            f"{median(to_ours):.1f}" if to_ours else "", f"{peak(contestant) / MIB:.1f}",
            f"{(peak(contestant) - empty_kib) / MIB:.1f}"]


def time_goals(name, contestants, limit):
    goals = []
    for who, clock, with_reading, most in TIME_GOALS[name]:
        one = next((each for each in contestants if each.name == who), None)
        if not one or not one.rounds or not limit:
            continue
        found = median(ratios(one, limit, f"whole_{clock}" if with_reading else clock))
        with_text = ", with reading the file" if with_reading else ""
        goals.append(Goal(f"{who}: {clock} to the limit{with_text}", most, found))
    return goals


def memory_goals(data, contestants, empty_kib, quarter_kib):
    """*Units*: MiB. `quarter_kib`: peak over a quarter of the rows less its file, for ODS only."""
    peaks = {each.name: peak(each) for each in contestants if each.rounds}
    if "ours" not in peaks:
        return []
    over = (peaks["ours"] - empty_kib) / MIB
    if data.name == "MANY":
        return [Goal("ours: MiB over an empty process", 16, over)]
    if data.name == "XLS":
        return [Goal("ours: MiB over an empty process, twice the file", 2 * data.bytes / 2**20, over)]
    if data.name == "ODS":
        growth = (peaks["ours"] - data.bytes / 1024 - quarter_kib) / MIB if quarter_kib is not None else float("nan")
        return [Goal("ours: MiB more for four times the rows, the file itself left out", BOUNDED_KIB / MIB, growth)]
    goals = [Goal("ours: MiB at the peak", 40, peaks["ours"] / MIB)]
    if "ours, two threads" in peaks:
        goals.append(Goal("ours, two threads: MiB at the peak", 48, peaks["ours, two threads"] / MIB))
    return goals


def to_text(data, contestants, empty_kib, quarter_kib):
    """The table of one data set, and its goals."""
    limit = pick_limit(contestants)
    ours = next(each for each in contestants if each.name == "ours")
    shown = [each for each in contestants if each is limit or not each.name.startswith("limit")]
    lines = align([HEAD, *[to_row(each, limit, ours, empty_kib) for each in shown]])
    lines += [f"WRONG: {each.name} found {each.wrong}" for each in shown if each.wrong]
    for goal in time_goals(data.name, contestants, limit) + memory_goals(data, contestants, empty_kib, quarter_kib):
        lines.append(f"goal {'reached' if goal.reached else 'NOT reached'}: {goal.text} at most {goal.most:.4g}, found {goal.found:.2f}")
    head = (f"{data.name}: {len(data.files)} file{'s' * (len(data.files) > 1)}, {data.bytes / 2**20:.1f} MiB, "
            f"{data.counts.cells} cells, {data.counts.numbers} numbers, {data.counts.text_bytes / 2**20:.1f} MiB of text")
    return "\n".join([head, "", *lines, ""])


NOTES = """\
Times are medians over the rounds, ÷ limit the median of the rounds' own ratios and least the smallest of them: processor
time, or the wall for two threads, of work on bytes in memory; `with reading` counts reading the file too, as the program
reads it. The limit is the faster of libdeflate (whole parts, without their checksums) and igzip (pieces of 128 KiB), or the sum
of every byte of an xls. Peers count the same cells; their times hold reading the file, `÷ ours` is that on the wall."""
